import { ROOT_DEVICES } from '../core/charges/parts/launch';
import type { PlannedResource } from '../core/plan';
import { Properties } from '../core/properties';
import { absent, known, type Reading, unknown, withDefault } from '../core/reading';
import {
  always,
  byDefault,
  firstOf,
  isText,
  made,
  NativeProperties,
  part,
  parts,
  type Shape,
  type Source,
  type Sources,
  sourcesOf,
} from './native-properties';

/**
 * Resources of the provider `aws-native`, whose types and properties are those of CloudFormation, told in the words of
 * the provider `aws`, in which prices and rules are written. Names are those of `@pulumi/aws-native` 1.79.0.
 */
interface Row extends Shape {
  /** The type of the aws provider. */
  readonly type: string;
  /** The type in its place where a property is set. */
  readonly where?: { readonly isSet: string; readonly type: string };
}

const PREFIX = 'aws-native:';

/** Every resource may be looked up by these, and selected by a tag. */
const COMMON: Shape = {
  same: 'id arn name availabilityZone',
  renamed: { tags: tagsAt('tags') },
  lacking: 'region', // resources of this provider never name one: their provider does
};

/** CloudFormation lists tags as key and value. */
function tagsAt(path: string): Source {
  return made([path], (native) => {
    const tags = native.any(path);
    return tags.state === 'known' && Array.isArray(tags.value) ? known(tagMap(native, path)) : tags;
  });
}

function tagMap(native: Properties, path: string): Record<string, unknown> {
  const list = native.items(path);
  const tags = list.state === 'known' ? list.value : [];
  return Object.fromEntries(
    tags.flatMap((tag) => {
      const key = tag.state === 'known' ? tag.value.text('key') : tag;
      const value = tag.state === 'known' ? tag.value.text('value') : tag;
      return key.state === 'known' && value.state === 'known' ? [[key.value, value.value]] : [];
    }),
  );
}

/** What the models of an agent, a profile and a knowledge base are read from. */
const MODELS =
  'foundationModel modelSource.copyFrom modelId modelArn baseModelIdentifier ' +
  'knowledgeBaseConfiguration.vectorKnowledgeBaseConfiguration.embeddingModelArn ' +
  'knowledgeBaseConfiguration.managedKnowledgeBaseConfiguration.embeddingModelArn';

/** The same list, in two parts. */
const without = (list: string, ...names: string[]): string =>
  list
    .split(' ')
    .filter((name) => !names.includes(name))
    .join(' ');

const modelsAt = (...names: string[]): Shape => ({ same: names.join(' '), lacking: without(MODELS, ...names) });

/** The trees in which a model may be named. */
const MODEL_TREES =
  'variants definition evaluationConfig inferenceConfig vectorIngestionConfiguration evaluatorConfig ' +
  'model.bedrockModelConfig configuration';

const modelTreesAt = (...names: string[]): Shape => ({
  same: names.join(' '),
  lacking: without(MODEL_TREES, ...names),
});

/** `a b` under `outer` in aws-native, without it in the aws provider. */
const under = (outer: string, names: string): Record<string, Source> =>
  Object.fromEntries(names.split(' ').map((name) => [name, `${outer}.${name}`]));

const fleetTemplates = (path: string): Source =>
  parts(path, {
    renamed: { overrides: parts('overrides', { same: 'instanceType instanceRequirements weightedCapacity' }) },
  });

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
const volumes = (names: string): Record<string, Source> => ({
  ...Object.fromEntries(names.split(' ').map((name) => [`rootBlockDevice.${name}`, rootVolume(name)])),
  ebsBlockDevices: parts(
    DEVICES,
    { renamed: under('ebs', names), lacking: without('volumeId throughput', ...names.split(' ')) },
    // One without `ebs` is an instance store, or takes a device of the image away.
    (device) => !isRoot(device) && device.any('ebs').state !== 'absent',
  ),
});

/** A table is created in several regions at once, this one included: its replicas are those that follow the first. */
const otherReplicas = made(['replicas'], (native) => {
  const list = native.items('replicas');
  if (list.state !== 'known') return list;
  const regions = list.value.slice(1).map((item) => (item.state === 'known' ? item.value.text('region') : item));
  return known(regions.map((region) => (region.state === 'known' ? { regionName: region.value } : {})));
});

const ofEveryReplica = (path: string): Source => made(['replicas'], (native) => allAlike(native, 'replicas', path));

/** What all items of a list say, when they say the same. */
function allAlike(native: Properties, list: string, path: string): Reading<unknown> {
  const items = native.items(list);
  if (items.state !== 'known') return items;
  const said = items.value.map((item) => (item.state === 'known' ? item.value.any(path) : item));
  const [first = absent] = said;
  return said.every((one) => isSame(one, first)) ? first : unknown(`its ${list} differ`);
}

const isSame = (one: Reading<unknown>, other: Reading<unknown>): boolean =>
  one.state === 'known' && other.state === 'known' ? one.value === other.value : one.state === other.state;

const textOf = (reading: Reading<string>): string => (reading.state === 'known' ? reading.value : '');

const scaling = made(['billingMode'], () => unknown('its capacity scales by itself'));

/** Shards may be given by their number, one by one, or not at all where there is one with replicas. */
const shards = made(['numNodeGroups', 'nodeGroupConfiguration', 'replicasPerNodeGroup'], (native) => {
  const count = native.any('numNodeGroups');
  if (count.state !== 'absent') return count;
  const list = native.list('nodeGroupConfiguration');
  if (list.state === 'unknown') return list;
  if (list.state === 'known' && list.value.length > 0) return known(list.value.length);
  return native.any('replicasPerNodeGroup').state === 'absent' ? absent : known(1);
});

const replicasOfShard = made(['replicasPerNodeGroup', 'nodeGroupConfiguration'], (native) => {
  const count = native.any('replicasPerNodeGroup');
  return count.state === 'absent' ? allAlike(native, 'nodeGroupConfiguration', 'replicaCount') : count;
});

