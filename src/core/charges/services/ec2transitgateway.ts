import type { Charge } from '../charge';
import { free, through } from '../classes';
import { type Metering, priced, type Service } from '../service';
import { assume } from '../usage';

/** AWS Transit Gateway: attachments, and the data that VPCs send through them. */
export const ec2transitgateway: Service = {
  product: 'Amazon VPC',
  pricingPage: 'https://aws.amazon.com/transit-gateway/pricing/',
  readOn: '2026-11-24',
  resources: {
    'aws:ec2transitgateway/vpcAttachment:VpcAttachment': priced(
      { dataProcessedGb: assume(0, 100, 'GB a month') },
      (metering) => [
        metering.hourly('Transit gateway VPC attachment', 'vpc/tgw-vpc-attachment.hour'),
        metering.usage('Transit gateway data processed', 'vpc/tgw-data.gb', 'dataProcessedGb'),
      ],
    ),
    'aws:ec2transitgateway/connect:Connect': priced({}, (metering) => [
      metering.hourly('Transit gateway Connect attachment', 'vpc/tgw-connect-attachment.hour'),
    ]),
    // Both ends of a peering pay for their attachment, each in its own region; the data pays as data transfer.
    'aws:ec2transitgateway/peeringAttachment:PeeringAttachment': priced({}, peering),
    'aws:ec2transitgateway/peeringAttachmentAccepter:PeeringAttachmentAccepter': priced({}, peering),

    'aws:ec2transitgateway/vpcAttachmentAccepter:VpcAttachmentAccepter': through(
      'aws:ec2transitgateway/vpcAttachment:VpcAttachment',
      'the account that owns the VPC pays the attachment',
    ),
    ...free(
      'ec2transitgateway',
      `
        connectPeer defaultRouteTableAssociation defaultRouteTablePropagation instanceConnectEndpoint
        instanceState policyTable policyTableAssociation policyTableEntry prefixListReference route routeTable
        routeTableAssociation routeTablePropagation transitGateway
      `,
    ),
    ...free(
      'ec2transitgateway',
      `
        meteringPolicy meteringPolicyEntry multicastDomain multicastDomainAssociation multicastGroupMember
        multicastGroupSource
      `,
      'C',
    ),
  },
};

function peering(metering: Metering): Charge[] {
  return [metering.hourly('Transit gateway peering attachment', 'vpc/tgw-peering-attachment.hour')];
}
