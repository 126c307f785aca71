import { mapReading, withDefault } from '../../reading';
import { byUse, free, thirdParty, through } from '../classes';
import { meter, metered } from '../meters';
import { priced, type Service } from '../service';
import { assume, fixed } from '../usage';

/** AWS Glue: jobs and crawlers by the data processing units they use. */
export const glue: Service = {
  product: 'AWS Glue',
  pricingPage: 'https://aws.amazon.com/glue/pricing/',
  readOn: '2026-11-24',
  resources: {
    'aws:glue/job:Job': priced({ dpuHours: assume(0, 20, 'DPU-hours a month') }, (metering) => {
      const execution = withDefault(metering.properties.text('executionClass'), 'STANDARD'); // AWS's default
      const key = mapReading(execution, (name) => (name === 'FLEX' ? 'glue/etl-flex.dpu-hour' : 'glue/etl.dpu-hour'));
      return [metering.usage('Job run', key, 'dpuHours')];
    }),
    'aws:glue/crawler:Crawler': priced({ dpuHours: assume(0, 5, 'DPU-hours a month') }, (metering) => [
      metering.usage('Crawler run', 'glue/crawler.dpu-hour', 'dpuHours'),
    ]),

    'aws:glue/catalog:Catalog': byUse('objects or requests of the catalog', 'C'),
    'aws:glue/catalogDatabase:CatalogDatabase': metered({
      objects: meter(
        'Objects in the catalog',
        'glue/catalog-storage.object-month',
        fixed(0, 1, 'objects beyond those that are free'),
      ),
    }),
    'aws:glue/catalogTable:CatalogTable': metered({
      objects: meter(
        'Objects in the catalog',
        'glue/catalog-storage.object-month',
        assume(0, 10, 'objects beyond those that are free'),
      ),
    }),
    'aws:glue/catalogTableOptimizer:CatalogTableOptimizer': metered({
      dpuHours: meter('Table optimization', 'glue/table-optimizer.dpu-hour', assume(0, 5, 'DPU-hours a month')),
    }),
    'aws:glue/connection:Connection': thirdParty(
      'AWS Marketplace, connectionType MARKETPLACE is a paid connector, others are free, other sides may bill',
    ),
    'aws:glue/devEndpoint:DevEndpoint': priced({}, (metering) => {
      const workers = metering.properties.quantity('numberOfWorkers');
      const nodes = withDefault(metering.properties.quantity('numberOfNodes'), 5); // AWS's default
      return [
        metering.hourly(
          'Development endpoint',
          'glue/dev-endpoint.dpu-hour',
          workers.state === 'absent' ? nodes : workers,
        ),
      ];
    }),
    'aws:glue/mLTransform:MLTransform': metered({
      dpuHours: meter('Transform runs', 'glue/etl.dpu-hour', assume(0, 5, 'DPU-hours a month')),
    }),
    'aws:glue/partition:Partition': metered({
      objects: meter(
        'Objects in the catalog',
        'glue/catalog-storage.object-month',
        fixed(0, 1, 'objects beyond those that are free'),
      ),
    }),
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
