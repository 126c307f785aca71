import { free } from '../classes';
import { type Bill, fromTo, priced, type Service } from '../service';
import { assume } from '../usage';

/** Amazon CloudWatch Synthetics: runs of canaries. */
export const synthetics: Service = {
  product: 'Amazon CloudWatch',
  pricingPage: 'https://aws.amazon.com/cloudwatch/pricing/',
  readOn: '2026-11-24',
  resources: {
    'aws:synthetics/canary:Canary': priced({ runs: assume(0, 44_000, 'runs a month') }, (bill) => {
      const runs = runsPerMonth(bill);
      return [
        runs === undefined
          ? bill.usage('Canary', 'cloudwatch/canary.run', 'runs')
          : bill.monthly('Canary', 'cloudwatch/canary.run', fromTo(starts(bill) ? runs : 0, runs), 'runs a month'),
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
