import { describe, expect, test } from 'vitest';
import { amounts, chargesOf, LATER } from '../../../support/resources';

describe('canary', () => {
  const base = {
    type: 'aws:synthetics/canary:Canary',
    properties: { schedule: { expression: 'rate(5 minutes)' }, startCanary: true },
  };

  test('runs by its rate', () => {
    expect(amounts(chargesOf(base))).toEqual([['Canary', '10.51', '10.51']]);
  });

  test('an hourly rate', () => {
    expect(
      amounts(chargesOf({ ...base, properties: { ...base.properties, schedule: { expression: 'rate(1 hour)' } } })),
    ).toEqual([['Canary', '0.88', '0.88']]);
  });

  test('not started', () => {
    expect(amounts(chargesOf({ ...base, properties: { ...base.properties, startCanary: false } }))).toEqual([
      ['Canary', '0.00', '10.51'],
    ]);
  });

  test('a cron expression is an assumption', () => {
    expect(
      amounts(
        chargesOf({ ...base, properties: { ...base.properties, schedule: { expression: 'cron(0 10 * * ? *)' } } }),
      ),
    ).toEqual([['Canary', '0.00', '52.80']]);
  });

  test('a schedule decided later', () => {
    expect(
      amounts(chargesOf({ ...base, properties: { ...base.properties, schedule: { expression: LATER } } })),
    ).toEqual([['Canary', '0.00', '52.80']]);
  });
});
