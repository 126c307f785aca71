import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { Aws } from '../../src/adapters/aws/aws';
import { awsAccountPlan } from '../../src/adapters/sources/aws-account-plan';
import { awsBurn } from '../../src/adapters/sources/aws-burn';
import { awsCredits } from '../../src/adapters/sources/aws-credits';
import { byHand } from '../../src/adapters/sources/by-hand';
import { accountPlanFile, creditsFile, historyFile } from '../../src/adapters/sources/files';
import { sharedPool } from '../../src/adapters/sources/shared-pool';
import type { AccountPart, Source } from '../../src/adapters/sources/source';
import { settingsOf } from '../../src/config/read-settings';
import { parseInstant } from '../../src/core/instant';
import { usd } from '../../src/core/money';
import { poolText } from '../../src/core/pool';
import { wordsOf } from '../../src/words/notices';
import { AwsServer, type Call, type Fault, KEYS } from '../support/aws-server';

const NOW = parseInstant('2026-11-24T12:00:00Z') ?? 0;
const CONTEXT = { now: NOW, maxAgeDays: 7 };

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'credit-guard-sources-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const servers: { stop(): Promise<unknown> }[] = [];
beforeEach(() => {
  for (const name of Object.keys(process.env)) if (/^AWS_|_proxy$/i.test(name)) vi.stubEnv(name, undefined);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  for (const server of servers.splice(0)) await server.stop();
});

const file = (name: string, content: unknown) => {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  utimesSync(path, NOW / 1000, NOW / 1000);
  return { path, name };
};

/** One implementation: with something to read, and with each thing that can be wrong with it. */
interface Implementation {
  readonly whole: () => Source | Promise<Source>;
  readonly broken: Readonly<Record<string, () => Source | Promise<Source>>>;
}

const CREDITS = {
  credits: [
    { creditId: '1', startDate: 1_760_000_000, remainingAmount: { currencyCode: 'USD', currencyAmount: '5.00' } },
  ],
};
const ACCOUNT_PLAN = { accountPlanType: 'FREE', accountPlanRemainingCredits: { amount: 80, unit: 'USD' } };
const brokenFiles = (of: (place: { path: string; name: string }) => Source) => ({
  missing: () => of({ path: join(folder, 'none.json'), name: 'none.json' }),
  empty: () => of(file('empty.json', '')),
  cut: () => of(file('cut.json', '{"credits": [')),
  'a list': () => of(file('list.json', '[]')),
  'another document': () => of(file('other.json', { toString: 1, __proto__: null })),
});

type Open = () => Promise<Aws>;

/** A run ends after a second where nobody answers; all else has the time of a busy machine. */
function deadlineOf(fault: Fault | undefined) {
  const seconds = fault === 'silent' ? 1 : 60;
  return { signal: AbortSignal.timeout(seconds * 1000), seconds };
}

/** A source that asks a server of ours. */
async function asking(
  of: (open: Open) => Source,
  answers: Partial<Record<Call, unknown>>,
  fault?: Fault,
): Promise<Source> {
  const scripted = Object.entries(answers).map(([call, answer]) => [call, () => answer]);
  const faults = fault && Object.fromEntries(Object.keys(answers).map((call) => [call, fault]));
  const server = await AwsServer.start({ answers: Object.fromEntries(scripted), ...(faults && { faults }) });
  servers.push(server);
  for (const [name, value] of Object.entries(server.environment)) vi.stubEnv(name, value);
  return of(() => Aws.open(process.env, deadlineOf(fault)));
}

function ofAws(of: (open: Open) => Source, answers: Partial<Record<Call, unknown>>): Implementation {
  const broken = Object.entries(FAULTS).map(([name, fault]) => [name, () => asking(of, answers, fault)]);
  return { whole: () => asking(of, answers), broken: Object.fromEntries(broken) };
}

const FAULTS: Readonly<Record<string, Fault>> = {
  refused: { status: 400, type: 'AccessDeniedException', message: 'two\nlines' },
  empty: { body: '' },
  cut: 'cut',
  'a list': { body: '[]' },
  'another document': { body: '{"toString": 1, "__proto__": null}' },
  'a web page': { body: '<html></html>', contentType: 'text/html' },
  'no answer before the run ends': 'silent',
};

const POOL = poolText([]);
const poolAt = (written: string, fault?: Fault) =>
  sharedPool(
    {
      written,
      configFile: join(folder, 'credit-guard.yaml'),
      environment: process.env,
      deadline: deadlineOf(fault),
    },
    NOW,
  );

