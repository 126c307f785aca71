import wrapAnsi from 'wrap-ansi';
import { ruleIdOf } from '../core/findings/checks';
import type { Finding } from '../core/findings/finding';
import type { Instant } from '../core/instant';
import { acceptCommand } from './accept';
import { findingWords, sourceWords } from './findings';
import { pageOf } from './pages';
import { clean } from './text';

/** Pulumi indents the lines of a message by ten columns, and a terminal of 80 cuts what is longer. */
const COLUMNS = 70;
const LABEL = 8;

/**
 * Findings of one resource and policy as Pulumi shows them: short lines, what and how much first. `homepage`: where the
 * pages of the rules are, if anywhere; the command says the same.
 */
export const violationText = (findings: readonly Finding[], now: Instant, homepage: string | undefined): string =>
  findings.map((finding) => linesOf(finding, now, homepage).join('\n')).join('\n\n');

function linesOf(finding: Finding, now: Instant, homepage: string | undefined): string[] {
  const { headline, reason, remedy } = findingWords(finding);
  const command = finding.level === 'block' ? acceptCommand(finding, now) : [];
  return [
    ...wrap(`${headline}.`),
    ...wrap(reason),
    ...labelled('Fix', wrap(remedy, COLUMNS - LABEL)),
    ...labelled('Accept', command),
    ...(finding.source === null ? [] : labelled('Source', wrap(sourceWords(finding.source), COLUMNS - LABEL))),
    ...labelled('More', [pageOf(finding, homepage) ?? `credit-guard explain ${ruleIdOf(finding)}`]),
  ];
}

/** Breaks between words. One that is longer than a line stays whole: a cut URL is no URL. */
function wrap(text: string, columns = COLUMNS): string[] {
  const line = clean(text, 2_000);
  return line === '' ? [] : wrapAnsi(line, columns, { hard: false, trim: true }).split('\n');
}

const labelled = (label: string, lines: readonly string[]): string[] =>
  lines.map((line, i) => `${(i === 0 ? label : '').padEnd(LABEL)}${line}`);
