import type { Charge } from './charges/charge';
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
}

/**
 * A price that goes down with the quantity counts the units of the whole account: what several resources of a plan use in
 * one region fills its steps together, and each pays its share of the sum.
 */
export function inSharedSteps(resources: readonly JudgedResource[]): readonly JudgedResource[] {
  const groups = groupsOf(resources);
  const shared = new Map(
    [...groups]
      .filter(([, { charges, units, steps }]) => charges > 1 && isBeyondFirst(units, steps))
      .map(([name, { charges, units, steps }]) => [name, { charges, units, cost: costInSteps(units, steps) }] as const),
  );
  if (shared.size === 0) return resources;
  return resources.map((one) => {
    const groupOf = ({ inSteps, per }: Charge) =>
      inSteps === undefined ? undefined : shared.get(nameOf(inSteps, per));
    if (!one.judged.some(({ charge }) => groupOf(charge) !== undefined)) return one;
    const judged = one.judged.map((judgedCharge) => {
      const group = groupOf(judgedCharge.charge);
      return group === undefined ? judgedCharge : { ...judgedCharge, charge: withShare(judgedCharge.charge, group) };
    });
    return { ...one, judged };
  });
}

function groupsOf(resources: readonly JudgedResource[]): ReadonlyMap<string, Group> {
  const groups = new Map<string, Group>();
  for (const { judged } of resources) {
    for (const { charge } of judged) {
      const { inSteps, usd, per } = charge;
      if (inSteps === undefined || usd.state === 'unknown') continue;
      const name = nameOf(inSteps, per);
      const group = groups.get(name) ?? { steps: inSteps.steps, units: nothing, charges: 0 };
      groups.set(name, group);
      group.units = addRanges(group.units, inSteps.units);
      group.charges++;
    }
  }
  return groups;
}

/** The region of an account, and the first row of a price. What is bought once fills the steps of one month. */
const nameOf = ({ region, steps: [first] }: InSteps, per: Charge['per']): string =>
  `${per}\n${region}\n${first?.price.service}/${first?.price.key}`;

function withShare(charge: Charge, { units, charges, cost }: Shared): Charge {
  const { inSteps } = charge;
  if (inSteps === undefined || charge.usd.state === 'unknown') return charge;
  const share = (of: Usd, part: Usd, whole: Usd) => (whole.eq(zero) ? zero : keep(of.times(part).div(whole)));
  return {
    ...charge,
    // More of the others makes each unit cheaper: the least of a charge may cost more than the most of it.
    usd: known(between(share(cost.min, inSteps.units.min, units.min), share(cost.max, inSteps.units.max, units.max))),
    inSteps: { ...inSteps, together: charges },
  };
}
