import type { Assessment } from '../../core/assessment';
import type { Charge } from '../../core/charges/charge';
import type { Price } from '../../core/charges/prices';
import { type InSteps, isBeyondFirst } from '../../core/charges/steps';
import type { Coverage, JudgedCharge } from '../../core/coverage/coverage';
import { policiesFor } from '../../core/coverage/rules';
import type { Instant } from '../../core/instant';
import type { JudgedResource, ResourceStatus } from '../../core/judge';
import type { Range, Usd } from '../../core/money';
import type { Buckets, WhoPays } from '../../core/outlook/who-pays';
import { type Change, isPaidAlready, type PlannedResource, type SourcePosition } from '../../core/plan';
import type { ResourcePolicyName } from '../../core/policy-names';
import { clean } from '../../words/text';
import { addFigures, allocateGroups, type Figures, missingFigures, noFigures } from './figures';
import type { StackMark, stackMarks } from './stack-rows';

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
  /** What begins on a day ahead, and is in no figure of today. */
  readonly later: readonly LaterRow[];
  /** The policies that looked at it. */
  readonly policies: readonly ResourcePolicyName[];
  /** Where the program declares it, where the plan says so. */
  readonly at: SourcePosition | undefined;
  readonly stack: StackMark;
}

export interface ChargeRow extends Pick<Charge, 'product' | 'kind' | 'per'> {
  readonly what: string;
  readonly usd: Figures;
  /** The amount before it is rounded: what the price is multiplied to. Undefined: not known. */
  readonly exact: Range | undefined;
  /** Why its amount is not known; undefined when it is. */
  readonly because: string | undefined;
  /** In words: "1 × 730 hours". */
  readonly quantity: string;
  /** The usage behind it is an assumption, and not the owner's word. */
  readonly isAssumed: boolean;
  /** The fields of `usage:` that it is reckoned by. */
  readonly usageFields: readonly string[];
  /** What it is with a group at its maximum size: USD a month. Undefined where that is the same, or not known. */
  readonly usdAtMost: Usd | undefined;
  readonly price: Price | undefined;
  /** The share that AWS gives off its list price. */
  readonly discount: number;
  /** What of it is free, once for the account: `exact` is less by that. */
  readonly allowance: Charge['allowance'];
  /** How it fills the steps of a price that goes down with the quantity; undefined where it stays in the first. */
  readonly steps: InSteps | undefined;
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

export interface LaterRow extends Pick<Charge, 'product' | 'price'> {
  readonly what: string;
  readonly quantity: string;
  readonly begins: Instant;
  /** USD a month; undefined: not known, and `because` says why. */
  readonly monthly: Range | undefined;
  readonly because: string | undefined;
}

const stepsBeyondFirst = ({ inSteps }: Charge): InSteps | undefined =>
  inSteps !== undefined && (inSteps.together > 1 || isBeyondFirst(inSteps.units, inSteps.steps)) ? inSteps : undefined;

/** Every resource, in the order of the plan; the amounts add up to those of the products, to the cent. */
export function resourceRows(assessment: Assessment, markOf: ReturnType<typeof stackMarks>): readonly ResourceRow[] {
  const { resources, products, outlook, settings } = assessment;
  const amounts = amountsOf(resources, outlook.whoPays);
  const paidBy = new Map(products.map((line) => [line.eligibility.key, line.paidBy.map((id) => clean(id))]));
  const cleaned = cleaner();
  const rowOf = (judged: JudgedCharge, resource: PlannedResource): ChargeRow => {
    const { charge, eligibility } = judged;
    const { usd } = charge;
    return {
      product: charge.product,
      what: cleaned(charge.what),
      kind: charge.kind,
      per: charge.per,
      usd: amounts.get(charge) ?? noFigures,
      exact: usd.state === 'known' ? usd.value : undefined,
      because: usd.state === 'unknown' ? cleaned(usd.because) : undefined,
      quantity: cleaned(charge.quantity),
      isAssumed: charge.assumed,
      usageFields: charge.usage,
      usdAtMost: charge.usdAtMost,
      price: charge.price,
      discount: charge.discount ?? 0,
      allowance: charge.allowance,
      steps: stepsBeyondFirst(charge),
      coverage: outlook.whoPays.coverage(eligibility.key, charge.per),
      rule: eligibility.rule?.id,
      paidBy: paidBy.get(eligibility.key) ?? [],
      isPaidBefore: isPaidBefore(judged, resource),
      key: eligibility.key,
    };
  };
  // A place is one in the folder of its project: of several projects, nothing says where each lies.
  const isOneProject = new Set(assessment.stacks.map(({ plan }) => plan.stack.project)).size === 1;
  // One literal for each row: a plan may have ten thousand.
  const laterOf = ({ charge }: JudgedCharge): LaterRow => ({
    product: charge.product,
    what: cleaned(charge.what),
    quantity: cleaned(charge.quantity),
    begins: charge.begins ?? 0,
    monthly: charge.usd.state === 'known' ? charge.usd.value : undefined,
    because: charge.usd.state === 'unknown' ? cleaned(charge.usd.because) : undefined,
    price: charge.price,
  });
  return resources.map(({ resource, status, judged, later }): ResourceRow => {
    const charges = judged.map((one) => rowOf(one, resource));
    // Of a type without prices nothing is known, not even how much a month.
    const isOpen = charges.length === 0 && status.state === 'unpriced';
    return {
      urn: resource.urn,
      type: cleaned(resource.writtenType ?? resource.type),
      name: clean(resource.name),
      change: resource.change,
      state: status.state,
      because: status.state === 'unpriced' ? cleaned(status.because) : undefined,
      monthly: isOpen ? missingFigures(undefined) : totalOf(charges, 'month'),
      once: totalOf(charges, 'once'),
      charges,
      later: later.map(laterOf),
      policies: policiesFor(resource.type).filter((policy) => settings.policies[policy].level !== 'off'),
      at:
        resource.source === undefined || !isOneProject
          ? undefined
          : { ...resource.source, file: clean(resource.source.file) },
      stack: markOf(resource.urn),
    };
  });
}

/** What was bought one time, before this deployment, is in no total. */
const isPaidBefore = ({ charge }: JudgedCharge, resource: PlannedResource): boolean =>
  charge.per === 'once' && isPaidAlready(resource);

function totalOf(charges: readonly ChargeRow[], per: Charge['per']): Figures {
  let total = noFigures;
  for (const charge of charges) if (charge.per === per && !charge.isPaidBefore) total = addFigures(total, charge.usd);
  return total;
}

/** Charges are rounded together: those of one kind add up to their product, and the products to the total. */
function amountsOf(resources: readonly JudgedResource[], whoPays: WhoPays): ReadonlyMap<Charge, Figures> {
  const amounts = new Map<Charge, Figures>();
  const kinds: Record<'month' | 'once' | 'before', Map<string, Group>> = {
    month: new Map(),
    once: new Map(),
    before: new Map(),
  };
  for (const { resource, judged } of resources) {
    for (const one of judged) {
      const { usd, per } = one.charge;
      const { key } = one.eligibility;
      if (usd.state === 'unknown') {
        amounts.set(one.charge, missingFigures(payerOf(whoPays.coverage(key, per))));
        continue;
      }
      const groups = kinds[isPaidBefore(one, resource) ? 'before' : per];
      const group = groups.get(key) ?? { charges: [], buckets: [] };
      group.charges.push(one.charge);
      group.buckets.push(whoPays.split(key, per, usd.value));
      groups.set(key, group);
    }
  }
  for (const groups of Object.values(kinds)) {
    const all = [...groups.values()];
    const shown = allocateGroups(all.map(({ buckets }) => buckets));
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
