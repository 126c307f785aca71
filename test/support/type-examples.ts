import { priceResource } from '../../src/core/charges/charges';
import type { Example } from '../../src/core/charges/example';
import { pricedTypes } from '../../src/core/charges/services';
import { HAPPY_PATHS } from './happy-paths';
import { RecordedProperties } from './recorded-properties';
import { aResource, contextFor, linked } from './resources';
import { type Sample, samples } from './samples';

/** What a program may well write, one for each type that a test prices. */
const SAMPLES: ReadonlyMap<string, Sample> = new Map([
  ...HAPPY_PATHS.map(([type, properties, , links = []]) => [type, { type, properties, links }] as const),
  ...samples.map((sample) => [sample.type, sample] as const),
]);

export const sampleOf = (type: string): Sample => SAMPLES.get(type) ?? { type, properties: {}, links: [] };

/** src/data/type-examples.json: a line for each priced type. */
export function examplesDocument(): string {
  const lines = pricedTypes().map((type) => `${JSON.stringify(type)}:${JSON.stringify(exampleOf(type))}`);
  return `{\n${lines.join(',\n')}\n}\n`;
}

export function exampleOf(type: string): Example {
  const { properties, links } = sampleOf(type);
  const { others, dependencies } = linked(links);
  const reads = new Set<string>();
  const resource = { ...aResource({ type, dependencies }), properties: new RecordedProperties(properties, reads) };
  priceResource(resource, contextFor(resource, { others }));
  return { properties, links, reads: [...reads].filter((path) => path !== 'id').sort() };
}
