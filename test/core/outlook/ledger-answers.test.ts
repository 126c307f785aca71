import { describe, expect, test } from 'vitest';
import { isoDay, isoInstant } from '../../../src/core/instant';
import { usd, zero } from '../../../src/core/money';
import type { Row } from '../../../src/core/outlook/draw';
import { checkLedger, Ledger, type Month, rateOf } from '../../../src/core/outlook/ledger';
import { at } from '../../support/inputs';
import { aGrant, aLedger, aStream, NOW } from './support';

/** What a ledger answers, question by question. */

const KEY = 'Amazon EC2\nyes';
const cashOf = ({ stream, because }: Row) => (because === undefined ? zero : rateOf(stream));

const money = ({ opening, granted, covered, forfeited, left }: Month) =>
  [opening, granted, covered, forfeited, left].map((amount) => amount.toFixed(2)).join(' ');
const moved = (month: Month | undefined) =>
  [...(month?.credits ?? [])].map(
    ([id, { covered, forfeited, left }]) => `${id} ${covered.toFixed(2)} ${forfeited.toFixed(2)} ${left.toFixed(2)}`,
  );

describe('the months: opening, granted, covered, forfeited, left', () => {
  test('what is there at the start is opening, what starts later is granted in its month', () => {
    const { months } = aLedger(
      [aStream({ monthly: '10' })],
      [
        aGrant({ id: 'a', amount: '100', starts: NOW, ends: at('2027-04-01') }),
        aGrant({ id: 'b', amount: '50', starts: at('2026-12-01T00:00:01Z'), ends: at('2027-04-02') }),
        aGrant({ id: 'c', amount: '25', starts: at('2027-02-01'), ends: at('2027-04-03') }),
      ],
    );
    expect(months.slice(0, 5).map(money)).toEqual([
      '100.00 50.00 10.00 0.00 140.00',
      '140.00 0.00 10.00 0.00 130.00',
      '130.00 25.00 10.00 0.00 145.00',
      // What the first has left is lost at the turn of the month.
      '145.00 0.00 10.00 60.00 75.00',
      // Two days of April are paid for by what ends in it: 10 / 30 x 2.
      '75.00 0.00 0.67 74.33 0.00',
    ]);
  });

  test.each([
    ['that had ended', aGrant({ ends: NOW })],
    ['that is closed', aGrant({ closed: 'not-entitled' })],
    ['without a product list', aGrant({ isListed: false })],
    ['of unknown amount', { ...aGrant(), amount: undefined }],
    ['that ends before it starts', aGrant({ starts: at('2027-01-10'), ends: at('2026-12-20') })],
    ['that ends before it starts, in one month', aGrant({ starts: at('2026-12-20'), ends: at('2026-12-10') })],
  ])('one %s is not counted', (_, grant) => {
    const { months } = aLedger([aStream({ monthly: '1' })], [grant]);
    expect([months[0]?.opening, months[0]?.granted, months[0]?.left].map(String)).toEqual(['0', '0', '0']);
  });

  test('what each credit did, and of those alone that did something', () => {
    const { months } = aLedger(
      [aStream({ monthly: '31' })],
      [
        aGrant({ id: 'a', amount: '20', ends: at('2026-12-11') }),
        aGrant({ id: 'b', amount: '500', ends: at('2027-06-01') }),
        aGrant({ id: 'c', amount: '900', ends: at('2028-06-01') }),
      ],
    );
    expect(moved(months[0])).toEqual(['a 10.00 10.00 0.00', 'b 21.00 0.00 479.00']);
    expect(moved(months[1])).toEqual(['b 31.00 0.00 448.00']);
    const [lost] = aLedger([], [aGrant({ amount: '10', ends: at('2026-12-15') })]).months;
    expect(moved(lost)).toEqual(['credit 0.00 10.00 0.00']);
  });

  test('what other accounts draw is apart, and what they draw from credits of their own is in no figure', () => {
    const ending = aStream({ monthly: '60', endsAt: at('2027-01-01') });
    const streams = [ending, aStream({ monthly: '30', account: 'x' })];
    const theirs = aGrant({ id: 'theirs', amount: '10', closed: 'not-entitled', owner: 'x', ends: at('2027-06-01') });
    const ledger = aLedger(streams, [theirs, aGrant({ amount: '500' })]);
    const [first, second] = ledger.months.map(({ opening, charged, byOthers, left, credits }) => [
      [opening, charged, byOthers, left].map((amount) => amount.toFixed(2)).join(' '),
      ...[...credits].map(([id, one]) =>
        [id, ...[one.covered, one.byOthers, one.left].map((amount) => amount.toFixed(2))].join(' '),
      ),
    ]);
    expect(first).toEqual(['500.00 60.00 20.00 420.00', 'credit 60.00 20.00 420.00']);
    expect(second).toEqual(['420.00 0.00 30.00 390.00', 'credit 0.00 30.00 390.00']);
    expect(ledger.faults).toEqual([]);
  });

  test('a month begins where the draw-down does, and ends with the month', () => {
    const from = at('2026-12-22');
    const [first, second] = aLedger([], [aGrant()], { from }).months;
    expect([first, second].map((month) => month && `${isoDay(month.from)} ${isoDay(month.to)}`)).toEqual([
      '2026-12-22 2027-01-01',
      '2027-01-01 2027-02-01',
    ]);
  });

  test('products are apart', () => {
    const [month] = aLedger([aStream(), aStream({ product: 'Amazon RDS', monthly: '7' })], []).months;
    expect([...(month?.products ?? [])].map(([product, { cash }]) => `${product} ${cash}`)).toEqual([
      'Amazon EC2 100',
      'Amazon RDS 7',
    ]);
  });
});

