import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Account, readAccount } from '../../src/adapters/account';
import { settingsOf } from '../../src/config/read-settings';
import type { Config } from '../../src/config/schema';
import { dollars } from '../../src/core/money';
import { wordsOf } from '../../src/words/notices';
import { AwsServer, type Call, type Fault, type Script } from '../support/aws-server';
import { quietAfter, runsEnd } from '../support/deadline';

const CREDIT = {
  creditId: '1',
  accountId: '111122223333',
  creditType: 'Promotion',
  description: 'AWS Activate',
  initialAmount: { currencyCode: 'USD', currencyAmount: '10000.00' },
  remainingAmount: { currencyCode: 'USD', currencyAmount: '8500.00' },
  estimatedAmount: { currencyCode: 'USD', currencyAmount: '8400.50' },
  startDate: 1_772_323_200,
  endDate: 1_900_000_000,
  applicableProductNames: ['Amazon EC2'],
};
const PLAN = {
  accountId: '111122223333',
  accountPlanType: 'PAID',
  accountPlanRemainingCredits: { amount: 0, unit: 'USD' },
};
const group = (service: string, record: string, usd: string) => ({
  Keys: [service, record],
  Metrics: { UnblendedCost: { Amount: usd, Unit: 'USD' } },
});
const COST = {
  ResultsByTime: [
    {
      TimePeriod: { Start: '2026-10-01', End: '2026-11-01' },
      Total: {},
      Estimated: false,
      Groups: [
        group('Amazon Elastic Compute Cloud - Compute', 'Usage', '400.25'),
        group('Amazon Elastic Compute Cloud - Compute', 'Credit', '-400.25'),
        group('Amazon Relational Database Service', 'Usage', '120.5'),
        group('Amazon Relational Database Service', 'Refund', '-20'),
        group('AWS Lambda', 'Usage', '4.2E-8'),
      ],
    },
  ],
};
const ANSWERS: NonNullable<Script['answers']> = {
  GetCredits: () => ({ credits: [CREDIT] }),
  GetAccountPlanState: () => PLAN,
  GetCostAndUsage: () => COST,
};
const LIVE: Config = { credits: { source: 'aws' } };
const LIVE_BURN: Config = { ...LIVE, burn: { source: 'cost-explorer' } };

let server: AwsServer | undefined;
beforeEach(() => {
  for (const name of Object.keys(process.env)) if (/^AWS_|_proxy$/i.test(name)) vi.stubEnv(name, undefined);
  runsEnd();
});
afterEach(async () => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  await server?.stop();
  server = undefined;
});

/** A run ends when it has asked for this, and has all other answers. */
const endsAfter = (call: Call): void =>
  runsEnd(() =>
    quietAfter(
      () => server?.asked.length ?? 0,
      () => server?.calls().filter((one) => one === call).length ?? 0,
    ),
  );

/** Reads the account of a configuration from a server that follows a script. */
async function read(
  config: Config,
  script: Script,
  environment: Record<string, string | undefined> = {},
): Promise<Account> {
  server = await AwsServer.start({ answers: ANSWERS, ...script });
  return readFrom(config, { ...server.environment, ...environment });
}

function readFrom(config: Config, environment: Record<string, string | undefined>): Promise<Account> {
  // The credential chain of the SDK reads the environment of the process.
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
  return readAccount({
    settings: settingsOf(config),
    configFile: undefined,
    now: Date.now(),
    environment: process.env,
  });
}

const texts = ({ balance }: Account) => balance.problems.map((one) => `${one.code} ${wordsOf(one)}`);

