import { withDefault } from '../../reading';
import { priced, type ResourcePricing, type Service } from '../service';
import { assume } from '../usage';

const identity: ResourcePricing = priced({ emails: assume(0, 1_000, 'e-mails a month') }, (bill) => [
  bill.usage('E-mail', 'ses/email', 'emails'),
]);

/** Amazon SES: e-mail sent in the name of an identity, and dedicated addresses. */
export const ses: Service = {
  product: 'Amazon Simple Email Service',
  pricingPage: 'https://aws.amazon.com/ses/pricing/',
  readOn: '2026-11-24',
  resources: {
    'aws:ses/domainIdentity:DomainIdentity': identity,
    'aws:ses/emailIdentity:EmailIdentity': identity,
    'aws:sesv2/emailIdentity:EmailIdentity': identity,

    // A standard pool costs nothing by itself: its addresses do.
    'aws:sesv2/dedicatedIpPool:DedicatedIpPool': priced({}, (bill) => {
      const mode = withDefault(bill.properties.text('scalingMode'), 'STANDARD'); // AWS's default
      const what = 'Managed dedicated addresses';
      if (mode.state === 'unknown') return [bill.monthly(what, mode, 1, 'subscriptions')];
      if (mode.value !== 'MANAGED') return [];
      return [bill.monthly(what, 'ses/dedicated-ip-managed-subscription.month', 1, 'subscriptions')];
    }),
    'aws:sesv2/dedicatedIpAssignment:DedicatedIpAssignment': priced({}, (bill) => [
      bill.monthly('Dedicated address', 'ses/dedicated-ip-standard.month', 1, 'addresses'),
    ]),
  },
};
