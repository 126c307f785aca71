import { accountSetting, byUse, free, through } from '../classes';
import { priced, type Service } from '../service';
import { assume } from '../usage';

/** Amazon ECR: images stored in private repositories. */
export const ecr: Service = {
  product: 'Amazon Elastic Container Registry',
  pricingPage: 'https://aws.amazon.com/ecr/pricing/',
  readOn: '2026-11-24',
  resources: {
    'aws:ecr/repository:Repository': priced({ storageGb: assume(0, 10, 'GB') }, (bill) => [
      bill.usage('Images stored', 'ecr/storage.gb-month', 'storageGb'),
    ]),

    'aws:ecr/pullThroughCacheRule:PullThroughCacheRule': through(
      'aws:ecr/repository:Repository',
      'fills repositories with images of others, the other registry may bill',
    ),
    'aws:ecr/registryScanningConfiguration:RegistryScanningConfiguration': accountSetting(
      'Amazon Inspector, ENHANCED scans through Inspector, billed for each image and rescan',
    ),
    'aws:ecr/replicationConfiguration:ReplicationConfiguration': byUse(
      'Amazon ECR, copies to other Regions: storage and transfer',
    ),
    ...free(
      'ecr',
      `
        accountSetting lifecyclePolicy pullTimeUpdateExclusion registryPolicy repositoryCreationTemplate
        repositoryPolicy
      `,
    ),
  },
};
