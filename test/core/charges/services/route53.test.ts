import { describe, expect, test } from 'vitest';
import { amounts, chargesOf, LATER } from '../../../support/resources';

describe('hosted zone', () => {
  const base = { type: 'aws:route53/zone:Zone' };

  test('by the month', () => {
    expect(amounts(chargesOf(base))).toEqual([['Hosted zone', '0.50', '0.50']]);
  });

  test('in another region, where the price is the same', () => {
    expect(amounts(chargesOf({ ...base, region: 'eu-west-1' }))).toEqual([['Hosted zone', '0.50', '0.50']]);
  });
});

describe('health check', () => {
  const base = { type: 'aws:route53/healthCheck:HealthCheck', properties: { type: 'HTTP', requestInterval: 30 } };

  test('inside or outside AWS', () => {
    expect(amounts(chargesOf(base))).toEqual([['Health check', '0.50', '0.75']]);
  });

  test('HTTPS with a search, fast and with latency', () => {
    expect(
      amounts(
        chargesOf({
          ...base,
          properties: { ...base.properties, type: 'HTTPS_STR_MATCH', requestInterval: 10, measureLatency: true },
        }),
      ),
    ).toEqual([
      ['Health check', '0.50', '0.75'],
      ['Health check options', '4.00', '8.00'],
    ]);
  });

  test('an interval decided later', () => {
    expect(amounts(chargesOf({ ...base, properties: { ...base.properties, requestInterval: LATER } }))).toEqual([
      ['Health check', '0.50', '0.75'],
      ['Health check options', '0.00', '2.00'],
    ]);
  });

  test('a calculated check', () => {
    expect(amounts(chargesOf({ ...base, properties: { ...base.properties, type: 'CALCULATED' } }))).toEqual([
      ['Health check', '0.50', '0.50'],
    ]);
  });
});

describe('resolver endpoint', () => {
  const base = {
    type: 'aws:route53/resolverEndpoint:ResolverEndpoint',
    properties: { ipAddresses: [{ subnetId: 'a' }, { subnetId: 'b' }] },
  };

  test('each address is a network interface', () => {
    expect(amounts(chargesOf(base))).toEqual([['Resolver endpoint network interface', '182.50', '182.50']]);
  });
});

describe('others', () => {
  const base = { type: 'aws:route53/trafficPolicyInstance:TrafficPolicyInstance' };

  test('traffic policy record', () => {
    expect(amounts(chargesOf(base))).toEqual([['Traffic policy record', '50.00', '50.00']]);
  });

  test('profile association', () => {
    expect(amounts(chargesOf({ type: 'aws:route53/profilesAssociation:ProfilesAssociation' }))).toEqual([
      ['Profile association', '547.50', '547.50'],
    ]);
  });
});
