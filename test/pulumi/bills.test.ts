import { describe, expect, test } from 'vitest';
import { settingsOf } from '../../src/config/read-settings';
import type { Config } from '../../src/config/schema';
import { assess } from '../../src/core/assess';
import { dollarRange } from '../../src/core/money';
import { readPlan } from '../../src/pulumi/read-plan';
import { wordsOf } from '../../src/words/notices';
import { at, noBalance } from '../support/inputs';
import { amounts, LATER, prices } from '../support/resources';

/**
 * Charges that were left out of plans which were then called complete, from the text of `pulumi preview --json` on: what a
 * resource points to is an unknown value there, and only the engine's dependencies say which one it is. USD a month.
 */
interface Planned {
  readonly type: string;
  readonly name: string;
  readonly inputs?: Record<string, unknown>;
  readonly dependencies?: Record<string, readonly Planned[]>;
}

const urn = ({ type, name }: Planned) => `urn:pulumi:dev::shop::${type}::${name}`;
const PROVIDER = 'urn:pulumi:dev::shop::pulumi:providers:aws::default';

function previewOf(resources: readonly Planned[], region = 'us-east-1'): string {
  const provider = { urn: PROVIDER, type: 'pulumi:providers:aws', custom: true, inputs: { region } };
  const steps = resources.map((planned) => ({
    op: 'create',
    urn: urn(planned),
    newState: {
      urn: urn(planned),
      custom: true,
      type: planned.type,
      inputs: planned.inputs ?? {},
      propertyDependencies: Object.fromEntries(
        Object.entries(planned.dependencies ?? {}).map(([property, on]) => [property, on.map(urn)]),
      ),
      provider: `${PROVIDER}::${LATER}`,
    },
  }));
  const first = { op: 'create', urn: PROVIDER, newState: provider };
  return JSON.stringify({ steps: [first, ...steps], changeSummary: { create: steps.length + 1 } });
}

function assessed(resources: readonly Planned[], config: Config = {}, date = '2026-12-01') {
  const reading = readPlan(JSON.parse(previewOf(resources)));
  if ('problem' in reading) throw new Error(wordsOf(reading.problem));
  return assess({ plan: reading.plan, balance: noBalance, settings: settingsOf(config), prices, now: at(date) });
}

/** The charges of the last resource. */
function bill(...resources: readonly Planned[]): unknown[] {
  const { resources: judged } = assessed(resources);
  const last = resources.at(-1);
  const found = judged.find(({ resource }) => last !== undefined && resource.urn === urn(last));
  return amounts((found?.judged ?? []).map(({ charge }) => charge));
}

const CLUSTER: Planned = {
  type: 'aws:rds/cluster:Cluster',
  name: 'db',
  inputs: { engine: 'aurora-postgresql', engineVersion: '12.9' },
};
const member = (name: string, cluster = CLUSTER): Planned => ({
  type: 'aws:rds/clusterInstance:ClusterInstance',
  name,
  inputs: { clusterIdentifier: LATER, engine: 'aurora-postgresql', instanceClass: 'db.r5.large' },
  dependencies: { clusterIdentifier: [cluster] },
});
const target = (on: Planned, scalableDimension: string, resourceId: string): Planned => ({
  type: 'aws:appautoscaling/target:Target',
  name: 'target',
  inputs: { scalableDimension, resourceId, minCapacity: 2, maxCapacity: 5 },
  dependencies: { resourceId: [on] },
});

