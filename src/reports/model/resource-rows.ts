import type { Assessment } from '../../core/assess';
import type { Charge } from '../../core/charges/charge';
import type { Price } from '../../core/charges/prices';
import type { Coverage, Eligibility } from '../../core/coverage/coverage';
import type { JudgedResource, ResourceStatus } from '../../core/judge';
import type { Buckets } from '../../core/outlook/who-pays';
import { type Change, isPaidAlready } from '../../core/plan';
import { clean } from '../../words/text';
import { addFigures, apportionGroups, type Figures, missingFigures, noFigures } from './figures';

/** One resource with everything that AWS bills because of it. */
export interface ResourceRow {
  /** As it was read: what programs join by. */
  readonly urn: string;
  readonly type: string;
  readonly name: string;
  readonly change: Change | undefined;
  readonly state: ResourceStatus['state'];
  /** What is missing, where it is not priced in full. */
  readonly because: string | undefined;
  readonly monthly: Figures;
  readonly once: Figures;
  readonly charges: readonly ChargeRow[];
}

export interface ChargeRow extends Pick<Charge, 'product' | 'kind' | 'per' | 'basis'> {
  readonly what: string;
  readonly usd: Figures;
  /** Why its amount is not known; undefined when it is. */
  readonly because: string | undefined;
  /** In words: "1 × 730 hours". */
  readonly quantity: string;
  /** The usage behind it is an assumption, and not the owner's word. */
  readonly isAssumed: boolean;
  readonly price: Price | undefined;
  readonly coverage: Coverage;
  /** Id of the rule that decided; undefined for ordinary usage. */
  readonly rule: string | undefined;
  /** Credits that cover it, by id. */
  readonly paidBy: readonly string[];
  /** Paid one time before this deployment: it is in no total. */
  readonly isPaidBefore: boolean;
  /** The kind of charge: one row of the products. */
  readonly key: string;
}

/** A charge on its way to a row. */
interface Line {
  readonly charge: Charge;
  readonly eligibility: Eligibility;
  readonly isPaidBefore: boolean;
}

/** Every resource, in the order of the plan; the amounts add up to those of the products, to the cent. */
export function resourceRows(assessment: Assessment): readonly ResourceRow[] {
  const { resources } = assessment;
  const linesOf = resources.map(({ resource, judged }) =>
    judged.map((one): Line => ({ ...one, isPaidBefore: one.charge.per === 'once' && isPaidAlready(resource) })),
  );
  const amounts = amountsOf(linesOf.flat(), assessment);
  const paidBy = new Map(assessment.products.map((line) => [line.eligibility.key, line.paidBy.map((id) => clean(id))]));
  const cleaned = cleaner();
  return resources.map((one, i) => {
    const charges = (linesOf[i] ?? []).map((line): ChargeRow => {
      const { charge, eligibility, isPaidBefore } = line;
      const { usd, price } = charge;
      return {
        product: charge.product,
        what: cleaned(charge.what),
        kind: charge.kind,
        per: charge.per,
        basis: charge.basis,
        usd: amounts.get(charge) ?? noFigures,
        because: usd.state === 'unknown' ? cleaned(usd.because) : undefined,
        quantity: cleaned(charge.quantity),
        isAssumed: charge.assumed,
        price,
        coverage: assessment.outlook.whoPays.coverage(eligibility.key, charge.per),
        rule: eligibility.rule?.id,
        paidBy: paidBy.get(eligibility.key) ?? [],
        isPaidBefore,
        key: eligibility.key,
      };
    });
    return { ...identityOf(one, cleaned), ...totalsOf(one, charges), charges };
  });
}

function identityOf({ resource, status }: JudgedResource, cleaned: (text: string) => string) {
  return {
    urn: resource.urn,
    type: cleaned(resource.writtenType ?? resource.type),
    name: clean(resource.name),
    change: resource.change,
    state: status.state,
    because: status.state === 'unpriced' ? cleaned(status.because) : undefined,
  };
}

function totalsOf({ status }: JudgedResource, charges: readonly ChargeRow[]): Pick<ResourceRow, 'monthly' | 'once'> {
  if (charges.length === 0) {
    return { monthly: status.state === 'unpriced' ? missingFigures(undefined) : noFigures, once: noFigures };
  }
  const add = (per: Charge['per']): Figures =>
    charges
      .filter((charge) => charge.per === per && !charge.isPaidBefore)
      .map(({ usd }) => usd)
      .reduce(addFigures, noFigures);
  return { monthly: add('month'), once: add('once') };
}

/** Charges are rounded together: those of one kind add up to their product, and the products to the total. */
function amountsOf(lines: readonly Line[], { outlook: { whoPays } }: Assessment): ReadonlyMap<Charge, Figures> {
  const amounts = new Map<Charge, Figures>();
  const kinds: Record<'month' | 'once' | 'before', Map<string, Group>> = {
    month: new Map(),
    once: new Map(),
    before: new Map(),
  };
  for (const { charge, eligibility, isPaidBefore } of lines) {
    const { usd, per } = charge;
    const { key } = eligibility;
    if (usd.state === 'unknown') {
      amounts.set(charge, missingFigures(payerOf(whoPays.coverage(key, per))));
      continue;
    }
    const groups = kinds[isPaidBefore ? 'before' : per];
    const group = groups.get(key) ?? { charges: [], buckets: [] };
    group.charges.push(charge);
    group.buckets.push(whoPays.split(key, per, usd.value));
    groups.set(key, group);
  }
  for (const groups of Object.values(kinds)) {
    const all = [...groups.values()];
    const shown = apportionGroups(all.map(({ buckets }) => buckets));
    for (const [g, { charges }] of all.entries()) {
      for (const [i, charge] of charges.entries()) amounts.set(charge, shown[g]?.[i] ?? noFigures);
    }
  }
  return amounts;
}

interface Group {
  readonly charges: Charge[];
  readonly buckets: Buckets[];
}

function payerOf(coverage: Coverage): 'covered' | 'cash' | undefined {
  if (coverage === 'covered') return 'covered';
  return coverage === 'not-covered' ? 'cash' : undefined;
}

/** A plan of thousands says the same few texts again and again. */
function cleaner(): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    let result = known.get(text);
    if (result === undefined) {
      result = clean(text);
      known.set(text, result);
    }
    return result;
  };
}
