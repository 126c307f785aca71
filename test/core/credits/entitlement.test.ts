import { describe, expect, test } from 'vitest';
import type { Balance, Sharing } from '../../../src/core/credits/credit';
import { entitlement, isShared, payingAccount } from '../../../src/core/credits/entitlement';
import { unknown } from '../../../src/core/reading';
import { aBalance, aCredit, noBalance } from '../../support/inputs';

const [OURS, THEIRS, OTHER] = ['111122223333', '444455556666', '777788889999'];
const open: Sharing = { type: 'default', accounts: undefined, isOn: true };

describe('may this account use the credit', () => {
  test.each<[string, string | undefined, string | undefined, Partial<Sharing>, string]>([
    ['its own', OURS, OURS, { type: 'disabled' }, 'yes'],
    ['of nobody that AWS names', undefined, OURS, { type: 'disabled' }, 'yes'],
    ['not shared, of another', THEIRS, OURS, { type: 'disabled' }, 'no'],
    ['not shared, and nobody says whose bill it is', THEIRS, undefined, { type: 'disabled' }, 'unknown'],
    ['for a list that it is on', THEIRS, OURS, { type: 'custom', accounts: [OTHER, OURS] }, 'yes'],
    ['for a list that it is not on', THEIRS, OURS, { type: 'custom', accounts: [OTHER] }, 'no'],
    ['for a list, and nobody says whose bill it is', THEIRS, undefined, { accounts: [OURS] }, 'unknown'],
    ['shared by a rule that is not told', THEIRS, OURS, { type: 'cost-category' }, 'unknown'],
    ['shared with some, who are not told', THEIRS, OURS, { type: 'custom' }, 'unknown'],
    ['of an account that may share or not', THEIRS, OURS, { isOn: undefined }, 'unknown'],
    ['of an account that shares', THEIRS, OURS, {}, 'yes'],
    ['of an account that does not', THEIRS, OURS, { isOn: false }, 'no'],
    ['of one that does not, and nobody says whose bill it is', THEIRS, undefined, { isOn: false }, 'unknown'],
  ])('%s', (_, owner, account, sharing, answer) => {
    expect(entitlement(aCredit({ owner, sharing: { ...open, ...sharing } }), account)).toBe(answer);
  });
});

describe('may other accounts use it too', () => {
  test.each<[string, string | undefined, string | undefined, Partial<Sharing>, boolean]>([
    ['its own, shared by default', OURS, OURS, {}, true],
    ['its own, of an account that does not share', OURS, OURS, { isOn: false }, false],
    ['its own, and AWS says nothing of sharing', OURS, OURS, { isOn: undefined }, false],
    ['its own, not shared', OURS, OURS, { type: 'disabled' }, false],
    ['its own, for a list of it alone', OURS, OURS, { type: 'custom', accounts: [OURS] }, false],
    ['its own, for a list with another', OURS, OURS, { type: 'custom', accounts: [OURS, OTHER] }, true],
    ['its own, by a rule that is not told', OURS, OURS, { type: 'cost-category' }, true],
    ['of another, whose owner uses it first', THEIRS, OURS, { type: 'custom', accounts: [OURS] }, true],
    ['of nobody that AWS names', undefined, OURS, {}, false],
  ])('%s', (_, owner, account, sharing, expected) => {
    expect(isShared(aCredit({ owner, sharing: { ...open, ...sharing } }), account)).toBe(expected);
  });
});

describe('the account that pays', () => {
  const owned = (...owners: (string | undefined)[]): Balance => aBalance(owners.map((owner) => aCredit({ owner })));

  test.each<[string, string | undefined, Balance, string | undefined]>([
    ['the one that the owner names', OURS, owned(THEIRS), OURS],
    ['the one that owns every credit', undefined, owned(THEIRS, THEIRS), THEIRS],
    ['nobody, of several', undefined, owned(THEIRS, OURS), undefined],
    ['nobody, of some and none', undefined, owned(THEIRS, undefined), undefined],
    ['nobody, without a credit', undefined, owned(), undefined],
    ['nobody, without a balance', undefined, { ...noBalance, credits: unknown('x') }, undefined],
  ])('%s', (_, stated, balance, account) => expect(payingAccount(stated, balance)).toBe(account));
});
