import { performance } from 'node:perf_hooks';
import { settingsOf } from '../../src/config/read-settings';
import type { Config } from '../../src/config/schema';
import { assess, assessTogether, type Input } from '../../src/core/assess';
import type { Plan } from '../../src/core/plan';
import { drawDownJson } from '../../src/reports/draw-down-json';
import { drawDownReport } from '../../src/reports/model/draw-down-report';
import { drawDownLines } from '../../src/reports/terminal/draw-down';
import { Page } from '../../src/reports/terminal/page';
import { aBalance, aCredit, aPlan, at } from '../support/inputs';
import { prices, type ResourceSketch } from '../support/resources';

/** How the core grows with its input: nothing may grow faster than its input, but for a logarithm. */
const NOW = at('2026-12-01T00:00:00Z');
const DAY = 86_400_000;

const MIXED: readonly ResourceSketch[] = [
  { type: 'aws:ec2/natGateway:NatGateway' },
  {
    type: 'aws:rds/instance:Instance',
    properties: { engine: 'postgres', instanceClass: 'db.t4g.medium', allocatedStorage: 20, storageType: 'gp3' },
  },
  { type: 'aws:lambda/function:Function', properties: { memorySize: 512 } },
  { type: 'aws:s3/bucket:Bucket' },
  { type: 'aws:dynamodb/table:Table', properties: { billingMode: 'PAY_PER_REQUEST' } },
];
const DOMAIN: ResourceSketch = { type: 'aws:route53domains/domain:Domain', properties: { domainName: 'acme.com' } };
const FUNCTION: ResourceSketch = { type: 'aws:lambda/function:Function', properties: { memorySize: 512 } };

const times = <T>(count: number, make: (i: number) => T): T[] => Array.from({ length: count }, (_, i) => make(i));
const planOf = (count: number, sketches: readonly ResourceSketch[]) =>
  aPlan(times(count, (i) => ({ ...(sketches[i % sketches.length] ?? DOMAIN), name: `r${i}` })));

const accept = (count: number): Config => ({
  accept: times(count, (i) => ({
    policy: 'no-uncovered-services',
    resource: i % 2 === 0 ? `urn:pulumi:*::r${i}` : `urn:pulumi:dev::shop::${DOMAIN.type}::r${i}`,
    reason: 'Approved',
  })),
});
const usage = (count: number): Config => ({
  usage: times(count, (i) => ({ type: FUNCTION.type, name: `r${i}`, monthlyRequests: i })),
});
const credits = (count: number) =>
  aBalance(
    times(count, (i) =>
      aCredit({
        id: `credit-${i}`,
        remaining: String(50 + (i % 100)),
        starts: at('2026-01-01') + (i % 365) * DAY,
        ends: NOW + (30 + ((i * 7) % 1800)) * DAY,
        products: i % 3 === 0 ? 'all' : ['Amazon EC2', 'Amazon RDS'],
      }),
    ),
  );

const CASES: readonly (readonly [string, Partial<Pick<Input, 'plan' | 'balance'>> & { config?: Config }])[] = [
  ['1,000 resources', { plan: planOf(1_000, MIXED) }],
  ['10,000 resources', { plan: planOf(10_000, MIXED) }],
  ['100,000 resources', { plan: planOf(100_000, MIXED) }],
  ['1,000 findings', { plan: planOf(1_000, [DOMAIN]) }],
  ['1,000 findings, 5,000 exceptions', { plan: planOf(1_000, [DOMAIN]), config: accept(5_000) }],
  ['10,000 findings', { plan: planOf(10_000, [DOMAIN]) }],
  ['10,000 findings, 8,000 exceptions', { plan: planOf(10_000, [DOMAIN]), config: accept(8_000) }],
  ['50,000 blocking findings', { plan: planOf(50_000, [DOMAIN]) }],
  ['2,000 functions', { plan: planOf(2_000, [FUNCTION]) }],
  ['2,000 functions, 9,000 lines of usage', { plan: planOf(2_000, [FUNCTION]), config: usage(9_000) }],
  ['5,000 credits over 60 months', { plan: planOf(1_000, MIXED), balance: credits(5_000) }],
];

/** Ten resources each. */
const stacks = (count: number): readonly Plan[] =>
  times(count, (i) => {
    const plan = planOf(10, MIXED);
    const move = (urn: string): string => urn.replace('urn:pulumi:dev::', `urn:pulumi:s${i}::`);
    return {
      ...plan,
      stack: { ...plan.stack, name: `s${i}` },
      resources: plan.resources.map((one) => ({ ...one, urn: move(one.urn) })),
    };
  });

/** `credit-guard forecast`: from the plans to what is printed. */
function forecast(plans: readonly Plan[], balance: Input['balance'], months: number): () => void {
  const settings = settingsOf({});
  const input = { plans: plans.map((plan) => ({ plan, settings })), balance, settings, prices, now: NOW, months };
  return () => {
    const report = drawDownReport(assessTogether(input), months);
    drawDownLines(report, new Page(80, false), false);
    drawDownJson(report, { tool: { name: 'bench', version: '0' } });
  };
}

const RUNS = Number(process.env['RUNS'] ?? 3);
const judging = CASES.map(([name, { plan = planOf(1, MIXED), balance = aBalance(), config = {} }]) => {
  const input: Input = { plan, balance, settings: settingsOf(config), prices, now: NOW };
  return [name, () => assess(input)] as const;
});
const rows = [
  ...judging,
  ['1,000 stacks, 20 credits, 36 months', forecast(stacks(1_000), credits(20), 36)] as const,
].map(([name, work]) => {
  const runs = times(RUNS, () => {
    const begun = performance.now();
    work();
    return Math.round(performance.now() - begun);
  }).sort((a, b) => a - b);
  return { case: name, 'ms, median': runs[Math.floor(RUNS / 2)], fastest: runs[0] };
});
console.table(rows);
