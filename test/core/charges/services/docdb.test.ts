import { describe, expect, test } from 'vitest';
import { amounts, aResource, chargesOf, LATER, urnOf } from '../../../support/resources';

describe('cluster', () => {
  const base = { type: 'aws:docdb/cluster:Cluster' };

  test('storage and I/O', () => {
    expect(amounts(chargesOf(base))).toEqual([
      ['DocumentDB storage', '1.00', '10.00'],
      ['Backup storage', '0.00', '0.42'],
      ['DocumentDB I/O requests', '0.00', '2.00'],
    ]);
  });

  test('I/O-Optimized', () => {
    expect(amounts(chargesOf({ ...base, properties: { storageType: 'iopt1' } }))).toEqual([
      ['DocumentDB storage', '3.00', '30.00'],
      ['Backup storage', '0.00', '0.42'],
    ]);
  });
});

describe('instance', () => {
  const base = {
    type: 'aws:docdb/clusterInstance:ClusterInstance',
    properties: { clusterIdentifier: LATER, instanceClass: 'db.r6g.large' },
  };

  test('of a standard cluster', () => {
    expect(
      amounts(
        chargesOf(
          { ...base, dependencies: { clusterIdentifier: [urnOf('aws:docdb/cluster:Cluster', 'source')] } },
          { others: [aResource({ type: 'aws:docdb/cluster:Cluster', name: 'source', properties: {} })] },
        ),
      ),
    ).toEqual([['DocumentDB instance', '192.10', '192.10']]);
  });

  test('of an I/O-Optimized cluster', () => {
    expect(
      amounts(
        chargesOf(
          { ...base, dependencies: { clusterIdentifier: [urnOf('aws:docdb/cluster:Cluster', 'source')] } },
          {
            others: [
              aResource({ type: 'aws:docdb/cluster:Cluster', name: 'source', properties: { storageType: 'iopt1' } }),
            ],
          },
        ),
      ),
    ).toEqual([['DocumentDB instance', '211.34', '211.34']]);
  });

  test('of a cluster that is not in the plan', () => {
    expect(amounts(chargesOf(base))).toEqual([
      ['DocumentDB instance', 'clusterIdentifier: which one is not known before deployment'],
    ]);
  });
});

describe('elastic cluster', () => {
  const base = { type: 'aws:docdb/elasticCluster:ElasticCluster', properties: { shardCapacity: 2, shardCount: 1 } };

  test('two instances a shard by default', () => {
    expect(amounts(chargesOf(base))).toEqual([
      ['Elastic cluster vCPUs', '385.44', '385.44'],
      ['Elastic cluster storage', '0.00', '30.00'],
    ]);
  });
});
