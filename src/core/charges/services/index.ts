import type { Unpriced } from '../classes';
import type { ResourcePricing, Service } from '../service';
import { acm } from './acm';
import { acmpca } from './acmpca';
import { amp } from './amp';
import { apigateway } from './apigateway';
import { apigatewayv2 } from './apigatewayv2';
import { apprunner } from './apprunner';
import { autoscaling } from './autoscaling';
import { cfg } from './cfg';
import { cloudfront } from './cloudfront';
import { cloudhsmv2 } from './cloudhsmv2';
import { cloudtrail } from './cloudtrail';
import { cloudwatch, eventbridge } from './cloudwatch';
import { codebuild } from './codebuild';
import { dax } from './dax';
import { directoryservice } from './directoryservice';
import { dms } from './dms';
import { docdb } from './docdb';
import { dynamodb } from './dynamodb';
import { ebs } from './ebs';
import { ec2, ec2Network } from './ec2';
import { ec2clientvpn } from './ec2clientvpn';
import { ec2transitgateway } from './ec2transitgateway';
import { ecr } from './ecr';
import { ecs } from './ecs';
import { efs } from './efs';
import { eks } from './eks';
import { elasticache } from './elasticache';
import { elasticsearch } from './elasticsearch';
import { elb } from './elb';
import { fsx } from './fsx';
import { globalaccelerator } from './globalaccelerator';
import { glue } from './glue';
import { guardduty } from './guardduty';
import { kendra } from './kendra';
import { kinesis } from './kinesis';
import { kms } from './kms';
import { lambda } from './lambda';
import { lb } from './lb';
import { memorydb } from './memorydb';
import { mq } from './mq';
import { msk } from './msk';
import { mskconnect } from './mskconnect';
import { mwaa } from './mwaa';
import { neptune } from './neptune';
import { networkfirewall } from './networkfirewall';
import { opensearch } from './opensearch';
import { pipes } from './pipes';
import { rds } from './rds';
import { redshift } from './redshift';
import { redshiftserverless } from './redshiftserverless';
import { route53 } from './route53';
import { s3 } from './s3';
import { sagemaker } from './sagemaker';
import { savingsplans } from './savingsplans';
import { scheduler } from './scheduler';
import { secretsmanager } from './secretsmanager';
import { ses } from './ses';
import { sesv2 } from './sesv2';
import { sfn } from './sfn';
import { sns } from './sns';
import { sqs } from './sqs';
import { ssm } from './ssm';
import { synthetics } from './synthetics';
import { transfer } from './transfer';
import { wafv2 } from './wafv2';
import { withoutPrices } from './without-prices';

/**
 * Every service: a type `aws:<module>/…` stands in the file `<module>.ts`, or in `without-prices.ts` when nothing of its
 * module is priced. Tests compare this list with the folder and with the provider's types.
 */
export const services: readonly Service[] = [
  acm,
  acmpca,
  amp,
  apigateway,
  apigatewayv2,
  apprunner,
  autoscaling,
  cfg,
  cloudfront,
  cloudhsmv2,
  cloudtrail,
  cloudwatch,
  eventbridge,
  codebuild,
  dax,
  directoryservice,
  dms,
  docdb,
  dynamodb,
  ebs,
  ec2,
  ec2Network,
  ec2clientvpn,
  ec2transitgateway,
  ecr,
  ecs,
  efs,
  eks,
  elasticache,
  elasticsearch,
  elb,
  fsx,
  globalaccelerator,
  glue,
  guardduty,
  kendra,
  kinesis,
  kms,
  lambda,
  lb,
  memorydb,
  mq,
  msk,
  mskconnect,
  mwaa,
  neptune,
  networkfirewall,
  opensearch,
  pipes,
  rds,
  redshift,
  redshiftserverless,
  route53,
  s3,
  sagemaker,
  savingsplans,
  scheduler,
  secretsmanager,
  ses,
  sesv2,
  sfn,
  sns,
  sqs,
  ssm,
  synthetics,
  transfer,
  wafv2,
  ...withoutPrices,
];

const types = new Map<string, Classified>(
  services.flatMap((service) =>
    Object.entries(service.resources).map(([type, entry]) => [type, { service, entry }] as const),
  ),
);

/** The one entry of a type: the service it belongs to, and how AWS bills it. */
export interface Classified {
  readonly service: Service;
  readonly entry: ResourcePricing | Unpriced;
}

/** The entry of a type; undefined when the provider has no such type. */
export const classOf = (type: string): Classified | undefined => types.get(type);

/** How a type is priced; undefined when it is not. */
export function pricingOf(type: string): ResourcePricing | undefined {
  const entry = types.get(type)?.entry;
  return entry?.class === 'priced' ? entry : undefined;
}

/** Is it a type that AWS does not bill for by itself: free, or part of another resource's bill? */
export function isFree(type: string): boolean {
  const found = types.get(type)?.entry.class;
  return found === 'free' || found === 'through';
}

export const allTypes = (): readonly string[] => [...types.keys()].sort();
export const pricedTypes = (): readonly string[] => allTypes().filter((type) => pricingOf(type) !== undefined);
