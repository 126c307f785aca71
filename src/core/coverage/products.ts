/**
 * AWS's display names for one and the same product. Credits list opaque names, and price lists, bills and credits do not
 * agree on them. A name that is in no row matches only itself.
 */
const ALIASES: readonly (readonly string[])[] = [
  [
    'Amazon EC2',
    'Amazon Elastic Compute Cloud',
    'EC2 - Other',
    'Amazon Elastic Compute Cloud - Compute',
    'Amazon EBS',
    'Amazon Elastic Block Store',
  ],
  ['Amazon VPC', 'Amazon Virtual Private Cloud'],
  ['Elastic Load Balancing', 'Amazon ELB', 'AWS ELB', 'AWS Elastic Load Balancing', 'Amazon Elastic Load Balancing'],
  ['Amazon RDS', 'Amazon Relational Database Service', 'Amazon RDS Service', 'Amazon Aurora'],
  ['Amazon EKS', 'Amazon Elastic Kubernetes Service', 'Amazon Elastic Container Service for Kubernetes'],
  ['Amazon ECS', 'Amazon Elastic Container Service', 'Amazon EC2 Container Service', 'AWS Fargate'],
  [
    'Amazon ECR',
    'Amazon Elastic Container Registry',
    'Amazon EC2 Container Registry',
    'Amazon EC2 Container Registry (ECR)',
  ],
  ['Amazon S3', 'Amazon Simple Storage Service'],
  ['Amazon SQS', 'Amazon Simple Queue Service'],
  ['Amazon SNS', 'Amazon Simple Notification Service'],
  ['Amazon SES', 'Amazon Simple Email Service'],
  ['Amazon EFS', 'Amazon Elastic File System'],
  ['Amazon EMR', 'Amazon Elastic MapReduce'],
  ['Amazon MSK', 'Amazon Managed Streaming for Apache Kafka', 'Amazon Managed Streaming for Kafka'],
  ['Amazon OpenSearch Service', 'Amazon Elasticsearch Service'],
  ['Amazon CloudWatch', 'AmazonCloudWatch', 'Amazon CloudWatch Logs'],
  ['AWS KMS', 'AWS Key Management Service', 'AWS Key Management'],
  ['Amazon DocumentDB', 'Amazon DocumentDB (with MongoDB compatibility)'],
  ['Amazon Kinesis', 'Amazon Kinesis Data Streams'],
  ['Amazon Data Firehose', 'Amazon Kinesis Firehose', 'Amazon Kinesis Data Firehose'],
  ['AWS DMS', 'AWS Database Migration Service'],
  ['AWS Savings Plans', 'Savings Plans for AWS Compute usage', 'Savings Plans'],
  ['Amazon SageMaker', 'Amazon SageMaker AI'],
  ['AWS Directory Service', 'Directory Service'],
  ['AWS Step Functions', 'AWS Step Function'],
  ['AWS Marketplace', 'Marketplace'],
  ['AWS Certificate Manager', 'AWS Certificate Manager (ACM)'],
  ['AWS Systems Manager', 'Amazon EC2 Systems Manager', 'AWS Systems Manager (SSM)'],
  ['Amazon MemoryDB', 'Amazon MemoryDB for Redis'],
  ['Amazon EventBridge', 'CloudWatch Events', 'Amazon CloudWatch Events'],
  ['Amazon Managed Workflows for Apache Airflow', 'Amazon MWAA'],
  ['Amazon Managed Service for Prometheus', 'Amazon Prometheus'],
  ['Amazon Managed Grafana', 'Amazon Grafana'],
  ['AWS CodeBuild', 'CodeBuild'],
  ['AWS IoT Core', 'AWS IoT'],
  ['AWS IAM Access Analyzer', 'AWS Identity and Access Management Access Analyzer'],
  ['Amazon ECR Public', 'Amazon Elastic Container Registry Public'],
  ['Amazon SWF', 'Amazon Simple Workflow Service'],
  ['Amazon QLDB', 'Amazon Quantum Ledger Database'],
  ['Amazon Keyspaces', 'Amazon Keyspaces (for Apache Cassandra)', 'Amazon MCS'],
  // Renamed; older credits keep the older name.
  ['Amazon S3 Glacier', 'Amazon Glacier'],
  ['Amazon Inspector', 'Amazon Inspector V2'],
  ['Amazon Managed Service for Apache Flink', 'Amazon Kinesis Analytics', 'Amazon Kinesis Data Analytics'],
  ['AWS Transfer Family', 'AWS Transfer for SFTP'],
  ['AWS Fault Injection Service', 'AWS Fault Injection Simulator'],
  ['Amazon QuickSight', 'Amazon Quick Suite', 'Amazon Quick'],
  [
    'Amazon AppStream',
    'Amazon AppStream 2.0',
    'Amazon WorkSpaces Applications',
    'Amazon WorkSpaces Applications (AppStream)',
  ],
  ['Amazon Q', 'Amazon Q Business'],
  ['Amazon WorkSpaces Secure Browser', 'Amazon WorkSpaces Web'],
  // Telephone services are lines of another seller, apart from the service that uses them.
  ['Contact Center Telecommunications', 'Contact Center Telecommunications (service sold by AMCS, LLC)'],
  ['Amazon Chime Voice Connector', 'Amazon Chime Voice Connector a service sold by AMCS, LLC'],
];

/** Case, blanks and punctuation carry no meaning: "AmazonEC2" is "Amazon EC2". A plus does: Business Support+ is another plan. */
const fold = (name: string): string => name.toLowerCase().replace(/[^a-z0-9+]/g, '');

const CANONICAL = new Map(ALIASES.flatMap((row) => row.map((name) => [fold(name), fold(row[0] ?? name)] as const)));

/** The same for every name of a product: what names are compared by. */
export const canonical = (name: string): string => {
  const folded = fold(name);
  return CANONICAL.get(folded) ?? folded;
};

const DISPLAY = new Map(ALIASES.map(([first = '']) => [fold(first), first] as const));

/** The name that charges use for a product, whichever of AWS's names is written. */
export const displayProduct = (name: string): string => DISPLAY.get(canonical(name)) ?? name;

/** Every name that is known for a product of which more than one is in use. */
export const productNames: readonly string[] = ALIASES.flat();

/** Do two display names mean the same billed product? */
export const sameProduct = (a: string, b: string): boolean => canonical(a) === canonical(b);

/** Does a credit's list of applicable products name this one? */
export const listsProduct = (list: readonly string[], product: string): boolean =>
  list.some((name) => sameProduct(name, product));
