import { HOURS_PER_MONTH, HOURS_PER_YEAR } from '../../instant';
import { between, exactly, keep, larger, nothing, type Range, timesRange, type Usd, usd, zero } from '../../money';
import { known, type Maybe, type Reading, unknown, withDefault } from '../../reading';
import { savingsPlanOption, savingsPlanYears } from '../savings-plan';
import { priced, type Service } from '../service';

/**
 * Savings Plans: the hourly commitment, which is paid for the whole term whether it is used or not. What is paid upfront
 * is no recurring charge: it is taken off here, spread over the term.
 */
export const savingsplans: Service = {
  product: 'AWS Savings Plans',
  pricingPage: 'https://aws.amazon.com/savingsplans/pricing/',
  readOn: '2026-11-24',
  resources: {
    'aws:savingsplans/savingsPlan:SavingsPlan': priced({}, (metering) => {
      const { properties } = metering;
      const years = savingsPlanYears(metering);
      // All Upfront is paid at once: a rule states it.
      const isPrepaid = savingsPlanOption(metering) === 'all upfront';
      const hourly = isPrepaid
        ? known(nothing)
        : recurring(properties.quantity('commitment'), properties.quantity('upfrontPaymentAmount'), years);
      const monthly: Maybe<Range> =
        hourly.state === 'known' ? known(timesRange(hourly.value, HOURS_PER_MONTH)) : hourly;
      const months = years === undefined ? undefined : years * 12;
      return [metering.commitment('Savings Plan hourly commitment', monthly, months, '730 hours')];
    }),
  },
};

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
