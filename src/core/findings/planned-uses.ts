import type { Terms } from '../coverage/coverage';
import type { Credit } from '../credits/credit';
import { isKnownProduct } from '../known-products';
import { smaller, sum, type Usd, zero } from '../money';
import type { PlannedPurchase } from '../settings';

/** A purchase that an owner has planned for later, and what an expiring credit would cover of it before its end. */
export interface PlannedUse extends PlannedPurchase {
  readonly covered: Usd;
}

/** A credit with what it loses at its end, at the dear end of the charges: at least so much. */
export interface Losing {
  readonly credit: Credit;
  readonly usd: Usd;
}

/**
 * What would use expiring credit without waste: only what is bought later in any case. What is planned before a credit ends
 * draws on it as it is, so it leaves less to use. `used`: by both.
 */
export function plannedUses(
  losing: readonly Losing[],
  planned: readonly PlannedPurchase[],
  terms: Terms,
): { readonly uses: readonly PlannedUse[]; readonly used: Usd } {
  const left = new Map(losing.map(({ credit, usd }) => [credit, usd]));
  const isKnown = isKnownProduct();
  const uses: PlannedUse[] = [];
  for (const purchase of [...planned].sort((a, b) => a.from - b.from)) {
    // What nobody bills under that name may be what no credit covers: a note says so.
    if (purchase.from <= terms.now || !isKnown(purchase.product)) continue;
    const able = terms.coveringToday(terms.of(purchase.product), zero);
    let [open, covered] = [purchase.usd, zero];
    for (const { credit } of losing.filter((one) => able.includes(one.credit))) {
      const used = smaller(open, left.get(credit) ?? zero);
      left.set(credit, (left.get(credit) ?? zero).minus(used));
      open = open.minus(used);
      if (purchase.from > (credit.ends ?? purchase.from)) covered = covered.plus(used);
    }
    if (covered.gt(zero)) uses.push({ ...purchase, covered });
  }
  return { uses, used: sum(losing.map(({ usd }) => usd)).minus(sum(left.values())) };
}
