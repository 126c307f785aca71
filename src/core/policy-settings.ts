import { DEFAULT_LEVELS, POLICIES, type PolicyName, type ResourcePolicyName, STACK_POLICY } from './policy-names';
import type { PolicyRow, PolicyType, Written } from './setting-row';

const policyRow = <const T extends PolicyType, const D extends Written<T> | undefined>(
  one: PolicyRow<T, D>,
): PolicyRow<T, D> => one;

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
      stricter: 'later',
      places: ['file'],
      description: 'The most that the policy may do.',
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
  cash: check('block', 'Cash above a limit.'),
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
    description: '`cash` reports one-time charges above this many USD.',
    example: '15.00',
  }),
  expiring: check('warn', 'Credit that expires before it is used.'),
  expiringWithinDays: policyRow({
    type: 'days',
    default: 90,
    stricter: 'larger',
    places: EVERYWHERE,
    description:
      '`expiring` reports credits that expire within this many days, and `terms` a Free plan that ends within them.',
    example: 120,
  }),
  terms: check(
    'warn',
    "What the terms of a credit's programme ask for, or put at risk: MAP's tag, credits bought from a third party, the end of the Free plan.",
  ),
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
    description: 'What `balance` does when the balance is unknown or old, or the shared pool file cannot be read.',
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
