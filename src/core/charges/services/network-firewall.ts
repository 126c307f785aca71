import type { Properties } from '../../properties';
import { priced, type Quantity, type Service } from '../service';
import { assume } from '../usage';
import { SOME_ZONES, zoneCount } from './vpc';

const TRAFFIC = { dataProcessedGb: assume(0, 100, 'GB a month') };

/** AWS Network Firewall: endpoints in each zone and the traffic through them. TLS inspection is not counted. */
export const networkFirewall: Service = {
  product: 'AWS Network Firewall',
  pricingPage: 'https://aws.amazon.com/network-firewall/pricing/',
  readOn: '2026-11-24',
  resources: {
    'aws:networkfirewall/firewall:Firewall': priced(TRAFFIC, (bill) => [
      bill.hourly('Firewall endpoint', 'networkfirewall/endpoint.hour', zones(bill.properties)),
      bill.usage('Firewall traffic processed', 'networkfirewall/traffic.gb', 'dataProcessedGb'),
    ]),
  },
};

/** One endpoint for each subnet, or each zone of a firewall that stands at a transit gateway. */
function zones(firewall: Properties): Quantity {
  const count = zoneCount(firewall, ['subnetMappings', 'availabilityZoneMappings']);
  return count.state === 'known' ? count : SOME_ZONES;
}
