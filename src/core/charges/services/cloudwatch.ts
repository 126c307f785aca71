import type { Properties } from '../../properties';
import { known, type Maybe, mapReading, type Reading, unknown, withDefault } from '../../reading';
import { accountSetting, byUse, free, through } from '../classes';
import { meter, metered, perMonth } from '../meters';
import { countOf, fromTo, priced, type Service } from '../service';
import { assume, fixed } from '../usage';

/** Amazon CloudWatch: log ingestion and storage, alarms, dashboards, and metric streams. */
export const cloudwatch: Service = {
  product: 'Amazon CloudWatch',
  pricingPage: 'https://aws.amazon.com/cloudwatch/pricing/',
  readOn: '2026-11-24',
  resources: {
    'aws:cloudwatch/logGroup:LogGroup': priced(
      { ingestedGb: assume(0, 10, 'GB a month'), storedGb: assume(0, 10, 'GB') },
      (metering) => [
        metering.usage('Log ingestion', ingestion(metering.properties), 'ingestedGb'),
        metering.usage('Log storage', 'cloudwatch/logs-storage.gb-month', 'storedGb'),
      ],
    ),

    'aws:cloudwatch/metricAlarm:MetricAlarm': priced({}, (metering) => {
      const metrics = alarmMetrics(metering.properties);
      return [metering.monthly('Alarm', alarmPrice(metering.properties), metrics, 'alarm metrics')];
    }),
    'aws:cloudwatch/compositeAlarm:CompositeAlarm': priced({}, (metering) => [
      metering.monthly('Composite alarm', 'cloudwatch/alarm-composite.month', 1, 'alarms'),
    ]),

    // The first three dashboards of an account are free; whether this is one of them is not known.
    'aws:cloudwatch/dashboard:Dashboard': priced({}, (metering) => [
      metering.monthly('Dashboard', 'cloudwatch/dashboard.month', fromTo(0, 1), 'dashboards'),
    ]),

    'aws:cloudwatch/metricStream:MetricStream': priced(
      { metricUpdates: assume(0, 10_000_000, 'metric updates a month') },
      (metering) => [metering.usage('Metric stream', 'cloudwatch/metric-stream.update', 'metricUpdates')],
    ),

    'aws:cloudwatch/contributorInsightRule:ContributorInsightRule': perMonth(
      'Contributor Insights rule',
      'cloudwatch/contributor-insights-rule.month',
      'rules',
    ),
    'aws:cloudwatch/contributorManagedInsightRule:ContributorManagedInsightRule': perMonth(
      'Contributor Insights rule',
      'cloudwatch/contributor-insights-rule.month',
      'rules',
    ),
    'aws:cloudwatch/eventConnection:EventConnection': priced({}, (metering) =>
      metering.properties.any('invocationConnectivityParameters').state === 'absent'
        ? [] // a public connection costs nothing
        : [
            metering
              .under('Amazon VPC Lattice')
              .stated(
                'usage',
                'Private connection',
                unknown('no price for data through invocationConnectivityParameters'),
              ),
          ],
    ),
    'aws:cloudwatch/eventEndpoint:EventEndpoint': through(
      'aws:cloudwatch/eventBus:EventBus',
      'events that it replicates are custom events of a bus',
    ),
    'aws:cloudwatch/eventTarget:EventTarget': through(
      'aws:cloudwatch/eventBus:EventBus',
      'what it starts is billed there; events for another account count for its bus',
    ),
    'aws:cloudwatch/internetMonitor:InternetMonitor': priced(
      { cityNetworks: assume(0, 100, 'city-networks beyond those that are free') },
      (metering) => [
        metering.hourly(
          'Monitored resources',
          'cloudwatch/internet-monitor.resource-hour',
          withDefault(countOf(metering.properties.list('resources')), 0),
        ),
        metering.usage('City-networks', 'cloudwatch/internet-monitor.city-network-hour', 'cityNetworks', 730),
      ],
    ),
    'aws:cloudwatch/logAccountPolicy:LogAccountPolicy': accountSetting(
      'acts on all log groups: masking is billed by data, subscriptions feed other services',
    ),
    'aws:cloudwatch/logDataProtectionPolicy:LogDataProtectionPolicy': metered({
      scannedGb: meter('Data masked', 'cloudwatch/logs-data-protection.gb', assume(0, 10, 'GB a month')),
    }),
    'aws:cloudwatch/logDelivery:LogDelivery': metered({
      deliveredGb: meter('Logs delivered', 'cloudwatch/logs-delivery-first10tb.gb', assume(0, 10, 'GB a month')),
    }),
    'aws:cloudwatch/logDeliveryDestination:LogDeliveryDestination': through(
      'aws:cloudwatch/logDelivery:LogDelivery',
      'one end of a delivery',
    ),
    'aws:cloudwatch/logDeliverySource:LogDeliverySource': through(
      'aws:cloudwatch/logDelivery:LogDelivery',
      'one end of a delivery',
    ),
    'aws:cloudwatch/logMetricFilter:LogMetricFilter': priced(
      { metrics: fixed(0, 10, 'metrics, one for each value of its dimensions') },
      (metering) =>
        // Without dimensions a filter makes one metric.
        metering.properties.any('metricTransformation.dimensions').state === 'absent'
          ? [metering.monthly('Custom metric', 'cloudwatch/metric-first10k.metric-month', 1, 'metrics')]
          : [metering.usage('Custom metrics', 'cloudwatch/metric-first10k.metric-month', 'metrics')],
    ),
    'aws:cloudwatch/logS3TableIntegrationSource:LogS3TableIntegrationSource': byUse(
      'Amazon S3 bills the tables it writes',
      'C',
    ),
    'aws:cloudwatch/logStorageTierPolicy:LogStorageTierPolicy': accountSetting(
      'changes the storage price of all log groups',
      'C',
    ),
    'aws:cloudwatch/logTransformer:LogTransformer': byUse('transformation at ingestion, no price seen', 'D'),
    'aws:cloudwatch/otelEnrichment:OtelEnrichment': accountSetting(
      "adds data to the account's telemetry, no price seen",
      'D',
    ),
    ...free(
      'cloudwatch',
      `
        alarmMuteRule eventBusPolicy eventPermission eventRule logDeliveryDestinationPolicy logDestination
        logDestinationPolicy logResourcePolicy logStream logSubscriptionFilter queryDefinition
      `,
    ),
    ...free('cloudwatch', 'logAnomalyDetector logIndexPolicy', 'C'),
  },
};

