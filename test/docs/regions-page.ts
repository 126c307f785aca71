import type { Charge } from '../../src/core/charges/charge';
import { pricedTypes } from '../../src/core/charges/services';
import { counted } from '../../src/words/text';
import { chargesIn, INPUTS, MAIN_REGIONS, openCharges } from '../support/regions';
import { prices } from '../support/resources';
import { code, table } from './rule-pages';

interface InRegion {
  readonly region: string;
  /** Types of which a charge has no amount, with the reason. */
  readonly incomplete: ReadonlyMap<string, string>;
  /** Prices that no list has for the region, by type. */
  readonly estimated: ReadonlyMap<string, ReadonlySet<string>>;
}

const isEstimate = ({ price }: Charge): boolean => price?.estimate !== undefined && price.region !== 'global';

function inRegion(region: string): InRegion {
  const incomplete = new Map<string, string>();
  const estimated = new Map<string, Set<string>>();
  for (const input of INPUTS) {
    const charges = chargesIn(region, input);
    for (const [, because] of openCharges(charges)) incomplete.set(input.type, because);
    for (const { price } of charges.filter(isEstimate)) {
      const keys = estimated.get(input.type) ?? new Set();
      estimated.set(input.type, keys.add(`${price?.service}/${price?.key}`));
    }
  }
  return { region, incomplete, estimated };
}

/** docs/regions.md: what is priced in which region, from the inputs that tests price. */
export function regionsPage(): string {
  const main = MAIN_REGIONS.map(inRegion);
  const others = prices
    .regions()
    .filter((region) => !MAIN_REGIONS.some((one) => one === region))
    .map(inRegion);
  return [
    '# Prices by region',
    '',
    'Whether each priced type has an amount in each region, for all inputs that the tests price. Where no list has a price of the',
    'region it is [an estimate](prices.md#estimates) with a range, and every report says so. A test fails when a type is complete in',
    'us-east-1 and not in another region.',
    '',
    '## The 16 main regions',
    '',
    regionTable(main),
    '',
    '## Other regions',
    '',
    regionTable(others),
    '',
    '## Incomplete types',
    '',
    table(['type', 'regions', 'what is missing'], incompleteRows([...main, ...others])),
    '',
    '## Estimates in the main regions',
    '',
    'Types with a price that no list has for the region.',
    '',
    table(['type', 'estimated', 'price'], estimateRows(main)),
    '',
  ].join('\n');
}

const regionTable = (regions: readonly InRegion[]): string =>
  table(
    ['region', 'priced in full', 'incomplete', 'with an estimate'],
    regions.map(({ region, incomplete, estimated }) => [
      region,
      String(pricedTypes().length - incomplete.size),
      String(incomplete.size),
      String(estimated.size),
    ]),
  );

function incompleteRows(regions: readonly InRegion[]): string[][] {
  return [...new Set(regions.flatMap(({ incomplete }) => [...incomplete.keys()]))].sort().map((type) => {
    const where = regions.filter(({ incomplete }) => incomplete.has(type));
    return [code(type), regionWords(where, regions), where[0]?.incomplete.get(type) ?? ''];
  });
}

function estimateRows(regions: readonly InRegion[]): string[][] {
  return [...new Set(regions.flatMap(({ estimated }) => [...estimated.keys()]))].sort().map((type) => {
    const where = regions.filter(({ estimated }) => estimated.has(type));
    const keys = [...new Set(where.flatMap(({ estimated }) => [...(estimated.get(type) ?? [])]))].sort();
    return [code(type), regionWords(where, regions), keys.map(code).join(', ')];
  });
}

/** A list that says most of them is read as one that says all. */
function regionWords(where: readonly InRegion[], all: readonly InRegion[]): string {
  const names = where.map(({ region }) => region);
  const without = all.flatMap(({ region }) => (names.includes(region) ? [] : [region]));
  if (without.length === 0) return 'all';
  return without.length < 4
    ? `all but ${without.join(', ')}`
    : `${counted(names.length, 'region')}: ${names.join(', ')}`;
}
