import { describe, expect, test } from 'vitest';
import { amounts, aResource, chargesOf, LATER, urnOf } from '../../../support/resources';

describe('cache cluster', () => {
  const base = {
    type: 'aws:elasticache/cluster:Cluster',
    properties: { engine: 'memcached', nodeType: 'cache.t3.micro', numCacheNodes: 2 },
  };

  test('nodes', () => {
    expect(amounts(chargesOf(base))).toEqual([['Cache node', '24.82', '24.82']]);
  });

  test('snapshots', () => {
    expect(
      amounts(
        chargesOf({
          ...base,
          properties: { ...base.properties, engine: 'redis', numCacheNodes: 1, snapshotRetentionLimit: 5 },
        }),
      ),
    ).toEqual([
      ['Cache node', '12.41', '12.41'],
      ['Backup storage', '0.00', '0.85'],
    ]);
  });

  test('in another region', () => {
    expect(amounts(chargesOf({ ...base, region: 'eu-west-1' }))).toEqual([['Cache node', '26.28', '26.28']]);
  });

  test('one more replica of a group', () => {
    expect(
      amounts(
        chargesOf(
          {
            ...base,
            properties: { replicationGroupId: LATER },
            dependencies: {
              replicationGroupId: [urnOf('aws:elasticache/replicationGroup:ReplicationGroup', 'source')],
            },
          },
          {
            others: [
              aResource({
                type: 'aws:elasticache/replicationGroup:ReplicationGroup',
                name: 'source',
                properties: { engine: 'valkey', nodeType: 'cache.t3.micro' },
              }),
            ],
          },
        ),
      ),
    ).toEqual([['Cache node', '9.93', '9.93']]);
  });
});

describe('replication group', () => {
  const base = {
    type: 'aws:elasticache/replicationGroup:ReplicationGroup',
    properties: { nodeType: 'cache.t3.micro' },
  };

  test('one Redis node by default', () => {
    expect(amounts(chargesOf(base))).toEqual([['Cache node', '12.41', '12.41']]);
  });

  test('so many nodes', () => {
    expect(amounts(chargesOf({ ...base, properties: { ...base.properties, numCacheClusters: 3 } }))).toEqual([
      ['Cache node', '37.23', '37.23'],
    ]);
  });

  test('shards with replicas', () => {
    expect(
      amounts(chargesOf({ ...base, properties: { ...base.properties, numNodeGroups: 2, replicasPerNodeGroup: 1 } })),
    ).toEqual([['Cache node', '49.64', '49.64']]);
  });

  test('shards without a number of replicas', () => {
    expect(amounts(chargesOf({ ...base, properties: { ...base.properties, numNodeGroups: 2 } }))).toEqual([
      ['Cache node', 'replicasPerNodeGroup is not set'],
    ]);
  });

  test('Valkey', () => {
    expect(amounts(chargesOf({ ...base, properties: { ...base.properties, engine: 'valkey' } }))).toEqual([
      ['Cache node', '9.93', '9.93'],
    ]);
  });
});

describe('serverless cache', () => {
  const base = { type: 'aws:elasticache/serverlessCache:ServerlessCache', properties: { engine: 'valkey' } };

  test('data and processing units', () => {
    expect(amounts(chargesOf(base))).toEqual([
      ['Serverless data stored', '6.13', '61.32'],
      ['Serverless processing units', '0.00', '0.23'],
    ]);
  });
});
