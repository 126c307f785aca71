import type { Properties } from '../../properties';
import { known, type Maybe, mapReading, type Reading, unknown, withDefault } from '../../reading';
import type { Charge } from '../charge';
import { type Bill, countOf, fromTo, priced, type Quantity, type Service } from '../service';
import { assume } from '../usage';

const DATA = { dataProcessedGb: assume(0, 100, 'GB a month') };

/**
 * Amazon VPC: NAT gateways, public IPv4 addresses, endpoints, VPN connections, transit gateways, address management and
 * traffic mirroring. Data transfer to the internet and between zones and the addresses of VPN tunnels are not counted.
 */
export const vpc: Service = {
  product: 'Amazon VPC',
  pricingPage: 'https://aws.amazon.com/vpc/pricing/',
  readOn: '2026-11-24',
  resources: {
    // A private gateway costs what a public one does.
    'aws:ec2/natGateway:NatGateway': priced(DATA, (bill) => {
      const nat = bill.under('Amazon EC2'); // AWS bills NAT gateways with EC2, not with the VPC
      return [
        nat.hourly('NAT gateway', 'natgateway/nat.hour', natZones(bill.properties)),
        nat.usage('NAT gateway data processed', 'natgateway/nat.gb', 'dataProcessedGb'),
      ];
    }),
    'aws:ec2/eip:Eip': priced({}, elasticIp),
    'aws:ec2/vpcEndpoint:VpcEndpoint': priced(DATA, endpoint),

    'aws:ec2/vpnConnection:VpnConnection': priced(DATA, vpnConnection),
    'aws:ec2clientvpn/endpoint:Endpoint': priced(
      { connectionHours: assume(0, 730, 'hours of connected clients a month') },
      (bill) => [bill.usage('Client VPN connections', 'vpc/client-vpn-connection.hour', 'connectionHours')],
    ),
    'aws:ec2clientvpn/networkAssociation:NetworkAssociation': priced({}, (bill) => [
      bill.hourly('Client VPN endpoint association', 'vpc/client-vpn-endpoint-association.hour'),
    ]),

    'aws:ec2transitgateway/vpcAttachment:VpcAttachment': priced(DATA, (bill) => [
      bill.hourly('Transit gateway VPC attachment', 'vpc/tgw-vpc-attachment.hour'),
      bill.usage('Transit gateway data processed', 'vpc/tgw-data.gb', 'dataProcessedGb'),
    ]),
    'aws:ec2transitgateway/connect:Connect': priced({}, (bill) => [
      bill.hourly('Transit gateway Connect attachment', 'vpc/tgw-connect-attachment.hour'),
    ]),
    // Both ends of a peering pay for their attachment, each in its own region; the data pays as data transfer.
    'aws:ec2transitgateway/peeringAttachment:PeeringAttachment': priced({}, peering),
    'aws:ec2transitgateway/peeringAttachmentAccepter:PeeringAttachmentAccepter': priced({}, peering),

    'aws:ec2/vpcIpam:VpcIpam': priced({ activeIps: assume(0, 100, 'active IP addresses') }, (bill) => {
      const tier = withDefault(bill.properties.text('tier'), 'advanced'); // the provider's default
      if (tier.state === 'known' && tier.value === 'free') return [];
      const key = mapReading(tier, () => 'vpc/ipam-active-ip.hour');
      return [bill.usage('IP Address Manager, active addresses', key, 'activeIps', 730)];
    }),
    'aws:ec2/trafficMirrorSession:TrafficMirrorSession': priced({}, (bill) => [
      bill.hourly('Traffic mirroring', 'vpc/traffic-mirror-eni.hour'),
    ]),
  },
};

/** What is charged for each zone where the plan does not say how many there are. */
export const SOME_ZONES = fromTo(1, 3);

/** Public IPv4 addresses are billed with the VPC, whatever they belong to. */
export const publicAddresses = (bill: Bill, count: Quantity = 1): Charge =>
  bill.under('Amazon VPC').hourly('Public IPv4 address', 'vpc/public-ipv4.hour', count);

