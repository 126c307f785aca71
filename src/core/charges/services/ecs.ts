import type { PlannedResource } from '../../plan';
import type { Properties } from '../../properties';
import { known, type Maybe, mapReading, type Reading, unknown, withDefault } from '../../reading';
import type { Charge } from '../charge';
import { accountSetting, free, through } from '../classes';
import { publicAddresses, SOME_ZONES } from '../parts/addresses';
import { type Bill, beyond, fromTo, priced, priceKey, type Quantity, type Service, times } from '../service';
import { assume } from '../usage';

/** Amazon ECS: services on AWS Fargate. On EC2 only the instances are charged, wherever they are stated. */
export const ecs: Service = {
  product: 'Amazon ECS',
  pricingPage: 'https://aws.amazon.com/fargate/pricing/',
  readOn: '2026-11-24',
  resources: {
    'aws:ecs/service:Service': priced({}, (bill) => serviceTasks(bill, taskCount(bill, bill.resource))),
    // The cluster itself is free.
    'aws:ecs/cluster:Cluster': priced({}, containerInsights),

    'aws:ecs/accountSettingDefault:AccountSettingDefault': accountSetting(
      'Amazon CloudWatch, containerInsights switches metrics on for all new clusters',
    ),
    'aws:ecs/capacityProvider:CapacityProvider': priced({}, (bill) =>
      // A group is billed by itself; managed instances are started by AWS, with a fee on top.
      bill.properties.any('managedInstancesProvider').state === 'absent'
        ? []
        : [
            bill.stated(
              'hourly',
              'ECS managed instances and their fee',
              unknown('managedInstancesProvider: AWS chooses which instances it starts'),
            ),
          ],
    ),
    'aws:ecs/daemon:Daemon': through('aws:ecs/capacityProvider:CapacityProvider', 'one task on each instance', 'C'),
    'aws:ecs/expressGatewayService:ExpressGatewayService': priced(
      { capacityUnits: assume(0, 1, 'capacity units on average') },
      (bill) => {
        const { properties } = bill;
        // AWS's defaults: one task of 1 vCPU and 2 GB, up to 20 of them.
        const count = fromTo(
          withDefault(properties.quantity('scalingTargets.minTaskCount'), 1),
          withDefault(properties.quantity('scalingTargets.maxTaskCount'), 20),
        );
        const cpu = size(withDefault(properties.text('cpu'), '1024'), 'vCPU');
        const memory = size(withDefault(properties.text('memory'), '2048'), 'GB');
        const balancer = bill.under('Elastic Load Balancing');
        return [
          bill.hourly('Fargate vCPUs', 'fargate/linux-x86.vcpu-hour', times(cpu, count)),
          bill.hourly('Fargate memory', 'fargate/linux-x86.gb-hour', times(memory, count)),
          balancer.hourly('Application Load Balancer', 'elb/alb.hour'),
          balancer.usage('Application Load Balancer capacity units', 'elb/alb.lcu-hour', 'capacityUnits', 730),
          publicAddresses(bill, SOME_ZONES),
        ];
      },
    ),
    'aws:ecs/taskSet:TaskSet': priced({}, (bill) => {
      const service = bill.linked('service');
      // Its scale is a share of the tasks of its service.
      const share = mapReading(withDefault(bill.properties.quantity('scale.value'), 100), (percent) => percent / 100);
      const tasks = service === undefined ? bill.missing('service') : times(taskCount(bill, service), share);
      return serviceTasks(bill, tasks);
    }),
    ...free('ecs', 'clusterCapacityProviders daemonTaskDefinition tag taskDefinition'),
  },
};

/** Off unless the cluster or the account asks for it; how many metrics it makes depends on what runs there. */
function containerInsights(bill: Bill): Charge[] {
  const settings = bill.properties.items('settings');
  if (settings.state === 'absent') return [];
  const off = settings.state === 'known' && settings.value.every(isOff);
  if (off) return [];
  const amount = unknown('how many metrics it makes depends on what runs there');
  return [bill.under('Amazon CloudWatch').stated('usage', 'Container Insights', amount)];
}

