import type { UsageOverride } from './charges/usage';
import type { Instant } from './instant';
import type { Usd } from './money';
import { DEFAULT_LEVELS, POLICIES, type PolicyName, type ResourcePolicyName, STACK_POLICY } from './policies';
import { PROGRAMS } from './programs';

/**
 * Every setting, one row each. From here come the schemas of the file, of editors and of Pulumi, the defaults, what a
 * stack may tighten, `credit-guard config` and docs/settings.md. Plain data: the pack's boot reads it, and loads no
 * schema library for it.
 */

/** What an owner writes for each kind of value, and what the core makes of it. */
interface Kinds {
  readonly text: { written: string; value: string };
  readonly account: { written: string; value: string };
  readonly amount: { written: string | number; value: Usd };
  readonly days: { written: number; value: number };
  readonly share: { written: number; value: number };
  /** A bare day is its first moment. */
  readonly start: { written: string | number; value: Instant };
  /** A bare day is all of it. */
  readonly end: { written: string | number; value: Instant };
  readonly policy: { written: string; value: PolicyName };
  readonly products: { written: 'all' | readonly string[]; value: 'all' | readonly string[] };
  /** USD by name. */
  readonly amounts: { written: Readonly<Record<string, string | number>>; value: ReadonlyMap<string, Usd> };
  readonly usage: { written: readonly WrittenUsage[]; value: readonly UsageOverride[] };
  readonly reports: { written: Readonly<Record<string, string>>; value: Readonly<Record<string, string>> };
}

export interface WrittenUsage {
  readonly type?: string | undefined;
  readonly name?: string | undefined;
  readonly tag?: string | undefined;
  readonly [figure: string]: string | number | { readonly min: number; readonly max: number } | undefined;
}

export type Kind = keyof Kinds;

/** A choice names its values from the loosest to the strictest. */
export type Type = Kind | { readonly choice: readonly string[] } | { readonly listOf: Fields };

/** What one entry of a list holds. */
export interface Field {
  readonly type: Kind | { readonly choice: readonly string[] };
  readonly required: boolean;
  readonly description: string;
}
export type Fields = Readonly<Record<string, Field>>;

export type Written<T> = T extends { readonly choice: readonly (infer C)[] }
  ? C
  : T extends { readonly listOf: infer F }
    ? readonly WrittenEntry<F>[]
    : T extends Kind
      ? Kinds[T]['written']
      : never;

export type Value<T> = T extends { readonly choice: readonly (infer C)[] }
  ? C
  : T extends { readonly listOf: infer F }
    ? readonly Entry<F>[]
    : T extends Kind
      ? Kinds[T]['value']
      : never;

type TypeOf<F> = F extends { readonly type: infer T } ? T : never;
type RequiredIn<F> = { [K in keyof F]: F[K] extends { readonly required: true } ? K : never }[keyof F];
type WrittenEntry<F> = { readonly [K in RequiredIn<F>]: Written<TypeOf<F[K]>> } & {
  readonly [K in Exclude<keyof F, RequiredIn<F>>]?: Written<TypeOf<F[K]>> | undefined;
};

/** An entry of a list: what is not required and not written is undefined. */
export type Entry<F> = {
  readonly [K in keyof F]: Value<TypeOf<F[K]>> | (K extends RequiredIn<F> ? never : undefined);
};

/**
 * Which of two values is the stricter one: a stack may only tighten. `none`: a stack may not set it at all. Lists, maps
 * and texts have no order.
 */
type Order<T> = T extends { readonly choice: readonly string[] }
  ? 'later' | 'none'
  : T extends 'amount' | 'days' | 'share'
    ? 'larger' | 'smaller' | 'none'
    : 'none';

export interface Row<T extends Type = Type, D = unknown> {
  readonly type: T;
  /** What applies when nobody writes anything. */
  readonly default: D;
  readonly stricter: Order<T>;
  /** One sentence. */
  readonly description: string;
  /** As it is written. */
  readonly example: Written<T>;
}

/** A setting of a policy may stand in the file, in Pulumi's policy configuration, or in both. */
export interface PolicyRow<T extends Type = Type, D = unknown> extends Row<T, D> {
  readonly places: readonly ('file' | 'policy')[];
}

export type Rows = Readonly<Record<string, Row>>;
export type PolicyRows = Readonly<Record<string, PolicyRow<PolicyType>>>;
/** What Pulumi's policy configuration can hold. */
export type PolicyType = 'text' | 'amount' | 'days' | 'share' | { readonly choice: readonly string[] };

