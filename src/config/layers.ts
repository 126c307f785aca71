import { z } from 'zod';
import { type Notice, notice } from '../core/notice';
import { POLICIES, type PolicyName } from '../core/policy-names';
import { POLICY_SETTINGS } from '../core/policy-settings';
import { inOurWords } from '../core/pulumi-levels';
import type { PolicyRow, PolicyRows, PolicyType, Row } from '../core/setting-row';
import { explain } from './errors';
import { type Config, checked, policySchema } from './schema';

/** The owner's words from three places. Policy configuration wins over the file; the stack may only tighten. */
export interface Layers {
  readonly file: Config;
  /** What Pulumi's policy configuration says, by policy. */
  readonly policy: Readonly<Partial<Record<PolicyName, Readonly<Record<string, unknown>>>>>;
  /** What `pulumi config set credit-guard:…` says: texts, as Pulumi keeps them. */
  readonly stack: Readonly<Record<string, string>>;
}

export interface Layered {
  readonly config: Config;
  /** Each value that is wrong or was not followed. */
  readonly problems: readonly Notice[];
  /** Which settings of a policy come from elsewhere than the file, by `policy.setting`. */
  readonly origins: ReadonlyMap<string, 'policy' | 'stack'>;
}

type Values = Record<string, unknown>;

export function layer({ file, policy, stack }: Layers): Layered {
  const problems: Notice[] = [];
  const origins = new Map<string, 'policy' | 'stack'>();
  const policies: Record<string, Values> = {};
  for (const [name, values] of Object.entries(file.policies ?? {})) policies[name] = { ...values };
  for (const [name, values] of Object.entries(policy) as [PolicyName, Values][]) {
    const { right, wrong } = sift(values, policySchema(name, 'policy'), { policy: name });
    problems.push(...wrong);
    policies[name] = { ...policies[name], ...right };
    for (const key of Object.keys(right)) origins.set(`${name}.${key}`, 'policy');
  }
  const { right, wrong } = sift(typed(stack), stackSchema(), 'stack');
  problems.push(...wrong);
  for (const name of POLICIES) {
    const rows: PolicyRows = POLICY_SETTINGS[name];
    for (const [key, row] of Object.entries(rows)) if (key in right) tighten(name, key, row, right[key]);
  }
  return { config: { ...file, policies }, problems: distinct(problems), origins };

  function tighten(name: PolicyName, setting: string, row: PolicyRow<PolicyType>, value: unknown): void {
    const current = policies[name]?.[setting] ?? row.default;
    const [written, before] = [String(value), String(current)];
    if (current !== undefined && !isStricter(row, value, current)) {
      if (written !== before) problems.push(notice('setting-looser', 'warn', { setting, written, current: before }));
      return;
    }
    policies[name] = { ...policies[name], [setting]: value };
    origins.set(`${name}.${setting}`, 'stack');
  }
}

/**
 * What several stacks have set, as if one had: of each setting the strictest value. The values have been checked, each by
 * itself.
 */
export function strictestOf(
  stacks: readonly Layers['stack'][],
  leavesOut: ReadonlySet<string>,
): Readonly<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const stack of stacks) {
    for (const [key, value] of Object.entries(stack)) {
      const current = found[key];
      if (!leavesOut.has(key) && (current === undefined || isStricterText(key, value, current))) found[key] = value;
    }
  }
  return found;
}

/** A setting of several policies is of one kind in all of them. */
function isStricterText(key: string, value: string, current: string): boolean {
  const row = POLICIES.map(
    (name): PolicyRow<PolicyType> | undefined => (POLICY_SETTINGS[name] as PolicyRows)[key],
  ).find((one) => one !== undefined);
  return row !== undefined && isStricter(row, value, current);
}

/** What a stack may set: of every policy at once where all have it. */
const stackSchema = (): z.ZodObject =>
  z.strictObject(Object.assign({}, ...POLICIES.map((name) => policySchema(name, 'stack').shape)));

/** Pulumi keeps every value as text. */
function typed(stack: Readonly<Record<string, string>>): Values {
  return Object.fromEntries(
    Object.entries(stack).map(([key, value]) => [key, /^-?\d+(\.\d+)?$/.test(value.trim()) ? Number(value) : value]),
  );
}

/** The values that are right; the others become notices, and never take the right ones with them. */
function sift(
  values: Values,
  schema: z.ZodObject,
  place: { readonly policy: PolicyName } | 'stack',
): { right: Values; wrong: Notice[] } {
  const parsed = checked(values, schema);
  if (parsed.success) return { right: defined(parsed.data), wrong: [] };
  const names = new Set(
    parsed.error.issues.flatMap((issue) => (issue.code === 'unrecognized_keys' ? issue.keys : [String(issue.path[0])])),
  );
  const others = Object.fromEntries(Object.entries(values).filter(([key]) => !names.has(key)));
  const right = defined(schema.parse(others));
  return { right, wrong: explain(parsed.error, schema, () => place) };
}

const defined = (values: Values): Values =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));

/** Of two values of a row that has an order. */
function isStricter({ type, stricter }: Row, value: unknown, current: unknown): boolean {
  const choices = typeof type === 'object' && 'choice' in type ? type.choice : undefined;
  const rank = (one: unknown): number => choices?.indexOf(inOurWords(String(one))) ?? Number(one);
  return stricter === 'smaller' ? rank(value) < rank(current) : rank(value) > rank(current);
}

export const isLooser = (row: Row, value: unknown, current: unknown): boolean => isStricter(row, current, value);

/** A setting that all policies have is said once. */
const distinct = (problems: readonly Notice[]): Notice[] => [
  ...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values(),
];
