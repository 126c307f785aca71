import type { Terms } from '../coverage/coverage';
import { displayProduct, sameProduct } from '../coverage/products';
import type { Allocation, History } from '../credits/burn-answers';
import { type Credit, isAlive } from '../credits/credit';
import { entitlement } from '../credits/entitlement';
import { addMonths, parseInstant } from '../instant';
import { sum, type Usd, usd, zero } from '../money';
import type { Burn } from '../outlook/burn';
import { type Finding, says, stackFinding } from './finding';

/** Less is a correction, and no rule. */
const SMALLEST = usd(1);

/** Where the allocation history shows that AWS does otherwise than the rules say. */
export const historyFindings = (history: History, terms: Terms, burn: Burn | undefined): Finding[] => [
  ...coveredAgainstRules(history, terms),
  ...(burn === undefined ? [] : notCoveredAgainstRules(history, terms, burn)),
];

/** AWS applied a credit to what the rules call not covered. */
function coveredAgainstRules({ allocations }: History, terms: Terms): Finding[] {
  const groups = new Map<string, { readonly credit: Credit; readonly product: string; readonly own: Allocation[] }>();
  for (const one of allocations) {
    const credit = terms.credits?.find(({ id }) => id === one.creditId);
    const product = displayProduct(one.service);
    if (credit === undefined || terms.ofBilledRow(product).allowedBy(credit) !== 'no') continue;
    const key = `${credit.id}\n${product}`;
    const group = groups.get(key) ?? { credit, product, own: [] };
    groups.set(key, group);
    group.own.push(one);
  }
  return [...groups.values()].flatMap(({ credit, product, own }) => {
    const applied = sum(own.map((one) => one.usd));
    if (applied.lt(SMALLEST)) return [];
    const months = own.map(({ month }) => month).sort();
    const args = {
      product,
      usd: applied,
      credit: credit.description,
      from: months[0] ?? '',
      to: months.at(-1) ?? '',
      because: terms.ofBilledRow(product).byTerms === 'no' ? ('not-eligible' as const) : ('not-listed' as const),
    };
    return [
      stackFinding({
        rule: 'history-covered',
        level: 'warn',
        coverage: 'unknown',
        says: says('covered-against-rules', args),
      }),
    ];
  });
}

/** AWS applied nothing, in the last month whose bill is closed, to what a credit with money covers by the rules. */
function notCoveredAgainstRules(
  { allocations, failedMonths, isPartial }: History,
  terms: Terms,
  burn: Burn,
): Finding[] {
  const closed = allocations.filter(({ isEstimated }) => !isEstimated).map(({ month }) => month);
  const month = closed.sort().at(-1);
  const begins = month === undefined ? undefined : parseInstant(`${month}-01`);
  if (month === undefined || begins === undefined || isPartial || failedMonths.includes(month)) return [];
  const ends = addMonths(begins, 1);
  const own = allocations.filter((one) => one.month === month);
  // One that still has money had it all through that month.
  const usable = (terms.credits ?? []).filter(
    (credit) =>
      isAlive(credit, terms.now) && credit.starts <= begins && (credit.ends === undefined || credit.ends >= ends),
  );
  return [...burn].flatMap(([product, monthly]) => {
    const applied = own.filter(({ service }) => sameProduct(service, product)).map((one) => one.usd);
    const eligibility = terms.ofBilledRow(product);
    const credit = usable.find(
      (one) => eligibility.allowedBy(one) === 'yes' && entitlement(one, terms.account) === 'yes',
    );
    if (credit === undefined || monthly.lt(SMALLEST) || isSome(applied)) return [];
    const args = { product, monthly, credit: credit.description, month };
    return [
      stackFinding({
        rule: 'history-not-covered',
        level: 'warn',
        coverage: 'unknown',
        says: says('not-covered-against-rules', args),
      }),
    ];
  });
}

const isSome = (amounts: readonly Usd[]): boolean => sum(amounts).gt(zero);
