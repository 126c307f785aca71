import type { Properties } from '../../core/properties';
import { absent, known, type Reading, unknown, withDefault } from '../../core/reading';
import { firstOf, made, parts, type Source } from './native-properties';
import type { Rows } from './row';

/** A table is created in several regions at once, this one included: its replicas are those that follow the first. */
const otherReplicas = made(['replicas'], (native) => {
  const list = native.items('replicas');
  if (list.state !== 'known') return list;
  const regions = list.value.slice(1).map((item) => (item.state === 'known' ? item.value.text('region') : item));
  return known(regions.map((region) => (region.state === 'known' ? { regionName: region.value } : {})));
});

const ofEveryReplica = (path: string): Source => made(['replicas'], (native) => allAlike(native, 'replicas', path));

/** What all items of a list say, when they say the same. */
function allAlike(native: Properties, list: string, path: string): Reading<unknown> {
  const items = native.items(list);
  if (items.state !== 'known') return items;
  const said = items.value.map((item) => (item.state === 'known' ? item.value.any(path) : item));
  const [first = absent] = said;
  return said.every((one) => isSame(one, first)) ? first : unknown(`its ${list} differ`);
}

const isSame = (one: Reading<unknown>, other: Reading<unknown>): boolean =>
  one.state === 'known' && other.state === 'known' ? one.value === other.value : one.state === other.state;

const scaling = made(['billingMode'], () => unknown('its capacity scales by itself'));

/** Shards may be given by their number, one by one, or not at all where there is one with replicas. */
const shards = made(['numNodeGroups', 'nodeGroupConfiguration', 'replicasPerNodeGroup'], (native) => {
  const count = native.any('numNodeGroups');
  if (count.state !== 'absent') return count;
  const list = native.list('nodeGroupConfiguration');
  if (list.state === 'unknown') return list;
  if (list.state === 'known' && list.value.length > 0) return known(list.value.length);
  return native.any('replicasPerNodeGroup').state === 'absent' ? absent : known(1);
});

const replicasOfShard = made(['replicasPerNodeGroup', 'nodeGroupConfiguration'], (native) => {
  const count = native.any('replicasPerNodeGroup');
  return count.state === 'absent' ? allAlike(native, 'nodeGroupConfiguration', 'replicaCount') : count;
});

/** CreateDBInstance takes io1 when IOPS are set, and gp3 otherwise; the aws provider takes gp2. */
const databaseStorage = made(['storageType', 'iops'], (native) => {
  const iops = native.any('iops');
  const fallback = iops.state === 'unknown' ? iops : known(iops.state === 'known' ? 'io1' : 'gp3');
  const type = native.any('storageType');
  return type.state === 'absent' ? fallback : type;
});

/** One day where nothing is said, as CreateDBInstance documents; what is made from another instance has none. */
const backupDays = made(['backupRetentionPeriod', 'sourceDbInstanceIdentifier'], (native) => {
  const days = native.any('backupRetentionPeriod');
  return native.any('sourceDbInstanceIdentifier').state === 'absent' ? withDefault(days, 1) : days;
});

/** Databases and caches. */
/** A table of CloudFormation is never made from another one. */
const RESTORES = 'restoreBackupArn restoreSourceName restoreSourceTableArn';

