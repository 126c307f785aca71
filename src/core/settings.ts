import type { BurnBill, ClosedMonth } from './credits/burn-reading';
import type { ACCEPTANCE, GENERAL, PLANNED_PURCHASE, SECTIONS } from './file-settings';
import type { ResourcePolicyName, STACK_POLICY } from './policy-names';
import type { POLICY_SETTINGS } from './policy-settings';
import type { Entry, Row, Value } from './setting-row';

type Section = typeof SECTIONS;

/** What a table of settings becomes: each has its value, or its default. */
type Values<R> = {
  readonly [K in keyof R]: R[K] extends Row<infer T, infer D>
    ? Value<T> | (D extends undefined ? undefined : never)
    : never;
};

export type PolicySettings = Values<(typeof POLICY_SETTINGS)[ResourcePolicyName]>;

/** The settings of `credit-outlook`: those of every policy, its checks and their limits. */
export type OutlookSettings = Values<(typeof POLICY_SETTINGS)[typeof STACK_POLICY]>;

export type OnUnknown = PolicySettings['onUnknown'];

/** An owner's written exception. */
export type Acceptance = Entry<typeof ACCEPTANCE>;

/** What an owner plans to buy once, on a later day. */
export type PlannedPurchase = Entry<typeof PLANNED_PURCHASE>;

/**
 * Everything an owner decides, defaults filled in: what the pure core needs beside a plan, a balance and a date. Each
 * setting is described in its row: `policy-settings.ts`, `file-settings.ts`.
 */
export interface Settings extends Values<typeof GENERAL>, Omit<Values<Section['credits']>, 'source'> {
  readonly creditsSource: Values<Section['credits']>['source'];
  readonly burn: Values<Section['burn']>['monthly'];
  /** What other accounts spend on the same credits, each by billed product. */
  readonly burnOfOthers: Values<Section['burn']>['accounts'];
  /** What the account spent in closed months, where the source of the burn tells; without, the history does. */
  readonly burnMonths: readonly ClosedMonth[];
  readonly burnForecast: Values<Section['burn']>['forecast'];
  readonly burnSource: Values<Section['burn']>['source'];
  /** The burn was read from what credits covered: what the account paid in cash is not in it. */
  readonly isBurnCoveredOnly: boolean;
  /** The bill that the burn was taken from, where AWS was asked. */
  readonly burnBill: BurnBill | undefined;
  /** USD. */
  readonly maxDailyCost: Values<Section['burn']>['maxDailyCost'];
  readonly pool: Values<Section['pool']>;
  /** False: the shared pool file could not be read, so others may have reserved more than `pool.reserved`. */
  readonly isPoolKnown: boolean;
  readonly policies: Readonly<Record<ResourcePolicyName, PolicySettings>>;
  readonly outlook: OutlookSettings;
}
