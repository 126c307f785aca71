import { sameText, withDefault } from '../../reading';
import { accountSetting, byTime, byUse, free } from '../classes';
import { mailIdentity } from '../parts/mail-identity';
import { priced, type Service } from '../service';

/** Amazon SES: e-mail sent in the name of an identity, and dedicated addresses. */
export const sesv2: Service = {
  product: 'Amazon Simple Email Service',
  pricingPage: 'https://aws.amazon.com/ses/pricing/',
  readOn: '2026-11-24',
  resources: {
    'aws:sesv2/emailIdentity:EmailIdentity': mailIdentity,

    // A standard pool costs nothing by itself: its addresses do.
    'aws:sesv2/dedicatedIpPool:DedicatedIpPool': priced({}, (metering) => {
      const mode = withDefault(metering.properties.text('scalingMode'), 'STANDARD'); // AWS's default
      const what = 'Managed dedicated addresses';
      if (mode.state === 'unknown') return [metering.monthly(what, mode, 1, 'subscriptions')];
      if (!sameText(mode.value, 'MANAGED')) return [];
      return [metering.monthly(what, 'ses/dedicated-ip-managed-subscription.month', 1, 'subscriptions')];
    }),
    'aws:sesv2/dedicatedIpAssignment:DedicatedIpAssignment': priced({}, (metering) => [
      metering.monthly('Dedicated address', 'ses/dedicated-ip-standard.month', 1, 'addresses'),
    ]),

    'aws:sesv2/accountVdmAttributes:AccountVdmAttributes': accountSetting(
      "Amazon SES, the deliverability manager is billed for all mail or by a monthly subscription, or is in the account's plan",
    ),
    'aws:sesv2/configurationSet:ConfigurationSet': byUse(
      'Amazon SES, can switch the deliverability manager and dedicated addresses on for its mail',
      'C',
    ),
    'aws:sesv2/configurationSetEventDestination:ConfigurationSetEventDestination': byUse(
      'Amazon SES, metrics or streams of events are billed by their service',
      'C',
    ),
    'aws:sesv2/multiRegionEndpoint:MultiRegionEndpoint': byUse('Amazon SES, mails through two Regions cost more'),
    'aws:sesv2/tenant:Tenant': byTime('Amazon SES, small monthly fee for each tenant'),
    ...free(
      'sesv2',
      `
        accountSuppressionAttributes contactList emailIdentityFeedbackAttributes emailIdentityMailFromAttributes
        emailIdentityPolicy tenantResourceAssociation
      `,
    ),
  },
};
