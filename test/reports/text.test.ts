import { describe, expect, test } from 'vitest';
import { text } from '../../src/reports/text';
import { anAssessment, credit, options } from './assessments';

const render = (sketch: Parameters<typeof anAssessment>[0], more = {}) =>
  text.render(anAssessment(sketch), { ...options, ...more });

const nat = { type: 'aws:ec2/natGateway:NatGateway' };

describe('one line when all is well', () => {
  test('with the month, who pays it, and until when', () => {
    expect(render({}, { width: 200 })).toBe(
      '✓ shop/dev: within credits. $32.85–$37.35 a month, all paid by credits until 2027-03-31, if nothing else uses them.\n',
    );
  });

  test('the account’s own spending is known', () => {
    const config = { credits: { manual: [credit('9000', '2027-03-31')] }, burn: { monthly: { 'Amazon RDS': '10' } } };
    expect(render({ config })).toMatch(/until\s+2027-03-31\.\n$/);
  });

  test('a credit that ends early ends the promise, even when another one goes on', () => {
    const narrow = { ...credit('9000', '2028-06-30'), products: ['Amazon S3'] };
    const config = { credits: { manual: [credit('9000', '2027-03-31'), narrow] } };
    expect(render({ config })).toMatch(/until\s+2027-03-31/);
  });

  test('nothing is planned', () => {
    expect(render({ resources: [] })).toBe('● shop/dev: no AWS resource is planned, so there is nothing to pay.\n');
  });
});

describe('the verdict', () => {
  test.each<[string, Parameters<typeof anAssessment>[0], RegExp]>([
    ['no balance', { config: {} }, /\$32\.85–\$37\.35 a month; what credits pay of it is not known/],
    ['incomplete', { resources: [nat, { type: 'aws:a/b:C' }] }, /credits pay at least \$32\.85–\$37\.35 a month/],
    [
      'no credits',
      { config: { credits: { manual: [] } } },
      /\$32\.85–\$37\.35 a month in cash; credits pay nothing of it/,
    ],
    [
      'used up',
      { config: { credits: { manual: [credit('50', '2027-06-30')] } } },
      /until 2027-01-\d\d at the earliest/,
    ],
  ])('%s', (_, sketch, words) => {
    expect(render(sketch).replace(/\s+/g, ' ')).toMatch(words);
  });
});

describe('the chart', () => {
  test('a long outlook shares rows among months alike, and says so', () => {
    const chart = render({
      config: { credits: { manual: [credit('9000', '2029-03-31')] } },
      resources: [nat, { type: 'aws:a/b:C' }],
    });
    expect(chart).toMatch(/2026-12 to 2029-02 {2}█+ +\$37\.35/);
    expect(chart).toContain('A row with two months stands for each month between them.');
    expect(chart.split('\n').filter((line) => /^ {2}20\d\d-\d\d/.test(line)).length).toBeLessThanOrEqual(14);
  });

  test('a longer one still leaves out the middle, and says which months', () => {
    // Each loses another amount at its end, so no two months are alike.
    const manual = Array.from({ length: 30 }, (_, i) => ({
      ...credit(String(10 + i), `${2027 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}-15`),
      products: ['Amazon S3'],
    }));
    const chart = render({ config: { credits: { manual } } });
    expect(chart.replace(/\s+/g, ' ')).toMatch(/\d{4}-\d\d to \d{4}-\d\d are left out/);
    expect(chart.split('\n').filter((line) => /^ {2}20\d\d-\d\d/.test(line)).length).toBeLessThanOrEqual(14);
  });
});

describe('the page', () => {
  const busy = {
    resources: [
      nat,
      { type: 'aws:a/b:C' },
      { type: 'aws:route53domains/domain:Domain', properties: { domainName: 'a.com' } },
    ],
    before: [nat],
  };

  test.each([40, 60, 80, 110])('%i columns: only a URL or a name may be longer', (width) => {
    for (const line of render(busy, { width }).split('\n')) {
      if (line.length > width) expect(line.trim()).not.toMatch(/^\S+ \S+ \S+/);
    }
  });

  test('colour changes nothing but colour', () => {
    const coloured = render(busy, { colour: true });
    // biome-ignore lint/suspicious/noControlCharactersInRegex: taking the colours away is the point
    expect(coloured.replace(/\u001b\[\d+m/g, '')).toBe(render(busy));
    expect(coloured).not.toBe(render(busy));
  });

  test('huge amounts move to a narrower table and are never cut', () => {
    const plan = {
      type: 'aws:savingsplans/savingsPlan:SavingsPlan',
      properties: { commitment: '99999999999', upfrontPaymentAmount: '1' },
    };
    const report = render({ resources: [plan], before: [plan] });
    expect(report).toMatch(/\$\d{2},\d{3},\d{3},\d{3},\d{3}\.\d\d/);
    expect(report).not.toContain('…');
  });

  test('many warnings are counted, what blocks is told in full', () => {
    const domain = (i: number) => ({
      type: 'aws:route53domains/domain:Domain',
      name: `d${i}`,
      properties: { domainName: 'a.com' },
    });
    const report = render({ resources: Array.from({ length: 60 }, (_, i) => domain(i)) });
    expect(report.match(/✗ block/g)).toHaveLength(60);
    const budget = (i: number) => ({
      type: 'aws:budgets/budget:Budget',
      name: `b${i}`,
      properties: { budgetType: 'COST' },
    });
    expect(render({ resources: Array.from({ length: 60 }, (_, i) => budget(i)) })).toContain('… and 40 more findings');
  });
});
