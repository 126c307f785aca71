import { between, larger, zero } from '../../money';
import type { PlannedResource } from '../../plan';
import type { PlanIndex } from '../../plan-index';
import type { Properties } from '../../properties';
import { absent, known, type Maybe, mapReading, type Reading, unknown, valueOr, withDefault } from '../../reading';
import type { Charge } from '../charge';
import { byTime, byUse, free, once, through } from '../classes';
import { meter, metered } from '../meters';
import { interfaceEndpoint, openAddresses } from '../parts/addresses';
import { vcpusOf } from '../parts/instance-size';
import { averageSize, groupCharges, targetBounds } from '../parts/scaling';
import { LOGS, logs } from '../parts/telemetry';
import { beyond, fromTo, type Metering, priced, priceKey, type Service, times } from '../service';
import { assume, fixed } from '../usage';

const MONITORING = { monitoringKb: fixed(2, 10, 'KB for each record of Enhanced Monitoring') };

/**
 * Amazon RDS and Aurora: instances, Multi-AZ clusters, storage, provisioned IOPS, capacity units, backups, proxies and
 * extended support of old engine versions.
 */
export const rds: Service = {
  product: 'Amazon RDS',
  pricingPage: 'https://aws.amazon.com/rds/pricing/',
  readOn: '2026-11-24',
  resources: {
    'aws:rds/instance:Instance': priced(
      { extraBackupGb: assume(0, 20, 'GB a month beyond the database size'), ...LOGS, ...MONITORING },
      (metering) => {
        const source = sourceOf(metering.plan, metering.resource, INSTANCE_SOURCES);
        const engine = orElse(
          engineOf(metering.properties),
          (source && engineOf(source)) ?? engineOfCopy(metering.properties),
        );
        const deployment = deploymentOf(metering.properties);
        const instanceClass = metering.properties.text('instanceClass');
        const instances = mapReading(deployment, (name) => (name === 'multi-az' ? 2 : 1)); // the standby is one too
        return [
          metering.hourly(
            'Database instance',
            priceKey`rds/${instanceClass}/${pricedEngine(engine, metering.properties)}/${deployment}.hour`,
          ),
          ...instanceStorage(metering, engine, deployment, source),
          ...logVolume(metering, deployment),
          ...openAddresses(metering, fromTo(1, instances)),
          ...insights(metering, instanceClass),
          ...monitoring(metering),
          ...logs(metering, metering.properties.list('enabledCloudwatchLogsExports'), '/aws/rds/instance/'),
          ...extendedSupport(metering, {
            engine,
            version: versionOf(metering.plan, metering.resource, INSTANCE_SOURCES),
            lifecycle: metering.properties.text('engineLifecycleSupport'),
            instanceClass,
            instances,
          }),
          ...backups(
            metering,
            withDefault(metering.properties.quantity('backupRetentionPeriod'), 0),
            'rds/backup-snapshot.gb-month',
          ),
        ];
      },
    ),

    'aws:rds/cluster:Cluster': priced(
      {
        storageGb: assume(10, 100, 'GB'),
        ioRequests: assume(0, 10_000_000, 'requests a month'),
        extraBackupGb: assume(0, 20, 'GB a month beyond the database size'),
        changeRecords: assume(0, 100_000, 'changes an hour, where backtracking is on'),
        dataApiRequests: assume(0, 1_000_000, 'requests a month to the Data API, where it is on'),
        ...LOGS,
        ...MONITORING,
      },
      (metering) => {
        const engine = engineOf(metering.properties);
        const exported = logs(metering, metering.properties.list('enabledCloudwatchLogsExports'), '/aws/rds/cluster/');
        if (engine.state === 'known' && !engine.value.startsWith('aurora'))
          return [...multiAzCluster(metering, engine.value), ...monitoring(metering, 3), ...exported];
        // Without its engine it is not known whether it is Aurora, which bills in another way.
        if (engine.state !== 'known') return [metering.hourly('Database cluster', priceKey`rds/${engine}`)];
        return [
          ...auroraCluster(metering),
          ...backtrack(metering),
          ...dataApi(metering),
          ...scaledReaders(metering, engine),
          ...exported,
        ];
      },
    ),

    'aws:rds/clusterInstance:ClusterInstance': priced(
      { ...averageSize('capacity units of a serverless instance'), ...MONITORING },
      (metering) => {
        const cluster = metering.linked('clusterIdentifier', CLUSTER)?.properties;
        const mode = cluster === undefined ? metering.missing('clusterIdentifier') : storageMode(cluster);
        const instanceClass = metering.properties.text('instanceClass');
        const engine = orElse(engineOf(metering.properties), (cluster && engineOf(cluster)) ?? absent);
        const support = extendedSupport(metering, {
          engine,
          version: versionOfMember(metering),
          lifecycle: cluster?.text('engineLifecycleSupport') ?? absent,
          instanceClass,
          instances: known(1),
        });
        if (instanceClass.state === 'known' && instanceClass.value === 'db.serverless') {
          const units = cluster === undefined ? metering.missing('clusterIdentifier') : scalingUnits(cluster);
          const capacity = groupCharges(metering, { count: units }, (count) => [
            metering.hourly('Aurora capacity units', priceKey`aurora/acu-v2-${mode}.acu-hour`, count),
          ]);
          return [...capacity, ...monitoring(metering), ...support];
        }
        const suffix = mapReading(mode, (name) => (name === 'iopt' ? '-iopt' : ''));
        return [
          metering.hourly('Aurora instance', priceKey`rds/${instanceClass}/${engine}${suffix}/single-az.hour`),
          ...openAddresses(metering),
          ...insights(metering, instanceClass, cluster),
          ...monitoring(metering),
          ...support,
        ];
      },
    ),

    // A proxy is charged for the size of the databases behind it, two vCPUs at least.
    'aws:rds/proxy:Proxy': priced({ databaseVcpus: fixed(2, 8, 'vCPUs of the databases behind it') }, (metering) => [
      metering.usage('RDS Proxy', 'rds/proxy.vcpu-hour', 'databaseVcpus', 730),
    ]),
    'aws:rds/snapshot:Snapshot': priced({ storageGb: assume(0, 100, 'GB') }, (metering) => [
      metering.usage('Database snapshot', 'rds/backup-snapshot.gb-month', 'storageGb'),
    ]),
    'aws:rds/clusterSnapshot:ClusterSnapshot': priced({ storageGb: assume(0, 100, 'GB') }, (metering) => [
      metering.usage('Cluster snapshot', 'aurora/backup.gb-month', 'storageGb'),
    ]),

    'aws:rds/clusterActivityStream:ClusterActivityStream': byUse('feeds a Kinesis stream that is billed'),
    'aws:rds/clusterSnapshotCopy:ClusterSnapshotCopy': metered({
      storageGb: meter('Cluster snapshot', 'aurora/backup.gb-month', assume(0, 100, 'GB')),
    }),
    'aws:rds/customDbEngineVersion:CustomDbEngineVersion': byUse('an image or a file behind a custom engine', 'C'),
    'aws:rds/exportTask:ExportTask': priced({ exportedGb: assume(0, 100, 'GB') }, (metering) => [
      metering.onceByUse('Snapshot export', 'rds/snapshot-export.gb', 'exportedGb'),
    ]),
    'aws:rds/globalCluster:GlobalCluster': metered({
      replicatedWrites: meter(
        'Replicated writes',
        'aurora/global-db-replicated-write',
        assume(0, 10_000_000, 'writes a month'),
      ),
    }),
    'aws:rds/instanceAutomatedBackupsReplication:InstanceAutomatedBackupsReplication': metered({
      storageGb: meter('Replicated backups', 'rds/backup-snapshot.gb-month', assume(0, 100, 'GB')),
    }),
    'aws:rds/instanceDesiredState:InstanceDesiredState': through(
      'aws:rds/instance:Instance',
      'starts or stops the instance',
    ),
    'aws:rds/integration:Integration': byUse('no fee of its own, source and target do more work', 'C'),
    'aws:rds/proxyEndpoint:ProxyEndpoint': interfaceEndpoint(['vpcSubnetIds']),
    'aws:rds/reservedInstance:ReservedInstance': once(
      'the fixed part of a reservation is charged at once, the rest an hour',
    ),
    'aws:rds/shardGroup:ShardGroup': byTime('capacity units between least and most'),
    'aws:rds/snapshotCopy:SnapshotCopy': metered({
      storageGb: meter('Database snapshot', 'rds/backup-snapshot.gb-month', assume(0, 100, 'GB')),
    }),
    ...free(
      'rds',
      `
        certificate clusterEndpoint clusterParameterGroup clusterRoleAssociation eventSubscription optionGroup
        parameterGroup proxyDefaultTargetGroup proxyTarget roleAssociation subnetGroup
      `,
    ),
  },
};

