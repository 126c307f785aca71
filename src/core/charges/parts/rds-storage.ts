import type { Properties } from '../../properties';
import { absent, known, type Maybe, mapReading, type Reading, unknown, withDefault } from '../../reading';
import type { Charge } from '../charge';
import { beyond, fromTo, type Metering, priceKey, times } from '../service';
import { lowerCase, orElse } from './rds-engine';

/* Storage of an RDS instance, and what its type charges on top. */

export function instanceStorage(
  metering: Metering,
  engine: Reading<string>,
  deployment: Maybe<string>,
  source: Properties | undefined,
): Charge[] {
  const { properties } = metering;
  const size = orElse(properties.quantity('allocatedStorage'), source?.quantity('allocatedStorage') ?? absent);
  const iops = properties.quantity('iops');
  const type = storageType(properties, iops);
  const name = mapReading(type, (text) => (text === 'standard' ? 'magnetic' : text));
  const charges = [metering.monthly('Database storage', priceKey`rds/${name}-${deployment}.gb-month`, size, 'GB')];
  if (type.state !== 'known') return charges;
  if (type.value === 'io1' || type.value === 'io2') {
    const key = priceKey`rds/${type}-iops-${deployment}.iops-month`;
    charges.push(metering.monthly('Provisioned IOPS', key, iops, 'IOPS'));
  }
  if (type.value === 'gp3') charges.push(...gp3Extras(metering, engine, size, deployment));
  return charges;
}

/** The provider documents: io1 when `iops` is set, else gp2. */
function storageType(properties: Properties, iops: Reading<number>): Maybe<string> {
  const type = lowerCase(properties.text('storageType'));
  if (type.state !== 'absent') return type;
  return iops.state === 'unknown' ? iops : known(iops.state === 'known' ? 'io1' : 'gp2');
}

/** What gp3 includes grows when a database is large enough for striped volumes: GB from which on it does, by engine. */
const STRIPED_FROM_GB = new Map([
  ['mysql', 400],
  ['mariadb', 400],
  ['postgres', 400],
  ['db2', 400],
  ['oracle', 200],
  ['sqlserver', Number.POSITIVE_INFINITY],
]);

function gp3Extras(
  metering: Metering,
  engine: Reading<string>,
  size: Reading<number>,
  deployment: Maybe<string>,
): Charge[] {
  const iops = metering.properties.quantity('iops');
  const throughput = metering.properties.quantity('storageThroughput');
  const striped = isStriped(engine, size);
  const extra = (asked: Reading<number>, plain: number, large: number): Reading<number> =>
    striped.state === 'known' ? beyond(asked, striped.value ? large : plain) : striped;
  const charges: Charge[] = [];
  if (iops.state !== 'absent') {
    const key = priceKey`rds/gp3-extra-iops-${deployment}.iops-month`;
    charges.push(metering.monthly('gp3 IOPS beyond the included', key, extra(iops, 3000, 12_000), 'IOPS'));
  }
  if (throughput.state !== 'absent') {
    const key = priceKey`rds/gp3-extra-throughput-${deployment}.mibps-month`;
    charges.push(metering.monthly('gp3 throughput beyond the included', key, extra(throughput, 125, 500), 'MiB/s'));
  }
  return charges;
}

function isStriped(engine: Reading<string>, size: Reading<number>): Maybe<boolean> {
  if (engine.state !== 'known') return unknown('its engine is not known, and what gp3 includes depends on it');
  if (size.state !== 'known') return unknown('its storage is not known, and what gp3 includes depends on it');
  const threshold = STRIPED_FROM_GB.get(engine.value.split('-')[0] ?? '');
  return threshold === undefined
    ? unknown('what gp3 includes is not known for this engine')
    : known(size.value >= threshold);
}

/** A volume for the log alone, of 1,000 GB and 3,000 IOPS. Off by default, as the provider documents. */
export function logVolume(metering: Metering, deployment: Maybe<string>): Charge[] {
  const on = withDefault(metering.properties.flag('dedicatedLogVolume'), false);
  if (on.state === 'known' && !on.value) return [];
  const count = on.state === 'known' ? 1 : fromTo(0, 1);
  return [
    metering.monthly('Dedicated log volume', priceKey`rds/io1-${deployment}.gb-month`, times(1000, count), 'GB'),
    metering.monthly(
      'Dedicated log volume IOPS',
      priceKey`rds/io1-iops-${deployment}.iops-month`,
      times(3000, count),
      'IOPS',
    ),
  ];
}

/** Backups up to the size of the database are free; without automated backups there are none. */
export function backups(metering: Metering<'extraBackupGb'>, days: Maybe<number>, key: string): Charge[] {
  if (days.state === 'known' && days.value === 0) return [];
  return [metering.usage('Backup storage', key, 'extraBackupGb')];
}
