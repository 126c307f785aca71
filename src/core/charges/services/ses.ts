import { byUse, free } from '../classes';
import { meter, metered } from '../meters';
import { mailIdentity } from '../parts/mail-identity';
import type { Service } from '../service';
import { assume } from '../usage';

/** Amazon SES, first API: e-mail sent in the name of an identity. */
export const ses: Service = {
  product: 'Amazon Simple Email Service',
  pricingPage: 'https://aws.amazon.com/ses/pricing/',
  readOn: '2026-11-24',
  resources: {
    'aws:ses/domainIdentity:DomainIdentity': mailIdentity,
    'aws:ses/emailIdentity:EmailIdentity': mailIdentity,

    'aws:ses/eventDestination:EventDestination': byUse(
      'Amazon SES, metrics or streams of events are billed by their service',
      'C',
    ),
    'aws:ses/receiptRule:ReceiptRule': metered({
      receivedMails: meter('Mails received', 'ses/email', assume(0, 1_000, 'mails a month')),
      receivedChunks: meter('Incoming data', 'ses/incoming-chunk', assume(0, 1_000, 'chunks of 256 KB a month')),
    }),
    ...free(
      'ses',
      `
        activeReceiptRuleSet domainDkim domainIdentityVerification identityNotificationTopic identityPolicy
        mailFrom receiptFilter receiptRuleSet template
      `,
    ),
    ...free('ses', 'configurationSet', 'C'),
  },
};