describe('what AWS answers', () => {
  test('credits and account plan, each asked once', async () => {
    const begun = Math.floor(Date.now() / 1000) * 1000;
    const { balance, burn } = await read(LIVE, {});
    expect(balance).toMatchObject({
      source: 'AWS',
      credits: { state: 'known', value: [{ id: '1', program: 'activate', products: ['Amazon EC2'] }] },
      accountPlan: { state: 'known', value: 'PAID' },
      problems: [],
    });
    expect(balance.readAt).toBeGreaterThanOrEqual(begun);
    expect(balance.readAt).toBeLessThanOrEqual(Date.now());
    expect(burn).toBeUndefined();
    expect(server?.calls().sort()).toEqual(['GetAccountPlanState', 'GetCallerIdentity', 'GetCredits']);
    expect(server?.asked.find(({ call }) => call === 'GetCredits')?.input).toMatchObject({
      accountId: '111122223333',
      payerAccountFlag: true,
    });
  });

  test('the burn of Cost Explorer, before credits and refunds', async () => {
    const { burn } = await read(LIVE_BURN, {});
    expect([...(burn ?? [])].map(([product, usd]) => [product, dollars(usd)])).toEqual([
      ['Amazon Elastic Compute Cloud - Compute', '$400.25'],
      ['Amazon Relational Database Service', '$120.50'],
    ]);
    expect(server?.calls().filter((call) => call === 'GetCostAndUsage')).toHaveLength(1);
  });

  test('the burn of Cost Explorer is joined over its pages', async () => {
    const pages = [
      { ...COST, NextPageToken: 'two' },
      { ResultsByTime: [{ Groups: [group('Amazon S3', 'Usage', '7.00')] }] },
    ];
    const answer = ({ NextPageToken }: Record<string, unknown>) => pages[NextPageToken === 'two' ? 1 : 0];
    const { burn } = await read(LIVE_BURN, { answers: { ...ANSWERS, GetCostAndUsage: answer } });
    expect(burn?.size).toBe(3);
  });

  const entry = (service: string, month: string, usd: string) => ({
    accountId: '111122223333',
    appliedServiceName: service,
    billingMonth: month,
    creditId: '1',
    creditAmount: { currencyCode: 'USD', currencyAmount: usd },
    isEstimatedBill: false,
  });
  const lastMonth = (() => {
    const day = new Date();
    return new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() - 1, 1)).toISOString().slice(0, 7);
  })();
  const HISTORY: Config = { ...LIVE, burn: { source: 'allocation-history' } };
  const history = (pages: Record<string, unknown>[]): Script => ({
    answers: { ...ANSWERS, GetCreditAllocationHistory: ({ nextToken }) => pages[Number(nextToken ?? 0)] },
  });

  test('the burn of the allocation history: last month alone, over its pages', async () => {
    const { burn, balance, isBurnCoveredOnly } = await read(
      HISTORY,
      history([
        {
          creditAllocationHistoryList: [
            entry('Amazon EC2', lastMonth, '-80.00'),
            entry('Amazon EC2', '2020-01', '-9.00'),
          ],
          nextToken: '1',
        },
        {
          creditAllocationHistoryList: [
            entry('Amazon EC2', lastMonth, '-20.00'),
            entry('Amazon RDS', lastMonth, '-5.00'),
          ],
        },
      ]),
    );
    expect([...(burn ?? [])].map(([product, usd]) => [product, dollars(usd)])).toEqual([
      ['Amazon EC2', '$100.00'],
      ['Amazon RDS', '$5.00'],
    ]);
    expect(isBurnCoveredOnly).toBe(true);
    expect(balance.problems).toEqual([]);
  });

  test.each([
    ['a month that failed', [{ creditAllocationHistoryList: [], partialResults: true, failedMonths: [lastMonth] }]],
    [
      'a month that failed on the second page',
      [
        { creditAllocationHistoryList: [entry('Amazon EC2', lastMonth, '-80.00')], nextToken: '1' },
        { creditAllocationHistoryList: [], partialResults: true, failedMonths: [lastMonth] },
      ],
    ],
    [
      'partial, without the months',
      [{ creditAllocationHistoryList: [entry('Amazon EC2', lastMonth, '-80.00')], partialResults: true }],
    ],
    ['no entry', [{ creditAllocationHistoryList: [] }]],
    ['no list', [{}]],
  ])('%s: the burn is not known', async (_, pages) => {
    const account = await read(HISTORY, history(pages));
    expect(account.burn).toBeUndefined();
    expect(account.balance.problems).toMatchObject([{ code: 'balance-burn-not-read' }]);
    expect(account.balance.credits.state).toBe('known');
  });

  test('an account that is older than the plans has none to lose', async () => {
    const older: Fault = { status: 400, type: 'ResourceNotFoundException', message: 'no plan' };
    const { balance } = await read(LIVE, { faults: { GetAccountPlanState: older } });
    expect([balance.credits.state, balance.accountPlan, balance.problems]).toEqual([
      'known',
      { state: 'known', value: 'PAID' },
      [],
    ]);
  });

  test('a member that is refused the question for the family asks for itself', async () => {
    const { balance } = await read(LIVE, { isMember: true });
    expect(balance.credits.state).toBe('known');
    expect(server?.asked.at(-1)?.input).not.toHaveProperty('payerAccountFlag');
  });

  test.each([
    ['throttling', { status: 400, type: 'ThrottlingException' }],
    ['a fault of AWS', { status: 500, type: 'InternalServerException' }],
    ['a connection that is reset', 'reset'],
    ['a cut body', 'cut'],
  ] satisfies [string, Fault][])('%s that passes is tried again', async (_, fault) => {
    const { balance } = await read(LIVE, { faults: { GetCredits: [fault, fault] } });
    expect([balance.credits.state, balance.problems]).toEqual(['known', []]);
  });
});