describe('what Application Auto Scaling adds', () => {
  test('readers of Aurora beyond those in the plan', () => {
    const scaling = target(CLUSTER, 'rds:cluster:ReadReplicaCount', LATER);
    const charges = bill(member('writer'), member('reader'), scaling, CLUSTER);
    // One reader is there already: 1 to 4 more at 0.29 × 730.
    expect(charges).toContainEqual(['Aurora readers by auto scaling', '211.70', '846.80']);
    expect(bill(member('writer'), CLUSTER)).not.toContainEqual(
      expect.arrayContaining(['Aurora readers by auto scaling']),
    );
  });

  test('shards of a cache, with the replicas of each', () => {
    const cache: Planned = {
      type: 'aws:elasticache/replicationGroup:ReplicationGroup',
      name: 'cache',
      inputs: {
        replicationGroupId: 'cache',
        engine: 'valkey',
        nodeType: 'cache.m6g.large',
        numNodeGroups: 2,
        replicasPerNodeGroup: 1,
      },
    };
    const shards = target(cache, 'elasticache:replication-group:NodeGroups', 'replication-group/cache');
    const [nodes] = bill(shards, cache) as [string, string, string][];
    const [alone] = bill(cache) as [string, string, string][];
    // Two to five shards of two nodes each.
    expect(Number(nodes?.[2]) / Number(alone?.[2])).toBeCloseTo(2.5, 3);
    expect(nodes?.[1]).toBe(alone?.[1]);
  });

  test('an index of DynamoDB, and not its table', () => {
    const table: Planned = {
      type: 'aws:dynamodb/table:Table',
      name: 'orders',
      inputs: {
        name: 'orders',
        readCapacity: 10,
        writeCapacity: 10,
        globalSecondaryIndexes: [{ name: 'by-day', readCapacity: 1, writeCapacity: 1 }],
      },
    };
    const index = target(table, 'dynamodb:index:ReadCapacityUnits', 'table/orders/index/by-day');
    expect(bill(index, table)[0]).toEqual(['Read capacity', '1.14', '1.42']); // 0.00013 × 730 × (10 + 2 to 5)
  });
});

describe('machines', () => {
  const instance = (inputs: Record<string, unknown>): Planned => ({
    type: 'aws:ec2/instance:Instance',
    name: 'web',
    inputs: {
      associatePublicIpAddress: false,
      rootBlockDevice: { volumeSize: 8, volumeType: 'gp3' },
      ...inputs,
    },
  });
  const SYSTEM = 'Operating system, beyond the Linux price';

  test('Windows on a type that is newer than the table is sold by the vCPU', () => {
    // 0.046 × 2 vCPUs × 730
    expect(bill(instance({ instanceType: 'm7i.large', getPasswordData: true }))[1]).toEqual([SYSTEM, '67.16', '67.16']);
  });

  test('Red Hat is sold by the vCPU, from 0.0108 to 0.0144', () => {
    const reservation: Planned = {
      type: 'aws:ec2/capacityReservation:CapacityReservation',
      name: 'it',
      inputs: { instanceType: 'm5.2xlarge', instancePlatform: 'Red Hat Enterprise Linux', instanceCount: 1 },
    };
    expect(bill(reservation)[1]).toEqual([SYSTEM, '63.07', '84.10']); // × 8 vCPUs × 730
  });

  test('dedicated hardware costs up to 1.107 times as much, and the region a fee', () => {
    expect(bill(instance({ instanceType: 'm5.large', tenancy: 'dedicated' })).slice(0, 2)).toEqual([
      ['EC2 instance on dedicated hardware, Linux price', '70.08', '77.58'],
      [
        'Fee for dedicated instances in us-east-1',
        'tenancy: the book has no price for the fee of a region with dedicated instances',
      ],
    ]);
  });

  test('unlimited CPU credits are usage', () => {
    const unlimited = instance({ instanceType: 't3.large', creditSpecification: { cpuCredits: 'unlimited' } });
    expect(bill(unlimited)).toContainEqual(['CPU credits beyond the earned', '0.00', '1.00']); // 0.05 × 0 to 20
    expect(bill(instance({ instanceType: 't3.large' }))).toHaveLength(2);
  });

  test('old types charge for throughput to EBS, which nobody lists', () => {
    expect(bill(instance({ instanceType: 'm3.xlarge', ebsOptimized: true }))[1]).toEqual([
      'EBS-optimized throughput',
      'no price for ebsOptimized of this type',
    ]);
    expect(bill(instance({ instanceType: 'm5.xlarge', ebsOptimized: true }))).toHaveLength(2);
  });

  test('a Spot fleet states its machines itself', () => {
    const fleet: Planned = {
      type: 'aws:ec2/spotFleetRequest:SpotFleetRequest',
      name: 'fleet',
      inputs: {
        targetCapacity: 4,
        launchSpecifications: [
          {
            instanceType: 'm5.large',
            weightedCapacity: '2',
            associatePublicIpAddress: true,
            rootBlockDevices: [{ volumeSize: 10, volumeType: 'gp3' }],
          },
        ],
      },
    };
    expect(bill(fleet)).toEqual([
      ['EC2 Spot instance, at most the Linux price', '0.00', '140.16'], // two machines of weight 2
      ['Root EBS volume', '0.00', '1.60'],
      ['Public IPv4 address', '0.00', '7.30'],
    ]);
  });

  test('a fleet of two launch templates takes the cheaper or the dearer', () => {
    const template = (name: string, instanceType: string): Planned => ({
      type: 'aws:ec2/launchTemplate:LaunchTemplate',
      name,
      inputs: { instanceType, networkInterfaces: [{ associatePublicIpAddress: false }] },
    });
    const [small, large] = [template('small', 'm5.large'), template('large', 'm5.xlarge')];
    const config = { launchTemplateSpecification: { launchTemplateId: LATER, version: '1' } };
    const fleet: Planned = {
      type: 'aws:ec2/fleet:Fleet',
      name: 'fleet',
      inputs: {
        launchTemplateConfigs: [config, config],
        targetCapacitySpecification: { defaultTargetCapacityType: 'on-demand', totalTargetCapacity: 2 },
      },
      dependencies: { launchTemplateConfigs: [small, large] },
    };
    expect(bill(small, large, fleet)[0]).toEqual(['EC2 instance, Linux price', '140.16', '280.32']);
  });

  test('an Elastic IP on an instance of a public subnet is one address', () => {
    const subnet: Planned = { type: 'aws:ec2/subnet:Subnet', name: 'open', inputs: { mapPublicIpOnLaunch: true } };
    const web: Planned = {
      ...instance({ instanceType: 'm5.large', associatePublicIpAddress: undefined, subnetId: LATER }),
      dependencies: { subnetId: [subnet] },
    };
    const address: Planned = {
      type: 'aws:ec2/eip:Eip',
      name: 'ip',
      inputs: { domain: 'vpc', instance: LATER },
      dependencies: { instance: [web] },
    };
    const of = (...resources: Planned[]) =>
      assessed(resources).resources.flatMap(({ judged }) =>
        judged.flatMap(({ charge }) => (charge.what === 'Public IPv4 address' ? [charge.urn] : [])),
      );
    expect(of(subnet, web, address)).toEqual([urn(address)]);
    expect(of(subnet, web)).toEqual([urn(web)]);
  });
});

