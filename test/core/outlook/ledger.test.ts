import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addMonths, isoInstant, parseInstant } from '../../../src/core/instant';
import { sum, usd, zero } from '../../../src/core/money';
import { checkLedger, type Grant, type Ledger, type Stream, simulate } from '../../../src/core/outlook/ledger';

const at = (text: string): number => {
  const instant = parseInstant(text);
  if (instant === undefined) throw new Error(`${text} is no date`);
  return instant;
};

const NOW = at('2026-12-01T00:00:00Z');

const aGrant = (parts: Partial<Omit<Grant, 'amount'>> & { amount?: string } = {}): Grant => ({
  id: 'credit',
  starts: at('2026-01-01'),
  ends: undefined,
  breadth: 1,
  listed: true,
  pays: () => true,
  ...parts,
  amount: usd(parts.amount ?? '1000'),
});

const aStream = (
  parts: Partial<Omit<Stream, 'monthly' | 'once'>> & { monthly?: string; once?: string } = {},
): Stream => ({
  product: 'Amazon EC2',
  eligible: 'yes',
  endsAt: undefined,
  ...parts,
  monthly: usd(parts.monthly ?? '100'),
  once: usd(parts.once ?? '0'),
});

/** `month: covered/cash/forfeited → left` */
const lines = (ledger: Ledger): string[] =>
  ledger.months.map(
    (m) => `${m.month}: ${m.covered.toFixed(2)}/${m.cash.toFixed(2)}/${m.forfeited.toFixed(2)} → ${m.left.toFixed(2)}`,
  );

const exhausted = (ledger: Ledger): string | undefined =>
  ledger.exhaustedAt === undefined ? undefined : isoInstant(ledger.exhaustedAt);

describe('one credit', () => {
  test('pays until it is used up, to the minute', () => {
    const ledger = simulate([aStream({ monthly: '100' })], [aGrant({ amount: '150' })], NOW);
    expect(lines(ledger)).toEqual([
      '2026-12: 100.00/0.00/0.00 → 50.00',
      '2027-01: 50.00/50.00/0.00 → 0.00',
      '2027-02: 0.00/100.00/0.00 → 0.00',
    ]);
    expect(exhausted(ledger)).toBe('2027-01-16T12:00:00Z');
  });

  test('stops at its very end, within the month, and forfeits the rest', () => {
    const ledger = simulate([aStream({ monthly: '310' })], [aGrant({ ends: at('2026-12-11T00:00:00Z') })], NOW);
    expect(lines(ledger)).toEqual(['2026-12: 100.00/210.00/900.00 → 0.00', '2027-01: 0.00/310.00/0.00 → 0.00']);
    expect(ledger.forfeits.get('credit')?.toFixed(2)).toBe('900.00');
    expect(exhausted(ledger)).toBeUndefined();
  });

  test('the first month counts from today only', () => {
    const ledger = simulate([aStream({ monthly: '310' })], [aGrant({ amount: '10000' })], at('2026-12-22T00:00:00Z'));
    expect(lines(ledger)[0]).toBe('2026-12: 100.00/0.00/0.00 → 9900.00');
  });

  test('one that starts within a month pays that whole month', () => {
    const ledger = simulate([aStream()], [aGrant({ amount: '500', starts: at('2027-01-20') })], NOW);
    expect(lines(ledger).slice(0, 2)).toEqual([
      '2026-12: 0.00/100.00/0.00 → 0.00',
      '2027-01: 100.00/0.00/0.00 → 400.00',
    ]);
  });

  test('one that ends at the turn of a month loses nothing into the next', () => {
    const ledger = simulate([aStream()], [aGrant({ amount: '250', ends: at('2027-01-01') })], NOW);
    expect(lines(ledger)).toEqual(['2026-12: 100.00/0.00/150.00 → 0.00', '2027-01: 0.00/100.00/0.00 → 0.00']);
  });
});

