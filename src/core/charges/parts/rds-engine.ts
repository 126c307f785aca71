import type { PlannedResource } from '../../plan';
import type { PlanIndex } from '../../plan-index';
import type { Properties } from '../../properties';
import { absent, known, mapReading, type Reading, unknown } from '../../reading';
import type { Metering } from '../service';

/* Which engine, and which version of it, a database of RDS or Aurora has: its own, or that of what it is made from. */

export function orElse<T>(first: Reading<T>, second: Reading<T>): Reading<T> {
  // Of two that are not set, the one with a name says which.
  return first.state === 'absent' && (second.state !== 'absent' || second.path !== undefined) ? second : first;
}

const INSTANCE = 'aws:rds/instance:Instance';

export const CLUSTER = 'aws:rds/cluster:Cluster';

const SNAPSHOTS: readonly string[] = ['aws:rds/snapshot:Snapshot', 'aws:rds/clusterSnapshot:ClusterSnapshot'];

const SOURCES = [...SNAPSHOTS, INSTANCE, CLUSTER, 'aws:rds/globalCluster:GlobalCluster'];

/** A restore to a point in time names its source inside. */
export const INSTANCE_SOURCES = [
  'replicateSourceDb',
  'snapshotIdentifier',
  'restoreToPointInTime',
  'restoreToPointInTime.sourceDbInstanceIdentifier',
];

export const CLUSTER_SOURCES = [
  'snapshotIdentifier',
  'restoreToPointInTime',
  'restoreToPointInTime.sourceClusterIdentifier',
  'replicationSourceIdentifier',
  'globalClusterIdentifier',
];

/** The provider takes `Db2-SE` for `db2-se`, and keeps it as it was written. */
export const engineOf = (properties: Properties): Reading<string> => lowerCase(properties.text('engine'));

export const lowerCase = (text: Reading<string>): Reading<string> => mapReading(text, (name) => name.toLowerCase());

/** A replica, a restored snapshot and a restored point in time take the engine of what they are made from. */
export function engineOfCopy(properties: Properties): Reading<string> {
  const made = ['replicateSourceDb', 'snapshotIdentifier', 'restoreToPointInTime'];
  const copied = made.some((path) => properties.any(path).state !== 'absent');
  return copied ? unknown('engine is that of its source, which is not in this plan') : absent;
}

/** The price list names an engine together with who brings its licence. */
export function pricedEngine(engine: Reading<string>, properties: Properties): Reading<string> {
  if (engine.state !== 'known') return engine;
  const name = engine.value.replace(/-cdb$/, ''); // Oracle's container databases cost the same
  // Db2 licences are the owner's or sold by AWS Marketplace: the instance costs the same either way. Oracle Enterprise
  // Edition is only offered with the owner's licence.
  if (name.startsWith('db2-') || name === 'oracle-ee') return known(`${name}-byol`);
  if (name !== 'oracle-se2') return known(name);
  const licence = properties.text('licenseModel');
  if (licence.state === 'absent') return unknown('licenseModel is not set, and it decides the price of Oracle');
  return mapReading(licence, (model) =>
    model.toLowerCase() === 'license-included' ? 'oracle-se2-li' : 'oracle-se2-byol',
  );
}

/** What a resource is made from, through a snapshot of it where that is in the plan too. */
export function sourceOf(plan: PlanIndex, resource: PlannedResource, paths: readonly string[]): Properties | undefined {
  const found = paths.map((path) => plan.linked(resource, path, SOURCES)).find((one) => one !== undefined);
  if (found === undefined || !SNAPSHOTS.includes(found.type)) return found?.properties;
  const taken = plan.linked(found, 'dbInstanceIdentifier', [INSTANCE]);
  return (taken ?? plan.linked(found, 'dbClusterIdentifier', [CLUSTER]))?.properties;
}

/** The version of its own, else that of what it is made from. Absent: AWS takes a current one. */
export function versionOf(plan: PlanIndex, resource: PlannedResource, paths: readonly string[]): Reading<string> {
  const { properties } = resource;
  const own = properties.text('engineVersion');
  if (own.state !== 'absent') return own;
  const source = sourceOf(plan, resource, paths);
  if (source !== undefined) return source.text('engineVersion');
  const made = paths.find((path) => properties.any(path).state !== 'absent');
  return made === undefined ? own : unknown(`engineVersion is that of ${made}, which is not in this plan`);
}

/** An instance of a cluster has the version of its cluster. */
export function versionOfMember(metering: Metering): Reading<string> {
  const own = metering.properties.text('engineVersion');
  const cluster = metering.linked('clusterIdentifier', CLUSTER);
  return own.state !== 'absent' || cluster === undefined ? own : versionOf(metering.plan, cluster, CLUSTER_SOURCES);
}
