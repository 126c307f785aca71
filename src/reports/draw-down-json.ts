import { isoInstant } from '../core/instant';
import { plain } from '../core/money';
import type { Drawn } from '../core/outlook/by-stack';
import type { RenderOptions } from './format';
import { creditsOf, outlookOf } from './json';
import { documentText } from './json-text';
import type { DrawDownReport } from './model/draw-down-report';
import type { StackMonths } from './model/stack-months';

/** What `credit-guard forecast --json` prints: docs/schemas/forecast.schema.json describes it. */
const SCHEMA_VERSION = 1;

export function drawDownJson(report: DrawDownReport, { tool }: Pick<RenderOptions, 'tool'>): string {
  const { date, credits, forecast, stacks, notes } = report;
  const months = forecast?.months.map(({ month }) => month) ?? [];
  const document = {
    schemaVersion: SCHEMA_VERSION,
    tool,
    date: isoInstant(date),
    credits: creditsOf(credits),
    outlook: forecast === undefined ? null : outlookOf(forecast, notes),
    stacks: stacks.map((one) => stackOf(one, months)),
    notes: notes.map(({ code, level, text, about }) => ({ code, level, text, about: about ?? null })),
  };
  return `${documentText(document, ['stacks'])}\n`;
}

/** `stack` is null for what the account spends beside them. */
const stackOf = ({ stack, name, months, total }: StackMonths, names: readonly string[]) => ({
  stack: stack === undefined ? null : name,
  organization: stack?.organization ?? null,
  project: stack?.project ?? null,
  name: stack?.name ?? null,
  ...amounts(total),
  months: months.map((one, i) => ({ month: names[i] ?? '', ...amounts(one) })),
});

const amounts = ({ covered, cash, unknown }: Drawn) => ({
  covered: plain(covered),
  cash: plain(cash),
  unknown: plain(unknown),
});
