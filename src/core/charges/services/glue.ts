import { mapReading, withDefault } from '../../reading';
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
  },
};
