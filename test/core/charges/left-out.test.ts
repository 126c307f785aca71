import { describe, expect, test } from 'vitest';
import { amounts, aResource, chargesOf, LATER, type ResourceSketch } from '../../support/resources';

/** Charges that were left out of plans which were then called complete. USD a month, us-east-1 unless stated. */
const of = (sketch: ResourceSketch, ...others: ResourceSketch[]) =>
  amounts(chargesOf(sketch, { others: others.map(aResource) }));

const TASK: ResourceSketch = {
  type: 'aws:ecs/taskDefinition:TaskDefinition',
  name: 't',
  properties: { cpu: '1024', memory: '2048', requiresCompatibilities: ['FARGATE'] },
};
const dependsOn = (property: string, sketch: ResourceSketch) => ({ [property]: [aResource(sketch).urn] });

describe('an ECS service', () => {
  const service: ResourceSketch = {
    type: 'aws:ecs/service:Service',
    name: 's',
    properties: { launchType: 'FARGATE', taskDefinition: LATER },
    dependencies: dependsOn('taskDefinition', TASK),
  };
  const target: ResourceSketch = {
    type: 'aws:appautoscaling/target:Target',
    properties: {
      scalableDimension: 'ecs:service:DesiredCount',
      resourceId: 'service/c/s',
      minCapacity: 2,
      maxCapacity: 10,
    },
  };

  test('that Application Auto Scaling keeps between 2 and 10 tasks', () => {
    expect(of(service, TASK, target)).toEqual([
      ['Fargate vCPUs', '59.10', '295.50'], // 0.04048 × 730 × 2 to 10
      ['Fargate memory', '12.98', '64.90'], // 0.004445 × 2 GB × 730 × 2 to 10
    ]);
  });

  test('that asks for more than the least', () => {
    const asking = { ...service, properties: { ...service.properties, desiredCount: 4 } };
    expect(of(asking, TASK, target)[0]).toEqual(['Fargate vCPUs', '118.20', '295.50']);
  });

  test('without a launch type takes the default strategy of its cluster', () => {
    const providers: ResourceSketch = {
      type: 'aws:ecs/clusterCapacityProviders:ClusterCapacityProviders',
      properties: { clusterName: 'c', defaultCapacityProviderStrategies: [{ capacityProvider: 'FARGATE', weight: 1 }] },
    };
    const both = { ...TASK, properties: { cpu: '4096', memory: '16384', requiresCompatibilities: ['EC2', 'FARGATE'] } };
    const bare = { ...service, properties: { cluster: 'c', desiredCount: 50, taskDefinition: LATER } };
    expect(of(bare, both, providers)).toEqual([
      ['Fargate vCPUs', '5910.08', '5910.08'], // 0.04048 × 730 × 4 × 50
      ['Fargate memory', '2595.88', '2595.88'], // 0.004445 × 730 × 16 × 50
    ]);
    // The cluster is elsewhere: its strategy may be Fargate.
    expect(of(bare, both)[0]).toEqual(['Fargate vCPUs', '0.00', '5910.08']);
  });
});

