import { known, mapReading, withDefault } from '../../reading';
import { free } from '../classes';
import { TRACES, traces } from '../parts/telemetry';
import { fromTo, type Metering, priced, type Service, times } from '../service';
import { fixed } from '../usage';

const USAGE = {
  runs: fixed(0, 44_000, 'runs a month'),
  runSeconds: fixed(5, 30, 'seconds for each run'),
  ...TRACES,
};

/** Amazon CloudWatch Synthetics: runs of canaries, and the time of their functions. */
export const synthetics: Service = {
  product: 'Amazon CloudWatch',
  pricingPage: 'https://aws.amazon.com/cloudwatch/pricing/',
  readOn: '2026-11-24',
  resources: {
    'aws:synthetics/canary:Canary': priced(USAGE, (metering) => {
      const scheduled = runsPerMonth(metering);
      const runs = scheduled === undefined ? undefined : fromTo(starts(metering) ? scheduled : 0, scheduled);
      // Each run is one of a Lambda function too.
      const memory = mapReading(
        withDefault(metering.properties.quantity('runConfig.memoryInMb'), 1000),
        (mb) => mb / 1024,
      );
      const count = runs ?? known(metering.figure('runs').range);
      const time = metering
        .under('AWS Lambda')
        .usage('Time of canary runs', 'lambda/duration-x86.gb-second', 'runSeconds', times(count, memory));
      return [
        runs === undefined
          ? metering.usage('Canary', 'cloudwatch/canary.run', 'runs')
          : metering.monthly('Canary', 'cloudwatch/canary.run', runs, 'runs a month'),
        runs === undefined ? { ...time, usage: ['runSeconds', 'runs'] } : time,
        ...traces(metering, metering.properties.flag('runConfig.activeTracing')),
      ];
    }),

    ...free('synthetics', 'group groupAssociation'),
  },
};

const MINUTES = new Map([
  ['minute', 1],
  ['minutes', 1],
  ['hour', 60],
  ['hours', 60],
]);

/** Runs in a month of 730 hours by a rate expression; a cron expression is left to the owner's figure. */
function runsPerMonth({ properties }: Metering): number | undefined {
  const expression = properties.text('schedule.expression');
  if (expression.state !== 'known') return undefined;
  const [, number, unit = ''] = /^rate\((\d+) (\w+)\)$/.exec(expression.value.trim()) ?? [];
  const minutes = Number(number) * (MINUTES.get(unit) ?? 0);
  return minutes > 0 ? Math.round((730 * 60) / minutes) : undefined;
}

/** A canary that is not started here may be started by hand. */
function starts({ properties }: Metering): boolean {
  const start = properties.flag('startCanary');
  return start.state === 'known' && start.value;
}
