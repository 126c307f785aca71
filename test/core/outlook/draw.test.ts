import { describe, expect, test } from 'vitest';
import { addMonths, isoInstant } from '../../../src/core/instant';
import { fromUnits, usd, zero } from '../../../src/core/money';
import { draw, type Piece, type Span } from '../../../src/core/outlook/draw';
import type { Grant } from '../../../src/core/outlook/purse';
import { runsAt, type Stream } from '../../../src/core/outlook/stream';
import { at } from '../../support/inputs';
import { aGrant, aStream, NOW } from './support';

const drawn = (streams: readonly Stream[], grants: readonly Grant[], span: Partial<Span> = {}): Piece[] =>
  draw(streams, grants, { from: NOW, until: NOW, cuts: [], ...span });

/** What each credit pays in the first piece, in the order in which they are drawn. */
const firstPaid = (streams: readonly Stream[], grants: readonly Grant[]): string[] =>
  (drawn(streams, grants)[0]?.rows ?? []).flatMap(({ paidBy }) =>
    [...paidBy].map(([id, units]) => `${id} ${fromUnits(units).toFixed(2)}`),
  );
const firstRow = (streams: readonly Stream[], grants: readonly Grant[]) => {
  const row = drawn(streams, grants)[0]?.rows[0];
  if (row === undefined) throw new Error('nothing was drawn');
  const { covered, cash, unknown, because, backAt } = row;
  return { paid: [covered, cash, unknown].map((units) => fromUnits(units).toFixed(2)), because, backAt };
};
const spans = (pieces: readonly Piece[]) => pieces.map(({ from, to }) => `${isoInstant(from)} ${isoInstant(to)}`);

/** All that is due at once, so that one piece shows the order of many credits. */
const DUE = aStream({ once: '100' });

describe('when a charge runs', () => {
  const [start, end] = [at('2027-01-10'), at('2027-02-10')];
  test.each([
    [undefined, undefined, start, true],
    [start, undefined, start - 1, false],
    [start, undefined, start, true],
    [undefined, end, end - 1, true],
    [undefined, end, end, false],
    [start, end, start, true],
  ])('from %s to %s at %i: %s', (startsAt, endsAt, moment, runs) => {
    expect(runsAt(aStream({ startsAt, endsAt }), moment)).toBe(runs);
  });
});

describe('the order of credits', () => {
  const both = (a: Grant, b: Grant) => [firstPaid([DUE], [a, b]), firstPaid([DUE], [b, a])];

  test.each([
    [
      'one without an end goes after one that ends',
      aGrant({ id: 'a', amount: '60', ends: undefined }),
      aGrant({ id: 'b', amount: '60', ends: at('2029-01-01') }),
      ['b 60.00', 'a 40.00'],
    ],
    [
      'the soonest end first',
      aGrant({ id: 'a', amount: '60', ends: at('2028-01-01') }),
      aGrant({ id: 'b', amount: '60', ends: at('2027-06-01') }),
      ['b 60.00', 'a 40.00'],
    ],
    [
      'then the narrowest',
      aGrant({ id: 'a', amount: '60', breadth: 9 }),
      aGrant({ id: 'b', amount: '60', breadth: 2 }),
      ['b 60.00', 'a 40.00'],
    ],
    [
      'then the oldest',
      aGrant({ id: 'a', amount: '60', issued: at('2026-05-01') }),
      aGrant({ id: 'b', amount: '60', issued: at('2026-04-01') }),
      ['b 60.00', 'a 40.00'],
    ],
    [
      'then by id, so that the order of a file decides nothing',
      aGrant({ id: 'b', amount: '60' }),
      aGrant({ id: 'a', amount: '60' }),
      ['a 60.00', 'b 40.00'],
    ],
  ])('%s', (_, a, b, expected) => {
    expect(both(a, b)).toEqual([expected, expected]);
  });

  test('a credit that is enough leaves the next one alone', () => {
    const exact = aGrant({ id: 'a', amount: '100', ends: at('2027-06-01') });
    expect(firstPaid([DUE], [exact, aGrant({ id: 'b' })])).toEqual(['a 100.00']);
  });
});

