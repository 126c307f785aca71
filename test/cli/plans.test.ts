import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest';
import { run } from './run';

/** What Pulumi prints in the odder moments, each told by the command as it should be. */

const NAT = 'aws:ec2/natGateway:NatGateway';
const PLAN = 'aws:savingsplans/savingsPlan:SavingsPlan';
const urn = (type: string, name: string) => `urn:pulumi:dev::shop::${type}::${name}`;
const state = (type: string, name: string, inputs: object, rest: object = {}) => ({
  urn: urn(type, name),
  custom: true,
  type,
  inputs,
  ...rest,
});
const nat = (name: string, rest: object = {}) => state(NAT, name, { subnetId: 's-1' }, rest);
const plan = (rest: object = {}) =>
  state(PLAN, 'sp', { commitment: '1.0', savingsPlanOfferingId: 'o-1', upfrontPaymentAmount: '1314.00' }, rest);
const step = (op: string, oldState: { urn: string } | undefined, newState?: { urn: string }) => ({
  op,
  urn: (newState ?? oldState)?.urn,
  ...(oldState && { oldState }),
  ...(newState && { newState }),
});
const preview = (steps: readonly object[], changeSummary: object, rest: object = {}) => ({
  config: { 'aws:region': 'us-east-1' },
  steps,
  changeSummary,
  ...rest,
});
const buys = preview([step('create', undefined, nat('nat')), step('create', undefined, plan())], { create: 2 });

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'credit-guard-'));
  const credit = '{ description: All, remaining: "90000", starts: 2026-01-01, ends: 2030-01-01, products: all }';
  writeFileSync(join(folder, 'credit-guard.yaml'), `credits: { manual: [${credit}] }\n`);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function check(input: string | object, options: readonly string[] = []) {
  const stdin = typeof input === 'string' ? input : JSON.stringify(input);
  return run(['check', ...options], { cwd: folder, stdin });
}

interface Told {
  findings: { rule: string; level: string; type: string }[];
  estimate: {
    complete: boolean;
    monthly: { total: { min: string; max: string } };
    change: { total: { min: string; max: string } } | null;
    resources: { total: number };
  };
}

async function told(input: string | object): Promise<Told> {
  return JSON.parse((await check(input, ['--format', 'json'])).stdout) as Told;
}

const blocks = ({ findings }: Told) => findings.filter(({ level }) => level === 'block').map(({ rule }) => rule);
const monthly = ({ estimate }: Told) => estimate.monthly.total;
const change = ({ estimate }: Told) => estimate.change?.total;
const nothing = { min: '0.00', max: '0.00' };

describe('documents', () => {
  // https://github.com/pulumi/pulumi/pull/8275, https://github.com/pulumi/pulumi/pull/20328
  test('the engine’s events, one a line, are a plan', async () => {
    const event = (payload: object) => ({ sequence: 0, timestamp: 1_796_083_200, ...payload });
    const begins = (next: { urn: string; type: string }) =>
      event({ resourcePreEvent: { planning: true, metadata: { op: 'create', ...next, old: null, new: next } } });
    const lines = [
      event({ preludeEvent: { config: { 'aws:region': 'us-east-1' } } }),
      begins(nat('nat')),
      begins(plan()),
      event({ summaryEvent: { resourceChanges: { create: 2 } } }),
      event({ cancelEvent: {} }),
    ];
    const answer = await told(lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
    expect([blocks(answer), answer.estimate.resources.total]).toEqual([['savings-plan-upfront'], 2]);
  });

  // https://github.com/pulumi/pulumi/issues/4082
  test('an upgrade notice after the document is no part of it', async () => {
    const notice =
      "warning: A new version of Pulumi is available. To upgrade from '3.1.0' to '3.2.0', run\n   $ brew\n";
    expect(blocks(await told(`${JSON.stringify(buys, null, 4)}\n${notice}`))).toEqual(['savings-plan-upfront']);
  });

  it.each<[string, object]>([
    ['an error', { ...buys, diagnostics: [{ severity: 'error', message: 'error: no credentials\n' }] }],
    ['a YAML program', { ...buys, diagnostics: [{ severity: 'info#err', message: '\u001b[31mError\u001b[0m: no\n' }] }],
    ['a cut document', { ...buys, changeSummary: { create: 20 } }],
  ])('a preview that failed is exit 2, and no report: %s', async (_, input) => {
    const { code, stdout, stderr } = await check(input, ['--fail-on', 'never']);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^credit-guard: standard input: The (preview failed|plan is cut)/);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  });

  test('a plan that Pulumi marked as maybe corrupt says so', async () => {
    const { stdout } = await check({ ...buys, maybeCorrupt: true });
    expect(stdout.replace(/\s+/g, ' ')).toContain('Pulumi marked this plan as maybe corrupt');
    expect((await told(buys)).estimate.complete).toBe(true);
  });
});

