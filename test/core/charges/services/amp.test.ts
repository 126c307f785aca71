import { describe, expect, test } from 'vitest';
import { amounts, chargesOf } from '../../../support/resources';

describe('Prometheus', () => {
  const base = { type: 'aws:amp/workspace:Workspace' };

  test('samples and storage', () => {
    expect(amounts(chargesOf(base))).toEqual([
      ['Metric samples', '0.00', '9.00'],
      ['Metric storage', '0.00', '0.30'],
    ]);
  });

  test('collector', () => {
    expect(amounts(chargesOf({ type: 'aws:amp/scraper:Scraper' }))).toEqual([['Managed collector', '29.20', '29.20']]);
  });
});
