import { describe, expect, test } from 'vitest';
import type { Config } from '../../src/config/schema';
import type { Credit } from '../../src/core/credits/credit';
import { isoInstant } from '../../src/core/instant';
import { unknown } from '../../src/core/reading';
import { findingWords } from '../../src/words/findings';
import { wordsOf } from '../../src/words/notices';
import { aBalance, aCredit, assessed, at, noBalance } from '../support/inputs';

const [OURS, OWNER, THIRD] = ['111122223333', '444455556666', '777788889999'];
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
    "Other accounts may use 1 credit too: AWS applies a credit to its owner's charges first, then to those of the account that spends most. What they spend is not counted; credits may run out sooner. Write it under burn: accounts:, or leave room with pool.share.",
  ]);
});

test('of several it counts those that matter', () => {
  const ended = { ...SHARED, ends: at('2026-12-01') };
  const notOurs: Partial<Credit> = {
    owner: OWNER,
    sharing: { type: 'disabled', accounts: undefined, isOn: true },
  };
  expect(told(SHARED, SHARED, ended, notOurs)[0]).toContain('may use 2 credits too');
  expect(told(ended, notOurs, {})).toEqual([]);
});

describe('what other accounts spend', () => {
  type Burn = NonNullable<Config['burn']>;
  const THEIRS: Partial<Credit> = { owner: OWNER, sharing: { type: 'default', accounts: undefined, isOn: true } };
  const assess = (
    burn: Burn,
    credit: Partial<Omit<Credit, 'remaining'>> & { remaining: string },
    config: Config = {},
  ) =>
    assessed({
      resources: [],
      balance: aBalance([aCredit({ asOf: 'now', ...credit })]),
      config: { account: OURS, burn, ...config },
      now: at('2027-01-01'),
    });
  const leftIn = (assessment: ReturnType<typeof assess>, month: number) =>
    assessment.outlook.dear.months[month]?.left.toFixed(2);
  const MONTHLY = { 'Amazon EC2': '100.00' };
  const ACCOUNTS = { [OWNER]: { 'Amazon RDS': '300.00' } };

  test('is drawn from the credits that they share, and is in no figure of this account', () => {
    const alone = assess({ monthly: MONTHLY }, { ...THEIRS, remaining: '1000' });
    const shared = assess({ monthly: MONTHLY, accounts: ACCOUNTS }, { ...THEIRS, remaining: '1000' });
    expect([leftIn(alone, 0), leftIn(shared, 0)]).toEqual(['900.00', '600.00']);
    expect(shared.outlook.dear.months[0]?.charged.toFixed(2)).toBe('100.00');
    expect(shared.outlook.dear.months[0]?.byOthers.toFixed(2)).toBe('300.00');
    expect(shared.outlook.coverable.max.toFixed(2)).toBe('100.00');
    expect(shared.outlook.drawnByOthers.max.toFixed(2)).toBe('300.00');
    const headline = shared.findings
      .map((finding) => findingWords(finding).headline)
      .find((one) => /run out/.test(one));
    expect(headline).toBe('At $100.00 a month, plus $300.00 by other accounts, your credits run out on 2027-03-01');
    expect(isoInstant(shared.outlook.dear.exhaustedAt ?? 0)).toBe('2027-03-21T16:00:00Z');
  });

  test('comes after what the owner of a credit needs, though it is more', () => {
    const ours: Partial<Credit> = { ...THEIRS, owner: OURS };
    const of = (credit: Partial<Credit>) => {
      const { outlook } = assess({ monthly: MONTHLY, accounts: ACCOUNTS }, { ...credit, remaining: '350' });
      return [outlook.dear.months[0]?.covered.toFixed(2), outlook.dear.months[0]?.byOthers.toFixed(2)];
    };
    expect([of(ours), of(THEIRS)]).toEqual([
      ['100.00', '250.00'],
      ['50.00', '300.00'],
    ]);
  });

  test('is told, with the order, in place of the warning that it is not counted', () => {
    const notes = assess({ monthly: MONTHLY, accounts: ACCOUNTS }, { ...THEIRS, remaining: '1000' }).notes;
    expect(notes.map(({ code }) => code)).not.toContain('credits-shared');
    expect(notes.filter(({ code }) => code === 'burn-of-others').map(wordsOf)).toEqual([
      '1 other account spends $300.00 a month. Each month AWS applies a shared credit to the account that owns it first, then to the account that spends most. Their spending is in no other figure.',
    ]);
  });

  test('is none of it while they draw on credits of their own', () => {
    const drawn = (...credits: Credit[]) => {
      const config = { account: OURS, burn: { monthly: MONTHLY, accounts: ACCOUNTS } };
      return assessed({ resources: [], balance: aBalance(credits), config }).outlook.drawnByOthers.max.toFixed(2);
    };
    const theirs = aCredit({
      id: 'theirs',
      owner: OWNER,
      sharing: { type: 'disabled', accounts: undefined, isOn: true },
      ends: at('2027-02-01'),
    });
    const shared = aCredit({ ...THEIRS, remaining: '1000' });
    expect([drawn(shared), drawn(theirs, shared), drawn(theirs)]).toEqual(['300.00', '0.00', '0.00']);
  });

  test('draws nothing from a credit that they may not use', () => {
    const forUs: Partial<Credit> = { owner: OWNER, sharing: { type: 'custom', accounts: [OURS], isOn: true } };
    const assessment = assess(
      { monthly: MONTHLY, accounts: { [THIRD]: { 'Amazon RDS': '300.00' } } },
      { ...forUs, remaining: '1000' },
    );
    expect(leftIn(assessment, 0)).toBe('900.00');
  });

  test('where nobody knows whether they may, counts at the dear end alone', () => {
    const byRule: Partial<Credit> = {
      owner: OURS,
      sharing: { type: 'cost-category', accounts: undefined, isOn: true },
    };
    const { outlook } = assess({ monthly: MONTHLY, accounts: ACCOUNTS }, { ...byRule, remaining: '1000' });
    expect([outlook.dear, outlook.cheap].map(({ months }) => months[0]?.left.toFixed(2))).toEqual(['600.00', '900.00']);
  });

  test('leaves what is not known as it is: a balance, or an amount', () => {
    const burn = { monthly: MONTHLY, accounts: ACCOUNTS };
    const foreign = { ...aCredit({ asOf: 'now' }), ...THEIRS, remaining: unknown('it is in EUR') };
    for (const balance of [noBalance, aBalance([foreign])]) {
      const { outlook, verdict } = assessed({
        resources: [],
        balance,
        config: { account: OURS, burn },
        now: at('2027-01-01'),
      });
      const [january] = outlook.dear.months;
      expect([january?.unknown.toFixed(2), january?.cash.toFixed(2), verdict.status]).toEqual([
        '100.00',
        '0.00',
        'unknown',
      ]);
    }
  });

  test('takes nothing for certain from a credit of which nobody knows what it covers', () => {
    const unlisted = { ...THEIRS, products: 'unlisted' as const, remaining: '300' };
    const { outlook } = assess({ monthly: MONTHLY, accounts: ACCOUNTS }, unlisted);
    const [january] = outlook.dear.months;
    expect([january?.covered.toFixed(2), january?.unknown.toFixed(2)]).toEqual(['0.00', '75.00']);
  });

  test('has been drawn since the last bill too', () => {
    const { outlook } = assessed({
      resources: [],
      balance: aBalance([aCredit({ ...THEIRS, remaining: '1000', asOf: 'last-bill' })]),
      config: { account: OURS, burn: { monthly: MONTHLY, accounts: ACCOUNTS } },
      // Half of a month of 30 days.
      now: at('2027-04-16'),
    });
    expect(outlook.usable?.min.toFixed(2)).toBe('800.00');
    expect(outlook.holdings.drawnSince?.max.toFixed(2)).toBe('200.00');
  });

  test('that was drawn since from credits of their own is none of what is taken off here', () => {
    const theirOwn: Partial<Credit> = { owner: OWNER, sharing: { type: 'disabled', accounts: undefined, isOn: true } };
    const { outlook } = assessed({
      resources: [],
      balance: aBalance([
        aCredit({ ...theirOwn, id: 'theirs', remaining: '5000', asOf: 'last-bill', ends: at('2027-06-30') }),
        aCredit({ ...SHARED, id: 'ours', remaining: '1000', asOf: 'last-bill' }),
      ]),
      config: { account: OURS, burn: { monthly: MONTHLY, accounts: ACCOUNTS } },
      now: at('2027-04-16'),
    });
    expect([outlook.usable?.min, outlook.holdings.drawnSince?.max].map((usd) => usd?.toFixed(2))).toEqual([
      '950.00',
      '50.00',
    ]);
  });

  test('of the account itself is its burn, unless that is written by itself', () => {
    const accounts = { ...ACCOUNTS, [OURS]: { 'Amazon EC2': '250.00' } };
    const own = assess({ accounts }, { ...THEIRS, remaining: '1000' });
    expect([leftIn(own, 0), own.outlook.burnOfOthers.size]).toEqual(['450.00', 1]);
    expect(own.notes.map(({ code }) => code)).not.toContain('burn-own-account');
    const both = assess({ monthly: MONTHLY, accounts }, { ...THEIRS, remaining: '1000' });
    expect(leftIn(both, 0)).toBe('600.00');
    expect(both.notes.filter(({ code }) => code === 'burn-own-account').map(wordsOf)).toEqual([
      'burn: accounts: 111122223333 is the account billed for this stack: its amounts under monthly: count.',
    ]);
  });

  test('has the same rows left out, and names checked', () => {
    const accounts = { [OWNER]: { Tax: '50.00', 'Amazon RSD': '300.00' } };
    const { notes, outlook } = assess({ monthly: MONTHLY, accounts }, { ...THEIRS, remaining: '1000' }, { tax: 0.19 });
    expect([...(outlook.burnOfOthers.get(OWNER)?.keys() ?? [])]).toEqual(['Amazon RSD']);
    expect(notes.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['burn-row-reckoned', 'burn-product-unknown']),
    );
  });

  test('of an account that spends nothing beside others is no figure to question', () => {
    const codes = (burn: Burn) => assess(burn, { ...THEIRS, remaining: '1000' }).notes.map(({ code }) => code);
    expect(codes({ monthly: {}, accounts: ACCOUNTS })).not.toContain('burn-zero');
    expect(codes({ monthly: {} })).toContain('burn-zero');
    expect(codes({ monthly: { 'Amazon EC2': 0 }, accounts: ACCOUNTS })).toContain('burn-zero');
  });
});
