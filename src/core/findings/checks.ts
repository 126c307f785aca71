/** The checks of `credit-outlook`: each has a setting of its name. */
export const CHECKS = ['runway', 'coverage', 'cash', 'expiring', 'terms', 'estimate', 'balance'] as const;

export type CheckName = (typeof CHECKS)[number];

/** The check behind the rule of a finding of the whole stack; undefined for what no check finds. */
export function checkOf(rule: string): CheckName | undefined {
  if (rule.startsWith('balance-')) return 'balance';
  return Object.hasOwn(BY_RULE, rule) ? BY_RULE[rule] : undefined;
}

/** What a finding is known by everywhere: a rule of the table, a check, or one of the few beside both. */
export const ruleIdOf = ({ rule }: { readonly rule: string }): string => checkOf(rule) ?? rule;

const BY_RULE: Readonly<Record<string, CheckName>> = {
  runway: 'runway',
  'coverage-ends': 'coverage',
  'product-not-covered': 'coverage',
  'product-coverage-unknown': 'coverage',
  'history-covered': 'coverage',
  'history-not-covered': 'coverage',
  'monthly-cash': 'cash',
  'one-time-cash': 'cash',
  expiring: 'expiring',
  'map-tag': 'terms',
  'credits-at-risk': 'terms',
  'free-plan-ends': 'terms',
  estimate: 'estimate',
};
