import type { Properties } from '../../properties';
import { absent, known, type Maybe, mapReading, type Reading, unknown, withDefault } from '../../reading';
import type { Charge } from '../charge';
import { byTime, free } from '../classes';
import { subnetsAddress } from '../parts/addresses';
import { inherit, LAUNCH_USAGE, type Launch, launchCharges, launchTemplate } from '../parts/launch';
import { notPriced } from '../parts/not-priced';
import { averageSize, type GroupSize, groupCharges, groupSize, scalesGroup } from '../parts/scaling';
import { LOGS, logs } from '../parts/telemetry';
import { fromTo, type Metering, priced, type Service } from '../service';
import { assume } from '../usage';

/** Amazon EKS: clusters, extended support of an old Kubernetes version, and the instances of managed node groups. */
export const eks: Service = {
  product: 'Amazon EKS',
  pricingPage: 'https://aws.amazon.com/eks/pricing/',
  readOn: '2026-11-24',
  resources: {
    'aws:eks/cluster:Cluster': priced(LOGS, (metering) => [
      metering.hourly('EKS cluster', 'eks/cluster.hour'),
      ...extendedSupport(metering),
      ...autoMode(metering),
      ...provisionedControlPlane(metering),
      ...logs(metering, metering.properties.list('enabledClusterLogTypes'), '/aws/eks/'),
    ]),
    'aws:eks/nodeGroup:NodeGroup': priced({ ...LAUNCH_USAGE, ...averageSize('instances') }, (metering) => {
      const ec2 = metering.under('Amazon EC2');
      const launch = nodeLaunch(metering);
      return [
        ...groupCharges(metering, nodeCount(metering), (count) => launchCharges(ec2, launch, count)),
        ...notPriced(ec2, 'Warm pool', ['warmPoolConfig']),
      ];
    }),
    // AWS's own add-ons are free; other vendors' are sold by AWS Marketplace, not here.
    'aws:eks/addon:Addon': priced({}, () => []),

    'aws:eks/capability:Capability': byTime('each capability an hour, and each resource it manages'),
    'aws:eks/fargateProfile:FargateProfile': priced(
      {
        vcpuHours: assume(0, 730, 'vCPU-hours a month of its pods'),
        gbHours: assume(0, 1_460, 'GB-hours a month of its pods'),
      },
      (metering) => [
        metering.usage('Fargate vCPUs', 'fargate/linux-x86.vcpu-hour', 'vcpuHours'),
        metering.usage('Fargate memory', 'fargate/linux-x86.gb-hour', 'gbHours'),
      ],
    ),
    ...free('eks', 'accessEntry accessPolicyAssociation identityProviderConfig podIdentityAssociation'),
  },
};

/**
 * The day on which standard support of Kubernetes 1.x ends. Extended support is billed from the beginning of that day in
 * UTC. It lasts a year; AWS then moves a cluster to the oldest version that still has it, so that it stays charged. From
 * https://docs.aws.amazon.com/eks/latest/userguide/kubernetes-versions.html (confidence A); 1.35 and 1.36, newer than the
 * copies read, from its transcript at https://endoflife.date/amazon-eks as of 2026-08-22 (B).
 */
const STANDARD_SUPPORT_ENDS = new Map([
  [30, '2025-07-23'],
  [31, '2025-11-26'],
  [32, '2026-03-23'],
  [33, '2026-07-29'],
  [34, '2026-12-02'],
  [35, '2027-03-27'],
  [36, '2027-08-02'],
]);
const NEWEST = Math.max(...STANDARD_SUPPORT_ENDS.keys());

/**
 * Extended support is on unless turned off, and a cluster without a version gets the latest, as the provider says. Versions
 * leave standard support in their order: one older than the list has left, one newer than it leaves after the newest on it.
 */
