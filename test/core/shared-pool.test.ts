import { describe, expect, test } from 'vitest';
import { settingsOf } from '../../src/config/read-settings';
import { usd } from '../../src/core/money';
import { notice } from '../../src/core/notice';
import { unknown } from '../../src/core/reading';
import { toReserve } from '../../src/core/to-reserve';
import { wordsOf } from '../../src/words/notices';
import { aBalance, aCredit, aPlan, assessed, at, NOW } from '../support/inputs';
import { prices } from '../support/resources';

const NAT = { type: 'aws:ec2/natGateway:NatGateway', name: 'nat', properties: { subnetId: 'subnet-1' } };
const late = aCredit({ id: 'late', remaining: '500', ends: at('2027-12-01') });

describe('where it is not known what others have reserved', () => {
  const situation = { resources: [NAT], balance: aBalance([late]), settings: { isPoolKnown: false } };

  test('any part of the credits may be left for this stack, and none is for certain', () => {
    const { outlook, verdict, estimate } = assessed(situation);
    expect([outlook.usable?.min.toFixed(2), outlook.usable?.max.toFixed(2)]).toEqual(['0.00', '500.00']);
    expect(verdict.status).toBe('unknown');
    const { covered, cash, unknown, total } = estimate.monthly;
    expect([covered.min.eq(total.min), covered.max.toFixed(2), cash.max.toFixed(2)]).toEqual([true, '0.00', '0.00']);
    expect(unknown.max.eq(total.max)).toBe(true);
  });

  test('what credits do not cover at all stays cash', () => {
    const none = aCredit({ products: ['Amazon S3'] });
    expect(assessed({ ...situation, balance: aBalance([none]) }).verdict.status).toBe('cash');
  });

  const why = notice('pool-missing', 'warn', {});
  const problems = [notice('balance-pool-not-read', 'warn', { source: 's3://acme/pool.json', why })];
  test.each(['warn', 'block'] as const)('it is said once, at the level of onUnknownBalance: %s', (level) => {
    const config = { policies: { 'credit-outlook': { onUnknownBalance: level } } };
    const balance = { ...aBalance([late]), problems };
    const found = assessed({ ...situation, balance, config }).findings.filter((one) => /pool/.test(one.rule ?? ''));
    expect(found.map((one) => one.level)).toEqual([level]);
  });
});

test('whoever has reserved is named, the largest first', () => {
  const reserved = { 'web/prod': '10', 'data/prod': '20', 'shop/dev': '400', 'idle/prod': '0' };
  const { notes } = assessed({
    resources: [NAT],
    balance: aBalance([late]),
    config: { pool: { reserved, file: 's3://acme/pool.json' } },
  });
  expect(notes.filter(({ code }) => code === 'pool-reserved').map(wordsOf)).toEqual([
    'Other stacks have reserved $30.00 of the credits (s3://acme/pool.json): data/prod $20.00, web/prod $10.00.',
  ]);
});

describe('what a deployment reserves', () => {
  interface Wanted {
    readonly remaining?: string;
    readonly products?: 'all' | 'unlisted' | readonly string[];
    readonly others?: Readonly<Record<string, string>>;
    readonly until?: string;
    readonly amount?: string;
    readonly resources?: readonly (typeof NAT)[];
    readonly pool?: Record<string, unknown>;
  }
  /** A NAT gateway at 0.045 USD an hour, with 0 to 100 GB at 0.045: at most $4.50 a month besides. */
  function asked({ remaining = '500', products = 'all', others = {}, until = '2026-12-31', ...wanted }: Wanted = {}) {
    const { amount, resources = [NAT], pool = {} } = wanted;
    const plan = aPlan(resources);
    const balance = aBalance([aCredit({ remaining, products })]);
    const input = { plan, balance, settings: settingsOf({ pool }), prices, now: NOW };
    const reserved = new Map(Object.entries(others).map(([stack, money]) => [stack, usd(money)]));
    const {
      usd: money,
      free,
      rest,
    } = toReserve(input, reserved, {
      until: at(until),
      usd: amount === undefined ? undefined : usd(amount),
    });
    return [money, free, rest].map((one) => one?.toFixed(2));
  }

  test('what credits cover of it until then, at the dear end', () => {
    // 30 days of December: 720 hours at $0.045, and 30 of 31 days of $4.50.
    const thirtyDays = (720 * 0.045 + (4.5 * 30) / 31).toFixed(2);
    expect(asked()).toEqual([thirtyDays, thirtyDays, (500 - Number(thirtyDays)).toFixed(2)]);
    // To the middle of a day, and over the end of a month.
    expect(asked({ until: '2026-12-01T12:00:00Z' })[0]).toBe((12 * 0.045 + 4.5 / 62).toFixed(2));
    expect(asked({ until: '2027-02-01' })[0]).toBe((62 * 24 * 0.045 + 9).toFixed(2));
  });

  test('no more than there is', () => {
    expect(asked({ remaining: '10' })).toEqual(['10.00', '10.00', '0.00']);
  });

  test('what others have left too little of is not free', () => {
    expect(asked({ remaining: '40', others: { 'web/prod': '30' } })).toEqual(['36.75', '10.00', '0.00']);
    expect(asked({ remaining: '40', pool: { reserved: { 'web/prod': '30' } } })).toEqual(['36.75', '10.00', '0.00']);
  });

  test('what the stack has reserved itself is not held against it', () => {
    expect(asked({ remaining: '40', others: { 'shop/dev': '36.75' } })).toEqual(['36.75', '36.75', '3.25']);
  });

  test('what credits only may cover is reserved too', () => {
    expect(asked({ products: 'unlisted' })[0]).toBe('36.75');
  });

  test('nothing, where credits cover nothing of it', () => {
    expect(asked({ products: ['Amazon S3'] })).toEqual(['0.00', '0.00', '500.00']);
    expect(asked({ resources: [] })[0]).toBe('0.00');
  });

  test('an amount that is stated is held against what is left', () => {
    expect(asked({ amount: '500' })).toEqual(['500.00', '500.00', '0.00']);
    expect(asked({ amount: '500', others: { 'web/prod': '0.01' } })).toEqual(['500.00', '499.99', '0.00']);
  });

  test('of credits of unknown amount nothing is called free', () => {
    const balance = aBalance([{ ...late, remaining: unknown('it is in EUR') }]);
    const input = { plan: aPlan([]), balance, settings: settingsOf({}), prices, now: NOW };
    expect(toReserve(input, new Map(), { until: at('2026-12-31'), usd: usd(1) })).toMatchObject({ free: undefined });
  });
});
