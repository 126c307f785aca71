import { describe, expect, test } from 'vitest';
import { isoInstant } from '../../../src/core/instant';
import { fromUnits } from '../../../src/core/money';
import { draw, type Piece } from '../../../src/core/outlook/draw';
import type { Grant } from '../../../src/core/outlook/purse';
import type { Stream } from '../../../src/core/outlook/stream';
import { at } from '../../support/inputs';
import { aGrant, aStream, NOW } from './support';

const drawn = (streams: readonly Stream[], grants: readonly Grant[], from = NOW): Piece[] =>
  draw(streams, grants, { from, until: from, cuts: [] });

/** What is covered of this account and of the others in a month, in dollars, and when this account is first short. */
function inMonth(pieces: readonly Piece[], month = '2026-12') {
  const own = pieces.filter(({ from }) => isoInstant(from).startsWith(month));
  const units = (amounts: readonly bigint[]) => fromUnits(amounts.reduce((a, b) => a + b, 0n)).toFixed(6);
  return {
    own: units(own.flatMap(({ rows }) => rows.map(({ covered }) => covered))),
    others: units(own.flatMap(({ byOthers }) => [...byOthers.values()])),
  };
}
const shortFrom = (pieces: readonly Piece[]) => {
  const first = pieces.find(({ rows }) => rows.some(({ because }) => because !== undefined));
  return first && `${isoInstant(first.from)} ${first.rows[0]?.because}`;
};

const own = aStream({ monthly: '310' });
const x = (monthly: string) => aStream({ monthly, account: 'x', product: 'Amazon RDS' });
const y = (monthly: string) => aStream({ monthly, account: 'y' });

