import { describe, expect, test } from 'vitest';
import { amounts, chargesOf } from '../../../support/resources';

describe('serverless workgroup', () => {
  const base = { type: 'aws:redshiftserverless/workgroup:Workgroup' };

  test('the default capacity while it works', () => {
    expect(amounts(chargesOf(base))).toEqual([['Serverless processing units', '0.00', '960.00']]);
  });

  test('a smaller one', () => {
    expect(amounts(chargesOf({ ...base, properties: { baseCapacity: 8 } }))).toEqual([
      ['Serverless processing units', '0.00', '60.00'],
    ]);
  });
});

describe('serverless namespace', () => {
  const base = { type: 'aws:redshiftserverless/namespace:Namespace' };

  test('managed storage', () => {
    expect(amounts(chargesOf(base))).toEqual([['Managed storage', '0.00', '2.40']]);
  });
});
