/**
 * Where AWS's price list has the rows of the book: the one place that knows AWS's names of services, families, attributes
 * and usage types. What is not here keeps the row that ships with the package.
 */

/** Lines of AWS's list that one question to its Query API asks for. */
export interface PriceFamily {
  /** AWS's code of the service, such as `AmazonEC2`. */
  readonly service: string;
  /** What the product family and the attributes have to be: the filters of the question, tested again on the answer. */
  readonly ask: Readonly<Record<string, string>>;
  readonly rows: readonly FamilyRow[];
}

export interface FamilyRow {
  /**
   * The usage type without the prefix of its region. `{instanceType}` is that attribute; a name that no attribute has is what
   * stands there.
   */
  readonly usage: string;
  /** The key of the book, with the same names in it: `ec2/{instanceType}.hour`. Its end says in which units AWS may sell. */
  readonly key: string;
  /** What further attributes have to be; undefined: that there is none. */
  readonly where?: Readonly<Record<string, string | undefined>>;
  /** How many of our units are one of AWS's. */
  readonly units?: number;
}

const row = (usage: string, key: string, where: FamilyRow['where'] = {}): FamilyRow => ({ usage, key, where });
const family = (service: string, ask: PriceFamily['ask'], ...rows: readonly FamilyRow[]): PriceFamily => ({
  service,
  ask,
  rows,
});
const of = (productFamily: string, ask: PriceFamily['ask'] = {}): PriceFamily['ask'] => ({ productFamily, ...ask });

const LINUX = {
  operatingSystem: 'Linux',
  preInstalledSw: 'NA',
  capacitystatus: 'Used',
  licenseModel: 'No License required',
};

const instances = (productFamily: string): readonly PriceFamily[] => [
  family(
    'AmazonEC2',
    of(productFamily, { ...LINUX, tenancy: 'Shared' }),
    row('BoxUsage:{instanceType}', 'ec2/{instanceType}.hour'),
  ),
  family(
    'AmazonEC2',
    of(productFamily, { ...LINUX, tenancy: 'Dedicated' }),
    row('DedicatedUsage:{instanceType}', 'ec2-dedicated/{instanceType}.hour'),
  ),
];

const ec2: readonly PriceFamily[] = [
  ...instances('Compute Instance'),
  ...instances('Compute Instance (bare metal)'),
  family(
    'AmazonEC2',
    of('Storage'),
    row('EBS:VolumeUsage', 'ebs/standard.gb-month', { volumeApiName: 'standard' }),
    row('EBS:VolumeUsage.gp2', 'ebs/gp2.gb-month'),
    row('EBS:VolumeUsage.gp3', 'ebs/gp3.gb-month'),
    row('EBS:VolumeUsage.io2', 'ebs/io2.gb-month'),
    row('EBS:VolumeUsage.piops', 'ebs/io1.gb-month'),
    row('EBS:VolumeUsage.sc1', 'ebs/sc1.gb-month'),
    row('EBS:VolumeUsage.st1', 'ebs/st1.gb-month'),
  ),
  family(
    'AmazonEC2',
    of('System Operation'),
    row('EBS:VolumeIOUsage', 'ebs/standard-io.request'),
    row('EBS:VolumeP-IOPS.gp3', 'ebs/gp3-extra-iops.iops-month'),
    row('EBS:VolumeP-IOPS.piops', 'ebs/io1-iops.iops-month'),
    row('EBS:VolumeP-IOPS.io2', 'ebs/io2-iops-tier1.iops-month'),
    row('EBS:VolumeP-IOPS.io2.tier2', 'ebs/io2-iops-tier2.iops-month'),
    row('EBS:VolumeP-IOPS.io2.tier3', 'ebs/io2-iops-tier3.iops-month'),
  ),
  family(
    'AmazonEC2',
    of('Provisioned Throughput'),
    row('EBS:VolumeP-Throughput.gp3', 'ebs/gp3-extra-throughput.gibps-month'),
    { ...row('EBS:VolumeP-Throughput.gp3', 'ebs/gp3-extra-throughput.mibps-month'), units: 1024 },
  ),
  family(
    'AmazonEC2',
    of('Storage Snapshot'),
    row('EBS:SnapshotUsage', 'ebs/snapshot.gb-month'),
    row('EBS:SnapshotArchiveStorage', 'ebs/snapshot-archive.gb-month'),
  ),
  family(
    'AmazonEC2',
    of('Fast Snapshot Restore'),
    row('EBS:FastSnapshotRestore', 'ebs/fast-snapshot-restore.dsu-hour'),
  ),
  family(
    'AmazonEC2',
    of('NAT Gateway'),
    row('NatGateway-Hours', 'natgateway/nat.hour'),
    row('NatGateway-Bytes', 'natgateway/nat.gb'),
  ),
  family(
    'AmazonEC2',
    of('CPU Credits', { operatingSystem: 'Linux' }),
    row('CPUCredits:t3', 'ec2/t-unlimited-credit.vcpu-hour'),
  ),
];

