import type { Advice } from '../core/findings/advice';
import { isoDay } from '../core/instant';
import { dollarRange, dollars, type Range, zero } from '../core/money';
import { counted } from './text';

const WAYS: Readonly<Record<Advice['way'], string>> = {
  'no-upfront': 'No Upfront',
  'same-commitment': 'The same commitment with No Upfront',
  'on-demand': 'On-Demand',
  'same-hours': 'On-Demand for the same hours',
};

/** "No Upfront: $182.50 a month, covered while your credits last; saves $1,314.00 cash now, costs $88.00 more over the year." */
export function adviceWords(advice: Advice): string {
  const { way, monthly, lasts, cashNow, price } = advice;
  const amount = lasts === undefined ? `${dollarRange(monthly)} a month` : `${dollarRange(lasts.usd)} in all`;
  const list = price === undefined ? '' : ` (list price of ${price.source.asOf})`;
  const saved = cashNow.min.lt(cashNow.max) ? `up to ${dollars(cashNow.max)}` : dollars(cashNow.max);
  return `${WAYS[way]}: ${amount}${list}, ${coveredWords(advice)}; saves ${saved} cash now, ${costWords(advice)}.`;
}

function coveredWords({ coveredBy, coveredUntil, outlivesCredits }: Advice): string {
  if (coveredBy === 'terms') return "which AWS's terms let credits cover (your balance is not known)";
  // When credits expire is no promise that they last so long.
  const atMost = coveredUntil === undefined ? '' : ` (${isoDay(coveredUntil)} at the latest)`;
  return `covered while your credits last${atMost}${outlivesCredits ? ', then cash to the end of its term' : ''}`;
}

/** A Savings Plan of one commitment discounts less usage without an upfront fee: how much less is in no answer here. */
function costWords({ way, more, termMonths, lasts }: Advice): string {
  const term = lasts === undefined ? termWords(termMonths) : `the ${counted(Number(lasts.hours.toFixed(1)), 'hour')}`;
  if (way === 'same-commitment') return `costs the same over ${term}, at smaller discounts`;
  return more.max.lte(zero)
    ? `costs ${dollarRange(negative(more))} less over ${term}`
    : `costs ${dollarRange(more)} more over ${term}`;
}

const negative = ({ min, max }: Range): Range => ({ min: max.times(-1), max: min.times(-1) });

function termWords(months: number | undefined): string {
  if (months === undefined) return 'the term';
  return months === 12 ? 'the year' : `the ${counted(months / 12, 'year')}`;
}
