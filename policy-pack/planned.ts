import type { PolicyResource, ResourceValidationArgs } from '@pulumi/policy/policy';
import type { PlannedResource } from '../src/core/plan';
import { Properties, readRaw } from '../src/core/properties';
import { known } from '../src/core/reading';
import { awsType, inAwsTerms } from '../src/pulumi/aws-terms';
import { Places, profileOf, regionOf } from '../src/pulumi/region';

/**
 * What a resource policy is sent: the inputs of one resource. A create, an update and an unchanged resource look alike
 * here, so whether it existed is not known.
 */
export function plannedFromInputs(args: ResourceValidationArgs): PlannedResource {
  return planned(args, new Properties(args.props), undefined, NO_DEPENDENCIES);
}

const NO_DEPENDENCIES: PlannedResource['propertyDependencies'] = {};

type Outputs = Pick<PolicyResource, 'type' | 'name' | 'urn' | 'props' | 'provider' | 'propertyDependencies'>;

/** What a stack policy is sent, each in its own region; where its provider names none, in that of the provider's others. */
export function plannedStack(resources: readonly Outputs[], isPreview: boolean): PlannedResource[] {
  const stack = resources.map((resource) => [plannedFromOutputs(resource, isPreview), providerOf(resource)] as const);
  if (stack.every(([{ region }]) => region.state !== 'absent')) return stack.map(([one]) => one);
  const places = new Places();
  for (const [{ properties }, provider] of stack) places.add(provider, properties);
  const { agreed } = places;
  return stack.map(([one, provider]) => {
    const region = agreed.get(provider);
    return one.region.state === 'absent' && region !== undefined ? { ...one, region: known(region) } : one;
  });
}

const providerOf = ({ provider }: Outputs): string => provider?.urn ?? '';

/**
 * The outputs of one resource. In a preview a resource that does not exist yet has no
 * known id; in an update every resource exists by now, which tells nothing about before.
 */
function plannedFromOutputs(resource: Outputs, isPreview: boolean): PlannedResource {
  const properties = new Properties(resource.props);
  const dependencies = Object.entries(resource.propertyDependencies).map(
    ([property, targets]) => [property, targets.map(({ urn }) => urn)] as const,
  );
  const existing = isPreview ? properties.text('id').state === 'known' : undefined;
  return planned(
    resource,
    properties,
    existing,
    dependencies.length === 0 ? NO_DEPENDENCIES : Object.fromEntries(dependencies),
  );
}

/** The canonical type of what a policy is sent. */
export const typeOf = ({ type, props }: Pick<ResourceValidationArgs, 'type' | 'props'>): string =>
  awsType(type, new Properties(props));

/**
 * The engine sends a new resource that `--target` leaves out without a single property: its provider is not asked, and
 * nobody creates it now. What is planned has some, if only the defaults that its provider fills in.
 */
export const hasNoProperty = (props: object): boolean => Object.getOwnPropertyNames(props).length === 0;

/** A provider with a value that is set later answers nothing until then. */
export const canAnswer = ({ provider }: Pick<PolicyResource, 'provider'>): boolean =>
  Object.values(Object.getOwnPropertyDescriptors(provider?.props ?? {})).every(
    ({ value }) => readRaw(value).state !== 'unknown',
  );

function planned(
  { type, name, urn, provider }: Pick<ResourceValidationArgs, 'type' | 'name' | 'urn' | 'provider'>,
  properties: Properties,
  existing: boolean | undefined,
  propertyDependencies: PlannedResource['propertyDependencies'],
): PlannedResource {
  // Properties reads descriptors, never the SDK's throwing proxies: an unknown value stays a value.
  const inTerms = inAwsTerms(type, properties, propertyDependencies);
  const providerProperties = provider === undefined ? undefined : new Properties(provider.props);
  // One literal, no copy of another object: a stack holds thousands of these, and every room reads them.
  return {
    type: inTerms.type,
    writtenType: inTerms.writtenType,
    name,
    urn,
    properties: inTerms.properties,
    region: regionOf(inTerms.properties, providerProperties),
    profile: profileOf(providerProperties),
    existing,
    change: undefined,
    propertyDependencies: inTerms.propertyDependencies,
  };
}
