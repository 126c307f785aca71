import type { Eligibility, Terms } from '../coverage/coverage';
import { worse } from '../coverage/coverage';
import { type Credit, closingOf, coversFrom } from '../credits/credit';
import { entitlement } from '../credits/entitlement';
import { type Instant, startOfMonth } from '../instant';
import { fromUnits, keep, larger, type Range, smaller, sum, type Units, type Usd, zero } from '../money';
import type { Stack } from '../plan';
import type { Answer } from '../reading';
import { Ledger } from './ledger';
import type { Grant } from './purse';
import type { Account, Stream } from './stream';
import type { End } from './streams';

/** A credit with what is left of it now, after what was used since its balance was struck. */
export interface Remaining {
  readonly credit: Credit;
  /** USD; undefined when the amount is not known. */
  readonly usd: Range | undefined;
}

/** How much of each credit is left, and whether use that is not in the figures yet could be taken off. */
export interface Holdings {
  readonly credits: readonly Remaining[];
  /** USD that were used since the balances were struck; undefined when every balance is of today. */
  readonly drawnSince: Range | undefined;
}

/** What is asked of the account: its charges of today, at each end. */
export type Spending = Readonly<Record<End, readonly Stream[]>>;

/**
 * The credits that may be drawn, with what is left of each today. A balance is struck at some instant (`asOf`): what the
 * account has used since then, by its known charges, is drawn first.
 */
export function holdingsOf(terms: Terms, spending: Spending): Holdings {
  const credits = (terms.credits ?? []).filter(({ status }) => status === 'enabled');
  const { now } = terms;
  const from = Math.min(now, ...credits.map((credit) => struckAt(credit, now)));
  if (from >= now)
    return { credits: credits.map((credit) => ({ credit, usd: exactRange(credit) })), drawnSince: undefined };
  const leftAt = (end: End) => {
    const grants = credits.map((credit) => ({
      ...grantOf(credit, partOf(credit, terms, end), amountOf(credit)),
      starts: Math.max(coversFrom(credit), struckAt(credit, now)),
    }));
    const { pieces } = new Ledger(spending[end], grants, { from, until: now, cuts: [now, startOfMonth(now)] });
    const drawn = new Map<string, Units>();
    for (const { to, rows, byOthers } of pieces) {
      if (to > now) break;
      for (const amounts of [...rows.map(({ paidBy }) => paidBy), byOthers])
        for (const [id, amount] of amounts) drawn.set(id, (drawn.get(id) ?? 0n) + amount);
    }
    return new Map([...drawn].map(([id, amount]) => [id, fromUnits(amount)]));
  };
  const [most, least] = [leftAt('dear'), leftAt('cheap')];
  // What others draw from credits of their own is in no figure.
  const ours = credits.filter((credit) => entitlement(credit, terms.account) !== 'no');
  const drawnIn = (drawn: ReadonlyMap<string, Usd>): Usd => sum(ours.map(({ id }) => drawn.get(id) ?? zero));
  return {
    credits: credits.map((credit) => {
      const amount = amountOf(credit);
      if (amount === undefined) return { credit, usd: undefined };
      const min = larger(zero, amount.minus(most.get(credit.id) ?? zero));
      return { credit, usd: { min, max: larger(min, amount.minus(least.get(credit.id) ?? zero)) } };
    }),
    drawnSince: { min: drawnIn(least), max: drawnIn(most) },
  };
}

/** The instant from which on use is not off the balance yet. */
function struckAt({ asOf }: Credit, now: Instant): Instant {
  if (asOf === 'now') return now;
  return asOf === 'last-bill' ? startOfMonth(now) : asOf;
}

const amountOf = ({ remaining }: Credit): Usd | undefined =>
  remaining.state === 'known' ? remaining.value : undefined;

function exactRange(credit: Credit): Range | undefined {
  const amount = amountOf(credit);
  return amount === undefined ? undefined : { min: amount, max: amount };
}

/** What of each credit is for this stack. */
export interface PoolPart {
  /** Between 0 and 1. */
  readonly share: number;
  /** USD that other stacks have reserved. */
  readonly reserved: Usd;
  /** False: they may have reserved more, up to all of it. */
  readonly isKnown: boolean;
}

/**
 * What this stack may draw: its share of each credit, less what other stacks have reserved, taken from the credits in
 * order of use, once. A balance that is not known is one credit of which nothing is known; where reservations are not known,
 * the dear end counts no credit as this stack's own.
 */
export function grantsOf(holdings: Holdings, terms: Terms, { share, reserved, isKnown }: PoolPart, end: End): Grant[] {
  if (terms.credits === undefined || isClosed(terms)) return [UNKNOWN_BALANCE];
  let missing = reserved;
  return [...holdings.credits].sort(bySoonestEnd).map(({ credit, usd }) => {
    const amount = usd === undefined ? undefined : end === 'cheap' ? usd.max : usd.min;
    const whole = partOf(credit, terms, end);
    const part: Part = { ...whole, mine: isKnown || end === 'cheap' ? whole.mine : worse(whole.mine, 'unknown') };
    // What this account cannot draw on is no room for what others have reserved beside it.
    if (amount === undefined || part.mine === 'no' || hasEnded(credit, terms.now)) return grantOf(credit, part, amount);
    const shared = keep(amount.times(share));
    const taken = smaller(shared, missing);
    missing = missing.minus(taken);
    const own = shared.minus(taken);
    const closed = own.eq(zero) && amount.gt(zero) ? 'reserved' : undefined;
    return grantOf(credit, part, own, closed);
  });
}

