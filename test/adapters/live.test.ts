import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Account, readAccount } from '../../src/adapters/account';
import { settingsOf } from '../../src/config/read-settings';
import type { Config } from '../../src/config/schema';
import { NOT_SPENDING } from '../../src/core/credits/burn-answers';
import { dollars, type Usd } from '../../src/core/money';
import { trendOf } from '../../src/core/outlook/trend';
import { wordsOf } from '../../src/words/notices';
import { AwsServer, type Call, type Fault, type Script } from '../support/aws-server';
import { type BilledRow, costAndUsage, monthsAgo } from '../support/cost-explorer';
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
const EC2 = 'Amazon Elastic Compute Cloud - Compute';
const OTHER = '444455556666';
const BILL: readonly BilledRow[] = [
  { service: EC2, usd: '400.25' },
  { service: EC2, recordType: 'Credit', usd: '-400.25' },
  { service: 'Amazon Relational Database Service', usd: '120.5' },
  { service: 'Amazon Relational Database Service', recordType: 'Refund', usd: '-20' },
  { service: 'AWS Lambda', usd: '4.2E-8' },
];
const ANSWERS: NonNullable<Script['answers']> = {
  GetCredits: () => ({ credits: [CREDIT] }),
  GetAccountPlanState: () => PLAN,
  GetCostAndUsage: costAndUsage(BILL),
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

const written = (amounts: ReadonlyMap<string, Usd> | undefined) =>
  [...(amounts ?? [])].map(([product, usd]) => `${product} ${dollars(usd)}`).sort();
const accounts = (others: Account['burnOfOthers']) => [...others].map(([account, usd]) => [account, written(usd)]);
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

  const billed = (rows: readonly BilledRow[], pages: Parameters<typeof costAndUsage>[1] = {}): Script => ({
    answers: { ...ANSWERS, GetCostAndUsage: costAndUsage(rows, pages) },
  });

  test('the burn of Cost Explorer is joined over its pages', async () => {
    const rows = [...BILL, { service: EC2, account: OTHER, usd: '7' }, { service: 'Amazon S3', usd: '7' }];
    const { burn, burnOfOthers } = await read(LIVE_BURN, billed(rows, { size: 2 }));
    expect([written(burn), accounts(burnOfOthers)]).toEqual([
      [`${EC2} $400.25`, 'Amazon Relational Database Service $120.50', 'Amazon S3 $7.00'],
      [[OTHER, [`${EC2} $7.00`]]],
    ]);
    expect(server?.calls().filter((call) => call === 'GetCostAndUsage')).toHaveLength(3);
  });

  const TWO: readonly BilledRow[] = [
    { service: EC2, usd: '100' },
    { service: EC2, account: OTHER, usd: '900' },
    { service: 'Tax', recordType: 'Tax', usd: '8' },
  ];

  test('accounts are told apart for one call: what others spend is not counted as this one', async () => {
    const { burn, burnOfOthers, balance } = await read(LIVE_BURN, billed(TWO));
    expect([written(burn), accounts(burnOfOthers)]).toEqual([
      [`${EC2} $100.00`, 'Tax $8.00'],
      [[OTHER, [`${EC2} $900.00`]]],
    ]);
    expect(balance.problems).toEqual([]);
    expect(server?.asked.filter(({ call }) => call === 'GetCostAndUsage')).toMatchObject([
      { input: { TimePeriod: { Start: `${monthsAgo(1)}-01`, End: `${monthsAgo(0)}-01` } } },
    ]);
  });

  test('account: says whose burn it is; without, the owner of the credits, then who asks', async () => {
    const stated = await read({ ...LIVE_BURN, account: OTHER }, billed(TWO));
    expect([written(stated.burn), [...stated.burnOfOthers.keys()]]).toEqual([[`${EC2} $900.00`], ['111122223333']]);
    await server?.stop();
    const owned = { ...CREDIT, accountId: OTHER };
    const answers = { ...ANSWERS, ...billed(TWO).answers, GetCredits: () => ({ credits: [owned] }) };
    expect(written((await read(LIVE_BURN, { answers })).burn)).toEqual([`${EC2} $900.00`]);
    await server?.stop();
    const asker = await read({ burn: { source: 'cost-explorer' } }, billed(TWO));
    expect(written(asker.burn)).toEqual([`${EC2} $100.00`, 'Tax $8.00']);
  });

  test('an account that is not listed there is not known, and not $0', async () => {
    const account = '999988887777';
    const config = { account, burn: { source: 'cost-explorer' as const } };
    const { burn, balance } = await read(config, billed(TWO));
    expect(burn).toBeUndefined();
    expect(texts({ balance } as Account).filter((line) => !line.startsWith('balance-missing'))).toEqual([
      'balance-burn-not-read AWS: the burn lists nothing for account 999988887777, asked as 111122223333. A member of an organization sees itself alone: set AWS_PROFILE to a login of 999988887777 or of its management account, or write it under burn: monthly:.',
    ]);
    await server?.stop();
    const byHand = await read({ ...config, burn: { ...config.burn, monthly: { 'Amazon S3': '3' } } }, billed(TWO));
    expect(written(byHand.burn)).toEqual(['Amazon S3 $3.00']);
  });

  test('who asks sees at least itself: without a row it spends nothing, and others draw', async () => {
    const rows = TWO.map((row) => ({ ...row, account: OTHER }));
    const { burn, burnOfOthers, balance } = await read(LIVE_BURN, billed(rows));
    expect([burn?.size, [...burnOfOthers.keys()], balance.problems]).toEqual([0, [OTHER], []]);
  });

  test('what is written of the billed account among the others counts where it is not listed', async () => {
    const burn = { source: 'cost-explorer' as const, accounts: { '999988887777': { 'Amazon S3': '2' } } };
    const missing = await read({ account: '999988887777', burn }, billed(TWO));
    expect([missing.burn, missing.burnOfOthers.has('999988887777')]).toEqual([undefined, true]);
    expect(missing.balance.problems.map(({ code }) => code)).not.toContain('balance-burn-not-read');
    await server?.stop();
    const listed = await read(
      { account: OTHER, burn: { ...burn, accounts: { [OTHER]: { 'Amazon S3': '2' } } } },
      billed(TWO),
    );
    expect([written(listed.burn), [...listed.burnOfOthers.keys()]]).toEqual([[`${EC2} $900.00`], ['111122223333']]);
  });

  test('who sees itself alone takes nothing back of what is written of others', async () => {
    const burn = {
      source: 'cost-explorer' as const,
      accounts: { [OTHER]: { 'Amazon S3': '1' }, '777788889999': { 'Amazon S3': '2' } },
    };
    const alone = await read({ ...LIVE, burn }, {});
    expect(accounts(alone.burnOfOthers)).toEqual([
      [OTHER, ['Amazon S3 $1.00']],
      ['777788889999', ['Amazon S3 $2.00']],
    ]);
    await server?.stop();
    const both = await read({ ...LIVE, burn }, billed(TWO));
    expect(accounts(both.burnOfOthers)).toEqual([
      [OTHER, [`${EC2} $900.00`]],
      ['777788889999', ['Amazon S3 $2.00']],
    ]);
  });

  test.each(NOT_SPENDING)('record type %s is none of it', async (recordType) => {
    const { burn } = await read(LIVE_BURN, billed([...TWO, { service: EC2, recordType, usd: '-99.5' }]));
    expect(written(burn)[0]).toBe(`${EC2} $100.00`);
  });

  test.each(['DiscountedUsage', 'RIFee', 'Recurring', 'SavingsPlanRecurringFee', 'Fee', 'Support', 'Never seen'])(
    'record type %s is some of it',
    async (recordType) => {
      const { burn } = await read(LIVE_BURN, billed([...TWO, { service: EC2, recordType, usd: '11' }]));
      expect(written(burn)[0]).toBe(`${EC2} $111.00`);
    },
  );

  const TREND: Config = { ...LIVE, burn: { source: 'cost-explorer', forecast: 'trend' } };
  const GROWING = [1, 2, 3, 4, 5, 6, 7].map((ago) => ({
    service: EC2,
    month: monthsAgo(ago),
    usd: String(100 - 5 * ago),
  }));

  test('a trend asks for six months with the same call', async () => {
    const account = await read(TREND, billed(GROWING));
    expect(written(account.burn)).toEqual([`${EC2} $95.00`]);
    expect(account.burnMonths.map(({ month }) => month)).toEqual([6, 5, 4, 3, 2, 1].map(monthsAgo));
    expect(trendOf(account.burnMonths, Date.now())?.steps.get('Amazon EC2')?.toFixed(2)).toBe('5.00');
    expect(account.burnBill?.calls).toBe(1);
  });

  test('a month whose bill is open, or that lists nothing, is no closed one; the burn is the last one all the same', async () => {
    const rows = GROWING.filter(({ month }) => month !== monthsAgo(4));
    const account = await read(TREND, billed(rows, { estimated: [monthsAgo(1)] }));
    expect(written(account.burn)).toEqual([`${EC2} $95.00`]);
    expect(account.burnMonths.map(({ month }) => month)).toEqual([6, 5, 3, 2].map(monthsAgo));
  });

  test('the trend is that of the account that is billed', async () => {
    const others = [1, 2, 3].map((ago) => ({ service: EC2, account: OTHER, month: monthsAgo(ago), usd: '10' }));
    const { burnMonths } = await read({ ...TREND, account: OTHER }, billed([...GROWING, ...others]));
    expect(trendOf(burnMonths, Date.now())).toMatchObject({ months: 3 });
    expect(burnMonths.map(({ usd }) => written(usd))).toEqual(new Array(3).fill([`${EC2} $10.00`]));
  });

  test('200 accounts with 60 services over six months: several pages, bought and kept', async () => {
    const rows = Array.from({ length: 200 * 60 * 6 }, (_, i) => ({
      account: String(100_000_000_000 + (i % 200)),
      service: `Service ${Math.floor(i / 200) % 60}`,
      month: monthsAgo(1 + Math.floor(i / 12_000)),
      usd: '1.5',
    }));
    const config = { ...TREND, account: '100000000007' };
    const { burn, burnOfOthers, burnMonths, balance } = await read(config, billed(rows, { size: 9_000 }));
    expect(texts({ balance } as Account)).toEqual([expect.stringMatching(/sees no credit for 100000000007/)]);
    expect([burn?.size, burnOfOthers.size, burnMonths.length]).toEqual([60, 199, 6]);
    const calls = () => server?.calls().filter((call) => call === 'GetCostAndUsage').length;
    expect(calls()).toBe(8);
    // The next run has it from the cache, and the one that buys anew counts its calls beside it.
    const next = await readFrom(config, server?.environment ?? {});
    expect([next.burn?.size, next.burnOfOthers.size, next.burnBill?.calls, calls()]).toEqual([60, 199, 0, 8]);
    const folder = join(server?.cache ?? '', 'pulumi-credit-guard/cost-explorer');
    const kept = join(folder, readdirSync(folder)[0] ?? '');
    const dayAgo = new Date(Date.now() - 25 * 3_600_000).toISOString();
    writeFileSync(kept, JSON.stringify({ ...JSON.parse(readFileSync(kept, 'utf8')), calls: 0, readAt: dayAgo }));
    const anew = await readFrom(config, server?.environment ?? {});
    expect([anew.burn?.size, anew.burnBill?.calls, calls()]).toEqual([60, 8, 16]);
  });

  const entry = (service: string, month: string, usd: string) => ({
    accountId: '111122223333',
    appliedServiceName: service,
    billingMonth: month,
    creditId: '1',
    creditAmount: { currencyCode: 'USD', currencyAmount: usd },
    isEstimatedBill: false,
  });
  const lastMonth = monthsAgo(1);
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

  test('the history tells accounts and months apart too, and an open month is no closed one', async () => {
    const rows = [1, 2, 3, 4, 5, 6, 7].map((ago) => entry('Amazon EC2', monthsAgo(ago), `-${10 + ago}.00`));
    const others = [{ ...entry('Amazon EC2', lastMonth, '-30.00'), accountId: OTHER }];
    const open = rows.map((row) => (row.billingMonth === lastMonth ? { ...row, isEstimatedBill: true } : row));
    const pages = [
      { creditAllocationHistoryList: open, nextToken: '1', partialResults: true, failedMonths: [monthsAgo(5)] },
      { creditAllocationHistoryList: others },
    ];
    const account = await read({ ...HISTORY, burn: { ...HISTORY.burn, forecast: 'trend' } }, history(pages));
    expect([written(account.burn), accounts(account.burnOfOthers)]).toEqual([
      ['Amazon EC2 $11.00'],
      [[OTHER, ['Amazon EC2 $30.00']]],
    ]);
    expect(account.burnMonths.map(({ month }) => month)).toEqual([6, 4, 3, 2].map(monthsAgo));
    expect(server?.asked.find(({ call }) => call === 'GetCreditAllocationHistory')?.input).toMatchObject({
      startDate: Date.parse(`${monthsAgo(6)}-01`) / 1000,
    });
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