/** Amazon EventBridge: custom events, archives and API destinations. Rules are free. */
export const eventbridge: Service = {
  product: 'Amazon EventBridge',
  pricingPage: 'https://aws.amazon.com/eventbridge/pricing/',
  readOn: '2026-11-24',
  resources: {
    'aws:cloudwatch/eventBus:EventBus': priced({ customEvents: assume(0, 100_000, 'events a month') }, (metering) => [
      metering.usage('Custom events', 'eventbridge/custom-event.event', 'customEvents'),
    ]),
    'aws:cloudwatch/eventArchive:EventArchive': priced(
      { archivedGb: assume(0, 10, 'GB a month'), storedGb: assume(0, 10, 'GB') },
      (metering) => [
        metering.usage('Events archived', 'eventbridge/archive.gb', 'archivedGb'),
        metering.usage('Archive storage', 'eventbridge/archive-storage.gb-month', 'storedGb'),
      ],
    ),
    'aws:cloudwatch/eventApiDestination:EventApiDestination': priced(
      { invocations: assume(0, 100_000, 'invocations a month') },
      (metering) => [metering.usage('API destination', 'eventbridge/api-destination.request', 'invocations')],
    ),
  },
};

/** Standard unless the group says otherwise, as CreateLogGroup documents. */
function ingestion(group: Properties): Maybe<string> {
  const name = withDefault(group.text('logGroupClass'), 'STANDARD');
  if (name.state === 'known' && name.value === 'DELIVERY') return unknown('no price for the Delivery log class');
  return mapReading(name, (text) => `cloudwatch/logs-ingest-${text === 'INFREQUENT_ACCESS' ? 'ia' : 'standard'}.gb`);
}

const isKnown = (reading: Reading<unknown>): boolean => reading.state === 'known';

/** The parts of a metric alarm that uses metric math; undefined when it watches one metric. */
function queries(alarm: Properties): Maybe<readonly Properties[]> | undefined {
  const items = alarm.items('metricQueries');
  if (items.state === 'absent') return undefined;
  if (items.state === 'unknown') return items;
  const found: Properties[] = [];
  for (const item of items.value) {
    if (item.state !== 'known') return unknown('one of metricQueries is not known');
    found.push(item.value);
  }
  return found.length === 0 ? undefined : known(found);
}

/** Each metric that an alarm looks at is billed; the band of an anomaly detection counts as two more. */
function alarmMetrics(alarm: Properties): Maybe<number> {
  const parts = queries(alarm);
  if (parts === undefined) return known(1);
  if (parts.state === 'unknown') return parts;
  let count = 0;
  for (const part of parts.value) {
    const metric = part.any('metric');
    if (metric.state === 'unknown') return metric;
    if (isKnown(metric)) count += 1;
    const expression = part.text('expression');
    if (expression.state === 'unknown') return expression;
    if (expression.state !== 'known') continue;
    if (/^\s*(SELECT|SEARCH)\b/i.test(expression.value))
      return unknown('its query decides how many metrics it looks at');
    if (expression.value.includes('ANOMALY_DETECTION_BAND')) count += 2;
  }
  return known(count);
}

/** Periods below a minute make a high-resolution alarm. */
function alarmPrice(alarm: Properties): Maybe<string> {
  const parts = queries(alarm);
  if (parts?.state === 'unknown') return parts;
  const periods = [
    alarm.quantity('period'),
    ...(parts?.value ?? []).flatMap((part) => [part.quantity('metric.period'), part.quantity('period')]),
  ];
  const fast = periods.some((period) => period.state === 'known' && period.value < 60);
  const later = periods.find((period) => period.state === 'unknown');
  if (!fast && later?.state === 'unknown') return later;
  return known(`cloudwatch/alarm-${fast ? 'high-resolution' : 'standard'}.alarm-metric-month`);
}
