import type { Properties } from '../../properties';
import { known, type Maybe, mapReading, type Reading, unknown, withDefault } from '../../reading';
import { type Bill, fromTo, priced, type Service } from '../service';
import { assume } from '../usage';

/** Amazon CloudWatch: log ingestion and storage, alarms, dashboards, metric streams and canaries. */
export const cloudwatch: Service = {
  product: 'Amazon CloudWatch',
  pricingPage: 'https://aws.amazon.com/cloudwatch/pricing/',
  readOn: '2026-11-24',
  resources: {
    'aws:cloudwatch/logGroup:LogGroup': priced(
      { ingestedGb: assume(0, 10, 'GB a month'), storedGb: assume(0, 10, 'GB') },
      (bill) => [
        bill.usage('Log ingestion', ingestion(bill.properties), 'ingestedGb'),
        bill.usage('Log storage', 'cloudwatch/logs-storage.gb-month', 'storedGb'),
      ],
    ),

    'aws:cloudwatch/metricAlarm:MetricAlarm': priced({}, (bill) => {
      const metrics = alarmMetrics(bill.properties);
      return [bill.monthly('Alarm', alarmPrice(bill.properties), metrics, 'alarm metrics')];
    }),
    'aws:cloudwatch/compositeAlarm:CompositeAlarm': priced({}, (bill) => [
      bill.monthly('Composite alarm', 'cloudwatch/alarm-composite.month', 1, 'alarms'),
    ]),

    // The first three dashboards of an account are free; whether this is one of them cannot be told.
    'aws:cloudwatch/dashboard:Dashboard': priced({}, (bill) => [
      bill.monthly('Dashboard', 'cloudwatch/dashboard.month', fromTo(0, 1), 'dashboards'),
    ]),

    'aws:cloudwatch/metricStream:MetricStream': priced(
      { metricUpdates: assume(0, 10_000_000, 'metric updates a month') },
      (bill) => [bill.usage('Metric stream', 'cloudwatch/metric-stream.update', 'metricUpdates')],
    ),

    'aws:synthetics/canary:Canary': priced({ runs: assume(0, 44_000, 'runs a month') }, (bill) => {
      const runs = runsPerMonth(bill);
      return [
        runs === undefined
          ? bill.usage('Canary', 'cloudwatch/canary.run', 'runs')
          : bill.monthly('Canary', 'cloudwatch/canary.run', fromTo(starts(bill) ? runs : 0, runs), 'runs a month'),
      ];
    }),
  },
};

/** Standard unless the group says otherwise, as CreateLogGroup documents. */
function ingestion(group: Properties): Maybe<string> {
  const name = withDefault(group.text('logGroupClass'), 'STANDARD');
  if (name.state === 'known' && name.value === 'DELIVERY')
    return unknown('no price is kept for the Delivery log class');
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
    if (item.state !== 'known') return unknown('one of its metric queries is not known');
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

const MINUTES = new Map([
  ['minute', 1],
  ['minutes', 1],
  ['hour', 60],
  ['hours', 60],
]);

/** Runs in a month of 730 hours by a rate expression; a cron expression is left to the owner's figure. */
function runsPerMonth({ properties }: Bill): number | undefined {
  const expression = properties.text('schedule.expression');
  if (expression.state !== 'known') return undefined;
  const [, number, unit = ''] = /^rate\((\d+) (\w+)\)$/.exec(expression.value.trim()) ?? [];
  const minutes = Number(number) * (MINUTES.get(unit) ?? 0);
  return minutes > 0 ? Math.round((730 * 60) / minutes) : undefined;
}

/** A canary that is not started here may be started by hand. */
function starts({ properties }: Bill): boolean {
  const start = properties.flag('startCanary');
  return start.state === 'known' && start.value;
}
