import { describe, expect, test } from 'vitest';
import { amounts, chargesOf } from '../../../support/resources';

describe('cluster', () => {
  const base = { type: 'aws:memorydb/cluster:Cluster', properties: { engine: 'valkey', nodeType: 'db.r6g.large' } };

  test('one shard with a replica by default', () => {
    expect(amounts(chargesOf(base))).toEqual([['MemoryDB node', '315.80', '315.80']]);
  });

  test('shards and replicas', () => {
    expect(
      amounts(chargesOf({ ...base, properties: { ...base.properties, numShards: 2, numReplicasPerShard: 2 } })),
    ).toEqual([['MemoryDB node', '947.39', '947.39']]);
  });
});
