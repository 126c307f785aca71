import type { ResourcePricing, Service } from '../service';
import { acm } from './acm';
import { acmPca } from './acm-pca';
import { apiGateway } from './api-gateway';
import { apprunner } from './apprunner';
import { cloudfront } from './cloudfront';
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
import { ebs } from './ebs';
import { ec2 } from './ec2';
import { ecr } from './ecr';
import { ecs } from './ecs';
import { efs } from './efs';
import { eks } from './eks';
import { elasticache } from './elasticache';
import { elb } from './elb';
import { eventbridge } from './eventbridge';
import { fsx } from './fsx';
import { globalAccelerator } from './global-accelerator';
import { glue } from './glue';
import { guardduty } from './guardduty';
import { kendra } from './kendra';
import { kinesis } from './kinesis';
import { kms } from './kms';
import { lambda } from './lambda';
import { memorydb } from './memorydb';
import { mq } from './mq';
import { msk } from './msk';
import { mwaa } from './mwaa';
import { neptune } from './neptune';
import { networkFirewall } from './network-firewall';
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
  acm,
  acmPca,
  apiGateway,
  apprunner,
  cloudfront,
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
  ebs,
  ec2,
  ecr,
  ecs,
  efs,
  eks,
  elasticache,
  elb,
  eventbridge,
  fsx,
  globalAccelerator,
  glue,
  guardduty,
  kendra,
  kinesis,
  kms,
  lambda,
  memorydb,
  mq,
  msk,
  mwaa,
  neptune,
  networkFirewall,
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
