import type { Charge } from './charges/charge';
import { less } from './charges/discounts';
import { costInSteps, type InSteps, isBeyondFirst, type PricedStep } from './charges/steps';
import type { JudgedResource } from './judge';
import { addRanges, between, keep, nothing, type Range, type Usd, zero } from './money';
import { known } from './reading';

interface Group {
  readonly steps: readonly PricedStep[];
  units: Range;
  charges: number;
}

/** What several charges fill together, and what that costs. */
interface Shared extends Pick<Group, 'units' | 'charges'> {
  readonly cost: Range;
  /** Charges of one amount pay one share: it is worked out once. */
  readonly shares: Map<InSteps, Pick<Charge, 'usd' | 'inSteps'>>;
}

/** By what they fill. What is bought once fills the steps of one month. */
type Fillings<T> = Readonly<Record<Charge['per'], Map<string, T>>>;

/**
 * A price that goes down with the quantity counts the units of the whole account: what several resources of a plan use in
 * one region fills its steps together, and each pays its share of the sum.
 */
export function inSharedSteps(resources: readonly JudgedResource[]): readonly JudgedResource[] {
  const groups = groupsOf(resources);
  const shared: Fillings<Shared> = { month: sharedOf(groups.month), once: sharedOf(groups.once) };
  if (shared.month.size + shared.once.size === 0) return resources;
  const groupOf = ({ inSteps, per }: Charge) => (inSteps === undefined ? undefined : shared[per].get(inSteps.fills));
  return resources.map((one) => {
    if (!one.judged.some(({ charge }) => groupOf(charge) !== undefined)) return one;
    const judged = one.judged.map(({ charge, eligibility }) => {
      const group = groupOf(charge);
      return { charge: group === undefined ? charge : { ...charge, ...shareOf(charge, group) }, eligibility };
    });
    return { ...one, judged };
  });
}

function groupsOf(resources: readonly JudgedResource[]): Fillings<Group> {
  const groups: Fillings<Group> = { month: new Map(), once: new Map() };
  for (const { judged } of resources) {
    for (const { charge } of judged) {
      const { inSteps, usd, per } = charge;
      if (inSteps === undefined || usd.state === 'unknown') continue;
      let group = groups[per].get(inSteps.fills);
      if (group === undefined) {
        group = { steps: inSteps.steps, units: nothing, charges: 0 };
        groups[per].set(inSteps.fills, group);
      }
      group.units = addRanges(group.units, inSteps.units);
      group.charges++;
    }
  }
  return groups;
}

const sharedOf = (groups: ReadonlyMap<string, Group>): Map<string, Shared> =>
  new Map(
    [...groups]
      .filter(([, { charges, units, steps }]) => charges > 1 && isBeyondFirst(units, steps))
      .map(([name, { charges, units, steps }]) => [
        name,
        { charges, units, cost: costInSteps(units, steps), shares: new Map() },
      ]),
  );

function shareOf(
  { inSteps, usd, discount = 0 }: Charge,
  { units, charges, cost, shares }: Shared,
): Pick<Charge, 'usd' | 'inSteps'> {
  if (inSteps === undefined || usd.state === 'unknown') return { usd, inSteps };
  let share = shares.get(inSteps);
  if (share === undefined) {
    const { min, max } = inSteps.units;
    share = {
      // More of the others makes each unit cheaper: the least of a charge may cost more than the most of it.
      usd: known(less(between(partOf(cost.min, min, units.min), partOf(cost.max, max, units.max)), discount)),
      inSteps: { ...inSteps, together: charges },
    };
    shares.set(inSteps, share);
  }
  return share;
}

const partOf = (cost: Usd, part: Usd, whole: Usd): Usd => (whole.eq(zero) ? zero : keep(cost.times(part).div(whole)));
