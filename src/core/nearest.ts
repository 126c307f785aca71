import { closest, distance } from 'fastest-levenshtein';

/** The valid name that somebody most likely meant; undefined when none is near. */
export function nearest(written: string, valid: readonly string[]): string | undefined {
  if (valid.length === 0) return undefined;
  const best = closest(written, [...valid]);
  return distance(written.toLowerCase(), best.toLowerCase()) <= Math.max(2, Math.floor(best.length / 3))
    ? best
    : undefined;
}
