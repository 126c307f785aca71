import { byUse, free, through } from '../classes';
import { priced, type Service } from '../service';
import { assume } from '../usage';

/** Amazon Managed Service for Prometheus: samples, storage and collectors. Queries are not counted. */
export const amp: Service = {
  product: 'Amazon Managed Service for Prometheus',
  pricingPage: 'https://aws.amazon.com/prometheus/pricing/',
  readOn: '2026-11-24',
  resources: {
    'aws:amp/workspace:Workspace': priced(
      { samples: assume(0, 100_000_000, 'samples a month'), storageGb: assume(0, 10, 'GB') },
      (metering) => [
        metering.usage('Metric samples', 'prometheus/ingest-first2b.sample', 'samples'),
        metering.usage('Metric storage', 'prometheus/storage.gb-month', 'storageGb'),
      ],
    ),
    'aws:amp/scraper:Scraper': priced({}, (metering) => [
      metering.hourly('Managed collector', 'prometheus/collector.hour'),
    ]),

    'aws:amp/anomalyDetector:AnomalyDetector': byUse("runs on the workspace's metrics", 'C'),
    'aws:amp/queryLoggingConfiguration:QueryLoggingConfiguration': byUse('writes logs that CloudWatch bills'),
    'aws:amp/ruleGroupNamespace:RuleGroupNamespace': byUse('its rules query the workspace: samples processed'),
    'aws:amp/scraperLoggingConfiguration:ScraperLoggingConfiguration': byUse('writes logs that CloudWatch bills'),
    'aws:amp/workspaceConfiguration:WorkspaceConfiguration': through(
      'aws:amp/workspace:Workspace',
      'retention and limits of the workspace',
      'C',
    ),
    ...free('amp', 'alertManagerDefinition resourcePolicy'),
  },
};
