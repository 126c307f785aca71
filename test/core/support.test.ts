import { describe, expect, test } from 'vitest';
import type { Config } from '../../src/config/schema';
import { SUPPORT_PLANS } from '../../src/core/charges/support-plans';
import { uncoveredRow } from '../../src/core/coverage/billed-rows';
import { reportOf } from '../../src/reports';
import { wordsOf } from '../../src/words/notices';
import { aBalance, aCredit, assessed, at } from '../support/inputs';

const NAT = { type: 'aws:ec2/natGateway:NatGateway' };
const NO_TRAFFIC = [{ type: NAT.type, dataProcessedGb: 0 }];
/** Past the day on which Developer and Business Support end. */
const LATER = at('2027-03-01');

const spends = (usd: string, config: Config = {}, balance = aBalance(), now = LATER) =>
  assessed({ resources: [], balance, now, config: { burn: { monthly: { 'Amazon EC2': usd } }, ...config } });

const feeOf = (assessment: ReturnType<typeof assessed>) => assessment.outlook.support?.fee.max.toFixed(2);
const noteOf = ({ notes }: ReturnType<typeof assessed>, code: string) =>
  notes.filter((one) => one.code === code).map(wordsOf);
const monthOf = (assessment: ReturnType<typeof assessed>, month: string) => {
  const row = reportOf(assessment).forecast?.months.find((one) => one.month === month);
  return row && [row.covered.toFixed(2), row.cash.toFixed(2), row.unknown.toFixed(2)];
};

test('a fee that begins on a day ahead, and that no credit covers, ends no coverage', () => {
  const ends = at('2027-01-31');
  const { verdict, outlook } = spends(
    '20.00',
    { support: 'business' },
    aBalance([aCredit({ ends })]),
    at('2026-11-30'),
  );
  expect(outlook.dear.coverageEnds.map(({ at: end, isLoss }) => [end, isLoss])).toContainEqual([
    at('2027-01-01'),
    false,
  ]);
  expect(verdict.coveredUntil).toEqual({ at: ends, because: 'ended', latest: ends });
});

describe('the fee', () => {
  test('there is none without a plan', () => {
    const assessment = spends('400.00');
    expect(assessment.outlook.support).toBeUndefined();
    expect(noteOf(assessment, 'support-reckoned')).toEqual([]);
  });

  // By hand, from the steps of https://aws.amazon.com/premiumsupport/pricing/.
  test.each([
    ['business-plus', '0.00', '29.00'],
    ['business-plus', '322.22', '29.00'],
    ['business-plus', '322.30', '29.01'],
    ['business-plus', '10000.00', '900.00'],
    ['business-plus', '80000.00', '5800.00'],
    ['business-plus', '250000.00', '14300.00'],
    ['business-plus', '300000.00', '15800.00'],
    ['enterprise', '50000.00', '5000.00'],
    ['enterprise', '1200000.00', '70500.00'],
    ['unified-operations', '100000.00', '50000.00'],
    ['unified-operations', '6000000.00', '390000.00'],
  ] as const)('%s on $%s is $%s', (support, usage, fee) => {
    expect(feeOf(spends(usage, { support }))).toBe(fee);
  });

  test.each([
    ['developer', '2000.00', '60.00', '180.00'],
    ['business', '85000.00', '6150.00', '6050.00'],
  ] as const)('%s on $%s is $%s, until AWS ends it', (support, usage, before, after) => {
    const assessment = spends(usage, { support }, aBalance([aCredit({ products: ['Amazon RDS'] })]), at('2026-12-01'));
    expect(feeOf(assessment)).toBe(before);
    const cash = (amount: string) => (Number(usage) + Number(amount)).toFixed(2);
    expect(monthOf(assessment, '2026-12')).toEqual(['0.00', cash(before), '0.00']);
    expect(monthOf(assessment, '2027-01')).toEqual(['0.00', cash(after), '0.00']);
    expect(noteOf(assessment, 'support-reckoned')[0]).toMatch(
      /AWS ends this plan on 2027-01-01; the rates of AWS Business Support\+ are counted from then on\.$/,
    );
  });

  test('is on ordinary usage alone', () => {
    const burn = { monthly: { 'Amazon EC2': '1000.00', 'AWS Marketplace': '5000.00', Tax: '100.00' } };
    expect(feeOf(assessed({ resources: [], now: LATER, config: { burn, support: 'business-plus' } }))).toBe('90.00');
  });

  test('is on list prices, whatever discount the plan has', () => {
    // $32.85 list; with half off, $16.43 are charged.
    const config = (discounts: Record<string, number>): Config => ({
      usage: NO_TRAFFIC,
      support: 'business-plus',
      burn: { monthly: { 'Amazon RDS': '1000.00' } },
      discounts,
    });
    const feeWith = (discounts: Record<string, number>) =>
      feeOf(assessed({ resources: [NAT], now: LATER, config: config(discounts) }));
    expect([feeWith({}), feeWith({ all: 0.5 })]).toEqual(['92.96', '92.96']);
    // What is free of charge has no list price to be found from nothing.
    expect(feeWith({ all: 1 })).toBe('90.00');
  });

  test('is higher in the month of an upfront fee', () => {
    const upfront = {
      type: 'aws:savingsplans/savingsPlan:SavingsPlan',
      properties: { commitment: '0', upfrontPaymentAmount: '10000.00' },
    };
    const assessment = assessed({
      resources: [upfront],
      now: LATER,
      balance: aBalance([aCredit({ products: ['Amazon RDS'] })]),
      config: { burn: { monthly: { 'Amazon EC2': '1000.00' } }, support: 'business-plus' },
    });
    // 9 % of $10,000 and 7 % of the $1,000 above: $970, of which $90 are of every month.
    expect(monthOf(assessment, '2027-03')).toEqual(['0.00', '11970.00', '0.00']);
    expect(monthOf(assessment, '2027-04')).toEqual(['0.00', '1090.00', '0.00']);
  });

  test('follows what begins on a day ahead', () => {
    // A cluster costs $73.00 a month, and from 2027-03-27 on $438.00.
    const cluster = { type: 'aws:eks/cluster:Cluster', properties: { version: '1.35' } };
    const config: Config = { support: 'business-plus', burn: { monthly: { 'Amazon RDS': '1000.00' } } };
    const balance = aBalance([aCredit({ products: ['Amazon EKS', 'Amazon RDS'] })]);
    const assessment = assessed({ resources: [cluster], now: LATER, balance, config });
    expect(feeOf(assessment)).toBe('96.57');
    // 26 of 31 days at $96.57, 5 at $129.42; then whole months.
    expect(monthOf(assessment, '2027-03')?.[1]).toBe('101.87');
    expect(monthOf(assessment, '2027-04')?.[1]).toBe('129.42');
  });
});

