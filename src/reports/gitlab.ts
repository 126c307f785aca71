import { ruleIdOf } from '../core/findings/checks';
import type { Level } from '../core/policy-names';
import { findingFingerprints, noteFingerprints } from './fingerprints';
import type { Render } from './format';
import { jsonText } from './json-text';
import { placeOf } from './place';
import { acceptedText, findingText, subjectOf } from './sentences';

/** GitLab Code Quality: findings, then notes. GitLab shows what a merge request adds and what it mends, by fingerprint. */
export const gitlab: Render = (report, options) => {
  const marks = findingFingerprints(report);
  const findings = report.findings.map((finding, i) => ({
    description: [`${subjectOf(finding)}: ${findingText(finding)}`, acceptedText(finding)].filter(Boolean).join(' '),
    check_name: ruleIdOf(finding),
    fingerprint: marks[i],
    severity: SEVERITY[finding.level],
    location: locationOf(placeOf(finding.at, options)),
  }));
  const noteMarks = noteFingerprints(report.notes, report);
  const notes = report.notes.map(({ code, level, text }, i) => ({
    description: text,
    check_name: code,
    fingerprint: noteMarks[i],
    severity: level === 'info' ? 'info' : 'minor',
    location: locationOf(placeOf(undefined, options)),
  }));
  return `${jsonText([...findings, ...notes], 1)}\n`;
};

const SEVERITY: Readonly<Record<Level, string>> = { block: 'blocker', warn: 'major', info: 'info' };

const locationOf = ({ path, line }: { readonly path: string; readonly line: number }) => ({
  path,
  lines: { begin: line },
});