const row = <const T extends Type, const D extends Written<T> | undefined>(one: Row<T, D>): Row<T, D> => one;
const policyRow = <const T extends PolicyType, const D extends Written<T> | undefined>(
  one: PolicyRow<T, D>,
): PolicyRow<T, D> => one;
const field = <const T extends Field['type'], const R extends boolean>(type: T, required: R, description: string) => ({
  type,
  required,
  description,
});

export const MANUAL_CREDIT = {
  description: field('text', true, 'What the credit is called in the Billing console.'),
  remaining: field('amount', true, 'USD that are left.'),
  asOf: field('start', false, 'When you read that amount.'),
  starts: field('start', false, 'When it starts to cover charges.'),
  ends: field('end', false, 'When it stops; a bare day is all of it.'),
  products: field('products', false, '`all`, or the names of the products that it covers.'),
  program: field({ choice: PROGRAMS }, false, 'Whose terms apply to it, where they are not those of all.'),
} as const;

export const ACCEPTANCE = {
  policy: field('policy', true, 'The policy that would report it.'),
  resource: field('text', true, 'A URN; `*` stands for any characters.'),
  reason: field('text', true, 'Why it is accepted.'),
  until: field('end', false, 'The exception ends then; a bare day is all of it.'),
  maxUsd: field('amount', false, 'USD; a finding above it is not accepted.'),
  only: field(
    { choice: ['existing'] },
    false,
    'Not for what a deployment creates or replaces, where that can be told.',
  ),
} as const;

/** At the top of the file. */
export const GENERAL = {
  program: row({
    type: { choice: PROGRAMS },
    default: 'unknown',
    stricter: 'none',
    description: 'Whose terms apply to credits that do not say.',
    example: 'activate',
  }),
  account: row({
    type: 'account',
    default: undefined,
    stricter: 'none',
    description: 'The AWS account that pays for this stack; else what the credits say.',
    example: '111122223333',
  }),
  usage: row({
    type: 'usage',
    default: [],
    stricter: 'none',
    description: 'What resources really use, by type, name pattern or tag. Each type has fields of its own.',
    example: [{ type: 'aws:lambda/function:Function', monthlyRequests: 2_000_000, averageDurationMs: 120 }],
  }),
  accept: row({
    type: { listOf: ACCEPTANCE },
    default: [],
    stricter: 'none',
    description: 'Written exceptions.',
    example: [
      {
        policy: 'no-uncovered-services',
        resource: 'urn:pulumi:*::shop',
        reason: 'Our domain',
        until: '2027-06-30',
        maxUsd: '15.00',
      },
    ],
  }),
  reports: row({
    type: 'reports',
    default: {},
    stricter: 'none',
    description: 'Report files to write, by format.',
    example: { json: 'credit-guard.json' },
  }),
} as const;

const CREDITS = {
  snapshot: row({
    type: 'text',
    default: undefined,
    stricter: 'none',
    description: 'The file that `aws billing get-credits` wrote.',
    example: 'credits.json',
  }),
  accountPlan: row({
    type: 'text',
    default: undefined,
    stricter: 'none',
    description: 'The file that `aws freetier get-account-plan-state` wrote.',
    example: 'account-plan.json',
  }),
  maxAgeDays: row({
    type: 'days',
    default: 7,
    stricter: 'none',
    description: 'A balance that is older is reported as old.',
    example: 3,
  }),
  unlistedProducts: row({
    type: { choice: ['covered', 'unknown'] },
    default: 'unknown',
    stricter: 'none',
    description: 'What a credit without a product list covers.',
    example: 'covered',
  }),
  manual: row({
    type: { listOf: MANUAL_CREDIT },
    default: undefined,
    stricter: 'none',
    description: 'Credits written by hand, instead of a snapshot.',
    example: [
      { description: 'Activate', remaining: '8500.00', asOf: '2026-11-24', ends: '2027-03-31', products: 'all' },
    ],
  }),
} as const;

const BURN = {
  monthly: row({
    type: 'amounts',
    default: undefined,
    stricter: 'none',
    description: 'What the account spends already, before credits: USD a month by billed product.',
    example: { 'Amazon EC2': '400.00', 'Amazon RDS': '120.50' },
  }),
} as const;

const POOL = {
  share: row({
    type: 'share',
    default: 1,
    stricter: 'none',
    description: 'The share of the credits that this stack may draw on.',
    example: 0.5,
  }),
  reserved: row({
    type: 'amounts',
    default: {},
    stricter: 'none',
    description: 'USD that other stacks have reserved, by `project/stack`.',
    example: { 'other-project/prod': '300.00' },
  }),
} as const;

/** What stands in a section of its own in the file. */
export const SECTIONS = { credits: CREDITS, burn: BURN, pool: POOL } as const;

