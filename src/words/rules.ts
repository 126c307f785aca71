import { PROGRAM_TERMS } from '../core/coverage/program-terms';
import type { Rule, Verdict } from '../core/coverage/rule';
import { type PolicyName, STACK_POLICY } from '../core/policy-names';

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

/** What findings name as their rule and no row of the table is. */
export const BESIDE_THE_TABLE: readonly {
  id: string;
  policy: PolicyName;
  title: string;
  why: string;
  remedy: string;
}[] = [
  {
    id: 'commitment-outlives-credits',
    policy: 'commitments-end-with-credits',
    title: 'A commitment that outlasts your credits',
    why: 'Credits cover the monthly part of a commitment while they last. You pay the rest of its term.',
    remedy: 'Commit to no more than you will run after the credits, or wait until they end.',
  },
  {
    id: 'exception-ended',
    policy: STACK_POLICY,
    title: 'An exception that has ended',
    why: 'The day under `until` has passed, so what it accepted is reported again.',
    remedy: 'Renew it with a new day and reason, or remove it.',
  },
];
