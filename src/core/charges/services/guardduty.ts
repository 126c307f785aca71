import { unknown, withDefault } from '../../reading';
import type { Charge } from '../charge';
import { accountSetting, free } from '../classes';
import { meter, metered } from '../meters';
import { type Metering, priced, priceKey, type ResourcePricing, type Service } from '../service';
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

const FEATURE_USAGE = {
  events: assume(0, 1_000_000, 'events a month'),
  scannedGb: assume(0, 100, 'GB a month'),
  vcpus: assume(0, 16, 'vCPUs protected'),
};

function protection(metering: Metering<keyof typeof FEATURE_USAGE>, plan: string): Charge {
  const [what, key, field] = FEATURES.get(plan) ?? ['Protection plan', unknown('no price for this plan'), 'events'];
  return metering.usage(what, key, field);
}

const feature: ResourcePricing = priced(FEATURE_USAGE, (metering) => {
  const switches = ['status', 'autoEnable'].map((name) => metering.properties.text(name));
  if (switches.some((one) => one.state === 'known' && ['DISABLED', 'NONE'].includes(one.value))) return [];
  const name = metering.properties.text('name');
  if (name.state !== 'known') return [metering.usage('Protection plan', priceKey`${name}`, 'events')];
  return [protection(metering, name.value)];
});

/** The older way to switch protection plans on: with the detector itself. */
const SOURCES = [
  ['datasources.s3Logs.enable', 'S3_DATA_EVENTS'],
  ['datasources.kubernetes.auditLogs.enable', 'EKS_AUDIT_LOGS'],
  ['datasources.malwareProtection.scanEc2InstanceWithFindings.ebsVolumes.enable', 'EBS_MALWARE_PROTECTION'],
] as const;

/** Amazon GuardDuty: management events, flow logs and DNS logs analyzed, and protection plans. */
export const guardduty: Service = {
  product: 'Amazon GuardDuty',
  pricingPage: 'https://aws.amazon.com/guardduty/pricing/',
  readOn: '2026-11-24',
  resources: {
    'aws:guardduty/detector:Detector': priced(
      {
        managementEvents: assume(0, 1_000_000, 'events a month'),
        networkLogsGb: assume(0, 10, 'GB a month of flow logs and DNS logs'),
        ...FEATURE_USAGE,
      },
      (metering) => {
        const enabled = withDefault(metering.properties.flag('enable'), true); // the provider's default
        if (enabled.state === 'known' && !enabled.value) return [];
        // What every detector analyzes, as AWS documents; it needs no flow logs of one's own.
        return [
          metering.usage('CloudTrail events analyzed', 'guardduty/cloudtrail-management.event', 'managementEvents'),
          metering.usage('Flow logs and DNS logs analyzed', 'guardduty/vpc-flow-dns-first500gb.gb', 'networkLogsGb'),
          ...SOURCES.flatMap(([path, plan]) => {
            const on = withDefault(metering.properties.flag(path), false);
            return on.state === 'known' && !on.value ? [] : [protection(metering, plan)];
          }),
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
