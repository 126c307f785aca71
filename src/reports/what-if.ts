import { isoDay, isoInstant } from '../core/instant';
import type { Range } from '../core/money';
import type { Supposition } from '../core/what-if';
import { shortType } from '../words/findings';
import { clean, counted } from '../words/text';
import { amount, isNothingKnown, orMore, signed } from './amounts';
import type { RenderOptions } from './format';
import { buckets } from './json';
import { jsonText } from './json-text';
import { type Figure, type Figures, PARTS } from './model/figures';
import type { FindingRow } from './model/finding-rows';
import type { RunwayRow } from './model/forecast';
import type { Report } from './model/report';
import type { Comparison, FirstEnd } from './model/what-if';
import { subjectOf } from './sentences';
import { Page, shownWidth } from './terminal/page';

/** One supposition with the resource that it is of. */
export interface Told {
  readonly supposition: Supposition;
  readonly type: string;
  readonly name: string;
  /** Properties that neither a price nor a rule looks at. */
  readonly idle: readonly string[];
  /** A resource of the plan that is called much like one that is added: perhaps that one was meant. */
  readonly similar: string | undefined;
  /** Why an amount of it is not known, where one is not. */
  readonly unpriced: string | undefined;
}

/** The comparison for a terminal: what is supposed, the figures side by side, findings that come and go. */
export function whatIfText(told: readonly Told[], comparison: Comparison, options: RenderOptions): string {
  const page = new Page(options.width, options.colour);
  const lines = [
    ...page.wrap(page.heading('What if')),
    ...told.flatMap((one) => page.hang('-', toldWords(one), 2)),
    '',
    ...sideBySide(rowsOf(comparison), page),
    ...findingLines('New', comparison.newFindings, page),
    ...findingLines('Gone', comparison.goneFindings, page),
    '',
    ...page.wrap(page.dim(footnote(comparison))),
  ];
  return `${lines.join('\n')}\n`;
}

const COLUMNS = ['as planned', 'what if', 'change'];

/** In columns; below each other where the page is too narrow for that. */
function sideBySide(rows: readonly (readonly string[])[], page: Page): string[] {
  const table = page.table([['', ...COLUMNS].map((title) => page.dim(title)), ...rows], {
    align: ['left', 'right', 'right', 'right'],
  });
  if (table.every((line) => shownWidth(line) <= page.width)) return table;
  let above = '';
  return rows.flatMap(([title = '', ...cells]) => {
    // A part stands below its whole; alone it says whose part it is.
    if (!title.startsWith(' ')) above = title;
    return [
      `  ${title.startsWith(' ') ? `${above}, ${title.trim()}` : title}`,
      ...page.table(
        cells.flatMap((cell, i) => (cell === '' ? [] : [[page.dim(COLUMNS[i] ?? ''), cell]])),
        { indent: 4, last: 'wrap' },
      ),
    ];
  });
}

function toldWords({ supposition, type, name, idle, similar, unpriced }: Told): string {
  const what = clean(`${shortType(type)} ${name}`);
  if (supposition.kind === 'remove') return `without ${what}`;
  const set = supposition.changes.map(({ path, value }) => `${path} = ${valueWords(value)}`).join(', ');
  const verb = supposition.kind === 'add' ? 'new: ' : '';
  const remarks = [
    ...(idle.length === 0 ? [] : [`no price or rule looks at ${clean(idle.join(', '))}`]),
    ...(similar === undefined ? [] : [`the plan has ${clean(similar)}: was that meant?`]),
    ...(unpriced === undefined ? [] : [`not priced in full: ${clean(unpriced)}`]),
  ];
  const beside = remarks.length === 0 ? '' : ` (${remarks.join('; ')})`;
  return `${verb}${what}${set === '' ? '' : `: ${clean(set)}`}${beside}`;
}

const valueWords = (value: unknown): string =>
  value === null ? 'not set' : typeof value === 'string' ? value : JSON.stringify(value);

const TITLES = { total: 'A month', covered: '  credits cover', cash: '  cash', unknown: '  coverage unknown' } as const;

