import type { UsageOverride } from './charges/usage';
import type { Instant } from './instant';
import type { Usd } from './money';
import type { PolicyName } from './policies';
import type { Program } from './programs';

/** What to do when a fact that decides is not known. `assume-max` takes the dearer answer as true. */
export type OnUnknown = 'warn' | 'block' | 'assume-max';
export type CheckLevel = 'block' | 'warn' | 'off';

export interface PolicySettings {
  readonly level: 'block' | 'warn' | 'off';
  readonly onUnknown: OnUnknown;
  /** Level of findings that rest on confidence C or D. */
  readonly uncertain: 'warn' | 'block';
}

/** The six checks of `credit-outlook`, with their limits. */
export interface OutlookSettings {
  readonly runway: CheckLevel;
  /** Block when credits end, at the earliest, within so many days. */
  readonly blockWithinDays: number | undefined;
  /** Share between 0 and 1 of what credits cover today: below it the runway has ended. */
  readonly runwayShare: number;
  /** A product that no usable credit lists, or whose coverage is not known. */
  readonly coverage: CheckLevel;
  readonly cash: CheckLevel;
  readonly maxMonthlyCash: Usd | undefined;
  readonly maxOneTimeCash: Usd | undefined;
  readonly expiring: CheckLevel;
  /** Speak of forfeits only when the credit ends within so many days. */
  readonly expiringWithinDays: number;
  readonly estimate: CheckLevel;
  /** Share between 0 and 1 of resources that must be priced or free. */
  readonly minimumPricedShare: number | undefined;
  readonly balance: CheckLevel;
  readonly onUnknownBalance: 'block' | 'warn';
  /** What the pack does when credit-guard.yaml has a mistake, so that its limits and exceptions do not apply. */
  readonly onInvalidConfig: 'block' | 'warn';
}

/** An owner's written exception. */
export interface Acceptance {
  readonly policy: PolicyName;
  /** A URN, where `*` stands for any characters. */
  readonly resource: string;
  readonly reason: string;
  readonly until: Instant | undefined;
  /** USD; a finding above it is not accepted. */
  readonly maxUsd: Usd | undefined;
  /** Not for what a deployment creates or replaces, where the plan tells. */
  readonly only: 'existing' | undefined;
}

/** Everything an owner decides, defaults filled in: what the pure core needs beside a plan, a balance and a date. */
export interface Settings {
  readonly program: Program;
  /** 12-digit account that pays for the stack; undefined when the owner has not said. */
  readonly account: string | undefined;
  readonly unlistedProducts: 'unknown' | 'covered';
  readonly maxAgeDays: number;
  /** What the account already spends: USD a month by billed product. Undefined when the owner has not said. */
  readonly burn: ReadonlyMap<string, Usd> | undefined;
  readonly usage: readonly UsageOverride[];
  readonly pool: { readonly share: number; readonly reserved: ReadonlyMap<string, Usd> };
  readonly policies: Readonly<Record<Exclude<PolicyName, 'credit-outlook'>, PolicySettings>>;
  readonly outlook: PolicySettings & OutlookSettings;
  readonly accept: readonly Acceptance[];
}