describe('between two instants', () => {
  const cuts = [at('2026-12-11'), at('2026-12-21')];
  const ledger = aLedger([aStream({ monthly: '310', once: '5' })], [aGrant({ amount: '155' })], { cuts });
  const accrued = (from: number, to: number) => {
    const split = ledger.accrued(from, to).get(KEY);
    return split && [split.charged, split.covered, split.cash].map((amount) => amount.toFixed(2));
  };

  test('what accrues, without what is due once', () => {
    expect(accrued(NOW, at('2026-12-11'))).toEqual(['100.00', '100.00', '0.00']);
    expect(accrued(at('2026-12-11'), at('2026-12-21'))).toEqual(['100.00', '50.00', '50.00']);
    expect(accrued(NOW, at('2027-01-01'))).toEqual(['310.00', '150.00', '160.00']);
    expect(accrued(NOW, NOW)).toBeUndefined();
  });

  test('what is due once', () => {
    expect(ledger.once.get(KEY)?.covered.toFixed(2)).toBe('5.00');
  });
});

describe('who pays', () => {
  const soon = aGrant({ id: 'soon', amount: '150', ends: at('2027-06-01') });
  const late = aGrant({ id: 'late', amount: '500', ends: at('2028-06-01') });

  test('the credits of a kind of charge, in the order in which they draw', () => {
    expect([...aLedger([aStream()], [late, soon]).paidBy(KEY)]).toEqual(['soon', 'late']);
  });

  test('not those of another kind', () => {
    const only = aGrant({ id: 'rds', products: ['Amazon RDS'] });
    const ledger = aLedger([aStream(), aStream({ product: 'Amazon RDS' })], [only, soon]);
    expect([...ledger.paidBy(KEY)]).toEqual(['soon']);
    expect([...ledger.paidBy('Amazon S3\nyes')]).toEqual([]);
  });

  test('why a kind of charge is not covered now', () => {
    const ledger = aLedger([aStream(), aStream({ product: 'Amazon RDS' })], [aGrant({ products: ['Amazon RDS'] })]);
    expect([KEY, 'Amazon RDS\nyes', 'Amazon S3\nyes'].map((key) => ledger.becauseNow(key))).toEqual([
      'not-listed',
      undefined,
      undefined,
    ]);
  });

  test('now is what runs, not what is due once', () => {
    const ledger = aLedger([aStream({ once: '500', monthly: '1' })], [aGrant({ amount: '10' })]);
    expect(ledger.becauseNow(KEY)).toBe('used-up');
    // All of it is due, and covered: what runs finds nothing left.
    const all = aLedger([aStream({ once: '10', monthly: '1' })], [aGrant({ amount: '10' })]);
    expect(all.becauseNow(KEY)).toBe('used-up');
    expect(aLedger([aStream({ once: '5', monthly: '1' })], [aGrant({ amount: '10' })]).becauseNow(KEY)).toBeUndefined();
  });
});

