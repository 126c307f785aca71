import { stringify } from 'yaml';
import { blindSpots } from '../../src/core/coverage/blind-spots';
import { notChecked } from '../../src/core/coverage/not-checked';
import type { Example, Rule, Source } from '../../src/core/coverage/rule';
import { rules } from '../../src/core/coverage/rules';
import { decidedLater } from '../../src/core/properties';
import { absent, known } from '../../src/core/reading';
import { findingWords } from '../../src/words/findings';
import { exceptionWords, VERDICT_SENTENCES } from '../../src/words/rules';
import { aBalance, assessed } from '../support/inputs';

export const table = (head: string[], rows: string[][]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
export const code = (text: string): string => `\`${text}\``;

const CONFIDENCE: Readonly<Record<Source['confidence'], string>> = {
  A: 'official AWS text',
  B: 'official text quoted elsewhere',
  C: 'third-party report: it only warns',
  D: 'inference: it only warns',
};

/** The list of all rules, and of what no rule sees. */
export const rulesPage = (): string =>
  [
    '# What credits do not cover',
    '',
    'One row for each rule; its page shows an example and the message. Confidence: A official AWS text · B official text',
    'quoted elsewhere · C third-party report · D inference. A and B may block; C and D warn until you set `uncertain: block`.',
    '',
    table(
      ['rule', 'policy', 'says', 'confidence', 'about'],
      rules.map((rule) => [
        `[${code(rule.id)}](rules/${rule.id}.md)`,
        code(rule.policy),
        rule.verdict,
        rule.confidence,
        rule.what,
      ]),
    ),
    '',
    '## Not checked',
    '',
    'What a plan alone does not show; reported as one line.',
    '',
    table(
      ['what', 'how to check', 'source'],
      notChecked.map((row) => [
        row.what,
        row.command === undefined ? row.check : `${code(row.command([{ id: 'ID', region: absent }]))}: ${row.check}`,
        `[${row.asOf}](${row.url})`,
      ]),
    ),
    '',
    '## Blind spots',
    '',
    'What no planned resource shows.',
    '',
    table(
      ['what', 'why', 'where to look'],
      blindSpots.map((spot) => [spot.what, spot.why, spot.look]),
    ),
    '',
  ].join('\n');

/** The page of one rule. */
export const rulePage = (rule: Rule): string =>
  [
    `# ${rule.id}`,
    '',
    rule.why,
    '',
    table(
      ['', ''],
      [
        ['about', rule.what],
        ['says', VERDICT_SENTENCES[rule.verdict]],
        ['fix', rule.remedy],
        ...covered(rule),
        ['policy', code(rule.policy)],
        ['source', `[${rule.asOf}](${rule.url}), confidence ${rule.confidence}: ${CONFIDENCE[rule.confidence]}`],
        ['reads', rule.types.map(code).join('<br>')],
      ],
    ),
    '',
    ...exampleLines(rule, 'Found', rule.examples.hit),
    ...exampleLines(rule, 'Found, but not certain', rule.examples.unknown),
    ...exampleLines(rule, 'Not found', rule.examples.miss),
  ].join('\n');

function covered(rule: Rule): string[][] {
  const words = exceptionWords(rule);
  return words === undefined ? [] : [['covered after all', words]];
}

function exampleLines(rule: Rule, title: string, example: Example | undefined): string[] {
  if (example === undefined) return [];
  const beside = (example.beside ?? []).map((other) => ['', 'beside', '', ...yamlOf(other)]);
  const message = example === rule.examples.miss ? undefined : messageFor(rule, example);
  return [
    `## ${title}`,
    '',
    ...yamlOf(example),
    ...beside.flat(),
    '',
    ...(message === undefined ? [] : [`> ${message}`, '']),
  ];
}

const yamlOf = ({ type, properties }: Example): string[] => [
  '```yaml',
  stringify({ type, properties }, { lineWidth: 110 }).trim().replaceAll(decidedLater, '# decided later'),
  '```',
];

/** What the product really says of it, with credits for all products on the account plan that the rule is about. */
function messageFor(rule: Rule, { type, properties, beside = [] }: Example): string | undefined {
  const plan = rule.verdict === 'ends-credits' ? 'FREE' : 'PAID';
  const { findings } = assessed({
    resources: [{ type, properties }, ...beside.map((other, index) => ({ ...other, name: `beside-${index}` }))],
    balance: aBalance(undefined, known(plan)),
    config: { program: 'other' },
  });
  const found = findings.find((finding) => finding.rule === rule.id);
  if (found === undefined) return undefined;
  const { headline, reason, remedy } = findingWords(found);
  return `**${found.level}** ${[`${headline}.`, reason, remedy].filter(Boolean).join(' ')}`;
}