/** The pool file in a bucket, of a server that hands out one text, or fails. */
async function inBucket(fault: Fault | undefined): Promise<Source> {
  const server = createServer((_, response) => {
    if (fault === 'silent') return;
    response.setHeader('etag', '"1"');
    if (fault === 'cut') {
      response.writeHead(200, { 'content-length': '1000' }).write('{"schema');
      setTimeout(() => response.destroy(), 20);
    } else if (typeof fault === 'object' && 'type' in fault)
      response
        .writeHead(fault.status)
        .end(`<Error><Code>${fault.type}</Code><Message>${fault.message}</Message></Error>`);
    else response.end(typeof fault === 'object' ? fault.body : POOL);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  servers.push({
    stop: () => {
      server.closeAllConnections();
      return new Promise((done) => server.close(done));
    },
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const environment = { ...KEYS, AWS_ENDPOINT_URL_S3: url, AWS_CONFIG_FILE: '/dev/null' };
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
  return poolAt('s3://acme/pool.json', fault);
}

const ASKED = Date.now();
const QUESTION = { asked: ASKED, maxDailyCost: usd('0.10'), months: 1 };
const LAST_MONTH = new Date(Date.UTC(new Date(ASKED).getUTCFullYear(), new Date(ASKED).getUTCMonth() - 1, 1));
const HISTORY = {
  creditAllocationHistoryList: [
    {
      appliedServiceName: 'Amazon S3',
      billingMonth: LAST_MONTH.toISOString().slice(0, 7),
      creditAmount: { currencyCode: 'USD', currencyAmount: '-4.50' },
    },
  ],
};
const USD = { Amount: '4.50', Unit: 'USD' };

const IMPLEMENTATIONS: Readonly<Record<string, Implementation>> = {
  'a file of credits': {
    whole: () => creditsFile(file('credits.json', CREDITS), CONTEXT),
    broken: brokenFiles((place) => creditsFile(place, CONTEXT)),
  },
  'a file of the account plan': {
    whole: () => accountPlanFile(file('account-plan.json', ACCOUNT_PLAN), CONTEXT),
    broken: brokenFiles((place) => accountPlanFile(place, CONTEXT)),
  },
  'a file of the allocation history': {
    whole: () => historyFile(file('history.json', HISTORY)),
    broken: brokenFiles(historyFile),
  },
  'the credits of AWS': ofAws((open) => awsCredits(open, { account: undefined, asked: ASKED, maxAgeDays: 7 }), {
    GetCredits: { credits: [{ ...CREDITS.credits[0], estimatedAmount: CREDITS.credits[0]?.remainingAmount }] },
  }),
  'the account plan of AWS': ofAws((open) => awsAccountPlan(open, { asked: ASKED, maxAgeDays: 7 }), {
    GetAccountPlanState: ACCOUNT_PLAN,
  }),
  'the burn of Cost Explorer': ofAws((open) => awsBurn(open, 'cost-explorer', QUESTION), {
    GetCostAndUsage: {
      ResultsByTime: [
        {
          TimePeriod: { Start: LAST_MONTH.toISOString().slice(0, 10) },
          Groups: [{ Keys: ['111122223333', 'Amazon S3'], Metrics: { UnblendedCost: USD } }],
        },
      ],
    },
  }),
  'the burn of the allocation history': ofAws((open) => awsBurn(open, 'allocation-history', QUESTION), {
    GetCreditAllocationHistory: HISTORY,
  }),
  'the shared pool file on a disk': {
    whole: () => poolAt(file('pool.json', POOL).name),
    broken: { ...brokenFiles(({ name }) => poolAt(name)), 'an address of another kind': () => poolAt('http://a/b') },
  },
  'the shared pool file in a bucket': {
    whole: () => inBucket(undefined),
    broken: Object.fromEntries(Object.entries(FAULTS).map(([name, fault]) => [name, () => inBucket(fault)])),
  },
  // What is written by hand is checked before it comes here: it cannot be broken.
  'credits and burn by hand': {
    whole: () =>
      byHand(
        settingsOf({
          credits: { manual: [{ description: 'Activate', remaining: '8500.00', products: 'all' }] },
          burn: { monthly: { 'Amazon EC2': '400.00' } },
        }),
      ),
    broken: {},
  },
};

/** The states of what a source was asked for, each known or not, and what it says of them. */
function statesOf({ live, snapshot, accountPlan, manual, burn, history, pool }: AccountPart) {
  return {
    states: [
      live?.credits.state,
      snapshot?.credits.state,
      accountPlan?.type.state,
      manual && 'known',
      burn?.monthly.state,
      history?.history.state,
      pool?.reserved.state,
    ].filter((state) => state !== undefined),
    problems: [live, snapshot, accountPlan?.balance, burn, history, pool].flatMap((part) => part?.problems ?? []),
  };
}

const never = new AbortController().signal;

describe.each(Object.entries(IMPLEMENTATIONS))('%s', (_, { whole, broken }) => {
  test('answers what it knows, the same every time', async () => {
    const part = await (await whole()).read(never);
    const { states, problems } = statesOf(part);
    expect(states.length).toBeGreaterThan(0);
    expect(new Set(states)).toEqual(new Set(['known']));
    expect(problems).toEqual([]);
    expect(await (await whole()).read(never)).toEqual(part);
  });

  test.each(Object.entries(broken))('%s: unknown, in one line that begins with its name', async (_fault, broke) => {
    const source = await broke();
    const { states, problems } = statesOf(await source.read(never));
    expect(states).toContain('unknown');
    expect(states).not.toContain('known');
    expect(problems.length).toBeGreaterThan(0);
    for (const text of problems.map(wordsOf)) {
      expect(text.startsWith(`${source.name}: `)).toBe(true);
      expect(text).toMatch(/^[^\n]+\.$|"$/);
    }
  });
});

describe('the port', () => {
  test('a run that names no source loads none', () => {
    const script = `
      const { Workspaces } = require('./dist/src/adapters/workspace');
      const request = { named: undefined, policy: {}, stack: {} };
      new Workspaces({ environment: {}, from: ${JSON.stringify(folder)}, now: 0 }).open(request).then(() => {
        const files = Object.keys(require.cache).filter((file) => /adapters.(?:sources|aws|pool)|@aws-sdk|@smithy|zod|yaml/.test(file));
        console.log(JSON.stringify(files));
      });`;
    const printed = execFileSync(process.execPath, ['-e', script], { cwd: join(__dirname, '../..'), encoding: 'utf8' });
    expect(JSON.parse(printed)).toEqual([]);
  });
});
