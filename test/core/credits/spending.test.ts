import { describe, expect, test } from 'vitest';
import { settingsOf } from '../../../src/config/read-settings';
import { type BurnReading, unreadBurn } from '../../../src/core/credits/burn-reading';
import { spendingOf } from '../../../src/core/credits/spending';
import { plain, type Usd, usd } from '../../../src/core/money';
import { notice } from '../../../src/core/notice';
import { known } from '../../../src/core/reading';
import { wordsOf } from '../../../src/words/notices';
import { NOW } from '../../support/inputs';

/** What each account spends on Amazon EC2; numbers are strings of digits, as AWS writes them. */
type Bill = Readonly<Record<string, string>>;

const [OURS, OTHER, THIRD] = ['111122223333', '444455556666', '777788889999'];
const ec2 = (amount: string) => new Map([['Amazon EC2', usd(amount)]]);
const byAccount = (bill: Bill) => new Map(Object.entries(bill).map(([account, amount]) => [account, ec2(amount)]));

/** A reading that tells accounts apart, asked by `OURS`. */
const billOf = (bill: Bill, parts: Partial<BurnReading> = {}): BurnReading => ({
  monthly: known(ec2(String(Object.values(bill).reduce((total, amount) => total + Number(amount), 0)))),
  byAccount: byAccount(bill),
  caller: OURS,
  source: 'AWS',
  isCoveredOnly: false,
  problems: [],
  ...parts,
});
/** One that knows the total alone, as an earlier version wrote it. */
const totalOf = (amount: string): BurnReading =>
  billOf({}, { monthly: known(ec2(amount)), byAccount: undefined, caller: undefined, source: 'credits.json' });

const text = (amounts: ReadonlyMap<string, Usd> | undefined) =>
  amounts && [...amounts].map(([product, amount]) => `${product} ${plain(amount)}`).join();
function told(burns: readonly BurnReading[], billed: string | undefined, written: Bill = {}) {
  const accounts = Object.fromEntries(Object.entries(written).map(([account, amount]) => [account, { S3: amount }]));
  const { burn, burnOfOthers, problems } = spendingOf(burns, billed, settingsOf({ burn: { accounts } }));
  return {
    own: text(burn),
    others: [...burnOfOthers].map(([account, amounts]) => `${account}: ${text(amounts)}`),
    problems: problems.map(wordsOf),
  };
}

describe('whose burn it is', () => {
  const bill = billOf({ [OURS]: '100', [OTHER]: '900' });

  test('that of the account that is billed; others stand beside it', () => {
    expect(told([bill], OTHER)).toEqual({
      own: 'Amazon EC2 900.00',
      others: [`${OURS}: Amazon EC2 100.00`],
      problems: [],
    });
  });

  test('that of who asks, where nobody says which one is billed', () => {
    expect(told([bill], undefined)).toMatchObject({
      own: 'Amazon EC2 100.00',
      others: [`${OTHER}: Amazon EC2 900.00`],
    });
  });

  test('that of all together, where nobody knows who asked either, or accounts are not told apart', () => {
    expect(told([{ ...bill, caller: undefined }], undefined)).toMatchObject({ own: 'Amazon EC2 1000.00', others: [] });
    expect(told([totalOf('70')], OTHER)).toMatchObject({ own: 'Amazon EC2 70.00', others: [] });
  });

  test('without any reading it is not known', () => {
    expect(told([], OURS)).toEqual({ own: undefined, others: [], problems: [] });
  });

  test('who asks sees at least itself: without a row it spends nothing', () => {
    const others = billOf({ [OTHER]: '900' });
    for (const billed of [undefined, OURS])
      expect(told([others], billed)).toEqual({ own: '', others: [`${OTHER}: Amazon EC2 900.00`], problems: [] });
  });
});

