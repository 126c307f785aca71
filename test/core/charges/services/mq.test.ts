import { describe, expect, test } from 'vitest';
import { amounts, chargesOf } from '../../../support/resources';

describe('broker', () => {
  const base = {
    type: 'aws:mq/broker:Broker',
    properties: { engineType: 'RabbitMQ', hostInstanceType: 'mq.m5.large' },
  };

  test('one RabbitMQ broker', () => {
    expect(amounts(chargesOf(base))).toEqual([
      ['Message broker', '210.24', '210.24'],
      ['Broker storage', '0.00', '2.00'],
    ]);
  });

  test('a cluster of three', () => {
    expect(
      amounts(chargesOf({ ...base, properties: { ...base.properties, deploymentMode: 'CLUSTER_MULTI_AZ' } })),
    ).toEqual([
      ['Message broker', '630.72', '630.72'],
      ['Broker storage', '0.00', '6.00'],
    ]);
  });

  test('ActiveMQ with a standby', () => {
    expect(
      amounts(
        chargesOf({
          ...base,
          properties: { ...base.properties, engineType: 'ActiveMQ', deploymentMode: 'ACTIVE_STANDBY_MULTI_AZ' },
        }),
      ),
    ).toEqual([
      ['Message broker', '420.48', '420.48'],
      ['Broker storage', '0.00', '6.00'],
    ]);
  });
});
