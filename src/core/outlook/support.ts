import { Discounts } from '../charges/discounts';
import { SUPPORT_PLANS, type SupportPlan } from '../charges/support-plans';
import { uncoveredRow } from '../coverage/billed-rows';
import type { Terms } from '../coverage/coverage';
import { type Instant, midnight } from '../instant';
import { keep, larger, smaller, sum, type Usd, usd, zero } from '../money';
import type { Settings } from '../settings';
import { rateOf } from './ledger';
import { runsAt, type Stream } from './stream';

/** The fee of the account's support plan, which follows what is charged besides. */
export interface Support {
  readonly plan: SupportPlan;
  /** USD a month today: the usage that the fee is reckoned on, and the fee. */
  readonly usage: Usd;
  readonly fee: Usd;
  readonly streams: readonly Stream[];
}

/** A stretch in which plan and fee stay the same. */
interface Stretch {
  readonly plan: SupportPlan;
  readonly from: Instant;
  readonly usage: Usd;
  readonly fee: Usd;
}

/**
 * A support plan costs a share of the month's charges before discounts and credits. It changes when they do: when one
 * begins or ends, and when AWS ends the plan.
 */
export function supportOf(
  streams: readonly Stream[],
  { support: name, discounts }: Pick<Settings, 'support' | 'discounts'>,
  terms: Terms,
): Support | undefined {
  if (name === undefined) return undefined;
  const gross = grossBy(new Discounts(discounts));
  const stated = SUPPORT_PLANS[name];
  const ends = stated.until === undefined ? [] : [midnight(stated.until.day)];
  const edges = [...ends, ...streams.flatMap(({ startsAt, endsAt }) => [startsAt, endsAt])];
  const instants = [...new Set(edges.filter((edge) => edge !== undefined))].filter((edge) => edge > terms.now);
  const stretches = [terms.now, ...instants.sort((a, b) => a - b)].map((from): Stretch => {
    const usage = sum(streams.filter((one) => runsAt(one, from)).map((one) => gross(one, rateOf(one))));
    const plan = planAt(stated, from);
    return { plan, from, usage, fee: feeOf(plan, usage) };
  });
  const [first] = stretches;
  if (first === undefined) return undefined;
  const once = sum(streams.map((one) => gross(one, one.once)));
  const changes = stretches.filter((one, i) => i === 0 || !isSame(one, stretches[i - 1]));
  return {
    ...first,
    streams: changes.map(({ plan, from, fee }, i) => ({
      eligibility: terms.ofBilledRow(plan.product),
      origin: 'account',
      startsAt: i === 0 ? undefined : from,
      endsAt: changes[i + 1]?.from,
      perHour: zero,
      perMonth: fee,
      once: i === 0 ? feeOf(plan, first.usage.plus(once)).minus(fee) : zero,
    })),
  };
}

const planAt = (stated: SupportPlan, at: Instant): SupportPlan =>
  stated.until === undefined || at < midnight(stated.until.day) ? stated : SUPPORT_PLANS[stated.until.next];

const isSame = (a: Stretch, b: Stretch | undefined): boolean => a.plan === b?.plan && a.fee.eq(b.fee);

/** Steps are filled one after the other, as those of a tax. */
function feeOf({ minimum, steps }: SupportPlan, usage: Usd): Usd {
  let [fee, from] = [zero, 0];
  for (const [upTo, share] of steps) {
    if (usage.lte(from)) break;
    const end = Number.isFinite(upTo) ? smaller(usage, usd(upTo)) : usage;
    fee = fee.plus(end.minus(from).times(share));
    from = upTo;
  }
  return larger(usd(minimum), keep(fee));
}

/**
 * What counts: ordinary usage, at its list price. AWS leaves out Support, Marketplace and other rows; those that no credit
 * covers are taken for them. Of what the account spends besides, the list price is not known.
 */
const grossBy =
  (discounts: Discounts) =>
  ({ eligibility: { product }, origin }: Stream, amount: Usd): Usd => {
    if (amount.eq(zero) || uncoveredRow(product) !== undefined) return zero;
    const discount = origin === 'plan' ? discounts.of(product) : 0;
    return discount === 0 || discount === 1 ? amount : keep(amount.div(usd(1).minus(discount)));
  };
