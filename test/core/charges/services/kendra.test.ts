import { describe, expect, test } from 'vitest';
import { amounts, chargesOf } from '../../../support/resources';

describe('index', () => {
  const base = { type: 'aws:kendra/index:Index' };

  test('Enterprise by default', () => {
    expect(amounts(chargesOf(base))).toEqual([['Kendra index', '1022.00', '1022.00']]);
  });

  test('Developer', () => {
    expect(amounts(chargesOf({ ...base, properties: { edition: 'DEVELOPER_EDITION' } }))).toEqual([
      ['Kendra index', '821.25', '821.25'],
    ]);
  });

  test('extra capacity', () => {
    expect(
      amounts(
        chargesOf({ ...base, properties: { capacityUnits: { queryCapacityUnits: 1, storageCapacityUnits: 2 } } }),
      ),
    ).toEqual([
      ['Kendra index', '1022.00', '1022.00'],
      ['Extra query units', '511.00', '511.00'],
      ['Extra storage units', '1022.00', '1022.00'],
    ]);
  });

  test('an edition without a kept price', () => {
    expect(amounts(chargesOf({ ...base, properties: { edition: 'GEN_AI_ENTERPRISE_EDITION' } }))).toEqual([
      ['Kendra index', 'no price for this edition'],
    ]);
  });
});
