import { PROGRAMS } from '../../credits/program';
import { decidedLater } from '../../properties';
import { unknown } from '../../reading';
import { no, type Rule, unsure, yes } from '../rule';
import { whenText } from './matching';

const BINDS = {
  policy: 'commitments-end-with-credits',
  verdict: 'binds',
  judges: 'own',
  creditCanPay: 'product',
  coveredUnder: PROGRAMS, // credits cover it like other usage, while they last
} as const;

const THROUGHPUT = {
  url: 'https://docs.aws.amazon.com/bedrock/latest/APIReference/API_CreateProvisionedModelThroughput.html',
  asOf: '2026-11-25',
  confidence: 'A',
} as const;

/** Ordinary usage that cannot be ended when the credits do. Plans with an upfront part bind too: see the rules on those. */
export const commitmentRules: readonly Rule[] = [
  {
    ...BINDS,
    ...THROUGHPUT,
    id: 'bedrock-provisioned-throughput',
    types: ['aws:bedrock/provisionedModelThroughput:ProvisionedModelThroughput'],
    product: 'Amazon Bedrock',
    what: 'a Provisioned Throughput commitment',
    why: 'It is billed by the hour and cannot be deleted before its term of one or six months ends.',
    remedy: 'Leave out commitmentDuration, and delete it when the credits end.',
    bindsForTerm: THROUGHPUT,
    examples: {
      hit: {
        type: 'aws:bedrock/provisionedModelThroughput:ProvisionedModelThroughput',
        properties: { modelArn: 'amazon.titan-text-lite-v1', modelUnits: 1, commitmentDuration: 'SixMonths' },
      },
      miss: {
        type: 'aws:bedrock/provisionedModelThroughput:ProvisionedModelThroughput',
        properties: { modelArn: 'amazon.titan-text-lite-v1', modelUnits: 1 },
      },
      unknown: {
        type: 'aws:bedrock/provisionedModelThroughput:ProvisionedModelThroughput',
        properties: { modelArn: 'amazon.titan-text-lite-v1', modelUnits: 1, commitmentDuration: decidedLater },
      },
    },
    find(metering) {
      const duration = metering.properties.text('commitmentDuration');
      if (duration.state === 'absent') return no; // no commitment: billed by the hour like other usage
      const price = unknown('its price depends on the model');
      const months = duration.state === 'known' ? COMMITTED_MONTHS.get(duration.value.toLowerCase()) : undefined;
      const charge = metering.commitment('Provisioned Throughput', price, months);
      return duration.state === 'known' ? yes(charge) : unsure(duration.because, charge);
    },
  },
  {
    ...BINDS,
    id: 'kinesis-minimum-throughput',
    types: ['aws:kinesis/accountSettings:AccountSettings'],
    product: 'Amazon Kinesis',
    what: "the account's minimum throughput of Kinesis",
    why: 'It bills the account in this Region for a minimum throughput, for 24 hours at least and until you turn it off: destroying the resource does not.',
    remedy: 'Turn it off with `aws kinesis update-account-settings` before the credits end.',
    url: 'https://docs.aws.amazon.com/kinesis/latest/APIReference/API_UpdateAccountSettings.html',
    asOf: '2026-11-25',
    confidence: 'A',
    examples: {
      hit: {
        type: 'aws:kinesis/accountSettings:AccountSettings',
        properties: { minimumThroughputBillingCommitment: { status: 'ENABLED' } },
      },
      miss: {
        type: 'aws:kinesis/accountSettings:AccountSettings',
        properties: { minimumThroughputBillingCommitment: { status: 'DISABLED' } },
      },
      unknown: {
        type: 'aws:kinesis/accountSettings:AccountSettings',
        properties: { minimumThroughputBillingCommitment: { status: decidedLater } },
      },
    },
    find: (metering) =>
      whenText(metering, 'minimumThroughputBillingCommitment.status', (status) => status === 'enabled', {
        ...metering.stated('hourly', 'Minimum throughput', unknown('its price is not in the price book')),
        scope: 'region',
      }),
  },
];

const COMMITTED_MONTHS = new Map([
  ['onemonth', 1],
  ['sixmonths', 6],
]);
