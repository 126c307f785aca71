import {
  accountSetting,
  byTime,
  byUse,
  contents,
  free,
  notFound,
  once,
  subscription,
  thirdParty,
  through,
} from '../classes';
import type { Service } from '../service';

/**
 * Modules of the provider in which nothing is priced, by name. A module moves to a file of its own with its first price.
 */
export const withoutPrices: readonly Service[] = [
  {
    product: 'AWS IAM Access Analyzer',
    pricingPage: 'https://aws.amazon.com/iam/access-analyzer/pricing/',
    readOn: '2026-11-25',
    resources: {
      'aws:accessanalyzer/analyzer:Analyzer': byUse(
        'external access is free, unused-access and internal-access analyzers bill each role, user or resource a month (type decides)',
      ),
      ...free('accessanalyzer', 'archiveRule'),
    },
  },
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
    product: 'AWS Amplify',
    pricingPage: 'https://aws.amazon.com/amplify/pricing/',
    readOn: '2026-11-25',
    resources: {
      'aws:amplify/app:App': byUse(
        'build minutes, storage, data served, server-side rendering, a firewall adds a monthly fee',
      ),
      'aws:amplify/backendEnvironment:BackendEnvironment': contents('names a CloudFormation stack of the backend', 'C'),
      'aws:amplify/branch:Branch': through('aws:amplify/app:App', 'builds and hosting of the app'),
      ...free('amplify', 'domainAssociation webhook'),
    },
  },
  {
    product: 'AWS',
    pricingPage: 'https://aws.amazon.com/autoscaling/pricing/',
    readOn: '2026-11-25',
    resources: {
      'aws:appautoscaling/policy:Policy': through(
        'aws:cloudwatch/metricAlarm:MetricAlarm',
        'target tracking makes alarms, which CloudWatch bills',
      ),
      ...free('appautoscaling', 'scheduledAction target'),
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
    product: 'Amazon WorkSpaces Applications (AppStream)',
    pricingPage: 'https://aws.amazon.com/appstream2/pricing/',
    readOn: '2026-11-25',
    resources: {
      'aws:appstream/fleet:Fleet': byTime('instances by type and state, Windows adds a monthly fee for each user'),
      'aws:appstream/imageBuilder:ImageBuilder': byTime('instance hours while it runs'),
      'aws:appstream/stack:Stack': byUse('home folders and settings are kept in S3', 'C'),
      'aws:appstream/user:User': subscription('a user who streams Windows costs a monthly fee'),
      ...free('appstream', 'directoryConfig fleetStackAssociation userStackAssociation'),
    },
  },
  {
    product: 'AWS AppSync',
    pricingPage: 'https://aws.amazon.com/appsync/pricing/',
    readOn: '2026-11-25',
    resources: {
      'aws:appsync/api:Api': byUse('operations, updates and connection minutes'),
      'aws:appsync/apiCache:ApiCache': byTime('cache by size an hour'),
      'aws:appsync/graphQLApi:GraphQLApi': byUse('operations, updates and connection minutes'),
      ...free(
        'appsync',
        `
        apiKey channelNamespace dataSource domainName domainNameApiAssociation function resolver
        sourceApiAssociation type
      `,
      ),
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
    product: 'Amazon Athena',
    pricingPage: 'https://aws.amazon.com/athena/pricing/',
    readOn: '2026-11-25',
    resources: {
      'aws:athena/capacityReservation:CapacityReservation': byTime(
        'targetDpus an hour, used or not, at least four, and a least time',
      ),
      'aws:athena/dataCatalog:DataCatalog': contents('a federated catalog creates a connection and a function', 'C'),
      'aws:athena/database:Database': through(
        'aws:glue/catalogDatabase:CatalogDatabase',
        'an object in the Glue catalog',
      ),
      'aws:athena/workgroup:Workgroup': byUse('data scanned by queries, or DPU hours of Spark'),
      ...free('athena', 'namedQuery preparedStatement'),
    },
  },
  {
    product: 'AWS Audit Manager',
    pricingPage: 'https://aws.amazon.com/audit-manager/pricing/',
    readOn: '2026-11-25',
    resources: {
      'aws:auditmanager/accountRegistration:AccountRegistration': accountSetting(
        'switches the service on, assessments are billed',
      ),
      'aws:auditmanager/assessment:Assessment': byUse('resource assessments collected'),
      ...free(
        'auditmanager',
        `
        assessmentDelegation assessmentReport control framework frameworkShare
        organizationAdminAccountRegistration
      `,
      ),
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
    product: 'AWS Backup',
    pricingPage: 'https://aws.amazon.com/backup/pricing/',
    readOn: '2026-11-25',
    resources: {
      'aws:backup/framework:Framework': byUse('AWS Config, control evaluations, and Config items'),
      'aws:backup/logicallyAirGappedVault:LogicallyAirGappedVault': byUse(
        'recovery points stored, copied and restored',
      ),
      'aws:backup/plan:Plan': byUse('recovery points stored, copied and restored'),
      'aws:backup/restoreTestingPlan:RestoreTestingPlan': byUse('restore tests run and create resources for a while'),
      'aws:backup/restoreTestingSelection:RestoreTestingSelection': through(
        'aws:backup/restoreTestingPlan:RestoreTestingPlan',
        'chooses what is restored',
      ),
      'aws:backup/selection:Selection': through('aws:backup/plan:Plan', 'chooses what is backed up'),
      'aws:backup/vault:Vault': byUse('recovery points stored, copied and restored'),
      ...free(
        'backup',
        `
        globalSettings regionSettings reportPlan vaultLockConfiguration vaultNotifications vaultPolicy
      `,
      ),
    },
  },
  {
    product: 'Amazon EC2',
    pricingPage: 'https://aws.amazon.com/batch/pricing/',
    readOn: '2026-11-25',
    resources: {
      'aws:batch/computeEnvironment:ComputeEnvironment': byUse(
        'EC2 or Fargate while jobs run, minvCpus keeps instances all the time',
      ),
      ...free('batch', 'jobDefinition jobQueue schedulingPolicy'),
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
    product: 'Amazon Bedrock',
    pricingPage: 'https://aws.amazon.com/bedrock/pricing/',
    readOn: '2026-11-25',
    resources: {
      'aws:bedrock/agentAgent:AgentAgent': byUse(
        'model tokens of the model it names, a third-party model may be billed through Marketplace',
      ),
      'aws:bedrock/agentDataSource:AgentDataSource': byUse(
        'embedding, parsing and a vector store that is billed apart',
      ),
      'aws:bedrock/agentFlow:AgentFlow': byUse(
        'model tokens of the model it names, a third-party model may be billed through Marketplace',
      ),
      'aws:bedrock/agentKnowledgeBase:AgentKnowledgeBase': byUse(
        'embedding, parsing and a vector store that is billed apart',
      ),
      'aws:bedrock/agentPrompt:AgentPrompt': byUse(
        'model tokens of the model it names, a third-party model may be billed through Marketplace',
      ),
      'aws:bedrock/agentcoreAgentRuntime:AgentcoreAgentRuntime': byUse('vCPU and memory while sessions run'),
      'aws:bedrock/agentcoreAgentRuntimeEndpoint:AgentcoreAgentRuntimeEndpoint': through(
        'aws:bedrock/agentcoreAgentRuntime:AgentcoreAgentRuntime',
        'an address of the runtime',
      ),
      'aws:bedrock/agentcoreApiKeyCredentialProvider:AgentcoreApiKeyCredentialProvider': byUse(
        'tokens issued, the secret is kept in Secrets Manager',
        'C',
      ),
      'aws:bedrock/agentcoreBrowser:AgentcoreBrowser': byUse('vCPU and memory while sessions run'),
      'aws:bedrock/agentcoreBrowserProfile:AgentcoreBrowserProfile': byUse(
        'profile data of browsers, no price seen',
        'D',
      ),
      'aws:bedrock/agentcoreCodeInterpreter:AgentcoreCodeInterpreter': byUse('vCPU and memory while sessions run'),
      'aws:bedrock/agentcoreEvaluator:AgentcoreEvaluator': byUse('model tokens of evaluations', 'C'),
      'aws:bedrock/agentcoreGateway:AgentcoreGateway': byUse('calls, tools indexed'),
      'aws:bedrock/agentcoreGatewayRule:AgentcoreGatewayRule': through(
        'aws:bedrock/agentcoreGateway:AgentcoreGateway',
        'part of the gateway',
        'C',
      ),
      'aws:bedrock/agentcoreGatewayTarget:AgentcoreGatewayTarget': through(
        'aws:bedrock/agentcoreGateway:AgentcoreGateway',
        'part of the gateway',
        'C',
      ),
      'aws:bedrock/agentcoreHarness:AgentcoreHarness': byUse('vCPU and memory while sessions run'),
      'aws:bedrock/agentcoreMemory:AgentcoreMemory': byUse('events and records stored and retrieved'),
      'aws:bedrock/agentcoreMemoryStrategy:AgentcoreMemoryStrategy': through(
        'aws:bedrock/agentcoreMemory:AgentcoreMemory',
        'part of the memory, a model of its own is billed too',
        'C',
      ),
      'aws:bedrock/agentcoreOauth2CredentialProvider:AgentcoreOauth2CredentialProvider': byUse(
        'tokens issued, the secret is kept in Secrets Manager',
        'C',
      ),
      'aws:bedrock/agentcoreOnlineEvaluationConfig:AgentcoreOnlineEvaluationConfig': byUse(
        'model tokens of evaluations',
        'C',
      ),
      'aws:bedrock/agentcorePolicy:AgentcorePolicy': through(
        'aws:bedrock/agentcorePolicyEngine:AgentcorePolicyEngine',
        'part of the engine',
        'C',
      ),
      'aws:bedrock/agentcorePolicyEngine:AgentcorePolicyEngine': byUse('authorization requests', 'C'),
      'aws:bedrock/agentcoreRegistry:AgentcoreRegistry': notFound(
        'preview, replaced by agentregistry, no price seen',
        'D',
      ),
      'aws:bedrock/agentcoreWorkloadIdentity:AgentcoreWorkloadIdentity': byUse(
        'tokens issued, the secret is kept in Secrets Manager',
        'C',
      ),
      'aws:bedrock/customModel:CustomModel': byUse('training once, then monthly storage of the model'),
      'aws:bedrock/evaluationJob:EvaluationJob': byUse(
        'model tokens of the model it names, a third-party model may be billed through Marketplace',
      ),
      'aws:bedrock/guardrail:Guardrail': byUse('text units checked'),
      'aws:bedrock/inferenceProfile:InferenceProfile': byUse(
        'model tokens of the model it names, a third-party model may be billed through Marketplace',
      ),
      'aws:bedrock/provisionedModelThroughput:ProvisionedModelThroughput': subscription(
        'commitmentDuration is a term of one or six months that cannot be ended, billed hourly, without it hourly model units',
      ),
      ...free(
        'bedrock',
        `
        agentAgentActionGroup agentAgentAlias agentAgentCollaborator agentAgentKnowledgeBaseAssociation
        guardrailVersion useCaseForModelAccess
      `,
      ),
      ...free('bedrock', 'agentcoreResourcePolicy agentcoreTokenVaultCmk', 'C'),
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
    product: 'Amazon EC2',
    pricingPage: 'https://aws.amazon.com/cloud9/pricing/',
    readOn: '2026-11-25',
    resources: {
      'aws:cloud9/environmentEC2:EnvironmentEC2': byTime(
        'creates an EC2 instance and a volume of instanceType, stops when idle',
      ),
      ...free('cloud9', 'environmentMembership'),
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
    product: 'Amazon CloudSearch',
    pricingPage: 'https://aws.amazon.com/cloudsearch/pricing/',
    readOn: '2026-11-25',
    resources: {
      'aws:cloudsearch/domain:Domain': byTime('search instances'),
      ...free('cloudsearch', 'domainServiceAccessPolicy'),
    },
  },
  {
    product: 'AWS CodeArtifact',
    pricingPage: 'https://aws.amazon.com/codeartifact/pricing/',
    readOn: '2026-11-25',
    resources: {
      'aws:codeartifact/domain:Domain': byUse('storage and requests'),
      'aws:codeartifact/repository:Repository': byUse('storage and requests'),
      ...free('codeartifact', 'domainPermissions repositoryPermissionsPolicy'),
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
    product: 'AWS CodePipeline',
    pricingPage: 'https://aws.amazon.com/codepipeline/pricing/',
    readOn: '2026-11-25',
    resources: {
      'aws:codepipeline/pipeline:Pipeline': byUse('V1: each active pipeline a month, V2: action minutes'),
      ...free('codepipeline', 'customActionType webhook'),
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
    product: 'Amazon Cognito',
    pricingPage: 'https://aws.amazon.com/cognito/pricing/',
    readOn: '2026-11-25',
    resources: {
      'aws:cognito/identityProvider:IdentityProvider': through(
        'aws:cognito/userPool:UserPool',
        'users who sign in through it have a price of their own',
      ),
      'aws:cognito/logDeliveryConfiguration:LogDeliveryConfiguration': byUse('exported logs, and the dearer tier'),
      'aws:cognito/managedUserPoolClient:ManagedUserPoolClient': through(
        'aws:cognito/userPool:UserPool',
        'a client made by another service',
      ),
      'aws:cognito/riskConfiguration:RiskConfiguration': through(
        'aws:cognito/userPool:UserPool',
        'threat protection needs the dearer tier',
      ),
      'aws:cognito/user:User': through(
        'aws:cognito/userPool:UserPool',
        'counts when it signs in, an invitation may be a text message',
      ),
      'aws:cognito/userPool:UserPool': byUse(
        'monthly active users by tier, text messages are sent through SNS and carriers',
      ),
      'aws:cognito/userPoolClient:UserPoolClient': byUse('machine-to-machine clients are billed each and by token'),
      ...free(
        'cognito',
        `
        identityPool identityPoolProviderPrincipalTag identityPoolRoleAttachment managedLoginBranding
        resourceServer userGroup userInGroup userPoolDomain userPoolUICustomization
      `,
      ),
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
    product: 'Amazon Connect',
    pricingPage: 'https://aws.amazon.com/connect/pricing/',
    readOn: '2026-11-25',
    resources: {
      'aws:connect/instance:Instance': byUse('minutes, messages and tasks, telephony from another legal seller'),
      'aws:connect/instanceStorageConfig:InstanceStorageConfig': byUse('recordings go to S3, streams to Kinesis'),
      'aws:connect/phoneNumber:PhoneNumber': thirdParty(
        'Contact Center Telecommunications, a number costs a day and a minute, telephony is sold by another legal seller',
      ),
      ...free(
        'connect',
        `
        botAssociation contactFlow contactFlowModule hoursOfOperation lambdaFunctionAssociation
        phoneNumberContactFlowAssociation queue quickConnect routingProfile securityProfile user
        userHierarchyGroup userHierarchyStructure vocabulary
      `,
      ),
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
    product: 'AWS DataSync',
    pricingPage: 'https://aws.amazon.com/datasync/pricing/',
    readOn: '2026-11-25',
    resources: {
      'aws:datasync/task:Task': byUse('each GB moved, enhanced mode also each run'),
      ...free(
        'datasync',
        `
        agent efsLocation fsxOpenZfsFileSystem locationAzureBlob locationFsxLustre locationFsxOntapFileSystem
        locationFsxWindows locationHdfs locationObjectStorage locationSmb nfsLocation s3Location
      `,
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
    product: 'Amazon Detective',
    pricingPage: 'https://aws.amazon.com/detective/pricing/',
    readOn: '2026-11-25',
    resources: {
      'aws:detective/graph:Graph': accountSetting('data taken in from CloudTrail, VPC, GuardDuty and EKS'),
      'aws:detective/invitationAccepter:InvitationAccepter': accountSetting(
        'adds accounts whose data is taken in',
        'C',
      ),
      'aws:detective/member:Member': accountSetting('adds accounts whose data is taken in', 'C'),
      'aws:detective/organizationAdminAccount:OrganizationAdminAccount': accountSetting(
        'adds accounts whose data is taken in',
        'C',
      ),
      'aws:detective/organizationConfiguration:OrganizationConfiguration': accountSetting(
        'adds accounts whose data is taken in',
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
    product: 'AWS Direct Connect',
    pricingPage: 'https://aws.amazon.com/directconnect/pricing/',
    readOn: '2026-11-25',
    resources: {
      'aws:directconnect/connection:Connection': byTime(
        'port hours by bandwidth, the line itself is sold by a partner',
      ),
      'aws:directconnect/connectionConfirmation:ConnectionConfirmation': thirdParty(
        "AWS Direct Connect, the partner, a partner's line and port hours, billed to the account that accepts",
      ),
      'aws:directconnect/gatewayAssociation:GatewayAssociation': byTime(
        'an association with a transit gateway is an attachment hour, with a virtual gateway nothing',
      ),
      'aws:directconnect/hostedConnection:HostedConnection': thirdParty(
        "AWS Direct Connect, the partner, a partner's line and port hours, billed to the account that accepts",
      ),
      'aws:directconnect/hostedPrivateVirtualInterface:HostedPrivateVirtualInterface': byUse('data out through it'),
      'aws:directconnect/hostedPrivateVirtualInterfaceAccepter:HostedPrivateVirtualInterfaceAccepter':
        byUse('data out through it'),
      'aws:directconnect/hostedPublicVirtualInterface:HostedPublicVirtualInterface': byUse('data out through it'),
      'aws:directconnect/hostedPublicVirtualInterfaceAccepter:HostedPublicVirtualInterfaceAccepter':
        byUse('data out through it'),
      'aws:directconnect/hostedTransitVirtualInterface:HostedTransitVirtualInterface': byUse('data out through it'),
      'aws:directconnect/hostedTransitVirtualInterfaceAcceptor:HostedTransitVirtualInterfaceAcceptor':
        byUse('data out through it'),
      'aws:directconnect/linkAggregationGroup:LinkAggregationGroup': through(
        'aws:directconnect/connection:Connection',
        'billed by its connections',
      ),
      'aws:directconnect/privateVirtualInterface:PrivateVirtualInterface': byUse('data out through it'),
      'aws:directconnect/publicVirtualInterface:PublicVirtualInterface': byUse('data out through it'),
      'aws:directconnect/transitVirtualInterface:TransitVirtualInterface': byUse('data out through it'),
      ...free('directconnect', 'bgpPeer connectionAssociation gateway gatewayAssociationProposal macsecKeyAssociation'),
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
    product: 'Amazon Aurora DSQL',
    pricingPage: 'https://aws.amazon.com/rds/aurora/dsql/pricing/',
    readOn: '2026-11-25',
    resources: {
      'aws:dsql/cluster:Cluster': byUse('units of work and storage'),
      'aws:dsql/clusterPeering:ClusterPeering': through('aws:dsql/cluster:Cluster', 'replicated writes'),
      ...free('dsql', 'clusterPolicy'),
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
    product: 'AWS Elastic Beanstalk',
    pricingPage: 'https://aws.amazon.com/elasticbeanstalk/pricing/',
    readOn: '2026-11-25',
    resources: {
      'aws:elasticbeanstalk/environment:Environment': contents(
        'creates instances, groups, balancers and databases that the plan does not show, instance type and environment type are in its settings',
      ),
      ...free('elasticbeanstalk', 'application applicationVersion configurationTemplate'),
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
    product: 'Amazon EMR',
    pricingPage: 'https://aws.amazon.com/emr/pricing/',
    readOn: '2026-11-25',
    resources: {
      'aws:emr/cluster:Cluster': byTime('instances plus the EMR surcharge'),
      'aws:emr/instanceFleet:InstanceFleet': through('aws:emr/cluster:Cluster', 'instances of the cluster'),
      'aws:emr/instanceGroup:InstanceGroup': through('aws:emr/cluster:Cluster', 'instances of the cluster'),
      ...free(
        'emr',
        `
        blockPublicAccessConfiguration managedScalingPolicy securityConfiguration studio studioSessionMapping
      `,
      ),
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
    product: 'AWS Fault Injection Service',
    pricingPage: 'https://aws.amazon.com/fis/pricing/',
    readOn: '2026-11-25',
    resources: {
      'aws:fis/experimentTemplate:ExperimentTemplate': byUse('action minutes of each run'),
      ...free('fis', 'safetyLeverState targetAccountConfiguration'),
    },
  },
  {
    product: 'AWS',
    pricingPage: 'https://aws.amazon.com/firewall-manager/pricing/',
    readOn: '2026-11-25',
    resources: {
      'aws:fms/policy:Policy': byTime(
        'AWS Firewall Manager, AWS Marketplace, monthly fee for each policy and Region, and what it makes in accounts, third-party firewalls and rule groups are Marketplace subscriptions',
      ),
      ...free('fms', 'adminAccount resourceSet'),
    },
  },
  {
    product: 'Amazon GameLift Servers',
    pricingPage: 'https://aws.amazon.com/gamelift/pricing/',
    readOn: '2026-11-25',
    resources: {
      'aws:gamelift/fleet:Fleet': byTime('instances by type'),
      'aws:gamelift/gameServerGroup:GameServerGroup': byTime(
        'Amazon EC2, instances of an Auto Scaling group that it makes',
      ),
      ...free('gamelift', 'alias build gameSessionQueue script', 'C'),
    },
  },
  {
    product: 'Amazon S3 Glacier',
    pricingPage: 'https://aws.amazon.com/s3/glacier/pricing/',
    readOn: '2026-11-25',
    resources: {
      'aws:glacier/vault:Vault': byUse('GB and requests'),
      ...free('glacier', 'vaultLock'),
    },
  },
  {
    product: 'Amazon Managed Grafana',
    pricingPage: 'https://aws.amazon.com/grafana/pricing/',
    readOn: '2026-11-25',
    resources: {
      'aws:grafana/licenseAssociation:LicenseAssociation': thirdParty(
        'Amazon Managed Grafana, AWS Marketplace, a full Enterprise licence is bought through Marketplace, the plugins option is billed by AWS for each user',
      ),
      'aws:grafana/roleAssociation:RoleAssociation': subscription(
        'makes users of the workspace who are billed when active',
      ),
      'aws:grafana/workspace:Workspace': subscription(
        'each active editor and viewer a month, Enterprise plugins add a fee for each user',
      ),
      'aws:grafana/workspaceApiKey:WorkspaceApiKey': subscription('a key or a service account counts as a user', 'C'),
      'aws:grafana/workspaceServiceAccount:WorkspaceServiceAccount': subscription(
        'a key or a service account counts as a user',
        'C',
      ),
      'aws:grafana/workspaceServiceAccountToken:WorkspaceServiceAccountToken': subscription(
        'a key or a service account counts as a user',
        'C',
      ),
      ...free('grafana', 'workspaceSamlConfiguration'),
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
    product: 'Amazon EC2',
    pricingPage: 'https://aws.amazon.com/image-builder/',
    readOn: '2026-11-25',
    resources: {
      'aws:imagebuilder/image:Image': once('build instances and then snapshots or images stored'),
      'aws:imagebuilder/imagePipeline:ImagePipeline': byUse('builds on a schedule: instances, snapshots, scans'),
      ...free(
        'imagebuilder',
        `
        component containerRecipe distributionConfiguration imageRecipe infrastructureConfiguration
        lifecyclePolicy workflow
      `,
      ),
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
    product: 'Amazon Inspector',
    pricingPage: 'https://aws.amazon.com/inspector/pricing/',
    readOn: '2026-11-25',
    resources: {
      'aws:inspector2/enabler:Enabler': accountSetting('scans instances, images and functions of the account'),
      'aws:inspector2/organizationConfiguration:OrganizationConfiguration': accountSetting(
        'switches scans on in other accounts',
      ),
      ...free('inspector2', 'delegatedAdminAccount filter memberAssociation', 'C'),
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
    product: 'AWS IoT Core',
    pricingPage: 'https://aws.amazon.com/iot-core/pricing/',
    readOn: '2026-11-25',
    resources: {
      'aws:iot/eventConfigurations:EventConfigurations': byUse('extra messages and logs', 'C'),
      'aws:iot/indexingConfiguration:IndexingConfiguration': accountSetting(
        'fleet indexing bills updates and queries of all things',
      ),
      'aws:iot/loggingOptions:LoggingOptions': byUse('extra messages and logs', 'C'),
      'aws:iot/topicRule:TopicRule': byUse('rules triggered and actions'),
      ...free(
        'iot',
        `
        authorizer billingGroup caCertificate certificate domainConfiguration policy policyAttachment
        provisioningTemplate roleAlias thing thingGroup thingGroupMembership thingPrincipalAttachment thingType
        topicRuleDestination
      `,
      ),
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
    product: 'Amazon Keyspaces',
    pricingPage: 'https://aws.amazon.com/keyspaces/pricing/',
    readOn: '2026-11-25',
    resources: {
      'aws:keyspaces/table:Table': byTime('provisioned capacity or requests, storage, backups'),
      ...free('keyspaces', 'keyspace'),
    },
  },
  {
    product: 'Amazon Managed Service for Apache Flink',
    pricingPage: 'https://aws.amazon.com/managed-service-apache-flink/pricing/',
    readOn: '2026-11-25',
    resources: {
      'aws:kinesisanalyticsv2/application:Application': byTime('processing units while it runs, and storage'),
      'aws:kinesisanalyticsv2/applicationSnapshot:ApplicationSnapshot': byUse('GB of snapshots'),
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
    product: 'Amazon Lightsail',
    pricingPage: 'https://aws.amazon.com/lightsail/pricing/',
    readOn: '2026-11-25',
    resources: {
      'aws:lightsail/bucket:Bucket': byTime('monthly bundle'),
      'aws:lightsail/containerService:ContainerService': byTime('power and scale by the hour'),
      'aws:lightsail/containerServiceDeploymentVersion:ContainerServiceDeploymentVersion': through(
        'aws:lightsail/containerService:ContainerService',
        'deploys on the service',
      ),
      'aws:lightsail/database:Database': byTime(
        'bundle by the hour up to a monthly price, some blueprints carry a licence',
      ),
      'aws:lightsail/disk:Disk': byTime('GB a month'),
      'aws:lightsail/distribution:Distribution': byTime('monthly bundle'),
      'aws:lightsail/instance:Instance': byTime(
        'bundle by the hour up to a monthly price, some blueprints carry a licence',
      ),
      'aws:lightsail/lb:Lb': byTime('monthly bundle'),
      'aws:lightsail/staticIp:StaticIp': byTime('billed only while not attached'),
      ...free(
        'lightsail',
        `
        bucketAccessKey bucketResourceAccess certificate disk_attachment instancePublicPorts keyPair lbAttachment
        lbCertificate lbCertificateAttachment lbHttpsRedirectionPolicy lbStickinessPolicy staticIpAttachment
      `,
      ),
      ...free('lightsail', 'domain domainEntry', 'C'),
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
    product: 'Amazon Macie',
    pricingPage: 'https://aws.amazon.com/macie/pricing/',
    readOn: '2026-11-25',
    resources: {
      'aws:macie2/account:Account': accountSetting('each bucket a day and sampled data'),
      'aws:macie2/classificationJob:ClassificationJob': byUse('each GB inspected'),
      'aws:macie2/member:Member': accountSetting('switches it on in other accounts'),
      'aws:macie2/organizationAdminAccount:OrganizationAdminAccount': accountSetting(
        'switches it on in other accounts',
      ),
      'aws:macie2/organizationConfiguration:OrganizationConfiguration': accountSetting(
        'switches it on in other accounts',
      ),
      ...free('macie2', 'classificationExportConfiguration invitationAccepter'),
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
    product: 'Amazon Neptune Analytics',
    pricingPage: 'https://aws.amazon.com/neptune/pricing/',
    readOn: '2026-11-25',
    resources: {
      'aws:neptunegraph/graph:Graph': byTime('memory units an hour'),
      'aws:neptunegraph/privateGraphEndpoint:PrivateGraphEndpoint': byTime('an interface endpoint an hour'),
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
    product: 'AWS Cloud WAN',
    pricingPage: 'https://aws.amazon.com/cloud-wan/pricing/',
    readOn: '2026-11-25',
    resources: {
      'aws:networkmanager/attachmentAccepter:AttachmentAccepter': through(
        'aws:networkmanager/vpcAttachment:VpcAttachment',
        'accepts an attachment',
        'C',
      ),
      'aws:networkmanager/connectAttachment:ConnectAttachment': byTime('attachment hours and data'),
      'aws:networkmanager/coreNetwork:CoreNetwork': byTime('each edge of each Region an hour'),
      'aws:networkmanager/coreNetworkPolicyAttachment:CoreNetworkPolicyAttachment': through(
        'aws:networkmanager/coreNetwork:CoreNetwork',
        'its edge locations decide how many hours are billed',
      ),
      'aws:networkmanager/dxGatewayAttachment:DxGatewayAttachment': byTime('attachment hours and data'),
      'aws:networkmanager/siteToSiteVpnAttachment:SiteToSiteVpnAttachment': byTime('attachment hours and data'),
      'aws:networkmanager/transitGatewayPeering:TransitGatewayPeering': byTime('attachment hours and data'),
      'aws:networkmanager/transitGatewayRouteTableAttachment:TransitGatewayRouteTableAttachment':
        byTime('attachment hours and data'),
      'aws:networkmanager/vpcAttachment:VpcAttachment': byTime('attachment hours and data'),
      ...free(
        'networkmanager',
        `
        attachmentRoutingPolicyLabel connectPeer connection customerGatewayAssociation device globalNetwork link
        linkAssociation prefixListAssociation site transitGatewayConnectPeerAssociation
        transitGatewayRegistration
      `,
      ),
    },
  },
  {
    product: 'Amazon CloudWatch',
    pricingPage: 'https://aws.amazon.com/cloudwatch/pricing/',
    readOn: '2026-11-25',
    resources: {
      'aws:networkmonitor/monitor:Monitor': byTime('each monitored path an hour'),
      'aws:networkmonitor/probe:Probe': byTime('each monitored path an hour'),
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
    product: 'Amazon OpenSearch Ingestion',
    pricingPage: 'https://aws.amazon.com/opensearch-service/pricing/',
    readOn: '2026-11-25',
    resources: {
      'aws:opensearchingest/pipeline:Pipeline': byTime('capacity units from minUnits to maxUnits'),
      'aws:opensearchingest/pipelineEndpoint:PipelineEndpoint': byTime('an interface endpoint an hour', 'C'),
      ...free('opensearchingest', 'resourcePolicy'),
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
    product: 'Amazon Q Business',
    pricingPage: 'https://aws.amazon.com/q/business/pricing/',
    readOn: '2026-11-25',
    resources: {
      'aws:qbusiness/application:Application': subscription('each user a month by tier, and index units'),
    },
  },
  {
    product: 'Amazon QLDB',
    pricingPage: 'https://aws.amazon.com/qldb/pricing/',
    readOn: '2026-11-25',
    resources: {
      'aws:qldb/ledger:Ledger': byUse('storage and I/O (service ended 2025-07)'),
      'aws:qldb/stream:Stream': byUse('feeds a Kinesis stream (service ended 2025-07)', 'C'),
    },
  },
  {
    product: 'Amazon QuickSight',
    pricingPage: 'https://aws.amazon.com/quicksight/pricing/',
    readOn: '2026-11-25',
    resources: {
      'aws:quicksight/accountSubscription:AccountSubscription': subscription(
        'opens the account, seats, sessions and extra fees are billed a month',
      ),
      'aws:quicksight/dataSet:DataSet': byUse('SPICE capacity above what seats include'),
      'aws:quicksight/ingestion:Ingestion': byUse('SPICE capacity above what seats include'),
      'aws:quicksight/roleMembership:RoleMembership': subscription('every member of the group gets a seat of the role'),
      'aws:quicksight/user:User': subscription('a seat a month by userRole'),
      ...free(
        'quicksight',
        `
        accountSettings analysis customPermissions dashboard dataSource folder folderMembership group
        groupMembership iamPolicyAssignment ipRestriction keyRegistration namespace refreshSchedule
        roleCustomPermission template templateAlias theme userCustomPermission vpcConnection
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
    product: 'Amazon CloudWatch RUM',
    pricingPage: 'https://aws.amazon.com/cloudwatch/pricing/',
    readOn: '2026-11-25',
    resources: {
      'aws:rum/appMonitor:AppMonitor': byUse('events of the sampled sessions, a log copy is billed too'),
      'aws:rum/metricsDestination:MetricsDestination': byUse('extended metrics are custom metrics'),
    },
  },
  {
    product: 'Amazon S3',
    pricingPage: 'https://aws.amazon.com/s3/pricing/',
    readOn: '2026-11-25',
    resources: {
      'aws:s3control/accessGrant:AccessGrant': byUse('credential requests'),
      'aws:s3control/accessGrantsInstance:AccessGrantsInstance': byUse('credential requests'),
      'aws:s3control/bucket:Bucket': subscription('storage of an Outposts rack that is bought for three years', 'C'),
      'aws:s3control/multiRegionAccessPoint:MultiRegionAccessPoint': byUse('each GB routed, and acceleration'),
      'aws:s3control/objectLambdaAccessPoint:ObjectLambdaAccessPoint': byUse('GB returned, and Lambda'),
      'aws:s3control/storageLensConfiguration:StorageLensConfiguration': byUse(
        'free metrics cost nothing, advanced metrics bill objects',
      ),
      ...free(
        's3control',
        `
        accessGrantsInstanceResourcePolicy accessGrantsLocation accessPointPolicy bucketLifecycleConfiguration
        bucketPolicy directoryBucketAccessPointScope multiRegionAccessPointPolicy multiRegionAccessPointRoutes
        objectLambdaAccessPointPolicy
      `,
      ),
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
    product: 'Amazon EventBridge',
    pricingPage: 'https://aws.amazon.com/eventbridge/pricing/',
    readOn: '2026-11-25',
    resources: {
      'aws:schemas/discoverer:Discoverer': byUse('events looked at'),
      ...free('schemas', 'registry registryPolicy schema'),
    },
  },
  {
    product: 'AWS Security Hub',
    pricingPage: 'https://aws.amazon.com/security-hub/pricing/',
    readOn: '2026-11-25',
    resources: {
      'aws:securityhub/account:Account': accountSetting('checks and findings of the account'),
      'aws:securityhub/accountV2:AccountV2': accountSetting('resources of the account a month', 'C'),
      'aws:securityhub/automationRule:AutomationRule': byUse('rule evaluations beyond a free number', 'C'),
      'aws:securityhub/automationRuleV2:AutomationRuleV2': notFound('new version, no price seen', 'D'),
      'aws:securityhub/configurationPolicy:ConfigurationPolicy': accountSetting('switches checks on in other accounts'),
      'aws:securityhub/configurationPolicyAssociation:ConfigurationPolicyAssociation': accountSetting(
        'switches checks on in other accounts',
      ),
      'aws:securityhub/connectorV2:ConnectorV2': notFound('new version, no price seen', 'D'),
      'aws:securityhub/featureV2:FeatureV2': accountSetting('a paid or preview feature, no price seen', 'D'),
      'aws:securityhub/member:Member': accountSetting('switches checks on in other accounts'),
      'aws:securityhub/organizationAdminAccount:OrganizationAdminAccount': accountSetting(
        'switches checks on in other accounts',
      ),
      'aws:securityhub/organizationConfiguration:OrganizationConfiguration': accountSetting(
        'switches checks on in other accounts',
      ),
      'aws:securityhub/productSubscription:ProductSubscription': thirdParty(
        "AWS Security Hub, AWS Marketplace, findings of a partner's product, which may be a Marketplace subscription, findings are billed",
      ),
      'aws:securityhub/standardsControl:StandardsControl': byUse('one check of a standard on or off'),
      'aws:securityhub/standardsControlAssociation:StandardsControlAssociation': byUse(
        'one check of a standard on or off',
      ),
      'aws:securityhub/standardsSubscription:StandardsSubscription': accountSetting('checks of a standard'),
      ...free('securityhub', 'actionTarget aggregatorV2 findingAggregator insight inviteAccepter'),
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
    product: 'Amazon Route 53',
    pricingPage: 'https://aws.amazon.com/cloud-map/pricing/',
    readOn: '2026-11-25',
    resources: {
      'aws:servicediscovery/instance:Instance': byTime(
        'AWS Cloud Map, each registered resource a month, and its health check',
      ),
      'aws:servicediscovery/privateDnsNamespace:PrivateDnsNamespace': byTime('creates a Route 53 zone, billed a month'),
      'aws:servicediscovery/publicDnsNamespace:PublicDnsNamespace': byTime('creates a Route 53 zone, billed a month'),
      'aws:servicediscovery/service:Service': through(
        'aws:servicediscovery/instance:Instance',
        'a health check here is one for each instance',
      ),
      ...free('servicediscovery', 'httpNamespace'),
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
    product: 'AWS Storage Gateway',
    pricingPage: 'https://aws.amazon.com/storagegateway/pricing/',
    readOn: '2026-11-25',
    resources: {
      'aws:storagegateway/cachesIscsiVolume:CachesIscsiVolume': byUse('data written and stored'),
      'aws:storagegateway/fileSystemAssociation:FileSystemAssociation': through(
        'aws:storagegateway/gateway:Gateway',
        'part of a gateway',
      ),
      'aws:storagegateway/gateway:Gateway': byUse('data written, a gateway for FSx bills hours'),
      'aws:storagegateway/nfsFileShare:NfsFileShare': byUse('data written and stored'),
      'aws:storagegateway/smbFileShare:SmbFileShare': byUse('data written and stored'),
      'aws:storagegateway/storedIscsiVolume:StoredIscsiVolume': byUse('data written and stored'),
      ...free('storagegateway', 'cache tapePool uploadBuffer workingStorage'),
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
    product: 'Amazon Timestream',
    pricingPage: 'https://docs.aws.amazon.com/timestream/latest/developerguide/timestream-for-influx-rr-licensing.html',
    readOn: '2026-11-25',
    resources: {
      'aws:timestreaminfluxdb/dbCluster:DbCluster': thirdParty(
        'Amazon Timestream, AWS Marketplace, instances and storage, and a read-replica licence by the hour from Marketplace',
      ),
      'aws:timestreaminfluxdb/dbInstance:DbInstance': byTime('instance and storage'),
    },
  },
  {
    product: 'Amazon Timestream',
    pricingPage: 'https://aws.amazon.com/timestream/pricing/',
    readOn: '2026-11-25',
    resources: {
      'aws:timestreamquery/scheduledQuery:ScheduledQuery': byUse('compute units of queries'),
    },
  },
  {
    product: 'Amazon Timestream',
    pricingPage: 'https://aws.amazon.com/timestream/pricing/',
    readOn: '2026-11-25',
    resources: {
      'aws:timestreamwrite/table:Table': byUse('writes and storage'),
      ...free('timestreamwrite', 'database'),
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
    product: 'AWS Verified Access',
    pricingPage: 'https://aws.amazon.com/verified-access/pricing/',
    readOn: '2026-11-25',
    resources: {
      'aws:verifiedaccess/endpoint:Endpoint': byTime('each application an hour and data'),
      'aws:verifiedaccess/instanceLoggingConfiguration:InstanceLoggingConfiguration': byUse(
        'logs that other services bill',
      ),
      ...free('verifiedaccess', 'group instance instanceTrustProviderAttachment trustProvider', 'C'),
    },
  },
  {
    product: 'Amazon Verified Permissions',
    pricingPage: 'https://aws.amazon.com/verified-permissions/pricing/',
    readOn: '2026-11-25',
    resources: {
      'aws:verifiedpermissions/policyStore:PolicyStore': byUse('authorization requests'),
      ...free('verifiedpermissions', 'identitySource policy policyTemplate schema'),
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
    product: 'Amazon VPC Lattice',
    pricingPage: 'https://aws.amazon.com/vpc/lattice/pricing/',
    readOn: '2026-11-25',
    resources: {
      'aws:vpclattice/accessLogSubscription:AccessLogSubscription': byUse('logs that other services bill'),
      'aws:vpclattice/resourceConfiguration:ResourceConfiguration': through(
        'aws:vpclattice/serviceNetworkResourceAssociation:ServiceNetworkResourceAssociation',
        'billed when it is associated or used',
      ),
      'aws:vpclattice/resourceGateway:ResourceGateway': byUse('data processed through it'),
      'aws:vpclattice/service:Service': byTime('each service an hour, data and requests'),
      'aws:vpclattice/serviceNetworkResourceAssociation:ServiceNetworkResourceAssociation': byTime(
        'each resource an hour and data',
      ),
      ...free(
        'vpclattice',
        `
        authPolicy domainVerification listener listenerRule resourcePolicy serviceNetwork
        serviceNetworkServiceAssociation serviceNetworkVpcAssociation targetGroup targetGroupAttachment
      `,
      ),
    },
  },
  {
    product: 'AWS WAF Classic',
    pricingPage: 'https://aws.amazon.com/waf/pricing/',
    readOn: '2026-11-25',
    resources: {
      'aws:waf/rateBasedRule:RateBasedRule': byTime('each rule in an ACL a month'),
      'aws:waf/rule:Rule': byTime('each rule in an ACL a month'),
      'aws:waf/ruleGroup:RuleGroup': byTime('each group a month'),
      'aws:waf/webAcl:WebAcl': thirdParty(
        'AWS WAF, AWS Marketplace, monthly fee, rules, requests, rules of type GROUP are Marketplace subscriptions',
      ),
      ...free(
        'waf',
        `
        byteMatchSet geoMatchSet ipSet regexMatchSet regexPatternSet sizeConstraintSet sqlInjectionMatchSet
        xssMatchSet
      `,
      ),
    },
  },
  {
    product: 'AWS WAF Classic',
    pricingPage: 'https://aws.amazon.com/waf/pricing/',
    readOn: '2026-11-25',
    resources: {
      'aws:wafregional/rateBasedRule:RateBasedRule': byTime('each rule in an ACL a month'),
      'aws:wafregional/rule:Rule': byTime('each rule in an ACL a month'),
      'aws:wafregional/ruleGroup:RuleGroup': byTime('each group a month'),
      'aws:wafregional/webAcl:WebAcl': thirdParty(
        'AWS WAF, AWS Marketplace, monthly fee, rules, requests, rules of type GROUP are Marketplace subscriptions',
      ),
      ...free(
        'wafregional',
        `
        byteMatchSet geoMatchSet ipSet regexMatchSet regexPatternSet sizeConstraintSet sqlInjectionMatchSet
        webAclAssociation xssMatchSet
      `,
      ),
    },
  },
  {
    product: 'Amazon WorkMail',
    pricingPage: 'https://aws.amazon.com/workmail/pricing/',
    readOn: '2026-11-25',
    resources: {
      'aws:workmail/organization:Organization': through('aws:workmail/user:User', 'no fee without users'),
      'aws:workmail/user:User': subscription('each mailbox a month'),
      ...free('workmail', 'defaultDomain domain group'),
    },
  },
  {
    product: 'Amazon WorkSpaces',
    pricingPage: 'https://aws.amazon.com/workspaces/pricing/',
    readOn: '2026-11-25',
    resources: {
      'aws:workspaces/directory:Directory': byUse(
        'Simple AD and AD Connector are free while used with WorkSpaces, else billed as a directory',
      ),
      'aws:workspaces/pool:Pool': byTime('streaming instances by the hour, and a monthly user fee for Windows'),
      'aws:workspaces/workspace:Workspace': subscription(
        'monthly price by bundle and user, or a monthly base and hours',
      ),
      ...free('workspaces', 'connectionAlias ipGroup'),
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
