import type { Charge } from '../charges/charge';
import type { Bill } from '../charges/service';
import type { PlannedResource } from '../plan';
import type { ResourcePolicyName } from '../policies';
import type { Program } from '../programs';

/** A official AWS text or API model · B official text quoted elsewhere · C third-party report · D inference. */
export type Confidence = 'A' | 'B' | 'C' | 'D';

export interface Source {
  readonly url: string;
  /** `YYYY-MM-DD`: the day of the text, or the day it was read. */
  readonly asOf: string;
  readonly confidence: Confidence;
}

/** May credits pay a charge, by the terms: `yes`, `no`, or nobody can tell. */
export type Eligible = 'yes' | 'no' | 'unknown';

/**
 * What a rule says of what it finds:
 * `not-covered` credits never pay it · `unknown` nobody can tell from the terms · `ends-credits` it destroys credits ·
 * `hides-credits` it blinds a safeguard.
 */
export type Verdict = 'not-covered' | 'unknown' | 'ends-credits' | 'hides-credits';

/** One row of the eligibility table. */
export interface Rule extends Source {
  /** For ever: acceptances and reports name it. */
  readonly id: string;
  readonly policy: ResourcePolicyName;
  readonly verdict: Verdict;
  /** Canonical type tokens that this rule reads. */
  readonly types: readonly string[];
  /** What is found, fit to follow an amount: "a Savings Plan's upfront fee". */
  readonly what: string;
  /** Why, in plain words: one sentence, starting with a capital, ending with a full stop. */
  readonly why: string;
  /** What to do: one sentence in the imperative. */
  readonly remedy: string;
  /** The billed product, for a rule that states no charge of its own. */
  readonly product?: string;
  /** Programmes whose own terms pay it after all. */
  readonly coveredUnder?: readonly Program[];
  /**
   * Which credits can pay it against the rule: one that lists its product (`product`), one that lists or names
   * Marketplace (`marketplace`), none (`never`).
   */
  readonly creditCanPay: 'never' | 'product' | 'marketplace';
  /** Looks at a resource of one of `types`. Must answer for any property, known, unknown, absent or of a wrong type. */
  find(bill: Bill): Match;
}

/** `maybe`: it cannot be told yet. `yes` with no charges: the rule judges the resource's ordinary charges. */
export type Match =
  | { readonly match: 'no' }
  | { readonly match: 'maybe'; readonly because: string; readonly charges: readonly Charge[] }
  | { readonly match: 'yes'; readonly charges: readonly Charge[] };

export const no: Match = { match: 'no' };
export const yes = (...charges: Charge[]): Match => ({ match: 'yes', charges });
export const maybe = (because: string, ...charges: Charge[]): Match => ({ match: 'maybe', because, charges });

/** A rule that matched a planned resource. */
export interface Hit {
  readonly rule: Rule;
  readonly resource: PlannedResource;
  readonly match: Exclude<Match, { match: 'no' }>;
}