describe('the version of what is restored', () => {
  const WHAT = 'Extended support of an old engine version';

  test('is that of the instance behind its snapshot', () => {
    const old: Planned = {
      type: 'aws:rds/instance:Instance',
      name: 'old',
      inputs: { engine: 'postgres', engineVersion: '12.9', instanceClass: 'db.m5.large', allocatedStorage: 20 },
    };
    const snapshot: Planned = {
      type: 'aws:rds/snapshot:Snapshot',
      name: 'snapshot',
      inputs: { dbInstanceIdentifier: LATER },
      dependencies: { dbInstanceIdentifier: [old] },
    };
    const restored: Planned = {
      type: 'aws:rds/instance:Instance',
      name: 'restored',
      inputs: { instanceClass: 'db.m5.large', snapshotIdentifier: LATER },
      dependencies: { snapshotIdentifier: [snapshot] },
    };
    expect(bill(old, snapshot, restored)).toContainEqual([WHAT, '146.00', '146.00']); // 0.10 × 2 vCPUs × 730
    const elsewhere = { ...restored, inputs: { ...restored.inputs, engine: 'postgres' }, dependencies: {} };
    expect(bill(elsewhere)).toContainEqual([
      WHAT,
      'engineVersion is that of snapshotIdentifier, which is not in this plan',
    ]);
  });

  test('of a cluster reaches its instances', () => {
    const copy: Planned = {
      type: 'aws:rds/cluster:Cluster',
      name: 'copy',
      inputs: { engine: 'aurora-postgresql', restoreToPointInTime: { sourceClusterIdentifier: LATER } },
      dependencies: { restoreToPointInTime: [CLUSTER] },
    };
    expect(bill(CLUSTER, copy, member('one', copy))).toContainEqual([WHAT, '146.00', '146.00']);
  });
});

