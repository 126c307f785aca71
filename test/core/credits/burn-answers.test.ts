import { describe, expect, test } from 'vitest';
import {
  type Answered,
  billedHistory,
  costByAccount,
  type History,
  NOT_SPENDING,
  readHistory,
} from '../../../src/core/credits/burn-answers';
import type { BilledMonths } from '../../../src/core/credits/burn-reading';
import { plain } from '../../../src/core/money';

const flat = (months: BilledMonths) =>
  Object.fromEntries(
    [...months].map(([month, { byAccount, isEstimated }]) => [
      isEstimated ? `${month} open` : month,
      Object.fromEntries(
        [...byAccount].map(([account, usd]) => [
          account,
          Object.fromEntries([...usd].map(([name, amount]) => [name, plain(amount)])),
        ]),
      ),
    ]),
  );
const amounts = (read: Answered) => ('what' in read ? read.what : flat(read.months));
/** Of one account in one month. */
const own = (read: Answered) => ('what' in read ? read.what : (flat(read.months)['2026-10']?.['1'] ?? {}));

const group = (service: unknown, amount: unknown, account: unknown = '1', unit = 'USD') => ({
  Keys: [account, service],
  Metrics: { UnblendedCost: { Amount: amount, Unit: unit } },
});
const period = (month: string, groups?: unknown, rest: object = {}) => ({
  TimePeriod: { Start: `${month}-01`, End: '2026-12-01' },
  Groups: groups,
  ...rest,
});
const costs = (...groups: unknown[]) => ({ ResultsByTime: [period('2026-10', groups)] });

describe('what each account spent, by Cost Explorer', () => {
  test('months, accounts and services, joined over periods and pages', () => {
    const read = costByAccount([
      { ResultsByTime: [period('2026-09', [group('EC2', '1')]), period('2026-10', [group('EC2', '10.5')])] },
      { ResultsByTime: [period('2026-10', [group('EC2', '2'), group('RDS', '3', '2'), group('Tax', '8')])] },
    ]);
    expect(amounts(read)).toEqual({
      '2026-09': { '1': { EC2: '1.00' } },
      '2026-10': { '1': { EC2: '12.50', Tax: '8.00' }, '2': { RDS: '3.00' } },
    });
  });

  test('months come in order, and a month is open as soon as one page says so', () => {
    const read = costByAccount([
      { ResultsByTime: [period('2026-10', [group('EC2', '2')], { Estimated: false })] },
      {
        ResultsByTime: [
          period('2026-09', [group('EC2', '1')], { Estimated: false }),
          period('2026-10', [], { Estimated: true }),
        ],
      },
    ]);
    expect(amounts(read)).toEqual({ '2026-09': { '1': { EC2: '1.00' } }, '2026-10 open': { '1': { EC2: '2.00' } } });
    expect('what' in read ? [] : [...read.months.keys()]).toEqual(['2026-09', '2026-10']);
  });

  test('what is left out is spelt as AWS spells it', () => {
    expect(NOT_SPENDING).toEqual(expect.arrayContaining(['Credit', 'Refund', 'SavingsPlanUpfrontFee', 'Upfront']));
    // A reservation's upfront fee is among them, and so is the fee of a support plan: the latter counts each month.
    expect(NOT_SPENDING).not.toContain('Fee');
    expect(NOT_SPENDING).not.toContain('Tax');
  });

  test('a service whose corrections outweigh its usage spends nothing, nor does an account or a month of these alone', () => {
    const read = costByAccount([
      costs(group('A', '1'), group('A', '-2'), group('B', '0'), group('A', '-2', '2'), group('C', '1')),
      { ResultsByTime: [period('2026-09', [group('A', '-2')])] },
    ]);
    expect(amounts(read)).toEqual({ '2026-10': { '1': { C: '1.00' } } });
  });

  test.each([
    ['1.5E-1', '0.15'],
    ['1E-9', undefined],
    ['1E-10', undefined],
    ['-1.5e1', undefined],
    ['2.5e+1', '25.00'],
    ['12.5e1', '125.00'],
    ['0.12345678901234567', '0.12'],
  ])('an amount of %s', (amount, expected) => {
    expect(own(costByAccount([costs(group('A', amount))]))).toEqual(expected === undefined ? {} : { A: expected });
  });

  test.each([
    ['no text', 10],
    ['words', 'ten'],
    ['a figure with words behind it', '10 dollars'],
    ['words before it', 'about 10'],
    ['infinite', 'Infinity'],
    ['empty', ''],
  ])('an amount that is %s is no answer', (_, amount) => {
    expect(amounts(costByAccount([costs(group('A', amount))]))).toBe('a group has no keys or no amount in USD');
  });

  test.each([
    ['another currency', group('A', '1', '1', 'EUR')],
    ['no service', group(1, '1')],
    ['no account', group('A', '1', 7)],
    ['no metrics', { Keys: ['1', 'A'] }],
    ['no cost', { Keys: ['1', 'A'], Metrics: {} }],
    ['no keys', { Metrics: { UnblendedCost: { Amount: '1', Unit: 'USD' } } }],
    ['no object', 'A'],
    ['nothing', null],
  ])('a group with %s is no answer', (_, odd) => {
    expect(amounts(costByAccount([costs(odd)]))).toBe('a group has no keys or no amount in USD');
  });

  test.each([[null], ['text'], [{}], [{ ResultsByTime: 'none' }]])('%j is no answer', (page) => {
    expect(amounts(costByAccount([costs(), page]))).toBe('ResultsByTime is missing');
  });

  test.each([
    [null],
    [{}],
    [{ TimePeriod: {} }],
    [{ TimePeriod: { Start: '2026-10-15' } }],
    [{ TimePeriod: { Start: 'x2026-10-01' } }],
  ])('%j is no month', (odd) => {
    expect(amounts(costByAccount([{ ResultsByTime: [odd] }]))).toBe('a period does not begin with a month');
  });

  test('a period without groups lists nothing', () => {
    expect(amounts(costByAccount([{ ResultsByTime: [period('2026-10'), period('2026-09', 'none')] }]))).toEqual({});
  });
});

