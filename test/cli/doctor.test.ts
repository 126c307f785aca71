import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type CheckSubject, diagnose, iamPolicy as policyFor, type Survey } from '../../src/core/diagnosis';
import { AwsServer, KEYS, type Script } from '../support/aws-server';
import { PACK } from '../support/pack-server';
import { run } from './run';

const NOW = new Date().toISOString().replace(/\.\d+Z$/, 'Z');
const CREDIT = {
  creditId: '1',
  accountId: '111122223333',
  description: 'AWS Activate',
  remainingAmount: { currencyCode: 'USD', currencyAmount: '1000.00' },
  estimatedAmount: { currencyCode: 'USD', currencyAmount: '900.00' },
  startDate: 1_772_323_200,
  endDate: 1_900_000_000,
  applicableProductNames: ['Amazon EC2'],
};
const ANSWERS: NonNullable<Script['answers']> = {
  GetCredits: () => ({ credits: [CREDIT] }),
  GetAccountPlanState: () => ({ accountPlanType: 'PAID', accountPlanRemainingCredits: { amount: 0, unit: 'USD' } }),
  GetCreditAllocationHistory: () => ({ creditAllocationHistoryList: [] }),
  GetCostAndUsage: () => ({ ResultsByTime: [] }),
};

let folder: string;
let server: AwsServer | undefined;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'credit-guard-doctor-'));
  for (const name of Object.keys(process.env)) if (/^AWS_|_proxy$/i.test(name)) vi.stubEnv(name, undefined);
  program('pulumi', 'echo v3.246.0');
  program('aws', 'echo "aws-cli/2.36.1 Python/3.13 Linux/6 exe/x86_64"');
});
afterEach(async () => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
  await server?.stop();
  server = undefined;
});

function program(name: string, line: string): void {
  mkdirSync(join(folder, 'bin'), { recursive: true });
  writeFileSync(join(folder, 'bin', name), `#!/bin/sh\n${line}\n`);
  chmodSync(join(folder, 'bin', name), 0o755);
}

async function doctor(argv: string[] = [], script?: Script) {
  if (script !== undefined) {
    server = await AwsServer.start({ answers: ANSWERS, ...script });
    for (const [name, value] of Object.entries(server.environment)) vi.stubEnv(name, value);
  }
  const env = { ...process.env, PATH: `${join(folder, 'bin')}:/usr/bin:/bin` };
  const { code, stdout } = await run(['doctor', ...argv], { cwd: folder, env, now: NOW });
  return { code, stdout };
}

interface Printed {
  about: CheckSubject;
  state: string;
  found: string | null;
  problems: string[];
  next: string | null;
  profile?: string;
  host?: string;
}

async function checksOf(argv: string[] = [], script?: Script) {
  const { code, stdout } = await doctor(['--json', ...argv], script);
  const { checks, iamPolicy } = JSON.parse(stdout) as { checks: Printed[]; iamPolicy: unknown };
  return { code, iamPolicy, of: new Map(checks.map((check) => [check.about, check])) };
}

const setUp = () => {
  writeFileSync(join(folder, 'credits.json'), JSON.stringify({ readAt: NOW, credits: [CREDIT] }));
  writeFileSync(join(folder, 'credit-guard.yaml'), 'credits: { snapshot: credits.json }\n');
};

