import { free } from '../classes';
import { meter, metered } from '../meters';
import type { Service } from '../service';
import { assume } from '../usage';

/** Amazon S3 Glacier vaults: storage. Requests and retrieval are not counted. */
export const glacier: Service = {
  product: 'Amazon S3 Glacier',
  pricingPage: 'https://aws.amazon.com/s3/glacier/pricing/',
  readOn: '2026-11-25',
  resources: {
    'aws:glacier/vault:Vault': metered({
      storedGb: meter('Archive storage', 's3/glacier-flexible.gb-month', assume(0, 100, 'GB')),
    }),
    ...free('glacier', 'vaultLock'),
  },
};
