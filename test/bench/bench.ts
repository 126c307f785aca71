/**
 * Measures the pack against an empty pack ("the floor") and against awsguard, all as a user installs them, interleaved
 * in one run. Prints medians, ratios to the floor and peak memory.
 *
 *   npm run bench             five runs of each
 *   RUNS=9 npm run bench      steadier figures
 *   BENCH_NODE=/path/to/node  another Node for the packs
 */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import Table from 'cli-table3';
import { PACK, PackServer, type SentResource } from '../support/pack-server';

const RUNS = Number(process.env['RUNS'] ?? 5);
const NODE = process.env['BENCH_NODE'] ?? process.execPath;

/** The engine asks about resources once its program runs, which no program does faster: ms between boot and that call. */
const PROGRAM_STARTS = 500;

const MEASURES = ['boot', 'analyze 1,000', 'stack 1,000', 'memory 1,000', 'stack 10,000', 'memory 10,000'] as const;
type Measure = (typeof MEASURES)[number];
type Figures = Record<Measure, number[]>;

const NAMES = ['empty', 'credit-guard', 'awsguard'] as const;

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'credit-guard-bench-'));
  try {
    const packs = install(folder);
    const figures = Object.fromEntries(NAMES.map((name) => [name, emptyFigures()])) as Record<string, Figures>;
    // Interleaved, so that a slow minute of the machine is everybody's; the first round warms the disk and is dropped.
    for (let run = -1; run < RUNS; run++) {
      for (const name of NAMES) {
        const pack = packs[name];
        await measure(pack, run < 0 ? emptyFigures() : (figures[name] ?? emptyFigures()));
      }
      process.stderr.write(`round ${run + 1} of ${RUNS}\n`);
    }
    console.log(render(figures));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Packs and installs the package as a user gets it, with the two packs it is compared with beside it. */
function install(folder: string): Record<(typeof NAMES)[number], string> {
  const npm = (...args: string[]) =>
    execFileSync('npm', args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
  npm('init', '--yes');
  const tarball = npm('pack', PACK, '--silent', '--ignore-scripts').trim();
  const { devDependencies } = JSON.parse(readFileSync(join(PACK, 'package.json'), 'utf8'));
  const awsguard = `@pulumi/awsguard@${devDependencies['@pulumi/awsguard']}`;
  npm('install', '--silent', '--prefer-offline', '--ignore-scripts', `./${tarball}`, awsguard);
  for (const name of ['empty', 'awsguard'])
    cpSync(join(PACK, 'test/bench/packs', name), join(folder, name), { recursive: true });
  return {
    empty: join(folder, 'empty'),
    'credit-guard': join(folder, 'node_modules/pulumi-credit-guard'),
    awsguard: join(folder, 'awsguard'),
  };
}

async function measure(pack: string, figures: Figures): Promise<void> {
  let begin = performance.now();
  const server = await PackServer.boot({ pack, node: NODE });
  await server.info();
  figures.boot.push(performance.now() - begin);

  const thousand = aStack(1_000);
  await sleep(PROGRAM_STARTS);
  begin = performance.now();
  for (const resource of thousand) await server.analyze(resource);
  figures['analyze 1,000'].push(performance.now() - begin);
  server.stop();

  for (const [count, time, memory] of [
    [1_000, 'stack 1,000', 'memory 1,000'],
    [10_000, 'stack 10,000', 'memory 10,000'],
  ] as const) {
    const fresh = await PackServer.boot({ pack, node: NODE });
    await fresh.info();
    const resources = aStack(count);
    await sleep(PROGRAM_STARTS);
    begin = performance.now();
    await fresh.analyzeStack(resources);
    figures[time].push(performance.now() - begin);
    figures[memory].push(peakMemory(fresh.pid));
    fresh.stop();
  }
}

/** A stack of the usual mix: mostly plumbing that costs nothing, some of everything that does. */
function aStack(count: number): SentResource[] {
  const mix: Omit<SentResource, 'name'>[] = [
    {
      type: 'aws:ec2/instance:Instance',
      properties: {
        instanceType: 't3.medium',
        ami: 'ami-0123456789abcdef0',
        subnetId: 'subnet-1',
        tags: { Name: 'web' },
      },
    },
    {
      type: 'aws:ec2/securityGroup:SecurityGroup',
      properties: {
        vpcId: 'vpc-1',
        ingress: [{ fromPort: 443, toPort: 443, protocol: 'tcp', cidrBlocks: ['0.0.0.0/0'] }],
      },
    },
    { type: 'aws:iam/role:Role', properties: { assumeRolePolicy: '{"Version":"2012-10-17","Statement":[]}' } },
    { type: 'aws:s3/bucket:Bucket', properties: { bucket: 'logs', tags: { team: 'shop' } } },
    {
      type: 'aws:lambda/function:Function',
      properties: { memorySize: 256, runtime: 'nodejs22.x', handler: 'index.handler' },
    },
    {
      type: 'aws:rds/instance:Instance',
      properties: { instanceClass: 'db.t4g.medium', engine: 'postgres', allocatedStorage: 50, multiAz: true },
    },
    { type: 'aws:cloudwatch/logGroup:LogGroup', properties: { retentionInDays: 14 } },
    { type: 'aws:ec2/natGateway:NatGateway', properties: { subnetId: 'subnet-1', allocationId: 'eipalloc-1' } },
    {
      type: 'aws:iam/rolePolicyAttachment:RolePolicyAttachment',
      properties: { role: 'r', policyArn: 'arn:aws:iam::aws:policy/ReadOnlyAccess' },
    },
    { type: 'aws:route53/record:Record', properties: { name: 'www', type: 'A', ttl: 60, records: ['10.0.0.1'] } },
  ];
  return Array.from({ length: count }, (_, i) => ({ ...(mix[i % mix.length] as SentResource), name: `r${i}` }));
}

/** Peak resident memory of a process in MiB, as the operating system counted it. */
function peakMemory(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? Number.NaN) / 1024;
}

const emptyFigures = (): Figures => Object.fromEntries(MEASURES.map((name) => [name, []])) as unknown as Figures;

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

function render(figures: Record<string, Figures>): string {
  const table = new Table({
    head: [`median of ${RUNS}`, ...NAMES, 'guard ÷ floor', 'guard ÷ awsguard', 'guard − floor'],
    style: { head: [], border: [] },
  });
  for (const measure of MEASURES) {
    const [floor = Number.NaN, guard = Number.NaN, awsguard = Number.NaN] = NAMES.map((name) =>
      median(figures[name]?.[measure] ?? []),
    );
    const unit = measure.startsWith('memory') ? 'MiB' : 'ms';
    table.push([
      measure,
      ...[floor, guard, awsguard].map((value) => `${value.toFixed(0)} ${unit}`),
      (guard / floor).toFixed(2),
      (guard / awsguard).toFixed(2),
      `${(guard - floor).toFixed(0)} ${unit}`,
    ]);
  }
  return `Node ${execFileSync(NODE, ['--version'], { encoding: 'utf8' }).trim()}\n${table.toString()}`;
}

void main();
