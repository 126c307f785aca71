import { describe, expect, test } from 'vitest';
import { amounts, chargesOf, LATER } from '../../../support/resources';

describe('canary', () => {
  const base = {
    type: 'aws:synthetics/canary:Canary',
    properties: { schedule: { expression: 'rate(5 minutes)' }, startCanary: true },
  };

  test('runs by its rate', () => {
    expect(amounts(chargesOf(base))).toEqual([
      ['Canary', '10.51', '10.51'],
      ['Time of canary runs', '0.71', '4.28'], // 8,760 runs × 5 to 30 s × 1000/1024 GB
    ]);
  });

  test('an hourly rate', () => {
    expect(
      amounts(chargesOf({ ...base, properties: { ...base.properties, schedule: { expression: 'rate(1 hour)' } } })),
    ).toContainEqual(['Canary', '0.88', '0.88']);
  });

  test('not started', () => {
    expect(amounts(chargesOf({ ...base, properties: { ...base.properties, startCanary: false } }))).toEqual([
      ['Canary', '0.00', '10.51'],
      ['Time of canary runs', '0.00', '4.28'],
    ]);
  });

  test('a cron expression is an assumption', () => {
    expect(
      amounts(
        chargesOf({ ...base, properties: { ...base.properties, schedule: { expression: 'cron(0 10 * * ? *)' } } }),
      ),
    ).toContainEqual(['Canary', '0.00', '52.80']);
  });

  test('a schedule decided later', () => {
    expect(
      amounts(chargesOf({ ...base, properties: { ...base.properties, schedule: { expression: LATER } } })),
    ).toContainEqual(['Canary', '0.00', '52.80']);
  });
});