function rowsOf(comparison: Comparison): string[][] {
  const { planned, supposed, coverageEnds, runway, runwayDays } = comparison;
  const row = (title: string, per: 'monthly' | 'once', part: keyof Figures) => {
    const [from, to] = [planned.estimate[per][part], supposed.estimate[per][part]];
    const moved = isChangeKnown(from, to) ? signed(comparison[per][part]) : 'not known';
    return [title, `${amount(from)}${orMore(from)}`, `${amount(to)}${orMore(to)}`, moved];
  };
  const hasUnknown = [planned, supposed].some(({ estimate }) => !isNothing(estimate.monthly.unknown));
  const parts = (['total', ...PARTS] as const).filter((part) => part !== 'unknown' || hasUnknown);
  const hasOnce = [planned, supposed].some(({ estimate }) => !isNothing(estimate.once.total));
  return [
    ...parts.map((part) => row(TITLES[part], 'monthly', part)),
    ...(hasOnce ? [row('Once', 'once', 'total'), row('  cash', 'once', 'cash')] : []),
    ['Coverage ends', dayOf(coverageEnds.planned), dayOf(coverageEnds.supposed), ''],
    ['  first for', coverageEnds.planned?.product ?? '', coverageEnds.supposed?.product ?? '', ''],
    ...(runway === undefined
      ? [['Runway', 'not known', 'not known', '']]
      : [['Runway', runwayWords(runway.planned), runwayWords(runway.supposed), daysWords(runwayDays)]]),
    ['Status', planned.verdict.status, supposed.verdict.status, ''],
  ];
}

/** Where one side alone lacks something, and what is known of both is the same, the change is what is lacking. */
const isChangeKnown = (from: Figure, to: Figure): boolean =>
  !isNothingKnown(from) &&
  !isNothingKnown(to) &&
  (from.isPartial === to.isPartial || !from.min.eq(to.min) || !from.max.eq(to.max));

const isNothing = ({ min, max }: Range): boolean => min.eq(0) && max.eq(0);

const dayOf = (end: FirstEnd | undefined): string => (end === undefined ? 'none is known' : isoDay(end.at));

function runwayWords({ state, at, days }: RunwayRow): string {
  if (at !== undefined && days !== undefined) return `${counted(days, 'day')}, to ${isoDay(at)}`;
  return { lasts: 'no end in sight', 'no-charges': 'nothing to cover', unknown: 'not known', ends: 'not known' }[state];
}

const daysWords = (days: number | undefined): string =>
  days === undefined || days === 0 ? '' : `${days > 0 ? '+' : '-'}${counted(Math.abs(days), 'day')}`;

function findingLines(title: string, findings: readonly FindingRow[], page: Page): string[] {
  if (findings.length === 0) return [];
  return [
    '',
    ...page.title(`${title} ${findings.length === 1 ? 'finding' : 'findings'}`),
    ...findings.flatMap((finding) =>
      page.hang(page.mark(finding.level), `${finding.level}: ${subjectOf(finding)}: ${finding.headline}.`, 2),
    ),
  ];
}

function footnote({ planned, supposed }: Comparison): string {
  const partial =
    planned.isPartial || supposed.isPartial ? ' Something is in no figure: the change is of what is priced.' : '';
  return `As of ${isoDay(planned.date)}, at list prices, the earliest days. Nothing was deployed or written.${partial}`;
}

const SCHEMA_VERSION = 1;
/** An amount with its bounds takes one line. */
const LEVELS = 3;

/** The same for programs: docs/schemas/what-if.schema.json describes it. */
export function whatIfJson(told: readonly Told[], comparison: Comparison, { tool }: RenderOptions): string {
  const { planned, supposed, monthly, once, coverageEnds, runway, runwayDays, newFindings, goneFindings } = comparison;
  const side = (report: Report, end: FirstEnd | undefined, ends: RunwayRow | undefined) => ({
    status: report.verdict.status,
    sentence: report.verdict.sentence,
    partial: report.isPartial,
    monthly: buckets(report.estimate.monthly),
    once: buckets(report.estimate.once),
    coverageEndsAt: end === undefined ? null : isoInstant(end.at),
    coverageEndsFirstFor: end?.product ?? null,
    runwayDays: ends?.days ?? null,
  });
  return `${jsonText(
    {
      schemaVersion: SCHEMA_VERSION,
      tool,
      date: isoInstant(planned.date),
      stack: { organization: planned.stack.organization, project: planned.stack.project, name: planned.stack.name },
      suppositions: told.map(({ supposition, type, name, idle, similar, unpriced }) => ({
        kind: supposition.kind,
        type: clean(type),
        name: clean(name),
        set:
          supposition.kind === 'remove'
            ? []
            : supposition.changes.map(({ path, value }) => ({ property: path, value: value ?? null })),
        withoutEffect: idle,
        similar: similar === undefined ? null : clean(similar),
        notPriced: unpriced === undefined ? null : clean(unpriced),
      })),
      planned: side(planned, coverageEnds.planned, runway?.planned),
      supposed: side(supposed, coverageEnds.supposed, runway?.supposed),
      change: { monthly: buckets(monthly), once: buckets(once), runwayDays: runwayDays ?? null },
      findings: { new: newFindings.map(findingOf), gone: goneFindings.map(findingOf) },
    },
    LEVELS,
  )}\n`;
}

const findingOf = ({ policy, rule, level, urn, headline }: FindingRow) => ({
  policy,
  rule,
  level,
  urn: urn ?? null,
  message: headline,
});
