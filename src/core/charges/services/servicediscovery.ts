import { free, through } from '../classes';
import { anyOf, fromTo, priced, type ResourcePricing, type Service } from '../service';

const namespace: ResourcePricing = priced({}, (metering) => [
  metering.under('Amazon Route 53').monthly('Hosted zone', 'route53/hosted-zone-first25.month', 1, 'zones'),
]);

/** AWS Cloud Map: registered instances, and namespaces in DNS, each of which is a Route 53 hosted zone. */
export const servicediscovery: Service = {
  product: 'Amazon Route 53',
  pricingPage: 'https://aws.amazon.com/cloud-map/pricing/',
  readOn: '2026-11-25',
  resources: {
    'aws:servicediscovery/instance:Instance': priced({}, (metering) => {
      const service = metering.linked('serviceId', 'aws:servicediscovery/service:Service')?.properties;
      const registered = metering.monthly('Registered instance', 'cloudmap/resource.month', 1, 'instances');
      const unchecked = service !== undefined && service.any('healthCheckConfig').state === 'absent';
      if (unchecked) return [registered];
      const zone = metering.under('Amazon Route 53');
      const checks = service === undefined ? fromTo(0, 1) : 1;
      const check = (key: string) => zone.monthly('Health check of the instance', key, checks, 'checks');
      return [
        registered,
        anyOf([check('route53/health-check-aws.month'), check('route53/health-check-non-aws.month')]),
      ];
    }),
    'aws:servicediscovery/privateDnsNamespace:PrivateDnsNamespace': namespace,
    'aws:servicediscovery/publicDnsNamespace:PublicDnsNamespace': namespace,
    'aws:servicediscovery/service:Service': through(
      'aws:servicediscovery/instance:Instance',
      'a health check here is one for each instance',
    ),
    ...free('servicediscovery', 'httpNamespace'),
  },
};
