import { Terms } from '../../core/coverage/coverage';
import type { Balance } from '../../core/credits/credit';
import { historyFindings } from '../../core/findings/history-findings';
import type { Instant } from '../../core/instant';
import { allocate, cents, sum, type Usd, zero } from '../../core/money';
import { backTest } from '../../core/outlook/back-test';
import { burnOf } from '../../core/outlook/burn';
import type { Settings } from '../../core/settings';
import { clean } from '../../words/text';
import { type FindingRow, findingRow } from './finding-rows';

/** What `credit-guard forecast --backtest` tells: USD in whole cents. */
export interface BackTestReport {
  readonly date: Instant;
  readonly months: readonly BackTestMonth[];
  readonly applied: Usd;
  readonly expected: Usd;
  /** The sum of the errors, whatever their sign, and its share of what AWS applied. */
  readonly error: Usd;
  readonly open: readonly string[];
  readonly failed: readonly string[];
  readonly unknownCredits: readonly { readonly id: string; readonly usd: Usd }[];
  readonly accounts: number;
  /** Where AWS did otherwise than the rules say. */
  readonly findings: readonly FindingRow[];
}

export interface BackTestMonth {
  readonly month: string;
  readonly credits: readonly BackTestRow[];
}

export interface BackTestRow {
  readonly id: string;
  readonly description: string;
  readonly applied: Usd;
  readonly expected: Usd;
  /** What the rules say beyond what AWS applied; negative where they say less. */
  readonly error: Usd;
}

/** Undefined without a history. */
export function backTestReport(balance: Balance, settings: Settings, now: Instant): BackTestReport | undefined {
  const { history } = balance;
  if (history === undefined) return undefined;
  const { months, open, failed, unknownCredits, accounts } = backTest(history, balance, settings, now);
  const told = months.map(({ month, credits }): BackTestMonth => {
    const applied = allocate(credits.map((one) => one.applied));
    const expected = allocate(credits.map((one) => one.expected));
    return {
      month: clean(month),
      credits: credits.map(({ credit }, i) => {
        const [of, by] = [applied[i] ?? zero, expected[i] ?? zero];
        return {
          id: clean(credit.id),
          description: clean(credit.description, 120),
          applied: of,
          expected: by,
          error: by.minus(of),
        };
      }),
    };
  });
  const rows = told.flatMap(({ credits }) => credits);
  const terms = new Terms(balance, settings, now);
  const burn = settings.isBurnCoveredOnly ? undefined : burnOf(settings, terms.account);
  return {
    date: now,
    months: told,
    applied: sum(rows.map((row) => row.applied)),
    expected: sum(rows.map((row) => row.expected)),
    error: sum(rows.map((row) => row.error.abs())),
    open: open.map((month) => clean(month)),
    failed: failed.map((month) => clean(month)),
    unknownCredits: unknownCredits.map(({ id, usd }) => ({ id: clean(id), usd: cents(usd) })),
    accounts,
    findings: historyFindings(history, terms, burn).map((one) => findingRow(one, now, undefined, null)),
  };
}