const entry = (parts: object = {}) => ({
  creditId: '1',
  accountId: '111122223333',
  appliedServiceName: 'EC2',
  billingMonth: '2026-10',
  creditAmount: { currencyCode: 'USD', currencyAmount: '-5' },
  ...parts,
});
const page = (entries: unknown[], rest: object = {}) => ({ creditAllocationHistoryList: entries, ...rest });
const usd = (currencyAmount: string) => ({ creditAmount: { currencyCode: 'USD', currencyAmount } });

describe('what credits covered, by the allocation history', () => {
  test('what comes off the bill is positive', () => {
    const read = readHistory([page([entry({ isEstimatedBill: true }), entry({ creditId: 7, accountId: 8 })])]);
    if ('what' in read) throw new Error(read.what);
    expect(read.allocations.map((one) => ({ ...one, usd: plain(one.usd) }))).toEqual([
      {
        creditId: '1',
        account: '111122223333',
        month: '2026-10',
        service: 'EC2',
        usd: '5.00',
        isEstimated: true,
      },
      { creditId: '7', account: undefined, month: '2026-10', service: 'EC2', usd: '5.00', isEstimated: false },
    ]);
  });

  test('a credit without an id is kept', () => {
    const read = readHistory([page([entry({ creditId: null, isEstimatedBill: 'true' })])]);
    expect(read).toMatchObject({ allocations: [{ creditId: undefined, isEstimated: false }] });
  });

  test('months that failed are those of all pages, each once', () => {
    const read = readHistory([
      page([], { partialResults: true, failedMonths: ['2026-09', '2026-08'] }),
      page([], { partialResults: true, failedMonths: ['2026-09', 7] }),
    ]);
    expect(read).toMatchObject({ failedMonths: ['2026-08', '2026-09'], isPartial: false });
  });

  test.each([
    [{ partialResults: true, failedMonths: [] }, true],
    [{ partialResults: true }, true],
    [{ partialResults: false, failedMonths: [] }, false],
    [{ partialResults: 'true' }, false],
  ])('%j: it is partial, and nobody says of what: %s', (rest, isPartial) => {
    expect(readHistory([page([], rest)])).toMatchObject({ isPartial });
    // A page that is whole takes nothing back.
    expect(readHistory([page([], rest), page([])])).toMatchObject({ isPartial });
  });

  test.each([[null], [{}], [{ creditAllocationHistoryList: {} }]])('%j is no answer', (odd) => {
    expect(readHistory([odd])).toEqual({ what: 'creditAllocationHistoryList is missing' });
  });

  test.each([
    ['no service', entry({ appliedServiceName: 1 })],
    ['no month', entry({ billingMonth: undefined })],
    ['a month that no year has', entry({ billingMonth: '2026-13' })],
    ['no amount', entry({ creditAmount: '5' })],
    ['an amount that is none', entry(usd('much'))],
    ['another currency', entry({ creditAmount: { currencyCode: 'EUR', currencyAmount: '5' } })],
    ['no object', []],
    ['nothing', null],
  ])('an entry with %s is no answer', (_, odd) => {
    expect(readHistory([page([entry(), odd])])).toEqual({
      what: 'an entry has no service, no month or no amount in USD',
    });
  });

  const historyOf = (entries: unknown[], rest: object = {}): History => {
    const read = readHistory([page(entries, rest)]);
    if ('what' in read) throw new Error(read.what);
    return read;
  };

  test('by month, account and service; what names no account is of the one that asked', () => {
    const entries = [
      entry(),
      entry(usd('-2.5')),
      entry({ accountId: '2' }),
      entry({ accountId: undefined, billingMonth: '2026-09' }),
      entry(usd('1')),
      entry({ appliedServiceName: 'RDS', ...usd('3') }),
    ];
    expect(flat(billedHistory(historyOf(entries), 'asker'))).toEqual({
      '2026-09': { asker: { EC2: '5.00' } },
      '2026-10': { '111122223333': { EC2: '6.50' }, '2': { EC2: '5.00' } },
    });
  });

  test('a month is open as soon as one entry says so', () => {
    const months = billedHistory(historyOf([entry(), entry({ isEstimatedBill: true })]), '1');
    expect(Object.keys(flat(months))).toEqual(['2026-10 open']);
  });

  test.each([
    [{ partialResults: true }, []],
    [{ partialResults: true, failedMonths: ['2026-09'] }, ['2026-10']],
    [{}, ['2026-09', '2026-10']],
  ])('%j: the months that are certain are %j', (rest, expected) => {
    const history = historyOf([entry(), entry({ billingMonth: '2026-09' })], rest);
    expect([...billedHistory(history, '1').keys()]).toEqual(expected);
  });
});
