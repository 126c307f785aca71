import type { Properties } from '../../properties';
import {
  absent,
  known,
  type Maybe,
  mapReading,
  type Reading,
  sameText,
  unknown,
  valueOr,
  withDefault,
} from '../../reading';
import type { Charge } from '../charge';
import { byTime, free, notFound, once, through } from '../classes';
import { publicAddresses, SOME_ZONES, SUBNET, zoneCount } from '../parts/addresses';
import {
  blockDevices,
  dedicatedHours,
  eitherLaunch,
  fleetCharges,
  host,
  inherit,
  inMachines,
  LAUNCH_USAGE,
  type Launch,
  launchCharges,
  launchElsewhere,
  launchTemplate,
  market,
  readRoot,
  shared,
  unlimitedCredits,
} from '../parts/launch';
import { licenceCharges, licenceOfImage, licenceOfInstance, licenceOfPlatform } from '../parts/operating-system';
import { snapshots } from '../parts/volumes';
import { fromTo, type Metering, priced, priceKey, type Quantity, type Service } from '../service';
import { assume } from '../usage';

/**
 * Amazon EC2: instances, capacity reservations and dedicated hosts. What an image runs is not known
 * from a plan, so the price of an instance is that for Linux. Data transfer and CPU credits are not counted.
 */
