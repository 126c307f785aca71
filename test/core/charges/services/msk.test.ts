import { describe, expect, test } from 'vitest';
import { amounts, chargesOf } from '../../../support/resources';

describe('cluster', () => {
  const base = {
    type: 'aws:msk/cluster:Cluster',
    properties: {
      numberOfBrokerNodes: 3,
      brokerNodeGroupInfo: { instanceType: 'kafka.m5.large', storageInfo: { ebsStorageInfo: { volumeSize: 100 } } },
    },
  };

  test('brokers and storage', () => {
    expect(amounts(chargesOf(base))).toEqual([
      ['Kafka broker', '459.90', '459.90'],
      ['Broker storage', '30.00', '30.00'],
    ]);
  });

  test('Express brokers have no volume', () => {
    expect(
      amounts(
        chargesOf({
          ...base,
          properties: { ...base.properties, brokerNodeGroupInfo: { instanceType: 'express.m7g.large' } },
        }),
      ),
    ).toEqual([['Kafka broker', '893.52', '893.52']]);
  });

  test('in another region', () => {
    expect(amounts(chargesOf({ ...base, region: 'eu-west-1' }))).toEqual([
      ['Kafka broker', '512.46', '512.46'],
      ['Broker storage', '33.00', '33.00'],
    ]);
  });
});

describe('serverless cluster', () => {
  const base = { type: 'aws:msk/serverlessCluster:ServerlessCluster' };

  test('the cluster and its use', () => {
    expect(amounts(chargesOf(base))).toEqual([
      ['Serverless Kafka cluster', '547.50', '547.50'],
      ['Serverless partitions', '1.10', '109.50'],
      ['Serverless data in', '0.00', '10.00'],
      ['Serverless data out', '0.00', '5.00'],
      ['Serverless storage', '0.00', '10.00'],
    ]);
  });
});

describe('by the hour', () => {
  const base = { type: 'aws:msk/replicator:Replicator' };

  test('replicator', () => {
    expect(amounts(chargesOf(base))).toEqual([
      ['Kafka replicator', '219.00', '219.00'],
      ['Data replicated', '0.00', '8.00'],
    ]);
  });

  test('private connection', () => {
    expect(amounts(chargesOf({ type: 'aws:msk/vpcConnection:VpcConnection' }))).toEqual([
      ['Private connection', '16.43', '16.43'],
      ['Private connection data', '0.00', '0.60'],
    ]);
  });
});
