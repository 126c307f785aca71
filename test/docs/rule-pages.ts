import { stringify } from 'yaml';
import { blindSpots } from '../../src/core/coverage/blind-spots';
import { notChecked } from '../../src/core/coverage/not-checked';
import { PROGRAM_TERMS, REDEEMING } from '../../src/core/coverage/program-terms';
import type { Example, Rule, Source } from '../../src/core/coverage/rule';
import { ruleById, rules } from '../../src/core/coverage/rules';
import { PROGRAMS } from '../../src/core/credits/program';
import type { Finding } from '../../src/core/findings/finding';
import { DEFAULT_LEVELS, type PolicyName, STACK_POLICY } from '../../src/core/policy-names';
import { decidedLater } from '../../src/core/properties';
import { absent, known } from '../../src/core/reading';
import { ruleRows } from '../../src/reports/model/rule-rows';
import { findingWords } from '../../src/words/findings';
import { POLICY_WORDS } from '../../src/words/policies';
import { exceptionWords, VERDICT_SENTENCES } from '../../src/words/rules';
import { violationText } from '../../src/words/violation';
import { aBalance, aCredit, assessed, NOW } from '../support/inputs';

export const table = (head: string[], rows: string[][]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
export const code = (text: string): string => `\`${text}\``;

const CONFIDENCE: Readonly<Record<Source['confidence'], string>> = {
  A: 'official AWS text',
  B: 'official text quoted elsewhere',
  C: 'third-party report: it only warns',
  D: 'inference: it only warns',
};

/** The list of all rules. */
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
        `[${code(rule.policy)}](policies/${rule.policy}.md)`,
        rule.verdict,
        rule.confidence,
        rule.what,
      ]),
    ),
    '',
    '[What no rule sees](blind-spots.md), and what a plan alone does not show.',
    '',
  ].join('\n');

/** What the guard cannot see, in general and of a plan. */
export const blindSpotsPage = (): string =>
  [
    '# What it cannot see',
    '',
    'A plan shows what Pulumi is about to do, and nothing else. What is missing from a plan is counted in the report where that',
    'is possible, and is never taken for $0 or for covered. `credit-guard rules --blind-spots` prints the same.',
    '',
    '## Of any plan',
    '',
    table(
      ['what', 'why', 'where to look'],
      blindSpots.map((spot) => [spot.what, spot.why, spot.look]),
    ),
    '',
    '## Not checked, until you confirm it',
    '',
    'What a plan names and does not say everything about: a line "Not checked" in the report. Name the answer of the command',
    'under `confirmed:`; findings are then certain.',
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
    '## Of your account',
    '',
    '- Other spending: until you set `burn:`, the report says that it counts this plan alone.',
    '- What existed before, in the pack: a known id means "existing". `credit-guard check` on a preview sees both sides and reports',
    '  the change.',
    '- What `--target` leaves out, and what a stack only reads: counted, in no figure.',
    '- Real usage: an assumed range, until `usage:` says better. [What is assumed](resources.md).',
    '',
  ].join('\n');

/** Where credits come from: what `credit-guard programs` prints, with sources. */
export const programsPage = (): string =>
  [
    '# Programmes',
    '',
    'Where credits come from, and what that changes. The guard reads the programme from the description of a credit; where that',
    'names none, `program:` in `credit-guard.yaml` says it. [How credits work](credits.md) has what is common to all.',
    '',
    REDEEMING,
    '',
    ...PROGRAMS.flatMap((program) => {
      const { name, facts, effect, url, asOf, confidence } = PROGRAM_TERMS[program];
      return [
        `## ${program}`,
        '',
        `**${name}.** ${facts}`,
        '',
        `What it changes: ${effect}`,
        '',
        `Source: [${asOf}](${url}), confidence ${confidence}: ${CONFIDENCE[confidence]}.`,
        '',
      ];
    }),
  ].join('\n');

const LEVELS = { block: '`block` (Pulumi: `mandatory`)', warn: '`warn` (Pulumi: `advisory`)' };

/** The page of one policy: its rules or checks, and what it says of the first that it finds. */
export function policyPage(policy: PolicyName): string {
  const { title, about, remedy } = POLICY_WORDS[policy];
  const own = ruleRows().filter((row) => row.policy === policy);
  const [inTable, beside] = [own.filter(({ id }) => ruleById(id)), own.filter(({ id }) => !ruleById(id))];
  const settings = policy === STACK_POLICY ? 'policies-credit-outlook' : 'policies-every-policy';
  return [
    `# ${policy}`,
    '',
    `${title}. ${about}`,
    '',
    table(
      ['', ''],
      [
        [
          'level',
          `${LEVELS[DEFAULT_LEVELS[policy]]}, unless you set another: \`policies: { ${policy}: { level: warn } }\``,
        ],
        ['fix', remedy],
        ['settings', `[all of them](../settings.md#${settings})`],
        ['in the terminal', code(`credit-guard explain ${policy}`)],
      ],
    ),
    '',
    ...messageOf(policy),
    ...(inTable.length === 0
      ? []
      : [
          '## Rules',
          '',
          table(
            ['rule', 'about', 'confidence'],
            inTable.map(({ id, title: what, confidence }) => [
              `[${code(id)}](../rules/${id}.md)`,
              what,
              confidence ?? '',
            ]),
          ),
          '',
        ]),
    ...beside.flatMap(({ id, why, remedy: fix, level }) => [
      `## ${id}`,
      '',
      `${why} ${fix}`,
      '',
      `Level: ${LEVELS[level === 'block' ? 'block' : 'warn']} at most. \`credit-guard explain ${id} plan.json\` shows what it finds.`,
      '',
    ]),
  ].join('\n');
}

/** What `pulumi preview` prints of the first rule whose example is found, or of a stack whose credits run out soon. */
function messageOf(policy: PolicyName): string[] {
  const found = policy === STACK_POLICY ? endOfCredits() : ofExamples(policy);
  if (found === undefined) throw new Error(`Nothing that ${policy} finds.`);
  return ['## What it says', '', '```text', violationText([found], NOW, undefined), '```', ''];
}

function ofExamples(policy: PolicyName): Finding | undefined {
  const found = rules.flatMap((rule) =>
    rule.policy === policy && rule.examples.hit !== undefined ? (findingOf(rule, rule.examples.hit) ?? []) : [],
  );
  return found[0];
}

const endOfCredits = (): Finding | undefined =>
  assessed({
    resources: [{ type: 'aws:ec2/natGateway:NatGateway' }],
    balance: aBalance([aCredit({ remaining: '50' })]),
    config: { policies: { [STACK_POLICY]: { blockWithinDays: 60 } } },
  }).findings.find(({ rule }) => rule === 'runway');

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
        ['policy', `[${code(rule.policy)}](../policies/${rule.policy}.md)`],
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
function messageFor(rule: Rule, example: Example): string | undefined {
  const found = findingOf(rule, example);
  if (found === undefined) return undefined;
  const { headline, reason, remedy } = findingWords(found);
  return `**${found.level}** ${[`${headline}.`, reason, remedy].filter(Boolean).join(' ')}`;
}

function findingOf(rule: Rule, { type, properties, beside = [] }: Example): Finding | undefined {
  const plan = rule.verdict === 'ends-credits' ? 'FREE' : 'PAID';
  const { findings } = assessed({
    resources: [{ type, properties }, ...beside.map((other, index) => ({ ...other, name: `beside-${index}` }))],
    balance: aBalance(undefined, known(plan)),
    config: { program: 'other' },
  });
  return findings.find((finding) => finding.rule === rule.id);
}
