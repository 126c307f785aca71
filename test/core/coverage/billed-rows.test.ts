import { describe, expect, test } from 'vitest';
import { settingsOf } from '../../../src/config/read-settings';
import { Terms } from '../../../src/core/coverage/coverage';
import type { Credit } from '../../../src/core/credits/credit';
import { aBalance, aCredit, assessed, NOW } from '../../support/inputs';

const MODEL = 'Claude Sonnet 4.5 (Amazon Bedrock Edition)';

const allowed = (product: string, credit: Partial<Omit<Credit, 'remaining'>>) =>
  new Terms(aBalance(), settingsOf({}), NOW).ofBilledRow(product).allowedBy(aCredit(credit));

describe('a model of a third party on the bill', () => {
  test.each<[string, Partial<Omit<Credit, 'remaining'>>, string]>([
    ['under Activate', { program: 'activate' }, 'yes'],
    ['under Activate, of a credit that lists Bedrock', { program: 'activate', products: ['Amazon Bedrock'] }, 'yes'],
    ['under Activate, of a credit for something else', { program: 'activate', products: ['Amazon EC2'] }, 'no'],
    ['of an event', { program: 'event' }, 'no'],
    ['of a programme that nobody names', { program: 'unknown' }, 'unknown'],
    ['for Marketplace', { program: 'event', products: ['AWS Marketplace'] }, 'yes'],
  ])('by a credit %s', (_, credit, answer) => expect(allowed(MODEL, credit)).toBe(answer));

  test("Bedrock's own row is ordinary usage", () => {
    expect(allowed('Amazon Bedrock', { program: 'event' })).toBe('yes');
  });

  test('is a name that is known, whatever the model', () => {
    const burn = (product: string) =>
      assessed({ resources: [], config: { burn: { monthly: { [product]: '10.00' } } } }).notes.map(({ code }) => code);
    expect(burn('Some Model 9 (Amazon Bedrock Edition)')).not.toContain('burn-product-unknown');
    expect(burn('Some Model 9')).toContain('burn-product-unknown');
  });
});
