import { mapReading } from '../../reading';
import { free, through } from '../classes';
import { priced, priceKey, type Service } from '../service';
import { assume } from '../usage';

/** Amazon ECR: images stored in private repositories. */
export const ecr: Service = {
  product: 'Amazon Elastic Container Registry',
  pricingPage: 'https://aws.amazon.com/ecr/pricing/',
  readOn: '2026-11-24',
  resources: {
    'aws:ecr/repository:Repository': priced({ storageGb: assume(0, 10, 'GB') }, (metering) => [
      metering.usage('Images stored', 'ecr/storage.gb-month', 'storageGb'),
    ]),

    'aws:ecr/pullThroughCacheRule:PullThroughCacheRule': through(
      'aws:ecr/repository:Repository',
      'fills repositories with images of others, the other registry may bill',
    ),
    'aws:ecr/registryScanningConfiguration:RegistryScanningConfiguration': priced(
      { images: assume(0, 50, 'images pushed a month'), rescans: assume(0, 1_000, 'rescans a month') },
      (metering) => {
        const type = metering.properties.text('scanType');
        if (type.state === 'known' && type.value === 'BASIC') return [];
        const inspector = metering.under('Amazon Inspector');
        const when = (key: string) => priceKey`${mapReading(type, () => key)}`;
        return [
          inspector.usage('First scans of images', when('inspector/ecr-initial-scan'), 'images'),
          inspector.usage('Rescans of images', when('inspector/ecr-rescan.assessment'), 'rescans'),
        ];
      },
    ),
    'aws:ecr/replicationConfiguration:ReplicationConfiguration': through(
      'aws:ecr/repository:Repository',
      'copies are stored in repositories of the other region',
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
