import type { Charge } from './charges/charge';
import { costInSteps, isBeyondFirst } from './charges/steps';
import type { JudgedResource } from './judge';
import { addRanges, between, keep, nothing, type Usd, zero } from './money';
import type { PlannedResource } from './plan';
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
  const [first] = inSteps.steps;
  return `${per}\n${inSteps.region}\n${first?.price.service}/${first?.price.key}`;
}

/** Two protections of Shield Advanced are one subscription: it stays with the first, the others keep the line, at nothing. */
function billedOnce([first, ...others]: readonly Member[]): Rebilled[] {
  const quantity = `billed once for the ${first?.charge.scope}, see ${first?.resource.name}`;
  return others.map(({ charge }) => [charge, { ...charge, usd: known(nothing), quantity }]);
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
  return parts.map(({ charge, own }) => {
    // More of the others makes each unit cheaper: the least of a charge may cost more than the most of it.
    const usd = between(share(cost.min, own.units.min, units.min), share(cost.max, own.units.max, units.max));
    return [charge, { ...charge, usd: known(usd), inSteps: { ...own, together: parts.length } }];
  });
}

const share = (of: Usd, part: Usd, whole: Usd): Usd => (whole.eq(zero) ? zero : keep(of.times(part).div(whole)));
