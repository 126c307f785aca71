import type { Charge } from './charges/charge';
import { less } from './charges/discounts';
import type { Allowance } from './charges/prices';
import { isBeyondFirst } from './charges/steps';
import type { JudgedResource } from './judge';
import { addRanges, between, keep, nothing, type Range, subtractRanges, type Usd, usd, zero } from './money';
import { isPaidAlready } from './plan';
import { known } from './reading';

/**
 * What AWS never bills, it grants once for the account, in all its regions together. What exists has taken its part already:
 * what a deployment adds gets the rest. Charges that stand alike share by how much they use.
 */
export function withFreeTier(resources: readonly JudgedResource[]): readonly JudgedResource[] {
  const reduced = new Map([...groupsOf(resources).values()].flatMap(shareOut));
  if (reduced.size === 0) return resources;
  return resources.map((one) => {
    if (!one.judged.some(({ charge }) => reduced.has(charge))) return one;
    const judged = one.judged.map((own) => ({ ...own, charge: reduced.get(own.charge) ?? own.charge }));
    return { ...one, judged };
  });
}

interface Member {
  readonly charge: Charge;
  readonly allowance: NonNullable<Charge['allowance']>;
  readonly exists: boolean;
}

/** Charges by what they share. */
function groupsOf(resources: readonly JudgedResource[]): Map<Allowance, Member[]> {
  const groups = new Map<Allowance, Member[]>();
  for (const { resource, judged } of resources) {
    for (const { charge } of judged) {
      const { allowance } = charge;
      if (allowance === undefined) continue;
      const member = { charge, allowance, exists: isPaidAlready(resource) };
      const members = groups.get(allowance.of);
      if (members === undefined) groups.set(allowance.of, [member]);
      else members.push(member);
    }
  }
  return groups;
}

type Reduced = readonly [listed: Charge, reduced: Charge];

function shareOut(members: readonly Member[]): Reduced[] {
  const [first] = members;
  if (first === undefined) return [];
  const all = usd(first.allowance.of.amount);
  // Somebody who uses it by an unknown amount may use it up: then nothing of it is left at the dear end.
  const isUnknown = members.some(({ allowance }) => allowance.units === undefined);
  const whole = { min: all, max: isUnknown ? zero : all };
  const [existing, others] = [members.filter(({ exists }) => exists), members.filter(({ exists }) => !exists)];
  const used = unitsOf(existing);
  const rest = { min: above(whole.min, used.min), max: above(whole.max, used.max) };
  return [...shared(existing, whole), ...shared(others, rest)];
}

const above = (all: Usd, used: Usd): Usd => (used.gte(all) ? zero : all.minus(used));

const unitsOf = (members: readonly Member[]): Range =>
  members.map(({ allowance }) => allowance.units ?? nothing).reduce(addRanges, nothing);

/** Each gets the share of what is free that it has of what is used. */
function shared(members: readonly Member[], free: Range): Reduced[] {
  const used = unitsOf(members);
  return members.flatMap(({ charge, allowance: { of, units } }): Reduced[] => {
    if (units === undefined || charge.usd.state !== 'known') return [];
    const own = {
      min: partOf(free.min, units.min, used.min),
      max: partOf(free.max, units.max, used.max),
    };
    const { usdAtMost, usd: listed } = charge;
    const { value } = listed;
    const at = (end: keyof Range): Usd => value[end].minus(worthOf(charge, own[end], units[end], end));
    const reduced = between(at('min'), at('max'));
    return [
      [
        charge,
        {
          ...charge,
          usd: known(reduced),
          ...(usdAtMost === undefined ? {} : { usdAtMost: usdAtMost.minus(value.max.minus(reduced.max)) }),
          allowance: { of, units, free: own, saves: subtractRanges(value, reduced) },
        },
      ],
    ];
  });
}

/** All of it while there is enough for everybody. */
const partOf = (free: Usd, units: Usd, used: Usd): Usd => (used.lte(free) ? units : free.times(units).div(used));

/** The first units are free: they would fill the dearest step of the price. */
function worthOf({ usd: cost, inSteps, discount = 0 }: Charge, free: Usd, units: Usd, end: keyof Range): Usd {
  if (cost.state !== 'known' || units.eq(zero)) return zero;
  const [first] = inSteps?.steps ?? [];
  const isShared = inSteps !== undefined && (inSteps.together > 1 || isBeyondFirst(inSteps.units, inSteps.steps));
  if (first === undefined || !isShared) return keep(cost.value[end].times(free).div(units));
  const worth = keep(free.times(first.price.range?.[end] ?? first.price.usd));
  return less({ min: worth, max: worth }, discount)[end];
}
