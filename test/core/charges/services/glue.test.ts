import { describe, expect, test } from 'vitest';
import { amounts, chargesOf } from '../../../support/resources';

describe('job', () => {
  const base = { type: 'aws:glue/job:Job' };

  test('standard by default', () => {
    expect(amounts(chargesOf(base))).toEqual([['Job run', '0.00', '8.80']]);
  });

  test('flexible', () => {
    expect(amounts(chargesOf({ ...base, properties: { executionClass: 'FLEX' } }))).toEqual([
      ['Job run', '0.00', '5.80'],
    ]);
  });

  test('crawler', () => {
    expect(amounts(chargesOf({ type: 'aws:glue/crawler:Crawler' }))).toEqual([['Crawler run', '0.00', '2.20']]);
  });
});
