import { describe, expect, test } from 'vitest';
import type { Config } from '../../src/config/schema';
import type { Balance } from '../../src/core/credits/credit';
import { known } from '../../src/core/reading';
import { reportOf } from '../../src/reports';
import { FORMATS, REPORT_FORMATS } from '../../src/reports/formats';
import { json } from '../../src/reports/json';
import { outlookFacts } from '../../src/reports/outlook';
import { wordsOf } from '../../src/words/notices';
import { verdictSentence } from '../../src/words/verdict';
import { options } from '../reports/assessments';
import { aBalance, aCredit, assessed, at } from '../support/inputs';

/** $32.85 a month of a NAT gateway: $9,000 of credit last long beyond the Free plan, which ends on 2027-01-15. */
const NAT = { type: 'aws:ec2/natGateway:NatGateway', name: 'nat' };
const NO_TRAFFIC = [{ type: NAT.type, dataProcessedGb: 0 }];
const CLOSES = at('2027-01-15T00:00:00Z');

const free = (parts: Partial<Balance> = {}, credits = [aCredit({ remaining: '9000' })]): Balance => ({
  ...aBalance(credits),
  accountPlan: known('FREE'),
  accountPlanEnds: CLOSES,
  ...parts,
});
const judged = (balance: Balance, config: Config = {}, resources: readonly (typeof NAT)[] = [NAT]) =>
  assessed({ resources, balance, config: { usage: NO_TRAFFIC, ...config } });
const documentOf = (assessment: ReturnType<typeof assessed>) => JSON.parse(json(reportOf(assessment), options));
const closing = ({ notes }: ReturnType<typeof assessed>) =>
  notes.filter(({ code }) => code === 'account-closes').map(wordsOf);

