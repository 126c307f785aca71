import { HOURS_PER_MONTH } from '../../instant';
import { between, exactly, keep, larger, type Range, timesRange, type Usd, usd, zero } from '../../money';
import { known, type Maybe, type Reading, unknown, withDefault } from '../../reading';
import { priced, type Service } from '../service';

const HOURS_PER_YEAR = 365 * 24;
const SECONDS_PER_YEAR = HOURS_PER_YEAR * 3600;

/**
 * Savings Plans: the hourly commitment, which is paid for the whole term whether it is used or not. What is paid upfront
 * is no recurring charge: it is taken off here, spread over the term.
 */
export const savingsplans: Service = {
  product: 'AWS Savings Plans',
  pricingPage: 'https://aws.amazon.com/savingsplans/pricing/',
  readOn: '2026-11-24',
  resources: {
    'aws:savingsplans/savingsPlan:SavingsPlan': priced({}, (bill) => {
      const { properties } = bill;
      const years = termYears(properties.quantity('termDurationInSeconds'));
      const hourly = recurring(properties.quantity('commitment'), properties.quantity('upfrontPaymentAmount'), years);
      const monthly: Maybe<Range> =
        hourly.state === 'known' ? known(timesRange(hourly.value, HOURS_PER_MONTH)) : hourly;
      const months = years === undefined ? undefined : years * 12;
      return [bill.stated('commitment', 'Savings Plan hourly commitment', monthly, months, '730 hours')];
    }),
  },
};

/**
 * The term is an output: it is known of a plan that exists, and of a new one only AWS's offering knows it. AWS sells one
 * year or three; any other figure is no term, and dates must not be computed from it.
 */
function termYears(seconds: Reading<number>): 1 | 3 | undefined {
  const years = seconds.state === 'known' ? Math.round(seconds.value / SECONDS_PER_YEAR) : undefined;
  return years === 1 || years === 3 ? years : undefined;
}

/** USD per hour that are still to be paid. Plans run one year or three: without a known term it is between the two. */
function recurring(commitment: Reading<number>, upfront: Reading<number>, years: number | undefined): Maybe<Range> {
  if (commitment.state !== 'known') {
    return commitment.state === 'unknown' ? commitment : unknown('commitment is not set');
  }
  const prepaid = withDefault(upfront, 0);
  if (prepaid.state !== 'known') return prepaid;
  const left = (term: number): Usd =>
    larger(zero, keep(usd(commitment.value).minus(usd(prepaid.value).div(term * HOURS_PER_YEAR))));
  return known(years === undefined ? between(left(1), left(3)) : exactly(left(years)));
}
