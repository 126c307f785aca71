import { describe, expect, test } from 'vitest';
import { type Allocation, billedHistory, type History } from '../../../src/core/credits/burn-answers';
import { closedMonths } from '../../../src/core/credits/burn-reading';
import { usd } from '../../../src/core/money';
import { alongTrend, trendOf } from '../../../src/core/outlook/trend';
import type { Settings } from '../../../src/core/settings';
import { wordsOf } from '../../../src/words/notices';
import { aBalance, aCredit, assessed, at } from '../../support/inputs';
import { aStream } from './support';

const row = (month: string, amount: string, parts: Partial<Allocation> = {}): Allocation => ({
  creditId: '1',
  account: undefined,
  month,
  service: 'Amazon Elastic Compute Cloud - Compute',
  usd: usd(amount),
  isEstimated: false,
  ...parts,
});
const history = (allocations: readonly Allocation[], parts: Partial<History> = {}): History => ({
  allocations,
  failedMonths: [],
  isPartial: false,
  ...parts,
});
const GROWING = [row('2026-08', '100'), row('2026-09', '130'), row('2026-10', '130'), row('2026-11', '160')];
const trendIn = (one: History, now = at('2027-03-01')) => trendOf(closedMonths(billedHistory(one, ''), undefined), now);
const stepOf = (one: History) => trendIn(one)?.steps.get('Amazon EC2')?.toFixed(2);

describe('the trend of past months', () => {
  test('is a straight line through them: ((-1.5)·100 + (-0.5)·130 + 0.5·130 + 1.5·160) / 5', () => {
    expect(stepOf(history(GROWING))).toBe('18.00');
    expect(trendIn(history(GROWING))).toMatchObject({ from: '2026-08', to: '2026-11', months: 4 });
  });

  test('what several credits covered of a product is one amount', () => {
    const halves = GROWING.flatMap((one) => [
      { ...one, usd: one.usd.div(2) },
      { ...one, usd: one.usd.div(2), creditId: '2', service: 'EC2 - Other' },
    ]);
    expect(stepOf(history(halves))).toBe('18.00');
  });

  test('a month without a product is nothing of it', () => {
    const rds = { service: 'Amazon RDS' };
    const steps = trendIn(history([...GROWING, row('2026-11', '10', rds)]))?.steps;
    expect(steps?.get('Amazon RDS')?.toFixed(2)).toBe('3.00');
  });

  test('the last six months in a row count', () => {
    const old = ['2026-01', '2026-02', '2026-03', '2026-04', '2026-05', '2026-06', '2026-07'].map((m) => row(m, '7'));
    expect(trendIn(history([...old, ...GROWING]))).toMatchObject({ from: '2026-06', to: '2026-11', months: 6 });
    const gap = [row('2026-05', '900'), row('2026-06', '900'), ...GROWING];
    expect(trendIn(history(gap))).toMatchObject({ from: '2026-08', months: 4 });
  });

  test('a month that is not over is none, whatever stands beside it', () => {
    expect(trendIn(history(GROWING), at('2026-11-30'))).toMatchObject({ to: '2026-10', months: 3 });
    expect(trendIn(history(GROWING), at('2026-12-01'))).toMatchObject({ to: '2026-11', months: 4 });
  });

  test('a year may turn between', () => {
    const turn = [row('2026-12', '1'), row('2027-01', '2'), row('2027-02', '3')];
    expect(stepOf(history(turn))).toBe('1.00');
  });

  test.each<[string, History]>([
    ['two months', history(GROWING.slice(2))],
    ['three, of which one is open', history([...GROWING.slice(2), row('2026-12', '9', { isEstimated: true })])],
    ['three, of which one failed', history(GROWING.slice(1), { failedMonths: ['2026-10'] })],
    ['an answer that lacks something', history(GROWING, { isPartial: true })],
    ['nothing', history([])],
  ])('%s tell none', (_, one) => expect(trendIn(one)).toBeUndefined());
});