describe('the order AWS uses', () => {
  test('soonest to end first, whatever order they come in', () => {
    const soon = aGrant({ id: 'soon', amount: '60', ends: at('2027-02-01') });
    const late = aGrant({ id: 'late', amount: '500', ends: at('2027-12-01') });
    const forward = simulate([aStream()], [soon, late], NOW);
    expect(lines(forward)).toEqual(lines(simulate([aStream()], [late, soon], NOW)));
    expect(forward.forfeits.has('soon')).toBe(false);
  });

  test('then the fewest products', () => {
    const narrow = aGrant({ id: 'narrow', amount: '100', breadth: 1, ends: at('2027-01-01') });
    const broad = aGrant({ id: 'broad', amount: '100', breadth: 9, ends: at('2027-01-01') });
    const ledger = simulate([aStream({ monthly: '100' })], [broad, narrow], NOW);
    expect([...ledger.forfeits.keys()]).toEqual(['broad']);
  });

  test('then the oldest', () => {
    const old = aGrant({ id: 'old', amount: '100', starts: at('2026-01-01'), ends: at('2027-01-01') });
    const young = aGrant({ id: 'young', amount: '100', starts: at('2026-06-01'), ends: at('2027-01-01') });
    expect([...simulate([aStream()], [young, old], NOW).forfeits.keys()]).toEqual(['young']);
  });

  test('a credit for one product pays only that, and the rest is cash', () => {
    const ec2Only = aGrant({ pays: (product) => product === 'Amazon EC2' });
    const ledger = simulate([aStream(), aStream({ product: 'Amazon RDS', monthly: '70' })], [ec2Only], NOW);
    expect(lines(ledger)[0]).toBe('2026-12: 100.00/70.00/0.00 → 900.00');
  });

  test('the largest charge first when money is short', () => {
    const ledger = simulate(
      [aStream({ product: 'small', monthly: '10' }), aStream({ product: 'large', monthly: '90' })],
      [aGrant({ id: 'a', amount: '90', pays: () => true, ends: at('2027-06-01') })],
      NOW,
    );
    expect(lines(ledger)[0]).toBe('2026-12: 90.00/10.00/0.00 → 0.00');
  });
});

describe('what credits do not pay', () => {
  test('an excluded charge is cash even with a full pool', () => {
    const ledger = simulate([aStream({ eligible: 'no', monthly: '0', once: '1314' })], [aGrant()], NOW);
    expect(lines(ledger)[0]).toBe('2026-12: 0.00/1314.00/0.00 → 1000.00');
  });

  test('a charge that nobody can judge is unknown, not covered and not cash', () => {
    const [month] = simulate([aStream({ eligible: 'unknown' })], [aGrant()], NOW).months;
    expect([month?.covered, month?.cash, month?.unknown].map((amount) => amount?.toFixed())).toEqual(['0', '0', '100']);
  });

  test('it is cash once no credit is left', () => {
    const months = simulate([aStream({ eligible: 'unknown' })], [aGrant({ ends: at('2027-01-01') })], NOW).months;
    expect(months[1]?.cash.toFixed()).toBe('100');
  });

  test('a credit without a product list is never drawn: what it might pay is unknown', () => {
    const [month] = simulate([aStream()], [aGrant({ listed: false })], NOW).months;
    expect([month?.covered, month?.unknown, month?.left].map((amount) => amount?.toFixed())).toEqual(['0', '100', '0']);
  });

  test('a commitment stops at the end of its term', () => {
    const ledger = simulate(
      [aStream({ endsAt: at('2027-01-11T00:00:00Z'), monthly: '310' })],
      [aGrant({ amount: '9999', ends: at('2027-04-01') })],
      NOW,
    );
    expect(ledger.months.map((m) => m.charged.toFixed())).toEqual(['310', '100', '0', '0', '0']);
  });
});

test('without any credit one month of cash is told', () => {
  expect(lines(simulate([aStream()], [], NOW))).toEqual(['2026-12: 0.00/100.00/0.00 → 0.00']);
});

test('nothing to pay: an endless credit lasts to the horizon', () => {
  const ledger = simulate([], [aGrant()], NOW);
  expect([ledger.months.length, exhausted(ledger)]).toEqual([60, undefined]);
});