export const ec2: Service = {
  product: 'Amazon EC2',
  pricingPage: 'https://aws.amazon.com/ec2/pricing/on-demand/',
  readOn: '2026-11-24',
  resources: {
    'aws:ec2/instance:Instance': priced(LAUNCH_USAGE, (metering) => launchCharges(metering, instance(metering))),
    'aws:ec2/spotInstanceRequest:SpotInstanceRequest': priced(LAUNCH_USAGE, (metering) =>
      launchCharges(metering, { ...instance(metering), market: known('spot') }),
    ),

    // Billed whether an instance runs in it or not.
    'aws:ec2/capacityReservation:CapacityReservation': priced({}, (metering) => {
      const { properties } = metering;
      const type = shared(properties.text('instanceType'), properties.text('tenancy'));
      const count = properties.quantity('instanceCount');
      const platform = properties.text('instancePlatform');
      const isDedicated = valueOr(properties.text('tenancy'), '') === 'dedicated';
      const reserved = isDedicated
        ? dedicatedHours(metering, properties.text('instanceType'), count)
        : metering.hourly('Capacity reservation, Linux price', priceKey`ec2/${type}.hour`, count);
      if (platform.state === 'known' && platform.value === 'Linux/UNIX') return [reserved];
      const types = [properties.text('instanceType')] as const;
      return [reserved, ...licenceCharges(metering, licenceOfPlatform(platform), types, count)];
    }),
    'aws:ec2/dedicatedHost:DedicatedHost': priced({}, (metering) => [
      metering.hourly('Dedicated host', priceKey`ec2-host/${hostFamily(metering.properties)}.hour`),
    ]),
    // An image made from an instance or copied from elsewhere brings snapshots of its own.
    'aws:ec2/amiCopy:AmiCopy': snapshots,
    'aws:ec2/amiFromInstance:AmiFromInstance': snapshots,

    'aws:ec2/ami:Ami': through('aws:ebs/snapshot:Snapshot', 'registers an image, its snapshots are billed'),
    'aws:ec2/capacityBlockReservation:CapacityBlockReservation': once('the whole price is charged when it is reserved'),
    'aws:ec2/encryptionControl:EncryptionControl': byTime(
      'Amazon VPC, each VPC with resources an hour since 2026-03 (about 110 dollars a month)',
      'C',
    ),
    'aws:ec2/fleet:Fleet': priced(LAUNCH_USAGE, (metering) =>
      fleetCharges(metering, { configs: 'launchTemplateConfigs', ...fleetCapacity(metering.properties) }),
    ),
    'aws:ec2/flowLog:FlowLog': priced({ deliveredGb: assume(0, 10, 'GB a month') }, (metering) => {
      const type = withDefault(metering.properties.text('logDestinationType'), 'cloud-watch-logs'); // the provider's default
      const key = mapReading(type, (name) =>
        name === 'cloud-watch-logs' ? 'cloudwatch/vended-logs-first10tb.gb' : 'cloudwatch/logs-delivery-first10tb.gb',
      );
      return [metering.under('Amazon CloudWatch').usage('Flow logs delivered', key, 'deliveredGb')];
    }),
    'aws:ec2/networkInsightsAnalysis:NetworkInsightsAnalysis': priced({}, (metering) => [
      metering
        .under('Amazon VPC')
        .once('once', 'Reachability analysis', { key: 'vpc/reachability-analysis', count: 1 }),
    ]),
    'aws:ec2/secondaryNetwork:SecondaryNetwork': notFound('new kind of network for accelerators, no price seen', 'D'),
    'aws:ec2/secondarySubnet:SecondarySubnet': notFound('new kind of network for accelerators, no price seen', 'D'),
    'aws:ec2/spotFleetRequest:SpotFleetRequest': priced(LAUNCH_USAGE, (metering) => {
      const target = metering.properties.quantity('targetCapacity');
      // What is not asked for on demand is bought on the Spot market, at most at the on-demand price.
      const onDemand = withDefault(metering.properties.quantity('onDemandTargetCapacity'), 0);
      const count = fromTo(onDemand, target);
      const specified = metering.properties.items('launchSpecifications');
      if (specified.state === 'absent') {
        return fleetCharges(metering, { configs: 'launchTemplateConfigs', count, spot: true });
      }
      if (specified.state === 'unknown') return [metering.hourly('EC2 Spot instance', specified)];
      const launches = specified.value.map((one) =>
        one.state === 'known'
          ? specifiedLaunch(one.value)
          : launchElsewhere(unknown('one of launchSpecifications is not known')),
      );
      return eitherLaunch(metering, launches, inMachines(count, specified), true);
    }),
    'aws:ec2/vpcEncryptionControl:VpcEncryptionControl': byTime(
      'Amazon VPC, each VPC with resources an hour since 2026-03 (about 110 dollars a month)',
      'C',
    ),
    'aws:ec2/vpcEndpointService:VpcEndpointService': priced({}, (metering) =>
      metering.properties.any('supportedRegions').state === 'absent'
        ? []
        : [metering.under('Amazon VPC').hourly('Service in further regions', unknown('no price for supportedRegions'))],
    ),
    'aws:ec2/vpcEndpointSubnetAssociation:VpcEndpointSubnetAssociation': priced({}, (metering) => {
      const endpoint = metering.linked('vpcEndpointId', 'aws:ec2/vpcEndpoint:VpcEndpoint')?.properties;
      const type =
        endpoint === undefined
          ? metering.missing('vpcEndpointId')
          : withDefault(endpoint.text('vpcEndpointType'), 'Gateway');
      if (type.state === 'known' && type.value === 'Gateway') return [];
      const key = mapReading(type, (name) =>
        name === 'GatewayLoadBalancer' ? 'vpc/gwlb-endpoint.hour' : 'vpc/interface-endpoint.hour',
      );
      return [metering.under('Amazon VPC').hourly('Endpoint in one more zone', key)];
    }),
    'aws:ec2/vpcIpamPoolCidr:VpcIpamPoolCidr': priced({}, (metering) => {
      const pool = metering.linked('ipamPoolId', 'aws:ec2/vpcIpamPool:VpcIpamPool')?.properties;
      const source =
        pool === undefined ? metering.missing('ipamPoolId') : withDefault(pool.text('publicIpSource'), 'byoip'); // the provider's default
      if (source.state === 'known' && !sameText(source.value, 'amazon')) return [];
      const length = metering.properties.quantity('netmaskLength');
      const count = mapReading(source.state === 'known' ? length : source, (bits) => 2 ** (32 - bits));
      return [
        metering.under('Amazon VPC').hourly('Contiguous public IPv4 addresses', 'vpc/byo-contiguous-ipv4.hour', count),
      ];
    }),
    'aws:ec2/vpcIpamResourceDiscovery:VpcIpamResourceDiscovery': through(
      'aws:ec2/vpcIpam:VpcIpam',
      'addresses that it finds count for the IP Address Manager',
    ),
    'aws:ec2/vpcIpamResourceDiscoveryAssociation:VpcIpamResourceDiscoveryAssociation': through(
      'aws:ec2/vpcIpam:VpcIpam',
      'addresses that it finds count for the IP Address Manager',
    ),
    'aws:ec2/vpcNetworkPerformanceMetricSubscription:VpcNetworkPerformanceMetricSubscription': through(
      'aws:cloudwatch/metricAlarm:MetricAlarm',
      'metrics of the network sent to CloudWatch',
      'C',
    ),
    'aws:ec2/vpnConcentrator:VpnConcentrator': byTime(
      'Amazon VPC, hours of the concentrator and data, figure not seen',
      'C',
    ),
    ...free(
      'ec2',
      `
        allowedImagesSettings amiLaunchPermission availabilityZoneGroup customerGateway
        defaultCreditSpecification defaultNetworkAcl defaultRouteTable defaultSecurityGroup defaultSubnet
        defaultVpc defaultVpcDhcpOptions egressOnlyInternetGateway eipAssociation eipDomainName
        imageBlockPublicAccess instanceMetadataDefaults internetGateway internetGatewayAttachment keyPair
        launchConfiguration launchTemplate mainRouteTableAssociation managedPrefixList managedPrefixListEntry
        natGatewayEipAssociation networkAcl networkAclAssociation networkAclRule networkInsightsAccessScope
        networkInsightsPath networkInterface networkInterfaceAttachment networkInterfacePermission
        networkInterfaceSecurityGroupAttachment peeringConnectionOptions placementGroup proxyProtocolPolicy route
        routeTable routeTableAssociation securityGroup securityGroupAssociation securityGroupRule
        serialConsoleAccess snapshotCreateVolumePermission spotDatafeedSubscription subnet subnetCidrReservation
        tag trafficMirrorFilter trafficMirrorFilterRule trafficMirrorTarget volumeAttachment vpc
        vpcBlockPublicAccessExclusion vpcBlockPublicAccessOptions vpcDhcpOptions vpcDhcpOptionsAssociation
        vpcEndpointConnectionAccepter vpcEndpointConnectionNotification vpcEndpointPolicy
        vpcEndpointRouteTableAssociation vpcEndpointServiceAllowedPrinciple vpcIpamOrganizationAdminAccount
        vpcIpamPool vpcIpamScope vpcIpv4CidrBlockAssociation vpcIpv6CidrBlockAssociation vpcPeeringConnection
        vpcPeeringConnectionAccepter vpcSecurityGroupRulesExclusive vpnConnectionRoute vpnGateway
        vpnGatewayAttachment vpnGatewayRoutePropagation
      `,
    ),
    ...free(
      'ec2',
      `
        carrierGateway localGatewayRoute localGatewayRouteTable
        localGatewayRouteTableVirtualInterfaceGroupAssociation localGatewayRouteTableVpcAssociation
        vpcIpamPoolCidrAllocation vpcIpamPreviewNextCidr
      `,
      'C',
    ),
  },
};

