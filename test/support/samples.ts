/** `[property, type, properties]` of another resource that a property points to. */
export type Link = readonly [property: string, type: string, properties: Readonly<Record<string, unknown>>];

export interface Sample {
  readonly type: string;
  readonly properties: Readonly<Record<string, unknown>>;
  readonly links: readonly Link[];
}

const sample = (type: string, properties: Readonly<Record<string, unknown>>, ...links: Link[]): Sample => ({
  type,
  properties,
  links,
});

const TEMPLATE: Link = [
  'launchTemplate',
  'aws:ec2/launchTemplate:LaunchTemplate',
  { instanceType: 'm5.large', networkInterfaces: [{ associatePublicIpAddress: false }] },
];
const CLUSTER = { engine: 'aurora-mysql', engineVersion: '8.0', storageType: 'aurora-iopt1' };

/**
 * What a program may well write for types whose bill depends on several properties: where the contract of priced types
 * starts. Types that are not here start with the rows of `at-a-glance.test.ts`, or with nothing.
 */
export const samples: readonly Sample[] = [
  sample('aws:acm/certificate:Certificate', { certificateAuthorityArn: 'arn:a', options: { export: 'ENABLED' } }),
  sample('aws:acmpca/certificateAuthority:CertificateAuthority', { usageMode: 'GENERAL_PURPOSE' }),
  sample('aws:apigateway/stage:Stage', { cacheClusterEnabled: true, cacheClusterSize: '0.5' }),
  sample('aws:apigatewayv2/api:Api', { protocolType: 'WEBSOCKET' }),
  sample('aws:apprunner/service:Service', {
    instanceConfiguration: { memory: '2 GB', cpu: '1 vCPU' },
    sourceConfiguration: { autoDeploymentsEnabled: true },
  }),
  sample(
    'aws:autoscaling/group:Group',
    { launchTemplate: { id: 'lt-1' }, minSize: 1, maxSize: 3, desiredCapacity: 2 },
    TEMPLATE,
  ),
  sample('aws:cfg/recorder:Recorder', { recordingMode: { recordingFrequency: 'DAILY' } }),
  sample('aws:cloudfront/distribution:Distribution', { viewerCertificate: { sslSupportMethod: 'vip' } }),
  sample('aws:cloudtrail/trail:Trail', { eventSelectors: [{ dataResources: [{}] }] }),
  sample('aws:cloudwatch/logGroup:LogGroup', { logGroupClass: 'INFREQUENT_ACCESS' }),
  sample('aws:cloudwatch/metricAlarm:MetricAlarm', {
    metricQueries: [{ metric: { period: 60 } }, { expression: 'a+b' }],
  }),
  sample('aws:codebuild/project:Project', {
    environment: { type: 'LINUX_CONTAINER', computeType: 'BUILD_GENERAL1_SMALL' },
  }),
  sample('aws:dax/cluster:Cluster', { nodeType: 'dax.r5.large', replicationFactor: 3 }),
  sample('aws:directoryservice/directory:Directory', {
    type: 'MicrosoftAD',
    edition: 'Standard',
    desiredNumberOfDomainControllers: 2,
  }),
  sample('aws:dms/replicationInstance:ReplicationInstance', {
    replicationInstanceClass: 'dms.t3.medium',
    multiAz: true,
    allocatedStorage: 100,
  }),
  sample('aws:docdb/cluster:Cluster', { storageType: 'iopt1' }),
  sample('aws:docdb/clusterInstance:ClusterInstance', { instanceClass: 'db.r6g.large' }, [
    'clusterIdentifier',
    'aws:docdb/cluster:Cluster',
    {},
  ]),
  sample('aws:docdb/elasticCluster:ElasticCluster', { shardCapacity: 2, shardCount: 2, shardInstanceCount: 2 }),
  sample('aws:dynamodb/table:Table', {
    billingMode: 'PROVISIONED',
    readCapacity: 5,
    writeCapacity: 5,
    globalSecondaryIndexes: [{ readCapacity: 5, writeCapacity: 5 }],
    pointInTimeRecovery: { enabled: true },
    replicas: [{ regionName: 'us-west-2' }],
  }),
  sample('aws:dynamodb/tableReplica:TableReplica', { pointInTimeRecovery: true }, [
    'globalTableArn',
    'aws:dynamodb/table:Table',
    { billingMode: 'PAY_PER_REQUEST' },
  ]),
  sample('aws:ebs/snapshot:Snapshot', { storageTier: 'standard' }),
  sample('aws:ebs/volume:Volume', { type: 'gp3', size: 100, iops: 4000, throughput: 250 }),
  sample('aws:ec2/capacityReservation:CapacityReservation', {
    instancePlatform: 'Linux/UNIX',
    instanceType: 'm5.large',
    instanceCount: 2,
  }),
  sample('aws:ec2/dedicatedHost:DedicatedHost', { instanceFamily: 'm5' }),
  sample('aws:ec2/eip:Eip', {}),
  sample(
    'aws:ec2/instance:Instance',
    {
      instanceType: 'm5.large',
      monitoring: true,
      associatePublicIpAddress: true,
      rootBlockDevice: { volumeType: 'gp3', volumeSize: 20, iops: 4000, throughput: 200 },
      ebsBlockDevices: [{ deviceName: '/dev/sdb', volumeType: 'io1', volumeSize: 10, iops: 100 }],
    },
    ['subnetId', 'aws:ec2/subnet:Subnet', { mapPublicIpOnLaunch: true }],
  ),
  sample('aws:ec2/natGateway:NatGateway', { availabilityMode: 'zonal' }),
  sample('aws:ec2/spotInstanceRequest:SpotInstanceRequest', {
    instanceType: 'm5.large',
    associatePublicIpAddress: false,
    rootBlockDevice: { volumeType: 'gp2', volumeSize: 20 },
  }),
  sample('aws:ec2/vpcEndpoint:VpcEndpoint', { vpcEndpointType: 'Interface', subnetIds: ['a', 'b'] }),
  sample('aws:ec2/vpcIpam:VpcIpam', { tier: 'advanced' }),
  sample('aws:ec2/vpnConnection:VpnConnection', { transitGatewayId: 'tgw-1' }),
  sample('aws:ecs/cluster:Cluster', { settings: [{ name: 'containerInsights', value: 'enabled' }] }),
  sample(
    'aws:ecs/service:Service',
    { desiredCount: 2, launchType: 'FARGATE', networkConfiguration: { assignPublicIp: true } },
    [
      'taskDefinition',
      'aws:ecs/taskDefinition:TaskDefinition',
      { cpu: '1024', memory: '2048', ephemeralStorage: { sizeInGib: 30 } },
    ],
  ),
  sample('aws:efs/fileSystem:FileSystem', {
    availabilityZoneName: 'us-east-1a',
    throughputMode: 'provisioned',
    provisionedThroughputInMibps: 100,
  }),
  sample('aws:eks/cluster:Cluster', { version: '1.31', controlPlaneScalingConfig: { tier: 'standard' } }),
  sample('aws:eks/nodeGroup:NodeGroup', {
    instanceTypes: ['m5.large'],
    capacityType: 'ON_DEMAND',
    diskSize: 50,
    scalingConfig: { desiredSize: 2, minSize: 1, maxSize: 3 },
  }),
  sample('aws:elasticache/cluster:Cluster', {
    engine: 'redis',
    nodeType: 'cache.m6g.large',
    numCacheNodes: 1,
    snapshotRetentionLimit: 5,
  }),
  sample('aws:elasticache/replicationGroup:ReplicationGroup', {
    engine: 'valkey',
    nodeType: 'cache.m6g.large',
    numNodeGroups: 2,
    replicasPerNodeGroup: 1,
    snapshotRetentionLimit: 5,
  }),
  sample('aws:elasticache/serverlessCache:ServerlessCache', { engine: 'valkey' }),
  ...['aws:opensearch/domain:Domain', 'aws:elasticsearch/domain:Domain'].map((type) =>
    sample(type, {
      clusterConfig: {
        instanceType: 'm6g.large.search',
        instanceCount: 2,
        dedicatedMasterEnabled: true,
        dedicatedMasterType: 'm6g.large.search',
        dedicatedMasterCount: 3,
        warmEnabled: true,
        warmType: 'ultrawarm1.medium.search',
        warmCount: 2,
      },
      ebsOptions: { ebsEnabled: true, volumeType: 'gp3', volumeSize: 100, iops: 4000, throughput: 250 },
    }),
  ),
  sample('aws:elb/loadBalancer:LoadBalancer', { subnets: ['a', 'b'] }),
  sample('aws:fsx/lustreFileSystem:LustreFileSystem', {
    deploymentType: 'PERSISTENT_2',
    perUnitStorageThroughput: 125,
    storageCapacity: 1200,
  }),
  sample('aws:fsx/ontapFileSystem:OntapFileSystem', {
    deploymentType: 'SINGLE_AZ_1',
    storageCapacity: 1024,
    throughputCapacity: 128,
    diskIopsConfiguration: { mode: 'USER_PROVISIONED', iops: 5000 },
  }),
  sample('aws:fsx/openZfsFileSystem:OpenZfsFileSystem', {
    deploymentType: 'SINGLE_AZ_1',
    storageCapacity: 64,
    throughputCapacity: 64,
    diskIopsConfiguration: { mode: 'USER_PROVISIONED', iops: 1000 },
  }),
  sample('aws:fsx/windowsFileSystem:WindowsFileSystem', {
    deploymentType: 'MULTI_AZ_1',
    storageCapacity: 300,
    throughputCapacity: 32,
    diskIopsConfiguration: { mode: 'USER_PROVISIONED', iops: 2000 },
  }),
  sample('aws:glue/job:Job', { executionClass: 'FLEX' }),
  sample('aws:guardduty/detector:Detector', { enable: true }),
  sample('aws:kendra/index:Index', { capacityUnits: { queryCapacityUnits: 1, storageCapacityUnits: 1 } }),
  sample('aws:kinesis/stream:Stream', { shardCount: 2, retentionPeriod: 200 }),
  sample('aws:kinesis/streamConsumer:StreamConsumer', {}, [
    'streamArn',
    'aws:kinesis/stream:Stream',
    { shardCount: 2 },
  ]),
  sample('aws:kms/key:Key', { enableKeyRotation: false }),
  sample('aws:lambda/function:Function', { memorySize: 512, architectures: ['arm64'] }),
  sample(
    'aws:lambda/provisionedConcurrencyConfig:ProvisionedConcurrencyConfig',
    { provisionedConcurrentExecutions: 2 },
    ['functionName', 'aws:lambda/function:Function', { memorySize: 512 }],
  ),
  sample('aws:lb/loadBalancer:LoadBalancer', {
    loadBalancerType: 'network',
    subnetMappings: [{ subnetId: 'a', allocationId: 'eipalloc-1' }],
  }),
  sample('aws:memorydb/cluster:Cluster', {
    engine: 'valkey',
    nodeType: 'db.r6g.large',
    numShards: 2,
    numReplicasPerShard: 1,
  }),
  sample('aws:mq/broker:Broker', {
    engineType: 'ActiveMQ',
    hostInstanceType: 'mq.m5.large',
    deploymentMode: 'ACTIVE_STANDBY_MULTI_AZ',
  }),
  sample('aws:msk/cluster:Cluster', {
    numberOfBrokerNodes: 3,
    brokerNodeGroupInfo: {
      instanceType: 'kafka.m5.large',
      storageInfo: { ebsStorageInfo: { volumeSize: 100 } },
    },
  }),
  sample('aws:mskconnect/connector:Connector', {
    capacity: { autoscaling: { minWorkerCount: 1, maxWorkerCount: 2, mcuCount: 1 } },
  }),
  sample('aws:mwaa/environment:Environment', {
    environmentClass: 'mw1.medium',
    minWorkers: 2,
    maxWorkers: 5,
    schedulers: 3,
  }),
  sample('aws:neptune/cluster:Cluster', { storageType: 'iopt1' }),
  sample('aws:neptune/clusterInstance:ClusterInstance', { instanceClass: 'db.r6g.large' }, [
    'clusterIdentifier',
    'aws:neptune/cluster:Cluster',
    {},
  ]),
  sample('aws:networkfirewall/firewall:Firewall', { subnetMappings: [{ subnetId: 'a' }, { subnetId: 'b' }] }),
  sample('aws:opensearch/serverlessCollection:ServerlessCollection', { standbyReplicas: 'ENABLED' }),
  sample('aws:rds/cluster:Cluster', {
    engine: 'aurora-mysql',
    storageType: 'aurora-iopt1',
    engineMode: 'provisioned',
  }),
  sample('aws:rds/clusterInstance:ClusterInstance', { instanceClass: 'db.r6g.large', engine: 'aurora-mysql' }, [
    'clusterIdentifier',
    'aws:rds/cluster:Cluster',
    CLUSTER,
  ]),
  sample('aws:rds/instance:Instance', {
    engine: 'postgres',
    engineVersion: '12.5',
    instanceClass: 'db.m5.large',
    multiAz: true,
    allocatedStorage: 500,
    storageType: 'gp3',
    iops: 15_000,
    storageThroughput: 600,
    backupRetentionPeriod: 7,
  }),
  sample('aws:redshift/cluster:Cluster', { nodeType: 'ra3.xlplus', numberOfNodes: 2, multiAz: true }),
  sample('aws:redshiftserverless/workgroup:Workgroup', { baseCapacity: 8 }),
  sample('aws:route53/healthCheck:HealthCheck', { type: 'HTTPS_STR_MATCH', requestInterval: 10, measureLatency: true }),
  sample('aws:route53/resolverEndpoint:ResolverEndpoint', { ipAddresses: [{}, {}] }),
  sample('aws:sagemaker/endpoint:Endpoint', {}, [
    'endpointConfigName',
    'aws:sagemaker/endpointConfiguration:EndpointConfiguration',
    { productionVariants: [{ instanceType: 'ml.m5.large', initialInstanceCount: 2 }] },
  ]),
  sample('aws:sagemaker/notebookInstance:NotebookInstance', { instanceType: 'ml.t3.medium', volumeSize: 10 }),
  sample('aws:savingsplans/savingsPlan:SavingsPlan', { commitment: '1.0', upfrontPaymentAmount: '100' }),
  sample('aws:secretsmanager/secret:Secret', { replicas: [{ region: 'us-west-2' }] }),
  sample('aws:sesv2/dedicatedIpPool:DedicatedIpPool', { scalingMode: 'MANAGED' }),
  sample('aws:sfn/stateMachine:StateMachine', { type: 'EXPRESS' }),
  sample('aws:sns/topic:Topic', { fifoTopic: false }),
  sample('aws:sqs/queue:Queue', { fifoQueue: true }),
  sample('aws:ssm/parameter:Parameter', { tier: 'Advanced' }),
  sample('aws:synthetics/canary:Canary', { schedule: { expression: 'rate(5 minutes)' }, startCanary: true }),
  sample('aws:transfer/server:Server', { protocols: ['SFTP', 'FTPS'] }),
  sample('aws:wafv2/webAcl:WebAcl', {
    rules: [{ statement: { managedRuleGroupStatement: { name: 'AWSManagedRulesBotControlRuleSet' } } }],
  }),
  sample('aws:wafv2/webAclRule:WebAclRule', {
    statement: { managedRuleGroup: { name: 'AWSManagedRulesATPRuleSet' } },
  }),
];
