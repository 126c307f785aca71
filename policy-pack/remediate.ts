import type { ResourceValidationArgs } from '@pulumi/policy';
import { Properties } from '../src/core/properties';

/** Of the rule `budget-includes-credits`, which is not loaded here: a boot that only lists the policies must be quick. */
const BUDGET = 'aws:budgets/budget:Budget';

/**
 * Makes a cost budget that says nothing about credits leave them out: `costTypes.includeCredit` becomes false, everything
 * else stays. A usage budget counts no dollars; one with a filter and a metric takes no cost types; and what is written
 * already, or decided later, is its owner's word.
 */
export function seeCredits(args: ResourceValidationArgs): Record<string, unknown> | undefined {
  if (args.type !== BUDGET) return undefined;
  const properties = new Properties(args.props); // the SDK's proxy throws on an unknown value
  const type = properties.text('budgetType');
  if (type.state !== 'known' || type.value.toUpperCase() !== 'COST') return undefined;
  const isSaid = SAYS.some((path) => properties.any(path).state !== 'absent');
  const costTypes = properties.object('costTypes');
  if (isSaid || costTypes.state === 'unknown') return undefined;
  args.props['costTypes'] = { ...args.props['costTypes'], includeCredit: false };
  return args.props;
}

/** What speaks of credits, or may: the older kind of budget has cost types, the newer one a filter and a metric. */
const SAYS = ['costTypes.includeCredit', 'filterExpression', 'metrics'];
