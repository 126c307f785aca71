import type { Assessment } from '../core/assess';
import { isoInstant } from '../core/instant';
import { counted } from '../words/text';
import type { RenderOptions, ReportFormat } from './report';
import { findingLines } from './terminal/findings';
import { moneyLines } from './terminal/money';
import { noteLines, unpricedLines } from './terminal/notes';
import { outlookLines } from './terminal/outlook';
import { Page } from './terminal/page';
import { isAllWell, type Verdict, verdictOf } from './verdict';

/** What people read in a terminal. One line when all is well. */
export const text: ReportFormat = {
  id: 'text',
  extension: 'txt',
  summary: 'for people, as wide as the terminal',
  render: (assessment, options) => `${linesOf(assessment, options).join('\n')}\n`,
};

function linesOf(assessment: Assessment, { width, colour }: RenderOptions): string[] {
  const page = new Page(width, colour);
  const verdict = verdictOf(assessment);
  const headline = page.hang(markOf(verdict, page), verdict.headline);
  if (
    isAllWell(verdict, assessment) ||
    (verdict.status === 'nothing-planned' &&
      assessment.findings.length === 0 &&
      assessment.problems.length === 0 &&
      assessment.estimate.change === undefined)
  )
    return headline;
  const { resources } = assessment.estimate;
  const { priced, free, unpriced, total } = resources;
  return [
    ...headline,
    ...page.wrap(
      page.dim(
        `As of ${isoInstant(assessment.now)}. ${counted(total, 'AWS resource')}: ${priced} priced, ${free} free, ${unpriced} not priced in full.`,
      ),
      2,
    ),
    ...section('Findings', findingLines(assessment.findings, page), page),
    ...section('Money', moneyLines(assessment, page), page),
    ...section('Outlook', outlookLines(assessment, page), page),
    ...section('Not priced in full', unpricedLines(assessment, page), page),
    ...section('Good to know', noteLines(assessment, page), page),
  ];
}

const section = (title: string, lines: readonly string[], page: Page): string[] =>
  lines.length === 0 ? [] : ['', page.heading(title), ...lines];

function markOf({ status, findings }: Verdict, { colours }: Page): string {
  if (findings.block > 0) return colours.bold(colours.red('✗'));
  if (status === 'within-credits' && findings.warn === 0) return colours.bold(colours.green('✓'));
  return findings.warn > 0 || status !== 'nothing-planned'
    ? colours.bold(colours.yellow('!'))
    : colours.bold(colours.blue('●'));
}