function orElse<T>(first: Reading<T>, second: Reading<T>): Reading<T> {
  // Of two that are not set, the one with a name says which.
  return first.state === 'absent' && (second.state !== 'absent' || second.path !== undefined) ? second : first;
}

const INSTANCE = 'aws:rds/instance:Instance';
const CLUSTER = 'aws:rds/cluster:Cluster';
const SNAPSHOTS: readonly string[] = ['aws:rds/snapshot:Snapshot', 'aws:rds/clusterSnapshot:ClusterSnapshot'];
const SOURCES = [...SNAPSHOTS, INSTANCE, CLUSTER, 'aws:rds/globalCluster:GlobalCluster'];

/** The provider takes `Db2-SE` for `db2-se`, and keeps it as it was written. */
const engineOf = (properties: Properties): Reading<string> => lowerCase(properties.text('engine'));

const lowerCase = (text: Reading<string>): Reading<string> => mapReading(text, (name) => name.toLowerCase());

/** What a resource is made from, through a snapshot of it where that is in the plan too. */
function sourceOf(plan: PlanIndex, resource: PlannedResource, paths: readonly string[]): Properties | undefined {
  const found = paths.map((path) => plan.linked(resource, path, SOURCES)).find((one) => one !== undefined);
  if (found === undefined || !SNAPSHOTS.includes(found.type)) return found?.properties;
  const taken = plan.linked(found, 'dbInstanceIdentifier', [INSTANCE]);
  return (taken ?? plan.linked(found, 'dbClusterIdentifier', [CLUSTER]))?.properties;
}

