import type { Charge } from '../charges/charge';
import type { Metering } from '../charges/service';
import type { Program } from '../credits/program';
import type { Instant } from '../instant';
import type { Range } from '../money';
import type { PlannedResource } from '../plan';
import type { ResourcePolicyName } from '../policy-names';

/** A official AWS text or API model · B official text quoted elsewhere · C third-party report · D inference. */
export type Confidence = 'A' | 'B' | 'C' | 'D';

/** What a statement rests on. */
export interface Source {
  readonly url: string;
  /** `YYYY-MM-DD`: the day of the text, or the day it was read. */
  readonly asOf: string;
  readonly confidence: Confidence;
}

/**
 * What a rule says of what it finds:
 * `not-covered` credits don't cover it · `unknown` AWS's terms don't say · `ends-credits` it forfeits credits ·
 * `shares-credits` it changes whose bill they apply to · `hides-credits` it blinds a safeguard ·
 * `binds` credits cover it like other usage, and it binds for longer than they may last.
 */
export type Verdict = 'not-covered' | 'unknown' | 'ends-credits' | 'shares-credits' | 'hides-credits' | 'binds';

/** One row of the eligibility table. */
export interface Rule extends Source {
  /** Never changes: reports name it, and its page is docs/rules/<id>.md. */
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
  /**
   * Which charges the verdict is about: `own`, those that `find` states · `ordinary`, all that the resource costs ·
   * `nothing`, for what costs nothing and harms credits all the same.
   */
  readonly judges: 'own' | 'ordinary' | 'nothing';
  /** The billed product, for a rule that states no charge of its own. */
  readonly product?: string;
  /** Programmes whose own terms cover it after all. */
  readonly coveredUnder?: readonly Program[];
  /**
   * Which credits can cover it against the rule: one that lists its product (`product`), one that lists or names
   * Marketplace (`marketplace`), none (`never`).
   */
  readonly creditCanPay: 'never' | 'product' | 'marketplace';
  /** It binds for a term, by this text: what is left of it when credits end is cash. */
  readonly bindsForTerm?: Source;
  /** It finds something in a resource without a single property too. Others take that for one that nobody creates now. */
  readonly actsOnEmpty?: true;
  /** The pack can mend it by itself, at level `remediate`. */
  readonly canRemediate?: true;
  readonly examples: Examples;
  /** Looks at a resource of one of `types`. Must answer for any property, known, unknown, absent or of a wrong type. */
  find(metering: Metering): Match;
}

/** A planned resource in short. A value that is decided later is `decidedLater`. */
export interface Example {
  readonly type: string;
  readonly properties: Readonly<Record<string, unknown>>;
  /** What else the plan holds, where that decides. */
  readonly beside?: readonly Example[];
}

/** Resources that show what a rule finds: tested as such, and printed on its page. A row has a hit, an unknown, or both. */
export interface Examples {
  readonly hit?: Example;
  /** Close to it, and not found. */
  readonly miss: Example;
  /** Found, but not certain. */
  readonly unknown?: Example;
}

/** `unknown`: it is not known yet. `yes` with no charges where a rule judges ordinary charges or none. */
export type Match =
  | { readonly match: 'no' }
  | ({ readonly match: 'unknown'; readonly because: string; readonly charges: readonly Charge[] } & Doubt)
  | ({
      readonly match: 'yes';
      readonly charges: readonly Charge[];
      /** A saved answer of AWS says so: certain, whatever the confidence of the rule. */
      readonly isConfirmed?: true;
    } & Doubt);

interface Doubt {
  /** The command whose saved answer settles the doubt, for what this resource names. */
  readonly lookUp?: string;
  /** Other ways to have the same, of which credits may cover more. */
  readonly ways?: readonly Way[];
  /** The command whose saved answer says what it costs without an upfront fee. */
  readonly priceLookUp?: string | undefined;
}

/** Another way to have what a resource buys, without its upfront fee. Only what is known to the cent is one. */
export interface Way {
  /**
   * `same-commitment`: that of a Savings Plan, which then discounts less of the usage · `same-hours`: On-Demand for as long
   * as a Capacity Block, without the capacity that the block assures.
   */
  readonly kind: 'no-upfront' | 'same-commitment' | 'on-demand' | 'same-hours';
  /** By the month. */
  readonly charge: Charge;
  /** USD that it costs more than what is planned, over the whole term; below zero, it costs less. */
  readonly more: Range;
  readonly termMonths: number | undefined;
  /** Of what lasts for hours, and not for months. */
  readonly lasts?: { readonly hours: number; readonly ends: Instant };
}

export const no: Match = { match: 'no' };
export const yes = (...charges: Charge[]): Match => ({ match: 'yes', charges });
export const unsure = (because: string, ...charges: Charge[]): Match => ({ match: 'unknown', because, charges });

/** What a saved answer says: it is sold, or there is nothing to report. */
export const settled = (isSold: boolean, ...charges: Charge[]): Match =>
  isSold ? { match: 'yes', charges, isConfirmed: true } : no;

export const withWays = (match: Match, ways: readonly Way[], priceLookUp?: string): Match =>
  match.match === 'no' ? match : { ...match, ways, priceLookUp };

export const withLookUp = (match: Match, lookUp: string): Match =>
  match.match === 'no' ? match : { ...match, lookUp };

/** A rule that matched a planned resource. */
export interface Hit {
  readonly rule: Rule;
  readonly resource: PlannedResource;
  readonly match: Exclude<Match, { match: 'no' }>;
  /** It was there before this deployment, which does not cause it. */
  readonly isHistory: boolean;
}
