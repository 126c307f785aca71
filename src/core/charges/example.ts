import type { Instant } from '../instant';
import type { PlannedResource } from '../plan';
import { PlanIndex } from '../plan-index';
import { Properties } from '../properties';
import { known } from '../reading';
import type { Charge } from './charge';
import { priceResource } from './charges';
import type { PriceBook } from './prices';

/** What a program may well write for a type. */
export interface Example {
  readonly properties: Readonly<Record<string, unknown>>;
  /** Another resource that a property points to. */
  readonly links: readonly (readonly [property: string, type: string, properties: Readonly<Record<string, unknown>>])[];
  /** Paths of the properties that decide what it costs. */
  readonly reads: readonly string[];
}

/** What an example of a priced type costs in a region. */
export function exampleCharges(
  type: string,
  { properties, links }: Example,
  region: string,
  prices: PriceBook,
  now: Instant,
): readonly Charge[] {
  const placed = (one: string, name: string, own: Readonly<Record<string, unknown>>): PlannedResource => ({
    type: one,
    name,
    urn: `urn:pulumi:example::example::${one}::${name}`,
    properties: new Properties(own),
    region: known(region),
    existing: undefined,
    change: undefined,
    propertyDependencies: {},
  });
  const others = links.map(([property, linked, own]) => placed(linked, property, own));
  const resource: PlannedResource = {
    ...placed(type, 'example', properties),
    propertyDependencies: Object.fromEntries(links.map(([property], at) => [property, [others[at]?.urn ?? '']])),
  };
  const pricing = priceResource(resource, {
    prices,
    overrides: [],
    index: new PlanIndex([resource, ...others]),
    now,
  });
  return pricing.status === 'priced' ? pricing.charges : [];
}
