import { expect, test } from 'vitest';
import type { Credit } from '../../src/core/credits/credit';
import { wordsOf } from '../../src/words/notices';
import { aBalance, aCredit, assessed, at } from '../support/inputs';

const OURS = '111122223333';
const SHARED: Partial<Credit> = { owner: OURS, sharing: { type: 'default', accounts: undefined, isOn: true } };

const told = (...credits: Partial<Omit<Credit, 'remaining'>>[]) => {
  const balance = aBalance(credits.map((credit, i) => aCredit({ id: String(i), ...credit })));
  const config = { account: OURS };
  return assessed({ resources: [], balance, config })
    .notes.filter(({ code }) => code === 'credits-shared')
    .map(wordsOf);
};

test('that other accounts draw on a credit too is told: their spending is not known', () => {
  expect(told(SHARED)).toEqual([
    "Other accounts may use 1 credit too: AWS applies a credit to its owner's charges first, then to those of the account that spends most. What they spend is not counted; credits may run out sooner. To leave room for them, set pool.share or pool.reserved.",
  ]);
});

test('of several it counts those that matter', () => {
  const ended = { ...SHARED, ends: at('2026-12-01') };
  const notOurs: Partial<Credit> = {
    owner: '444455556666',
    sharing: { type: 'disabled', accounts: undefined, isOn: true },
  };
  expect(told(SHARED, SHARED, ended, notOurs)[0]).toContain('may use 2 credits too');
  expect(told(ended, notOurs, {})).toEqual([]);
});
