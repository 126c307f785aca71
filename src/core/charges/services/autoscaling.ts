import type { Properties } from '../../properties';
import { known, type Maybe, mapReading, type Reading, unknown, withDefault } from '../../reading';
import type { Charge } from '../charge';
import { free, through } from '../classes';
import {
  blockDevices,
  ELSEWHERE,
  firstOf,
  LAUNCH_USAGE,
  type Launch,
  type LaunchUsage,
  launchCharges,
  launchTemplate,
  readRoot,
  requirements,
} from '../parts/launch';
import { type Bill, fromTo, priced, type Quantity, type Service } from '../service';

/** Amazon EC2 Auto Scaling: the instances of a group. */
export const autoscaling: Service = {
  product: 'Amazon EC2',
  pricingPage: 'https://aws.amazon.com/ec2/pricing/on-demand/',
  readOn: '2026-11-24',
  resources: {
    'aws:autoscaling/group:Group': priced(LAUNCH_USAGE, group),

    'aws:autoscaling/policy:Policy': through(
      'aws:cloudwatch/metricAlarm:MetricAlarm',
      'target tracking makes alarms, which CloudWatch bills',
    ),
    ...free('autoscaling', 'attachment lifecycleHook notification schedule tag trafficSourceAttachment'),
  },
};

function group(bill: Bill<LaunchUsage>): Charge[] {
  return launchCharges(bill, groupLaunch(bill), groupSize(bill.properties));
}

/** Between what it starts with, or its least size, and its largest. */
function groupSize(properties: Properties): Quantity {
  const unit = properties.text('desiredCapacityType');
  if (unit.state === 'unknown') return unit;
  if (unit.state === 'known' && unit.value !== 'units') return unknown('its capacity is not counted in instances');
  const desired = properties.quantity('desiredCapacity');
  return fromTo(desired.state === 'known' ? desired : properties.quantity('minSize'), properties.quantity('maxSize'));
}

const CONFIGURATION = 'aws:ec2/launchConfiguration:LaunchConfiguration';

function groupLaunch(bill: Bill): Launch {
  if (bill.properties.any('mixedInstancesPolicy').state !== 'absent') return mixedLaunch(bill);
  const template = launchTemplate(bill);
  if (template !== undefined) return template;
  const configuration = firstOf(bill, CONFIGURATION, ['launchConfiguration']);
  return configuration === undefined ? ELSEWHERE : configurationLaunch(configuration.properties);
}

function configurationLaunch(configuration: Properties): Launch {
  return {
    types: [configuration.text('instanceType')],
    tenancy: configuration.text('placementTenancy'),
    market: mapReading(configuration.text('spotPrice'), () => 'spot'),
    monitoring: withDefault(configuration.flag('enableMonitoring'), true), // the provider's default
    publicAddress: configuration.flag('associatePublicIpAddress'),
    root: readRoot(configuration, 'rootBlockDevice'),
    volumes: blockDevices(configuration),
  };
}

const MIXED = 'mixedInstancesPolicy.launchTemplate';

function mixedLaunch(bill: Bill): Launch {
  const { properties } = bill;
  const specification = `${MIXED}.launchTemplateSpecification`;
  const template = launchTemplate(bill, specification, 'launchTemplateId', 'launchTemplateName') ?? ELSEWHERE;
  const overrides = properties.items(`${MIXED}.overrides`);
  const share = properties.number('mixedInstancesPolicy.instancesDistribution.onDemandPercentageAboveBaseCapacity');
  // Everything is on-demand unless a share is left to Spot, as the provider documents.
  const onDemand = share.state === 'absent' || (share.state === 'known' && share.value >= 100);
  return {
    ...template,
    types: overrides.state === 'absent' ? template.types : overrideTypes(overrides, template),
    market: onDemand ? template.market : known('mixed'),
  };
}

function overrideTypes(overrides: Maybe<Reading<Properties>[]>, template: Launch): Launch['types'] {
  if (overrides.state !== 'known') return [overrides];
  const [first, ...others] = overrides.value.map(overrideType);
  return first === undefined ? template.types : [first, ...others];
}

function overrideType(override: Reading<Properties>): Reading<string> {
  if (override.state !== 'known') return override;
  const weighted = override.value.any('weightedCapacity').state !== 'absent';
  if (weighted) return unknown('its capacity is counted in weights of instance types');
  return requirements(override.value) ?? override.value.text('instanceType');
}
