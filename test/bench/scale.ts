import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { settingsOf } from '../../src/config/read-settings';
import type { Config } from '../../src/config/schema';
import { assess, assessTogether } from '../../src/core/assess';
import type { Input } from '../../src/core/assessment';
import type { Plan } from '../../src/core/plan';
import { FORMATS, type RenderOptions, reportOf } from '../../src/reports';
import { drawDownJson } from '../../src/reports/draw-down-json';
import { drawDownReport } from '../../src/reports/model/draw-down-report';
import { drawDownLines } from '../../src/reports/terminal/draw-down';
import { Page } from '../../src/reports/terminal/page';
import { aBalance, aCredit, aPlan, at } from '../support/inputs';
import { prices, type ResourceSketch } from '../support/resources';

/** How it grows with its input: nothing may grow faster, but for a logarithm. The command is the one that is built. */
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

const OPTIONS: RenderOptions = {
  tool: { name: 'pulumi-credit-guard', version: '0' },
  homepage: undefined,
  projectFile: 'Pulumi.yaml',
  width: 80,
  colour: false,
  verbose: false,
  all: false,
};

const RUNS = Number(process.env['RUNS'] ?? 3);

async function measured(name: string, run: () => unknown) {
  const runs: number[] = [];
  for (let i = 0; i < RUNS; i++) {
    const begun = performance.now();
    await run();
    runs.push(Math.round(performance.now() - begun));
  }
  runs.sort((a, b) => a - b);
  return { case: name, 'ms, median': runs[Math.floor(RUNS / 2)], fastest: runs[0] };
}

const inputOf = ({ plan = planOf(1, MIXED), balance = aBalance(), config = {} }: (typeof CASES)[number][1]): Input => ({
  plan,
  balance,
  settings: settingsOf(config),
  prices,
  now: NOW,
});

/** A saved state in a file, as the command reads it. */
function stateFile(folder: string, count: number): string {
  const file = join(folder, `${count}.json`);
  const resources = planOf(count, MIXED).resources.map(({ urn, type }, i) => {
    const { properties = {} } = MIXED[i % MIXED.length] ?? {};
    return { urn, type, custom: true, id: `i-${i}`, inputs: properties, outputs: properties };
  });
  writeFileSync(file, JSON.stringify({ version: 3, deployment: { resources } }));
  return file;
}

const COMMAND = join(__dirname, '../../dist/src/cli/main.js');
const checked = (file: string) => () =>
  spawnSync(process.execPath, [COMMAND, 'check', file, '--fail-on', 'never'], { cwd: dirname(file), stdio: 'ignore' });

async function main(): Promise<void> {
  const rows = [];
  for (const [name, sketch] of CASES) {
    const input = inputOf(sketch);
    rows.push(await measured(name, () => assess(input)));
  }
  const report = reportOf(assess(inputOf({ plan: planOf(50_000, [DOMAIN]) })));
  for (const [name, { load }] of Object.entries(FORMATS)) {
    const print = await load();
    rows.push(await measured(`50,000 findings as ${name}`, () => print(report, OPTIONS)));
  }
  const together = forecast(stacks(1_000), credits(20), 36);
  rows.push(await measured('1,000 stacks, 20 credits, 36 months', together));
  const folder = mkdtempSync(join(tmpdir(), 'credit-guard-scale-'));
  for (const count of [1_000, 10_000, 100_000]) {
    const file = stateFile(folder, count);
    rows.push(await measured(`check, a file of ${count.toLocaleString('en')} resources`, checked(file)));
  }
  rmSync(folder, { recursive: true });
  console.table(rows);
}
main();
