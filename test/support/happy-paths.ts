import type { Link } from './samples';

type Properties = Readonly<Record<string, unknown>>;
type Row = readonly [type: string, properties: Properties, lines: readonly unknown[], links?: readonly Link[]];

const TEMPLATE: Properties = {
  instanceType: 't3.micro',
  networkInterfaces: [{ associatePublicIpAddress: false }],
  blockDeviceMappings: [{ deviceName: '/dev/xvda', ebs: { volumeSize: 8, volumeType: 'gp3' } }],
};
const TEMPLATE_TYPE = 'aws:ec2/launchTemplate:LaunchTemplate';

/**
 * One happy path of each type whose price is a few products of a price and a quantity, in us-east-1 and USD a month:
 * 730 hours, or what is assumed. Types with more to them have a test of their own.
 */
export const HAPPY_PATHS: readonly Row[] = [
  ['aws:accessanalyzer/analyzer:Analyzer', { type: 'ACCOUNT_UNUSED_ACCESS' }, [['Access analysis', '0.00', '20.00']]],
  [
    'aws:acmpca/certificate:Certificate',
    {},
    [['Private certificate', '0.06', '0.06']],
    [
      [
        'certificateAuthorityArn',
        'aws:acmpca/certificateAuthority:CertificateAuthority',
        { usageMode: 'SHORT_LIVED_CERTIFICATE' },
      ],
    ],
  ],
  [
    'aws:amplify/app:App',
    { platform: 'WEB_COMPUTE' },
    [
      ['Build minutes', '0.00', '5.00'],
      ['Data served', '0.00', '15.00'],
      ['Data stored', '0.00', '0.23'],
      ['Server-side rendering requests', '0.00', '0.30'],
      ['Server-side rendering', '0.00', '0.56'],
    ],
  ],
  [
    'aws:apigateway/methodSettings:MethodSettings',
    { settings: { metricsEnabled: true } },
    [['Detailed metrics', '0.00', '6.00']],
  ],
  [
    'aws:apigatewayv2/stage:Stage',
    { defaultRouteSettings: { detailedMetricsEnabled: true } },
    [['Detailed metrics', '0.00', '6.00']],
  ],
  [
    'aws:appautoscaling/policy:Policy',
    { policyType: 'TargetTrackingScaling' },
    [['Alarms of target tracking', '0.20', '0.40']],
  ],
  [
    'aws:appstream/fleet:Fleet',
    { instanceType: 'stream.standard.medium', fleetType: 'ALWAYS_ON', computeCapacity: { desiredInstances: 2 } },
    [['Streaming instance, Windows price', '146.00', '146.00']],
  ],
  [
    'aws:appstream/imageBuilder:ImageBuilder',
    { instanceType: 'stream.standard.medium' },
    [['Image builder', '0.00', '4.00']],
  ],
  [
    'aws:appsync/api:Api',
    {},
    [
      ['Event operations', '0.00', '1.00'],
      ['Event connections', '0.00', '0.08'],
    ],
  ],
  ['aws:appsync/apiCache:ApiCache', { type: 'SMALL' }, [['API cache', '32.12', '32.12']]],
  [
    'aws:appsync/graphQLApi:GraphQLApi',
    {},
    [
      ['Queries and data modifications', '0.00', '4.00'],
      ['Real-time updates', '0.00', '0.20'],
      ['Real-time connections', '0.00', '0.08'],
    ],
  ],
  [
    'aws:athena/capacityReservation:CapacityReservation',
    { targetDpus: 24 },
    [['Reserved capacity', '5256.00', '5256.00']],
  ],
  ['aws:athena/workgroup:Workgroup', {}, [['Data scanned by queries', '0.00', '5.00']]],
  ['aws:auditmanager/assessment:Assessment', {}, [['Resource assessments', '0.00', '12.50']]],
  [
    'aws:autoscaling/policy:Policy',
    { policyType: 'TargetTrackingScaling' },
    [['Alarms of target tracking', '0.20', '0.20']],
  ],
  ['aws:backup/framework:Framework', {}, [['Control evaluations', '0.00', '6.25']]],
  [
    'aws:backup/logicallyAirGappedVault:LogicallyAirGappedVault',
    {},
    [
      ['Air-gapped backups of S3', '0.00', '5.75'],
      ['Air-gapped backups of EFS', '0.00', '5.75'],
      ['Air-gapped backups of EBS', '0.00', '5.75'],
    ],
  ],
  ['aws:backup/restoreTestingPlan:RestoreTestingPlan', {}, [['Restore tests', '0.00', '45.00']]],
  [
    'aws:backup/vault:Vault',
    {},
    [
      ['Backups of EFS', '0.00', '5.00'],
      ['Backups of DynamoDB', '0.00', '2.50'],
      ['Backups of S3', '0.00', '5.00'],
      ['Backups of EBS', '0.00', '5.00'],
    ],
  ],
  [
    'aws:batch/computeEnvironment:ComputeEnvironment',
    { type: 'MANAGED', computeResources: { type: 'EC2', minVcpus: 4, instanceTypes: ['m5.large'] } },
    [
      ['EC2 instances that are kept, Linux price', '140.16', '140.16'],
      ['EC2 instances for jobs, Linux price', '0.00', '9.60'],
    ],
  ],
  [
    'aws:bedrock/agentAgent:AgentAgent',
    { foundationModel: 'amazon.nova-lite-v1:0' },
    [
      ['Tokens read', '0.00', '0.60'],
      ['Tokens written', '0.00', '0.48'],
    ],
  ],
  [
    'aws:bedrock/inferenceProfile:InferenceProfile',
    { modelSource: { copyFrom: 'arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-lite-v1:0' } },
    [
      ['Tokens read', '0.00', '0.60'],
      ['Tokens written', '0.00', '0.48'],
    ],
  ],
  [
    'aws:bedrock/provisionedModelThroughput:ProvisionedModelThroughput',
    { modelArn: 'arn:aws:bedrock:us-east-1::foundation-model/amazon.titan-text-lite-v1', modelUnits: 2 },
    [['Model units', '10366.00', '10366.00']],
  ],
  [
    'aws:cfg/organizationConformancePack:OrganizationConformancePack',
    {},
    [['Conformance pack evaluations', '0.00', '5.00']],
  ],
  ['aws:cfg/organizationCustomPolicyRule:OrganizationCustomPolicyRule', {}, [['Rule evaluations', '0.00', '1.00']]],
  ['aws:cfg/organizationCustomRule:OrganizationCustomRule', {}, [['Rule evaluations', '0.00', '1.00']]],
  ['aws:cfg/organizationManagedRule:OrganizationManagedRule', {}, [['Rule evaluations', '0.00', '1.00']]],
  [
    'aws:cloud9/environmentEC2:EnvironmentEC2',
    { instanceType: 't3.small' },
    [
      ['EC2 instance, Linux price', '0.00', '3.33'],
      ['EBS volume', '1.00', '1.00'],
    ],
  ],
  ['aws:cloudfront/function:Function', {}, [['Function invocations', '0.00', '0.10']]],
  ['aws:cloudfront/monitoringSubscription:MonitoringSubscription', {}, [['Additional metrics', '2.40', '2.40']]],
  [
    'aws:cloudfront/multitenantDistribution:MultitenantDistribution',
    {},
    [
      ['Data to viewers, US and Europe', '0.00', '8.50'],
      ['HTTPS requests, US', '0.00', '1.00'],
    ],
  ],
  ['aws:cloudfront/realtimeLogConfig:RealtimeLogConfig', {}, [['Real-time log lines', '0.00', '0.01']]],
  ['aws:cloudsearch/domain:Domain', { multiAz: true }, [['Search instance', '86.14', '86.14']]],
  ['aws:cloudwatch/contributorInsightRule:ContributorInsightRule', {}, [['Contributor Insights rule', '0.50', '0.50']]],
  [
    'aws:cloudwatch/contributorManagedInsightRule:ContributorManagedInsightRule',
    {},
    [['Contributor Insights rule', '0.50', '0.50']],
  ],
  ['aws:cloudwatch/eventConnection:EventConnection', {}, []],
  [
    'aws:cloudwatch/internetMonitor:InternetMonitor',
    { resources: ['a', 'b'] },
    [
      ['Monitored resources', '14.60', '14.60'],
      ['City-networks', '0.00', '5.40'],
    ],
  ],
  ['aws:cloudwatch/logDataProtectionPolicy:LogDataProtectionPolicy', {}, [['Data masked', '0.00', '1.20']]],
  ['aws:cloudwatch/logDelivery:LogDelivery', {}, [['Logs delivered', '0.00', '2.50']]],
  [
    'aws:cloudwatch/logMetricFilter:LogMetricFilter',
    { metricTransformation: { name: 'a' } },
    [['Custom metric', '0.30', '0.30']],
  ],
  [
    'aws:codeartifact/domain:Domain',
    {},
    [
      ['Packages stored', '0.00', '0.50'],
      ['Package requests', '0.00', '0.50'],
    ],
  ],
  [
    'aws:codebuild/fleet:Fleet',
    { baseCapacity: 1, environmentType: 'LINUX_CONTAINER', computeType: 'BUILD_GENERAL1_SMALL' },
    [['Reserved build machine', '219.00', '219.00']],
  ],
  ['aws:codepipeline/pipeline:Pipeline', { pipelineType: 'V2' }, [['Action minutes', '0.00', '1.00']]],
  ['aws:cognito/userPool:UserPool', {}, [['Monthly active users', '0.00', '15.00']]],
  [
    'aws:cognito/userPoolClient:UserPoolClient',
    { allowedOauthFlows: ['client_credentials'] },
    [['Machine-to-machine tokens', '0.00', '22.50']],
  ],
  [
    'aws:connect/phoneNumber:PhoneNumber',
    { countryCode: 'US', type: 'DID' },
    [
      ['Telephone number', '0.91', '0.91'],
      ['Inbound calls', '0.00', '2.20'],
    ],
  ],
  ['aws:datasync/task:Task', {}, [['Data moved', '0.00', '1.25']]],
  ['aws:detective/graph:Graph', {}, [['Data analysed', '0.00', '20.00']]],
  ['aws:directconnect/connection:Connection', { bandwidth: '1Gbps' }, [['Dedicated port', '219.00', '219.00']]],
  ['aws:directconnect/gatewayAssociation:GatewayAssociation', {}, [['Transit gateway attachment', '0.00', '36.50']]],
  [
    'aws:directoryservice/serviceRegion:ServiceRegion',
    { desiredNumberOfDomainControllers: 3 },
    [['Domain controller', '131.40', '131.40']],
    [['directoryId', 'aws:directoryservice/directory:Directory', { type: 'MicrosoftAD', edition: 'Standard' }]],
  ],
  ['aws:dms/migrationProject:MigrationProject', {}, [['Homogeneous data migration', '0.00', '2.16']]],
  [
    'aws:dms/replicationConfig:ReplicationConfig',
    { computeConfig: { minCapacityUnits: 2, maxCapacityUnits: 4 } },
    [['Serverless capacity units', '131.40', '262.80']],
  ],
  ['aws:docdb/clusterSnapshot:ClusterSnapshot', {}, [['Cluster snapshot', '0.00', '2.10']]],
  ['aws:docdb/globalCluster:GlobalCluster', {}, [['Replicated writes', '0.00', '2.00']]],
  [
    'aws:dsql/cluster:Cluster',
    {},
    [
      ['Distributed processing units', '0.00', '8.00'],
      ['Storage', '0.00', '3.30'],
    ],
  ],
  [
    'aws:dynamodb/globalSecondaryIndex:GlobalSecondaryIndex',
    { provisionedThroughput: { readCapacityUnits: 10, writeCapacityUnits: 5 } },
    [
      ['Read capacity of an index', '0.95', '0.95'],
      ['Write capacity of an index', '2.37', '2.37'],
    ],
  ],
  [
    'aws:dynamodb/kinesisStreamingDestination:KinesisStreamingDestination',
    {},
    [['Changes sent to Kinesis', '0.00', '0.10']],
  ],
  ['aws:dynamodb/tableExport:TableExport', {}, [['Table export', '0.00', '2.50']]],
  [
    'aws:ebs/volumeCopy:VolumeCopy',
    { size: 100, volumeType: 'gp3', sourceVolumeId: 'vol-1' },
    [['EBS volume', '8.00', '8.00']],
  ],
  [
    'aws:ec2/fleet:Fleet',
    {
      targetCapacitySpecification: { totalTargetCapacity: 2, defaultTargetCapacityType: 'on-demand' },
      launchTemplateConfigs: [
        { launchTemplateSpecification: { launchTemplateId: 'lt-1' }, overrides: [{ instanceType: 'm5.large' }] },
      ],
    },
    [
      ['EC2 instance, Linux price', '140.16', '140.16'],
      ['Root EBS volume', '1.28', '1.28'],
    ],
    [['launchTemplateConfigs', TEMPLATE_TYPE, TEMPLATE]],
  ],
  ['aws:ec2/flowLog:FlowLog', {}, [['Flow logs delivered', '0.00', '5.00']]],
  ['aws:ec2/networkInsightsAnalysis:NetworkInsightsAnalysis', {}, [['Reachability analysis', '0.10', '0.10']]],
  [
    'aws:ec2/spotFleetRequest:SpotFleetRequest',
    {
      targetCapacity: 2,
      launchTemplateConfigs: [
        { launchTemplateSpecification: { id: 'lt-1' }, overrides: [{ instanceType: 'm5.large' }] },
      ],
    },
    [
      ['EC2 Spot instance, at most the Linux price', '0.00', '140.16'],
      ['Root EBS volume', '0.00', '1.28'],
    ],
    [['launchTemplateConfigs', TEMPLATE_TYPE, TEMPLATE]],
  ],
  ['aws:ec2/vpcEndpointService:VpcEndpointService', {}, []],
  [
    'aws:ec2/vpcEndpointSubnetAssociation:VpcEndpointSubnetAssociation',
    {},
    [['Endpoint in one more zone', '7.30', '7.30']],
    [['vpcEndpointId', 'aws:ec2/vpcEndpoint:VpcEndpoint', { vpcEndpointType: 'Interface' }]],
  ],
  [
    'aws:ec2/vpcIpamPoolCidr:VpcIpamPoolCidr',
    { netmaskLength: 28 },
    [['Contiguous public IPv4 addresses', '93.44', '93.44']],
    [['ipamPoolId', 'aws:ec2/vpcIpamPool:VpcIpamPool', { publicIpSource: 'amazon' }]],
  ],
  [
    'aws:ecr/registryScanningConfiguration:RegistryScanningConfiguration',
    { scanType: 'ENHANCED' },
    [
      ['First scans of images', '0.00', '4.50'],
      ['Rescans of images', '0.00', '10.00'],
    ],
  ],
  ['aws:ecs/capacityProvider:CapacityProvider', { autoScalingGroupProvider: {} }, []],
  [
    'aws:ecs/expressGatewayService:ExpressGatewayService',
    {},
    [
      ['Fargate vCPUs', '29.55', '591.01'],
      ['Fargate memory', '6.49', '129.79'],
      ['Application Load Balancer', '16.43', '16.43'],
      ['Application Load Balancer capacity units', '0.00', '5.84'],
      ['Public IPv4 address', '3.65', '10.95'],
    ],
  ],
  [
    'aws:ecs/taskSet:TaskSet',
    { launchType: 'FARGATE', scale: { value: 50 } },
    [
      ['Fargate vCPUs', '59.10', '59.10'],
      ['Fargate memory', '12.98', '12.98'],
    ],
    [
      ['service', 'aws:ecs/service:Service', { desiredCount: 4 }],
      ['taskDefinition', 'aws:ecs/taskDefinition:TaskDefinition', { cpu: '1024', memory: '2048' }],
    ],
  ],
  [
    'aws:efs/replicationConfiguration:ReplicationConfiguration',
    { destination: { availabilityZoneName: 'us-west-2a' } },
    [['Replica storage', '0.00', '16.00']],
  ],
  [
    'aws:eks/fargateProfile:FargateProfile',
    {},
    [
      ['Fargate vCPUs', '0.00', '29.55'],
      ['Fargate memory', '0.00', '6.49'],
    ],
  ],
  [
    'aws:elasticbeanstalk/environment:Environment',
    {
      settings: [
        { namespace: 'aws:autoscaling:launchconfiguration', name: 'InstanceType', value: 't3.small' },
        { namespace: 'aws:elasticbeanstalk:environment', name: 'EnvironmentType', value: 'SingleInstance' },
      ],
    },
    [
      ['EC2 instance, Linux price', '15.18', '15.18'],
      ['Root EBS volume', '0.64', '3.00'],
      ['Public IPv4 address', '0.00', '3.65'],
    ],
  ],
  [
    'aws:elasticsearch/vpcEndpoint:VpcEndpoint',
    { vpcOptions: { subnetIds: ['a', 'b'] } },
    [
      ['Interface endpoint', '14.60', '14.60'],
      ['Interface endpoint data processed', '0.00', '1.00'],
    ],
  ],
  [
    'aws:emr/cluster:Cluster',
    {
      masterInstanceGroup: { instanceType: 'm5.xlarge' },
      coreInstanceGroup: { instanceType: 'm5.xlarge', instanceCount: 2, ebsConfigs: [{ size: 64, type: 'gp2' }] },
    },
    [
      ['EMR primary node, Linux price', '140.16', '140.16'],
      ['EMR primary node, EMR fee', '35.04', '35.04'],
      ['EBS storage', '1.00', '12.80'],
      ['EMR core node, Linux price', '280.32', '280.32'],
      ['EMR core node, EMR fee', '70.08', '70.08'],
      ['EBS volume', '12.80', '12.80'],
    ],
  ],
  [
    'aws:emr/instanceFleet:InstanceFleet',
    { targetOnDemandCapacity: 1, instanceTypeConfigs: [{ instanceType: 'm5.xlarge' }] },
    [
      ['EMR node, Linux price', '140.16', '140.16'],
      ['EMR node, EMR fee', '35.04', '35.04'],
      ['EBS storage', '1.00', '12.80'],
    ],
  ],
  [
    'aws:emr/instanceGroup:InstanceGroup',
    { instanceType: 'm5.xlarge', instanceCount: 2, ebsConfigs: [] },
    [
      ['EMR node, Linux price', '280.32', '280.32'],
      ['EMR node, EMR fee', '70.08', '70.08'],
    ],
  ],
  ['aws:fis/experimentTemplate:ExperimentTemplate', {}, [['Actions of experiments', '0.00', '6.00']]],
  ['aws:fms/policy:Policy', {}, [['Firewall Manager policy', '100.00', '100.00']]],
  [
    'aws:fsx/backup:Backup',
    {},
    [['Backup storage', '0.00', '5.00']],
    [['fileSystemId', 'aws:fsx/windowsFileSystem:WindowsFileSystem', {}]],
  ],
  [
    'aws:gamelift/gameServerGroup:GameServerGroup',
    { minSize: 1, maxSize: 3, instanceDefinitions: [{ instanceType: 'c5.large' }], launchTemplate: { id: 'lt-1' } },
    [
      ['EC2 instance, Linux price', '62.05', '186.15'],
      ['Root EBS volume', '0.64', '1.92'],
    ],
    [['launchTemplate', TEMPLATE_TYPE, TEMPLATE]],
  ],
  ['aws:glacier/vault:Vault', {}, [['Archive storage', '0.00', '0.36']]],
  ['aws:glue/catalogDatabase:CatalogDatabase', {}, [['Objects in the catalog', '0.00', '0.00']]],
  ['aws:glue/catalogTable:CatalogTable', {}, [['Objects in the catalog', '0.00', '0.00']]],
  ['aws:glue/catalogTableOptimizer:CatalogTableOptimizer', {}, [['Table optimization', '0.00', '2.20']]],
  ['aws:glue/devEndpoint:DevEndpoint', { numberOfNodes: 2 }, [['Development endpoint', '642.40', '642.40']]],
  ['aws:glue/mLTransform:MLTransform', {}, [['Transform runs', '0.00', '2.20']]],
  ['aws:glue/partition:Partition', {}, [['Objects in the catalog', '0.00', '0.00']]],
  [
    'aws:grafana/roleAssociation:RoleAssociation',
    { role: 'EDITOR', userIds: ['a', 'b'] },
    [['Active users', '0.00', '18.00']],
  ],
  [
    'aws:grafana/workspace:Workspace',
    {},
    [
      ['Active editors and administrators', '9.00', '45.00'],
      ['Active viewers', '0.00', '100.00'],
    ],
  ],
  ['aws:grafana/workspaceApiKey:WorkspaceApiKey', {}, [['API user', '9.00', '9.00']]],
  ['aws:grafana/workspaceServiceAccount:WorkspaceServiceAccount', {}, [['API user', '9.00', '9.00']]],
  [
    'aws:guardduty/detectorFeature:DetectorFeature',
    { name: 'S3_DATA_EVENTS' },
    [['S3 events analyzed', '0.00', '0.80']],
  ],
  [
    'aws:guardduty/malwareProtectionPlan:MalwareProtectionPlan',
    {},
    [
      ['Objects scanned', '0.00', '9.00'],
      ['Scan requests', '0.00', '21.50'],
    ],
  ],
  [
    'aws:guardduty/memberDetectorFeature:MemberDetectorFeature',
    { name: 'EBS_MALWARE_PROTECTION' },
    [['Volumes scanned', '0.00', '3.00']],
  ],
  [
    'aws:guardduty/organizationConfigurationFeature:OrganizationConfigurationFeature',
    { name: 'RUNTIME_MONITORING' },
    [['Workloads monitored', '0.00', '24.00']],
  ],
  ['aws:imagebuilder/image:Image', {}, [['Image snapshots', '0.40', '1.50']]],
  ['aws:imagebuilder/imagePipeline:ImagePipeline', {}, [['Image snapshots', '0.00', '5.00']]],
  [
    'aws:inspector2/enabler:Enabler',
    { resourceTypes: ['EC2', 'ECR', 'LAMBDA'] },
    [
      ['Instances scanned', '0.00', '12.70'],
      ['Images scanned', '0.00', '4.50'],
      ['Functions scanned', '0.00', '6.09'],
    ],
  ],
  [
    'aws:iot/thing:Thing',
    {},
    [
      ['Messages', '0.00', '0.10'],
      ['Connection', '0.00', '0.00'],
    ],
  ],
  ['aws:iot/topicRule:TopicRule', {}, [['Rules triggered', '0.00', '0.15']]],
  ['aws:kendra/dataSource:DataSource', {}, [['Connector sync', '0.00', '3.50']]],
  [
    'aws:keyspaces/table:Table',
    {
      capacitySpecification: { throughputMode: 'PROVISIONED', readCapacityUnits: 10, writeCapacityUnits: 10 },
      pointInTimeRecovery: { status: 'ENABLED' },
    },
    [
      ['Read capacity', '0.95', '0.95'],
      ['Write capacity', '4.75', '4.75'],
      ['Table storage', '0.00', '6.25'],
      ['Point-in-time recovery', '0.00', '5.00'],
    ],
  ],
  [
    'aws:kinesisanalyticsv2/application:Application',
    { applicationConfiguration: { flinkApplicationConfiguration: { parallelismConfiguration: { parallelism: 2 } } } },
    [
      ['Flink processing units', '240.90', '240.90'],
      ['Running application storage', '10.00', '10.00'],
    ],
  ],
  ['aws:kinesisanalyticsv2/applicationSnapshot:ApplicationSnapshot', {}, [['Application backup', '0.00', '0.23']]],
  [
    'aws:lightsail/containerService:ContainerService',
    { power: 'nano', scale: 2 },
    [['Container nodes', '13.74', '13.74']],
  ],
  ['aws:lightsail/database:Database', { bundleId: 'micro_ha_1_0' }, [['Lightsail database', '29.43', '29.43']]],
  ['aws:lightsail/disk:Disk', { sizeInGb: 32 }, [['Block storage', '3.20', '3.20']]],
  ['aws:lightsail/instance:Instance', { bundleId: 'small_win_3_0' }, [['Lightsail instance', '21.58', '21.58']]],
  ['aws:lightsail/lb:Lb', {}, [['Lightsail load balancer', '17.66', '17.66']]],
  ['aws:lightsail/staticIp:StaticIp', {}, [['Static IP address that is not attached', '0.00', '3.65']]],
  ['aws:macie2/account:Account', {}, [['Buckets evaluated', '0.10', '2.00']]],
  ['aws:macie2/classificationJob:ClassificationJob', {}, [['Sensitive data discovery', '0.00', '10.00']]],
  ['aws:memorydb/snapshot:Snapshot', {}, [['Snapshot', '0.00', '0.21']]],
  ['aws:neptune/clusterSnapshot:ClusterSnapshot', {}, [['Cluster snapshot', '0.00', '2.10']]],
  ['aws:neptune/globalCluster:GlobalCluster', {}, [['Replicated writes', '0.00', '2.00']]],
  [
    'aws:neptunegraph/privateGraphEndpoint:PrivateGraphEndpoint',
    { subnetIds: ['a'] },
    [
      ['Interface endpoint', '7.30', '7.30'],
      ['Interface endpoint data processed', '0.00', '1.00'],
    ],
  ],
  [
    'aws:networkfirewall/tlsInspectionConfiguration:TlsInspectionConfiguration',
    {},
    [['Advanced inspection', '0.00', '832.20']],
  ],
  [
    'aws:networkfirewall/vpcEndpointAssociation:VpcEndpointAssociation',
    {},
    [['Firewall endpoint', '288.35', '288.35']],
  ],
  ['aws:networkmanager/connectAttachment:ConnectAttachment', {}, [['Connect attachment', '47.45', '47.45']]],
  [
    'aws:networkmanager/coreNetwork:CoreNetwork',
    { basePolicyRegions: ['us-east-1', 'eu-west-1'] },
    [['Core network edges', '730.00', '730.00']],
  ],
  [
    'aws:networkmanager/siteToSiteVpnAttachment:SiteToSiteVpnAttachment',
    {},
    [
      ['VPN attachment', '47.45', '47.45'],
      ['VPN attachment, data processed', '0.00', '2.00'],
    ],
  ],
  [
    'aws:networkmanager/transitGatewayPeering:TransitGatewayPeering',
    {},
    [['Transit gateway peering', '47.45', '47.45']],
  ],
  [
    'aws:networkmanager/vpcAttachment:VpcAttachment',
    {},
    [
      ['VPC attachment', '47.45', '47.45'],
      ['VPC attachment, data processed', '0.00', '2.00'],
    ],
  ],
  ['aws:networkmonitor/probe:Probe', {}, [['Network monitor probe', '73.00', '73.00']]],
  [
    'aws:opensearch/serverlessVpcEndpoint:ServerlessVpcEndpoint',
    { subnetIds: ['a'] },
    [
      ['Interface endpoint', '7.30', '7.30'],
      ['Interface endpoint data processed', '0.00', '1.00'],
    ],
  ],
  [
    'aws:opensearch/vpcEndpoint:VpcEndpoint',
    { vpcOptions: { subnetIds: ['a'] } },
    [
      ['Interface endpoint', '7.30', '7.30'],
      ['Interface endpoint data processed', '0.00', '1.00'],
    ],
  ],
  [
    'aws:opensearchingest/pipelineEndpoint:PipelineEndpoint',
    { vpcOptions: { subnetIds: ['a'] } },
    [
      ['Interface endpoint', '7.30', '7.30'],
      ['Interface endpoint data processed', '0.00', '1.00'],
    ],
  ],
  [
    'aws:qbusiness/application:Application',
    {},
    [
      ['Lite users', '0.00', '30.00'],
      ['Pro users', '0.00', '200.00'],
      ['Index units, starter', '0.00', '102.20'],
    ],
  ],
  [
    'aws:qldb/ledger:Ledger',
    {},
    [
      ['Journal storage', '0.00', '0.30'],
      ['Indexed storage', '0.00', '2.50'],
    ],
  ],
  [
    'aws:quicksight/accountSubscription:AccountSubscription',
    {},
    [
      ['Authors in its groups', '0.00', '120.00'],
      ['Readers in its groups', '0.00', '60.00'],
    ],
  ],
  ['aws:quicksight/dataSet:DataSet', {}, [['SPICE capacity', '0.00', '3.80']]],
  ['aws:quicksight/roleMembership:RoleMembership', { role: 'READER' }, [['Seat', '3.00', '30.00']]],
  ['aws:quicksight/user:User', { userRole: 'AUTHOR' }, [['Seat', '12.00', '24.00']]],
  ['aws:rds/clusterSnapshotCopy:ClusterSnapshotCopy', {}, [['Cluster snapshot', '0.00', '2.10']]],
  ['aws:rds/exportTask:ExportTask', {}, [['Snapshot export', '0.00', '1.00']]],
  ['aws:rds/globalCluster:GlobalCluster', {}, [['Replicated writes', '0.00', '2.00']]],
  [
    'aws:rds/instanceAutomatedBackupsReplication:InstanceAutomatedBackupsReplication',
    {},
    [['Replicated backups', '0.00', '9.50']],
  ],
  [
    'aws:rds/proxyEndpoint:ProxyEndpoint',
    { vpcSubnetIds: ['a', 'b'] },
    [
      ['Interface endpoint', '14.60', '14.60'],
      ['Interface endpoint data processed', '0.00', '1.00'],
    ],
  ],
  ['aws:rds/snapshotCopy:SnapshotCopy', {}, [['Database snapshot', '0.00', '9.50']]],
  ['aws:redshift/clusterSnapshot:ClusterSnapshot', {}, [['Snapshot', '0.00', '2.30']]],
  [
    'aws:redshift/endpointAccess:EndpointAccess',
    {},
    [
      ['Interface endpoint', '7.30', '21.90'],
      ['Interface endpoint data processed', '0.00', '1.00'],
    ],
  ],
  ['aws:redshift/snapshotCopy:SnapshotCopy', {}, [['Snapshots in the other region', '0.00', '2.30']]],
  [
    'aws:redshiftserverless/endpointAccess:EndpointAccess',
    { subnetIds: ['a'] },
    [
      ['Interface endpoint', '7.30', '7.30'],
      ['Interface endpoint data processed', '0.00', '1.00'],
    ],
  ],
  ['aws:redshiftserverless/snapshot:Snapshot', {}, [['Snapshot', '0.00', '2.30']]],
  ['aws:route53/queryLog:QueryLog', {}, [['Query logs', '0.00', '0.50']]],
  [
    'aws:route53/resolverFirewallDomainList:ResolverFirewallDomainList',
    { domains: ['a.', 'b.'] },
    [['DNS Firewall domains', '0.00', '0.00']],
  ],
  [
    'aws:route53/resolverFirewallRuleGroupAssociation:ResolverFirewallRuleGroupAssociation',
    {},
    [['DNS Firewall queries', '0.00', '0.60']],
  ],
  ['aws:route53/resolverQueryLogConfig:ResolverQueryLogConfig', {}, [['Query logs', '0.00', '5.00']]],
  ['aws:rum/appMonitor:AppMonitor', {}, [['RUM events', '0.00', '1.00']]],
  ['aws:rum/metricsDestination:MetricsDestination', {}, [['Extended metrics', '0.00', '3.00']]],
  ['aws:s3/analyticsConfiguration:AnalyticsConfiguration', {}, [['Objects analyzed', '0.00', '0.10']]],
  [
    'aws:s3/bucketIntelligentTieringConfiguration:BucketIntelligentTieringConfiguration',
    {},
    [['Objects monitored', '0.00', '2.50']],
  ],
  [
    'aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration',
    { rules: [{ transitions: [{ storageClass: 'GLACIER' }], expiration: { days: 90 } }] },
    [
      ['Lifecycle transitions', '0.00', '3.00'],
      ['Storage in GLACIER', '0.00', '0.36'], // 0.0036 × 100
      ['Retrieval from GLACIER', '0.00', '0.10'], // 0.01 × 10
    ],
  ],
  ['aws:s3/bucketMetric:BucketMetric', {}, [['Request metrics', '3.00', '4.80']]],
  ['aws:s3/inventory:Inventory', {}, [['Objects listed', '0.00', '0.00']]],
  ['aws:s3control/objectLambdaAccessPoint:ObjectLambdaAccessPoint', {}, [['Data returned', '0.00', '0.50']]],
  [
    'aws:s3control/storageLensConfiguration:StorageLensConfiguration',
    { storageLensConfiguration: { accountLevel: { activityMetrics: { enabled: true } } } },
    [['Advanced metrics', '0.00', '0.20']],
  ],
  ['aws:sagemaker/app:App', { resourceSpec: { instanceType: 'ml.t3.medium' } }, [['App instance', '36.50', '36.50']]],
  ['aws:sagemaker/domain:Domain', {}, [['Home folders', '0.00', '3.00']]],
  ['aws:sagemaker/space:Space', {}, [['Space storage', '0.70', '0.70']]],
  [
    'aws:sagemaker/trainingJob:TrainingJob',
    { resourceConfig: { instanceType: 'ml.m5.xlarge', instanceCount: 2 } },
    [['Training job', '0.46', '11.04']],
  ],
  ['aws:schemas/discoverer:Discoverer', {}, [['Schema discovery', '0.00', '0.10']]],
  [
    'aws:securityhub/account:Account',
    {},
    [
      ['Security checks', '0.00', '10.00'],
      ['Findings taken in', '0.00', '0.30'],
    ],
  ],
  ['aws:securityhub/standardsSubscription:StandardsSubscription', {}, [['Security checks', '0.00', '10.00']]],
  [
    'aws:servicediscovery/instance:Instance',
    {},
    [['Registered instance', '0.10', '0.10']],
    [['serviceId', 'aws:servicediscovery/service:Service', {}]],
  ],
  ['aws:servicediscovery/privateDnsNamespace:PrivateDnsNamespace', {}, [['Hosted zone', '0.50', '0.50']]],
  ['aws:servicediscovery/publicDnsNamespace:PublicDnsNamespace', {}, [['Hosted zone', '0.50', '0.50']]],
  [
    'aws:ses/receiptRule:ReceiptRule',
    {},
    [
      ['Mails received', '0.00', '0.10'],
      ['Incoming data', '0.00', '0.09'],
    ],
  ],
  ['aws:sns/platformApplication:PlatformApplication', {}, [['Push messages', '0.00', '0.05']]],
  ['aws:ssm/activation:Activation', { registrationLimit: 5 }, [['Machines of the advanced tier', '0.00', '25.37']]],
  [
    'aws:storagegateway/cachesIscsiVolume:CachesIscsiVolume',
    {},
    [
      ['Volume storage', '0.00', '2.30'],
      ['Data written', '0.00', '1.00'],
    ],
  ],
  ['aws:storagegateway/gateway:Gateway', { gatewayType: 'FILE_FSX_SMB' }, [['FSx File Gateway', '503.70', '503.70']]],
  ['aws:storagegateway/nfsFileShare:NfsFileShare', {}, [['Data written', '0.00', '1.00']]],
  ['aws:storagegateway/smbFileShare:SmbFileShare', {}, [['Data written', '0.00', '1.00']]],
  ['aws:storagegateway/storedIscsiVolume:StoredIscsiVolume', {}, [['Data written', '0.00', '1.00']]],
  [
    'aws:timestreaminfluxdb/dbCluster:DbCluster',
    { dbInstanceType: 'db.influx.medium', allocatedStorage: 50 },
    [
      ['InfluxDB instance', '175.20', '175.20'],
      ['InfluxDB storage', '10.00', '10.00'],
    ],
  ],
  [
    'aws:timestreaminfluxdb/dbInstance:DbInstance',
    { dbInstanceType: 'db.influx.medium', allocatedStorage: 50, publiclyAccessible: true },
    [
      ['InfluxDB instance', '87.60', '87.60'],
      ['InfluxDB storage', '5.00', '5.00'],
      ['Public IPv4 address', '3.65', '3.65'],
    ],
  ],
  ['aws:timestreamquery/scheduledQuery:ScheduledQuery', {}, [['Query compute', '0.00', '5.18']]],
  [
    'aws:timestreamwrite/table:Table',
    {},
    [
      ['Data written', '0.00', '5.00'],
      ['Memory store', '0.00', '26.28'],
      ['Magnetic store', '0.00', '0.30'],
    ],
  ],
  ['aws:transfer/agreement:Agreement', {}, [['AS2 messages in', '0.00', '10.00']]],
  [
    'aws:transfer/connector:Connector',
    { sftpConfig: {} },
    [
      ['SFTP connector calls', '0.00', '1.00'],
      ['SFTP connector data', '0.00', '40.00'],
    ],
  ],
  ['aws:transfer/webApp:WebApp', {}, [['Web app units', '365.00', '365.00']]],
  ['aws:transfer/workflow:Workflow', {}, [['Data decrypted', '0.00', '1.00']]],
  [
    'aws:verifiedaccess/endpoint:Endpoint',
    {},
    [
      ['Verified Access application', '197.10', '197.10'],
      ['Verified Access data processed', '0.00', '2.00'],
    ],
  ],
  ['aws:verifiedpermissions/policyStore:PolicyStore', {}, [['Authorization requests', '0.00', '15.00']]],
  [
    'aws:vpclattice/service:Service',
    {},
    [
      ['VPC Lattice service', '18.25', '18.25'],
      ['VPC Lattice data processed', '0.00', '2.50'],
    ],
  ],
  [
    'aws:waf/webAcl:WebAcl',
    { rules: [{}, {}] },
    [
      ['Web ACL', '5.00', '5.00'],
      ['Web ACL rules', '2.00', '2.00'],
      ['Requests inspected', '0.00', '0.60'],
    ],
  ],
  [
    'aws:wafregional/webAcl:WebAcl',
    { rules: [{}] },
    [
      ['Web ACL', '5.00', '5.00'],
      ['Web ACL rules', '1.00', '1.00'],
      ['Requests inspected', '0.00', '0.60'],
    ],
  ],
  ['aws:wafv2/ruleGroup:RuleGroup', { rules: [{}, {}] }, [['Rules of the group', '2.00', '2.00']]],
  [
    'aws:wafv2/webAclRuleGroupAssociation:WebAclRuleGroupAssociation',
    { managedRuleGroup: { name: 'AWSManagedRulesBotControlRuleSet' } },
    [
      ['Web ACL rule', '1.00', '1.00'],
      ['Bot Control', '10.00', '10.00'],
    ],
  ],
  ['aws:workmail/user:User', {}, [['Mailbox', '4.00', '4.00']]],
  [
    'aws:workspaces/workspace:Workspace',
    { workspaceProperties: { computeTypeName: 'STANDARD', rootVolumeSizeGib: 80, userVolumeSizeGib: 50 } },
    [['WorkSpace, Windows price', '35.00', '35.00']],
  ],
];
