import { withDefault } from '../../reading';
import { accountSetting, byUse, free } from '../classes';
import { priced, type Service } from '../service';
import { assume } from '../usage';

/** Amazon GuardDuty: management events analyzed. Flow logs, DNS logs and protection plans are not counted. */
export const guardduty: Service = {
  product: 'Amazon GuardDuty',
  pricingPage: 'https://aws.amazon.com/guardduty/pricing/',
  readOn: '2026-11-24',
  resources: {
    'aws:guardduty/detector:Detector': priced({ managementEvents: assume(0, 1_000_000, 'events a month') }, (bill) => {
      const enabled = withDefault(bill.properties.flag('enable'), true); // the provider's default
      if (enabled.state === 'known' && !enabled.value) return [];
      return [bill.usage('CloudTrail events analyzed', 'guardduty/cloudtrail-management.event', 'managementEvents')];
    }),

    'aws:guardduty/detectorFeature:DetectorFeature': accountSetting('a protection plan for the account'),
    'aws:guardduty/malwareProtectionPlan:MalwareProtectionPlan': byUse('GB and objects scanned in a bucket'),
    'aws:guardduty/member:Member': accountSetting('switches protection on in other accounts'),
    'aws:guardduty/memberDetectorFeature:MemberDetectorFeature': accountSetting('a protection plan for the account'),
    'aws:guardduty/organizationAdminAccount:OrganizationAdminAccount': accountSetting(
      'switches protection on in other accounts',
    ),
    'aws:guardduty/organizationConfiguration:OrganizationConfiguration': accountSetting(
      'switches protection on in other accounts',
    ),
    'aws:guardduty/organizationConfigurationFeature:OrganizationConfigurationFeature': accountSetting(
      'switches protection on in other accounts',
    ),
    ...free('guardduty', 'filter iPSet inviteAccepter publishingDestination threatIntelSet'),
  },
};
