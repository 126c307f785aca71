import { RESOURCE_POLICIES, type ResourcePolicyName } from '../../policy-names';
import type { Rule } from '../rule';
import { bedrockRules } from './bedrock';
import { commitmentRules } from './commitments';
import { excludedServiceRules } from './excluded-services';
import { marketplaceRules } from './marketplace';
import { trapRules } from './traps';
import { unknownCoverageRules } from './unknown-coverage';
import { upfrontRules } from './upfront';

/** The eligibility table: one row for each thing that credits do not cover, may not cover, or are harmed by. */
export const rules: readonly Rule[] = [
  ...upfrontRules,
  ...marketplaceRules,
  ...bedrockRules,
  ...excludedServiceRules,
  ...trapRules,
  ...commitmentRules,
  ...unknownCoverageRules,
];

const byType = new Map<string, Rule[]>();
for (const rule of rules) {
  for (const type of rule.types) byType.set(type, [...(byType.get(type) ?? []), rule]);
}

const none: readonly Rule[] = [];

const byId = new Map(rules.map((rule) => [rule.id, rule]));

/** The row that an acceptance or a report names. */
export const ruleById = (id: string): Rule | undefined => byId.get(id);

/** The rules that read a resource of this type. */
export const rulesFor = (type: string): readonly Rule[] => byType.get(type) ?? none;

const binding: ReadonlyMap<string, Rule> = new Map(
  rules.flatMap((rule) => (rule.bindsForTerm === undefined ? [] : rule.types.map((type) => [type, rule] as const))),
);

/** The rule that says for how long a commitment of this type binds, and by which text. */
export const bindingRule = (type: string): Rule | undefined => binding.get(type);

/** A policy speaks by its own rows, and the one on commitments by whatever binds for a term. */
const speaksBy = (policy: ResourcePolicyName, rule: Rule): boolean =>
  rule.policy === policy || (policy === 'commitments-end-with-credits' && rule.bindsForTerm !== undefined);

/** The types of which a policy has something to say. */
export const typesOf = (policy: ResourcePolicyName): ReadonlySet<string> =>
  new Set(rules.filter((rule) => speaksBy(policy, rule)).flatMap((rule) => rule.types));

/** The policies that look at a resource of this type. */
export const policiesFor = (type: string): readonly ResourcePolicyName[] =>
  RESOURCE_POLICIES.filter((policy) => rulesFor(type).some((rule) => speaksBy(policy, rule)));

/** Does a rule of this policy find something in a resource without a single property? */
export const actsOnEmpty = (policy: ResourcePolicyName, type: string): boolean =>
  rulesFor(type).some((rule) => rule.policy === policy && rule.actsOnEmpty === true);
