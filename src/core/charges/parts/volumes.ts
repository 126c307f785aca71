import type { Properties } from '../../properties';
import { absent, known, type Maybe, type Reading, withDefault } from '../../reading';
import type { Charge } from '../charge';
import { beyond, type Metering, priced, priceKey, type Quantity, type ResourcePricing, times } from '../service';
import { assume } from '../usage';
import { zoneGroup } from './zones';

export const SNAPSHOT = { storedGb: assume(0, 100, 'GB') };

/** The snapshots behind an image or a copy. */
export const snapshots: ResourcePricing = priced(SNAPSHOT, (metering) => [
  metering.usage('EBS snapshot', 'ebs/snapshot.gb-month', 'storedGb'),
]);

/** One volume, whoever asks for it: a volume resource, an instance or a launch template. */
export interface Volume {
  readonly type: Maybe<string>;
  readonly size: Reading<number>;
  readonly iops: Reading<number>;
  readonly throughput: Reading<number>;
  /** Local Zones have prices of their own. */
  readonly zone: Reading<string>;
}

/** gp2 unless another type is asked for, as the provider documents. */
export function readVolume(properties: Properties, size = 'volumeSize', type = 'volumeType', usual = 'gp2'): Volume {
  return {
    type: withDefault(properties.text(type), usual),
    size: properties.quantity(size),
    iops: properties.quantity('iops'),
    throughput: properties.quantity('throughput'),
    zone: absent,
  };
}

/** Where the prices of a volume stand: a Local Zone has its own. */
export function volumeList(zone: Reading<string>): string {
  const group = zoneGroup(zone);
  return group === undefined ? 'ebs' : `ebs-zone/${group}`;
}

/** So many volumes of one kind. The size of one that is made from a snapshot may not be stated. */
export function volumeCharges(metering: Metering, volume: Volume, count: Quantity = 1): Charge[] {
  const { type, size } = volume;
  const storage = metering.monthly(
    'EBS volume',
    priceKey`${volumeList(volume.zone)}/${type}.gb-month`,
    times(size, count),
    'GB',
  );
  return [storage, ...performance(metering, volume, count)];
}

type Sold = Pick<Volume, 'iops' | 'throughput' | 'zone'> & { readonly type: Reading<string> };

/** What is paid for besides storage: IOPS and throughput of the types that are sold with them. */
export function performance(metering: Metering, { type, iops, throughput, zone }: Sold, count: Quantity): Charge[] {
  if (type.state !== 'known') return [];
  const list = volumeList(zone);
  if (type.value === 'gp3') return gp3Extras(metering, list, { iops, throughput }, count);
  if (type.value === 'io1') {
    return [metering.monthly('Provisioned IOPS', `${list}/io1-iops.iops-month`, times(iops, count), 'IOPS')];
  }
  return type.value === 'io2' ? io2Tiers(metering, iops, count) : [];
}

/** 3,000 IOPS and 125 MiB/s are included in every gp3 volume. */
function gp3Extras(
  metering: Metering,
  list: string,
  { iops, throughput }: Pick<Volume, 'iops' | 'throughput'>,
  count: Quantity,
): Charge[] {
  const charges: Charge[] = [];
  const extraIops = beyond(iops, 3000);
  if (exists(extraIops)) {
    const units = times(extraIops, count);
    charges.push(metering.monthly('gp3 IOPS beyond the included', `${list}/gp3-extra-iops.iops-month`, units, 'IOPS'));
  }
  const extraThroughput = beyond(throughput, 125);
  if (exists(extraThroughput)) {
    const key = `${list}/gp3-extra-throughput.mibps-month`;
    charges.push(metering.monthly('gp3 throughput beyond the included', key, times(extraThroughput, count), 'MiB/s'));
  }
  return charges;
}

/** Steps of the price of io2 IOPS: each part of the IOPS pays its own step. */
const IO2_TIERS = [
  { what: 'Provisioned IOPS', key: 'ebs/io2-iops-tier1.iops-month', from: 0, to: 32_000 },
  { what: 'Provisioned IOPS above 32,000', key: 'ebs/io2-iops-tier2.iops-month', from: 32_000, to: 64_000 },
  {
    what: 'Provisioned IOPS above 64,000',
    key: 'ebs/io2-iops-tier3.iops-month',
    from: 64_000,
    to: Number.POSITIVE_INFINITY,
  },
] as const;

function io2Tiers(metering: Metering, iops: Reading<number>, count: Quantity): Charge[] {
  const [first] = IO2_TIERS;
  if (iops.state !== 'known') return [metering.monthly(first.what, first.key, iops, 'IOPS')];
  return IO2_TIERS.filter((tier) => tier === first || iops.value > tier.from).map((tier) => {
    const part = known(Math.min(iops.value, tier.to) - tier.from);
    return metering.monthly(tier.what, tier.key, times(part, count), 'IOPS');
  });
}

/** Is there anything to charge? What is not known may be. */
const exists = (extra: Reading<number>): boolean =>
  extra.state === 'unknown' || (extra.state === 'known' && extra.value > 0);
