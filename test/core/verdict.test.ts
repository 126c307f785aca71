import { describe, expect, test } from 'vitest';
import type { Balance } from '../../src/core/credits/credit';
import { MS_PER_DAY } from '../../src/core/instant';
import { A_ROW_LEFT_OUT, aBalance, aCredit, assessed, NOW, noBalance, type Situation } from '../support/inputs';

/** $32.85 to $37.35 a month. */
const NAT = { type: 'aws:ec2/natGateway:NatGateway', name: 'nat' };
const database = (instanceClass: string) => ({
  type: 'aws:rds/instance:Instance',
  name: 'db',
  properties: { engine: 'postgres', instanceClass, allocatedStorage: 20, storageType: 'gp3' },
});

const inDays = (days: number): number => NOW + days * MS_PER_DAY;
const status = (situation: Partial<Situation>) => assessed({ resources: [NAT], ...situation }).verdict.status;
const within = (blockWithinDays: number) => ({
  policies: { 'credit-outlook': { blockWithinDays, runway: 'off' as const } },
});

describe('within credits is a promise', () => {
  const partial: Balance = { ...aBalance(), problems: [A_ROW_LEFT_OUT] };

  test.each([
    ['everything is known and covered', {}, 'within-credits'],
    ['a row of the balance could not be read', { balance: partial }, 'unknown'],
    ['there is no balance', { balance: noBalance }, 'unknown'],
    ['an amount is not known, and credits cover it', { resources: [NAT, database('db.unheard.of')] }, 'unknown'],
    ['no credit covers it', { balance: aBalance([]) }, 'cash'],
    ['nothing is planned', { resources: [] }, 'nothing-planned'],
    ['nothing is planned, and the balance is in doubt', { resources: [], balance: partial }, 'unknown'],
  ])('%s', (_, situation, expected) => {
    expect(status(situation)).toBe(expected);
  });
});

describe('as far ahead as the owner looks', () => {
  const ending = aBalance([aCredit({ ends: inDays(60) })]);
  /** Used up after 81 days at the dear end, and after 92 at the cheap one. */
  const small = aBalance([aCredit({ remaining: '100' })]);

  test.each([
    ['credits end on the last day', ending, 60, 'within-credits'],
    ['credits end before it', ending, 61, 'cash'],
    ['credits last even at the dear end', small, 75, 'within-credits'],
    ['credits are perhaps used up', small, 85, 'unknown'],
    ['credits are used up for certain', small, 100, 'cash'],
  ])('%s', (_, balance, days, expected) => {
    expect(status({ balance, config: within(days) })).toBe(expected);
  });
});

test('what is not covered now cannot lose its coverage: the end is that of the rest', () => {
  const balance = aBalance([aCredit({ products: ['Amazon Elastic Compute Cloud'], ends: inDays(90) })]);
  const { verdict } = assessed({ resources: [NAT, database('db.m5.large')], balance });
  expect(verdict.coveredUntil).toEqual({ at: inDays(90), because: 'ended', latest: inDays(90) });
});