describe('an EC2 instance', () => {
  const instance = (properties: Record<string, unknown>, more: Partial<ResourceSketch> = {}): ResourceSketch => ({
    type: 'aws:ec2/instance:Instance',
    properties: {
      instanceType: 'r5.large',
      associatePublicIpAddress: false,
      rootBlockDevice: { volumeSize: 30, volumeType: 'gp3' },
      ...properties,
    },
    ...more,
  });

  test('with a password to get runs Windows: 161.54 in all', () => {
    expect(of(instance({ getPasswordData: true }))).toEqual([
      ['EC2 instance, Linux price', '91.98', '91.98'], // 0.126 × 730
      ['Operating system, beyond the Linux price', '67.16', '67.16'], // 0.092 × 730
      ['Root EBS volume', '2.40', '2.40'],
    ]);
  });

  test('may run Windows when that is decided later', () => {
    expect(of(instance({ getPasswordData: LATER }))[1]).toEqual([
      'Operating system, beyond the Linux price',
      '0.00',
      '67.16',
    ]);
  });

  test('of a public image parameter of AWS', () => {
    const ami = 'resolve:ssm:/aws/service/ami-windows-latest/Windows_Server-2022-English-Full-Base';
    expect(of(instance({ ami }))[1]).toEqual(['Operating system, beyond the Linux price', '67.16', '67.16']);
  });

  const licences = (instanceType: string, image: string) =>
    of(instance({ instanceType, ami: `resolve:ssm:/aws/service/${image}` })).slice(1, -1);

  test('with SQL Server in its image', () => {
    expect(licences('m5.large', 'ami-windows-latest/Windows_Server-2022-English-Full-SQL_2022_Standard')).toEqual([
      ['Operating system, beyond the Linux price', '417.56', '417.56'], // 0.572 × 730, of the list
    ]);
    // What the list of each type does not have: 4 vCPUs × 0.046 and × 0.12
    expect(licences('m7i.xlarge', 'ami-windows-latest/Windows_Server-2022-English-Full-SQL_2022_Standard')).toEqual([
      ['Operating system, beyond the Linux price', '134.32', '134.32'],
      ['SQL Server', '350.40', '350.40'],
    ]);
    // Two vCPUs pay for four; the image of Linux stands in the folder of Windows.
    expect(licences('m7i.large', 'ami-windows-latest/amzn2-x86_64-SQL_2019_Enterprise')).toEqual([
      ['SQL Server', '1095.00', '1095.00'], // 4 × 0.375 × 730
    ]);
    expect(licences('m7i.large', 'ami-windows-latest/Windows_Server-2022-English-Full-SQL_2022_Express')).toEqual([
      ['Operating system, beyond the Linux price', '67.16', '67.16'], // 2 × 0.046 × 730: Express costs nothing
    ]);
  });

  test('of SUSE on a type that is newer than its list', () => {
    const suse = 'suse/sles/15-sp6/x86_64/latest';
    const line = 'Operating system, beyond the Linux price';
    expect(licences('m7i.large', suse)).toEqual([[line, '41.10', '41.10']]); // 0.0563 × 730
    expect(licences('m7i.4xlarge', suse)).toEqual([[line, '91.25', '91.25']]); // 0.125 × 730
    expect(licences('m8g.medium', suse)).toEqual([[line, '22.63', '41.10']]); // 0.031 to 0.0563
  });

  test('in a Local Zone, with its volume', () => {
    const there = instance(
      {
        instanceType: 'c5.large',
        availabilityZone: 'us-west-2-lax-1a',
        rootBlockDevice: { volumeSize: 8, volumeType: 'gp2' },
      },
      { region: 'us-west-2' },
    );
    expect(of(there)).toEqual([
      ['EC2 instance, Linux price', '74.46', '74.46'], // 0.102 × 730
      ['Root EBS volume', '0.96', '0.96'], // 0.12 × 8
    ]);
  });

  test('in a Local Zone by its subnet', () => {
    const subnet: ResourceSketch = {
      type: 'aws:ec2/subnet:Subnet',
      properties: { availabilityZone: 'us-west-2-lax-1a' },
    };
    const there = instance(
      { instanceType: 'c5.large', subnetId: LATER },
      { region: 'us-west-2', dependencies: dependsOn('subnetId', subnet) },
    );
    expect(of(there, subnet)[0]).toEqual(['EC2 instance, Linux price', '74.46', '74.46']);
  });

  test('with an Elastic IP address has one address, not two', () => {
    const machine = instance({ associatePublicIpAddress: true });
    const eip: ResourceSketch = { type: 'aws:ec2/eip:Eip', dependencies: dependsOn('instance', machine) };
    expect(of(machine, eip).flat()).not.toContain('Public IPv4 address');
    expect(of(machine)).toContainEqual(['Public IPv4 address', '3.65', '3.65']);
  });

  test('reserved for Windows', () => {
    const reservation: ResourceSketch = {
      type: 'aws:ec2/capacityReservation:CapacityReservation',
      properties: { instanceType: 'r5.large', instancePlatform: 'Windows', instanceCount: 2 },
    };
    expect(of(reservation)).toEqual([
      ['Capacity reservation, Linux price', '183.96', '183.96'],
      ['Operating system, beyond the Linux price', '134.32', '134.32'],
    ]);
  });
});

