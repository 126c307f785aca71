import type { Together } from './assessment';
import { billedTogether } from './billed-together';
import { Discounts } from './charges/discounts';
import type { Terms } from './coverage/coverage';
import { withFreeTier } from './free-tier';
import { type JudgedResource, judgeResource } from './judge';
import type { Notice } from './notice';
import type { Plan, PlannedResource, Stack } from './plan';
import { PlanIndex } from './plan-index';
import type { Settings } from './settings';

/** One plan of a run, with what the owner and its own stack have set. */
export interface PlanOfStack {
  readonly plan: Plan;
  readonly settings: Settings;
}

/** The same with its charges. */
export interface JudgedStack extends PlanOfStack {
  readonly resources: readonly JudgedResource[];
  /** Undefined when the plan does not say what was there before. */
  readonly before: readonly JudgedResource[] | undefined;
}

/** Everything that several plans hold, as one. */
interface Judged {
  /** By project and name. */
  readonly judged: readonly JudgedStack[];
  readonly plan: Plan;
  readonly stacks: readonly Stack[];
  readonly resources: readonly JudgedResource[];
  readonly before: readonly JudgedResource[] | undefined;
}

/** Judges the resources of all plans, each by the settings of its stack. */
export function judgeTogether({ plans, prices, confirmed, now }: Together, terms: Terms): Judged {
  const allowances = new Map(prices.freeTier().flatMap((one) => one.keys.map((key) => [key, one] as const)));
  const judgeAll = (settings: Settings, resources: readonly PlannedResource[], old: Plan['before'] = []) => {
    const index = new PlanIndex(resources);
    const discounts = new Discounts(settings.discounts);
    const freeTier = settings.freeTier === 'always-free' ? allowances : undefined;
    const context = { prices, overrides: settings.usage, discounts, freeTier, confirmed, index, now, terms, settings };
    const earlier = new Map(old.map((resource) => [resource.urn, resource]));
    return resources.map((resource) => judgeResource(resource, context, earlier.get(resource.urn)));
  };
  const judged = reckonedTogether(
    [...plans].sort(byProjectAndName).map(({ plan, settings }) => ({
      plan,
      settings,
      resources: judgeAll(settings, plan.resources, plan.before),
      before: plan.before === undefined ? undefined : judgeAll(settings, plan.before),
    })),
  );
  const plan = joinPlans(judged.map((one) => one.plan));
  return {
    judged,
    plan,
    stacks: judged.map((one) => one.plan.stack),
    resources: judged.length === 1 ? (judged[0]?.resources ?? []) : judged.flatMap((one) => one.resources),
    before: plan.before === undefined ? undefined : judged.flatMap(wasBefore),
  };
}

/**
 * The charges of all plans. AWS bills an account and not a stack: what it bills once, what fills the steps of a price, and what
 * is free count over all of them.
 */
function reckonedTogether(stacks: readonly JudgedStack[]): readonly JudgedStack[] {
  const hasFreeTier = stacks.some(({ settings }) => settings.freeTier === 'always-free');
  const together = (lists: readonly (readonly JudgedResource[])[]) => {
    const all = billedTogether(lists.flat());
    return divided(hasFreeTier ? withFreeTier(all) : all, lists);
  };
  const after = together(stacks.map(({ resources }) => resources));
  if (stacks.every(({ before }) => before === undefined)) {
    return stacks.map((one, i) => ({ ...one, resources: after[i] ?? [] }));
  }
  const before = together(stacks.map(wasBefore));
  return stacks.map((one, i) => ({
    ...one,
    resources: after[i] ?? [],
    before: one.before === undefined ? undefined : (before[i] ?? []),
  }));
}

/** A saved state changes nothing: what it has now was there before. */
const wasBefore = ({ before, resources }: JudgedStack): readonly JudgedResource[] => before ?? resources;

/** The same parts as the lists are of all. */
function divided<T>(all: readonly T[], lists: readonly (readonly T[])[]): readonly (readonly T[])[] {
  let from = 0;
  return lists.map(({ length }) => {
    from += length;
    return all.slice(from - length, from);
  });
}

/** Several plans as one: what each says of its input names its stack. */
function joinPlans(plans: readonly Plan[]): Plan {
  const [only, ...others] = plans;
  if (only !== undefined && others.length === 0) return only;
  return {
    stack: commonStack(plans.map(({ stack }) => stack)),
    resources: plans.flatMap(({ resources }) => resources),
    before: plans.every(({ before }) => before === undefined)
      ? undefined
      : plans.flatMap(({ before, resources }) => before ?? resources),
    external: addedUp(plans.map(({ external }) => external)),
    outside: addedUp(plans.map(({ outside }) => outside)),
    stackConfiguration: {},
    problems: namedProblems(plans),
  };
}

/** What several plans say alike is one problem of theirs. */
function namedProblems(plans: readonly Plan[]): readonly Notice[] {
  const found = new Map<string, { readonly problem: Notice; readonly stacks: Stack[] }>();
  for (const { stack, problems } of plans) {
    for (const problem of problems) {
      const key = JSON.stringify(problem);
      const same = found.get(key);
      if (same === undefined) found.set(key, { problem, stacks: [stack] });
      else same.stacks.push(stack);
    }
  }
  return [...found.values()].map(({ problem, stacks }) => ({ ...problem, stacks }));
}

/** What all of them share. */
function commonStack(stacks: readonly Stack[]): Stack {
  const common = (part: keyof Stack) => {
    const [first = null, ...others] = new Set(stacks.map((stack) => stack[part]));
    return others.length === 0 ? first : null;
  };
  return { organization: common('organization'), project: common('project'), name: common('name') };
}

function addedUp(counts: readonly ReadonlyMap<string, number>[]): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const [name, count] of counts.flatMap((one) => [...one]).sort(([a], [b]) => (a < b ? -1 : 1))) {
    sums.set(name, (sums.get(name) ?? 0) + count);
  }
  return sums;
}

/** One order, whatever the files are called: by project, then by name. */
const byProjectAndName = (a: PlanOfStack, b: PlanOfStack): number => {
  const [x, y] = [a, b].map(({ plan: { stack } }) => `${stack.project ?? ''}\n${stack.name ?? ''}`);
  return x === y ? 0 : (x ?? '') < (y ?? '') ? -1 : 1;
};
