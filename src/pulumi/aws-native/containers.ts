import { byDefault, isText, part, parts } from './native-properties';
import type { Rows } from './row';

/** Container images and where they run. */
export const containers = (): Rows => ({
  'apprunner:Service': {
    type: 'aws:apprunner/service:Service',
    same: 'instanceConfiguration.memory instanceConfiguration.cpu sourceConfiguration.autoDeploymentsEnabled',
  },
  'batch:JobDefinition': {
    type: 'aws:batch/jobDefinition:JobDefinition',
    same: 'containerProperties ecsProperties nodeProperties eksProperties',
  },
  'ecr:Repository': 'aws:ecr/repository:Repository',
  'ecs:Cluster': {
    type: 'aws:ecs/cluster:Cluster',
    renamed: { settings: parts('clusterSettings', { same: 'name value' }) },
  },
  'ecs:DaemonTaskDefinition': {
    type: 'aws:ecs/daemonTaskDefinition:DaemonTaskDefinition',
    same: 'containerDefinitions',
  },
  'ecs:ExpressGatewayService': {
    type: 'aws:ecs/expressGatewayService:ExpressGatewayService',
    same: 'primaryContainer cpu memory',
    renamed: {
      'scalingTargets.minTaskCount': 'scalingTarget.minTaskCount',
      'scalingTargets.maxTaskCount': 'scalingTarget.maxTaskCount',
    },
  },
  'ecs:Service': {
    type: 'aws:ecs/service:Service',
    same: 'cluster launchType taskDefinition',
    renamed: {
      desiredCount: byDefault('desiredCount', 1),
      'volumeConfiguration.managedEbsVolume': part('volumeConfigurations.managedEbsVolume', {
        same: 'volumeType iops throughput volumeInitializationRate',
        renamed: { sizeInGb: 'sizeInGiB' },
      }),
      capacityProviderStrategies: parts('capacityProviderStrategy', { same: 'capacityProvider' }),
      'networkConfiguration.assignPublicIp': isText(
        'networkConfiguration.awsvpcConfiguration.assignPublicIp',
        'ENABLED',
      ),
    },
  },
  'ecs:TaskDefinition': {
    type: 'aws:ecs/taskDefinition:TaskDefinition',
    same: `
      containerDefinitions cpu memory requiresCompatibilities runtimePlatform.operatingSystemFamily
      runtimePlatform.cpuArchitecture
    `,
    renamed: {
      arn: 'taskDefinitionArn',
      'ephemeralStorage.sizeInGib': 'ephemeralStorage.sizeInGiB',
    },
  },
  'eks:Addon': { type: 'aws:eks/addon:Addon', same: 'addonName' },
  'eks:Cluster': {
    type: 'aws:eks/cluster:Cluster',
    same: 'version upgradePolicy.supportType computeConfig.enabled controlPlaneScalingConfig.tier',
    renamed: { enabledClusterLogTypes: 'logging.clusterLogging.enabledTypes' },
  },
  'eks:Nodegroup': {
    type: 'aws:eks/nodeGroup:NodeGroup',
    same: `
      amiType capacityType diskSize instanceTypes launchTemplate launchTemplate.id launchTemplate.name
      scalingConfig.desiredSize scalingConfig.minSize scalingConfig.maxSize warmPoolConfig
    `,
    renamed: { subnetIds: 'subnets' },
    lacking: 'launchTemplate.arn',
  },
});
