import type { PlannedResource } from '../../plan';
import { Properties } from '../../properties';
import { absent, known, type Maybe, mapReading, type Reading, unknown, withDefault } from '../../reading';
import type { Charge } from '../charge';
import { anyOf, type Bill, fromTo, priced, priceKey, type Quantity, type Service, times } from '../service';
import { assume } from '../usage';
import { performance, readVolume, type Volume, volumeCharges } from './ebs';
import { publicAddresses } from './vpc';

/** The image decides how large a root volume is when nobody says it: 8 GB for Amazon Linux, 30 for Windows. */
export const LAUNCH_USAGE = { rootVolumeGb: assume(8, 30, 'GB of root volume each') };
type LaunchUsage = keyof typeof LAUNCH_USAGE;

/**
 * Amazon EC2: instances, groups of them, capacity reservations and dedicated hosts. What an image runs cannot be told
 * from a plan, so the price of an instance is that for Linux. Data transfer and CPU credits are not counted.
 */
export const ec2: Service = {
  product: 'Amazon EC2',
  pricingPage: 'https://aws.amazon.com/ec2/pricing/on-demand/',
  readOn: '2026-11-24',
  resources: {
    'aws:ec2/instance:Instance': priced(LAUNCH_USAGE, (bill) => launchCharges(bill, instance(bill))),
    'aws:ec2/spotInstanceRequest:SpotInstanceRequest': priced(LAUNCH_USAGE, (bill) =>
      launchCharges(bill, { ...instance(bill), market: known('spot') }),
    ),
    'aws:autoscaling/group:Group': priced(LAUNCH_USAGE, group),

    // Billed whether an instance runs in it or not.
    'aws:ec2/capacityReservation:CapacityReservation': priced({}, (bill) => {
      const { properties } = bill;
      const type = onLinux(
        properties.text('instancePlatform'),
        shared(properties.text('instanceType'), properties.text('tenancy')),
      );
      const key = priceKey`ec2/${type}.hour`;
      return [bill.hourly('Capacity reservation, Linux price', key, properties.quantity('instanceCount'))];
    }),
    'aws:ec2/dedicatedHost:DedicatedHost': priced({}, (bill) => [
      bill.hourly('Dedicated host', priceKey`ec2-host/${hostFamily(bill.properties)}.hour`),
    ]),
  },
};

/** A host is priced by its family, `c5`; it may be named by one of the types it holds, `c5.large`. */
function hostFamily(host: Properties): Reading<string> {
  const family = host.text('instanceFamily');
  if (family.state !== 'absent') return family;
  return mapReading(host.text('instanceType'), (type) => type.split('.')[0] ?? type);
}

/** What is known of the machines to be started, whoever states it: an instance, a launch template or a configuration. */
export interface Launch {
  /** Which one is taken is decided later when there are several. */
  readonly types: readonly [Reading<string>, ...Reading<string>[]];
  readonly tenancy: Reading<string>;
  /** Absent for on-demand; every other way to buy may cost less than that. */
  readonly market: Reading<string>;
  readonly monitoring: Reading<boolean>;
  readonly publicAddress: Reading<boolean>;
  readonly root: RootVolume;
  readonly volumes: Reading<readonly MoreVolume[]>;
}

interface RootVolume {
  readonly type: Reading<string>;
  readonly size: Reading<number>;
  readonly iops: Reading<number>;
  readonly throughput: Reading<number>;
}

interface MoreVolume {
  readonly volume: Reading<Volume>;
  /** Only named in AWS's answer: it may be a volume resource of its own, which is billed there. */
  readonly attached: boolean;
}

/** The machines with their volumes, addresses and monitoring. */
export function launchCharges(bill: Bill<LaunchUsage>, launch: Launch, count: Quantity = 1): Charge[] {
  return [
    instanceHours(bill, launch, count),
    ...rootVolume(bill, launch.root, count),
    ...moreVolumes(bill, launch.volumes, count),
    ...monitoring(bill, launch.monitoring, count),
    ...addresses(bill, launch.publicAddress, count),
  ];
}

function instanceHours(bill: Bill, { types, tenancy, market }: Launch, count: Quantity): Charge {
  const units = market.state === 'absent' ? count : fromTo(0, count);
  const what = instanceName(market);
  const charge = (type: Reading<string>) => bill.hourly(what, priceKey`ec2/${shared(type, tenancy)}.hour`, units);
  const [first, ...others] = types;
  return anyOf([charge(first), ...others.map(charge)]);
}

function instanceName(market: Reading<string>): string {
  if (market.state !== 'known') return 'EC2 instance, Linux price';
  if (market.value === 'spot') return 'EC2 Spot instance, at most the Linux price';
  return 'EC2 instance, at most the Linux price';
}

