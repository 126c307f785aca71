import { describe, expect, test } from 'vitest';
import { amounts, chargesOf } from '../../../support/resources';

describe('certificate authority', () => {
  const base = { type: 'aws:acmpca/certificateAuthority:CertificateAuthority' };

  test('general purpose by default', () => {
    expect(amounts(chargesOf(base))).toEqual([
      ['Private certificate authority', '400.00', '400.00'],
      ['Private certificates', '0.00', '7.50'],
    ]);
  });

  test('short-lived certificates', () => {
    expect(amounts(chargesOf({ ...base, properties: { usageMode: 'SHORT_LIVED_CERTIFICATE' } }))).toEqual([
      ['Private certificate authority', '50.00', '50.00'],
    ]);
  });
});
