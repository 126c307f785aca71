import { describe, expect, test } from 'vitest';
import { settingsOf } from '../../../src/config/read-settings';
import { type Eligibility, Terms } from '../../../src/core/coverage/coverage';
import { usd } from '../../../src/core/money';
import { aBalance, aCredit, NOW } from '../../support/inputs';

/** The terms leave it open, and the credit's own list settles it. */
const settled: Eligibility = {
  key: 'x',
  product: 'x',
  rule: undefined,
  byTerms: 'unknown',
  allowedBy: () => 'yes',
};

const today = (remaining: string, amount: string | undefined, parts: Parameters<typeof aCredit>[0] = {}) =>
  new Terms(aBalance([aCredit({ remaining, ...parts })]), settingsOf({}), NOW).coverableToday(
    settled,
    amount === undefined ? undefined : usd(amount),
  );

describe('whether a credit can cover so much today', () => {
  test.each([
    ['100.00', '100.00', 'yes'],
    ['99.99', '100.00', 'unknown'],
    ['1.00', undefined, 'yes'],
    ['0.99', undefined, 'unknown'],
  ] as const)('$%s of credit for %s: %s', (remaining, amount, expected) => {
    expect(today(remaining, amount)).toBe(expected);
  });

  test.each([
    ['ends now', { ends: NOW }, 'unknown'],
    ['ends a moment later', { ends: NOW + 1 }, 'yes'],
    ['starts now', { starts: NOW }, 'yes'],
    ['starts a moment later', { starts: NOW + 1 }, 'unknown'],
    ['is paused', { status: 'paused' }, 'unknown'],
  ] as const)('one that %s', (_, parts, expected) => {
    expect(today('100', '1', parts)).toBe(expected);
  });
});
