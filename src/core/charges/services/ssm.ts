import { withDefault } from '../../reading';
import { fromTo, priced, type Service } from '../service';

/** AWS Systems Manager: parameters of the advanced tier. Standard ones are free. */
export const ssm: Service = {
  product: 'AWS Systems Manager',
  pricingPage: 'https://aws.amazon.com/systems-manager/pricing/',
  readOn: '2026-11-24',
  resources: {
    'aws:ssm/parameter:Parameter': priced({}, (bill) => {
      const what = 'Advanced parameter';
      const key = 'ssm/advanced-parameter.hour';
      // An account's default tier is Standard unless its settings say otherwise.
      const tier = withDefault(bill.properties.text('tier'), 'Standard');
      if (tier.state === 'unknown') return [bill.hourly(what, tier)];
      if (tier.value === 'Standard') return [];
      // Intelligent-Tiering picks the advanced tier only for a parameter that needs it.
      return [bill.hourly(what, key, tier.value === 'Advanced' ? 1 : fromTo(0, 1))];
    }),
  },
};
