import type { Bill } from '../../charges/service';
import { unknown, withDefault } from '../../reading';
import { type Match, maybe, no, type Rule, yes } from '../rule';

const TERMS = { url: 'https://aws.amazon.com/awscredits/', asOf: '2024-12-16' } as const;

type Row = Pick<Rule, 'id' | 'types' | 'product' | 'what' | 'why'> & Partial<Pick<Rule, 'find'>>;

const ASK = 'Look for the product in your credit in the Billing console, or ask AWS before you deploy.';

/** A service of which the terms do not say whether credits pay it: a credit that lists the product settles it. */
const row = (parts: Row): Rule => ({
  policy: 'coverage-known',
  verdict: 'unknown',
  remedy: ASK,
  creditCanPay: 'product',
  ...TERMS,
  confidence: 'D',
  find: () => yes(),
  ...parts,
});

const SOLD_BY_OTHERS = 'Telephone services are sold by another legal entity than AWS, and the terms do not name them.';
const PER_USER = 'Its fee is per user, and the terms do not say whether credits pay it.';

/** Charges of which nobody can tell from the terms whether credits pay them. */
export const unknownCoverageRules: readonly Rule[] = [
  row({
    id: 'shield-advanced',
    types: ['aws:shield/subscription:Subscription'],
    product: 'AWS Shield',
    what: "Shield Advanced's monthly fee",
    why: 'It is a one-year commitment at a monthly fee, and the terms do not say whether credits pay it.',
    find: (bill) => {
      const fee = bill.monthly('Shield Advanced', 'shield/advanced.month', 1, 'subscription');
      return yes({ ...fee, kind: 'commitment', termMonths: 12 });
    },
  }),
  row({
    id: 'connect-phone-number',
    types: ['aws:connect/phoneNumber:PhoneNumber'],
    product: 'Contact Center Telecommunications', // not Amazon Connect: another seller's line on the bill
    what: 'a telephone number of Connect',
    why: SOLD_BY_OTHERS,
  }),
  row({
    id: 'connect-instance',
    types: ['aws:connect/instance:Instance'],
    product: 'Amazon Connect',
    what: 'a Connect contact centre',
    why: 'Its calls are sold by another legal entity than AWS, and the terms do not name it.',
  }),
  row({
    id: 'chime-voice-connector',
    types: ['aws:chime/voiceConnector:VoiceConnector'],
    product: 'Amazon Chime Voice Connector',
    what: 'a Chime voice connector',
    why: SOLD_BY_OTHERS,
  }),
  row({
    id: 'sms-phone-number',
    types: ['aws:pinpoint/smsvoicev2PhoneNumber:Smsvoicev2PhoneNumber'],
    product: 'AWS End User Messaging',
    what: 'an SMS phone number',
    why: 'Text messages are carried by telephone companies, and the terms do not name them.',
  }),
  row({
    id: 'sns-sms',
    types: ['aws:sns/smsPreferences:SmsPreferences'],
    product: 'Amazon SNS',
    what: 'text messages',
    why: 'Text messages are carried by telephone companies, and the terms do not name them.',
  }),
  row({
    id: 'workspaces-user-fee',
    types: ['aws:workspaces/workspace:Workspace'],
    product: 'Amazon WorkSpaces',
    what: 'a WorkSpace',
    why: PER_USER,
  }),
  row({
    id: 'workmail-user-fee',
    types: ['aws:workmail/organization:Organization'],
    product: 'Amazon WorkMail',
    what: 'WorkMail users',
    why: PER_USER,
  }),
  row({
    id: 'appstream-user-fee',
    types: ['aws:appstream/fleet:Fleet'],
    product: 'Amazon AppStream',
    what: 'an AppStream fleet',
    why: PER_USER,
  }),
  row({
    id: 'quicksight-user-fee',
    types: ['aws:quicksight/accountSubscription:AccountSubscription'],
    product: 'Amazon QuickSight',
    what: 'a QuickSight subscription',
    why: PER_USER,
  }),
  row({
    id: 'qbusiness-user-fee',
    types: ['aws:qbusiness/application:Application'],
    product: 'Amazon Q',
    what: 'Q Business users',
    why: PER_USER,
  }),
  row({
    id: 'mediaconvert-reserved-queue',
    types: ['aws:mediaconvert/queue:Queue'],
    product: 'AWS Elemental MediaConvert',
    what: 'a reserved MediaConvert queue',
    why: 'A reserved queue is a one-year commitment, and the terms do not say whether credits pay it.',
    find: (bill) => whenText(bill, 'pricingPlan', 'RESERVED', 'ON_DEMAND'),
  }),
  row({
    id: 'exportable-certificate',
    types: ['aws:acm/certificate:Certificate'],
    product: 'AWS Certificate Manager',
    what: 'an exportable certificate',
    why: 'An exportable certificate is charged when it is issued, and the terms do not say whether credits pay it.',
    find: (bill) => whenText(bill, 'options.export', 'ENABLED', 'DISABLED'),
  }),
  row({
    id: 'direct-connect',
    types: ['aws:directconnect/connection:Connection'],
    product: 'AWS Direct Connect',
    what: 'a Direct Connect port',
    why: 'Ports are provided together with other companies, and the terms do not say whether credits pay them.',
  }),
  row({
    id: 'outposts-capacity',
    types: ['aws:outposts/capacityTask:CapacityTask'],
    product: 'AWS Outposts',
    what: 'Outposts capacity',
    why: 'Outposts are bought for a term of years, and the terms do not say whether credits pay them.',
  }),
  row({
    id: 'bedrock-provisioned-throughput',
    types: ['aws:bedrock/provisionedModelThroughput:ProvisionedModelThroughput'],
    product: 'Amazon Bedrock',
    what: 'a Provisioned Throughput commitment',
    why: 'A commitment of one or six months is billed like a contract, and the terms do not say whether credits pay it.',
    find(bill) {
      const duration = bill.properties.text('commitmentDuration');
      if (duration.state === 'absent') return no; // no commitment: billed by the hour like other usage
      const price = unknown('its price depends on the model');
      const months = duration.state === 'known' ? COMMITTED_MONTHS.get(duration.value) : undefined;
      const charge = bill.under('Amazon Bedrock').stated('commitment', 'Provisioned Throughput', price, months);
      return duration.state === 'known' ? yes(charge) : maybe(duration.because, charge);
    },
  }),
];

const COMMITTED_MONTHS = new Map([
  ['OneMonth', 1],
  ['SixMonths', 6],
]);

function whenText(bill: Bill, path: string, wanted: string, byDefault: string): Match {
  const found = withDefault(bill.properties.text(path), byDefault);
  if (found.state === 'unknown') return maybe(found.because);
  return found.value === wanted ? yes() : no;
}
