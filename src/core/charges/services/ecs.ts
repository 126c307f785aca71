import type { PlannedResource } from '../../plan';
import type { Properties } from '../../properties';
import { known, type Maybe, mapReading, type Reading, sameText, unknown, withDefault } from '../../reading';
import type { Charge } from '../charge';
import { accountSetting, free, through } from '../classes';
import { publicAddresses, SOME_ZONES } from '../parts/addresses';
import { notPriced } from '../parts/not-priced';
import { averageSize, groupCharges, scaled } from '../parts/scaling';
import { readVolume, volumeCharges } from '../parts/volumes';
import { beyond, fromTo, type Metering, priced, priceKey, type Quantity, type Service, times } from '../service';
import { assume } from '../usage';

/** Amazon ECS: services on AWS Fargate. On EC2 only the instances are charged, wherever they are stated. */
export const ecs: Service = {
  product: 'Amazon ECS',
  pricingPage: 'https://aws.amazon.com/fargate/pricing/',
  readOn: '2026-11-24',
  resources: {
    'aws:ecs/service:Service': priced(averageSize('tasks'), (metering) =>
      groupCharges(metering, { count: taskCount(metering, metering.resource) }, (count) =>
        serviceTasks(metering, count),
      ),
    ),
    // The cluster itself is free.
    'aws:ecs/cluster:Cluster': priced({}, containerInsights),

    'aws:ecs/accountSettingDefault:AccountSettingDefault': accountSetting(
      'Amazon CloudWatch, containerInsights switches metrics on for all new clusters',
    ),
    'aws:ecs/capacityProvider:CapacityProvider': priced({}, (metering) =>
      // A group is billed by itself; managed instances are started by AWS, with a fee on top.
      metering.properties.any('managedInstancesProvider').state === 'absent'
        ? []
        : [
            metering.stated(
              'hourly',
              'ECS managed instances and their fee',
              unknown('managedInstancesProvider: AWS chooses which instances it starts'),
            ),
          ],
    ),
    'aws:ecs/daemon:Daemon': through('aws:ecs/capacityProvider:CapacityProvider', 'one task on each instance', 'C'),
    'aws:ecs/expressGatewayService:ExpressGatewayService': priced(
      { capacityUnits: assume(0, 1, 'capacity units on average'), ...averageSize('tasks') },
      (metering) => {
        const { properties } = metering;
        // AWS's defaults: one task of 1 vCPU and 2 GB, up to 20 of them.
        const count = fromTo(
          withDefault(properties.quantity('scalingTargets.minTaskCount'), 1),
          withDefault(properties.quantity('scalingTargets.maxTaskCount'), 20),
        );
        const cpu = size(withDefault(properties.text('cpu'), '1024'), 'vCPU');
        const memory = size(withDefault(properties.text('memory'), '2048'), 'GB');
        const balancer = metering.under('Elastic Load Balancing');
        return [
          ...groupCharges(metering, { count }, (tasks) => [
            metering.hourly('Fargate vCPUs', 'fargate/linux-x86.vcpu-hour', times(cpu, tasks)),
            metering.hourly('Fargate memory', 'fargate/linux-x86.gb-hour', times(memory, tasks)),
          ]),
          balancer.hourly('Application Load Balancer', 'elb/alb.hour'),
          balancer.usage('Application Load Balancer capacity units', 'elb/alb.lcu-hour', 'capacityUnits', 730),
          publicAddresses(metering, SOME_ZONES),
        ];
      },
    ),
    'aws:ecs/taskSet:TaskSet': priced({}, (metering) => {
      const service = metering.linked('service', 'aws:ecs/service:Service');
      // Its scale is a share of the tasks of its service.
      const share = mapReading(
        withDefault(metering.properties.quantity('scale.value'), 100),
        (percent) => percent / 100,
      );
      const tasks = service === undefined ? metering.missing('service') : times(taskCount(metering, service), share);
      return serviceTasks(metering, tasks);
    }),
    ...free('ecs', 'clusterCapacityProviders daemonTaskDefinition tag taskDefinition'),
  },
};

