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
  },
};
