import { assess } from './assess';
import type { Input } from './assessment';
import { endWithoutCeiling } from './findings/acceptances';
import type { Finding } from './findings/finding';
import { type Instant, isoDay } from './instant';
import { cents, larger, type Usd } from './money';
import { isPaidAlready, type PlannedResource } from './plan';
import { type Level, STACK_POLICY } from './policy-names';
import type { Acceptance } from './settings';

export interface BaselineOptions {
  /** Which findings to accept. */
  readonly levels: readonly Level[];
  /** When the acceptances end; undefined: never, where the amount is known. */
  readonly until: Instant | undefined;
}

/**
 * Acceptances for what exists already. A pack is never shown what was there before, so it would stop every later
 * deployment because of something that was bought long ago. The amount of today is the ceiling: what grows, or is
 * replaced by something dearer, is reported again. Where there is no ceiling, or a replacement buys it again, the
 * acceptance is for what exists only.
 */
export function baselineOf(input: Input, options: BaselineOptions): readonly Acceptance[] {
  const { plan, now } = input;
  const existing = (plan.before ?? plan.resources).filter(
    (resource) => isPaidAlready(resource) && resource.change !== 'delete',
  );
  const { findings } = assess({
    ...input,
    plan: { ...plan, resources: existing.map(asSentToPack), before: undefined },
  });
  const told = new Map<string, Finding[]>();
  for (const finding of findings) {
    const { policy, urn, level } = finding;
    if (policy === STACK_POLICY || urn === null || !options.levels.includes(level)) continue;
    const key = `${policy}\n${urn}`;
    told.set(key, [...(told.get(key) ?? []), finding]);
  }
  return [...told.values()].flatMap((group) => acceptanceOf(group, options, now)).sort(byResource);
}

/** What a pack gets of it: nothing that tells whether it existed. */
const asSentToPack = (resource: PlannedResource): PlannedResource => ({
  ...resource,
  existing: undefined,
  change: undefined,
});

/** One acceptance for all findings of a policy on a resource. */
function acceptanceOf(findings: readonly Finding[], { until }: BaselineOptions, now: Instant): Acceptance[] {
  const [first] = findings;
  if (first?.urn == null) return [];
  const maxUsd = ceilingOf(findings);
  const isBoughtAgain = maxUsd === undefined || findings.some(({ charge }) => charge?.per === 'once');
  return [
    {
      policy: first.policy,
      resource: first.urn,
      reason: `Existed on ${isoDay(now)}`,
      until: until ?? (maxUsd === undefined ? endWithoutCeiling(now) : undefined),
      maxUsd,
      only: isBoughtAgain ? 'existing' : undefined,
    },
  ];
}

/** The dearest amount; undefined as soon as one is not known. */
function ceilingOf(findings: readonly Finding[]): Usd | undefined {
  const amounts = findings.map(({ charge }) => (charge?.usd ? cents(charge.usd.max) : undefined));
  return amounts.reduce((a, b) => (a === undefined || b === undefined ? undefined : larger(a, b)));
}

const byResource = (a: Acceptance, b: Acceptance): number =>
  a.resource < b.resource ? -1 : a.resource > b.resource ? 1 : a.policy < b.policy ? -1 : 1;
