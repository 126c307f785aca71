import type { Confidence } from '../../core/coverage/rule';
import { rules } from '../../core/coverage/rules';
import { CHECKS } from '../../core/findings/checks';
import { DEFAULT_LEVELS, type Level, type PolicyName, STACK_POLICY } from '../../core/policy-names';
import { POLICY_SETTINGS } from '../../core/policy-settings';
import { BESIDE_THE_TABLE } from '../../words/rules';

/** What may be found, whatever the plan: a row of the eligibility table, or a check of the whole stack. */
export interface RuleRow {
  readonly id: string;
  readonly policy: PolicyName;
  /** What is found, with a capital and without a full stop. */
  readonly title: string;
  /** In sentences. */
  readonly why: string;
  readonly remedy: string;
  readonly url: string;
  /** Undefined: our own arithmetic, which no text of AWS has to confirm. */
  readonly confidence: Confidence | undefined;
  /** What it does at most, unless somebody sets another level. */
  readonly level: Level;
}

/** AWS's terms of promotional credits: what a check of ours stands on. */
const TERMS = 'https://aws.amazon.com/awscredits/';

/** Every rule, in the order of the table. */
export const ruleRows = (): readonly RuleRow[] => [
  ...rules.map(({ id, policy, what, why, remedy, url, confidence }) => ({
    id,
    policy,
    title: capital(what),
    why,
    remedy,
    url,
    confidence,
    level: confidence === 'A' || confidence === 'B' ? DEFAULT_LEVELS[policy] : 'warn',
  })),
  ...BESIDE_THE_TABLE.map((row) => ({ ...row, url: TERMS, confidence: undefined, level: 'warn' as const })),
  ...CHECKS.map((check): RuleRow => {
    const { description, default: level } = POLICY_SETTINGS[STACK_POLICY][check];
    const title = description.replace(/\.$/, '');
    const remedy = `Set its level and its limits under policies: ${STACK_POLICY}: in credit-guard.yaml.`;
    return {
      id: check,
      policy: STACK_POLICY,
      title,
      why: description,
      remedy,
      url: TERMS,
      confidence: undefined,
      level,
    };
  }),
];

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
