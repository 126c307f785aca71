/** Module names that older programs and providers use for one and the same resources. */
const MODULES: ReadonlyMap<string, string> = new Map([
  ['alb', 'lb'],
  ['applicationloadbalancing', 'lb'],
  ['elasticloadbalancingv2', 'lb'],
  ['elasticloadbalancing', 'elb'],
]);

/** S3 types that version 6 of the provider suffixed with V2 and version 7 names plainly again. */
const S3_V2 = /^aws:s3\/(\w+?)V2:(\w+?)V2$/;

/** One token for one kind of resource, whatever the age of the program: `aws:alb/listener:Listener` is `aws:lb/…`. */
export function canonicalType(type: string): string {
  const s3 = S3_V2.exec(type);
  if (s3 !== null) return `aws:s3/${s3[1]}:${s3[2]}`;
  const slash = type.indexOf('/');
  if (slash < 0 || !type.startsWith('aws:')) return type;
  const module = MODULES.get(type.slice(4, slash));
  return module === undefined ? type : `aws:${module}${type.slice(slash)}`;
}

/** Is this a resource of the AWS provider? Components that are named `aws:…` have no file part in their token. */
export const isAwsResource = (type: string): boolean => type.startsWith('aws:') && type.includes('/');

export const isProvider = (type: string): boolean => type.startsWith('pulumi:providers:');
