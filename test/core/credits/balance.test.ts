import { describe, expect, it } from 'vitest';
import { readAccountPlan } from '../../../src/core/credits/account-plan';
import { combine } from '../../../src/core/credits/balance';
import { type Credit, notShared, problemOf } from '../../../src/core/credits/credit';
import { readSnapshot, type SnapshotContext } from '../../../src/core/credits/snapshot';
import { MS_PER_DAY, parseInstant } from '../../../src/core/instant';
import { plain, usd } from '../../../src/core/money';
import { known } from '../../../src/core/reading';
import fc from '../../support/fast-check';
import { wordsOfFirst } from '../../support/inputs';

const now = parseInstant('2026-11-20T12:00:00Z') ?? 0;
const context: SnapshotContext = { source: 'account-plan.json', writtenAt: now, now, maxAgeDays: 7 };

const state = (change: Record<string, unknown> = {}) => ({
  accountId: '111122223333',
  accountPlanType: 'FREE',
  accountPlanStatus: 'ACTIVE',
  accountPlanRemainingCredits: { amount: 120, unit: 'USD' },
  accountPlanExpirationDate: '2027-03-01T00:00:00Z',
  ...change,
});

const amountOf = (document: unknown): string | undefined => {
  const { credits } = readAccountPlan(document, context).balance;
  const remaining = credits.state === 'known' ? credits.value[0]?.remaining : undefined;
  return remaining?.state === 'known' ? plain(remaining.value) : undefined;
};

describe('the state of an account plan', () => {
  it('is one credit for all products that ends with the plan', () => {
    const { type, balance } = readAccountPlan(state(), context);
    expect(type).toEqual(known('FREE'));
    expect(readAccountPlan(state({ accountPlanType: 'PAID' }), context).type).toEqual(known('PAID'));
    expect(balance.credits).toMatchObject({
      state: 'known',
      value: [{ products: 'all', ends: parseInstant('2027-03-01T00:00:00Z') }],
    });
    expect(balance.problems).toEqual([]);
    expect(amountOf(state())).toBe('120.00');
  });

  it('reads the stray digits of a binary number as money', () => {
    expect(amountOf(state({ accountPlanRemainingCredits: { amount: 0.1 + 0.2 } }))).toBe('0.30');
  });

  it('knows the plan even when its credits cannot be read', () => {
    const { type, balance } = readAccountPlan(state({ accountPlanRemainingCredits: undefined }), context);
    expect(type).toEqual(known('FREE'));
    expect(balance.credits.state).toBe('unknown');
    expect(wordsOfFirst(balance)).toContain('accountPlanRemainingCredits');
  });

  it('ages like a snapshot', () => {
    const old = readAccountPlan(state(), { ...context, writtenAt: now - 30 * MS_PER_DAY });
    expect(old.balance.problems.map(problemOf)).toEqual(['stale']);
  });

  it('says that an account is older than the scheme', () => {
    const { type, balance } = readAccountPlan({ __type: 'ResourceNotFoundException' }, context);
    expect(type.state).toBe('unknown');
    expect(wordsOfFirst(balance)).toContain('older than the Free and Paid plans');
  });

  it.each([
    ['no object', [], ['malformed']],
    ['an error of AWS', { __type: 'AccessDeniedException' }, ['refused']],
    ['a plan of another name', state({ accountPlanType: 'free' }), ['malformed']],
    ['credits that are missing', state({ accountPlanRemainingCredits: undefined }), ['partial']],
    ['a negative amount', state({ accountPlanRemainingCredits: { amount: -1, unit: 'USD' } }), ['partial']],
    ['an amount that is none', state({ accountPlanRemainingCredits: { amount: true } }), ['partial']],
    ['another currency', state({ accountPlanRemainingCredits: { amount: 1, unit: 'EUR' } }), ['partial']],
    ['an end that is no date', state({ accountPlanExpirationDate: 'never' }), ['partial']],
  ])('%s: unknown, and said', (_, document, problems) => {
    const { balance } = readAccountPlan(document, context);
    expect([balance.credits.state, balance.problems.map(problemOf)]).toEqual(['unknown', problems]);
  });

  it.each([
    ['nothing left', { accountPlanRemainingCredits: { amount: 0, unit: 'USD' } }, '0.00'],
    ['an amount as text', { accountPlanRemainingCredits: { amount: '12.5', unit: 'USD' } }, '12.50'],
  ])('%s is an amount', (_, change, amount) => expect(amountOf(state(change))).toBe(amount));

  it.each([undefined, null])(
    'an end of %s: none, and the account is whose state it is',
    (accountPlanExpirationDate) => {
      const { credits } = readAccountPlan(state({ accountPlanExpirationDate }), context).balance;
      expect(credits).toMatchObject({ state: 'known', value: [{ ends: undefined, owner: '111122223333', starts: 0 }] });
      const { credits: nobodys } = readAccountPlan(state({ accountId: 7 }), context).balance;
      expect(nobodys).toMatchObject({ value: [{ owner: undefined }] });
    },
  );

  it('never throws', () => {
    const hostile = fc.oneof(fc.jsonValue(), fc.constant({ toString: 1, valueOf: 1 }));
    const fields = fc.constantFrom(...Object.keys(state()));
    fc.assert(
      fc.property(fields, hostile, (field, value) => {
        readAccountPlan(value, context);
        readAccountPlan(state({ [field]: value }), context);
        readAccountPlan(state({ accountPlanRemainingCredits: { amount: value, unit: value } }), context);
      }),
    );
  });
});

