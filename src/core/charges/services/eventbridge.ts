import { priced, type Service } from '../service';
import { assume } from '../usage';

/** Amazon EventBridge: custom events, archives, API destinations, pipes and schedules. Rules are free. */
export const eventbridge: Service = {
  product: 'Amazon EventBridge',
  pricingPage: 'https://aws.amazon.com/eventbridge/pricing/',
  readOn: '2026-11-24',
  resources: {
    'aws:cloudwatch/eventBus:EventBus': priced({ customEvents: assume(0, 100_000, 'events a month') }, (bill) => [
      bill.usage('Custom events', 'eventbridge/custom-event.event', 'customEvents'),
    ]),
    'aws:cloudwatch/eventArchive:EventArchive': priced(
      { archivedGb: assume(0, 10, 'GB a month'), storedGb: assume(0, 10, 'GB') },
      (bill) => [
        bill.usage('Events archived', 'eventbridge/archive.gb', 'archivedGb'),
        bill.usage('Archive storage', 'eventbridge/archive-storage.gb-month', 'storedGb'),
      ],
    ),
    'aws:cloudwatch/eventApiDestination:EventApiDestination': priced(
      { invocations: assume(0, 100_000, 'invocations a month') },
      (bill) => [bill.usage('API destination', 'eventbridge/api-destination.request', 'invocations')],
    ),
    'aws:pipes/pipe:Pipe': priced({ pipeRequests: assume(0, 100_000, 'requests a month') }, (bill) => [
      bill.usage('Pipe requests', 'eventbridge/pipe-request', 'pipeRequests'),
    ]),
    'aws:scheduler/schedule:Schedule': priced({ invocations: assume(0, 44_000, 'invocations a month') }, (bill) => [
      bill.usage('Schedule invocations', 'eventbridge/scheduler.invocation', 'invocations'),
    ]),
  },
};
