import { isoDay } from '../core/instant';
import { dollarRange, dollars, type Range, zero } from '../core/money';
import { moreWords, plusOthers } from '../words/text';
import { aMonth, dayWords } from './amounts';
import type { CreditsPart } from './model/credit-rows';
import type { Forecast } from './model/forecast';
import type { Report } from './model/report';

/** A title and what is said of it. */
export type Fact = readonly [title: string, words: string];
type Highlight = (text: string) => string;

/** What can be drawn, how fast, and when it ends. `highlight` marks the days and amounts that end something. */
export function outlookFacts(
  { credits, forecast }: Pick<Report, 'credits' | 'forecast'>,
  highlight: Highlight = (text) => text,
): readonly Fact[] {
  return forecast === undefined ? [] : [['Usable today', usableWords(credits)], ...facts(forecast, credits, highlight)];
}

export const NO_BALANCE = 'The credit balance is not known, so nothing can be said about how long it lasts.';

function usableWords({ usable, source, readAt, isFileTime }: CreditsPart): string {
  const read = readAt === undefined ? '' : `, ${isFileTime ? 'file of' : 'read on'} ${isoDay(readAt)}`;
  return `${usable === undefined ? 'not known' : dollarRange(usable)} (${source}${read})`;
}

function facts(forecast: Forecast, credits: CreditsPart, highlight: Highlight): Fact[] {
  const { coverable, drawnByOthers, moreFrom, runway, runwayAtLatest, lastEnd, forfeited, isBurnKnown, isPartial } =
    forecast;
  const isClosed = runway.because === 'account-closes';
  const title = runway.because === 'used-up' ? 'Run out' : isClosed ? 'Account closes' : 'Coverage ends';
  // The expiry of the last credit has a line of its own.
  const ends =
    runway.at === undefined || runway.days === 0 || (runway.at === lastEnd && !isClosed)
      ? []
      : [[title, highlight(between(runway.at, runwayAtLatest, isPartial))] as const];
  const loss = lossWords(forfeited, isPartial || !isBurnKnown);
  const lost = forfeited.max.gt(zero) ? `; ${loss} ${highlight('expires unused')}` : '';
  return [
    [
      'Credit use',
      isBurnKnown || coverable.max.gt(zero) || coverable.isPartial
        ? `${aMonth(coverable)}${moreWords(moreFrom)}${plusOthers(drawnByOthers)}`
        : 'none by this plan; other spending is not known',
    ],
    ...ends,
    ['Last expiry', `${lastEnd === undefined ? noEnd(credits) : isoDay(lastEnd)}${lost}`],
  ];
}

/** Why there is no last expiry: a credit that is used up has an end date all the same. */
function noEnd({ usable, rows }: CreditsPart): string {
  if (usable?.max.lte(zero) === true) return 'no credit is left';
  const hasEnd = rows.some(({ state, ends }) => state === 'usable' && ends !== undefined);
  return hasEnd ? 'none: one credit or more has no end date' : 'no credit has an end date';
}

/** `between 2027-05-12 and 2027-11-08 at the latest` */
function between(earliest: number, latest: number | undefined, isPartial: boolean): string {
  if (latest === undefined || isoDay(earliest) === isoDay(latest)) return dayWords(earliest, latest, isPartial);
  return `between ${isoDay(earliest)} and ${isoDay(latest)}${isPartial ? ' at the latest' : ''}`;
}

const lossWords = ({ min, max }: Range, isPartial: boolean): string =>
  isPartial || min.lte(zero)
    ? `up to ${dollars(max)}`
    : dollarRange(min.lte(max) ? { min, max } : { min: max, max: min });
