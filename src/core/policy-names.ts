/** The stable names that owners write in configuration and exceptions. A name never changes and is never reused. */
export const RESOURCE_POLICIES = [
  'no-uncovered-upfront-fees',
  'no-uncovered-marketplace',
  'no-uncovered-services',
  'keep-free-plan-credits',
  'coverage-known',
  'commitments-end-with-credits',
  'budgets-see-credits',
] as const;

export const STACK_POLICY = 'credit-outlook';

export type ResourcePolicyName = (typeof RESOURCE_POLICIES)[number];
/** The policies of the pack, as they are named in `policies:`. */
export type PolicyName = ResourcePolicyName | typeof STACK_POLICY;

export const POLICIES: readonly PolicyName[] = [...RESOURCE_POLICIES, STACK_POLICY];

/** `block` stops a deployment, `warn` speaks, `info` only tells what an owner already knows. */
export type Level = 'block' | 'warn' | 'info';

/** What a policy may do at most when nobody has configured it. */
export const DEFAULT_LEVELS: Readonly<Record<PolicyName, 'block' | 'warn'>> = {
  'no-uncovered-upfront-fees': 'block',
  'no-uncovered-marketplace': 'block',
  'no-uncovered-services': 'block',
  'keep-free-plan-credits': 'block',
  'coverage-known': 'warn',
  'commitments-end-with-credits': 'warn',
  'budgets-see-credits': 'warn',
  'credit-outlook': 'block',
};
