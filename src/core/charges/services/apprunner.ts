import { known, type Maybe, mapReading, unknown, withDefault } from '../../reading';
import type { Charge } from '../charge';
import { byUse, free, through } from '../classes';
import { type Metering, priced, type Service } from '../service';
import { assume } from '../usage';

/** AWS App Runner: memory that is kept ready, and processors while requests are served. */
export const apprunner: Service = {
  product: 'AWS App Runner',
  pricingPage: 'https://aws.amazon.com/apprunner/pricing/',
  readOn: '2026-11-24',
  resources: {
    'aws:apprunner/service:Service': priced(
      { activeHours: assume(0, 730, 'hours a month in which it serves', 730) },
      (metering) => [
        // One instance is kept ready at least; more of them only come with traffic.
        metering.hourly('Provisioned memory', 'apprunner/memory-provisioned.gb-hour', memoryGb(metering)),
        metering.usage('Active vCPUs', 'apprunner/vcpu.hour', 'activeHours', vcpus(metering)),
        ...deployments(metering),
      ],
    ),

    'aws:apprunner/deployment:Deployment': through(
      'aws:apprunner/service:Service',
      'starts a build and a deployment',
      'C',
    ),
    'aws:apprunner/observabilityConfiguration:ObservabilityConfiguration': byUse(
      'traces are billed by X-Ray when a vendor is set',
      'C',
    ),
    ...free(
      'apprunner',
      `
        autoScalingConfigurationVersion connection customDomainAssociation defaultAutoScalingConfigurationVersion
        vpcConnector vpcIngressConnection
      `,
    ),
  },
};

/** Written as "2 GB" or as 2048; 2048 is the provider's default. */
const memoryGb = ({ properties }: Metering): Maybe<number> =>
  size(withDefault(properties.text('instanceConfiguration.memory'), '2048'), 'GB');

/** Written as "1 vCPU" or as 1024; 1024 is the provider's default. */
const vcpus = ({ properties }: Metering): Maybe<number> =>
  size(withDefault(properties.text('instanceConfiguration.cpu'), '1024'), 'vCPU');

function size(written: Maybe<string>, unit: string): Maybe<number> {
  if (written.state !== 'known') return written;
  const [, number, named] = /^([\d.]+)\s*(\w+)?$/.exec(written.value.trim()) ?? [];
  const value = Number(number);
  if (!Number.isFinite(value)) return unknown('the size of its instances cannot be read');
  return known(named?.toLowerCase() === unit.toLowerCase() ? value : value / 1024);
}

/** On by default, as the provider documents. */
function deployments(metering: Metering): Charge[] {
  const on = withDefault(metering.properties.flag('sourceConfiguration.autoDeploymentsEnabled'), true);
  if (on.state === 'known' && !on.value) return [];
  return [
    metering.monthly(
      'Automatic deployments',
      mapReading(on, () => 'apprunner/auto-deploy.month'),
      1,
      'applications',
    ),
  ];
}
