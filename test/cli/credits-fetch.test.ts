import { execFile, execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { AwsServer, type Script } from '../support/aws-server';
import { costAndUsage, monthsAgo } from '../support/cost-explorer';
import { Endless } from '../support/deadline';
import { PACK } from '../support/pack-server';
import { run } from './run';

const NOW = new Date().toISOString().replace(/\.\d+Z$/, 'Z');
const credit = (id: string) => ({
  creditId: id,
  accountId: '111122223333',
  description: 'AWS Activate Founders',
  remainingAmount: { currencyCode: 'USD', currencyAmount: '1000.00' },
  estimatedAmount: { currencyCode: 'USD', currencyAmount: '900.00' },
  startDate: 1_772_323_200,
  endDate: 1_900_000_000,
  applicableProductNames: ['Amazon EC2'],
});
const ANSWERS: NonNullable<Script['answers']> = {
  GetCredits: () => ({ credits: [credit('1'), credit('2')] }),
  GetAccountPlanState: () => ({ accountPlanType: 'FREE', accountPlanRemainingCredits: { amount: 80, unit: 'USD' } }),
  GetCostAndUsage: costAndUsage([{ service: 'Amazon EC2', usd: '310.5' }]),
};

let folder: string;
let server: AwsServer | undefined;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'credit-guard-fetch-'));
  for (const name of Object.keys(process.env)) if (/^AWS_|_proxy$/i.test(name)) vi.stubEnv(name, undefined);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
  await server?.stop();
  server = undefined;
});

async function fetchWith(script: Script, ...argv: string[]) {
  server = await AwsServer.start({ answers: ANSWERS, ...script });
  for (const [name, value] of Object.entries(server.environment)) vi.stubEnv(name, value);
  return run(['credits', 'fetch', ...argv], { cwd: folder, env: process.env, now: NOW });
}

const written = (name = 'credits.json') => JSON.parse(readFileSync(join(folder, name), 'utf8'));

