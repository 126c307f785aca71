import { free, through } from '../classes';
import { meter, metered } from '../meters';
import type { Service } from '../service';
import { assume } from '../usage';

/** AWS CodeArtifact: packages stored, and requests. */
export const codeartifact: Service = {
  product: 'AWS CodeArtifact',
  pricingPage: 'https://aws.amazon.com/codeartifact/pricing/',
  readOn: '2026-11-25',
  resources: {
    'aws:codeartifact/domain:Domain': metered({
      storedGb: meter('Packages stored', 'codeartifact/storage.gb-month', assume(0, 10, 'GB')),
      monthlyRequests: meter('Package requests', 'codeartifact/request', assume(0, 100_000, 'requests a month')),
    }),
    'aws:codeartifact/repository:Repository': through(
      'aws:codeartifact/domain:Domain',
      'packages are stored once for all repositories of a domain',
    ),
    ...free('codeartifact', 'domainPermissions repositoryPermissionsPolicy'),
  },
};
