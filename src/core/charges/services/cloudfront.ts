import type { Properties } from '../../properties';
import { type Reading, sameText, unknown, valueOr, withDefault } from '../../reading';
import type { Charge } from '../charge';
import { byTime, byUse, free, notFound, through } from '../classes';
import { meter, metered, readMeters, usageOfMeters } from '../meters';
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

const AT_THE_EDGE = {
  edgeRequests: meter('Lambda@Edge requests', 'lambda/edge.request', assume(0, 1_000_000, 'runs of functions a month')),
  edgeGbSeconds: meter(
    'Lambda@Edge duration',
    'lambda/edge-duration.gb-second',
    assume(0, 10_000, 'GB-seconds a month'),
  ),
};

/** Amazon CloudFront: data and requests of distributions, and functions that run at the edge. */
export const cloudfront: Service = {
  product: 'Amazon CloudFront',
  pricingPage: 'https://aws.amazon.com/cloudfront/pricing/',
  readOn: '2026-11-24',
  resources: {
    'aws:cloudfront/distribution:Distribution': priced(
      { ...usageOfMeters(TRAFFIC), ...usageOfMeters(AT_THE_EDGE) },
      (metering) => [
        ...readMeters(metering, TRAFFIC),
        ...dedicatedIp(metering),
        ...atTheEdge(metering),
        ...originShield(metering),
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
    'aws:cloudfront/multitenantDistribution:MultitenantDistribution': priced(
      { ...usageOfMeters(TRAFFIC), ...usageOfMeters(AT_THE_EDGE) },
      (metering) => [...readMeters(metering, TRAFFIC), ...atTheEdge(metering), ...originShield(metering)],
    ),
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

/** Functions of Lambda that a behavior starts; those of CloudFront are billed as what they are. */
function atTheEdge(metering: Metering): Charge[] {
  const { properties } = metering;
  const one = properties.object('defaultCacheBehavior');
  const more = ['orderedCacheBehaviors', 'cacheBehaviors'].map((name) => properties.items(name));
  const behaviors = [...(one.state === 'absent' ? [] : [one]), ...more.flatMap(eachOf)];
  const starts = behaviors.some((behavior) => {
    const functions = behavior.state === 'known' ? behavior.value.list('lambdaFunctionAssociations') : behavior;
    return functions.state === 'unknown' || (functions.state === 'known' && functions.value.length > 0);
  });
  return starts ? readMeters(metering.under('AWS Lambda'), AT_THE_EDGE) : [];
}

const eachOf = (list: Reading<Reading<Properties>[]>): Reading<Properties>[] =>
  list.state === 'known' ? list.value : list.state === 'absent' ? [] : [list];

/** Each request that a shield handles is billed. */
function originShield(metering: Metering): Charge[] {
  const shielded = eachOf(metering.properties.items('origins')).some((origin) => {
    // The two kinds of distributions name it as one, and as a list.
    const paths = ['originShield.enabled', 'originShields.enabled'];
    if (origin.state !== 'known') return true;
    return paths.some((path) => valueOr(withDefault(origin.value.flag(path), false), true));
  });
  if (!shielded) return [];
  return [metering.stated('usage', 'Origin Shield', unknown('the book has no price for origins.originShield'))];
}

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
