import { part, parts, type Source } from './native-properties';
import { type Rows, under } from './row';

/** A setting of Firehose's delivery to S3. */
const s3Destination = (setting: string): Record<string, Source> => ({
  [`extendedS3Configuration.${setting}`]: `extendedS3DestinationConfiguration.${setting}`,
  [`extendedS3Configuration.${setting}.enabled`]: `extendedS3DestinationConfiguration.${setting}.enabled`,
});

/** The VPC of Firehose's delivery to a search domain. */
const searchDestination = (name: string, native: string): Record<string, Source> => ({
  [`${name}.vpcConfig`]: `${native}.vpcConfiguration`,
  [`${name}.vpcConfig.subnetIds`]: `${native}.vpcConfiguration.subnetIds`,
});

/** Data streams, search, warehouses and jobs. */
export const analytics = (): Rows => ({
  'athena:DataCatalog': { type: 'aws:athena/dataCatalog:DataCatalog', same: 'type' },
  'datazone:Domain': 'aws:datazone/domain:Domain',
  'datazone:Environment': 'aws:datazone/environment:Environment',
  'glue:Connection': {
    type: 'aws:glue/connection:Connection',
    renamed: under('connectionInput', 'connectionType'),
  },
  'glue:Crawler': 'aws:glue/crawler:Crawler',
  'glue:Job': { type: 'aws:glue/job:Job', same: 'executionClass' },
  'kafkaconnect:Connector': {
    type: 'aws:mskconnect/connector:Connector',
    same: 'capacity.provisionedCapacity capacity.provisionedCapacity.workerCount capacity.provisionedCapacity.mcuCount',
    renamed: {
      'capacity.autoscaling': 'capacity.autoScaling',
      'capacity.autoscaling.minWorkerCount': 'capacity.autoScaling.minWorkerCount',
      'capacity.autoscaling.maxWorkerCount': 'capacity.autoScaling.maxWorkerCount',
      'capacity.autoscaling.mcuCount': 'capacity.autoScaling.mcuCount',
    },
  },
  'kinesis:Stream': {
    type: 'aws:kinesis/stream:Stream',
    same: 'shardCount streamModeDetails.streamMode',
    renamed: {
      retentionPeriod: 'retentionPeriodHours',
      shardLevelMetrics: 'desiredShardLevelMetrics',
      warmThroughputMibPs: 'warmThroughputMiBps',
    },
  },
  'kinesis:StreamConsumer': { type: 'aws:kinesis/streamConsumer:StreamConsumer', same: 'streamArn' },
  'kinesisfirehose:DeliveryStream': {
    type: 'aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream',
    renamed: {
      kinesisSourceConfiguration: 'kinesisStreamSourceConfiguration',
      mskSourceConfiguration: 'mskSourceConfiguration',
      ...s3Destination('dataFormatConversionConfiguration'),
      ...s3Destination('dynamicPartitioningConfiguration'),
      ...searchDestination('elasticsearchConfiguration', 'elasticsearchDestinationConfiguration'),
      ...searchDestination('opensearchConfiguration', 'amazonopensearchserviceDestinationConfiguration'),
      ...searchDestination('opensearchserverlessConfiguration', 'amazonOpenSearchServerlessDestinationConfiguration'),
    },
  },
  'msk:Cluster': {
    type: 'aws:msk/cluster:Cluster',
    same: `
      numberOfBrokerNodes brokerNodeGroupInfo.instanceType
      brokerNodeGroupInfo.storageInfo.ebsStorageInfo.volumeSize storageMode enhancedMonitoring
      brokerNodeGroupInfo.connectivityInfo.publicAccess.type
      brokerNodeGroupInfo.storageInfo.ebsStorageInfo.provisionedThroughput.enabled
    `,
  },
  'msk:Replicator': 'aws:msk/replicator:Replicator',
  'msk:ServerlessCluster': 'aws:msk/serverlessCluster:ServerlessCluster',
  'msk:VpcConnection': 'aws:msk/vpcConnection:VpcConnection',
  'mwaa:Environment': {
    type: 'aws:mwaa/environment:Environment',
    same: 'environmentClass minWorkers maxWorkers schedulers minWebservers maxWebservers',
  },
  'opensearchserverless:Collection': {
    type: 'aws:opensearch/serverlessCollection:ServerlessCollection',
    same: 'collectionGroupName standbyReplicas',
  },
  'opensearchservice:Domain': {
    type: 'aws:opensearch/domain:Domain',
    same: 'engineVersion clusterConfig.coldStorageOptions.enabled aimlOptions.serverlessVectorAcceleration.enabled',
    lacking: 'elasticsearchVersion',
    renamed: {
      clusterConfig: part('clusterConfig', {
        same: `
          instanceType instanceCount dedicatedMasterEnabled dedicatedMasterType dedicatedMasterCount
          warmEnabled warmType warmCount
        `,
        renamed: {
          nodeOptions: parts('nodeOptions', { same: 'nodeConfig.enabled nodeConfig.type nodeConfig.count' }),
        },
      }),
      ebsOptions: part('ebsOptions', { same: 'ebsEnabled volumeType volumeSize iops throughput' }),
    },
  },
  'redshift:Cluster': {
    type: 'aws:redshift/cluster:Cluster',
    same: 'nodeType numberOfNodes multiAz publiclyAccessible',
  },
  'redshiftserverless:Namespace': 'aws:redshiftserverless/namespace:Namespace',
  'redshiftserverless:Workgroup': {
    type: 'aws:redshiftserverless/workgroup:Workgroup',
    same: 'baseCapacity publiclyAccessible',
  },
});