describe('what is due at once', () => {
  test('is a piece of its own, and without it there is none', () => {
    expect(spans(drawn([DUE], [])).slice(0, 2)).toEqual([
      '2026-12-01T00:00:00Z 2026-12-01T00:00:00Z',
      '2026-12-01T00:00:00Z 2027-01-01T00:00:00Z',
    ]);
    expect(spans(drawn([aStream()], []))[0]).toBe('2026-12-01T00:00:00Z 2027-01-01T00:00:00Z');
  });

  test('is due before what accrues, and used up by it', () => {
    const [once, month] = drawn([aStream({ once: '100', monthly: '31' })], [aGrant({ amount: '100' })]);
    expect([once?.usedUp, month?.rows[0]?.because]).toEqual([['credit'], 'used-up']);
  });

  test('a credit that is too small for it is used up by it; over time that is the next piece', () => {
    expect(firstRow([DUE], [aGrant({ amount: '60' })])).toEqual({
      paid: ['60.00', '40.00', '0.00'],
      because: 'used-up',
      backAt: undefined,
    });
    expect(firstRow([aStream()], [aGrant({ amount: '60' })])).toMatchObject({ because: undefined });
    expect(firstRow([DUE], [aGrant({ amount: '100' })]).because).toBeUndefined();
  });

  test('a credit that something else has used up at the same instant pays nothing', () => {
    const due = [aStream({ product: 'a', once: '90' }), aStream({ product: 'b', once: '10' })];
    const [piece] = drawn(due, [aGrant({ amount: '90' })]);
    expect(piece?.rows.map(({ paidBy }) => [...paidBy.keys()])).toEqual([['credit'], []]);
  });

  // $100 are half of the list price: $50 cover a quarter of it, and what they leave is cash with the discount.
  test('a credit that applies before discounts and is too small covers as much as it draws', () => {
    const grants = ['50', '20'].map((amount, i) => aGrant({ id: `${i}`, amount, isBeforeDiscounts: i === 0 }));
    const half = { ...DUE, discount: 0.5 };
    expect(firstRow([half], grants)).toMatchObject({ paid: ['70.00', '55.00', '0.00'], because: 'used-up' });
    expect(firstPaid([half], grants)).toEqual(['0 50.00', '1 20.00']);
  });

  test('the largest first; of two alike the one whose kind stands first', () => {
    const due = (...amounts: [string, string][]) =>
      drawn(
        amounts.map(([product, once]) => aStream({ product, once })),
        [],
      )[0]?.rows.map(({ stream }) => stream.eligibility.product);
    expect(due(['a', '10'], ['b', '20'])).toEqual(['b', 'a']);
    expect(due(['b', '20'], ['a', '10'])).toEqual(['b', 'a']);
    expect(due(['b', '20'], ['a', '20'])).toEqual(['a', 'b']);
    expect(due(['a', '20'], ['b', '20'])).toEqual(['a', 'b']);
  });
});

describe('where time is cut', () => {
  test('at a month, at a cut, and where a charge or a credit starts or ends', () => {
    const pieces = drawn(
      [aStream({ startsAt: at('2026-12-05'), endsAt: at('2026-12-07') })],
      [aGrant({ starts: at('2026-12-03'), ends: at('2026-12-11') })],
      { cuts: [at('2026-12-09'), at('2026-12-09'), at('2026-11-09')] },
    );
    expect(pieces.map(({ from }) => isoInstant(from).slice(5, 10))).toEqual([
      '12-01',
      '12-03',
      '12-05',
      '12-07',
      '12-09',
      '12-11',
      '01-01',
    ]);
  });

  test('a credit is used up within a piece, at its very instant', () => {
    // $100 a month of 31 days: $50 last 15.5 days.
    const [first] = drawn([aStream()], [aGrant({ amount: '50' })]);
    expect([isoInstant(first?.to ?? 0), first?.usedUp]).toEqual(['2026-12-16T12:00:00Z', ['credit']]);
  });

  test('a credit that lasts to the end of a month exactly is used up there', () => {
    const pieces = drawn([aStream()], [aGrant({ amount: '100' })]);
    expect(spans(pieces)).toEqual([
      '2026-12-01T00:00:00Z 2027-01-01T00:00:00Z',
      '2027-01-01T00:00:00Z 2027-02-01T00:00:00Z',
    ]);
    expect(pieces[0]?.usedUp).toEqual(['credit']);
  });

  test('a credit of next to nothing is used up after a millisecond', () => {
    const [first] = drawn([aStream({ monthly: '1000000' })], [aGrant({ amount: '0.000001' })]);
    expect((first?.to ?? 0) - (first?.from ?? 0)).toBe(1);
  });

  test('all that one credit covers uses it up together', () => {
    const [first] = drawn([aStream(), aStream({ product: 'Amazon RDS' })], [aGrant({ amount: '100' })]);
    expect(isoInstant(first?.to ?? 0)).toBe('2026-12-16T12:00:00Z');
  });
});

