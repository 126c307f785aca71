import { describe, expect, test } from 'vitest';
import { settingsOf } from '../../../src/config/read-settings';
import type { Allocation, History } from '../../../src/core/credits/burn-answers';
import type { Balance, Credit } from '../../../src/core/credits/credit';
import { plain, usd } from '../../../src/core/money';
import { backTest } from '../../../src/core/outlook/back-test';
import { known, unknown } from '../../../src/core/reading';
import { aBalance, aCredit, at, noBalance } from '../../support/inputs';

type Row = readonly [month: string, credit: string | undefined, service: string, usd: string];

const allocation = ([month, creditId, service, amount]: Row, parts: Partial<Allocation> = {}): Allocation => ({
  month,
  creditId,
  service,
  usd: usd(amount),
  account: '111122223333',
  isEstimated: false,
  ...parts,
});
const history = (rows: readonly Row[], parts: Partial<History> = {}): History => ({
  allocations: rows.map((row) => allocation(row)),
  failedMonths: [],
  isPartial: false,
  ...parts,
});

/** Read on the first of December, so that every month before it is off what is left. */
const held = (...credits: readonly Credit[]): Balance => ({ ...aBalance(credits), readAt: at('2026-12-01') });

const settings = settingsOf({});
const NOW = at('2026-12-01');
const tested = (past: History, balance: Balance) =>
  backTest(past, balance, settings, NOW).months.flatMap(({ month, credits }) =>
    credits.map(({ credit, applied, expected }) => [month, credit.id, plain(applied), plain(expected)]),
  );

const FIRST = aCredit({ id: 'first', remaining: '0', ends: at('2027-01-31') });
const SECOND = aCredit({ id: 'second', remaining: '100' });

describe('a past month drawn once more', () => {
  test('a credit holds what is left of it and what was applied from that month on', () => {
    const past = history([
      ['2026-09', 'first', 'Amazon EC2', '70'],
      ['2026-10', 'first', 'Amazon EC2', '30'],
      ['2026-10', 'second', 'Amazon EC2', '50'],
    ]);
    expect(tested(past, held(FIRST, SECOND))).toEqual([
      ['2026-09', 'first', '70.00', '70.00'],
      ['2026-10', 'first', '30.00', '30.00'],
      ['2026-10', 'second', '50.00', '50.00'],
    ]);
  });

  test('the rules use the credit that ends first', () => {
    const past = history([['2026-10', 'second', 'Amazon EC2', '50']]);
    expect(tested(past, held({ ...FIRST, remaining: known(usd('20')) }, SECOND))).toEqual([
      ['2026-10', 'first', '0.00', '20.00'],
      ['2026-10', 'second', '50.00', '30.00'],
    ]);
  });

  test('names of one product add up, and what a correction takes back is no charge', () => {
    const past = history([
      ['2026-10', 'second', 'Amazon EC2', '30'],
      ['2026-10', 'second', 'Amazon Elastic Compute Cloud', '10'],
      ['2026-10', 'second', 'Amazon RDS', '-5'],
    ]);
    expect(tested(past, held(SECOND))).toEqual([['2026-10', 'second', '35.00', '40.00']]);
  });

  test('a credit that was paused since counts as it was', () => {
    const past = history([['2026-10', 'second', 'Amazon EC2', '30']]);
    expect(tested(past, held({ ...SECOND, status: 'paused' }))).toEqual([['2026-10', 'second', '30.00', '30.00']]);
  });

  test('what the rules do not allow is expected of no credit', () => {
    const past = history([['2026-10', 'second', 'Amazon RDS', '30']]);
    expect(tested(past, held({ ...SECOND, products: ['Amazon EC2'] }))).toEqual([
      ['2026-10', 'second', '30.00', '0.00'],
    ]);
  });

  test('a credit whose amount nobody knows is expected to cover nothing for certain', () => {
    const past = history([['2026-10', 'second', 'Amazon EC2', '30']]);
    const of = (credit: Credit) => tested(past, held(credit))[0]?.slice(0, 3);
    expect(of({ ...SECOND, remaining: unknown('it is not written') })).toEqual(['2026-10', 'second', '30.00']);
  });
});

