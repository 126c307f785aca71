import { dollarRange, dollars, type Range, zero } from '../core/money';
import type { NoticeArgs } from '../core/notice';
import { percent } from './text';

/** USD in whole cents: what a change adds to each month, and what it costs once. `isPartial`: something is in no figure. */
export interface ChangeFigures {
  readonly monthly: { readonly cash: Range; readonly unknown: Range };
  readonly once: { readonly cash: Range; readonly unknown: Range };
  readonly isPartial: boolean;
}

/** `This change costs cash: $1,330.00 once and $12.00 a month or more.` */
export function cashSentence({ monthly, once, isPartial }: ChangeFigures): string {
  const orMore = isPartial ? ' or more' : '';
  const costs = amounts(once.cash, monthly.cash);
  const unknown = amounts(once.unknown, monthly.unknown);
  return [
    costs === undefined ? '' : `This change costs cash: ${costs}${orMore}.`,
    costs === undefined || monthly.cash.min.lt(zero)
      ? withoutCosts(monthly.cash, isPartial, unknown !== undefined)
      : '',
    unknown === undefined ? '' : `Whether credits cover ${unknown}${orMore} of it is not known.`,
  ]
    .filter(Boolean)
    .join(' ');
}

function withoutCosts({ min, max }: Range, isPartial: boolean, isUnknown: boolean): string {
  if (min.lt(zero) && max.lte(zero)) {
    const saved = dollarRange({ min: max.abs(), max: min.abs() });
    return `This change saves ${max.eq(zero) ? `up to ${dollars(min.abs())}` : saved} of cash a month.`;
  }
  if (min.lt(zero)) return `This change moves cash by ${dollars(min)} to +${dollars(max)} a month.`;
  if (isPartial) return 'No cash is known to come from this change; not every amount is known.';
  return isUnknown ? 'No cash is known to come from this change.' : 'This change costs no cash.';
}

/** `Tax of 19 % comes on top of cash: $252.70 once or more. No limit counts it.` */
export function taxWords({ rate, monthly, once, isPartial }: Tax): string {
  const costs = amounts(once, monthly);
  const now = costs === undefined ? '' : `: ${costs}${isPartial ? ' or more' : ''}`;
  return `Tax of ${percent(rate)} comes on top of cash${now}. No limit counts it.`;
}

type Tax = Extract<NoticeArgs['tax-on-cash'], { readonly rate: number }>;

/** Undefined where there is none, or where it may as well be less. */
function amounts(once: Range, monthly: Range): string | undefined {
  const parts = [
    once.max.gt(zero) ? `${dollarRange(once)} once` : undefined,
    monthly.max.gt(zero) && monthly.min.gte(zero) ? `${dollarRange(monthly)} a month` : undefined,
  ].filter((part) => part !== undefined);
  return parts.length === 0 ? undefined : parts.join(' and ');
}