describe('a database', () => {
  test('of Aurora that is open to the internet has an address', () => {
    const cluster: ResourceSketch = { type: 'aws:rds/cluster:Cluster', properties: { engine: 'aurora-postgresql' } };
    const instance: ResourceSketch = {
      type: 'aws:rds/clusterInstance:ClusterInstance',
      properties: { engine: 'aurora-postgresql', instanceClass: 'db.t4g.medium', publiclyAccessible: true },
      dependencies: dependsOn('clusterIdentifier', cluster),
    };
    expect(of(instance, cluster)).toEqual([
      ['Aurora instance', '53.29', '53.29'], // 0.073 × 730
      ['Public IPv4 address', '3.65', '3.65'],
    ]);
  });

  test('with advanced Database Insights', () => {
    const charges = of({
      type: 'aws:rds/instance:Instance',
      properties: {
        engine: 'postgres',
        instanceClass: 'db.m5.large',
        allocatedStorage: 20,
        databaseInsightsMode: 'advanced',
      },
    });
    expect(charges).toContainEqual(['Database Insights, advanced', '18.25', '18.25']); // 0.0125 × 2 vCPUs × 730
  });

  test('of DocumentDB 3.6 is in extended support, at a price that was not found', () => {
    const cluster: ResourceSketch = { type: 'aws:docdb/cluster:Cluster', properties: { engineVersion: '3.6.0' } };
    const instance: ResourceSketch = {
      type: 'aws:docdb/clusterInstance:ClusterInstance',
      properties: { instanceClass: 'db.r5.large' },
      dependencies: dependsOn('clusterIdentifier', cluster),
    };
    expect(of(instance, cluster)[1]).toEqual([
      'Extended support of an old engine version',
      'no price for extended support of this engineVersion',
    ]);
    expect(of(instance, { ...cluster, properties: { engineVersion: '5.0.0' } })).toHaveLength(1);
  });

  test('of Redis 5 costs 80 % more', () => {
    const cache = (engineVersion: string) =>
      of({
        type: 'aws:elasticache/replicationGroup:ReplicationGroup',
        properties: { engine: 'redis', engineVersion, nodeType: 'cache.m6g.large', numCacheClusters: 2 },
      });
    expect(cache('5.0.6')).toEqual([
      ['Cache node', '217.54', '217.54'], // 0.149 × 730 × 2
      ['Extended support of an old engine version', '174.03', '174.03'], // × 0.8
    ]);
    expect(cache('7.1')).toHaveLength(1);
  });

  test('of OpenSearch 1.0 is charged by normalized hours', () => {
    const charges = of({
      type: 'aws:opensearch/domain:Domain',
      properties: {
        engineVersion: 'OpenSearch_1.0',
        clusterConfig: { instanceType: 'm6g.large.search', instanceCount: 2 },
      },
    });
    // 0.0065 × 4 for a large node × 2 nodes × 730
    expect(charges[1]).toEqual(['Extended support of an old engine version', '37.96', '37.96']);
  });

  test('of DynamoDB that may be scaled', () => {
    const table: ResourceSketch = {
      type: 'aws:dynamodb/table:Table',
      name: 'orders',
      properties: { readCapacity: 5, writeCapacity: 5 },
    };
    const target: ResourceSketch = {
      type: 'aws:appautoscaling/target:Target',
      properties: {
        scalableDimension: 'dynamodb:table:ReadCapacityUnits',
        resourceId: 'table/orders',
        minCapacity: 10,
        maxCapacity: 100,
      },
    };
    expect(of(table, target)[0]).toEqual(['Read capacity', '0.95', '9.49']); // 0.00013 × 730 × 10 to 100
    expect(of(table, target)[1]).toEqual(['Write capacity', '2.37', '2.37']); // 0.00065 × 730 × 5
  });

  test('of DynamoDB with a replica pays for it at the prices of its region', () => {
    const replicated = of({
      type: 'aws:dynamodb/table:Table',
      properties: { readCapacity: 10, writeCapacity: 10, replicas: [{ regionName: 'sa-east-1' }] },
    });
    expect(replicated.map((line) => (line as string[])[0])).toEqual([
      'Read capacity',
      'Write capacity',
      'Data stored',
      'Replicated writes',
      'Replica read capacity',
      'Replica data stored',
    ]);
    expect(replicated[4]).toEqual(['Replica read capacity', '1.42', '1.42']); // 0.000195 × 730 × 10 in São Paulo
  });
});

