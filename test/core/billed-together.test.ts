import { expect, test } from 'vitest';
import type { Assessment } from '../../src/core/assessment';
import fc from '../support/fast-check';
import { assessed } from '../support/inputs';
import type { ResourceSketch } from '../support/resources';

const RULE = 'aws:cfg/rule:Rule';

/** Rules of Config with so many evaluations each: the first 100,000 of an account and region cost more than the next. */
const rules = (evaluations: readonly number[], region = 'us-east-1') => {
  const resources = evaluations.map((_, i): ResourceSketch => ({ type: RULE, name: `${region}-${i}`, region }));
  const usage = evaluations.map((count, i) => ({ type: RULE, name: `${region}-${i}`, evaluations: count }));
  return { resources, usage };
};
const total = ({ estimate }: Assessment): number => Number(estimate.monthly.total.max);
const costs = (evaluations: readonly number[]): number => {
  const { resources, usage } = rules(evaluations);
  return total(assessed({ resources, config: { usage } }));
};
const charges = ({ resources }: Assessment) => resources.flatMap(({ judged }) => judged.map(({ charge }) => charge));

test('what several resources use costs what one resource that uses all of it costs', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 400_000 }), { minLength: 1, maxLength: 6 }), (evaluations) => {
      const sum = evaluations.reduce((a, b) => a + b, 0);
      expect(costs(evaluations)).toBeCloseTo(costs([sum]), 9);
    }),
    { numRuns: 25 },
  );
});

test('each pays its share: the same use costs the same, and the order of the plan does not matter', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 400_000 }), { minLength: 2, maxLength: 5 }), (evaluations) => {
      const shareOf = (list: readonly number[]) => {
        const { resources, usage } = rules(list);
        const found = charges(assessed({ resources, config: { usage } }));
        return found.map(({ usd }) => (usd.state === 'known' ? Number(usd.value.max) : Number.NaN));
      };
      const shares = shareOf(evaluations);
      expect(shareOf([...evaluations].reverse())).toEqual([...shares].reverse());
      evaluations.forEach((count, i) => {
        expect((shares[i] ?? 0) / count).toBeCloseTo((shares[0] ?? 0) / (evaluations[0] ?? 1), 9);
      });
    }),
    { numRuns: 25 },
  );
});

test('each region of an account has its own steps', () => {
  const [here, there] = [rules([90_000]), rules([90_000], 'eu-west-1')];
  const both = assessed({
    resources: [...here.resources, ...there.resources],
    config: { usage: [...here.usage, ...there.usage] },
  });
  expect(charges(both).map(({ inSteps }) => inSteps?.together)).toEqual([1, 1]);
});

const PROTECTION = 'aws:shield/protection:Protection';
const protections = (count: number): ResourceSketch[] =>
  Array.from({ length: count }, (_, i) => ({ type: PROTECTION, name: `p${i}`, properties: { resourceArn: 'arn' } }));

test('what AWS bills once for an account costs the same however many ask for it; all keep the line', () => {
  const three = assessed({ resources: protections(3) });
  expect([total(assessed({ resources: protections(1) })), total(three)]).toEqual([3000, 3000]);
  expect(charges(three).map(({ what, quantity }) => `${what}: ${quantity}`)).toEqual([
    'Shield Advanced: 1 subscription',
    'Shield Advanced: billed once for the account, see p0',
    'Shield Advanced: billed once for the account, see p0',
  ]);
});

const THROUGHPUT = {
  type: 'aws:kinesis/accountSettings:AccountSettings',
  properties: { minimumThroughputBillingCommitment: { status: 'ENABLED' } },
};

test('what AWS bills once for a region stays unknown in each: one that is not known is no other one for nothing', () => {
  const states = (...regions: ResourceSketch['region'][]) =>
    charges(
      assessed({
        resources: regions.map((region, i) => ({ ...THROUGHPUT, name: `k${i}`, ...(region && { region }) })),
      }),
    ).map(({ usd }) => usd.state);
  expect(states('us-east-1', 'us-east-1')).toEqual(['unknown', 'known']);
  expect(states('us-east-1', 'eu-west-1')).toEqual(['unknown', 'unknown']);
  const later = { state: 'unknown', because: 'later' } as const;
  expect(states(later, later)).toEqual(['unknown', 'unknown']);
});
