import { describe, expect, test } from 'vitest';
import { readAccountPlan } from '../../../src/core/credits/account-plan';
import { combine } from '../../../src/core/credits/balance';
import { type Balance, isUsable, problemOf } from '../../../src/core/credits/credit';
import { readSnapshot } from '../../../src/core/credits/snapshot';
import { isoInstant, MS_PER_DAY, parseInstant } from '../../../src/core/instant';
import { wordsOf } from '../../../src/words/notices';
import fc from '../../support/fast-check';
import { wordsOfFirst } from '../../support/inputs';

const NOW = parseInstant('2026-11-24T12:00:00Z') ?? 0;
const CONTEXT = { source: 'credits.json', writtenAt: NOW, now: NOW, maxAgeDays: 7 };

const usd = (currencyAmount: unknown, currencyCode: unknown = 'USD') => ({ currencyAmount, currencyCode });

/** A credit as AWS prints it; a test states only what it is about. */
const aRow = (parts: Record<string, unknown> = {}) => ({
  creditId: '1001',
  accountId: '123456789012',
  creditType: 'Promotion',
  description: 'AWS Activate',
  initialAmount: usd('10000.00'),
  remainingAmount: usd('8500.00'),
  startDate: '2026-04-01T00:00:00Z',
  endDate: '2027-03-31T23:59:59Z',
  applicableProductNames: ['Amazon EC2', 'Amazon RDS'],
  creditStatus: 'ENABLED',
  ...parts,
});

const read = (...rows: unknown[]): Balance => readSnapshot({ credits: rows }, CONTEXT);

const only = (balance: Balance) => {
  if (balance.credits.state !== 'known' || balance.credits.value.length !== 1)
    throw new Error('one credit was expected');
  const [credit] = balance.credits.value;
  if (credit === undefined) throw new Error('one credit was expected');
  return credit;
};

const remaining = (balance: Balance): string => {
  const { remaining } = only(balance);
  return remaining.state === 'known' ? remaining.value.toFixed(2) : remaining.because;
};

const codes = (balance: Balance): string[] => balance.problems.map(problemOf);

describe('the three forms of a date', () => {
  test.each([
    ['epoch seconds', 1806537599],
    ['ISO 8601', '2027-04-01T01:59:59+02:00'],
    ['a blank and an offset', '2027-03-31 23:59:59+00:00'],
  ])('%s', (_, endDate) => {
    expect(isoInstant(only(read(aRow({ endDate }))).ends ?? 0)).toBe('2027-03-31T23:59:59Z');
  });
});

describe('what is left', () => {
  test('the smaller of remaining and estimated: the estimate includes the open bill', () => {
    expect(remaining(read(aRow({ estimatedAmount: usd('8100.10') })))).toBe('8100.10');
    expect(remaining(read(aRow({ estimatedAmount: usd('9000') })))).toBe('8500.00');
  });

  test('a negative amount counts by its size', () =>
    expect(remaining(read(aRow({ remainingAmount: usd('-20.00') })))).toBe('20.00'));

  test('an amount as a number is read', () =>
    expect(remaining(read(aRow({ remainingAmount: usd(12.5) })))).toBe('12.50'));

  test('another currency is unknown, and said', () => {
    const balance = read(aRow({ remainingAmount: usd('100', 'EUR') }));
    expect([remaining(balance), codes(balance)]).toEqual(['it is not in USD', ['foreign-currency']]);
  });

  test('an exhausted credit calls itself enabled and is not usable', () => {
    expect(isUsable(only(read(aRow({ remainingAmount: usd('0.00') }))), NOW)).toBe(false);
  });

  test.each([
    ['not started', { startDate: '2026-12-01T00:00:00Z' }],
    ['ended a second ago', { endDate: '2026-11-24T11:59:59Z' }],
    ['switched off', { creditStatus: 'DISABLED' }],
    ['paused', { creditSharingType: 'Paused' }],
  ])('%s is not usable', (_, parts) => expect(isUsable(only(read(aRow(parts))), NOW)).toBe(false));

  test('a credit without an end is usable', () =>
    expect(isUsable(only(read(aRow({ endDate: undefined }))), NOW)).toBe(true));
});

describe('what it pays', () => {
  test.each([[undefined], [[]], [null]])('products %j: AWS did not say which', (applicableProductNames) => {
    expect(only(read(aRow({ applicableProductNames }))).products).toBe('unlisted');
  });

  test('purchase types restrict it; without any it is for all', () => {
    expect(only(read(aRow({ purchaseTypeApplications: ['MARKETPLACE'] }))).purchases).toEqual(['MARKETPLACE']);
    expect(only(read(aRow())).purchases).toBe('all');
  });

  test.each([
    ['AWS Activate Portfolio', 'activate'],
    ['AWS Free Tier sign-up credit', 'free-tier'],
    ['Hackathon prize', 'event'],
    ['MAP 2.0 migration', 'map'],
    ['Promotional credit', undefined],
  ])('the programme is what its description says: %s', (description, program) => {
    expect(only(read(aRow({ description }))).program).toBe(program);
  });
});

describe('up to when use is off the balance', () => {
  const asOf = (parts: Record<string, unknown>, readAt?: string) => {
    const document = { ...(readAt === undefined ? {} : { readAt }), credits: [aRow(parts)] };
    return only(readSnapshot(document, { ...CONTEXT, writtenAt: undefined })).asOf;
  };
  const estimated = { estimatedAmount: usd('8000') };

  test('an estimate is of today, and of the day it was read once that is long ago', () => {
    expect(asOf(estimated, '2026-11-23T00:00:00Z')).toBe('now');
    expect(asOf(estimated, '2026-09-20T00:00:00Z')).toBe(parseInstant('2026-09-20T00:00:00Z'));
  });

  test('without one it is of the last closed bill before it was read', () => {
    expect(asOf({}, '2026-11-23T00:00:00Z')).toBe(parseInstant('2026-11-01'));
    expect(asOf({}, '2026-09-20T00:00:00Z')).toBe(parseInstant('2026-09-01'));
    expect(asOf({})).toBe('last-bill');
  });
});