const DATA = { dataProcessedGb: assume(0, 100, 'GB a month') };

/**
 * Amazon VPC: NAT gateways, public IPv4 addresses, endpoints, VPN connections, address management and traffic mirroring. Data transfer to the internet and between zones and the addresses of VPN tunnels are not counted.
 */
export const ec2Network: Service = {
  product: 'Amazon VPC',
  pricingPage: 'https://aws.amazon.com/vpc/pricing/',
  readOn: '2026-11-24',
  resources: {
    // A private gateway costs what a public one does.
    'aws:ec2/natGateway:NatGateway': priced(DATA, (metering) => {
      const nat = metering.under('Amazon EC2'); // AWS bills NAT gateways with EC2, not with the VPC
      return [
        nat.hourly('NAT gateway', 'natgateway/nat.hour', natZones(metering.properties)),
        nat.usage('NAT gateway data processed', 'natgateway/nat.gb', 'dataProcessedGb'),
      ];
    }),
    'aws:ec2/eip:Eip': priced({}, elasticIp),
    'aws:ec2/vpcEndpoint:VpcEndpoint': priced(DATA, endpoint),

    'aws:ec2/vpnConnection:VpnConnection': priced(DATA, vpnConnection),
    'aws:ec2/vpcIpam:VpcIpam': priced({ activeIps: assume(0, 100, 'active IP addresses') }, (metering) => {
      const tier = withDefault(metering.properties.text('tier'), 'advanced'); // the provider's default
      if (tier.state === 'known' && tier.value === 'free') return [];
      const key = mapReading(tier, () => 'vpc/ipam-active-ip.hour');
      return [metering.usage('IP Address Manager, active addresses', key, 'activeIps', 730)];
    }),
    'aws:ec2/trafficMirrorSession:TrafficMirrorSession': priced({}, (metering) => [
      metering.hourly('Traffic mirroring', 'vpc/traffic-mirror-eni.hour'),
    ]),
  },
};

