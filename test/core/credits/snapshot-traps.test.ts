import { describe, expect, it } from 'vitest';
import { printedError } from '../../../src/core/credits/aws-errors';
import { type Balance, problemOf } from '../../../src/core/credits/credit';
import { readSnapshot, type SnapshotContext } from '../../../src/core/credits/snapshot';
import { MS_PER_DAY, parseInstant } from '../../../src/core/instant';
import { plain } from '../../../src/core/money';
import { wordsOf } from '../../../src/words/notices';
import fc from '../../support/fast-check';
import { wordsOfFirst } from '../../support/inputs';

const now = parseInstant('2026-11-20T12:00:00Z') ?? 0;
const context: SnapshotContext = { source: 'credits.json', writtenAt: now, now, maxAgeDays: 7 };
const usd = (currencyAmount: unknown, currencyCode: unknown = 'USD') => ({ currencyCode, currencyAmount });

const row = (change: Record<string, unknown> = {}): Record<string, unknown> => ({
  creditId: '4711',
  accountId: '111122223333',
  description: 'Activate Portfolio',
  remainingAmount: usd('8500.00'),
  startDate: '2026-04-01T00:00:00Z',
  endDate: '2027-03-31T23:59:59Z',
  applicableProductNames: ['Amazon EC2', 'Amazon RDS'],
  creditStatus: 'ENABLED',
  ...change,
});

const read = (...rows: unknown[]) => readSnapshot({ credits: rows }, context);
const creditsOf = (...rows: unknown[]) => {
  const { credits } = read(...rows);
  if (credits.state !== 'known') throw new Error(credits.because);
  return credits.value;
};
const only = (change: Record<string, unknown>) => {
  const [credit] = creditsOf(row(change));
  if (credit === undefined) throw new Error('no credit');
  return credit;
};
const remainingOf = (change: Record<string, unknown>): string => {
  const { remaining } = only(change);
  return remaining.state === 'known' ? plain(remaining.value) : remaining.because;
};
const codes = (balance: Balance) => balance.problems.map(problemOf);

describe('a credit of `aws billing get-credits`', () => {
  it.each([
    ['epoch seconds', 1_827_619_199],
    ['ISO 8601', '2027-11-30T23:59:59Z'],
    ['a blank and an offset', '2027-11-30 23:59:59+00:00'],
  ])('reads a timestamp written as %s', (_, endDate) => {
    expect(only({ endDate }).ends).toBe(parseInstant('2027-11-30T23:59:59Z'));
  });

  it('takes the smaller of remaining and estimated', () => {
    expect(remainingOf({ estimatedAmount: usd('8120.40') })).toBe('8120.40');
    expect(remainingOf({ estimatedAmount: usd('9000') })).toBe('8500.00');
  });

  it('takes the size of a negative amount', () => {
    expect(remainingOf({ remainingAmount: usd('-120.50') })).toBe('120.50');
  });

  it('accepts a number where AWS writes text', () => {
    expect(remainingOf({ remainingAmount: usd(120.5) })).toBe('120.50');
  });

  it.each([[undefined], [null], [[]]])('calls products unlisted when AWS does not say which: %s', (names) => {
    expect(only({ applicableProductNames: names }).products).toBe('unlisted');
  });

  it.each([
    ['ENABLED', 'enabled'],
    ['DISABLED', 'disabled'],
    ['PAUSED', 'paused'],
    ['Paused', 'paused'],
  ])('reads the status %s', (creditStatus, status) => {
    expect(only({ creditStatus }).status).toBe(status);
  });

  it('is not switched off because sharing is', () => {
    expect(only({ creditSharingType: 'DISABLED' }).status).toBe('enabled');
    expect(only({ creditSharingType: 'Paused' }).status).toBe('paused');
  });

  it('has an unknown amount in a foreign currency', () => {
    const balance = read(row({ remainingAmount: usd('100', 'EUR') }));
    expect(codes(balance)).toEqual(['foreign-currency']);
    expect(wordsOfFirst(balance)).toContain('it is in EUR, not in USD');
  });
});

