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

  test('a size decided later', () => {
    expect(of({ cacheClusterEnabled: true, cacheClusterSize: LATER })).toEqual([
      ['API cache', 'cacheClusterSize is set by another resource, after deployment'],
    ]);
  });
});

describe('API', () => {
  const of = (protocolType: unknown) =>
    amounts(chargesOf({ type: 'aws:apigatewayv2/api:Api', properties: { protocolType } }));

  test('HTTP', () => {
    expect(of('HTTP')).toEqual([['API requests', '0.00', '1.00']]);
  });

  test('WebSocket', () => {
    expect(of('WEBSOCKET')).toEqual([
      ['API requests', '0.00', '1.00'],
      ['WebSocket connections', '0.00', '0.25'],
    ]);
  });

  test.each([
    [LATER, 'protocolType is set by another resource, after deployment'],
    [undefined, 'protocolType is not set'],
    ['GRPC', 'no price is kept for this protocol'],
  ])('%s gives no amount', (protocol, because) => {
    expect(of(protocol)).toEqual([['API requests', because]]);
  });
});
