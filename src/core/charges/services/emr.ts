import type { Properties } from '../../properties';
import { notSet, type Reading, type Unknown, unknown, withDefault } from '../../reading';
import type { Charge } from '../charge';
import { free } from '../classes';
import { notPriced } from '../parts/not-priced';
import { readVolume, volumeCharges } from '../parts/volumes';
import { anyOf, fromTo, type Metering, priced, priceKey, type Quantity, type Service, times, total } from '../service';
import { fixed } from '../usage';

const STORAGE = { storageGb: fixed(10, 128, 'GB of EBS storage for each node') };

/** Amazon EMR on EC2: instances, the fee on top of them, and their storage. */
export const emr: Service = {
  product: 'Amazon EMR',
  pricingPage: 'https://aws.amazon.com/emr/pricing/',
  readOn: '2026-11-25',
  resources: {
    'aws:emr/cluster:Cluster': priced(STORAGE, (metering) => [
      ...instances(metering, 'masterInstanceGroup', 'masterInstanceFleet', 'EMR primary node'),
      ...instances(metering, 'coreInstanceGroup', 'coreInstanceFleet', 'EMR core node'),
      ...notPriced(metering.under('Amazon EC2'), 'Root volume beyond the included', ['ebsRootVolumeSize']),
    ]),
    'aws:emr/instanceFleet:InstanceFleet': priced(STORAGE, (metering) =>
      fleet(metering, metering.properties, 'EMR node'),
    ),
    'aws:emr/instanceGroup:InstanceGroup': priced(STORAGE, (metering) => {
      const { properties } = metering;
      const count = withDefault(properties.quantity('instanceCount'), 1); // the provider's default
      return nodes(metering, 'EMR node', { properties, count, spot: properties.any('bidPrice') });
    }),
    ...free(
      'emr',
      `
      blockPublicAccessConfiguration managedScalingPolicy securityConfiguration studio studioSessionMapping
    `,
    ),
  },
};

interface Nodes {
  readonly properties: Properties;
  readonly count: Quantity;
  /** Set when the nodes are bought on the Spot market. */
  readonly spot: Reading<unknown>;
}

/** A cluster states its nodes as a group of one type, or as a fleet of several. */
function instances(metering: Metering<keyof typeof STORAGE>, group: string, fleetName: string, what: string): Charge[] {
  const asFleet = metering.properties.object(fleetName);
  if (asFleet.state === 'known') return fleet(metering, asFleet.value, what);
  const asGroup = metering.properties.object(group);
  if (asGroup.state === 'known') {
    const { value: properties } = asGroup;
    const count = withDefault(properties.quantity('instanceCount'), 1); // the provider's default
    return nodes(metering, what, { properties, count, spot: properties.any('bidPrice') });
  }
  const hidden = [asFleet, asGroup].find((one) => one.state === 'unknown');
  if (hidden !== undefined) return [metering.hourly(what, hidden as Unknown)];
  return what.includes('primary') ? [metering.hourly(what, unknown(`neither ${group} nor ${fleetName} is set`))] : [];
}

/** The EC2 instance, AWS's fee for EMR on top of it, and its storage. */
function nodes(metering: Metering<keyof typeof STORAGE>, what: string, { properties, count, spot }: Nodes): Charge[] {
  const type = properties.text('instanceType');
  const machines = spot.state === 'absent' ? count : fromTo(0, count);
  return [
    metering.under('Amazon EC2').hourly(`${what}, Linux price`, priceKey`ec2/${type}.hour`, machines),
    metering.hourly(`${what}, EMR fee`, priceKey`emr/${type}.hour`, count),
    ...storage(metering, properties, count),
  ];
}

/** Volumes that are asked for; without any, EMR attaches some to types that have no disks of their own. */
function storage(metering: Metering<keyof typeof STORAGE>, properties: Properties, count: Quantity): Charge[] {
  const volumes = properties.items('ebsConfigs');
  const ec2 = metering.under('Amazon EC2');
  if (volumes.state === 'absent') return [ec2.usage('EBS storage', 'ebs/gp2.gb-month', 'storageGb', count)];
  if (volumes.state === 'unknown') return [ec2.monthly('EBS storage', volumes, 1, 'GB')];
  return volumes.value.flatMap((volume) => {
    if (volume.state !== 'known') {
      return [ec2.monthly('EBS storage', unknown('one of ebsConfigs is not known'), 1, 'GB')];
    }
    const each = withDefault(volume.value.quantity('volumesPerInstance'), 1); // the provider's default
    const asked = readVolume(volume.value, 'size', 'type');
    return volumeCharges(ec2, asked, times(each, count));
  });
}

/** A fleet takes one of its types, or several: from the cheapest to the dearest of them. */
function fleet(metering: Metering<keyof typeof STORAGE>, properties: Properties, what: string): Charge[] {
  const target = (name: string) => withDefault(properties.quantity(name), 0);
  const onDemand = target('targetOnDemandCapacity');
  const count = fromTo(onDemand, total([onDemand, target('targetSpotCapacity')]));
  const types = properties.items('instanceTypeConfigs');
  const none = (because: Unknown) => [metering.hourly(what, because)];
  if (types.state !== 'known') return none(types.state === 'absent' ? notSet(types) : types);
  const kinds = types.value.map((one): Reading<string> => {
    if (one.state !== 'known') return one;
    const weight = withDefault(one.value.quantity('weightedCapacity'), 1); // the provider's default
    if (weight.state === 'known' && weight.value === 1) return one.value.text('instanceType');
    return weight.state === 'known' ? unknown('weightedCapacity: its capacity is not counted in instances') : weight;
  });
  const [first, ...others] = kinds;
  if (first === undefined) return none(unknown('instanceTypeConfigs is empty'));
  const ec2 = (type: Reading<string>) =>
    metering.under('Amazon EC2').hourly(`${what}, Linux price`, priceKey`ec2/${type}.hour`, count);
  const fee = (type: Reading<string>) => metering.hourly(`${what}, EMR fee`, priceKey`emr/${type}.hour`, count);
  return [
    anyOf([ec2(first), ...others.map(ec2)]),
    anyOf([fee(first), ...others.map(fee)]),
    metering.under('Amazon EC2').usage('EBS storage', 'ebs/gp2.gb-month', 'storageGb', count),
  ];
}
