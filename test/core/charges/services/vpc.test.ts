import { describe, expect, test } from 'vitest';
import { unknown } from '../../../../src/core/reading';
import { amounts, chargesOf, LATER } from '../../../support/resources';

describe('NAT gateway', () => {
  const nat = { type: 'aws:ec2/natGateway:NatGateway' };

  test('an hour and the data it moves', () => {
    expect(amounts(chargesOf(nat))).toEqual([
      ['NAT gateway', '32.85', '32.85'],
      ['NAT gateway data processed', '0.00', '4.50'],
    ]);
  });

  test('the owner knows the traffic', () => {
    const usage = [{ type: nat.type, name: undefined, tag: undefined, figures: { dataProcessedGb: 1000 } }];
    expect(amounts(chargesOf(nat, { usage }))[1]).toEqual(['NAT gateway data processed', '45.00', '45.00']);
  });

  test('a region that the price book does not know gives an unknown amount', () => {
    expect(amounts(chargesOf({ ...nat, region: 'xx-test-1' }))[0]).toEqual([
      'NAT gateway',
      'no prices are kept for its region',
    ]);
  });

  test('a region decided later is no region', () => {
    expect(amounts(chargesOf({ ...nat, region: unknown('later') }))[0]).toEqual([
      'NAT gateway',
      'the region is not known: later',
    ]);
  });

  test('a private gateway costs what a public one does', () => {
    expect(amounts(chargesOf({ ...nat, properties: { connectivityType: 'private' } }))[0]).toEqual([
      'NAT gateway',
      '32.85',
      '32.85',
    ]);
  });

  test('a regional gateway grows with the zones', () => {
    expect(amounts(chargesOf({ ...nat, properties: { availabilityMode: 'regional' } }))[0]).toEqual([
      'NAT gateway',
      '32.85',
      '98.55',
    ]);
  });
});

describe('Elastic IP address', () => {
  const of = (properties: Record<string, unknown>) => amounts(chargesOf({ type: 'aws:ec2/eip:Eip', properties }));

  test('the same price in use or idle', () => {
    expect(of({})).toEqual([['Public IPv4 address', '3.65', '3.65']]);
    expect(of({ instance: LATER, publicIpv4Pool: 'amazon' })).toEqual([['Public IPv4 address', '3.65', '3.65']]);
  });

  test('an address that the owner brought is free', () => {
    expect(of({ publicIpv4Pool: 'ipv4pool-ec2-1' })).toEqual([]);
  });

  test('a pool decided later', () => {
    expect(of({ publicIpv4Pool: LATER })).toEqual([['Public IPv4 address', '0.00', '3.65']]);
  });

  test('a pool of an address manager', () => {
    expect(of({ ipamPoolId: LATER })).toEqual([['Public IPv4 address', 'no price is kept for addresses of this pool']]);
  });
});

describe('VPC endpoint', () => {
  const of = (properties: Record<string, unknown>) =>
    amounts(chargesOf({ type: 'aws:ec2/vpcEndpoint:VpcEndpoint', properties }));

  test.each([{}, { vpcEndpointType: 'Gateway' }])('a gateway endpoint is free: %o', (properties) => {
    expect(of(properties)).toEqual([]);
  });

  test('an interface endpoint in each subnet', () => {
    expect(of({ vpcEndpointType: 'Interface', subnetIds: ['a', LATER] })).toEqual([
      ['Interface endpoint', '14.60', '14.60'],
      ['Interface endpoint data processed', '0.00', '1.00'],
    ]);
  });

  test.each([LATER, undefined, 'a'])('subnets not known: %s', (subnetIds) => {
    expect(of({ vpcEndpointType: 'Interface', subnetIds })[0]).toEqual(['Interface endpoint', '7.30', '21.90']);
  });

  test('a Gateway Load Balancer endpoint', () => {
    expect(of({ vpcEndpointType: 'GatewayLoadBalancer', subnetIds: ['a'] })).toEqual([
      ['Gateway Load Balancer endpoint', '7.30', '7.30'],
      ['Gateway Load Balancer endpoint data processed', '0.00', '0.35'],
    ]);
  });

  test.each([
    ['Resource', 'no price is kept for endpoints of this type'],
    [LATER, 'vpcEndpointType is set by another resource, after deployment'],
  ])('type %s gives no amount', (vpcEndpointType, because) => {
    expect(of({ vpcEndpointType })).toEqual([['VPC endpoint', because]]);
  });
});

