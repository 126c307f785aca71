import { byTime, free } from '../classes';
import { searchDomain } from '../parts/search-domain';
import type { Service } from '../service';

/** Domains under the older name of Amazon OpenSearch Service. */
export const elasticsearch: Service = {
  product: 'Amazon OpenSearch Service',
  pricingPage: 'https://aws.amazon.com/opensearch-service/pricing/',
  readOn: '2026-11-24',
  resources: {
    'aws:elasticsearch/domain:Domain': searchDomain,

    'aws:elasticsearch/vpcEndpoint:VpcEndpoint': byTime('an interface endpoint an hour', 'C'),
    ...free('elasticsearch', 'domainPolicy domainSamlOptions'),
  },
};
