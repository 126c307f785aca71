import { describe, expect, test } from 'vitest';
import { reportOf } from '../../src/reports';
import { json } from '../../src/reports/json';
import { wordsOf } from '../../src/words/notices';
import { options } from '../reports/assessments';
import { aBalance, aCredit, assessed, type Situation } from '../support/inputs';

/** $16.00 once, which no credit covers, and $32.85 a month of a NAT gateway, which credits cover. */
const DOMAIN = { type: 'aws:route53domains/domain:Domain', properties: { domainName: 'example.com' } };
const NAT = { type: 'aws:ec2/natGateway:NatGateway' };
const NO_TRAFFIC = [{ type: NAT.type, dataProcessedGb: 0 }];

const situation: Situation = { resources: [DOMAIN, NAT], config: { usage: NO_TRAFFIC } };
const taxed = (tax: number, config: Situation['config'] = {}, balance = aBalance()) =>
  assessed({ ...situation, balance, config: { ...situation.config, tax, ...config } });

const noteOf = ({ notes }: ReturnType<typeof assessed>, code: string) =>
  notes.filter((one) => one.code === code).map(wordsOf);
const documentOf = (assessment: ReturnType<typeof assessed>) => JSON.parse(json(reportOf(assessment), options));

describe('tax on cash', () => {
  test('is not reckoned without a rate', () => {
    const assessment = assessed(situation);
    expect(noteOf(assessment, 'tax-on-cash')).toEqual(['Tax comes on top of cash and is not included.']);
    const { estimate, outlook } = documentOf(assessment);
    expect(estimate.tax).toBeUndefined();
    expect(outlook.months[0].tax).toBeUndefined();
  });

  test('is told beside cash, and is in no other figure', () => {
    const assessment = taxed(0.0825);
    expect(noteOf(assessment, 'tax-on-cash')).toEqual([
      'Tax of 8.25 % comes on top of cash: $1.32 once. No limit counts it.',
    ]);
    const [{ estimate, outlook }, without] = [documentOf(assessment), documentOf(assessed(situation))];
    expect(estimate.tax).toEqual({
      rate: 0.0825,
      monthly: { min: '0.00', max: '0.00' },
      once: { min: '1.32', max: '1.32' },
    });
    expect(outlook.months[0]).toEqual({ ...without.outlook.months[0], tax: '1.32' });
    expect(estimate.once).toEqual(without.estimate.once);
  });

  test('of a month is on the cash of that month', () => {
    const balance = aBalance([aCredit({ remaining: '33.48' })]);
    const { months } = documentOf(taxed(0.2, {}, balance)).outlook;
    // December: the domain alone; January: 744 hours at $0.045.
    expect(months.map((month: { cash: string; tax: string }) => [month.cash, month.tax])).toEqual([
      ['16.00', '3.20'],
      ['33.48', '6.70'],
    ]);
  });

  test('a limit compares cash without it', () => {
    const at = (maxOneTimeCash: string) =>
      taxed(0.5, { policies: { 'credit-outlook': { maxOneTimeCash } } }).findings.some(
        ({ rule }) => rule === 'one-time-cash',
      );
    expect([at('16.00'), at('15.99')]).toEqual([false, true]);
  });

  test('where nothing is cash there is none to tell', () => {
    const all = assessed({
      resources: [NAT],
      config: { usage: NO_TRAFFIC, tax: 0.2 },
      balance: aBalance([aCredit({ ends: undefined, remaining: '100000' })]),
    });
    expect(noteOf(all, 'tax-on-cash')).toEqual([]);
  });

  test('cash that only comes later has no amount today', () => {
    const later = assessed({ resources: [NAT], config: { usage: NO_TRAFFIC, tax: 0.2 } });
    expect(noteOf(later, 'tax-on-cash')).toEqual(['Tax of 20 % comes on top of cash. No limit counts it.']);
  });
});

describe('the Tax row of the burn', () => {
  const burn = { monthly: { 'Amazon EC2': '100.00', Tax: '10.00' } };
  const cashOf = (tax?: number) => {
    const { forecast } = reportOf(assessed({ resources: [], config: { burn, ...(tax === undefined ? {} : { tax }) } }));
    return forecast?.months[0]?.cash.toFixed(2);
  };

  test('is cash as it stands, and gives way to a rate', () => {
    expect([cashOf(), cashOf(0.1)]).toEqual(['10.00', '0.00']);
  });

  test('that it gives way is told, and that it is no zero', () => {
    const only = assessed({ resources: [], config: { burn: { monthly: { tax: '10.00' } }, tax: 0.1 } });
    expect(noteOf(only, 'burn-row-reckoned')).toEqual(['burn: tax is left out: tax: reckons it.']);
    expect(noteOf(only, 'burn-zero')).toEqual([]);
    expect(noteOf(assessed({ resources: [], config: { burn } }), 'burn-row-reckoned')).toEqual([]);
  });
});
