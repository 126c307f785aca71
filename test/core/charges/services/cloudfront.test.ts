import { describe, expect, test } from 'vitest';
import { amounts, chargesOf, LATER } from '../../../support/resources';

describe('distribution', () => {
  const of = (viewerCertificate?: Record<string, unknown>) =>
    amounts(chargesOf({ type: 'aws:cloudfront/distribution:Distribution', properties: { viewerCertificate } }));

  test('data and requests', () => {
    expect(of()).toEqual([
      ['Data to viewers, US and Europe', '0.00', '8.50'],
      ['HTTPS requests, US', '0.00', '1.00'],
    ]);
  });

  test('a certificate by server name costs nothing', () => {
    expect(of({ sslSupportMethod: 'sni-only' })).toHaveLength(2);
  });

  test('addresses for a certificate', () => {
    expect(of({ sslSupportMethod: 'vip' })[2]).toEqual(['Dedicated IP custom SSL', '600.00', '600.00']);
  });

  test('a method decided later', () => {
    expect(of({ sslSupportMethod: LATER })[2]).toEqual(['Dedicated IP custom SSL', '0.00', '600.00']);
  });
});
