import { describe, expect, test } from 'vitest';
import { type Balance, isUsable, notShared, problemOf, type Sharing } from '../../../src/core/credits/credit';
import { readSnapshot, type SnapshotContext } from '../../../src/core/credits/snapshot';
import { isoInstant, MS_PER_DAY, parseInstant } from '../../../src/core/instant';
import { plain } from '../../../src/core/money';
import { wordsOf } from '../../../src/words/notices';
import fc from '../../support/fast-check';
import { at, wordsOfFirst } from '../../support/inputs';

const NOW = at('2026-11-24T12:00:00Z');
const CONTEXT: SnapshotContext = { source: 'credits.json', writtenAt: NOW, now: NOW, maxAgeDays: 7 };

const usd = (currencyAmount: unknown, currencyCode: unknown = 'USD') => ({ currencyCode, currencyAmount });

/** A credit as AWS prints it; a test states only what it is about. */
const row = (change: Record<string, unknown> = {}): Record<string, unknown> => ({
  creditId: '4711',
  accountId: '111122223333',
  creditType: 'Promotion',
  description: 'Activate Portfolio',
  initialAmount: usd('10000.00'),
  remainingAmount: usd('8500.00'),
  startDate: '2026-04-01T00:00:00Z',
  endDate: '2027-03-31T23:59:59Z',
  applicableProductNames: ['Amazon EC2', 'Amazon RDS'],
  creditStatus: 'ENABLED',
  ...change,
});

const read = (...rows: unknown[]): Balance => readSnapshot({ credits: rows }, CONTEXT);
const creditsOf = (...rows: unknown[]) => {
  const { credits } = read(...rows);
  if (credits.state !== 'known') throw new Error(credits.because);
  return credits.value;
};
const only = (change: Record<string, unknown> = {}) => {
  const [credit, ...others] = creditsOf(row(change));
  if (credit === undefined || others.length > 0) throw new Error('one credit was expected');
  return credit;
};
const amountOf = ({ remaining }: ReturnType<typeof only>): string =>
  remaining.state === 'known' ? plain(remaining.value) : remaining.because;
const remaining = (change: Record<string, unknown>): string => amountOf(only(change));
const codes = (balance: Balance): string[] => balance.problems.map(problemOf);
const texts = (change: Record<string, unknown>) => read(row(change)).problems.map(wordsOf);

describe('a credit of `aws billing get-credits`', () => {
  test.each([
    ['epoch seconds', 1_806_537_599],
    ['ISO 8601', '2027-04-01T01:59:59+02:00'],
    ['a blank and an offset', '2027-03-31 23:59:59+00:00'],
  ])('its dates may be written as %s', (_, date) => {
    expect(isoInstant(only({ endDate: date }).ends ?? 0)).toBe('2027-03-31T23:59:59Z');
    expect(isoInstant(only({ startDate: date }).starts)).toBe('2027-03-31T23:59:59Z');
  });

  test.each([[undefined], [null]])('an end of %s: it has none', (endDate) => {
    const credit = only({ endDate });
    expect([credit.ends, isUsable(credit, NOW)]).toEqual([undefined, true]);
  });

  test.each([[undefined], [null], [[]]])('products %j: AWS did not say which', (applicableProductNames) => {
    expect(only({ applicableProductNames }).products).toBe('unlisted');
  });

  test('products and purchase types restrict it; without any it is for all purchases', () => {
    expect(only().products).toEqual(['Amazon EC2', 'Amazon RDS']);
    expect(only({ purchaseTypeApplications: ['MARKETPLACE'] }).purchases).toEqual(['MARKETPLACE']);
    for (const list of [undefined, [], 'MARKETPLACE', [7]]) {
      expect(only({ purchaseTypeApplications: list }).purchases).toBe('all');
    }
  });

  test.each([
    ['AWS Activate Portfolio', 'activate'],
    ['AWS Free Tier sign-up credit', 'free-tier'],
    ['Hackathon prize', 'event'],
    ['MAP 2.0 migration', 'map'],
    ['Promotional credit', undefined],
  ])('the programme is what its description says: %s', (description, program) => {
    expect(only({ description }).program).toBe(program);
  });

  test.each([[undefined], [''], [7]])(
    'a description of %j is none, and the credit has a name all the same',
    (description) => {
      expect(only({ description }).description).toBe('Credit without a description');
    },
  );

  test('whose it is: the account that AWS names, as text', () => {
    expect([only().owner, only({ accountId: 7 }).owner]).toEqual(['111122223333', undefined]);
    expect([only({ creditId: 7 }).id, only({ creditId: { toString: () => 'x' } }).id]).toEqual(['7', '']);
  });

  test.each([
    [{ creditStatus: 'ENABLED' }, 'enabled'],
    [{ creditStatus: 'enabled' }, 'enabled'],
    [{ creditStatus: undefined }, 'enabled'],
    [{ creditStatus: 'DISABLED' }, 'disabled'],
    [{ creditStatus: 'EXPIRED' }, 'disabled'],
    [{ creditStatus: 'PAUSED' }, 'paused'],
    [{ creditStatus: 'Paused' }, 'paused'],
    [{ status: 'Paused' }, 'paused'],
    // Switched off is the sharing, and not the credit; paused is the credit.
    [{ creditSharingType: 'DISABLED' }, 'enabled'],
    [{ creditSharingType: 'Paused' }, 'paused'],
  ])('%j is %s', (change, status) => expect(only(change).status).toBe(status));

  test.each<[Record<string, unknown>, Partial<Sharing>]>([
    [{}, notShared],
    [{ creditSharingType: 'DEFAULT' }, { type: 'default' }],
    [{ creditSharingType: 'Disabled' }, { type: 'disabled' }],
    [{ creditSharingType: 'custom' }, { type: 'custom' }],
    [{ creditSharingType: 'COST_CATEGORY_RULE' }, { type: 'cost-category' }],
    [{ shareableAccounts: ['444455556666'] }, { accounts: ['444455556666'] }],
    [{ shareableAccounts: [] }, { accounts: undefined }],
    [{ shareableAccounts: [7] }, { accounts: undefined }],
    [{ accountHasCreditSharingEnabled: true }, { isOn: true }],
    [{ accountHasCreditSharingEnabled: false }, { isOn: false }],
    [{ accountHasCreditSharingEnabled: 'yes' }, { isOn: undefined }],
  ])('with whom it is shared: %j', (change, sharing) => expect(only(change).sharing).toMatchObject(sharing));
});

