import type { Assessment } from '../core/assessment';
import { isoDay } from '../core/instant';
import { between, cents, dollarRange, type Range, sum, zero } from '../core/money';
import { windowFrom } from '../core/outlook/who-pays';
import type { Stack } from '../core/plan';
import { clean, counted, moreWords } from './text';

/** The verdict in one sentence or two: what a reader should know if they read nothing else. Names are cleaned. */
export function verdictSentence(assessment: Assessment): string {
  const parts = [findingWords(assessment), moneyWords(assessment)].filter(Boolean);
  return `${titleOf(assessment)}: ${parts.map(capital).join(' ')}`;
}

/** `shop/dev`, or `3 stacks`. */
export const titleOf = ({ stack, stacks }: Pick<Assessment, 'stack' | 'stacks'>): string =>
  stacks.length === 1 ? stackName(stack) : counted(stacks.length, 'stack');

/** `project/stack`, as Pulumi prints it. */
export function stackName({ organization, project, name: stack }: Stack): string {
  const names = [organization, project, stack].filter((name) => name !== null);
  return names.length === 0 ? 'This plan' : clean(names.join('/'), 120);
}

function findingWords({ verdict: { findings } }: Assessment): string {
  const { block, warn } = findings;
  const blocks = `${counted(block, 'finding')} ${block === 1 ? 'blocks' : 'block'}`;
  if (block > 0) return warn > 0 ? `${blocks}, ${counted(warn, 'warning')}.` : `${blocks}.`;
  return warn > 0 ? `${counted(warn, 'warning')}.` : '';
}

function moneyWords(assessment: Assessment): string {
  const { verdict, estimate, outlook, balance, isPartial } = assessment;
  if (estimate.resources.total === 0)
    return accountWords(isPartial ? 'no AWS resource could be read.' : 'no AWS resource is planned.', assessment);
  const { monthly, once } = estimate;
  const total = amounts(monthly.total, once.total, isPartial);
  if (total === undefined) return estimate.complete ? freeWords(assessment) : 'the cost is not known.';
  if (balance.credits.state === 'unknown') {
    const cash = amounts(monthly.cash, once.cash, isPartial);
    return `${total}${cash === undefined ? '' : `; you pay ${cash} of it`}; what credits cover is not known.`;
  }
  if (verdict.status === 'within-credits') {
    const others = outlook.burn === undefined ? ', if nothing else uses them' : '';
    return `within credits${untilWords(assessment)}${others}: ${total}${moreWords(outlook.moreFrom)}.`;
  }
  const cash = amounts(monthly.cash, once.cash, isPartial);
  const covered = amounts(monthly.covered, once.covered, isPartial);
  const unknown = amounts(monthly.unknown, once.unknown, isPartial);
  return [
    cash === undefined ? (verdict.isCashOfUnknownAmount ? UNKNOWN_CASH : '') : `You pay ${cash}.`,
    covered === undefined
      ? // What may be covered is not called nothing.
        unknown === undefined
        ? 'Credits cover nothing.'
        : ''
      : `Credits cover ${covered}${moreWords(outlook.moreFrom)}${untilWords(assessment)}.`,
    unknown === undefined ? '' : `Whether credits cover ${unknown} is not known.`,
  ]
    .filter(Boolean)
    .join(' ');
}

function freeWords(assessment: Assessment): string {
  const { isCashOfUnknownAmount, status } = assessment.verdict;
  if (isCashOfUnknownAmount) return UNKNOWN_CASH;
  return status === 'within-credits' ? 'it adds no cost.' : accountWords('it adds no cost.', assessment);
}

const UNKNOWN_CASH = 'You pay charges whose amount is not known.';

/** A plan that adds nothing has the verdict of what the account spends already. */
function accountWords(nothing: string, { outlook: { burn, now, cheap, dear }, balance }: Assessment): string {
  if (burn === undefined) return nothing;
  const [least, most] = [cheap, dear].map((ledger) => [...ledger.accrued(now, windowFrom(now)).values()]);
  const range = (part: 'charged' | 'covered' | 'cash' | 'unknown'): Range => {
    const [a, b] = [least, most].map((splits) => sum((splits ?? []).map((split) => split[part])));
    return { min: a ?? zero, max: b ?? zero };
  };
  const spends = `${nothing} The account spends ${dollarRange(range('charged'))} in the next 30 days`;
  if (balance.credits.state === 'unknown') return `${spends}; what credits cover is not known.`;
  const unknown = range('unknown');
  const open = isSome(unknown) ? ` Whether credits cover ${inOrder(unknown)} is not known.` : '';
  return `${spends}: credits cover ${inOrder(range('covered'))}, you pay ${inOrder(range('cash'))}.${open}`;
}

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

const isSome = ({ min, max }: Range): boolean => cents(max).gt(zero) || cents(min).gt(zero);

/** What credits cover may be less at the dear end: the smaller figure goes first. */
const inOrder = ({ min, max }: Range): string => dollarRange(between(min, max));

/** `$1,314.00 once and $20.00 a month or more`; undefined when there is neither. */
function amounts(monthly: Range, once: Range, isPartial: boolean): string | undefined {
  const parts = [
    isSome(once) ? `${inOrder(once)} once` : undefined,
    isSome(monthly) ? `${inOrder(monthly)} a month` : undefined,
  ].filter((part) => part !== undefined);
  return parts.length === 0 ? undefined : `${parts.join(' and ')}${isPartial ? ' or more' : ''}`;
}

/** ` until 2027-05-12 at the earliest`; empty when credits last. */
function untilWords({ verdict: { coveredUntil }, isPartial }: Assessment): string {
  if (coveredUntil === undefined) return '';
  const { at, latest } = coveredUntil;
  const [first, last] = [isoDay(at), latest === undefined ? undefined : isoDay(latest)];
  if (!isPartial) return ` until ${first}${first === last ? '' : ' at the earliest'}`;
  // What is in no figure may bring each of the two days nearer.
  if (last === undefined) return `, perhaps only until ${first} or sooner`;
  return ` until ${last} at the latest${first === last ? '' : ` (perhaps ${first} or sooner)`}`;
}
