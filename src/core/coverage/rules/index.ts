import type { Rule } from '../rule';
import { bedrockRules } from './bedrock';
import { marketplaceRules } from './marketplace';
import { serviceRules } from './services';
import { trapRules } from './traps';
import { unknownCoverageRules } from './unknown-coverage';
import { upfrontRules } from './upfront';

/** The eligibility table: one row for each thing that credits do not pay, may not pay, or are harmed by. */
export const rules: readonly Rule[] = [
  ...upfrontRules,
  ...marketplaceRules,
  ...bedrockRules,
  ...serviceRules,
  ...trapRules,
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
