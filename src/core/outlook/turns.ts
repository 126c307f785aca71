import type { Instant } from '../instant';
import type { Units } from '../money';
import { type CalendarMonth, type Claim, drawnBy, monthOf } from './claim';
import type { Purse } from './purse';
import type { Account } from './stream';

/**
 * Lets the accounts that share a credit draw on it in AWS's order: the account that owns it, then the one that spends most
 * in the month. A bill is of a whole month: of what a credit holds, an account may draw what those before it do not need
 * until the month ends.
 * https://docs.aws.amazon.com/awsaccountbilling/latest/aboutv2/useconsolidatedbilling-credits.html
 */
export function letWaitTheirTurn(claims: readonly Claim[], purses: readonly Purse[], from: Instant): void {
  if (claims.every(({ stream }) => stream.account === undefined)) return;
  const month = monthOf(from);
  const bySpending = accountsBySpending(claims, month);
  for (const purse of purses) purse.allowed = undefined;
  // In order of use: who finds nothing in one credit turns to the next.
  for (const purse of purses) {
    // What is not known of a credit takes nothing away from others for certain.
    if (purse.grant.amount === undefined || claims.some((claim) => claim.isUnsureOf(purse, from))) continue;
    const needs = drawnBy(claims, from, (claim) => restOfMonth(claim, purse, { from, month })).get(purse);
    const { owner } = purse.grant;
    const allowed = new Map<Account, Units>();
    let rest = purse.left;
    for (const account of [owner, ...bySpending.filter((one) => one !== owner)]) {
      allowed.set(account, rest > 0n ? rest : 0n);
      rest -= needs?.get(account) ?? 0n;
    }
    purse.allowed = allowed;
  }
}

function accountsBySpending(claims: readonly Claim[], month: CalendarMonth): readonly Account[] {
  const spending = new Map<Account, Units>();
  for (const claim of claims) {
    const { account } = claim.stream;
    spending.set(account, (spending.get(account) ?? 0n) + claim.between(month.begins, month.ends, month));
  }
  const inOrder = [...spending].sort(([a = '', more], [b = '', less]) =>
    more === less ? (a < b ? -1 : 1) : more > less ? -1 : 1,
  );
  return inOrder.map(([account]) => account);
}

/** What a charge comes to until the month, the credit or the charge ends. */
function restOfMonth(
  claim: Claim,
  { grant }: Purse,
  { from, month }: { readonly from: Instant; readonly month: CalendarMonth },
): Units {
  const { endsAt = month.ends } = claim.stream;
  return claim.between(from, Math.min(month.ends, grant.ends ?? month.ends, endsAt), month);
}
