import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { PACK } from '../support/pack-server';
import { describeWithS3, S3Server } from '../support/s3-server';
import { run } from './run';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'credit-guard-reserve-'));
  configure('pool.json');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const CREDIT =
  '{ description: Activate, remaining: "500.00", asOf: 2026-12-01T09:00:00Z, ends: 2027-12-31, products: all }';
const configure = (file: string | undefined, credit = CREDIT, more = '') =>
  writeFileSync(
    join(folder, 'credit-guard.yaml'),
    `${credit === '' ? '' : `credits: { manual: [${credit}] }\n`}${file === undefined ? '' : `pool: { file: "${file}" }\n`}${more}`,
  );

/** A state of NAT gateways: each 720 hours at $0.045 in 30 days, and 30/31 of at most $4.50 a month for data: $36.75. */
const planOf = (stack: string, gateways: number) => {
  const [project, name] = stack.split('/');
  const urn = (type: string, of: string) => `urn:pulumi:${name}::${project}::${type}::${of}`;
  const provider = urn('pulumi:providers:aws', 'default');
  return JSON.stringify({
    version: 3,
    deployment: {
      resources: [
        { urn: provider, type: 'pulumi:providers:aws', custom: true, id: 'p', inputs: { region: 'us-east-1' } },
        ...Array.from({ length: gateways }, (_, i) => ({
          urn: urn('aws:ec2/natGateway:NatGateway', `nat${i}`),
          type: 'aws:ec2/natGateway:NatGateway',
          custom: true,
          id: `nat-${i}`,
          provider: `${provider}::p`,
          inputs: { subnetId: 'subnet-1' },
        })),
      ],
    },
  });
};

const guard = (argv: string[], stdin = '', now = '2026-12-01T09:00:00Z') => run(argv, { cwd: folder, stdin, now });
const reserve = (stack: string, gateways: number, ...argv: string[]) =>
  guard(['reserve', ...argv], planOf(stack, gateways));
const usableFor = async (stack: string, now?: string) => {
  const { stdout } = await guard(['check', '--format', 'json'], planOf(stack, 1), now);
  return JSON.parse(stdout).credits.usable;
};
const written = () => JSON.parse(readFileSync(join(folder, 'pool.json'), 'utf8')).reservations;

describe('the last $500', () => {
  test('is not spent twice: the second pull request is told who has it, and exits with 1', async () => {
    const first = await reserve('shop/prod', 8);
    expect([first.code, first.stderr, first.stdout]).toEqual([
      0,
      '',
      'Reserved $294.04 of the credits for shop/prod until 2026-12-31T09:00:00Z in pool.json. $205.96 is left.\n',
    ]);
    const second = await reserve('blog/prod', 9);
    expect([second.code, second.stdout]).toEqual([
      1,
      'Not reserved: blog/prod would draw $330.79 of the credits until 2026-12-31T09:00:00Z, and $205.96 of that is left.\nReserved by others: shop/prod $294.04 (pool.json).\n',
    ]);
    expect(written()).toHaveLength(1);
    expect([await usableFor('shop/prod'), await usableFor('blog/prod')]).toEqual(['500.00', '205.96']);
    expect((await guard(['release', 'shop/prod'])).stdout).toBe('Released 1 reservation for shop/prod in pool.json.\n');
    expect((await reserve('blog/prod', 9)).code).toBe(0);
  });

  test('a reservation that has ended counts for nothing, and the next writer clears it away', async () => {
    await reserve('shop/prod', 8, '--until', '6h');
    expect(await usableFor('blog/prod', '2026-12-01T14:59:59Z')).toBe('497.24');
    expect(await usableFor('blog/prod', '2026-12-01T15:00:00Z')).toBe('499.69');
    await guard(['reserve', '--stack', 'blog/prod', '--usd', '500'], '', '2026-12-01T15:00:00Z');
    expect(written()).toEqual([
      {
        stack: 'blog/prod',
        deployment: 'default',
        usd: '500.00',
        since: '2026-12-01T15:00:00Z',
        until: '2026-12-31T15:00:00Z',
      },
    ]);
  });
});

