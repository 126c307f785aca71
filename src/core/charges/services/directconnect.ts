import { mapReading } from '../../reading';
import { byUse, free, thirdParty, through } from '../classes';
import { fromTo, priced, priceKey, type Service } from '../service';

/** AWS Direct Connect: dedicated ports and associations with transit gateways. Data out is not counted. */
export const directconnect: Service = {
  product: 'AWS Direct Connect',
  pricingPage: 'https://aws.amazon.com/directconnect/pricing/',
  readOn: '2026-11-25',
  resources: {
    'aws:directconnect/connection:Connection': priced({}, (metering) => {
      const speed = mapReading(metering.properties.text('bandwidth'), (text) => text.toLowerCase().replace(/bps$/, ''));
      return [metering.hourly('Dedicated port', priceKey`directconnect/dedicated-${speed}-port.hour`)];
    }),
    'aws:directconnect/connectionConfirmation:ConnectionConfirmation': thirdParty(
      "AWS Direct Connect, the partner, a partner's line and port hours, billed to the account that accepts",
    ),
    'aws:directconnect/gatewayAssociation:GatewayAssociation': priced({}, (metering) => {
      const gateway = metering.linked(
        'associatedGatewayId',
        'aws:ec2/vpnGateway:VpnGateway',
        'aws:ec2transitgateway/transitGateway:TransitGateway',
      );
      // A virtual private gateway costs nothing here; a transit gateway is an attachment.
      if (gateway?.type === 'aws:ec2/vpnGateway:VpnGateway') return [];
      const sure = gateway?.type === 'aws:ec2transitgateway/transitGateway:TransitGateway';
      const vpc = metering.under('Amazon VPC');
      return [vpc.hourly('Transit gateway attachment', 'vpc/tgw-dx-attachment.hour', sure ? 1 : fromTo(0, 1))];
    }),
    'aws:directconnect/hostedConnection:HostedConnection': thirdParty(
      "AWS Direct Connect, the partner, a partner's line and port hours, billed to the account that accepts",
    ),
    'aws:directconnect/hostedPrivateVirtualInterface:HostedPrivateVirtualInterface': byUse('data out through it'),
    'aws:directconnect/hostedPrivateVirtualInterfaceAccepter:HostedPrivateVirtualInterfaceAccepter':
      byUse('data out through it'),
    'aws:directconnect/hostedPublicVirtualInterface:HostedPublicVirtualInterface': byUse('data out through it'),
    'aws:directconnect/hostedPublicVirtualInterfaceAccepter:HostedPublicVirtualInterfaceAccepter':
      byUse('data out through it'),
    'aws:directconnect/hostedTransitVirtualInterface:HostedTransitVirtualInterface': byUse('data out through it'),
    'aws:directconnect/hostedTransitVirtualInterfaceAcceptor:HostedTransitVirtualInterfaceAcceptor':
      byUse('data out through it'),
    'aws:directconnect/linkAggregationGroup:LinkAggregationGroup': through(
      'aws:directconnect/connection:Connection',
      'billed by its connections',
    ),
    'aws:directconnect/privateVirtualInterface:PrivateVirtualInterface': byUse('data out through it'),
    'aws:directconnect/publicVirtualInterface:PublicVirtualInterface': byUse('data out through it'),
    'aws:directconnect/transitVirtualInterface:TransitVirtualInterface': byUse('data out through it'),
    ...free('directconnect', 'bgpPeer connectionAssociation gateway gatewayAssociationProposal macsecKeyAssociation'),
  },
};
