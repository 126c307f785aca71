import type { PolicyConfigSchema } from '@pulumi/policy';
import { type PolicyName, RESOURCE_POLICIES, STACK_POLICY } from '../src/core/policies';

/**
 * What Pulumi's policy configuration may set, as plain JSON Schema: these objects are on the boot path, where the schema
 * library is not. No defaults: the engine would fill them in and so overrule the file. Tests hold them against schema.ts.
 */
type Property = PolicyConfigSchema['properties'][string];

const level = (description: string): Property => ({ type: 'string', enum: ['block', 'warn', 'off'], description });
const number = (description: string): Property => ({ type: 'number', minimum: 0, description });
const share = (description: string): Property => ({ type: 'number', minimum: 0, maximum: 1, description });
const amount = (description: string): Property => ({ type: ['string', 'number'], description });

const common: PolicyConfigSchema['properties'] = {
  configFile: { type: 'string', description: 'Path of credit-guard.yaml, absolute, or from the project.' },
  onUnknown: {
    type: 'string',
    enum: ['warn', 'block', 'assume-max'],
    description: 'When a fact that decides is not known.',
  },
  uncertain: { type: 'string', enum: ['warn', 'block'], description: 'When no official text confirms a rule.' },
};

const outlook: PolicyConfigSchema['properties'] = {
  runway: level('Credits are used up before they end.'),
  blockWithinDays: number('Block when credits end within so many days.'),
  runwayShare: share('The runway ends when credits cover less than this share of what they cover today.'),
  coverage: level('A product that no usable credit lists, or whose coverage is unknown.'),
  cash: level('Cash above the two limits.'),
  maxMonthlyCash: amount('USD a month that may be cash.'),
  maxOneTimeCash: amount('USD that may be cash once.'),
  expiring: level('Credit that will be lost at its end.'),
  expiringWithinDays: number('Speak of it so many days before.'),
  estimate: level('Resources that could not be priced.'),
  minimumPricedShare: share('Block when fewer resources are priced or free.'),
  balance: level('A balance that is missing, old or unreadable.'),
  onUnknownBalance: { type: 'string', enum: ['warn', 'block'], description: 'When the balance is not known.' },
  onInvalidConfig: { type: 'string', enum: ['warn', 'block'], description: 'When credit-guard.yaml has a mistake.' },
};

export const policySchemas: Readonly<Record<PolicyName, PolicyConfigSchema>> = {
  ...(Object.fromEntries(RESOURCE_POLICIES.map((name) => [name, { properties: common }])) as Record<
    PolicyName,
    PolicyConfigSchema
  >),
  [STACK_POLICY]: { properties: { ...common, ...outlook } },
};
