import { unknown, withDefault } from '../../reading';
import { accountSetting, free } from '../classes';
import { meter, metered } from '../meters';
import { priced, priceKey, type ResourcePricing, type Service } from '../service';
import { assume } from '../usage';

/** Protection plans and what each of them counts. */
const FEATURES = new Map<string, readonly [what: string, key: string, field: 'events' | 'scannedGb' | 'vcpus']>([
  ['S3_DATA_EVENTS', ['S3 events analyzed', 'guardduty/s3-data-event-first500m.event', 'events']],
  ['EKS_AUDIT_LOGS', ['Kubernetes audit events analyzed', 'guardduty/eks-audit-first100m.event', 'events']],
  ['RDS_LOGIN_EVENTS', ['Databases protected', 'guardduty/rds-protection.vcpu-month', 'vcpus']],
  ['EBS_MALWARE_PROTECTION', ['Volumes scanned', 'guardduty/malware-ebs.gb', 'scannedGb']],
  ['LAMBDA_NETWORK_LOGS', ['Function network logs analyzed', 'guardduty/lambda-network-first500gb.gb', 'scannedGb']],
  ['RUNTIME_MONITORING', ['Workloads monitored', 'guardduty/ec2-runtime-first500.vcpu-month', 'vcpus']],
  ['EKS_RUNTIME_MONITORING', ['Workloads monitored', 'guardduty/ec2-runtime-first500.vcpu-month', 'vcpus']],
]);

const feature: ResourcePricing = priced(
  {
    events: assume(0, 1_000_000, 'events a month'),
    scannedGb: assume(0, 100, 'GB a month'),
    vcpus: assume(0, 16, 'vCPUs protected'),
  },
  (metering) => {
    const name = metering.properties.text('name');
    if (name.state !== 'known') return [metering.usage('Protection plan', priceKey`${name}`, 'events')];
    const [what, key, field] = FEATURES.get(name.value) ?? [
      'Protection plan',
      unknown('no price for this plan'),
      'events',
    ];
    return [metering.usage(what, key, field)];
  },
);

/** Amazon GuardDuty: management events analyzed. Flow logs, DNS logs and protection plans are not counted. */
export const guardduty: Service = {
  product: 'Amazon GuardDuty',
  pricingPage: 'https://aws.amazon.com/guardduty/pricing/',
  readOn: '2026-11-24',
  resources: {
    'aws:guardduty/detector:Detector': priced(
      { managementEvents: assume(0, 1_000_000, 'events a month') },
      (metering) => {
        const enabled = withDefault(metering.properties.flag('enable'), true); // the provider's default
        if (enabled.state === 'known' && !enabled.value) return [];
        return [
          metering.usage('CloudTrail events analyzed', 'guardduty/cloudtrail-management.event', 'managementEvents'),
        ];
      },
    ),

    'aws:guardduty/detectorFeature:DetectorFeature': feature,
    'aws:guardduty/malwareProtectionPlan:MalwareProtectionPlan': metered({
      scannedGb: meter('Objects scanned', 'guardduty/malware-s3.gb', assume(0, 100, 'GB a month')),
      scannedObjects: meter('Scan requests', 'guardduty/malware-s3.request', assume(0, 100_000, 'objects a month')),
    }),
    'aws:guardduty/member:Member': accountSetting('switches protection on in other accounts'),
    'aws:guardduty/memberDetectorFeature:MemberDetectorFeature': feature,
    'aws:guardduty/organizationAdminAccount:OrganizationAdminAccount': accountSetting(
      'switches protection on in other accounts',
    ),
    'aws:guardduty/organizationConfiguration:OrganizationConfiguration': accountSetting(
      'switches protection on in other accounts',
    ),
    'aws:guardduty/organizationConfigurationFeature:OrganizationConfigurationFeature': feature,
    ...free('guardduty', 'filter iPSet inviteAccepter publishingDestination threatIntelSet'),
  },
};