describe('who pays it', () => {
  const withCredit = (products: 'all' | string[], support: Config['support'] = 'business-plus') =>
    spends('1000.00', { support }, aBalance([aCredit({ products })]));

  test('a credit that names the plan covers it', () => {
    const assessment = withCredit(['Amazon EC2', 'AWS Business Support+']);
    expect(monthOf(assessment, '2027-03')).toEqual(['1090.00', '0.00', '0.00']);
    expect(noteOf(assessment, 'support-reckoned')).toEqual([
      'AWS Business Support+: $90.00 a month on $1,000.00 of usage before credits (support:). Credits cover it.',
    ]);
  });

  test('the terms are older than Business Support+: a credit for everything may cover it', () => {
    const assessment = withCredit('all');
    expect(monthOf(assessment, '2027-03')).toEqual(['1000.00', '0.00', '90.00']);
    expect(noteOf(assessment, 'support-reckoned')[0]).toContain("AWS's terms don't say whether credits cover it.");
  });

  test('Enterprise Support is cash', () => {
    expect(monthOf(withCredit('all', 'enterprise'), '2027-03')).toEqual(['1000.00', '5000.00', '0.00']);
  });

  test('it is no cash of the plan: no limit counts it', () => {
    const assessment = spends('1000.00', {
      support: 'enterprise',
      policies: { 'credit-outlook': { maxMonthlyCash: '1.00', maxOneTimeCash: '1.00' } },
    });
    expect(assessment.findings.filter(({ rule }) => rule.endsWith('-cash'))).toEqual([]);
  });

  test('each plan stands on the bill under a name that is known here', () => {
    for (const { product } of Object.values(SUPPORT_PLANS))
      expect([product, uncoveredRow(product)]).not.toContain(undefined);
  });
});

test('the rows of the burn give way, so that nothing is counted twice', () => {
  const burn = {
    monthly: { 'Amazon EC2': '1000.00', 'AWS Support (Business)': '100.00', 'AWS Business Support+': '90.00' },
  };
  const assessment = assessed({ resources: [], now: LATER, config: { burn, support: 'business-plus' } });
  expect(noteOf(assessment, 'burn-row-reckoned')).toEqual([
    'burn: AWS Support (Business), AWS Business Support+ are left out: support: reckons them.',
  ]);
  expect(assessment.outlook.burn?.size).toBe(1);
  expect(feeOf(assessment)).toBe('90.00');
});

test('without a burn it is the fee on this plan alone, or more', () => {
  const assessment = assessed({
    resources: [NAT],
    now: LATER,
    config: { usage: NO_TRAFFIC, support: 'business-plus' },
  });
  expect(noteOf(assessment, 'support-reckoned')[0]).toContain('$29.00 a month or more on $32.85 of usage');
});
