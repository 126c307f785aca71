import { describe, expect, test } from 'vitest';
import type { Credit } from '../../src/core/credits/credit';
import { readSnapshot } from '../../src/core/credits/snapshot';
import { reportOf } from '../../src/reports';
import { wordsOf } from '../../src/words/notices';
import { aBalance, aCredit, assessed, at, NOW } from '../support/inputs';

const NAT = { type: 'aws:ec2/natGateway:NatGateway', existing: false, change: 'create' as const };
/** $32.85 a month at the list price, $16.43 with half off. */
const HALF = { discounts: { all: 0.5 }, usage: [{ type: NAT.type, dataProcessedGb: 0 }] };

const held = (remaining: string, parts: Partial<Omit<Credit, 'remaining'>> = {}, config = HALF) =>
  assessed({
    resources: [NAT],
    balance: aBalance([aCredit({ remaining, isBeforeDiscounts: true, ends: undefined, ...parts })]),
    config,
  });
const told = ({ notes }: ReturnType<typeof assessed>) =>
  notes.filter(({ code }) => code === 'credits-before-discounts').map(wordsOf);
const decembersOf = (assessment: ReturnType<typeof assessed>) => {
  const month = reportOf(assessment).forecast?.months[0];
  return month && [month.covered, month.cash, month.left].map((usd) => usd.toFixed(2));
};

describe('a credit that applies before discounts', () => {
  test('covers list prices: December has 744 hours at $0.045', () => {
    expect(decembersOf(held('100'))).toEqual(['33.48', '0.00', '66.52']);
    expect(decembersOf(held('100', { isBeforeDiscounts: false }))).toEqual(['16.74', '0.00', '83.26']);
  });

  test('where it is short, the rest is cash with the discount', () => {
    // A quarter of the month at the list price; the other three at half of it.
    expect(decembersOf(held('8.37'))).toEqual(['8.37', '12.56', '0.00']);
  });

  test('monthly figures are less the discount, and so is who pays them', () => {
    const { estimate } = held('8.10');
    // In 30 days, 720 hours: $8.10 at the list price are $4.05 of $16.20, a quarter.
    const { total, covered, cash } = estimate.monthly;
    expect([total, covered, cash].map(({ max }) => max.toFixed(2))).toEqual(['16.43', '4.11', '12.32']);
  });

  test('what credits draw a month is what they draw', () => {
    const drawn = ({ outlook }: ReturnType<typeof assessed>) => outlook.coverable.max.toFixed(2);
    expect([drawn(held('100')), drawn(held('100', { isBeforeDiscounts: false }))]).toEqual(['32.85', '16.43']);
  });

  test('is told', () => {
    expect(told(held('100'))).toEqual([
      '1 credit applies before the discount of 50 % (discounts: all): the forecast draws list prices from it; monthly figures are less the discount.',
    ]);
    expect(told(held('100', { isBeforeDiscounts: false }))).toEqual([]);
    expect(told(held('100', {}, { ...HALF, discounts: { all: 0 } }))).toEqual([]);
  });

  test('a discount of one service is off already', () => {
    const own = { ...HALF, discounts: { 'Amazon EC2': 0.5 } };
    expect(decembersOf(held('100', {}, own as unknown as typeof HALF))).toEqual(['16.74', '0.00', '83.26']);
  });

  test('what is free has no list price to be found from nothing', () => {
    expect(decembersOf(held('100', {}, { ...HALF, discounts: { all: 1 } }))).toEqual(['0.00', '0.00', '100.00']);
  });
});

test.each([
  ['BEFORE_CROSS_SERVICE_DISCOUNTS', true],
  ['BeforeCrossServiceDiscounts', true],
  ['AFTER_DISCOUNTS', false],
  ['AfterDiscounts', false],
  [undefined, false],
])('applicationType %s', (applicationType, expected) => {
  const amount = { currencyCode: 'USD', currencyAmount: '10' };
  const row = { creditId: '1', description: 'x', remainingAmount: amount, startDate: '2026-01-01', applicationType };
  const read = readSnapshot({ credits: [row] }, { source: 'x', writtenAt: NOW, now: at('2026-12-01'), maxAgeDays: 7 });
  const { credits } = read;
  expect(credits.state === 'known' && credits.value[0]?.isBeforeDiscounts).toBe(expected);
});
