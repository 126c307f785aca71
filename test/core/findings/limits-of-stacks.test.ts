import { describe, expect, test } from 'vitest';
import { settingsOf } from '../../../src/config/read-settings';
import type { Config } from '../../../src/config/schema';
import { assessTogether } from '../../../src/core/assess';
import { aBalance, aCredit, aPlan, NOW } from '../../support/inputs';
import { prices, type ResourceSketch } from '../../support/resources';

/** Of several stacks one may have limits of its own: they are for its own cash, which is the whole run's in part. */

/** $182.50 a month, which credits do not cover. */
const PLAN = {
  type: 'aws:savingsplans/savingsPlan:SavingsPlan',
  name: 'compute',
  properties: { commitment: '0.25', upfrontPaymentAmount: '1314.00' },
};
const NAT = { type: 'aws:ec2/natGateway:NatGateway', name: 'nat' };

type Outlook = NonNullable<NonNullable<Config['policies']>['credit-outlook']>;
type Part = readonly [
  name: string,
  resources: readonly ResourceSketch[],
  outlook: Outlook,
  before?: readonly ResourceSketch[],
];

const settings = (outlook: Outlook, accept: Config['accept'] = []) =>
  settingsOf({ policies: { 'credit-outlook': outlook }, accept });

/** Rule, level and stack of what is said of cash limits. */
function told(ofRun: Outlook, stacks: readonly Part[], accept: Config['accept'] = []) {
  const { findings } = assessTogether({
    plans: stacks.map(([name, resources, outlook, before]) => {
      const plan = aPlan(resources, before);
      return {
        plan: { ...plan, stack: { ...plan.stack, name } },
        settings: settings({ ...ofRun, ...outlook }, accept),
      };
    }),
    balance: aBalance([aCredit({ products: ['Amazon S3'] })]),
    settings: settings(ofRun, accept),
    prices,
    now: NOW,
  });
  return findings
    .filter(({ rule }) => rule === 'monthly-cash' || rule === 'one-time-cash')
    .map(({ rule, level, stack }) => `${rule} ${level} ${stack?.name ?? 'all'}`);
}

describe('a limit of one stack', () => {
  test('is held against its own cash', () => {
    const upTo = (maxOneTimeCash: string) => told({}, [['dev', [PLAN], { maxOneTimeCash }]]);
    expect(upTo('1313.99')).toEqual(['one-time-cash block dev']);
    expect(upTo('1314.00')).toEqual([]);
  });

  test('not against what others pay', () => {
    const none = { maxMonthlyCash: '1.00', maxOneTimeCash: '1.00' };
    expect(
      told({}, [
        ['dev', [], none],
        ['prod', [PLAN, NAT], {}],
      ]),
    ).toEqual([]);
  });

  test('nor against what goes', () => {
    const gone: ResourceSketch = { ...NAT, existing: true, change: 'delete' };
    expect(
      told({}, [
        ['dev', [], { maxMonthlyCash: '1.00' }, [gone]],
        ['prod', [NAT], {}],
      ]),
    ).toEqual([]);
  });

  test('by the month, at both ends of a range', () => {
    // A gateway is $32.85 to $37.35, and no credit covers it.
    const upTo = (maxMonthlyCash: string) =>
      told({}, [
        ['dev', [NAT], { maxMonthlyCash }],
        ['prod', [NAT], {}],
      ]);
    expect(upTo('32.84')).toEqual(['monthly-cash block dev']);
    expect(upTo('32.85')).toEqual(['monthly-cash warn dev']);
    expect(upTo('37.34')).toEqual(['monthly-cash warn dev']);
    expect(upTo('37.35')).toEqual([]);
  });

  test('counts where it is lower than that of the run', () => {
    const of = (maxOneTimeCash: string) =>
      told({ maxOneTimeCash: '100.00' }, [['dev', [PLAN], { maxOneTimeCash }]]).filter((one) => one.endsWith('dev'));
    expect(of('99.99')).toEqual(['one-time-cash block dev']);
    expect(of('100.00')).toEqual([]);
    expect(of('100.01')).toEqual([]);
  });

  test('that of the run holds for all of it', () => {
    const limit = { maxOneTimeCash: '2000.00' };
    expect(
      told(limit, [
        ['dev', [PLAN], {}],
        ['prod', [PLAN], {}],
      ]),
    ).toEqual(['one-time-cash block all']);
    expect(told(limit, [['dev', [PLAN], {}]])).toEqual([]);
  });

  test.each([
    ['the policy is off', { level: 'off' }, []],
    ['the policy warns', { level: 'warn' }, ['one-time-cash warn dev']],
    ['the check is off', { cash: 'off' }, []],
    ['the check warns', { cash: 'warn' }, ['one-time-cash warn dev']],
  ] as const)('%s', (_, outlook, expected) => {
    expect(told({}, [['dev', [PLAN], { maxOneTimeCash: '1.00', ...outlook }]])).toEqual(expected);
  });

  test('what is accepted counts against no limit', () => {
    const accept: Config['accept'] = [
      { policy: 'no-uncovered-upfront-fees', resource: '**', reason: 'planned', maxUsd: '1314.00' },
    ];
    const stacks: readonly Part[] = [['dev', [PLAN], { maxOneTimeCash: '1.00' }]];
    expect(told({}, stacks)).toEqual(['one-time-cash block dev']);
    expect(told({}, stacks, accept)).toEqual([]);
  });
});
