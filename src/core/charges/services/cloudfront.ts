import { sameText, withDefault } from '../../reading';
import type { Charge } from '../charge';
import { byTime, byUse, free, notFound, through } from '../classes';
import { meter, metered } from '../meters';
import { fromTo, type Metering, priced, type Service } from '../service';
import { assume } from '../usage';

const TRAFFIC = {
  dataOutGb: meter(
    'Data to viewers, US and Europe',
    'cloudfront/us-eu-internet-out-first10tb.gb',
    assume(0, 100, 'GB a month'),
  ),
  monthlyRequests: meter('HTTPS requests, US', 'cloudfront/us-https.request', assume(0, 1_000_000, 'requests a month')),
};

/** Amazon CloudFront: data and requests of distributions. */
export const cloudfront: Service = {
  product: 'Amazon CloudFront',
  pricingPage: 'https://aws.amazon.com/cloudfront/pricing/',
  readOn: '2026-11-24',
  resources: {
    'aws:cloudfront/distribution:Distribution': priced(
      { dataOutGb: assume(0, 100, 'GB a month'), monthlyRequests: assume(0, 1_000_000, 'requests a month') },
      (metering) => [
        metering.usage('Data to viewers, US and Europe', 'cloudfront/us-eu-internet-out-first10tb.gb', 'dataOutGb'),
        metering.usage('HTTPS requests, US', 'cloudfront/us-https.request', 'monthlyRequests'),
        ...dedicatedIp(metering),
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
    'aws:cloudfront/distributionTenant:DistributionTenant': through(
      'aws:cloudfront/multitenantDistribution:MultitenantDistribution',
      'its requests and data count there',
    ),
    'aws:cloudfront/fieldLevelEncryptionConfig:FieldLevelEncryptionConfig': byUse('requests with encrypted fields'),
    'aws:cloudfront/function:Function': metered({
      millionInvocations: meter(
        'Function invocations',
        'cloudfront/function.million-invocations',
        assume(0, 1, 'million invocations a month'),
      ),
    }),
    'aws:cloudfront/keyValueStore:KeyValueStore': byUse('reads and writes'),
    'aws:cloudfront/keyvaluestoreKey:KeyvaluestoreKey': byUse('reads and writes'),
    'aws:cloudfront/keyvaluestoreKeysExclusive:KeyvaluestoreKeysExclusive': byUse('reads and writes'),
    'aws:cloudfront/monitoringSubscription:MonitoringSubscription': priced({}, (metering) => {
      const status = withDefault(
        metering.properties.text(
          'monitoringSubscription.realtimeMetricsSubscriptionConfig.realtimeMetricsSubscriptionStatus',
        ),
        'Enabled',
      );
      if (status.state === 'known' && status.value === 'Disabled') return [];
      // Eight more metrics of the distribution, AWS documents.
      const metrics = status.state === 'known' ? 8 : fromTo(0, 8);
      const key = 'cloudwatch/metric-first10k.metric-month';
      return [metering.under('Amazon CloudWatch').monthly('Additional metrics', key, metrics, 'metrics')];
    }),
    'aws:cloudfront/multitenantDistribution:MultitenantDistribution': metered(TRAFFIC),
    'aws:cloudfront/realtimeLogConfig:RealtimeLogConfig': metered({
      millionLogLines: meter(
        'Real-time log lines',
        'cloudfront/realtime-log.million-lines',
        assume(0, 1, 'million lines a month'),
      ),
    }),
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
function dedicatedIp(metering: Metering): Charge[] {
  const method = metering.properties.text('viewerCertificate.sslSupportMethod');
  if (method.state === 'absent' || (method.state === 'known' && !sameText(method.value, 'vip'))) return [];
  const count = method.state === 'known' ? 1 : fromTo(0, 1);
  return [
    metering.monthly(
      'Dedicated IP custom SSL',
      'cloudfront/custom-ssl-dedicated-ip.month',
      count,
      'custom certificate',
    ),
  ];
}
