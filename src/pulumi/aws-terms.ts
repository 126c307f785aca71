import type { PlannedResource } from '../core/plan';
import { Properties } from '../core/properties';
import { classicType, isJudgedNative, isNative, readNative } from './aws-native';
import { canonicalType, isAwsResource } from './canonical-type';
import { workloadType } from './kubernetes';
import { TerraformProperties } from './terraform/terraform-properties';
import { camelCase, snakeCase, typeOfTerraform } from './terraform/type-names';

/** A resource in the words of the aws provider, in which prices and rules are written, whichever package it is of. */
export type InAwsTerms = Pick<PlannedResource, 'type' | 'writtenType' | 'properties' | 'propertyDependencies'>;

/** A child of a Terraform module: `net:tf:aws_nat_gateway`, where `net` is what the owner called the module. */
const MODULE_CHILD = /^[^:]+:tf:([a-z0-9_]+)$/;

/** The name that Terraform gives a resource of a module; undefined for any other resource. */
export const terraformName = (type: string): string | undefined => MODULE_CHILD.exec(type)?.[1];

/** A resource of Terraform's own provider, which Pulumi runs under the same package name: all in one module. */
const ANY_PROVIDER = /^aws:index\/(\w+):/;

function nameOfAnyProvider(type: string): string | undefined {
  const name = ANY_PROVIDER.exec(type)?.[1];
  return name === undefined ? undefined : `aws_${snakeCase(name)}`;
}

/** Is every resource of this type priced and judged, or known to cost nothing? */
export function isJudged(type: string): boolean {
  if (isAwsResource(type) || isJudgedNative(type)) return true;
  const name = terraformName(type);
  return name !== undefined && typeOfTerraform(name) !== undefined;
}

/** The type of the aws provider for any token; the token itself where there is none. */
export function awsType(type: string, properties = new Properties({})): string {
  if (isNative(type)) return classicType(type, properties);
  let own = types.get(type);
  if (own === undefined) {
    const name = terraformName(type) ?? nameOfAnyProvider(type);
    own = (name === undefined ? workloadType(type) : typeOfTerraform(name)) ?? canonicalType(type);
    types.set(type, own);
  }
  return own;
}

/** Thousands of resources have a few dozen types: each is looked up once. */
const types = new Map<string, string>();

export function inAwsTerms(
  type: string,
  properties: Properties,
  propertyDependencies: PlannedResource['propertyDependencies'],
): InAwsTerms {
  if (isNative(type)) return { ...readNative(type, properties, propertyDependencies), writtenType: type };
  const own = awsType(type);
  if (terraformName(type) === undefined) {
    const writtenType = own !== type && workloadType(type) !== undefined ? type : undefined;
    return { type: own, writtenType, properties, propertyDependencies };
  }
  return {
    type: own,
    writtenType: type,
    properties: new TerraformProperties(properties),
    propertyDependencies: Object.fromEntries(
      Object.entries(propertyDependencies).map(([name, urns]) => [camelCase(name), urns]),
    ),
  };
}