describe('one balance out of what was read', () => {
  const accountPlan = readAccountPlan(state(), context);
  const snapshot = readSnapshot({ credits: [] }, { ...context, source: 'credits.json' });
  const manual: Credit[] = [
    {
      id: 'm',
      description: 'M',
      remaining: known(usd(5)),
      starts: 0,
      ends: undefined,
      products: 'all',
      status: 'enabled',
      purchases: 'all',
      owner: undefined,
      sharing: notShared,
      program: undefined,
      asOf: 'last-bill',
    },
  ];
  const nothing = {
    snapshot: undefined,
    accountPlan: undefined,
    manual: undefined,
    manualSource: 'credit-guard.yaml (manual)',
  };

  it('nothing given: unknown, and said', () => {
    const balance = combine(nothing);
    expect(balance.credits.state).toBe('unknown');
    expect(balance.problems.map(problemOf)).toEqual(['missing']);
  });

  it('the list of credits comes first, with the plan beside it', () => {
    const balance = combine({ ...nothing, snapshot, accountPlan, manual });
    expect(balance.source).toBe('credits.json');
    expect(balance.accountPlan).toEqual(known('FREE'));
  });

  it('falls back to what there is', () => {
    expect(combine({ ...nothing, accountPlan }).source).toBe('account-plan.json');
    expect(combine({ ...nothing, manual }).source).toBe('credit-guard.yaml (manual)');
  });

  it('a snapshot that cannot be read is not replaced in silence', () => {
    const broken = readSnapshot('x', { ...context, source: 'credits.json' });
    const balance = combine({ ...nothing, snapshot: broken, manual, accountPlan });
    expect(balance.credits.state).toBe('unknown');
    expect(balance.problems.map(problemOf)).toEqual(['malformed']);
  });

  it('a list of credits that is written by hand and empty is knowledge, and said', () => {
    const [empty, one] = [combine({ ...nothing, manual: [] }), combine({ ...nothing, manual })];
    expect([empty.credits, empty.problems.map(problemOf)]).toEqual([known([]), ['empty']]);
    expect(wordsOfFirst(empty)).toContain(nothing.manualSource);
    expect([one.credits, one.problems]).toEqual([known(manual), []]);
  });

  it('who reads the credits of a member with its own plan is of its organization, and a Paid plan there is of all', () => {
    const row = { creditId: '1', startDate: 1_760_000_000, accountId: '999988887777' };
    const live = readSnapshot(
      { credits: [{ ...row, remainingAmount: { currencyCode: 'USD', currencyAmount: '5' } }] },
      context,
    );
    const of = (accountPlanType: string, source = context.source) =>
      combine({
        ...nothing,
        live,
        accountPlan: readAccountPlan(state({ accountPlanType }), { ...context, source }),
        account: '999988887777',
      });
    expect([of('PAID').accountPlan, of('PAID').problems]).toEqual([known('PAID'), []]);
    expect(of('FREE').problems.map(problemOf)).toEqual(['plan-of-other']);
    expect(of('PAID', 'another.json').problems.map(problemOf)).toEqual(['plan-of-other']);
  });

  it('the plan of another account says nothing', () => {
    const plan = readAccountPlan(state({ accountId: '111122223333' }), context);
    const row = {
      creditId: '1',
      startDate: 1_760_000_000,
      remainingAmount: { currencyCode: 'USD', currencyAmount: '5' },
    };
    const credits = (accountId: string) => readSnapshot({ credits: [{ ...row, accountId }] }, context);
    const of = (accountId: string, account?: string) =>
      combine({ ...nothing, snapshot: credits(accountId), accountPlan: plan, account });
    expect([of('111122223333').accountPlan, of('111122223333').problems]).toEqual([known('FREE'), []]);
    expect(of('999988887777', '111122223333').accountPlan).toEqual(known('FREE'));
    for (const other of [of('999988887777'), of('111122223333', '999988887777')]) {
      expect([other.accountPlan.state, other.accountPlanEnds]).toEqual(['unknown', undefined]);
      expect(other.problems.map(problemOf)).toEqual(['plan-of-other']);
    }
    expect(wordsOfFirst(of('111122223333', '999988887777'))).toMatch(/account-plan\.json.*111122223333.*999988887777/);
    // Nor are its Free Tier credits any of this one.
    const alone = combine({ ...nothing, accountPlan: plan, account: '999988887777' });
    expect([alone.credits.state, alone.problems.map(problemOf)]).toEqual(['unknown', ['missing', 'plan-of-other']]);
  });

  it('a plan that names no account is that of the account at hand', () => {
    const plan = readAccountPlan(state({ accountId: undefined }), context);
    const balance = combine({ ...nothing, snapshot, accountPlan: plan, account: '999988887777' });
    expect([balance.accountPlan, balance.problems]).toEqual([known('FREE'), snapshot.problems]);
    expect(combine({ ...nothing, snapshot, account: '999988887777' }).accountPlan.state).toBe('unknown');
  });

  it('a credit that is written by hand and ends before it starts is doubtful', () => {
    const balance = combine({ ...nothing, manual: manual.map((one) => ({ ...one, starts: now, ends: now - 1 })) });
    expect(balance.problems).toMatchObject([
      { code: 'balance-doubtful', args: { credit: 1, doubt: { because: 'ends-before-it-starts' } } },
    ]);
    for (const ends of [now, now + 1])
      expect(combine({ ...nothing, manual: manual.map((one) => ({ ...one, starts: now, ends })) }).problems).toEqual(
        [],
      );
  });

  it('a plan that cannot be read is said once, beside the credits or in their place', () => {
    const unread = readAccountPlan({}, context);
    const beside = combine({ ...nothing, manual, accountPlan: unread });
    expect([beside.source, beside.problems.map(problemOf)]).toEqual([nothing.manualSource, ['malformed']]);
    expect(combine({ ...nothing, accountPlan: unread }).problems.map(problemOf)).toEqual(['malformed']);
  });

  it('what is wrong with the Free Tier credits alone is nothing to say where others are used', () => {
    const old = readAccountPlan(state(), { ...context, writtenAt: now - 30 * MS_PER_DAY });
    expect(combine({ ...nothing, manual, accountPlan: old }).problems).toEqual([]);
    expect(combine({ ...nothing, accountPlan: old }).problems.map(problemOf)).toEqual(['stale']);
  });

  describe('read from AWS in this run', () => {
    const asked = { ...context, source: 'AWS' };
    const live = readSnapshot({ credits: [] }, asked);
    const failed = readSnapshot({ __type: 'AccessDeniedException', message: 'no' }, asked);

    it('what AWS says comes first, and what it says alone', () => {
      const balance = combine({ ...nothing, live, snapshot, manual });
      expect([balance.source, balance.credits]).toEqual(['AWS', known([])]);
    });

    it.each([
      ['a snapshot', { snapshot, accountPlan, manual }, 'credits.json'],
      ['what the owner wrote', { manual }, nothing.manualSource],
      ['the credits of the Free plan', { accountPlan, manual }, 'account-plan.json'],
    ])('where it failed, %s takes its place, and both are said', (_, sources, source) => {
      const balance = combine({ ...nothing, live: failed, ...sources });
      expect([balance.source, balance.credits.state]).toEqual([source, 'known']);
      expect(balance.problems.map(problemOf)[0]).toBe('refused');
    });

    it.each([
      ['nothing else is known', {}],
      ['the snapshot failed too', { snapshot: readSnapshot('x', context) }],
      [
        'on the Paid plan other credits may be there',
        { accountPlan: readAccountPlan(state({ accountPlanType: 'PAID' }), context) },
      ],
      ['the plan is not known', { accountPlan: readAccountPlan({}, context) }],
    ])('where it failed and %s, the balance is not known', (_, sources) => {
      const balance = combine({ ...nothing, live: failed, ...sources });
      expect([balance.source, balance.credits.state]).toEqual(['AWS', 'unknown']);
      expect(balance.problems.map(problemOf)).toContain('refused');
    });
  });
});
