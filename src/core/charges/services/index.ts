import type { ResourcePricing, Service } from '../service';
import { acmPca } from './acm-pca';
import { apprunner } from './apprunner';
import { cloudhsm } from './cloudhsm';
import { cloudtrail } from './cloudtrail';
import { cloudwatch } from './cloudwatch';
import { codebuild } from './codebuild';
import { configService } from './config-service';
import { dax } from './dax';
import { directoryService } from './directory-service';
import { dms } from './dms';
import { docdb } from './docdb';
import { dynamodb } from './dynamodb';
import { ecr } from './ecr';
import { efs } from './efs';
import { elasticache } from './elasticache';
import { eventbridge } from './eventbridge';
import { fsx } from './fsx';
import { glue } from './glue';
import { guardduty } from './guardduty';
import { kendra } from './kendra';
import { kinesis } from './kinesis';
import { kms } from './kms';
import { memorydb } from './memorydb';
import { mq } from './mq';
import { msk } from './msk';
import { mwaa } from './mwaa';
import { neptune } from './neptune';
import { opensearch } from './opensearch';
import { prometheus } from './prometheus';
import { rds } from './rds';
import { redshift } from './redshift';
import { route53 } from './route53';
import { s3 } from './s3';
import { sagemaker } from './sagemaker';
import { savingsPlans } from './savings-plans';
import { secretsManager } from './secrets-manager';
import { ses } from './ses';
import { sns } from './sns';
import { sqs } from './sqs';
import { ssm } from './ssm';
import { stepFunctions } from './step-functions';
import { transfer } from './transfer';
import { vpc } from './vpc';
import { waf } from './waf';

/** Every service whose resources are priced. A test compares this list with the folder. */
export const services: readonly Service[] = [
  acmPca,
  apprunner,
  cloudhsm,
  cloudtrail,
  cloudwatch,
  codebuild,
  configService,
  dax,
  directoryService,
  dms,
  docdb,
  dynamodb,
  ecr,
  efs,
  elasticache,
  eventbridge,
  fsx,
  glue,
  guardduty,
  kendra,
  kinesis,
  kms,
  memorydb,
  mq,
  msk,
  mwaa,
  neptune,
  opensearch,
  prometheus,
  rds,
  redshift,
  route53,
  s3,
  sagemaker,
  savingsPlans,
  secretsManager,
  ses,
  sns,
  sqs,
  ssm,
  stepFunctions,
  transfer,
  vpc,
  waf,
];

const pricings = new Map<string, { service: Service; pricing: ResourcePricing }>(
  services.flatMap((service) =>
    Object.entries(service.resources).map(([type, pricing]) => [type, { service, pricing }] as const),
  ),
);

/** How a type is priced; undefined when it is not. */
export const pricingOf = (type: string): { service: Service; pricing: ResourcePricing } | undefined =>
  pricings.get(type);

export const pricedTypes = (): readonly string[] => [...pricings.keys()].sort();
