import { describe, expect, test } from 'vitest';
import { amounts, chargesOf } from '../../../support/resources';

describe('replication instance', () => {
  const base = {
    type: 'aws:dms/replicationInstance:ReplicationInstance',
    properties: { replicationInstanceClass: 'dms.t3.micro' },
  };

  test('in one zone by default', () => {
    expect(amounts(chargesOf(base))).toEqual([['Replication instance', '13.58', '13.58']]);
  });

  test('in two zones with storage beyond the included', () => {
    expect(
      amounts(chargesOf({ ...base, properties: { ...base.properties, multiAz: true, allocatedStorage: 100 } })),
    ).toEqual([
      ['Replication instance', '27.16', '27.16'],
      ['Storage beyond the included', '11.50', '11.50'],
    ]);
  });

  test('within the included storage', () => {
    expect(amounts(chargesOf({ ...base, properties: { ...base.properties, allocatedStorage: 50 } }))).toEqual([
      ['Replication instance', '13.58', '13.58'],
    ]);
  });
});
