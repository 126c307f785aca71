import { closest, distance } from 'fastest-levenshtein';
import { inOurWords } from './pulumi-levels';

/** The valid name that somebody most likely meant; undefined when none is near. `most`: slips, where a name has few letters of its own. */
export function nearest(written: string, valid: readonly string[], most?: number): string | undefined {
  const lower = written.toLowerCase();
  // No slip of the keyboard, and far from the name that is meant.
  const level = inOurWords(lower);
  if (valid.includes(level)) return level;
  if (valid.length === 0) return undefined;
  const best = valid[closestIn(lower, valid)] ?? '';
  const slips = distance(lower, best.toLowerCase());
  if (slips <= (most ?? Math.max(2, Math.floor(best.length / 3))) && slips < best.length / 2) return best;
  return begunWith(lower, valid);
}

/** So many letters are no accident. */
const LETTERS = 4;

/** The one name that begins so: somebody has stopped writing. */
function begunWith(lower: string, valid: readonly string[]): string | undefined {
  if (lower.length < LETTERS) return undefined;
  const [only, other] = valid.filter((name) => name.toLowerCase().startsWith(lower));
  return other === undefined ? only : undefined;
}

/** Where the closest name stands, whatever its case. */
function closestIn(lower: string, valid: readonly string[]): number {
  const names = valid.map((name) => name.toLowerCase());
  return names.indexOf(closest(lower, names));
}
