import type { Assessment } from '../../core/assess';
import { type Credit, isAlive } from '../../core/credits/credit';
import { isoDay } from '../../core/instant';
import { cents, dollarRange, dollars, type Range, sum, zero } from '../../core/money';
import type { Outlook } from '../../core/outlook/outlook';
import { usableNow } from '../../core/outlook/pool';
import { clean, counted } from '../../words/text';
import { isComplete } from '../verdict';
import { chartLines } from './chart';
import type { Page } from './page';

const MOST_CREDITS = 6;

/** What credits there are, how fast this plan uses them, when they end, and the months until then. */
export function outlookLines(assessment: Assessment, page: Page): string[] {
  const { balance, outlook, now } = assessment;
  if (balance.credits.state === 'unknown') {
    return page.wrap('How much credit is left is not known, so nothing can be said about how long it lasts.', 2);
  }
  const alive = balance.credits.value.filter((credit) => isAlive(credit, now));
  const facts = [
    ['Usable today', usableWords(assessment)],
    ...(outlook === undefined ? [] : outlookFacts(outlook, assessment, page)),
  ];
  return [
    ...page.table(facts, { wrapLast: true }),
    ...creditLines(alive, page),
    ...(outlook === undefined ? [] : ['', ...chartLines(outlook.fast.months, page)]),
  ];
}

function usableWords({ balance, now }: Assessment): string {
  const usable = usableNow(balance, now);
  const readAt = balance.readAt === undefined ? '' : `, read on ${isoDay(balance.readAt)}`;
  const amount = usable.state === 'known' ? dollars(usable.value) : `not known: ${clean(usable.because)}`;
  return `${amount} (${clean(balance.source)}${readAt})`;
}

function outlookFacts(outlook: Outlook, assessment: Assessment, { colours }: Page): string[][] {
  const { burn, fast, slow, expiresAt } = outlook;
  const atLeast = isComplete(assessment) ? '' : 'at least ';
  const facts = [['Pace', `${atLeast}${dollarRange(burn)} a month of what credits pay`]];
  if (fast.exhaustedAt !== undefined) {
    const [earliest, latest] = [
      isoDay(fast.exhaustedAt),
      slow.exhaustedAt === undefined ? undefined : isoDay(slow.exhaustedAt),
    ];
    const words =
      latest === undefined
        ? `${earliest} at the earliest`
        : latest === earliest
          ? earliest
          : `between ${earliest} and ${latest}`;
    facts.push(['Used up', colours.yellow(words)]);
  }
  facts.push(['Last credit ends', expiresAt === undefined ? 'no credit names an end' : isoDay(expiresAt)]);
  const lost: Range = { min: lostIn(fast), max: lostIn(slow) };
  if (cents(lost.max).gt(zero))
    facts.push(['Lost unused', cents(lost.min).eq(zero) ? `up to ${dollars(lost.max)}` : dollarRange(lost)]);
  return facts;
}

const lostIn = ({ months }: Outlook['fast']) => sum(months.map((month) => month.forfeited));

function creditLines(alive: readonly Credit[], page: Page): string[] {
  if (alive.length === 0) return [];
  const bySoonestEnd = [...alive].sort(
    (a, b) => (a.ends ?? Number.POSITIVE_INFINITY) - (b.ends ?? Number.POSITIVE_INFINITY),
  );
  const rows = bySoonestEnd
    .slice(0, MOST_CREDITS)
    .map(({ remaining, ends, description }) => [
      remaining.state === 'known' ? dollars(remaining.value) : 'not known',
      ends === undefined ? 'no end' : `until ${isoDay(ends)}`,
      clean(description, 120),
    ]);
  const more = alive.length - MOST_CREDITS;
  return [
    '',
    ...page.table(rows, { align: ['right'], wrapLast: true }),
    ...(more > 0 ? page.wrap(`… and ${counted(more, 'more credit')}; \`credit-guard credits\` lists all.`, 2) : []),
  ];
}