/** In some regions the lines stand under Elastic Load Balancing, in some under EC2, in most under both. */
const balancers = (service: string): readonly PriceFamily[] => [
  family(
    service,
    of('Load Balancer-Application'),
    row('LoadBalancerUsage', 'elb/alb.hour'),
    row('LCUUsage', 'elb/alb.lcu-hour'),
  ),
  family(
    service,
    of('Load Balancer-Network'),
    row('LoadBalancerUsage', 'elb/nlb.hour'),
    row('LCUUsage', 'elb/nlb.nlcu-hour'),
  ),
  family(
    service,
    of('Load Balancer-Gateway'),
    row('LoadBalancerUsage', 'elb/gwlb.hour'),
    row('LCUUsage', 'elb/gwlb.glcu-hour'),
  ),
  family(
    service,
    of('Load Balancer'),
    row('LoadBalancerUsage', 'elb/clb.hour'),
    row('DataProcessing-Bytes', 'elb/clb.gb'),
  ),
];

/** Most of its lines have no product family. */
const vpc: readonly PriceFamily[] = [
  family(
    'AmazonVPC',
    {},
    row('PublicIPv4:InUseAddress', 'vpc/public-ipv4.hour'),
    row('PublicIPv4:IdleAddress', 'vpc/public-ipv4-idle.hour'),
    row('VpcEndpoint-Hours', 'vpc/interface-endpoint.hour'),
    row('VpcEndpoint-Bytes', 'vpc/interface-endpoint.gb'),
    row('VpcEndpoint-GWLBE-Hours', 'vpc/gwlb-endpoint.hour'),
    row('VpcEndpoint-GWLBE-Bytes', 'vpc/gwlb-endpoint.gb'),
    row('VPN-Usage-Hours:ipsec.1', 'vpc/vpn-connection.hour'),
    row('TransitGateway-Hours', 'vpc/tgw-vpc-attachment.hour', { operation: 'TransitGatewayVPC' }),
    row('TransitGateway-Hours', 'vpc/tgw-vpn-attachment.hour', { operation: 'TransitGatewayVPN' }),
    row('TransitGateway-Hours', 'vpc/tgw-dx-attachment.hour', { operation: 'TransitGatewayDirectConnect' }),
    row('TransitGateway-Hours', 'vpc/tgw-peering-attachment.hour', { operation: 'TransitGatewayPeering' }),
    row('TransitGateway-Bytes', 'vpc/tgw-data.gb', { operation: 'TransitGatewayVPC' }),
  ),
];

const containers: readonly PriceFamily[] = [
  family('AmazonEKS', of('Compute'), row('AmazonEKS-Hours:perCluster', 'eks/cluster.hour')),
  family(
    'AmazonECS',
    of('Compute'),
    row('Fargate-vCPU-Hours:perCPU', 'fargate/linux-x86.vcpu-hour'),
    row('Fargate-GB-Hours', 'fargate/linux-x86.gb-hour'),
    row('Fargate-ARM-vCPU-Hours:perCPU', 'fargate/linux-arm.vcpu-hour'),
    row('Fargate-ARM-GB-Hours', 'fargate/linux-arm.gb-hour'),
    row('Fargate-EphemeralStorage-GB-Hours', 'fargate/ephemeral-storage.gb-hour'),
  ),
];

