import wrapAnsi from 'wrap-ansi';
import type { Finding } from '../core/findings/finding';
import type { Instant } from '../core/instant';
import { acceptCommand } from './accept';
import { findingWords, sourceWords } from './findings';
import { clean } from './text';

/** Pulumi indents the lines of a message by ten columns, and a terminal of 80 cuts what is longer. */
const COLUMNS = 70;
const LABEL = 8;

/** Findings of one resource and policy as Pulumi shows them: short lines, what and how much first. */
export const violationText = (findings: readonly Finding[], now: Instant): string =>
  findings.map((finding) => linesOf(finding, now).join('\n')).join('\n\n');

function linesOf(finding: Finding, now: Instant): string[] {
  const { headline, reason, remedy } = findingWords(finding);
  const command = finding.level === 'block' ? acceptCommand(finding, now) : [];
  return [
    ...wrap(`${headline}.`),
    ...wrap(reason),
    ...labelled('Fix', wrap(remedy, COLUMNS - LABEL)),
    ...labelled('Accept', command),
    ...(finding.source === null ? [] : labelled('Source', wrap(sourceWords(finding.source), COLUMNS - LABEL))),
  ];
}

/** Breaks between words. One that is longer than a line stays whole: a cut URL is no URL. */
function wrap(text: string, columns = COLUMNS): string[] {
  const line = clean(text, 2_000);
  return line === '' ? [] : wrapAnsi(line, columns, { hard: false, trim: true }).split('\n');
}

const labelled = (label: string, lines: readonly string[]): string[] =>
  lines.map((line, i) => `${(i === 0 ? label : '').padEnd(LABEL)}${line}`);