test('Bot Control has a fee of its own in each web ACL', () => {
  const rules = [{ statement: { managedRuleGroupStatement: { name: 'AWSManagedRulesBotControlRuleSet' } } }];
  expect(of({ type: 'aws:wafv2/webAcl:WebAcl', properties: { rules } }).slice(0, 3)).toEqual([
    ['Web ACL', '5.00', '5.00'],
    ['Web ACL rules', '1.00', '1.00'],
    ['Bot Control', '10.00', '10.00'],
  ]);
  const ruleJson = JSON.stringify([
    { Statement: { ManagedRuleGroupStatement: { VendorName: 'AWS', Name: 'AWSManagedRulesATPRuleSet' } } },
  ]);
  expect(of({ type: 'aws:wafv2/webAcl:WebAcl', properties: { ruleJson } })[2]).toEqual([
    'Account takeover prevention',
    '10.00',
    '10.00',
  ]);
});

test('Firehose into a VPC, with conversion', () => {
  const stream = (properties: Record<string, unknown>) =>
    of({ type: 'aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream', properties });
  expect(stream({ opensearchConfiguration: { vpcConfig: { subnetIds: ['a', 'b'] } } })).toEqual([
    ['Data ingested', '0.00', '2.90'],
    ['Delivery into a VPC', '14.60', '14.60'], // 0.01 × 730 × 2
    ['Data delivered into a VPC', '0.00', '1.00'],
  ]);
  expect(stream({ extendedS3Configuration: { dataFormatConversionConfiguration: {} } })).toEqual([
    ['Data ingested', '0.00', '2.90'],
    ['Format conversion', '0.00', '1.80'],
  ]);
});

test('the second trail of a plan copies events that the first has', () => {
  const trail = (name: string): ResourceSketch => ({ type: 'aws:cloudtrail/trail:Trail', name });
  const what = 'Further copies of management events';
  const [first, second] = [trail('a'), trail('b')];
  // The index lists resources in the order of the plan.
  expect(of(first, second)[0]).toEqual([what, '0.00', '0.00']);
  const charges = chargesOf(second, { others: [], before: [aResource(first)] });
  expect(amounts(charges)[0]).toEqual([what, '0.00', '20.00']); // 1,000,000 × 0.00002
});

test('requests to asymmetric keys, and temporary storage of functions', () => {
  const key = { type: 'aws:kms/key:Key', properties: { customerMasterKeySpec: 'RSA_4096' } };
  expect(of(key)[1]).toEqual(['Key requests', '0.00', '0.15']); // 10,000 × 0.000015
  const lambda = { type: 'aws:lambda/function:Function', properties: { ephemeralStorage: { size: 10_240 } } };
  // 9.5 GB × 0.1 to 0.5 s × up to 1,000,000 × 0.0000000309
  expect(of(lambda)[2]).toEqual(['Ephemeral storage beyond the included', '0.00', '0.15']);
});

test('tokens of another company are left to the rule on them', () => {
  const agent = (foundationModel: string) =>
    of({ type: 'aws:bedrock/agentAgent:AgentAgent', properties: { foundationModel } });
  expect(agent('anthropic.claude-3-haiku-20240307-v1:0')).toEqual([]);
  expect(agent('us.amazon.nova-lite-v1:0')).toHaveLength(2);
});

