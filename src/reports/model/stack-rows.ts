import type { Assessment, StackPart } from '../../core/assessment';
import type { Instant } from '../../core/instant';
import type { Stack } from '../../core/plan';
import type { Level } from '../../core/policy-names';
import { stackName } from '../../words/verdict';
import { addFigures, type Figures, inCents, missingFigures, noFigures } from './figures';
import type { ResourceRow } from './resource-rows';

/** One of several stacks on one pool: what it costs, who pays, and until when. */
export interface StackRow {
  readonly stack: Stack;
  readonly name: string;
  readonly monthly: Figures;
  readonly once: Figures;
  /** Of what is priced; undefined when its plan does not say what was there before. */
  readonly change: Figures | undefined;
  /** When credits stop to cover all of it; undefined when they last, or cover nothing of it now. */
  readonly end: { readonly earliest: Instant; readonly latest: Instant | undefined } | undefined;
  readonly resources: number;
  readonly findings: Readonly<Record<Level, number>>;
}

/**
 * The name of the stack that something belongs to, where there are several. `null`: it is about all of them. Undefined:
 * there is one.
 */
export type StackMark = string | null | undefined;

/** Finds the stack of a URN. */
export function stackMarks({ stacks }: Assessment): (urn: string | null, stack?: Stack) => StackMark {
  if (stacks.length === 1) return () => undefined;
  const names = new Map<string | null, string>();
  for (const { plan, resources } of stacks) {
    const name = stackName(plan.stack);
    for (const { resource } of resources) names.set(resource.urn, name);
  }
  return (urn, stack) => (stack === undefined ? (names.get(urn) ?? null) : stackName(stack));
}

/** One row for each of several stacks, in their order; none for one. Their amounts add up to the estimate. */
export function stackRows(
  { stacks }: Assessment,
  resources: readonly ResourceRow[],
  findings: readonly { readonly level: Level; readonly stack: StackMark }[],
): readonly StackRow[] {
  if (stacks.length === 1) return [];
  const counts = new Map<StackMark, Record<Level, number>>();
  for (const { level, stack } of findings) {
    const count = counts.get(stack) ?? { block: 0, warn: 0, info: 0 };
    count[level]++;
    counts.set(stack, count);
  }
  let from = 0;
  return stacks.map((part) => {
    const own = resources.slice(from, from + part.resources.length);
    from += part.resources.length;
    const name = stackName(part.plan.stack);
    return { ...rowOf(part, name, own), findings: counts.get(name) ?? { block: 0, warn: 0, info: 0 } };
  });
}

function rowOf({ plan, estimate, coveredUntil }: StackPart, name: string, own: readonly ResourceRow[]) {
  const isInDoubt = plan.problems.some(({ level }) => level !== 'info');
  const unread = isInDoubt && estimate.complete ? missingFigures(undefined) : noFigures;
  const total = (per: 'monthly' | 'once') => own.map((row) => row[per]).reduce(addFigures, unread);
  const { change } = estimate;
  return {
    stack: plan.stack,
    name,
    monthly: total('monthly'),
    once: total('once'),
    change: change === undefined ? undefined : inCents(change, isInDoubt || !estimate.complete),
    end: coveredUntil === undefined ? undefined : { earliest: coveredUntil.at, latest: coveredUntil.latest },
    resources: own.length,
  };
}