/** A regional gateway grows into every zone that has something to send. */
function natZones(nat: Properties): Quantity {
  const mode = withDefault(nat.text('availabilityMode'), 'zonal'); // the provider's default
  if (mode.state === 'known' && mode.value === 'zonal') return 1;
  return SOME_ZONES;
}

/** The same price in use or idle. Addresses that one brings along are free; other pools have prices of their own. */
function elasticIp(bill: Bill): Charge[] {
  const pool = withDefault(bill.properties.text('publicIpv4Pool'), 'amazon'); // EC2's default
  const others = ['ipamPoolId', 'customerOwnedIpv4Pool'];
  if (others.some((name) => bill.properties.any(name).state !== 'absent')) {
    return [bill.hourly('Public IPv4 address', unknown('no price is kept for addresses of this pool'))];
  }
  if (pool.state === 'known' && pool.value !== 'amazon') return [];
  return [publicAddresses(bill, pool.state === 'known' ? 1 : fromTo(0, 1))];
}

function endpoint(bill: Bill<'dataProcessedGb'>): Charge[] {
  const type = withDefault(bill.properties.text('vpcEndpointType'), 'Gateway'); // the provider's default
  if (type.state !== 'known') return [bill.hourly('VPC endpoint', type)];
  switch (type.value) {
    case 'Gateway': // free
      return [];
    case 'Interface':
      return [
        bill.hourly('Interface endpoint', 'vpc/interface-endpoint.hour', endpointZones(bill.properties)),
        bill.usage('Interface endpoint data processed', 'vpc/interface-endpoint.gb', 'dataProcessedGb'),
      ];
    case 'GatewayLoadBalancer':
      return [
        bill.hourly('Gateway Load Balancer endpoint', 'vpc/gwlb-endpoint.hour', endpointZones(bill.properties)),
        bill.usage('Gateway Load Balancer endpoint data processed', 'vpc/gwlb-endpoint.gb', 'dataProcessedGb'),
      ];
    default:
      return [bill.hourly('VPC endpoint', unknown('no price is kept for endpoints of this type'))];
  }
}

/** One network interface for each subnet; subnets may also be added by resources of their own. */
function endpointZones(properties: Properties): Quantity {
  const subnets = zoneCount(properties, ['subnetIds', 'subnetConfigurations']);
  return subnets.state === 'known' ? subnets : SOME_ZONES;
}

/** The length of the first of these lists that is set. */
export function zoneCount(properties: Properties, names: readonly string[]): Reading<number> {
  const lists = names.map((name) => countOf(properties.list(name)));
  const filled = lists.find((count) => count.state === 'known' && count.value > 0);
  return filled ?? lists.find((count) => count.state === 'unknown') ?? { state: 'absent' };
}

function vpnConnection(bill: Bill<'dataProcessedGb'>): Charge[] {
  const { properties } = bill;
  const charges = [bill.hourly('Site-to-Site VPN connection', vpnPrice(properties))];
  if (properties.any('transitGatewayId').state !== 'absent') {
    charges.push(
      bill.hourly('Transit gateway VPN attachment', 'vpc/tgw-vpn-attachment.hour'),
      bill.usage('Transit gateway data processed', 'vpc/tgw-data.gb', 'dataProcessedGb'),
    );
  }
  const fast = withDefault(properties.flag('enableAcceleration'), false); // the provider's default
  if (fast.state !== 'known' || fast.value) {
    charges.push(bill.hourly('VPN acceleration', unknown('no price is kept for it')));
  }
  return charges;
}

/** Standard tunnels are the default, as CreateVpnConnection documents. */
function vpnPrice(vpn: Properties): Maybe<string> {
  if (vpn.any('vpnConcentratorId').state !== 'absent') return unknown('no price is kept for a VPN concentrator');
  const bandwidth = withDefault(vpn.text('tunnelBandwidth'), 'standard');
  if (bandwidth.state !== 'known') return bandwidth;
  return bandwidth.value === 'standard'
    ? known('vpc/vpn-connection.hour')
    : unknown('no price is kept for such tunnels');
}

function peering(bill: Bill): Charge[] {
  return [bill.hourly('Transit gateway peering attachment', 'vpc/tgw-peering-attachment.hour')];
}
