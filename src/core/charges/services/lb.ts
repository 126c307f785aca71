import { unknown, withDefault } from '../../reading';
import type { Charge } from '../charge';
import { byTime, free, through } from '../classes';
import { balancerAddresses } from '../parts/addresses';
import { type Metering, priced, type Service } from '../service';
import { assume } from '../usage';

/** Elastic Load Balancing: hours and capacity units of Application, Network and Gateway Load Balancers. */
export const lb: Service = {
  product: 'Elastic Load Balancing',
  pricingPage: 'https://aws.amazon.com/elasticloadbalancing/pricing/',
  readOn: '2026-11-24',
  resources: {
    'aws:lb/loadBalancer:LoadBalancer': priced(
      { capacityUnits: assume(0, 1, 'capacity units on average') },
      (metering) => {
        const type = withDefault(metering.properties.text('loadBalancerType'), 'application'); // the provider's default
        if (type.state !== 'known') return [metering.hourly('Load balancer', type)];
        const kind = KINDS.get(type.value);
        if (kind === undefined) return [metering.hourly('Load balancer', unknown('no price for this type'))];
        return [
          metering.hourly(kind.name, kind.hour),
          metering.usage(`${kind.name} capacity units`, kind.unit, 'capacityUnits', 730),
          ...reserved(metering, kind.unit),
          ...(kind.isPublic ? balancerAddresses(metering, ['subnets', 'subnetMappings']) : []),
        ];
      },
    ),

    'aws:lb/listener:Listener': through(
      'aws:lb/loadBalancer:LoadBalancer',
      'rules count into the capacity units of the balancer',
    ),
    'aws:lb/listenerRule:ListenerRule': through(
      'aws:lb/loadBalancer:LoadBalancer',
      'rules count into the capacity units of the balancer',
    ),
    'aws:lb/trustStore:TrustStore': byTime('each trust store associated with a balancer an hour'),
    ...free('lb', 'listenerCertificate targetGroup targetGroupAttachment trustStoreRevocation'),
  },
};

const KINDS = new Map([
  [
    'application',
    { name: 'Application Load Balancer', hour: 'elb/alb.hour', unit: 'elb/alb.lcu-hour', isPublic: true },
  ],
  ['network', { name: 'Network Load Balancer', hour: 'elb/nlb.hour', unit: 'elb/nlb.nlcu-hour', isPublic: true }],
  // It only passes traffic on inside the network.
  ['gateway', { name: 'Gateway Load Balancer', hour: 'elb/gwlb.hour', unit: 'elb/gwlb.glcu-hour', isPublic: false }],
]);

/** Capacity that is kept ready costs as much as capacity that is used. */
function reserved(metering: Metering, key: string): Charge[] {
  const units = metering.properties.quantity('minimumLoadBalancerCapacity.capacityUnits');
  return units.state === 'absent' ? [] : [metering.hourly('Reserved capacity units', key, units)];
}