/** Has AWS closed the account? Whether an upgrade has opened it again, and its credits cover anything, nobody knows then. */
export function isClosed({ balance, now }: Terms): boolean {
  const closes = closingOf(balance);
  return closes !== undefined && closes <= now;
}

/** What a stack has first claim on. */
export interface Claim {
  readonly stack: string;
  readonly usd: Usd;
}

/**
 * What stacks other than these have reserved, the largest first: one list serves many stacks, and each has its own line in
 * it. What the stacks at hand have reserved is replaced by what they draw.
 */
export const claimsOfOthers = (reserved: ReadonlyMap<string, Usd>, stacks: readonly Stack[]): readonly Claim[] =>
  [...reserved]
    .filter(([written, usd]) => usd.gt(zero) && !stacks.some((stack) => isNameOf(stack, written)))
    .map(([stack, usd]) => ({ stack, usd }))
    .sort((a, b) => b.usd.cmp(a.usd) || (a.stack < b.stack ? -1 : 1));

/** `project/stack` or `organization/project/stack`; a plan does not say of which organization it is. */
function isNameOf({ organization, project, name }: Stack, written: string): boolean {
  const own = `${project}/${name}`;
  if (written === own) return true;
  return organization === null ? written.endsWith(`/${own}`) : written === `${organization}/${own}`;
}

const hasEnded = ({ ends }: Credit, now: Instant): boolean => ends !== undefined && ends <= now;

const bySoonestEnd = (a: Remaining, b: Remaining): number =>
  (a.credit.ends ?? Number.MAX_SAFE_INTEGER) - (b.credit.ends ?? Number.MAX_SAFE_INTEGER) ||
  breadthOf(a.credit) - breadthOf(b.credit) ||
  a.credit.starts - b.credit.starts ||
  (a.credit.id < b.credit.id ? -1 : 1);

const breadthOf = ({ products }: Credit): number =>
  typeof products === 'string' ? Number.MAX_SAFE_INTEGER : products.length;

/** Whatever is charged may be covered, for all that is known. */
const UNKNOWN_BALANCE: Grant = {
  id: 'unknown',
  amount: undefined,
  starts: 0,
  issued: 0,
  ends: undefined,
  breadth: Number.MAX_SAFE_INTEGER,
  isListed: false,
  isOurs: true,
  closed: undefined,
  covers: ({ byTerms }) => (byTerms === 'no' ? 'no' : 'unknown'),
};

/** What a credit is to this account, at one end of the ranges. */
interface Part {
  /** May the account draw it? */
  readonly mine: Answer;
  /** May another one? Where that is not known it does at the dear end of the ranges, and does not at the cheap one. */
  readonly isOpenTo: (account: string) => boolean;
  /** The account that owns it; undefined: the one that is billed. */
  readonly owner: Account;
  /** Is it plain which products it covers? */
  readonly isListed: boolean;
}

/** Where nobody knows whose credit it is, the cheap end of the ranges counts it and the dear one does not. */
function partOf(credit: Credit, { account, settings }: Terms, end: End): Part {
  const entitled = entitlement(credit, account);
  const mine = entitled === 'unknown' && end === 'cheap' ? 'yes' : entitled;
  return {
    mine,
    isOpenTo: (other) => {
      const answer = entitlement(credit, other);
      return answer === 'yes' || (answer === 'unknown' && end === 'dear');
    },
    owner: credit.owner === account ? undefined : credit.owner,
    isListed: credit.products !== 'unlisted' || settings.unlistedProducts === 'covered',
  };
}

function grantOf(
  credit: Credit,
  { mine, isListed, isOpenTo, owner }: Part,
  amount: Usd | undefined,
  closed?: Grant['closed'],
): Grant {
  const allowedBy = remember((eligibility) => eligibility.allowedBy(credit));
  return {
    id: credit.id,
    amount,
    starts: coversFrom(credit),
    issued: credit.starts,
    ends: credit.ends,
    breadth: breadthOf(credit),
    isListed: isListed && mine === 'yes',
    isOurs: mine !== 'unknown',
    closed: closed ?? (mine === 'no' ? 'not-entitled' : undefined),
    owner,
    isBeforeDiscounts: credit.isBeforeDiscounts === true,
    covers: (eligibility, other) => {
      const allowed = allowedBy(eligibility);
      if (other !== undefined) return isOpenTo(other) ? allowed : 'no';
      return mine === 'no' ? allowed : worse(mine, allowed);
    },
  };
}

/** The draw-down asks the same few kinds of charges again and again. */
function remember(answer: (eligibility: Eligibility) => Answer): (eligibility: Eligibility) => Answer {
  const answers = new Map<string, Answer>();
  return (eligibility) => {
    const known = answers.get(eligibility.key);
    if (known !== undefined) return known;
    const fresh = answer(eligibility);
    answers.set(eligibility.key, fresh);
    return fresh;
  };
}
