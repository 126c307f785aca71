import { describe, expect, test } from 'vitest';
import { amounts, chargesOf } from '../../../support/resources';

describe('domain', () => {
  const base = {
    type: 'aws:opensearch/domain:Domain',
    properties: {
      clusterConfig: { instanceType: 'm5.large.search', instanceCount: 2 },
      ebsOptions: { ebsEnabled: true, volumeType: 'gp3', volumeSize: 100 },
    },
  };

  test('data nodes and their storage', () => {
    expect(amounts(chargesOf(base))).toEqual([
      ['Data node', '207.32', '207.32'],
      ['EBS storage', '24.40', '24.40'],
    ]);
  });

  test('one node by default', () => {
    expect(
      amounts(
        chargesOf({ ...base, properties: { ...base.properties, clusterConfig: { instanceType: 'm5.large.search' } } }),
      ),
    ).toEqual([
      ['Data node', '103.66', '103.66'],
      ['EBS storage', '12.20', '12.20'],
    ]);
  });

  test('dedicated masters and warm nodes', () => {
    expect(
      amounts(
        chargesOf({
          ...base,
          properties: {
            ...base.properties,
            clusterConfig: {
              instanceType: 'm5.large.search',
              instanceCount: 2,
              dedicatedMasterEnabled: true,
              dedicatedMasterType: 'm5.large.search',
              dedicatedMasterCount: 3,
              warmEnabled: true,
              warmType: 'ultrawarm1.medium.search',
              warmCount: 2,
            },
            ebsOptions: undefined,
          },
        }),
      ),
    ).toEqual([
      ['Data node', '207.32', '207.32'],
      ['Dedicated master node', '310.98', '310.98'],
      ['UltraWarm node', '347.48', '347.48'],
    ]);
  });

  test('no instance type', () => {
    expect(
      amounts(chargesOf({ ...base, properties: { ...base.properties, clusterConfig: { instanceCount: 2 } } })),
    ).toEqual([
      ['Data node', 'its instance type is not set'],
      ['EBS storage', '24.40', '24.40'],
    ]);
  });

  test('no cluster configuration', () => {
    expect(
      amounts(
        chargesOf({ ...base, properties: { ...base.properties, clusterConfig: undefined, ebsOptions: undefined } }),
      ),
    ).toEqual([['Data node', 'clusterConfig is not set']]);
  });

  test('gp3 beyond what is included', () => {
    expect(
      amounts(
        chargesOf({
          ...base,
          properties: {
            ...base.properties,
            ebsOptions: { ebsEnabled: true, volumeType: 'gp3', volumeSize: 100, iops: 4000, throughput: 200 },
          },
        }),
      ),
    ).toEqual([
      ['Data node', '207.32', '207.32'],
      ['EBS storage', '24.40', '24.40'],
      ['gp3 IOPS beyond the included', '16.00', '16.00'],
      ['gp3 throughput beyond the included', '9.60', '9.60'],
    ]);
  });

  test('io1', () => {
    expect(
      amounts(
        chargesOf({
          ...base,
          properties: {
            ...base.properties,
            ebsOptions: { ebsEnabled: true, volumeType: 'io1', volumeSize: 100, iops: 1000 },
          },
        }),
      ),
    ).toEqual([
      ['Data node', '207.32', '207.32'],
      ['EBS storage', '33.80', '33.80'],
      ['Provisioned IOPS', '176.00', '176.00'],
    ]);
  });

  test('a volume without a type', () => {
    expect(
      amounts(
        chargesOf({ ...base, properties: { ...base.properties, ebsOptions: { ebsEnabled: true, volumeSize: 100 } } }),
      ),
    ).toEqual([
      ['Data node', '207.32', '207.32'],
      ['EBS storage', 'volumeType is not set'],
    ]);
  });

  test('in another region', () => {
    expect(amounts(chargesOf({ ...base, region: 'eu-west-1' }))).toEqual([
      ['Data node', '230.68', '230.68'],
      ['EBS storage', '26.84', '26.84'],
    ]);
  });
});

describe('serverless collection', () => {
  const base = { type: 'aws:opensearch/serverlessCollection:ServerlessCollection' };

  test('two units with standby replicas, which are the default', () => {
    expect(amounts(chargesOf(base))).toEqual([
      ['Serverless capacity units, at least', '350.40', '350.40'],
      ['Serverless storage', '0.02', '0.24'],
    ]);
  });

  test('one unit without', () => {
    expect(amounts(chargesOf({ ...base, properties: { standbyReplicas: 'DISABLED' } }))).toEqual([
      ['Serverless capacity units, at least', '175.20', '175.20'],
      ['Serverless storage', '0.02', '0.24'],
    ]);
  });

  test('in a group with limits of its own', () => {
    expect(amounts(chargesOf({ ...base, properties: { collectionGroupName: 'logs' } }))).toEqual([
      ['Serverless capacity units, at least', 'the limits of its collection group decide its capacity'],
      ['Serverless storage', '0.02', '0.24'],
    ]);
  });
});
