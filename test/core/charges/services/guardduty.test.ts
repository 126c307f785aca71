import { describe, expect, test } from 'vitest';
import { amounts, chargesOf } from '../../../support/resources';

describe('detector', () => {
  const base = { type: 'aws:guardduty/detector:Detector' };

  test('on by default', () => {
    expect(amounts(chargesOf(base))).toEqual([
      ['CloudTrail events analyzed', '0.00', '4.00'],
      ['Flow logs and DNS logs analyzed', '0.00', '10.00'], // 1.00 × 0 to 10
    ]);
  });

  test('suspended', () => {
    expect(amounts(chargesOf({ ...base, properties: { enable: false } }))).toEqual([]);
  });
});
