import type { Charge } from '../charge';
import { byTime, byUse, free, notFound, through } from '../classes';
import { type Bill, fromTo, priced, type Service } from '../service';
import { assume } from '../usage';

/** Amazon CloudFront: data and requests of distributions. The account's monthly free tier is not subtracted. */
export const cloudfront: Service = {
  product: 'Amazon CloudFront',
  pricingPage: 'https://aws.amazon.com/cloudfront/pricing/',
  readOn: '2026-11-24',
  resources: {
    'aws:cloudfront/distribution:Distribution': priced(
      { dataOutGb: assume(0, 100, 'GB a month'), monthlyRequests: assume(0, 1_000_000, 'requests a month') },
      (bill) => [
        bill.usage('Data to viewers, US and Europe', 'cloudfront/us-eu-internet-out-first10tb.gb', 'dataOutGb'),
        bill.usage('HTTPS requests, US', 'cloudfront/us-https.request', 'monthlyRequests'),
        ...dedicatedIp(bill),
      ],
    ),

    'aws:cloudfront/anycastIpList:AnycastIpList': byTime(
      'fixed monthly fee for each list (3,000 dollars: C), whether used or not',
    ),
    'aws:cloudfront/connectionFunction:ConnectionFunction': byUse('invocations', 'C'),
    'aws:cloudfront/connectionGroup:ConnectionGroup': through(
      'aws:cloudfront/multitenantDistribution:MultitenantDistribution',
      'an address group of tenants',
      'C',
    ),
    'aws:cloudfront/distributionTenant:DistributionTenant': byUse(
      'requests and data out, tenants above a free number are billed each',
    ),
    'aws:cloudfront/fieldLevelEncryptionConfig:FieldLevelEncryptionConfig': byUse('requests with encrypted fields'),
    'aws:cloudfront/function:Function': byUse('invocations'),
    'aws:cloudfront/keyValueStore:KeyValueStore': byUse('reads and writes'),
    'aws:cloudfront/keyvaluestoreKey:KeyvaluestoreKey': byUse('reads and writes'),
    'aws:cloudfront/keyvaluestoreKeysExclusive:KeyvaluestoreKeysExclusive': byUse('reads and writes'),
    'aws:cloudfront/monitoringSubscription:MonitoringSubscription': byTime(
      'additional metrics of a distribution, a fixed number of CloudWatch metrics',
    ),
    'aws:cloudfront/multitenantDistribution:MultitenantDistribution': byUse(
      'requests and data out, tenants above a free number are billed each',
    ),
    'aws:cloudfront/realtimeLogConfig:RealtimeLogConfig': byUse('log lines, and the stream'),
    'aws:cloudfront/trustStore:TrustStore': notFound('mutual TLS for viewers, price not seen', 'D'),
    ...free(
      'cloudfront',
      `
        cachePolicy continuousDeploymentPolicy fieldLevelEncryptionProfile keyGroup originAccessControl
        originAccessIdentity originRequestPolicy publicKey responseHeadersPolicy vpcOrigin
      `,
    ),
  },
};

/** Serving old clients that know no SNI takes addresses for the certificate alone, at a high monthly price. */
function dedicatedIp(bill: Bill): Charge[] {
  const method = bill.properties.text('viewerCertificate.sslSupportMethod');
  if (method.state === 'absent' || (method.state === 'known' && method.value !== 'vip')) return [];
  const count = method.state === 'known' ? 1 : fromTo(0, 1);
  return [
    bill.monthly('Dedicated IP custom SSL', 'cloudfront/custom-ssl-dedicated-ip.month', count, 'custom certificate'),
  ];
}
