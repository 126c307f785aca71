import { PROGRAM_TERMS } from '../core/coverage/program-terms';
import type { Rule, Verdict } from '../core/coverage/rule';

/** A verdict in a list. */
export const VERDICT_WORDS: Readonly<Record<Verdict, string>> = {
  'not-covered': 'not covered',
  unknown: 'unknown',
  'ends-credits': 'forfeits credits',
  'shares-credits': 'shares credits',
  'hides-credits': 'hides credits',
  binds: 'binds for a term',
};

/** A verdict in a sentence. */
export const VERDICT_SENTENCES: Readonly<Record<Verdict, string>> = {
  'not-covered': "Credits don't cover it.",
  unknown: "AWS's terms don't say whether credits cover it.",
  'ends-credits': 'It forfeits credits.',
  'shares-credits': 'It changes whose bill credits apply to.',
  'hides-credits': 'It hides from you what credits cover.',
  binds: 'Credits cover it like other usage, and it binds for longer than they may last.',
};

/** When credits cover after all what a rule finds; undefined for what costs nothing. */
export function exceptionWords({ verdict, judges, coveredUnder = [], creditCanPay }: Rule): string | undefined {
  if (judges === 'nothing') return undefined;
  if (verdict === 'binds') return 'like other usage';
  const exceptions = [
    ...coveredUnder.map((program) => `under the terms of ${PROGRAM_TERMS[program].name}`),
    ...(creditCanPay === 'product' ? ['by a credit that lists its product'] : []),
    ...(creditCanPay === 'marketplace' ? ['by a credit that names AWS Marketplace'] : []),
  ];
  return exceptions.length === 0 ? 'never' : exceptions.join(', or ');
}
