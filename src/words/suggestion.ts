import { nearest } from '../core/nearest';

/** More names than this are a list to look up, not to read in a message. */
const MOST = 20;

/** "; did you mean program?" or "; use one of a, b, c."; a full stop where there are too many to name. */
export function suggestion(written: string, valid: readonly string[]): string {
  const near = nearest(written, valid);
  if (near !== undefined) return `; did you mean ${near}?`;
  return valid.length > MOST ? '.' : `; use one of ${valid.join(', ')}.`;
}
