import { meter, metered } from '../meters';
import type { Service } from '../service';
import { assume } from '../usage';

/** Amazon Timestream for LiveAnalytics: compute of scheduled queries. */
export const timestreamquery: Service = {
  product: 'Amazon Timestream',
  pricingPage: 'https://aws.amazon.com/timestream/pricing/',
  readOn: '2026-11-25',
  resources: {
    'aws:timestreamquery/scheduledQuery:ScheduledQuery': metered({
      computeHours: meter('Query compute', 'timestream/query.tcu-hour', assume(0, 10, 'TCU-hours a month')),
    }),
  },
};
