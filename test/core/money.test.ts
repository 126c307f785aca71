import { describe, expect, test } from 'vitest';
import {
  allocate,
  between,
  cents,
  dollarRange,
  dollars,
  parseUsd,
  plain,
  share,
  sum,
  type Usd,
  usd,
} from '../../src/core/money';
import fc from '../support/fast-check';

test.each([
  ['1234567.891', '$1,234,567.89'],
  ['0', '$0.00'],
  ['0.005', '$0.01'],
  ['-3.2', '-$3.20'],
  ['-0.001', '$0.00'],
  ['999.995', '$1,000.00'],
])('%s reads as %s', (amount, words) => expect(dollars(usd(amount))).toBe(words));

test('tenths add up as people expect', () => {
  expect(plain(sum(['0.1', '0.2', '0.3'].map((amount) => usd(amount))))).toBe('0.60');
});

test('a range of one figure is one figure', () => {
  expect(dollarRange(between(usd('1.001'), usd('1.004')))).toBe('$1.00');
  expect(dollarRange(between(usd('2'), usd('1')))).toBe('$1.00–$2.00');
});

describe('amounts from outside', () => {
  test.each(['12', '12.5', '-12.50', '+3', ' 7 '])('%j is an amount', (text) => expect(parseUsd(text)).toBeDefined());
  test.each(['', 'NaN', 'Infinity', '1e9', '1,000', '12.', '0x10', '$5', '1'.repeat(16), '١٢'])('%j is none', (text) =>
    expect(parseUsd(text)).toBeUndefined(),
  );
});

test('parts of a whole add up to it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10 ** 9 }), fc.integer({ min: 1, max: 744 }), (amount, hours) => {
      const whole = usd(amount).div(100);
      const first = share(whole, hours, 744);
      expect(first.plus(whole.minus(first)).eq(whole)).toBe(true);
      expect(first.gte(0) && first.lte(whole)).toBe(true);
    }),
  );
});

/** Ten places, as the ledger has them. */
const amount = fc
  .bigInt({ min: 0n, max: 10n ** 14n })
  .map((units) => usd(`${units / 10n ** 10n}.${String(units % 10n ** 10n).padStart(10, '0')}`));

const texts = (amounts: readonly Usd[]) => amounts.map((one) => one.toFixed());

describe('a split that loses no cent', () => {
  test('each row is half up where that adds up', () => {
    expect(texts(allocate([usd('1.004'), usd('2.005'), usd('3')]))).toEqual(['1', '2.01', '3']);
  });

  test('the row that rounding wronged most takes the cent', () => {
    expect(texts(allocate([usd('0.333'), usd('0.334'), usd('0.333')]))).toEqual(['0.33', '0.34', '0.33']);
    expect(texts(allocate([usd('0.005'), usd('0.005'), usd('0.001')]))).toEqual(['0', '0.01', '0']);
  });

  test('a thousand fractions are their sum', () => {
    const shown = allocate(Array.from({ length: 1000 }, () => usd('0.004')));
    expect(sum(shown).toFixed(2)).toBe('4.00');
  });

  test('a total that is given is met: groups add up to what all of them add up to', () => {
    expect(texts(allocate([usd('0.333'), usd('0.333')], usd('0.67')))).toEqual(['0.34', '0.33']);
    fc.assert(
      fc.property(fc.array(fc.array(amount, { minLength: 1, maxLength: 8 }), { maxLength: 8 }), (groups) => {
        const totals = allocate(groups.map((group) => sum(group)));
        const split = groups.map((group, g) => allocate(group, totals[g]));
        for (const [g, group] of split.entries()) expect(sum(group).eq(totals[g] ?? 0)).toBe(true);
        expect(sum(split.flat()).eq(cents(sum(groups.flat())))).toBe(true);
      }),
    );
  });

  test('whatever the amounts: whole cents, the sum of the exact ones, none off by a cent', () => {
    fc.assert(
      fc.property(fc.array(amount, { maxLength: 40 }), (amounts) => {
        const shown = allocate(amounts);
        expect(sum(shown).eq(cents(sum(amounts)))).toBe(true);
        for (const [i, exact] of amounts.entries()) {
          expect(shown[i]?.eq(cents(shown[i] ?? exact))).toBe(true);
          expect(shown[i]?.minus(exact).abs().lt('0.01')).toBe(true);
          expect(shown[i]?.gte(0)).toBe(true);
        }
      }),
    );
  });
});
