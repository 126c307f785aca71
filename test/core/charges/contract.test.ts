import { describe, expect, test } from 'vitest';
import type { Charge } from '../../../src/core/charges/charge';
import { priceResource } from '../../../src/core/charges/charges';
import { pricedTypes, pricingOf } from '../../../src/core/charges/services';
import type { PlannedResource } from '../../../src/core/plan';
import { absent, known, unknown } from '../../../src/core/reading';
import { RecordedProperties } from '../../support/recorded-properties';
import { aResource, contextFor, LATER, linked, SECRET } from '../../support/resources';
import type { Sample } from '../../support/samples';
import { sampleOf } from '../../support/type-examples';

interface Metered {
  readonly charges: readonly Charge[];
  /** Paths of the properties that were asked for. */
  readonly reads: ReadonlySet<string>;
}

function meter({ type, links }: Sample, properties: unknown, region?: PlannedResource['region']): Metered {
  const { others, dependencies } = linked(links);
  const reads = new Set<string>();
  const recorded = new RecordedProperties(properties, reads);
  const resource = { ...aResource({ type, dependencies, ...(region && { region }) }), properties: recorded };
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

const sumOf = (charges: readonly Charge[], end: 'min' | 'max'): number =>
  charges.reduce((sum, { usd }) => sum + (usd.state === 'known' ? Number(usd.value[end]) : 0), 0);

/** Less than this comes of adding binary numbers. */
const NOISE = 1e-6;

/** Every way in which a property may not be known. A list or an object in place of a text is no less of a wrong type. */
function unknownsOf(value: unknown): readonly [name: string, value: unknown][] {
  const always: [string, unknown][] = [
    ['decided later', LATER],
    ['a secret', SECRET],
  ];
  // What the sample leaves out may be of any type.
  if (value === undefined) return always;
  const wrong: [string, unknown] = ['of a wrong type', typeof value === 'object' ? 7 : [{}, {}]];
  return [...always, wrong, ...(typeof value === 'number' ? [['negative', -1] as [string, unknown]] : [])];
}

/** The range of what is possible holds what one of the possibilities costs. */
function expectWithin(possible: readonly Charge[], one: readonly Charge[], what: string): void {
  expect(sumOf(possible, 'max'), what).toBeGreaterThanOrEqual(sumOf(one, 'max') - NOISE);
  expect(sumOf(possible, 'min'), what).toBeLessThanOrEqual(sumOf(one, 'min') + NOISE);
}

/** The value at a path; undefined where the sample does not set it. */
function valueAt(properties: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((holder, step) => {
    const inner = (Array.isArray(holder) ? holder[0] : holder) as Record<string, unknown> | undefined;
    const value = inner?.[step.replace('[]', '')];
    return step.endsWith('[]') && Array.isArray(value) ? value[0] : value;
  }, properties);
}

describe('a property that is not known: the reason names it, or the range holds what it was', () => {
  test.each(pricedTypes())('%s', (type) => {
    const sample = sampleOf(type);
    const base = meter(sample, sample.properties);
    const known = new Set(unknowns(base.charges));
    for (const path of base.reads) {
      for (const [how, value] of unknownsOf(valueAt(sample.properties, path))) {
        const { charges } = meter(sample, withValue(sample.properties, path, value));
        const reasons = unknowns(charges).filter((reason) => !known.has(reason));
        // A switch that is decided later may turn out either way.
        if (typeof valueAt(sample.properties, path) === 'boolean' && value === LATER) {
          const other = meter(sample, withValue(sample.properties, path, !valueAt(sample.properties, path)));
          if (unknowns(charges).length === 0) expectWithin(charges, other.charges, `${path} turned over`);
        }
        const names = path.replace(/\[\]/g, '').split('.');
        if (reasons.length > 0) expect(reasons.join('; '), `${path} ${how}`).toMatch(new RegExp(names.join('|')));
        else expectWithin(charges, base.charges, `${path} ${how}`);
      }
    }
  });
});

describe('a negative count or size is never taken off a bill', () => {
  test.each(pricedTypes())('%s', (type) => {
    const sample = sampleOf(type);
    for (const path of meter(sample, sample.properties).reads) {
      const { charges } = meter(sample, withValue(sample.properties, path, -1));
      const negative = charges.filter(({ usd }) => usd.state === 'known' && usd.value.min.lt(0));
      expect(negative, path).toEqual([]);
    }
  });
});

describe('a charge that rests on usage names the fields of its type that it is reckoned by', () => {
  test.each(pricedTypes())('%s', (type) => {
    const sample = sampleOf(type);
    const fields = Object.keys(pricingOf(type)?.usage ?? {});
    for (const { what, assumed, usage } of meter(sample, sample.properties).charges) {
      expect(fields, what).toEqual(expect.arrayContaining([...usage]));
      if (assumed) expect(usage.length, what).toBeGreaterThan(0);
    }
  });
});

describe('a region that is not known: every price of that region is not known, and says so', () => {
  const regions = [
    ['decided later', unknown('it is decided later'), 'the region is not known: it is decided later'],
    [
      'named by nobody',
      absent,
      'the plan names no region for it; set one with `pulumi config set aws:region`, or AWS_REGION',
    ],
    ['without prices', 'xx-test-1', 'no prices for the region xx-test-1'],
  ] as const;

  test.each(pricedTypes())('%s', (type) => {
    const sample = sampleOf(type);
    const before = meter(sample, sample.properties).charges;
    for (const [how, region, reason] of regions) {
      const { charges } = meter(sample, sample.properties, typeof region === 'string' ? known(region) : region);
      expect(
        charges.map(({ what }) => what),
        how,
      ).toEqual(before.map(({ what }) => what));
      for (const [at, { what, price, usd }] of charges.entries()) {
        if (before[at]?.usd.state === 'unknown' || before[at]?.price === undefined) continue;
        if (usd.state === 'unknown') expect(usd.because, `${what} ${how}`).toBe(reason);
        // Some prices are the same everywhere, and a replica says its own region.
        else expect(price?.region, `${what} ${how}`).not.toBe('us-east-1');
      }
    }
  });
});
