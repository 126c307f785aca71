import { between, type Usd, usd } from '../../money';
import type { PlannedResource } from '../../plan';
import { Properties } from '../../properties';
import {
  absent,
  known,
  type Maybe,
  mapReading,
  notSet,
  type Reading,
  type Unknown,
  unknown,
  withDefault,
} from '../../reading';
import type { Charge } from '../charge';
import { anyOf, asRange, fromTo, type Metering, priceKey, type Quantity, times } from '../service';
import { fixed } from '../usage';
import { publicAddresses } from './addresses';
import { licenceCharges, licenceOfImage } from './operating-system';
import { performance, readVolume, type Volume, volumeCharges, volumeList } from './volumes';
import { zoneGroup } from './zones';

/** The image decides how large a root volume is when nobody says it: 8 GB for Amazon Linux, 30 for Windows. */
export const LAUNCH_USAGE = {
  rootVolumeGb: fixed(8, 30, 'GB of root volume each'),
  surplusVcpuHours: fixed(0, 20, 'vCPU-hours a month each beyond what it earns, where it is unlimited'),
};
export type LaunchUsage = keyof typeof LAUNCH_USAGE;

/** What is known of the machines to be started, whoever states it: an instance, a launch template or a configuration. */
export interface Launch {
  /** Which one is taken is decided later when there are several. */
  readonly types: readonly [Reading<string>, ...Reading<string>[]];
  readonly tenancy: Reading<string>;
  /** Absent for on-demand; every other way to buy may cost less than that. */
  readonly market: Reading<string>;
  readonly monitoring: Reading<boolean>;
  readonly publicAddress: Reading<boolean>;
  /** What is charged on top of Linux; absent for Linux, or where nothing says. */
  readonly licence: Reading<string>;
  /** Throughput to EBS of its own: old types charge for it, newer ones include it. */
  readonly ebsOptimized: Reading<boolean>;
  /** May it use more of the processor than it earns? */
  readonly unlimited: Reading<boolean>;
  /** Local Zones have prices of their own. */
  readonly zone: Reading<string>;
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
export function launchCharges(metering: Metering<LaunchUsage>, launch: Launch, count: Quantity = 1): Charge[] {
  return [
    instanceHours(metering, launch, count),
    ...dedicatedFee(metering, launch.tenancy),
    ...licence(metering, launch, count),
    ...oldOptimization(metering, launch, count),
    ...rootVolume(metering, launch, count),
    ...moreVolumes(metering, launch, count),
    ...surplusCredits(metering, launch, count),
    ...monitoring(metering, launch.monitoring, count),
    ...addresses(metering, launch.publicAddress, count),
  ];
}

function instanceHours(metering: Metering, { types, tenancy, market, zone }: Launch, count: Quantity): Charge {
  const group = zoneGroup(zone);
  const list = group === undefined ? 'ec2' : `ec2-zone/${group}`;
  const isSpot = market.state === 'known' && market.value === 'spot';
  const atSpot = isSpot ? metering.atSpotPrice() : undefined;
  const units = market.state === 'absent' || atSpot !== undefined ? count : fromTo(0, count);
  const what = atSpot === undefined ? instanceName(market) : 'EC2 Spot instance, Linux price';
  const charge = (type: Reading<string>) =>
    tenancy.state === 'known' && tenancy.value === 'dedicated'
      ? dedicatedHours(metering, type, units)
      : (atSpot ?? metering).hourly(what, priceKey`${list}/${shared(type, tenancy)}.hour`, units);
  const [first, ...others] = types;
  return anyOf([charge(first), ...others.map(charge)]);
}

/**
 * Where no list has the price of an instance on hardware of its own: it is from the Linux price to 1.107 times as much for
 * each of the 574 types of Ireland's list of 2023 but one, p4d.24xlarge.
 */
const DEDICATED = { min: usd(1), max: usd('1.107') };

export function dedicatedHours(metering: Metering, type: Reading<string>, count: Quantity): Charge {
  const what = 'EC2 instance on dedicated hardware, Linux price';
  const key = priceKey`ec2-dedicated/${type}.hour`;
  if (key.state === 'known' && metering.hasPrice(key.value)) return metering.hourly(what, key, count);
  return metering.hourly(what, priceKey`ec2/${type}.hour`, times(count, DEDICATED));
}

/** AWS bills each region that has dedicated instances, once for the account. */
function dedicatedFee(metering: Metering, tenancy: Reading<string>): Charge[] {
  if (tenancy.state !== 'known' || tenancy.value !== 'dedicated') return [];
  const { region } = metering.resource;
  const what = `Fee for dedicated instances${region.state === 'known' ? ` in ${region.value}` : ''}`;
  const why = unknown('tenancy: the book has no price for the fee of a region with dedicated instances');
  return [{ ...metering.stated('hourly', what, why), scope: 'region' }];
}

/** Types from before 2015 whose throughput to EBS costs extra; all later ones include it. */
function oldOptimization(metering: Metering, { types, ebsOptimized }: Launch, count: Quantity): Charge[] {
  if (ebsOptimized.state === 'absent' || (ebsOptimized.state === 'known' && !ebsOptimized.value)) return [];
  const isOld = types.some((type) => type.state === 'known' && /^(c1|c3|g2|i2|m1|m2|m3|r3)\./.test(type.value));
  if (!isOld) return [];
  return [metering.hourly('EBS-optimized throughput', unknown('no price for ebsOptimized of this type'), count)];
}

function licence(metering: Metering, { types, licence: name }: Launch, count: Quantity): Charge[] {
  if (name.state === 'absent') return [];
  const units = name.state === 'known' ? count : fromTo(0, count);
  const system = name.state === 'known' ? name.value : 'windows';
  return licenceCharges(metering, known(system), types, units);
}

function instanceName(market: Reading<string>): string {
  if (market.state !== 'known') return 'EC2 instance, Linux price';
  if (market.value === 'spot') return 'EC2 Spot instance, at most the Linux price';
  return 'EC2 instance, at most the Linux price';
}

/** The price list has shared hardware only, which is what an instance gets unless it asks for other. */
export function shared(type: Reading<string>, tenancy: Reading<string>): Reading<string> {
  if (tenancy.state === 'unknown') return unknown(`its tenancy is not known: ${tenancy.because}`);
  if (tenancy.state === 'absent' || tenancy.value === 'default') return type;
  if (tenancy.value === 'host') return unknown('it runs on a dedicated host, which is billed instead');
  return unknown('no price for dedicated hardware');
}

/** Size and type come from the image where they are not stated; AWS's images use gp2 or gp3. */
function rootVolume(metering: Metering<LaunchUsage>, { root, zone }: Launch, count: Quantity): Charge[] {
  const { type, size } = root;
  const charge = (name: Reading<string>): Charge => {
    const key = priceKey`${volumeList(zone)}/${name}.gb-month`;
    return size.state === 'absent'
      ? metering.usage('Root EBS volume', key, 'rootVolumeGb', count)
      : metering.monthly('Root EBS volume', key, times(size, count), 'GB');
  };
  const storage = type.state === 'absent' ? anyOf([charge(known('gp2')), charge(known('gp3'))]) : charge(type);
  return [storage, ...performance(metering, { ...root, zone }, count)];
}

function moreVolumes(metering: Metering, { volumes, zone }: Launch, count: Quantity): Charge[] {
  if (volumes.state === 'absent') return [];
  if (volumes.state === 'unknown') return [metering.monthly('EBS volume', volumes, volumes, 'GB')];
  return volumes.value.flatMap(({ volume, attached }) => {
    if (volume.state === 'absent') return [];
    if (volume.state === 'unknown') return [metering.monthly('EBS volume', volume, volume, 'GB')];
    return volumeCharges(metering, { ...volume.value, zone }, attached ? fromTo(0, count) : count);
  });
}

/** Only where it is asked for, or the owner has a figure: most burstable instances never use more than they earn. */
function surplusCredits(metering: Metering<LaunchUsage>, { types, unlimited }: Launch, count: Quantity): Charge[] {
  const isBurstable = types.some((type) => type.state === 'known' && /^t\d/.test(type.value));
  const asked = unlimited.state === 'unknown' || (unlimited.state === 'known' && unlimited.value);
  if (!isBurstable || !(asked || !metering.figure('surplusVcpuHours').assumed)) return [];
  return [
    metering.usage('CPU credits beyond the earned', 'ec2/t-unlimited-credit.vcpu-hour', 'surplusVcpuHours', count),
  ];
}

/** Detailed monitoring is seven metrics of Amazon CloudWatch for each instance; it is off unless asked for. */
function monitoring(metering: Metering, on: Reading<boolean>, count: Quantity): Charge[] {
  if (on.state === 'absent' || (on.state === 'known' && !on.value)) return [];
  const metrics = times(7, on.state === 'known' ? count : fromTo(0, count));
  const key = 'cloudwatch/metric-first10k.metric-month';
  return [metering.under('Amazon CloudWatch').monthly('Detailed monitoring', key, metrics, 'metrics')];
}

/** The subnet decides where the launch does not say. */
function addresses(metering: Metering, on: Reading<boolean>, count: Quantity): Charge[] {
  if (on.state === 'known' && !on.value) return [];
  return [publicAddresses(metering, on.state === 'known' ? count : fromTo(0, count))];
}

/** Naming a host asks for its tenancy. */
export function host(properties: Properties, at = ''): Reading<string> | undefined {
  const named = ['hostId', 'hostResourceGroupArn'].some((name) => properties.any(at + name).state === 'known');
  return named ? known('host') : undefined;
}

/** Spot is what market options ask for unless they name another; a targeted reservation is billed by itself. */
export function market(properties: Properties): Reading<string> {
  const asked = properties.text('instanceMarketOptions.marketType');
  if (asked.state !== 'absent') return asked;
  if (properties.any('instanceMarketOptions.spotOptions').state !== 'absent') return known('spot');
  const target = properties.any('capacityReservationSpecification.capacityReservationTarget');
  return target.state === 'absent' ? absent : known('reservation');
}

export const readRoot = (properties: Properties, path: string): RootVolume => ({
  type: properties.text(`${path}.volumeType`),
  size: properties.quantity(`${path}.volumeSize`),
  iops: properties.quantity(`${path}.iops`),
  throughput: properties.quantity(`${path}.throughput`),
});

export function blockDevices(properties: Properties): Launch['volumes'] {
  return mapReading(properties.items('ebsBlockDevices'), (devices) =>
    devices.map((device) => ({
      volume: mapReading(device, (block) => readVolume(block)),
      attached: device.state === 'known' && device.value.any('volumeId').state !== 'absent',
    })),
  );
}

const TEMPLATE = 'aws:ec2/launchTemplate:LaunchTemplate';
/** A template that is not in the plan may state anything; `why` says which property names it. */
export const launchElsewhere = (why: Unknown): Launch => ({
  types: [why],
  tenancy: why,
  market: why,
  monitoring: why,
  publicAddress: why,
  licence: absent,
  ebsOptimized: absent,
  unlimited: absent,
  zone: absent,
  root: { type: absent, size: absent, iops: absent, throughput: absent },
  volumes: why,
});

/** What a burstable instance uses beyond what it earns is billed where it is asked to be unlimited. */
export const unlimitedCredits = (properties: Properties): Reading<boolean> =>
  mapReading(properties.text('creditSpecification.cpuCredits'), (mode) => mode === 'unlimited');

/** The launch template that a resource names; undefined when it names none. */
export function launchTemplate(
  metering: Metering,
  at = 'launchTemplate',
  id = 'id',
  name = 'name',
): Launch | undefined {
  if (metering.properties.any(at).state === 'absent') return undefined;
  const found = firstOf(metering, TEMPLATE, [at.split('.')[0] ?? at, `${at}.${id}`, `${at}.${name}`]);
  return found === undefined ? launchElsewhere(metering.missing(at)) : templateLaunch(found.properties);
}

export function firstOf(metering: Metering, type: string, paths: readonly string[]): PlannedResource | undefined {
  return paths.map((path) => metering.linked(path, type)).find((resource) => resource !== undefined);
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
    licence: licenceOfImage(template.text('imageId')),
    ebsOptimized: template.flag('ebsOptimized'),
    unlimited: unlimitedCredits(template),
    zone: template.text('placement.availabilityZone'),
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
    : unknown('instanceRequirements: AWS chooses the instance type');
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
    licence: orElse(own.licence, template.licence),
    ebsOptimized: orElse(own.ebsOptimized, template.ebsOptimized),
    unlimited: orElse(own.unlimited, template.unlimited),
    zone: orElse(own.zone, template.zone),
    root: {
      type: orElse(own.root.type, template.root.type),
      size: orElse(own.root.size, template.root.size),
      iops: orElse(own.root.iops, template.root.iops),
      throughput: orElse(own.root.throughput, template.root.throughput),
    },
    volumes: orElse(own.volumes, template.volumes),
  };
}

