import { describe, expect, test } from 'vitest';
import { between, dollarRange, dollars, parseUsd, plain, share, sum, usd } from '../../src/core/money';
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
