import type { Usd } from '../money';
import { notice } from '../notice';
import type { Settings } from '../settings';
import { type BurnReading, closedMonths } from './burn-reading';
import type { BalanceNotice } from './credit';

/** What the readings come to, in the words of the settings. */
export type Spending = Pick<Settings, 'burn' | 'burnOfOthers' | 'burnMonths' | 'isBurnCoveredOnly' | 'burnBill'>;

/** What the account spends that is billed, apart from the others. Who asked is that account where nobody says otherwise. */
export function spendingOf(
  burns: readonly BurnReading[],
  billed: string | undefined,
  { burnOfOthers }: Settings,
): Spending & { readonly problems: readonly BalanceNotice[] } {
  const shares = burns.map((burn) => shareOf(burn, billed));
  const last = shares.findLastIndex(({ own }) => own !== undefined);
  const used = shares[last];
  // Who asks may see itself alone: what an owner has written of others is no less true.
  const others = new Map([...burnOfOthers, ...(shares.findLast((share) => share.others.length > 0)?.others ?? [])]);
  // It is billed, or asked where nobody says which one is: it would draw twice.
  if (used?.account !== undefined) others.delete(used.account);
  return {
    burn: used?.own,
    burnOfOthers: others,
    burnMonths: used?.months ?? [],
    isBurnCoveredOnly: used?.burn.isCoveredOnly === true,
    burnBill: used?.burn.bill,
    problems: shares.slice(last + 1).flatMap(({ burn: { source, caller }, missing }) => {
      if (missing === undefined || burnOfOthers.has(missing)) return [];
      const why = notice('burn-no-account', 'warn', { account: missing, caller });
      return [notice('balance-burn-not-read', 'warn', { source, why })];
    }),
  };
}

interface Share {
  readonly burn: BurnReading;
  readonly own?: Settings['burn'];
  /** Whose that is, where the reading tells accounts apart. */
  readonly account?: string;
  readonly others: readonly (readonly [string, ReadonlyMap<string, Usd>])[];
  readonly months?: Settings['burnMonths'];
  /** The account that is billed, where it is not listed: nothing is known of it, which is not $0. */
  readonly missing?: string | undefined;
}

/** What a reading says of the account that is billed, and of others. */
function shareOf(burn: BurnReading, billed: string | undefined): Share {
  const { monthly, byAccount, months = new Map(), caller } = burn;
  if (monthly.state === 'unknown') return { burn, others: [] };
  const account = billed ?? caller;
  if (byAccount === undefined || account === undefined)
    return { burn, own: monthly.value, others: [], months: closedMonths(months, undefined) };
  const others = [...byAccount].filter(([name]) => name !== account);
  // Who asks sees at least itself: what does not list it says that it spends nothing.
  const own = byAccount.get(account) ?? (account === caller ? new Map() : undefined);
  return own === undefined
    ? { burn, others, missing: account }
    : { burn, own, account, others, months: closedMonths(months, account) };
}
