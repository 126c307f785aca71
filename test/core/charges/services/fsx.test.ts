import { describe, expect, test } from 'vitest';
import { amounts, chargesOf } from '../../../support/resources';

describe('Lustre', () => {
  const base = {
    type: 'aws:fsx/lustreFileSystem:LustreFileSystem',
    properties: { deploymentType: 'PERSISTENT_2', perUnitStorageThroughput: 125, storageCapacity: 1200 },
  };

  test('storage with its throughput', () => {
    expect(amounts(chargesOf(base))).toEqual([['Lustre storage', '174.00', '174.00']]);
  });
});

describe('ONTAP', () => {
  const base = {
    type: 'aws:fsx/ontapFileSystem:OntapFileSystem',
    properties: { deploymentType: 'MULTI_AZ_1', storageCapacity: 1024, throughputCapacity: 128 },
  };

  test('storage and throughput', () => {
    expect(amounts(chargesOf(base))).toEqual([
      ['ONTAP storage', '256.00', '256.00'],
      ['ONTAP throughput', '153.60', '153.60'],
      ['ONTAP capacity pool', '0.00', '4.38'],
      ['Backup storage', '0.00', '1.00'],
    ]);
  });

  test('IOPS of its own', () => {
    expect(
      amounts(
        chargesOf({
          ...base,
          properties: {
            ...base.properties,
            deploymentType: 'SINGLE_AZ_1',
            diskIopsConfiguration: { mode: 'USER_PROVISIONED', iops: 4072 },
          },
        }),
      ),
    ).toEqual([
      ['ONTAP storage', '128.00', '128.00'],
      ['ONTAP throughput', '92.16', '92.16'],
      ['IOPS beyond the included', '17.00', '17.00'],
      ['ONTAP capacity pool', '0.00', '2.19'],
      ['Backup storage', '0.00', '1.00'],
    ]);
  });

  test('throughput of each pair', () => {
    expect(
      amounts(
        chargesOf({
          ...base,
          properties: { ...base.properties, throughputCapacity: undefined, throughputCapacityPerHaPair: 128 },
        }),
      ),
    ).toEqual([
      ['ONTAP storage', '256.00', '256.00'],
      ['ONTAP throughput', '153.60', '153.60'],
      ['ONTAP capacity pool', '0.00', '4.38'],
      ['Backup storage', '0.00', '1.00'],
    ]);
  });

  test('a later generation', () => {
    expect(amounts(chargesOf({ ...base, properties: { ...base.properties, deploymentType: 'SINGLE_AZ_2' } }))).toEqual([
      ['ONTAP storage', '128.00', '128.00'], // 0.125 × 1,024
      ['ONTAP throughput', '204.80', '204.80'], // 1.6 × 128
      ['ONTAP capacity pool', '0.00', '2.19'],
      ['Backup storage', '0.00', '1.00'],
    ]);
  });
});

describe('OpenZFS', () => {
  const base = {
    type: 'aws:fsx/openZfsFileSystem:OpenZfsFileSystem',
    properties: { deploymentType: 'SINGLE_AZ_1', storageCapacity: 100, throughputCapacity: 64 },
  };

  test('storage and throughput', () => {
    expect(amounts(chargesOf(base))).toEqual([
      ['OpenZFS storage', '9.00', '9.00'],
      ['OpenZFS throughput', '16.64', '16.64'],
      ['Backup storage', '0.00', '1.00'],
    ]);
  });

  test('IOPS of its own', () => {
    expect(
      amounts(
        chargesOf({
          ...base,
          properties: { ...base.properties, diskIopsConfiguration: { mode: 'USER_PROVISIONED', iops: 1300 } },
        }),
      ),
    ).toEqual([
      ['OpenZFS storage', '9.00', '9.00'],
      ['OpenZFS throughput', '16.64', '16.64'],
      ['IOPS beyond the included', '6.00', '6.00'],
      ['Backup storage', '0.00', '1.00'],
    ]);
  });
});

describe('Windows', () => {
  const base = {
    type: 'aws:fsx/windowsFileSystem:WindowsFileSystem',
    properties: { storageCapacity: 300, throughputCapacity: 32 },
  };

  test('one zone and SSD by default', () => {
    expect(amounts(chargesOf(base))).toEqual([
      ['Windows storage', '39.00', '39.00'],
      ['Windows throughput', '70.40', '70.40'],
      ['Backup storage', '0.00', '1.00'],
    ]);
  });

  test('two zones', () => {
    expect(amounts(chargesOf({ ...base, properties: { ...base.properties, deploymentType: 'MULTI_AZ_1' } }))).toEqual([
      ['Windows storage', '69.00', '69.00'],
      ['Windows throughput', '144.00', '144.00'],
      ['Backup storage', '0.00', '1.00'],
    ]);
  });
});