/** The images of all containers in one text, as rules look for a registry in it. */
const containerImages = made(['containerDefinitions'], (native) => {
  const containers = native.items('containerDefinitions');
  if (containers.state !== 'known') return containers;
  const images = containers.value.map((one) => (one.state === 'known' ? one.value.text('image') : one));
  return images.find(({ state }) => state === 'unknown') ?? known(JSON.stringify(images.map(textOf)));
});

/** A flow may be written elsewhere, or as one text. */
const flowDefinition = made(['definition', 'definitionString', 'definitionS3Location'], (native) => {
  const definition = native.any('definition');
  if (definition.state !== 'absent') return definition;
  const elsewhere = ['definitionString', 'definitionS3Location'].some((path) => native.any(path).state !== 'absent');
  return elsewhere ? unknown('its definition is not part of the plan as an object') : absent;
});

/** Only a strategy of one's own names models. */
const memoryModels = made(['memoryStrategies'], (native) => {
  const strategies = native.items('memoryStrategies');
  if (strategies.state !== 'known') return strategies;
  const found = strategies.value.map((one) =>
    one.state === 'known' ? one.value.any('customMemoryStrategy.configuration') : one,
  );
  return found.find(({ state }) => state === 'unknown') ?? known(found.flatMap(valuesOf));
});

const valuesOf = (reading: Reading<unknown>): unknown[] => (reading.state === 'known' ? [reading.value] : []);

/** CreateDBInstance takes io1 when IOPS are set, and gp3 otherwise; the aws provider takes gp2. */
const databaseStorage = made(['storageType', 'iops'], (native) => {
  const iops = native.any('iops');
  const fallback = iops.state === 'unknown' ? iops : known(iops.state === 'known' ? 'io1' : 'gp3');
  const type = native.any('storageType');
  return type.state === 'absent' ? fallback : type;
});

/** One day where nothing is said, as CreateDBInstance documents; what is made from another instance has none. */
const backupDays = made(['backupRetentionPeriod', 'sourceDbInstanceIdentifier'], (native) => {
  const days = native.any('backupRetentionPeriod');
  return native.any('sourceDbInstanceIdentifier').state === 'absent' ? withDefault(days, 1) : days;
});

/** Provisioned concurrency is a property of an alias or a version here, and a resource of its own there. */
const concurrency: Row = {
  type: 'aws:lambda/alias:Alias',
  where: {
    isSet: 'provisionedConcurrencyConfig',
    type: 'aws:lambda/provisionedConcurrencyConfig:ProvisionedConcurrencyConfig',
  },
  same: 'functionName',
  renamed: under('provisionedConcurrencyConfig', 'provisionedConcurrentExecutions'),
};

const VARIANT = 'instanceType initialInstanceCount serverlessConfig';

/** A setting of Firehose's delivery to S3. */
const s3Destination = (setting: string): Record<string, Source> => ({
  [`extendedS3Configuration.${setting}`]: `extendedS3DestinationConfiguration.${setting}`,
  [`extendedS3Configuration.${setting}.enabled`]: `extendedS3DestinationConfiguration.${setting}.enabled`,
});

/** The VPC of Firehose's delivery to a search domain. */
const searchDestination = (name: string, native: string): Record<string, Source> => ({
  [`${name}.vpcConfig`]: `${native}.vpcConfiguration`,
  [`${name}.vpcConfig.subnetIds`]: `${native}.vpcConfiguration.subnetIds`,
});

const internal = isText('scheme', 'internal');

/**
 * One row for each native type that a price or a rule reads; a row that is only a type has nothing to read. A function, as
 * most plans never need it.
 */
