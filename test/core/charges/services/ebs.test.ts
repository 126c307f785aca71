import { describe, expect, test } from 'vitest';
import { amounts, chargesOf } from '../../../support/resources';

describe('volume', () => {
  const of = (properties: Record<string, unknown>, region = 'us-east-1') =>
    amounts(chargesOf({ type: 'aws:ebs/volume:Volume', properties: { size: 100, ...properties }, region }));

  test('gp2 by default', () => {
    expect(of({})).toEqual([['EBS volume', '10.00', '10.00']]);
  });

  test('gp3 with what is included', () => {
    expect(of({ type: 'gp3' })).toEqual([['EBS volume', '8.00', '8.00']]);
  });

  test('gp3 with more than is included', () => {
    expect(of({ type: 'gp3', iops: 6000, throughput: 500 })).toEqual([
      ['EBS volume', '8.00', '8.00'],
      ['gp3 IOPS beyond the included', '15.00', '15.00'],
      ['gp3 throughput beyond the included', '15.00', '15.00'],
    ]);
  });

  test('io1', () => {
    expect(of({ type: 'io1', iops: 1000 })).toEqual([
      ['EBS volume', '12.50', '12.50'],
      ['Provisioned IOPS', '65.00', '65.00'],
    ]);
  });

  test('io2 pays each step of its IOPS', () => {
    expect(of({ type: 'io2', iops: 70_000 })).toEqual([
      ['EBS volume', '12.50', '12.50'],
      ['Provisioned IOPS', '2080.00', '2080.00'],
      ['Provisioned IOPS above 32,000', '1456.00', '1456.00'],
      ['Provisioned IOPS above 64,000', '191.10', '191.10'],
    ]);
  });

  test('only magnetic volumes charge for requests', () => {
    expect(of({ type: 'standard' })).toEqual([
      ['EBS volume', '5.00', '5.00'],
      ['EBS I/O requests', '0.00', '0.50'],
    ]);
  });

  test('another region', () => {
    expect(of({}, 'eu-central-1')).toEqual([['EBS volume', '11.90', '11.90']]);
  });
});

describe('snapshot', () => {
  const of = (properties: Record<string, unknown>) =>
    amounts(chargesOf({ type: 'aws:ebs/snapshot:Snapshot', properties }));

  test('how much it holds is assumed', () => {
    expect(of({})).toEqual([['EBS snapshot', '0.00', '5.00']]);
  });

  test('archived', () => {
    expect(of({ storageTier: 'archive' })).toEqual([['EBS snapshot', '0.00', '1.25']]);
  });

  test.each([
    'aws:ebs/snapshotCopy:SnapshotCopy',
    'aws:ebs/snapshotImport:SnapshotImport',
    'aws:ec2/amiCopy:AmiCopy',
    'aws:ec2/amiFromInstance:AmiFromInstance',
  ])('%s makes one', (type) => {
    expect(amounts(chargesOf({ type }))).toEqual([['EBS snapshot', '0.00', '5.00']]);
  });
});

test('fast snapshot restore', () => {
  expect(amounts(chargesOf({ type: 'aws:ebs/fastSnapshotRestore:FastSnapshotRestore' }))).toEqual([
    ['Fast snapshot restore', '547.50', '547.50'],
  ]);
});
