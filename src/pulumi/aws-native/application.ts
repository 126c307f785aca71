import { parts } from './native-properties';
import { type Row, type Rows, under } from './row';

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

/** Interfaces, events, queues, messages and people. */
export const application = (): Rows => ({
  'amazonmq:Broker': {
    type: 'aws:mq/broker:Broker',
    same: 'engineType hostInstanceType deploymentMode storageType publiclyAccessible logs.general logs.audit',
  },
  // A deployment may make a stage of its own.
  'apigateway:Deployment': {
    type: 'aws:apigateway/stage:Stage',
    renamed: {
      ...under('stageDescription', 'cacheClusterEnabled cacheClusterSize'),
      xrayTracingEnabled: 'stageDescription.tracingEnabled',
    },
  },
  'apigateway:RestApi': 'aws:apigateway/restApi:RestApi',
  'apigateway:Stage': {
    type: 'aws:apigateway/stage:Stage',
    same: 'cacheClusterEnabled cacheClusterSize',
    renamed: { xrayTracingEnabled: 'tracingEnabled' },
  },
  'apigatewayv2:Api': { type: 'aws:apigatewayv2/api:Api', same: 'protocolType' },
  'apigatewayv2:Stage': {
    type: 'aws:apigatewayv2/stage:Stage',
    same: 'defaultRouteSettings.detailedMetricsEnabled',
  },
  'appstream:User': 'aws:appstream/user:User',
  'cognito:UserPool': {
    type: 'aws:cognito/userPool:UserPool',
    same: 'smsConfiguration mfaConfiguration autoVerifiedAttributes userPoolTier userPoolAddOns.advancedSecurityMode',
  },
  'connect:Instance': 'aws:connect/instance:Instance',
  'connect:PhoneNumber': { type: 'aws:connect/phoneNumber:PhoneNumber', same: 'countryCode type' },
  'elasticbeanstalk:Environment': {
    type: 'aws:elasticbeanstalk/environment:Environment',
    renamed: {
      tier: 'tier.name',
      settings: parts('optionSettings', { same: 'namespace value', renamed: { name: 'optionName' } }),
    },
  },
  'events:ApiDestination': 'aws:cloudwatch/eventApiDestination:EventApiDestination',
  'events:Archive': 'aws:cloudwatch/eventArchive:EventArchive',
  'events:Connection': {
    type: 'aws:cloudwatch/eventConnection:EventConnection',
    same: 'invocationConnectivityParameters',
  },
  'events:EventBus': 'aws:cloudwatch/eventBus:EventBus',
  'lambda:Alias': concurrency,
  'lambda:EventSourceMapping': {
    type: 'aws:lambda/eventSourceMapping:EventSourceMapping',
    same: 'provisionedPollerConfig',
  },
  'lambda:Function': {
    type: 'aws:lambda/function:Function',
    same: `
      memorySize architectures capacityProviderConfig ephemeralStorage.size tracingConfig.mode runtime snapStart.applyOn
      durableConfig tenancyConfig
    `,
    renamed: { name: 'functionName', imageUri: 'code.imageUri' },
  },
  'lambda:Version': concurrency,
  'pipes:Pipe': 'aws:pipes/pipe:Pipe',
  'qbusiness:Application': 'aws:qbusiness/application:Application',
  'scheduler:Schedule': 'aws:scheduler/schedule:Schedule',
  'ses:DedicatedIpPool': { type: 'aws:sesv2/dedicatedIpPool:DedicatedIpPool', same: 'scalingMode' },
  'ses:EmailIdentity': 'aws:sesv2/emailIdentity:EmailIdentity',
  'smsvoice:PhoneNumber': 'aws:pinpoint/smsvoicev2PhoneNumber:Smsvoicev2PhoneNumber',
  'smsvoice:Pool': 'aws:pinpoint/smsvoicev2Pool:Smsvoicev2Pool',
  'smsvoice:SenderId': 'aws:pinpoint/smsvoicev2SenderId:Smsvoicev2SenderId',
  'sns:Subscription': { type: 'aws:sns/topicSubscription:TopicSubscription', same: 'protocol' },
  'sns:Topic': { type: 'aws:sns/topic:Topic', same: 'fifoTopic tracingConfig archivePolicy' },
  'sqs:Queue': { type: 'aws:sqs/queue:Queue', same: 'fifoQueue' },
  'ssmcontacts:ContactChannel': {
    type: 'aws:ssmcontacts/contactChannel:ContactChannel',
    renamed: { type: 'channelType' },
  },
  'stepfunctions:StateMachine': {
    type: 'aws:sfn/stateMachine:StateMachine',
    same: 'tracingConfiguration.enabled',
    renamed: { type: 'stateMachineType' },
  },
  'workspaces:Workspace': {
    type: 'aws:workspaces/workspace:Workspace',
    same: `
      workspaceProperties.computeTypeName workspaceProperties.rootVolumeSizeGib workspaceProperties.userVolumeSizeGib
      workspaceProperties.runningMode
    `,
  },
  'workspaces:WorkspacesPool': 'aws:workspaces/pool:Pool',
  'workspacesweb:Portal': 'aws:workspacesweb/portal:Portal',
});
