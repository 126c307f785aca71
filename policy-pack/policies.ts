import type {
  EnforcementLevel,
  ResourceValidationPolicy,
  Severity,
  StackValidationPolicy,
} from '@pulumi/policy/policy';

import { DEFAULT_LEVELS, RESOURCE_POLICIES, type ResourcePolicyName, STACK_POLICY } from '../src/core/policy-names';
import { brokenGuard, type Guard } from './broken';
import { policySchemas } from './config-schemas';
import { seeCredits } from './remediate';

interface Words {
  readonly displayName: string;
  /** Short: the engine repeats it with every violation. */
  readonly description: string;
  readonly severity: Severity;
  readonly url: string;
  readonly remediationSteps: string;
  readonly tags: string[];
}

const TERMS = 'https://aws.amazon.com/awscredits/';

const WORDS: Readonly<Record<ResourcePolicyName | typeof STACK_POLICY, Words>> = {
  'no-uncovered-upfront-fees': {
    displayName: 'No upfront fees that credits do not cover',
    description: "AWS credits don't cover the upfront part of Savings Plans, reservations and Capacity Blocks.",
    severity: 'high',
    url: TERMS,
    remediationSteps: 'Choose No Upfront, or accept the fee with `credit-guard accept` and a reason.',
    tags: ['credits', 'upfront'],
  },
  'no-uncovered-marketplace': {
    displayName: 'No Marketplace charges that credits do not cover',
    description: "AWS credits don't cover software sold through AWS Marketplace.",
    severity: 'high',
    url: TERMS,
    remediationSteps: 'Use what AWS itself sells, or accept the charge with `credit-guard accept` and a reason.',
    tags: ['credits', 'marketplace'],
  },
  'no-uncovered-services': {
    displayName: 'No services that credits do not cover',
    description: "AWS credits don't cover domain registration, Mechanical Turk and a few other services.",
    severity: 'high',
    url: TERMS,
    remediationSteps: 'Buy it elsewhere, or accept the charge with `credit-guard accept` and a reason.',
    tags: ['credits', 'services'],
  },
  'keep-free-plan-credits': {
    displayName: 'Keep Free Tier credits',
    description:
      'Creating an Organization or a Control Tower landing zone on the Free plan forfeits its credits immediately.',
    severity: 'critical',
    url: 'https://aws.amazon.com/free/free-tier-faqs/',
    remediationSteps: 'Use the Free Tier credits first, or upgrade to the Paid plan on purpose and accept the loss.',
    tags: ['credits', 'free-tier'],
  },
  'coverage-known': {
    displayName: 'Know whether credits cover it',
    description: "AWS's terms and your credits don't say whether credits cover this.",
    severity: 'medium',
    url: TERMS,
    remediationSteps:
      'Look up the credit in the Billing console or ask AWS Support, then accept the charge with `credit-guard accept`.',
    tags: ['credits', 'unknown'],
  },
  'commitments-end-with-credits': {
    displayName: 'Commitments that end with the credits',
    description: 'You pay the rest of a commitment that outlasts your credits.',
    severity: 'medium',
    url: 'https://repost.aws/knowledge-center/credits-ri',
    remediationSteps: 'Commit to no more than you will run after the credits, or wait until they end.',
    tags: ['credits', 'commitment'],
  },
  'budgets-see-credits': {
    displayName: 'Budgets that leave credits out',
    description: 'A budget that includes credits stays near $0 while they last and never fires.',
    severity: 'low',
    url: 'https://docs.aws.amazon.com/cost-management/latest/userguide/budgets-create.html',
    remediationSteps:
      'Set costTypes.includeCredit to false, exclude credits in filterExpression, or use level remediate.',
    tags: ['credits', 'budgets'],
  },
  'credit-outlook': {
    displayName: 'Credit outlook',
    description: 'How long credits cover this plan, what you pay in cash, and what is unknown.',
    severity: 'high',
    url: TERMS,
    remediationSteps: 'Run `credit-guard check` for the full report, and set limits and usage in credit-guard.yaml.',
    tags: ['credits', 'runway', 'cash'],
  },
};

const ENFORCEMENT: Readonly<Record<'block' | 'warn', EnforcementLevel>> = { block: 'mandatory', warn: 'advisory' };

let guard: Guard | undefined;

/**
 * The guard is loaded when the first resource arrives: a boot that only lists the policies does not wait for it. Nor
 * must later calls: the engine calls every policy for every resource.
 */
export async function loadGuard(): Promise<Guard> {
  guard ??= await import('./guard.js').catch(brokenGuard);
  return guard;
}

const resourcePolicies = RESOURCE_POLICIES.map(
  (name): ResourceValidationPolicy => ({
    name,
    ...WORDS[name],
    enforcementLevel: ENFORCEMENT[DEFAULT_LEVELS[name]],
    configSchema: policySchemas[name],
    validateResource: (args, report) =>
      guard === undefined
        ? loadGuard().then(({ checkResource }) => checkResource(name, args, report))
        : guard.checkResource(name, args, report),
    ...(name === 'budgets-see-credits' ? { remediateResource: seeCredits } : {}),
  }),
);

const stackPolicy: StackValidationPolicy = {
  name: STACK_POLICY,
  ...WORDS[STACK_POLICY],
  enforcementLevel: ENFORCEMENT[DEFAULT_LEVELS[STACK_POLICY]],
  configSchema: policySchemas[STACK_POLICY],
  validateStack: async (args, report) => (await loadGuard()).checkStack(args, report),
};

/** All policies, to run as they are or to compose into a pack of one's own. Importing them does nothing. */
export const creditGuardPolicies: (ResourceValidationPolicy | StackValidationPolicy)[] = [
  ...resourcePolicies,
  stackPolicy,
];
