import { describe, expect, test } from 'vitest';
import { unknown } from '../../../../src/core/reading';
import { amounts, chargesOf } from '../../../support/resources';

describe('module', () => {
  const base = { type: 'aws:cloudhsmv2/hsm:Hsm' };

  test('by the hour', () => {
    expect(amounts(chargesOf(base))).toEqual([['Hardware security module', '1168.00', '1168.00']]);
  });

  test('the cluster is free', () => {
    expect(amounts(chargesOf({ type: 'aws:cloudhsmv2/cluster:Cluster' }))).toEqual([]);
  });

  test('in a region that is not known', () => {
    expect(amounts(chargesOf({ ...base, region: unknown('it is decided later') }))).toEqual([
      ['Hardware security module', 'the region is not known: it is decided later'],
    ]);
  });
});
