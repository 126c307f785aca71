import type { LiveCall } from '../../core/credits/aws-calls';
import { notice } from '../../core/notice';
import type { AwsSettings } from './aws-settings';
import { ReadFailure } from './failure';

/** Where a service is asked, and what a request is signed for. */
interface Service {
  readonly host: (region: string) => string;
  /** That with the cryptography of FIPS 140, where AWS lists one for the region. */
  readonly fipsHost?: (region: string) => string | undefined;
  readonly signedAs: string;
  /** The end of `AWS_ENDPOINT_URL_…`. */
  readonly variable: string;
  /** JSON services: what stands before the name of the call in `X-Amz-Target`. */
  readonly target?: string;
  /** Of the JSON protocol, where it is not 1.0. */
  readonly version?: string;
}

/**
 * Names and hosts: AWS's API models, botocore 1.44.8. Billing, Free Tier and Cost Explorer live in us-east-1 alone. Hosts for
 * FIPS: those that its list of endpoints names (endpoints.json), where these three and the price list have none.
 */
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
  sts: {
    host: (region) => `sts.${region}.${domainOf(region)}`,
    fipsHost: (region) =>
      region.startsWith('us-')
        ? `sts${region.startsWith('us-gov-') ? '' : '-fips'}.${region}.amazonaws.com`
        : undefined,
    signedAs: 'sts',
    variable: 'STS',
  },
  s3: {
    host: (region) => `s3.${region}.${domainOf(region)}`,
    fipsHost: (region) => (/^(?:us|ca)-/.test(region) ? `s3-fips.${region}.amazonaws.com` : undefined),
    signedAs: 's3',
    variable: 'S3',
  },
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
 * Where a call goes: the place that the owner states, else AWS itself. The region is never that of the user but for sts:
 * these services refuse any other signature.
 *
 * @throws ReadFailure when what is stated is no address, or asks for what AWS does not have.
 */
export function endpointOf(call: LiveCall, settings: AwsSettings): ServiceEndpoint {
  const service: Service = SERVICE_OF[call];
  const { signedAs, target, version = '1.0' } = service;
  const region = call === 'GetCallerIdentity' ? settings.region : 'us-east-1';
  const url = settings.endpoint(service.variable) ?? new URL(`https://${hostOf(service, region, settings)}`);
  return { url, region, signedAs, target, version };
}

/** Whom a call asks in place of AWS, where its owner states somebody. @throws ReadFailure */
export const statedHost = (call: LiveCall, settings: AwsSettings): string | undefined =>
  settings.endpoint(SERVICE_OF[call].variable)?.host;

/**
 * Where an object lies. AWS takes the bucket as a part of the host's name, which its certificate allows for one label; a
 * server that the owner states takes it as a part of the path.
 *
 * @throws ReadFailure as above.
 */
export function objectEndpoint(bucket: string, key: string, region: string, settings: AwsSettings): Endpoint {
  const { s3 } = SERVICES;
  const stated = settings.endpoint(s3.variable);
  const isInHost = stated === undefined && !bucket.includes('.');
  const url = stated ?? new URL(`https://${isInHost ? `${bucket}.` : ''}${hostOf(s3, region, settings)}`);
  const path = [...(isInHost ? [] : [bucket]), ...key.split('/').map(escaped)].join('/');
  url.pathname = `${url.pathname.replace(/\/$/, '')}/${path}`;
  return { url, region, signedAs: s3.signedAs };
}

/** AWS's own. Another one than asked for would break its owner's rules; a place that the owner states may be any. */
function hostOf({ host, fipsHost, variable }: Service, region: string, { fips }: AwsSettings): string {
  if (fips === undefined) return host(region);
  const found = fipsHost?.(region);
  if (found !== undefined) return found;
  const ordinary = `https://${host(region)}`;
  throw new ReadFailure(notice('aws-no-fips', 'warn', { place: fips, service: variable, ordinary }));
}

/** As S3 signs it: RFC 3986, which keeps less than the language does. */
const escaped = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
