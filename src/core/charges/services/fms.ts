import { free } from '../classes';
import { perMonth } from '../meters';
import type { Service } from '../service';

/** AWS Firewall Manager: policies. What they create in accounts is billed there. */
export const fms: Service = {
  product: 'AWS Firewall Manager',
  pricingPage: 'https://aws.amazon.com/firewall-manager/pricing/',
  readOn: '2026-11-25',
  resources: {
    'aws:fms/policy:Policy': perMonth('Firewall Manager policy', 'fms/policy.month', 'policies'),
    ...free('fms', 'adminAccount resourceSet'),
  },
};