export const databases = (): Rows => ({
  'docdbelastic:Cluster': {
    type: 'aws:docdb/elasticCluster:ElasticCluster',
    same: 'shardCapacity shardCount shardInstanceCount',
  },
  'dynamodb:GlobalTable': {
    type: 'aws:dynamodb/table:Table',
    same: 'billingMode warmThroughput',
    lacking: `${RESTORES} importTable`,
    renamed: {
      replicas: otherReplicas,
      tableClass: ofEveryReplica('tableClass'),
      'pointInTimeRecovery.enabled': ofEveryReplica('pointInTimeRecoverySpecification.pointInTimeRecoveryEnabled'),
      readCapacity: scaling,
      writeCapacity: scaling,
      globalSecondaryIndexes: scaling,
    },
  },
  'dynamodb:Table': {
    type: 'aws:dynamodb/table:Table',
    same: 'billingMode tableClass warmThroughput',
    renamed: {
      readCapacity: 'provisionedThroughput.readCapacityUnits',
      writeCapacity: 'provisionedThroughput.writeCapacityUnits',
      importTable: 'importSourceSpecification',
      globalSecondaryIndexes: parts('globalSecondaryIndexes', {
        renamed: {
          name: 'indexName',
          readCapacity: 'provisionedThroughput.readCapacityUnits',
          writeCapacity: 'provisionedThroughput.writeCapacityUnits',
        },
      }),
      'pointInTimeRecovery.enabled': 'pointInTimeRecoverySpecification.pointInTimeRecoveryEnabled',
    },
    lacking: `replicas ${RESTORES}`,
  },
  'elasticache:CacheCluster': {
    type: 'aws:elasticache/cluster:Cluster',
    same: 'engine engineVersion numCacheNodes snapshotRetentionLimit',
    renamed: { nodeType: 'cacheNodeType' },
    lacking: 'replicationGroupId',
  },
  'elasticache:ReplicationGroup': {
    type: 'aws:elasticache/replicationGroup:ReplicationGroup',
    same: 'engine engineVersion numCacheClusters snapshotRetentionLimit replicationGroupId',
    lacking: 'nodeGroupConfigurations', // the number of shards and of their replicas is read of them
    renamed: { nodeType: 'cacheNodeType', numNodeGroups: shards, replicasPerNodeGroup: replicasOfShard },
  },
  'elasticache:ServerlessCache': {
    type: 'aws:elasticache/serverlessCache:ServerlessCache',
    same: 'engine snapshotRetentionLimit cacheUsageLimits.dataStorage.minimum',
    renamed: { 'cacheUsageLimits.ecpuPerSeconds.minimum': 'cacheUsageLimits.ecpuPerSecond.minimum' },
  },
  'memorydb:Cluster': {
    type: 'aws:memorydb/cluster:Cluster',
    same: 'engine nodeType numShards numReplicasPerShard snapshotRetentionLimit',
  },
  'neptune:DbCluster': {
    type: 'aws:neptune/cluster:Cluster',
    same: 'enableCloudwatchLogsExports',
    renamed: {
      'serverlessV2ScalingConfiguration.minCapacity': 'serverlessScalingConfiguration.minCapacity',
      'serverlessV2ScalingConfiguration.maxCapacity': 'serverlessScalingConfiguration.maxCapacity',
    },
    lacking: 'storageType',
  },
  'neptune:DbInstance': {
    type: 'aws:neptune/clusterInstance:ClusterInstance',
    same: 'publiclyAccessible',
    renamed: { instanceClass: 'dbInstanceClass', clusterIdentifier: 'dbClusterIdentifier' },
  },
  'odb:CloudAutonomousVmCluster': 'aws:odb/cloudAutonomousVmCluster:CloudAutonomousVmCluster',
  'odb:CloudExadataInfrastructure': 'aws:odb/cloudExadataInfrastructure:CloudExadataInfrastructure',
  'odb:CloudVmCluster': 'aws:odb/cloudVmCluster:CloudVmCluster',
  'rds:ClusterSnapshot': 'aws:rds/clusterSnapshot:ClusterSnapshot',
  'rds:DbCluster': {
    type: 'aws:rds/cluster:Cluster',
    same: `
      engine engineMode engineVersion engineLifecycleSupport storageType allocatedStorage iops dbClusterInstanceClass
      databaseInsightsMode snapshotIdentifier replicationSourceIdentifier globalClusterIdentifier
      scalingConfiguration.autoPause scalingConfiguration.minCapacity scalingConfiguration.maxCapacity
      monitoringInterval backtrackWindow enableHttpEndpoint
    `,
    renamed: {
      clusterIdentifier: 'dbClusterIdentifier',
      enabledCloudwatchLogsExports: 'enableCloudwatchLogsExports',
      restoreToPointInTime: firstOf('sourceDbClusterIdentifier', 'sourceDbClusterResourceId'),
      'restoreToPointInTime.sourceClusterIdentifier': 'sourceDbClusterIdentifier',
      'serverlessv2ScalingConfiguration.minCapacity': 'serverlessV2ScalingConfiguration.minCapacity',
      'serverlessv2ScalingConfiguration.maxCapacity': 'serverlessV2ScalingConfiguration.maxCapacity',
    },
  },
  // One of a cluster is a resource of another type in the aws provider.
  'rds:DbInstance': {
    type: 'aws:rds/instance:Instance',
    where: { isSet: 'dbClusterIdentifier', type: 'aws:rds/clusterInstance:ClusterInstance' },
    same: `
      engine engineVersion engineLifecycleSupport licenseModel multiAz allocatedStorage iops storageThroughput
      performanceInsightsRetentionPeriod databaseInsightsMode publiclyAccessible dedicatedLogVolume monitoringInterval
    `,
    renamed: {
      arn: 'dbInstanceArn',
      enabledCloudwatchLogsExports: 'enableCloudwatchLogsExports',
      backupRetentionPeriod: backupDays,
      clusterIdentifier: 'dbClusterIdentifier',
      instanceClass: 'dbInstanceClass',
      performanceInsightsEnabled: 'enablePerformanceInsights',
      replicateSourceDb: firstOf('sourceDbInstanceIdentifier', 'sourceDbClusterIdentifier'),
      restoreToPointInTime: firstOf(
        'restoreTime',
        'useLatestRestorableTime',
        'sourceDbiResourceId',
        'sourceDbInstanceAutomatedBackupsArn',
      ),
      'restoreToPointInTime.sourceDbInstanceIdentifier': 'sourceDbInstanceIdentifier',
      snapshotIdentifier: firstOf('dbSnapshotIdentifier', 'dbClusterSnapshotIdentifier'),
      storageType: databaseStorage,
    },
  },
  'rds:DbProxy': 'aws:rds/proxy:Proxy',
  'rds:DbSnapshot': 'aws:rds/snapshot:Snapshot',
  'timestream:InfluxDbCluster': {
    type: 'aws:timestreaminfluxdb/dbCluster:DbCluster',
    same: 'deploymentType dbParameterGroupIdentifier dbInstanceType dbStorageType allocatedStorage publiclyAccessible',
  },
});
