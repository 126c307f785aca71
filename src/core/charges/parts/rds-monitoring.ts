import type { Properties } from '../../properties';
import { absent, type Maybe, mapReading, type Reading, withDefault } from '../../reading';
import type { Charge } from '../charge';
import { type Metering, times } from '../service';
import { vcpusOf } from './instance-size';
import { orElse } from './rds-engine';

/* What watching a database of RDS or Aurora costs. */

/** Seven days of Performance Insights are free. Each month of longer retention is billed by the vCPU, the first at more. */
export function insights(metering: Metering, instanceClass: Reading<string>, cluster?: Properties): Charge[] {
  const { properties } = metering;
  const asked = orElse(properties.text('databaseInsightsMode'), cluster?.text('databaseInsightsMode') ?? absent);
  const mode = withDefault(asked, 'standard');
  if (mode.state !== 'known' || mode.value === 'advanced') {
    const key = mapReading(mode, () => 'cloudwatch/database-insights-advanced.vcpu-hour');
    const vcpus = vcpusOf(instanceClass);
    return [metering.under('Amazon CloudWatch').hourly('Database Insights, advanced', key, vcpus)];
  }
  const enabled = withDefault(properties.flag('performanceInsightsEnabled'), false);
  if (enabled.state === 'known' && !enabled.value) return [];
  const days = withDefault(properties.quantity('performanceInsightsRetentionPeriod'), 7); // the provider's default
  if (days.state === 'known' && days.value <= 7) return [];
  const kept = enabled.state === 'known' ? days : enabled;
  const month = (what: string, key: string, months: Maybe<number>) =>
    metering.monthly(
      what,
      `rds/performance-insights-${key}.vcpu-month`,
      times(vcpusOf(instanceClass), months),
      'vCPUs',
    );
  const further = mapReading(kept, (count) => Math.round(count / 31) - 1);
  return [
    month(
      'Performance Insights, first month of retention',
      'first-paid-month-retention',
      mapReading(kept, () => 1),
    ),
    month('Performance Insights, further months', 'long', further),
  ];
}

/** Enhanced Monitoring writes a record into CloudWatch Logs every so many seconds. It is off by default. */
export function monitoring(metering: Metering<'monitoringKb'>, instances = 1): Charge[] {
  const interval = withDefault(metering.properties.quantity('monitoringInterval'), 0);
  if (interval.state === 'known' && interval.value === 0) return [];
  const gb = mapReading(interval, (seconds) => (instances * SECONDS_PER_MONTH) / seconds / KB_PER_GB);
  const logged = metering.under('Amazon CloudWatch');
  return [logged.usage('Enhanced Monitoring', 'cloudwatch/logs-ingest-standard.gb', 'monitoringKb', gb)];
}

const SECONDS_PER_MONTH = 730 * 3600;

const KB_PER_GB = 1024 * 1024;
