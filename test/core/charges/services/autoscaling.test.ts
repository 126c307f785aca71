import { describe, expect, test } from 'vitest';
import { amounts, aResource, chargesOf, LATER, type ResourceSketch, urnOf } from '../../../support/resources';

const TEMPLATE = 'aws:ec2/launchTemplate:LaunchTemplate';

const ELSEWHERE = 'launchConfiguration is not set';

function first(sketch: ResourceSketch, properties?: Record<string, unknown>): unknown {
  const others = properties === undefined ? [] : [template(properties)];
  return amounts(chargesOf(sketch, { others }))[0];
}

const template = (properties: Record<string, unknown>) => aResource({ type: TEMPLATE, name: 'template', properties });

describe('Auto Scaling group', () => {
  const of = (properties: Record<string, unknown>, dependencies: Record<string, string[]> = {}) => ({
    type: 'aws:autoscaling/group:Group',
    properties: { minSize: 1, maxSize: 4, ...properties },
    dependencies,
  });
  const byTemplate = { launchTemplate: { id: LATER } };
  const linked = { launchTemplate: [urnOf(TEMPLATE, 'template')] };

  test('starts with its least size', () => {
    expect(first(of(byTemplate, linked), { instanceType: 'm5.large' })).toEqual([
      'EC2 instance, Linux price',
      '70.08',
      '70.08',
    ]);
  });

  test('counts at its desired size, and knows its largest', () => {
    const sketch = of({ ...byTemplate, desiredCapacity: 2 }, linked);
    const [instances] = chargesOf(sketch, { others: [template({ instanceType: 'm5.large' })] });
    expect(amounts(instances === undefined ? [] : [instances])).toEqual([
      ['EC2 instance, Linux price', '140.16', '140.16'],
    ]);
    expect(instances?.usdAtMost?.toFixed(2)).toBe('280.32');
  });

  test('of which the size is decided later is between its bounds', () => {
    const sketch = of({ ...byTemplate, desiredCapacity: LATER }, linked);
    expect(first(sketch, { instanceType: 'm5.large' })).toEqual(['EC2 instance, Linux price', '70.08', '280.32']);
  });

  test.each(['aws:autoscaling/policy:Policy', 'aws:autoscaling/schedule:Schedule'])('may grow by %s', (type) => {
    const sketch = of({ ...byTemplate, desiredCapacity: 2 }, linked);
    const scaling = aResource({ type, dependencies: { autoscalingGroupName: [aResource(sketch).urn] } });
    const byName = aResource({ type, properties: { autoscalingGroupName: 'web' } });
    const named = { ...sketch, properties: { ...sketch.properties, name: 'web' } };
    const others = [template({ instanceType: 'm5.large' })];
    for (const charges of [
      chargesOf(sketch, { others: [...others, scaling] }),
      chargesOf(named, { others: [...others, byName] }),
    ]) {
      expect(amounts(charges)[0]).toEqual(['EC2 instance, Linux price', '140.16', '280.32']);
      expect(charges[0]?.usdAtMost).toBeUndefined();
    }
  });

  test('has the average size that its owner states', () => {
    const sketch = of({ ...byTemplate, desiredCapacity: 2 }, linked);
    const usage = [{ type: undefined, name: 'it', tag: undefined, figures: { averageSize: 3 } }];
    const [instances] = chargesOf(sketch, { others: [template({ instanceType: 'm5.large' })], usage });
    expect(amounts(instances === undefined ? [] : [instances])).toEqual([
      ['EC2 instance, Linux price', '210.24', '210.24'],
    ]);
    expect(instances?.usage).toEqual(['averageSize']);
  });

  test('in subnets that give addresses, and in those that do not', () => {
    const subnet = (name: string, mapPublicIpOnLaunch?: boolean) =>
      aResource({ type: 'aws:ec2/subnet:Subnet', name, properties: { id: name, mapPublicIpOnLaunch } });
    const addresses = (others: ReturnType<typeof subnet>[], zones: unknown) =>
      amounts(
        chargesOf(of({ ...byTemplate, vpcZoneIdentifiers: zones }, linked), {
          others: [template({ instanceType: 'm5.large' }), ...others],
        }),
      ).filter((line) => (line as string[])[0] === 'Public IPv4 address');
    expect(addresses([subnet('a', true), subnet('b', true)], ['a', 'b'])).toEqual([
      ['Public IPv4 address', '3.65', '3.65'],
    ]);
    expect(addresses([subnet('a'), subnet('b', false)], ['a', 'b'])).toEqual([]);
    // One of them is elsewhere, or they differ.
    const perhaps = [['Public IPv4 address', '0.00', '3.65']];
    expect(addresses([subnet('a', true)], ['a', 'b'])).toEqual(perhaps);
    expect(addresses([subnet('a', true), subnet('b')], ['a', 'b'])).toEqual(perhaps);
  });

  test('capacity in vCPUs is no number of instances', () => {
    const sketch = of({ ...byTemplate, desiredCapacityType: 'vcpu' }, linked);
    expect(first(sketch, { instanceType: 'm5.large' })).toEqual([
      'EC2 instance, Linux price',
      'desiredCapacityType: its capacity is not counted in instances',
    ]);
  });

  test('by a launch configuration, which monitors in detail by default', () => {
    const configuration = aResource({
      type: 'aws:ec2/launchConfiguration:LaunchConfiguration',
      name: 'old',
      properties: { name: 'old', instanceType: 'm5.large', rootBlockDevice: { volumeSize: 8, volumeType: 'gp2' } },
    });
    expect(amounts(chargesOf(of({ launchConfiguration: 'old' }), { others: [configuration] }))).toEqual([
      ['EC2 instance, Linux price', '70.08', '70.08'],
      ['Root EBS volume', '0.80', '0.80'],
      ['Detailed monitoring', '2.10', '2.10'],
      ['Public IPv4 address', '0.00', '3.65'],
    ]);
  });

  test('no template at all', () => {
    expect(first(of({}))).toEqual(['EC2 instance, Linux price', `its tenancy is not known: ${ELSEWHERE}`]);
  });

  describe('mixed instances', () => {
    const mixed = (overrides: unknown, distribution?: Record<string, unknown>) =>
      of(
        {
          mixedInstancesPolicy: {
            instancesDistribution: distribution,
            launchTemplate: { launchTemplateSpecification: { launchTemplateId: LATER }, overrides },
          },
        },
        { mixedInstancesPolicy: [urnOf(TEMPLATE, 'template')] },
      );
    const types = [{ instanceType: 't3.micro' }, { instanceType: 'm5.large' }];

    test('from the cheapest to the dearest type', () => {
      expect(first(mixed(types), {})).toEqual(['EC2 instance, Linux price', '7.59', '70.08']);
    });

    test('partly Spot', () => {
      expect(first(mixed(types, { onDemandPercentageAboveBaseCapacity: 0 }), {})).toEqual([
        'EC2 instance, at most the Linux price',
        '0.00',
        '70.08',
      ]);
    });

    test('without overrides it is the type of the template', () => {
      expect(first(mixed(undefined), { instanceType: 'm5.large' })).toEqual([
        'EC2 instance, Linux price',
        '70.08',
        '70.08',
      ]);
    });

    test('a weight of 2 fills a capacity of 4 with two machines, their volumes and addresses', () => {
      const weighted = mixed([{ instanceType: 'm5.large', weightedCapacity: '2' }]);
      const sketch = { ...weighted, properties: { ...weighted.properties, desiredCapacity: 4, maxSize: 8 } };
      const root = { deviceName: '/dev/xvda', ebs: { volumeSize: 10, volumeType: 'gp3' } };
      expect(amounts(chargesOf(sketch, { others: [template({ blockDeviceMappings: [root] })] }))).toEqual([
        ['EC2 instance, Linux price', '140.16', '140.16'],
        ['Root EBS volume', '1.60', '1.60'],
        ['Public IPv4 address', '0.00', '7.30'],
      ]);
    });

    test('of several weights it is all of the heaviest, or all of the lightest', () => {
      const types = [
        { instanceType: 'm5.large', weightedCapacity: '1' },
        { instanceType: 'm5.2xlarge', weightedCapacity: '4' },
      ];
      const weighted = mixed(types);
      const sketch = { ...weighted, properties: { ...weighted.properties, desiredCapacity: 4, maxSize: 8 } };
      // One to four machines of 0.096 to 0.384 an hour: wider than what is bought, and never beside it.
      expect(first(sketch, {})).toEqual(['EC2 instance, Linux price', '70.08', '1121.28']);
    });

    test('a weight that is not known', () => {
      expect(first(mixed([{ instanceType: 'm5.large', weightedCapacity: LATER }]), {})).toEqual([
        'EC2 instance, Linux price',
        'weightedCapacity is set by another resource, after deployment',
      ]);
    });
  });
});
