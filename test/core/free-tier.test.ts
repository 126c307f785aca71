import { describe, expect, test } from 'vitest';
import type { Config } from '../../src/config/schema';
import type { Assessment } from '../../src/core/assessment';
import { sumWords } from '../../src/reports/arithmetic';
import { reportOf } from '../../src/reports/model/report';
import { wordsOf } from '../../src/words/notices';
import fc from '../support/fast-check';
import { assessed } from '../support/inputs';
import { amounts, LATER, prices, type ResourceSketch } from '../support/resources';

const LAMBDA = 'aws:lambda/function:Function';
const TABLE = 'aws:dynamodb/table:Table';

const free = (resources: readonly ResourceSketch[], config: Config = {}) =>
  assessed({ resources: [...resources], config: { freeTier: 'always-free', ...config } });
const charges = ({ resources }: Assessment) => resources.map(({ judged }) => amounts(judged.map((one) => one.charge)));
const sums = (assessment: Assessment) =>
  reportOf(assessment).resources.map((row) => row.charges.map((charge) => sumWords(charge)));

/** Example 1 of AWS's page on Lambda: 512 MB, 3 million requests of one second each. */
const example: ResourceSketch = { type: LAMBDA, name: 'example', properties: { memorySize: 512 } };
const usage = [{ type: LAMBDA, monthlyRequests: 3_000_000, averageDurationMs: 1000 }];

describe('what is always free', () => {
  test('is taken off, as in the example of AWS', () => {
    const assessment = free([example], { usage });
    expect(charges(assessment)).toEqual([
      [
        ['Lambda requests', '0.40', '0.40'], // (3,000,000 − 1,000,000) × 0.0000002
        ['Lambda duration', '18.33', '18.33'], // (1,500,000 − 400,000) × 0.0000166667
      ],
    ]);
    expect(sums(assessment)).toEqual([
      [
        '(3000000 − 1000000 free) × $0.0000002 = $0.40 a month',
        '(1500000 − 400000 free) × $0.0000166667 = $18.33 a month',
      ],
    ]);
    // 0.20 + 400,000 × 0.0000166667
    expect(assessment.notes.filter(({ code }) => code === 'free-tier-counted').map(wordsOf)).toEqual([
      'The always-free tier takes $6.87 a month off, once for the account: right where nothing else in the account or its organization uses it (freeTier:).',
    ]);
  });

  test('stays in the bill unless the owner says that it is there', () => {
    const assessment = assessed({ resources: [example], config: { usage } });
    expect(charges(assessment)).toEqual([
      [
        ['Lambda requests', '0.60', '0.60'],
        ['Lambda duration', '25.00', '25.00'],
      ],
    ]);
    expect(assessment.notes.some(({ code }) => code === 'free-tier-counted')).toBe(false);
  });

  test('is there once, whatever uses it: both processors, in all regions, by what each uses', () => {
    const other: ResourceSketch = {
      type: LAMBDA,
      name: 'other',
      region: 'eu-west-1',
      properties: { memorySize: 512, architectures: ['arm64'] },
    };
    const each = [
      { name: 'example', monthlyRequests: 3_000_000, averageDurationMs: 1000 },
      { name: 'other', monthlyRequests: 1_000_000, averageDurationMs: 1000 },
    ];
    expect(charges(free([example, other], { usage: each }))).toEqual([
      [
        ['Lambda requests', '0.45', '0.45'], // (3,000,000 − 750,000) × 0.0000002
        ['Lambda duration', '20.00', '20.00'], // (1,500,000 − 300,000) × 0.0000166667
      ],
      [
        ['Lambda requests', '0.15', '0.15'], // (1,000,000 − 250,000) × 0.0000002
        ['Lambda duration', '5.33', '5.33'], // (500,000 − 100,000) × 0.0000133334
      ],
    ]);
  });

  test('holds for a range at both of its ends', () => {
    // 0 to 1,000,000 requests are all free; 0 to 62,500 GB-seconds (128 MB, up to 0.5 s) too.
    expect(charges(free([{ type: LAMBDA }]))).toEqual([
      [
        ['Lambda requests', '0.00', '0.00'],
        ['Lambda duration', '0.00', '0.00'],
      ],
    ]);
    expect(sums(free([{ type: LAMBDA }]))[0]?.[0]).toBe(
      '(0 to 1000000 − 0 to 1000000 free) × $0.0000002 = $0.00 a month',
    );
  });

  test('by the hour is so many units for all hours: 25 of 30', () => {
    const table = { type: TABLE, properties: { readCapacity: 30, writeCapacity: 10 } };
    expect(charges(free([table], { usage: [{ type: TABLE, storageGb: 30 }] }))[0]).toEqual([
      ['Read capacity', '0.47', '0.47'], // (30 − 25) × 730 × 0.00013
      ['Write capacity', '0.00', '0.00'],
      ['Data stored', '1.25', '1.25'], // (30 − 25) × 0.25
    ]);
  });

  test('comes before a discount', () => {
    const discounts = { 'AWS Lambda': 0.1 };
    expect(charges(free([example], { usage, discounts }))[0]?.[0]).toEqual(['Lambda requests', '0.36', '0.36']);
    expect(sums(free([example], { usage, discounts }))[0]?.[0]).toBe(
      '(3000000 − 1000000 free) × $0.0000002, less your discount of 10 % = $0.36 a month',
    );
  });

  test('is the first and dearest step of a price that goes down with the quantity', () => {
    const distribution = { type: 'aws:cloudfront/distribution:Distribution' };
    const busy = [{ type: distribution.type, dataOutGb: 20_480, monthlyRequests: 0 }];
    // 10,240 × 0.085 + 10,240 × 0.08 − 1,024 × 0.085
    expect(charges(free([distribution], { usage: busy }))[0]?.[0]).toEqual([
      'Data to viewers, US and Europe',
      '1602.56',
      '1602.56',
    ]);
    expect(sums(free([distribution], { usage: busy }))[0]?.[0]).toBe(
      '20480 × $0.085 to $0.04, less with the quantity, less 1024 free = $1,602.56 a month',
    );
  });

  test('is not for GovCloud', () => {
    const assessment = free([{ ...example, region: 'us-gov-west-1' }], { usage });
    expect(assessment.notes.some(({ code }) => code === 'free-tier-counted')).toBe(false);
  });

  test('belongs to what exists first: what is added gets the rest', () => {
    const old = { ...example, name: 'old', existing: true, change: 'same' as const };
    const added = { ...example, name: 'added', existing: false, change: 'create' as const };
    const each = [
      { name: 'old', monthlyRequests: 800_000, averageDurationMs: 1000 },
      { name: 'added', monthlyRequests: 800_000, averageDurationMs: 1000 },
    ];
    const [ofAdded, ofOld] = charges(free([added, old], { usage: each }));
    expect(ofOld).toEqual([
      ['Lambda requests', '0.00', '0.00'],
      ['Lambda duration', '0.00', '0.00'], // 400,000 GB-seconds
    ]);
    expect(ofAdded).toEqual([
      ['Lambda requests', '0.12', '0.12'], // (800,000 − 200,000) × 0.0000002
      ['Lambda duration', '6.67', '6.67'], // 400,000 × 0.0000166667
    ]);
  });
});

