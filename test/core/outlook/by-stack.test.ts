import { describe, expect, test } from 'vitest';
import { settingsOf } from '../../../src/config/read-settings';
import { assessTogether } from '../../../src/core/assess';
import { exactly, nothing, plain, sum, usd } from '../../../src/core/money';
import { byStack } from '../../../src/core/outlook/by-stack';
import { joinSums, planStream, type Sum } from '../../../src/core/outlook/streams';
import { aBalance, aCredit, aPlan, at } from '../../support/inputs';
import { prices, type ResourceSketch } from '../../support/resources';
import { aGrant, aLedger, aStream } from './support';

const OLD_CLUSTER = { type: 'aws:eks/cluster:Cluster', name: 'jobs', properties: { version: '1.34' } };
const CLUSTER = { type: 'aws:eks/cluster:Cluster', name: 'new', properties: {} };
const settings = settingsOf({ burn: { monthly: { 'Amazon EKS': '500.00' } } });

function months(...stacks: readonly (readonly ResourceSketch[])[]) {
  const { outlook, stacks: parts } = assessTogether({
    plans: stacks.map((resources, i) => {
      const plan = aPlan(resources);
      return { plan: { ...plan, stack: { ...plan.stack, name: `stack-${i}` } }, settings };
    }),
    balance: aBalance([aCredit({ remaining: '2000' })]),
    settings,
    prices,
    now: at('2026-11-20'),
  });
  const own = byStack(
    outlook.dear,
    parts.map(({ sums }) => sums),
    'dear',
  );
  return { own, all: outlook.dear.months };
}

describe('the months of a ledger by stack', () => {
  test.each(['covered', 'cash', 'unknown'] as const)('%s: stacks and the rest of the account add up', (part) => {
    const { own, all } = months([OLD_CLUSTER], [CLUSTER]);
    expect(own.map((month) => sum([...month.stacks, month.account].map((one) => one[part])).toFixed())).toEqual(
      all.map((month) => month[part].toFixed()),
    );
  });

  // Extended support of Kubernetes 1.34 begins on 2026-12-02: 744 hours at $0.10, and 720 of them at $0.50 more.
  test('what begins later is of the stack that has it', () => {
    const december = months([OLD_CLUSTER], [CLUSTER]).own[1];
    expect(december?.stacks.map(({ covered }) => covered.toFixed(2))).toEqual(['434.40', '74.40']);
  });

  const DOMAIN = { type: 'aws:route53domains/domain:Domain', name: 'shop', properties: { domainName: 'shop.com' } };

  const INSTANCE = { type: 'aws:ec2/instance:Instance', name: 'box', properties: { instanceType: 't3.micro' } };
  const VOLUME = { type: 'aws:ebs/volume:Volume', name: 'disk', properties: { type: 'gp3', size: 100 } };

  // Both are Amazon EC2. $0.0104 an hour with its $0.64 of disk, and $8.00 a month: 11 of 30 days, 744 hours, 672 hours.
  test('each has as much of what is covered as it has of what is charged, by the hour and by the month', () => {
    const disk = { ...INSTANCE.properties, rootBlockDevice: { volumeSize: 8, volumeType: 'gp3' } };
    const { own } = months([{ ...INSTANCE, properties: disk }], [VOLUME], []);
    const ec2 = own.map(({ stacks }) => stacks.map((one) => one.covered.plus(one.unknown).plus(one.cash).toFixed(2)));
    expect(ec2[0]?.[1]).toBe('2.93');
    expect(ec2[1]?.slice(1)).toEqual(['8.00', '0.00']);
    expect(ec2[3]?.[1]).toBe('8.00');
    const box = ec2.map(([amount]) => Number(amount));
    // With its public address, which is another product.
    expect((box[1] ?? 0) - (box[3] ?? 0)).toBeCloseTo((0.0104 + 0.005) * 72, 2);
  });

  test('a stack with two of three has two thirds', () => {
    const { own } = months([CLUSTER, { ...CLUSTER, name: 'b' }], [CLUSTER], []);
    expect(own[1]?.stacks.map(({ covered }) => covered.toFixed(2))).toEqual(['148.80', '74.40', '0.00']);
    expect(own[1]?.account.covered.toFixed(2)).toBe('500.00');
  });

  test('what is paid once is of the month in which it is, and of the stack that pays', () => {
    const { own } = months([CLUSTER], [DOMAIN]);
    const cash = own.map(({ stacks }) => stacks.map((one) => one.cash.toFixed(2)));
    expect(cash[0]?.[0]).toBe('0.00');
    expect(Number(cash[0]?.[1])).toBeGreaterThan(10);
    expect(cash[1]).toEqual(['0.00', '0.00']);
  });

  test('months come in order, each once', () => {
    const { own, all } = months([CLUSTER]);
    expect(own.map(({ month }) => month)).toEqual(all.map(({ month }) => month));
  });
});