describe('a row that cannot be read', () => {
  test.each([
    ['no object', 7, 'it is no object'],
    ['no start', aRow({ startDate: undefined }), 'startDate is missing or is no date'],
    ['an end that is no day', aRow({ endDate: '2027-02-30' }), 'endDate is no date'],
    ['no amount', aRow({ remainingAmount: usd('lots') }), 'remainingAmount is missing or is no amount'],
    ['a huge amount', aRow({ remainingAmount: usd('9'.repeat(40)) }), 'remainingAmount is missing or is no amount'],
    ['products as text', aRow({ applicableProductNames: 'EC2' }), 'applicableProductNames is no list of names'],
  ])('%s is left out and said; the others count', (_, row, reason) => {
    const balance = read(row, aRow());
    expect(remaining(balance)).toBe('8500.00');
    expect(balance.problems.map(wordsOf)).toEqual([`credits.json: credit 1 is left out: ${reason}.`]);
  });

  test('when none can be read the balance is unknown, not empty', () => {
    expect(read(7).credits.state).toBe('unknown');
  });
});

describe('the whole document', () => {
  test('an empty list is knowledge: no credit, all cash', () => {
    const balance = read();
    expect([balance.credits, codes(balance)]).toEqual([{ state: 'known', value: [] }, ['empty']]);
  });

  test.each([
    ['no object', []],
    ['another answer', { Budgets: [] }],
    ['credits that are no list', { credits: {} }],
  ])('%s is unknown', (_, document) => {
    const balance = readSnapshot(document, CONTEXT);
    expect([balance.credits.state, codes(balance)]).toEqual(['unknown', ['malformed']]);
  });

  test.each([
    ['AccessDeniedException', '', 'billing:GetCredits'],
    ['AccessDeniedException', 'IAM user access not activated', 'root user'],
    ['ThrottlingException', '', 'too often'],
  ])('an error of AWS in place of an answer says what to do: %s %s', (type, message, words) => {
    const balance = readSnapshot({ __type: type, message }, CONTEXT);
    expect(balance.credits.state).toBe('unknown');
    expect(wordsOfFirst(balance)).toContain(words);
  });

  test.each([
    [8, ['stale']],
    [7, []],
    [-1, ['undated']],
  ])('read %i days ago: %j', (days, expected) => {
    const document = { readAt: isoInstant(NOW - days * MS_PER_DAY), credits: [aRow()] };
    expect(codes(readSnapshot(document, CONTEXT))).toEqual(expected);
  });

  test('nothing that JSON can hold makes it throw, or comes out as money', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const balance = readSnapshot(value, CONTEXT);
        if (balance.credits.state === 'known') expect(balance.credits.value).toEqual([]);
        for (const row of [value]) expect(readSnapshot({ credits: [row] }, CONTEXT).credits.state).toBe('unknown');
      }),
    );
  });
});

describe('the plan of the account', () => {
  const PLAN = {
    accountId: '123456789012',
    accountPlanType: 'FREE',
    accountPlanStatus: 'ACTIVE',
    accountPlanRemainingCredits: { amount: 140.5, unit: 'USD' },
    accountPlanExpirationDate: '2027-03-01T00:00:00.000Z',
  };

  test('tells the type and the Free Tier credits', () => {
    const plan = readAccountPlan(PLAN, { ...CONTEXT, source: 'plan.json' });
    expect([plan.type, remaining(plan.balance)]).toEqual([{ state: 'known', value: 'FREE' }, '140.50']);
  });

  test.each([
    ['an account older than the scheme', { __type: 'ResourceNotFoundException' }],
    ['no type', { ...PLAN, accountPlanType: 'GOLD' }],
    ['text', 'FREE'],
  ])('%s is unknown', (_, document) => {
    expect(readAccountPlan(document, { ...CONTEXT, source: 'plan.json' }).type.state).toBe('unknown');
  });

  test('an amount that cannot be read is no zero', () => {
    const plan = readAccountPlan(
      { ...PLAN, accountPlanRemainingCredits: { unit: 'USD' } },
      { ...CONTEXT, source: 'plan.json' },
    );
    expect([plan.type.state, plan.balance.credits.state]).toEqual(['known', 'unknown']);
  });
});

describe('one balance out of several sources', () => {
  const accountPlan = readAccountPlan(
    { accountPlanType: 'FREE', accountPlanRemainingCredits: { amount: 10, unit: 'USD' } },
    { ...CONTEXT, source: 'plan.json' },
  );
  const sources = { snapshot: undefined, accountPlan: undefined, manual: undefined, manualSource: 'credit-guard.yaml' };

  test('nothing given is unknown', () => {
    const balance = combine(sources);
    expect([balance.credits.state, codes(balance)]).toEqual(['unknown', ['missing']]);
  });

  test('a list of credits wins, and the type of the plan is kept', () => {
    const balance = combine({ ...sources, snapshot: read(aRow()), accountPlan });
    expect([balance.source, balance.accountPlan]).toEqual(['credits.json', { state: 'known', value: 'FREE' }]);
  });

  test('a snapshot that could not be read is not replaced in silence', () => {
    const balance = combine({ ...sources, snapshot: readSnapshot('?', CONTEXT), accountPlan });
    expect(balance.credits.state).toBe('unknown');
  });

  test('the Free Tier credits stand in where nothing else was given', () => {
    expect(remaining(combine({ ...sources, accountPlan }))).toBe('10.00');
  });
});
