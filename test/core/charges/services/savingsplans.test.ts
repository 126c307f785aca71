import { describe, expect, test } from 'vitest';
import { amounts, chargesOf } from '../../../support/resources';

describe('Savings Plan', () => {
  const base = {
    type: 'aws:savingsplans/savingsPlan:SavingsPlan',
    properties: { commitment: '1.00', savingsPlanOfferingId: 'offering' },
  };

  test('the commitment of a month', () => {
    expect(amounts(chargesOf(base))).toEqual([['Savings Plan hourly commitment', '730.00', '730.00']]);
  });

  test('what is paid upfront is taken off: one year or three', () => {
    expect(amounts(chargesOf({ ...base, properties: { ...base.properties, upfrontPaymentAmount: '4380' } }))).toEqual([
      ['Savings Plan hourly commitment', '365.00', '608.33'],
    ]);
  });

  test('a term that is known', () => {
    expect(
      amounts(
        chargesOf({
          ...base,
          properties: { ...base.properties, upfrontPaymentAmount: '4380', termDurationInSeconds: 31536000 },
        }),
      ),
    ).toEqual([['Savings Plan hourly commitment', '365.00', '365.00']]);
  });

  test('all upfront', () => {
    expect(
      amounts(
        chargesOf({
          ...base,
          properties: { ...base.properties, upfrontPaymentAmount: '8760', termDurationInSeconds: 31536000 },
        }),
      ),
    ).toEqual([['Savings Plan hourly commitment', '0.00', '0.00']]);
  });

  test('more than all upfront is never negative', () => {
    expect(
      amounts(
        chargesOf({
          ...base,
          properties: { ...base.properties, upfrontPaymentAmount: '9999', termDurationInSeconds: 31536000 },
        }),
      ),
    ).toEqual([['Savings Plan hourly commitment', '0.00', '0.00']]);
  });

  test('no commitment', () => {
    expect(amounts(chargesOf({ ...base, properties: { ...base.properties, commitment: undefined } }))).toEqual([
      ['Savings Plan hourly commitment', 'commitment is not set'],
    ]);
  });

  test('the term binds when it is known, and stays open when it is not', () => {
    const bound = { ...base, properties: { ...base.properties, termDurationInSeconds: 94608000 } };
    expect(chargesOf(bound)[0]).toMatchObject({ kind: 'commitment', per: 'month', termMonths: 36 });
    expect(chargesOf(base)[0]).toMatchObject({ kind: 'commitment', per: 'month', termMonths: undefined });
  });
});

test.each([8_632_459_656_000, 2 * 365 * 24 * 3600, 0])(
  'a term of %d seconds is none that AWS sells',
  (termDurationInSeconds) => {
    const properties = { commitment: '1', termDurationInSeconds };
    const [charge] = chargesOf({ type: 'aws:savingsplans/savingsPlan:SavingsPlan', properties });
    expect(charge?.termMonths).toBeUndefined();
  },
);

test('All Upfront leaves nothing to pay by the hour, in any case', () => {
  const properties = { commitment: '1', paymentOption: 'ALL UPFRONT' };
  expect(amounts(chargesOf({ type: 'aws:savingsplans/savingsPlan:SavingsPlan', properties }))).toEqual([
    ['Savings Plan hourly commitment', '0.00', '0.00'],
  ]);
});
