import { describe, expect, test } from 'vitest';
import { amounts, aResource, chargesOf, LATER, type ResourceSketch, urnOf } from '../../../support/resources';

const TEMPLATE = 'aws:ec2/launchTemplate:LaunchTemplate';

const ELSEWHERE = 'launchTemplate names something that is not in this plan';

function first(sketch: ResourceSketch, properties?: Record<string, unknown>): unknown {
  const others = properties === undefined ? [] : [template(properties)];
  return amounts(chargesOf(sketch, { others }))[0];
}

const template = (properties: Record<string, unknown>) => aResource({ type: TEMPLATE, name: 'template', properties });

/** The first charge, beside a launch template of the same stack when one is given. */
describe('instance', () => {
  const of = (properties: Record<string, unknown>) => ({
    type: 'aws:ec2/instance:Instance',
    properties: { instanceType: 'm5.large', ...properties },
  });

  test('an hour, a root volume of the size the image has, and perhaps an address', () => {
    const charges = chargesOf(of({}));
    expect(amounts(charges)).toEqual([
      ['EC2 instance, Linux price', '70.08', '70.08'],
      ['Root EBS volume', '0.64', '3.00'],
      ['Public IPv4 address', '0.00', '3.65'],
    ]);
    expect(charges.map(({ product }) => product)).toEqual(['Amazon EC2', 'Amazon EC2', 'Amazon VPC']);
    expect(charges.map(({ assumed }) => assumed)).toEqual([false, true, false]);
  });

  test('everything stated', () => {
    const charges = chargesOf(
      of({
        associatePublicIpAddress: true,
        monitoring: true,
        rootBlockDevice: { volumeSize: 50, volumeType: 'gp3', iops: 4000, throughput: 250 },
        ebsBlockDevices: [{ deviceName: '/dev/sdb', volumeSize: 100 }],
      }),
    );
    expect(amounts(charges)).toEqual([
      ['EC2 instance, Linux price', '70.08', '70.08'],
      ['Root EBS volume', '4.00', '4.00'],
      ['gp3 IOPS beyond the included', '5.00', '5.00'],
      ['gp3 throughput beyond the included', '5.00', '5.00'],
      ['EBS volume', '10.00', '10.00'],
      ['Detailed monitoring', '2.10', '2.10'],
      ['Public IPv4 address', '3.65', '3.65'],
    ]);
  });

  test('no public address', () => {
    const charges = amounts(chargesOf(of({ associatePublicIpAddress: false })));
    expect(charges).not.toContainEqual(expect.arrayContaining(['Public IPv4 address']));
  });

  test('the subnet of the same stack decides about the address', () => {
    const subnet = aResource({ type: 'aws:ec2/subnet:Subnet', properties: { mapPublicIpOnLaunch: true } });
    const sketch = { ...of({ subnetId: LATER }), dependencies: { subnetId: [subnet.urn] } };
    expect(amounts(chargesOf(sketch, { others: [subnet] }))[2]).toEqual(['Public IPv4 address', '3.65', '3.65']);
  });

  test('Spot costs at most the on-demand price', () => {
    const [charge] = chargesOf(of({ instanceMarketOptions: { marketType: 'spot' } }));
    expect(amounts(charge === undefined ? [] : [charge])).toEqual([
      ['EC2 Spot instance, at most the Linux price', '0.00', '70.08'],
    ]);
    expect(charge?.quantity).toBe('0 to 1 × 730 hours');
  });

  test('an instance in a reservation may be billed there', () => {
    const reserved = {
      capacityReservationSpecification: { capacityReservationTarget: { capacityReservationId: LATER } },
    };
    expect(first(of(reserved))).toEqual(['EC2 instance, at most the Linux price', '0.00', '70.08']);
  });

  test('a volume that only the answer names may be a resource of its own', () => {
    const devices = [{ volumeId: 'vol-1', volumeSize: 100, volumeType: 'gp2' }];
    expect(amounts(chargesOf(of({ ebsBlockDevices: devices })))).toContainEqual(['EBS volume', '0.00', '10.00']);
  });

  test('what it does not state comes from the launch template of the same stack', () => {
    const sketch = {
      ...of({ instanceType: undefined, launchTemplate: { id: LATER } }),
      dependencies: { launchTemplate: [urnOf(TEMPLATE, 'template')] },
    };
    const others = [
      template({
        instanceType: 't3.micro',
        blockDeviceMappings: [
          { deviceName: '/dev/xvda', ebs: { volumeSize: 20, volumeType: 'gp3' } },
          { deviceName: '/dev/sdb', ebs: { volumeSize: 10 } },
          { deviceName: '/dev/sdc', virtualName: 'ephemeral0' },
        ],
        networkInterfaces: [{ associatePublicIpAddress: 'false' }],
      }),
    ];
    expect(amounts(chargesOf(sketch, { others }))).toEqual([
      ['EC2 instance, Linux price', '7.59', '7.59'],
      ['Root EBS volume', '1.60', '1.60'],
      ['EBS volume', '1.00', '1.00'],
    ]);
  });

  test('a launch template of another stack may state anything', () => {
    expect(amounts(chargesOf(of({ launchTemplate: { id: 'lt-1' } })))).toEqual([
      ['EC2 instance, Linux price', `its tenancy is not known: ${ELSEWHERE}`],
      ['Root EBS volume', '0.64', '3.00'],
      ['EBS volume', ELSEWHERE],
      ['Detailed monitoring', '0.00', '2.10'],
      ['Public IPv4 address', '0.00', '3.65'],
    ]);
  });

  test('a template that leaves the type to AWS', () => {
    const sketch = { ...of({ instanceType: undefined, launchTemplate: { name: 'web' } }) };
    expect(first(sketch, { name: 'web', instanceRequirements: { vcpuCount: { min: 2 } } })).toEqual([
      'EC2 instance, Linux price',
      'instanceRequirements: AWS chooses the instance type',
    ]);
  });
});

