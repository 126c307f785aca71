import { describe, expect, test } from 'vitest';
import { LATER } from '../../../support/resources';
import { type Answer, answer, type Values } from '../judging';

const BUDGET = 'aws:budgets/budget:Budget';
const REGION = { dimensions: { key: 'REGION', values: ['us-east-1'] } };
const not = (values: unknown, key: unknown = 'RECORD_TYPE') => ({ not: { dimensions: { key, values } } });

describe('budgets with cost types', () => {
  test.each<[string, Values, Answer]>([
    ['a usage budget', { budgetType: 'USAGE' }, 'no'],
    ['a budget whose kind is decided later', { budgetType: LATER }, 'unknown'],
    ['a budget without a kind', {}, 'unknown'],
    ['a cost budget with the defaults', { budgetType: 'COST' }, 'yes'],
    ['a cost budget that counts credits in', { budgetType: 'COST', costTypes: { includeCredit: true } }, 'yes'],
    ['a budget of the newer kind', { budgetType: 'COST', metrics: 'UnblendedCost', filterExpression: {} }, 'no'],
    ['a kind decided later that counts no credits', { budgetType: LATER, costTypes: { includeCredit: false } }, 'no'],
  ])('%s', (_, properties, expected) => expect(answer('budget-includes-credits', BUDGET, properties)).toBe(expected));
});

describe('budgets with a filter', () => {
  const filtered = (filterExpression: unknown) =>
    answer('budget-filter-includes-credits', BUDGET, {
      budgetType: 'COST',
      metrics: 'UnblendedCost',
      filterExpression,
    });

  test.each<[string, unknown, Answer]>([
    ['by region', REGION, 'yes'],
    ['that leaves credits out', not(['Credit']), 'no'],
    ['that leaves credits out beside others', not(['Refund', 'credit']), 'no'],
    ['that leaves refunds out', not(['Refund']), 'yes'],
    ['that leaves out one of its ands', { ands: [REGION, not(['Credit'])] }, 'no'],
    ['whose ands say nothing of credits', { ands: [REGION, not(['us-east-1'], 'REGION')] }, 'yes'],
    ['that lets in usage alone', { dimensions: { key: 'RECORD_TYPE', values: ['Usage'] } }, 'no'],
    ['that lets in credits', { dimensions: { key: 'RECORD_TYPE', values: ['Usage', 'Credit'] } }, 'yes'],
    ['whose values are decided later', not(LATER), 'unknown'],
    ['one value of which is decided later', not(['Refund', LATER]), 'unknown'],
    ['whose key is decided later', not(['Credit'], LATER), 'unknown'],
    ['that is decided later', LATER, 'unknown'],
    ['that is not set', undefined, 'yes'],
  ])('%s', (_, filter, expected) => expect(filtered(filter)).toBe(expected));

  test('only cost budgets count dollars', () => {
    const usage = { budgetType: 'USAGE', metrics: 'UsageQuantity', filterExpression: REGION };
    expect(answer('budget-filter-includes-credits', BUDGET, usage)).toBe('no');
    expect(answer('budget-filter-includes-credits', BUDGET, { ...usage, budgetType: LATER })).toBe('unknown');
    expect(answer('budget-filter-includes-credits', BUDGET, { budgetType: 'COST' })).toBe('no');
  });
});
