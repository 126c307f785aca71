/**
 * Input properties of priced types whose names speak of capacity, class, mode, engine, replicas, retention or features, and
 * that no code reads: the module of the type, the names, and why the bill is right without them.
 */
export type Accepted = readonly [module: string, names: string, why: string];

/** Names that may change a bill. */
export const MAY_BILL =
  /capacity|size|count|class|mode|engine|replica|retention|tier|iops|throughput|storage|insight|acceleratedR|accelerationE|edition|licen[cs]e|tenancy|bandwidth|shard|units?$|multiAz|provision|concurren|backup|feature|performance|dedicated|compute|memory|cpu|warm|standby|nodeType|instanceType/i;

/** … unless they name another thing, or speak of something that is never billed. */
export const NEVER_BILLS =
  /instanceRequirements\.|Ids?$|Arns?$|[aA]ccount|Country|country|[aA]uth|Identifier$|KmsKey|Window|classif|Role|Encrypted$|[uU]nit$|copyTags|skipFinal|AutomaticBackupStart|Warmup|ouunits|orgunits|organizationalUnit|Percentiles|Timeout|odelName$|modelAccess|modelPackage|odelPackages|sizeConstraint|oversize|resolverCount|Descriptor$/;

export const ACCEPTED: readonly Accepted[] = [
  ['acmpca', 'keyStorageSecurityStandard', 'an authority costs the same with either kind of key store'],
  ['amplify', 'enablePerformanceMode', 'caching of hosting, without a price'],
  [
    'apigateway',
    'endpointAccessMode minimumCompressionSize putRestApiMode',
    'how requests are answered; each costs the same',
  ],
  [
    'appautoscaling',
    'maxCapacityBreachBehavior maxCapacityBuffer customizedCapacityMetricSpecification mode',
    'how a policy scales; the size of what it scales is read from its target',
  ],
  ['athena', 'effectiveEngineVersion', 'what AWS answers; the version that is asked for is read'],
  [
    'autoscaling',
    `capacityDistributionStrategy capacityRebalance forceDeleteWarmPool retentionTriggers standbyInstances minElbCapacity
     waitForElbCapacity maxGroupPreparedCapacity maxCapacityBreachBehavior maxCapacityBuffer
     customizedCapacityMetricSpecification capacityReservationPreference`,
    'how a group starts and replaces machines; a warm pool is one line without a price',
  ],
  [
    'autoscaling',
    'onDemandBaseCapacity',
    'what is bought on the Spot market counts from nothing to the on-demand price',
  ],
  ['backup', 'maxRetentionDays minRetentionDays', 'how much is stored is a usage figure'],
  ['batch', 'desiredVcpus maxVcpus', 'limits; jobs decide, which is a usage figure'],
  [
    'bedrock',
    'memoryConfigurations enabledMemoryTypes storageDays parserMode promptCreationMode',
    'memory is made by calls of the model, whose tokens are counted',
  ],
  ['cfg', 'evaluationModes', 'evaluations are a usage figure'],
  ['cloudfront', 'priceClass', 'all data counts at the price of the US and Europe, as its name says'],
  ['cloudfront', 'mode', 'certificates of viewers cost nothing at the distribution'],
  ['cloudhsmv2', 'mode', 'FIPS or not, the same price'],
  ['cloudtrail', 'insightType', 'each kind analyzes the same events; how many is a usage figure'],
  ['cloudwatch', 'retentionDays retentionInDays', 'how much is stored is a usage figure'],
  [
    'cloudwatch',
    'performanceScoreThreshold warmUpConfiguration onlyStartEvaluatingAfterWarmUpPeriodEnds warmUpPeriodDurationInMinutes',
    'when an alarm or an event is raised',
  ],
  [
    'codebuild',
    'instanceType memory vcpu',
    'a fleet with a computeConfiguration of its own is one line without a price',
  ],
  ['codebuild', 'desiredCapacity', 'what AWS answers'],
  [
    'codebuild',
    'computeTypesAlloweds modes concurrentBuildLimit privilegedMode',
    'limits; build minutes are a usage figure',
  ],
  [
    'codepipeline',
    'executionMode outputArtifactsForComputeActions retryMode',
    'how a pipeline runs; it is billed whole',
  ],
  ['cognito', 'passwordHistorySize feature tokenValidityUnits', 'rules for sign-in'],
  ['datasync', 'overwriteMode transferMode verifyMode', 'how files are moved; the data is a usage figure'],
  ['directconnect', 'encryptionMode', 'MACsec costs nothing'],
  ['dms', 'replicationSettings replicationType startReplication engineVersion', 'what is moved, not on what'],
  ['docdb', 'backupRetentionPeriod', 'backups beyond the size of the database are a usage figure'],
  ['docdb', 'maxCapacity minCapacity', 'an instance of class db.serverless has no price in the book, as its line says'],
  ['docdb', 'enablePerformanceInsights promotionTier', 'seven days of it are free, and no more is offered'],
  [
    'dynamodb',
    'onDemandThroughput maxReadRequestUnits maxWriteRequestUnits',
    'limits; reads and writes are usage figures',
  ],
  ['dynamodb', 'consistencyMode', 'replicated writes cost the same'],
  ['ebs', 'uploadSize', 'what is stored is a usage figure'],
  ['ec2', 'ephemeralStorage', 'an old name that changes nothing'],
  [
    'ec2',
    `excessCapacityTerminationPolicy capacityReservationOptions minTargetCapacity singleInstanceType
     instancePoolsToUseCount capacityRebalance spotTargetCapacity capacityReservationPreference spotInstanceType`,
    'how a fleet is filled; from none to all on demand is in the range',
  ],
  ['ec2', 'fulfilledCapacity fulfilledOnDemandCapacity', 'what AWS answers'],
  [
    'ec2',
    'targetCapacityUnitType',
    'a fleet in vCPUs needs requirements, which leave the type to AWS, as its line says',
  ],
  ['ec2', 'cpuOptions coreCount', 'fewer cores cost the same'],
  [
    'ec2',
    'ipv6AddressCount privateIpAddressCount secondaryPrivateIpAddressCount',
    'private and IPv6 addresses are free',
  ],
  ['ec2', 'presharedKeyStorage', 'a secret of its own is not made by the plan'],
  ['ec2transitgateway', 'applianceModeSupport', 'the same price'],
  [
    'ecs',
    `maximumScalingStepSize minimumScalingStepSize targetCapacity capacityOptionType capacityReservations
     localStorageConfiguration useLocalStorage storageConfiguration storageSizeGib`,
    'managed instances are one line without a price',
  ],
  ['ecs', 'managedStorageConfiguration', 'keys of encryption'],
  ['efs', 'transitionToPrimaryStorageClass performanceMode replicationOverwrite', 'the same prices'],
  ['eks', 'controlPlaneInstanceType etcdInstanceType', 'machines of an Outposts rack, which is bought as a whole'],
  ['eks', 'storageConfig blockStorage', 'belongs to Auto Mode, which is one line without a price'],
  ['eks', 'controlPlaneEgressMode maxParallelNodesRepairedCount maxUnhealthyNodeThresholdCount', 'network and repair'],
  ['eks', 'maxGroupPreparedCapacity', 'a warm pool is one line without a price'],
  [
    'elasticache',
    'azMode outpostMode clusterMode dataTieringEnabled multiAzEnabled replicaAvailabilityZones transitEncryptionMode majorEngineVersion',
    'nodes are billed by their type and number alone',
  ],
  ['elb', 'desyncMitigationMode', 'the same price'],
  ['emr', 'provisionedOnDemandCapacity provisionedSpotCapacity', 'what AWS answers'],
  ['emr', 'stepConcurrencyLevel mainClass', 'what the nodes run'],
  ['fis', 'emptyTargetResolutionMode selectionMode', 'action-minutes are a usage figure'],
  ['fms', 'firewallDeploymentModel', 'a policy costs the same; what it makes stands in other accounts'],
  ['fsx', 'sizingMode', 'the size of the cache is read'],
  ['fsx', 'importedFileChunkSize recordSizeKib storageCapacityQuotaGib', 'how files are stored'],
  [
    'glue',
    'retention orphanFileRetentionPeriodInDays retentionConfiguration snapshotRetentionPeriodInDays sampleSize',
    'what is kept in a bucket, and what a run reads',
  ],
  ['glue', 'maxConcurrentRuns jobMode maxCapacity', 'DPU-hours are a usage figure'],
  ['iot', 'batchMode', 'actions are counted the same'],
  ['kendra', 'maxContentSizePerPageInMegaBytes webCrawlerMode userGroupResolutionMode', 'what is read'],
  [
    'kinesis',
    'bufferingSize s3BackupMode s3BackupConfiguration blockSizeBytes stripeSizeBytes pageSizeBytes',
    "Firehose bills what it takes in; storage is the bucket's",
  ],
  ['kinesis', 'maxRecordSizeInKib', 'payload units are a usage figure'],
  ['lambda', 'batchSize maximumConcurrency reservedConcurrentExecutions', 'limits; requests are a usage figure'],
  [
    'lambda',
    `lambdaManagedInstancesCapacityProviderConfig executionEnvironmentMemoryGibPerVcpu
     perExecutionEnvironmentMaxConcurrency retentionPeriod tenantIsolationMode`,
    'managed instances, durable executions and single tenants are lines without a price',
  ],
  ['lb', 'desyncMitigationMode xffHeaderProcessingMode', 'the same price'],
  ['lightsail', 'backupRetentionEnabled', 'backups are part of the plan'],
  ['memorydb', 'dataTiering engineVersion', 'nodes are billed by their type; no version costs more'],
  ['mq', 'dataReplicationMode engineVersion replicationUser', 'brokers are billed one by one; no version costs more'],
  ['msk', 'volumeThroughput', 'provisioned throughput is one line without a price'],
  [
    'msk',
    `replicatorLogDelivery replicationInfoList consumerGroupReplications consumerGroupOffsetSyncMode
     consumerGroupsToReplicates topicReplications topicsToReplicates replicatorName`,
    'a replicator is billed by the hour and by its data',
  ],
  ['mskconnect', 'cpuUtilizationPercentage', 'when it scales; its bounds are read'],
  ['mwaa', 'webserverAccessMode', 'the same price'],
  ['neptune', 'backupRetentionPeriod', 'backups beyond the size of the database are a usage figure'],
  ['neptune', 'engineVersion', 'AWS has announced no day from which an old version costs more'],
  ['neptune', 'promotionTier', 'which reader takes over'],
  ['networkmanager', 'applianceModeSupport', 'the same price'],
  ['networkmonitor', 'packetSize', 'a probe costs the same'],
  ['opensearch', 's3VectorsEngine', 'vectors are billed in their bucket'],
  ['opensearch', 'multiAzWithStandbyEnabled availabilityZoneCount', 'nodes are billed by their type and number alone'],
  ['opensearch', 'nodeType', 'coordinator is the only kind'],
  ['opensearch', 'warmCount warmEnabled warmType', 'read, by names that are put together'],
  ['elasticsearch', 'warmCount warmEnabled warmType', 'read, by names that are put together'],
  ['elasticsearch', 'availabilityZoneCount', 'nodes are billed by their type and number alone'],
  [
    'pipes',
    `batchSize size instanceType capacityProviderStrategies capacityProvider cpu memory memoryReservation
     ephemeralStorage sizeInGib taskCount`,
    'what a pipe starts is billed where it runs; how often is a usage figure of the pipe',
  ],
  ['qbusiness', 'attachmentsControlMode', 'the same price'],
  ['qldb', 'permissionsMode', 'the same price'],
  ['quicksight', 'importMode', 'SPICE is a usage figure from zero'],
  ['rds', 'deleteAutomatedBackups backupTarget retentionPeriod', 'backups are a usage figure'],
  [
    'rds',
    'sourceEngine sourceEngineVersion engineFamily replicaMode promotionTier upgradeStorageConfig',
    'the same price',
  ],
  ['rds', 'maxAllocatedStorage', 'a limit; storage grows when the data does'],
  [
    'redshift',
    'automatedSnapshotRetentionPeriod manualSnapshotRetentionPeriod retentionPeriod',
    'automated snapshots are free; manual ones are a usage figure of their resource',
  ],
  ['redshiftserverless', 'retentionPeriod maxCapacity pricePerformanceTarget', 'limits; RPU-hours are a usage figure'],
  ['route53', 'enableAcceleratedRecovery', 'no price is published for it'],
  ['s3', 'storageClassAnalysis tierings accessTier', 'objects are a usage figure'],
  ['s3', 'defaultRetention objectLockMode', 'storage is a usage figure'],
  ['s3', 'deleteMarkerReplicationStatus replicationTime', 'replication is one line without a price'],
  ['s3', 'objectSizeGreaterThan objectSizeLessThan transitionDefaultMinimumObjectSize', 'moves are a usage figure'],
  ['s3control', 'allowedFeatures storageLensTableDestination', 'what is shown; objects are a usage figure'],
  [
    'sagemaker',
    'defaultEbsStorageSettings defaultEbsVolumeSizeInGb maximumEbsVolumeSizeInGb hiddenInstanceTypes retentionPolicy modelRegisterSettings',
    'volumes are billed with the spaces that have them',
  ],
  [
    'sagemaker',
    'canarySize linearStepSize maximumBatchSize rollbackMaximumBatchSize maxConcurrentInvocationsPerInstance captureMode',
    'how a new version is rolled out, and what is sampled',
  ],
  [
    'sagemaker',
    'capacityReservationConfig capacityReservationPreference',
    'a training plan is bought apart; the on-demand price is the most it may be',
  ],
  [
    'sagemaker',
    'maxConcurrency memorySizeInMb provisionedConcurrency',
    'serverless inference is one line without a price',
  ],
  ['sagemaker', 'trainingInputMode inputMode trainingRepositoryAccessMode fileSystemAccessMode', 'how data is read'],
  [
    'scheduler',
    'capacityProviderStrategies capacityProvider taskCount',
    'what a schedule starts is billed where it runs',
  ],
  ['secretsmanager', 'forceOverwriteReplicaSecret', 'replicas are counted'],
  ['sns', 'fifoThroughputScope', 'the same price'],
  ['sqs', 'fifoThroughputLimit maxMessageSize messageRetentionSeconds', 'requests are a usage figure'],
  [
    'storagegateway',
    'volumeSizeInBytes defaultStorageClass directoryMode fileMode',
    'what is stored is a usage figure',
  ],
  [
    'synthetics',
    'encryptionMode failureRetentionPeriod ephemeralStorage successRetentionPeriod',
    'results are stored in a bucket; a function of up to 10 GB of temporary storage adds less than 1 %',
  ],
  ['timestreaminfluxdb', 'failoverMode', 'instances are counted'],
  ['timestreamquery', 'queryInsightsResponses queryTableCount', 'what AWS answers'],
  [
    'timestreamwrite',
    'retentionProperties magneticStoreRetentionPeriodInDays memoryStoreRetentionPeriodInHours',
    'what is stored is a usage figure',
  ],
  ['transfer', 'tlsSessionResumptionMode s3StorageOptions', 'the same price'],
  ['verifiedpermissions', 'mode', 'requests are a usage figure'],
  ['wafv2', 'count', 'an action that lets a request pass and counts it'],
];
