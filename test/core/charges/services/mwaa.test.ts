import { describe, expect, test } from 'vitest';
import { amounts, chargesOf } from '../../../support/resources';

describe('environment', () => {
  const base = { type: 'aws:mwaa/environment:Environment' };

  test('a small one that scales, by default', () => {
    expect(amounts(chargesOf(base))).toEqual([
      ['Airflow environment', '357.70', '357.70'],
      ['Additional workers', '0.00', '361.35'],
      ['Additional schedulers', '0.00', '0.00'],
      ['Metadata database', '0.10', '1.00'],
    ]);
  });

  test('a fixed number of workers and more schedulers', () => {
    expect(
      amounts(
        chargesOf({
          ...base,
          properties: { environmentClass: 'mw1.medium', minWorkers: 2, maxWorkers: 2, schedulers: 3 },
        }),
      ),
    ).toEqual([
      ['Airflow environment', '540.20', '540.20'],
      ['Additional workers', '80.30', '80.30'],
      ['Additional schedulers', '80.30', '80.30'],
      ['Metadata database', '0.10', '1.00'],
    ]);
  });

  test('a class without a kept price', () => {
    expect(
      amounts(chargesOf({ ...base, properties: { environmentClass: 'mw1.micro', maxWorkers: 1, schedulers: 1 } })),
    ).toEqual([
      ['Airflow environment', 'no price for its type or size in us-east-1'],
      ['Additional workers', 'no price for its type or size in us-east-1'],
      ['Additional schedulers', 'no price for its type or size in us-east-1'],
      ['Metadata database', '0.10', '1.00'],
    ]);
  });
});