describe('VPN', () => {
  const of = (properties: Record<string, unknown>) =>
    amounts(chargesOf({ type: 'aws:ec2/vpnConnection:VpnConnection', properties }));
  const connection = ['Site-to-Site VPN connection', '36.50', '36.50'];

  test('a connection to a virtual private gateway', () => {
    expect(of({ vpnGatewayId: LATER })).toEqual([connection]);
  });

  test('a connection to a transit gateway attaches to it', () => {
    expect(of({ transitGatewayId: LATER })).toEqual([
      connection,
      ['Transit gateway VPN attachment', '36.50', '36.50'],
      ['Transit gateway data processed', '0.00', '2.00'],
    ]);
  });

  test('acceleration has no price here', () => {
    expect(of({ enableAcceleration: true })).toEqual([connection, ['VPN acceleration', 'no price is kept for it']]);
  });

  test('large tunnels have no price here', () => {
    expect(of({ tunnelBandwidth: 'large' })).toEqual([
      ['Site-to-Site VPN connection', 'no price is kept for such tunnels'],
    ]);
  });

  test('a concentrator has no price here', () => {
    expect(of({ vpnConcentratorId: LATER })).toEqual([
      ['Site-to-Site VPN connection', 'no price is kept for a VPN concentrator'],
    ]);
  });

  test('Client VPN', () => {
    expect(amounts(chargesOf({ type: 'aws:ec2clientvpn/endpoint:Endpoint' }))).toEqual([
      ['Client VPN connections', '0.00', '36.50'],
    ]);
    expect(amounts(chargesOf({ type: 'aws:ec2clientvpn/networkAssociation:NetworkAssociation' }))).toEqual([
      ['Client VPN endpoint association', '73.00', '73.00'],
    ]);
  });
});

describe('transit gateway', () => {
  test.each([
    ['aws:ec2transitgateway/connect:Connect', 'Transit gateway Connect attachment'],
    ['aws:ec2transitgateway/peeringAttachment:PeeringAttachment', 'Transit gateway peering attachment'],
    ['aws:ec2transitgateway/peeringAttachmentAccepter:PeeringAttachmentAccepter', 'Transit gateway peering attachment'],
  ])('%s', (type, what) => {
    expect(amounts(chargesOf({ type }))).toEqual([[what, '36.50', '36.50']]);
  });

  test('a VPC that is attached pays for its data too', () => {
    expect(amounts(chargesOf({ type: 'aws:ec2transitgateway/vpcAttachment:VpcAttachment' }))).toEqual([
      ['Transit gateway VPC attachment', '36.50', '36.50'],
      ['Transit gateway data processed', '0.00', '2.00'],
    ]);
  });
});

describe('IP Address Manager', () => {
  const of = (properties: Record<string, unknown>) =>
    amounts(chargesOf({ type: 'aws:ec2/vpcIpam:VpcIpam', properties }));

  test('charged for active addresses by default', () => {
    expect(of({})).toEqual([['IP Address Manager, active addresses', '0.00', '19.71']]);
  });

  test('the free tier', () => {
    expect(of({ tier: 'free' })).toEqual([]);
  });

  test('a tier decided later', () => {
    expect(of({ tier: LATER })).toEqual([
      ['IP Address Manager, active addresses', 'tier is set by another resource, after deployment'],
    ]);
  });
});

test('traffic mirroring', () => {
  expect(amounts(chargesOf({ type: 'aws:ec2/trafficMirrorSession:TrafficMirrorSession' }))).toEqual([
    ['Traffic mirroring', '10.95', '10.95'],
  ]);
});
