import { free } from '../classes';
import { meter, metered } from '../meters';
import type { Service } from '../service';
import { fixed } from '../usage';

/** AWS Fault Injection Service: minutes of the actions of experiments. */
export const fis: Service = {
  product: 'AWS Fault Injection Service',
  pricingPage: 'https://aws.amazon.com/fis/pricing/',
  readOn: '2026-11-25',
  resources: {
    'aws:fis/experimentTemplate:ExperimentTemplate': metered({
      actionMinutes: meter('Actions of experiments', 'fis/action.minute', fixed(0, 60, 'minutes of actions a month')),
    }),
    ...free('fis', 'safetyLeverState targetAccountConfiguration'),
  },
};
