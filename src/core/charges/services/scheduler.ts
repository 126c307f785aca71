import { free } from '../classes';
import { priced, type Service } from '../service';
import { fixed } from '../usage';

/** Amazon EventBridge Scheduler: invocations. */
export const scheduler: Service = {
  product: 'Amazon EventBridge',
  pricingPage: 'https://aws.amazon.com/eventbridge/pricing/',
  readOn: '2026-11-24',
  resources: {
    'aws:scheduler/schedule:Schedule': priced({ invocations: fixed(0, 44_000, 'invocations a month') }, (metering) => [
      metering.usage('Schedule invocations', 'eventbridge/scheduler.invocation', 'invocations'),
    ]),

    ...free('scheduler', 'scheduleGroup'),
  },
};