describe('what is left', () => {
  test('the smaller of remaining and estimated: the estimate includes the open bill', () => {
    expect(remaining({ estimatedAmount: usd('8120.40') })).toBe('8120.40');
    expect(remaining({ estimatedAmount: usd('9000') })).toBe('8500.00');
  });

  test('a number is read where AWS writes text, and its stray digits are no money', () => {
    expect(remaining({ remainingAmount: usd(120.5) })).toBe('120.50');
    const [credit] = creditsOf(row({ remainingAmount: usd(0.1 + 0.2) }));
    expect(credit?.remaining.state === 'known' && credit.remaining.value.toFixed()).toBe('0.3');
  });

  test('without a currency it is in USD, and in any case of letters', () => {
    expect(remaining({ remainingAmount: { currencyAmount: '7' } })).toBe('7.00');
    expect(remaining({ remainingAmount: usd('7', 'usd') })).toBe('7.00');
  });

  test('another currency is unknown, and said', () => {
    const balance = read(row({ remainingAmount: usd('100', 'EUR') }));
    expect([remaining({ remainingAmount: usd('100', 'EUR') }), codes(balance)]).toEqual([
      'it is not in USD',
      ['foreign-currency'],
    ]);
    expect(wordsOfFirst(balance)).toContain('it is in EUR, not in USD');
    expect(remaining({ remainingAmount: usd('100', 'EUR'), estimatedAmount: usd('1') })).toBe('it is not in USD');
  });

  test.each([
    ['that is no amount', usd('lots')],
    ['in another currency', usd('1', 'EUR')],
    ['that is text', '1'],
  ])('an estimate %s is said, for it may be the smaller figure', (_, estimatedAmount) => {
    const balance = read(row({ estimatedAmount }));
    expect(codes(balance)).toEqual(['partial']);
    expect(wordsOfFirst(balance)).toContain('estimatedAmount');
    expect(remaining({ estimatedAmount })).toBe('8500.00');
  });

  test.each([[undefined], [null]])('an estimate of %s is none, and nothing to say', (estimatedAmount) => {
    expect(codes(read(row({ estimatedAmount })))).toEqual([]);
  });

  test.each([
    ['used up', { remainingAmount: usd('0.00') }],
    ['not started', { startDate: '2026-12-01T00:00:00Z' }],
    ['ended a second ago', { endDate: '2026-11-24T11:59:59Z' }],
    ['switched off', { creditStatus: 'DISABLED' }],
    ['paused', { creditSharingType: 'Paused' }],
  ])('a credit that is %s is not usable', (_, change) => expect(isUsable(only(change), NOW)).toBe(false));
});