describe('a stream along a trend', () => {
  const along = (step: string) =>
    alongTrend(
      aStream({ monthly: '100', origin: 'account' }),
      { from: '', to: '', months: 2, steps: new Map([['Amazon EC2', usd(step)]]) },
      at('2026-11-20'),
    );

  test('changes with the calendar month, as long as the trend is, and stays', () => {
    expect(along('10').map(({ perMonth, startsAt, endsAt }) => [perMonth.toFixed(2), startsAt, endsAt])).toEqual([
      ['100.00', undefined, at('2026-12-01')],
      ['110.00', at('2026-12-01'), at('2027-01-01')],
      ['120.00', at('2027-01-01'), undefined],
    ]);
  });

  test('never gets below nothing', () => {
    expect(along('-60').map(({ perMonth }) => perMonth.toFixed(2))).toEqual(['100.00', '40.00', '0.00']);
  });

  test('is left alone where nothing changes', () => expect(along('0')).toHaveLength(1));
});

describe('what is told of the burn', () => {
  const told = (
    forecast: 'flat' | 'trend',
    one?: History,
    monthly: Record<string, string> = { EC2: '100', 'Amazon RDS': '5' },
    settings: Partial<Settings> = {},
  ) =>
    assessed({
      settings,
      resources: [],
      balance: { ...aBalance([aCredit()]), history: one },
      config: { burn: { monthly, forecast } },
    });
  const noteOf = ({ notes }: ReturnType<typeof told>) =>
    notes.filter(({ code }) => code === 'burn-flat' || code === 'burn-trend').map(wordsOf);

  test('flat or by its trend', () => {
    expect(noteOf(told('flat', history(GROWING)))).toEqual([
      'burn: is taken as flat, at the same amount every month (burn.forecast).',
    ]);
    expect(noteOf(told('trend', history(GROWING), { 'Amazon EC2': '100', 'Amazon RDS': '5' }))).toEqual([
      'burn: goes on as from 2026-08 to 2026-11: Amazon EC2 +$18.00 each month, for 4 months; flat from then on (burn.forecast).',
    ]);
    expect(noteOf(told('trend', history(GROWING), { 'Amazon RDS': '5' }))).toEqual([
      'burn: goes on as from 2026-08 to 2026-11, which is flat (burn.forecast).',
    ]);
    const none =
      'burn: is taken as flat: its trend needs three closed months in a row, of burn.source or in credits.history.';
    expect([noteOf(told('trend')), noteOf(told('trend', history([])))]).toEqual([[none], [none]]);
  });

  const closed = (...amounts: string[]) =>
    amounts.map((amount, i) => ({ month: `2026-0${i + 7}`, usd: new Map([['EC2 - Other', usd(amount)]]) }));

  test('what the source of the burn says of past months is before credits, and counts before the history', () => {
    const more = (burnMonths: Settings['burnMonths']) =>
      told('trend', history(GROWING), { 'Amazon EC2': '100' }, { burnMonths });
    expect(noteOf(more(closed('10', '20', '30')))).toEqual([
      'burn: goes on as from 2026-07 to 2026-09: Amazon EC2 +$10.00 each month, for 3 months; flat from then on (burn.forecast).',
    ]);
    expect(noteOf(more(closed('10', '20')))[0]).toContain('from 2026-08 to 2026-11: Amazon EC2 +$18.00');
    expect(
      noteOf(told('flat', undefined, { 'Amazon EC2': '100' }, { burnMonths: closed('1', '2', '3') }))[0],
    ).toContain('is taken as flat');
  });

  test('what credits covered of other accounts is no trend of this one', () => {
    const others = GROWING.map((one) => ({ ...one, account: '444455556666', usd: one.usd.times(50) }));
    const trend = told('trend', history([...GROWING, ...others]), { 'Amazon EC2': '100' }, { account: '111122223333' });
    expect(noteOf(trend)[0]).toContain('Amazon EC2 +$18.00');
  });

  test('that it grows is no charge of this plan that begins later', () => {
    const { outlook } = told('trend', history(GROWING), { 'Amazon EC2': '100' });
    expect(outlook.moreFrom).toBeUndefined();
    expect(outlook.dear.months.slice(0, 3).map(({ charged }) => charged.toFixed(2))).toEqual([
      '100.00',
      '118.00',
      '136.00',
    ]);
  });
});