/** The price list has shared hardware only, which is what an instance gets unless it asks for other. */
function shared(type: Reading<string>, tenancy: Reading<string>): Reading<string> {
  if (tenancy.state === 'unknown') return unknown(`its tenancy is not known: ${tenancy.because}`);
  if (tenancy.state === 'absent' || tenancy.value === 'default') return type;
  if (tenancy.value === 'host') return unknown('it runs on a dedicated host, which is billed instead');
  return unknown('no price is kept for dedicated hardware');
}

function onLinux(platform: Reading<string>, type: Reading<string>): Reading<string> {
  if (platform.state !== 'known') return platform;
  return platform.value === 'Linux/UNIX' ? type : unknown('no price is kept for its platform');
}

/** Size and type come from the image where they are not stated; AWS's images use gp2 or gp3. */
function rootVolume(bill: Bill<LaunchUsage>, root: RootVolume, count: Quantity): Charge[] {
  const { type, size } = root;
  const charge = (name: Reading<string>): Charge => {
    const key = priceKey`ebs/${name}.gb-month`;
    return size.state === 'absent'
      ? bill.usage('Root EBS volume', key, 'rootVolumeGb', count)
      : bill.monthly('Root EBS volume', key, times(size, count), 'GB');
  };
  const storage = type.state === 'absent' ? anyOf([charge(known('gp2')), charge(known('gp3'))]) : charge(type);
  return [storage, ...performance(bill, root, count)];
}

function moreVolumes(bill: Bill, volumes: Launch['volumes'], count: Quantity): Charge[] {
  if (volumes.state === 'absent') return [];
  if (volumes.state === 'unknown') return [bill.monthly('EBS volume', volumes, volumes, 'GB')];
  return volumes.value.flatMap(({ volume, attached }) => {
    if (volume.state === 'absent') return [];
    if (volume.state === 'unknown') return [bill.monthly('EBS volume', volume, volume, 'GB')];
    return volumeCharges(bill, volume.value, attached ? fromTo(0, count) : count);
  });
}

/** Detailed monitoring is seven metrics of Amazon CloudWatch for each instance; it is off unless asked for. */
function monitoring(bill: Bill, on: Reading<boolean>, count: Quantity): Charge[] {
  if (on.state === 'absent' || (on.state === 'known' && !on.value)) return [];
  const metrics = times(7, on.state === 'known' ? count : fromTo(0, count));
  const key = 'cloudwatch/metric-first10k.metric-month';
  return [bill.under('Amazon CloudWatch').monthly('Detailed monitoring', key, metrics, 'metrics')];
}

/** The subnet decides where the launch does not say. */
function addresses(bill: Bill, on: Reading<boolean>, count: Quantity): Charge[] {
  if (on.state === 'known' && !on.value) return [];
  return [publicAddresses(bill, on.state === 'known' ? count : fromTo(0, count))];
}

function instance(bill: Bill): Launch {
  const { properties } = bill;
  const own: Launch = {
    types: [properties.text('instanceType')],
    tenancy: host(properties) ?? properties.text('tenancy'),
    market: market(properties),
    monitoring: properties.flag('monitoring'),
    publicAddress: properties.flag('associatePublicIpAddress'),
    root: readRoot(properties, 'rootBlockDevice'),
    volumes: blockDevices(properties),
  };
  const launch = inherit(own, launchTemplate(bill));
  return launch.publicAddress.state === 'absent' ? { ...launch, publicAddress: subnetAddress(bill) } : launch;
}

/** Naming a host asks for its tenancy. */
function host(properties: Properties, at = ''): Reading<string> | undefined {
  const named = ['hostId', 'hostResourceGroupArn'].some((name) => properties.any(at + name).state === 'known');
  return named ? known('host') : undefined;
}

/** Spot is what market options ask for unless they name another; a targeted reservation is billed by itself. */
function market(properties: Properties): Reading<string> {
  const asked = properties.text('instanceMarketOptions.marketType');
  if (asked.state !== 'absent') return asked;
  if (properties.any('instanceMarketOptions.spotOptions').state !== 'absent') return known('spot');
  const target = properties.any('capacityReservationSpecification.capacityReservationTarget');
  return target.state === 'absent' ? absent : known('reservation');
}

/** A subnet gives no public address unless it says so, as the provider documents. */
function subnetAddress(bill: Bill): Reading<boolean> {
  const subnet = bill.linked('subnetId');
  if (subnet?.type !== 'aws:ec2/subnet:Subnet') return absent;
  return withDefault(subnet.properties.flag('mapPublicIpOnLaunch'), false);
}

const readRoot = (properties: Properties, path: string): RootVolume => ({
  type: properties.text(`${path}.volumeType`),
  size: properties.quantity(`${path}.volumeSize`),
  iops: properties.quantity(`${path}.iops`),
  throughput: properties.quantity(`${path}.throughput`),
});