/** A restore to a point in time names its source inside. */
const INSTANCE_SOURCES = [
  'replicateSourceDb',
  'snapshotIdentifier',
  'restoreToPointInTime',
  'restoreToPointInTime.sourceDbInstanceIdentifier',
];
const CLUSTER_SOURCES = [
  'snapshotIdentifier',
  'restoreToPointInTime',
  'restoreToPointInTime.sourceClusterIdentifier',
  'replicationSourceIdentifier',
  'globalClusterIdentifier',
];

/** The version of its own, else that of what it is made from. Absent: AWS takes a current one. */
function versionOf(plan: PlanIndex, resource: PlannedResource, paths: readonly string[]): Reading<string> {
  const { properties } = resource;
  const own = properties.text('engineVersion');
  if (own.state !== 'absent') return own;
  const source = sourceOf(plan, resource, paths);
  if (source !== undefined) return source.text('engineVersion');
  const made = paths.find((path) => properties.any(path).state !== 'absent');
  return made === undefined ? own : unknown(`engineVersion is that of ${made}, which is not in this plan`);
}

/** An instance of a cluster has the version of its cluster. */
function versionOfMember(metering: Metering): Reading<string> {
  const own = metering.properties.text('engineVersion');
  const cluster = metering.linked('clusterIdentifier', CLUSTER);
  return own.state !== 'absent' || cluster === undefined ? own : versionOf(metering.plan, cluster, CLUSTER_SOURCES);
}

/** A replica, a restored snapshot and a restored point in time take the engine of what they are made from. */
function engineOfCopy(properties: Properties): Reading<string> {
  const made = ['replicateSourceDb', 'snapshotIdentifier', 'restoreToPointInTime'];
  const copied = made.some((path) => properties.any(path).state !== 'absent');
  return copied ? unknown('engine is that of its source, which is not in this plan') : absent;
}

