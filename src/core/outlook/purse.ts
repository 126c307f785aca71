import type { Eligibility } from '../coverage/coverage';
import type { Instant } from '../instant';
import { toUnits, type Units, type Usd, zero } from '../money';
import type { Answer } from '../reading';
import type { Account } from './stream';

/** Why nothing can be drawn from a credit, though it has money. */
export type Closed = 'not-entitled' | 'reserved';

/** A credit as the draw-down sees it. */
export interface Grant {
  readonly id: string;
  /** USD that may be drawn. Undefined: how much is not known, so it covers nothing for certain. */
  readonly amount: Usd | undefined;
  /** From when on it covers charges. */
  readonly starts: Instant;
  /** Its own start: of two that end together and are as broad, the older one goes first. */
  readonly issued: Instant;
  readonly ends: Instant | undefined;
  /** How many products it applies to: AWS uses the narrowest first. */
  readonly breadth: number;
  /** False when AWS does not say what it covers: what it might cover is unknown, and its money is no known credit. */
  readonly isListed: boolean;
  /** False when it is not known whether this account may use it. */
  readonly isOurs: boolean;
  /** Why the account that is billed cannot draw on it; others may. */
  readonly closed: Closed | undefined;
  /** The account that AWS serves first. */
  readonly owner?: Account;
  /** It covers amounts as they are before discounts across services. */
  readonly isBeforeDiscounts?: boolean;
  /** May it cover this? By `unknown` nothing is reported as covered. */
  covers(eligibility: Eligibility, account?: Account): Answer;
}

/** Why a charge is not covered in full from some instant on. */
export type Because =
  | 'used-up'
  | 'ended'
  | 'not-yet'
  | 'not-listed'
  | 'not-eligible'
  | 'not-entitled'
  | 'reserved'
  | 'unknown';

/** When and why nothing can be drawn from a credit any more. */
export interface Gone {
  readonly at: Instant;
  readonly why: Because;
}

/** A credit while it is drawn down. */
export class Purse {
  left: Units;
  /** From when on nobody can draw on it. */
  gone: Gone | undefined;
  private readonly goneToUs: Gone | undefined;
  /** What each account may draw until the next change, where accounts that AWS serves first need some of it. */
  allowed: ReadonlyMap<Account, Units> | undefined;

  constructor(
    readonly grant: Grant,
    from: Instant,
  ) {
    this.left = toUnits(grant.amount ?? zero);
    this.gone = goneBefore(grant, from);
    this.goneToUs = grant.closed === undefined ? undefined : { at: from, why: grant.closed };
  }

  /** Since when an account cannot draw on it, and why. */
  goneTo(account: Account): Gone | undefined {
    return account === undefined ? (this.goneToUs ?? this.gone) : this.gone;
  }

  /** The most that an account may draw. */
  leftFor(account: Account): Units {
    return lesser(this.left, this.allowed?.get(account) ?? this.left);
  }

  /** Can something be drawn now, or is all that is left for others? */
  isOpenTo(account: Account): boolean {
    return this.allowed === undefined || this.leftFor(account) > 0n;
  }

  /** As much as may be drawn, at most what is wanted. */
  take(wanted: Units, account: Account): Units {
    const taken = lesser(wanted, this.leftFor(account));
    this.left -= taken;
    return taken;
  }
}

const lesser = (a: Units, b: Units): Units => (b < a ? b : a);

function inOrderOfUse(a: Grant, b: Grant): number {
  const endOf = (grant: Grant) => grant.ends ?? Number.MAX_SAFE_INTEGER;
  return endOf(a) - endOf(b) || a.breadth - b.breadth || a.issued - b.issued || (a.id < b.id ? -1 : 1);
}

/** A credit that ends before it starts covers nothing at any time, and loses nothing. */
export const isNeverOpen = ({ issued, ends }: Grant): boolean => ends !== undefined && ends <= issued;

function goneBefore(grant: Grant, from: Instant): Gone | undefined {
  const { amount, ends } = grant;
  if (ends !== undefined && (ends <= from || isNeverOpen(grant))) return { at: ends, why: 'ended' };
  return amount?.lte(zero) ? { at: from, why: 'used-up' } : undefined;
}

/** All credits of a draw-down, in order of use: those that end soonest stand first. */
export class Purses {
  readonly all: readonly Purse[];
  /** How many of them have ended: they are the first of the list. */
  private ended = 0;

  constructor(grants: readonly Grant[], from: Instant) {
    this.all = [...grants].sort(inOrderOfUse).map((grant) => new Purse(grant, from));
  }

  /** Is there money left, now or later? */
  get hasOpen(): boolean {
    return this.all.some((purse) => purse.goneTo(undefined) === undefined && purse.grant.amount !== undefined);
  }

  /** Closes those from which nothing is left, and tells which. */
  closeDrained(at: Instant): Purse[] {
    const drained = this.all.filter(
      ({ gone, left, grant }) => gone === undefined && left === 0n && grant.amount !== undefined,
    );
    for (const purse of drained) purse.gone = { at, why: 'used-up' };
    return drained;
  }

  /** Closes those that end here, and tells what they lose. One without a product list loses nothing that was counted. */
  closeEnded(at: Instant): Map<string, Units> {
    const lost = new Map<string, Units>();
    for (let purse = this.all[this.ended]; purse !== undefined; purse = this.all[++this.ended]) {
      const { grant, gone, left } = purse;
      if (grant.ends === undefined || grant.ends > at) break;
      if (gone !== undefined) continue;
      if (left > 0n && isTold(grant)) lost.set(grant.id, left);
      purse.gone = { at, why: 'ended' };
    }
    return lost;
  }
}

/** Does a report name it? Not one of which AWS does not say what it covers, and not one that this account cannot draw on. */
export const isTold = ({ isListed, closed }: Grant): boolean => isListed && closed === undefined;