describe('charges of one kind, of several stacks', () => {
  const { eligibility } = aStream();
  const aSum = (monthly: string, parts: Partial<Sum> = {}): Sum => ({
    eligibility,
    part: 'added',
    startsAt: undefined,
    endsAt: undefined,
    hourly: nothing,
    monthly: exactly(usd(monthly)),
    once: nothing,
    ...parts,
  });
  const dueOnce = (amount: string) => aSum('0', { once: exactly(usd(amount)) });

  function drawnBy(stacks: readonly (readonly Sum[])[], amount: string) {
    const streams = joinSums(stacks).map((one) => planStream(one, 'dear'));
    const beside = aStream({ origin: 'account', monthly: '7' });
    return byStack(aLedger([...streams, beside], [aGrant({ amount })], { until: at('2027-03-01') }), stacks, 'dear');
  }
  const covered = (stacks: readonly (readonly Sum[])[]) =>
    drawnBy(stacks, '1000').map((month) => [...month.stacks, month.account].map((one) => plain(one.covered)));

  test.each<[string, (instant: number) => Pick<Sum, 'startsAt'> | Pick<Sum, 'endsAt'>, string[]]>([
    ['begins', (startsAt: number) => ({ startsAt }), ['60.00', '90.00', '95.00']],
    ['ends', (endsAt: number) => ({ endsAt }), ['95.00', '65.00', '60.00']],
  ])('what %s on another day is apart', (_, on, months) => {
    const [january, february] = [at('2027-01-01'), at('2027-02-01')].map((instant) => on(instant));
    const stacks = [[aSum('60'), aSum('30', january), aSum('5', february)], [aSum('10')]];
    expect(covered(stacks).slice(0, 3)).toEqual(months.map((own) => [own, '10.00', '7.00']));
  });

  test('what a credit covers in part is divided as it is charged, and so is the rest', () => {
    const [due] = drawnBy([[dueOnce('30')], [dueOnce('10')]], '20');
    expect(due?.stacks.map((one) => [plain(one.covered), plain(one.cash)])).toEqual([
      ['15.00', '15.00'],
      ['5.00', '5.00'],
    ]);
    expect([due?.account.covered, due?.account.cash].map(String)).toEqual(['0', '7']);
  });

  test('what is too little to divide is of the account', () => {
    // The last digit that is counted, each in two parts of a month: neither has one in any of them, and both together have.
    const stacks = [[aSum('0.0000000001')], [aSum('0.0000000001')]];
    const streams = joinSums(stacks).map((one) => planStream(one, 'dear'));
    const [month] = byStack(aLedger(streams, [], { cuts: [at('2026-12-20')] }), stacks, 'dear');
    expect(month?.stacks.map(({ cash }) => cash.toFixed(10))).toEqual(['0.0000000000', '0.0000000000']);
    expect(month?.account.cash.toFixed(10)).toBe('0.0000000002');
  });

  test('what is left over by dividing is of the last that has a part, and not of the account', () => {
    const [due] = drawnBy([...['1', '1', '1', '0'].map((amount) => [dueOnce(amount)]), []], '1');
    const third = '0.3333333333';
    expect(due?.stacks.map((one) => one.covered.toFixed())).toEqual([third, third, '0.3333333334', '0', '0']);
    expect([due?.account.covered, due?.account.cash].map(String)).toEqual(['0', '7']);
  });
});
