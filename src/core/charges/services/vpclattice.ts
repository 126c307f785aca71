import { byTime, byUse, free, through } from '../classes';
import { priced, type Service } from '../service';
import { assume } from '../usage';

/** Amazon VPC Lattice: services and the data that goes through them. */
export const vpclattice: Service = {
  product: 'Amazon VPC Lattice',
  pricingPage: 'https://aws.amazon.com/vpc/lattice/pricing/',
  readOn: '2026-11-25',
  resources: {
    'aws:vpclattice/accessLogSubscription:AccessLogSubscription': byUse('logs that other services bill'),
    'aws:vpclattice/resourceConfiguration:ResourceConfiguration': through(
      'aws:vpclattice/serviceNetworkResourceAssociation:ServiceNetworkResourceAssociation',
      'billed when it is associated or used',
    ),
    'aws:vpclattice/resourceGateway:ResourceGateway': byUse('data processed through it'),
    'aws:vpclattice/service:Service': priced({ dataProcessedGb: assume(0, 100, 'GB a month') }, (metering) => [
      metering.hourly('VPC Lattice service', 'vpc/lattice-service.hour'),
      metering.usage('VPC Lattice data processed', 'vpc/lattice-data.gb', 'dataProcessedGb'),
    ]),
    'aws:vpclattice/serviceNetworkResourceAssociation:ServiceNetworkResourceAssociation': byTime(
      'each resource an hour and data',
    ),
    ...free(
      'vpclattice',
      `
      authPolicy domainVerification listener listenerRule resourcePolicy serviceNetwork
      serviceNetworkServiceAssociation serviceNetworkVpcAssociation targetGroup targetGroupAttachment
    `,
    ),
  },
};
