import { blindSpots } from '../../core/coverage/blind-spots';
import { generalCheck, notChecked } from '../../core/coverage/not-checked';
import type { Rule } from '../../core/coverage/rule';
import { ruleById, rules as table } from '../../core/coverage/rules';
import { decidedLater } from '../../core/properties';
import { Page } from '../../reports/terminal/page';
import { shortType } from '../../words/findings';
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

/** The eligibility table, one row of it, or what no row can see. */
export async function rules(id: string | undefined, options: RulesOptions, io: Io): Promise<ExitCode> {
  const page = new Page(widthOf(io), wantsColour(io));
  const shown = id === undefined ? undefined : ruleNamed(id);
  const lines = options.json
    ? [JSON.stringify(documentOf(shown, options.blindSpots), null, 2)]
    : options.blindSpots
      ? blindSpotLines(page)
      : shown === undefined
        ? listLines(page)
        : ruleLines(shown, page);
  await write(io.stdout, `${lines.join('\n')}\n`);
  return EXIT.fine;
}

function ruleNamed(id: string): Rule {
  const rule = ruleById(id);
  if (rule !== undefined) return rule;
  const ids = table.map((one) => one.id);
  throw new InputError([`${id}: no such rule${suggestion(id, ids)} \`credit-guard rules\` lists all.`]);
}

function documentOf(shown: Rule | undefined, onlyBlindSpots: boolean): unknown {
  if (onlyBlindSpots) {
    return { blindSpots, notChecked: notChecked.map((row) => ({ ...row, check: generalCheck(row) })) };
  }
  return shown === undefined ? table.map(plainRule) : plainRule(shown);
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

/** One row of the table in full. */
export function ruleLines(rule: Rule, page: Page): string[] {
  const exceptions = exceptionWords(rule);
  const facts = [
    ['says', `${VERDICT_WORDS[rule.verdict]}: ${rule.what}`],
    ['why', rule.why],
    ['fix', rule.remedy],
    ...(exceptions === undefined ? [] : [['covered', exceptions]]),
    ['policy', rule.policy],
    ['reads', rule.types.map(shortType).join(', ')],
    ['finds', exampleOf(rule)],
  ];
  return [
    page.heading(rule.id),
    ...page.table(
      facts.map(([title = '', text = '']) => [page.dim(title), text]),
      { last: 'wrap' },
    ),
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
