import { free } from '../classes';
import { meter, metered } from '../meters';
import type { Service } from '../service';
import { assume } from '../usage';

/** Amazon Verified Permissions: authorization requests. */
export const verifiedpermissions: Service = {
  product: 'Amazon Verified Permissions',
  pricingPage: 'https://aws.amazon.com/verified-permissions/pricing/',
  readOn: '2026-11-25',
  resources: {
    'aws:verifiedpermissions/policyStore:PolicyStore': metered({
      authorizations: meter(
        'Authorization requests',
        'verifiedpermissions/authorization-tier1.request',
        assume(0, 100_000, 'requests a month'),
      ),
    }),
    ...free('verifiedpermissions', 'identitySource policy policyTemplate schema'),
  },
};
