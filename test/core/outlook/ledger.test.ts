import { describe, expect, test } from 'vitest';
import { addMonths, isoDay, isoInstant } from '../../../src/core/instant';
import { zero } from '../../../src/core/money';
import { checkLedger, type Ledger } from '../../../src/core/outlook/ledger';
import { at } from '../../support/inputs';
import { aGrant, aLedger, aStream, lines, NOW } from './support';

const exhausted = ({ exhaustedAt }: Ledger): string | undefined =>
  exhaustedAt === undefined ? undefined : isoInstant(exhaustedAt);

/** `product: day because`, in the order of time. */
const ends = ({ coverageEnds }: Ledger): string[] =>
  coverageEnds.map(({ eligibility, at: end, because }) => `${eligibility.product}: ${isoDay(end)} ${because}`);

const runway = (ledger: Ledger, share = 0.5): string => {
  const found = ledger.runway(share);
  return found.state === 'ends' ? `${isoDay(found.at)} ${found.because}` : found.state;
};

describe('one credit', () => {
  test('covers until it is used up, to the minute', () => {
    const ledger = aLedger([aStream()], [aGrant({ amount: '150' })]);
    expect(lines(ledger)).toEqual([
      '2026-12: 100.00/0.00/0.00 → 50.00',
      '2027-01: 50.00/50.00/0.00 → 0.00',
      '2027-02: 0.00/100.00/0.00 → 0.00',
    ]);
    expect(exhausted(ledger)).toBe('2027-01-16T12:00:00Z');
    expect(ends(ledger)).toEqual(['Amazon EC2: 2027-01-16 used-up']);
  });

  test('stops at its very end, within the month, and forfeits the rest', () => {
    const ledger = aLedger([aStream({ monthly: '310' })], [aGrant({ ends: at('2026-12-11T00:00:00Z') })]);
    expect(lines(ledger)).toEqual(['2026-12: 100.00/210.00/900.00 → 0.00', '2027-01: 0.00/310.00/0.00 → 0.00']);
    expect(ledger.forfeits.get('credit')?.toFixed(2)).toBe('900.00');
    expect(exhausted(ledger)).toBeUndefined();
    expect(ends(ledger)).toEqual(['Amazon EC2: 2026-12-11 ended']);
  });

  test('the first month counts from today only', () => {
    const from = at('2026-12-22T00:00:00Z');
    const ledger = aLedger([aStream({ monthly: '310' })], [aGrant({ amount: '10000' })], { from });
    expect(lines(ledger)[0]).toBe('2026-12: 100.00/0.00/0.00 → 9900.00');
  });

  test('one that starts within a month covers nothing before', () => {
    const ledger = aLedger([aStream({ monthly: '310' })], [aGrant({ amount: '900', starts: at('2027-01-21') })]);
    expect(lines(ledger).slice(0, 3)).toEqual([
      '2026-12: 0.00/310.00/0.00 → 0.00',
      '2027-01: 110.00/200.00/0.00 → 790.00',
      '2027-02: 310.00/0.00/0.00 → 480.00',
    ]);
    expect(ledger.coverageEnds[0]?.backAt).toBe(at('2027-01-21'));
  });

  test('one that ends at the turn of a month loses nothing into the next', () => {
    const ledger = aLedger([aStream()], [aGrant({ amount: '250', ends: at('2027-01-01') })]);
    expect(lines(ledger)).toEqual(['2026-12: 100.00/0.00/150.00 → 0.00', '2027-01: 0.00/100.00/0.00 → 0.00']);
  });

  test('an hour costs the same in every month, and a month of 31 days has 744 of them', () => {
    const ledger = aLedger([aStream({ hourly: '1' })], [aGrant({ amount: '5000' })]);
    expect(lines(ledger).slice(0, 3)).toEqual([
      '2026-12: 744.00/0.00/0.00 → 4256.00',
      '2027-01: 744.00/0.00/0.00 → 3512.00',
      '2027-02: 672.00/0.00/0.00 → 2840.00',
    ]);
  });
});

