import type { Workspace } from '../../adapters/workspace';
import { assess } from '../../core/assess';
import type { Input } from '../../core/assessment';
import { type Instant, isoDay, wholeDays } from '../../core/instant';
import { dollarRange, dollars } from '../../core/money';
import type { Plan } from '../../core/plan';
import { creditsOf } from '../../reports/json';
import { documentText } from '../../reports/json-text';
import type { CreditRow, CreditState, CreditsPart } from '../../reports/model/credit-rows';
import { type Report, reportOf } from '../../reports/model/report';
import { Page } from '../../reports/terminal/page';
import { creditsCommand } from '../../words/aws-commands';
import { counted } from '../../words/text';
import { EXIT, type ExitCode } from '../exit-codes';
import { nowOf, openFor, type Sources } from '../gather';
import { InputError, type Io, write } from '../io';
import { wantsColour, widthOf } from '../terminal';

/** Shows the pool: each credit, what can be drawn of it, where it was read and how old it is. */
export async function credits(options: Sources & { readonly json: boolean }, io: Io): Promise<ExitCode> {
  const { now, clock } = nowOf(options, io);
  const report = reportWithoutPlan(await openFor(options, io), { now, clock });
  if (options.json) {
    await write(io.stdout, `${documentText(creditsOf(report.credits))}\n`);
    return report.credits.isKnown ? EXIT.fine : EXIT.usage;
  }
  if (!report.credits.isKnown) {
    throw new InputError(problemTexts(report.credits), howTo(now));
  }
  await write(io.stdout, `${linesOf(report, new Page(widthOf(io), wantsColour(io))).join('\n')}\n`);
  return EXIT.fine;
}

/** The same may be wrong with two things that were asked for, such as the credits and the burn. */
const problemTexts = ({ problems }: CreditsPart): string[] => [...new Set(problems.map(({ text }) => text))];

const howTo = (now: Instant): string[] => [
  ...creditsCommand(now)
    .split('\n')
    .map((line) => `  ${line}`),
  '  credit-guard credits --credits credits.json',
];

/** The flow with nothing planned: what is left of the credits is reckoned in one place. */
const reportWithoutPlan = ({ balance, settings, prices }: Workspace, clock: Pick<Input, 'now' | 'clock'>): Report =>
  reportOf(assess({ plan: NOTHING_PLANNED, balance, settings, prices, ...clock }));

const NOTHING_PLANNED: Plan = {
  stack: { organization: null, project: null, name: null },
  resources: [],
  before: undefined,
  external: new Map(),
  outside: new Map(),
  stackConfiguration: {},
  problems: [],
};

/** What is to be said of a balance without a plan. */
const ABOUT: ReadonlySet<string> = new Set(['input', 'figures', 'basis']);

function linesOf({ credits: part, notes, date }: Report, page: Page): string[] {
  const { usable, accountPlan, accountPlanEnds, rows } = part;
  const total = usable === undefined ? 'How much is usable is not known' : `${dollarRange(usable)} usable today`;
  const about = notes.filter(({ topic }) => ABOUT.has(topic)).map(({ text }) => text);
  return [
    ...page.wrap(`${page.colours.bold(total)}, from ${sourceWords(part, date)}`),
    ...(rows.length === 0 ? [] : ['', ...table(rows, page), '']),
    ...(accountPlan === undefined
      ? []
      : page.wrap(`The account is on the ${accountPlan} plan${endWords(accountPlanEnds, date)}.`)),
    ...about.flatMap((text) => page.hang('-', text)),
    ...problemTexts(part).flatMap((text) => page.hang(page.colours.yellow('!'), text)),
  ];
}

const endWords = (ends: Instant | undefined, now: Instant): string =>
  ends === undefined ? '' : `, which ${ends > now ? 'ends' : 'ended'} on ${isoDay(ends)}: AWS then closes the account`;

function table(rows: readonly CreditRow[], page: Page): string[] {
  const head = ['usable', 'expires', 'status', 'credit · what it covers'].map((title) => page.dim(title));
  const body = rows.map((credit) => [
    usableWords(credit),
    credit.ends === undefined ? 'no end date' : isoDay(credit.ends),
    statusWords(credit, page),
    `${credit.description}${page.dim(` · ${detailWords(credit)}`)}`,
  ]);
  return page.table([head, ...body], { align: ['right'], last: 'wrap' });
}

/** What can be drawn today; of a credit that waits or rests, what it holds. */
function usableWords({ state, usable, remaining }: CreditRow): string {
  if (remaining === undefined || usable === undefined) return 'not known';
  return state === 'usable' ? dollarRange(usable) : dollars(remaining);
}

const STATES: Readonly<Record<CreditState, string>> = {
  usable: 'usable',
  'not-started': 'not started',
  paused: 'paused',
  disabled: 'disabled',
  ended: 'expired',
  'used-up': 'used up',
  'not-in-usd': 'not in USD',
};

function statusWords({ state, starts, isEntitled }: CreditRow, { colours }: Page): string {
  if (state === 'not-started') return `from ${isoDay(starts)}`;
  if (state !== 'usable') return state === 'paused' ? colours.yellow(STATES[state]) : STATES[state];
  if (isEntitled === 'no') return colours.yellow('other account');
  return isEntitled === 'yes' ? colours.green(STATES.usable) : colours.yellow('perhaps usable');
}

/** `Amazon EC2, Amazon RDS and 3 more · activate · owner 111122223333` */
function detailWords(credit: CreditRow): string {
  const { program, owner, remaining, usable } = credit;
  const isDrawn =
    credit.state === 'usable' && remaining !== undefined && usable !== undefined && !usable.min.eq(remaining);
  return [
    productWords(credit),
    ...(program === undefined ? [] : [`programme ${program}`]),
    ...(owner === undefined ? [] : [`account ${owner}`]),
    ...(isDrawn ? [`${dollars(remaining)} when it was read`] : []),
  ].join(' · ');
}

function productWords({ products }: CreditRow): string {
  if (products === 'all') return 'every product';
  if (products === 'unlisted') return 'AWS does not say which products';
  const [first = '', second, ...others] = products;
  if (second === undefined) return first;
  return others.length === 0 ? `${first}, ${second}` : `${first}, ${second} and ${others.length} more`;
}

function sourceWords({ source, readAt, isFileTime }: CreditsPart, now: Instant): string {
  if (readAt === undefined) return source;
  const days = wholeDays(readAt, now);
  return `${source}, ${isFileTime ? 'file of' : 'read on'} ${isoDay(readAt)}${days > 0 ? ` (${counted(days, 'day')} ago)` : ''}`;
}
