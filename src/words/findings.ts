import type { Finding } from '../core/findings/finding';

/** A finding in words: what and how much, why, and what to do. Names in it are as they were read. */
export interface FindingWords {
  /** A clause with a capital and without a full stop. */
  readonly headline: string;
  /** Sentences; empty where the headline says it all. */
  readonly reason: string;
  readonly remedy: string;
}

export function findingWords(_finding: Finding): FindingWords {
  return { headline: '', reason: '', remedy: '' };
}