describe('doctor', () => {
  test('asks nobody by default, and finds nothing to do where all is well', async () => {
    setUp();
    server = await AwsServer.start({ answers: ANSWERS });
    for (const [name, value] of Object.entries(server.environment)) vi.stubEnv(name, value);
    const { code, of } = await checksOf();
    expect(code).toBe(0);
    expect(server.asked).toEqual([]);
    expect([...of.values()].filter(({ state }) => !['ok', 'not-asked'].includes(state))).toEqual([]);
    expect(of.get('pulumi')).toMatchObject({ found: '3.246.0' });
    expect(of.get('aws-cli')).toMatchObject({ found: '2.36.1' });
    expect(of.get('configuration')?.found).toBe('credit-guard.yaml');
    expect(of.get('credits')?.found).toBe(`credits.json, ${NOW.slice(0, 10)}, 0 days old`);
    expect(of.get('prices')?.found).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect((await doctor()).stdout).toContain('Nothing: a plan can be judged.');
  });

  test('says what to do first where nothing is set up', async () => {
    rmSync(join(folder, 'bin'), { recursive: true });
    const { code, of } = await checksOf();
    expect(code).toBe(2);
    expect(of.get('credits')).toMatchObject({
      state: 'wrong',
      next: expect.stringContaining('credit-guard credits fetch'),
    });
    expect(of.get('pulumi')).toMatchObject({ state: 'absent', next: expect.stringContaining('Install Pulumi') });
    expect(of.get('configuration')).toMatchObject({ state: 'absent' });
  });

  test('a program that fails is there, and its version is not known', async () => {
    program('aws', 'echo "Traceback: 3.11.7"; exit 1');
    program('pulumi', 'echo no version');
    const { code, of } = await checksOf();
    expect(code).toBe(2);
    expect(of.get('aws-cli')).toMatchObject({ state: 'look', found: null, next: expect.stringContaining('--version') });
    expect(of.get('pulumi')).toMatchObject({ state: 'look', found: null, next: expect.stringContaining('version') });
    expect((await doctor()).stdout).toMatch(/AWS CLI +does not say its version/);
  });

  test('a mistake in the configuration and an old snapshot are named', async () => {
    setUp();
    writeFileSync(join(folder, 'credit-guard.yaml'), 'credits: { snapshto: credits.json }\n');
    const { code, of } = await checksOf();
    expect(code).toBe(2);
    expect(of.get('configuration')).toMatchObject({ state: 'wrong', problems: [expect.stringContaining('snapshot')] });
    setUp();
    writeFileSync(join(folder, 'credits.json'), JSON.stringify({ readAt: '2026-06-01T00:00:00Z', credits: [CREDIT] }));
    expect((await checksOf()).of.get('credits')).toMatchObject({
      state: 'look',
      next: 'Run `credit-guard credits fetch` again.',
    });
  });

  test('--online makes each call once but the one that costs money', async () => {
    setUp();
    const { code, of } = await checksOf(['--online'], {});
    expect(code).toBe(0);
    expect(of.get('identity')?.found).toBe('111122223333 arn:aws:iam::111122223333:user/ci');
    for (const call of ['GetCredits', 'GetAccountPlanState', 'GetCreditAllocationHistory'] as const)
      expect(of.get(call)).toMatchObject({ state: 'ok' });
    expect(of.get('GetCostAndUsage')).toMatchObject({ state: 'not-asked' });
    expect([...(server?.calls() ?? [])].sort()).toEqual([
      'GetAccountPlanState',
      'GetCallerIdentity',
      'GetCreditAllocationHistory',
      'GetCredits',
    ]);
  });

  test('live reads that are on are asked without --online, once, and their credits are shown', async () => {
    writeFileSync(join(folder, 'credit-guard.yaml'), 'credits: { source: aws }\nburn: { source: cost-explorer }\n');
    const { of } = await checksOf([], {});
    expect(of.get('credits')?.found).toBe(`AWS, ${NOW.slice(0, 10)}, 0 days old`);
    expect(of.get('GetCostAndUsage')).toMatchObject({ state: 'ok' });
    expect(server?.calls().filter((call) => call === 'GetCostAndUsage')).toHaveLength(1);
  });

  test('a permission that is missing is named, with the policy to attach', async () => {
    setUp();
    const denied = { status: 400, type: 'AccessDeniedException', message: 'no' };
    const script: Script = { faults: { GetCreditAllocationHistory: denied } };
    const { code, of, iamPolicy } = await checksOf(['--online'], script);
    expect(code).toBe(2);
    expect(of.get('GetCreditAllocationHistory')).toMatchObject({
      state: 'wrong',
      found: 'billing:GetCreditAllocationHistory',
      next: 'Attach the policy below to the user or role that asks.',
    });
    expect(iamPolicy).toEqual(policyFor(undefined));
    const [printed = ''] = /\{\n[\s\S]*\n {2}\}$/m.exec((await doctor()).stdout) ?? [];
    expect(JSON.parse(printed)).toEqual(policyFor(undefined));
  });

  test('says by which profile it asks, who that is, and who answers in place of AWS', async () => {
    setUp();
    const role = 'assumed-role/AWSReservedSSO_BillingReadOnly_0123456789abcdef/jane.doe@example.com';
    const script: Script = { arn: () => `arn:aws:sts::111122223333:${role}` };
    const keys = Object.entries(KEYS).map(([name, value]) => `${name.toLowerCase()} = ${value}\n`);
    writeFileSync(join(folder, 'keys'), `[billing]\n${keys.join('')}[other]\nregion = eu-west-1\n`);
    server = await AwsServer.start({ answers: ANSWERS, ...script });
    for (const [name, value] of Object.entries(server.environment)) vi.stubEnv(name, value);
    vi.stubEnv('AWS_SHARED_CREDENTIALS_FILE', join(folder, 'keys'));
    for (const name of Object.keys(KEYS)) vi.stubEnv(name, undefined);
    vi.stubEnv('AWS_PROFILE', 'billing');
    const host = `localhost:${server.port}`;
    const { code, of } = await checksOf(['--online']);
    expect(code).toBe(0);
    expect(of.get('identity')).toMatchObject({ state: 'ok', profile: 'billing', host });
    expect(of.get('GetCreditAllocationHistory')).toMatchObject({ state: 'ok', host });
    expect(of.get('GetCostAndUsage')).not.toHaveProperty('host');
    const { stdout } = await doctor(['--online']);
    // Nothing of a long name is cut.
    expect(stdout.replace(/\n +/g, '').replace(/ /g, '')).toContain(
      `111122223333${role},profilebilling,answeredby${host}`,
    );

    vi.stubEnv('AWS_PROFILE', 'other');
    const without = await checksOf(['--online']);
    expect(without.of.get('identity')).toMatchObject({ state: 'wrong', profile: 'other' });
    expect(without.of.get('identity')?.problems[0]).toMatch(
      /^No AWS credentials were found for profile other\. Run `aws configure --profile other`, or set AWS_PROFILE to another profile: billing\./,
    );
  });

  test('what stops a run is said once, and what to do about it comes first', async () => {
    setUp();
    program('aws', 'echo "aws-cli/2.1.0"');
    writeFileSync(join(folder, 'credit-guard.yaml'), 'credits: { source: aws }\n');
    server = await AwsServer.start({ answers: ANSWERS });
    for (const [name, value] of Object.entries(server.environment)) vi.stubEnv(name, value);
    vi.stubEnv('AWS_ENDPOINT_URL_BILLING', 'here');
    const { stdout } = await doctor(['--online']);
    expect(stdout.match(/AWS_ENDPOINT_URL_BILLING is no http/g)).toHaveLength(1);
    expect(stdout).toMatch(/Next\n {2}- Correct what is said of the call\.\n/);
    // It was asked for, and there is none.
    expect(stdout).toMatch(/wrong +Credits +no balance/);
    vi.stubEnv('AWS_PROFILE', 'none');
    expect((await doctor(['--online'])).stdout).toMatch(/not asked +Credits +once the login is right/);
  });

  test('without a login nothing else is asked', async () => {
    setUp();
    vi.stubEnv('AWS_EC2_METADATA_DISABLED', 'true');
    vi.stubEnv('AWS_CONFIG_FILE', '/dev/null');
    vi.stubEnv('AWS_SHARED_CREDENTIALS_FILE', '/dev/null');
    const { code, of } = await checksOf(['--online']);
    expect(code).toBe(2);
    expect(of.get('identity')).toMatchObject({
      state: 'wrong',
      problems: [expect.stringMatching(/^No AWS credentials/)],
    });
    expect((await doctor(['--online'])).stdout).toContain('once the login is right');
  });
});

