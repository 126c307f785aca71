import { expect, test } from 'vitest';
import { allocate, allocateUnits, fromCents, fromUnits, plain, toUnits, usd } from '../../src/core/money';
import fc from '../support/fast-check';

const amount = fc.bigInt({ min: 0n, max: 10n ** 14n });

test('what is divided into cents in units is divided as in dollars', () => {
  fc.assert(
    fc.property(fc.array(amount, { maxLength: 12 }), (units) => {
      expect(allocateUnits(units).map((cents) => plain(fromCents(cents)))).toEqual(
        allocate(units.map(fromUnits)).map(plain),
      );
    }),
  );
});

test('three thirds of a dollar are a dollar', () => {
  const third = toUnits(usd('0.3333333333'));
  expect(allocateUnits([third, third, third + 1n])).toEqual([33n, 33n, 34n]);
});

test('half a cent each: the first ones are rounded up as far as the whole goes', () => {
  const half = toUnits(usd('0.005'));
  expect(allocateUnits([half, half, half])).toEqual([0n, 1n, 1n]);
});