describe('what is wrong with a snapshot is said', () => {
  it.each([
    ['startDate', { startDate: undefined }],
    ['startDate', { startDate: 'soon' }],
    ['endDate', { endDate: '2027-02-30' }],
    ['remainingAmount', { remainingAmount: usd('NaN') }],
    ['remainingAmount', { remainingAmount: usd(Number.NaN) }],
    ['remainingAmount', { remainingAmount: '12' }],
    ['applicableProductNames', { applicableProductNames: 'Amazon EC2' }],
  ])('a row without a readable %s is left out, by number and field', (field, change) => {
    const balance = read(row(), row(change));
    expect(codes(balance)).toEqual(['partial']);
    expect(wordsOfFirst(balance)).toMatch(new RegExp(`^credits.json: credit 2 .*${field}`));
    expect(balance.credits).toMatchObject({ state: 'known', value: [{ id: '4711' }] });
  });

  it('an estimate that cannot be read is said, for it may be the smaller figure', () => {
    const balance = read(row({ estimatedAmount: usd('lots') }));
    expect(codes(balance)).toEqual(['partial']);
    expect(wordsOfFirst(balance)).toContain('estimatedAmount');
  });

  it('no readable row: unknown, never none', () => {
    const balance = read({}, 3);
    expect(balance.credits.state).toBe('unknown');
    expect(codes(balance)).toEqual(['malformed', 'partial', 'partial']);
  });

  it('an empty list is knowledge', () => {
    const balance = read();
    expect(balance.credits).toEqual({ state: 'known', value: [] });
    expect(codes(balance)).toEqual(['empty']);
  });

  it.each([
    ['AccessDenied', { __type: 'AccessDeniedException', message: 'no' }, /permission billing:GetCredits/],
    ['activation', { __type: 'AccessDeniedException', Message: 'IAM user access not activated' }, /root user/],
    ['throttling', { __type: 'ThrottlingException' }, /again in a minute/],
    ['another shape', { Error: { Code: 'AccessDeniedException' } }, /permission/],
  ])('an error of AWS in its place: %s', (_, document, line) => {
    const balance = readSnapshot(document, context);
    expect(balance.credits.state).toBe('unknown');
    expect(balance.problems).toHaveLength(1);
    expect(wordsOfFirst(balance)).toMatch(line);
  });

  it('an error that the CLI printed as text', () => {
    expect(
      printedError('An error occurred (AccessDeniedException) when calling the GetCredits operation: no such luck'),
    ).toEqual({ because: 'forbidden', permission: undefined, sentence: 'no such luck' });
    expect(printedError('{"credits": [')).toBeUndefined();
  });

  it.each([[null], [[]], ['text'], [7], [{}], [{ credits: {} }]])('another document: %j', (document) => {
    expect(codes(readSnapshot(document, context))).toEqual(['malformed']);
  });

  it('one id twice is one credit read twice: the smaller balance counts, and it is said', () => {
    const twice = read(row(), row());
    expect(codes(twice)).toEqual(['partial']);
    expect(twice.credits).toMatchObject({ value: [{ id: '4711' }] });
    const small = row({ remainingAmount: usd('1') });
    for (const rows of [
      [row(), small],
      [small, row()],
    ]) {
      expect(
        creditsOf(...rows).map(({ id, remaining }) => [id, remaining.state === 'known' && plain(remaining.value)]),
      ).toEqual([['4711', '1.00']]);
      expect(wordsOfFirst(read(...rows))).toContain('different balances ($');
    }
  });
});

describe('the age of a snapshot', () => {
  const at = (readAt: unknown, writtenAt: number | undefined = now) =>
    readSnapshot({ readAt, credits: [row()] }, { ...context, writtenAt });

  it('is fine up to the limit and stale beyond it, with its figures still used', () => {
    expect(codes(at('2026-11-13T12:00:00Z'))).toEqual([]);
    const stale = at('2026-11-12T11:00:00Z');
    expect(codes(stale)).toEqual(['stale']);
    expect(stale.credits.state).toBe('known');
  });

  it('is taken from the file when the snapshot does not say, and called that', () => {
    const [problem] = at(undefined, now - 30 * MS_PER_DAY).problems;
    expect(problem && wordsOf(problem)).toBe(
      'credits.json: its file is 30 days old, and 7 are allowed; its figures are used.',
    );
    expect([at(undefined).isFileTime, at('2026-11-13T12:00:00Z').isFileTime]).toEqual([true, false]);
  });

  it('is not known when it lies in the future, is no date, or is told nowhere', () => {
    expect(codes(at('2026-11-21T12:00:00Z'))).toEqual(['undated']);
    expect(codes(at('yesterday'))).toEqual(['undated']);
    const nowhere = readSnapshot({ credits: [row()] }, { ...context, writtenAt: undefined });
    expect(codes(nowhere)).toEqual(['undated']);
  });
});