describe('the shared pool file', () => {
  const named = (file: string) => {
    setUp();
    writeFileSync(
      join(folder, 'credit-guard.yaml'),
      `credits: { snapshot: credits.json }\npool: { file: "${file}" }\n`,
    );
  };
  const reservation = { stack: 'web/prod', deployment: '1', usd: '12.50', since: NOW, until: '2099-01-01' };

  test('is read where it is named, and said what it holds', async () => {
    named('pool.json');
    const pool = { schemaVersion: 1, reservations: [reservation, { ...reservation, stack: 'data/prod' }] };
    writeFileSync(join(folder, 'pool.json'), JSON.stringify(pool));
    const { code, of } = await checksOf();
    expect(code).toBe(0);
    expect(of.get('pool')).toMatchObject({ state: 'ok', found: 'pool.json, $25.00 reserved by 2 stacks' });
    expect(of.get('credits')).toMatchObject({ state: 'ok', problems: [] });
  });

  test('one that is not there yet is worth a look, one that is damaged is wrong', async () => {
    named('pool.json');
    const missing = await checksOf();
    expect([missing.code, missing.of.get('pool')]).toMatchObject([
      0,
      { state: 'look', next: expect.stringContaining('credit-guard reserve --stack project/stack --usd 0') },
    ]);
    writeFileSync(join(folder, 'pool.json'), '{');
    const damaged = await checksOf();
    expect([damaged.code, damaged.of.get('pool')]).toMatchObject([
      2,
      { state: 'wrong', problems: [expect.stringMatching(/^It is no pool file: it ends in the middle/)] },
    ]);
  });

  test('a bucket has its part of the policy to attach', async () => {
    vi.stubEnv('AWS_CONFIG_FILE', '/dev/null');
    vi.stubEnv('AWS_ACCESS_KEY_ID', 'AKIDEXAMPLE');
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'secret');
    vi.stubEnv('AWS_ENDPOINT_URL_S3', 'http://127.0.0.1:1');
    named('s3://acme/teams/pool.json');
    const { of, iamPolicy } = await checksOf();
    expect(of.get('pool')?.problems[0]).toMatch(/^127\.0\.0\.1:1 was not reached for GetObject/);
    expect((iamPolicy as ReturnType<typeof policyFor>).Statement.slice(1)).toEqual([
      { Effect: 'Allow', Action: ['s3:GetObject', 's3:PutObject'], Resource: 'arn:aws:s3:::acme/teams/pool.json' },
      { Effect: 'Allow', Action: ['s3:ListBucket'], Resource: 'arn:aws:s3:::acme' },
    ]);
  });
});

