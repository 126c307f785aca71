import { describe, expect, test } from 'vitest';
import { amounts, chargesOf } from '../../../support/resources';

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
});
