import { describe, expect, test } from 'vitest';
import { amounts, chargesOf, LATER } from '../../../support/resources';

describe('load balancer', () => {
  const of = (properties: Record<string, unknown>, region = 'us-east-1') =>
    amounts(chargesOf({ type: 'aws:lb/loadBalancer:LoadBalancer', properties, region }));

  test('an application load balancer that faces the internet', () => {
    expect(of({ subnets: ['a', LATER] })).toEqual([
      ['Application Load Balancer', '16.43', '16.43'],
      ['Application Load Balancer capacity units', '0.00', '5.84'],
      ['Public IPv4 address', '7.30', '7.30'],
    ]);
  });

  test('an internal one has no public addresses', () => {
    expect(of({ subnets: ['a', 'b'], internal: true })).toHaveLength(2);
  });

  test('one without public IPv4', () => {
    expect(of({ subnets: ['a'], ipAddressType: 'dualstack-without-public-ipv4' })).toHaveLength(2);
  });

  test('it may turn out to be internal', () => {
    expect(of({ subnets: ['a', 'b'], internal: LATER })[2]).toEqual(['Public IPv4 address', '0.00', '7.30']);
  });

  test('subnets decided later', () => {
    expect(of({ subnets: LATER })[2]).toEqual(['Public IPv4 address', '3.65', '10.95']);
  });

  test('a network load balancer, one of whose addresses is an Elastic IP', () => {
    const mappings = [{ subnetId: 'a', allocationId: LATER }, { subnetId: 'b' }];
    expect(of({ loadBalancerType: 'network', subnetMappings: mappings })).toEqual([
      ['Network Load Balancer', '16.43', '16.43'],
      ['Network Load Balancer capacity units', '0.00', '4.38'],
      ['Public IPv4 address', '3.65', '3.65'],
    ]);
  });

  test('a gateway load balancer', () => {
    expect(of({ loadBalancerType: 'gateway', subnets: ['a'] })).toEqual([
      ['Gateway Load Balancer', '9.13', '9.13'],
      ['Gateway Load Balancer capacity units', '0.00', '2.92'],
    ]);
  });

  test('a type that does not exist gives no amount', () => {
    expect(of({ loadBalancerType: 'quantum' })).toEqual([['Load balancer', 'no price for this type']]);
  });

  test('another region', () => {
    expect(of({ subnets: ['a'] }, 'eu-central-1')[0]).toEqual(['Application Load Balancer', '19.71', '19.71']);
  });
});