describe('what is judged of versions', () => {
  const SURVEY: Survey = {
    now: Date.parse(NOW),
    package: '1.0.0',
    node: '22.11.0',
    pulumi: '3.1.0',
    awsCli: '2.35.23',
    configuration: { file: 'x', bases: [], problems: [] },
    prices: { asOf: '2026-11-25', days: 3 },
    balance: undefined,
    pool: undefined,
    identity: undefined,
    profile: undefined,
    calls: new Map(),
    hosts: new Map(),
  };
  const stateOf = (about: CheckSubject, parts: Partial<Survey>) =>
    diagnose({ ...SURVEY, ...parts }).find((check) => check.about === about)?.state;

  test.each([
    ['20.19.9', 'wrong'],
    ['20.20.0', 'ok'],
    ['21.7.0', 'wrong'],
    ['22.0.0', 'ok'],
    ['23.1.0', 'wrong'],
    ['26.0.0', 'ok'],
  ])('Node %s: %s', (node, state) => {
    expect(stateOf('node', { node })).toBe(state);
    // What npm itself asks for.
    expect(JSON.parse(readFileSync(join(PACK, 'package.json'), 'utf8')).engines.node).toBe(
      '^20.20.0 || ^22.0.0 || >=24.0.0',
    );
  });

  test.each([
    ['20.20.0', 'look'],
    ['22.0.0', 'ok'],
    ['18.0.0', 'wrong'],
  ])('Node %s where AWS is asked, as its packages of 2027 need 22: %s', (node, state) => {
    expect(stateOf('node', { node, identity: { account: '111122223333', arn: 'a' } })).toBe(state);
  });

  test.each([
    ['2.35.22', 'look'],
    ['2.35.23', 'ok'],
    ['2.36.0', 'ok'],
    ['1.45.11', 'look'],
    ['1.46.3', 'ok'],
    ['3.0.0', 'ok'],
    ['', 'look'],
    [undefined, 'absent'],
  ])('AWS CLI %s: %s', (awsCli, state) => {
    expect(stateOf('aws-cli', { awsCli })).toBe(state);
  });

  test('a price book is old after half a year', () => {
    expect(stateOf('prices', { prices: { asOf: '2026-05-01', days: 181 } })).toBe('look');
    expect(stateOf('prices', { prices: { asOf: '2026-05-01', days: 180 } })).toBe('ok');
  });
});
