import type { Source } from '../core/coverage/rule';
import { type Instant, isoDay } from '../core/instant';
import { dollarRange, dollars, type Range, zero } from '../core/money';

/**
 * Everything a person reads goes through here once: names and messages are data, not control sequences or markup. Control
 * characters, marks that turn the direction of text, and line breaks that only some programs know.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: removing control characters is the point
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/g;

/** What GitHub (`::error::`, `##[group]`), Azure (`##vso[…]`) and TeamCity take for a command when it stands in a log. */
const LOG_COMMAND = /(?<=^|\s):(?=:)|#(?=#\w*\[)/g;

const PLAIN_WORD = /^[\w./-]+$/;

/** One line of plain text: control, direction and line characters become blanks; long text is cut. */
export function clean(text: string, longest = 400): string {
  // Most names are a word: a plan of thousands has as many.
  if (text.length <= longest && PLAIN_WORD.test(text)) return text;
  const line = text.replace(CONTROL, ' ').replace(/ {2,}/g, ' ').trim().replace(LOG_COMMAND, '$& ');
  return line.length > longest ? `${line.slice(0, longest - 1)}…` : line;
}

/** Text with what `clean` would change put another way, for a language that can write any character by its number. */
export const escaped = (text: string, put: (character: string) => string): string =>
  text.replace(LOG_COMMAND, put).replace(CONTROL, put);

/** `(https://aws.amazon.com/awscredits/, as of 2024-12-16)`, with a word of warning for what is not official. */
export function sourceNote({ url, asOf, confidence }: Source): string {
  const doubt = confidence === 'A' || confidence === 'B' ? '' : ', not confirmed by AWS';
  return `(${url}, as of ${asOf}${doubt})`;
}

/** `$1,314.00 upfront`, `$12.00–$48.00 a month`, `Up to $48.00 a month`. */
export function amountWords(usd: Range, kind: string, per: 'month' | 'once'): string {
  const when = kind === 'upfront' ? 'upfront' : per === 'once' ? 'once' : 'a month';
  if (usd.min.eq(zero) && usd.max.gt(zero)) return `Up to ${dollars(usd.max)} ${when}`;
  return `${dollarRange(usd)} ${when}`;
}

/** "1 resource", "3 resources". */
export const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

/** As many lines as somebody reads, and how many there are besides: a file with a fault repeats it ten thousand times. */
export function atMost(lines: readonly string[], most: number): readonly string[] {
  if (lines.length <= most) return lines;
  return [...lines.slice(0, most), `… and ${lines.length - most} more lines of this kind.`];
}

/** `8.25 %` of a share between 0 and 1. */
export const percent = (share: number): string => `${Number((share * 100).toFixed(2))} %`;

/** After what an account draws on credits a month: others draw on them too. */
export const plusOthers = (drawn: Range): string =>
  drawn.max.eq(zero) ? '' : `, plus ${dollarRange(drawn)} by other accounts`;

/** After a monthly amount: a charge begins later. */
export const moreWords = (from: Instant | undefined): string =>
  from === undefined ? '' : ` (and more from ${isoDay(from)})`;

/** "is" or "are", as the count wants it. */
export const are = (count: number): string => (count === 1 ? 'is' : 'are');

/** The first few names, and how many there are besides: "a, b and 3 more". */
export function someOf(names: readonly string[], most = 5): string {
  const more = names.length - most;
  return more > 0 ? `${names.slice(0, most).join(', ')} and ${more} more` : names.join(', ');
}