describe('the same again', () => {
  test('reserving for the same deployment takes the place of the first, another one stands beside it', async () => {
    await reserve('shop/prod', 8, '--deployment', '7');
    await reserve('shop/prod', 2, '--deployment', '7');
    await reserve('shop/prod', 4, '--deployment', '8');
    expect(written().map(({ deployment, usd }: Record<string, string>) => `${deployment} ${usd}`)).toEqual([
      '7 73.51',
      '8 147.02',
    ]);
    // Both are for the whole stack: the larger one counts.
    expect(await usableFor('blog/prod')).toBe('352.98');
  });

  test('releasing twice is no error, and releases no other deployment', async () => {
    await reserve('shop/prod', 1, '--deployment', '7');
    await reserve('shop/prod', 1, '--deployment', '8');
    const release = async () => (await guard(['release', 'shop/prod', '--deployment', '7'])).stdout;
    expect(await release()).toBe('Released 1 reservation for shop/prod by deployment 7 in pool.json.\n');
    expect(await release()).toBe('Nothing was reserved for shop/prod by deployment 7 in pool.json.\n');
    expect(written()).toMatchObject([{ deployment: '8' }]);
  });

  test('what has ended is not counted as released', async () => {
    await reserve('shop/prod', 1, '--deployment', '7', '--until', '1h');
    await reserve('shop/prod', 1, '--deployment', '8');
    const { stdout } = await guard(['release', 'shop/prod'], '', '2026-12-02T00:00:00Z');
    expect(stdout).toBe('Released 1 reservation for shop/prod in pool.json.\n');
  });

  test('a stack that draws nothing any more gives its reservation back', async () => {
    await reserve('shop/prod', 1);
    const { code, stdout } = await reserve('shop/prod', 0);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Nothing is reserved for shop\/prod: it draws \$0\.00 of the credits/);
    expect(written()).toEqual([]);
  });
});

test('an amount may be stated, under another name, without a plan', async () => {
  const { code, stdout } = await guard([
    'reserve',
    '--stack',
    'acme/shop/prod',
    '--usd',
    '120.50',
    '--until',
    '2027-01-15',
  ]);
  expect([code, stdout]).toEqual([
    0,
    'Reserved $120.50 of the credits for acme/shop/prod until 2027-01-15T23:59:59Z in pool.json. $379.50 is left.\n',
  ]);
  expect((await guard(['reserve', '--stack', 'web/prod', '--usd', '379.51'])).code).toBe(1);
  const named = await guard(['reserve', '--stack', 'blog/eu'], planOf('blog/prod', 1));
  expect(named.stdout).toMatch(/^Reserved \$36\.75 of the credits for blog\/eu /);
});

test('a plan with charges of unknown amount says that it draws more', async () => {
  const plan = planOf('shop/prod', 1).replaceAll('natGateway:NatGateway', 'instance:Instance');
  const { stderr } = await guard(['reserve'], plan);
  expect(stderr).toBe('The plan draws this or more: `credit-guard check` shows what has no known amount.\n');
});

describe('what cannot be is one line, and exit code 2', () => {
  test.each<[string, string[], RegExp]>([
    [
      'an end that is none',
      ['--until', 'soon'],
      /^credit-guard: --until soon: write a day within a year, or how long from now, such as 14d or 6h$/,
    ],
    ['an end in the past', ['--until', '2026-11-30'], /^credit-guard: --until 2026-11-30: it is in the past/],
    [
      'an end far away',
      ['--until', '367d'],
      /^credit-guard: --until 367d: write a day within a year, or how long from now, such as 14d or 6h$/,
    ],
    ['an end at once', ['--until', '0h'], /^credit-guard: --until 0h: write a day within a year/],
    ['an amount that is none', ['--usd', '$5'], /^credit-guard: --usd \$5: it is no amount in USD/],
    [
      'a stack that is none',
      ['--stack', 'prod'],
      /^credit-guard: prod: write a stack as project\/stack or organization\/project\/stack$/,
    ],
  ])('%s', async (_, argv, line) => {
    const { code, stdout, stderr } = await reserve('shop/prod', 1, ...argv);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr.trimEnd()).toMatch(line);
  });

  test.each<[string, string | undefined, string, RegExp]>([
    ['no pool file', undefined, CREDIT, /^credit-guard: pool: file: is not set, so there is nowhere to reserve\./],
    [
      'no balance',
      'pool.json',
      '',
      /^credit-guard: No balance was given, so nothing can be said about how long credits last\.$/,
    ],
    [
      'a file that is only read',
      'https://acme.test/pool.json',
      CREDIT,
      /^credit-guard: https:\/\/acme\.test\/pool\.json: A file behind https:\/\/ can only be read\./,
    ],
    [
      'a folder that is not there',
      'none/pool.json',
      CREDIT,
      /^credit-guard: none\/pool\.json: Its folder does not exist\.$/,
    ],
  ])('%s', async (_, file, credit, line) => {
    configure(file, credit);
    const { code, stdout, stderr } = await reserve('shop/prod', 1);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr.trimEnd()).toMatch(line);
  });
});

describe('a run that reads a pool file that it cannot have', () => {
  test('says so once; onUnknownBalance makes it block', async () => {
    const shown = await guard(['check'], planOf('shop/prod', 1));
    expect(shown.code).toBe(0);
    expect(shown.stdout).toContain('What other stacks have reserved is not known');
    configure('pool.json', CREDIT, 'policies: { credit-outlook: { onUnknownBalance: block } }\n');
    const blocked = await guard(['check', '--format', 'json'], planOf('shop/prod', 1));
    expect(blocked.code).toBe(1);
    const { findings } = JSON.parse(blocked.stdout);
    expect(findings.filter(({ level }: { level: string }) => level === 'block')).toMatchObject([
      {
        rule: 'balance-pool-not-read',
        reason: 'pool.json: There is no such file. Where it can be written, the first `credit-guard reserve` makes it.',
      },
    ]);
    await guard(['reserve', '--stack', 'shop/prod', '--usd', '0']);
    expect((await guard(['check'], planOf('shop/prod', 1))).code).toBe(0);
  });
});

