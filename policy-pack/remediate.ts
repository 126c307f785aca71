import type { ResourceValidationArgs } from '@pulumi/policy';

const BUDGET = 'aws:budgets/budget:Budget';

/**
 * Makes a planned budget see what credits pay: `costTypes.includeCredit` becomes false, everything else stays. What reads
 * properties is loaded for the first budget: a boot does not pay for it.
 */
export const seeCredits = (args: ResourceValidationArgs): Promise<Record<string, unknown> | undefined> | undefined =>
  args.type === BUDGET ? withoutCredits(args) : undefined;

/** Nothing when the cost types are decided later, for then nobody can tell what would be overwritten. */
async function withoutCredits({ props }: ResourceValidationArgs): Promise<Record<string, unknown> | undefined> {
  const { readRaw } = await import('../src/core/properties.js');
  // The SDK's proxy throws on an unknown value; the descriptor shows the raw one.
  const costTypes = readRaw(Object.getOwnPropertyDescriptor(props, 'costTypes')?.value);
  if (costTypes.state === 'unknown') return undefined;
  const before: unknown = costTypes.state === 'known' ? costTypes.value : {};
  if (typeof before !== 'object' || before === null || Array.isArray(before)) return undefined;
  if ('includeCredit' in before && before.includeCredit === false) return undefined;
  props['costTypes'] = { ...before, includeCredit: false };
  return props;
}
