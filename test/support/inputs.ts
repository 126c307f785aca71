import { settingsOf } from '../../src/config/read-settings';
import type { Config } from '../../src/config/schema';
import { assess } from '../../src/core/assess';
import type { Assessment } from '../../src/core/assessment';
import type { Confirmed } from '../../src/core/coverage/confirmed';
import { type Balance, type Credit, notShared } from '../../src/core/credits/credit';
import { parseInstant } from '../../src/core/instant';
import { usd } from '../../src/core/money';
import { notice } from '../../src/core/notice';
import type { Plan } from '../../src/core/plan';
import { known, type Maybe, unknown } from '../../src/core/reading';
import type { Settings } from '../../src/core/settings';
import { wordsOf } from '../../src/words/notices';
import { aResource, prices, type ResourceSketch } from './resources';

/** A date as a number; a wrong one is a mistake in the test. */
export function at(text: string): number {
  const instant = parseInstant(text);
  if (instant === undefined) throw new Error(`${text} is no date`);
  return instant;
}

export const NOW = at('2026-12-01T00:00:00Z');

/** $10,000 for everything until the end of 2027. */
export const aCredit = ({
  remaining = '10000',
  ...parts
}: Partial<Omit<Credit, 'remaining'>> & { remaining?: string } = {}): Credit => ({
  id: 'credit',
  description: 'AWS Activate',
  remaining: known(usd(remaining)),
  starts: at('2026-01-01'),
  ends: at('2027-12-31T23:59:59Z'),
  products: 'all',
  status: 'enabled',
  purchases: 'all',
  owner: undefined,
  sharing: notShared,
  program: undefined,
  asOf: 'now',
  ...parts,
});

export const aBalance = (
  credits: readonly Credit[] = [aCredit()],
  accountPlan: Maybe<'FREE' | 'PAID'> = known('PAID'),
): Balance => ({
  source: 'credits.json',
  readAt: NOW,
  credits: known(credits),
  accountPlan,
  problems: [],
});

export const noBalance: Balance = {
  source: 'none',
  readAt: undefined,
  credits: unknown('nothing was read'),
  accountPlan: unknown('nothing was read'),
  problems: [notice('balance-missing', 'warn', {})],
};

export const aPlan = (resources: readonly ResourceSketch[], before?: readonly ResourceSketch[]): Plan => ({
  stack: { organization: null, project: 'shop', name: 'dev' },
  resources: resources.map(aResource),
  before: before?.map(aResource),
  external: new Map(),
  outside: new Map(),
  stackConfiguration: {},
  problems: [],
});

export interface Situation {
  resources: readonly ResourceSketch[];
  before?: readonly ResourceSketch[];
  balance?: Balance;
  config?: Config;
  /** What the account says beside the configuration. */
  settings?: Partial<Settings>;
  now?: number;
  confirmed?: Confirmed;
}

/** The whole flow over a small world. */
export function assessed({
  resources,
  before,
  balance = aBalance(),
  config = {},
  settings = {},
  now = NOW,
  confirmed,
}: Situation): Assessment {
  return assess({
    plan: aPlan(resources, before),
    balance,
    settings: { ...settingsOf(config), ...settings },
    prices,
    confirmed,
    now,
  });
}

/** A problem of a balance that still counts. */
export const A_ROW_LEFT_OUT = notice('balance-partial', 'warn', {
  source: 'credits.json',
  part: { because: 'credit-left-out', credit: 2, fault: 'no-start' },
});

/** What a reader is shown first of a balance. */
export const wordsOfFirst = ({ problems: [first] }: Balance): string => (first === undefined ? '' : wordsOf(first));
