import { sameText, withDefault } from '../../reading';
import { free } from '../classes';
import { TRACES, traces } from '../parts/telemetry';
import { priced, type Service } from '../service';
import { assume } from '../usage';

/** AWS Step Functions: state transitions of standard workflows, requests and memory of express ones. */
export const sfn: Service = {
  product: 'AWS Step Functions',
  pricingPage: 'https://aws.amazon.com/step-functions/pricing/',
  readOn: '2026-11-24',
  resources: {
    'aws:sfn/stateMachine:StateMachine': priced(
      {
        stateTransitions: assume(0, 10_000, 'state transitions a month'),
        expressRequests: assume(0, 100_000, 'requests a month'),
        expressGbSeconds: assume(0, 10_000, 'GB-seconds a month'),
        ...TRACES,
      },
      (metering) => {
        const type = withDefault(metering.properties.text('type'), 'STANDARD'); // the provider's default
        const traced = traces(metering, metering.properties.flag('tracingConfiguration.enabled'));
        if (type.state === 'unknown') return [metering.usage('Workflow', type, 'stateTransitions'), ...traced];
        if (!sameText(type.value, 'EXPRESS')) {
          return [
            metering.usage('State transitions', 'stepfunctions/standard.state-transition', 'stateTransitions'),
            ...traced,
          ];
        }
        return [
          metering.usage('Express requests', 'stepfunctions/express.request', 'expressRequests'),
          metering.usage('Express duration', 'stepfunctions/express-duration-first1000h.gb-second', 'expressGbSeconds'),
          ...traced,
        ];
      },
    ),

    ...free('sfn', 'activity alias'),
  },
};