function isOff(setting: Reading<Properties>): boolean {
  if (setting.state !== 'known') return false;
  const [name, value] = [setting.value.text('name'), setting.value.text('value')];
  const other = name.state === 'known' && name.value !== 'containerInsights';
  return other || (value.state === 'known' && value.value === 'disabled');
}

/** The tasks of a service or a task set, where they run on Fargate. */
function serviceTasks(bill: Bill, desired: Quantity): Charge[] {
  const task = taskDefinition(bill);
  const capacity = capacityOf(bill.properties, task);
  if (capacity === 'other') return [];
  const count = capacity === 'fargate' ? desired : fromTo(0, desired);
  return [...taskCharges(bill, task, count), ...addresses(bill, count)];
}

/** None is the provider's default. */
const taskCount = (_bill: Bill, service: PlannedResource): Quantity =>
  withDefault(service.properties.quantity('desiredCount'), 0);

function taskDefinition(bill: Bill): Properties | undefined {
  const found = bill.linked('taskDefinition');
  return found?.type === 'aws:ecs/taskDefinition:TaskDefinition' ? found.properties : undefined;
}

/** Fargate for every task, Fargate for some or for less than the on-demand price, or something else. */
type Capacity = 'fargate' | 'perhaps' | 'other';

function capacityOf(service: Properties, task: Properties | undefined): Capacity {
  const launchType = service.text('launchType');
  if (launchType.state === 'known') return launchType.value === 'FARGATE' ? 'fargate' : 'other';
  const strategies = service.items('capacityProviderStrategies');
  if (strategies.state === 'known' && strategies.value.length > 0) {
    return providersOf(strategies.value.map(providerName));
  }
  if (launchType.state === 'unknown' || strategies.state === 'unknown') return 'perhaps';
  // The cluster may choose by a strategy of its own: a task that only runs on Fargate tells.
  return task !== undefined && needsFargate(task) ? 'perhaps' : 'other';
}

const providerName = (strategy: Reading<Properties>): Reading<string> =>
  strategy.state === 'known' ? strategy.value.text('capacityProvider') : strategy;

/** Spot tasks cost less than on-demand; how tasks are spread over several providers is not worked out. */
function providersOf(names: readonly Reading<string>[]): Capacity {
  const isFargate = (name: Reading<string>) => name.state === 'known' && name.value === 'FARGATE';
  if (names.every(isFargate)) return 'fargate';
  const mayBe = (name: Reading<string>) => name.state !== 'known' || name.value === 'FARGATE_SPOT' || isFargate(name);
  return names.some(mayBe) ? 'perhaps' : 'other';
}

function needsFargate(task: Properties): boolean {
  const kinds = task.list('requiresCompatibilities');
  return kinds.state === 'known' && kinds.value.every((kind) => kind.state === 'known' && kind.value === 'FARGATE');
}

function taskCharges(bill: Bill, task: Properties | undefined, count: Quantity): Charge[] {
  const elsewhere = bill.missing('taskDefinition');
  const platform = task === undefined ? elsewhere : platformOf(task);
  const cpu = task === undefined ? elsewhere : size(task.text('cpu'), 'vCPU');
  const memory = task === undefined ? elsewhere : size(task.text('memory'), 'GB');
  const charges = [
    bill.hourly('Fargate vCPUs', priceKey`fargate/${platform}.vcpu-hour`, times(cpu, count)),
    bill.hourly('Fargate memory', priceKey`fargate/${platform}.gb-hour`, times(memory, count)),
  ];
  if (platform.state === 'known' && platform.value === 'windows') {
    charges.push(bill.hourly('Fargate Windows licence', 'fargate/windows-license.vcpu-hour', times(cpu, count)));
  }
  const storage = task?.quantity('ephemeralStorage.sizeInGib');
  if (storage === undefined || storage.state === 'absent') return charges;
  const extra = beyond(storage, 20); // 20 GB are included
  return [...charges, bill.hourly('Fargate storage', 'fargate/ephemeral-storage.gb-hour', times(extra, count))];
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
function addresses(bill: Bill, count: Quantity): Charge[] {
  const on = withDefault(bill.properties.flag('networkConfiguration.assignPublicIp'), false);
  if (on.state === 'known' && !on.value) return [];
  return [publicAddresses(bill, on.state === 'known' ? count : fromTo(0, count))];
}
