import { ruleIdOf } from '../core/findings/checks';
import type { Level } from '../core/policy-names';
import { pageOf } from '../words/pages';
import { clean } from '../words/text';
import { findingFingerprints, stackKey } from './fingerprints';
import type { Render, RenderOptions } from './format';
import { jsonText } from './json-text';
import type { FindingRow } from './model/finding-rows';
import type { Report } from './model/report';
import { type RuleRow, ruleRows } from './model/rule-rows';
import { placeOf } from './place';
import { acceptedText, findingText, subjectOf } from './sentences';

/**
 * SARIF 2.1.0 (OASIS), with what GitHub's code scanning requires besides: a whole region, a help text, a fingerprint, and a
 * category for each stack, so that two stacks of a commit do not overwrite each other.
 */
export const sarif: Render = (report, options) => `${jsonText(logOf(report, options), LEVELS)}\n`;

/** A rule, a result and a notification take a line each, or a few. */
const LEVELS = 6;

/** GitHub rejects a run with more, and shows the first 5,000. */
const MOST_RESULTS = 25_000;

function logOf(report: Report, options: RenderOptions) {
  const { name, version } = options.tool;
  const rows = ruleRows();
  const indexes = new Map(rows.map(({ id }, i) => [id, i]));
  const marks = findingFingerprints(report);
  const stack = stackKey(report);
  const results = report.findings.slice(0, MOST_RESULTS).map((finding, i) => {
    const ruleIndex = indexes.get(ruleIdOf(finding));
    return resultOf(finding, { fingerprint: marks[i] ?? '', ruleIndex, stack, options });
  });
  return {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name, semanticVersion: version, rules: rows.map((row) => descriptorOf(row, options)) } },
        automationDetails: { id: `${name}/${stack}/` },
        columnKind: 'utf16CodeUnits',
        invocations: [{ executionSuccessful: true, toolExecutionNotifications: notificationsOf(report) }],
        results,
      },
    ],
  };
}

const PRECISION = { A: 'very-high', B: 'high', C: 'medium', D: 'low' } as const;
const SARIF_LEVEL: Readonly<Record<Level, string>> = { block: 'error', warn: 'warning', info: 'note' };
const SEVERITY: Readonly<Record<Level, string>> = { block: 'error', warn: 'warning', info: 'recommendation' };

function descriptorOf(
  { id, policy, title, why, remedy, url, confidence, level }: RuleRow,
  { homepage }: RenderOptions,
) {
  const page = pageOf({ policy, rule: id }, homepage);
  return {
    id,
    name: title,
    shortDescription: { text: message(title) },
    fullDescription: { text: message(why) },
    helpUri: page ?? url,
    help: {
      text: message(`${why} ${remedy} Policy: ${policy}. Source: ${url}`),
      markdown: `${why}\n\n**Fix:** ${remedy}\n\n**Policy:** \`${policy}\`\n\n[Source](${url})${page === undefined ? '' : ` · [More](${page})`}`,
    },
    defaultConfiguration: { level: SARIF_LEVEL[level] },
    properties: {
      tags: ['aws-credits', policy],
      precision: confidence === undefined ? 'high' : PRECISION[confidence],
      'problem.severity': SEVERITY[level],
    },
  };
}

/** What a result says beside its finding. `stack`: what bears a finding of no resource. */
interface Beside {
  readonly fingerprint: string;
  readonly ruleIndex: number | undefined;
  readonly stack: string;
  readonly options: RenderOptions;
}

function resultOf(finding: FindingRow, { fingerprint, ruleIndex, stack, options }: Beside) {
  const { path, line, column } = placeOf(finding.at, options);
  const { urn, name, policy, level } = finding;
  const accepted = acceptedText(finding);
  return {
    ruleId: ruleIdOf(finding),
    ruleIndex,
    level: SARIF_LEVEL[level],
    message: { text: message(findingText(finding)) },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: path.split('/').map(encodeURIComponent).join('/') },
          region: { startLine: line, startColumn: column, endLine: line, endColumn: column + 1 },
        },
        logicalLocations: [
          urn === undefined
            ? { fullyQualifiedName: stack, kind: 'namespace' }
            : { fullyQualifiedName: clean(urn, 2000), name: name ?? '', kind: 'resource' },
        ],
      },
    ],
    // The one that GitHub reads; it wants a hash and a count.
    partialFingerprints: { primaryLocationLineHash: `${fingerprint}:1` },
    ...(accepted === undefined
      ? {}
      : { suppressions: [{ kind: 'external', status: 'accepted', justification: accepted }] }),
    properties: { policy, subject: subjectOf(finding) },
  };
}

/** The verdict, and what is worth knowing about the figures and what was not looked at. */
function notificationsOf({ verdict, notes, findings }: Report) {
  const hidden = findings.length - MOST_RESULTS;
  return [
    { descriptor: { id: 'verdict' }, level: 'note', message: { text: message(verdict.sentence) } },
    ...(hidden > 0
      ? [
          {
            level: 'warning',
            message: { text: `${hidden} more findings are not in this file: GitHub takes ${MOST_RESULTS}.` },
          },
        ]
      : []),
    ...notes.map(({ code, level, text }) => ({
      descriptor: { id: code },
      level: SARIF_LEVEL[level],
      message: { text: message(text) },
    })),
  ];
}

/** In a SARIF message `[text](target)` is a link, and single braces are placeholders. */
const message = (text: string): string => text.replaceAll('](', '] (').replace(/[{}]/g, '$&$&');
