import { mapReading, withDefault } from '../../reading';
import { byTime, byUse, free, thirdParty, through } from '../classes';
import { priced, type Service } from '../service';
import { assume } from '../usage';

/** AWS Glue: jobs and crawlers by the data processing units they use. */
export const glue: Service = {
  product: 'AWS Glue',
  pricingPage: 'https://aws.amazon.com/glue/pricing/',
  readOn: '2026-11-24',
  resources: {
    'aws:glue/job:Job': priced({ dpuHours: assume(0, 20, 'DPU-hours a month') }, (bill) => {
      const execution = withDefault(bill.properties.text('executionClass'), 'STANDARD'); // AWS's default
      const key = mapReading(execution, (name) => (name === 'FLEX' ? 'glue/etl-flex.dpu-hour' : 'glue/etl.dpu-hour'));
      return [bill.usage('Job run', key, 'dpuHours')];
    }),
    'aws:glue/crawler:Crawler': priced({ dpuHours: assume(0, 5, 'DPU-hours a month') }, (bill) => [
      bill.usage('Crawler run', 'glue/crawler.dpu-hour', 'dpuHours'),
    ]),

    'aws:glue/catalog:Catalog': byUse('objects or requests of the catalog', 'C'),
    'aws:glue/catalogDatabase:CatalogDatabase': byUse('objects above one million a month, and requests'),
    'aws:glue/catalogTable:CatalogTable': byUse('objects above one million a month, and requests'),
    'aws:glue/catalogTableOptimizer:CatalogTableOptimizer': byUse('DPU hours of runs'),
    'aws:glue/connection:Connection': thirdParty(
      'AWS Marketplace, connectionType MARKETPLACE is a paid connector, others are free, other sides may bill',
    ),
    'aws:glue/devEndpoint:DevEndpoint': byTime('DPU hours until it is deleted'),
    'aws:glue/mLTransform:MLTransform': byUse('DPU hours of runs'),
    'aws:glue/partition:Partition': byUse('objects above one million a month, and requests'),
    'aws:glue/partitionIndex:PartitionIndex': byUse('objects or requests of the catalog', 'C'),
    'aws:glue/trigger:Trigger': through('aws:glue/job:Job', 'starts jobs and crawlers by itself'),
    'aws:glue/userDefinedFunction:UserDefinedFunction': byUse('objects or requests of the catalog', 'C'),
    'aws:glue/workflow:Workflow': through('aws:glue/job:Job', 'starts jobs and crawlers by itself'),
    ...free(
      'glue',
      `
        classifier dataCatalogEncryptionSettings dataQualityRuleset registry resourcePolicy schema
        securityConfiguration
      `,
    ),
  },
};
