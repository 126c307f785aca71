import { ROOT_DEVICES } from '../../core/charges/parts/launch';
import type { Properties } from '../../core/properties';
import { absent } from '../../core/reading';
import { firstOf, made, part, parts, type Source } from './native-properties';
import { type Rows, under, without } from './row';

const IMAGES_BUT_ID = 'ami parentImage';
const DEVICES = 'blockDeviceMappings';

/** The native provider lists the root volume of a machine with the others. */
const isRoot = (device: Properties): boolean => {
  const name = device.text('deviceName');
  return name.state === 'known' && ROOT_DEVICES.has(name.value);
};

const rootVolume = (name: string): Source =>
  made([DEVICES], (native) => {
    const devices = native.items(DEVICES);
    const root =
      devices.state === 'known' ? devices.value.find((one) => one.state === 'known' && isRoot(one.value)) : absent;
    return root?.state === 'known' ? root.value.any(`ebs.${name}`) : absent;
  });

/** Size, type and performance of the root volume and of the others: `names` is what a mapping's `ebs` has of them. */
const volumes = (names: string, root = 'rootBlockDevice'): Record<string, Source> => ({
  ...Object.fromEntries(names.split(' ').map((name) => [`${root}.${name}`, rootVolume(name)])),
  ebsBlockDevices: parts(
    DEVICES,
    { renamed: under('ebs', names), lacking: without('volumeId throughput', ...names.split(' ')) },
    // One without `ebs` is an instance store, or takes a device of the image away.
    (device) => !isRoot(device) && device.any('ebs').state !== 'absent',
  ),
});

/** What a fleet may start, one by one. */
const fleetTemplates = (path: string): Source =>
  parts(path, {
    renamed: { overrides: parts('overrides', { same: 'instanceType instanceRequirements weightedCapacity' }) },
  });

