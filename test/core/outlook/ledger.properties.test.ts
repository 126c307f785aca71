import { describe, expect, test } from 'vitest';
import { fromUnits, sum, usd, zero } from '../../../src/core/money';
import { type Ledger, rateOf } from '../../../src/core/outlook/ledger';
import type { Stream } from '../../../src/core/outlook/stream';
import fc from '../../support/fast-check';
import { aGrant, aLedger, aStream, lines, NOW } from './support';

const DAY = 86_400_000;
const PRODUCTS = ['a', 'b', 'c', 'd'];

const cents = (max: number) => fc.integer({ min: 0, max }).map((n) => usd(n).div(100).toFixed(2));

const streams = fc.array(
  fc
    .record({
      product: fc.constantFrom(...PRODUCTS),
      eligible: fc.constantFrom('yes' as const, 'no' as const, 'unknown' as const),
      account: fc.constantFrom(undefined, undefined, 'x', 'y'),
      hourly: cents(7_00),
      monthly: cents(5_000_00),
      once: cents(2_000_00),
      startsAt: fc.option(
        fc.integer({ min: 1, max: 600 }).map((days) => NOW + days * DAY),
        { nil: undefined },
      ),
      endsAt: fc.option(
        fc.integer({ min: 1, max: 900 }).map((days) => NOW + days * DAY),
        { nil: undefined },
      ),
    })
    .map(aStream),
  { maxLength: 8 },
);

const sketches = fc.uniqueArray(
  fc.record({
    id: fc.stringMatching(/^[a-z]{1,6}$/),
    amount: cents(100_000_00),
    starts: fc.integer({ min: -400, max: 400 }).map((days) => NOW + days * DAY),
    lasts: fc.option(fc.integer({ min: 1, max: 1500 }), { nil: undefined }),
    isListed: fc.boolean(),
    products: fc.option(fc.subarray(PRODUCTS), { nil: undefined }),
    owner: fc.constantFrom(undefined, 'x', 'y', 'z'),
    accounts: fc.option(fc.subarray(['x', 'y']), { nil: undefined }),
    closed: fc.constantFrom(undefined, undefined, undefined, 'not-entitled' as const),
  }),
  { maxLength: 5, selector: ({ id }) => id },
);

type Sketch = (typeof sketches extends fc.Arbitrary<infer T> ? T : never)[number];

const grantOf = ({ lasts, products, accounts, ...rest }: Sketch) =>
  aGrant({
    ...rest,
    ...(products === undefined ? {} : { products }),
    ...(accounts === undefined ? {} : { accounts }),
    ends: lasts === undefined ? undefined : Math.max(NOW, rest.starts) + lasts * DAY,
  });

/** When each kind of charge first is not covered in full; what lasts has no entry. */
const endsOf = ({ coverageEnds }: Ledger) => new Map(coverageEnds.map(({ eligibility, at }) => [eligibility.key, at]));

/** No kind of charge may lose its coverage sooner in the second ledger, which is the better one. */
function expectNoSooner(worse: Ledger, better: Ledger): void {
  const later = endsOf(better);
  for (const [key, end] of endsOf(worse)) {
    expect(later.get(key) ?? Number.POSITIVE_INFINITY).toBeGreaterThanOrEqual(end - 2); // two roundings up to a millisecond
  }
  for (const [key, end] of later)
    expect(endsOf(worse).get(key) ?? Number.POSITIVE_INFINITY).toBeLessThanOrEqual(end + 2);
}

const known = fc.array(
  fc.record({ product: fc.constantFrom(...PRODUCTS), hourly: cents(7_00), monthly: cents(900_00) }).map(aStream),
  { minLength: 1, maxLength: 6 },
);

describe('whatever comes in', () => {
  test('the ledger adds up to the last digit, and nothing is negative', () => {
    fc.assert(
      fc.property(streams, sketches, fc.integer({ min: 0, max: 60 * DAY }), (charges, held, before) => {
        const ledger = aLedger(charges, held.map(grantOf), { from: NOW - before });
        expect(ledger.faults).toEqual([]);
        for (const { rows } of ledger.pieces) {
          for (const { charged, covered, cash, unknown } of rows) {
            expect(covered + cash + unknown).toBe(charged);
            expect([covered, cash, unknown].every((amount) => amount >= 0n)).toBe(true);
          }
        }
      }),
    );
  });

  test('a piece ends where a credit does not cover all any more: what it covers, or may cover, is no cash', () => {
    fc.assert(
      fc.property(streams, sketches, (charges, held) => {
        for (const { from, to, rows } of aLedger(charges, held.map(grantOf)).pieces) {
          // The instant is rounded up to a millisecond.
          if (to - from < 60_000) continue;
          for (const { because, cash, charged } of rows)
            if (because === undefined || because === 'unknown') expect(cash * 10_000n <= charged).toBe(true);
        }
      }),
    );
  });

  test('the sums over products and over credits are the month', () => {
    fc.assert(
      fc.property(streams, sketches, (charges, held) => {
        for (const { products, credits, charged, covered, forfeited } of aLedger(charges, held.map(grantOf)).months) {
          expect(sum([...products.values()].map((split) => split.charged)).eq(charged)).toBe(true);
          expect(sum([...credits.values()].map((one) => one.covered)).eq(covered)).toBe(true);
          expect(sum([...credits.values()].map((one) => one.forfeited)).eq(forfeited)).toBe(true);
        }
      }),
    );
  });

  test('no credit covers more than it holds, and none an excluded charge', () => {
    fc.assert(
      fc.property(streams, sketches, (charges, held) => {
        const grants = held.map(grantOf);
        const { pieces } = aLedger(charges, grants);
        const rows = pieces.flatMap((piece) => piece.rows);
        const draws = [...rows.map(({ paidBy }) => paidBy), ...pieces.map(({ byOthers }) => byOthers)];
        for (const { id, amount = zero } of grants) {
          const drawn = draws.reduce((total, one) => total + (one.get(id) ?? 0n), 0n);
          expect(fromUnits(drawn).lte(amount)).toBe(true);
        }
        const excluded = rows.filter(({ stream }) => stream.eligibility.byTerms === 'no');
        expect(excluded.every(({ covered, unknown }) => covered === 0n && unknown === 0n)).toBe(true);
      }),
    );
  });

  test('the order in which charges and credits are listed does not matter', () => {
    fc.assert(
      fc.property(streams, sketches, (charges, held) => {
        const grants = held.map(grantOf);
        const one = aLedger(charges, grants);
        const other = aLedger([...charges].reverse(), [...grants].reverse());
        expect(lines(other)).toEqual(lines(one));
        expect(endsOf(other)).toEqual(endsOf(one));
      }),
    );
  });
});

