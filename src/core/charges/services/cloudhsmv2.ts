import { priced, type Service } from '../service';

/** AWS CloudHSM: modules. The cluster itself costs nothing. */
export const cloudhsmv2: Service = {
  product: 'AWS CloudHSM',
  pricingPage: 'https://aws.amazon.com/cloudhsm/pricing/',
  readOn: '2026-11-24',
  resources: {
    'aws:cloudhsmv2/hsm:Hsm': priced({}, (metering) => [
      metering.hourly('Hardware security module', 'cloudhsm/hsm.hour'),
    ]),
    'aws:cloudhsmv2/cluster:Cluster': priced({}, () => []),
  },
};