describe('groups', () => {
  const template: Planned = {
    type: 'aws:ec2/launchTemplate:LaunchTemplate',
    name: 'template',
    inputs: { instanceType: 'm5.large', networkInterfaces: [{ associatePublicIpAddress: false }] },
  };
  const group: Planned = {
    type: 'aws:autoscaling/group:Group',
    name: 'web',
    inputs: { minSize: 1, desiredCapacity: 2, maxSize: 10, launchTemplate: { id: LATER } },
    dependencies: { launchTemplate: [template] },
  };
  const policy: Planned = {
    type: 'aws:autoscaling/policy:Policy',
    name: 'scale',
    inputs: { policyType: 'StepScaling', autoscalingGroupName: LATER },
    dependencies: { autoscalingGroupName: [group] },
  };
  const usage = { usage: [{ type: group.type, averageSize: 4 }] };
  const monthly = (resources: Planned[], config?: Config) => {
    const { estimate } = assessed(resources, config);
    return [estimate.monthly.total.min.toFixed(2), estimate.monthly.total.max.toFixed(2)];
  };
  const notes = (resources: Planned[], config?: Config) =>
    assessed(resources, config)
      .notes.filter(({ code }) => code === 'groups-may-grow' || code === 'usage-unused')
      .map(wordsOf);

  test('count at the desired size, and say what they cost at the largest', () => {
    expect(monthly([template, group])).toEqual(['141.44', '146.16']); // two, with 8 to 30 GB each
    expect(notes([template, group])).toEqual([
      'A group is counted at the desired size: web $141.44–$146.16 a month, at its maximum $730.80. To count another size, set averageSize under usage:.',
    ]);
  });

  test('reach the largest size in the range where a policy may scale them', () => {
    expect(monthly([template, group, policy])).toEqual(['141.44', '730.80']);
    expect(notes([template, group, policy])).toEqual([]);
  });

  test('have the size that their owner states', () => {
    for (const plan of [
      [template, group],
      [template, group, policy],
    ]) {
      expect(monthly(plan, usage)).toEqual(['282.88', '292.32']);
      expect(notes(plan, usage)).toEqual([]);
    }
  });
});

describe('the steps of a price count the whole account', () => {
  const zone = (at: number): Planned => ({
    type: 'aws:route53/zone:Zone',
    name: `zone-${at}`,
    inputs: { name: `${at}.dev` },
  });
  const zones = (count: number) => Array.from({ length: count }, (_, at) => zone(at));
  const total = (resources: Planned[], config?: Config) => {
    const { estimate, resources: judged } = assessed(resources, config);
    const sum = judged
      .flatMap((one) => one.judged)
      .reduce((all, { charge }) => all + (charge.usd.state === 'known' ? Number(charge.usd.value.max) : 0), 0);
    expect(sum).toBeCloseTo(Number(estimate.monthly.total.max), 6);
    return [estimate.monthly.total.min.toFixed(2), estimate.monthly.total.max.toFixed(2)];
  };

  test('30 hosted zones: 25 at the first price, 5 at the second', () => {
    expect(total(zones(25))).toEqual(['12.50', '12.50']);
    expect(total(zones(30))).toEqual(['13.00', '13.00']); // 25 × 0.50 + 5 × 0.10
  });

  test('buckets of one region fill them together, in the share of each', () => {
    const bucket = (name: string): Planned => ({ type: 'aws:s3/bucket:Bucket', name });
    const config = {
      usage: [
        { name: 'large', storageGb: 75_000, putRequests: 0, getRequests: 0 },
        { name: 'small', storageGb: 25_000, putRequests: 0, getRequests: 0 },
      ],
    };
    const { resources } = assessed([bucket('large'), bucket('small')], config);
    const lines = resources.map(({ judged }) => amounts(judged.map(({ charge }) => charge))[0]);
    // 2,251.20 in all, for 100,000 GB.
    expect(lines).toEqual([
      ['Standard storage', '1688.40', '1688.40'],
      ['Standard storage', '562.80', '562.80'],
    ]);
    expect(total([bucket('large'), bucket('small')], config)).toEqual(['2251.20', '2251.20']);
  });

  test('a zone more costs its step alone', () => {
    const state = (planned: Planned) => ({
      urn: urn(planned),
      custom: true,
      id: planned.name,
      type: planned.type,
      inputs: planned.inputs,
      provider: `${PROVIDER}::p-1`,
    });
    const provider = {
      urn: PROVIDER,
      type: 'pulumi:providers:aws',
      custom: true,
      id: 'p-1',
      inputs: { region: 'us-east-1' },
    };
    const reading = readPlan({
      steps: [
        { op: 'same', urn: PROVIDER, oldState: provider, newState: provider },
        ...zones(30).map((one) => ({ op: 'same', urn: urn(one), oldState: state(one), newState: state(one) })),
        { op: 'create', urn: urn(zone(30)), newState: state(zone(30)) },
      ],
      changeSummary: { same: 31, create: 1 },
    });
    if ('problem' in reading) throw new Error(wordsOf(reading.problem));
    const { estimate } = assess({
      plan: reading.plan,
      balance: noBalance,
      settings: settingsOf({}),
      prices,
      now: at('2026-12-01'),
    });
    expect(estimate.change?.total.max.toFixed(2)).toBe('0.10');
  });
});

