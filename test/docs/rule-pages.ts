import { stringify } from 'yaml';
import { blindSpots } from '../../src/core/coverage/blind-spots';
import { notChecked } from '../../src/core/coverage/not-checked';
import { programs } from '../../src/core/coverage/programs';
import type { Example, Rule, Source, Verdict } from '../../src/core/coverage/rule';
import { rules } from '../../src/core/coverage/rules';
import { decidedLater } from '../../src/core/properties';
import { known } from '../../src/core/reading';
import { findingWords } from '../../src/words/findings';
import { aBalance, assessed } from '../support/inputs';

export const table = (head: string[], rows: string[][]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
export const code = (text: string): string => `\`${text}\``;

const SAYS: Readonly<Record<Verdict, string>> = {
  'not-covered': 'Credits do not cover it.',
  unknown: "AWS's terms don't say whether credits cover it.",
  'ends-credits': 'It forfeits credits.',
  'shares-credits': 'It changes whose bill credits apply to.',
  'hides-credits': 'It blinds a safeguard.',
  binds: 'Credits cover it like other usage, and it binds for longer than they may last.',
};

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
        [...(row.command === undefined ? [] : [code(row.command)]), row.check].join(': '),
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
        ['says', SAYS[rule.verdict]],
        ['fix', rule.remedy],
        ...(rule.judges === 'nothing' ? [] : [['covered after all', exceptionsOf(rule)]]),
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

function exceptionsOf({ verdict, coveredUnder = [], creditCanPay }: Rule): string {
  if (verdict === 'binds') return 'like other usage';
  const exceptions = [
    ...coveredUnder.map((program) => `under the terms of ${programs[program].name}`),
    ...(creditCanPay === 'product' ? ['by a credit that lists its product'] : []),
    ...(creditCanPay === 'marketplace' ? ['by a credit that names AWS Marketplace'] : []),
  ];
  return exceptions.length === 0 ? 'never' : exceptions.join(', or ');
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