describe('up to when use is off the balance', () => {
  const asOf = (change: Record<string, unknown>, readAt?: string) => {
    const document = { ...(readAt === undefined ? {} : { readAt }), credits: [row(change)] };
    const { credits } = readSnapshot(document, { ...CONTEXT, writtenAt: undefined });
    return credits.state === 'known' ? credits.value[0]?.asOf : credits.because;
  };
  const estimated = { estimatedAmount: usd('8000') };

  test('an estimate is of today, and of the day it was read once that is long ago', () => {
    expect(asOf(estimated, '2026-11-23T00:00:00Z')).toBe('now');
    expect(asOf(estimated, '2026-09-20T00:00:00Z')).toBe(parseInstant('2026-09-20T00:00:00Z'));
    expect(asOf(estimated)).toBe('now');
  });

  test('without one it is of the last closed bill before it was read', () => {
    expect(asOf({}, '2026-11-23T00:00:00Z')).toBe(parseInstant('2026-11-01'));
    expect(asOf({}, '2026-09-20T00:00:00Z')).toBe(parseInstant('2026-09-01'));
    expect(asOf({})).toBe('last-bill');
    // One that cannot be read is none.
    expect(asOf({ estimatedAmount: usd('8000', 'EUR') }, '2026-11-23T00:00:00Z')).toBe(parseInstant('2026-11-01'));
  });
});

describe('a row that cannot be read is left out and said; the others count', () => {
  test.each([
    ['no object', 7, 'it is no object'],
    ['no start', row({ startDate: undefined }), 'startDate is missing or is no date'],
    ['a start that is no date', row({ startDate: 'soon' }), 'startDate is missing or is no date'],
    ['an end that is no day', row({ endDate: '2027-02-30' }), 'endDate is no date'],
    ['no amount', row({ remainingAmount: usd('lots') }), 'remainingAmount is missing or is no amount'],
    ['no number', row({ remainingAmount: usd(Number.NaN) }), 'remainingAmount is missing or is no amount'],
    ['an amount without its currency', row({ remainingAmount: '12' }), 'remainingAmount is missing or is no amount'],
    ['a huge amount', row({ remainingAmount: usd('9'.repeat(40)) }), 'remainingAmount is missing or is no amount'],
    ['products as text', row({ applicableProductNames: 'EC2' }), 'applicableProductNames is no list of names'],
    ['products that are no names', row({ applicableProductNames: [7] }), 'applicableProductNames is no list of names'],
  ])('%s', (_, wrong, reason) => {
    const balance = read(row({ creditId: '2' }), wrong);
    expect(balance.credits).toMatchObject({ state: 'known', value: [{ id: '2' }] });
    expect(balance.problems.map(wordsOf)).toEqual([`credits.json: credit 2 is left out: ${reason}.`]);
  });

  test('when none can be read the balance is unknown, not empty', () => {
    const balance = read({}, 3);
    expect([balance.credits.state, codes(balance)]).toEqual(['unknown', ['malformed', 'partial', 'partial']]);
  });
});

describe('what cannot be right is said', () => {
  test.each([
    ['remainingAmount', 'has a negative remainingAmount; its size is used'],
    ['estimatedAmount', 'has a negative estimatedAmount; its size is used'],
  ])('a negative %s', (name, doubt) => {
    expect(texts({ [name]: usd('-8000.00') })).toEqual([`credits.json: credit 1 ("Activate Portfolio") ${doubt}.`]);
    expect(remaining({ [name]: usd('-8000.00') })).toBe('8000.00');
    expect(texts({ [name]: usd('-0.00') })).toEqual([]);
  });

  test('a credit that ends before it starts', () => {
    expect(texts({ startDate: '2027-04-01', endDate: '2027-03-31' })).toEqual([
      'credits.json: credit 1 ("Activate Portfolio") ends on 2027-03-31, before it starts on 2027-04-01.',
    ]);
    expect(texts({ startDate: '2027-04-01', endDate: '2027-04-01' })).toEqual([]);
  });

  test('more left than it began with', () => {
    expect(texts({ initialAmount: usd('8500.00') })).toEqual([]);
    expect(texts({ initialAmount: usd('8499.99') })).toEqual([
      'credits.json: credit 1 ("Activate Portfolio") has more left ($8,500.00) than it began with ($8,499.99).',
    ]);
    // Of amounts in other currencies nothing is said twice.
    expect(codes(read(row({ initialAmount: usd('1', 'EUR') })))).toEqual([]);
    expect(codes(read(row({ remainingAmount: usd('8500', 'EUR'), initialAmount: usd('1') })))).toEqual([
      'foreign-currency',
    ]);
  });
});

