import { isoInstant } from '../core/instant';
import { plain } from '../core/money';
import type { RenderOptions } from './format';
import { findingOf } from './json';
import { documentText } from './json-text';
import type { BackTestReport } from './model/back-test-report';

/** What `credit-guard forecast --backtest --json` prints. */
const SCHEMA_VERSION = 1;

export function backTestJson(report: BackTestReport, source: string, { tool }: Pick<RenderOptions, 'tool'>): string {
  const { date, months, applied, expected, error, open, failed, unknownCredits, accounts, findings } = report;
  const document = {
    schemaVersion: SCHEMA_VERSION,
    tool,
    date: isoInstant(date),
    source,
    applied: plain(applied),
    expected: plain(expected),
    error: plain(error),
    months: months.map(({ month, credits }) => ({
      month,
      credits: credits.map((row) => ({
        id: row.id,
        description: row.description,
        applied: plain(row.applied),
        expected: plain(row.expected),
        error: plain(row.error),
      })),
    })),
    leftOut: {
      open,
      failed,
      unknownCredits: unknownCredits.map(({ id, usd }) => ({ id, usd: plain(usd) })),
    },
    accounts,
    findings: findings.map(findingOf),
  };
  return `${documentText(document)}\n`;
}
