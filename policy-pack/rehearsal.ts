import { settingsOf } from '../src/config/read-settings';
import { assess } from '../src/core/assess';
import type { PriceBook } from '../src/core/charges/prices';
import { type Balance, notShared } from '../src/core/credits/credit';
import { addMonths, type Instant } from '../src/core/instant';
import { usd } from '../src/core/money';
import { known, unknown } from '../src/core/reading';
import { plannedStack } from './planned';

/** The types that most stacks hold, with what their prices and rules read first. */
const COMMON: readonly (readonly [type: string, props: Record<string, unknown>])[] = [
  ['aws:ec2/instance:Instance', { instanceType: 't3.micro', ami: 'ami-1', subnetId: 'subnet-1' }],
  ['aws:ec2/natGateway:NatGateway', { subnetId: 'subnet-1' }],
  ['aws:ecs/service:Service', { launchType: 'FARGATE', desiredCount: 1, taskDefinition: 'web' }],
  ['aws:eks/cluster:Cluster', { version: '1.34' }],
  ['aws:iam/role:Role', { assumeRolePolicy: '{}' }],
  ['aws:lambda/function:Function', { memorySize: 128 }],
  ['aws:lb/loadBalancer:LoadBalancer', { loadBalancerType: 'application' }],
  ['aws:rds/instance:Instance', { instanceClass: 'db.t4g.micro', engine: 'postgres', allocatedStorage: 20 }],
  ['aws:s3/bucket:Bucket', { bucket: 'logs' }],
  ['aws:sqs/queue:Queue', { name: 'jobs' }],
];
const COPIES = 10;

/**
 * V8 compiles what it runs: judging the first stack of a process takes several times what the second one takes. This one
 * is judged, and forgotten, while the user's program starts.
 */
export function rehearse(prices: PriceBook, now: Instant): void {
  const sent = COMMON.flatMap(([type, properties]) =>
    Array.from({ length: COPIES }, (_, i) => {
      const props = { ...properties, region: 'us-east-1' };
      return { type, name: `${i}`, urn: `urn:pulumi:${type}::${i}`, props, propertyDependencies: {} };
    }),
  );
  assess({
    plan: {
      stack: { organization: null, project: null, name: null },
      resources: plannedStack(sent, true),
      before: undefined,
      external: new Map(),
      outside: new Map(),
      stackConfiguration: {},
      problems: [],
    },
    balance: balanceAt(now),
    settings: settingsOf({}),
    prices,
    now,
  });
}

const balanceAt = (now: Instant): Balance => ({
  source: '',
  readAt: now,
  accountPlan: unknown('it is not asked for'),
  problems: [],
  credits: known([
    {
      id: '',
      description: '',
      remaining: known(usd(1000)),
      starts: now,
      ends: addMonths(now, 12),
      products: 'all',
      status: 'enabled',
      purchases: 'all',
      owner: undefined,
      sharing: notShared,
      program: undefined,
      asOf: 'now',
    },
  ]),
});
