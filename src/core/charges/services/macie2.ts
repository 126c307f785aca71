import { withDefault } from '../../reading';
import { accountSetting, free } from '../classes';
import { meter, metered } from '../meters';
import { priced, type Service } from '../service';
import { assume } from '../usage';

/** Amazon Macie: buckets that it watches, and data that its jobs inspect. */
export const macie2: Service = {
  product: 'Amazon Macie',
  pricingPage: 'https://aws.amazon.com/macie/pricing/',
  readOn: '2026-11-25',
  resources: {
    'aws:macie2/account:Account': priced({ buckets: assume(1, 20, 'buckets') }, (metering) => {
      const status = withDefault(metering.properties.text('status'), 'ENABLED'); // the provider's default
      if (status.state === 'known' && status.value === 'PAUSED') return [];
      // A day is 1/30 of AWS's price for a month.
      return [metering.usage('Buckets evaluated', 'macie/bucket.day', 'buckets', 730 / 24)];
    }),
    'aws:macie2/classificationJob:ClassificationJob': metered({
      inspectedGb: meter('Sensitive data discovery', 'macie/sensitive-data-first50tb.gb', assume(0, 10, 'GB a month')),
    }),
    'aws:macie2/member:Member': accountSetting('switches it on in other accounts'),
    'aws:macie2/organizationAdminAccount:OrganizationAdminAccount': accountSetting('switches it on in other accounts'),
    'aws:macie2/organizationConfiguration:OrganizationConfiguration': accountSetting(
      'switches it on in other accounts',
    ),
    ...free('macie2', 'classificationExportConfiguration invitationAccepter'),
  },
};