it('never throws, and never reads nothing as an empty list', () => {
  const hostile = fc.oneof(fc.jsonValue(), fc.constant({ toString: 1, valueOf: 1 }));
  const fields = Object.keys(row());
  const rows = fc.array(
    fc
      .tuple(fc.subarray(fields), hostile)
      .map(([names, value]) => row(Object.fromEntries(names.map((n) => [n, value])))),
  );
  fc.assert(
    fc.property(
      fc.oneof(
        hostile,
        fc.record({ credits: rows, readAt: hostile }),
        fc.record({ __type: fc.string(), message: hostile }),
      ),
      (document) => {
        const { credits, problems } = readSnapshot(document, context);
        expect(credits.state === 'known' ? credits.value.length > 0 || problems.length > 0 : problems.length > 0).toBe(
          true,
        );
      },
    ),
  );
});

describe('what cannot be right is said, and what is no promotion is not counted', () => {
  const texts = (change: Record<string, unknown>) => read(row(change)).problems.map(wordsOf);

  it.each([
    ['remainingAmount', 'has a negative remainingAmount; its size is used'],
    ['estimatedAmount', 'has a negative estimatedAmount; its size is used'],
  ])('a negative %s', (name, doubt) => {
    expect(texts({ [name]: usd('-8000.00') })).toEqual([`credits.json: credit 1 ("Activate Portfolio") ${doubt}.`]);
    expect(remainingOf({ [name]: usd('-8000.00') })).toBe('8000.00');
    expect(texts({ [name]: usd('-0.00') })).toEqual([]);
  });

  it('a kind of credit that nobody knows', () => {
    expect(texts({ creditType: 'Wonder' })).toEqual([
      'credits.json: credit 1 ("Activate Portfolio") has a creditType that is not known here; it is counted like a promotional credit.',
    ]);
    expect(texts({ creditType: 'PROMOTION' })).toEqual([]);
  });

  it('a credit that ends before it starts', () => {
    expect(texts({ startDate: '2027-04-01', endDate: '2027-03-31' })).toEqual([
      'credits.json: credit 1 ("Activate Portfolio") ends on 2027-03-31, before it starts on 2027-04-01.',
    ]);
  });

  it('more left than it began with', () => {
    expect(texts({ initialAmount: usd('8500.00') })).toEqual([]);
    expect(texts({ initialAmount: usd('8499.99') })).toEqual([
      'credits.json: credit 1 ("Activate Portfolio") has more left ($8,500.00) than it began with ($8,499.99).',
    ]);
  });

  it.each(['Promotion', 'PROMOTION', undefined])('%s is a promotion', (creditType) => {
    expect(codes(read(row({ creditType })))).toEqual([]);
    expect(creditsOf(row({ creditType }))).toHaveLength(1);
  });

  it.each([
    ['Refund', 'a refund'],
    ['REFUND', 'a refund'],
    ['TrueUp', 'a correction (TrueUp)'],
    ['TRUE_UP', 'a correction (TrueUp)'],
  ])('%s is none', (creditType, name) => {
    const balance = read(row(), row({ creditId: '2', creditType, description: 'Sorry' }));
    expect(balance.credits).toMatchObject({ state: 'known', value: [{ id: '4711' }] });
    expect(balance.problems.map(wordsOf)).toEqual([
      `credits.json: credit 2 ("Sorry") is ${name}, not a promotional credit; it is not counted.`,
    ]);
    expect(codes(read(row({ creditType })))).toEqual(['other-kind', 'empty']);
  });
});
