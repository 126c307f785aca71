import type { Charge } from '../charge';
import { free, through } from '../classes';
import { publicAddresses } from '../parts/addresses';
import { fromTo, type Metering, priced, type Service } from '../service';

/** AWS Global Accelerator: accelerators, enabled or not. The premium on the data they carry is not counted. */
export const globalaccelerator: Service = {
  product: 'AWS Global Accelerator',
  pricingPage: 'https://aws.amazon.com/global-accelerator/pricing/',
  readOn: '2026-11-24',
  resources: {
    'aws:globalaccelerator/accelerator:Accelerator': priced({}, accelerator),
    'aws:globalaccelerator/customRoutingAccelerator:CustomRoutingAccelerator': priced({}, accelerator),

    'aws:globalaccelerator/customRoutingEndpointGroup:CustomRoutingEndpointGroup': through(
      'aws:globalaccelerator/customRoutingAccelerator:CustomRoutingAccelerator',
      'no fee of its own, traffic premium is billed by the accelerator',
    ),
    'aws:globalaccelerator/customRoutingListener:CustomRoutingListener': through(
      'aws:globalaccelerator/customRoutingAccelerator:CustomRoutingAccelerator',
      'no fee of its own, traffic premium is billed by the accelerator',
    ),
    'aws:globalaccelerator/endpointGroup:EndpointGroup': through(
      'aws:globalaccelerator/accelerator:Accelerator',
      'no fee of its own, traffic premium is billed by the accelerator',
    ),
    'aws:globalaccelerator/listener:Listener': through(
      'aws:globalaccelerator/accelerator:Accelerator',
      'no fee of its own, traffic premium is billed by the accelerator',
    ),
    ...free('globalaccelerator', 'crossAccountAttachment'),
  },
};

/** Two static IPv4 addresses come with each, unless the owner brings some along. */
function accelerator(metering: Metering): Charge[] {
  const own = metering.properties.any('ipAddresses').state === 'absent' ? 2 : fromTo(0, 2);
  return [metering.hourly('Accelerator', 'globalaccelerator/accelerator.hour'), publicAddresses(metering, own)];
}