describe('where coverage ends', () => {
  const ends = ({ coverageEnds }: Ledger) =>
    coverageEnds.map((end) => `${end.eligibility.product} ${isoDay(end.at)} ${end.monthly.toFixed(2)}`);

  test('charges of one kind that end together are one end', () => {
    const streams = [aStream({ monthly: '60' }), aStream({ hourly: '0.1' }), aStream({ once: '5' })];
    expect(ends(aLedger(streams, [aGrant({ ends: at('2027-03-01') })]))).toEqual(['Amazon EC2 2027-03-01 133.00']);
  });

  test('the soonest first, then by name', () => {
    const [a, b] = [aStream({ product: 'b' }), aStream({ product: 'a' })];
    const grants = [aGrant({ id: '1', ends: at('2027-03-01') })];
    expect(ends(aLedger([a, b], grants))).toEqual(['a 2027-03-01 100.00', 'b 2027-03-01 100.00']);
    const dearer = aStream({ product: 'b', monthly: '200' });
    expect(ends(aLedger([dearer, b], grants))).toEqual(['a 2027-03-01 100.00', 'b 2027-03-01 200.00']);
    const narrow = aGrant({ id: '2', products: ['a'], ends: at('2027-09-01') });
    expect(ends(aLedger([a, b], [...grants, narrow]))).toEqual(['b 2027-03-01 100.00', 'a 2027-09-01 100.00']);
  });

  test('the first end stands, whatever ends later', () => {
    const grants = [
      aGrant({ id: 'a', ends: at('2027-02-01') }),
      aGrant({ id: 'b', starts: at('2027-03-01'), ends: at('2027-04-01') }),
    ];
    expect(ends(aLedger([aStream()], grants))).toEqual(['Amazon EC2 2027-02-01 100.00']);
  });
});

describe('an account that AWS closes', () => {
  const closing = (day: string, ...[streams, grants]: Parameters<typeof aLedger>) => {
    const ledger = new Ledger(streams, grants, { from: NOW, until: NOW, cuts: [] }, at(day));
    return {
      closedAt: ledger.closedAt === undefined ? undefined : isoDay(ledger.closedAt),
      ends: ledger.coverageEnds.map(
        ({ at: end, because, monthly }) => `${isoDay(end)} ${because} ${monthly.toFixed(2)}`,
      ),
      last: isoDay(ledger.end),
    };
  };

  test('is the end of what is covered until then, at no cash; what costs nothing has none', () => {
    const streams = [aStream(), aStream({ product: 'Amazon RDS', monthly: '0' })];
    expect(closing('2027-03-15', streams, [aGrant()])).toEqual({
      closedAt: '2027-03-15',
      ends: ['2027-03-15 account-closes 0.00'],
      last: '2027-03-15',
    });
  });

  test('takes nothing back of what ended before, though it is covered again', () => {
    const gap = [
      aGrant({ id: 'a', ends: at('2027-01-10') }),
      aGrant({ id: 'b', starts: at('2027-02-01'), ends: at('2028-01-01') }),
    ];
    expect(closing('2027-03-15', [aStream()], gap).ends).toEqual(['2027-01-10 not-yet 100.00']);
  });

  test('is none where the draw-down does not come so far', () => {
    expect(closing('2028-03-15', [aStream()], [aGrant({ amount: '50' })])).toEqual({
      closedAt: undefined,
      ends: ['2026-12-16 used-up 100.00'],
      last: '2027-02-01',
    });
  });
});

describe('when credits are exhausted', () => {
  const exhausted = (...[streams, grants]: Parameters<typeof aLedger>) => {
    const moment = aLedger(streams, grants).exhaustedAt;
    return moment === undefined ? undefined : isoInstant(moment).slice(0, 10);
  };
  const ec2 = aGrant({ id: 'a', amount: '100', products: ['Amazon EC2'] });

  test('with the last of those that could cover anything here', () => {
    expect(exhausted([aStream()], [ec2, aGrant({ id: 'b', amount: '100', ends: at('2030-01-01') })])).toBe(
      '2027-02-01',
    );
  });

  test('a credit for something else, a closed one and one without a list have no say', () => {
    const others = [
      aGrant({ id: 'b', products: ['Amazon S3'] }),
      aGrant({ id: 'c', closed: 'reserved' }),
      aGrant({ id: 'd', isListed: false, amount: '10' }),
      { ...aGrant({ id: 'e' }), amount: undefined },
    ];
    expect(exhausted([aStream()], [ec2, ...others])).toBe('2027-01-01');
  });

  test('a credit counts that could cover some of it', () => {
    expect(exhausted([aStream(), aStream({ product: 'Amazon RDS' })], [ec2])).toBe('2027-01-01');
  });

  test('not where one has money left, ends before that, or there is none', () => {
    expect(exhausted([aStream({ monthly: '1' })], [ec2])).toBeUndefined();
    expect(exhausted([aStream()], [ec2, aGrant({ id: 'b', ends: at('2026-12-15') })])).toBeUndefined();
    expect(exhausted([aStream()], [])).toBeUndefined();
  });
});

