import { type Credit, notShared } from '../core/credits/credit';
import { programIn } from '../core/credits/program-of';
import { GENERAL, SECTIONS } from '../core/file-settings';
import { endOfDay, type Instant, isDayOnly, parseInstant } from '../core/instant';
import { parseUsd, type Usd } from '../core/money';
import { RESOURCE_POLICIES, STACK_POLICY } from '../core/policy-names';
import { POLICY_SETTINGS } from '../core/policy-settings';
import { known } from '../core/reading';
import type { Fields, Kind, Rows, Type, Written, WrittenUsage } from '../core/setting-row';
import type { Settings } from '../core/settings';
import type { Config } from './schema';

/** Fills in the defaults: from what an owner wrote to what the core works with. The schema has checked what was written. */
export function settingsOf(config: Config): Settings {
  const policies = RESOURCE_POLICIES.map((name) => [name, valuesOf(POLICY_SETTINGS[name], config.policies?.[name])]);
  const { source: creditsSource, ...credits } = valuesOf(SECTIONS.credits, config.credits);
  const {
    source: burnSource,
    forecast: burnForecast,
    monthly: burn,
    accounts: burnOfOthers,
    maxDailyCost,
  } = valuesOf(SECTIONS.burn, config.burn);
  return {
    ...valuesOf(GENERAL, config),
    ...credits,
    creditsSource,
    burn,
    burnOfOthers,
    burnForecast,
    burnSource,
    burnMonths: [],
    isBurnCoveredOnly: false,
    burnBill: undefined,
    maxDailyCost,
    pool: valuesOf(SECTIONS.pool, config.pool),
    isPoolKnown: true,
    policies: Object.fromEntries(policies),
    outlook: valuesOf(POLICY_SETTINGS[STACK_POLICY], config.policies?.[STACK_POLICY]),
    // The types of both ends are made from the rows that are read here one by one.
  } as unknown as Settings;
}

function valuesOf(rows: Rows, written: object = {}): Record<string, unknown> {
  const values: Readonly<Record<string, unknown>> = { ...written };
  return Object.fromEntries(
    Object.entries(rows).map(([name, row]) => [name, read(row.type, values[name] ?? row.default)]),
  );
}

function read(type: Type, written: unknown): unknown {
  if (written === undefined) return undefined;
  if (typeof type === 'string') return READ[type](written as never);
  if ('choice' in type) return written;
  return (written as readonly object[]).map((entry) => entryOf(type.listOf, { ...entry }));
}

const entryOf = (fields: Fields, written: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(fields).map(([name, { type }]) => [name, read(type, written[name])]));

const asWritten = <T>(written: T): T => written;

/** The schema has checked it with the same reader. Were they ever to differ, nothing may come out as 0 or as 1970. */
function checked<T>(read: T | undefined, written: string | number): T {
  if (read === undefined) throw new Error(`The schema let "${written}" through, which is not readable.`);
  return read;
}

const amountOf = (written: string | number): Usd => checked(parseUsd(String(written)), written);

const amountsOf = (written: Written<'amounts'>): ReadonlyMap<string, Usd> =>
  new Map(Object.entries(written).map(([name, usd]) => [name, amountOf(usd)]));

const instantOf = (written: string | number): Instant => checked(parseInstant(written), written);

const READ: { readonly [K in Kind]: (written: Written<K>) => unknown } = {
  text: asWritten,
  account: asWritten,
  amount: amountOf,
  days: asWritten,
  share: asWritten,
  start: instantOf,
  end: (written) =>
    typeof written === 'string' && isDayOnly(written) ? endOfDay(instantOf(written)) : instantOf(written),
  policy: asWritten,
  products: asWritten,
  amounts: amountsOf,
  accounts: (written) => new Map(Object.entries(written).map(([account, amounts]) => [account, amountsOf(amounts)])),
  shares: (written) => new Map(Object.entries(written)),
  programs: (written) => new Map(Object.entries(written)),
  usage: (written) =>
    usageLines(written).map(({ type, name, tag, size, ...figures }) => ({ type, name, tag, size, figures })),
  files: asWritten,
  reports: asWritten,
};

/** A size alone is that of everything. */
export const usageLines = (written: Written<'usage'>): readonly WrittenUsage[] =>
  typeof written === 'string' ? [{ size: written }] : written;

/** Credits that an owner wrote by hand; undefined when there are none in the configuration. */
export const manualCredits = ({ manual }: Pick<Settings, 'manual'>): readonly Credit[] | undefined =>
  manual?.map(({ description, remaining, asOf, starts, ends, products, owner, program }, i) => ({
    id: `manual-${i + 1}`,
    description,
    remaining: known(remaining),
    starts: starts ?? 0,
    ends,
    products: products ?? 'unlisted',
    status: 'enabled',
    owner,
    purchases: 'all',
    sharing: owner === undefined ? notShared : { ...notShared, isOn: true },
    // What the Billing console shows moves only when a bill closes.
    asOf: asOf ?? 'last-bill',
    program: program ?? programIn(description),
  }));
