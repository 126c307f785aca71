import type { Charge } from '../charges/charge';
import { type Balance, type Credit, isAlive, isUsable, mayBeAlive } from '../credits/credit';
import { entitlement, payingAccount } from '../credits/entitlement';
import type { Program } from '../credits/program';
import { withPrograms } from '../credits/program-of';
import type { Instant } from '../instant';
import { type Usd, usd } from '../money';
import { type Answer, known } from '../reading';
import type { Settings } from '../settings';
import { uncoveredRow } from './billed-rows';
import { listsProduct } from './products';
import type { Hit, Rule } from './rule';

/**
 * What credits cover of a charge over the next 30 days: all of it, nothing, a part, or it is not known. The ledger says so
 * of a whole plan.
 */
export type Coverage = 'covered' | 'not-covered' | 'partly' | 'unknown';

/**
 * One kind of charge as terms and credits see it: a billed product, and the rule that speaks of it. Charges of one kind are
 * treated alike, so the ledger adds them up.
 */
export interface Eligibility {
  /** Names the kind: product and rule. */
  readonly key: string;
  /** AWS's name for the billed product. */
  readonly product: string;
  /** The rule that decided; undefined for ordinary usage. */
  readonly rule: Rule | undefined;
  /** By the terms alone, whatever credits there are. */
  readonly byTerms: Answer;
  /** May this credit cover it? By its own fields, its programme's terms and the rule; not by its money or its dates. */
  allowedBy(credit: Credit): Answer;
}

/** A charge with what terms and credits say of it: what the ledger is asked about. */
export interface JudgedCharge {
  readonly charge: Charge;
  readonly eligibility: Eligibility;
}

/** A smaller credit is a remainder: it covers nothing of a charge whose amount is not known. */
const SMALLEST_USD = usd(1);

/** `programs` left out: nobody names any. */
export type TermsSettings = Pick<Settings, 'program' | 'unlistedProducts' | 'account'> &
  Partial<Pick<Settings, 'programs'>>;

/** The credits and the terms that charges are held against: one for each balance and its settings. */
export class Terms {
  /** Undefined when the balance is not known. */
  readonly credits: readonly Credit[] | undefined;
  /** The account that pays; undefined when nobody has said and the credits belong to several. */
  readonly account: string | undefined;
  private readonly found = new Map<string, Eligibility>();

  /** Each credit with the programme that its owner names. */
  readonly balance: Balance;

  constructor(
    balance: Balance,
    readonly settings: TermsSettings,
    readonly now: Instant,
  ) {
    this.balance = settings.programs === undefined ? balance : withPrograms(balance, settings.programs);
    const { credits } = this.balance;
    this.account = payingAccount(settings.account, balance);
    this.credits = credits.state === 'known' ? credits.value : undefined;
  }

  /** Credits of a programme that may cover something now or later. */
  aliveOf(program: Program): readonly Credit[] {
    return (this.credits ?? []).filter(
      (credit) => (credit.program ?? this.settings.program) === program && mayBeAlive(credit, this.now),
    );
  }

  /** The same without some of the credits. */
  without(credits: readonly Credit[]): Terms {
    const rest = known((this.credits ?? []).filter((credit) => !credits.includes(credit)));
    return new Terms({ ...this.balance, credits: rest }, { ...this.settings, account: this.account }, this.now);
  }

  /** What is to be said of a charge of this product; `hit` is the rule that found it. */
  of(product: string, hit?: Hit): Eligibility {
    if (hit === undefined) return this.ofBilledRow(product);
    const key = `${product}\n${hit.rule.id}\n${hit.match.match}`;
    return this.remember(key, () => eligibilityOf({ key, product, rule: hit.rule }, limitsOf(hit), this.settings));
  }

  /** What is to be said of a row of the bill by its name alone: what the account spends already, or no rule speaks of. */
  ofBilledRow(product: string): Eligibility {
    return this.found.get(product) ?? this.remember(product, () => billedRow(product, this.settings));
  }

  private remember(key: string, make: () => Eligibility): Eligibility {
    let known = this.found.get(key);
    if (known === undefined) {
      known = make();
      this.found.set(key, known);
    }
    return known;
  }

  /** Can a credit cover so much of this today? `amount` undefined: it is not known how much. */
  coverableToday(eligibility: Eligibility, amount: Usd | undefined): Answer {
    const able = this.ableToday(amount ?? SMALLEST_USD);
    if (able.length === 0) return eligibility.byTerms;
    const answers = able.map((credit) => worse(eligibility.allowedBy(credit), entitlement(credit, this.account)));
    if (answers.includes('yes')) return 'yes';
    return answers.includes('unknown') || eligibility.byTerms === 'unknown' ? 'unknown' : 'no';
  }

  /** Credits of which each covers so much of this today, for certain. */
  coveringToday(eligibility: Eligibility, need: Usd): readonly Credit[] {
    return this.ableToday(need).filter(
      (credit) => worse(eligibility.allowedBy(credit), entitlement(credit, this.account)) === 'yes',
    );
  }

