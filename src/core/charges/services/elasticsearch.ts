import { free } from '../classes';
import { interfaceEndpoint } from '../parts/addresses';
import { searchDomain } from '../parts/search-domain';
import type { Service } from '../service';

/** Domains under the older name of Amazon OpenSearch Service. */
export const elasticsearch: Service = {
  product: 'Amazon OpenSearch Service',
  pricingPage: 'https://aws.amazon.com/opensearch-service/pricing/',
  readOn: '2026-11-24',
  resources: {
    'aws:elasticsearch/domain:Domain': searchDomain,

    'aws:elasticsearch/vpcEndpoint:VpcEndpoint': interfaceEndpoint(['vpcOptions.subnetIds']),
    ...free('elasticsearch', 'domainPolicy domainSamlOptions'),
  },
};