/** A host is priced by its family, `c5`; it may be named by one of the types it holds, `c5.large`. */
function hostFamily(host: Properties): Reading<string> {
  const family = host.text('instanceFamily');
  if (family.state !== 'absent') return family;
  return mapReading(host.text('instanceType'), (type) => type.split('.')[0] ?? type);
}

/** What a fleet launches without a template. */
const specifiedLaunch = (properties: Properties): Launch => ({
  types: [properties.text('instanceType')],
  tenancy: properties.text('placementTenancy'),
  market: known('spot'),
  monitoring: properties.flag('monitoring'),
  publicAddress: properties.flag('associatePublicIpAddress'),
  licence: licenceOfImage(properties.text('ami')),
  ebsOptimized: properties.flag('ebsOptimized'),
  unlimited: absent,
  zone: properties.text('availabilityZone'),
  root: readRoot(properties, 'rootBlockDevices'),
  volumes: blockDevices(properties),
});

function instance(metering: Metering): Launch {
  const { properties } = metering;
  const own: Launch = {
    types: [properties.text('instanceType')],
    tenancy: host(properties) ?? properties.text('tenancy'),
    market: market(properties),
    monitoring: properties.flag('monitoring'),
    publicAddress: properties.flag('associatePublicIpAddress'),
    licence: licenceOfInstance(properties),
    ebsOptimized: properties.flag('ebsOptimized'),
    unlimited: unlimitedCredits(properties),
    zone: zoneOf(metering),
    root: readRoot(properties, 'rootBlockDevice'),
    volumes: blockDevices(properties),
  };
  const launch = inherit(own, launchTemplate(metering));
  if (hasElasticIp(metering)) return { ...launch, publicAddress: known(false) };
  return launch.publicAddress.state === 'absent' ? { ...launch, publicAddress: subnetAddress(metering) } : launch;
}

/** An Elastic IP address takes the place of the first address of an instance, and is billed as what it is. */
const hasElasticIp = (metering: Metering): boolean =>
  metering.pointingTo('aws:ec2/eip:Eip').length > 0 ||
  metering.pointingTo('aws:ec2/eipAssociation:EipAssociation').length > 0;

/** The zone of its own, or of its subnet. */
function zoneOf(metering: Metering): Reading<string> {
  const own = metering.properties.text('availabilityZone');
  if (own.state === 'known') return own;
  return metering.linked('subnetId', SUBNET)?.properties.text('availabilityZone') ?? own;
}

/** A subnet gives no public address unless it says so, as the provider documents. */
function subnetAddress(metering: Metering): Reading<boolean> {
  const subnet = metering.linked('subnetId', SUBNET);
  if (subnet === undefined) return absent;
  return withDefault(subnet.properties.flag('mapPublicIpOnLaunch'), false);
}

/** A regional gateway grows into every zone that has something to send. */
function natZones(nat: Properties): Quantity {
  const mode = withDefault(nat.text('availabilityMode'), 'zonal'); // the provider's default
  if (mode.state === 'known' && mode.value === 'zonal') return 1;
  return SOME_ZONES;
}