describe('the order AWS uses', () => {
  test('soonest to end first, whatever order they come in', () => {
    const soon = aGrant({ id: 'soon', amount: '60', ends: at('2027-02-01') });
    const late = aGrant({ id: 'late', amount: '500', ends: at('2027-12-01') });
    const forward = aLedger([aStream()], [soon, late]);
    expect(lines(forward)).toEqual(lines(aLedger([aStream()], [late, soon])));
    expect(forward.forfeits.has('soon')).toBe(false);
  });

  test('a narrow credit that ends later does not go before a broad one', () => {
    const narrow = aGrant({ id: 'narrow', amount: '100', products: ['Amazon EC2'], ends: at('2027-06-01') });
    const broad = aGrant({ id: 'broad', amount: '100', ends: at('2027-01-01') });
    expect([...aLedger([aStream()], [narrow, broad]).forfeits.keys()]).toEqual([]);
  });

  test('then the fewest products', () => {
    const narrow = aGrant({ id: 'narrow', amount: '100', breadth: 1, ends: at('2027-01-01') });
    const broad = aGrant({ id: 'broad', amount: '100', breadth: 9, ends: at('2027-01-01') });
    expect([...aLedger([aStream()], [broad, narrow]).forfeits.keys()]).toEqual(['broad']);
  });

  test('then the oldest', () => {
    const old = aGrant({ id: 'old', amount: '100', starts: at('2026-01-01'), ends: at('2027-01-01') });
    const young = aGrant({ id: 'young', amount: '100', starts: at('2026-06-01'), ends: at('2027-01-01') });
    expect([...aLedger([aStream()], [young, old]).forfeits.keys()]).toEqual(['young']);
  });

  test('a credit for one product covers only that, and the rest is cash', () => {
    const ledger = aLedger(
      [aStream(), aStream({ product: 'Amazon RDS', monthly: '70' })],
      [aGrant({ products: ['Amazon EC2'] })],
    );
    expect(lines(ledger)[0]).toBe('2026-12: 100.00/70.00/0.00 → 900.00');
    expect(ends(ledger)).toContain('Amazon RDS: 2026-12-01 not-listed');
  });

  test('what is due at once: the largest first when money is short', () => {
    const ledger = aLedger(
      [aStream({ product: 'small', once: '10' }), aStream({ product: 'large', once: '90' })],
      [aGrant({ amount: '90' })],
    );
    expect([...ledger.once].map(([key, split]) => `${key.split('\n')[0]} ${split.covered} ${split.cash}`)).toEqual([
      'large 90 0',
      'small 0 10',
    ]);
  });
});

describe('what credits do not cover', () => {
  test('an excluded charge is cash even with a full pool', () => {
    const ledger = aLedger([aStream({ eligible: 'no', once: '1314' })], [aGrant()]);
    expect(lines(ledger)[0]).toBe('2026-12: 0.00/1314.00/0.00 → 1000.00');
    expect(ledger.becauseNow('Amazon EC2\nno')).toBe('not-eligible');
  });

  test('a charge that nobody can judge is unknown, and draws nothing', () => {
    const [month] = aLedger([aStream({ eligible: 'unknown' })], [aGrant()]).months;
    expect([month?.covered, month?.cash, month?.unknown, month?.left].map(String)).toEqual(['0', '0', '100', '1000']);
  });

  test('it is cash once no credit is left', () => {
    const { months } = aLedger([aStream({ eligible: 'unknown' })], [aGrant({ ends: at('2027-01-01') })]);
    expect(months[1]?.cash.toFixed()).toBe('100');
  });

  test('a credit without a product list covers nothing for certain, and no more than it holds perhaps', () => {
    const { months } = aLedger([aStream()], [aGrant({ amount: '150', isListed: false })]);
    expect(months.map((m) => [m.covered, m.unknown, m.cash, m.left].map(String))).toEqual([
      ['0', '100', '0', '0'],
      ['0', '50', '50', '0'],
      ['0', '0', '100', '0'],
    ]);
  });

  test('a commitment stops at the end of its term', () => {
    const ledger = aLedger(
      [aStream({ endsAt: at('2027-01-11T00:00:00Z'), monthly: '310' })],
      [aGrant({ amount: '9999', ends: at('2027-04-01') })],
    );
    expect(ledger.months.map((m) => m.charged.toFixed())).toEqual(['310', '100', '0', '0', '0']);
  });

  // $100 and ten days of $100 ÷ 31; what is left lasts 20.2 days at $410 ÷ 31 a day.
  test('a charge begins on its day, and draws from then on', () => {
    const ledger = aLedger(
      [
        aStream({ monthly: '100' }),
        aStream({ product: 'Amazon EKS', startsAt: at('2027-01-11T00:00:00Z'), monthly: '310' }),
      ],
      [aGrant({ amount: '400' })],
    );
    expect(ledger.months.map((m) => m.charged.toFixed())).toEqual(['100', '310', '410']);
    expect(ledger.coverageEnds.map((end) => isoDay(end.at))).toEqual(['2027-01-31', '2027-01-31']);
  });

  test.each([
    ['not-entitled', aGrant({ closed: 'not-entitled' })],
    ['reserved', aGrant({ closed: 'reserved' })],
    ['ended', aGrant({ ends: at('2026-11-01') })],
    ['used-up', aGrant({ amount: '0' })],
    ['not-listed', aGrant({ products: ['Amazon RDS'] })],
    ['not-yet', aGrant({ starts: at('2027-06-01') })],
  ] as const)('says why: %s', (because, grant) => {
    expect(aLedger([aStream()], [grant]).becauseNow('Amazon EC2\nyes')).toBe(because);
  });
});

