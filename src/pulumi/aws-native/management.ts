import { parts } from './native-properties';
import type { Rows } from './row';

/** What watches, records and deploys. */
export const management = (): Rows => ({
  'applicationinsights:Application': 'aws:applicationinsights/application:Application',
  'aps:Scraper': 'aws:amp/scraper:Scraper',
  'aps:Workspace': 'aws:amp/workspace:Workspace',
  'cloudformation:Stack': 'aws:cloudformation/stack:Stack',
  'cloudformation:StackSet': 'aws:cloudformation/stackSet:StackSet',
  'cloudtrail:EventDataStore': {
    type: 'aws:cloudtrail/eventDataStore:EventDataStore',
    same: 'billingMode retentionPeriod',
  },
  'cloudtrail:Trail': {
    type: 'aws:cloudtrail/trail:Trail',
    same: 'advancedEventSelectors insightSelectors',
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
  'codecommit:Repository': 'aws:codecommit/repository:Repository',
  'configuration:ConfigRule': 'aws:cfg/rule:Rule',
  'configuration:ConformancePack': 'aws:cfg/conformancePack:ConformancePack',
  'controltower:EnabledBaseline': 'aws:controltower/baseline:Baseline',
  'controltower:LandingZone': 'aws:controltower/landingZone:LandingZone',
  'grafana:Workspace': 'aws:grafana/workspace:Workspace',
  'index:ExtensionResource': 'aws:cloudcontrol/resource:Resource', // any type of CloudFormation, by its name
  'logs:LogGroup': { type: 'aws:cloudwatch/logGroup:LogGroup', same: 'logGroupClass' },
  'observabilityadmin:TelemetryRule': 'aws:observabilityadmin/telemetryRule:TelemetryRule',
  'organizations:Organization': 'aws:organizations/organization:Organization',
  'servicecatalog:CloudFormationProvisionedProduct': 'aws:servicecatalog/provisionedProduct:ProvisionedProduct',
  'ssm:Parameter': { type: 'aws:ssm/parameter:Parameter', same: 'tier' },
  'ssmquicksetup:ConfigurationManager': 'aws:ssm/quicksetupConfigurationManager:QuicksetupConfigurationManager',
  'synthetics:Canary': {
    type: 'aws:synthetics/canary:Canary',
    same: 'schedule.expression runConfig.memoryInMb runConfig.activeTracing',
    renamed: { startCanary: 'startCanaryAfterCreation' },
  },
});