  private ableToday(need: Usd): readonly Credit[] {
    return (this.credits ?? []).filter(
      (credit) => isUsable(credit, this.now) && credit.remaining.state === 'known' && credit.remaining.value.gte(need),
    );
  }

  /** Credits that may cover it now or later, by everything but their amount. */
  mayCover(eligibility: Eligibility): readonly Credit[] {
    return (this.credits ?? []).filter(
      (credit) =>
        isAlive(credit, this.now) && worse(eligibility.allowedBy(credit), entitlement(credit, this.account)) !== 'no',
    );
  }
}

function billedRow(product: string, settings: Terms['settings']): Eligibility {
  const row = uncoveredRow(product);
  const limits: Limits | undefined = row && {
    creditCanPay: row.creditCanPay,
    otherwise: row.isUnknown ? 'unknown' : 'no',
    ...(row.coveredUnder === undefined ? {} : { coveredUnder: row.coveredUnder }),
    ...(row.listedAs === undefined ? {} : { listedAs: row.listedAs }),
  };
  return eligibilityOf({ key: product, product, rule: undefined }, limits, settings);
}

/** Two answers that both have to be yes. */
export function worse(a: Answer, b: Answer): Answer {
  if (a === 'no' || b === 'no') return 'no';
  return a === 'unknown' || b === 'unknown' ? 'unknown' : 'yes';
}

/** How the terms limit a kind of charge, and who may cover it against them. */
interface Limits extends Pick<Rule, 'creditCanPay'> {
  readonly coveredUnder?: Rule['coveredUnder'];
  /** The product that a credit lists for it, where that is another one. */
  readonly listedAs?: string;
  /** What is left to say of a credit for which no exception is made. */
  readonly otherwise: Answer;
}

function limitsOf(hit: Hit | undefined): Limits | undefined {
  if (hit === undefined) return undefined;
  const { verdict, creditCanPay, coveredUnder } = hit.rule;
  if (verdict !== 'not-covered' && verdict !== 'unknown') return undefined;
  const otherwise = verdict === 'unknown' || hit.match.match === 'unknown' ? 'unknown' : 'no';
  return { creditCanPay, otherwise, ...(coveredUnder === undefined ? {} : { coveredUnder }) };
}

function eligibilityOf(
  { key, product, rule }: Pick<Eligibility, 'key' | 'product' | 'rule'>,
  limits: Limits | undefined,
  { program: byDefault, unlistedProducts }: Terms['settings'],
): Eligibility {
  const isSoldThroughMarketplace = limits?.creditCanPay === 'marketplace' || isMarketplace(product);
  const ordinarily = (credit: Credit): Answer =>
    worse(listed(credit, product, unlistedProducts), purchasable(credit, isSoldThroughMarketplace));
  if (limits === undefined) return { key, product, rule, byTerms: 'yes', allowedBy: ordinarily };
  return {
    key,
    product,
    rule,
    byTerms: underProgram(limits, byDefault),
    allowedBy(credit) {
      if (limits.creditCanPay === 'marketplace' && namesMarketplace(credit)) return 'yes';
      if (limits.creditCanPay === 'product' && names(credit, product)) return 'yes';
      const byTerms = underProgram(limits, credit.program ?? byDefault);
      // Its own list still decides: a credit for other services does not cover it under any programme.
      return byTerms === 'no' ? 'no' : worse(byTerms, listed(credit, limits.listedAs ?? product, unlistedProducts));
    },
  };
}

/** Does a programme's own exception apply? Terms that are not known may be the very ones that make it. */
function underProgram({ coveredUnder, otherwise }: Limits, program: Program): Answer {
  if (coveredUnder === undefined) return otherwise;
  if (coveredUnder.includes(program)) return 'yes';
  return program === 'unknown' ? 'unknown' : otherwise;
}

/** Is this product among those that a credit applies to? */
function listed({ products }: Credit, product: string, unlistedProducts: Settings['unlistedProducts']): Answer {
  if (products === 'all') return 'yes';
  if (products === 'unlisted') return unlistedProducts === 'covered' ? 'yes' : 'unknown';
  return listsProduct(products, product) ? 'yes' : 'no';
}

/** AWS restricts some credits to purchase types, and documents none of their names: only Marketplace is plain. */
function purchasable({ purchases }: Credit, isSoldThroughMarketplace: boolean): Answer {
  if (purchases === 'all') return 'yes';
  if (isSoldThroughMarketplace) return purchases.some(isMarketplace) ? 'yes' : 'no';
  return purchases.every(isMarketplace) ? 'no' : 'unknown';
}

const names = ({ products }: Credit, product: string): boolean =>
  Array.isArray(products) && listsProduct(products, product);

const isMarketplace = (name: string): boolean => /marketplace/i.test(name);

const namesMarketplace = ({ products, purchases }: Credit): boolean =>
  (Array.isArray(products) && products.some(isMarketplace)) || (purchases !== 'all' && purchases.some(isMarketplace));
