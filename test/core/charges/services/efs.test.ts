import { describe, expect, test } from 'vitest';
import { amounts, chargesOf, LATER } from '../../../support/resources';

describe('file system', () => {
  const base = { type: 'aws:efs/fileSystem:FileSystem' };

  test('bursting by default', () => {
    expect(amounts(chargesOf(base))).toEqual([['File storage', '0.00', '30.00']]);
  });

  test('one zone', () => {
    expect(amounts(chargesOf({ ...base, properties: { availabilityZoneName: LATER } }))).toEqual([
      ['File storage', '0.00', '16.00'],
    ]);
  });

  test('provisioned throughput', () => {
    expect(
      amounts(chargesOf({ ...base, properties: { throughputMode: 'provisioned', provisionedThroughputInMibps: 10 } })),
    ).toEqual([
      ['File storage', '0.00', '30.00'],
      ['Provisioned throughput', '60.00', '60.00'],
    ]);
  });

  test('elastic throughput', () => {
    expect(amounts(chargesOf({ ...base, properties: { throughputMode: 'elastic' } }))).toEqual([
      ['File storage', '0.00', '30.00'],
      ['Elastic throughput, reads', '0.00', '3.00'],
      ['Elastic throughput, writes', '0.00', '6.00'],
    ]);
  });

  test('in another region', () => {
    expect(amounts(chargesOf({ ...base, region: 'eu-west-1' }))).toEqual([['File storage', '0.00', '33.00']]);
  });
});
