import type { PlannedResource } from '../../plan';
import type { Properties } from '../../properties';
import { known, type Maybe, type Reading, unknown, withDefault } from '../../reading';
import type { Charge } from '../charge';
import { countOf, fromTo, type Metering, priced, type Quantity, type ResourcePricing } from '../service';
import { assume } from '../usage';

/** What is charged for each zone where the plan does not say how many there are. */
export const SOME_ZONES = fromTo(1, 3);

/** Public IPv4 addresses are billed with the VPC, whatever they belong to. */
export const publicAddresses = (metering: Metering, count: Quantity = 1): Charge =>
  metering.under('Amazon VPC').hourly('Public IPv4 address', 'vpc/public-ipv4.hour', count);

/** The length of the first of these lists that is set. */
export function zoneCount(properties: Properties, names: readonly string[]): Reading<number> {
  const lists = names.map((name) => countOf(properties.list(name)));
  const filled = lists.find((count) => count.state === 'known' && count.value > 0);
  return filled ?? lists.find((count) => count.state === 'unknown') ?? { state: 'absent' };
}

/** One address for each subnet of a load balancer that faces the internet, which is the provider's default. */
export function balancerAddresses(metering: Metering, zones: readonly string[]): Charge[] {
  const { properties } = metering;
  const internal = withDefault(properties.flag('internal'), false);
  if (internal.state === 'known' && internal.value) return [];
  const family = properties.text('ipAddressType');
  if (family.state === 'known' && family.value === 'dualstack-without-public-ipv4') return [];
  const count = zoneCount(properties, zones);
  const most = count.state === 'known' ? withoutOwn(properties, count) : SOME_ZONES;
  // Mappings that are not known may each name an Elastic IP address of their own.
  const sure = [internal, family, properties.list('subnetMappings')].every(({ state }) => state !== 'unknown');
  return [publicAddresses(metering, sure ? most : fromTo(0, most))];
}

/** A mapping with an Elastic IP address of its own: that one is billed as what it is. */
function withoutOwn(balancer: Properties, count: Reading<number>): Quantity {
  const mappings = balancer.items('subnetMappings');
  if (mappings.state !== 'known' || count.state !== 'known') return count;
  const own = mappings.value.filter((one) => one.state === 'known' && one.value.any('allocationId').state !== 'absent');
  return known(Math.max(0, count.value - own.length));
}

/**
 * Do machines in these subnets get a public address? Undefined where one of the subnets is not in the plan, or they differ.
 * A subnet gives none unless it says so, as the provider documents.
 */
export function subnetsAddress(metering: Metering, property: string): Maybe<boolean> | undefined {
  const list = metering.properties.list(property);
  const linked = metering.plan.allLinked(metering.resource, property);
  const named = list.state !== 'known' ? [] : list.value.flatMap((id) => subnetNamed(metering, id));
  const subnets = new Set([...linked, ...named]);
  const expected = list.state === 'known' ? list.value.length : linked.length;
  if (subnets.size === 0 || subnets.size < expected) return undefined;
  const flags = [...subnets].map(({ type, properties }) =>
    type === SUBNET ? withDefault(properties.flag('mapPublicIpOnLaunch'), false) : unknown('it is no subnet'),
  );
  const [first] = flags;
  const agree = flags.every((flag) => flag.state === 'known' && first?.state === 'known' && flag.value === first.value);
  return agree ? first : undefined;
}

export const SUBNET = 'aws:ec2/subnet:Subnet';

function subnetNamed(metering: Metering, id: Reading<unknown>): PlannedResource[] {
  const found =
    id.state === 'known' && typeof id.value === 'string' ? metering.plan.identified(id.value, [SUBNET]) : undefined;
  return found === undefined ? [] : [found];
}

/** What puts interface endpoints of AWS PrivateLink into subnets; each zone is billed. */
export const interfaceEndpoint = (lists: readonly string[]): ResourcePricing =>
  priced({ dataProcessedGb: assume(0, 100, 'GB a month') }, (metering) => {
    const zones = zoneCount(metering.properties, lists);
    const vpc = metering.under('Amazon VPC');
    return [
      vpc.hourly('Interface endpoint', 'vpc/interface-endpoint.hour', zones.state === 'known' ? zones : SOME_ZONES),
      vpc.usage('Interface endpoint data processed', 'vpc/interface-endpoint.gb', 'dataProcessedGb'),
    ];
  });

/** A database or a broker that is open to the internet has a public address for each of its nodes. It is not by default. */
export function openAddresses(metering: Metering, nodes: Quantity = 1): Charge[] {
  const open = withDefault(metering.properties.flag('publiclyAccessible'), false);
  if (open.state === 'known' && !open.value) return [];
  return [publicAddresses(metering, open.state === 'known' ? nodes : fromTo(0, nodes))];
}
