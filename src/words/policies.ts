import type { PolicyName } from '../core/policy-names';

export interface PolicyWords {
  readonly title: string;
  /** A sentence, short: the engine repeats it with every violation. */
  readonly about: string;
  readonly remedy: string;
}

/** What each policy is about. The boot of the pack reads it: no imports. */
export const POLICY_WORDS: Readonly<Record<PolicyName, PolicyWords>> = {
  'no-uncovered-upfront-fees': {
    title: 'No upfront fees that credits do not cover',
    about: "AWS credits don't cover the upfront part of Savings Plans, reservations and Capacity Blocks.",
    remedy: 'Choose No Upfront, or accept the fee with `credit-guard accept` and a reason.',
  },
  'no-uncovered-marketplace': {
    title: 'No Marketplace charges that credits do not cover',
    about: "AWS credits don't cover software sold through AWS Marketplace.",
    remedy: 'Use what AWS itself sells, or accept the charge with `credit-guard accept` and a reason.',
  },
  'no-uncovered-services': {
    title: 'No services that credits do not cover',
    about: "AWS credits don't cover domain registration, Mechanical Turk and a few other services.",
    remedy: 'Buy it elsewhere, or accept the charge with `credit-guard accept` and a reason.',
  },
  'keep-free-plan-credits': {
    title: 'Keep Free Tier credits',
    about:
      'Creating an Organization or a Control Tower landing zone on the Free plan forfeits its credits immediately.',
    remedy: 'Use the Free Tier credits first, or upgrade to the Paid plan on purpose and accept the loss.',
  },
  'coverage-known': {
    title: 'Know whether credits cover it',
    about: "AWS's terms and your credits don't say whether credits cover this.",
    remedy:
      'Look up the credit in the Billing console or ask AWS Support, then accept the charge with `credit-guard accept`.',
  },
  'commitments-end-with-credits': {
    title: 'Commitments that end with the credits',
    about: 'You pay the rest of a commitment that outlasts your credits.',
    remedy: 'Commit to no more than you will run after the credits, or wait until they end.',
  },
  'budgets-see-credits': {
    title: 'Budgets that leave credits out',
    about: 'A budget that includes credits stays near $0 while they last and never fires.',
    remedy: 'Set costTypes.includeCredit to false, exclude credits in filterExpression, or use level remediate.',
  },
  'credit-outlook': {
    title: 'Credit outlook',
    about: 'How long credits cover this plan, what you pay in cash, and what is unknown.',
    remedy: 'Run `credit-guard check` for the full report, and set limits and usage in credit-guard.yaml.',
  },
};