interface FleetRequest {
  /** The property that lists launch templates with their overrides. */
  readonly configs: string;
  readonly count: Quantity;
  readonly spot: boolean;
}

/** A fleet takes one or several of its launch templates: from the cheapest to the dearest of them. */
export function fleetCharges(metering: Metering<LaunchUsage>, { configs, count, spot }: FleetRequest): Charge[] {
  const list = metering.properties.items(configs);
  if (list.state === 'unknown') return [metering.hourly(instanceName(absent), list)];
  const configured = list.state === 'absent' ? [] : list.value;
  const templates = templatesOf(metering, configs, configured.length);
  const launches = configured.flatMap((config) => templates.map((template) => configuredLaunch(config, template)));
  const overrides = configured.flatMap((config) => (config.state === 'known' ? overridesOf(config.value) : []));
  return eitherLaunch(metering, launches, inMachines(count, known(overrides)), spot);
}

/** The charges of whichever of several launches is taken. */
export function eitherLaunch(
  metering: Metering<LaunchUsage>,
  launches: readonly Launch[],
  count: Quantity,
  spot: boolean,
): Charge[] {
  const market = spot ? known('spot') : absent;
  const lists = launches.map((launch) => launchCharges(metering, { ...launch, market }, count));
  const [first, ...others] = lists;
  if (first === undefined) return [metering.hourly(instanceName(absent), unknown('it names no launch template'))];
  const isAlike = (list: readonly Charge[]) =>
    list.length === first.length && list.every(({ what }, at) => what === first[at]?.what);
  if (!others.every(isAlike)) {
    return [
      metering.hourly(instanceName(market), unknown('its launch templates differ, and AWS chooses between them')),
    ];
  }
  return first.map((charge, at) => anyOf([charge, ...others.flatMap((list) => list[at] ?? [])]));
}

