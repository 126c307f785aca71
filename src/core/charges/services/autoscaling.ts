import type { Properties } from '../../properties';
import { absent, known, mapReading, sameText, unknown, withDefault } from '../../reading';
import type { Charge } from '../charge';
import { free } from '../classes';
import { subnetsAddress } from '../parts/addresses';
import {
  blockDevices,
  firstOf,
  inMachines,
  LAUNCH_USAGE,
  type Launch,
  launchCharges,
  launchElsewhere,
  launchTemplate,
  overrideTypes,
  readRoot,
} from '../parts/launch';
import { notPriced } from '../parts/not-priced';
import { licenceOfImage } from '../parts/operating-system';
import { averageSize, type GroupSize, groupCharges, groupSize, scalesGroup } from '../parts/scaling';
import { type Metering, priced, type Service } from '../service';

const GROUP_USAGE = { ...LAUNCH_USAGE, ...averageSize('instances') };

/** Amazon EC2 Auto Scaling: the instances of a group. */
export const autoscaling: Service = {
  product: 'Amazon EC2',
  pricingPage: 'https://aws.amazon.com/ec2/pricing/on-demand/',
  readOn: '2026-11-24',
  resources: {
    'aws:autoscaling/group:Group': priced(GROUP_USAGE, group),

    'aws:autoscaling/policy:Policy': priced({}, (metering) => {
      const type = withDefault(metering.properties.text('policyType'), 'SimpleScaling'); // the provider's default
      if (type.state === 'known' && !sameText(type.value, 'TargetTrackingScaling')) return [];
      // It creates alarms: two.
      const key = mapReading(type, () => 'cloudwatch/alarm-standard.alarm-metric-month');
      return [metering.under('Amazon CloudWatch').monthly('Alarms of target tracking', key, 2, 'alarms')];
    }),
    ...free('autoscaling', 'attachment lifecycleHook notification schedule tag trafficSourceAttachment'),
  },
};

function group(metering: Metering<keyof typeof GROUP_USAGE>): Charge[] {
  const launch = groupLaunch(metering);
  const address = launch.publicAddress.state === 'absent' ? subnetsAddress(metering, 'vpcZoneIdentifiers') : undefined;
  const reserved = metering.properties.any('capacityReservationSpecification.capacityReservationTarget');
  const whole = {
    ...launch,
    publicAddress: address ?? launch.publicAddress,
    // A reservation that the group takes its machines from is billed by itself.
    market: reserved.state === 'absent' ? launch.market : known('reservation'),
  };
  return [
    ...groupCharges(metering, sizeOf(metering), (count) => launchCharges(metering, whole, count)),
    ...notPriced(metering, 'Warm pool', ['warmPool']),
  ];
}

/** The size that it starts with, in machines. */
function sizeOf(metering: Metering): GroupSize {
  const { properties } = metering;
  const unit = properties.text('desiredCapacityType');
  if (unit.state === 'unknown') return { count: unit };
  if (unit.state === 'known' && unit.value !== 'units') {
    return { count: unknown('desiredCapacityType: its capacity is not counted in instances') };
  }
  const size = groupSize(
    properties.quantity('desiredCapacity'),
    properties.quantity('minSize'),
    properties.quantity('maxSize'),
    scalesGroup(metering),
  );
  const overrides = properties.items(`${MIXED}.overrides`);
  return {
    count: inMachines(size.count, overrides),
    most: size.most === undefined ? undefined : inMachines(size.most, overrides),
  };
}

const CONFIGURATION = 'aws:ec2/launchConfiguration:LaunchConfiguration';

function groupLaunch(metering: Metering): Launch {
  if (metering.properties.any('mixedInstancesPolicy').state !== 'absent') return mixedLaunch(metering);
  const template = launchTemplate(metering);
  if (template !== undefined) return template;
  const configuration = firstOf(metering, CONFIGURATION, ['launchConfiguration']);
  return configuration === undefined
    ? launchElsewhere(metering.missing('launchConfiguration'))
    : configurationLaunch(configuration.properties);
}

function configurationLaunch(configuration: Properties): Launch {
  return {
    types: [configuration.text('instanceType')],
    tenancy: configuration.text('placementTenancy'),
    market: mapReading(configuration.text('spotPrice'), () => 'spot'),
    monitoring: withDefault(configuration.flag('enableMonitoring'), true), // the provider's default
    publicAddress: configuration.flag('associatePublicIpAddress'),
    licence: licenceOfImage(configuration.text('imageId')),
    ebsOptimized: configuration.flag('ebsOptimized'),
    unlimited: absent,
    zone: absent,
    root: readRoot(configuration, 'rootBlockDevice'),
    volumes: blockDevices(configuration),
  };
}

const MIXED = 'mixedInstancesPolicy.launchTemplate';

function mixedLaunch(metering: Metering): Launch {
  const { properties } = metering;
  const specification = `${MIXED}.launchTemplateSpecification`;
  const template =
    launchTemplate(metering, specification, 'launchTemplateId', 'launchTemplateName') ??
    launchElsewhere(metering.missing('mixedInstancesPolicy'));
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
