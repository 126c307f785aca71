import { blindSpots } from '../../core/coverage/blind-spots';
import { generalCheck, notChecked } from '../../core/coverage/not-checked';
import type { Rule } from '../../core/coverage/rule';
import { ruleById, rules as table } from '../../core/coverage/rules';
import { DEFAULT_LEVELS, POLICIES, type PolicyName } from '../../core/policy-names';
import { decidedLater } from '../../core/properties';
import { type RuleRow, ruleRows } from '../../reports/model/rule-rows';
import { Page } from '../../reports/terminal/page';
import { shortType } from '../../words/findings';
import { POLICY_WORDS } from '../../words/policies';
import { exceptionWords, VERDICT_WORDS } from '../../words/rules';
import { suggestion } from '../../words/suggestion';
import { counted, sourceNote } from '../../words/text';
import { EXIT, type ExitCode } from '../exit-codes';
import { InputError, type Io, write } from '../io';
import { wantsColour, widthOf } from '../terminal';

export interface RulesOptions {
  readonly blindSpots: boolean;
  readonly json: boolean;
}

/** The eligibility table, one row of it, a policy or one of its checks, or what no row can see. */
export async function rules(id: string | undefined, options: RulesOptions, io: Io): Promise<ExitCode> {
  const page = new Page(widthOf(io), wantsColour(io));
  const shown = id === undefined ? undefined : named(id);
  const lines = options.json
    ? [JSON.stringify(documentOf(shown, options.blindSpots), null, 2)]
    : options.blindSpots
      ? blindSpotLines(page)
      : shown === undefined
        ? listLines(page)
        : linesAbout(shown, page);
  await write(io.stdout, `${lines.join('\n')}\n`);
  return EXIT.fine;
}

/** What somebody may ask about by its name: what a message names as its rule or its policy. */
export type Asked =
  | { readonly rule: Rule }
  | { readonly policy: PolicyName }
  /** A check, or what is beside the table. */
  | { readonly row: RuleRow };

export function askedAbout(id: string): Asked | undefined {
  const rule = ruleById(id);
  if (rule !== undefined) return { rule };
  const policy = POLICIES.find((name) => name === id);
  if (policy !== undefined) return { policy };
  const row = ruleRows().find((one) => one.id === id);
  return row === undefined ? undefined : { row };
}

/** Every name that `askedAbout` knows. */
export const names = (): string[] => [...POLICIES, ...ruleRows().map(({ id }) => id)];

const idsOf = (policy: PolicyName): string[] =>
  ruleRows()
    .filter((row) => row.policy === policy)
    .map(({ id }) => id);

/** The rules and checks that it stands for. */
export function idsIn(asked: Asked): readonly string[] {
  if ('rule' in asked) return [asked.rule.id];
  return 'policy' in asked ? idsOf(asked.policy) : [asked.row.id];
}

function named(id: string): Asked {
  const found = askedAbout(id);
  if (found !== undefined) return found;
  throw new InputError([
    `${id}: no such rule or policy${suggestion(id, names())} \`credit-guard rules\` lists the rules.`,
  ]);
}

export function linesAbout(asked: Asked, page: Page): string[] {
  if ('rule' in asked) return ruleLines(asked.rule, page);
  return 'policy' in asked ? policyLines(asked.policy, page) : rowLines(asked.row, page);
}

function documentOf(shown: Asked | undefined, onlyBlindSpots: boolean): unknown {
  if (onlyBlindSpots) {
    return { blindSpots, notChecked: notChecked.map((row) => ({ ...row, check: generalCheck(row) })) };
  }
  if (shown === undefined) return table.map(plainRule);
  if ('rule' in shown) return plainRule(shown.rule);
  return 'row' in shown
    ? shown.row
    : {
        id: shown.policy,
        ...POLICY_WORDS[shown.policy],
        level: DEFAULT_LEVELS[shown.policy],
        rules: idsOf(shown.policy),
      };
}

/** Functions have no place in a document, nor have the markers of an example. */
const plainRule = ({ find: _, examples: __, ...rule }: Rule) => rule;

function listLines(page: Page): string[] {
  const rows = table.map((rule) => [rule.id, VERDICT_WORDS[rule.verdict], rule.confidence, rule.what]);
  const head = ['rule', 'says', '', 'about'].map((title) => page.dim(title));
  return [
    ...page.table([head, ...rows], { last: 'wrap', indent: 0 }),
    '',
    ...page.wrap(
      `${counted(table.length, 'rule')}. Confidence: A official AWS text · B quoted elsewhere · C third-party report · D inference. A and B may block, C and D only warn. \`credit-guard rules ID\` explains one; --blind-spots lists what no rule can see.`,
    ),
  ];
}

/** A policy: what it is about, what it may do, its rules. */
function policyLines(policy: PolicyName, page: Page): string[] {
  const { about, remedy } = POLICY_WORDS[policy];
  return factLines(
    policy,
    [
      ['about', about],
      ['fix', remedy],
      ['level', `${DEFAULT_LEVELS[policy]}, unless you set another`],
      ['rules', idsOf(policy).join(', ')],
    ],
    page,
  );
}

/** A check of the whole stack, or what is beside the table. */
const rowLines = ({ id, why, remedy, policy, level }: RuleRow, page: Page): string[] =>
  factLines(
    id,
    [
      ['about', why],
      ['fix', remedy],
      ['policy', policy],
      ['level', `${level}, unless you set another`],
    ],
    page,
  );

const factLines = (title: string, facts: readonly (readonly [string, string])[], page: Page): string[] => [
  page.heading(title),
  ...page.table(
    facts.map(([name, text]) => [page.dim(name), text]),
    { last: 'wrap' },
  ),
];

/** One row of the table in full. */
function ruleLines(rule: Rule, page: Page): string[] {
  const exceptions = exceptionWords(rule);
  const facts: [string, string][] = [
    ['says', `${VERDICT_WORDS[rule.verdict]}: ${rule.what}`],
    ['why', rule.why],
    ['fix', rule.remedy],
    ...(exceptions === undefined ? [] : [['covered', exceptions] as [string, string]]),
    ['policy', rule.policy],
    ['reads', rule.types.map(shortType).join(', ')],
    ['finds', exampleOf(rule)],
  ];
  return [
    ...factLines(rule.id, facts, page),
    ...page.wrap(page.dim(`${sourceNote(rule)} confidence ${rule.confidence}`), 2),
  ];
}

/** The example on one line: its type and what it sets. */
function exampleOf({ examples: { hit, unknown, miss } }: Rule): string {
  const { type, properties } = hit ?? unknown ?? miss;
  return `${shortType(type)} ${JSON.stringify(properties, (_, value) => (value === decidedLater ? '(decided later)' : value))}`;
}

function blindSpotLines(page: Page): string[] {
  const spots = blindSpots.flatMap(({ what, why, look }) => [
    ...page.wrap(page.colours.bold(what)),
    ...page.wrap(`${why} See: ${look}.`, 2),
  ]);
  const open = notChecked.flatMap((row) => [
    ...page.wrap(page.colours.bold(`${row.what.charAt(0).toUpperCase()}${row.what.slice(1)}`)),
    ...page.wrap(`The report counts them. To check: ${generalCheck(row)}.`, 2),
  ]);
  return [
    page.heading('What no plan shows'),
    '',
    ...spots,
    '',
    page.heading('What a plan alone cannot prove'),
    '',
    ...open,
  ];
}