const table = (): Readonly<Record<string, Row | string>> => ({
  'acmpca:CertificateAuthority': { type: 'aws:acmpca/certificateAuthority:CertificateAuthority', same: 'usageMode' },
  'amazonmq:Broker': {
    type: 'aws:mq/broker:Broker',
    same: 'engineType hostInstanceType deploymentMode storageType publiclyAccessible',
  },
  // A deployment may make a stage of its own.
  'apigateway:Deployment': {
    type: 'aws:apigateway/stage:Stage',
    renamed: under('stageDescription', 'cacheClusterEnabled cacheClusterSize'),
  },
  'apigateway:RestApi': 'aws:apigateway/restApi:RestApi',
  'apigateway:Stage': { type: 'aws:apigateway/stage:Stage', same: 'cacheClusterEnabled cacheClusterSize' },
  'apigatewayv2:Stage': {
    type: 'aws:apigatewayv2/stage:Stage',
    same: 'defaultRouteSettings.detailedMetricsEnabled',
  },
  'apigatewayv2:Api': { type: 'aws:apigatewayv2/api:Api', same: 'protocolType' },
  'apprunner:Service': {
    type: 'aws:apprunner/service:Service',
    same: 'instanceConfiguration.memory instanceConfiguration.cpu sourceConfiguration.autoDeploymentsEnabled',
  },
  'aps:Scraper': 'aws:amp/scraper:Scraper',
  'aps:Workspace': 'aws:amp/workspace:Workspace',
  'autoscaling:AutoScalingGroup': {
    type: 'aws:autoscaling/group:Group',
    same: `
      desiredCapacity desiredCapacityType minSize maxSize launchTemplate mixedInstancesPolicy
      mixedInstancesPolicy.instancesDistribution.onDemandPercentageAboveBaseCapacity
      mixedInstancesPolicy.launchTemplate.launchTemplateSpecification
      mixedInstancesPolicy.launchTemplate.launchTemplateSpecification.launchTemplateId
      mixedInstancesPolicy.launchTemplate.launchTemplateSpecification.launchTemplateName
    `,
    renamed: {
      launchConfiguration: 'launchConfigurationName',
      'launchTemplate.id': 'launchTemplate.launchTemplateId',
      'launchTemplate.name': 'launchTemplate.launchTemplateName',
      'mixedInstancesPolicy.launchTemplate.overrides': parts('mixedInstancesPolicy.launchTemplate.overrides', {
        same: 'instanceType instanceRequirements weightedCapacity',
      }),
    },
    lacking: 'launchTemplate.arn mixedInstancesPolicy.id mixedInstancesPolicy.arn',
  },
  'autoscaling:LaunchConfiguration': {
    type: 'aws:ec2/launchConfiguration:LaunchConfiguration',
    same: 'instanceType placementTenancy spotPrice associatePublicIpAddress imageId',
    renamed: {
      ...volumes('volumeType volumeSize iops throughput'),
      enableMonitoring: 'instanceMonitoring',
      name: 'launchConfigurationName',
    },
    lacking: IMAGES_BUT_ID,
  },
  'bedrock:Agent': { type: 'aws:bedrock/agentAgent:AgentAgent', ...modelsAt('foundationModel') },
  'bedrock:ApplicationInferenceProfile': {
    type: 'aws:bedrock/inferenceProfile:InferenceProfile',
    ...modelsAt('modelSource.copyFrom'),
    renamed: { arn: 'inferenceProfileArn' },
  },
  'bedrock:DataSource': {
    type: 'aws:bedrock/agentDataSource:AgentDataSource',
    ...modelTreesAt('vectorIngestionConfiguration'),
  },
  'bedrock:Flow': {
    type: 'aws:bedrock/agentFlow:AgentFlow',
    renamed: { definition: flowDefinition },
    lacking: without(MODEL_TREES, 'definition'),
  },
  'bedrock:KnowledgeBase': {
    type: 'aws:bedrock/agentKnowledgeBase:AgentKnowledgeBase',
    ...modelsAt(
      'knowledgeBaseConfiguration.vectorKnowledgeBaseConfiguration.embeddingModelArn',
      'knowledgeBaseConfiguration.managedKnowledgeBaseConfiguration.embeddingModelArn',
    ),
  },
  'bedrock:Prompt': { type: 'aws:bedrock/agentPrompt:AgentPrompt', ...modelTreesAt('variants') },
  'bedrockagentcore:Evaluator': {
    type: 'aws:bedrock/agentcoreEvaluator:AgentcoreEvaluator',
    ...modelTreesAt('evaluatorConfig'),
  },
  'bedrockagentcore:Harness': {
    type: 'aws:bedrock/agentcoreHarness:AgentcoreHarness',
    ...modelTreesAt('model.bedrockModelConfig'),
  },
  'bedrockagentcore:Memory': {
    type: 'aws:bedrock/agentcoreMemoryStrategy:AgentcoreMemoryStrategy',
    renamed: { configuration: memoryModels },
    lacking: without(MODEL_TREES, 'configuration'),
  },
  'certificatemanager:Certificate': {
    type: 'aws:acm/certificate:Certificate',
    same: 'certificateAuthorityArn',
    renamed: { 'options.export': 'certificateExport' },
  },
  'cloudformation:Stack': 'aws:cloudformation/stack:Stack',
  'cloudformation:StackSet': 'aws:cloudformation/stackSet:StackSet',
  'cloudfront:Distribution': {
    type: 'aws:cloudfront/distribution:Distribution',
    renamed: under('distributionConfig', 'viewerCertificate.sslSupportMethod'),
  },
  'cloudhsm:Cluster': 'aws:cloudhsmv2/cluster:Cluster',
  'cloudtrail:EventDataStore': { type: 'aws:cloudtrail/eventDataStore:EventDataStore', same: 'billingMode' },
  'cloudtrail:Trail': {
    type: 'aws:cloudtrail/trail:Trail',
    same: 'advancedEventSelectors',
    renamed: { eventSelectors: parts('eventSelectors', { same: 'dataResources' }) },
  },
  'cloudwatch:Alarm': {
    type: 'aws:cloudwatch/metricAlarm:MetricAlarm',
    same: 'period',
    renamed: {
      metricQueries: parts('metrics', {
        same: 'expression period',
        renamed: { metric: 'metricStat', 'metric.period': 'metricStat.period' },
      }),
    },
  },
  'cloudwatch:CompositeAlarm': 'aws:cloudwatch/compositeAlarm:CompositeAlarm',
  'cloudwatch:Dashboard': 'aws:cloudwatch/dashboard:Dashboard',
  'cloudwatch:MetricStream': 'aws:cloudwatch/metricStream:MetricStream',
  'configuration:ConfigRule': 'aws:cfg/rule:Rule',
  'configuration:ConformancePack': 'aws:cfg/conformancePack:ConformancePack',
  'connect:Instance': 'aws:connect/instance:Instance',
  'connect:PhoneNumber': { type: 'aws:connect/phoneNumber:PhoneNumber', same: 'countryCode type' },
  'controltower:LandingZone': 'aws:controltower/landingZone:LandingZone',
  'directconnect:Connection': { type: 'aws:directconnect/connection:Connection', same: 'bandwidth' },
  'directoryservice:SimpleAd': {
    type: 'aws:directoryservice/directory:Directory',
    same: 'size',
    renamed: { type: always('SimpleAD') },
    lacking: 'edition desiredNumberOfDomainControllers',
  },
  'docdbelastic:Cluster': {
    type: 'aws:docdb/elasticCluster:ElasticCluster',
    same: 'shardCapacity shardCount shardInstanceCount',
  },
  'dynamodb:GlobalTable': {
    type: 'aws:dynamodb/table:Table',
    same: 'billingMode',
    renamed: {
      replicas: otherReplicas,
      tableClass: ofEveryReplica('tableClass'),
      'pointInTimeRecovery.enabled': ofEveryReplica('pointInTimeRecoverySpecification.pointInTimeRecoveryEnabled'),
      readCapacity: scaling,
      writeCapacity: scaling,
      globalSecondaryIndexes: scaling,
    },
  },
  'dynamodb:Table': {
    type: 'aws:dynamodb/table:Table',
    same: 'billingMode tableClass',
    renamed: {
      readCapacity: 'provisionedThroughput.readCapacityUnits',
      writeCapacity: 'provisionedThroughput.writeCapacityUnits',
      globalSecondaryIndexes: parts('globalSecondaryIndexes', {
        renamed: {
          readCapacity: 'provisionedThroughput.readCapacityUnits',
          writeCapacity: 'provisionedThroughput.writeCapacityUnits',
        },
      }),
      'pointInTimeRecovery.enabled': 'pointInTimeRecoverySpecification.pointInTimeRecoveryEnabled',
    },
    lacking: 'replicas',
  },
  'ec2:CapacityReservation': {
    type: 'aws:ec2/capacityReservation:CapacityReservation',
    same: 'instancePlatform instanceType tenancy instanceCount',
  },
  'ec2:Ec2Fleet': {
    type: 'aws:ec2/fleet:Fleet',
    same:
      'targetCapacitySpecification.defaultTargetCapacityType targetCapacitySpecification.totalTargetCapacity ' +
      'targetCapacitySpecification.onDemandTargetCapacity',
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
    same: 'instanceType tenancy hostId hostResourceGroupArn monitoring launchTemplate imageId',
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
          'instanceMarketOptions.marketType instanceMarketOptions.spotOptions monitoring.enabled ' +
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
    },
    lacking: 'launchTemplateConfigs.id launchTemplateConfigs.arn',
  },
  'ec2:Subnet': { type: 'aws:ec2/subnet:Subnet', same: 'mapPublicIpOnLaunch' },
  'ec2:TrafficMirrorSession': 'aws:ec2/trafficMirrorSession:TrafficMirrorSession',
  'ec2:TransitGatewayAttachment': 'aws:ec2transitgateway/vpcAttachment:VpcAttachment',
  'ec2:TransitGatewayConnect': 'aws:ec2transitgateway/connect:Connect',
  'ec2:TransitGatewayPeeringAttachment': 'aws:ec2transitgateway/peeringAttachment:PeeringAttachment',
  'ec2:TransitGatewayVpcAttachment': 'aws:ec2transitgateway/vpcAttachment:VpcAttachment',
  'ec2:VpcEndpointService': {
    type: 'aws:ec2/vpcEndpointService:VpcEndpointService',
    same: 'supportedRegions',
  },
  'ec2:Volume': {
    type: 'aws:ebs/volume:Volume',
    same: 'size iops throughput',
    renamed: { type: 'volumeType' },
  },
  'ec2:VpcEndpoint': {
    type: 'aws:ec2/vpcEndpoint:VpcEndpoint',
    same: 'vpcEndpointType subnetIds',
    lacking: 'subnetConfigurations',
  },
  'ec2:VpnConnection': {
    type: 'aws:ec2/vpnConnection:VpnConnection',
    same: 'transitGatewayId enableAcceleration tunnelBandwidth vpnConcentratorId',
  },
  'ecr:Repository': 'aws:ecr/repository:Repository',
  'ecs:Cluster': {
    type: 'aws:ecs/cluster:Cluster',
    renamed: { settings: parts('clusterSettings', { same: 'name value' }) },
  },
  'ecs:Service': {
    type: 'aws:ecs/service:Service',
    same: 'cluster launchType taskDefinition',
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
  'efs:FileSystem': {
    type: 'aws:efs/fileSystem:FileSystem',
    same: 'availabilityZoneName throughputMode provisionedThroughputInMibps',
    renamed: { tags: tagsAt('fileSystemTags') },
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
  'elasticache:CacheCluster': {
    type: 'aws:elasticache/cluster:Cluster',
    same: 'engine engineVersion numCacheNodes snapshotRetentionLimit',
    renamed: { nodeType: 'cacheNodeType' },
    lacking: 'replicationGroupId',
  },
  'elasticache:ReplicationGroup': {
    type: 'aws:elasticache/replicationGroup:ReplicationGroup',
    same: 'engine engineVersion numCacheClusters snapshotRetentionLimit',
    renamed: { nodeType: 'cacheNodeType', numNodeGroups: shards, replicasPerNodeGroup: replicasOfShard },
  },
  'elasticache:ServerlessCache': {
    type: 'aws:elasticache/serverlessCache:ServerlessCache',
    same: 'engine snapshotRetentionLimit',
  },
  'elasticloadbalancing:LoadBalancer': {
    type: 'aws:elb/loadBalancer:LoadBalancer',
    same: 'subnets availabilityZones',
    renamed: { internal },
    lacking: 'ipAddressType subnetMappings',
  },
  'elasticloadbalancingv2:LoadBalancer': {
    type: 'aws:lb/loadBalancer:LoadBalancer',
    same: 'ipAddressType subnets minimumLoadBalancerCapacity.capacityUnits',
    renamed: {
      internal,
      loadBalancerType: 'type',
      subnetMappings: parts('subnetMappings', { same: 'allocationId' }),
    },
  },
  'events:Connection': {
    type: 'aws:cloudwatch/eventConnection:EventConnection',
    same: 'invocationConnectivityParameters',
  },
  'events:ApiDestination': 'aws:cloudwatch/eventApiDestination:EventApiDestination',
  'events:Archive': 'aws:cloudwatch/eventArchive:EventArchive',
  'events:EventBus': 'aws:cloudwatch/eventBus:EventBus',
  'fms:Policy': { type: 'aws:fms/policy:Policy', same: 'securityServicePolicyData.type' },
  'globalaccelerator:Accelerator': { type: 'aws:globalaccelerator/accelerator:Accelerator', same: 'ipAddresses' },
  'glue:Connection': {
    type: 'aws:glue/connection:Connection',
    renamed: under('connectionInput', 'connectionType'),
  },
  'glue:Crawler': 'aws:glue/crawler:Crawler',
  'glue:Job': { type: 'aws:glue/job:Job', same: 'executionClass' },
  'guardduty:Detector': { type: 'aws:guardduty/detector:Detector', same: 'enable' },
  'imagebuilder:ImageRecipe': {
    type: 'aws:imagebuilder/imageRecipe:ImageRecipe',
    same: 'parentImage',
    lacking: 'ami imageId',
  },
  'index:ExtensionResource': 'aws:cloudcontrol/resource:Resource', // any type of CloudFormation, by its name
  'kafkaconnect:Connector': {
    type: 'aws:mskconnect/connector:Connector',
    same: 'capacity.provisionedCapacity capacity.provisionedCapacity.workerCount capacity.provisionedCapacity.mcuCount',
    renamed: {
      'capacity.autoscaling': 'capacity.autoScaling',
      'capacity.autoscaling.minWorkerCount': 'capacity.autoScaling.minWorkerCount',
      'capacity.autoscaling.maxWorkerCount': 'capacity.autoScaling.maxWorkerCount',
      'capacity.autoscaling.mcuCount': 'capacity.autoScaling.mcuCount',
    },
  },
  'kendra:Index': {
    type: 'aws:kendra/index:Index',
    same: 'edition capacityUnits.queryCapacityUnits capacityUnits.storageCapacityUnits',
  },
  'kinesis:Stream': {
    type: 'aws:kinesis/stream:Stream',
    same: 'shardCount streamModeDetails.streamMode',
    renamed: { retentionPeriod: 'retentionPeriodHours' },
  },
  'kinesis:StreamConsumer': { type: 'aws:kinesis/streamConsumer:StreamConsumer', same: 'streamArn' },
  'kinesisfirehose:DeliveryStream': {
    type: 'aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream',
    renamed: {
      kinesisSourceConfiguration: 'kinesisStreamSourceConfiguration',
      mskSourceConfiguration: 'mskSourceConfiguration',
      ...s3Destination('dataFormatConversionConfiguration'),
      ...s3Destination('dynamicPartitioningConfiguration'),
      ...searchDestination('elasticsearchConfiguration', 'elasticsearchDestinationConfiguration'),
      ...searchDestination('opensearchConfiguration', 'amazonopensearchserviceDestinationConfiguration'),
      ...searchDestination('opensearchserverlessConfiguration', 'amazonOpenSearchServerlessDestinationConfiguration'),
    },
  },
  'kms:Key': {
    type: 'aws:kms/key:Key',
    same: 'enableKeyRotation',
    renamed: { customerMasterKeySpec: 'keySpec' },
  },
  'kms:ReplicaKey': {
    type: 'aws:kms/replicaKey:ReplicaKey',
    same: 'primaryKeyArn',
    lacking: 'customerMasterKeySpec',
  },
  'lambda:Alias': concurrency,
  'lambda:EventSourceMapping': {
    type: 'aws:lambda/eventSourceMapping:EventSourceMapping',
    same: 'provisionedPollerConfig',
  },
  'lambda:Function': {
    type: 'aws:lambda/function:Function',
    same: 'memorySize architectures capacityProviderConfig ephemeralStorage.size',
    renamed: { name: 'functionName' },
  },
  'lambda:Version': concurrency,
  'logs:LogGroup': { type: 'aws:cloudwatch/logGroup:LogGroup', same: 'logGroupClass' },
  'memorydb:Cluster': {
    type: 'aws:memorydb/cluster:Cluster',
    same: 'engine nodeType numShards numReplicasPerShard snapshotRetentionLimit',
  },
  'msk:Cluster': {
    type: 'aws:msk/cluster:Cluster',
    same: `
      numberOfBrokerNodes brokerNodeGroupInfo.instanceType
      brokerNodeGroupInfo.storageInfo.ebsStorageInfo.volumeSize storageMode
      brokerNodeGroupInfo.connectivityInfo.publicAccess.type
    `,
  },
  'msk:Replicator': 'aws:msk/replicator:Replicator',
  'msk:ServerlessCluster': 'aws:msk/serverlessCluster:ServerlessCluster',
  'msk:VpcConnection': 'aws:msk/vpcConnection:VpcConnection',
  'mwaa:Environment': {
    type: 'aws:mwaa/environment:Environment',
    same: 'environmentClass minWorkers maxWorkers schedulers minWebservers maxWebservers',
  },
  'neptune:DbCluster': {
    type: 'aws:neptune/cluster:Cluster',
    renamed: {
      'serverlessV2ScalingConfiguration.minCapacity': 'serverlessScalingConfiguration.minCapacity',
      'serverlessV2ScalingConfiguration.maxCapacity': 'serverlessScalingConfiguration.maxCapacity',
    },
    lacking: 'storageType',
  },
  'neptune:DbInstance': {
    type: 'aws:neptune/clusterInstance:ClusterInstance',
    same: 'publiclyAccessible',
    renamed: { instanceClass: 'dbInstanceClass', clusterIdentifier: 'dbClusterIdentifier' },
  },
  'networkfirewall:Firewall': {
    type: 'aws:networkfirewall/firewall:Firewall',
    same: 'subnetMappings availabilityZoneMappings',
  },
  'odb:CloudAutonomousVmCluster': 'aws:odb/cloudAutonomousVmCluster:CloudAutonomousVmCluster',
  'odb:CloudExadataInfrastructure': 'aws:odb/cloudExadataInfrastructure:CloudExadataInfrastructure',
  'odb:CloudVmCluster': 'aws:odb/cloudVmCluster:CloudVmCluster',
  'opensearchserverless:Collection': {
    type: 'aws:opensearch/serverlessCollection:ServerlessCollection',
    same: 'collectionGroupName standbyReplicas',
  },
  'opensearchservice:Domain': {
    type: 'aws:opensearch/domain:Domain',
    same: 'engineVersion',
    lacking: 'elasticsearchVersion',
    renamed: {
      clusterConfig: part('clusterConfig', {
        same: `
          instanceType instanceCount dedicatedMasterEnabled dedicatedMasterType dedicatedMasterCount
          warmEnabled warmType warmCount
        `,
      }),
      ebsOptions: part('ebsOptions', { same: 'ebsEnabled volumeType volumeSize iops throughput' }),
    },
  },
  'organizations:Organization': 'aws:organizations/organization:Organization',
  'pipes:Pipe': 'aws:pipes/pipe:Pipe',
  'qbusiness:Application': 'aws:qbusiness/application:Application',
  'rds:ClusterSnapshot': 'aws:rds/clusterSnapshot:ClusterSnapshot',
  'rds:DbCluster': {
    type: 'aws:rds/cluster:Cluster',
    same: `
      engine engineMode engineVersion engineLifecycleSupport storageType allocatedStorage iops dbClusterInstanceClass
      databaseInsightsMode
      scalingConfiguration.autoPause scalingConfiguration.minCapacity scalingConfiguration.maxCapacity
    `,
    renamed: {
      'serverlessv2ScalingConfiguration.minCapacity': 'serverlessV2ScalingConfiguration.minCapacity',
      'serverlessv2ScalingConfiguration.maxCapacity': 'serverlessV2ScalingConfiguration.maxCapacity',
    },
  },
  // One of a cluster is a resource of another type in the aws provider.
  'rds:DbInstance': {
    type: 'aws:rds/instance:Instance',
    where: { isSet: 'dbClusterIdentifier', type: 'aws:rds/clusterInstance:ClusterInstance' },
    same: `
      engine engineVersion engineLifecycleSupport licenseModel multiAz allocatedStorage iops storageThroughput
      performanceInsightsRetentionPeriod databaseInsightsMode publiclyAccessible dedicatedLogVolume
    `,
    renamed: {
      arn: 'dbInstanceArn',
      backupRetentionPeriod: backupDays,
      clusterIdentifier: 'dbClusterIdentifier',
      instanceClass: 'dbInstanceClass',
      performanceInsightsEnabled: 'enablePerformanceInsights',
      replicateSourceDb: firstOf('sourceDbInstanceIdentifier', 'sourceDbClusterIdentifier'),
      restoreToPointInTime: firstOf(
        'restoreTime',
        'useLatestRestorableTime',
        'sourceDbiResourceId',
        'sourceDbInstanceAutomatedBackupsArn',
      ),
      snapshotIdentifier: firstOf('dbSnapshotIdentifier', 'dbClusterSnapshotIdentifier'),
      storageType: databaseStorage,
    },
  },
  'rds:DbProxy': 'aws:rds/proxy:Proxy',
  'rds:DbSnapshot': 'aws:rds/snapshot:Snapshot',
  'redshift:Cluster': {
    type: 'aws:redshift/cluster:Cluster',
    same: 'nodeType numberOfNodes multiAz publiclyAccessible',
  },
  'redshiftserverless:Namespace': 'aws:redshiftserverless/namespace:Namespace',
  'redshiftserverless:Workgroup': {
    type: 'aws:redshiftserverless/workgroup:Workgroup',
    same: 'baseCapacity publiclyAccessible',
  },
  'route53:HealthCheck': {
    type: 'aws:route53/healthCheck:HealthCheck',
    renamed: {
      ...under('healthCheckConfig', 'type requestInterval measureLatency'),
      tags: tagsAt('healthCheckTags'),
    },
  },
  'route53:HostedZone': { type: 'aws:route53/zone:Zone', renamed: { tags: tagsAt('hostedZoneTags') } },
  'route53profiles:ProfileAssociation': 'aws:route53/profilesAssociation:ProfilesAssociation',
  'route53resolver:ResolverEndpoint': {
    type: 'aws:route53/resolverEndpoint:ResolverEndpoint',
    same: 'ipAddresses',
  },
  's3:Bucket': 'aws:s3/bucket:Bucket',
  's3express:DirectoryBucket': 'aws:s3/directoryBucket:DirectoryBucket',
  'sagemaker:Endpoint': { type: 'aws:sagemaker/endpoint:Endpoint', same: 'endpointConfigName' },
  'sagemaker:EndpointConfig': {
    type: 'aws:sagemaker/endpointConfiguration:EndpointConfiguration',
    renamed: {
      arn: 'endpointConfigArn',
      name: 'endpointConfigName',
      productionVariants: parts('productionVariants', { same: VARIANT }),
      shadowProductionVariants: parts('shadowProductionVariants', { same: VARIANT }),
    },
  },
  'sagemaker:Model': { type: 'aws:sagemaker/model:Model', same: 'primaryContainer containers' },
  'sagemaker:NotebookInstance': {
    type: 'aws:sagemaker/notebookInstance:NotebookInstance',
    same: 'instanceType',
    renamed: { volumeSize: 'volumeSizeInGb' },
  },
  'scheduler:Schedule': 'aws:scheduler/schedule:Schedule',
  'secretsmanager:Secret': {
    type: 'aws:secretsmanager/secret:Secret',
    renamed: { replicas: 'replicaRegions' },
  },
  'servicecatalog:CloudFormationProvisionedProduct': 'aws:servicecatalog/provisionedProduct:ProvisionedProduct',
  'ses:DedicatedIpPool': { type: 'aws:sesv2/dedicatedIpPool:DedicatedIpPool', same: 'scalingMode' },
  'ses:EmailIdentity': 'aws:sesv2/emailIdentity:EmailIdentity',
  'smsvoice:PhoneNumber': 'aws:pinpoint/smsvoicev2PhoneNumber:Smsvoicev2PhoneNumber',
  'sns:Topic': { type: 'aws:sns/topic:Topic', same: 'fifoTopic' },
  'sqs:Queue': { type: 'aws:sqs/queue:Queue', same: 'fifoQueue' },
  'ssm:Parameter': { type: 'aws:ssm/parameter:Parameter', same: 'tier' },
  'stepfunctions:StateMachine': {
    type: 'aws:sfn/stateMachine:StateMachine',
    renamed: { type: 'stateMachineType' },
  },
  'synthetics:Canary': {
    type: 'aws:synthetics/canary:Canary',
    same: 'schedule.expression',
    renamed: { startCanary: 'startCanaryAfterCreation' },
  },
  'transfer:Server': { type: 'aws:transfer/server:Server', same: 'protocols' },
  'wafv2:WebAcl': {
    type: 'aws:wafv2/webAcl:WebAcl',
    same: 'rules capacity',
    lacking: 'ruleJson statement managedRuleGroup',
  },
  'workspaces:Workspace': {
    type: 'aws:workspaces/workspace:Workspace',
    same:
      'workspaceProperties.computeTypeName workspaceProperties.rootVolumeSizeGib ' +
      'workspaceProperties.userVolumeSizeGib workspaceProperties.runningMode',
  },
});

/**
 * Native types that cost nothing by themselves, as the entries of their types say. By module, with the module of the aws
 * provider where it is another; a name with `=` is another there.
 */
const freeTable = (): Readonly<Record<string, string>> => ({
  accessanalyzer: 'ArchiveRule',
  'amazonmq mq': 'Configuration',
  apigateway: `
    Account ApiKey Authorizer BasePathMapping BasePathMappingV2=basePathMapping ClientCertificate DocumentationPart
    DocumentationVersion DomainName DomainNameAccessAssociation DomainNameV2=domainName GatewayResponse=response Method
    Model RequestValidator Resource UsagePlan UsagePlanKey VpcLink
  `,
  apigatewayv2: `
    ApiMapping Authorizer Deployment DomainName Integration IntegrationResponse Model Route RouteResponse RoutingRule
    VpcLink
  `,
  appconfig: 'Application ConfigurationProfile DeploymentStrategy Environment Extension ExtensionAssociation',
  'applicationautoscaling appautoscaling': 'ScalableTarget=target',
  athena: 'NamedQuery PreparedStatement',
  autoscaling: 'LifecycleHook ScheduledAction=schedule',
  batch: 'JobDefinition JobQueue SchedulingPolicy',
  'ce costexplorer': 'AnomalyMonitor AnomalySubscription CostCategory',
  cloudfront: `
    CachePolicy CloudFrontOriginAccessIdentity=originAccessIdentity ContinuousDeploymentPolicy KeyGroup
    OriginAccessControl OriginRequestPolicy PublicKey ResponseHeadersPolicy VpcOrigin
  `,
  codebuild: 'SourceCredential',
  codeconnections: 'Connection Host',
  codedeploy: 'Application DeploymentConfig',
  codepipeline: 'CustomActionType Webhook',
  codestarconnections: 'Connection',
  codestarnotifications: 'NotificationRule',
  cognito: `
    IdentityPool IdentityPoolPrincipalTag=identityPoolProviderPrincipalTag IdentityPoolRoleAttachment UserPoolDomain
    UserPoolGroup=userGroup UserPoolIdentityProvider=identityProvider UserPoolResourceServer=resourceServer
    UserPoolUiCustomizationAttachment=userPoolUICustomization UserPoolUserToGroupAttachment=userInGroup
  `,
  'configuration cfg': 'AggregationAuthorization=aggregateAuthorization ConfigurationAggregator DeliveryChannel',
  dax: 'ParameterGroup SubnetGroup',
  dms: 'Certificate Endpoint EventSubscription ReplicationSubnetGroup ReplicationTask',
  docdb: 'DbClusterParameterGroup=clusterParameterGroup DbSubnetGroup=subnetGroup EventSubscription',
  ec2: `
    CustomerGateway DhcpOptions=vpcDhcpOptions EgressOnlyInternetGateway EipAssociation
    GatewayRouteTableAssociation=routeTableAssociation InternetGateway IpamPool=vpcIpamPool IpamScope=vpcIpamScope
    KeyPair NetworkAcl NetworkInterface NetworkInterfaceAttachment PlacementGroup PrefixList=managedPrefixList Route
    RouteTable SecurityGroup SecurityGroupEgress=securityGroupRule SecurityGroupIngress=securityGroupRule
    SubnetCidrBlock=vpcIpv6CidrBlockAssociation SubnetNetworkAclAssociation=networkAclAssociation
    SubnetRouteTableAssociation=routeTableAssociation TrafficMirrorFilter TrafficMirrorFilterRule TrafficMirrorTarget
    VolumeAttachment Vpc VpcBlockPublicAccessExclusion VpcBlockPublicAccessOptions
    VpcCidrBlock=vpcIpv4CidrBlockAssociation VpcEndpointConnectionNotification
    VpcEndpointServicePermissions=vpcEndpointServiceAllowedPrinciple VpcGatewayAttachment=internetGatewayAttachment
    VpcPeeringConnection VpcdhcpOptionsAssociation=vpcDhcpOptionsAssociation VpnConnectionRoute VpnGateway
  `,
  'ec2 ebs': 'SnapshotBlockPublicAccess',
  'ec2 ec2transitgateway': `
    InstanceConnectEndpoint TransitGateway TransitGatewayConnectPeer=connectPeer TransitGatewayPolicyTable=policyTable
    TransitGatewayPolicyTableAssociation=policyTableAssociation TransitGatewayPolicyTableEntry=policyTableEntry
    TransitGatewayRoute=route TransitGatewayRouteTable=routeTable
    TransitGatewayRouteTableAssociation=routeTableAssociation
    TransitGatewayRouteTablePropagation=routeTablePropagation
  `,
  'ec2 vpc': 'SecurityGroupVpcAssociation',
  ecr: 'RegistryPolicy RepositoryCreationTemplate',
  ecs: 'ClusterCapacityProviderAssociations=clusterCapacityProviders',
  efs: 'AccessPoint MountTarget',
  eks: 'AccessEntry IdentityProviderConfig PodIdentityAssociation',
  elasticache: 'ParameterGroup SubnetGroup User UserGroup',
  elasticbeanstalk: 'Application ConfigurationTemplate',
  'elasticloadbalancingv2 lb': 'Listener ListenerRule TargetGroup',
  emr: 'SecurityConfiguration',
  'events cloudwatch': 'EventBusPolicy Rule=eventRule',
  'eventschemas schemas': 'Registry RegistryPolicy Schema',
  globalaccelerator: 'CrossAccountAttachment EndpointGroup Listener',
  glue: 'Classifier Registry Schema SecurityConfiguration Trigger Workflow',
  guardduty: 'Filter IpSet=iPSet ThreatIntelSet',
  iam: `
    Group GroupPolicy InstanceProfile ManagedPolicy=policy OidcProvider=openIdConnectProvider Role RolePolicy
    SamlProvider ServerCertificate ServiceLinkedRole User UserPolicy VirtualMfaDevice
  `,
  identitystore: 'Group GroupMembership',
  kinesis: 'ResourcePolicy',
  kms: 'Alias',
  lakeformation: 'PrincipalPermissions=permissions Tag=lfTag TagAssociation=resourceLfTags',
  lambda: `
    CodeSigningConfig EventInvokeConfig=functionEventInvokeConfig LayerVersion LayerVersionPermission Permission
    ResourcePolicy Url=functionUrl
  `,
  'logs cloudwatch': `
    Destination=logDestination LogStream QueryDefinition ResourcePolicy=logResourcePolicy
    SubscriptionFilter=logSubscriptionFilter
  `,
  memorydb: 'Acl ParameterGroup SubnetGroup User',
  msk: 'BatchScramSecret=scramSecretAssociation ClusterPolicy Configuration',
  neptune: `
    DbClusterParameterGroup=clusterParameterGroup DbParameterGroup=parameterGroup DbSubnetGroup=subnetGroup
    EventSubscription
  `,
  networkfirewall: 'RuleGroup',
  oam: 'Link Sink',
  'opensearchserverless opensearch': `
    AccessPolicy=serverlessAccessPolicy LifecyclePolicy=serverlessLifecyclePolicy
    SecurityConfig=serverlessSecurityConfig SecurityPolicy=serverlessSecurityPolicy
  `,
  organizations: 'Account OrganizationalUnit Policy ResourcePolicy',
  ram: 'Permission ResourceShare',
  rds: `
    DbClusterParameterGroup=clusterParameterGroup DbParameterGroup=parameterGroup
    DbProxyTargetGroup=proxyDefaultTargetGroup DbSubnetGroup=subnetGroup EventSubscription OptionGroup
  `,
  redshift: `
    ClusterParameterGroup=parameterGroup ClusterSubnetGroup=subnetGroup EventSubscription ScheduledAction
    SnapshotSchedule
  `,
  'resourceexplorer2 resourceexplorer': 'Index View',
  resourcegroups: 'Group',
  rolesanywhere: 'Profile TrustAnchor',
  route53: 'CidrCollection Dnssec=hostedZoneDnsSec KeySigningKey RecordSet=record',
  'route53resolver route53': `
    ResolverConfig ResolverDnssecConfig=resolverDnsSecConfig ResolverRule ResolverRuleAssociation
  `,
  s3: 'AccessPoint BucketPolicy',
  's3 s3control': 'MultiRegionAccessPointPolicy',
  's3express s3': 'AccessPoint BucketPolicy',
  sagemaker: 'AppImageConfig StudioLifecycleConfig',
  scheduler: 'ScheduleGroup',
  secretsmanager: 'ResourcePolicy=secretPolicy RotationSchedule=secretRotation SecretTargetAttachment=secretVersion',
  'servicecatalogappregistry servicecatalog': `
    Application=appregistryApplication AttributeGroup=appregistryAttributeGroup
    AttributeGroupAssociation=appregistryAttributeGroupAssociation
  `,
  servicediscovery: 'HttpNamespace Service',
  ses: 'ReceiptFilter ReceiptRuleSet Template',
  'ses sesv2': 'ConfigurationSetEventDestination ContactList',
  signer: 'ProfilePermission=signingProfilePermission SigningProfile',
  sns: 'Subscription=topicSubscription TopicInlinePolicy=topicPolicy TopicPolicy',
  sqs: 'QueueInlinePolicy=queuePolicy',
  ssm: 'Document MaintenanceWindow MaintenanceWindowTarget PatchBaseline',
  'sso ssoadmin': `
    Application ApplicationAssignment Assignment=accountAssignment
    InstanceAccessControlAttributeConfiguration=instanceAccessControlAttributes PermissionSet
  `,
  'stepfunctions sfn': 'Activity StateMachineAlias=alias',
  synthetics: 'Group',
  transfer: 'Certificate HostKey Profile User',
  vpclattice: 'AuthPolicy Listener Rule=listenerRule TargetGroup',
  wafv2: 'IpSet RegexPatternSet WebAclAssociation',
  xray: 'Group ResourcePolicy SamplingRule',
});

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const small = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

const readable = new Map<string, Row>();

/** Rows by native token, free types included: only made for a plan that has a resource of aws-native. */
function rows(): ReadonlyMap<string, Row> {
  if (readable.size > 0) return readable;
  for (const [modules, names] of Object.entries(freeTable())) {
    const [module = '', classic = module] = modules.split(' ');
    for (const name of names.trim().split(/\s+/)) {
      const [native = '', other = small(native)] = name.split('=');
      readable.set(`${PREFIX}${module}:${native}`, { type: `aws:${classic}/${other}:${capital(other)}` });
    }
  }
  for (const [token, row] of Object.entries(table())) {
    readable.set(PREFIX + token, typeof row === 'string' ? { type: row } : row);
  }
  return readable;
}

/** Is this a resource of the provider `aws-native`? */
export const isNative = (type: string): boolean => type.startsWith(PREFIX);

/** Is it one that is priced, judged or known to cost nothing? */
export const isReadNative = (type: string): boolean => isNative(type) && rows().has(type);

/** Every native type that is read. */
export const nativeTypes = (): readonly string[] => [...rows().keys()].sort();

/** The type of the aws provider that a native resource is; the native one where there is none. */
export function classicType(type: string, native: Properties = new Properties({})): string {
  const row = rows().get(type);
  if (row?.where !== undefined && native.any(row.where.isSet).state !== 'absent') return row.where.type;
  return row?.type ?? type;
}

type InClassicTerms = Pick<PlannedResource, 'type' | 'properties' | 'propertyDependencies'>;

const sourcesByType = new Map<string, Sources>();

/** A native resource with the type, the properties and the references that it would have in the aws provider. */
export function readNative(
  type: string,
  native: Properties,
  dependencies: PlannedResource['propertyDependencies'],
): InClassicTerms {
  const sources = sourcesByType.get(type) ?? new Map([...sourcesOf(COMMON), ...sourcesOf(rows().get(type) ?? {})]);
  sourcesByType.set(type, sources);
  return {
    type: classicType(type, native),
    properties: new NativeProperties(native, sources),
    propertyDependencies: renamed(dependencies, sources),
  };
}

/** The engine tells references by the names of top-level properties. */
function renamed(dependencies: PlannedResource['propertyDependencies'], sources: Sources) {
  const found: Record<string, readonly string[]> = {};
  for (const [path, source] of sources) {
    const paths = typeof source === 'string' ? [source] : (source?.from ?? []);
    const urns = paths.flatMap((native) => referencesOf(dependencies, native.split('.')[0] ?? native));
    if (urns.length > 0 && !path.includes('.')) found[path] = urns;
  }
  return found;
}

const referencesOf = (dependencies: PlannedResource['propertyDependencies'], property: string): readonly string[] =>
  Object.hasOwn(dependencies, property) ? (dependencies[property] ?? []) : [];
