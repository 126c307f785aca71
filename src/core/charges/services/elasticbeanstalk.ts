import {
  absent,
  absentAt,
  known,
  type Maybe,
  mapReading,
  type Reading,
  unknown,
  valueOr,
  withDefault,
} from '../../reading';
import type { Charge } from '../charge';
import { free } from '../classes';
import { publicAddresses, SOME_ZONES } from '../parts/addresses';
import { LAUNCH_USAGE, type Launch, type LaunchUsage, launchCharges } from '../parts/launch';
import { averageSize, groupCharges } from '../parts/scaling';
import { fromTo, type Metering, priced, priceKey, type Service } from '../service';
import { assume } from '../usage';

/** AWS Elastic Beanstalk: the instances and the load balancer of an environment, as its settings say. */
export const elasticbeanstalk: Service = {
  product: 'AWS Elastic Beanstalk',
  pricingPage: 'https://aws.amazon.com/elasticbeanstalk/pricing/',
  readOn: '2026-11-25',
  resources: {
    'aws:elasticbeanstalk/environment:Environment': priced(
      {
        ...LAUNCH_USAGE,
        ...averageSize('instances'),
        dataProcessedGb: assume(0, 100, 'GB a month through the load balancer'),
      },
      environment,
    ),
    ...free('elasticbeanstalk', 'application applicationVersion configurationTemplate'),
  },
};

/** One of an environment's options: AWS documents their namespaces, names and defaults. */
function option(metering: Metering, namespace: string, name: string): Reading<string> {
  const settings = metering.properties.items('settings');
  if (settings.state !== 'known') return settings.state === 'absent' ? absentAt(name) : settings;
  for (const setting of settings.value) {
    if (setting.state !== 'known') return unknown('one of its settings is not known');
    const [space, key] = [setting.value.text('namespace'), setting.value.text('name')];
    if (space.state === 'unknown' || key.state === 'unknown') return unknown('one of its settings is not known');
    if (space.state === 'known' && space.value === namespace && key.state === 'known' && key.value === name) {
      return setting.value.text('value');
    }
  }
  return absentAt(name);
}

/** The environment itself is free: its instances and its load balancer are not. What it makes besides is not counted. */
function environment(metering: Metering<LaunchUsage | 'dataProcessedGb' | 'averageSize'>): Charge[] {
  const kind = withDefault(option(metering, 'aws:elasticbeanstalk:environment', 'EnvironmentType'), 'LoadBalanced');
  const single = kind.state === 'known' && kind.value === 'SingleInstance';
  const size = (name: string, byDefault: string) =>
    mapReading(withDefault(option(metering, 'aws:autoscaling:asg', name), byDefault), Number);
  const count = single ? 1 : fromTo(size('MinSize', '1'), size('MaxSize', '4'));
  const spot = withDefault(option(metering, 'aws:ec2:instances', 'EnableSpot'), 'false');
  const launch: Launch = {
    types: instanceTypes(metering),
    tenancy: absent,
    market: spot.state === 'known' && spot.value === 'false' ? absent : known('mixed'),
    monitoring: absent,
    publicAddress: absent,
    licence: absent,
    ebsOptimized: absent,
    unlimited: absent,
    zone: absent,
    root: { type: absent, size: absent, iops: absent, throughput: absent },
    volumes: absent,
  };
  const balanced = !single && valueOr(withDefault(metering.properties.text('tier'), 'WebServer'), '') !== 'Worker';
  const ec2 = metering.under('Amazon EC2');
  return [
    ...groupCharges(metering, { count }, (size) => launchCharges(ec2, launch, size)),
    ...(balanced ? balancer(metering) : []),
  ];
}

function instanceTypes(metering: Metering): Launch['types'] {
  const older = option(metering, 'aws:autoscaling:launchconfiguration', 'InstanceType');
  const several = option(metering, 'aws:ec2:instances', 'InstanceTypes');
  if (several.state !== 'known') return [older.state === 'absent' ? several : older];
  const [first = several, ...others] = several.value.split(',').map((type) => known(type.trim()));
  return [first, ...others];
}

/** A Classic Load Balancer unless the settings name another kind. */
function balancer(metering: Metering<'dataProcessedGb'>): Charge[] {
  const elb = metering.under('Elastic Load Balancing');
  const kind = withDefault(option(metering, 'aws:elasticbeanstalk:environment', 'LoadBalancerType'), 'classic');
  const key = priceKey`elb/${mapReading(kind, (name) => KINDS.get(name) ?? name)}.hour`;
  return [elb.hourly('Load balancer', key), publicAddresses(metering, SOME_ZONES), ...data(elb, kind)];
}

const KINDS = new Map([
  ['classic', 'clb'],
  ['application', 'alb'],
  ['network', 'nlb'],
]);

const data = (elb: Metering<'dataProcessedGb'>, kind: Maybe<string>): Charge[] =>
  // A capacity unit of the newer kinds processes one GB an hour.
  [
    kind.state === 'known' && kind.value !== 'classic'
      ? elb.usage('Load balancer capacity units', 'elb/alb.lcu-hour', 'dataProcessedGb')
      : elb.usage('Load balancer data processed', 'elb/clb.gb', 'dataProcessedGb'),
  ];
