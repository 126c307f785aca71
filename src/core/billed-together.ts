import type { Charge } from './charges/charge';
import { less } from './charges/discounts';
import { costInSteps, type InSteps, isBeyondFirst } from './charges/steps';
import type { JudgedResource } from './judge';
import { addRanges, between, keep, nothing, type Usd, zero } from './money';
import { isPaidAlready, type PlannedResource } from './plan';
import { known } from './reading';

/** A charge of a plan, and the resource that asks for it. */
interface Member {
  readonly charge: Charge;
  readonly resource: PlannedResource;
}

/** What a charge is beside those of other resources. */
type Rebilled = readonly [alone: Charge, together: Charge];

/**
 * Some charges AWS bills to the account, whichever resources they are of: what it bills once however many ask for it, and
 * what fills the steps of a price that goes down with the quantity.
 */
export function billedTogether(resources: readonly JudgedResource[]): readonly JudgedResource[] {
  const groups = groupsOf(resources).filter((members) => members.length > 1);
  const rebilled = new Map(groups.flatMap(rebill));
  if (rebilled.size === 0) return resources;
  return resources.map((one) => {
    if (!one.judged.some(({ charge }) => rebilled.has(charge))) return one;
    const judged = one.judged.map((own) => ({ ...own, charge: rebilled.get(own.charge) ?? own.charge }));
    return { ...one, judged };
  });
}

const rebill = (members: readonly Member[]): Rebilled[] =>
  members[0]?.charge.scope === undefined ? inSharedSteps(members) : billedOnce(members);

/** Charges that belong together, in the order of the plan. */
function groupsOf(resources: readonly JudgedResource[]): Member[][] {
  const groups = new Map<string, Member[]>();
  for (const { resource, judged } of resources) {
    for (const { charge } of judged) {
      const member = { charge, resource };
      const group = groupOf(member);
      if (group === undefined) continue;
      const members = groups.get(group);
      if (members === undefined) groups.set(group, [member]);
      else members.push(member);
    }
  }
  return [...groups.values()];
}

/** By the line of a bill, or by the first row of a price in a region; what is bought once fills the steps of one month. */
function groupOf({ charge, resource: { region } }: Member): string | undefined {
  const { scope, product, what, inSteps, per, usd } = charge;
  if (scope === 'account') return `${product}\n${what}`;
  if (scope === 'region') return region.state === 'known' ? `${product}\n${what}\n${region.value}` : undefined;
  if (inSteps === undefined || usd.state === 'unknown') return undefined;
  return per === 'month' ? inSteps.fills : `once\n${inSteps.fills}`;
}

/**
 * Two protections of Shield Advanced are one subscription: it stays with the first one for which it is paid already, else
 * with the first. The others keep the line, at nothing.
 */
function billedOnce(members: readonly Member[]): Rebilled[] {
  const bearer = members.find(({ resource }) => isPaidAlready(resource)) ?? members[0];
  const quantity = `billed once for the ${bearer?.charge.scope}, see ${bearer?.resource.name}`;
  return members
    .filter((member) => member !== bearer)
    .map(({ charge }) => [charge, { ...charge, usd: known(nothing), quantity }]);
}

/** Each pays its share of what their units cost in one sum. */
function inSharedSteps(members: readonly Member[]): Rebilled[] {
  const parts = members.flatMap(({ charge }) =>
    charge.inSteps === undefined ? [] : [{ charge, own: charge.inSteps }],
  );
  const steps = parts[0]?.own.steps ?? [];
  const units = parts.map(({ own }) => own.units).reduce(addRanges, nothing);
  if (!isBeyondFirst(units, steps)) return [];
  const cost = costInSteps(units, steps);
  // Charges of one amount pay one share: it is worked out once.
  const shares = new Map<InSteps, Pick<Charge, 'usd' | 'inSteps'>>();
  return parts.map(({ charge, own }) => {
    let share = shares.get(own);
    if (share === undefined) {
      const { min, max } = own.units;
      // More of the others makes each unit cheaper: the least of a charge may cost more than the most of it.
      const usd = between(partOf(cost.min, min, units.min), partOf(cost.max, max, units.max));
      share = { usd: known(less(usd, charge.discount ?? 0)), inSteps: { ...own, together: parts.length } };
      shares.set(own, share);
    }
    return [charge, { ...charge, ...share }];
  });
}

const partOf = (of: Usd, part: Usd, whole: Usd): Usd => (whole.eq(zero) ? zero : keep(of.times(part).div(whole)));
