import { endWithoutCeiling } from '../core/findings/acceptances';
import type { Finding } from '../core/findings/finding';
import { addMonths, type Instant, isoDay } from '../core/instant';
import { plain } from '../core/money';
import { escaped } from './text';

/** An exception is for a year unless its owner says otherwise: one that never ends is forgotten. */
const MONTHS = 12;

/** The command that accepts a finding, in lines of a shell. Empty for findings of the whole stack: a setting decides those. */
export function acceptCommand(
  { policy, urn, charge }: Finding,
  now: Instant,
  isOneOfSeveral = false,
): readonly string[] {
  if (urn === null) return [];
  const name = urn.slice(urn.lastIndexOf('::') + 2);
  const ceiling = charge?.usd ? `--max ${plain(charge.usd.max)} ` : '';
  const until = charge?.usd ? addMonths(now, MONTHS) : endWithoutCeiling(now);
  return [
    `credit-guard accept ${policy} ${isOneOfSeveral ? inItsStack(urn, name) : resourceWord(name)} \\`,
    `  ${ceiling}--until ${isoDay(until)} --reason "…"`,
  ];
}

/**
 * A name may hold anything. A shell reads what is not plain only in quotes; what would be taken for an option or a URN,
 * or may not be printed, is written as a pattern.
 */
function resourceWord(name: string): string {
  if (/^[\w./@][\w./@-]*$/.test(name)) return name;
  const printable = asPattern(name);
  const isName = printable === name && /^(?!-|\*|urn:)./.test(name);
  return quoted(isName ? name : `urn:pulumi:*::${printable}`);
}

/** Of several stacks, another one may have a resource of this name. */
function inItsStack(urn: string, name: string): string {
  const [, stack = '*', project = '*'] = /^urn:pulumi:(.+?)::(.+?)::/.exec(urn) ?? [];
  return quoted(`urn:pulumi:${asPattern(stack)}::${asPattern(project)}::*::${asPattern(name)}`);
}

const quoted = (word: string): string => `'${word.replaceAll("'", "'\\''")}'`;

/** As long as a line can be and still be read. */
const LONGEST = 60;

/** The name with `*` for what `clean` would change, and for what is too long. */
function asPattern(name: string): string {
  const safe = escaped(name, () => '*').replace(/\s{2,}|^\s|\s$/g, '*');
  return safe.length > LONGEST ? `${safe.slice(0, LONGEST).replace(/[\ud800-\udbff]$/, '')}*` : safe;
}
