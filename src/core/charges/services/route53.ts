import { between, type Range, usd } from '../../money';
import type { Properties } from '../../properties';
import { known, type Maybe, mapReading, valueOr, withDefault } from '../../reading';
import type { Charge } from '../charge';
import { byUse, free, through } from '../classes';
import { meter, metered } from '../meters';
import { notPriced } from '../parts/not-priced';
import { countOf, type Metering, priced, priceKey, product, type Service } from '../service';
import { assume } from '../usage';

/**
 * Amazon Route 53: hosted zones, health checks, resolver endpoints, traffic policy records and profiles. Queries are not
 * counted, and domain registrations are no part of the ordinary charges.
 */
export const route53: Service = {
  product: 'Amazon Route 53',
  pricingPage: 'https://aws.amazon.com/route53/pricing/',
  readOn: '2026-11-24',
  resources: {
    // How many zones the account has outside this plan is not known; after 25 a zone is cheaper.
    'aws:route53/zone:Zone': priced({}, (metering) => [
      metering.monthly('Hosted zone', 'route53/hosted-zone-first25.month', 1, 'zones'),
    ]),
    'aws:route53/healthCheck:HealthCheck': priced({}, healthCheck),
    'aws:route53/trafficPolicyInstance:TrafficPolicyInstance': priced({}, (metering) => [
      metering.monthly('Traffic policy record', 'route53/traffic-policy-record.month', 1, 'records'),
    ]),
    'aws:route53/resolverEndpoint:ResolverEndpoint': priced(
      { dnsQueries: assume(0, 1_000_000, 'queries a month') },
      (metering) => [
        metering.hourly(
          'Resolver endpoint network interface',
          'route53/resolver-endpoint.eni-hour',
          mapReading(metering.properties.list('ipAddresses'), (addresses) => addresses.length),
        ),
        metering.usage('Resolver queries', 'route53/resolver-query-first1b', 'dnsQueries'),
        ...notPriced(metering, 'Detailed metrics', ['rniEnhancedMetricsEnabled', 'targetNameServerMetricsEnabled']),
      ],
    ),
    'aws:route53/profilesAssociation:ProfilesAssociation': priced({}, (metering) => [
      metering.hourly('Profile association', 'route53/profile.hour'),
    ]),

    'aws:route53/cidrCollection:CidrCollection': byUse('blocks beyond 1,000 are billed a month each'),
    'aws:route53/cidrLocation:CidrLocation': byUse('blocks beyond 1,000 are billed a month each'),
    'aws:route53/profilesProfile:ProfilesProfile': through(
      'aws:route53/profilesAssociation:ProfilesAssociation',
      'billed by its associations',
    ),
    'aws:route53/queryLog:QueryLog': metered({
      loggedGb: meter('Query logs', 'cloudwatch/vended-logs-first10tb.gb', assume(0, 1, 'GB a month')),
    }),
    'aws:route53/record:Record': through(
      'aws:route53/zone:Zone',
      'queries are billed by routing type, records beyond 10,000 in a zone are billed each',
    ),
    'aws:route53/recordsExclusive:RecordsExclusive': through(
      'aws:route53/zone:Zone',
      'queries are billed by routing type, records beyond 10,000 in a zone are billed each',
    ),
    'aws:route53/resolverFirewallDomainList:ResolverFirewallDomainList': priced({}, (metering) => {
      const domains = metering.properties.list('domains');
      const count = withDefault(countOf(domains), 0);
      return [metering.monthly('DNS Firewall domains', 'route53/dns-firewall-domain.month', count, 'domains')];
    }),
    'aws:route53/resolverFirewallRule:ResolverFirewallRule': through(
      'aws:route53/resolverFirewallRuleGroupAssociation:ResolverFirewallRuleGroupAssociation',
      'queries are billed where its group is used',
    ),
    'aws:route53/resolverFirewallRuleGroupAssociation:ResolverFirewallRuleGroupAssociation': metered({
      dnsQueries: meter(
        'DNS Firewall queries',
        'route53/dns-firewall-query-first1b',
        assume(0, 1_000_000, 'queries a month'),
      ),
    }),
    'aws:route53/resolverQueryLogConfig:ResolverQueryLogConfig': metered({
      loggedGb: meter('Query logs', 'cloudwatch/vended-logs-first10tb.gb', assume(0, 10, 'GB a month')),
    }),
    'aws:route53/resolverQueryLogConfigAssociation:ResolverQueryLogConfigAssociation': through(
      'aws:route53/resolverQueryLogConfig:ResolverQueryLogConfig',
      'one more VPC whose queries are logged',
    ),
    ...free(
      'route53',
      `
        delegationSet hostedZoneDnsSec keySigningKey profilesResourceAssociation resolverConfig
        resolverDnsSecConfig resolverFirewallConfig resolverFirewallRuleGroup resolverRule
        resolverRuleAssociation trafficPolicy vpcAssociationAuthorization zoneAssociation
      `,
    ),
  },
};

/** Checks of something outside AWS cost more, and where an endpoint stands is not known: a range of both prices. */
function healthCheck(metering: Metering): Charge[] {
  const type = metering.properties.text('type');
  if (type.state !== 'known') return [metering.monthly('Health check', priceKey`route53/${type}`, 1, 'checks')];
  if (type.value === 'CALCULATED' || type.value === 'CLOUDWATCH_METRIC') {
    return [metering.monthly('Health check', 'route53/health-check-aws.month', 1, 'checks')];
  }
  const check = eitherPrice(metering, 'route53/health-check-aws.month', 'route53/health-check-non-aws.month');
  const charges = [metering.stated('hourly', 'Health check', check, '1 checks')];
  const options = optionCount(metering.properties, type.value);
  if (options.max.eq(0)) return charges;
  const price = eitherPrice(
    metering,
    'route53/health-check-option-aws.month',
    'route53/health-check-option-non-aws.month',
  );
  return [
    ...charges,
    metering.stated(
      'hourly',
      'Health check options',
      mapReading(price, (range) => product(range, options)),
    ),
  ];
}

/** HTTPS, a search in the answer, an interval of ten seconds and the measuring of latency are each an option. */
function optionCount(check: Properties, type: string): Range {
  const fast = mapReading(withDefault(check.quantity('requestInterval'), 30), (seconds) => seconds === 10);
  const latency = withDefault(check.flag('measureLatency'), false); // the provider's default
  const kind = type.toUpperCase();
  const options = [known(kind.startsWith('HTTPS')), known(kind.endsWith('STR_MATCH')), fast, latency];
  const count = (whenUnknown: boolean) => usd(options.filter((option) => valueOr(option, whenUnknown)).length);
  return between(count(false), count(true));
}

function eitherPrice(metering: Metering, one: string, other: string): Maybe<Range> {
  const [first, second] = [metering.price(one), metering.price(other)];
  if (first.state !== 'known') return first;
  return second.state === 'known' ? known(between(usd(first.value.usd), usd(second.value.usd))) : second;
}