describe('what is no promotion is not counted', () => {
  test.each(['Promotion', 'PROMOTION', undefined])('%s is a promotion', (creditType) => {
    expect(codes(read(row({ creditType })))).toEqual([]);
    expect(creditsOf(row({ creditType }))).toHaveLength(1);
  });

  test.each(['Refundable', 'NoRefund', 'TrueUps', 'Untrue-up', 'Wonder'])(
    '%s is a kind that nobody knows',
    (creditType) => {
      expect(texts({ creditType })).toEqual([
        'credits.json: credit 1 ("Activate Portfolio") has a creditType that is not known here; it is counted like a promotional credit.',
      ]);
      expect(creditsOf(row({ creditType }))).toHaveLength(1);
    },
  );

  test.each([
    ['Refund', 'a refund'],
    ['REFUND', 'a refund'],
    ['TrueUp', 'a correction (TrueUp)'],
    ['TRUE_UP', 'a correction (TrueUp)'],
  ])('%s', (creditType, name) => {
    const balance = read(row(), row({ creditId: '2', creditType, description: 'Sorry' }));
    expect(balance.credits).toMatchObject({ state: 'known', value: [{ id: '4711' }] });
    expect(balance.problems.map(wordsOf)).toEqual([
      `credits.json: credit 2 ("Sorry") is ${name}, not a promotional credit; it is not counted.`,
    ]);
    const alone = read(row({ creditType }));
    expect([alone.credits, codes(alone)]).toEqual([{ state: 'known', value: [] }, ['other-kind', 'empty']]);
    // Beside a row that cannot be read: not empty, but not known.
    expect(read(row({ creditType }), 7).credits.state).toBe('unknown');
  });
});

describe('one id twice is one credit read twice', () => {
  const amounts = (...rows: unknown[]) => creditsOf(...rows).map((credit) => `${credit.id} ${amountOf(credit)}`);
  const small = row({ remainingAmount: usd('1') });
  const foreign = row({ remainingAmount: usd('1', 'EUR') });

  test.each<[string, unknown[], string[]]>([
    ['the same again', [row(), row()], ['4711 8500.00']],
    ['the smaller balance counts', [row(), small], ['4711 1.00']],
    ['in any order', [small, row()], ['4711 1.00']],
    ['of three', [row(), small, row()], ['4711 1.00']],
    ['one that is known counts before one that is not', [foreign, row()], ['4711 8500.00']],
    ['whichever comes first', [row(), foreign], ['4711 8500.00']],
    ['one without an id is like no other', [row({ creditId: '' }), row({ creditId: '' })], [' 8500.00', ' 8500.00']],
  ])('%s', (_, rows, expected) => expect(amounts(...rows)).toEqual(expected));

  test('and it is said, once', () => {
    expect(codes(read(row(), row()))).toEqual(['partial']);
    expect(wordsOfFirst(read(row(), small))).toContain('different balances ($');
    expect(codes(read(row(), small, row()))).toEqual(['partial']);
    expect(codes(read(row(), row({ creditId: '2' })))).toEqual([]);
    expect(codes(read(row({ creditId: '' }), row({ creditId: '' })))).toEqual([]);
  });
});

describe('the whole document', () => {
  test('an empty list is knowledge: no credit, all cash', () => {
    const balance = read();
    expect([balance.credits, codes(balance)]).toEqual([{ state: 'known', value: [] }, ['empty']]);
  });

  test.each<[string, unknown, string]>([
    ['null', null, 'not-credits'],
    ['text', 'text', 'not-credits'],
    ['a number', 7, 'not-credits'],
    ['an empty list', [], 'not-credits'],
    ['a list of something else', [{ Budgets: [] }, null], 'not-credits'],
    ['the list alone', [7, row()], 'list-alone'],
    ['a list of answers', [row(), { credits: [] }], 'list-of-answers'],
    ['one credit alone', row(), 'one-credit'],
    ['one credit by its id', { creditId: 'x' }, 'one-credit'],
    ['nothing', {}, 'no-list'],
    ['another answer', { Budgets: [] }, 'no-list'],
    ['credits that are no list', { credits: {} }, 'no-list'],
  ])('%s in its place is unknown, and called what it is', (_, document, because) => {
    const balance = readSnapshot(document, CONTEXT);
    expect(balance.credits.state).toBe('unknown');
    expect(balance.problems).toMatchObject([{ code: 'balance-malformed', args: { because } }]);
  });

  test.each([
    ['without the permission', { __type: 'AccessDeniedException', message: 'no' }, /permission billing:GetCredits/],
    ['not activated', { __type: 'AccessDeniedException', message: 'IAM user access not activated' }, /root user/],
    ['as others write it', { __type: 'AccessDeniedException', Message: 'IAM user access not activated' }, /root user/],
    ['too often', { __type: 'ThrottlingException' }, /again in a minute/],
    ['by its code', { Code: 'ThrottlingException' }, /again in a minute/],
    ['within', { Error: { Code: 'AccessDeniedException', Message: 'not activated' } }, /root user/],
    ['within, without a word', { Error: { Code: 'AccessDeniedException' } }, /permission/],
  ])('an error of AWS in its place says what to do: %s', (_, document, line) => {
    const balance = readSnapshot(document, CONTEXT);
    expect([balance.credits.state, codes(balance)]).toEqual(['unknown', ['refused']]);
    expect(wordsOfFirst(balance)).toMatch(line);
  });
});