/** A single instance unless asked otherwise, as CreateDBInstance documents it. */
const deploymentOf = (properties: Properties): Maybe<string> =>
  mapReading(withDefault(properties.flag('multiAz'), false), (on) => (on ? 'multi-az' : 'single-az'));

/** The price list names an engine together with who brings its licence. */
function pricedEngine(engine: Reading<string>, properties: Properties): Reading<string> {
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

function instanceStorage(
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

/** Seven days of Performance Insights are free. Each month of longer retention is billed by the vCPU, the first at more. */
function insights(metering: Metering, instanceClass: Reading<string>, cluster?: Properties): Charge[] {
  const { properties } = metering;
  const asked = orElse(properties.text('databaseInsightsMode'), cluster?.text('databaseInsightsMode') ?? absent);
  const mode = withDefault(asked, 'standard');
  if (mode.state !== 'known' || mode.value === 'advanced') {
    const key = mapReading(mode, () => 'cloudwatch/database-insights-advanced.vcpu-hour');
    const vcpus = vcpusOf(instanceClass);
    return [metering.under('Amazon CloudWatch').hourly('Database Insights, advanced', key, vcpus)];
  }
  const enabled = withDefault(properties.flag('performanceInsightsEnabled'), false);
  if (enabled.state === 'known' && !enabled.value) return [];
  const days = withDefault(properties.quantity('performanceInsightsRetentionPeriod'), 7); // the provider's default
  if (days.state === 'known' && days.value <= 7) return [];
  const kept = enabled.state === 'known' ? days : enabled;
  const month = (what: string, key: string, months: Maybe<number>) =>
    metering.monthly(
      what,
      `rds/performance-insights-${key}.vcpu-month`,
      times(vcpusOf(instanceClass), months),
      'vCPUs',
    );
  const further = mapReading(kept, (count) => Math.round(count / 31) - 1);
  return [
    month(
      'Performance Insights, first month of retention',
      'first-paid-month-retention',
      mapReading(kept, () => 1),
    ),
    month('Performance Insights, further months', 'long', further),
  ];
}

/** Backups up to the size of the database are free; without automated backups there are none. */
function backups(metering: Metering<'extraBackupGb'>, days: Maybe<number>, key: string): Charge[] {
  if (days.state === 'known' && days.value === 0) return [];
  return [metering.usage('Backup storage', key, 'extraBackupGb')];
}

interface Supported {
  readonly engine: Reading<string>;
  readonly version: Reading<string>;
  readonly lifecycle: Reading<string>;
  readonly instanceClass: Reading<string>;
  /** Standbys are charged too. */
  readonly instances: Maybe<number>;
}

/** AWS lists a price per vCPU for each version that it supports longer; one it does not list costs what the newest does. */
const supportKey = (years: 'y1-y2' | 'y3', version: string): string =>
  `rds/extended-support-${years}-${LISTED.get(version) ?? 'pg15'}.vcpu-hour`;

const LISTED = new Map([
  ['mysql 5.7', 'mysql57'],
  ['mysql 8.0', 'mysql80'],
  ['aurora-mysql 5.7', 'mysql57'],
  ['aurora-mysql 8.0', 'mysql80'],
  ['postgres 11', 'pg11'],
  ['postgres 12', 'pg12'],
  ['postgres 13', 'pg13'],
  ['postgres 14', 'pg14'],
]);

/** MySQL has no row for its third year: PostgreSQL of the same age stands in. */
const thirdYearKey = (version: string): string =>
  supportKey(
    'y3',
    version === 'mysql 5.7' || version === 'aurora-mysql 5.7'
      ? 'postgres 11'
      : version.replace(/^(aurora-)?mysql 8\.0$/, 'postgres 13'),
  );

/**
 * The days from which AWS charges the first years, and the third year, of extended support. A version that is not listed
 * has no such day yet. At the end of extended support AWS moves a database to a newer version; the oldest of those is in
 * extended support too. Aurora PostgreSQL keeps the dates of PostgreSQL; Aurora MySQL 2 is 5.7, 3 is 8.0 and has no third
 * year. Sources, as of the newest day that they mention:
 *
 * - https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/MySQL.Concepts.VersionMgmt.html (2026-02-12, A)
 * - https://docs.aws.amazon.com/AmazonRDS/latest/AuroraPostgreSQLReleaseNotes/aurorapostgresql-release-calendar.html
 *   (2026-08-21, A; for RDS, https://endoflife.date/amazon-rds-postgresql of 2026-08-22 has the same ends of support)
 * - https://docs.aws.amazon.com/AmazonRDS/latest/AuroraMySQLReleaseNotes/AuroraMySQL.release-calendars.html (2026-09-03,
 *   A; but the third year of Aurora MySQL 2, which earlier copies deny, B: one copy, and no price of it was found)
 */
const EXTENDED_SUPPORT = new Map<string, readonly [firstYears: string, thirdYear?: string]>([
  ['mysql 5.7', ['2024-03-01', '2026-03-01']],
  ['mysql 8.0', ['2026-08-01', '2028-08-01']],
  ['mysql 8.4', ['2029-08-01', '2031-08-01']],
  ['postgres 11', ['2024-04-01', '2026-04-01']],
  ['postgres 12', ['2025-03-01', '2027-03-01']],
  ['postgres 13', ['2026-03-01', '2028-03-01']],
  ['postgres 14', ['2027-03-01', '2029-03-01']],
  ['postgres 15', ['2028-03-01', '2030-03-01']],
  ['postgres 16', ['2029-03-01', '2031-03-01']],
  ['postgres 17', ['2030-03-01', '2032-03-01']],
  ['postgres 18', ['2031-03-01', '2033-03-01']],
  ['aurora-mysql 5.7', ['2024-12-01', '2026-12-01']],
  ['aurora-mysql 8.0', ['2028-05-01']],
]);

function extendedSupport(
  metering: Metering,
  { engine, version, lifecycle, instanceClass, instances }: Supported,
): Charge[] {
  if (valueOr(lifecycle, '') === 'open-source-rds-extended-support-disabled') return [];
  // An engine that AWS chooses the version of is a current one; one without extended support has no such charge.
  if (version.state === 'absent' || engine.state !== 'known' || !isOpenSource(engine.value)) return [];
  const what = 'Extended support of an old engine version';
  if (version.state === 'unknown') return [metering.hourly(what, version)];
  const major = majorVersion(engine.value, version.value);
  const [firstYears, thirdYear] = EXTENDED_SUPPORT.get(major) ?? [];
  if (firstYears === undefined) return [];
  const units = times(vcpusOf(instanceClass), instances);
  const first = metering.within(metering.hourly(what, supportKey('y1-y2', major), units), firstYears, thirdYear);
  if (thirdYear === undefined) return first;
  return [...first, ...metering.within(metering.hourly(what, thirdYearKey(major), units), thirdYear)];
}

const isOpenSource = (engine: string): boolean => /^(aurora-)?(mysql|postgres|postgresql)$/.test(engine);

/** As the list above names it: `mysql 8.0`, `postgres 13`. */
function majorVersion(engine: string, version: string): string {
  const mysql = engine.endsWith('mysql');
  return `${mysql ? engine : 'postgres'} ${version.split('.', mysql ? 2 : 1).join('.')}`;
}

function auroraCluster(metering: Metering<'storageGb' | 'ioRequests' | 'extraBackupGb'>): Charge[] {
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

/** Readers that Application Auto Scaling adds to those in the plan: they have the class of the others. */
function scaledReaders(metering: Metering, engine: Reading<string>): Charge[] {
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

/** Serverless v1 pauses by default and then costs nothing but storage. Defaults are the provider's own. */
function serverlessV1(metering: Metering): Charge {
  const read = (name: string, fallback: number) =>
    withDefault(metering.properties.quantity(`scalingConfiguration.${name}`), fallback);
  const pauses = withDefault(metering.properties.flag('scalingConfiguration.autoPause'), true);
  const least = pauses.state === 'known' && !pauses.value ? read('minCapacity', 1) : 0;
  return metering.hourly('Aurora capacity units', 'aurora/acu-v1.acu-hour', fromTo(least, read('maxCapacity', 16)));
}

/** One writer and two readable standbys: AWS lists one price for the three, and for their storage. */
const SECONDS_PER_MONTH = 730 * 3600;
const KB_PER_GB = 1024 * 1024;

/** Enhanced Monitoring writes a record into CloudWatch Logs every so many seconds. It is off by default. */
function monitoring(metering: Metering<'monitoringKb'>, instances = 1): Charge[] {
  const interval = withDefault(metering.properties.quantity('monitoringInterval'), 0);
  if (interval.state === 'known' && interval.value === 0) return [];
  const gb = mapReading(interval, (seconds) => (instances * SECONDS_PER_MONTH) / seconds / KB_PER_GB);
  const logged = metering.under('Amazon CloudWatch');
  return [logged.usage('Enhanced Monitoring', 'cloudwatch/logs-ingest-standard.gb', 'monitoringKb', gb)];
}

/** Aurora MySQL keeps each change for as many seconds as it may go back: so many records are stored at any hour. */
function backtrack(metering: Metering<'changeRecords'>): Charge[] {
  const seconds = withDefault(metering.properties.quantity('backtrackWindow'), 0);
  if (seconds.state === 'known' && seconds.value === 0) return [];
  const stored = mapReading(seconds, (window) => (window / 3600) * 730);
  return [metering.usage('Backtrack change records', 'aurora/backtrack.change-record', 'changeRecords', stored)];
}

function dataApi(metering: Metering<'dataApiRequests'>): Charge[] {
  const on = withDefault(metering.properties.flag('enableHttpEndpoint'), false);
  if (on.state === 'known' && !on.value) return [];
  return [metering.usage('Data API requests', 'aurora/data-api.request', 'dataApiRequests')];
}

function multiAzCluster(metering: Metering<'extraBackupGb'>, engine: string): Charge[] {
  const { properties } = metering;
  const instanceClass = properties.text('dbClusterInstanceClass');
  const type = withDefault(lowerCase(properties.text('storageType')), 'io1'); // the provider's default for such a cluster
  const charges = [
    metering.hourly('Multi-AZ cluster', priceKey`rds/${instanceClass}/${engine}/multi-az-cluster.hour`),
    metering.monthly(
      'Database storage',
      priceKey`rds/${type}-multi-az-cluster.gb-month`,
      properties.quantity('allocatedStorage'),
      'GB',
    ),
  ];
  if (type.state === 'known' && type.value !== 'gp3') {
    const key = priceKey`rds/${type}-iops-multi-az-cluster.iops-month`;
    charges.push(metering.monthly('Provisioned IOPS', key, properties.quantity('iops'), 'IOPS'));
  }
  const version = versionOf(metering.plan, metering.resource, CLUSTER_SOURCES);
  const lifecycle = properties.text('engineLifecycleSupport');
  return [
    ...charges,
    ...extendedSupport(metering, { engine: known(engine), version, lifecycle, instanceClass, instances: known(3) }),
    metering.usage('Backup storage', 'rds/backup-snapshot.gb-month', 'extraBackupGb'),
  ];
}

/** Aurora Standard unless the cluster says I/O-Optimized, as the provider documents. */
function storageMode(cluster: Properties): Maybe<string> {
  const type = withDefault(lowerCase(cluster.text('storageType')), '');
  return mapReading(type, (name) => (name === 'aurora-iopt1' ? 'iopt' : 'standard'));
}

const scalingUnits = (cluster: Properties) =>
  fromTo(
    cluster.quantity('serverlessv2ScalingConfiguration.minCapacity'),
    cluster.quantity('serverlessv2ScalingConfiguration.maxCapacity'),
  );

/** A volume for the log alone, of 1,000 GB and 3,000 IOPS. Off by default, as the provider documents. */
function logVolume(metering: Metering, deployment: Maybe<string>): Charge[] {
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
