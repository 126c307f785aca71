import type { Source } from '../coverage/rule';
import { dollarRange, dollars, type Range, zero } from '../money';
import type { Finding } from './finding';

/** Everything a person reads goes through here once: names and messages are data, not control sequences or markup. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: removing control characters is the point
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

/** What GitHub (`::error::`, `##[group]`), Azure (`##vso[…]`) and TeamCity take for a command when it stands in a log. */
const LOG_COMMAND = /(?<=^|\s):(?=:)|#(?=#\w*\[)/g;

/** One line of plain text: control, direction and line characters become blanks; long text is cut. */
export function clean(text: string, longest = 400): string {
  const line = text.replace(CONTROL, ' ').replace(/ {2,}/g, ' ').trim().replace(LOG_COMMAND, '$& ');
  return line.length > longest ? `${line.slice(0, longest - 1)}…` : line;
}

/** `(https://aws.amazon.com/awscredits/, as of 2024-12-16)`, with a word of warning for what is not official. */
export function sourceNote({ url, asOf, confidence }: Source): string {
  const doubt = confidence === 'A' || confidence === 'B' ? '' : ', not confirmed by AWS';
  return `(${url}, as of ${asOf}${doubt})`;
}

/** The whole message: what and how much, why, source, what to do. */
export function messageOf({
  headline,
  reason,
  remedy,
  source,
}: Pick<Finding, 'headline' | 'reason' | 'remedy' | 'source'>): string {
  const why = source === null ? reason : `${withoutStop(reason)} ${sourceNote(source)}.`;
  return [`${headline}.`, why, remedy].filter(Boolean).join(' ');
}

const withoutStop = (sentence: string): string => sentence.replace(/\.$/, '');

/** `$1,314.00 upfront`, `$12.00–$48.00 a month`, `An amount that is not known`. */
export function amountWords(usd: Range | null, kind: string, per: 'month' | 'once'): string {
  const when = kind === 'upfront' ? 'upfront' : per === 'once' ? 'once' : 'a month';
  if (usd === null) return per === 'once' ? 'An amount that is not known' : 'A monthly amount that is not known';
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
