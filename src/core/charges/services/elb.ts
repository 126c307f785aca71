import { free } from '../classes';
import { balancerAddresses } from '../parts/addresses';
import { priced, type Service } from '../service';
import { assume } from '../usage';

/** Elastic Load Balancing: hours and data of Classic Load Balancers. */
export const elb: Service = {
  product: 'Elastic Load Balancing',
  pricingPage: 'https://aws.amazon.com/elasticloadbalancing/pricing/',
  readOn: '2026-11-24',
  resources: {
    'aws:elb/loadBalancer:LoadBalancer': priced({ dataProcessedGb: assume(0, 100, 'GB a month') }, (metering) => [
      metering.hourly('Classic Load Balancer', 'elb/clb.hour'),
      metering.usage('Classic Load Balancer data processed', 'elb/clb.gb', 'dataProcessedGb'),
      ...balancerAddresses(metering, ['subnets', 'availabilityZones']),
    ]),

    ...free(
      'elb',
      `
        appCookieStickinessPolicy attachment listenerPolicy loadBalancerBackendServerPolicy
        loadBalancerCookieStickinessPolicy loadBalancerPolicy sslNegotiationPolicy
      `,
    ),
  },
};
