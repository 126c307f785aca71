import { accountSetting, byTime, byUse, contents, free, notFound, subscription, thirdParty, through } from '../classes';
import type { Service } from '../service';

/**
 * Modules of the provider in which nothing is priced, by name. A module moves to a file of its own with its first price.
 */
export const withoutPrices: readonly Service[] = [
  {
    product: 'AWS',
    pricingPage: 'https://docs.aws.amazon.com/accounts/latest/reference/accounts-welcome.html',
    readOn: '2026-11-25',
    resources: {
      ...free('account', 'alternativeContact primaryContact region'),
    },
  },
  {
    product: 'AWS',
    pricingPage: 'https://aws.amazon.com/iam/identity-center/',
    readOn: '2026-11-25',
    resources: {
      ...free('accountaccess', 'application entitlement', 'D'),
    },
  },
  {
    product: 'Amazon Bedrock AgentCore',
    pricingPage: 'https://aws.amazon.com/bedrock/agentcore/pricing/',
    readOn: '2026-11-25',
    resources: {
      'aws:agentregistry/registry:Registry': notFound('new service, no price seen', 'D'),
    },
  },
  {
    product: 'AWS AppConfig',
    pricingPage: 'https://aws.amazon.com/systems-manager/pricing/',
    readOn: '2026-11-25',
    resources: {
      'aws:appconfig/configurationProfile:ConfigurationProfile': byUse(
        'configuration requests and deliveries of the running application',
        'C',
      ),
      'aws:appconfig/deployment:Deployment': through(
        'aws:appconfig/configurationProfile:ConfigurationProfile',
        'delivers a configuration',
        'C',
      ),
      ...free(
        'appconfig',
        `
        application deploymentStrategy environment eventIntegration extension extensionAssociation
        hostedConfigurationVersion
      `,
        'C',
      ),
    },
  },
  {
    product: 'AWS AppFabric',
    pricingPage: 'https://aws.amazon.com/appfabric/pricing/',
    readOn: '2026-11-25',
    resources: {
      'aws:appfabric/appAuthorization:AppAuthorization': through(
        'aws:appfabric/ingestion:Ingestion',
        'the fee counts when an ingestion runs',
        'C',
      ),
      'aws:appfabric/appAuthorizationConnection:AppAuthorizationConnection': through(
        'aws:appfabric/ingestion:Ingestion',
        'the fee counts when an ingestion runs',
        'C',
      ),
      'aws:appfabric/appBundle:AppBundle': through(
        'aws:appfabric/ingestion:Ingestion',
        'the fee counts when an ingestion runs',
        'C',
      ),
      'aws:appfabric/ingestion:Ingestion': subscription('billed for each user and connected application a month', 'C'),
      'aws:appfabric/ingestionDestination:IngestionDestination': through(
        'aws:appfabric/ingestion:Ingestion',
        'the fee counts when an ingestion runs',
        'C',
      ),
    },
  },
  {
    product: 'Amazon AppFlow',
    pricingPage: 'https://aws.amazon.com/appflow/pricing/',
    readOn: '2026-11-25',
    resources: {
      'aws:appflow/flow:Flow': byUse('each run and each GB'),
      ...free('appflow', 'connectorProfile'),
    },
  },
  {
    product: 'AWS',
    pricingPage: 'https://aws.amazon.com/connect/pricing/',
    readOn: '2026-11-25',
    resources: {
      ...free('appintegrations', 'dataIntegration', 'C'),
    },
  },
  {
    product: 'Amazon CloudWatch',
    pricingPage: 'https://aws.amazon.com/cloudwatch/pricing/',
    readOn: '2026-11-25',
    resources: {
      'aws:applicationinsights/application:Application': contents(
        'sets up alarms, metrics and log collection by itself, those are billed',
      ),
    },
  },
  {
    product: 'AWS',
    pricingPage: 'https://aws.amazon.com/app-mesh/pricing/',
    readOn: '2026-11-25',
    resources: {
      ...free('appmesh', 'gatewayRoute mesh route virtualGateway virtualNode virtualRouter virtualService'),
    },
  },
  {
    product: 'Amazon Application Recovery Controller',
    pricingPage: 'https://docs.aws.amazon.com/r53recovery/latest/dg/pricing-rs.html',
    readOn: '2026-11-25',
    resources: {
      'aws:arcregionswitch/plan:Plan': byTime('fixed monthly fee for each plan (about 70 dollars: C)'),
    },
  },
  {
    product: 'AWS',
    pricingPage: 'https://aws.amazon.com/application-recovery-controller/pricing/',
    readOn: '2026-11-25',
    resources: {
      ...free('arczonalshift', 'autoshiftObserverNotificationStatus zonalAutoshiftConfiguration'),
    },
  },
  {
    product: 'AWS',
    pricingPage: 'https://aws.amazon.com/autoscaling/pricing/',
    readOn: '2026-11-25',
    resources: {
      'aws:autoscalingplans/scalingPlan:ScalingPlan': through(
        'aws:cloudwatch/metricAlarm:MetricAlarm',
        'makes alarms and moves capacities',
      ),
    },
  },
  {
    product: 'AWS',
    pricingPage: 'https://aws.amazon.com/aws-cost-management/pricing/',
    readOn: '2026-11-25',
    resources: {
      ...free('bcmdata', 'export'),
    },
  },
  {
    product: 'AWS Marketplace',
    pricingPage: 'https://docs.aws.amazon.com/bedrock/latest/userguide/model-access.html',
    readOn: '2026-11-25',
    resources: {
      'aws:bedrockfoundation/modelAgreement:ModelAgreement': thirdParty(
        'subscribes to a model of another seller, use is billed through Marketplace',
      ),
    },
  },
  {
    product: 'Amazon Bedrock',
    pricingPage: 'https://aws.amazon.com/bedrock/pricing/',
    readOn: '2026-11-25',
    resources: {
      'aws:bedrockmodel/invocationJob:InvocationJob': byUse('batch tokens of the model it names'),
      'aws:bedrockmodel/invocationLoggingConfiguration:InvocationLoggingConfiguration': byUse(
        'logs go to CloudWatch or S3, which bill',
      ),
    },
  },
  {
    product: 'AWS',
    pricingPage: 'https://aws.amazon.com/aws-cost-management/pricing/',
    readOn: '2026-11-25',
    resources: {
      ...free('billing', 'view'),
    },
  },
  {
    product: 'AWS Budgets',
    pricingPage: 'https://aws.amazon.com/aws-cost-management/aws-budgets/pricing/',
    readOn: '2026-11-25',
    resources: {
      'aws:budgets/budgetAction:BudgetAction': byTime('a budget with actions costs a daily fee beyond the first two'),
      ...free('budgets', 'budget'),
    },
  },
  {
    product: 'AWS',
    pricingPage: 'https://aws.amazon.com/chatbot/pricing/',
    readOn: '2026-11-25',
    resources: {
      ...free('chatbot', 'slackChannelConfiguration teamsChannelConfiguration'),
    },
  },
  {
    product: 'Amazon Chime SDK',
    pricingPage: 'https://aws.amazon.com/chime/chime-sdk/pricing/',
    readOn: '2026-11-25',
    resources: {
      'aws:chime/sdkvoiceSipMediaApplication:SdkvoiceSipMediaApplication': thirdParty(
        'calls and numbers, carried by telephone companies and sold by another legal seller',
      ),
      'aws:chime/sdkvoiceSipRule:SdkvoiceSipRule': through(
        'aws:chime/sdkvoiceSipMediaApplication:SdkvoiceSipMediaApplication',
        'sends calls to the application',
        'C',
      ),
      'aws:chime/sdkvoiceVoiceProfileDomain:SdkvoiceVoiceProfileDomain': byUse('media streamed or analysed'),
      'aws:chime/voiceConnector:VoiceConnector': thirdParty(
        'calls and numbers, carried by telephone companies and sold by another legal seller',
      ),
      'aws:chime/voiceConnectorGroup:VoiceConnectorGroup': through(
        'aws:chime/voiceConnector:VoiceConnector',
        'part of a voice connector, calls are billed there',
      ),
      'aws:chime/voiceConnectorLogging:VoiceConnectorLogging': byUse('logs that CloudWatch bills'),
      'aws:chime/voiceConnectorOrigination:VoiceConnectorOrigination': through(
        'aws:chime/voiceConnector:VoiceConnector',
        'part of a voice connector, calls are billed there',
      ),
      'aws:chime/voiceConnectorStreaming:VoiceConnectorStreaming': byUse('media streamed or analysed'),
      'aws:chime/voiceConnectorTermination:VoiceConnectorTermination': through(
        'aws:chime/voiceConnector:VoiceConnector',
        'part of a voice connector, calls are billed there',
      ),
      ...free('chime', 'sdkvoiceGlobalSettings voiceConnectorTerminationCredentials'),
    },
  },
  {
    product: 'Amazon Chime SDK',
    pricingPage: 'https://aws.amazon.com/chime/chime-sdk/pricing/',
    readOn: '2026-11-25',
    resources: {
      'aws:chimesdkmediapipelines/mediaInsightsPipelineConfiguration:MediaInsightsPipelineConfiguration': byUse(
        'transcription and analytics of calls',
      ),
    },
  },
  {
    product: 'AWS Clean Rooms',
    pricingPage: 'https://aws.amazon.com/clean-rooms/pricing/',
    readOn: '2026-11-25',
    resources: {
      'aws:cleanrooms/collaboration:Collaboration': byUse('compute of queries, billed to the member who pays'),
      'aws:cleanrooms/membership:Membership': byUse('compute of queries, billed to the member who pays'),
      ...free('cleanrooms', 'configuredTable'),
    },
  },
  {
    product: 'AWS Cloud Control API',
    pricingPage: 'https://aws.amazon.com/cloudformation/pricing/',
    readOn: '2026-11-25',
    resources: {
      'aws:cloudcontrol/resource:Resource': contents(
        'any resource type, in one JSON text (typeName and desiredState can be read)',
      ),
    },
  },
  {
    product: 'AWS CloudFormation',
    pricingPage: 'https://aws.amazon.com/cloudformation/pricing/',
    readOn: '2026-11-25',
    resources: {
      'aws:cloudformation/cloudFormationType:CloudFormationType': byUse(
        'third-party types bill each handler operation',
      ),
      'aws:cloudformation/stack:Stack': contents("its template's resources are not in the plan"),
      'aws:cloudformation/stackInstances:StackInstances': contents("its template's resources are not in the plan"),
      'aws:cloudformation/stackSet:StackSet': contents("its template's resources are not in the plan"),
      'aws:cloudformation/stackSetInstance:StackSetInstance': contents("its template's resources are not in the plan"),
    },
  },
  {
    product: 'Amazon CodeCatalyst',
    pricingPage: 'https://aws.amazon.com/codecatalyst/',
    readOn: '2026-11-25',
    resources: {
      'aws:codecatalyst/devEnvironment:DevEnvironment': subscription(
        'billed by the tier of the space and by compute',
        'C',
      ),
      'aws:codecatalyst/project:Project': subscription('billed by the tier of the space and by compute', 'C'),
      'aws:codecatalyst/sourceRepository:SourceRepository': subscription(
        'billed by the tier of the space and by compute',
        'C',
      ),
    },
  },
  {
    product: 'AWS CodeCommit',
    pricingPage: 'https://aws.amazon.com/codecommit/pricing/',
    readOn: '2026-11-25',
    resources: {
      'aws:codecommit/repository:Repository': subscription('each active user above five a month'),
      ...free('codecommit', 'approvalRuleTemplate approvalRuleTemplateAssociation trigger'),
    },
  },
  {
    product: 'AWS',
    pricingPage: 'https://aws.amazon.com/codepipeline/pricing/',
    readOn: '2026-11-25',
    resources: {
      ...free('codeconnections', 'connection host'),
    },
  },
  {
    product: 'AWS CodeDeploy',
    pricingPage: 'https://aws.amazon.com/codedeploy/pricing/',
    readOn: '2026-11-25',
    resources: {
      'aws:codedeploy/deploymentGroup:DeploymentGroup': byUse(
        'only updates of on-premises servers are billed, blue/green doubles instances for a while',
      ),
      ...free('codedeploy', 'application deploymentConfig'),
    },
  },
  {
    product: 'Amazon CodeGuru Profiler',
    pricingPage: 'https://aws.amazon.com/codeguru/pricing/',
    readOn: '2026-11-25',
    resources: {
      'aws:codeguruprofiler/profilingGroup:ProfilingGroup': byUse('sampling hours'),
    },
  },
  {
    product: 'Amazon CodeGuru Reviewer',
    pricingPage: 'https://aws.amazon.com/codeguru/pricing/',
    readOn: '2026-11-25',
    resources: {
      'aws:codegurureviewer/repositoryAssociation:RepositoryAssociation': byUse('monthly by lines of code'),
    },
  },
  {
    product: 'AWS',
    pricingPage: 'https://aws.amazon.com/codepipeline/pricing/',
    readOn: '2026-11-25',
    resources: {
      ...free('codestarconnections', 'connection host'),
    },
  },
  {
    product: 'AWS',
    pricingPage: 'https://aws.amazon.com/codepipeline/pricing/',
    readOn: '2026-11-25',
    resources: {
      ...free('codestarnotifications', 'notificationRule'),
    },
  },
  {
    product: 'Amazon Comprehend',
    pricingPage: 'https://aws.amazon.com/comprehend/pricing/',
    readOn: '2026-11-25',
    resources: {
      'aws:comprehend/documentClassifier:DocumentClassifier': byUse(
        'training hours, monthly model management, then endpoints',
      ),
      'aws:comprehend/entityRecognizer:EntityRecognizer': byUse(
        'training hours, monthly model management, then endpoints',
      ),
    },
  },
  {
    product: 'AWS Compute Optimizer',
    pricingPage: 'https://aws.amazon.com/compute-optimizer/pricing/',
    readOn: '2026-11-25',
    resources: {
      'aws:computeoptimizer/recommendationPreferences:RecommendationPreferences': accountSetting(
        'enhanced infrastructure metrics bill each resource an hour',
      ),
      ...free('computeoptimizer', 'enrollmentStatus'),
    },
  },
  {
    product: 'AWS Control Tower',
    pricingPage: 'https://aws.amazon.com/controltower/pricing/',
    readOn: '2026-11-25',
    resources: {
      'aws:controltower/baseline:Baseline': contents('sets up Config and more in the accounts of a unit'),
      'aws:controltower/controlTowerControl:ControlTowerControl': through(
        'aws:cfg/rule:Rule',
        'detective controls are Config rules',
      ),
      'aws:controltower/landingZone:LandingZone': contents(
        'sets up Config, CloudTrail, accounts and logs that are billed',
      ),
    },
  },
  {
    product: 'AWS',
    pricingPage: 'https://aws.amazon.com/aws-cost-management/aws-cost-explorer/pricing/',
    readOn: '2026-11-25',
    resources: {
      ...free('costexplorer', 'anomalyMonitor anomalySubscription costAllocationTag costCategory'),
    },
  },
  {
    product: 'AWS',
    pricingPage: 'https://aws.amazon.com/aws-cost-management/pricing/',
    readOn: '2026-11-25',
    resources: {
      ...free('costoptimizationhub', 'enrollmentStatus preferences'),
    },
  },
  {
    product: 'AWS',
    pricingPage: 'https://aws.amazon.com/aws-cost-management/pricing/',
    readOn: '2026-11-25',
    resources: {
      ...free('cur', 'reportDefinition'),
    },
  },
  {
    product: 'Amazon Connect Customer Profiles',
    pricingPage: 'https://aws.amazon.com/connect/pricing/',
    readOn: '2026-11-25',
    resources: {
      'aws:customerprofiles/domain:Domain': byUse('profiles by day of use'),
      'aws:customerprofiles/profile:Profile': byUse('profiles by day of use'),
    },
  },
  {
    product: 'AWS Data Exchange',
    pricingPage: 'https://aws.amazon.com/data-exchange/pricing/',
    readOn: '2026-11-25',
    resources: {
      'aws:dataexchange/dataSet:DataSet': byUse("storage and data out of the provider's own sets, buys nothing", 'C'),
      'aws:dataexchange/eventAction:EventAction': byUse(
        'exports subscribed data to S3, the data itself may be a Marketplace subscription',
        'C',
      ),
      'aws:dataexchange/revision:Revision': byUse("storage and data out of the provider's own sets, buys nothing", 'C'),
      'aws:dataexchange/revisionAssets:RevisionAssets': byUse(
        "storage and data out of the provider's own sets, buys nothing",
        'C',
      ),
    },
  },
  {
    product: 'AWS Data Pipeline',
    pricingPage: 'https://aws.amazon.com/datapipeline/pricing/',
    readOn: '2026-11-25',
    resources: {
      'aws:datapipeline/pipeline:Pipeline': byUse('activities a month, and what they start'),
      'aws:datapipeline/pipelineDefinition:PipelineDefinition': through(
        'aws:datapipeline/pipeline:Pipeline',
        'what the pipeline does',
      ),
    },
  },
  {
    product: 'Amazon DataZone',
    pricingPage: 'https://aws.amazon.com/datazone/pricing/',
    readOn: '2026-11-25',
    resources: {
      'aws:datazone/domain:Domain': byUse('metadata, requests and compute (older: a fee for each user a month)'),
      'aws:datazone/environment:Environment': contents('creates databases, workgroups and projects behind it'),
      'aws:datazone/userProfile:UserProfile': through(
        'aws:datazone/domain:Domain',
        "users count into the domain's bill",
        'C',
      ),
      ...free(
        'datazone',
        `
        assetType environmentBlueprintConfiguration environmentProfile formType glossary glossaryTerm policyGrant
        project
      `,
        'C',
      ),
    },
  },
  {
    product: 'AWS Device Farm',
    pricingPage: 'https://aws.amazon.com/device-farm/pricing/',
    readOn: '2026-11-25',
    resources: {
      'aws:devicefarm/project:Project': byUse('device minutes (slots are bought elsewhere)'),
      'aws:devicefarm/testGridProject:TestGridProject': byUse('browser minutes'),
      ...free('devicefarm', 'devicePool instanceProfile networkProfile upload'),
    },
  },
  {
    product: 'Amazon DevOps Guru',
    pricingPage: 'https://aws.amazon.com/devops-guru/pricing/',
    readOn: '2026-11-25',
    resources: {
      'aws:devopsguru/resourceCollection:ResourceCollection': accountSetting('each analysed resource an hour'),
      'aws:devopsguru/serviceIntegration:ServiceIntegration': byUse(
        'OpsItems it opens are billed by Systems Manager',
        'C',
      ),
      ...free('devopsguru', 'eventSourcesConfig notificationChannel'),
    },
  },
  {
    product: 'AWS',
    pricingPage: 'https://aws.amazon.com/ebs/pricing/',
    readOn: '2026-11-25',
    resources: {
      'aws:dlm/lifecyclePolicy:LifecyclePolicy': through(
        'aws:ebs/snapshot:Snapshot',
        'makes snapshots and images, billed by storage',
      ),
    },
  },
  {
    product: 'AWS Elastic Disaster Recovery',
    pricingPage: 'https://aws.amazon.com/disaster-recovery/pricing/',
    readOn: '2026-11-25',
    resources: {
      'aws:drs/replicationConfigurationTemplate:ReplicationConfigurationTemplate': byUse(
        'each source server an hour once agents replicate, with servers and volumes of this template',
      ),
    },
  },
  {
    product: 'Amazon ECR Public',
    pricingPage: 'https://aws.amazon.com/ecr/pricing/',
    readOn: '2026-11-25',
    resources: {
      'aws:ecrpublic/repository:Repository': byUse('GB stored above the free amount, data out'),
      ...free('ecrpublic', 'repositoryPolicy'),
    },
  },
  {
    product: 'Amazon Elastic Transcoder',
    pricingPage: 'https://aws.amazon.com/elastictranscoder/pricing/',
    readOn: '2026-11-25',
    resources: {
      'aws:elastictranscoder/pipeline:Pipeline': byUse('minutes of jobs (service ended 2025-11)', 'C'),
      ...free('elastictranscoder', 'preset'),
    },
  },
  {
    product: 'Amazon EMR on EKS',
    pricingPage: 'https://aws.amazon.com/emr/pricing/',
    readOn: '2026-11-25',
    resources: {
      'aws:emrcontainers/virtualCluster:VirtualCluster': byUse('vCPU and memory of jobs'),
      ...free('emrcontainers', 'jobTemplate'),
    },
  },
  {
    product: 'Amazon EMR Serverless',
    pricingPage: 'https://aws.amazon.com/emr/pricing/',
    readOn: '2026-11-25',
    resources: {
      'aws:emrserverless/application:Application': byUse(
        'vCPU and memory of workers, initialCapacity keeps workers ready',
      ),
    },
  },
  {
    product: 'Amazon CloudWatch Evidently',
    pricingPage: 'https://aws.amazon.com/cloudwatch/pricing/',
    readOn: '2026-11-25',
    resources: {
      'aws:evidently/launch:Launch': byUse('events and analysis (service ended 2025-10)', 'C'),
      'aws:evidently/project:Project': byUse('events and analysis (service ended 2025-10)', 'C'),
      ...free('evidently', 'feature segment', 'C'),
    },
  },
  {
    product: 'Amazon FinSpace',
    pricingPage: 'https://aws.amazon.com/finspace/pricing/',
    readOn: '2026-11-25',
    resources: {
      'aws:finspace/kxCluster:KxCluster': byTime('capacity hours by type (service ended 2026-10)'),
      'aws:finspace/kxDatabase:KxDatabase': byUse("storage, and the environment's own fee", 'C'),
      'aws:finspace/kxDataview:KxDataview': byTime('provisioned storage or cache'),
      'aws:finspace/kxEnvironment:KxEnvironment': byUse("storage, and the environment's own fee", 'C'),
      'aws:finspace/kxScalingGroup:KxScalingGroup': byTime('capacity hours by type (service ended 2026-10)'),
      'aws:finspace/kxVolume:KxVolume': byTime('provisioned storage or cache'),
      ...free('finspace', 'kxUser', 'C'),
    },
  },
  {
    product: 'AWS',
    pricingPage: 'https://aws.amazon.com/iam/',
    readOn: '2026-11-25',
    resources: {
      ...free(
        'iam',
        `
        accessKey accountAlias accountPasswordPolicy group groupMembership groupPoliciesExclusive groupPolicy
        groupPolicyAttachment groupPolicyAttachmentsExclusive instanceProfile openIdConnectProvider
        organizationsFeatures outboundWebIdentityFederation policy policyAttachment role rolePoliciesExclusive
        rolePolicy rolePolicyAttachment rolePolicyAttachmentsExclusive samlProvider
        securityTokenServicePreferences serverCertificate serviceLinkedRole serviceSpecificCredential
        signingCertificate sshKey user userGroupMembership userLoginProfile userPoliciesExclusive userPolicy
        userPolicyAttachment userPolicyAttachmentsExclusive virtualMfaDevice
      `,
      ),
    },
  },
  {
    product: 'AWS',
    pricingPage: 'https://aws.amazon.com/iam/identity-center/',
    readOn: '2026-11-25',
    resources: {
      ...free('identitystore', 'group groupMembership user'),
    },
  },
  {
    product: 'Amazon Inspector Classic',
    pricingPage: 'https://aws.amazon.com/inspector/pricing/',
    readOn: '2026-11-25',
    resources: {
      'aws:inspector/assessmentTemplate:AssessmentTemplate': byUse('each assessment run (service ended 2026-05)', 'C'),
      ...free('inspector', 'assessmentTarget resourceGroup'),
    },
  },
  {
    product: 'AWS',
    pricingPage: 'https://aws.amazon.com/aws-cost-management/pricing/',
    readOn: '2026-11-25',
    resources: {
      ...free('invoicing', 'invoiceUnit'),
    },
  },
  {
    product: 'Amazon Interactive Video Service',
    pricingPage: 'https://aws.amazon.com/ivs/pricing/',
    readOn: '2026-11-25',
    resources: {
      'aws:ivs/channel:Channel': byUse('input and output hours'),
      'aws:ivs/recordingConfiguration:RecordingConfiguration': byUse('recordings in S3'),
      ...free('ivs', 'playbackKeyPair'),
    },
  },
  {
    product: 'Amazon Interactive Video Service',
    pricingPage: 'https://aws.amazon.com/ivs/pricing/',
    readOn: '2026-11-25',
    resources: {
      'aws:ivschat/loggingConfiguration:LoggingConfiguration': byUse('logs that other services bill'),
      'aws:ivschat/room:Room': byUse('messages sent and delivered'),
    },
  },
  {
    product: 'AWS',
    pricingPage: 'https://aws.amazon.com/lake-formation/pricing/',
    readOn: '2026-11-25',
    resources: {
      ...free(
        'lakeformation',
        `
        dataCellsFilter dataLakeSettings identityCenterConfiguration lfTag lfTagExpression optIn permissions
        resource resourceLfTag resourceLfTags
      `,
      ),
    },
  },
  {
    product: 'AWS Lambda',
    pricingPage: 'https://aws.amazon.com/lambda/pricing/',
    readOn: '2026-11-25',
    resources: {
      'aws:lambdamicrovms/image:Image': byUse('snapshot storage and builds', 'C'),
      'aws:lambdamicrovms/microvm:Microvm': byTime(
        'vCPU and memory by the second while it runs, snapshots read and written',
        'C',
      ),
    },
  },
  {
    product: 'Amazon Lex',
    pricingPage: 'https://aws.amazon.com/lex/pricing/',
    readOn: '2026-11-25',
    resources: {
      'aws:lex/bot:Bot': byUse('text and speech requests'),
      'aws:lex/v2modelsBot:V2modelsBot': byUse('text and speech requests'),
      ...free(
        'lex',
        `
        botAlias intent slotType v2modelsBotLocale v2modelsBotVersion v2modelsIntent v2modelsSlot
        v2modelsSlotType
      `,
      ),
    },
  },
  {
    product: 'AWS Marketplace',
    pricingPage: 'https://aws.amazon.com/license-manager/pricing/',
    readOn: '2026-11-25',
    resources: {
      'aws:licensemanager/licenseGrantAccepter:LicenseGrantAccepter': thirdParty(
        'takes over an entitlement bought by another account, often through Marketplace',
        'C',
      ),
      ...free('licensemanager', 'association licenseConfiguration licenseGrant'),
    },
  },
  {
    product: 'Amazon Location Service',
    pricingPage: 'https://aws.amazon.com/location/pricing/',
    readOn: '2026-11-25',
    resources: {
      'aws:location/geofenceCollection:GeofenceCollection': byUse('requests'),
      'aws:location/map:Map': byUse('requests'),
      'aws:location/placeIndex:PlaceIndex': byUse('requests'),
      'aws:location/routeCalculation:RouteCalculation': byUse('requests'),
      'aws:location/tracker:Tracker': byUse('requests'),
      ...free('location', 'trackerAssociation'),
    },
  },
  {
    product: 'AWS Mainframe Modernization',
    pricingPage: 'https://aws.amazon.com/mainframe-modernization/pricing/',
    readOn: '2026-11-25',
    resources: {
      'aws:m2/application:Application': through('aws:m2/environment:Environment', 'runs in an environment'),
      'aws:m2/deployment:Deployment': through('aws:m2/environment:Environment', 'runs in an environment'),
      'aws:m2/environment:Environment': byTime('instances by type and engine'),
    },
  },
  {
    product: 'AWS',
    pricingPage: 'https://aws.amazon.com/macie/pricing/',
    readOn: '2026-11-25',
    resources: {
      ...free('macie', 'customDataIdentifier findingsFilter'),
    },
  },
  {
    product: 'Amazon SES',
    pricingPage: 'https://aws.amazon.com/ses/pricing/',
    readOn: '2026-11-25',
    resources: {
      'aws:mailmanager/archive:Archive': byUse('GB archived and searched'),
      'aws:mailmanager/ingressPoint:IngressPoint': byTime(
        'monthly fee for each endpoint (50 dollars: C), and messages',
      ),
      'aws:mailmanager/ruleSet:RuleSet': byUse(
        'actions and conditions may use paid add-ons of other companies, billed by SES for each message',
      ),
      'aws:mailmanager/trafficPolicy:TrafficPolicy': byUse(
        'actions and conditions may use paid add-ons of other companies, billed by SES for each message',
      ),
      ...free('mailmanager', 'relay'),
    },
  },
  {
    product: 'AWS Elemental MediaConvert',
    pricingPage: 'https://aws.amazon.com/mediaconvert/pricing/',
    readOn: '2026-11-25',
    resources: {
      'aws:mediaconvert/queue:Queue': subscription(
        'RESERVED is a one-year commitment by slots, ON_DEMAND queues are free and jobs bill minutes',
      ),
    },
  },
  {
    product: 'AWS Elemental MediaLive',
    pricingPage: 'https://aws.amazon.com/medialive/pricing/',
    readOn: '2026-11-25',
    resources: {
      'aws:medialive/channel:Channel': byTime('inputs and outputs by class while it runs, a small fee while idle'),
      'aws:medialive/input:Input': byUse('some inputs bill while idle', 'C'),
      'aws:medialive/multiplex:Multiplex': byTime('outputs while it runs'),
      'aws:medialive/multiplexProgram:MultiplexProgram': through(
        'aws:medialive/multiplex:Multiplex',
        'part of a multiplex',
      ),
      ...free('medialive', 'inputSecurityGroup'),
    },
  },
  {
    product: 'AWS Elemental MediaPackage',
    pricingPage: 'https://aws.amazon.com/mediapackage/pricing/',
    readOn: '2026-11-25',
    resources: {
      'aws:mediapackage/channel:Channel': byUse('GB in and out'),
    },
  },
  {
    product: 'AWS',
    pricingPage: 'https://aws.amazon.com/mediapackage/pricing/',
    readOn: '2026-11-25',
    resources: {
      ...free('mediapackagev2', 'channelGroup'),
    },
  },
  {
    product: 'AWS Elemental MediaStore',
    pricingPage: 'https://aws.amazon.com/mediastore/pricing/',
    readOn: '2026-11-25',
    resources: {
      'aws:mediastore/container:Container': byUse('GB in and stored (service ended 2025-11)', 'C'),
      ...free('mediastore', 'containerPolicy'),
    },
  },
  {
    product: 'Amazon CloudWatch',
    pricingPage: 'https://aws.amazon.com/cloudwatch/pricing/',
    readOn: '2026-11-25',
    resources: {
      'aws:networkflowmonitor/monitor:Monitor': byUse('monitored resources an hour and metrics'),
      ...free('networkflowmonitor', 'scope', 'C'),
    },
  },
  {
    product: 'AWS',
    pricingPage: 'https://aws.amazon.com/notifications/',
    readOn: '2026-11-25',
    resources: {
      ...free(
        'notifications',
        `
        channelAssociation contactsEmailContact eventRule managedNotificationAccountContactAssociation
        managedNotificationAdditionalChannelAssociation notificationConfiguration notificationHub
        organizationalUnitAssociation organizationsAccess
      `,
      ),
    },
  },
  {
    product: 'AWS',
    pricingPage: 'https://aws.amazon.com/cloudwatch/pricing/',
    readOn: '2026-11-25',
    resources: {
      ...free('oam', 'link sink sinkPolicy'),
    },
  },
  {
    product: 'Amazon CloudWatch',
    pricingPage: 'https://aws.amazon.com/cloudwatch/pricing/',
    readOn: '2026-11-25',
    resources: {
      'aws:observabilityadmin/centralizationRuleForOrganization:CentralizationRuleForOrganization': byUse(
        'copies of logs beyond the first, by data',
      ),
      'aws:observabilityadmin/s3TableIntegration:S3TableIntegration': byUse('data written or transformed', 'C'),
      'aws:observabilityadmin/telemetryPipeline:TelemetryPipeline': byUse('data written or transformed', 'C'),
      'aws:observabilityadmin/telemetryRule:TelemetryRule': contents('switches on logs of many resources by itself'),
      'aws:observabilityadmin/telemetryRuleForOrganization:TelemetryRuleForOrganization': contents(
        'switches on logs of many resources by itself',
      ),
      ...free('observabilityadmin', 'telemetryEnrichment telemetryEvaluation telemetryEvaluationForOrganization', 'C'),
    },
  },
  {
    product: 'AWS Marketplace',
    pricingPage: 'https://docs.aws.amazon.com/goto/WebAPI/odb-2024-08-20/AcceptMarketplaceRegistration',
    readOn: '2026-11-25',
    resources: {
      'aws:odb/cloudAutonomousVmCluster:CloudAutonomousVmCluster': thirdParty(
        "Oracle's product, bought through a Marketplace offer",
      ),
      'aws:odb/cloudExadataInfrastructure:CloudExadataInfrastructure': thirdParty(
        "Oracle's product, bought through a Marketplace offer",
      ),
      'aws:odb/cloudVmCluster:CloudVmCluster': thirdParty("Oracle's product, bought through a Marketplace offer"),
      ...free('odb', 'iamRoleAssociation network networkPeeringConnection', 'C'),
    },
  },
  {
    product: 'AWS',
    pricingPage: 'https://aws.amazon.com/organizations/',
    readOn: '2026-11-25',
    resources: {
      ...free(
        'organizations',
        `
        account awsServiceAccess delegatedAdministrator organization organizationalUnit policy policyAttachment
        resourcePolicy tag
      `,
      ),
    },
  },
  {
    product: 'AWS Outposts',
    pricingPage: 'https://aws.amazon.com/outposts/rack/pricing/',
    readOn: '2026-11-25',
    resources: {
      'aws:outposts/capacityTask:CapacityTask': subscription('moves capacity of a rack that is bought for three years'),
    },
  },
  {
    product: 'AWS Payment Cryptography',
    pricingPage: 'https://aws.amazon.com/payment-cryptography/pricing/',
    readOn: '2026-11-25',
    resources: {
      'aws:paymentcryptography/key:Key': byTime('monthly fee for each active key, and calls'),
      ...free('paymentcryptography', 'keyAlias'),
    },
  },
  {
    product: 'AWS End User Messaging',
    pricingPage: 'https://aws.amazon.com/end-user-messaging/pricing/',
    readOn: '2026-11-25',
    resources: {
      'aws:pinpoint/admChannel:AdmChannel': byUse('messages sent'),
      'aws:pinpoint/apnsChannel:ApnsChannel': byUse('messages sent'),
      'aws:pinpoint/apnsSandboxChannel:ApnsSandboxChannel': byUse('messages sent'),
      'aws:pinpoint/apnsVoipChannel:ApnsVoipChannel': byUse('messages sent'),
      'aws:pinpoint/apnsVoipSandboxChannel:ApnsVoipSandboxChannel': byUse('messages sent'),
      'aws:pinpoint/app:App': byUse('targeted audience and messages (service ended 2026-10)'),
      'aws:pinpoint/baiduChannel:BaiduChannel': byUse('messages sent'),
      'aws:pinpoint/emailChannel:EmailChannel': byUse('messages sent'),
      'aws:pinpoint/gcmChannel:GcmChannel': byUse('messages sent'),
      'aws:pinpoint/smsChannel:SmsChannel': thirdParty('text messages are carried by telephone companies'),
      'aws:pinpoint/smsvoicev2EventDestination:Smsvoicev2EventDestination': byUse(
        'events go to logs or streams that bill',
      ),
      'aws:pinpoint/smsvoicev2PhoneNumber:Smsvoicev2PhoneNumber': thirdParty(
        'monthly lease and registration of a number, and messages by carriers',
      ),
      'aws:pinpoint/smsvoicev2Pool:Smsvoicev2Pool': through(
        'aws:pinpoint/smsvoicev2PhoneNumber:Smsvoicev2PhoneNumber',
        'a pool of numbers and sender names',
      ),
      'aws:pinpoint/smsvoicev2SenderId:Smsvoicev2SenderId': thirdParty(
        'a sender name, in some countries with a monthly or registration fee',
      ),
      ...free(
        'pinpoint',
        `
        emailTemplate eventStream smsvoicev2ConfigurationSet smsvoicev2Keyword smsvoicev2OptOutList
        smsvoicev2ResourcePolicy
      `,
      ),
    },
  },
  {
    product: 'AWS',
    pricingPage: 'https://aws.amazon.com/ram/',
    readOn: '2026-11-25',
    resources: {
      ...free(
        'ram',
        `
        permission principalAssociation resourceAssociation resourceShare resourceShareAccepter
        resourceShareAssociationsExclusive sharingWithOrganization
      `,
      ),
    },
  },
  {
    product: 'Amazon EC2',
    pricingPage: 'https://aws.amazon.com/ebs/pricing/',
    readOn: '2026-11-25',
    resources: {
      'aws:rbin/rule:Rule': byUse('deleted snapshots and images stay and are billed'),
    },
  },
  {
    product: 'Amazon Redshift',
    pricingPage: 'https://aws.amazon.com/redshift/pricing/',
    readOn: '2026-11-25',
    resources: {
      'aws:redshiftdata/statement:Statement': byUse('runs a statement on a cluster or a workgroup'),
    },
  },
  {
    product: 'Amazon Rekognition',
    pricingPage: 'https://aws.amazon.com/rekognition/pricing/',
    readOn: '2026-11-25',
    resources: {
      'aws:rekognition/collection:Collection': byUse('face data stored a month, and images'),
      'aws:rekognition/project:Project': byUse('training and inference hours of its models'),
      'aws:rekognition/streamProcessor:StreamProcessor': byUse('video minutes'),
    },
  },
  {
    product: 'AWS Resilience Hub',
    pricingPage: 'https://aws.amazon.com/resilience-hub/pricing/',
    readOn: '2026-11-25',
    resources: {
      'aws:resiliencehub/v2Assertion:V2Assertion': notFound(
        'new version of the service, only assessments are known to be billed',
        'D',
      ),
      'aws:resiliencehub/v2InputSource:V2InputSource': notFound(
        'new version of the service, only assessments are known to be billed',
        'D',
      ),
      'aws:resiliencehub/v2Policy:V2Policy': notFound(
        'new version of the service, only assessments are known to be billed',
        'D',
      ),
      'aws:resiliencehub/v2Service:V2Service': byUse(
        'assessments are billed by service and its resources (older version: 15 dollars a month for each application)',
        'C',
      ),
      'aws:resiliencehub/v2ServiceFunction:V2ServiceFunction': notFound(
        'new version of the service, only assessments are known to be billed',
        'D',
      ),
      'aws:resiliencehub/v2System:V2System': notFound(
        'new version of the service, only assessments are known to be billed',
        'D',
      ),
      'aws:resiliencehub/v2UserJourney:V2UserJourney': notFound(
        'new version of the service, only assessments are known to be billed',
        'D',
      ),
      ...free('resiliencehub', 'resiliencyPolicy'),
    },
  },
  {
    product: 'AWS',
    pricingPage: 'https://aws.amazon.com/resourceexplorer/',
    readOn: '2026-11-25',
    resources: {
      ...free('resourceexplorer', 'index view'),
    },
  },
  {
    product: 'AWS',
    pricingPage: 'https://aws.amazon.com/systems-manager/pricing/',
    readOn: '2026-11-25',
    resources: {
      ...free('resourcegroups', 'group resource'),
    },
  },
  {
    product: 'AWS',
    pricingPage: 'https://aws.amazon.com/iam/',
    readOn: '2026-11-25',
    resources: {
      ...free('rolesanywhere', 'profile trustAnchor'),
    },
  },
  {
    product: 'Amazon Registrar',
    pricingPage: 'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/domain-renew.html',
    readOn: '2026-11-25',
    resources: {
      'aws:route53domains/domain:Domain': subscription(
        'the registration of a year or more, and renewals while autoRenew is on',
      ),
      'aws:route53domains/registeredDomain:RegisteredDomain': subscription(
        'registers nothing, autoRenew buys renewals',
      ),
      ...free('route53domains', 'delegationSignerRecord'),
    },
  },
  {
    product: 'Amazon Application Recovery Controller',
    pricingPage: 'https://aws.amazon.com/application-recovery-controller/pricing/',
    readOn: '2026-11-25',
    resources: {
      'aws:route53recoverycontrol/cluster:Cluster': byTime('each cluster an hour (2.50 dollars: C)'),
      ...free('route53recoverycontrol', 'controlPanel routingControl safetyRule'),
    },
  },
  {
    product: 'Amazon Application Recovery Controller',
    pricingPage: 'https://aws.amazon.com/application-recovery-controller/pricing/',
    readOn: '2026-11-25',
    resources: {
      'aws:route53recoveryreadiness/readinessCheck:ReadinessCheck': byTime(
        'each check an hour (closed to new customers since 2026-04)',
      ),
      ...free('route53recoveryreadiness', 'cell recoveryGroup resourceSet'),
    },
  },
  {
    product: 'AWS',
    pricingPage: 'https://aws.amazon.com/outposts/rack/pricing/',
    readOn: '2026-11-25',
    resources: {
      ...free('s3outposts', 'endpoint', 'C'),
    },
  },
  {
    product: 'Amazon S3 Tables',
    pricingPage: 'https://aws.amazon.com/s3/pricing/',
    readOn: '2026-11-25',
    resources: {
      'aws:s3tables/table:Table': byUse('storage, objects, requests and compaction'),
      'aws:s3tables/tableBucket:TableBucket': byUse('storage, objects, requests and compaction'),
      'aws:s3tables/tableBucketReplication:TableBucketReplication': byUse('copies'),
      'aws:s3tables/tableReplication:TableReplication': byUse('copies'),
      ...free('s3tables', 'namespace tableBucketPolicy tablePolicy'),
    },
  },
  {
    product: 'Amazon Security Lake',
    pricingPage: 'https://aws.amazon.com/security-lake/pricing/',
    readOn: '2026-11-25',
    resources: {
      'aws:securitylake/awsLogSource:AwsLogSource': byUse('data taken in'),
      'aws:securitylake/customLogSource:CustomLogSource': byUse('data taken in'),
      'aws:securitylake/dataLake:DataLake': accountSetting('data taken in and normalised, and storage'),
      ...free('securitylake', 'subscriber subscriberNotification', 'C'),
    },
  },
  {
    product: 'AWS Serverless Application Repository',
    pricingPage: 'https://aws.amazon.com/serverless/serverlessrepo/',
    readOn: '2026-11-25',
    resources: {
      'aws:serverlessrepository/cloudFormationStack:CloudFormationStack': contents(
        "a CloudFormation stack of somebody's template",
      ),
    },
  },
  {
    product: 'AWS Service Catalog',
    pricingPage: 'https://aws.amazon.com/servicecatalog/pricing/',
    readOn: '2026-11-25',
    resources: {
      'aws:servicecatalog/provisionedProduct:ProvisionedProduct': contents('a CloudFormation stack of a product'),
      ...free(
        'servicecatalog',
        `
        appregistryApplication appregistryAttributeGroup appregistryAttributeGroupAssociation
        budgetResourceAssociation constraint organizationsAccess portfolio portfolioShare
        principalPortfolioAssociation product productPortfolioAssociation provisioningArtifact serviceAction
        tagOption tagOptionResourceAssociation
      `,
      ),
    },
  },
  {
    product: 'AWS',
    pricingPage: 'https://aws.amazon.com/servicequotas/',
    readOn: '2026-11-25',
    resources: {
      ...free('servicequotas', 'autoManagement serviceQuota template templateAssociation'),
    },
  },
  {
    product: 'AWS Shield',
    pricingPage: 'https://aws.amazon.com/shield/pricing/',
    readOn: '2026-11-25',
    resources: {
      'aws:shield/protection:Protection': through(
        'aws:shield/subscription:Subscription',
        'needs the subscription, protected data out is billed',
      ),
      'aws:shield/subscription:Subscription': subscription('3,000 dollars a month for at least one year, and data out'),
      ...free(
        'shield',
        `
        applicationLayerAutomaticResponse drtAccessLogBucketAssociation drtAccessRoleArnAssociation
        proactiveEngagement protectionGroup protectionHealthCheckAssociation
      `,
        'C',
      ),
    },
  },
  {
    product: 'AWS',
    pricingPage: 'https://aws.amazon.com/signer/',
    readOn: '2026-11-25',
    resources: {
      ...free('signer', 'signingJob signingProfile signingProfilePermission', 'C'),
    },
  },
  {
    product: 'AWS Systems Manager Incident Manager',
    pricingPage: 'https://aws.amazon.com/systems-manager/pricing/',
    readOn: '2026-11-25',
    resources: {
      'aws:ssmcontacts/contactChannel:ContactChannel': thirdParty(
        'text and voice messages beyond the included ones are carried by telephone companies',
        'C',
      ),
      ...free('ssmcontacts', 'contact plan'),
    },
  },
  {
    product: 'AWS Systems Manager Incident Manager',
    pricingPage: 'https://aws.amazon.com/systems-manager/pricing/',
    readOn: '2026-11-25',
    resources: {
      'aws:ssmincidents/responsePlan:ResponsePlan': byTime('monthly fee for each plan, and messages'),
      ...free('ssmincidents', 'replicationSet'),
    },
  },
  {
    product: 'AWS',
    pricingPage: 'https://aws.amazon.com/iam/identity-center/',
    readOn: '2026-11-25',
    resources: {
      ...free(
        'ssoadmin',
        `
        accountAssignment application applicationAccessScope applicationAssignment
        applicationAssignmentConfiguration customerManagedPolicyAttachment
        customerManagedPolicyAttachmentsExclusive instanceAccessControlAttributes managedPolicyAttachment
        managedPolicyAttachmentsExclusive permissionSet permissionSetInlinePolicy permissionsBoundaryAttachment
        region trustedTokenIssuer
      `,
      ),
    },
  },
  {
    product: 'Amazon SWF',
    pricingPage: 'https://aws.amazon.com/swf/pricing/',
    readOn: '2026-11-25',
    resources: {
      'aws:swf/domain:Domain': byUse('workflows, tasks and retention'),
    },
  },
  {
    product: 'Amazon Transcribe',
    pricingPage: 'https://aws.amazon.com/transcribe/pricing/',
    readOn: '2026-11-25',
    resources: {
      'aws:transcribe/languageModel:LanguageModel': byUse('a custom model adds to the price of minutes'),
      ...free('transcribe', 'medicalVocabulary vocabulary vocabularyFilter'),
    },
  },
  {
    product: 'AWS',
    pricingPage: 'https://aws.amazon.com/console/',
    readOn: '2026-11-25',
    resources: {
      ...free('uxc', 'accountCustomizations', 'D'),
    },
  },
  {
    product: 'Amazon VPC',
    pricingPage: 'https://aws.amazon.com/vpc/pricing/',
    readOn: '2026-11-25',
    resources: {
      'aws:vpc/routeServerEndpoint:RouteServerEndpoint': byTime('each endpoint an hour'),
      ...free(
        'vpc',
        `
        endpointPrivateDns endpointServicePrivateDnsVerification routeServer routeServerPeer
        routeServerPropagation routeServerVpcAssociation securityGroupEgressRule securityGroupIngressRule
        securityGroupVpcAssociation
      `,
      ),
    },
  },
  {
    product: 'Amazon WorkSpaces Secure Browser',
    pricingPage: 'https://aws.amazon.com/workspaces/web/pricing/',
    readOn: '2026-11-25',
    resources: {
      'aws:workspacesweb/portal:Portal': subscription('each monthly active user, by instance type'),
      'aws:workspacesweb/sessionLogger:SessionLogger': byUse('session logs in S3', 'C'),
      ...free(
        'workspacesweb',
        `
        browserSettings browserSettingsAssociation dataProtectionSettings dataProtectionSettingsAssociation
        identityProvider ipAccessSettings ipAccessSettingsAssociation networkSettings networkSettingsAssociation
        sessionLoggerAssociation trustStore trustStoreAssociation userAccessLoggingSettings
        userAccessLoggingSettingsAssociation userSettings userSettingsAssociation
      `,
      ),
    },
  },
  {
    product: 'AWS X-Ray',
    pricingPage: 'https://aws.amazon.com/xray/pricing/',
    readOn: '2026-11-25',
    resources: {
      'aws:xray/group:Group': byUse('a group with insights switched on bills traces analysed, else free'),
      'aws:xray/indexingRule:IndexingRule': accountSetting('share of spans that is indexed, billed by span'),
      'aws:xray/traceSegmentDestination:TraceSegmentDestination': accountSetting(
        'sends all spans to CloudWatch Logs, billed by data',
      ),
      ...free('xray', 'encryptionConfig resourcePolicy samplingRule'),
    },
  },
];
