import type { UsageOverride } from '../core/charges/usage';
import { type Credit, notShared } from '../core/credits/credit';
import { programIn } from '../core/credits/program-of';
import { endOfDay, type Instant, isDayOnly, parseInstant } from '../core/instant';
import { parseUsd, type Usd, zero } from '../core/money';
import { DEFAULT_LEVELS, type PolicyName, RESOURCE_POLICIES, STACK_POLICY } from '../core/policies';
import { known } from '../core/reading';
import type { Acceptance, PolicySettings, Settings } from '../core/settings';
import type { Config, OutlookConfig } from './schema';

/** Fills in the defaults: from what an owner wrote to what the core works with. */
export function settingsOf(config: Config): Settings {
  const outlook: OutlookConfig = config.policies?.[STACK_POLICY] ?? {};
  return {
    program: config.program ?? 'unknown',
    account: config.account,
    unlistedProducts: config.credits?.unlistedProducts ?? 'unknown',
    maxAgeDays: config.credits?.maxAgeDays ?? 7,
    burn: config.burn?.monthly === undefined ? undefined : amounts(config.burn.monthly),
    usage: (config.usage ?? []).map(usageOf),
    pool: { share: config.pool?.share ?? 1, reserved: amounts(config.pool?.reserved ?? {}) },
    policies: Object.fromEntries(
      RESOURCE_POLICIES.map((name) => [name, policyOf(name, config.policies?.[name] ?? {})]),
    ) as Settings['policies'],
    outlook: {
      ...policyOf(STACK_POLICY, outlook),
      // Each check may block, and does so only past a limit that the owner has set.
      runway: outlook.runway ?? 'block',
      blockWithinDays: outlook.blockWithinDays,
      runwayShare: outlook.runwayShare ?? 0.5,
      coverage: outlook.coverage ?? 'warn',
      cash: outlook.cash ?? 'block',
      maxMonthlyCash: amount(outlook.maxMonthlyCash),
      maxOneTimeCash: amount(outlook.maxOneTimeCash),
      expiring: outlook.expiring ?? 'warn',
      expiringWithinDays: outlook.expiringWithinDays ?? 90,
      estimate: outlook.estimate ?? 'block',
      minimumPricedShare: outlook.minimumPricedShare,
      balance: outlook.balance ?? 'block',
      onUnknownBalance: outlook.onUnknownBalance ?? 'warn',
      onInvalidConfig: outlook.onInvalidConfig ?? 'block',
    },
    accept: (config.accept ?? []).map(acceptanceOf),
  };
}

/** Credits that an owner wrote by hand; undefined when there are none in the configuration. */
export function manualCredits(config: Config): readonly Credit[] | undefined {
  return config.credits?.manual?.map((credit, i) => ({
    id: `manual-${i + 1}`,
    description: credit.description,
    remaining: known(amountOf(credit.remaining)),
    starts: credit.starts === undefined ? 0 : instant(credit.starts),
    ends: credit.ends === undefined ? undefined : lastInstant(credit.ends),
    products: credit.products ?? 'unlisted',
    status: 'enabled',
    owner: undefined,
    purchases: 'all',
    sharing: notShared,
    // What the Billing console shows moves only when a bill closes.
    asOf: credit.asOf === undefined ? 'last-bill' : instant(credit.asOf),
    program: credit.program ?? programIn(credit.description),
  }));
}

type Common = NonNullable<NonNullable<Config['policies']>[PolicyName]>;

function policyOf(name: PolicyName, policy: Pick<Common, 'level' | 'onUnknown' | 'uncertain'>): PolicySettings {
  return {
    level: policy.level ?? DEFAULT_LEVELS[name],
    onUnknown: policy.onUnknown ?? 'warn',
    uncertain: policy.uncertain ?? 'warn',
  };
}

function usageOf({ type, name, tag, ...figures }: NonNullable<Config['usage']>[number]): UsageOverride {
  return { type, name, tag, figures: figures as UsageOverride['figures'] };
}

function acceptanceOf({
  policy,
  resource,
  reason,
  until,
  maxUsd,
  only,
}: NonNullable<Config['accept']>[number]): Acceptance {
  return {
    policy: policy as PolicyName,
    resource,
    reason,
    until: until === undefined ? undefined : lastInstant(until),
    maxUsd: amount(maxUsd),
    only,
  };
}

const amount = (value: string | number | undefined): Usd | undefined =>
  value === undefined ? undefined : amountOf(value);

/** Read as the schema read it, which has checked that it is an amount. */
const amountOf = (value: string | number): Usd => parseUsd(String(value)) ?? zero;

const amounts = (record: Readonly<Record<string, string | number>>): Map<string, Usd> =>
  new Map(Object.entries(record).map(([name, value]) => [name, amountOf(value)]));

/** The schema has checked that it is a date. */
const instant = (value: string | number): Instant => parseInstant(value) ?? 0;

/** A bare day means all of it. */
const lastInstant = (value: string | number): Instant =>
  typeof value === 'string' && isDayOnly(value) ? endOfDay(instant(value)) : instant(value);
