import { allTypes, classOf } from '../core/charges/services';
import { classicType, isNative, nativeTypes } from './aws-native';
import { awsType } from './aws-terms';
import { canonicalType } from './canonical-type';
import { typeOfTerraform } from './terraform/type-names';

const CLOUDFORMATION = /^AWS::(\w+)::(\w+)$/i;

/**
 * The types of the aws provider that a name may mean: a token of the aws provider or of aws-native, `aws_nat_gateway`,
 * `AWS::EC2::NatGateway`, `aws.ec2.NatGateway`, `ec2:NatGateway`, or the last word alone, whatever its case.
 */
export function typesCalled(written: string): readonly string[] {
  const own = written.startsWith('aws_') ? typeOfTerraform(written) : awsType(written);
  if (own !== undefined && classOf(own) !== undefined) return [own];
  const [, service = '', resource = ''] = CLOUDFORMATION.exec(written) ?? [];
  const native = isNative(written) ? written : `aws-native:${service}:${resource}`;
  const found = nativeTypes().find((token) => same(token, native));
  return found === undefined ? byWords(written) : [classicType(found)];
}

/** By its module, if one is written, and the name of its class. */
function byWords(written: string): readonly string[] {
  const words = written.split(/[.:/]+/).filter((word, at) => at > 0 || word !== 'aws');
  const name = words.at(-1) ?? '';
  const module = words.length > 1 ? canonicalType(`aws:${words[0]?.toLowerCase()}/`) : undefined;
  return allTypes().filter(
    (type) => same(nameOf(type), name) && (module === undefined || type.toLowerCase().startsWith(module)),
  );
}

/** `aws:ec2/natGateway:NatGateway` is a `NatGateway`. */
export const nameOf = (type: string): string => type.slice(type.lastIndexOf(':') + 1);

/** `aws:ec2/natGateway:NatGateway` is of `ec2`. */
export const moduleOf = (type: string): string => type.slice('aws:'.length, type.indexOf('/'));

/** The tokens of aws-native that are read as this type. */
export const nativeNames = (type: string): readonly string[] =>
  nativeTypes().filter((token) => classicType(token) === type);

const same = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();
