import { describe, expect, test } from 'vitest';
import { type Amounts, billedHistory, costByService, readHistory } from '../../../src/core/credits/burn-answers';
import { plain } from '../../../src/core/money';

const amounts = (read: Amounts) =>
  'what' in read ? read.what : Object.fromEntries([...read.usd].map(([name, usd]) => [name, plain(usd)]));

const group = (service: unknown, recordType: unknown, amount: unknown, unit = 'USD') => ({
  Keys: [service, recordType],
  Metrics: { UnblendedCost: { Amount: amount, Unit: unit } },
});
const costs = (...groups: unknown[]) => ({ ResultsByTime: [{ Groups: groups }] });

describe('what each service cost, by Cost Explorer', () => {
  test('groups of one service add up, over periods and pages', () => {
    const read = costByService([
      { ResultsByTime: [{ Groups: [group('EC2', 'Usage', '10.5')] }, { Groups: [group('EC2', 'Usage', '1')] }] },
      costs(group('EC2', 'Tax', '2'), group('RDS', 'Usage', '3')),
    ]);
    expect(amounts(read)).toEqual({ EC2: '13.50', RDS: '3.00' });
  });

  test.each(['Credit', 'Refund', 'credit', 'Upfront Reservation Fee', 'SavingsPlanUpfrontFee'])(
    '%s is none of it',
    (recordType) => {
      expect(amounts(costByService([costs(group('EC2', 'Usage', '10'), group('EC2', recordType, '-4'))]))).toEqual({
        EC2: '10.00',
      });
    },
  );

  test.each(['Credits', 'DiscountedUsage', 'Usage credit'])('%s is', (recordType) => {
    expect(amounts(costByService([costs(group('EC2', recordType, '4'))]))).toEqual({ EC2: '4.00' });
  });

  test('a service whose corrections outweigh its usage spends nothing', () => {
    const read = costByService([costs(group('A', 'Usage', '1'), group('A', 'Usage', '-2'), group('B', 'Usage', '0'))]);
    expect(amounts(read)).toEqual({});
  });

  test.each([
    ['1.5E-1', '0.15'],
    ['1E-9', undefined],
    ['-1.5e1', undefined],
    ['2.5e+1', '25.00'],
    ['0.12345678901234567', '0.12'],
  ])('an amount of %s', (amount, expected) => {
    expect(amounts(costByService([costs(group('A', 'Usage', amount))]))).toEqual(
      expected === undefined ? {} : { A: expected },
    );
  });

  test.each([
    ['no text', 10],
    ['words', 'ten'],
    ['a figure with words behind it', '10 dollars'],
    ['words before it', 'about 10'],
    ['infinite', 'Infinity'],
    ['empty', ''],
  ])('an amount that is %s is no answer', (_, amount) => {
    expect(amounts(costByService([costs(group('A', 'Usage', amount))]))).toBe(
      'a group has no keys or no amount in USD',
    );
  });

  test.each([
    ['another currency', group('A', 'Usage', '1', 'EUR')],
    ['no service', group(1, 'Usage', '1')],
    ['no record type', group('A', undefined, '1')],
    ['no metrics', { Keys: ['A', 'Usage'] }],
    ['no cost', { Keys: ['A', 'Usage'], Metrics: {} }],
    ['no keys', { Metrics: { UnblendedCost: { Amount: '1', Unit: 'USD' } } }],
    ['no object', 'A'],
  ])('a group with %s is no answer', (_, odd) => {
    expect(amounts(costByService([costs(odd)]))).toBe('a group has no keys or no amount in USD');
  });

  test.each([[null], ['text'], [{}], [{ ResultsByTime: 'none' }]])('%j is no answer', (page) => {
    expect(amounts(costByService([costs(), page]))).toBe('ResultsByTime is missing');
  });

  test('a period without groups spends nothing', () => {
    expect(amounts(costByService([{ ResultsByTime: [{}, null] }]))).toEqual({});
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
    ['no amount', entry({ creditAmount: '5' })],
    ['an amount that is none', entry(usd('much'))],
    ['another currency', entry({ creditAmount: { currencyCode: 'EUR', currencyAmount: '5' } })],
    ['no object', []],
  ])('an entry with %s is no answer', (_, odd) => {
    expect(readHistory([page([entry(), odd])])).toEqual({ what: 'an entry has no service or no amount in USD' });
  });

  test('one month of it, by service', () => {
    const entries = [entry(), entry(usd('-2.5')), entry({ billingMonth: '2026-09' }), entry(usd('1'))];
    const read = billedHistory([page([...entries, entry({ appliedServiceName: 'RDS', ...usd('3') })])], '2026-10');
    expect(amounts(read)).toEqual({ EC2: '6.50' });
    expect(read.failedMonths).toEqual([]);
  });

  test.each([
    [{ partialResults: true }, ['2026-10']],
    [{ partialResults: true, failedMonths: ['2026-09'] }, ['2026-09']],
    [{}, []],
  ])('%j: failed months are %j', (rest, expected) => {
    expect(billedHistory([page([entry()], rest)], '2026-10').failedMonths).toEqual(expected);
  });

  test('what is no answer has no failed months', () => {
    expect(billedHistory([null], '2026-10')).toEqual({
      what: 'creditAllocationHistoryList is missing',
      failedMonths: [],
    });
  });
});
