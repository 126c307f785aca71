import type { Reading } from '../../reading';
import type { Charge } from '../charge';
import type { Metering } from '../service';
import { assume } from '../usage';

export const TRACES = { monthlyTraces: assume(0, 50_000, 'traces a month, where tracing is active') };

/** AWS X-Ray bills what a service traces. */
export function traces(metering: Metering<'monthlyTraces'>, active: Reading<boolean>): Charge[] {
  if (active.state === 'absent' || (active.state === 'known' && !active.value)) return [];
  return [metering.under('AWS X-Ray').usage('Traces recorded', 'xray/trace-recorded', 'monthlyTraces')];
}

export const LOGS = { logsGb: assume(0, 5, 'GB a month of logs that it sends to CloudWatch') };

/**
 * Logs that a service sends to CloudWatch, into groups that it makes itself. A group of the plan counts what goes into it: then
 * `folder`, with which their names begin, finds it.
 */
export function logs(metering: Metering<'logsGb'>, kinds: Reading<readonly unknown[]>, folder: string): Charge[] {
  if (kinds.state === 'absent' || (kinds.state === 'known' && kinds.value.length === 0)) return [];
  const hasGroup = metering.others('aws:cloudwatch/logGroup:LogGroup').some(({ properties }) => {
    const name = properties.text('name');
    return name.state === 'known' && name.value.startsWith(folder);
  });
  if (hasGroup) return [];
  return [metering.under('Amazon CloudWatch').usage('Logs ingested', 'cloudwatch/logs-ingest-standard.gb', 'logsGb')];
}
