import { assess, type Input } from './assess';
import { type Instant, isoDay } from './instant';
import { cents, larger, type Usd } from './money';
import { isPaidAlready, type PlannedResource } from './plan';
import { type Level, STACK_POLICY } from './policies';
import type { Acceptance } from './settings';

export interface BaselineOptions {
  /** Which findings to accept. */
  readonly levels: readonly Level[];
  /** When the acceptances end; undefined: never. */
  readonly until: Instant | undefined;
}

/**
 * Acceptances for what exists already. A pack is never told what was there before, so it would stop every later
 * deployment because of something that was bought long ago. The amount of today is the ceiling: what grows, or is
 * replaced by something dearer, is told again.
 */
export function baselineOf(input: Input, { levels, until }: BaselineOptions): readonly Acceptance[] {
  const { plan, now } = input;
  const existing = (plan.before ?? plan.resources).filter(
    (resource) => isPaidAlready(resource) && resource.change !== 'delete',
  );
  const { findings } = assess({
    ...input,
    plan: { ...plan, resources: existing.map(asSentToPack), before: undefined },
  });
  const told = new Map<string, Acceptance>();
  for (const { policy, urn, level, charge } of findings) {
    if (policy === STACK_POLICY || urn === null || !levels.includes(level)) continue;
    const key = `${policy}\n${urn}`;
    const before = told.get(key);
    const amount = charge?.usd ? cents(charge.usd.max) : undefined;
    const maxUsd = before === undefined ? amount : ceiling(before.maxUsd, amount);
    told.set(key, { policy, resource: urn, reason: `Existed on ${isoDay(now)}`, until, maxUsd });
  }
  return [...told.values()].sort(byResource);
}

/** What a pack gets of it: nothing that tells whether it existed. */
const asSentToPack = (resource: PlannedResource): PlannedResource => ({
  ...resource,
  existing: undefined,
  change: undefined,
});

/** One acceptance covers all findings of a policy on a resource; one that is not known has no ceiling. */
const ceiling = (a: Usd | undefined, b: Usd | undefined): Usd | undefined =>
  a === undefined || b === undefined ? undefined : larger(a, b);

const byResource = (a: Acceptance, b: Acceptance): number =>
  a.resource < b.resource ? -1 : a.resource > b.resource ? 1 : a.policy < b.policy ? -1 : 1;
