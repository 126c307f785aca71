import { describe, expect, test } from 'vitest';
import { pricedTypes } from '../../../src/core/charges/services';
import { chargesIn, INPUTS, MAIN_REGIONS, openCharges } from '../../support/regions';
import { prices } from '../../support/resources';

const HOME = 'us-east-1';
const at = (region: string) => INPUTS.map((input) => ({ type: input.type, charges: chargesIn(region, input) }));
const home = at(HOME);

test('every priced type is asked', () => {
  expect(new Set(INPUTS.map(({ type }) => type))).toEqual(new Set(pricedTypes()));
});

test(`what is open in ${HOME} has no price in any region`, () => {
  const open = home.flatMap(({ type, charges }) => [...openCharges(charges)].map(([, because]) => [type, because]));
  expect(open).toEqual([
    ['aws:acm/certificate:Certificate', 'no price is known'],
    ['aws:ecs/cluster:Cluster', 'how many metrics it makes depends on what runs there'],
  ]);
});

describe.each(prices.regions().filter((region) => region !== HOME))('%s', (region) => {
  const there = at(region);

  test(`has an amount for each charge that has one in ${HOME}`, () => {
    const missing = there.flatMap(({ type, charges }, i) => {
      const known = openCharges(home[i]?.charges ?? []);
      return [...openCharges(charges)].filter(([what]) => !known.has(what)).map(([what, why]) => [type, what, why]);
    });
    expect(missing).toEqual([]);
  });

  test(`counts the same charges as ${HOME}`, () => {
    const different = there.flatMap(({ type, charges }, i) => {
      const [mine, theirs] = [charges, home[i]?.charges ?? []].map((list) => list.map(({ what }) => what).join(', '));
      return mine === theirs ? [] : [[type, mine, theirs]];
    });
    expect(different).toEqual([]);
  });

  test('says of each figure that no list has how it was estimated, with a range', () => {
    const estimates = there.flatMap(({ charges }) => charges.flatMap(({ price }) => price ?? []));
    const ours = estimates.filter((price) => price.estimate !== undefined && price.service !== 'route53domains');
    const vague = ours.filter(({ range, usd, source }) => {
      const [min, max] = [Number(range?.min), Number(range?.max)];
      return !(min < Number(usd) && Number(usd) < max) || source.confidence < 'C';
    });
    expect(vague).toEqual([]);
    if (!MAIN_REGIONS.some((main) => main === region)) expect(ours.length).toBeGreaterThan(0);
  });
});
