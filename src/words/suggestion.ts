import { nearest } from '../core/nearest';

/** "; did you mean program?" or "; use one of a, b, c." */
export function suggestion(written: string, valid: readonly string[]): string {
  const near = nearest(written, valid);
  return near === undefined ? `; use one of ${valid.join(', ')}.` : `; did you mean ${near}?`;
}
