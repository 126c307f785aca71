import type { Unpriced } from '../classes';
import type { ResourcePricing, Service } from '../service';
import { accessanalyzer } from './accessanalyzer';
import { acm } from './acm';
import { acmpca } from './acmpca';
import { amp } from './amp';
import { amplify } from './amplify';
import { apigateway } from './apigateway';
import { apigatewayv2 } from './apigatewayv2';
import { appautoscaling } from './appautoscaling';
import { apprunner } from './apprunner';
import { appstream } from './appstream';
import { appsync } from './appsync';
import { athena } from './athena';
import { auditmanager } from './auditmanager';
import { autoscaling } from './autoscaling';
import { backup } from './backup';
import { batch } from './batch';
import { bedrock } from './bedrock';
import { cfg } from './cfg';
import { cloud9 } from './cloud9';
import { cloudfront } from './cloudfront';
import { cloudhsmv2 } from './cloudhsmv2';
import { cloudsearch } from './cloudsearch';
import { cloudtrail } from './cloudtrail';
import { cloudwatch, eventbridge } from './cloudwatch';
import { codeartifact } from './codeartifact';
import { codebuild } from './codebuild';
import { codepipeline } from './codepipeline';
import { cognito } from './cognito';
import { connect } from './connect';
import { datasync } from './datasync';
import { dax } from './dax';
import { detective } from './detective';
import { directconnect } from './directconnect';
import { directoryservice } from './directoryservice';
import { dms } from './dms';
import { docdb } from './docdb';
import { dsql } from './dsql';
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
import { elasticbeanstalk } from './elasticbeanstalk';
import { elasticsearch } from './elasticsearch';
import { elb } from './elb';
import { emr } from './emr';
import { fis } from './fis';
import { fms } from './fms';
import { fsx } from './fsx';
import { gamelift } from './gamelift';
import { glacier } from './glacier';
import { globalaccelerator } from './globalaccelerator';
import { glue } from './glue';
import { grafana } from './grafana';
import { guardduty } from './guardduty';
import { imagebuilder } from './imagebuilder';
import { inspector2 } from './inspector2';
import { iot } from './iot';
import { kendra } from './kendra';
import { keyspaces } from './keyspaces';
import { kinesis } from './kinesis';
import { kinesisanalyticsv2 } from './kinesisanalyticsv2';
import { kms } from './kms';
import { lambda } from './lambda';
import { lb } from './lb';
import { lightsail } from './lightsail';
import { macie2 } from './macie2';
import { memorydb } from './memorydb';
import { mq } from './mq';
import { msk } from './msk';
import { mskconnect } from './mskconnect';
import { mwaa } from './mwaa';
import { neptune } from './neptune';
import { neptunegraph } from './neptunegraph';
import { networkfirewall } from './networkfirewall';
import { networkmanager } from './networkmanager';
import { networkmonitor } from './networkmonitor';
import { opensearch } from './opensearch';
import { opensearchingest } from './opensearchingest';
import { pipes } from './pipes';
import { qbusiness } from './qbusiness';
import { qldb } from './qldb';
import { quicksight } from './quicksight';
import { rds } from './rds';
import { redshift } from './redshift';
import { redshiftserverless } from './redshiftserverless';
import { route53 } from './route53';
import { rum } from './rum';
import { s3 } from './s3';
import { s3control } from './s3control';
import { sagemaker } from './sagemaker';
import { savingsplans } from './savingsplans';
import { scheduler } from './scheduler';
import { schemas } from './schemas';
import { secretsmanager } from './secretsmanager';
import { securityhub } from './securityhub';
import { servicediscovery } from './servicediscovery';
import { ses } from './ses';
import { sesv2 } from './sesv2';
import { sfn } from './sfn';
import { sns } from './sns';
import { sqs } from './sqs';
import { ssm } from './ssm';
import { storagegateway } from './storagegateway';
import { synthetics } from './synthetics';
import { timestreaminfluxdb } from './timestreaminfluxdb';
import { timestreamquery } from './timestreamquery';
import { timestreamwrite } from './timestreamwrite';
import { transfer } from './transfer';
import { verifiedaccess } from './verifiedaccess';
import { verifiedpermissions } from './verifiedpermissions';
import { vpclattice } from './vpclattice';
import { waf } from './waf';
import { wafregional } from './wafregional';
import { wafv2 } from './wafv2';
import { withoutPrices } from './without-prices';
import { workmail } from './workmail';
import { workspaces } from './workspaces';

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
  accessanalyzer,
  amplify,
  appstream,
  appsync,
  athena,
  auditmanager,
  backup,
  bedrock,
  cloudsearch,
  codeartifact,
  codepipeline,
  cognito,
  connect,
  datasync,
  detective,
  directconnect,
  dsql,
  fis,
  fms,
  grafana,
  inspector2,
  iot,
  keyspaces,
  kinesisanalyticsv2,
  lightsail,
  macie2,
  networkmanager,
  networkmonitor,
  qbusiness,
  qldb,
  quicksight,
  rum,
  s3control,
  schemas,
  securityhub,
  servicediscovery,
  storagegateway,
  timestreaminfluxdb,
  timestreamquery,
  timestreamwrite,
  verifiedaccess,
  verifiedpermissions,
  vpclattice,
  waf,
  wafregional,
  workmail,
  workspaces,
  glacier,
  cloud9,
  appautoscaling,
  emr,
  batch,
  gamelift,
  neptunegraph,
  opensearchingest,
  imagebuilder,
  elasticbeanstalk,
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