describe('an amount that is not known', () => {
  const unknown: ResourceSketch = { type: TABLE, name: 'later', properties: { readCapacity: LATER, writeCapacity: 1 } };
  const known: ResourceSketch = { type: TABLE, name: 'table', properties: { readCapacity: 20, writeCapacity: 1 } };

  test('stays unknown, and may use all that is free', () => {
    const [ofUnknown, ofKnown] = charges(free([unknown, known]));
    expect(ofUnknown?.[0]).toEqual(['Read capacity', 'readCapacity is set by another resource, after deployment']);
    expect(ofKnown?.[0]).toEqual(['Read capacity', '0.00', '1.90']); // up to 20 × 730 × 0.00013
    expect(free([unknown]).estimate.complete).toBe(false);
  });
});

test('no charge is ever less than nothing, and all together save what is free', () => {
  const counts = fc.array(fc.integer({ min: 0, max: 3_000_000 }), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(counts, (requests) => {
      const resources = requests.map((_, i) => ({ type: 'aws:sqs/queue:Queue', name: `q${i}` }));
      const each = requests.map((monthlyRequests, i) => ({ name: `q${i}`, monthlyRequests }));
      const assessment = free(resources, { usage: each });
      const all = requests.reduce((sum, count) => sum + count, 0);
      const { min, max } = assessment.estimate.monthly.total;
      expect(Number(min)).toBe(Number(max));
      expect(Number(max)).toBeCloseTo(Math.max(0, all - 1_000_000) * 0.0000004, 8);
      for (const { judged } of assessment.resources) {
        for (const { charge } of judged) {
          if (charge.usd.state === 'known') expect(Number(charge.usd.value.min)).toBeGreaterThanOrEqual(0);
        }
      }
    }),
    { numRuns: 50 },
  );
});

describe('every allowance', () => {
  const keys = new Set(
    ['global', ...prices.regions()].flatMap((region) =>
      [...prices.rows(region)].map(({ service, key }) => `${service}/${key}`),
    ),
  );

  test('is of rows that the book has, each in one allowance', () => {
    const named = prices.freeTier().flatMap((one) => one.keys);
    expect(named.filter((key) => !keys.has(key))).toEqual([]);
    expect(named).toHaveLength(new Set(named).size);
    expect(named.length).toBeGreaterThan(30);
  });

  test('has an amount, a page of AWS, a day, and more than a memory behind it', () => {
    for (const { amount, source } of prices.freeTier()) {
      expect(Number(amount)).toBeGreaterThan(0);
      expect(source.url).toMatch(/^https:\/\/(docs\.)?aws\.amazon\.com\//);
      expect(source.asOf).toMatch(/^\d{4}-\d\d-\d\d$/);
      expect(source.confidence).toMatch(/^[ABC]$/);
    }
  });
});
