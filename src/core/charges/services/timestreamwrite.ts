import { free } from '../classes';
import { meter, metered } from '../meters';
import type { Service } from '../service';
import { assume } from '../usage';

/** Amazon Timestream for LiveAnalytics: writes and storage of tables. */
export const timestreamwrite: Service = {
  product: 'Amazon Timestream',
  pricingPage: 'https://aws.amazon.com/timestream/pricing/',
  readOn: '2026-11-25',
  resources: {
    'aws:timestreamwrite/table:Table': metered({
      ingestedGb: meter('Data written', 'timestream/ingest.gb', assume(0, 10, 'GB a month')),
      memoryGb: meter('Memory store', 'timestream/memory-store.gb-hour', assume(0, 730, 'GB-hours a month')),
      magneticGb: meter('Magnetic store', 'timestream/magnetic-store.gb-month', assume(0, 10, 'GB')),
    }),
    ...free('timestreamwrite', 'database'),
  },
};