test('spot instance request', () => {
  const sketch = { type: 'aws:ec2/spotInstanceRequest:SpotInstanceRequest', properties: { instanceType: 'm5.large' } };
  expect(first(sketch)).toEqual(['EC2 Spot instance, at most the Linux price', '0.00', '70.08']);
});

describe('capacity reservation', () => {
  const of = (properties: Record<string, unknown>) => ({
    type: 'aws:ec2/capacityReservation:CapacityReservation',
    properties: { instanceType: 'm5.large', instancePlatform: 'Linux/UNIX', instanceCount: 2, ...properties },
  });
  const what = 'Capacity reservation, Linux price';

  test('billed used or not', () => {
    expect(first(of({}))).toEqual([what, '140.16', '140.16']);
  });
});

describe('a region', () => {
  const of = (region: string) =>
    chargesOf({ type: 'aws:ec2/instance:Instance', region, properties: { instanceType: 'm8i.large' } }).slice(0, 1);

  test('whose price is estimated gives a range, and says how', () => {
    expect(amounts(of('us-east-1'))).toEqual([['EC2 instance, Linux price', '77.26', '77.26']]);
    expect(amounts(of('eu-west-1'))).toEqual([['EC2 instance, Linux price', '77.26', '96.59']]);
    expect(of('eu-west-1')[0]?.price?.estimate).toMatch(/^us-east-1 price × 1.115, /);
  });

  test('of AWS China has another currency and other credits', () => {
    expect(amounts(of('cn-north-1'))).toEqual([
      ['EC2 instance, Linux price', 'AWS China bills in CNY, and credits of other accounts do not cover it'],
    ]);
  });
});

describe('dedicated host', () => {
  const of = (properties: Record<string, unknown>) => ({ type: 'aws:ec2/dedicatedHost:DedicatedHost', properties });

  test.each([{ instanceFamily: 'c5' }, { instanceType: 'c5.large' }])('%o', (properties) => {
    expect(first(of(properties))).toEqual(['Dedicated host', '2457.18', '2457.18']);
  });

  test('a family without a price gives none', () => {
    expect(first(of({ instanceFamily: 'r5' }))).toEqual([
      'Dedicated host',
      'no price for its type or size in us-east-1',
    ]);
  });
});

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
    expect(of({ ipamPoolId: LATER })).toEqual([['Public IPv4 address', 'no price for addresses of ipamPoolId']]);
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
    expect(of({ enableAcceleration: true })).toEqual([
      connection,
      ['VPN acceleration', 'no price for enableAcceleration'],
    ]);
  });

  test('large tunnels have no price here', () => {
    expect(of({ tunnelBandwidth: 'large' })).toEqual([
      ['Site-to-Site VPN connection', 'no price for tunnelBandwidth other than standard'],
    ]);
  });

  test('a concentrator has no price here', () => {
    expect(of({ vpnConcentratorId: LATER })).toEqual([
      ['Site-to-Site VPN connection', 'no price for vpnConcentratorId'],
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
});

test('traffic mirroring', () => {
  expect(amounts(chargesOf({ type: 'aws:ec2/trafficMirrorSession:TrafficMirrorSession' }))).toEqual([
    ['Traffic mirroring', '10.95', '10.95'],
  ]);
});
