import { describe, expect, test } from 'vitest';
import { plain, usd } from '../../../src/core/money';
import { claimsOfOthers } from '../../../src/core/outlook/grants';
import type { Stack } from '../../../src/core/plan';
import { aBalance, aCredit, assessed, at } from '../../support/inputs';

const NAT = { type: 'aws:ec2/natGateway:NatGateway', name: 'nat' };
const usable = (credits: readonly ReturnType<typeof aCredit>[], pool: Record<string, unknown>): string | undefined =>
  assessed({ resources: [NAT], balance: aBalance(credits), config: { pool } }).outlook.usable?.min.toFixed(2);

const soon = aCredit({ id: 'soon', remaining: '100', ends: at('2027-02-01') });
const late = aCredit({ id: 'late', remaining: '500', ends: at('2027-12-01') });

describe('what other stacks have reserved', () => {
  test('is not taken from credits that this account cannot draw on', () => {
    const foreign = aCredit({
      id: 'foreign',
      remaining: '1000',
      owner: '444455556666',
      sharing: { type: 'disabled', accounts: undefined, isOn: undefined },
      ends: at('2027-01-15'),
    });
    const config = { account: '111122223333', pool: { reserved: { 'other/prod': '60' } } };
    const { outlook } = assessed({ resources: [], balance: aBalance([foreign, soon]), config });
    expect(outlook.usable?.max.toFixed(2)).toBe('40.00');
  });

  test('is taken once from all credits together, not from each', () => {
    expect(usable([late, soon], { reserved: { 'other/prod': '150' } })).toBe('450.00');
  });

  test('comes off the credit that is used first', () => {
    const config = { pool: { reserved: { 'other/prod': '150' } } };
    const { outlook } = assessed({ resources: [NAT], balance: aBalance([late, soon]), config });
    const [month] = outlook.dear.months;
    expect([...(month?.credits.keys() ?? [])]).toEqual(['late']);
  });

  test('the reservation of this stack is its own', () => {
    expect(usable([soon], { reserved: { 'shop/dev': '150' } })).toBe('100.00');
    expect(usable([soon], { reserved: { 'shop/prod': '30' } })).toBe('70.00');
  });

  test('takes no more than there is', () => {
    expect(usable([soon], { reserved: { 'other/prod': '101' } })).toBe('0.00');
  });

  test('takes nothing from a credit that has ended', () => {
    const ended = aCredit({ id: 'ended', remaining: '100', ends: at('2026-12-01') });
    expect(usable([ended, late], { reserved: { 'other/prod': '100' } })).toBe('400.00');
  });

  test('is taken from the share of this stack', () => {
    expect(usable([late], { share: 0.5, reserved: { 'other/prod': '100' } })).toBe('150.00');
  });
});

describe('a reservation meets the credits in their order of use', () => {
  const firstUsed = (...credits: readonly ReturnType<typeof aCredit>[]) => {
    const config = { pool: { reserved: { 'other/prod': '100' } } };
    const { outlook } = assessed({ resources: [NAT], balance: aBalance(credits), config });
    return credits.map(({ id }) => id).filter((id) => outlook.dear.months[0]?.credits.has(id) !== true);
  };
  const credit = (id: string, parts: Parameters<typeof aCredit>[0]) => aCredit({ id, remaining: '100', ...parts });

  test.each([
    ['the soonest to end', credit('a', { ends: at('2027-03-01') }), credit('b', { ends: at('2027-02-01') }), 'b'],
    ['one that ends before one that does not', credit('a', { ends: undefined }), credit('b', {}), 'b'],
    [
      'the narrowest',
      credit('a', { products: 'all' }),
      credit('b', { products: ['Amazon Elastic Compute Cloud', 'Amazon RDS'] }),
      'b',
    ],
    [
      'a list, however long, before everything',
      credit('a', { products: 'all' }),
      credit('b', { products: ['Amazon EC2', 'Amazon RDS', 'Amazon SQS', 'Amazon SNS', 'AWS Lambda'] }),
      'b',
    ],
    ['the oldest', credit('a', { starts: at('2026-05-01') }), credit('b', { starts: at('2026-02-01') }), 'b'],
    ['the first by id', credit('b', {}), credit('a', {}), 'a'],
  ])('%s', (_, one, other, expected) => {
    expect(firstUsed(one, other)).toEqual([expected]);
    expect(firstUsed(other, one)).toEqual([expected]);
  });
});

describe('whose a reservation is', () => {
  const others = (reserved: Record<string, string>, ...stacks: Stack[]) =>
    claimsOfOthers(new Map(Object.entries(reserved).map(([stack, amount]) => [stack, usd(amount)])), stacks).map(
      ({ stack, usd: amount }) => `${stack} ${plain(amount)}`,
    );
  const dev: Stack = { organization: null, project: 'shop', name: 'dev' };

  test('that of a stack at hand is its own, by its name or its full name', () => {
    const reserved = { 'shop/dev': '1', 'acme/shop/dev': '2', 'myshop/dev': '3', 'shop/dev/x': '4', 'shop/prod': '5' };
    expect(others(reserved, dev)).toEqual(['shop/prod 5.00', 'shop/dev/x 4.00', 'myshop/dev 3.00']);
    // One of another organization is another stack.
    expect(others({ ...reserved, 'other/shop/dev': '6' }, { ...dev, organization: 'acme' })).toEqual([
      'other/shop/dev 6.00',
      'shop/prod 5.00',
      'shop/dev/x 4.00',
      'myshop/dev 3.00',
    ]);
    expect(others({ 'shop/dev': '1', 'shop/prod': '5' }, { ...dev, name: 'prod' }, dev)).toEqual([]);
  });

  test('the largest first, then by name; what is released is none', () => {
    expect(others({ 'shop/c': '1', 'shop/b': '0', 'shop/d': '7', 'shop/a': '1' }, dev)).toEqual([
      'shop/d 7.00',
      'shop/a 1.00',
      'shop/c 1.00',
    ]);
  });
});
