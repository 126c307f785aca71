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

  test('from its least to its largest size', () => {
    expect(first(of(byTemplate, linked), { instanceType: 'm5.large' })).toEqual([
      'EC2 instance, Linux price',
      '70.08',
      '280.32',
    ]);
  });

  test('from the size it starts with', () => {
    const sketch = of({ ...byTemplate, desiredCapacity: 2 }, linked);
    expect(first(sketch, { instanceType: 'm5.large' })).toEqual(['EC2 instance, Linux price', '140.16', '280.32']);
  });

  test('capacity in vCPUs is no number of instances', () => {
    const sketch = of({ ...byTemplate, desiredCapacityType: 'vcpu' }, linked);
    expect(first(sketch, { instanceType: 'm5.large' })).toEqual([
      'EC2 instance, Linux price',
      'its capacity is not counted in instances',
    ]);
  });

  test('by a launch configuration, which monitors in detail by default', () => {
    const configuration = aResource({
      type: 'aws:ec2/launchConfiguration:LaunchConfiguration',
      name: 'old',
      properties: { name: 'old', instanceType: 'm5.large', rootBlockDevice: { volumeSize: 8, volumeType: 'gp2' } },
    });
    expect(amounts(chargesOf(of({ launchConfiguration: 'old' }), { others: [configuration] }))).toEqual([
      ['EC2 instance, Linux price', '70.08', '280.32'],
      ['Root EBS volume', '0.80', '3.20'],
      ['Detailed monitoring', '2.10', '8.40'],
      ['Public IPv4 address', '0.00', '14.60'],
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
      expect(first(mixed(types), {})).toEqual(['EC2 instance, Linux price', '7.59', '280.32']);
    });

    test('partly Spot', () => {
      expect(first(mixed(types, { onDemandPercentageAboveBaseCapacity: 0 }), {})).toEqual([
        'EC2 instance, at most the Linux price',
        '0.00',
        '280.32',
      ]);
    });

    test('without overrides it is the type of the template', () => {
      expect(first(mixed(undefined), { instanceType: 'm5.large' })).toEqual([
        'EC2 instance, Linux price',
        '70.08',
        '280.32',
      ]);
    });

    test('weights give no number of instances', () => {
      expect(first(mixed([{ instanceType: 'm5.large', weightedCapacity: '2' }]), {})).toEqual([
        'EC2 instance, Linux price',
        'weightedCapacity: its capacity is not counted in instances',
      ]);
    });
  });
});
