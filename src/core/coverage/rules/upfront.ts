import type { Bill } from '../../charges/service';
import { exactly, usd } from '../../money';
import { mapReading, unknown, withDefault } from '../../reading';
import { type Match, maybe, no, type Rule, yes } from '../rule';

const TERMS = { url: 'https://aws.amazon.com/awscredits/', asOf: '2024-12-16' } as const;

const UPFRONT = {
  policy: 'no-uncovered-upfront-fees',
  verdict: 'not-covered',
  creditCanPay: 'never',
  ...TERMS,
} as const;

/** Fees that are paid before anything is used. AWS's terms exclude them for every service. */
export const upfrontRules: readonly Rule[] = [
  {
    ...UPFRONT,
    id: 'savings-plan-upfront',
    types: ['aws:savingsplans/savingsPlan:SavingsPlan'],
    what: "a Savings Plan's upfront fee",
    why: "AWS credits never pay a Savings Plan's upfront fee; its hourly part is covered like other usage.",
    remedy: 'Use the No Upfront option, which credits do pay hourly.',
    confidence: 'A',
    find(bill) {
      const fee = bill.properties.quantity('upfrontPaymentAmount');
      if (fee.state === 'absent' || (fee.state === 'known' && fee.value === 0)) return no;
      const amount = mapReading(fee, (value) => exactly(usd(value)));
      const charge = bill.under('AWS Savings Plans').once('upfront', 'Savings Plan upfront payment', amount);
      return fee.state === 'known' ? yes(charge) : maybe(fee.because, charge);
    },
  },
  {
    ...UPFRONT,
    id: 'rds-reserved-instance',
    types: ['aws:rds/reservedInstance:ReservedInstance'],
    what: "an RDS reserved instance's upfront fee",
    why: 'AWS credits never pay the upfront part of a reservation; its hourly part is covered like other usage.',
    remedy: 'Choose an offering with No Upfront payment.',
    confidence: 'A',
    find: (bill) => reservation(bill.under('Amazon RDS'), 'RDS reserved instance', 'instanceCount'),
  },
  {
    ...UPFRONT,
    id: 'elasticache-reserved-node',
    types: ['aws:elasticache/reservedCacheNode:ReservedCacheNode'],
    what: "an ElastiCache reserved node's upfront fee",
    why: 'AWS credits never pay the upfront part of a reservation; its hourly part is covered like other usage.',
    remedy: 'Choose an offering with No Upfront payment.',
    confidence: 'A',
    find: (bill) => reservation(bill.under('Amazon ElastiCache'), 'ElastiCache reserved node', 'cacheNodeCount'),
  },
  {
    ...UPFRONT,
    id: 'ec2-capacity-block',
    types: ['aws:ec2/capacityBlockReservation:CapacityBlockReservation'],
    what: 'an EC2 Capacity Block',
    why: 'A Capacity Block is charged in full when it is reserved, and AWS credits never pay an upfront fee.',
    remedy: 'Use On-Demand or Spot instances, which credits do pay.',
    confidence: 'D',
    find: (bill) =>
      yes(
        bill.under('Amazon EC2').once('upfront', 'Capacity Block', unknown('the plan names an offering and no price')),
      ),
  },
];

/**
 * A plan names an offering only; whether it has an upfront part is an answer of the provider, which a saved state holds.
 */
function reservation(bill: Bill, what: string, countProperty: string): Match {
  const paid = bill.properties.quantity('fixedPrice');
  const option = mapReading(bill.properties.text('offeringType'), (text) => text.toLowerCase());
  if (paid.state === 'known' && paid.value === 0) return no;
  if (option.state === 'known' && option.value === 'no upfront') return no;
  if (paid.state === 'known') {
    const count = withDefault(bill.properties.quantity(countProperty), 1); // both resources default to one
    const amount = mapReading(count, (nodes) => exactly(usd(paid.value).times(nodes)));
    return yes(bill.once('upfront', what, amount));
  }
  const because = 'the payment option belongs to the offering, which the plan names by id only';
  const charge = bill.once('upfront', what, unknown(because));
  return option.state === 'known' && UPFRONT_OPTIONS.has(option.value) ? yes(charge) : maybe(because, charge);
}

const UPFRONT_OPTIONS = new Set(['all upfront', 'partial upfront']);