describe('what fails otherwise than live-failures.test.ts has it', () => {
  const of = (fault: Fault): Script => ({ faults: { GetCredits: fault, GetAccountPlanState: fault } });
  test.each([
    [
      'a permission that AWS does not name',
      of({ status: 400, type: 'AccessDeniedException', message: 'Access denied' }),
      /the permission billing:GetCredits is missing/,
    ],
    ['half a body', of({ body: '{"credits": [' }), /was empty or cut/],
    ['a list', of({ body: '[]' }), /GetCredits is not as AWS documents it/],
  ] as [string, Script, RegExp][])('%s', async (_, script, line) => {
    const account = await read(LIVE, script);
    expect(account.balance.credits.state).toBe('unknown');
    const [first = ''] = texts(account);
    expect(first).toMatch(/^balance-not-read AWS: [^\n]+$/);
    expect(first).toMatch(line);
  });

  test('a secret that does not fit its key', async () => {
    const account = await read(LIVE, {}, { AWS_SECRET_ACCESS_KEY: 'other' });
    expect(texts(account)[0]).toMatch(/does not accept these credentials.*signature we calculated does not match/);
  });

  test('what keeps every call from AWS is said once for the credits and once for the burn', async () => {
    const account = await read(LIVE_BURN, {}, { AWS_ACCESS_KEY_ID: undefined, AWS_SECRET_ACCESS_KEY: undefined });
    expect(account.balance.problems.map(({ code }) => code)).toEqual(['balance-not-read', 'balance-burn-not-read']);
    expect(server?.asked).toEqual([]);
  });

  test('an endpoint that never answers ends with the deadline of the run', async () => {
    endsAfter('GetCredits');
    const account = await read(LIVE, of('silent'));
    expect(vi.mocked(AbortSignal.timeout).mock.calls).toEqual([[5000]]);
    expect(texts(account)[0]).toMatch(/localhost:\d+ did not answer GetCredits within 5 seconds/);
  });

  test('half an answer of Cost Explorer, or another document: the burn is not known, the credits are', async () => {
    for (const body of ['{"ResultsByTime": [', '{}']) {
      const fault: Fault = { body, contentType: 'application/x-amz-json-1.1' };
      const account = await read(LIVE_BURN, { faults: { GetCostAndUsage: fault } });
      await server?.stop();
      expect([account.burn, account.balance.credits.state]).toEqual([undefined, 'known']);
      expect(texts(account)).toEqual([
        expect.stringMatching(/^balance-burn-not-read AWS: .*(?:was empty or cut|ResultsByTime is missing)/),
      ]);
    }
  });

  test('Cost Explorer that never answers ends with the deadline, and the credits are read', async () => {
    endsAfter('GetCostAndUsage');
    const account = await read(LIVE_BURN, { faults: { GetCostAndUsage: 'silent' } });
    expect(texts(account)[0]).toMatch(/did not answer GetCostAndUsage within 5 seconds/);
    expect(account.balance.credits.state).toBe('known');
  });
});

describe('what an owner wrote is the fall-back, and that is said', () => {
  const manual = [{ description: 'Activate', remaining: '100.00', products: 'all' as const }];
  const fault: Fault = { status: 400, type: 'AccessDeniedException', message: 'no' };

  test('credits by hand, and burn by hand', async () => {
    const config: Config = {
      credits: { source: 'aws', manual },
      burn: { source: 'cost-explorer', monthly: { 'Amazon EC2': '40.00' } },
    };
    const account = await read(config, { faults: { GetCredits: fault, GetCostAndUsage: fault } });
    expect(account.balance).toMatchObject({ source: 'credit-guard.yaml (manual)', credits: { state: 'known' } });
    expect(account.burn?.size).toBe(1);
    expect(account.balance.problems.map(({ code }) => code)).toEqual(['balance-not-read', 'balance-burn-not-read']);
  });

  test('Free Tier credits of the account plan, where no other credit can be', async () => {
    const plan = (type: string) => ({
      accountPlanType: type,
      accountPlanRemainingCredits: { amount: 80, unit: 'USD' },
    });
    const of = (type: string): Script => ({
      answers: { ...ANSWERS, GetAccountPlanState: () => plan(type) },
      faults: { GetCredits: fault },
    });
    const free = await read(LIVE, of('FREE'));
    expect(free.balance).toMatchObject({ credits: { state: 'known', value: [{ id: 'free-tier' }] } });
    expect(free.balance.problems.map(({ code }) => code)).toEqual(['balance-not-read']);
    await server?.stop();
    const paid = await read(LIVE, of('PAID'));
    expect(paid.balance.credits.state).toBe('unknown');
  });

  test('AWS wins where it answers', async () => {
    const { balance } = await read({ credits: { source: 'aws', manual } }, {});
    expect([balance.source, balance.problems]).toEqual(['AWS', []]);
  });
});

test('nothing is asked unless it is switched on', async () => {
  const account = await read({ credits: { manual: [{ description: 'x', remaining: '1.00' }] } }, {});
  expect([account.balance.credits.state, server?.asked]).toEqual(['known', []]);
});
