import { z } from 'zod';
import { type PolicyName, RESOURCE_POLICIES, STACK_POLICY } from '../core/policies';
import { explain } from './errors';
import { type Config, commonFields, outlookFields, policyOnlyFields } from './schema';

/** The owner's words from three places. Policy configuration wins over the file; the stack may only tighten. */
export interface Layers {
  readonly file: Config;
  readonly fileName: string;
  /** What Pulumi's policy configuration says, by policy. */
  readonly policy: Readonly<Partial<Record<PolicyName, Readonly<Record<string, unknown>>>>>;
  /** What `pulumi config set credit-guard:…` says: texts, as Pulumi keeps them. */
  readonly stack: Readonly<Record<string, string>>;
}

export interface Layered {
  readonly config: Config;
  /** One line for each value that is wrong or was not followed. */
  readonly problems: readonly string[];
  /** Where each setting of a policy comes from, by `policy.setting`. */
  readonly origins: ReadonlyMap<string, string>;
}

type Values = Record<string, unknown>;

const { level: _, ...stackCommon } = commonFields;
const stackSchema = z.strictObject({ ...stackCommon, ...outlookFields });
const POLICY_CONFIGURATION = 'policy configuration';
const STACK_CONFIGURATION = 'stack configuration';

export function layer({ file, fileName, policy, stack }: Layers): Layered {
  const problems: string[] = [];
  const origins = new Map<string, string>();
  const policies: Record<string, Values> = {};
  for (const [name, values] of Object.entries(file.policies ?? {})) {
    policies[name] = { ...values };
    for (const key of Object.keys(values ?? {})) origins.set(`${name}.${key}`, fileName);
  }
  for (const [name, values] of Object.entries(policy)) {
    const accepted = checked(
      values ?? {},
      policySchema(name as PolicyName),
      `${POLICY_CONFIGURATION} of ${name}`,
      problems,
    );
    policies[name] = { ...policies[name], ...accepted };
    for (const key of Object.keys(accepted)) origins.set(`${name}.${key}`, POLICY_CONFIGURATION);
  }
  const wanted = checked(typed(stack), stackSchema, STACK_CONFIGURATION, problems);
  for (const [key, value] of Object.entries(wanted)) {
    const names: readonly PolicyName[] = key in outlookFields ? [STACK_POLICY] : [...RESOURCE_POLICIES, STACK_POLICY];
    for (const name of names) tighten(name, key, value);
  }
  return {
    config: { ...file, policies: policies as NonNullable<Config['policies']> },
    problems: [...new Set(problems)],
    origins,
  };

  function tighten(name: PolicyName, key: string, value: unknown): void {
    const current = policies[name]?.[key] ?? DEFAULTS[key];
    if (current !== undefined && !isTighter(key, value, current)) {
      if (String(current) !== String(value)) {
        problems.push(
          `${STACK_CONFIGURATION}: credit-guard:${key} = ${String(value)} is looser than ${String(current)} and was not followed; a stack may only tighten.`,
        );
      }
      return;
    }
    policies[name] = { ...policies[name], [key]: value };
    origins.set(`${name}.${key}`, STACK_CONFIGURATION);
  }
}

/** Pulumi keeps every value as text. */
function typed(stack: Readonly<Record<string, string>>): Values {
  return Object.fromEntries(
    Object.entries(stack).map(([key, value]) => [key, /^-?\d+(\.\d+)?$/.test(value.trim()) ? Number(value) : value]),
  );
}

const policySchema = (name: PolicyName): z.ZodObject =>
  z.strictObject(name === STACK_POLICY ? { ...stackCommon, ...outlookFields, ...policyOnlyFields } : stackCommon);

/** The values that are right; the others become lines, and never take the right ones with them. */
function checked(values: Values, schema: z.ZodObject, origin: string, problems: string[]): Values {
  const parsed = schema.safeParse(values, { reportInput: true });
  if (parsed.success) return defined(parsed.data);
  problems.push(...explain(parsed.error, schema, origin));
  const wrong = new Set(
    parsed.error.issues.flatMap((issue) => (issue.code === 'unrecognized_keys' ? issue.keys : [String(issue.path[0])])),
  );
  return defined(Object.fromEntries(Object.entries(values).filter(([key]) => !wrong.has(key))));
}

const defined = (values: Values): Values =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));

const LEVELS = ['off', 'warn', 'block'];
const ON_UNKNOWN = ['warn', 'assume-max', 'block'];

/** How two values of a setting compare: is the first one stricter? */
const STRICTER: Readonly<Record<string, (a: unknown, b: unknown) => boolean>> = {
  ...Object.fromEntries(
    ['runway', 'coverage', 'cash', 'expiring', 'estimate', 'balance', 'uncertain', 'onUnknownBalance'].map((key) => [
      key,
      inOrder(LEVELS),
    ]),
  ),
  onUnknown: inOrder(ON_UNKNOWN),
  ...Object.fromEntries(
    ['blockWithinDays', 'expiringWithinDays', 'runwayShare', 'minimumPricedShare'].map((key) => [
      key,
      (a: unknown, b: unknown) => Number(a) > Number(b),
    ]),
  ),
  ...Object.fromEntries(
    ['maxMonthlyCash', 'maxOneTimeCash'].map((key) => [key, (a: unknown, b: unknown) => Number(a) < Number(b)]),
  ),
};

/** Settings that hold even when nobody states them: a stack cannot loosen these either. */
const DEFAULTS: Readonly<Values> = {
  runway: 'block',
  runwayShare: 0.5,
  coverage: 'warn',
  cash: 'block',
  expiring: 'warn',
  estimate: 'block',
  balance: 'block',
  expiringWithinDays: 90,
  onUnknownBalance: 'warn',
  onUnknown: 'warn',
  uncertain: 'warn',
};

const isTighter = (key: string, value: unknown, current: unknown): boolean => STRICTER[key]?.(value, current) ?? false;

function inOrder(order: readonly string[]): (a: unknown, b: unknown) => boolean {
  return (a, b) => order.indexOf(String(a)) > order.indexOf(String(b));
}
