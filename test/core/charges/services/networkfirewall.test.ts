import { describe, expect, test } from 'vitest';
import { amounts, chargesOf, LATER } from '../../../support/resources';

describe('firewall', () => {
  const of = (properties: Record<string, unknown>, region = 'us-east-1') =>
    amounts(chargesOf({ type: 'aws:networkfirewall/firewall:Firewall', properties, region }));

  test('an endpoint in each subnet', () => {
    expect(of({ subnetMappings: [{ subnetId: 'a' }, { subnetId: LATER }] })).toEqual([
      ['Firewall endpoint', '576.70', '576.70'],
      ['Firewall traffic processed', '0.00', '6.50'],
    ]);
  });

  test('at a transit gateway, one in each zone', () => {
    expect(of({ availabilityZoneMappings: [{ availabilityZoneId: 'use1-az1' }] })[0]).toEqual([
      'Firewall endpoint',
      '288.35',
      '288.35',
    ]);
  });

  test.each([{}, { subnetMappings: LATER }, { subnetMappings: 'a' }])('subnets not known: %o', (properties) => {
    expect(of(properties)[0]).toEqual(['Firewall endpoint', '288.35', '865.05']);
  });
});
