import type { Source } from './rule';

/** Something that credits do not cover, or that spends them unseen, and that no planned resource shows. */
export interface BlindSpot extends Source {
  readonly what: string;
  readonly why: string;
  /** Where an owner can see it instead. */
  readonly look: string;
}

const AWS_PROVIDER = {
  url: 'https://www.pulumi.com/registry/packages/aws/',
  asOf: '2026-11-25',
  confidence: 'A',
} as const;
const TERMS = { url: 'https://aws.amazon.com/awscredits/', asOf: '2024-12-16', confidence: 'A' } as const;

/** The AWS provider has no type for it. */
const untyped = (what: string, look: string): BlindSpot => ({
  what,
  why: 'The AWS provider (7.48) has no resource type for it.',
  look,
  ...AWS_PROVIDER,
});

/** What the guard cannot see: in the documentation and in `credit-guard rules --blind-spots`. */
export const blindSpots: readonly BlindSpot[] = [
  untyped('EC2 Reserved Instances', 'EC2 console, Reserved Instances'),
  untyped(
    'Reservations of Redshift, Redshift Serverless, OpenSearch, MemoryDB and DynamoDB',
    'the console of each service',
  ),
  untyped('RDS capacity reservations and future-dated EC2 Capacity Reservations', 'the console of each service'),
  untyped('SageMaker training plans', 'SageMaker console, Training plans'),
  untyped('AWS Support plans', 'Support console, Change plan'),
  untyped('Marketplace subscriptions', 'Marketplace console, Manage subscriptions'),
  untyped('Bedrock Marketplace endpoints', 'Bedrock console, Marketplace deployments'),
  untyped('Route 53 Resolver DNS Firewall rules of type PartnerThreatProtection', 'VPC console, DNS Firewall'),
  untyped('SES plans (Pro, Enterprise)', 'SES console, Plans'),
  untyped('CloudFront flat-rate plans', 'CloudFront console, Plans'),
  untyped('Snow devices and Ground Station contacts', 'the console of each service'),
  untyped('Outposts orders', 'Outposts console, Orders'),
  untyped('Domain transfers to Route 53', 'Route 53 console, Requests'),
  {
    what: 'Managed Services, Professional Services, Training, Certification',
    why: "Credits don't cover them, and no resource buys them.",
    look: 'your contract with AWS',
    ...TERMS,
  },
  {
    what: 'Crypto mining',
    why: "Credits don't cover it, and a plan does not show what an instance is used for.",
    look: 'the terms',
    ...TERMS,
  },
  {
    what: 'Tax',
    why: 'AWS charges it on what is left after credits, so it comes on top of every cash figure; `tax:` adds it up.',
    look: 'the bill',
    url: 'https://aws.amazon.com/awscredits/',
    asOf: '2026-11-23',
    confidence: 'C',
  },
  {
    what: 'What account-wide services scan, such as GuardDuty, Macie, Inspector, Security Hub, Detective and AWS Config',
    why: 'AWS bills them by what the account holds, not by what the plan creates.',
    look: 'Cost Explorer; enter what the account spends under burn:',
    url: 'https://aws.amazon.com/guardduty/pricing/',
    asOf: '2026-11-25',
    confidence: 'B',
  },
  {
    what: 'Resources created outside Pulumi, and inside CloudFormation stacks',
    why: 'Only planned resources are read.',
    look: 'Cost Explorer; enter what the account spends under burn:',
    ...AWS_PROVIDER,
  },
  {
    what: 'Marketplace images inside Helm releases and operators',
    why: 'The plan shows where a chart comes from and the values it is given, and no image of what it starts.',
    look: 'the images of the registry 709825985650 in the pods of your cluster',
    url: 'https://docs.aws.amazon.com/marketplace/latest/buyerguide/buyer-launching-container-products.html',
    asOf: '2026-11-25',
    confidence: 'C',
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
