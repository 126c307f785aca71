import { creditPays } from '../coverage/coverage';
import { type Balance, type Credit, isAlive, isUsable } from '../credits/credit';
import type { Instant } from '../instant';
import { keep, larger, sum, type Usd, zero } from '../money';
import { known, type Maybe, unknown } from '../reading';
import type { Settings } from '../settings';
import type { Grant } from './ledger';

/** USD that credits can pay right now, before shares and reservations. Unknown when any usable amount is. */
export function usableNow(balance: Balance, now: Instant): Maybe<Usd> {
  if (balance.credits.state === 'unknown') return balance.credits;
  const unread = balance.credits.value.find((credit) => credit.remaining.state === 'unknown');
  if (unread?.remaining.state === 'unknown') return unknown(`${unread.description}: ${unread.remaining.because}`);
  return known(sum(balance.credits.value.filter((credit) => isUsable(credit, now)).map(amountOf)));
}

/** The credits this stack may draw on: its share of each, less what other stacks have reserved, soonest end first. */
export function poolOf(balance: Balance, settings: Pick<Settings, 'pool' | 'unlistedProducts'>, now: Instant): Grant[] {
  if (balance.credits.state === 'unknown') return [];
  const alive = balance.credits.value.filter((credit) => isAlive(credit, now)).sort(bySoonestEnd);
  let reserved = sum(settings.pool.reserved.values());
  return alive.map((credit) => {
    const share = keep(amountOf(credit).times(settings.pool.share));
    const amount = larger(share.minus(reserved), zero);
    reserved = larger(reserved.minus(share), zero);
    return grantOf(credit, amount, settings);
  });
}

function grantOf(credit: Credit, amount: Usd, settings: Pick<Settings, 'unlistedProducts'>): Grant {
  const { products } = credit;
  return {
    id: credit.id,
    amount,
    starts: credit.starts,
    ends: credit.ends,
    breadth: typeof products === 'string' ? Number.POSITIVE_INFINITY : products.length,
    listed: products !== 'unlisted' || settings.unlistedProducts === 'covered',
    pays: remember((product) => creditPays(credit, product, settings.unlistedProducts) === 'yes'),
  };
}

/** The draw-down asks the same few products in every month. */
function remember(answer: (product: string) => boolean): (product: string) => boolean {
  const answers = new Map<string, boolean>();
  return (product) => {
    const known = answers.get(product);
    if (known !== undefined) return known;
    const fresh = answer(product);
    answers.set(product, fresh);
    return fresh;
  };
}

const amountOf = (credit: Credit): Usd => (credit.remaining.state === 'known' ? credit.remaining.value : zero);

const bySoonestEnd = (a: Credit, b: Credit): number =>
  (a.ends ?? Number.POSITIVE_INFINITY) - (b.ends ?? Number.POSITIVE_INFINITY) || (a.id < b.id ? -1 : 1);