test.each<[string, ResourceSketch, unknown]>([
  [
    'capacity of a load balancer that is kept ready',
    { type: 'aws:lb/loadBalancer:LoadBalancer', properties: { minimumLoadBalancerCapacity: { capacityUnits: 100 } } },
    ['Reserved capacity units', '584.00', '584.00'], // 0.008 × 730 × 100
  ],
  [
    'a log volume of its own',
    {
      type: 'aws:rds/instance:Instance',
      properties: {
        engine: 'postgres',
        instanceClass: 'db.m5.large',
        allocatedStorage: 100,
        dedicatedLogVolume: true,
      },
    },
    ['Dedicated log volume', '125.00', '125.00'], // 0.125 × 1,000
  ],
  [
    'web servers beyond the included',
    { type: 'aws:mwaa/environment:Environment', properties: { minWebservers: 3, maxWebservers: 4 } },
    ['Additional web servers', '40.15', '80.30'], // 0.055 × 730 × 1 to 2
  ],
  [
    'a scratch file system',
    { type: 'aws:fsx/lustreFileSystem:LustreFileSystem', properties: { storageCapacity: 1200 } },
    ['Lustre storage', '168.00', '168.00'], // 0.14 × 1,200
  ],
  [
    'tiered storage',
    {
      type: 'aws:msk/cluster:Cluster',
      properties: {
        numberOfBrokerNodes: 3,
        storageMode: 'TIERED',
        brokerNodeGroupInfo: {
          instanceType: 'kafka.m5.large',
          storageInfo: { ebsStorageInfo: { volumeSize: 100 } },
        },
      },
    },
    ['Tiered storage', '0.00', '6.00'], // 0.06 × 0 to 100
  ],
  [
    'data written to Redis',
    { type: 'aws:memorydb/cluster:Cluster', properties: { engine: 'redis', nodeType: 'db.r6g.large' } },
    ['Data written', '0.00', '20.00'], // 0.20 × 0 to 100
  ],
  [
    'seven years of events',
    { type: 'aws:cloudtrail/eventDataStore:EventDataStore', properties: { billingMode: 'FIXED_RETENTION_PRICING' } },
    ['Lake ingestion', '0.00', '25.00'], // 2.50 × 0 to 10
  ],
  [
    'a volume for each task of a service',
    {
      type: 'aws:ecs/service:Service',
      properties: {
        launchType: 'EC2',
        desiredCount: 3,
        volumeConfiguration: { managedEbsVolume: { sizeInGb: 50 } },
      },
    },
    ['EBS volume', '12.00', '12.00'], // 0.08 × 50 × 3
  ],
  [
    'events that Insights analyzes',
    { type: 'aws:cloudtrail/trail:Trail', properties: { insightSelectors: [{ insightType: 'ApiCallRateInsight' }] } },
    ['Events analyzed by Insights', '0.00', '3.50'], // 0.0000035 × 0 to 1,000,000
  ],
  [
    'metrics of each shard',
    { type: 'aws:kinesis/stream:Stream', properties: { shardCount: 4, shardLevelMetrics: ['ALL'] } },
    ['Shard metrics', '8.40', '8.40'], // 0.30 × 4 × 7
  ],
  [
    'shards with replicas of their own',
    {
      type: 'aws:elasticache/replicationGroup:ReplicationGroup',
      properties: {
        engine: 'redis',
        nodeType: 'cache.m6g.large',
        nodeGroupConfigurations: [{ replicaCount: 1 }, { replicaCount: 2 }],
      },
    },
    ['Cache node', '543.85', '543.85'], // 0.149 × 730 × 5
  ],
  [
    'the least size of a serverless cache',
    {
      type: 'aws:elasticache/serverlessCache:ServerlessCache',
      properties: { engine: 'valkey', cacheUsageLimits: { dataStorage: { minimum: 10, unit: 'GB' } } },
    },
    ['Serverless data stored', '613.20', '613.20'], // 0.084 × 10 × 730
  ],
  [
    'the least processing units of a serverless cache',
    {
      type: 'aws:elasticache/serverlessCache:ServerlessCache',
      properties: { engine: 'valkey', cacheUsageLimits: { ecpuPerSeconds: [{ minimum: 1000 }] } },
    },
    ['Serverless processing units', '6.04', '6.04'], // 0.0000000023 × 1,000 × 2,628,000
  ],
  [
    'dedicated coordinator nodes',
    {
      type: 'aws:opensearch/domain:Domain',
      properties: {
        clusterConfig: {
          instanceType: 'm6g.large.search',
          nodeOptions: [{ nodeType: 'coordinator', nodeConfig: { enabled: true, count: 3, type: 'm6g.large.search' } }],
        },
      },
    },
    ['Dedicated coordinator node', '280.32', '280.32'], // 0.128 × 730 × 3
  ],
  [
    'larger bodies of requests',
    {
      type: 'aws:wafv2/webAcl:WebAcl',
      properties: { associationConfig: { requestBodies: [{ cloudfront: { defaultSizeInspectionLimit: 'KB_64' } }] } },
    },
    ['Larger bodies inspected', '0.00', '0.90'], // 0.0000009 × 0 to 1,000,000
  ],
  [
    'the start of functions from snapshots',
    {
      type: 'aws:lambda/function:Function',
      properties: { runtime: 'python3.12', snapStart: { applyOn: 'PublishedVersions' } },
    },
    ['SnapStart', 'the book has no price for snapStart.applyOn'],
  ],
  [
    'traces of a function',
    { type: 'aws:lambda/function:Function', properties: { tracingConfig: { mode: 'Active' } } },
    ['Traces recorded', '0.00', '0.25'], // 0.000005 × 0 to 50,000
  ],
  [
    'storage of a training job',
    {
      type: 'aws:sagemaker/trainingJob:TrainingJob',
      properties: { resourceConfig: { instanceCount: 2, instanceType: 'ml.m5.large', volumeSizeInGb: 365 } },
    },
    ['Training storage', '0.14', '3.36'], // 0.14 × 2 × 365 × 1 to 24 of 730 hours
  ],
  [
    'types that are recorded daily',
    {
      type: 'aws:cfg/recorder:Recorder',
      properties: { recordingMode: { recordingModeOverride: { recordingFrequency: 'DAILY' } } },
    },
    ['Configuration items', '0.00', '60.00'], // 0.003 or 0.012 × 0 to 5,000
  ],
  [
    'advanced security of the cheapest tier',
    {
      type: 'aws:cognito/userPool:UserPool',
      properties: { userPoolTier: 'LITE', userPoolAddOns: { advancedSecurityMode: 'ENFORCED' } },
    },
    ['Advanced security', '0.00', '50.00'], // 0.05 × 0 to 1,000
  ],
  [
    'a run in enhanced mode',
    { type: 'aws:datasync/task:Task', properties: { taskMode: 'ENHANCED' } },
    ['Data moved in enhanced mode', 'the book has no price for taskMode ENHANCED'],
  ],
  [
    'Spark in a workgroup',
    {
      type: 'aws:athena/workgroup:Workgroup',
      properties: { configuration: { engineVersion: { selectedEngineVersion: 'PySpark engine version 3' } } },
    },
    ['Spark sessions', '0.00', '7.00'], // 0.35 × 0 to 20
  ],
  [
    'a notebook of Flink',
    { type: 'aws:kinesisanalyticsv2/application:Application', properties: { applicationMode: 'INTERACTIVE' } },
    ['Flink processing units', '240.90', '240.90'], // 0.11 × 730 × 3
  ],
  [
    'a warm pool',
    { type: 'aws:autoscaling/group:Group', properties: { minSize: 1, maxSize: 2, warmPool: { minSize: 1 } } },
    ['Warm pool', 'the book has no price for warmPool'],
  ],
  [
    'traces of a stage',
    { type: 'aws:apigateway/stage:Stage', properties: { xrayTracingEnabled: true } },
    ['Traces recorded', '0.00', '0.25'], // 0.000005 × 0 to 50,000
  ],
  [
    'traces of a state machine',
    { type: 'aws:sfn/stateMachine:StateMachine', properties: { tracingConfiguration: { enabled: true } } },
    ['Traces recorded', '0.00', '0.25'],
  ],
  [
    'traces of an API of GraphQL',
    { type: 'aws:appsync/graphQLApi:GraphQLApi', properties: { xrayEnabled: true } },
    ['Traces recorded', '0.00', '0.25'],
  ],
  [
    'traces of a topic',
    { type: 'aws:sns/topic:Topic', properties: { tracingConfig: 'Active' } },
    ['Traces recorded', '0.00', '0.25'],
  ],
  [
    'traces of a canary',
    { type: 'aws:synthetics/canary:Canary', properties: { runConfig: { activeTracing: true } } },
    ['Traces recorded', '0.00', '0.25'],
  ],
  [
    'logs of a Kubernetes control plane',
    { type: 'aws:eks/cluster:Cluster', properties: { enabledClusterLogTypes: ['api', 'audit'] } },
    ['Logs ingested', '0.00', '2.50'], // 0.50 × 0 to 5
  ],
  [
    'logs of a database',
    {
      type: 'aws:rds/instance:Instance',
      properties: { engine: 'postgres', enabledCloudwatchLogsExports: ['postgresql'] },
    },
    ['Logs ingested', '0.00', '2.50'],
  ],
  [
    'logs of a broker',
    { type: 'aws:mq/broker:Broker', properties: { logs: { general: true } } },
    ['Logs ingested', '0.00', '2.50'],
  ],
  [
    'Enhanced Monitoring',
    { type: 'aws:rds/instance:Instance', properties: { engine: 'mysql', monitoringInterval: 1 } },
    ['Enhanced Monitoring', '2.51', '12.53'], // 2 to 10 KB × 2,628,000 ÷ 1,048,576 × 0.50
  ],
  [
    'backtracking',
    { type: 'aws:rds/cluster:Cluster', properties: { engine: 'aurora-mysql', backtrackWindow: 86_400 } },
    ['Backtrack change records', '0.00', '21.02'], // 100,000 an hour × 24 h × 730 × 0.000000012
  ],
  [
    'the Data API',
    { type: 'aws:rds/cluster:Cluster', properties: { engine: 'aurora-postgresql', enableHttpEndpoint: true } },
    ['Data API requests', '0.00', '0.35'], // 0.00000035 × 0 to 1,000,000
  ],
  [
    'functions at the edge',
    {
      type: 'aws:cloudfront/distribution:Distribution',
      properties: { defaultCacheBehavior: { lambdaFunctionAssociations: [{ eventType: 'viewer-request' }] } },
    },
    ['Lambda@Edge requests', '0.00', '0.60'], // 0.0000006 × 0 to 1,000,000
  ],
  [
    'functions at the edge of one path',
    {
      type: 'aws:cloudfront/distribution:Distribution',
      properties: { orderedCacheBehaviors: [{ lambdaFunctionAssociations: [{ eventType: 'origin-request' }] }] },
    },
    ['Lambda@Edge duration', '0.00', '0.50'], // 0.00005001 × 0 to 10,000
  ],
  [
    'a shield of an origin',
    {
      type: 'aws:cloudfront/distribution:Distribution',
      properties: { origins: [{ originShield: { enabled: true } }] },
    },
    ['Origin Shield', 'the book has no price for origins.originShield'],
  ],
  [
    'a detector that protects buckets',
    { type: 'aws:guardduty/detector:Detector', properties: { datasources: { s3Logs: { enable: true } } } },
    ['S3 events analyzed', '0.00', '0.80'], // 0.0000008 × 0 to 1,000,000
  ],
  [
    'objects that rules of a bucket move',
    {
      type: 'aws:s3/bucket:Bucket',
      properties: { lifecycleRules: [{ transitions: [{ days: 30, storageClass: 'STANDARD_IA' }] }] },
    },
    ['Storage in STANDARD_IA', '0.00', '1.25'], // 0.0125 × 0 to 100
  ],
  [
    'objects that are read from an archive',
    {
      type: 'aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration',
      properties: { rules: [{ transitions: [{ days: 30, storageClass: 'GLACIER_IR' }] }] },
    },
    ['Retrieval from GLACIER_IR', '0.00', '0.30'], // 0.03 × 0 to 10
  ],
  [
    'files that are rarely read',
    { type: 'aws:efs/fileSystem:FileSystem', properties: { lifecyclePolicies: [{ transitionToIa: 'AFTER_30_DAYS' }] } },
    ['Storage in Infrequent Access', '0.00', '2.50'], // 0.025 × 0 to 100
  ],
  [
    'files in the archive',
    {
      type: 'aws:efs/fileSystem:FileSystem',
      properties: { lifecyclePolicies: [{ transitionToArchive: 'AFTER_90_DAYS' }], throughputMode: 'elastic' },
    },
    ['Access to Archive', '0.00', '0.30'], // 0.03 × 0 to 10
  ],
  [
    'a table that is filled from a bucket',
    { type: 'aws:dynamodb/table:Table', properties: { importTable: { inputFormat: 'CSV' } } },
    ['Import', '0.00', '3.75'], // 0.15 × 0 to 25
  ],
  [
    'metrics of each broker',
    { type: 'aws:msk/cluster:Cluster', properties: { enhancedMonitoring: 'PER_BROKER' } },
    ['Enhanced monitoring', '0.00', '60.00'], // 0.30 × 0 to 200
  ],
  [
    'a volume that is filled fast',
    { type: 'aws:ebs/volume:Volume', properties: { size: 10, volumeInitializationRate: 200 } },
    ['Volume initialization', 'the book has no price for volumeInitializationRate'],
  ],
])('%s', (_, sketch, line) => {
  expect(of(sketch)).toContainEqual(line);
});

