import { priced, type Service } from '../service';
import { assume } from '../usage';

/** Amazon EventBridge Pipes: requests. */
export const pipes: Service = {
  product: 'Amazon EventBridge',
  pricingPage: 'https://aws.amazon.com/eventbridge/pricing/',
  readOn: '2026-11-24',
  resources: {
    'aws:pipes/pipe:Pipe': priced({ pipeRequests: assume(0, 100_000, 'requests a month') }, (metering) => [
      metering.usage('Pipe requests', 'eventbridge/pipe-request', 'pipeRequests'),
    ]),
  },
};
