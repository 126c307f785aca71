import type { Finding } from '../core/findings/finding';
import { addMonths, type Instant, isoDay } from '../core/instant';
import { plain } from '../core/money';
import { clean } from './text';

/** An exception is for a year unless its owner says otherwise: one that never ends is forgotten. */
const MONTHS = 12;

/** The command that accepts a finding, in lines of a shell. Empty for findings of the whole stack: a setting decides those. */
export function acceptCommand({ policy, urn, charge }: Finding, now: Instant): readonly string[] {
  if (urn === null) return [];
  const name = urn.slice(urn.lastIndexOf('::') + 2);
  const ceiling = charge?.usd ? `--max ${plain(charge.usd.max)} ` : '';
  return [
    `credit-guard accept ${policy} ${quoted(name)} \\`,
    `  ${ceiling}--until ${isoDay(addMonths(now, MONTHS))} --reason "…"`,
  ];
}

/** Names may hold anything: a shell reads those outside the plain characters only in quotes. */
const quoted = (name: string): string =>
  /^[\w./@-]+$/.test(name) ? name : `'${clean(name, 200).replaceAll("'", "'\\''")}'`;