/** The same price in use or idle. Addresses that one brings along are free; other pools have prices of their own. */
function elasticIp(metering: Metering): Charge[] {
  const pool = withDefault(metering.properties.text('publicIpv4Pool'), 'amazon'); // EC2's default
  const others = ['ipamPoolId', 'customerOwnedIpv4Pool'];
  const other = others.find((name) => metering.properties.any(name).state !== 'absent');
  if (other !== undefined) {
    return [metering.hourly('Public IPv4 address', unknown(`no price for addresses of ${other}`))];
  }
  if (pool.state === 'known' && pool.value !== 'amazon') return [];
  return [publicAddresses(metering, pool.state === 'known' ? 1 : fromTo(0, 1))];
}

function endpoint(metering: Metering<'dataProcessedGb'>): Charge[] {
  const type = withDefault(metering.properties.text('vpcEndpointType'), 'Gateway'); // the provider's default
  if (type.state !== 'known') return [metering.hourly('VPC endpoint', type)];
  switch (type.value) {
    case 'Gateway': // free
      return [];
    case 'Interface':
      return [
        metering.hourly('Interface endpoint', 'vpc/interface-endpoint.hour', endpointZones(metering.properties)),
        metering.usage('Interface endpoint data processed', 'vpc/interface-endpoint.gb', 'dataProcessedGb'),
      ];
    case 'GatewayLoadBalancer':
      return [
        metering.hourly('Gateway Load Balancer endpoint', 'vpc/gwlb-endpoint.hour', endpointZones(metering.properties)),
        metering.usage('Gateway Load Balancer endpoint data processed', 'vpc/gwlb-endpoint.gb', 'dataProcessedGb'),
      ];
    default:
      return [metering.hourly('VPC endpoint', unknown('no price for endpoints of this type'))];
  }
}

/** One network interface for each subnet; subnets may also be added by resources of their own. */
function endpointZones(properties: Properties): Quantity {
  const subnets = zoneCount(properties, ['subnetIds', 'subnetConfigurations']);
  return subnets.state === 'known' ? subnets : SOME_ZONES;
}

function vpnConnection(metering: Metering<'dataProcessedGb'>): Charge[] {
  const { properties } = metering;
  const charges = [metering.hourly('Site-to-Site VPN connection', vpnPrice(properties))];
  if (properties.any('transitGatewayId').state !== 'absent') {
    charges.push(
      metering.hourly('Transit gateway VPN attachment', 'vpc/tgw-vpn-attachment.hour'),
      metering.usage('Transit gateway data processed', 'vpc/tgw-data.gb', 'dataProcessedGb'),
    );
  }
  const fast = withDefault(properties.flag('enableAcceleration'), false); // the provider's default
  if (fast.state !== 'known' || fast.value) {
    charges.push(metering.hourly('VPN acceleration', unknown('no price for enableAcceleration')));
  }
  return charges;
}

/** Standard tunnels are the default, as CreateVpnConnection documents. */
function vpnPrice(vpn: Properties): Maybe<string> {
  if (vpn.any('vpnConcentratorId').state !== 'absent') return unknown('no price for vpnConcentratorId');
  const bandwidth = withDefault(vpn.text('tunnelBandwidth'), 'standard');
  if (bandwidth.state !== 'known') return bandwidth;
  return bandwidth.value === 'standard'
    ? known('vpc/vpn-connection.hour')
    : unknown('no price for tunnelBandwidth other than standard');
}

/** What is not asked for on demand may be bought on the Spot market, at most at the on-demand price. */
function fleetCapacity(fleet: Properties): { count: Quantity; spot: boolean } {
  const read = (name: string) => fleet.quantity(`targetCapacitySpecification.${name}`);
  const kind = withDefault(fleet.text('targetCapacitySpecification.defaultTargetCapacityType'), 'spot');
  const whole = read('totalTargetCapacity');
  if (kind.state === 'known' && kind.value === 'on-demand') return { count: whole, spot: false };
  return { count: fromTo(withDefault(read('onDemandTargetCapacity'), 0), whole), spot: true };
}
