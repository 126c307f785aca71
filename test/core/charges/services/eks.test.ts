import { describe, expect, test } from 'vitest';
import { isoInstant } from '../../../../src/core/instant';
import { amounts, aResource, chargesOf, comingCharges, LATER } from '../../../support/resources';

describe('cluster', () => {
  const of = (properties: Record<string, unknown>, region = 'us-east-1', day = '2026-11-25') =>
    amounts(chargesOf({ type: 'aws:eks/cluster:Cluster', properties, region }, { now: Date.parse(day) }));
  const hour = ['EKS cluster', '73.00', '73.00'];
  const extended = 'Extended support of an old Kubernetes version';

  test('the latest version', () => {
    expect(of({})).toEqual([hour]);
  });

  test.each(['1.35', '1.36', '1.37'])('version %s', (version) => {
    expect(of({ version })).toEqual([hour]);
  });

  test.each(['1.24', '1.30', '1.31', '1.33'])('version %s is in extended support', (version) => {
    expect(of({ version })).toEqual([hour, [extended, '365.00', '365.00']]);
  });

  // Standard support of 1.34 ends on 2026-12-02.
  test('a version is charged from the day on which it leaves standard support', () => {
    const on = (day: string) => of({ version: '1.34' }, 'us-east-1', day);
    expect(on('2026-12-01T23:59:59Z')).toEqual([hour]);
    expect(on('2026-12-02')).toEqual([hour, [extended, '365.00', '365.00']]);
  });

  test('until then, it is a charge that begins on that day', () => {
    const cluster = { type: 'aws:eks/cluster:Cluster', properties: { version: '1.34' } };
    const coming = comingCharges(cluster, { now: Date.parse('2026-03-01') });
    expect(amounts(coming)).toEqual([[extended, '365.00', '365.00']]);
    expect(coming.map(({ begins }) => isoInstant(begins ?? 0))).toEqual(['2026-12-02T00:00:00Z']);
  });

  test('a version newer than the calendar leaves at some time after the newest on it', () => {
    const on = (day: string) => of({ version: '1.37' }, 'us-east-1', day);
    expect(on('2027-07-01')).toEqual([hour]);
    expect(on('2027-08-02')).toEqual([hour, [extended, '0.00', '365.00']]);
  });

  test('before its day, it does not matter whether extended support is on', () => {
    expect(of({ version: '1.35', upgradePolicy: { supportType: LATER } })).toEqual([hour]);
  });

  test.each([LATER, 'newest'])('version %s may be an old one', (version) => {
    expect(of({ version })).toEqual([hour, [extended, '0.00', '365.00']]);
  });

  test('extended support turned off', () => {
    expect(of({ version: '1.31', upgradePolicy: { supportType: 'STANDARD' } })).toEqual([hour]);
  });

  test('it may turn out to be off', () => {
    expect(of({ version: '1.31', upgradePolicy: { supportType: LATER } })).toEqual([
      hour,
      [extended, '0.00', '365.00'],
    ]);
  });

  test('Auto Mode starts instances that no plan shows', () => {
    expect(of({ computeConfig: { enabled: true } })).toEqual([
      hour,
      ['EKS Auto Mode instances and their fee', 'computeConfig.enabled: Auto Mode starts instances by itself'],
    ]);
  });

  test('a provisioned control plane', () => {
    expect(of({ controlPlaneScalingConfig: { tier: 'tier-xl' } })).toEqual([
      hour,
      ['Provisioned control plane', 'no price for controlPlaneScalingConfig.tier other than standard'],
    ]);
  });

  test('a region without a list', () => {
    expect(of({}, 'xx-test-1')).toEqual([['EKS cluster', 'no prices for the region xx-test-1']]);
  });
});

describe('node group', () => {
  const sizes = { desiredSize: 2, minSize: 1, maxSize: 3 };
  const charges = (properties: Record<string, unknown>, ...others: Parameters<typeof aResource>[0][]) =>
    chargesOf(
      { type: 'aws:eks/nodeGroup:NodeGroup', properties: { scalingConfig: sizes, ...properties } },
      { others: others.map(aResource) },
    );
  const of = (...args: Parameters<typeof charges>) => amounts(charges(...args));

  test('t3.medium with 20 GB by default, at the size it starts with', () => {
    expect(of({})).toEqual([
      ['EC2 instance, Linux price', '60.74', '60.74'],
      ['Root EBS volume', '3.20', '4.00'],
      ['Public IPv4 address', '0.00', '7.30'],
    ]);
    expect(charges({}).map(({ product }) => product)).toEqual(['Amazon EC2', 'Amazon EC2', 'Amazon VPC']);
    expect(charges({})[0]?.usdAtMost?.toFixed(2)).toBe('91.10');
  });

  test('the type and the disk that it states', () => {
    expect(of({ instanceTypes: ['m5.large'], diskSize: 100 }).slice(0, 2)).toEqual([
      ['EC2 instance, Linux price', '140.16', '140.16'],
      ['Root EBS volume', '16.00', '20.00'],
    ]);
  });

  test('one of several types', () => {
    expect(of({ instanceTypes: ['m5.large', 't3.medium'] })[0]).toEqual([
      'EC2 instance, Linux price',
      '60.74',
      '140.16',
    ]);
  });

  test('Spot', () => {
    expect(of({ capacityType: 'SPOT' })[0]).toEqual(['EC2 Spot instance, at most the Linux price', '0.00', '60.74']);
  });

  test('it may turn out to be Spot', () => {
    expect(of({ capacityType: LATER })[0]).toEqual(['EC2 instance, Linux price', '0.00', '60.74']);
  });

  test('the type of its launch template', () => {
    const template = {
      type: 'aws:ec2/launchTemplate:LaunchTemplate',
      properties: { id: 'lt-1', instanceType: 'm5.large', monitoring: { enabled: true } },
    };
    expect(of({ launchTemplate: { id: 'lt-1', version: '1' } }, template)).toEqual([
      ['EC2 instance, Linux price', '140.16', '140.16'],
      ['Root EBS volume', '1.28', '6.00'],
      ['Detailed monitoring', '4.20', '4.20'],
      ['Public IPv4 address', '0.00', '7.30'],
    ]);
  });

  test('a start decided later counts from the least size', () => {
    expect(of({ scalingConfig: { ...sizes, desiredSize: LATER } })[0]).toEqual([
      'EC2 instance, Linux price',
      '30.37',
      '91.10',
    ]);
  });
});

test('add-ons cost nothing here', () => {
  const addon = { type: 'aws:eks/addon:Addon', properties: { addonName: 'vpc-cni' } };
  expect(chargesOf(addon)).toEqual([]);
});