describe('accounts', () => {
  const [OURS, OTHER, THIRD] = ['111122223333', '444455556666', '777788889999'];
  const rows = (...all: readonly (readonly [account: string, credit: string, usd: string])[]): History => ({
    ...history([]),
    allocations: all.map(([account, credit, amount]) =>
      allocation(['2026-10', credit, 'Amazon EC2', amount], { account }),
    ),
  });
  const owned = (id: string, owner: string, parts: Partial<Credit> = {}): Credit => ({
    ...aCredit({ id, remaining: '0' }),
    owner,
    sharing: { type: 'default', accounts: undefined, isOn: true },
    ...parts,
  });

  test('each draws on the credits that it may use', () => {
    const past = rows([OURS, 'ours', '40'], [OTHER, 'theirs', '60']);
    const theirs = owned('theirs', OTHER, {
      sharing: { type: 'disabled', accounts: undefined, isOn: true },
      ends: at('2027-01-31'),
      remaining: known(usd('100')),
    });
    const settingsOfOurs = settingsOf({ account: OURS });
    const [month] = backTest(past, held(theirs, owned('ours', OURS)), settingsOfOurs, NOW).months;
    expect(month?.credits.map(({ credit, expected }) => [credit.id, plain(expected)])).toEqual([
      ['theirs', '60.00'],
      ['ours', '40.00'],
    ]);
  });

  test('where AWS does not say who may use a credit, those that it was applied to may', () => {
    const past = rows([OTHER, 'ruled', '60'], [THIRD, 'other', '25']);
    const other = owned('other', OURS, { ends: at('2029-01-01') });
    for (const sharing of [
      { type: 'cost-category', accounts: undefined, isOn: true },
      { type: 'default', accounts: undefined, isOn: undefined },
    ] as const)
      expect(tested(past, held(owned('ruled', OURS, { sharing, remaining: known(usd('100')) }), other))).toEqual([
        ['2026-10', 'ruled', '60.00', '60.00'],
        ['2026-10', 'other', '25.00', '25.00'],
      ]);
  });

  test.each<[string, Credit['sharing'], string]>([
    ['those that it names', { type: 'custom', accounts: [THIRD], isOn: true }, '0.00'],
    ['those that it names, and no other', { type: 'custom', accounts: [OTHER], isOn: true }, '60.00'],
    ['all of the organization', { type: 'default', accounts: undefined, isOn: true }, '60.00'],
    ['nobody else', { type: 'default', accounts: undefined, isOn: false }, '0.00'],
    ['its owner alone', { type: 'disabled', accounts: undefined, isOn: true }, '0.00'],
  ])('where AWS says that it is %s, that counts whatever the history tells', (_, sharing, expected) => {
    // It ends first, and the history has it in one of two cases.
    const said = owned('said', OURS, { sharing, remaining: known(usd('100')), ends: at('2027-01-31') });
    const other = owned('other', OURS, { remaining: known(usd('100')), ends: at('2029-01-01') });
    for (const applied of ['said', 'other']) {
      const [month] = backTest(
        rows([OTHER, applied, '60']),
        held(said, other),
        settingsOf({ account: OURS }),
        NOW,
      ).months;
      const found = month?.credits.find(({ credit }) => credit.id === 'said')?.expected;
      expect(plain(found ?? usd(0))).toBe(expected);
    }
  });

  test('without a word on which one is billed, all of them count', () => {
    const past = rows([OTHER, 'a', '60'], [THIRD, 'b', '25']);
    expect(tested(past, held(owned('a', OTHER), owned('b', THIRD, { ends: at('2029-01-01') })))).toEqual([
      ['2026-10', 'a', '60.00', '60.00'],
      ['2026-10', 'b', '25.00', '25.00'],
    ]);
  });
});

describe('what a credit held', () => {
  const past = history([
    ['2026-08', 'first', 'Amazon EC2', '10'],
    ['2026-09', 'first', 'Amazon EC2', '20'],
    ['2026-10', 'first', 'Amazon EC2', '30'],
    // Charges that a second credit covers as far as the first does not.
    ['2026-08', 'second', 'Amazon EC2', '1000'],
    ['2026-09', 'second', 'Amazon EC2', '1000'],
    ['2026-10', 'second', 'Amazon EC2', '1000'],
  ]);
  /** What the first credit held at the start of each month: charges are always more. */
  const heldBy = (credit: Partial<Credit>, readAt: number | undefined) =>
    tested(past, {
      ...held({ ...FIRST, remaining: known(usd('100')), ...credit }, { ...SECOND, remaining: known(usd('9000')) }),
      readAt,
    })
      .filter(([, id]) => id === 'first')
      .map(([month, , , expected]) => [month, expected]);

  test.each([
    ['all months are off it', {}, at('2026-12-01'), ['160.00', '150.00', '130.00']],
    ['nobody knows when it was read', {}, undefined, ['160.00', '150.00', '130.00']],
    // The bill of the month in which it was read is open, and off it: October is the last.
    ['it was read within October', {}, at('2026-10-15'), ['160.00', '150.00', '130.00']],
    // September is the last month off it: October began with all of it.
    ['it was read within September', {}, at('2026-09-15'), ['130.00', '120.00', '100.00']],
    // In October 100 less the 20 of September were left.
    ['it was read within August', {}, at('2026-08-15'), ['110.00', '100.00', '80.00']],
    [
      'it is as of the last bill, read in October',
      { asOf: 'last-bill' },
      at('2026-10-15'),
      ['130.00', '120.00', '100.00'],
    ],
    [
      'it is as of the last bill, and nobody knows which',
      { asOf: 'last-bill' },
      undefined,
      ['160.00', '150.00', '130.00'],
    ],
    ['an owner wrote it as of September', { asOf: at('2026-09-01') }, at('2026-12-01'), ['110.00', '100.00', '80.00']],
  ] as const)('%s', (_, credit, readAt, [august, september, october]) => {
    expect(heldBy(credit, readAt)).toEqual([
      ['2026-08', august],
      ['2026-09', september],
      ['2026-10', october],
    ]);
  });

  test('never less than nothing', () => {
    const credit = { remaining: known(usd('5')), asOf: at('2026-08-01') };
    // 5 - 10 by September: it gives nothing, and what AWS applied stands alone.
    expect(heldBy(credit, undefined)).toEqual([
      ['2026-08', '5.00'],
      ['2026-09', '0.00'],
      ['2026-10', '0.00'],
    ]);
  });
});