describe('credits fetch', () => {
  test('writes a dated snapshot, which the next command reads', async () => {
    const { code, stdout, stderr } = await fetchWith({}, '--burn');
    expect([code, stdout]).toEqual([0, '']);
    expect(stderr).toMatch(/^Wrote .*credits\.json: 2 credits that account 111122223333 sees, read at \d{4}-/);
    expect(stderr).toMatch(/Burn of \d{4}-\d{2}: 1 account, 1 product, from cost-explorer\. AWS charges \$0\.01/);
    expect(written()).toMatchObject({
      readAt: NOW,
      credits: [{ creditId: '1' }, { creditId: '2' }],
      accountPlan: { accountPlanType: 'FREE' },
      burn: {
        month: expect.stringMatching(/^\d{4}-\d{2}$/),
        from: 'cost-explorer',
        account: '111122223333',
        monthly: { 'Amazon EC2': '310.50' },
        months: { [monthsAgo(1)]: { '111122223333': { 'Amazon EC2': '310.50' } } },
      },
    });
    const shown = await run(['credits', '--credits', 'credits.json', '--json'], { cwd: folder, now: NOW });
    expect(JSON.parse(shown.stdout)).toMatchObject({ usable: '1800.00', accountPlan: 'FREE', problems: [] });
    expect(server?.calls().filter((call) => call === 'GetCostAndUsage')).toHaveLength(1);
  });

  test('the burn of a snapshot counts, unless the owner writes another', async () => {
    await fetchWith({}, '--burn');
    const plan = JSON.stringify({ steps: [] });
    writeFileSync(join(folder, 'credit-guard.yaml'), 'credits: { snapshot: credits.json }\n');
    const burnOf = async () => {
      const argv = ['check', '--format', 'json', '--date', NOW];
      return JSON.parse((await run(argv, { cwd: folder, stdin: plan })).stdout).outlook.burn;
    };
    expect(await burnOf()).toMatchObject({ min: '310.50' });
    writeFileSync(
      join(folder, 'credit-guard.yaml'),
      'credits: { snapshot: credits.json }\nburn: { monthly: { Amazon EC2: "20.00" } }\n',
    );
    expect(await burnOf()).toMatchObject({ min: '20.00' });
  });

  test('the burn of an organization is written by account and month, and each stack reads its own', async () => {
    const other = '444455556666';
    const rows = [1, 2, 3].flatMap((ago) => [
      { service: 'Amazon EC2', month: monthsAgo(ago), usd: String(310 - 10 * ago) },
      { service: 'Amazon EC2', account: other, month: monthsAgo(ago), usd: '5' },
      { service: 'Amazon RDS', account: other, month: monthsAgo(ago), usd: '7' },
    ]);
    const config = (...lines: string[]) =>
      writeFileSync(
        join(folder, 'credit-guard.yaml'),
        ['credits: { snapshot: credits.json }', ...lines, ''].join('\n'),
      );
    config('burn: { forecast: trend }');
    const answers = { ...ANSWERS, GetCostAndUsage: costAndUsage(rows) };
    const { code, stderr } = await fetchWith({ answers }, '--burn');
    expect([code, stderr]).toEqual([
      0,
      expect.stringMatching(
        /Burn of \d{4}-\d{2}: 2 accounts, 2 products, 2 months before, from cost-explorer\. AWS charges \$0\.01/,
      ),
    ]);
    const read = async (...lines: string[]) => {
      config(...lines);
      const argv = ['check', '--format', 'json', '--date', NOW];
      const report = JSON.parse((await run(argv, { cwd: folder, stdin: '{"steps": []}' })).stdout);
      const how = report.notes.find(({ code: name }: { code: string }) => /^burn-(?:flat|trend)$/.test(name));
      return [report.outlook.burn.min, how.text];
    };
    expect(await read('burn: { forecast: trend }')).toEqual([
      '300.00',
      `burn: goes on as from ${monthsAgo(3)} to ${monthsAgo(1)}: Amazon EC2 +$10.00 each month, for 3 months; flat from then on (burn.forecast).`,
    ]);
    expect(await read(`account: "${other}"`)).toEqual([
      // Of its $12 the credits cover EC2.
      '5.00',
      'burn: is taken as flat, at the same amount every month (burn.forecast).',
    ]);
  });

  test('a stack of an account that the snapshot does not list is told so, unless its burn is written', async () => {
    await fetchWith({}, '--burn');
    const problems = async (...lines: string[]) => {
      writeFileSync(
        join(folder, 'credit-guard.yaml'),
        ['account: "444455556666"', 'credits: { snapshot: credits.json }', ...lines, ''].join('\n'),
      );
      const argv = ['check', '--format', 'json', '--date', NOW];
      const report = JSON.parse((await run(argv, { cwd: folder, stdin: '{"steps": []}' })).stdout);
      const told = report.findings.map(({ reason }: { reason: string }) => reason);
      return told.filter((reason: string) => reason.includes('the burn'));
    };
    expect(await problems()).toEqual([
      expect.stringMatching(
        /^credits\.json: the burn lists nothing for account 444455556666, asked as 111122223333\. A member/,
      ),
    ]);
    expect(await problems('burn: { monthly: { Amazon EC2: "20.00" } }')).toEqual([]);
  });

  test('without --burn Cost Explorer is not asked', async () => {
    await fetchWith({});
    expect(server?.calls()).not.toContain('GetCostAndUsage');
    expect(written()).not.toHaveProperty('burn');
  });

  test('goes where the configuration reads it', async () => {
    mkdirSync(join(folder, 'state'));
    writeFileSync(join(folder, 'credit-guard.yaml'), 'credits: { snapshot: state/now.json }\n');
    expect((await fetchWith({})).code).toBe(0);
    expect(written('state/now.json')).toHaveProperty('credits');
  });

  test.each([
    ['credits', { GetCredits: { status: 400, type: 'AccessDeniedException' } }, /billing:GetCredits is missing/],
    ['the burn', { GetCostAndUsage: { status: 400, type: 'AccessDeniedException' } }, /ce:GetCostAndUsage is missing/],
  ] as const)('%s that cannot be read leave the file as it was', async (_, faults, line) => {
    writeFileSync(join(folder, 'credits.json'), 'as it was');
    const { code, stderr } = await fetchWith({ faults }, '--burn');
    expect(code).toBe(2);
    expect(stderr).toMatch(line);
    expect(readFileSync(join(folder, 'credits.json'), 'utf8')).toBe('as it was');
    expect(readdirSync(folder)).toEqual(['credits.json']);
  });

  test('an account plan that cannot be read is said, and the credits are written', async () => {
    const { code, stderr } = await fetchWith({
      faults: { GetAccountPlanState: { status: 400, type: 'AccessDeniedException' } },
    });
    expect(code).toBe(0);
    expect(stderr).toMatch(/The account plan was not read: .*freetier:GetAccountPlanState is missing/);
    expect(written()).not.toHaveProperty('accountPlan');
  });

  test('credits of another account than the one that is billed are not written', async () => {
    writeFileSync(join(folder, 'credit-guard.yaml'), 'account: "999988887777"\n');
    const { code, stderr } = await fetchWith({});
    expect(code).toBe(2);
    expect(stderr).toMatch(/of account 111122223333, and it sees no credit for 999988887777/);
    expect(existsSync(join(folder, 'credits.json'))).toBe(false);
  });

  test.each([
    ['credit-guard.yaml', 'it is an input of this run'],
    ['pool.json', 'it is an input of this run'],
    ['history.json', 'it is an input of this run'],
    ['base.yaml', 'it is an input of this run'],
    ['elsewhere/credit-guard.yaml', 'it would be read as the configuration'],
  ])('%s is not written over, and AWS is not asked', async (name, why) => {
    const lines = ['extends: ./base.yaml', 'credits: { snapshot: credits.json, history: history.json }'];
    writeFileSync(join(folder, 'credit-guard.yaml'), [...lines, 'pool: { file: pool.json }', ''].join('\n'));
    writeFileSync(join(folder, 'base.yaml'), 'program: activate\n');
    const { code, stderr } = await fetchWith({}, '--output', name);
    expect([code, stderr]).toEqual([2, expect.stringContaining(`${name}: the snapshot cannot be written: ${why}`)]);
    expect(server?.calls()).toEqual([]);
    expect(existsSync(join(folder, 'credits.json'))).toBe(false);
    expect(readFileSync(join(folder, 'credit-guard.yaml'), 'utf8')).toContain('pool.json');
  });

  test('the snapshot that the configuration names is renewed, by its own name too', async () => {
    writeFileSync(join(folder, 'credit-guard.yaml'), 'credits: { snapshot: credits.json }\n');
    writeFileSync(join(folder, 'credits.json'), '');
    expect((await fetchWith({}, '--output', 'credits.json')).code).toBe(0);
    expect(written().credits).toHaveLength(2);
  });

  test('a folder that does not exist is one line', async () => {
    const { code, stderr } = await fetchWith({}, '--output', 'none/credits.json');
    expect([code, stderr]).toEqual([
      2,
      expect.stringMatching(/none\/credits\.json: the snapshot cannot be written: its folder does not exist/),
    ]);
  });

  test('a burn in a snapshot that is no amount is not known', async () => {
    await fetchWith({});
    writeFileSync(
      join(folder, 'credits.json'),
      JSON.stringify({ ...written(), burn: { monthly: { 'Amazon EC2': 'x' } } }),
    );
    const { stdout } = await run(['credits', '--credits', 'credits.json'], { cwd: folder, now: NOW });
    expect(stdout.replace(/\s+/g, ' ')).toContain('credits.json: its burn of Amazon EC2 is no amount.');
  });

  test('a slip names the options of fetch', async () => {
    const { code, stderr } = await run(['credits', 'fetch', '--brun'], { cwd: folder });
    expect(code).toBe(2);
    expect(stderr).toContain('did you mean --burn?');
    expect(stderr).toContain('see: credit-guard credits fetch --help');
    expect((await run(['credits', 'fetc'], { cwd: folder })).stderr).toContain('did you mean fetch?');
  });
});

