import { describe, expect, test } from 'vitest';
import { settingsOf } from '../../../src/config/read-settings';
import { assessTogether } from '../../../src/core/assess';
import { sum } from '../../../src/core/money';
import { byStack } from '../../../src/core/outlook/by-stack';
import { aBalance, aCredit, aPlan, at } from '../../support/inputs';
import { prices, type ResourceSketch } from '../../support/resources';

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
});