function extendedSupport(metering: Metering): Charge[] {
  const support = metering.properties.text('upgradePolicy.supportType');
  const version = metering.properties.text('version');
  if (version.state === 'absent' || (support.state === 'known' && support.value === 'STANDARD')) return [];
  const minor = minorVersion(version);
  const isSure = minor.state === 'known' && minor.value <= NEWEST && support.state !== 'unknown';
  const charge = metering.hourly(
    'Extended support of an old Kubernetes version',
    'eks/cluster-extended-support-extra.hour',
    isSure ? 1 : fromTo(0, 1),
  );
  const ends = minor.state === 'known' ? STANDARD_SUPPORT_ENDS.get(Math.min(minor.value, NEWEST)) : undefined;
  return ends === undefined ? [charge] : metering.within(charge, ends);
}

function minorVersion(version: Reading<string>): Maybe<number> {
  const minor = version.state === 'known' ? /^1\.(\d+)/.exec(version.value)?.[1] : undefined;
  return minor === undefined ? unknown('its version is not known') : known(Number(minor));
}

/** Auto Mode adds a fee to every instance it starts; those are not in a plan. */
function autoMode(metering: Metering): Charge[] {
  const on = withDefault(metering.properties.flag('computeConfig.enabled'), false);
  if (on.state === 'known' && !on.value) return [];
  return [
    metering.stated(
      'hourly',
      'EKS Auto Mode instances and their fee',
      unknown('computeConfig.enabled: Auto Mode starts instances by itself'),
    ),
  ];
}

function provisionedControlPlane(metering: Metering): Charge[] {
  const tier = withDefault(metering.properties.text('controlPlaneScalingConfig.tier'), 'standard'); // the provider's default
  if (tier.state === 'known' && tier.value === 'standard') return [];
  return [
    metering.hourly(
      'Provisioned control plane',
      unknown('no price for controlPlaneScalingConfig.tier other than standard'),
    ),
  ];
}

/** A policy may scale the Auto Scaling group behind it; an autoscaler in the cluster is not in a plan. */
function nodeCount(metering: Metering): GroupSize {
  const size = (name: string) => metering.properties.quantity(`scalingConfig.${name}`);
  return groupSize(size('desiredSize'), size('minSize'), size('maxSize'), scalesGroup(metering));
}

function nodeLaunch(metering: Metering): Launch {
  const { properties } = metering;
  const ami = properties.text('amiType');
  const windows = ami.state === 'known' && ami.value.startsWith('WINDOWS');
  const template = launchTemplate(metering);
  const launch = inherit(nodes(properties, template === undefined, windows), template);
  const [type] = launch.types;
  return {
    ...launch,
    types: type.state === 'absent' ? [known('t3.medium')] : launch.types, // the provider's default
    publicAddress:
      launch.publicAddress.state === 'absent'
        ? (subnetsAddress(metering, 'subnetIds') ?? absent)
        : launch.publicAddress,
  };
}

/** What a node group states itself. Its disk only counts without a launch template. */
function nodes(group: Properties, alone: boolean, windows: boolean): Launch {
  const capacity = group.text('capacityType');
  return {
    types: nodeTypes(group),
    tenancy: absent,
    market: capacity.state === 'known' ? (capacity.value === 'SPOT' ? known('spot') : absent) : capacity,
    monitoring: absent,
    publicAddress: absent,
    licence: windows ? known('windows') : absent,
    ebsOptimized: absent,
    unlimited: absent,
    zone: absent,
    root: {
      type: absent,
      size: alone ? withDefault(group.quantity('diskSize'), windows ? 50 : 20) : absent, // the provider's defaults
      iops: absent,
      throughput: absent,
    },
    volumes: absent,
  };
}

/** Several types may be named; AWS takes the first that it can have. */
function nodeTypes(group: Properties): Launch['types'] {
  const list = group.list('instanceTypes');
  if (list.state !== 'known') return [list];
  const [first, ...others] = list.value.map((type) => mapReading(type, String));
  return first === undefined ? [absent] : [first, ...others];
}
