import { accountSetting } from '../classes';
import { meter, metered } from '../meters';
import type { Service } from '../service';
import { assume } from '../usage';

/** Amazon Detective: data that a graph takes in. */
export const detective: Service = {
  product: 'Amazon Detective',
  pricingPage: 'https://aws.amazon.com/detective/pricing/',
  readOn: '2026-11-25',
  resources: {
    'aws:detective/graph:Graph': metered({
      ingestedGb: meter('Data analysed', 'detective/ingest-first1000.gb', assume(0, 10, 'GB a month')),
    }),
    'aws:detective/invitationAccepter:InvitationAccepter': accountSetting('adds accounts whose data is taken in', 'C'),
    'aws:detective/member:Member': accountSetting('adds accounts whose data is taken in', 'C'),
    'aws:detective/organizationAdminAccount:OrganizationAdminAccount': accountSetting(
      'adds accounts whose data is taken in',
      'C',
    ),
    'aws:detective/organizationConfiguration:OrganizationConfiguration': accountSetting(
      'adds accounts whose data is taken in',
      'C',
    ),
  },
};