function blockDevices(properties: Properties): Launch['volumes'] {
  return mapReading(properties.items('ebsBlockDevices'), (devices) =>
    devices.map((device) => ({
      volume: mapReading(device, (block) => readVolume(block)),
      attached: device.state === 'known' && device.value.any('volumeId').state !== 'absent',
    })),
  );
}

const TEMPLATE = 'aws:ec2/launchTemplate:LaunchTemplate';
const CONFIGURATION = 'aws:ec2/launchConfiguration:LaunchConfiguration';

/** A template that is not part of the plan may state anything. */
const elsewhere = unknown('its launch template is not part of this plan');
const ELSEWHERE: Launch = {
  types: [elsewhere],
  tenancy: elsewhere,
  market: elsewhere,
  monitoring: elsewhere,
  publicAddress: elsewhere,
  root: { type: absent, size: absent, iops: absent, throughput: absent },
  volumes: elsewhere,
};

/** The launch template that a resource names; undefined when it names none. */
export function launchTemplate(bill: Bill, at = 'launchTemplate', id = 'id', name = 'name'): Launch | undefined {
  if (bill.properties.any(at).state === 'absent') return undefined;
  const found = firstOf(bill, TEMPLATE, [at.split('.')[0] ?? at, `${at}.${id}`, `${at}.${name}`]);
  return found === undefined ? ELSEWHERE : templateLaunch(found.properties);
}

function firstOf(bill: Bill, type: string, paths: readonly string[]): PlannedResource | undefined {
  return paths.map((path) => bill.linked(path)).find((resource) => resource?.type === type);
}

/** An image names its root device in one of these ways. */
export const ROOT_DEVICES: ReadonlySet<string> = new Set(['/dev/xvda', '/dev/sda1']);

function templateLaunch(template: Properties): Launch {
  const devices = template.items('blockDeviceMappings');
  const isRoot = (device: Reading<Properties>): boolean => {
    const name = device.state === 'known' ? device.value.text('deviceName') : device;
    return name.state === 'known' && ROOT_DEVICES.has(name.value);
  };
  const root = devices.state === 'known' ? devices.value.find(isRoot) : undefined;
  return {
    types: [requirements(template) ?? template.text('instanceType')],
    tenancy: host(template, 'placement.') ?? template.text('placement.tenancy'),
    market: market(template),
    monitoring: template.flag('monitoring.enabled'),
    publicAddress: template.flag('networkInterfaces.associatePublicIpAddress'),
    root: readRoot(root?.state === 'known' ? root.value : new Properties({}), 'ebs'),
    volumes: mapReading(devices, (list) => list.filter((device) => !isRoot(device)).map(mappedVolume)),
  };
}

/** A mapping without `ebs` is an instance store or takes a device of the image away. */
function mappedVolume(device: Reading<Properties>): MoreVolume {
  const block = device.state === 'known' ? device.value.object('ebs') : device;
  return { volume: mapReading(block, (ebs) => readVolume(ebs)), attached: false };
}

/** Requirements in place of a type leave the choice to AWS. */
const requirements = (properties: Properties): Reading<string> | undefined =>
  properties.any('instanceRequirements').state === 'absent'
    ? undefined
    : unknown('AWS chooses its instance type by requirements');

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

const orElse = <T>(own: Reading<T>, other: Reading<T>): Reading<T> => (own.state === 'absent' ? other : own);

/** What a resource does not state itself comes from its template. */
export function inherit(own: Launch, template: Launch | undefined): Launch {
  if (template === undefined) return own;
  const [type] = own.types;
  return {
    types: own.types.length === 1 && type.state === 'absent' ? template.types : own.types,
    tenancy: orElse(own.tenancy, template.tenancy),
    market: orElse(own.market, template.market),
    monitoring: orElse(own.monitoring, template.monitoring),
    publicAddress: orElse(own.publicAddress, template.publicAddress),
    root: {
      type: orElse(own.root.type, template.root.type),
      size: orElse(own.root.size, template.root.size),
      iops: orElse(own.root.iops, template.root.iops),
      throughput: orElse(own.root.throughput, template.root.throughput),
    },
    volumes: orElse(own.volumes, template.volumes),
  };
}

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

function groupLaunch(bill: Bill): Launch {
  if (bill.properties.any('mixedInstancesPolicy').state !== 'absent') return mixedLaunch(bill);
  const template = launchTemplate(bill);
  if (template !== undefined) return template;
  const configuration = firstOf(bill, CONFIGURATION, ['launchConfiguration']);
  return configuration === undefined ? ELSEWHERE : configurationLaunch(configuration.properties);
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