/** Off unless the cluster or the account asks for it; how many metrics it makes depends on what runs there. */
function containerInsights(metering: Metering): Charge[] {
  const settings = metering.properties.items('settings');
  if (settings.state === 'absent') return [];
  const off = settings.state === 'known' && settings.value.every(isOff);
  if (off) return [];
  const amount = unknown('how many metrics it makes depends on what runs there');
  return [metering.under('Amazon CloudWatch').stated('usage', 'Container Insights', amount)];
}

function isOff(setting: Reading<Properties>): boolean {
  if (setting.state !== 'known') return false;
  const [name, value] = [setting.value.text('name'), setting.value.text('value')];
  const other = name.state === 'known' && name.value !== 'containerInsights';
  return other || (value.state === 'known' && value.value === 'disabled');
}

/** The tasks of a service or a task set, where they run on Fargate. */
function serviceTasks(metering: Metering, desired: Quantity): Charge[] {
  const task = taskDefinition(metering);
  const capacity = capacityOf(metering, task);
  const volumes = taskVolumes(metering, desired);
  if (capacity === 'other') return volumes;
  const count = capacity === 'fargate' ? desired : fromTo(0, desired);
  return [...taskCharges(metering, task, count), ...addresses(metering, count), ...volumes];
}

/** A volume that each task gets, wherever it runs; gp3 is AWS's default. One from a snapshot may state no size. */
function taskVolumes(metering: Metering, tasks: Quantity): Charge[] {
  const path = 'volumeConfiguration.managedEbsVolume';
  const asked = metering.properties.object(path);
  if (asked.state === 'absent') return [];
  const ec2 = metering.under('Amazon EC2');
  if (asked.state === 'unknown') return [ec2.monthly('EBS volume', asked, 1, 'GB')];
  const volume = readVolume(asked.value, 'sizeInGb', 'volumeType', 'gp3');
  return [
    ...volumeCharges(ec2, volume, tasks),
    ...notPriced(ec2, 'Volume initialization', ['volumeInitializationRate'], [], asked.value),
  ];
}

/** None is the provider's default; Application Auto Scaling may raise it. */
const taskCount = (metering: Metering, service: PlannedResource): Quantity =>
  scaled(metering, 'ecs:service:DesiredCount', withDefault(service.properties.quantity('desiredCount'), 0), {
    resource: service,
  });

function taskDefinition(metering: Metering): Properties | undefined {
  return metering.linked('taskDefinition', 'aws:ecs/taskDefinition:TaskDefinition')?.properties;
}

/** Fargate for every task, Fargate for some or for less than the on-demand price, or something else. */
type Capacity = 'fargate' | 'unknown' | 'other';

function capacityOf(metering: Metering, task: Properties | undefined): Capacity {
  const service = metering.properties;
  const launchType = service.text('launchType');
  if (launchType.state === 'known') return sameText(launchType.value, 'FARGATE') ? 'fargate' : 'other';
  const strategies = service.items('capacityProviderStrategies');
  if (strategies.state === 'known' && strategies.value.length > 0) {
    return providersOf(strategies.value.map(providerName));
  }
  if (launchType.state === 'unknown' || strategies.state === 'unknown') return 'unknown';
  const byDefault = defaultStrategy(metering);
  if (byDefault !== undefined) return providersOf(byDefault.map(providerName));
  // A cluster elsewhere may choose Fargate by a strategy of its own, for a task that can run there.
  return task !== undefined && mayUseFargate(task) ? 'unknown' : 'other';
}

const PROVIDERS = 'aws:ecs/clusterCapacityProviders:ClusterCapacityProviders';

/** What the cluster of a service runs tasks on that do not say; undefined when nothing in the plan says it. */
function defaultStrategy(metering: Metering): readonly Reading<Properties>[] | undefined {
  const cluster = metering.linked('cluster', 'aws:ecs/cluster:Cluster');
  const name = metering.properties.text('cluster');
  const pointing = cluster === undefined ? [] : metering.pointingTo(PROVIDERS, cluster);
  const named =
    name.state === 'known' ? metering.plan.naming(PROVIDERS, 'clusterName', name.value.split('/').at(-1) ?? '') : [];
  const [found] = [...pointing, ...named];
  const list = (found ?? cluster)?.properties.items('defaultCapacityProviderStrategies');
  return list?.state === 'known' && list.value.length > 0 ? list.value : undefined;
}

