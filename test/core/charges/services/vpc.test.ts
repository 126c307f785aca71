import { describe, expect, test } from 'vitest';
import { unknown } from '../../../../src/core/reading';
import { amounts, chargesOf } from '../../../support/resources';

describe('NAT gateway', () => {
  const nat = { type: 'aws:ec2/natGateway:NatGateway' };

  test('an hour and the data it moves', () => {
    expect(amounts(chargesOf(nat))).toEqual([
      ['NAT gateway', '32.85', '32.85'],
      ['NAT gateway data processed', '0.00', '4.50'],
    ]);
  });

  test('the owner knows the traffic', () => {
    const usage = [{ type: nat.type, name: undefined, tag: undefined, figures: { dataProcessedGb: 1000 } }];
    expect(amounts(chargesOf(nat, { usage }))[1]).toEqual(['NAT gateway data processed', '45.00', '45.00']);
  });

  test('a region that the price book does not know gives an unknown amount that names the price', () => {
    expect(amounts(chargesOf({ ...nat, region: 'xx-test-1' }))[0]).toEqual([
      'NAT gateway',
      'no price for natgateway/nat.hour in xx-test-1',
    ]);
  });

  test('a region decided later is no region', () => {
    expect(amounts(chargesOf({ ...nat, region: unknown('later') }))[0]).toEqual([
      'NAT gateway',
      'the region is not known: later',
    ]);
  });
});
