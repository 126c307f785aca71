import { describe, expect, test } from 'vitest';
import { cents, sum, type Usd, usd } from '../../src/core/money';
import { apportion } from '../../src/reports/model/figures';
import fc from '../support/fast-check';

/** Ten places, as the ledger has them. */
const amount = fc
  .bigInt({ min: 0n, max: 10n ** 14n })
  .map((units) => usd(`${units / 10n ** 10n}.${String(units % 10n ** 10n).padStart(10, '0')}`));

const texts = (amounts: readonly Usd[]) => amounts.map((one) => one.toFixed());

describe('rounding rows that add up', () => {
  test('each row is half up where that adds up', () => {
    expect(texts(apportion([usd('1.004'), usd('2.005'), usd('3')]))).toEqual(['1', '2.01', '3']);
  });

  test('the row that rounding wronged most takes the cent', () => {
    expect(texts(apportion([usd('0.333'), usd('0.334'), usd('0.333')]))).toEqual(['0.33', '0.34', '0.33']);
    expect(texts(apportion([usd('0.005'), usd('0.005'), usd('0.001')]))).toEqual(['0', '0.01', '0']);
  });

  test('a thousand fractions are their sum', () => {
    const shown = apportion(Array.from({ length: 1000 }, () => usd('0.004')));
    expect(sum(shown).toFixed(2)).toBe('4.00');
  });

  test('whatever the amounts: whole cents, the sum of the exact ones, none off by a cent', () => {
    fc.assert(
      fc.property(fc.array(amount, { maxLength: 40 }), (amounts) => {
        const shown = apportion(amounts);
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