describe('the command itself', () => {
  const execute = promisify(execFile);

  test('says in one line which packages are missing, where only the package is installed', () => {
    cpSync(join(PACK, 'dist'), join(folder, 'dist'), { recursive: true });
    cpSync(join(PACK, 'package.json'), join(folder, 'package.json'));
    for (const name of Object.keys(JSON.parse(readFileSync(join(PACK, 'package.json'), 'utf8')).dependencies)) {
      mkdirSync(dirname(join(folder, 'node_modules', name)), { recursive: true });
      symlinkSync(join(PACK, 'node_modules', name), join(folder, 'node_modules', name));
    }
    const command = [join(folder, 'dist/src/cli/main.js'), 'credits', 'fetch'];
    const ask = () => execFileSync(process.execPath, command, { cwd: folder, encoding: 'utf8', stdio: 'pipe' });
    expect(ask).toThrow(
      /needs packages that are not installed: `npm install @smithy\/core @smithy\/signature-v4 .* beside pulumi-credit-guard/,
    );
  });

  test('says nothing of AWS about the version of Node, unless its owner wants to hear it', async () => {
    server = await AwsServer.start({ answers: ANSWERS });
    const old = join(folder, 'old.cjs');
    writeFileSync(old, "Object.defineProperty(process, 'version', { value: 'v20.20.2' });\n");
    const command = [join(PACK, 'dist/src/cli/main.js'), 'credits', 'fetch', '--burn'];
    const env = { ...process.env, ...server.environment, NODE_OPTIONS: `--require ${old}` };
    const fetched = async (more: NodeJS.ProcessEnv) =>
      (await execute(process.execPath, command, { cwd: folder, env: { ...env, ...more } })).stderr;
    expect(await fetched({})).toMatch(/^Wrote .*\nBurn of .*\n$/);
    expect(await fetched({ AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'false' })).toContain(
      'NodeVersionSupportWarning',
    );
  });

  test('ends after its output, whatever still waits', async () => {
    server = await AwsServer.start({ answers: ANSWERS });
    const config = join(folder, 'config');
    // The credential process goes on for longer than this test may take.
    const endless = new Endless(folder);
    writeFileSync(config, `[profile slow]\ncredential_process = ${endless.command}\n`);
    writeFileSync(join(folder, 'credit-guard.yaml'), 'credits: { source: aws }\n');
    const env = {
      ...process.env,
      ...server.environment,
      AWS_ACCESS_KEY_ID: '',
      AWS_SECRET_ACCESS_KEY: '',
      AWS_CONFIG_FILE: config,
      AWS_PROFILE: 'slow',
    };
    const ended = execute(process.execPath, [join(PACK, 'dist/src/cli/main.js'), 'credits'], { cwd: folder, env });
    await expect(ended).rejects.toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/No AWS credentials within 5 seconds/),
    });
    await endless.begun();
    endless.stop();
  });
});