test('a usage figure that nothing is reckoned by is said', () => {
  const bucket: Planned = { type: 'aws:s3/bucket:Bucket', name: 'files' };
  const { notes } = assessed([bucket], {
    usage: [
      { type: 'aws:s3/bucket:Bucket', name: 'files', storageGb: 5 },
      { type: 'aws:sfn/stateMachine:StateMachine', expressRequests: 7 },
      { name: 'fles', getRequests: 7, putRequests: 8 },
    ],
  });
  expect(notes.filter(({ code }) => code === 'usage-unused').map(wordsOf)).toEqual([
    'usage: expressRequests of aws:sfn/stateMachine:StateMachine is used by nothing in this plan.',
    'usage: getRequests, putRequests of fles are used by nothing in this plan.',
  ]);
});

describe('a size in place of figures', () => {
  const bucket: Planned = { type: 'aws:s3/bucket:Bucket', name: 'files' };
  const role: Planned = { type: 'aws:iam/role:Role', name: 'app' };
  const notesAbout =
    (...codes: string[]) =>
    ({ notes }: ReturnType<typeof assessed>) =>
      notes.filter(({ code }) => codes.includes(code)).map(wordsOf);
  const aboutUsage = notesAbout('usage-assumed', 'usage-by-size', 'usage-unused');

  test('makes every figure that grows with the load', () => {
    const assessment = assessed([bucket, role], { usage: 'medium' });
    // 100 to 1,000 GB × 0.023, 10,000 to 100,000 writes × 0.000005, 100,000 to 1,000,000 reads × 0.0000004
    expect(dollarRange(assessment.estimate.monthly.total)).toBe('$2.39–$23.90');
    expect(aboutUsage(assessment)).toEqual([
      'The usage of 3 charges is that of a medium load; figures under usage: are more exact.',
    ]);
  });

  test('leaves the figures that the owner sets', () => {
    const assessment = assessed([bucket], {
      usage: [{ type: 'aws:s3/bucket:Bucket', storageGb: 5, putRequests: 0 }, { size: 'large' }],
    });
    // 5 GB × 0.023, and 1,000,000 to 10,000,000 reads × 0.0000004
    expect(dollarRange(assessment.estimate.monthly.total)).toBe('$0.52–$4.12');
    expect(aboutUsage(assessment)).toEqual([
      'The usage of 1 charge is that of a large load; figures under usage: are more exact.',
    ]);
  });

  test('that nothing is reckoned by is said', () => {
    const usage = [{ name: 'app', size: 'small' as const }];
    expect(aboutUsage(assessed([bucket, role], { usage }))).toEqual([
      'usage: size of app is used by nothing in this plan.',
      'The usage of 3 charges is assumed; set it under usage:.',
    ]);
    expect(aboutUsage(assessed([role], { usage: 'small' }))).toEqual([
      'usage: size of everything is used by nothing in this plan.',
    ]);
  });
});

test('one t2.micro for another changes nothing', () => {
  const machine = (image: string) => ({
    urn: urn({ type: 'aws:ec2/instance:Instance', name: 'web' }),
    custom: true,
    type: 'aws:ec2/instance:Instance',
    inputs: { instanceType: 't2.micro', ami: image },
    provider: `${PROVIDER}::p-1`,
  });
  const provider = {
    urn: PROVIDER,
    type: 'pulumi:providers:aws',
    custom: true,
    id: 'p-1',
    inputs: { region: 'us-east-1' },
  };
  const reading = readPlan({
    steps: [
      { op: 'same', urn: PROVIDER, oldState: provider, newState: provider },
      { op: 'replace', urn: machine('a').urn, oldState: machine('ami-1'), newState: machine('ami-2') },
    ],
    changeSummary: { replace: 1, same: 1 },
  });
  if ('problem' in reading) throw new Error(wordsOf(reading.problem));
  const { estimate } = assess({
    plan: reading.plan,
    balance: noBalance,
    settings: settingsOf({}),
    prices,
    now: at('2026-12-01'),
  });
  expect([estimate.change?.total.min.toFixed(2), estimate.change?.total.max.toFixed(2)]).toEqual(['0.00', '0.00']);
});