describe('how far', () => {
  test('to the month after the last credit', () => {
    expect(drawn([], [])).toHaveLength(1);
    expect(drawn([aStream({ monthly: '0' })], [aGrant({ ends: at('2027-02-01') })])).toHaveLength(3);
  });

  test('and at least as far as is asked', () => {
    expect(drawn([], [], { until: at('2027-03-01') }).at(-1)?.to).toBe(at('2027-03-01'));
    expect(drawn([], [], { until: at('2027-03-02') }).at(-1)?.to).toBe(at('2027-04-01'));
  });

  test('never beyond sixty months', () => {
    expect(drawn([], [aGrant()]).at(-1)?.to).toBe(addMonths(NOW, 60));
    expect(drawn([], [], { until: at('2040-01-01') }).at(-1)?.to).toBe(addMonths(NOW, 60));
  });

  test('a credit of unknown amount holds nothing open', () => {
    expect(drawn([aStream()], [{ ...aGrant(), amount: undefined }])).toHaveLength(1);
  });
});

describe('what is lost at the end of a credit', () => {
  const lost = (grants: readonly Grant[]) =>
    drawn([], grants).flatMap(({ forfeited, to }) =>
      [...forfeited].map(([id, units]) => `${isoInstant(to).slice(0, 10)} ${id} ${fromUnits(units).toFixed(2)}`),
    );

  test('each at its own, together where they end together', () => {
    expect(
      lost([
        aGrant({ id: 'a', amount: '10', ends: at('2027-01-15') }),
        aGrant({ id: 'b', amount: '20', ends: at('2027-01-15') }),
        aGrant({ id: 'c', amount: '30', ends: at('2027-02-15') }),
        aGrant({ id: 'd', amount: '40' }),
      ]),
    ).toEqual(['2027-01-15 a 10.00', '2027-01-15 b 20.00', '2027-02-15 c 30.00']);
  });

  test.each([
    ['without a product list', aGrant({ amount: '10', isListed: false, ends: at('2027-01-15') })],
    ['with nothing left', aGrant({ amount: '0', ends: at('2027-01-15') })],
    ['that is reserved', aGrant({ amount: '10', closed: 'reserved', ends: at('2027-01-15') })],
    ['that had ended before', aGrant({ amount: '10', ends: NOW })],
  ])('nothing of one %s', (_, grant) => {
    const beside = aGrant({ id: 'z', amount: '7', ends: at('2027-01-20') });
    expect(lost([grant, beside])).toEqual(['2027-01-20 z 7.00']);
  });
});

