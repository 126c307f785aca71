import { describe, expect, test } from 'vitest';
import { amounts, chargesOf } from '../../../support/resources';

describe('cluster', () => {
  const base = { type: 'aws:dax/cluster:Cluster', properties: { nodeType: 'dax.t3.small', replicationFactor: 3 } };

  test('nodes', () => {
    expect(amounts(chargesOf(base))).toEqual([['DAX node', '87.60', '87.60']]);
  });
});