describe('an account that is not listed', () => {
  const bill = billOf({ [OURS]: '100', [OTHER]: '900' });
  const NOT_LISTED = `AWS: the burn lists nothing for account ${THIRD}, asked as ${OURS}.`;

  test('is not known, which is not $0, and that is said; the others are known', () => {
    const { own, others, problems } = told([bill], THIRD);
    expect([own, others.length, problems.length]).toEqual([undefined, 2, 1]);
    expect(problems[0]).toContain(NOT_LISTED);
  });

  test('is what was read before, and that is said; what is read later makes up for it', () => {
    const later = told([totalOf('70'), bill], THIRD);
    expect([later.own, later.problems.length]).toEqual(['Amazon EC2 70.00', 1]);
    expect(told([bill, totalOf('70')], THIRD)).toMatchObject({ own: 'Amazon EC2 70.00', problems: [] });
  });

  test('is what its owner wrote of it', () => {
    expect(told([bill], THIRD, { [THIRD]: '5' })).toMatchObject({
      own: undefined,
      others: [`${THIRD}: S3 5.00`, `${OURS}: Amazon EC2 100.00`, `${OTHER}: Amazon EC2 900.00`],
      problems: [],
    });
  });
});

describe('what was read and what was written of others', () => {
  test('what is read of an account replaces what is written of it', () => {
    expect(told([billOf({ [OURS]: '100', [OTHER]: '900' })], OURS, { [OTHER]: '1', [THIRD]: '2' }).others).toEqual([
      `${OTHER}: Amazon EC2 900.00`,
      `${THIRD}: S3 2.00`,
    ]);
  });

  test('of the account itself it is replaced by its own bill, and not by a total', () => {
    const written = { [OURS]: '1' };
    for (const billed of [OURS, undefined])
      expect(told([billOf({ [OURS]: '100' })], billed, written).others).toEqual([]);
    expect(told([totalOf('70')], OURS, written).others).toEqual([`${OURS}: S3 1.00`]);
  });

  test('who sees itself alone takes nothing back of what was read of others', () => {
    const all = billOf({ [OURS]: '100', [OTHER]: '900' });
    const failed = unreadBurn('AWS', notice('burn-malformed', 'warn', { product: undefined, under: 'months' }));
    for (const later of [billOf({ [OURS]: '60' }), totalOf('60')])
      expect(told([all, later], OURS)).toMatchObject({
        own: 'Amazon EC2 60.00',
        others: [`${OTHER}: Amazon EC2 900.00`],
      });
    expect(told([all, failed], OURS)).toEqual({
      own: 'Amazon EC2 100.00',
      others: [`${OTHER}: Amazon EC2 900.00`],
      problems: [],
    });
    const [first, second] = [billOf({ [OTHER]: '1' }), billOf({ [OTHER]: '2' })];
    expect(told([first, second], OURS).others).toEqual([`${OTHER}: Amazon EC2 2.00`]);
  });
});

describe('what goes along with a burn', () => {
  const month = (bill: Bill, isEstimated = false) => ({ byAccount: byAccount(bill), isEstimated });
  const months = new Map([
    ['2026-09', month({ [OURS]: '40', [OTHER]: '900' })],
    ['2026-10', month({ [OTHER]: '900' })],
    ['2026-11', month({ [OURS]: '50' }, true)],
  ]);
  const bill = { month: '2026-10', readAt: NOW, calls: 1 };
  const of = (...burns: BurnReading[]) => {
    const { burnMonths, isBurnCoveredOnly, burnBill } = spendingOf(burns, OURS, settingsOf({}));
    return [burnMonths.map((one) => `${one.month} ${text(one.usd)}`), isBurnCoveredOnly, burnBill];
  };
  const whole = billOf({ [OURS]: '50' }, { months, bill, isCoveredOnly: true });

  test('its closed months, those of the same account; its bill; and whether it is what credits covered alone', () => {
    expect(of(whole)).toEqual([['2026-09 Amazon EC2 40.00'], true, bill]);
    expect(of({ ...whole, byAccount: undefined })).toEqual([
      ['2026-09 Amazon EC2 940.00', '2026-10 Amazon EC2 900.00'],
      true,
      bill,
    ]);
  });

  test('are those of the reading that is used', () => {
    expect(of(whole, totalOf('70'))).toEqual([[], false, undefined]);
    expect(of(totalOf('70'), whole)).toEqual([['2026-09 Amazon EC2 40.00'], true, bill]);
    expect(of()).toEqual([[], false, undefined]);
  });
});
