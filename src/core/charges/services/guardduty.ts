import { withDefault } from '../../reading';
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
  },
};
