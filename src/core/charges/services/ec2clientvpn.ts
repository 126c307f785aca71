import { free } from '../classes';
import { priced, type Service } from '../service';
import { assume } from '../usage';

/** AWS Client VPN: connected clients, and the associations of an endpoint with subnets. */
export const ec2clientvpn: Service = {
  product: 'Amazon VPC',
  pricingPage: 'https://aws.amazon.com/vpn/pricing/',
  readOn: '2026-11-24',
  resources: {
    'aws:ec2clientvpn/endpoint:Endpoint': priced(
      { connectionHours: assume(0, 730, 'hours of connected clients a month') },
      (metering) => [metering.usage('Client VPN connections', 'vpc/client-vpn-connection.hour', 'connectionHours')],
    ),
    'aws:ec2clientvpn/networkAssociation:NetworkAssociation': priced({}, (metering) => [
      metering.hourly('Client VPN endpoint association', 'vpc/client-vpn-endpoint-association.hour'),
    ]),

    ...free('ec2clientvpn', 'authorizationRule route'),
  },
};
