import { nearest } from '../core/nearest';

/** More names than this are a list to look up, not to read in a message. */
const MOST = 20;

/** "; did you mean program?" or "; use one of a, b, c."; where there are too many to name, `otherwise` says where they are. */
export function suggestion(written: string, valid: readonly string[], otherwise = '.'): string {
  const near = nearest(written, valid);
  if (near !== undefined) return `; did you mean ${near}?`;
  return valid.length > MOST ? otherwise : `; use one of ${valid.join(', ')}.`;
}
