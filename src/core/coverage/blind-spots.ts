import type { Source } from './rule';

/** Something that credits do not pay and that no planned resource shows. */
export interface BlindSpot extends Source {
  readonly what: string;
  readonly why: string;
  /** Where an owner can see it instead. */
  readonly look: string;
}

const AWS_PROVIDER = {
  url: 'https://www.pulumi.com/registry/packages/aws/',
  asOf: '2026-11-23',
  confidence: 'A',
} as const;
const TERMS = { url: 'https://aws.amazon.com/awscredits/', asOf: '2024-12-16', confidence: 'A' } as const;
const NO_TYPE = 'The AWS provider has no resource type for it (7.48).';

/** What the guard cannot see: told in the documentation and by `credit-guard rules --blind-spots`. */
export const blindSpots: readonly BlindSpot[] = [
  { what: 'EC2 Reserved Instances', why: NO_TYPE, look: 'EC2 console, Reserved Instances', ...AWS_PROVIDER },
  {
    what: 'Reservations of Redshift, OpenSearch, MemoryDB and DynamoDB',
    why: NO_TYPE,
    look: 'the console of each service',
    ...AWS_PROVIDER,
  },
  { what: 'SageMaker training plans', why: NO_TYPE, look: 'SageMaker console, Training plans', ...AWS_PROVIDER },
  { what: 'AWS Support plans', why: NO_TYPE, look: 'Support console, Change plan', ...AWS_PROVIDER },
  {
    what: 'Marketplace subscriptions',
    why: NO_TYPE,
    look: 'Marketplace console, Manage subscriptions',
    ...AWS_PROVIDER,
  },
  {
    what: 'Snow devices and Ground Station contacts',
    why: NO_TYPE,
    look: 'the console of each service',
    ...AWS_PROVIDER,
  },
  { what: 'Outposts orders', why: NO_TYPE, look: 'Outposts console, Orders', ...AWS_PROVIDER },
  { what: 'Domain transfers to Route 53', why: NO_TYPE, look: 'Route 53 console, Requests', ...AWS_PROVIDER },
  {
    what: 'Managed Services, Professional Services, Training, Certification',
    why: 'The terms exclude them, and no resource buys them.',
    look: 'your contract with AWS',
    ...TERMS,
  },
  {
    what: 'Crypto mining',
    why: 'The terms exclude it; a plan does not show what a machine is used for.',
    look: 'the terms',
    ...TERMS,
  },
  {
    what: 'Tax',
    why: 'It is charged on what is left after credits.',
    look: 'the bill',
    url: 'https://aws.amazon.com/awscredits/',
    asOf: '2026-11-23',
    confidence: 'C',
  },
  {
    what: 'Resources created outside Pulumi, and inside CloudFormation stacks',
    why: 'Only planned resources are looked at.',
    look: 'Cost Explorer; state what the account spends under burn:',
    ...AWS_PROVIDER,
  },
  {
    what: 'Resources of the awscc provider, and of aws-native where their type is not read',
    why: 'Of aws-native, the types that a price or a rule knows are read; of awscc, none.',
    look: 'the line of the report that names these types',
    url: 'https://www.pulumi.com/registry/packages/aws-native/',
    asOf: '2026-11-24',
    confidence: 'A',
  },
];
