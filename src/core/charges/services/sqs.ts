import { mapReading, withDefault } from '../../reading';
import { free } from '../classes';
import { priced, type Service } from '../service';
import { assume } from '../usage';

/** Amazon SQS: requests. */
export const sqs: Service = {
  product: 'Amazon Simple Queue Service',
  pricingPage: 'https://aws.amazon.com/sqs/pricing/',
  readOn: '2026-11-24',
  resources: {
    'aws:sqs/queue:Queue': priced({ monthlyRequests: assume(0, 1_000_000, 'requests a month') }, (metering) => {
      const fifo = withDefault(metering.properties.flag('fifoQueue'), false); // the provider's default
      const key = mapReading(fifo, (on) => (on ? 'sqs/fifo.request' : 'sqs/standard.request'));
      return [metering.usage('Queue requests', key, 'monthlyRequests')];
    }),

    ...free('sqs', 'queuePolicy redriveAllowPolicy redrivePolicy'),
  },
};