/** The engine tells which templates the whole list needs, not which one each entry does: it may be any of them. */
function templatesOf(metering: Metering, configs: string, entries: number): (PlannedResource | Unknown)[] {
  const linked = metering.plan.allLinked(metering.resource, configs).filter(({ type }) => type === TEMPLATE);
  if (linked.length > 0 && linked.length <= entries) return [...linked];
  const named =
    entries === 1
      ? firstOf(metering, TEMPLATE, [configs, ...SPECIFICATIONS.map((name) => `${configs}.${name}`)])
      : undefined;
  return [named ?? metering.missing(configs)];
}

const SPECIFICATIONS = ['id', 'launchTemplateId', 'name', 'launchTemplateName'].flatMap((name) => [
  `launchTemplateSpecification.${name}`,
]);

function configuredLaunch(config: Reading<Properties>, named: PlannedResource | Unknown): Launch {
  if (config.state !== 'known') return launchElsewhere(config.state === 'absent' ? notSet(config) : config);
  const template = 'state' in named ? launchElsewhere(named) : templateLaunch(named.properties);
  const overrides = config.value.items('overrides');
  return overrides.state === 'absent' ? template : { ...template, types: overrideTypes(overrides, template) };
}

const overridesOf = (config: Properties): Reading<Properties>[] => {
  const list = config.items('overrides');
  return list.state === 'known' ? list.value : [];
};