describe('what is switched off costs nothing', () => {
  const what = (sketch: ResourceSketch, ...others: ResourceSketch[]) =>
    of(sketch, ...others).map((line) => (line as string[])[0]);

  test('a protection plan', () => {
    const feature = (properties: Record<string, unknown>) => ({
      type: 'aws:guardduty/detectorFeature:DetectorFeature',
      properties: { name: 'S3_DATA_EVENTS', ...properties },
    });
    expect(what(feature({ status: 'ENABLED' }))).toEqual(['S3 events analyzed']);
    expect(what(feature({ status: 'DISABLED' }))).toEqual([]);
    const organization = 'aws:guardduty/organizationConfigurationFeature:OrganizationConfigurationFeature';
    expect(what({ type: organization, properties: { name: 'S3_DATA_EVENTS', autoEnable: 'NONE' } })).toEqual([]);
  });

  test('traces and monitoring', () => {
    expect(what({ type: 'aws:apigateway/stage:Stage', properties: { xrayTracingEnabled: false } })).toEqual([]);
    const sketch = { engine: 'mysql', monitoringInterval: 0, enabledCloudwatchLogsExports: [] };
    const charges = what({ type: 'aws:rds/instance:Instance', properties: sketch });
    expect(charges).not.toContain('Enhanced Monitoring');
    expect(charges).not.toContain('Logs ingested');
  });

  test('logs that a group of the plan counts', () => {
    const cluster = { type: 'aws:eks/cluster:Cluster', properties: { enabledClusterLogTypes: ['api'] } };
    const group = { type: 'aws:cloudwatch/logGroup:LogGroup', properties: { name: '/aws/eks/main/cluster' } };
    expect(what(cluster)).toContain('Logs ingested');
    expect(what(cluster, group)).not.toContain('Logs ingested');
  });
});
