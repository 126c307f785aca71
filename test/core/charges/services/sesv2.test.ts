import { describe, expect, test } from 'vitest';
import { amounts, chargesOf } from '../../../support/resources';

describe('e-mail', () => {
  const base = { type: 'aws:sesv2/emailIdentity:EmailIdentity' };

  test('of an identity', () => {
    expect(amounts(chargesOf(base))).toEqual([['E-mail', '0.00', '0.10']]);
  });
});

describe('dedicated addresses', () => {
  const base = { type: 'aws:sesv2/dedicatedIpPool:DedicatedIpPool' };

  test('a standard pool is free', () => {
    expect(amounts(chargesOf(base))).toEqual([]);
  });

  test('a managed pool', () => {
    expect(amounts(chargesOf({ ...base, properties: { scalingMode: 'MANAGED' } }))).toEqual([
      ['Managed dedicated addresses', '15.00', '15.00'],
    ]);
  });

  test('an address', () => {
    expect(amounts(chargesOf({ type: 'aws:sesv2/dedicatedIpAssignment:DedicatedIpAssignment' }))).toEqual([
      ['Dedicated address', '24.95', '24.95'],
    ]);
  });
});
