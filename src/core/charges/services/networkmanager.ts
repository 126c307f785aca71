import { byTime, free, through } from '../classes';
import { perHour } from '../meters';
import { countOf, fromTo, priced, type ResourcePricing, type Service } from '../service';
import { assume } from '../usage';

const attachment = (what: string, hour: string, data: string): ResourcePricing =>
  priced({ dataProcessedGb: assume(0, 100, 'GB a month') }, (metering) => [
    metering.hourly(what, hour),
    metering.usage(`${what}, data processed`, data, 'dataProcessedGb'),
  ]);

/** AWS Cloud WAN: edges of the core network, attachments and the data that they carry. */
export const networkmanager: Service = {
  product: 'AWS Cloud WAN',
  pricingPage: 'https://aws.amazon.com/cloud-wan/pricing/',
  readOn: '2026-11-25',
  resources: {
    'aws:networkmanager/attachmentAccepter:AttachmentAccepter': through(
      'aws:networkmanager/vpcAttachment:VpcAttachment',
      'accepts an attachment',
      'C',
    ),
    'aws:networkmanager/connectAttachment:ConnectAttachment': perHour(
      'Connect attachment',
      'cloudwan/connect-attachment.hour',
    ),
    'aws:networkmanager/coreNetwork:CoreNetwork': priced({}, (metering) => {
      const regions = countOf(metering.properties.list('basePolicyRegions'));
      // The policy, which may be a resource of its own, decides in which regions the network has an edge.
      return [
        metering.hourly(
          'Core network edges',
          'cloudwan/core-network-edge.hour',
          regions.state === 'absent' ? fromTo(1, 3) : regions,
        ),
      ];
    }),
    'aws:networkmanager/coreNetworkPolicyAttachment:CoreNetworkPolicyAttachment': through(
      'aws:networkmanager/coreNetwork:CoreNetwork',
      'its edge locations decide how many hours are billed',
    ),
    'aws:networkmanager/dxGatewayAttachment:DxGatewayAttachment': byTime('attachment hours and data'),
    'aws:networkmanager/siteToSiteVpnAttachment:SiteToSiteVpnAttachment': attachment(
      'VPN attachment',
      'cloudwan/vpn-attachment.hour',
      'cloudwan/vpn-attachment.gb',
    ),
    'aws:networkmanager/transitGatewayPeering:TransitGatewayPeering': perHour(
      'Transit gateway peering',
      'cloudwan/tgw-peering.hour',
    ),
    'aws:networkmanager/transitGatewayRouteTableAttachment:TransitGatewayRouteTableAttachment': through(
      'aws:networkmanager/transitGatewayPeering:TransitGatewayPeering',
      'it uses the peering with the transit gateway',
      'C',
    ),
    'aws:networkmanager/vpcAttachment:VpcAttachment': attachment(
      'VPC attachment',
      'cloudwan/vpc-attachment.hour',
      'cloudwan/vpc-attachment.gb',
    ),
    ...free(
      'networkmanager',
      `
      attachmentRoutingPolicyLabel connectPeer connection customerGatewayAssociation device globalNetwork link
      linkAssociation prefixListAssociation site transitGatewayConnectPeerAssociation
      transitGatewayRegistration
    `,
    ),
  },
};
