import type { Charge } from '../charges/charge';
import { type Balance, type Credit, isAlive } from '../credits/credit';
import type { Instant } from '../instant';
import type { Settings } from '../settings';
import { listsProduct } from './products';
import type { Eligible, Hit, Rule } from './rule';

export type Coverage = 'covered' | 'not-covered' | 'unknown';

/** A charge with the answer to "do credits pay it?", and why. */
export interface JudgedCharge {
  readonly charge: Charge;
  /** What the terms allow, whatever credits there are. */
  readonly eligible: Eligible;
  /** What the credits at hand pay while they last. */
  readonly coverage: Coverage;
  /** The rule that decided; undefined for ordinary usage. */
  readonly rule: Rule | undefined;
}

/** The credits and the terms that a charge is held against. */
export interface Terms {
  readonly balance: Balance;
  readonly settings: Pick<Settings, 'program' | 'unlistedProducts'>;
  readonly now: Instant;
}

/** Judges one charge: first the terms (rules, then exceptions of programme and credit), then the credits at hand. */
export function judge(charge: Charge, hit: Hit | undefined, terms: Terms): JudgedCharge {
  const eligible = hit === undefined ? 'yes' : eligibility(hit, charge.product, terms);
  return { charge, eligible, coverage: coverageOf(charge.product, eligible, terms), rule: hit?.rule };
}

/** May credits pay what this rule found, by the terms? */
export function eligibility({ rule, match }: Hit, product: string, terms: Terms): Eligible {
  if (rule.verdict === 'ends-credits' || rule.verdict === 'hides-credits') return 'yes';
  if (isExcepted(rule, product, terms)) return 'yes';
  if (rule.verdict === 'unknown' || match.match === 'maybe') return 'unknown';
  // Terms that are not known may be the very ones that make the exception.
  return rule.coveredUnder !== undefined && terms.settings.program === 'unknown' ? 'unknown' : 'no';
}

function isExcepted(rule: Rule, product: string, terms: Terms): boolean {
  if (rule.coveredUnder?.includes(terms.settings.program)) return true;
  if (rule.creditCanPay === 'never') return false;
  return aliveCredits(terms).some((credit) =>
    rule.creditCanPay === 'marketplace'
      ? credit.paysMarketplace
      : Array.isArray(credit.products) && listsProduct(credit.products, product),
  );
}

function coverageOf(product: string, eligible: Eligible, terms: Terms): Coverage {
  if (eligible === 'no') return 'not-covered';
  if (terms.balance.credits.state === 'unknown') return 'unknown';
  const alive = aliveCredits(terms);
  // A foreign currency leaves the amount open: such a credit may pay, and nobody can say how much.
  const unread = terms.balance.credits.value.some((credit) => credit.remaining.state === 'unknown');
  if (alive.length === 0) return unread ? 'unknown' : 'not-covered';
  const answers = alive.map((credit) => creditPays(credit, product, terms.settings.unlistedProducts));
  if (answers.includes('yes')) return eligible === 'yes' ? 'covered' : 'unknown';
  return answers.includes('unknown') || unread ? 'unknown' : 'not-covered';
}

/** Is this product among those that a credit applies to? */
export function creditPays(
  credit: Credit,
  product: string,
  unlistedProducts: Settings['unlistedProducts'],
): 'yes' | 'no' | 'unknown' {
  if (credit.products === 'all') return 'yes';
  if (credit.products === 'unlisted') return unlistedProducts === 'covered' ? 'yes' : 'unknown';
  return listsProduct(credit.products, product) ? 'yes' : 'no';
}

function aliveCredits({ balance, now }: Terms): readonly Credit[] {
  return balance.credits.state === 'known' ? balance.credits.value.filter((credit) => isAlive(credit, now)) : [];
}
