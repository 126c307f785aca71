import { allTypes } from '../../core/charges/services';
import { rules } from '../../core/coverage/rules';
import { isAwsResource } from '../canonical-type';

/**
 * Terraform calls `aws_nat_gateway` what the aws provider calls `aws:ec2/natGateway:NatGateway`. The provider makes its
 * names from those of Terraform, so they are found again by its rule: the module and the name together, without the
 * underscores. Compared with all 1,681 resources of terraform-provider-aws (August 2026): all but some fifty follow.
 */

/** Modules that Terraform names otherwise, or leaves unnamed. */
const PREFIXES: Readonly<Record<string, readonly string[]>> = {
  amp: ['prometheus'],
  cfg: ['config'],
  costexplorer: ['ce'],
  directconnect: ['dx'],
  ec2: ['', 'ec2', 'vpc'],
  ec2transitgateway: ['ec2', 'ec2transitgateway'],
  elb: ['', 'elb'],
  opensearchingest: ['osis'],
  rds: ['db', 'rds'],
  resourceexplorer: ['resourceexplorer2'],
  route53recoverycontrol: ['route53recoverycontrolconfig'],
};

/** Resources that do not follow the rule, by the name of Terraform without `aws_`. */
export const OTHERWISE: Readonly<Record<string, string>> = {
  account_alternate_contact: 'account/alternativeContact',
  api_gateway_gateway_response: 'apigateway/response',
  appintegrations_event_integration: 'appconfig/eventIntegration',
  autoscaling_group_tag: 'autoscaling/tag',
  bcmdataexports_export: 'bcmdata/export',
  bedrock_foundation_model_agreement: 'bedrockfoundation/modelAgreement',
  cloudcontrolapi_resource: 'cloudcontrol/resource',
  cloudformation_type: 'cloudformation/cloudFormationType',
  cloudtrail: 'cloudtrail/trail',
  codeartifact_domain_permissions_policy: 'codeartifact/domainPermissions',
  codedeploy_app: 'codedeploy/application',
  codepipeline: 'codepipeline/pipeline',
  cognito_identity_pool_roles_attachment: 'cognito/identityPoolRoleAttachment',
  config_config_rule: 'cfg/rule',
  config_configuration_recorder: 'cfg/recorder',
  config_configuration_recorder_status: 'cfg/recorderStatus',
  controltower_control: 'controltower/controlTowerControl',
  datasync_location_efs: 'datasync/efsLocation',
  datasync_location_fsx_lustre_file_system: 'datasync/locationFsxLustre',
  datasync_location_fsx_openzfs_file_system: 'datasync/fsxOpenZfsFileSystem',
  datasync_location_fsx_windows_file_system: 'datasync/locationFsxWindows',
  datasync_location_nfs: 'datasync/nfsLocation',
  datasync_location_s3: 'datasync/s3Location',
  db_instance_role_association: 'rds/roleAssociation',
  directory_service_region: 'directoryservice/serviceRegion',
  dx_hosted_transit_virtual_interface_accepter: 'directconnect/hostedTransitVirtualInterfaceAcceptor',
  dx_lag: 'directconnect/linkAggregationGroup',
  ec2_host: 'ec2/dedicatedHost',
  elb: 'elb/loadBalancer',
  iam_openid_connect_provider: 'iam/openIdConnectProvider',
  iam_user_ssh_key: 'iam/sshKey',
  internetmonitor_monitor: 'cloudwatch/internetMonitor',
  lb: 'lb/loadBalancer',
  lb_cookie_stickiness_policy: 'elb/loadBalancerCookieStickinessPolicy',
  lb_ssl_negotiation_policy: 'elb/sslNegotiationPolicy',
  licensemanager_grant: 'licensemanager/licenseGrant',
  licensemanager_grant_accepter: 'licensemanager/licenseGrantAccepter',
  load_balancer_listener_policy: 'elb/listenerPolicy',
  location_route_calculator: 'location/routeCalculation',
  macie2_custom_data_identifier: 'macie/customDataIdentifier',
  macie2_findings_filter: 'macie/findingsFilter',
  network_interface_sg_attachment: 'ec2/networkInterfaceSecurityGroupAttachment',
  rds_instance_state: 'rds/instanceDesiredState',
  s3_bucket_analytics_configuration: 's3/analyticsConfiguration',
  s3_bucket_inventory: 's3/inventory',
  s3_bucket_replication_configuration: 's3/bucketReplicationConfig',
  s3_object: 's3/bucketObjectv2',
  serverlessapplicationrepository_cloudformation_stack: 'serverlessrepository/cloudFormationStack',
  ses_domain_mail_from: 'ses/mailFrom',
  sns_topic_data_protection_policy: 'sns/dataProtectionPolicy',
  sqs_queue_redrive_allow_policy: 'sqs/redriveAllowPolicy',
  sqs_queue_redrive_policy: 'sqs/redrivePolicy',
  storagegateway_cached_iscsi_volume: 'storagegateway/cachesIscsiVolume',
  vpc_endpoint_security_group_association: 'ec2/securityGroupAssociation',
  vpc_endpoint_service_allowed_principal: 'ec2/vpcEndpointServiceAllowedPrinciple',
};

const TOKEN = /^aws:([^/:]+)\/([^:]+):/;

const squash = (name: string): string => name.replaceAll('_', '').toLowerCase();

const tokenOf = (path: string): string => {
  const name = path.slice(path.indexOf('/') + 1);
  return `aws:${path}:${name.charAt(0).toUpperCase()}${name.slice(1)}`;
};

const byName = new Map<string, string>();

/** Types that a price or a rule knows, by squashed name. Made for the first plan with such a resource. */
function types(): ReadonlyMap<string, string> {
  if (byName.size > 0) return byName;
  for (const type of [...allTypes(), ...rules.flatMap((rule) => rule.types)].filter(isAwsResource)) {
    const [, module = '', name = ''] = TOKEN.exec(type) ?? [];
    for (const prefix of PREFIXES[module] ?? [module]) byName.set(squash(prefix + name), type);
  }
  for (const [name, path] of Object.entries(OTHERWISE)) byName.set(squash(name), tokenOf(path));
  return byName;
}

/** The type of the aws provider for `aws_nat_gateway`; undefined where no price and no rule knows it. */
export function typeOfTerraform(name: string): string | undefined {
  if (!name.startsWith('aws_')) return undefined;
  const own = name.slice('aws_'.length).replace(/^alb(?=_|$)/, 'lb');
  const known = types().get(squash(own));
  // All of IAM is free, whatever its name.
  return known ?? (own.startsWith('iam_') ? tokenOf(`iam/${camelCase(own.slice('iam_'.length))}`) : undefined);
}

/** `instance_type` is `instanceType`. */
export const camelCase = (name: string): string =>
  name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());

export const snakeCase = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