describeWithS3('in a bucket', () => {
  let server: S3Server;
  beforeAll(async () => {
    server = await S3Server.start();
    server.makeBucket('acme');
  });
  afterAll(() => server?.stop());
  let name: string;
  let count = 0;
  beforeEach(() => {
    server.meet();
    name = `pool-${++count}.json`;
    for (const one of Object.keys(process.env)) if (/^AWS_|_proxy$/i.test(one)) vi.stubEnv(one, undefined);
    for (const [one, value] of Object.entries(server.environment)) vi.stubEnv(one, value);
    configure(`s3://acme/${name}`, CREDIT.replace('2026-12-01T09:00:00Z', '2026-12-01'));
    writeFileSync(join(folder, 'plan.json'), planOf('shop/prod', 8));
    writeFileSync(join(folder, 'blog.json'), planOf('blog/prod', 9));
  });
  afterEach(() => {
    vi.unstubAllEnvs();
  });

  const DATE = { CREDIT_GUARD_DATE: '2026-12-01T00:00:00Z' };
  const started = (...argv: string[]) =>
    spawn(process.execPath, [join(PACK, 'dist/src/cli/main.js'), ...argv], {
      cwd: folder,
      env: { ...process.env, ...DATE },
    });
  const ended = async (child: ChildProcess) => {
    let stdout = '';
    child.stdout?.on('data', (data) => {
      stdout += data;
    });
    const code = await new Promise((done) => child.once('close', done));
    return { code, stdout };
  };
  /** In this process. */
  const here = (...argv: string[]) => run(argv, { cwd: folder, env: { ...process.env, ...DATE } });
  const reservations = () => JSON.parse(server.textOf('acme', name)).reservations;

  test('of two deployments at the same moment, one gets the last $500 and the other is told', async () => {
    const both = await Promise.all([ended(started('reserve', 'plan.json')), ended(started('reserve', 'blog.json'))]);
    expect(both.map(({ code }) => code).sort()).toEqual([0, 1]);
    expect(reservations()).toHaveLength(1);
    const [winner] = reservations();
    expect(both.find(({ code }) => code === 1)?.stdout).toContain(`Reserved by others: ${winner.stack} $${winner.usd}`);
  });

  /** Kills a deployment once its write has come so far. */
  async function killedWhile(fault: 'silent' | 'mute') {
    server.meet('none', fault);
    const child = started('reserve', 'plan.json', '--deployment', '7');
    while (!server.asked.some((asked) => asked.startsWith('PUT'))) await sleep(10);
    if (fault === 'mute') while (!server.has('acme', name)) await sleep(10);
    child.kill('SIGKILL');
    await ended(child);
    server.meet();
  }

  test('a deployment that is killed before its write arrives has reserved nothing', async () => {
    await killedWhile('silent');
    expect(server.has('acme', name)).toBe(false);
    expect((await here('reserve', 'blog.json')).code).toBe(0);
    expect(reservations()).toMatchObject([{ stack: 'blog/prod' }]);
  });

  test('one that is killed after it holds what it reserved until it ends, and a second try counts once', async () => {
    await killedWhile('mute');
    expect((await here('reserve', 'blog.json')).code).toBe(1);
    expect((await here('reserve', 'plan.json', '--deployment', '7')).code).toBe(0);
    expect(reservations()).toMatchObject([{ stack: 'shop/prod', deployment: '7', usd: '294.04' }]);
    expect((await here('release', 'shop/prod', '--deployment', '7')).code).toBe(0);
    expect((await here('reserve', 'blog.json')).code).toBe(0);
  });

  test('an unreachable bucket: one line; nothing is reserved, a check goes on and says so', async () => {
    vi.stubEnv('AWS_ENDPOINT_URL_S3', 'http://127.0.0.1:1');
    const why = '127.0.0.1:1 was not reached for GetObject (ECONNREFUSED). Check the network and HTTPS_PROXY.';
    expect(await here('reserve', 'plan.json')).toEqual({
      code: 2,
      stdout: '',
      stderr: `credit-guard: s3://acme/${name}: ${why}\n`,
    });
    const checked = await here('check', 'plan.json', '--verbose');
    expect(checked.code).toBe(0);
    expect(checked.stdout.replace(/\s+/g, ' ')).toContain(`s3://acme/${name}: ${why}`);
  });

  test('a run without a pool file asks nobody', async () => {
    configure(undefined);
    expect((await here('check', 'plan.json')).code).toBe(0);
    expect(server.asked).toEqual([]);
  });
});
