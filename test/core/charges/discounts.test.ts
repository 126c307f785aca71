import { describe, expect, test } from 'vitest';
import { sumWords } from '../../../src/reports/arithmetic';
import { reportOf } from '../../../src/reports/model/report';
import { wordsOf } from '../../../src/words/notices';
import { assessed } from '../../support/inputs';
import type { ResourceSketch } from '../../support/resources';

const NAT = { type: 'aws:ec2/natGateway:NatGateway', name: 'nat' };
const QUEUE = { type: 'aws:sqs/queue:Queue', name: 'jobs' };
const DOMAIN = { type: 'aws:route53domains/domain:Domain', name: 'shop', properties: { domainName: 'shop.com' } };
const SPOT = {
  type: 'aws:ec2/spotInstanceRequest:SpotInstanceRequest',
  name: 'worker',
  properties: {
    instanceType: 'm5.large',
    associatePublicIpAddress: false,
    rootBlockDevice: { volumeType: 'gp3', volumeSize: 8 },
  },
};

const sees = (resources: ResourceSketch[], discounts: Record<string, number>) =>
  assessed({ resources, config: { discounts } });
const chargesIn = (resources: ResourceSketch[], discounts: Record<string, number>) =>
  reportOf(sees(resources, discounts)).resources.flatMap(({ charges }) =>
    charges.map((row) => [row.what, row.exact?.min.toFixed(2), row.exact?.max.toFixed(2)]),
  );

describe('discounts that the owner states', () => {
  test('take a share off the list price of a product, by any of its names', () => {
    const expected = [
      ['NAT gateway', '29.57', '29.57'],
      ['NAT gateway data processed', '0.00', '4.05'],
    ];
    expect(chargesIn([NAT], { 'Amazon EC2': 0.1 })).toEqual(expected);
    expect(chargesIn([NAT], { 'Amazon Elastic Compute Cloud': 0.1 })).toEqual(expected);
  });

  test('all: every product that has none of its own', () => {
    expect(chargesIn([NAT], { all: 0.5, 'Amazon EC2': 0 })[0]).toEqual(['NAT gateway', '32.85', '32.85']);
    expect(chargesIn([NAT], { all: 0.5 })[0]).toEqual(['NAT gateway', '16.43', '16.43']);
  });

  test('what is bought one time costs what it costs', () => {
    expect(chargesIn([DOMAIN], { all: 0.5 })).toEqual(chargesIn([DOMAIN], {}));
  });

  test('the arithmetic shows it', () => {
    const [charge] = reportOf(sees([NAT], { all: 0.125 })).resources[0]?.charges ?? [];
    expect(charge && sumWords(charge)).toBe('730 × $0.045, less your discount of 12.5 % = $28.74 a month');
  });

  test('all of it', () => {
    const [charge] = reportOf(sees([NAT], { all: 1 })).resources[0]?.charges ?? [];
    expect(charge && sumWords(charge)).toBe('$0.045, less your discount of 100 % = $0.00 a month');
  });

  test('a Spot instance is a range, or what the owner pays for one', () => {
    expect(chargesIn([SPOT], {})[0]).toEqual(['EC2 Spot instance, at most the Linux price', '0.00', '70.08']);
    expect(chargesIn([SPOT], { 'EC2 Spot': 0.7 })[0]).toEqual(['EC2 Spot instance, Linux price', '21.02', '21.02']);
  });

  test('the total is the sum of what is shown', () => {
    const { estimate } = sees([NAT, QUEUE, SPOT], { all: 0.1, 'EC2 Spot': 0.6 });
    const { resources } = reportOf(sees([NAT, QUEUE, SPOT], { all: 0.1, 'EC2 Spot': 0.6 }));
    const shown = resources.reduce((sum, { monthly }) => sum + Number(monthly.total.max), 0);
    expect(shown.toFixed(2)).toBe(estimate.monthly.total.max.toFixed(2));
  });

  test('a name that no bill has is said, with the nearest', () => {
    const told = sees([NAT], { 'Amazon EC3': 0.1 }).notes.filter(({ code }) => code === 'discount-product-unknown');
    expect(told.map(wordsOf)).toEqual([
      'discounts: Amazon EC3 is not a known product name; did you mean Amazon EC2? It takes nothing off.',
    ]);
  });

  test('buckets that fill the steps of a price together each pay their share of it', () => {
    const bucket = (name: string) => ({ type: 'aws:s3/bucket:Bucket', name });
    const usage = [{ type: 'aws:s3/bucket:Bucket', storageGb: 40_000, putRequests: 0, getRequests: 0 }];
    const total = (discounts: Record<string, number>) =>
      assessed({ resources: [bucket('a'), bucket('b')], config: { usage, discounts } }).estimate.monthly.total.min;
    expect(total({ 'Amazon S3': 0.25 }).toFixed(4)).toBe(total({}).times(0.75).toFixed(4));
  });
});