const EVERYWHERE = ['file', 'policy'] as const;
const LEVELS = ['off', 'warn', 'block'] as const;

/** What each policy has. */
const common = (policy: PolicyName) =>
  ({
    configFile: policyRow({
      type: 'text',
      default: undefined,
      stricter: 'none',
      places: ['policy'],
      description: "Path of `credit-guard.yaml`, absolute or from the project's folder.",
      example: '/etc/acme/credit-guard.yaml',
    }),
    // In Pulumi's policy configuration this is `enforcementLevel`.
    level: policyRow({
      type: { choice: LEVELS },
      default: DEFAULT_LEVELS[policy],
      stricter: 'none',
      places: ['file'],
      description: 'What the policy may do at most.',
      example: 'warn',
    }),
    onUnknown: policyRow({
      type: { choice: ['warn', 'assume-max', 'block'] },
      default: 'warn',
      stricter: 'later',
      places: EVERYWHERE,
      description: 'What to do when a fact that decides is unknown; `assume-max` takes the dearer answer as true.',
      example: 'block',
    }),
    uncertain: policyRow({
      type: { choice: ['warn', 'block'] },
      default: 'warn',
      stricter: 'later',
      places: EVERYWHERE,
      description: 'What to do when no official text confirms a rule (confidence C or D).',
      example: 'block',
    }),
  }) as const;

/** One check of the outlook. */
const check = <const D extends 'warn' | 'block'>(byDefault: D, description: string) =>
  policyRow({
    type: { choice: LEVELS },
    default: byDefault,
    stricter: 'later',
    places: EVERYWHERE,
    description,
    example: 'off',
  });

/** What `credit-outlook` has besides: its checks, which stop a deployment only past a limit, and the limits. */
const OUTLOOK = {
  runway: check('block', 'Credits run out or expire.'),
  blockWithinDays: policyRow({
    type: 'days',
    default: undefined,
    stricter: 'larger',
    places: EVERYWHERE,
    description: '`runway` blocks when credits may end within this many days.',
    example: 30,
  }),
  runwayShare: policyRow({
    type: 'share',
    default: 0.5,
    stricter: 'larger',
    places: EVERYWHERE,
    description: 'The runway ends when credits cover less than this share of what they cover today.',
    example: 0.8,
  }),
  coverage: check('warn', 'A product that no usable credit lists, or whose coverage is unknown.'),
  cash: check('block', 'Cash above one of the two limits.'),
  maxMonthlyCash: policyRow({
    type: 'amount',
    default: undefined,
    stricter: 'smaller',
    places: EVERYWHERE,
    description: '`cash` reports more than this many USD a month.',
    example: '50.00',
  }),
  maxOneTimeCash: policyRow({
    type: 'amount',
    default: undefined,
    stricter: 'smaller',
    places: EVERYWHERE,
    description: '`cash` reports more than this many USD that are charged once.',
    example: '15.00',
  }),
  expiring: check('warn', 'Credit that expires before it is used.'),
  expiringWithinDays: policyRow({
    type: 'days',
    default: 90,
    stricter: 'larger',
    places: EVERYWHERE,
    description: '`expiring` reports credits that expire within this many days.',
    example: 120,
  }),
  estimate: check('block', 'Resources that could not be priced.'),
  minimumPricedShare: policyRow({
    type: 'share',
    default: undefined,
    stricter: 'larger',
    places: EVERYWHERE,
    description: '`estimate` blocks when fewer resources than this are priced or free.',
    example: 0.9,
  }),
  balance: check('block', 'A balance that is missing, old or unreadable.'),
  onUnknownBalance: policyRow({
    type: { choice: ['warn', 'block'] },
    default: 'warn',
    stricter: 'later',
    places: EVERYWHERE,
    description: 'What `balance` does when the balance is unknown or old.',
    example: 'block',
  }),
  onInvalidConfig: policyRow({
    type: { choice: ['warn', 'block'] },
    default: 'block',
    stricter: 'none',
    // A file with a mistake cannot speak of itself.
    places: ['policy'],
    description:
      'What the pack does when `credit-guard.yaml` is invalid, so that its limits and exceptions do not apply.',
    example: 'warn',
  }),
} as const;

type ResourcePolicyRows = ReturnType<typeof common>;

/** The settings of each policy, below `policies:`. */
export const POLICY_SETTINGS = {
  ...(Object.fromEntries(POLICIES.map((name) => [name, common(name)])) as Record<
    ResourcePolicyName,
    ResourcePolicyRows
  >),
  [STACK_POLICY]: { ...common(STACK_POLICY), ...OUTLOOK },
} as const;
