import { describe, expect, test } from 'vitest';
import { LATER } from '../../../support/resources';
import { answer, charged, match } from '../judging';

describe('Savings Plans and reservations', () => {
  test('the upfront payment of a Savings Plan is stated to the cent', () => {
    expect(charged('savings-plan-upfront', { upfrontPaymentAmount: '1314.000' })).toEqual([
      ['Savings Plan upfront payment', '1314.00', '1314.00'],
    ]);
  });

  test.each<[string, Record<string, unknown>, string, string]>([
    ['an offering may be All Upfront: all of three years at once', {}, '0.00', '262800.00'],
    [
      'All Upfront without an amount is the whole term',
      { paymentOption: 'All Upfront', termDurationInSeconds: 31_536_000 },
      '87600.00',
      '87600.00',
    ],
    ['its term may be open', { paymentOption: 'All Upfront' }, '87600.00', '262800.00'],
    ['Partial Upfront without an amount', { paymentOption: 'Partial Upfront' }, '0.00', '262800.00'],
    ['an amount that is decided later', { upfrontPaymentAmount: LATER }, '0.00', '262800.00'],
  ])('%s', (_, properties, min, max) => {
    expect(charged('savings-plan-upfront', { commitment: '10.0', ...properties })).toEqual([
      ['Savings Plan upfront payment', min, max],
    ]);
  });

  test.each<[Record<string, unknown>, string]>([
    [{ commitment: '10', paymentOption: 'All Upfront' }, 'yes'],
    [{ commitment: '10', paymentOption: 'Partial Upfront' }, 'yes'],
    [{ commitment: '10', paymentOption: LATER }, 'unknown'],
    [{ commitment: '10' }, 'unknown'],
    [{ commitment: '10', upfrontPaymentAmount: '0' }, 'no'],
    [{ commitment: LATER }, 'unknown'],
  ])('a Savings Plan with %j: %s', (properties, expected) => {
    expect(answer('savings-plan-upfront', 'aws:savingsplans/savingsPlan:SavingsPlan', properties)).toBe(expected);
  });

  test('a saved state knows the upfront price of each reserved instance', () => {
    expect(charged('rds-reserved-instance', { fixedPrice: 500.5, instanceCount: 3 })).toEqual([
      ['RDS reserved instance', '1501.50', '1501.50'],
    ]);
  });

  test('an upfront price of zero is no fee, whatever the option is called', () => {
    expect(answer('rds-reserved-instance', 'aws:rds/reservedInstance:ReservedInstance', { fixedPrice: 0 })).toBe('no');
  });

  test('an option with an upfront part is certain even when its price is not known', () => {
    const type = 'aws:rds/reservedInstance:ReservedInstance';
    expect(answer('rds-reserved-instance', type, { offeringType: 'Partial Upfront' })).toBe('yes');
    expect(answer('rds-reserved-instance', type, { offeringType: 'Light Utilization' })).toBe('unknown');
  });

  test('a count that is decided later leaves the amount unknown and the finding certain', () => {
    expect(charged('rds-reserved-instance', { fixedPrice: 500, instanceCount: LATER })).toEqual([
      ['RDS reserved instance', 'instanceCount is set by another resource, after deployment'],
    ]);
  });

  test('a commitment of Provisioned Throughput binds for its term', () => {
    const type = 'aws:bedrock/provisionedModelThroughput:ProvisionedModelThroughput';
    const found = match('bedrock-provisioned-throughput', { type, properties: { commitmentDuration: 'OneMonth' } });
    expect(found).toMatchObject({ charges: [{ kind: 'commitment', termMonths: 1 }] });
  });

  test('Shield Advanced is a commitment of a year at the monthly fee', () => {
    const found = match('shield-advanced', { type: 'aws:shield/subscription:Subscription' });
    expect(found).toMatchObject({
      charges: [{ kind: 'commitment', termMonths: 12, product: 'AWS Shield', scope: 'account' }],
    });
    expect(charged('shield-advanced', {})).toEqual([['Shield Advanced', '3000.00', '3000.00']]);
  });
});