describe('other accounts', () => {
  const othersOf = (charges: readonly Stream[]) => charges.filter(({ account }) => account !== undefined);
  const ownOf = (charges: readonly Stream[]) => charges.filter(({ account }) => account === undefined);

  test('are in no figure of this one: only what is left of its credits tells of them', () => {
    fc.assert(
      fc.property(streams, sketches, (charges, held) => {
        const ledger = aLedger(charges, held.map(grantOf));
        const alone = aLedger(ownOf(charges), held.map(grantOf));
        const charged = ({ months }: Ledger) => new Map(months.map((month) => [month.month, month.charged.toFixed(9)]));
        const [all, own] = [charged(ledger), charged(alone)];
        for (const [month, usd] of own) expect(all.get(month) ?? usd).toBe(usd);
        expect(ledger.pieces.every(({ rows }) => othersOf(rows.map(({ stream }) => stream)).length === 0)).toBe(true);
      }),
    );
  });

  test('draw nothing that the owner of a single credit needs in a month', () => {
    fc.assert(
      fc.property(cents(900_00), cents(900_00), cents(900_00), cents(5_000_00), (own, first, second, amount) => {
        const charges = [aStream({ monthly: own })];
        const others = [aStream({ monthly: first, account: 'x' }), aStream({ monthly: second, account: 'y' })];
        const grants = [aGrant({ amount })];
        const [shared, alone] = [aLedger([...charges, ...others], grants), aLedger(charges, grants)];
        for (const month of shared.months) {
          const had = sum([month.opening, month.granted]);
          const need = month.charged;
          expect(month.covered.toFixed(9)).toBe((had.lt(need) ? had : need).toFixed(9));
        }
        expectNoSooner(shared, alone);
      }),
    );
  });
});

describe('more is never less', () => {
  test('more balance brings no coverage end nearer', () => {
    fc.assert(
      fc.property(known, sketches, fc.nat(), cents(5_000_00), (charges, held, which, more) => {
        const grants = held.map(grantOf);
        const richer = grants.map((grant, i) =>
          i === which % Math.max(1, grants.length) ? { ...grant, amount: (grant.amount ?? zero).plus(more) } : grant,
        );
        expectNoSooner(aLedger(charges, grants), aLedger(charges, richer));
      }),
      { numRuns: 150 },
    );
  });

  test('less burn brings no coverage end nearer', () => {
    fc.assert(
      fc.property(known, sketches, fc.nat(), fc.integer({ min: 1, max: 99 }), (charges, held, which, percent) => {
        const grants = held.map(grantOf);
        const cheaper = charges.map((stream, i) =>
          i === which % charges.length
            ? {
                ...stream,
                perMonth: stream.perMonth.times(percent).div(100),
                perHour: stream.perHour.times(percent).div(100),
              }
            : stream,
        );
        fc.pre(cheaper.every((stream) => rateOf(stream).gt(zero)));
        expectNoSooner(aLedger(charges, grants), aLedger(cheaper, grants));
      }),
      { numRuns: 150 },
    );
  });

  // AWS draws the credit that ends soonest first, so a later end may change the order of use; a product that only the
  // other credit covers can then lose it sooner. Where the order stays, a later end is never worse.
  test('a later end brings no coverage end nearer, where it does not change the order of use', () => {
    fc.assert(
      fc.property(known, sketches, fc.integer({ min: 1, max: 700 }), (charges, held, days) => {
        const grants = held.map(grantOf);
        const last = Math.max(0, ...grants.map(({ ends }) => ends ?? 0));
        fc.pre(grants.every(({ ends }) => ends !== undefined));
        const longer = grants.map((grant) => (grant.ends === last ? { ...grant, ends: last + days * DAY } : grant));
        expectNoSooner(aLedger(charges, grants), aLedger(charges, longer));
      }),
      { numRuns: 150 },
    );
  });
});