describe('an account on the Free plan', () => {
  const assessment = judged(free());

  test('is covered until AWS closes it, and no longer', () => {
    expect(verdictSentence(assessment)).toContain('ithin credits until 2027-01-15,');
    expect(assessment.verdict.coveredUntil).toEqual({ at: CLOSES, because: 'account-closes', latest: CLOSES });
    const { outlook, products } = documentOf(assessment);
    expect(outlook.runway).toEqual({ state: 'ends', at: '2027-01-15T00:00:00Z', because: 'account-closes' });
    expect(products[0]).toMatchObject({
      coveredUntil: '2027-01-15T00:00:00Z',
      coveredUntilAtLatest: '2027-01-15T00:00:00Z',
      because: 'account-closes',
      reason: 'AWS closes the account',
    });
    expect(closing(assessment)).toEqual([
      'AWS closes this account on 2027-01-15, when its Free plan ends: every figure stops there. After an upgrade to the Paid plan unused credits go on, and what they do not cover is cash.',
    ]);
  });

  test('has no month after it: 14 of 31 days of January are the last', () => {
    const { months } = documentOf(assessment).outlook;
    expect(months.map((month: { month: string; covered: string }) => [month.month, month.covered])).toEqual([
      ['2026-12', '33.48'],
      ['2027-01', '15.12'],
    ]);
    expect(assessment.outlook.faults).toEqual([]);
  });

  test.each(REPORT_FORMATS)('%s promises nothing beyond it', async (name) => {
    const render = await FORMATS[name].load();
    const text = render(reportOf(assessment), { ...options, all: true, verbose: true });
    // The credit's own expiry is a fact about the credit.
    expect(text.match(/2027-(0[2-9]|1\d)|2028-\d\d/g)?.filter((day) => day !== '2027-12') ?? []).toEqual([]);
  });

  test('has that day in the table of the outlook', () => {
    const facts = outlookFacts(reportOf(assessment));
    expect(facts).toContainEqual(['Account closes', '2027-01-15']);
    expect(facts).toContainEqual(['Last expiry', '2027-12-31']);
    // Free Tier credits that end with the plan: their expiry is not what ends it.
    const same = judged(free({}, [aCredit({ remaining: '9000', ends: CLOSES })]));
    expect(outlookFacts(reportOf(same))).toContainEqual(['Account closes', '2027-01-15']);
  });

  test('loses credits that end with the plan, unless it is upgraded', () => {
    const reason = (ends: number) =>
      documentOf(judged(free({}, [aCredit({ remaining: '9000', ends })]))).findings.find(
        ({ rule }: { rule: string }) => rule === 'expiring',
      )?.reason;
    expect(reason(CLOSES)).toMatch(/The Free plan of the account ends that day: an upgrade .* keeps unused credits\./);
    expect(reason(CLOSES)).not.toContain('does not extend');
    expect(reason(CLOSES - 1000)).toContain('AWS does not extend credits.');
    expect(reason(CLOSES + 1000)).toBeUndefined();
  });

  test('may use its credits up before', () => {
    const soon = judged(free({}, [aCredit({ remaining: '10' })]));
    expect(soon.verdict.coveredUntil).toMatchObject({ because: 'used-up', latest: soon.verdict.coveredUntil?.at });
  });

  test('may have a credit that ends before', () => {
    const soon = judged(free({}, [aCredit({ remaining: '9000', ends: at('2026-12-20T00:00:00Z') })]));
    expect(soon.verdict.coveredUntil).toMatchObject({ at: at('2026-12-20T00:00:00Z'), because: 'ended' });
  });

  test('stops who wants to be stopped, and says that nothing is charged then', () => {
    const config: Config = { policies: { 'credit-outlook': { blockWithinDays: 60 } } };
    const { findings } = documentOf(judged(free(), config));
    const runway = findings.find(({ rule }: { rule: string }) => rule === 'runway');
    expect(runway).toMatchObject({
      level: 'block',
      message: 'Credits stop covering this plan on 2027-01-15, in 45 days: AWS closes the account with its Free plan',
      reason: 'From then on nothing runs, and nothing is charged. blockWithinDays is 60.',
    });
    expect(runway.remedy).toMatch(/^Upgrade to the Paid plan before that day/);
  });

  test('that is to be closed within the 30 days of the figures is covered in full until then', () => {
    const soon = judged(free({ accountPlanEnds: at('2026-12-10T00:00:00Z') }));
    expect(documentOf(soon).estimate.monthly).toMatchObject({ covered: { min: '32.85' }, cash: { max: '0.00' } });
    expect(verdictSentence(soon)).toContain('ithin credits until 2026-12-10,');
  });

  test('that AWS has closed, for all that is known, has no coverage that is known', () => {
    const over = judged(free({ accountPlanEnds: at('2026-11-30T00:00:00Z') }));
    expect(over.verdict.status).toBe('unknown');
    expect(judged(free({ accountPlanEnds: at('2026-12-01') })).verdict.status).toBe('unknown');
    expect(verdictSentence(over)).not.toContain('until');
    expect(documentOf(over).estimate.monthly).toMatchObject({ covered: { max: '0.00' }, unknown: { min: '32.85' } });
    expect(closing(over)).toEqual([
      'The Free plan of this account ended on 2026-11-30: AWS closes the account then, so whether credits cover anything is not known. After an upgrade, read the plan again.',
    ]);
  });

  test('an empty plan of an account that spends ends there too', () => {
    const { outlook } = documentOf(judged(free(), { burn: { monthly: { 'Amazon EC2': '73.00' } } }, []));
    expect(outlook.months.at(-1).month).toBe('2027-01');
  });
});

describe('no day is told', () => {
  test.each<[string, Partial<Balance>]>([
    ['of the Paid plan', { accountPlan: known('PAID') }],
    ['of a Free plan without an end', { accountPlanEnds: undefined }],
  ])('%s', (_, parts) => {
    const assessment = judged(free(parts));
    expect(assessment.verdict.coveredUntil).toMatchObject({ because: 'ended' });
    expect(closing(assessment)).toEqual([]);
  });
});

test('a covered way ends with the account', () => {
  const plan = {
    type: 'aws:savingsplans/savingsPlan:SavingsPlan',
    name: 'compute',
    properties: { commitment: '0.5', savingsPlanOfferingId: 'sp-1', upfrontPaymentAmount: '1314' },
  };
  const advice = (balance: Balance) =>
    assessed({ resources: [plan], balance }).findings.find(({ rule }) => rule === 'savings-plan-upfront')?.advice;
  expect(advice(free())?.coveredUntil).toBe(CLOSES);
  for (const closed of ['2026-11-30', '2026-12-01'])
    expect(advice(free({ accountPlanEnds: at(closed) }))).toBeUndefined();
});
