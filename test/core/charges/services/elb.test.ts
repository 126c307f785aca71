import { describe, expect, test } from 'vitest';
import { amounts, chargesOf } from '../../../support/resources';

describe('classic load balancer', () => {
  const of = (properties: Record<string, unknown>) =>
    amounts(chargesOf({ type: 'aws:elb/loadBalancer:LoadBalancer', properties }));

  test('hours, data and an address for each zone', () => {
    expect(of({ availabilityZones: ['us-east-1a', 'us-east-1b'] })).toEqual([
      ['Classic Load Balancer', '18.25', '18.25'],
      ['Classic Load Balancer data processed', '0.00', '0.80'],
      ['Public IPv4 address', '7.30', '7.30'],
    ]);
  });

  test('no zones stated', () => {
    expect(of({})[2]).toEqual(['Public IPv4 address', '3.65', '10.95']);
  });
});