/** The types that override the one of a launch template. */
export function overrideTypes(overrides: Maybe<Reading<Properties>[]>, template: Launch): Launch['types'] {
  if (overrides.state !== 'known') return [overrides];
  const [first, ...others] = overrides.value.map((override) =>
    override.state === 'known' ? (requirements(override.value) ?? override.value.text('instanceType')) : override,
  );
  return first === undefined ? template.types : [first, ...others];
}

/**
 * A capacity in machines: where types are weighted, each machine fills as much of it as its weight says. From all of the
 * heaviest type to all of the lightest.
 */
export function inMachines(capacity: Quantity, list: Reading<readonly Reading<Properties>[]>): Quantity {
  if (list.state === 'absent') return capacity;
  if (list.state === 'unknown') return list;
  const weights = list.value.map((entry) =>
    entry.state === 'known' ? withDefault(entry.value.quantity('weightedCapacity'), 1) : entry,
  );
  const hidden = weights.find((weight) => weight.state !== 'known');
  if (hidden !== undefined) return hidden as Unknown;
  const figures = weights.flatMap((weight) => (weight.state === 'known' ? [weight.value] : []));
  if (figures.every((weight) => weight === 1)) return capacity;
  if (figures.some((weight) => weight === 0)) return unknown('weightedCapacity is 0');
  const units = asRange(capacity);
  if (units.state !== 'known') return units;
  const { min, max } = units.value;
  const machines = (units: Usd, weight: number) => usd(Math.ceil(Number(units) / weight));
  return between(machines(min, Math.max(...figures)), machines(max, Math.min(...figures)));
}
