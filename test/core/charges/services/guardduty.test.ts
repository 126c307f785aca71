import { describe, expect, test } from 'vitest';
import { amounts, chargesOf } from '../../../support/resources';

describe('detector', () => {
  const base = { type: 'aws:guardduty/detector:Detector' };

  test('on by default', () => {
    expect(amounts(chargesOf(base))).toEqual([['CloudTrail events analyzed', '0.00', '4.00']]);
  });

  test('suspended', () => {
    expect(amounts(chargesOf({ ...base, properties: { enable: false } }))).toEqual([]);
  });
});