/** Amazon RDS by our name of the engine. A line of an Outposts rack has another engine: "MySQL (on-premise for Outpost)". */
const ENGINES: readonly (readonly [engine: string, where: Readonly<Record<string, string>>])[] = [
  ['mysql', { databaseEngine: 'MySQL' }],
  ['mariadb', { databaseEngine: 'MariaDB' }],
  ['postgres', { databaseEngine: 'PostgreSQL' }],
  ['aurora-mysql', { databaseEngine: 'Aurora MySQL' }],
  ['aurora-postgresql', { databaseEngine: 'Aurora PostgreSQL' }],
  ...(
    [
      ['sqlserver-ee', 'SQL Server', 'Enterprise', 'License included'],
      ['sqlserver-ex', 'SQL Server', 'Express', 'License included'],
      ['sqlserver-se', 'SQL Server', 'Standard', 'License included'],
      ['sqlserver-web', 'SQL Server', 'Web', 'License included'],
      ['oracle-ee-byol', 'Oracle', 'Enterprise', 'Bring your own license'],
      ['oracle-se2-byol', 'Oracle', 'Standard Two', 'Bring your own license'],
      ['oracle-se2-li', 'Oracle', 'Standard Two', 'License included'],
    ] as const
  ).map(
    ([engine, databaseEngine, databaseEdition, licenseModel]) =>
      [engine, { databaseEngine, databaseEdition, licenseModel }] as const,
  ),
];

/** Editions that AWS runs on one instance alone. */
const ONE_INSTANCE: ReadonlySet<string> = new Set(['sqlserver-ex', 'sqlserver-web']);

/** RDS Custom has lines of the same names, which differ in their deployment model alone. */
const NOT_CUSTOM = { deploymentModel: undefined };

const databaseInstances = ENGINES.flatMap(([engine, where]) => {
  const instance = (usage: string, deployment: string, more = {}) =>
    row(`${usage}:{instanceType}`, `rds/{instanceType}/${engine}${deployment}.hour`, {
      ...where,
      ...NOT_CUSTOM,
      ...more,
    });
  const single = instance('InstanceUsage', '/single-az', { deploymentOption: 'Single-AZ' });
  if (engine.startsWith('aurora')) return [single, instance('InstanceUsageIOOptimized', '-iopt/single-az')];
  if (ONE_INSTANCE.has(engine)) return [single];
  // SQL Server calls its second instance a mirror.
  const twice = ['Multi-AZUsage', ...(engine.startsWith('sqlserver') ? ['MirrorUsage'] : [])];
  return [single, ...twice.map((usage) => instance(usage, '/multi-az'))];
});

const rds: readonly PriceFamily[] = [
  family('AmazonRDS', of('Database Instance'), ...databaseInstances),
  family(
    'AmazonRDS',
    of('Database Storage'),
    row('Aurora:StorageUsage', 'rds/aurora-storage-standard.gb-month'),
    row('Aurora:IO-OptimizedStorageUsage', 'rds/aurora-storage-iopt.gb-month'),
    row('RDS:GP2-Storage', 'rds/gp2-single-az.gb-month'),
    row('RDS:Multi-AZ-GP2-Storage', 'rds/gp2-multi-az.gb-month'),
    row('RDS:GP3-Storage', 'rds/gp3-single-az.gb-month'),
    row('RDS:Multi-AZ-GP3-Storage', 'rds/gp3-multi-az.gb-month'),
    row('RDS:PIOPS-Storage', 'rds/io1-single-az.gb-month'),
    row('RDS:Multi-AZ-PIOPS-Storage', 'rds/io1-multi-az.gb-month'),
    row('RDS:StorageUsage', 'rds/magnetic-single-az.gb-month'),
    row('RDS:Multi-AZ-StorageUsage', 'rds/magnetic-multi-az.gb-month'),
  ),
  family(
    'AmazonRDS',
    of('Provisioned IOPS'),
    row('RDS:PIOPS', 'rds/io1-iops-single-az.iops-month'),
    row('RDS:Multi-AZ-PIOPS', 'rds/io1-iops-multi-az.iops-month'),
    row('RDS:GP3-PIOPS', 'rds/gp3-extra-iops-single-az.iops-month'),
    row('RDS:Multi-AZ-GP3-PIOPS', 'rds/gp3-extra-iops-multi-az.iops-month'),
  ),
  family(
    'AmazonRDS',
    of('Provisioned Throughput'),
    row('RDS:GP3-Throughput', 'rds/gp3-extra-throughput-single-az.mibps-month'),
    row('RDS:Multi-AZ-GP3-Throughput', 'rds/gp3-extra-throughput-multi-az.mibps-month'),
  ),
  family('AmazonRDS', of('ServerlessV2'), row('Aurora:ServerlessV2Usage', 'aurora/acu-v2-standard.acu-hour')),
];

