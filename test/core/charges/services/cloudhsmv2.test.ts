import { describe, expect, test } from 'vitest';
import { amounts, chargesOf } from '../../../support/resources';

describe('module', () => {
  const base = { type: 'aws:cloudhsmv2/hsm:Hsm' };

  test('by the hour', () => {
    expect(amounts(chargesOf(base))).toEqual([['Hardware security module', '1168.00', '1168.00']]);
  });

  test('the cluster is free', () => {
    expect(amounts(chargesOf({ type: 'aws:cloudhsmv2/cluster:Cluster' }))).toEqual([]);
  });
});
