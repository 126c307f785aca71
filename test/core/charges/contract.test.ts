import { describe, expect, test } from 'vitest';
import type { Charge } from '../../../src/core/charges/charge';
import { priceResource } from '../../../src/core/charges/charges';
import { pricedTypes, pricingOf } from '../../../src/core/charges/services';
import { HAPPY_PATHS } from '../../support/happy-paths';
import { RecordedProperties } from '../../support/recorded-properties';
import { aResource, contextFor, LATER, linked, SECRET } from '../../support/resources';
import { type Sample, samples } from '../../support/samples';

const SAMPLES = new Map<string, Sample>([
  ...HAPPY_PATHS.map(([type, properties, , links = []]) => [type, { type, properties, links }] as const),
  ...samples.map((sample) => [sample.type, sample] as const),
]);

interface Metering {
  readonly charges: readonly Charge[];
  /** Paths of the properties that were asked for. */
  readonly reads: ReadonlySet<string>;
}

function billOf({ type, links }: Sample, properties: unknown): Metering {
  const { others, dependencies } = linked(links);
  const reads = new Set<string>();
  const recorded = new RecordedProperties(properties, reads);
  const resource = { ...aResource({ type, dependencies }), properties: recorded };
  const pricing = priceResource(resource, contextFor(resource, { others }));
  if (pricing.status !== 'priced') throw new Error(`${type} is ${pricing.status}`);
  return { charges: pricing.charges, reads };
}

/** The same properties with one of them replaced: `rules[].action` is that of the first rule. */
function withValue(properties: unknown, path: string, value: unknown): unknown {
  const [step = '', ...rest] = path.split('.');
  const name = step.replace('[]', '');
  const object = typeof properties === 'object' && properties !== null ? { ...properties } : {};
  const inner = (object as Record<string, unknown>)[name];
  const changed = (old: unknown) => (rest.length === 0 ? value : withValue(old, rest.join('.'), value));
  const list = Array.isArray(inner) && (step.endsWith('[]') || rest.length > 0);
  return { ...object, [name]: list ? [changed(inner[0]), ...inner.slice(1)] : changed(inner) };
}

const unknowns = (charges: readonly Charge[]): string[] =>
  charges.flatMap(({ usd }) => (usd.state === 'unknown' ? [usd.because] : []));

const most = (charges: readonly Charge[]): number =>
  charges.reduce((sum, { usd }) => sum + (usd.state === 'known' ? Number(usd.value.max) : 0), 0);

/** Every way in which a property may not be known. A list or an object in place of a text is no less of a wrong type. */
const unknownsOf = (value: unknown): readonly [name: string, value: unknown][] => [
  ['decided later', LATER],
  ['a secret', SECRET],
  ['of a wrong type', typeof value === 'object' ? 7 : [{}, {}]],
];

/** The value at a path; undefined where the sample does not set it. */
function valueAt(properties: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((holder, step) => {
    const inner = (Array.isArray(holder) ? holder[0] : holder) as Record<string, unknown> | undefined;
    const value = inner?.[step.replace('[]', '')];
    return step.endsWith('[]') && Array.isArray(value) ? value[0] : value;
  }, properties);
}

describe('a property that is not known makes no bill smaller, and the reason names it', () => {
  test.each(pricedTypes())('%s', (type) => {
    const sample = SAMPLES.get(type) ?? { type, properties: {}, links: [] };
    const base = billOf(sample, sample.properties);
    const known = new Set(unknowns(base.charges));
    for (const path of base.reads) {
      const set = valueAt(sample.properties, path);
      // What the sample leaves out may be of any type.
      for (const [how, value] of unknownsOf(set).slice(0, set === undefined ? 2 : 3)) {
        const { charges } = billOf(sample, withValue(sample.properties, path, value));
        const reasons = unknowns(charges).filter((reason) => !known.has(reason));
        const names = path.replace(/\[\]/g, '').split('.');
        if (reasons.length > 0) expect(reasons.join('; '), `${path} ${how}`).toMatch(new RegExp(names.join('|')));
        else expect(most(charges), `${path} ${how}`).toBeGreaterThanOrEqual(most(base.charges) - 1e-6);
      }
    }
  });
});

describe('a negative count or size is never taken off a bill', () => {
  test.each(pricedTypes())('%s', (type) => {
    const sample = SAMPLES.get(type) ?? { type, properties: {}, links: [] };
    for (const path of billOf(sample, sample.properties).reads) {
      const { charges } = billOf(sample, withValue(sample.properties, path, -1));
      const negative = charges.filter(({ usd }) => usd.state === 'known' && usd.value.min.lt(0));
      expect(negative, path).toEqual([]);
    }
  });
});

describe('a charge that rests on usage names the fields of its type that it is reckoned by', () => {
  test.each(pricedTypes())('%s', (type) => {
    const sample = SAMPLES.get(type) ?? { type, properties: {}, links: [] };
    const fields = Object.keys(pricingOf(type)?.usage ?? {});
    for (const { what, assumed, usage } of billOf(sample, sample.properties).charges) {
      expect(fields, what).toEqual(expect.arrayContaining([...usage]));
      if (assumed) expect(usage.length, what).toBeGreaterThan(0);
    }
  });
});