describe('the examples of the ledger, worked by hand', () => {
  test.each([
    ['72.00', '2026-12-30T20:09'],
    ['73.00', '2026-12-31T06:06'],
    ['73.10', '2026-12-31T07:05'],
  ])('E1: $%s for a cluster and a secret', (amount, end) => {
    const streams = [
      aStream({ product: 'Amazon EKS', hourly: '0.10' }),
      aStream({ product: 'AWS Secrets Manager', monthly: '0.40' }),
    ];
    const ledger = aLedger(streams, [aGrant({ amount, ends: at('2028-01-01') })]);
    const minute = Math.round((ledger.exhaustedAt ?? 0) / 60_000) * 60_000;
    expect(isoInstant(minute).slice(0, 16)).toBe(end);
  });

  test('E2: a narrow credit and a broad one', () => {
    const from = at('2027-01-01');
    const streams = [aStream({ monthly: '80' }), aStream({ product: 'Amazon RDS', monthly: '50' })];
    const a = aGrant({ id: 'A', amount: '100', products: ['Amazon EC2'], ends: at('2027-06-30') });
    const b = aGrant({ id: 'B', amount: '1000', ends: at('2027-12-31') });
    const ledger = aLedger(streams, [a, b], { from });
    const drawn = ledger.months
      .slice(0, 3)
      .map(({ month, credits }) =>
        [month, ...[...credits].map(([id, { covered }]) => `${id} ${covered.toFixed(2)}`).sort()].join(' '),
      );
    expect(drawn).toEqual(['2027-01 A 80.00 B 50.00', '2027-02 A 20.00 B 110.00', '2027-03 B 130.00']);
    // A is used up in February, and no product loses its coverage then.
    expect(ledger.coverageEnds.every(({ at: end }) => end > at('2027-08-01'))).toBe(true);
  });

  test('E3: a small credit for a small product is not the end', () => {
    const from = at('2026-11-25');
    const streams = [
      aStream({ hourly: '0.768' }),
      aStream({ product: 'Amazon SageMaker', hourly: '0.05' }),
      aStream({ product: 'Amazon SageMaker', monthly: '0.70' }),
    ];
    const grants = [
      aGrant({ id: 'big', amount: '50000', products: ['Amazon EC2', 'Amazon VPC'], ends: at('2028-12-31T23:59:59Z') }),
      aGrant({ id: 'small', amount: '10', products: ['Amazon SageMaker'], ends: at('2028-12-31T23:59:59Z') }),
    ];
    const ledger = aLedger(streams, grants, { from });
    expect(ends(ledger)).toEqual(['Amazon SageMaker: 2026-12-03 used-up', 'Amazon EC2: 2028-12-31 ended']);
    expect(ledger.coverageEnds[0]?.monthly.toFixed(2)).toBe('37.20');
    expect(runway(ledger)).toBe('2028-12-31 ended');
    expect(exhausted(ledger)).toBeUndefined();
  });

  test('E4: eight months between two credits', () => {
    const from = at('2026-11-25');
    const a = aGrant({ id: 'A', amount: '9999', ends: at('2026-12-31T23:59:59Z') });
    const b = aGrant({ id: 'B', amount: '9999', starts: at('2027-09-01'), ends: at('2028-09-01') });
    const ledger = aLedger([aStream()], [a, b], { from });
    expect(ends(ledger)).toEqual(['Amazon EC2: 2026-12-31 not-yet']);
    expect(ledger.coverageEnds[0]?.backAt).toBe(at('2027-09-01'));
    expect(runway(ledger)).toBe('2026-12-31 not-yet');
    expect(ledger.months.filter(({ cash }) => cash.gt('99')).length).toBe(8 + 1); // and one after B
  });

  test('E5: a credit that starts in a year', () => {
    const from = at('2026-11-25');
    const ledger = aLedger([aStream()], [aGrant({ amount: '100000', starts: at('2027-11-25') })], { from });
    expect(runway(ledger)).toBe('2026-11-25 not-yet');
    expect(ledger.months.slice(0, 12).every(({ covered }) => covered.eq(zero))).toBe(true);
  });

  test('E6: asked at the start of the month', () => {
    const from = at('2026-04-01');
    const ledger = aLedger([aStream({ monthly: '166.33' })], [aGrant({ amount: '112.82' })], { from });
    expect(lines(ledger)[0]).toBe('2026-04: 112.82/53.51/0.00 → 0.00');
    expect(exhausted(ledger)?.slice(0, 16)).toBe('2026-04-21T08:22');
  });
});

