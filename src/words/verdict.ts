import type { Assessment } from '../core/assess';

/** The verdict in one sentence or two: what a reader should know if they read nothing else. */
export function verdictSentence(_assessment: Assessment): string {
  return '';
}
