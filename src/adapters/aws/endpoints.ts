import type { LiveCall } from '../../core/credits/aws-calls';
import { notice } from '../../core/notice';
import { ReadFailure } from './failure';

/** Where a service is asked, and what a request is signed for. */
interface Service {
  readonly host: (region: string) => string;
  readonly signedAs: string;
  /** The end of `AWS_ENDPOINT_URL_…`. */
  readonly variable: string;
  /** JSON services: what stands before the name of the call in `X-Amz-Target`. */
  readonly target?: string;
  /** Of the JSON protocol, where it is not 1.0. */
  readonly version?: string;
}

/** Names and hosts: AWS's API models, botocore 1.44.8. Billing, Free Tier and Cost Explorer live in us-east-1 alone. */
const SERVICES = {
  billing: { host: () => 'billing.us-east-1.api.aws', signedAs: 'billing', variable: 'BILLING', target: 'AWSBilling' },
  freetier: {
    host: () => 'freetier.us-east-1.api.aws',
    signedAs: 'freetier',
    variable: 'FREETIER',
    target: 'AWSFreeTierService',
  },
  costExplorer: { host: () => 'ce.us-east-1.amazonaws.com', signedAs: 'ce', variable: 'COST_EXPLORER' },
  pricing: {
    host: () => 'api.pricing.us-east-1.amazonaws.com',
    signedAs: 'pricing',
    variable: 'PRICING',
    target: 'AWSPriceListService',
    version: '1.1',
  },
  sts: { host: (region) => `sts.${region}.${domainOf(region)}`, signedAs: 'sts', variable: 'STS' },
} as const satisfies Readonly<Record<string, Service>>;

/** China has a domain of its own; GovCloud has that of the other regions (botocore's endpoints, partitions aws-cn, aws-us-gov). */
function domainOf(region: string): string {
  return region.startsWith('cn-') ? 'amazonaws.com.cn' : 'amazonaws.com';
}

const SERVICE_OF: Readonly<Record<LiveCall, Service>> = {
  GetCredits: SERVICES.billing,
  GetCreditAllocationHistory: SERVICES.billing,
  GetAccountPlanState: SERVICES.freetier,
  GetCostAndUsage: SERVICES.costExplorer,
  GetProducts: SERVICES.pricing,
  GetCallerIdentity: SERVICES.sts,
};

export interface Endpoint {
  readonly url: URL;
  readonly region: string;
  readonly signedAs: string;
}

/** Of a service that speaks JSON. */
export interface ServiceEndpoint extends Endpoint {
  readonly target: string | undefined;
  readonly version: string;
}

/**
 * Where a call goes: `AWS_ENDPOINT_URL_<SERVICE>`, then `AWS_ENDPOINT_URL`, then AWS itself. The region is never that of
 * the user but for sts: these services refuse any other signature.
 * https://docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html
 *
 * @throws ReadFailure when such a variable holds no address.
 */
export function endpointOf(call: LiveCall, environment: NodeJS.ProcessEnv): ServiceEndpoint {
  const { host, signedAs, variable, target, version = '1.0' } = SERVICE_OF[call];
  const region = call === 'GetCallerIdentity' ? regionOf(environment) : 'us-east-1';
  return {
    url: statedUrl(variable, environment) ?? new URL(`https://${host(region)}`),
    region,
    signedAs,
    target,
    version,
  };
}

/**
 * Where an object lies. AWS takes the bucket as a part of the host's name, which its certificate allows for one label; a
 * server that the owner states takes it as a part of the path.
 *
 * @throws ReadFailure as above.
 */
export function objectEndpoint(bucket: string, key: string, region: string, environment: NodeJS.ProcessEnv): Endpoint {
  const stated = statedUrl('S3', environment);
  const isInHost = stated === undefined && !bucket.includes('.');
  const aws = `s3.${region}.${domainOf(region)}`;
  const url = new URL(stated ?? `https://${isInHost ? `${bucket}.${aws}` : aws}`);
  const path = [...(isInHost ? [] : [bucket]), ...key.split('/').map(escaped)].join('/');
  url.pathname = `${url.pathname.replace(/\/$/, '')}/${path}`;
  return { url, region, signedAs: 's3' };
}

/** As S3 signs it: RFC 3986, which keeps less than the language does. */
const escaped = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);

export const isRegion = (text: string): boolean => /^[a-z]{2}(-[a-z]+)+-\d+$/.test(text);

/** What is no region would be a part of another address. */
export function regionOf({ AWS_REGION, AWS_DEFAULT_REGION }: NodeJS.ProcessEnv): string {
  const region = AWS_REGION || AWS_DEFAULT_REGION || '';
  return isRegion(region) ? region : 'us-east-1';
}

/** Another place than AWS, where the owner states one: a slip in it must not send the request to AWS after all. */
function statedUrl(variable: string, environment: NodeJS.ProcessEnv): URL | undefined {
  if (environment['AWS_IGNORE_CONFIGURED_ENDPOINT_URLS']?.toLowerCase() === 'true') return undefined;
  const name = [`AWS_ENDPOINT_URL_${variable}`, 'AWS_ENDPOINT_URL'].find((one) => environment[one]);
  const written = name === undefined ? undefined : environment[name];
  if (name === undefined || written === undefined) return undefined;
  if (URL.canParse(written) && /^https?:/i.test(written)) return new URL(written);
  throw new ReadFailure(notice('aws-endpoint-malformed', 'warn', { variable: name }));
}
