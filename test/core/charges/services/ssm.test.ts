import { describe, expect, test } from 'vitest';
import { amounts, chargesOf } from '../../../support/resources';

describe('parameter', () => {
  const base = { type: 'aws:ssm/parameter:Parameter', properties: { type: 'String' } };

  test('Standard is free, and the default', () => {
    expect(amounts(chargesOf(base))).toEqual([]);
  });

  test('Standard is free', () => {
    expect(amounts(chargesOf({ ...base, properties: { ...base.properties, tier: 'Standard' } }))).toEqual([]);
  });

  test('Advanced', () => {
    expect(amounts(chargesOf({ ...base, properties: { ...base.properties, tier: 'Advanced' } }))).toEqual([
      ['Advanced parameter', '0.05', '0.05'],
    ]);
  });

  test('Intelligent-Tiering may need the advanced tier', () => {
    expect(amounts(chargesOf({ ...base, properties: { ...base.properties, tier: 'Intelligent-Tiering' } }))).toEqual([
      ['Advanced parameter', '0.00', '0.05'],
    ]);
  });
});
