import { BundledPrices } from '../../src/adapters/price-book';
import type { Charge } from '../../src/core/charges/charge';
import { type Pricing, priceResource } from '../../src/core/charges/charges';
import type { ChargeContext } from '../../src/core/charges/service';
import type { UsageOverride } from '../../src/core/charges/usage';
import type { Instant } from '../../src/core/instant';
import type { PlannedResource } from '../../src/core/plan';
import { PlanIndex } from '../../src/core/plan-index';
import { Properties } from '../../src/core/properties';
import { known } from '../../src/core/reading';
import type { Link } from './samples';

/** What the engine sends in place of a text that is decided later. */
export const LATER = '04da6b54-80e4-46f7-96ec-b56ff0331ba9';
/** A secret as a saved state holds it: encrypted. */
export const SECRET = { '4dabf18193072939515e22adb298388d': '1b47061264138c4ac30d75fd1eb44270', ciphertext: 'v1:abc' };

export const prices = new BundledPrices();

export interface ResourceSketch {
  type: string;
  name?: string;
  properties?: Readonly<Record<string, unknown>>;
  region?: PlannedResource['region'] | string;
  existing?: boolean;
  change?: PlannedResource['change'];
  source?: PlannedResource['source'];
  dependencies?: Record<string, string[]>;
}

/** A planned resource with sensible defaults: a test states only what it is about. */
export function aResource({
  type,
  name = 'it',
  properties = {},
  region = 'us-east-1',
  ...rest
}: ResourceSketch): PlannedResource {
  return {
    type,
    name,
    urn: urnOf(type, name),
    properties: new Properties(properties),
    region: typeof region === 'string' ? known(region) : region,
    existing: rest.existing,
    change: rest.change,
    source: rest.source,
    propertyDependencies: rest.dependencies ?? {},
  };
}

/** The resources that properties point to, and the dependencies that say so. */
export function linked(links: readonly Link[]): { others: PlannedResource[]; dependencies: Record<string, string[]> } {
  const others = links.map(([property, type, properties]) => aResource({ type, name: property, properties }));
  const dependencies = Object.fromEntries(links.map(([property], at) => [property, [others[at]?.urn ?? '']]));
  return { others, dependencies };
}

export const urnOf = (type: string, name = 'it'): string => `urn:pulumi:dev::shop::${type}::${name}`;

export interface Surroundings {
  /** Other resources of the same stack. */
  others?: PlannedResource[];
  /** Those that stand before it in the plan. */
  before?: PlannedResource[];
  usage?: UsageOverride[];
  now?: Instant;
}

/** The moment of a test that does not care about it: prices that start on a named day stay where they are. */
const NOW = Date.UTC(2026, 10, 25);

export const contextFor = (
  resource: PlannedResource,
  { others = [], before = [], usage = [], now = NOW }: Surroundings = {},
): ChargeContext => ({
  prices,
  overrides: usage,
  index: new PlanIndex([...before, resource, ...others]),
  now,
});

function pricingOf(sketch: ResourceSketch, surroundings?: Surroundings): Pricing {
  const resource = aResource(sketch);
  return priceResource(resource, contextFor(resource, surroundings));
}

/** What a resource costs now, as ordinary charges, or a failed test when its type is not priced. */
export const chargesOf = (sketch: ResourceSketch, surroundings?: Surroundings): readonly Charge[] =>
  allCharges(sketch, surroundings).filter(({ begins }) => begins === undefined);

/** The charges that begin on a day ahead. */
export const comingCharges = (sketch: ResourceSketch, surroundings?: Surroundings): readonly Charge[] =>
  allCharges(sketch, surroundings).filter(({ begins }) => begins !== undefined);

function allCharges(sketch: ResourceSketch, surroundings?: Surroundings): readonly Charge[] {
  const pricing = pricingOf(sketch, surroundings);
  if (pricing.status !== 'priced') throw new Error(`${sketch.type} is ${pricing.status}`);
  return pricing.charges;
}

/** `[what, min, max]` of each charge with whole cents; an unknown amount shows its reason. */
export const amounts = (charges: readonly Charge[]): unknown[] =>
  charges.map((charge) =>
    charge.usd.state === 'known'
      ? [charge.what, charge.usd.value.min.toFixed(2), charge.usd.value.max.toFixed(2)]
      : [charge.what, charge.usd.because],
  );
