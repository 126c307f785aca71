import type { Properties } from '../../properties';
import { byUse, free, thirdParty, through } from '../classes';
import { meter, metered, perHour } from '../meters';
import { SOME_ZONES, zoneCount } from '../parts/addresses';
import { priced, type Quantity, type Service } from '../service';
import { assume, fixed } from '../usage';

const TRAFFIC = { dataProcessedGb: assume(0, 100, 'GB a month') };

/** AWS Network Firewall: endpoints in each zone and the traffic through them. TLS inspection is not counted. */
export const networkfirewall: Service = {
  product: 'AWS Network Firewall',
  pricingPage: 'https://aws.amazon.com/network-firewall/pricing/',
  readOn: '2026-11-24',
  resources: {
    'aws:networkfirewall/firewall:Firewall': priced(TRAFFIC, (metering) => [
      metering.hourly('Firewall endpoint', 'networkfirewall/endpoint.hour', zones(metering.properties)),
      metering.usage('Firewall traffic processed', 'networkfirewall/traffic.gb', 'dataProcessedGb'),
    ]),

    'aws:networkfirewall/containerAssociation:ContainerAssociation': byUse(
      'watches container clusters, price not seen',
      'D',
    ),
    'aws:networkfirewall/firewallPolicy:FirewallPolicy': thirdParty(
      "AWS Network Firewall, AWS Marketplace, AWS's own groups are free or bill by data, an ARN of partner-managed is a Marketplace subscription",
    ),
    'aws:networkfirewall/firewallTransitGatewayAttachmentAccepter:FirewallTransitGatewayAttachmentAccepter': through(
      'aws:networkfirewall/firewall:Firewall',
      'accepts the attachment of a firewall',
      'C',
    ),
    'aws:networkfirewall/loggingConfiguration:LoggingConfiguration': byUse(
      'Amazon CloudWatch, logs that CloudWatch or S3 bill',
    ),
    'aws:networkfirewall/tlsInspectionConfiguration:TlsInspectionConfiguration': metered({
      endpoints: meter(
        'Advanced inspection',
        'networkfirewall/advanced-inspection-endpoint.hour',
        fixed(0, 2_190, 'endpoint-hours a month'),
      ),
    }),
    'aws:networkfirewall/vpcEndpointAssociation:VpcEndpointAssociation': perHour(
      'Firewall endpoint',
      'networkfirewall/endpoint.hour',
    ),
    ...free('networkfirewall', 'resourcePolicy ruleGroup'),
  },
};

/** One endpoint for each subnet, or each zone of a firewall that stands at a transit gateway. */
function zones(firewall: Properties): Quantity {
  const count = zoneCount(firewall, ['subnetMappings', 'availabilityZoneMappings']);
  return count.state === 'known' ? count : SOME_ZONES;
}
