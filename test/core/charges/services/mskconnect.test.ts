import { describe, expect, test } from 'vitest';
import { amounts, chargesOf } from '../../../support/resources';

describe('connector', () => {
  const base = {
    type: 'aws:mskconnect/connector:Connector',
    properties: { capacity: { provisionedCapacity: { workerCount: 2, mcuCount: 2 } } },
  };

  test('fixed workers', () => {
    expect(amounts(chargesOf(base))).toEqual([['Connector capacity units', '321.20', '321.20']]);
  });

  test('workers that scale', () => {
    expect(
      amounts(
        chargesOf({
          ...base,
          properties: { ...base.properties, capacity: { autoscaling: { minWorkerCount: 1, maxWorkerCount: 3 } } },
        }),
      ),
    ).toEqual([['Connector capacity units', '80.30', '240.90']]);
  });

  test('no capacity', () => {
    expect(amounts(chargesOf({ ...base, properties: { ...base.properties, capacity: undefined } }))).toEqual([
      ['Connector capacity units', 'its capacity is not set'],
    ]);
  });
});