describe('why a charge is not covered', () => {
  test.each([
    ['no credit lists it', [aGrant({ products: ['Amazon RDS'] })], {}, 'not-listed'],
    ['there is no credit', [], {}, 'not-listed'],
    ['the terms say no', [aGrant()], { eligible: 'no' }, 'not-eligible'],
    ['a credit of unknown amount', [{ ...aGrant(), amount: undefined }], {}, 'unknown'],
    [
      'a credit that perhaps covers it, beside one that is closed',
      [aGrant({ closed: 'reserved' }), aGrant({ id: 'b', isListed: false })],
      {},
      'unknown',
    ],
    [
      'a credit that comes, beside one that is gone',
      [aGrant({ amount: '0' }), aGrant({ id: 'b', starts: at('2027-03-01') })],
      {},
      'not-yet',
    ],
    [
      'the last one to go',
      [aGrant({ ends: at('2026-10-01') }), aGrant({ id: 'b', closed: 'reserved' })],
      {},
      'reserved',
    ],
    [
      'the last one to go, of those that perhaps covered it',
      [aGrant({ ends: at('2026-10-01'), closed: undefined }), aGrant({ id: 'b', isListed: false, amount: '0' })],
      {},
      'used-up',
    ],
    [
      'the last one to go, before those that perhaps covered it',
      [aGrant({ amount: '0' }), aGrant({ id: 'b', isListed: false, ends: at('2026-10-01') })],
      {},
      'used-up',
    ],
  ] as const)('%s', (_, grants, stream, because) => {
    expect(firstRow([aStream(stream)], [...grants]).because).toBe(because);
  });

  test('and from when on it is covered again: by the first that starts', () => {
    const coming = ['2027-05-01', '2027-03-01', '2027-04-01'].map((day, i) => aGrant({ id: `${i}`, starts: at(day) }));
    expect(firstRow([aStream()], coming).backAt).toBe(at('2027-03-01'));
    // One that is for other stacks, and starts sooner, covers nothing again.
    const [may, march] = [at('2027-05-01'), at('2027-03-01')];
    const later = aGrant({ id: 'a', starts: may, ends: at('2028-01-01') });
    expect(firstRow([aStream()], [later, aGrant({ starts: march, closed: 'reserved' })]).backAt).toBe(may);
    expect(firstRow([aStream()], [aGrant({ amount: '0' })]).backAt).toBeUndefined();
  });

  test('a credit that starts this instant covers it', () => {
    expect(firstRow([aStream()], [aGrant({ starts: NOW })]).because).toBeUndefined();
    expect(firstRow([aStream()], [aGrant({ starts: NOW + 1 })]).because).toBe('not-yet');
  });
});

describe('what credits perhaps cover', () => {
  test('one without a product list covers as much as it holds', () => {
    expect(firstRow([DUE], [aGrant({ amount: '60', isListed: false })]).paid).toEqual(['0.00', '40.00', '60.00']);
  });

  test('one of unknown amount covers all of it, perhaps', () => {
    expect(firstRow([DUE], [{ ...aGrant(), amount: undefined }]).paid).toEqual(['0.00', '0.00', '100.00']);
  });

  test('one that lists it, and may not cover it by the terms, keeps its money', () => {
    const unsure = aStream({ once: '100', eligible: 'unknown' });
    const grant = aGrant({ amount: '60', ends: at('2027-01-15') });
    expect(firstRow([unsure], [grant]).paid).toEqual(['0.00', '0.00', '100.00']);
    const forfeited = drawn([unsure], [grant]).flatMap((piece) => [...piece.forfeited]);
    expect(forfeited.map(([id, units]) => [id, fromUnits(units).toFixed(2)])).toEqual([['credit', '60.00']]);
  });

  test('what is sure goes first', () => {
    const grants = [
      aGrant({ id: 'a', amount: '70', isListed: false, ends: at('2027-01-15') }),
      aGrant({ amount: '60' }),
    ];
    expect(firstRow([DUE], grants).paid).toEqual(['60.00', '0.00', '40.00']);
  });

  test('its money is used up, and it is told as no known credit', () => {
    const pieces = drawn([aStream()], [aGrant({ amount: '50', isListed: false })]);
    expect(pieces.map(({ usedUp }) => usedUp)).toEqual([[], [], []]);
    expect(pieces[1]?.rows[0]?.because).toBe('used-up');
  });
});

test('the parts of a month add up to the month', () => {
  const cuts = ['02', '03', '05', '07', '11', '13', '17', '19', '23', '29'].map((day) => at(`2026-12-${day}`));
  const all = drawn([aStream({ monthly: '100', hourly: '0.333333' })], [], { cuts });
  const charged = all.flatMap(({ rows }) => rows.map((row) => row.charged)).reduce((a, b) => a + b, 0n);
  expect(fromUnits(charged).toFixed(6)).toBe(usd('100').plus(usd('0.333333').times(744)).toFixed(6));
  expect(all).toHaveLength(cuts.length + 1);
});

test('a charge of nothing is a row, and draws nothing', () => {
  const [piece] = drawn([{ ...aStream(), perMonth: zero }], [aGrant()]);
  expect(piece?.rows.map(({ charged, paidBy }) => [charged, paidBy.size])).toEqual([[0n, 0]]);
});
