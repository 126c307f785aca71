import { describe, expect, test } from 'vitest';
import { between, exactly, type Range, usd } from '../../../src/core/money';
import { WhoPays, windowFrom } from '../../../src/core/outlook/who-pays';
import { aGrant, aLedger, aStream, NOW } from './support';

const stream = aStream();
const { key } = stream.eligibility;
const WINDOW = windowFrom(NOW);
/** A credit of so much at the cheap end and at the dear one; nothing: none. */
const paying = (...ends: readonly (Parameters<typeof aGrant>[0] | 'nothing')[]) => {
  const [cheap = 'nothing', dear = cheap] = ends;
  const ledgerOf = (grant: (typeof ends)[number]) =>
    aLedger([stream], grant === 'nothing' ? [] : [aGrant(grant)], { until: WINDOW, cuts: [WINDOW] });
  return new WhoPays(ledgerOf(cheap), ledgerOf(dear));
};
const texts = ({ min, max }: Range) => [min.toFixed(2), max.toFixed(2)];
const split = (whoPays: WhoPays, total: Range, of = key) => {
  const { covered, cash, unknown } = whoPays.split(of, 'month', total);
  return { covered: texts(covered), cash: texts(cash), unknown: texts(unknown) };
};
const ALL = {};
/** AWS does not say what it is for. */
const perhaps = { isListed: false };
const total = between(usd('10'), usd('20'));
const [none, whole] = [
  ['0.00', '0.00'],
  ['10.00', '20.00'],
];

describe('the one word, and the amounts that go with it', () => {
  test.each<[string, WhoPays, string, object]>([
    ['both ends covered', paying(ALL), 'covered', { covered: whole, cash: none, unknown: none }],
    ['neither', paying('nothing'), 'not-covered', { covered: none, cash: whole, unknown: none }],
    [
      'the cheap end alone',
      paying(ALL, 'nothing'),
      'partly',
      { covered: ['10.00', '0.00'], cash: ['0.00', '20.00'], unknown: none },
    ],
    ['perhaps, at both', paying(perhaps), 'unknown', { covered: none, cash: none, unknown: whole }],
    [
      'perhaps, at the dear end alone',
      paying(ALL, perhaps),
      'unknown',
      { covered: ['10.00', '0.00'], cash: none, unknown: ['0.00', '20.00'] },
    ],
  ])('%s', (_, whoPays, word, amounts) => {
    expect(whoPays.coverage(key, 'month')).toBe(word);
    expect(split(whoPays, total)).toEqual(amounts);
    // Asked again it says the same.
    expect(whoPays.coverage(key, 'month')).toBe(word);
  });

  test('a credit for a part of the month: that part of every amount, and nothing is lost', () => {
    const half = exactly(usd('100'));
    const { covered, cash, unknown } = paying({ amount: '10' }).split(key, 'month', half);
    expect(covered.min.gt(0) && covered.min.lt(100)).toBe(true);
    expect(covered.min.plus(cash.min).plus(unknown.min).toFixed(6)).toBe('100.000000');
    expect(paying({ amount: '10' }).coverage(key, 'month')).toBe('partly');
  });
});