const otherDatabases: readonly PriceFamily[] = [
  family(
    'AmazonElastiCache',
    of('Cache Instance'),
    ...['Memcached', 'Redis', 'Valkey'].map((cacheEngine) =>
      row('NodeUsage:{instanceType}', `elasticache/{instanceType}/${cacheEngine.toLowerCase()}.hour`, { cacheEngine }),
    ),
  ),
  family(
    'AmazonES',
    of('Amazon OpenSearch Service Instance'),
    row('ESInstance:{size}', 'opensearch/{instanceType}.hour'),
  ),
  family('AmazonRedshift', of('Compute Instance'), row('Node:{instanceType}', 'redshift/{instanceType}.hour')),
  family(
    'AmazonDocDB',
    of('Database Instance'),
    row('InstanceUsage:{instanceType}', 'docdb/{instanceType}/standard.hour'),
  ),
  family(
    'AmazonNeptune',
    of('Database Instance'),
    row('InstanceUsage:{instanceType}', 'neptune/{instanceType}/standard.hour'),
  ),
  family('AmazonMSK', of('Managed Streaming for Apache Kafka (MSK)'), row('Kafka.{size}', 'msk/kafka.{size}.hour')),
  family(
    'AmazonDynamoDB',
    of('Amazon DynamoDB PayPerRequest Throughput'),
    row('ReadRequestUnits', 'dynamodb/ondemand-read.rru'),
    row('WriteRequestUnits', 'dynamodb/ondemand-write.wru'),
  ),
  family(
    'AmazonDynamoDB',
    of('Provisioned IOPS'),
    row('ReadCapacityUnit-Hrs', 'dynamodb/provisioned-rcu.hour'),
    row('WriteCapacityUnit-Hrs', 'dynamodb/provisioned-wcu.hour'),
  ),
  family('AmazonDynamoDB', of('Database Storage'), row('TimedStorage-ByteHrs', 'dynamodb/storage-standard.gb-month')),
];

const lambda = (group: string, key: string): PriceFamily => family('AWSLambda', { group }, row('{usage}', key));

const serverless: readonly PriceFamily[] = [
  lambda('AWS-Lambda-Requests', 'lambda/request'),
  lambda('AWS-Lambda-Duration', 'lambda/duration-x86.gb-second'),
  lambda('AWS-Lambda-Duration-ARM', 'lambda/duration-arm.gb-second'),
  family(
    'AmazonS3',
    of('Storage'),
    row('TimedStorage-ByteHrs', 's3/standard-first50tb.gb-month', { volumeType: 'Standard' }),
    row('TimedStorage-SIA-ByteHrs', 's3/standard-ia.gb-month'),
    row('TimedStorage-ZIA-ByteHrs', 's3/onezone-ia.gb-month'),
    row('TimedStorage-GIR-ByteHrs', 's3/glacier-ir.gb-month'),
  ),
  family(
    'AmazonS3',
    of('API Request'),
    row('Requests-Tier1', 's3/standard-put.request'),
    row('Requests-Tier2', 's3/standard-get.request'),
  ),
];

const operations: readonly PriceFamily[] = [
  family(
    'AmazonCloudWatch',
    of('Alarm'),
    row('CW:AlarmMonitorUsage', 'cloudwatch/alarm-standard.alarm-metric-month'),
    row('CW:HighResAlarmMonitorUsage', 'cloudwatch/alarm-high-resolution.alarm-metric-month'),
    row('CW:CompositeAlarmMonitorUsage', 'cloudwatch/alarm-composite.month'),
  ),
  family(
    'AmazonCloudWatch',
    of('Data Payload'),
    row('DataProcessing-Bytes', 'cloudwatch/logs-ingest-standard.gb'),
    row('VendedLog-Bytes', 'cloudwatch/vended-logs-first10tb.gb'),
    row('S3-Egress-Bytes', 'cloudwatch/logs-delivery-first10tb.gb'),
    row('DataScanned-Bytes', 'cloudwatch/logs-insights-query.gb'),
  ),
  family('AmazonCloudWatch', of('Storage Snapshot'), row('TimedStorage-ByteHrs', 'cloudwatch/logs-storage.gb-month')),
  family('AmazonCloudWatch', of('Metric'), row('CW:MetricMonitorUsage', 'cloudwatch/metric-first10k.metric-month')),
  family('awskms', of('Encryption Key'), row('KMS-Keys', 'kms/key.month')),
  family('AWSSecretsManager', of('Secret'), row('AWSSecretsManager-Secrets', 'secretsmanager/secret.month')),
  family('AmazonEFS', of('Storage'), row('TimedStorage-ByteHrs', 'efs/standard.gb-month')),
];