describe('the age of a snapshot', () => {
  const ageOf = (readAt: unknown, writtenAt: SnapshotContext['writtenAt'] = NOW) =>
    readSnapshot({ readAt, credits: [row()] }, { ...CONTEXT, writtenAt });
  const days = (count: number) => isoInstant(NOW - count * MS_PER_DAY);

  test('is fine up to the limit and stale beyond it, with its figures still used', () => {
    expect(codes(ageOf(days(7)))).toEqual([]);
    const stale = ageOf(days(8));
    expect([codes(stale), stale.credits.state]).toEqual([['stale'], 'known']);
  });

  test('is taken from the file when the snapshot does not say, and called that', () => {
    const [problem] = ageOf(undefined, NOW - 30 * MS_PER_DAY).problems;
    expect(problem && wordsOf(problem)).toBe(
      'credits.json: its file is 30 days old, and 7 are allowed; its figures are used.',
    );
    expect([ageOf(undefined), ageOf(null), ageOf(days(7))].map(({ isFileTime }) => isFileTime)).toEqual([
      true,
      true,
      false,
    ]);
    expect(ageOf(days(7), NOW).readAt).toBe(NOW - 7 * MS_PER_DAY);
  });

  test('two clocks may differ by a minute; beyond that it lies in the future, and its age is not known', () => {
    const ahead = (ms: number) => codes(readSnapshot({ credits: [row()] }, { ...CONTEXT, writtenAt: NOW + ms }));
    expect([ahead(60_000), ahead(60_001)]).toEqual([[], ['undated']]);
    expect(ageOf(days(-1)).problems).toMatchObject([{ args: { because: { future: NOW + MS_PER_DAY } } }]);
    expect(ageOf(days(-1)).isFileTime).toBe(false);
  });

  test.each<[string, unknown, SnapshotContext['writtenAt'], string]>([
    ['a word that is no date', 'yesterday', NOW, 'no-date'],
    ['nowhere', undefined, undefined, 'not-said'],
    ['by a file that was checked out', undefined, 'checkout', 'checkout'],
  ])('is not known when it is told by %s', (_, readAt, writtenAt, because) => {
    const balance = readSnapshot({ readAt, credits: [row()] }, { ...CONTEXT, writtenAt });
    expect(balance.problems).toMatchObject([{ code: 'balance-undated', args: { because } }]);
    expect([balance.credits.state, balance.readAt, balance.isFileTime]).toEqual(['known', undefined, false]);
  });
});

test('nothing that JSON can hold makes it throw, comes out as money, or reads nothing as an empty list', () => {
  const hostile = fc.oneof(fc.jsonValue(), fc.constant({ toString: 1, valueOf: 1 }));
  const fields = Object.keys(row());
  const rows = fc.array(
    fc
      .tuple(fc.subarray(fields), hostile)
      .map(([names, value]) => row(Object.fromEntries(names.map((name) => [name, value])))),
  );
  fc.assert(
    fc.property(
      fc.oneof(
        hostile,
        fc.record({ credits: rows, readAt: hostile }),
        fc.record({ __type: fc.string(), message: hostile }),
      ),
      (document) => {
        const { credits, problems } = readSnapshot(document, CONTEXT);
        const isSaid = problems.length > 0 || (credits.state === 'known' && credits.value.length > 0);
        expect(isSaid).toBe(true);
      },
    ),
  );
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(read(value).credits.state).toBe('unknown');
    }),
  );
});
