import { describe, expect, test } from 'vitest';
import { pricedTypes, pricingOf } from '../../../src/core/charges/services';
import { assume, boundsOf, fixed, SIZES, type UsageOverride, usageOf } from '../../../src/core/charges/usage';
import { amounts, aResource, chargesOf } from '../../support/resources';

const line = (more: Partial<UsageOverride>): UsageOverride => ({
  type: undefined,
  name: undefined,
  tag: undefined,
  figures: {},
  ...more,
});

describe('a size', () => {
  const bounds = (assumption: ReturnType<typeof assume>) => SIZES.map((size) => boundsOf(assumption, size));

  test('is ten times the one before, and begins where that one ends', () => {
    expect(bounds(assume(0, 100, 'GB'))).toEqual([
      { min: 10, max: 100 },
      { min: 100, max: 1000 },
      { min: 1000, max: 10_000 },
    ]);
  });

  test('goes no lower than the default', () => {
    expect(boundsOf(assume(1, 5, 'users'), 'small')).toEqual({ min: 1, max: 5 });
  });

  test('is no more than a month has hours', () => {
    expect(bounds(assume(0, 20, 'hours a month', 730))).toEqual([
      { min: 2, max: 20 },
      { min: 20, max: 200 },
      { min: 200, max: 730 },
    ]);
    expect(boundsOf(assume(0, 730, 'hours a month', 730), 'large')).toEqual({ min: 730, max: 730 });
  });

  test('changes nothing that is the same for every load', () => {
    expect(bounds(fixed(100, 500, 'ms'))).toEqual([undefined, undefined, undefined]);
    const lambda = { type: 'aws:lambda/function:Function', properties: { memorySize: 1024 } };
    expect(amounts(chargesOf(lambda, { usage: [line({ size: 'medium' })] }))).toEqual([
      ['Lambda requests', '0.20', '2.00'], // 1,000,000 to 10,000,000 × 0.0000002
      ['Lambda duration', '1.67', '83.33'], // × 0.1 to 0.5 s × 1 GB × 0.0000166667
    ]);
  });
});

describe('which line counts', () => {
  const bucket = aResource({ type: 'aws:s3/bucket:Bucket', name: 'files' });
  const storage = (...lines: UsageOverride[]) => {
    const { range, assumed, size } = usageOf(bucket, 'storageGb', assume(0, 100, 'GB'), lines);
    return [Number(range.min), Number(range.max), assumed, size];
  };
  const figure = line({ name: 'files', figures: { storageGb: 7 } });
  const large = line({ size: 'large' });

  test('a figure before a size, wherever they stand', () => {
    expect(storage(figure, large)).toEqual([7, 7, false, undefined]);
    expect(storage(large, figure)).toEqual([7, 7, false, undefined]);
  });

  test('the last size', () => {
    const own = line({ name: 'files', size: 'small' });
    expect(storage(large, own)).toEqual([10, 100, true, 'small']);
    expect(storage(own, large)).toEqual([1000, 10_000, true, 'large']);
    expect(storage(line({ name: 'others', size: 'small' }))).toEqual([0, 100, true, undefined]);
  });

  test('a line may do both', () => {
    expect(storage(line({ name: 'files', size: 'large', figures: { storageGb: 7 } }))).toEqual([
      7,
      7,
      false,
      undefined,
    ]);
    expect(storage(line({ name: 'files', size: 'small', figures: { other: 7 } }))).toEqual([10, 100, true, 'small']);
  });
});

describe('every usage field', () => {
  const fields = pricedTypes().flatMap((type) =>
    Object.entries(pricingOf(type)?.usage ?? {}).map(([field, assumption]) => ({ type, field, ...assumption })),
  );

  test('is called nothing that selects a line', () => {
    expect(fields.filter(({ field }) => ['type', 'name', 'tag', 'size'].includes(field))).toEqual([]);
  });

  test('of one thing is the same for every load', () => {
    const ofOne = fields.filter(({ unit }) => /\b(each|on average|of image|for each)\b/.test(unit));
    const growing = ofOne.filter(({ most, planned }) => most !== undefined && planned === undefined);
    expect(growing.map(({ unit }) => unit).sort()).toEqual([
      // More load, more of them.
      'GB stored on average',
      'capacity units on average',
      'capacity units on average',
      'evaluations a month in each account',
      'evaluations a month in each account',
      'evaluations a month in each account',
      'evaluations a month in each account',
    ]);
  });

  test('in hours of one thing ends with the month', () => {
    const hours = fields.filter(({ unit, most }) => /^hours (a month|of|that)/.test(unit) && most !== undefined);
    const endless = hours.filter(({ most }) => most === Number.POSITIVE_INFINITY);
    // These are of all instances, or of all clients.
    expect(endless.map(({ type }) => type)).toEqual([
      'aws:appstream/fleet:Fleet',
      'aws:ec2clientvpn/endpoint:Endpoint',
    ]);
  });
});