describe('the runway', () => {
  test('more credit never makes it shorter: at the turn of a month', () => {
    const streams = [aStream({ hourly: '0.10' }), aStream({ product: 'small', monthly: '0.40' })];
    const end = (amount: string) => aLedger(streams, [aGrant({ amount })]).exhaustedAt ?? 0;
    expect(end('73.00')).toBeGreaterThan(end('72.00'));
  });

  test('ends when credits cover less than the share of what they cover today', () => {
    const streams = [aStream({ monthly: '60' }), aStream({ product: 'Amazon RDS', monthly: '40' })];
    const grants = [
      aGrant({ id: 'a', amount: '80', products: ['Amazon RDS'] }),
      aGrant({ id: 'b', amount: '300', products: ['Amazon EC2'] }),
    ];
    const ledger = aLedger(streams, grants);
    expect(runway(ledger, 0.5)).toBe('2027-05-01 used-up');
    expect(runway(ledger, 0.7)).toBe('2027-02-01 used-up');
    // $60 of $100 stay covered: that is the share itself, and so not less.
    expect([runway(ledger, 0.6), runway(ledger, 0.61)]).toEqual(['2027-05-01 used-up', '2027-02-01 used-up']);
  });

  test('is that of the plan, not of what the account spends beside it', () => {
    const streams = [aStream({ monthly: '10' }), aStream({ product: 'Amazon RDS', monthly: '500', origin: 'account' })];
    const grants = [aGrant({ id: 'a', products: ['Amazon EC2'] }), aGrant({ id: 'b', products: ['Amazon RDS'] })];
    expect(runway(aLedger(streams, grants))).toBe('lasts');
    expect(runway(aLedger(streams.slice(1), grants))).toBe('2027-02-01 used-up');
  });

  test('without charges there is none, and where coverage is not known it is not known', () => {
    expect(runway(aLedger([], [aGrant()]))).toBe('no-charges');
    expect(runway(aLedger([aStream({ eligible: 'unknown' })], [aGrant()]))).toBe('unknown');
  });
});

test('without any credit one month of cash is told', () => {
  expect(lines(aLedger([aStream()], []))).toEqual(['2026-12: 0.00/100.00/0.00 → 0.00']);
});

test('nothing to cover: an endless credit lasts to the horizon', () => {
  const ledger = aLedger([], [aGrant()]);
  expect([ledger.months.length, exhausted(ledger)]).toEqual([60, undefined]);
});

test('the check on the ledger sees a lost cent', () => {
  const { months } = aLedger([aStream()], [aGrant({ ends: addMonths(NOW, 2) })]);
  const [first, ...rest] = months;
  if (first === undefined) throw new Error('a ledger has at least one month');
  expect(checkLedger([{ ...first, covered: first.covered.minus('0.01') }, ...rest])).toEqual([
    { month: '2026-12', because: 'loses-credit' },
    { month: '2026-12', because: 'loses-charge' },
  ]);
  expect(checkLedger([{ ...first, left: zero }, ...rest])).toContainEqual({
    month: '2027-01',
    because: 'opens-elsewhere',
  });
});
