import type { PolicyResource, ResourceValidationArgs } from '@pulumi/policy';
import type { PlannedResource } from '../src/core/plan';
import { Properties, readRaw } from '../src/core/properties';
import { classicType, isNative, readNative } from '../src/plan/aws-native';
import { canonicalType } from '../src/plan/canonical-type';
import { regionOf } from '../src/plan/region';

/**
 * What a resource policy is sent: the inputs of one resource. A create, an update and an unchanged resource look alike
 * here, so whether it existed cannot be told.
 */
export function plannedFromInputs(args: ResourceValidationArgs): PlannedResource {
  return planned(args, undefined, {});
}

/**
 * What a stack policy is sent: the outputs of one resource. In a preview a resource that does not exist yet has no
 * known id; in an update every resource exists by now, which tells nothing about before.
 */
export function plannedFromOutputs(resource: PolicyResource, isPreview: boolean): PlannedResource {
  const id = new Properties(resource.props).text('id');
  const dependencies = Object.fromEntries(
    Object.entries(resource.propertyDependencies).map(([property, targets]) => [
      property,
      targets.map(({ urn }) => urn),
    ]),
  );
  return planned(resource, isPreview ? id.state === 'known' : undefined, dependencies);
}

/** The canonical type of what a policy is sent. */
export const typeOf = ({ type, props }: Pick<ResourceValidationArgs, 'type' | 'props'>): string =>
  isNative(type) ? classicType(type, new Properties(props)) : canonicalType(type);

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
  { type, name, urn, props, provider }: Pick<ResourceValidationArgs, 'type' | 'name' | 'urn' | 'props' | 'provider'>,
  existing: boolean | undefined,
  propertyDependencies: Record<string, string[]>,
): PlannedResource {
  // Properties reads descriptors, never the SDK's throwing proxies: an unknown value stays a value.
  const written = new Properties(props);
  const native = isNative(type) ? readNative(type, written, propertyDependencies) : undefined;
  const properties = native?.properties ?? written;
  const providerProperties = provider === undefined ? undefined : new Properties(provider.props);
  return {
    type: native?.type ?? canonicalType(type),
    writtenType: native === undefined ? undefined : type,
    name,
    urn,
    properties,
    region: regionOf(properties, providerProperties),
    existing,
    change: undefined,
    propertyDependencies: native?.propertyDependencies ?? propertyDependencies,
  };
}
