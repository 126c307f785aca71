import { describe, expect, test } from 'vitest';
import { amounts, aResource, chargesOf, LATER, urnOf } from '../../../support/resources';

describe('cluster', () => {
  const base = { type: 'aws:neptune/cluster:Cluster' };

  test('storage and I/O', () => {
    expect(amounts(chargesOf(base))).toEqual([
      ['Neptune storage', '1.00', '10.00'],
      ['Backup storage', '0.00', '0.42'],
      ['Neptune I/O requests', '0.00', '2.00'],
    ]);
  });

  test('I/O-Optimized', () => {
    expect(amounts(chargesOf({ ...base, properties: { storageType: 'iopt1' } }))).toEqual([
      ['Neptune storage', '2.25', '22.50'],
      ['Backup storage', '0.00', '0.42'],
    ]);
  });
});

describe('instance', () => {
  const base = {
    type: 'aws:neptune/clusterInstance:ClusterInstance',
    properties: { clusterIdentifier: LATER, instanceClass: 'db.r6g.large' },
  };

  test('of a standard cluster', () => {
    expect(
      amounts(
        chargesOf(
          { ...base, dependencies: { clusterIdentifier: [urnOf('aws:neptune/cluster:Cluster', 'source')] } },
          { others: [aResource({ type: 'aws:neptune/cluster:Cluster', name: 'source', properties: {} })] },
        ),
      ),
    ).toEqual([['Neptune instance', '239.95', '239.95']]);
  });

  test('of a cluster that is not in the plan', () => {
    expect(amounts(chargesOf(base))).toEqual([
      ['Neptune instance', 'clusterIdentifier: which one is not known before deployment'],
    ]);
  });
});

describe('serverless instance', () => {
  const base = {
    type: 'aws:neptune/clusterInstance:ClusterInstance',
    properties: { clusterIdentifier: LATER, instanceClass: 'db.serverless' },
  };

  test('scales', () => {
    expect(
      amounts(
        chargesOf(
          { ...base, dependencies: { clusterIdentifier: [urnOf('aws:neptune/cluster:Cluster', 'source')] } },
          {
            others: [
              aResource({
                type: 'aws:neptune/cluster:Cluster',
                name: 'source',
                properties: { serverlessV2ScalingConfiguration: { minCapacity: 1, maxCapacity: 8 } },
              }),
            ],
          },
        ),
      ),
    ).toEqual([['Neptune capacity units', '117.38', '939.07']]);
  });
});
