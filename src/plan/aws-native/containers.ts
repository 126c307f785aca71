import { known, type Reading } from '../../core/reading';
import { byDefault, isText, made, parts } from './native-properties';
import type { Rows } from './row';

const textOf = (reading: Reading<string>): string => (reading.state === 'known' ? reading.value : '');

/** The images of all containers in one text, as rules look for a registry in it. */
const containerImages = made(['containerDefinitions'], (native) => {
  const containers = native.items('containerDefinitions');
  if (containers.state !== 'known') return containers;
  const images = containers.value.map((one) => (one.state === 'known' ? one.value.text('image') : one));
  return images.find(({ state }) => state === 'unknown') ?? known(JSON.stringify(images.map(textOf)));
});

/** Container images and where they run. */
export const containers = (): Rows => ({
  'apprunner:Service': {
    type: 'aws:apprunner/service:Service',
    same: 'instanceConfiguration.memory instanceConfiguration.cpu sourceConfiguration.autoDeploymentsEnabled',
  },
  'ecr:Repository': 'aws:ecr/repository:Repository',
  'ecs:Cluster': {
    type: 'aws:ecs/cluster:Cluster',
    renamed: { settings: parts('clusterSettings', { same: 'name value' }) },
  },
  'ecs:Service': {
    type: 'aws:ecs/service:Service',
    same: 'launchType taskDefinition',
    renamed: {
      desiredCount: byDefault('desiredCount', 1),
      capacityProviderStrategies: parts('capacityProviderStrategy', { same: 'capacityProvider' }),
      'networkConfiguration.assignPublicIp': isText(
        'networkConfiguration.awsvpcConfiguration.assignPublicIp',
        'ENABLED',
      ),
    },
  },
  'ecs:TaskDefinition': {
    type: 'aws:ecs/taskDefinition:TaskDefinition',
    same: 'cpu memory requiresCompatibilities runtimePlatform.operatingSystemFamily runtimePlatform.cpuArchitecture',
    renamed: {
      arn: 'taskDefinitionArn',
      containerDefinitions: containerImages,
      'ephemeralStorage.sizeInGib': 'ephemeralStorage.sizeInGiB',
    },
  },
  'eks:Addon': { type: 'aws:eks/addon:Addon', same: 'addonName' },
  'eks:Cluster': {
    type: 'aws:eks/cluster:Cluster',
    same: 'version upgradePolicy.supportType computeConfig.enabled controlPlaneScalingConfig.tier',
  },
  'eks:Nodegroup': {
    type: 'aws:eks/nodeGroup:NodeGroup',
    same: `
      amiType capacityType diskSize instanceTypes launchTemplate launchTemplate.id launchTemplate.name
      scalingConfig.desiredSize scalingConfig.minSize scalingConfig.maxSize
    `,
    lacking: 'launchTemplate.arn',
  },
});
