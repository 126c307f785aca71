import { priced, type Service } from '../service';
import { assume } from '../usage';

/** Amazon VPC: NAT gateways, public IPv4 addresses, endpoints, VPN connections, transit gateways. */
export const vpc: Service = {
  product: 'Amazon VPC',
  pricingPage: 'https://aws.amazon.com/vpc/pricing/',
  readOn: '2026-11-24',
  resources: {
    'aws:ec2/natGateway:NatGateway': priced({ dataProcessedGb: assume(0, 100, 'GB a month') }, (bill) => {
      const nat = bill.under('Amazon EC2'); // AWS bills NAT gateways with EC2, not with the VPC
      return [
        nat.hourly('NAT gateway', 'natgateway/nat.hour'),
        nat.usage('NAT gateway data processed', 'natgateway/nat.gb', 'dataProcessedGb'),
      ];
    }),
  },
};
