import type { Charge } from '../charges/charge';
import type { Price } from '../charges/prices';
import type { Terms } from '../coverage/coverage';
import type { Hit, Way } from '../coverage/rule';
import { closingOf } from '../credits/credit';
import { addMonths, HOURS_PER_MONTH, type Instant } from '../instant';
import { type Range, timesRange, type Usd, usd, zero } from '../money';

/** How to have the same so that credits cover it, with what that costs: its words stand in `src/words/advice.ts`. */
export interface Advice {
  readonly way: Way['kind'];
  /** USD a month of 730 hours. */
  readonly monthly: Range;
  /** Of what lasts for hours: how many, and USD for all of them. */
  readonly lasts: { readonly hours: number; readonly usd: Range } | undefined;
  /** USD that is not paid in cash now. */
  readonly cashNow: Range;
  /** USD that it costs more than what is planned, over the term; below zero, it costs less. */
  readonly more: Range;
  readonly termMonths: number | undefined;
  /** `terms`: by AWS's terms, as the balance is not known. */
  readonly coveredBy: 'credits' | 'terms';
  /** The end of the last credit that covers it; undefined where that is not known, or it has none. */
  readonly coveredUntil: Instant | undefined;
  /** It binds for longer than the credits last. */
  readonly outlivesCredits: boolean;
  /** The price row behind it, where it is not AWS's own answer or the plan itself. */
  readonly price: Price | undefined;
}

/** The cheapest way that credits cover instead of an upfront fee; undefined where there is none, or no figure for it. */
export function adviceOf({ match: { ways = [] } }: Hit, upfront: Range | null | undefined, terms: Terms) {
  if (upfront === null || upfront === undefined || upfront.max.eq(zero)) return undefined;
  const covered = ways.flatMap((way) => adviceFor(way, upfront, terms) ?? []);
  return covered.sort((a, b) => a.more.max.cmp(b.more.max))[0];
}

function adviceFor(way: Way, cashNow: Range, terms: Terms): Advice | undefined {
  const { kind, charge, more, termMonths } = way;
  if (charge.usd.state === 'unknown') return undefined;
  const monthly = charge.usd.value;
  const lasts = way.lasts && {
    hours: way.lasts.hours,
    usd: timesRange(monthly, usd(way.lasts.hours).div(HOURS_PER_MONTH)),
  };
  const coverage = coverageOf(charge, (lasts?.usd ?? monthly).max, way.lasts?.ends, terms);
  if (coverage === undefined) return undefined;
  const { coveredUntil } = coverage;
  // Savings Plans and reservations bind for a year at least, and On-Demand not at all.
  const binds = kind === 'on-demand' || kind === 'same-hours' ? terms.now : addMonths(terms.now, termMonths ?? 12);
  const outlivesCredits = (coveredUntil ?? Number.POSITIVE_INFINITY) < binds;
  return { way: kind, monthly, lasts, cashNow, more, termMonths, ...coverage, outlivesCredits, price: charge.price };
}

/**
 * Undefined unless it is certain that credits cover it: by those at hand, and by the terms where none are known. `ends`: what
 * is used up to then needs credits that last as long.
 */
function coverageOf(
  { product }: Charge,
  need: Usd,
  ends: Instant | undefined,
  terms: Terms,
): Pick<Advice, 'coveredBy' | 'coveredUntil'> | undefined {
  const eligibility = terms.of(product);
  if (terms.credits === undefined)
    return eligibility.byTerms === 'yes' ? { coveredBy: 'terms', coveredUntil: undefined } : undefined;
  const closes = closingOf(terms.balance) ?? Number.POSITIVE_INFINITY; // no credit covers anything in a closed account
  const payers = terms
    .coveringToday(eligibility, need)
    .map((credit) => Math.min(credit.ends ?? Number.POSITIVE_INFINITY, closes))
    .filter((until) => until > terms.now && until >= (ends ?? until));
  if (payers.length === 0) return undefined;
  const last = Math.max(...payers);
  return { coveredBy: 'credits', coveredUntil: Number.isFinite(last) ? last : undefined };
}