/** Machines, their volumes and the networks around them. */
export const machines = (): Rows => ({
  'autoscaling:AutoScalingGroup': {
    type: 'aws:autoscaling/group:Group',
    same: `
      desiredCapacity desiredCapacityType minSize maxSize launchTemplate mixedInstancesPolicy
      capacityReservationSpecification.capacityReservationTarget
      mixedInstancesPolicy.instancesDistribution.onDemandPercentageAboveBaseCapacity
      mixedInstancesPolicy.launchTemplate.launchTemplateSpecification
      mixedInstancesPolicy.launchTemplate.launchTemplateSpecification.launchTemplateId
      mixedInstancesPolicy.launchTemplate.launchTemplateSpecification.launchTemplateName
    `,
    renamed: {
      launchConfiguration: 'launchConfigurationName',
      name: 'autoScalingGroupName',
      vpcZoneIdentifiers: 'vpcZoneIdentifier',
      'launchTemplate.id': 'launchTemplate.launchTemplateId',
      'launchTemplate.name': 'launchTemplate.launchTemplateName',
      'mixedInstancesPolicy.launchTemplate.overrides': parts('mixedInstancesPolicy.launchTemplate.overrides', {
        same: 'instanceType instanceRequirements weightedCapacity',
      }),
    },
    lacking: 'launchTemplate.arn mixedInstancesPolicy.id mixedInstancesPolicy.arn warmPool',
  },
  'autoscaling:LaunchConfiguration': {
    type: 'aws:ec2/launchConfiguration:LaunchConfiguration',
    same: 'instanceType placementTenancy spotPrice associatePublicIpAddress imageId ebsOptimized',
    renamed: {
      ...volumes('volumeType volumeSize iops throughput'),
      enableMonitoring: 'instanceMonitoring',
      name: 'launchConfigurationName',
    },
    lacking: IMAGES_BUT_ID,
  },
  'ec2:CapacityReservation': {
    type: 'aws:ec2/capacityReservation:CapacityReservation',
    same: 'instancePlatform instanceType tenancy instanceCount',
  },
  'ec2:Ec2Fleet': {
    type: 'aws:ec2/fleet:Fleet',
    same: `
      targetCapacitySpecification.defaultTargetCapacityType targetCapacitySpecification.totalTargetCapacity
      targetCapacitySpecification.onDemandTargetCapacity
    `,
    renamed: { launchTemplateConfigs: fleetTemplates('launchTemplateConfigs') },
    lacking: 'launchTemplateConfigs.id launchTemplateConfigs.arn',
  },
  'ec2:Eip': {
    type: 'aws:ec2/eip:Eip',
    same: 'publicIpv4Pool ipamPoolId',
    lacking: 'customerOwnedIpv4Pool',
  },
  'ec2:Host': { type: 'aws:ec2/dedicatedHost:DedicatedHost', same: 'instanceFamily instanceType' },
  'ec2:Instance': {
    type: 'aws:ec2/instance:Instance',
    same: `
      instanceType tenancy hostId hostResourceGroupArn monitoring launchTemplate imageId ebsOptimized
      creditSpecification.cpuCredits
    `,
    renamed: {
      ...volumes('volumeType volumeSize iops'),
      associatePublicIpAddress: 'networkInterfaces.associatePublicIpAddress',
      subnetId: firstOf('subnetId', 'networkInterfaces.subnetId'),
      'launchTemplate.id': 'launchTemplate.launchTemplateId',
      'launchTemplate.name': 'launchTemplate.launchTemplateName',
    },
    lacking: `
      ${IMAGES_BUT_ID} launchTemplate.arn rootBlockDevice.throughput getPasswordData instanceMarketOptions.marketType
      instanceMarketOptions.spotOptions capacityReservationSpecification.capacityReservationTarget
    `,
  },
  'ec2:Ipam': { type: 'aws:ec2/vpcIpam:VpcIpam', same: 'tier' },
  'ec2:LaunchTemplate': {
    type: 'aws:ec2/launchTemplate:LaunchTemplate',
    renamed: {
      ...under(
        'launchTemplateData',
        'instanceType instanceRequirements imageId placement.tenancy placement.availabilityZone placement.hostId placement.hostResourceGroupArn ' +
          'instanceMarketOptions.marketType instanceMarketOptions.spotOptions monitoring.enabled ebsOptimized ' +
          'creditSpecification.cpuCredits ' +
          'capacityReservationSpecification.capacityReservationTarget networkInterfaces.associatePublicIpAddress',
      ),
      blockDeviceMappings: parts(`launchTemplateData.${DEVICES}`, {
        same: 'deviceName',
        renamed: { ebs: part('ebs', { same: 'volumeType volumeSize iops throughput' }) },
      }),
      name: 'launchTemplateName',
    },
    lacking: IMAGES_BUT_ID,
  },
  'ec2:NatGateway': { type: 'aws:ec2/natGateway:NatGateway', same: 'availabilityMode' },
  'ec2:SpotFleet': {
    type: 'aws:ec2/spotFleetRequest:SpotFleetRequest',
    renamed: {
      ...under('spotFleetRequestConfigData', 'targetCapacity onDemandTargetCapacity'),
      launchTemplateConfigs: fleetTemplates('spotFleetRequestConfigData.launchTemplateConfigs'),
      launchSpecifications: parts('spotFleetRequestConfigData.launchSpecifications', {
        same: 'instanceType weightedCapacity ebsOptimized',
        renamed: {
          ...volumes('volumeType volumeSize iops', 'rootBlockDevices'),
          ami: 'imageId',
          associatePublicIpAddress: 'networkInterfaces.associatePublicIpAddress',
          availabilityZone: 'placement.availabilityZone',
          monitoring: 'monitoring.enabled',
          placementTenancy: 'placement.tenancy',
        },
        lacking: 'rootBlockDevices.throughput',
      }),
    },
    lacking: 'launchTemplateConfigs.id launchTemplateConfigs.arn',
  },
  'ec2:Subnet': { type: 'aws:ec2/subnet:Subnet', same: 'mapPublicIpOnLaunch' },
  'ec2:TrafficMirrorSession': 'aws:ec2/trafficMirrorSession:TrafficMirrorSession',
  'ec2:TransitGatewayAttachment': 'aws:ec2transitgateway/vpcAttachment:VpcAttachment',
  'ec2:TransitGatewayConnect': 'aws:ec2transitgateway/connect:Connect',
  'ec2:TransitGatewayPeeringAttachment': 'aws:ec2transitgateway/peeringAttachment:PeeringAttachment',
  'ec2:TransitGatewayVpcAttachment': 'aws:ec2transitgateway/vpcAttachment:VpcAttachment',
  'ec2:Volume': {
    type: 'aws:ebs/volume:Volume',
    same: 'size iops throughput volumeInitializationRate',
    renamed: { type: 'volumeType' },
  },
  'ec2:VpcEndpoint': {
    type: 'aws:ec2/vpcEndpoint:VpcEndpoint',
    same: 'vpcEndpointType subnetIds',
    lacking: 'subnetConfigurations',
  },
  'ec2:VpcEndpointService': {
    type: 'aws:ec2/vpcEndpointService:VpcEndpointService',
    same: 'supportedRegions',
  },
  'ec2:VpnConnection': {
    type: 'aws:ec2/vpnConnection:VpnConnection',
    same: 'transitGatewayId enableAcceleration tunnelBandwidth vpnConcentratorId',
  },
  'imagebuilder:ContainerRecipe': {
    type: 'aws:imagebuilder/containerRecipe:ContainerRecipe',
    same: 'parentImage components',
  },
  'imagebuilder:ImageRecipe': {
    type: 'aws:imagebuilder/imageRecipe:ImageRecipe',
    same: 'parentImage components',
    lacking: 'ami imageId',
  },
});