describe('what there was before', () => {
  const database = (rest: object = {}) =>
    state(
      'aws:rds/instance:Instance',
      'db',
      {
        engine: 'postgres',
        engineVersion: '17',
        instanceClass: 'db.m5.large',
        allocatedStorage: 100,
        storageType: 'gp3',
      },
      rest,
    );

  test('a replacement that creates first changes nothing, and counts once beside a burn', async () => {
    const replaced = preview([step('replace', database({ id: 'db-1', delete: true }), database())], { replace: 1 });
    const answer = await told(replaced);
    expect(change(answer)).toEqual(nothing);
    expect(Number(monthly(answer).min)).toBeGreaterThan(100);
    writeFileSync(
      join(folder, 'credit-guard.yaml'),
      'credits: { manual: [{ description: All, remaining: "9000", products: all }] }\nburn: { monthly: { Amazon RDS: "500" } }\n',
    );
    const { outlook } = JSON.parse((await check(replaced, ['--format', 'json'])).stdout);
    expect(outlook.burn).toEqual({ min: '500.00', max: '500.00' });
  });

  // https://github.com/pulumi/pulumi/pull/18943
  test('with --refresh each resource is one, and the plan is whole', async () => {
    const volume = (name: string, size: number, rest: object = {}) =>
      state('aws:ebs/volume:Volume', name, { availabilityZone: 'us-east-1a', size, type: 'gp3' }, rest);
    const before = [nat('n', { id: '1' }), volume('v', 100, { id: '2' }), volume('v2', 50, { id: '3' })] as const;
    const refreshed = preview(
      [
        ...before.map((one) => step('refresh', one, one)),
        step('same', before[0], before[0]),
        step('update', before[1], volume('v', 200)),
        step('same', before[2], before[2]),
      ],
      { same: 2, update: 1 },
    );
    const answer = await told(refreshed);
    expect([monthly(answer).min, answer.estimate.resources.total, answer.estimate.complete]).toEqual([
      '52.85',
      3,
      true,
    ]);
    expect(change(answer)).toEqual({ min: '8.00', max: '8.00' });
    const { stdout } = await check(refreshed);
    expect(stdout).not.toMatch(/more than once|at least \$/);
  });

  test('with --refresh a database that stays is one', async () => {
    const steps = ['refresh', 'same'].map((op) => step(op, database({ id: 'db-1' }), database({ id: 'db-1' })));
    const answer = await told(preview(steps, { same: 1 }));
    expect([answer.estimate.resources.total, change(answer), answer.estimate.complete]).toEqual([1, nothing, true]);
  });

  // https://github.com/pulumi/pulumi/pull/8746
  test('what is kept in AWS saves nothing, and that is said', async () => {
    const deletes = [nat('kept', { id: '1', retainOnDelete: true }), nat('gone', { id: '2' })];
    const input = preview(
      deletes.map((one) => step('delete', one)),
      { delete: 2 },
    );
    expect(change(await told(input))).toEqual({ min: '-37.35', max: '-32.85' });
    const { stdout } = await check(input);
    expect(stdout.replace(/\s+/g, ' ')).toContain('1 resource leaves the stack but stays in AWS (retainOnDelete)');
  });

  // https://github.com/pulumi/pulumi/pull/24588
  test('what was deleted for a replacement that did not come costs nothing, and that is said', async () => {
    const resources = [nat('n', { id: 'nat-1', pendingReplacement: true })];
    const { stdout } = await check({ version: 3, deployment: { manifest: {}, resources } });
    expect(stdout.replace(/\s+/g, ' ')).toContain('1 resource does not exist now, so it costs nothing');
    expect(monthly(await told({ version: 3, deployment: { resources } }))).toEqual(nothing);
  });
});

test('a database of a Terraform module is judged by its licence', async () => {
  const inputs = { engine: 'db2-se', license_model: 'marketplace-license' };
  const type = 'terraform-aws-modules:tf:aws_db_instance';
  const answer = await told(preview([step('create', undefined, state(type, 'r0', inputs))], {}));
  expect(answer.findings.filter(({ level }) => level === 'block')).toMatchObject([{ type }]);
});
