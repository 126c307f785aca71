import { mapReading, sameText, withDefault } from '../../reading';
import { free } from '../classes';
import { fromTo, priced, type Service } from '../service';

/** Application Auto Scaling: alarms that target tracking creates. What scales is billed where it stands. */
export const appautoscaling: Service = {
  product: 'Amazon CloudWatch',
  pricingPage: 'https://aws.amazon.com/autoscaling/pricing/',
  readOn: '2026-11-25',
  resources: {
    'aws:appautoscaling/policy:Policy': priced({}, (metering) => {
      const type = withDefault(metering.properties.text('policyType'), 'StepScaling'); // the provider's default
      if (type.state === 'known' && !sameText(type.value, 'TargetTrackingScaling')) return [];
      // It creates alarms: two, and four for capacity of DynamoDB.
      const key = mapReading(type, () => 'cloudwatch/alarm-standard.alarm-metric-month');
      return [metering.under('Amazon CloudWatch').monthly('Alarms of target tracking', key, fromTo(2, 4), 'alarms')];
    }),
    ...free('appautoscaling', 'scheduledAction target'),
  },
};
