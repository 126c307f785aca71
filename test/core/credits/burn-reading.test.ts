import { expect, test } from 'vitest';
import { readBurn, writtenBurn } from '../../../src/core/credits/burn-reading';
import { plain, usd } from '../../../src/core/money';

test.each([
  ['cost-explorer', false],
  ['allocation-history', true],
] as const)('what is written of %s is read back, with what it leaves out', (from, isCoveredOnly) => {
  const burn = writtenBurn(new Map([['Amazon EC2', usd('400.50')]]), '2026-10', from);
  const read = readBurn({ burn: JSON.parse(JSON.stringify(burn)) }, 'credits.json');
  expect(read).toMatchObject({ isCoveredOnly, problems: [] });
  const monthly = read?.monthly.state === 'known' ? [...read.monthly.value] : [];
  expect(monthly.map(([product, amount]) => [product, plain(amount)])).toEqual([['Amazon EC2', '400.50']]);
});

test.each([
  ['no amounts', { month: '2026-10' }],
  ['an amount that is none', { monthly: { 'Amazon EC2': 'much' } }],
  ['a negative one', { monthly: { 'Amazon EC2': '-1.00' } }],
])('%s: not known, and never nothing', (_, burn) => {
  const read = readBurn({ burn }, 'credits.json');
  expect(read?.monthly.state).toBe('unknown');
  expect(read?.problems).toMatchObject([{ code: 'balance-burn-not-read' }]);
});

test('a snapshot without a burn says nothing of it', () => {
  expect(readBurn({ credits: [] }, 'credits.json')).toBeUndefined();
});
