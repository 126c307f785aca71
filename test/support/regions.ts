import type { Charge } from '../../src/core/charges/charge';
import { pricedTypes } from '../../src/core/charges/services';
import { known } from '../../src/core/reading';
import { HAPPY_PATHS } from './happy-paths';
import { chargesOf, linked } from './resources';
import { type Sample, samples } from './samples';

/** Where most stacks run. */
export const MAIN_REGIONS = [
  'us-east-1',
  'us-east-2',
  'us-west-1',
  'us-west-2',
  'ca-central-1',
  'sa-east-1',
  'eu-central-1',
  'eu-north-1',
  'eu-west-1',
  'eu-west-2',
  'eu-west-3',
  'ap-northeast-1',
  'ap-northeast-2',
  'ap-south-1',
  'ap-southeast-1',
  'ap-southeast-2',
] as const;

const recorded: readonly Sample[] = [
  ...HAPPY_PATHS.map(([type, properties, , links = []]) => ({ type, properties, links })),
  ...samples,
];
const recordedTypes = new Set(recorded.map(({ type }) => type));

/** Every input that a test prices, and nothing set of the types that need nothing. */
export const INPUTS: readonly Sample[] = [
  ...recorded,
  ...pricedTypes()
    .filter((type) => !recordedTypes.has(type))
    .map((type) => ({ type, properties: {}, links: [] })),
];

/** What an input costs with all that it is linked to in a region. */
export function chargesIn(region: string, { type, properties, links }: Sample): readonly Charge[] {
  const { others, dependencies } = linked(links);
  const there = others.map((one) => ({ ...one, region: known(region) }));
  return chargesOf({ type, properties, dependencies, region }, { others: there });
}

/** Charges without an amount, by what they are for. */
export const openCharges = (charges: readonly Charge[]): ReadonlyMap<string, string> =>
  new Map(charges.flatMap(({ what, usd }) => (usd.state === 'known' ? [] : [[what, usd.because]])));
