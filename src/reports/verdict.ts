import type { Assessment } from '../core/assess';
import { type Instant, isoDay } from '../core/instant';
import { addRanges, cents, dollarRange, type Range, ratio, type Usd, zero } from '../core/money';
import type { Level } from '../core/policies';
import { clean, counted } from '../words/text';

/**
 * The one word for an assessment. `within-credits` is a promise: everything is priced, the balance is known and in
 * order, and credits pay all of it. Anything less has a name of its own.
 */
export type Status =
  | 'nothing-planned'
  | 'within-credits'
  | 'cash'
  | 'coverage-unknown'
  | 'estimate-incomplete'
  | 'balance-in-doubt'
  | 'balance-unknown';

export interface Verdict {
  readonly status: Status;
  /** One sentence or two, in plain text: what a reader should know if they read nothing else. */
  readonly headline: string;
  readonly findings: Readonly<Record<Level, number>>;
}

export function verdictOf(assessment: Assessment): Verdict {
  const status = statusOf(assessment);
  const findings = countLevels(assessment);
  const parts = [findingWords(findings), moneyWords(assessment, status)].filter(Boolean);
  return { status, findings, headline: `${stackName(assessment)}: ${parts.join(' ')}` };
}

/** `project/stack`, as Pulumi prints it. */
export function stackName({ stack }: Pick<Assessment, 'stack'>): string {
  const names = [stack.organization, stack.project, stack.name].filter((name) => name !== null);
  return names.length === 0 ? 'This plan' : clean(names.join('/'), 120);
}

/** Nothing to tell but that all is well. */
export const isAllWell = ({ status }: Verdict, { findings, problems }: Assessment): boolean =>
  status === 'within-credits' && findings.length === 0 && problems.length === 0;

/** Is every amount in it? A step that could not be read is missing as much as a price is; a mere note leaves nothing out. */
export const isComplete = ({ estimate, problems }: Assessment): boolean =>
  estimate.complete && problems.every(({ level }) => level === 'info');

function statusOf(assessment: Assessment): Status {
  const { estimate, balance, outlook } = assessment;
  if (estimate.resources.total === 0 && isComplete(assessment)) return 'nothing-planned';
  if (balance.credits.state === 'unknown' || outlook === undefined) return 'balance-unknown';
  if (!isComplete(assessment)) return 'estimate-incomplete';
  if (isSome(cashOf(assessment)) || outlook.fast.exhaustedAt !== undefined) return 'cash';
  if (isSome(estimate.monthly.unknown) || isSome(estimate.once.unknown)) return 'coverage-unknown';
  return balance.problems.length > 0 ? 'balance-in-doubt' : 'within-credits';
}

const isSome = ({ max }: Range): boolean => cents(max).gt(zero);

const cashOf = ({ estimate }: Assessment): Range => addRanges(estimate.monthly.cash, estimate.once.cash);

function countLevels({ findings }: Assessment): Record<Level, number> {
  const counts = { block: 0, warn: 0, info: 0 };
  for (const { level } of findings) counts[level]++;
  return counts;
}

function findingWords({ block, warn }: Readonly<Record<Level, number>>): string {
  if (block > 0 && warn > 0)
    return `${counted(block, 'finding')} ${block === 1 ? 'blocks' : 'block'}, ${warn} warn${warn === 1 ? 's' : ''}.`;
  if (block > 0) return `${counted(block, 'finding')} ${block === 1 ? 'blocks' : 'block'}.`;
  return warn > 0 ? `${counted(warn, 'warning')}.` : '';
}

function moneyWords(assessment: Assessment, status: Status): string {
  const { estimate } = assessment;
  if (status === 'nothing-planned') return 'no AWS resource is planned, so there is nothing to pay.';
  const atLeast = isComplete(assessment) ? '' : 'at least ';
  const total = amounts(estimate.monthly.total, estimate.once.total) ?? '$0.00 a month';
  if (status === 'balance-unknown') return sentence(`${atLeast}${total}; what credits pay of it is not known`);
  if (status === 'within-credits') {
    if (!isSome(estimate.monthly.total) && !isSome(estimate.once.total)) return 'within credits. It costs nothing.';
    return `within credits. ${total}, all paid by credits${untilWords(assessment)}${othersWords(assessment)}.`;
  }
  const cash = amounts(estimate.monthly.cash, estimate.once.cash);
  const cashWords = cash === undefined ? 'no cash found' : `${atLeast}${cash} in cash`;
  const paid = amounts(estimate.monthly.covered, estimate.once.covered);
  const paidWords =
    paid === undefined ? 'credits pay nothing of it' : `credits pay ${atLeast}${paid}${untilWords(assessment)}`;
  const open = amounts(estimate.monthly.unknown, estimate.once.unknown);
  const openWords = open === undefined ? '' : `; who pays ${atLeast}${open} is not known`;
  return sentence(`${cashWords}; ${paidWords}${openWords}`);
}

/** The outlook says so in full: without the account's burn nobody knows what else draws on the credits. */
const othersWords = ({ outlook }: Assessment): string =>
  outlook?.assumptions.some((line) => line.startsWith('Other spending')) ? ', if nothing else uses them' : '';

const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;

/** `$20.00 a month and $1,314.00 once`; undefined when there is neither. */
function amounts(monthly: Range, once: Range): string | undefined {
  const parts = [
    isSome(once) ? `${dollarRange(once)} once` : undefined,
    isSome(monthly) ? `${dollarRange(monthly)} a month` : undefined,
  ].filter((part) => part !== undefined);
  return parts.length === 0 ? undefined : parts.join(' and ');
}

function untilWords(assessment: Assessment): string {
  const end = coverageEnd(assessment);
  if (end === undefined) return '';
  const { outlook } = assessment;
  const isRough = end === outlook?.fast.exhaustedAt && outlook.slow.exhaustedAt !== end;
  return ` until ${isoDay(end)}${isRough ? ' at the earliest' : ''}`;
}

/** The first moment at which credits stop paying something that they pay now: used up, or a credit ends. */
export function coverageEnd({ outlook, balance, estimate }: Assessment): Instant | undefined {
  if (outlook === undefined || balance.credits.state === 'unknown') return undefined;
  const ends = balance.credits.value.flatMap(({ ends }) => (ends === undefined ? [] : [ends]));
  const { months, exhaustedAt } = outlook.fast;
  // The share that credits leave open grows in the month in which a credit that mattered has ended.
  let lowest = openShare({ charged: estimate.monthly.total.max, covered: estimate.monthly.covered.max });
  const turn = months.find((month) => {
    const share = openShare(month);
    const grows = share > lowest + 1e-9 && ends.some((end) => isIn(end, month));
    if (month !== months[0]) lowest = Math.min(lowest, share);
    return grows && !(month === months[0] && cents(estimate.once.cash.max).gt(zero));
  });
  const ended = turn === undefined ? [] : ends.filter((end) => isIn(end, turn));
  const moments = [...ended, outlook.expiresAt, exhaustedAt].filter((moment) => moment !== undefined);
  return moments.length === 0 ? undefined : Math.min(...moments);
}

const openShare = ({ charged, covered }: { charged: Usd; covered: Usd }): number =>
  ratio(charged.minus(covered), charged);

const isIn = (moment: Instant, { from, to }: { from: Instant; to: Instant }): boolean => moment >= from && moment <= to;
