import { closest, distance } from 'fastest-levenshtein';

/** What Pulumi calls our levels: no slip of the keyboard, and far from the names it means. */
const PULUMI_LEVELS: Readonly<Record<string, string>> = { mandatory: 'block', advisory: 'warn', disabled: 'off' };

/** The valid name that somebody most likely meant; undefined when none is near. */
export function nearest(written: string, valid: readonly string[]): string | undefined {
  const lower = written.toLowerCase();
  const level = Object.hasOwn(PULUMI_LEVELS, lower) ? PULUMI_LEVELS[lower] : undefined;
  if (level !== undefined && valid.includes(level)) return level;
  if (valid.length === 0) return undefined;
  const best = closest(written, [...valid]);
  const slips = distance(lower, best.toLowerCase());
  return slips <= Math.max(2, Math.floor(best.length / 3)) && slips < best.length / 2 ? best : undefined;
}
