import type { ResourceValidationArgs } from '@pulumi/policy/policy';

/** Of the rule `budget-includes-credits`, which is not loaded here: a boot that only lists the policies must be quick. */
const BUDGET = 'aws:budgets/budget:Budget';

/**
 * Makes a cost budget that says nothing about credits leave them out: `costTypes.includeCredit` becomes false, everything
 * else stays. A usage budget counts no dollars; one with a filter and a metric takes no cost types; and what is written
 * already, or decided later, is its owner's word. What reads properties is loaded for the first budget: a boot does not
 * wait for it.
 */
export const seeCredits = (args: ResourceValidationArgs): Promise<Record<string, unknown> | undefined> | undefined =>
  args.type === BUDGET ? withoutCredits(args) : undefined;

async function withoutCredits({ props }: ResourceValidationArgs): Promise<Record<string, unknown> | undefined> {
  const { Properties } = await import('../src/core/properties.js');
  const properties = new Properties(props); // the SDK's proxy throws on an unknown value
  const type = properties.text('budgetType');
  if (type.state !== 'known' || type.value.toUpperCase() !== 'COST') return undefined;
  const isSaid = SAYS.some((path) => properties.any(path).state !== 'absent');
  const costTypes = properties.object('costTypes');
  if (isSaid || costTypes.state === 'unknown') return undefined;
  props['costTypes'] = { ...props['costTypes'], includeCredit: false };
  return props;
}

/** What speaks of credits, or may: the older kind of budget has cost types, the newer one a filter and a metric. */
const SAYS = ['costTypes.includeCredit', 'filterExpression', 'metrics'];
