import type {
  EnforcementLevel,
  ResourceValidationPolicy,
  Severity,
  StackValidationPolicy,
} from '@pulumi/policy/policy';
import { DEFAULT_LEVELS, type PolicyName, RESOURCE_POLICIES, STACK_POLICY } from '../src/core/policy-names';
import { POLICY_WORDS } from '../src/words/policies';
import { brokenGuard, type Guard } from './broken';
import { policySchemas } from './config-schemas';
import { seeCredits } from './remediate';

interface About {
  readonly severity: Severity;
  readonly url: string;
  readonly tags: string[];
}

const TERMS = 'https://aws.amazon.com/awscredits/';

const ABOUT: Readonly<Record<PolicyName, About>> = {
  'no-uncovered-upfront-fees': { severity: 'high', url: TERMS, tags: ['credits', 'upfront'] },
  'no-uncovered-marketplace': { severity: 'high', url: TERMS, tags: ['credits', 'marketplace'] },
  'no-uncovered-services': { severity: 'high', url: TERMS, tags: ['credits', 'services'] },
  'keep-free-plan-credits': {
    severity: 'critical',
    url: 'https://aws.amazon.com/free/free-tier-faqs/',
    tags: ['credits', 'free-tier'],
  },
  'coverage-known': { severity: 'medium', url: TERMS, tags: ['credits', 'unknown'] },
  'commitments-end-with-credits': {
    severity: 'medium',
    url: 'https://repost.aws/knowledge-center/credits-ri',
    tags: ['credits', 'commitment'],
  },
  'budgets-see-credits': {
    severity: 'low',
    url: 'https://docs.aws.amazon.com/cost-management/latest/userguide/budgets-create.html',
    tags: ['credits', 'budgets'],
  },
  'credit-outlook': { severity: 'high', url: TERMS, tags: ['credits', 'runway', 'cash'] },
};

/** What Pulumi shows of a policy. */
function describing(name: PolicyName) {
  const { title, about, remedy } = POLICY_WORDS[name];
  return { name, displayName: title, description: about, remediationSteps: remedy, ...ABOUT[name] };
}

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
    ...describing(name),
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
  ...describing(STACK_POLICY),
  enforcementLevel: ENFORCEMENT[DEFAULT_LEVELS[STACK_POLICY]],
  configSchema: policySchemas[STACK_POLICY],
  validateStack: async (args, report) => (await loadGuard()).checkStack(args, report),
};

/** All policies, to run as they are or to compose into a pack of one's own. Importing them does nothing. */
export const creditGuardPolicies: (ResourceValidationPolicy | StackValidationPolicy)[] = [
  ...resourcePolicies,
  stackPolicy,
];
