import { isoDay } from '../core/instant';
import { counted } from '../words/text';
import type { Render, RenderOptions } from './format';
import type { Report } from './model/report';
import { chartLines } from './terminal/chart';
import { findingLines } from './terminal/findings';
import { noteLines, unpricedLines } from './terminal/notes';
import { outlookLines } from './terminal/outlook';
import { Page } from './terminal/page';
import { productSection } from './terminal/products';
import { resourceSection } from './terminal/resources';
import { stackSection } from './terminal/stacks';

/** What people read in a terminal, on one screen where that is possible. */
export const text: Render = (report, options) => `${linesOf(report, options).join('\n')}\n`;

/** Lines of a report without flags where nothing blocks: about one screen. */
const SCREEN = 40;

function linesOf(report: Report, options: RenderOptions): string[] {
  const page = new Page(options.width, options.colour);
  const verdict = page.hang(markOf(report, page), report.verdict.sentence);
  if (isQuiet(report) && !options.verbose && !options.all) {
    return [
      ...verdict,
      ...stackSection(report, page, false),
      ...noteLines(
        report.notes.filter(({ topic }) => topic === 'not-looked-at' || topic === 'basis'),
        page,
        options,
      ),
    ];
  }
  const head = [...verdict, ...page.wrap(countLine(report, page), 2)];
  const findings = section('Findings', findingLines(report.findings, page, options), page);
  const stacks = stackSection(report, page, options.all);
  const outlook = outlookLines(report, page);
  const after = [
    ...section('Not priced in full', options.all ? unpricedLines(report, page) : [], page),
    ...section('Good to know', noteLines(report.notes, page, options), page),
    '',
    ...verdict,
  ];
  const taken = head.length + stacks.length + findings.length + outlook.length + after.length + HEADINGS;
  // What blocks is longer than a screen anyway.
  const isLong = options.verbose || report.verdict.findings.block > 0;
  const room = options.all ? Number.POSITIVE_INFINITY : Math.max(SCREEN - taken, isLong ? ROOMY : 0);
  const { resources, products, chart } = shared(room, report, page);
  return [
    ...head,
    ...stacks,
    ...findings,
    ...resources,
    ...products,
    ...section('Credits', [...outlook, ...chart], page),
    ...after,
  ];
}

/** A blank line and a title of each of the three parts that share what room is left. */
const HEADINGS = 6;
const FEWEST = 2;
const ROOMY = 36;

/** Products and months take what they need up to a third each; the resources take the rest. */
function shared(room: number, report: Report, page: Page) {
  const isAll = room === Number.POSITIVE_INFINITY;
  const third = Math.max(FEWEST, Math.floor(room / 3));
  const products = productSection(report, page, third, isAll);
  const chart = report.forecast === undefined ? [] : chartLines(report.forecast, page, third);
  const rest = Math.max(FEWEST, room + 2 - products.length - chart.length);
  return { products, chart, resources: resourceSection(report, page, rest, isAll) };
}

function countLine({ date, estimate: { counts } }: Report, page: Page): string {
  const { priced, free, unpriced, total } = counts;
  const parts = [`${priced} priced`, `${free} free`, ...(unpriced > 0 ? [`${unpriced} not priced in full`] : [])];
  return page.dim(`As of ${isoDay(date)}: ${counted(total, 'AWS resource')}; ${parts.join(', ')}.`);
}

function section(title: string, lines: readonly string[], page: Page): string[] {
  if (lines.length === 0) return [];
  const isCut = lines.some((line) => /^\S.*…$/.test(line));
  return ['', ...page.title(title, isCut ? '--verbose shows all in full' : ''), ...lines];
}

/** Nothing to report but that all is well, and what was not looked at. */
function isQuiet({ verdict, findings, notes, estimate }: Report): boolean {
  if (findings.length > 0 || notes.some(({ topic }) => topic === 'input')) return false;
  return verdict.status === 'within-credits' || (verdict.status === 'nothing-planned' && estimate.change === undefined);
}

function markOf({ verdict: { status, findings } }: Report, { colours }: Page): string {
  if (findings.block > 0) return colours.bold(colours.red('✗'));
  if (status === 'within-credits' && findings.warn === 0) return colours.bold(colours.green('✓'));
  return status === 'nothing-planned' && findings.warn === 0
    ? colours.bold(colours.blue('●'))
    : colours.bold(colours.yellow('!'));
}
