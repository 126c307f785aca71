import { byTime, free } from '../classes';
import { interfaceEndpoint } from '../parts/addresses';
import type { Service } from '../service';

/** Amazon OpenSearch Ingestion: endpoints of pipelines. Capacity units have no price in the book. */
export const opensearchingest: Service = {
  product: 'Amazon OpenSearch Ingestion',
  pricingPage: 'https://aws.amazon.com/opensearch-service/pricing/',
  readOn: '2026-11-25',
  resources: {
    'aws:opensearchingest/pipeline:Pipeline': byTime('capacity units from minUnits to maxUnits'),
    'aws:opensearchingest/pipelineEndpoint:PipelineEndpoint': interfaceEndpoint(['vpcOptions.subnetIds']),
    ...free('opensearchingest', 'resourcePolicy'),
  },
};