describe('cash over time', () => {
  const streams = [
    aStream({ monthly: '60' }),
    aStream({ product: 'Amazon RDS', monthly: '40', startsAt: at('2027-02-01') }),
  ];
  const ledger = aLedger(streams, [aGrant({ products: ['Amazon EC2'], ends: at('2027-03-01') })], {
    until: at('2027-06-01'),
  });
  const highest = (day: string) => ledger.highestCash(at(day), cashOf).toFixed(2);
  const above = (limit: string) => {
    const moment = ledger.firstAbove(usd(limit), cashOf);
    return moment === undefined ? undefined : isoDay(moment);
  };

  test('the most in a month, of what begins before an instant', () => {
    expect(['2026-12-01', '2027-02-01', '2027-02-02', '2027-03-01', '2027-03-02'].map(highest)).toEqual([
      '0.00',
      '0.00',
      '40.00',
      '40.00',
      '100.00',
    ]);
  });

  test('the first instant above a limit', () => {
    expect(['0', '39.99', '40', '99.99', '100'].map(above)).toEqual([
      '2027-02-01',
      '2027-02-01',
      '2027-03-01',
      '2027-03-01',
      undefined,
    ]);
  });

  test('where it ends', () => {
    expect(isoDay(ledger.end)).toBe('2027-06-01');
    expect(isoDay(ledger.from)).toBe('2026-12-01');
  });
});

describe('the runway', () => {
  const runway = (share: number, ...[streams, grants]: Parameters<typeof aLedger>) => {
    const found = aLedger(streams, grants).runway(share);
    return found.state === 'ends' ? `${isoDay(found.at)} ${found.because}` : found.state;
  };

  test('what credits do not cover today counts for nothing in it', () => {
    const streams = [aStream({ monthly: '10' }), aStream({ product: 'Amazon RDS', monthly: '900' })];
    expect(runway(0.5, streams, [aGrant({ products: ['Amazon EC2'], ends: at('2027-05-01') })])).toBe(
      '2027-05-01 ended',
    );
  });

  test('charges that stop take nothing from it', () => {
    const stops = aStream({ monthly: '90', endsAt: at('2027-02-01') });
    expect(runway(0.5, [aStream({ monthly: '10' }), stops], [aGrant({ ends: at('2027-05-01') })])).toBe(
      '2027-05-01 ended',
    );
    expect(runway(0.5, [stops], [aGrant({ amount: '5000' })])).toBe('lasts');
  });

  test('where nothing is covered it has ended, for the reason of the first charge', () => {
    expect(runway(0.5, [aStream()], [])).toBe('2026-12-01 not-listed');
    expect(runway(0.5, [aStream({ eligible: 'no' })], [aGrant()])).toBe('2026-12-01 not-eligible');
  });

  test('where it is not known of some of them, it is not known', () => {
    const unsure = aStream({ product: 'Amazon RDS', eligible: 'unknown' });
    expect(runway(0.5, [aStream({ eligible: 'no', monthly: '900' }), unsure], [aGrant()])).toBe('unknown');
  });

  test('ends for the reason of what ends, whatever is covered beside it', () => {
    const streams = [aStream({ monthly: '60' }), aStream({ product: 'Amazon RDS', monthly: '40' })];
    const grants = [
      aGrant({ id: 'a', products: ['Amazon EC2'] }),
      aGrant({ id: 'b', products: ['Amazon RDS'], ends: at('2027-02-01') }),
    ];
    expect(runway(0.7, streams, grants)).toBe('2027-02-01 ended');
  });

  test('a share of nothing is more than none', () => {
    expect(runway(0, [aStream()], [aGrant({ ends: at('2027-05-01') })])).toBe('2027-05-01 ended');
  });

  test('what is due once alone is no charge by the month', () => {
    expect(runway(0.5, [aStream({ once: '9' })], [aGrant()])).toBe('no-charges');
  });
});

describe('the check of a ledger', () => {
  const [sound] = aLedger([aStream()], [aGrant({ ends: at('2027-03-01') })]).months;
  if (sound === undefined) throw new Error('a ledger has at least one month');
  const faults = (...months: readonly Partial<Month>[]) =>
    checkLedger(months.map((month) => ({ ...sound, ...month }))).map(({ because }) => because);

  test('a sound one has none', () => {
    expect(faults({})).toEqual([]);
    expect(aLedger([aStream({ once: '3' })], [aGrant({ amount: '222' })]).faults).toEqual([]);
  });

  test('a month that opens with something else than the one before left', () => {
    expect(faults({}, {})).toEqual(['opens-elsewhere']);
    expect(faults({}, { opening: sound.left, left: sound.left.minus(100) })).toEqual([]);
  });

  test('a charge that nobody pays', () => {
    expect(faults({ cash: usd(1) })).toEqual(['loses-charge']);
    expect(faults({ unknown: usd(1), charged: sound.charged.plus(1) })).toEqual([]);
  });

  test.each(['opening', 'granted', 'charged', 'covered', 'cash', 'unknown', 'byOthers', 'forfeited', 'left'] as const)(
    'less than nothing: %s',
    (part) => {
      expect(faults({ [part]: usd(-1) })).toContain('negative');
      expect(faults({ [part]: zero })).not.toContain('negative');
    },
  );
});