describe('whatever comes in', () => {
  const cents = (max: number) => fc.integer({ min: 0, max }).map((n) => usd(n).div(100));
  const stream = fc.record({
    product: fc.constantFrom('a', 'b', 'c', 'd'),
    eligible: fc.constantFrom('yes', 'no', 'unknown') as fc.Arbitrary<Stream['eligible']>,
    monthly: cents(5_000_00),
    once: cents(2_000_00),
    endsAt: fc.option(
      fc.integer({ min: 0, max: 900 * 86_400_000 }).map((ms) => NOW + ms),
      { nil: undefined },
    ),
  });
  const grant = fc
    .record({
      amount: cents(100_000_00),
      starts: fc.integer({ min: -400, max: 400 }).map((days) => NOW + days * 86_400_000),
      lasts: fc.option(fc.integer({ min: 1, max: 1500 * 86_400_000 }), { nil: undefined }),
      listed: fc.boolean(),
      products: fc.subarray(['a', 'b', 'c', 'd']),
    })
    .map(({ lasts, products, ...rest }, i = 0) => ({
      ...rest,
      id: `${rest.starts}-${lasts}-${i}`,
      ends: lasts === undefined ? undefined : Math.max(NOW, rest.starts) + lasts,
      breadth: products.length,
      pays: (product: string) => products.includes(product as 'a'),
    }));
  const now = fc.integer({ min: 0, max: 60 * 86_400_000 }).map((ms) => NOW - ms);

  test('the ledger adds up to the last digit', () => {
    fc.assert(
      fc.property(
        fc.array(stream, { maxLength: 8 }),
        fc.array(grant, { maxLength: 5 }),
        now,
        (streams, grants, start) => {
          expect(checkLedger(simulate(streams, grants, start).months)).toEqual([]);
        },
      ),
    );
  });

  test('credits never pay more than they hold, and never an excluded charge', () => {
    fc.assert(
      fc.property(fc.array(stream, { maxLength: 8 }), fc.array(grant, { maxLength: 5 }), (streams, grants) => {
        const { months } = simulate(streams, grants, NOW);
        const paid = sum(months.map((month) => month.covered));
        expect(paid.lte(sum(grants.filter((one) => one.listed).map((one) => one.amount)))).toBe(true);
        const excluded = streams.filter((one) => one.eligible === 'no' && one.endsAt === undefined);
        for (const month of months.slice(1)) expect(month.cash.gte(sum(excluded.map((one) => one.monthly)))).toBe(true);
      }),
    );
  });

  test('the order in which charges and credits are listed does not matter', () => {
    fc.assert(
      fc.property(
        fc.array(stream, { maxLength: 6 }),
        fc.uniqueArray(grant, { maxLength: 4, selector: (g) => g.id }),
        (streams, grants) => {
          const one = lines(simulate(streams, grants, NOW));
          expect(lines(simulate([...streams].reverse(), [...grants].reverse(), NOW))).toEqual(one);
        },
      ),
    );
  });

  test('more credit never ends sooner', () => {
    fc.assert(
      fc.property(cents(1_000_00), cents(1_000_00), cents(500_00), (a, b, monthly) => {
        const [small, big] = a.lte(b) ? [a, b] : [b, a];
        const end = (amount: typeof a) =>
          simulate([aStream({ monthly: monthly.toFixed() })], [aGrant({ amount: amount.toFixed() })], NOW)
            .exhaustedAt ?? Number.POSITIVE_INFINITY;
        expect(end(big)).toBeGreaterThanOrEqual(end(small));
      }),
    );
  });
});

test('the check on the ledger sees a lost cent', () => {
  const { months } = simulate([aStream()], [aGrant({ ends: addMonths(NOW, 2) })], NOW);
  const [first, ...rest] = months;
  if (first === undefined) throw new Error('a ledger has at least one month');
  expect(checkLedger([{ ...first, covered: first.covered.minus('0.01') }, ...rest])).toEqual([
    '2026-12 loses credit',
    '2026-12 loses a charge',
  ]);
  expect(checkLedger([{ ...first, left: zero }, ...rest])).toContain(
    '2027-01 does not open where the month before closed',
  );
});