export const FAMILIES: readonly PriceFamily[] = [
  ...ec2,
  ...balancers('AWSELB'),
  ...balancers('AmazonEC2'),
  ...vpc,
  ...containers,
  ...rds,
  ...otherDatabases,
  ...serverless,
  ...operations,
];

/** How AWS writes a unit, by the end of our key. A line in any other unit is not the one that is meant. */
export const UNITS: Readonly<Record<string, readonly string[]>> = {
  hour: ['hrs', 'hour', 'hours', 'readcapacityunit-hrs', 'writecapacityunit-hrs'],
  'dsu-hour': ['hours', 'dsu-hours', 'hrs'],
  'vcpu-hour': ['vcpu-hours', 'hours', 'hrs', 'hour'],
  'gb-hour': ['gb-hours', 'hours', 'hrs', 'hour'],
  'lcu-hour': ['lcu-hrs', 'lcu-hours'],
  'nlcu-hour': ['lcu-hrs', 'nlcu-hrs'],
  'glcu-hour': ['lcu-hrs', 'glcu-hrs'],
  'acu-hour': ['acu-hr', 'acu-hrs'],
  'gb-month': ['gb-mo', 'gb-month'],
  'iops-month': ['iops-mo', 'iops-month'],
  'gibps-month': ['gibps-mo'],
  'mibps-month': ['mbps-mo', 'mibps-mo', 'gibps-mo'],
  'metric-month': ['metrics'],
  'alarm-metric-month': ['alarms'],
  month: ['alarms', 'keys', 'key', 'secrets', 'secret', 'month', 'months'],
  gb: ['gb', 'gigabytes'],
  request: ['requests', 'request', 'ios'],
  rru: ['readrequestunits', 'rru'],
  wru: ['writerequestunits', 'wru'],
  'gb-second': ['second', 'lambda-gb-second', 'gb-second', 'gb-seconds'],
};

/** What stands before a usage type, by region: AWS's short name of it, and a hyphen. */
export const USAGE_PREFIXES: Readonly<Record<string, readonly string[]>> = {
  'af-south-1': ['AFS1'],
  'ap-east-1': ['APE1'],
  'ap-northeast-1': ['APN1'],
  'ap-northeast-2': ['APN2'],
  'ap-northeast-3': ['APN3'],
  'ap-south-1': ['APS3'],
  'ap-south-2': ['APS5'],
  'ap-southeast-1': ['APS1'],
  'ap-southeast-2': ['APS2'],
  'ap-southeast-3': ['APS4'],
  'ap-southeast-4': ['APS6'],
  'ap-southeast-5': ['APS7'],
  'ap-southeast-7': ['APS9'],
  'ca-central-1': ['CAN1'],
  'ca-west-1': ['CAN2'],
  'eu-central-1': ['EUC1'],
  'eu-central-2': ['EUC2'],
  'eu-north-1': ['EUN1'],
  'eu-south-1': ['EUS1'],
  'eu-south-2': ['EUS2'],
  'eu-west-1': ['EU', 'EUW1'],
  'eu-west-2': ['EUW2'],
  'eu-west-3': ['EUW3'],
  'il-central-1': ['ILC1'],
  'me-central-1': ['MEC1'],
  'me-south-1': ['MES1'],
  'mx-central-1': ['MXC1'],
  'sa-east-1': ['SAE1'],
  'us-east-1': ['USE1'],
  'us-east-2': ['USE2'],
  'us-gov-east-1': ['UGE1'],
  'us-gov-west-1': ['UGW1'],
  'us-west-1': ['USW1'],
  'us-west-2': ['USW2'],
};
