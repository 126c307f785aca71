import fc from 'fast-check';
import { expect, test } from 'vitest';
import { between, usd } from '../../src/core/money';
import { json } from '../../src/reports/json';
import { anAssessment, options } from './assessments';

const report = (assessment = anAssessment()) => JSON.parse(json.render(assessment, options));

// Ten places, as the ledger keeps them.
const amount = fc
  .bigInt({ min: 0n, max: 10n ** 17n })
  .map((units) => usd(`${units / 10n ** 10n}.${String(units % 10n ** 10n).padStart(10, '0')}`));
const range = fc.tuple(amount, amount).map(([a, b]) => between(a, b));

test('covered + cash + unknown = total, to the cent, whatever the fractions', () => {
  const assessment = anAssessment();
  fc.assert(
    fc.property(range, range, range, (covered, cash, unknown) => {
      const parts = { covered, cash, unknown, total: covered };
      const { monthly } = report({ ...assessment, estimate: { ...assessment.estimate, monthly: parts } }).estimate;
      for (const bound of ['min', 'max']) {
        const [a, b, c, total] = ['covered', 'cash', 'unknown', 'total'].map((part) => inCents(monthly[part][bound]));
        expect((a ?? 0n) + (b ?? 0n) + (c ?? 0n)).toBe(total);
      }
    }),
  );
});

const inCents = (text: string): bigint => BigInt(text.replace('.', ''));

test('what is not known is null, never zero', () => {
  const { credits, outlook, estimate } = report(anAssessment({ config: {} }));
  expect([credits.usable, outlook, estimate.change]).toEqual([null, null, null]);
});

test('a change may be negative, and nothing is "-0.00"', () => {
  const nat = { type: 'aws:ec2/natGateway:NatGateway' };
  const { change } = report(anAssessment({ resources: [nat], before: [nat, { ...nat, name: 'gone' }] })).estimate;
  expect(change.covered).toEqual({ min: '-37.35', max: '-32.85' });
  expect(change.cash).toEqual({ min: '0.00', max: '0.00' });
});

test('months add up and follow each other', () => {
  const { months, forfeited } = report().outlook;
  expect(months.map(({ month }: { month: string }) => month)).toEqual([
    '2026-12',
    '2027-01',
    '2027-02',
    '2027-03',
    '2027-04',
  ]);
  expect(forfeited).toBe(months[3].forfeited);
});

test('text that could steer a terminal is escaped', () => {
  const text = json.render(anAssessment({ problems: ['\u009b2J\u202e'] }), options);
  expect(text).toContain('\\u009b2J\\u202e');
});