const providerName = (strategy: Reading<Properties>): Reading<string> =>
  strategy.state === 'known' ? strategy.value.text('capacityProvider') : strategy;

/** Spot tasks cost less than on-demand; how tasks are spread over several providers is not worked out. */
function providersOf(names: readonly Reading<string>[]): Capacity {
  const isFargate = (name: Reading<string>) => name.state === 'known' && sameText(name.value, 'FARGATE');
  if (names.every(isFargate)) return 'fargate';
  const mayBe = (name: Reading<string>) =>
    name.state !== 'known' || sameText(name.value, 'FARGATE_SPOT') || isFargate(name);
  return names.some(mayBe) ? 'unknown' : 'other';
}

function mayUseFargate(task: Properties): boolean {
  const kinds = task.list('requiresCompatibilities');
  if (kinds.state !== 'known') return kinds.state === 'unknown';
  return kinds.value.some(
    (kind) => kind.state !== 'known' || (typeof kind.value === 'string' && sameText(kind.value, 'FARGATE')),
  );
}

function taskCharges(metering: Metering, task: Properties | undefined, count: Quantity): Charge[] {
  const elsewhere = metering.missing('taskDefinition');
  const platform = task === undefined ? elsewhere : platformOf(task);
  const cpu = task === undefined ? elsewhere : size(task.text('cpu'), 'vCPU');
  const memory = task === undefined ? elsewhere : size(task.text('memory'), 'GB');
  const charges = [
    metering.hourly('Fargate vCPUs', priceKey`fargate/${platform}.vcpu-hour`, times(cpu, count)),
    metering.hourly('Fargate memory', priceKey`fargate/${platform}.gb-hour`, times(memory, count)),
  ];
  if (platform.state === 'known' && platform.value === 'windows') {
    charges.push(metering.hourly('Fargate Windows licence', 'fargate/windows-license.vcpu-hour', times(cpu, count)));
  }
  const storage = task?.quantity('ephemeralStorage.sizeInGib');
  if (storage === undefined || storage.state === 'absent') return charges;
  const extra = beyond(storage, 20); // 20 GB are included
  return [...charges, metering.hourly('Fargate storage', 'fargate/ephemeral-storage.gb-hour', times(extra, count))];
}

/** Linux on x86 unless the task says otherwise, as RegisterTaskDefinition documents. */
function platformOf(task: Properties): Maybe<string> {
  const system = withDefault(task.text('runtimePlatform.operatingSystemFamily'), 'LINUX');
  if (system.state !== 'known') return system;
  if (system.value.startsWith('WINDOWS')) return known('windows');
  const architecture = withDefault(task.text('runtimePlatform.cpuArchitecture'), 'X86_64');
  return mapReading(architecture, (name) => (name === 'ARM64' ? 'linux-arm' : 'linux-x86'));
}

/** "1 vCPU" and "2 GB", or 1024 CPU units and 2048 MB. */
function size(written: Reading<string>, unit: string): Maybe<number> {
  if (written.state !== 'known') {
    return written.state === 'unknown' ? written : unknown('its task definition states no size for the whole task');
  }
  const [, number = '', named = ''] = /^(\d+|\d*\.\d+)\s*(\w*)$/.exec(written.value.trim()) ?? [];
  if (number === '') return unknown('the size of its tasks cannot be read');
  return known(named.toLowerCase() === unit.toLowerCase() ? Number(number) : Number(number) / 1024);
}

/** Tasks have no public address unless asked for, as the provider documents. */
function addresses(metering: Metering, count: Quantity): Charge[] {
  const on = withDefault(metering.properties.flag('networkConfiguration.assignPublicIp'), false);
  if (on.state === 'known' && !on.value) return [];
  return [publicAddresses(metering, on.state === 'known' ? count : fromTo(0, count))];
}
