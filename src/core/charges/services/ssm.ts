import { withDefault } from '../../reading';
import { accountSetting, byUse, contents, free } from '../classes';
import { fromTo, priced, type Service } from '../service';

/** AWS Systems Manager: parameters of the advanced tier. Standard ones are free. */
export const ssm: Service = {
  product: 'AWS Systems Manager',
  pricingPage: 'https://aws.amazon.com/systems-manager/pricing/',
  readOn: '2026-11-24',
  resources: {
    'aws:ssm/parameter:Parameter': priced({}, (metering) => {
      const what = 'Advanced parameter';
      const key = 'ssm/advanced-parameter.hour';
      // An account's default tier is Standard unless its settings say otherwise.
      const tier = withDefault(metering.properties.text('tier'), 'Standard');
      if (tier.state === 'unknown') return [metering.hourly(what, tier)];
      if (tier.value === 'Standard') return [];
      // Intelligent-Tiering picks the advanced tier only for a parameter that needs it.
      return [metering.hourly(what, key, tier.value === 'Advanced' ? 1 : fromTo(0, 1))];
    }),

    'aws:ssm/activation:Activation': priced({}, (metering) => {
      // Billed only where the account uses the advanced tier of machines.
      const machines = withDefault(metering.properties.quantity('registrationLimit'), 1); // the provider's default
      return [
        metering.hourly('Machines of the advanced tier', 'ssm/advanced-onprem-instance.hour', fromTo(0, machines)),
      ];
    }),
    'aws:ssm/association:Association': byUse('Automation steps beyond the free number'),
    'aws:ssm/maintenanceWindowTask:MaintenanceWindowTask': byUse('Automation steps beyond the free number'),
    'aws:ssm/quicksetupConfigurationManager:QuicksetupConfigurationManager': contents(
      'deploys stacks and settings into accounts',
    ),
    'aws:ssm/serviceSetting:ServiceSetting': accountSetting(
      'can switch the account to the advanced tier or to higher throughput',
    ),
    ...free('ssm', 'contactsRotation', 'C'),
    ...free(
      'ssm',
      `
        defaultPatchBaseline document maintenanceWindow maintenanceWindowTarget patchBaseline patchGroup
        resourceDataSync
      `,
    ),
  },
};
