import { mapReading } from '../../core/reading';
import { always, made } from './native-properties';
import type { Rows } from './row';

/** CloudFormation keeps what is inspected by the kind of resource: the keys of a map. */
const KINDS = {
  apiGateway: 'API_GATEWAY',
  appRunnerService: 'APP_RUNNER_SERVICE',
  cloudfront: 'CLOUDFRONT',
  cognitoUserPool: 'COGNITO_USER_POOL',
  verifiedAccessInstance: 'VERIFIED_ACCESS_INSTANCE',
};
const inspectedBodies = made(['associationConfig.requestBody'], (native) =>
  mapReading(native.object('associationConfig.requestBody'), (bodies) => [
    Object.fromEntries(
      Object.entries(KINDS).flatMap(([name, kind]) => {
        const body = bodies.any(kind);
        return body.state === 'known' ? [[name, body.value]] : [];
      }),
    ),
  ]),
);

/** Keys, certificates, secrets and guards. */
export const security = (): Rows => ({
  'acmpca:CertificateAuthority': { type: 'aws:acmpca/certificateAuthority:CertificateAuthority', same: 'usageMode' },
  'certificatemanager:Certificate': {
    type: 'aws:acm/certificate:Certificate',
    same: 'certificateAuthorityArn',
    renamed: { 'options.export': 'certificateExport' },
  },
  'cloudhsm:Cluster': 'aws:cloudhsmv2/cluster:Cluster',
  'directoryservice:SimpleAd': {
    type: 'aws:directoryservice/directory:Directory',
    same: 'size',
    renamed: { type: always('SimpleAD') },
    lacking: 'edition desiredNumberOfDomainControllers',
  },
  'fms:Policy': {
    type: 'aws:fms/policy:Policy',
    same: 'securityServicePolicyData.type securityServicePolicyData.managedServiceData',
  },
  'guardduty:Detector': {
    type: 'aws:guardduty/detector:Detector',
    same: 'enable',
    renamed: {
      'datasources.s3Logs.enable': 'dataSources.s3Logs.enable',
      'datasources.kubernetes.auditLogs.enable': 'dataSources.kubernetes.auditLogs.enable',
      'datasources.malwareProtection.scanEc2InstanceWithFindings.ebsVolumes.enable':
        'dataSources.malwareProtection.scanEc2InstanceWithFindings.ebsVolumes',
    },
  },
  'kms:Key': {
    type: 'aws:kms/key:Key',
    same: 'enableKeyRotation',
    renamed: { customerMasterKeySpec: 'keySpec' },
  },
  'kms:ReplicaKey': {
    type: 'aws:kms/replicaKey:ReplicaKey',
    same: 'primaryKeyArn',
    lacking: 'customerMasterKeySpec',
  },
  'secretsmanager:Secret': {
    type: 'aws:secretsmanager/secret:Secret',
    renamed: { replicas: 'replicaRegions' },
  },
  'securityhub:ProductSubscription': {
    type: 'aws:securityhub/productSubscription:ProductSubscription',
    same: 'productArn',
  },
  'shield:Protection': 'aws:shield/protection:Protection',
  'wafv2:WebAcl': {
    type: 'aws:wafv2/webAcl:WebAcl',
    same: 'rules capacity',
    renamed: { 'associationConfig.requestBodies': inspectedBodies },
    lacking: 'ruleJson statement managedRuleGroup',
  },
});
