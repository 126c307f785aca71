import { describe, expect, test } from 'vitest';
import { amounts, chargesOf, LATER } from '../../../support/resources';

test('REST API', () => {
  expect(amounts(chargesOf({ type: 'aws:apigateway/restApi:RestApi' }))).toEqual([
    ['REST API requests', '0.00', '3.50'],
  ]);
});

describe('stage', () => {
  const of = (properties: Record<string, unknown>) =>
    amounts(chargesOf({ type: 'aws:apigateway/stage:Stage', properties }));

  test('no cache unless asked for', () => {
    expect(of({})).toEqual([]);
  });

  test('a cache', () => {
    expect(of({ cacheClusterEnabled: true, cacheClusterSize: '0.5' })).toEqual([['API cache', '14.60', '14.60']]);
  });

  test('it may turn out to have one', () => {
    expect(of({ cacheClusterEnabled: LATER, cacheClusterSize: '0.5' })).toEqual([['API cache', '0.00', '14.60']]);
  });
});
