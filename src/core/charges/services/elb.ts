import type { Properties } from '../../properties';
import { known, type Reading, unknown, withDefault } from '../../reading';
import type { Charge } from '../charge';
import { type Bill, fromTo, priced, type Quantity, type Service } from '../service';
import { assume } from '../usage';
import { publicAddresses, SOME_ZONES, zoneCount } from './vpc';

/** Elastic Load Balancing: hours and capacity units of each kind of load balancer, and their public addresses. */
export const elb: Service = {
  product: 'Elastic Load Balancing',
  pricingPage: 'https://aws.amazon.com/elasticloadbalancing/pricing/',
  readOn: '2026-11-24',
  resources: {
    'aws:lb/loadBalancer:LoadBalancer': priced({ capacityUnits: assume(0, 1, 'capacity units on average') }, (bill) => {
      const type = withDefault(bill.properties.text('loadBalancerType'), 'application'); // the provider's default
      if (type.state !== 'known') return [bill.hourly('Load balancer', type)];
      const kind = KINDS.get(type.value);
      if (kind === undefined) return [bill.hourly('Load balancer', unknown('no price is kept for this type'))];
      return [
        bill.hourly(kind.name, kind.hour),
        bill.usage(`${kind.name} capacity units`, kind.unit, 'capacityUnits', 730),
        ...(kind.isPublic ? addresses(bill, ['subnets', 'subnetMappings']) : []),
      ];
    }),

    'aws:elb/loadBalancer:LoadBalancer': priced({ dataProcessedGb: assume(0, 100, 'GB a month') }, (bill) => [
      bill.hourly('Classic Load Balancer', 'elb/clb.hour'),
      bill.usage('Classic Load Balancer data processed', 'elb/clb.gb', 'dataProcessedGb'),
      ...addresses(bill, ['subnets', 'availabilityZones']),
    ]),
  },
};

const KINDS = new Map([
  [
    'application',
    { name: 'Application Load Balancer', hour: 'elb/alb.hour', unit: 'elb/alb.lcu-hour', isPublic: true },
  ],
  ['network', { name: 'Network Load Balancer', hour: 'elb/nlb.hour', unit: 'elb/nlb.nlcu-hour', isPublic: true }],
  // It only passes traffic on inside the network.
  ['gateway', { name: 'Gateway Load Balancer', hour: 'elb/gwlb.hour', unit: 'elb/gwlb.glcu-hour', isPublic: false }],
]);

/** One address for each subnet of a load balancer that faces the internet, which is the provider's default. */
function addresses(bill: Bill, zones: readonly string[]): Charge[] {
  const { properties } = bill;
  const internal = withDefault(properties.flag('internal'), false);
  if (internal.state === 'known' && internal.value) return [];
  const family = properties.text('ipAddressType');
  if (family.state === 'known' && family.value === 'dualstack-without-public-ipv4') return [];
  const count = zoneCount(properties, zones);
  const most = count.state === 'known' ? withoutOwn(properties, count) : SOME_ZONES;
  const sure = internal.state === 'known' && family.state !== 'unknown';
  return [publicAddresses(bill, sure ? most : fromTo(0, most))];
}

/** A mapping with an Elastic IP address of its own: that one is billed as what it is. */
function withoutOwn(balancer: Properties, count: Reading<number>): Quantity {
  const mappings = balancer.items('subnetMappings');
  if (mappings.state !== 'known' || count.state !== 'known') return count;
  const own = mappings.value.filter((one) => one.state === 'known' && one.value.any('allocationId').state !== 'absent');
  return known(Math.max(0, count.value - own.length));
}
