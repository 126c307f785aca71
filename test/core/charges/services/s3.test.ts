import { describe, expect, test } from 'vitest';
import { amounts, chargesOf } from '../../../support/resources';

describe('bucket', () => {
  const base = { type: 'aws:s3/bucket:Bucket' };

  test('storage and requests', () => {
    expect(amounts(chargesOf(base))).toEqual([
      ['Standard storage', '0.00', '2.30'],
      ['PUT, COPY, POST and LIST requests', '0.00', '0.05'],
      ['GET and other requests', '0.00', '0.04'],
    ]);
  });

  test('the owner knows the storage', () => {
    expect(
      amounts(
        chargesOf(base, {
          usage: [{ type: base.type, name: undefined, tag: undefined, figures: { storageGb: 1000 } }],
        }),
      ),
    ).toEqual([
      ['Standard storage', '23.00', '23.00'],
      ['PUT, COPY, POST and LIST requests', '0.00', '0.05'],
      ['GET and other requests', '0.00', '0.04'],
    ]);
  });

  test('in another region', () => {
    expect(amounts(chargesOf({ ...base, region: 'eu-central-1' }))).toEqual([
      ['Standard storage', '0.00', '2.45'],
      ['PUT, COPY, POST and LIST requests', '0.00', '0.05'],
      ['GET and other requests', '0.00', '0.04'],
    ]);
  });
});

describe('directory bucket', () => {
  const base = { type: 'aws:s3/directoryBucket:DirectoryBucket' };

  test('Express One Zone', () => {
    expect(amounts(chargesOf(base))).toEqual([['Express One Zone storage', '0.00', '11.00']]);
  });
});

test('an object counts for its bucket', () => {
  for (const type of ['aws:s3/bucketObject:BucketObject', 'aws:s3/bucketObjectv2:BucketObjectv2']) {
    expect(amounts(chargesOf({ type }))).toEqual([]);
  }
});
