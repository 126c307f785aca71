import type { Properties } from '../../properties';
import { absent, known, type Maybe, mapReading, withDefault } from '../../reading';
import type { Charge } from '../charge';
import { byTime, byUse, free, once, through } from '../classes';
import { meter, metered } from '../meters';
import { interfaceEndpoint, openAddresses } from '../parts/addresses';
import { auroraCluster, backtrack, dataApi, scaledReaders, scalingUnits, storageMode } from '../parts/aurora';
import {
  CLUSTER,
  CLUSTER_SOURCES,
  engineOf,
  engineOfCopy,
  INSTANCE_SOURCES,
  lowerCase,
  orElse,
  pricedEngine,
  sourceOf,
  versionOf,
  versionOfMember,
} from '../parts/rds-engine';
import { extendedSupport } from '../parts/rds-extended-support';
import { insights, monitoring } from '../parts/rds-monitoring';
import { backups, instanceStorage, logVolume } from '../parts/rds-storage';
import { averageSize, groupCharges } from '../parts/scaling';
import { LOGS, logs } from '../parts/telemetry';
import { fromTo, type Metering, priced, priceKey, type Service } from '../service';
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

/** A single instance unless asked otherwise, as CreateDBInstance documents it. */
const deploymentOf = (properties: Properties): Maybe<string> =>
  mapReading(withDefault(properties.flag('multiAz'), false), (on) => (on ? 'multi-az' : 'single-az'));

/** One writer and two readable standbys: AWS lists one price for the three, and for their storage. */
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
