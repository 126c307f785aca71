import { between, larger, zero } from '../../money';
import type { Properties } from '../../properties';
import { type Maybe, mapReading, type Reading, unknown, withDefault } from '../../reading';
import type { Charge } from '../charge';
import { fromTo, type Metering, priceKey } from '../service';
import { lowerCase } from './rds-engine';
import { targetBounds } from './scaling';

/* What an Aurora cluster is billed for, beside its instances. */

export function auroraCluster(metering: Metering<'storageGb' | 'ioRequests' | 'extraBackupGb'>): Charge[] {
  const mode = storageMode(metering.properties);
  const charges = [
    metering.usage('Aurora storage', priceKey`rds/aurora-storage-${mode}.gb-month`, 'storageGb'),
    metering.usage('Backup storage', 'aurora/backup.gb-month', 'extraBackupGb'),
  ];
  // I/O-Optimized includes the requests.
  if (mode.state !== 'known' || mode.value !== 'iopt') {
    const key = mapReading(mode, () => 'aurora/io.request');
    charges.push(metering.usage('Aurora I/O requests', key, 'ioRequests'));
  }
  const engineMode = withDefault(metering.properties.text('engineMode'), 'provisioned');
  if (engineMode.state === 'known' && engineMode.value === 'serverless') charges.push(serverlessV1(metering));
  return charges;
}

/** Aurora Standard unless the cluster says I/O-Optimized, as the provider documents. */
export function storageMode(cluster: Properties): Maybe<string> {
  const type = withDefault(lowerCase(cluster.text('storageType')), '');
  return mapReading(type, (name) => (name === 'aurora-iopt1' ? 'iopt' : 'standard'));
}

export const scalingUnits = (cluster: Properties) =>
  fromTo(
    cluster.quantity('serverlessv2ScalingConfiguration.minCapacity'),
    cluster.quantity('serverlessv2ScalingConfiguration.maxCapacity'),
  );

/** Serverless v1 pauses by default and then costs nothing but storage. Defaults are the provider's own. */
function serverlessV1(metering: Metering): Charge {
  const read = (name: string, fallback: number) =>
    withDefault(metering.properties.quantity(`scalingConfiguration.${name}`), fallback);
  const pauses = withDefault(metering.properties.flag('scalingConfiguration.autoPause'), true);
  const least = pauses.state === 'known' && !pauses.value ? read('minCapacity', 1) : 0;
  return metering.hourly('Aurora capacity units', 'aurora/acu-v1.acu-hour', fromTo(least, read('maxCapacity', 16)));
}

/** Readers that Application Auto Scaling adds to those in the plan: they have the class of the others. */
export function scaledReaders(metering: Metering, engine: Reading<string>): Charge[] {
  const bounds = targetBounds(metering, 'rds:cluster:ReadReplicaCount');
  if (bounds === undefined) return [];
  const members = metering.pointingTo('aws:rds/clusterInstance:ClusterInstance');
  const type = members[0]?.properties.text('instanceClass') ?? unknown('its cluster has no instance in this plan');
  const readers = Math.max(0, members.length - 1);
  const more = mapReading(bounds, ({ min, max }) =>
    between(larger(min.minus(readers), zero), larger(max.minus(readers), zero)),
  );
  const suffix = mapReading(storageMode(metering.properties), (name) => (name === 'iopt' ? '-iopt' : ''));
  return [
    metering.hourly('Aurora readers by auto scaling', priceKey`rds/${type}/${engine}${suffix}/single-az.hour`, more),
  ];
}

/** Aurora MySQL keeps each change for as many seconds as it may go back: so many records are stored at any hour. */
export function backtrack(metering: Metering<'changeRecords'>): Charge[] {
  const seconds = withDefault(metering.properties.quantity('backtrackWindow'), 0);
  if (seconds.state === 'known' && seconds.value === 0) return [];
  const stored = mapReading(seconds, (window) => (window / 3600) * 730);
  return [metering.usage('Backtrack change records', 'aurora/backtrack.change-record', 'changeRecords', stored)];
}

export function dataApi(metering: Metering<'dataApiRequests'>): Charge[] {
  const on = withDefault(metering.properties.flag('enableHttpEndpoint'), false);
  if (on.state === 'known' && !on.value) return [];
  return [metering.usage('Data API requests', 'aurora/data-api.request', 'dataApiRequests')];
}
