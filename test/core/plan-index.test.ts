import { describe, expect, test } from 'vitest';
import { PlanIndex } from '../../src/core/plan-index';
import { aResource, type ResourceSketch } from '../support/resources';

const BUCKET = 'aws:s3/bucket:Bucket';
const CLUSTER = 'aws:ecs/cluster:Cluster';
const AURORA = 'aws:rds/cluster:Cluster';
const MEMBER = 'aws:rds/clusterInstance:ClusterInstance';
const DATABASE = 'aws:rds/instance:Instance';

const indexOf = (...sketches: ResourceSketch[]) => {
  const resources = sketches.map((sketch) => aResource(sketch));
  return { resources, index: new PlanIndex(resources) };
};

describe('a name is one of its type', () => {
  test('a bucket that is called like a cluster does not hide it', () => {
    const { index } = indexOf(
      { type: BUCKET, name: 'a', properties: { id: 'main' } },
      { type: CLUSTER, name: 'b', properties: { name: 'main' } },
    );
    expect(index.identified('main', [CLUSTER])?.type).toBe(CLUSTER);
    expect(index.identified('main', [BUCKET])?.type).toBe(BUCKET);
    expect(index.identified('main', [AURORA])).toBeUndefined();
  });

  test('a member finds its cluster by the identifier that both state', () => {
    const { resources, index } = indexOf(
      { type: DATABASE, name: 'other', properties: { id: 'main' } },
      { type: AURORA, name: 'cluster', properties: { clusterIdentifier: 'main' } },
      { type: MEMBER, name: 'member', properties: { clusterIdentifier: 'main' } },
    );
    const [, cluster, member] = resources;
    expect(member && index.linked(member, 'clusterIdentifier', [AURORA])).toBe(cluster);
  });

  test('what points to the same source is no source', () => {
    const { resources, index } = indexOf(
      { type: DATABASE, name: 'one', properties: { replicateSourceDb: 'primary' } },
      { type: DATABASE, name: 'two', properties: { replicateSourceDb: 'primary' } },
    );
    const [, two] = resources;
    expect(two && index.linked(two, 'replicateSourceDb', [DATABASE])).toBeUndefined();
  });
});

test('what names something by a property is found by it, and not by a name of its own', () => {
  const POLICY = 'aws:autoscaling/policy:Policy';
  const { resources, index } = indexOf(
    { type: POLICY, name: 'one', properties: { autoscalingGroupName: 'web', name: 'jobs' } },
    { type: POLICY, name: 'two', properties: { autoscalingGroupName: 'web' } },
  );
  expect(index.naming(POLICY, 'autoscalingGroupName', 'web')).toEqual(resources);
  expect(index.naming(POLICY, 'autoscalingGroupName', 'jobs')).toEqual([]);
});