describe('of accounts that share a credit', () => {
  test('the one that owns it comes first, whatever it spends', () => {
    const pieces = drawn([own, x('620')], [aGrant({ amount: '400' })]);
    expect(inMonth(pieces)).toEqual({ own: '310.000000', others: '90.000000' });
    expect(shortFrom(pieces)).toBe('2027-01-01T00:00:00Z used-up');
  });

  test('where another owns it, this one has what the owner leaves', () => {
    const pieces = drawn([own, x('100')], [aGrant({ amount: '255', owner: 'x' })]);
    expect(inMonth(pieces)).toEqual({ own: '155.000000', others: '100.000000' });
    expect(shortFrom(pieces)).toBe('2026-12-16T12:00:00Z used-up');
  });

  test('then comes the one that spends most', () => {
    const credit = aGrant({ amount: '400', owner: 'z' });
    expect(inMonth(drawn([own, x('300')], [credit]))).toEqual({ own: '310.000000', others: '90.000000' });
    expect(inMonth(drawn([own, x('320')], [credit]))).toEqual({ own: '80.000000', others: '320.000000' });
    // What it spends on everything counts, and not only what this credit covers.
    const narrow = aGrant({ amount: '400', owner: 'z', products: ['Amazon EC2'] });
    expect(inMonth(drawn([own, x('200'), y('100')], [narrow])).own).toBe('310.000000');
    expect(inMonth(drawn([own, y('111'), aStream({ monthly: '200', account: 'y', product: 'a' })], [narrow])).own).toBe(
      '289.000000',
    );
  });

  test('of two that spend alike, the order is always the same', () => {
    const credit = aGrant({ amount: '400', owner: 'z' });
    expect(inMonth(drawn([own, x('310')], [credit])).own).toBe('310.000000');
    expect(inMonth(drawn([x('310'), own], [credit])).own).toBe('310.000000');
  });

  test('one that may not use it draws nothing', () => {
    const pieces = drawn([own, x('620')], [aGrant({ amount: '400', owner: 'x', accounts: ['y'] })]);
    expect(inMonth(pieces)).toEqual({ own: '310.000000', others: '0.000000' });
  });

  test('each draws nothing more once the rest is for those before it', () => {
    const all = [own, x('100'), y('50')];
    const pieces = drawn(all, [aGrant({ amount: '420', owner: 'x' })]);
    expect(inMonth(pieces)).toEqual({ own: '310.000000', others: '110.000000' });
    expect(inMonth(pieces, '2027-01')).toEqual({ own: '0.000000', others: '0.000000' });
    expect(pieces.flatMap(({ usedUp }) => usedUp)).toEqual(['credit']);
  });

  test('who finds nothing in one credit turns to the next', () => {
    const first = aGrant({ id: 'first', amount: '120', owner: 'x', ends: at('2027-06-01') });
    const pieces = drawn([own, x('100')], [first, aGrant({ id: 'next' })]);
    expect(inMonth(pieces)).toEqual({ own: '310.000000', others: '100.000000' });
    expect(shortFrom(pieces)?.slice(0, 7)).not.toBe('2026-12');
    const paid = pieces.slice(0, 2).map(({ rows }) => [...(rows[0]?.paidBy.keys() ?? [])]);
    expect(paid).toEqual([['first'], ['next']]);
  });

  test('the charges of one that the same credits cover count together, others apart', () => {
    const narrow = aGrant({ id: 'narrow', amount: '90', owner: 'x', products: ['Amazon RDS'], ends: at('2027-06-01') });
    const credits = [narrow, aGrant({ amount: '400', owner: 'x' })];
    const parts = [x('60'), x('40'), y('30'), aStream({ monthly: '20', account: 'x', product: 'a' })];
    const whole = [x('100'), y('30'), aStream({ monthly: '20', account: 'x', product: 'a' })];
    expect(inMonth(drawn([own, ...parts], credits))).toEqual({ own: '310.000000', others: '150.000000' });
    expect(drawn([own, ...parts], credits)).toEqual(
      drawn([own, ...whole], credits).map((piece) => ({ ...piece, rows: expect.anything() })),
    );
  });

  test('what is due at once leaves what the owner needs until the month ends, and no more', () => {
    const due = aStream({ once: '500' });
    const covered = (from: number) => drawn([due, x('310')], [aGrant({ amount: '600', owner: 'x' })], from)[0]?.rows[0];
    expect(fromUnits(covered(NOW)?.covered ?? 0n).toFixed(2)).toBe('290.00');
    expect(covered(NOW)?.because).toBe('used-up');
    // 10 of 31 days are left: the owner needs $100 of the $600.
    expect(fromUnits(covered(at('2026-12-22'))?.covered ?? 0n).toFixed(2)).toBe('500.00');
  });

  test('an owner whose charges end within the month needs no more from then on', () => {
    const ending = aStream({ monthly: '310', account: 'x', endsAt: at('2026-12-11') });
    const pieces = drawn([own, ending], [aGrant({ amount: '410', owner: 'x' })]);
    expect(inMonth(pieces)).toEqual({ own: '310.000000', others: '100.000000' });
  });

  test('a credit that ends within the month is needed until then', () => {
    const pieces = drawn([own, x('310')], [aGrant({ amount: '150', owner: 'x', ends: at('2026-12-11') })]);
    expect(inMonth(pieces)).toEqual({ own: '50.000000', others: '100.000000' });
    expect(shortFrom(pieces)).toBe('2026-12-06T00:00:00Z used-up');
  });

  test('a credit that this account may not use is no money of its own, and keeps others from those that it may', () => {
    const closed = aGrant({ id: 'theirs', amount: '100', owner: 'x', closed: 'not-entitled', ends: at('2027-06-01') });
    const pieces = drawn([own, x('100')], [closed, aGrant({ amount: '620' })]);
    expect(pieces.flatMap(({ usedUp }) => usedUp)).toEqual(['credit']);
    expect(inMonth(pieces)).toEqual({ own: '310.000000', others: '100.000000' });
    expect(inMonth(pieces, '2027-01')).toEqual({ own: '310.000000', others: '0.000000' });
  });
});
