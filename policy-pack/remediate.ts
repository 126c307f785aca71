import type { ResourceValidationArgs } from '@pulumi/policy';
import { readRaw } from '../src/core/properties';

const BUDGET = 'aws:budgets/budget:Budget';

/**
 * Makes a planned budget see what credits pay: `costTypes.includeCredit` becomes false, everything else stays. Does
 * nothing when the cost types are decided later, for then nobody can tell what would be overwritten.
 */
export function seeCredits(args: ResourceValidationArgs): Record<string, unknown> | undefined {
  if (args.type !== BUDGET) return undefined;
  // The SDK's proxy throws on an unknown value; the descriptor shows the raw one.
  const costTypes = readRaw(Object.getOwnPropertyDescriptor(args.props, 'costTypes')?.value);
  if (costTypes.state === 'unknown') return undefined;
  const before: unknown = costTypes.state === 'known' ? costTypes.value : {};
  if (typeof before !== 'object' || before === null || Array.isArray(before)) return undefined;
  if ('includeCredit' in before && before.includeCredit === false) return undefined;
  args.props['costTypes'] = { ...before, includeCredit: false };
  return args.props;
}