describe('what cannot be replayed', () => {
  test('an open bill and a failed month', () => {
    const past: History = {
      allocations: [
        allocation(['2026-11', 'second', 'Amazon EC2', '5'], { isEstimated: true }),
        allocation(['2026-11', 'second', 'Amazon RDS', '5']),
        allocation(['2026-09', 'second', 'Amazon EC2', '5']),
        allocation(['2026-10', 'second', 'Amazon EC2', '5']),
        allocation(['2026-02', 'second', 'Amazon EC2', '5'], { isEstimated: true }),
      ],
      failedMonths: ['2026-09'],
      isPartial: false,
    };
    const { open, failed } = backTest(past, held(SECOND), settings, NOW);
    expect(tested(past, held(SECOND)).map(([month]) => month)).toEqual(['2026-10']);
    expect({ open, failed }).toEqual({ open: ['2026-02', '2026-11'], failed: ['2026-09'] });
  });

  test('months come oldest first', () => {
    const past = history([
      ['2026-10', 'second', 'Amazon EC2', '5'],
      ['2026-08', 'second', 'Amazon EC2', '5'],
    ]);
    expect(tested(past, held(SECOND)).map(([month]) => month)).toEqual(['2026-08', '2026-10']);
  });

  test('credits that the balance does not list', () => {
    const past = history([
      ['2026-10', 'gone', 'Amazon EC2', '5'],
      ['2026-09', 'gone', 'Amazon EC2', '6'],
      ['2026-09', undefined, 'Amazon EC2', '7'],
      ['2026-09', 'second', 'Amazon EC2', '8'],
    ]);
    const { unknownCredits, months } = backTest(past, held(SECOND), settings, NOW);
    expect(unknownCredits.map(({ id, usd: amount }) => [id, plain(amount)])).toEqual([
      ['gone', '11.00'],
      ['without an id', '7.00'],
    ]);
    // Nor are their charges replayed.
    expect(months.map(({ month }) => month)).toEqual(['2026-09']);
    expect(tested(past, held(SECOND))).toEqual([['2026-09', 'second', '8.00', '8.00']]);
  });

  test('a month that is not over is open, whatever stands beside it', () => {
    const past = history([
      ['2026-11', 'second', 'Amazon EC2', '1'],
      ['2026-12', 'second', 'Amazon EC2', '2'],
      ['2027-10', 'second', 'Amazon EC2', '3'],
    ]);
    const { open, months } = backTest(past, held(SECOND), settings, NOW);
    expect([open, months.map(({ month }) => month)]).toEqual([['2026-12', '2027-10'], ['2026-11']]);
  });

  test('a balance that is not known lists none', () => {
    const past = history([['2026-10', 'second', 'Amazon EC2', '5']]);
    expect(backTest(past, noBalance, settings, NOW)).toMatchObject({ months: [], unknownCredits: [{ id: 'second' }] });
  });

  test('accounts are counted, those of credits that are not listed are not', () => {
    const rows: Row = ['2026-10', 'second', 'Amazon EC2', '5'];
    const past: History = {
      ...history([]),
      allocations: [
        allocation(rows),
        allocation(rows, { account: '444455556666' }),
        allocation(rows, { account: '444455556666' }),
        allocation(['2026-10', 'gone', 'Amazon EC2', '5'], { account: '777788889999' }),
      ],
    };
    expect(backTest(past, held(SECOND), settings, NOW).accounts).toBe(2);
  });
});
