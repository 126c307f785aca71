import type { Properties } from '../../properties';
import { known, type Maybe, mapReading, type Reading, unknown, withDefault } from '../../reading';
import type { Charge } from '../charge';
import { free } from '../classes';
import { vcpusOf } from '../parts/instance-size';
import { type Metering, priced, priceKey, type Service } from '../service';
import { assume } from '../usage';

/** AWS Batch: instances and Fargate tasks that a compute environment starts for jobs. */
export const batch: Service = {
  product: 'Amazon EC2',
  pricingPage: 'https://aws.amazon.com/batch/pricing/',
  readOn: '2026-11-25',
  resources: {
    'aws:batch/computeEnvironment:ComputeEnvironment': priced(
      {
        instanceHours: assume(0, 100, 'instance-hours of jobs a month'),
        vcpuHours: assume(0, 100, 'vCPU-hours of jobs a month'),
        gbHours: assume(0, 200, 'GB-hours of jobs a month'),
      },
      environment,
    ),
    ...free('batch', 'jobDefinition jobQueue schedulingPolicy'),
  },
};

type Field = 'instanceHours' | 'vcpuHours' | 'gbHours';

/** AWS Batch costs nothing itself: what it starts for jobs does. */
function environment(metering: Metering<Field>): Charge[] {
  const { properties } = metering;
  const managed = properties.text('type');
  if (managed.state === 'known' && managed.value === 'UNMANAGED') return []; // its instances stand elsewhere
  const type = properties.text('computeResources.type');
  if (type.state !== 'known') return [metering.hourly('Compute for jobs', priceKey`${type}`)];
  if (type.value.startsWith('FARGATE')) {
    const fargate = metering.under('Amazon ECS');
    return [
      fargate.usage('Fargate vCPUs', 'fargate/linux-x86.vcpu-hour', 'vcpuHours'),
      fargate.usage('Fargate memory', 'fargate/linux-x86.gb-hour', 'gbHours'),
    ];
  }
  const kind = instanceType(properties);
  const least = withDefault(properties.quantity('computeResources.minVcpus'), 0);
  const jobs = metering.usage('EC2 instances for jobs, Linux price', priceKey`ec2/${kind}.hour`, 'instanceHours');
  if (least.state === 'known' && least.value === 0) return [jobs];
  // As many instances as hold the least number of vCPUs run all the time.
  const kept = divided(least, vcpusOf(kind));
  return [metering.hourly('EC2 instances that are kept, Linux price', priceKey`ec2/${kind}.hour`, kept), jobs];
}

/** One type with a size is one; families and `optimal` leave the choice to AWS. */
function instanceType(properties: Properties): Reading<string> {
  const list = properties.list('computeResources.instanceTypes');
  if (list.state !== 'known') return list;
  const [only, ...others] = list.value;
  if (only?.state !== 'known' || others.length > 0) return unknown('instanceTypes leaves the choice to AWS');
  const name = only.value;
  return typeof name === 'string' && name.includes('.') ? known(name) : unknown('instanceTypes leaves the size to AWS');
}

const divided = (vcpus: Maybe<number>, each: Maybe<number>): Maybe<number> => {
  if (vcpus.state !== 'known') return vcpus;
  return mapReading(each, (one) => Math.ceil(vcpus.value / one));
};
