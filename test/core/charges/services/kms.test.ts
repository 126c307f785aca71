import { describe, expect, test } from 'vitest';
import { amounts, aResource, chargesOf, LATER, urnOf } from '../../../support/resources';

describe('key', () => {
  const base = { type: 'aws:kms/key:Key' };

  test('a key', () => {
    expect(amounts(chargesOf(base))).toEqual([
      ['Customer managed key', '1.00', '1.00'],
      ['Key requests', '0.00', '0.03'],
    ]);
  });

  test('rotation adds up to two versions', () => {
    expect(amounts(chargesOf({ ...base, properties: { enableKeyRotation: true } }))).toEqual([
      ['Customer managed key', '1.00', '3.00'],
      ['Key requests', '0.00', '0.03'],
    ]);
  });

  test('in another region', () => {
    expect(amounts(chargesOf({ ...base, region: 'eu-west-1' }))).toEqual([
      ['Customer managed key', '1.00', '1.00'],
      ['Key requests', '0.00', '0.03'],
    ]);
  });
});

describe('replica key', () => {
  const base = { type: 'aws:kms/replicaKey:ReplicaKey', properties: { primaryKeyArn: LATER } };

  test('of a key that is not in the plan', () => {
    expect(amounts(chargesOf(base))).toEqual([
      ['Customer managed key', '1.00', '3.00'],
      ['Key requests', '0.00', '0.03'],
    ]);
  });

  test('of a key that never rotates', () => {
    expect(
      amounts(
        chargesOf(
          { ...base, dependencies: { primaryKeyArn: [urnOf('aws:kms/key:Key', 'source')] } },
          { others: [aResource({ type: 'aws:kms/key:Key', name: 'source', properties: { multiRegion: true } })] },
        ),
      ),
    ).toEqual([
      ['Customer managed key', '1.00', '1.00'],
      ['Key requests', '0.00', '0.03'],
    ]);
  });
});

describe('imported key', () => {
  const base = { type: 'aws:kms/externalKey:ExternalKey' };

  test('costs what a key costs', () => {
    expect(amounts(chargesOf(base))).toEqual([
      ['Customer managed key', '1.00', '1.00'],
      ['Key requests', '0.00', '0.03'],
    ]);
  });

  test('and so does its replica', () => {
    expect(amounts(chargesOf({ type: 'aws:kms/replicaExternalKey:ReplicaExternalKey' }))).toEqual([
      ['Customer managed key', '1.00', '1.00'],
      ['Key requests', '0.00', '0.03'],
    ]);
  });
});
