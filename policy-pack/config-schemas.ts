import type { PolicyConfigSchema } from '@pulumi/policy/policy';
import { POLICIES, type PolicyName } from '../src/core/policy-names';
import { POLICY_SETTINGS } from '../src/core/policy-settings';
import { pulumiWords } from '../src/core/pulumi-levels';
import type { PolicyRow, PolicyRows, PolicyType } from '../src/core/setting-row';

/**
 * What Pulumi's policy configuration may set, as plain JSON Schema: these objects are on the boot path, where the schema
 * library is not. No defaults: the engine would fill them in and so overrule the file.
 */
type Property = PolicyConfigSchema['properties'][string];

const JSON_TYPES: Readonly<Record<Extract<PolicyType, string>, Property>> = {
  text: { type: 'string', minLength: 1 },
  amount: { type: ['string', 'number'] },
  days: { type: 'number', minimum: 0, maximum: 36_500 },
  share: { type: 'number', minimum: 0, maximum: 1 },
};

export const policySchemas = Object.fromEntries(
  POLICIES.map((name) => [name, { properties: propertiesOf(POLICY_SETTINGS[name]) }]),
) as Readonly<Record<PolicyName, PolicyConfigSchema>>;

function propertiesOf(rows: PolicyRows): PolicyConfigSchema['properties'] {
  const here = Object.entries(rows).filter(([, { places }]) => places.includes('policy'));
  return Object.fromEntries(here.map(([name, row]) => [name, propertyOf(row)]));
}

function propertyOf({ type, description }: PolicyRow<PolicyType>): Property {
  if (typeof type === 'object')
    return { type: 'string', enum: [...type.choice, ...pulumiWords(type.choice)], description };
  return { ...JSON_TYPES[type], description };
}
