import { expect, test } from 'vitest';
import { type Report, reportOf } from '../../src/reports';
import { json } from '../../src/reports/json';
import { anAssessment, aReport, options } from './assessments';
import { nat, savingsPlan, situations } from './situations';

const documentOf = (report: Report = aReport()) => JSON.parse(json(report, options));

const inCents = (text: string): bigint => BigInt(text.replace('.', ''));
const PARTS = ['covered', 'cash', 'unknown'];
const BOUNDS = ['min', 'max'];

interface Rows {
  monthly: Record<string, Record<string, string>>;
  once: Record<string, Record<string, string>>;
}

const sumOf = (rows: Rows[], per: keyof Rows, part: string, bound: string): bigint =>
  rows.reduce((total, row) => total + inCents(row[per][part]?.[bound] ?? ''), 0n);

test.each(Object.entries(situations))('%s: every table adds up, to the cent', (_, sketch) => {
  const { estimate, resources, products } = documentOf(aReport(sketch));
  for (const bound of BOUNDS) {
    for (const per of ['monthly', 'once'] as const) {
      for (const row of [estimate, ...resources, ...products] as Rows[]) {
        const [covered = 0n, cash = 0n, unknown = 0n] = PARTS.map((part) => sumOf([row], per, part, bound));
        expect(covered + cash + unknown).toBe(sumOf([row], per, 'total', bound));
      }
      for (const part of ['total', ...PARTS]) {
        const whole = sumOf([estimate], per, part, bound);
        expect(sumOf(resources, per, part, bound)).toBe(whole);
        expect(sumOf(products, per, part, bound)).toBe(whole);
      }
    }
  }
});

test.each(Object.entries(situations))('%s: the charges add up to their resource', (_, sketch) => {
  for (const { charges, monthly, once } of documentOf(aReport(sketch)).resources) {
    for (const bound of BOUNDS) {
      const total = (per: string) =>
        charges
          .filter((charge: { per: string; paidBefore: boolean }) => charge.per === per && !charge.paidBefore)
          .reduce(
            (sum: bigint, { usd }: { usd: Record<string, string> | null }) => sum + inCents(usd?.[bound] ?? '0.00'),
            0n,
          );
      expect(total('month')).toBe(inCents(monthly.total[bound]));
      expect(total('once')).toBe(inCents(once.total[bound]));
    }
  }
});

test.each(Object.entries(situations))('%s: the products of a month add up to it', (_, sketch) => {
  for (const month of documentOf(aReport(sketch)).outlook?.months ?? []) {
    for (const part of PARTS) {
      const products: Record<string, string>[] = month.products;
      expect(products.reduce((sum, product) => sum + inCents(product[part] ?? ''), 0n)).toBe(inCents(month[part]));
    }
  }
});

test('a thousand fractions of a cent are not lost on the way', () => {
  const resources = Array.from({ length: 1000 }, (_, i) => ({
    type: 'aws:ec2/instance:Instance',
    name: `web-${i}`,
    properties: { instanceType: 't3.nano', associatePublicIpAddress: false },
  }));
  const assessment = anAssessment({ resources });
  const { estimate } = documentOf(reportOf(assessment));
  const { min, max } = assessment.estimate.monthly.total;
  expect(estimate.monthly.total).toEqual({ min: min.toFixed(2), max: max.toFixed(2) });
});

test('a charge says where its dollar comes from', () => {
  const [charge] = documentOf().resources[0].charges;
  expect(charge).toMatchObject({
    what: 'NAT gateway',
    product: 'Amazon EC2',
    per: 'month',
    usd: { min: '32.85', max: '32.85' },
    quantity: '1 × 730 hours',
    assumed: false,
    price: { key: 'natgateway/nat.hour', region: 'us-east-1', usd: '0.045' },
    coverage: 'covered',
    rule: null,
  });
  expect(charge.price.source).toMatch(/^https:/);
  expect(charge.paidBy).toHaveLength(1);
});

test('what was bought before is told, and in no total', () => {
  const bought = { ...savingsPlan('100.00'), existing: true, change: 'same' as const };
  const { resources, estimate } = documentOf(aReport({ resources: [bought] }));
  const upfront = resources[0].charges.find((charge: { kind: string }) => charge.kind === 'upfront');
  expect(upfront).toMatchObject({ usd: { min: '100.00' }, paidBefore: true });
  expect(estimate.once.total.max).toBe('0.00');
});

test('what is not known is null, never zero', () => {
  const { credits, outlook, estimate } = documentOf(aReport({ config: {} }));
  expect([credits.usable, outlook, estimate.change]).toEqual([null, null, null]);
});

test('a change may be negative, and nothing is "-0.00"', () => {
  const { change } = documentOf(aReport({ resources: [nat], before: [nat, { ...nat, name: 'gone' }] })).estimate;
  expect(change.covered).toEqual({ min: '-37.35', max: '-32.85' });
  expect(change.cash).toEqual({ min: '0.00', max: '0.00' });
});

test('what other accounts draw is told where they do, and is in no other figure', () => {
  const { outlook } = documentOf(aReport(situations['other accounts']));
  expect(outlook.burnOfOthers).toEqual({ min: '40.00', max: '40.00' });
  const [, january] = outlook.months;
  expect([january.byOthers, january.credits[0].byOthers]).toEqual(['40.00', '40.00']);
  const { covered, left } = january.credits[0];
  expect([covered, left]).toEqual([january.covered, january.left]);
  expect(documentOf().outlook.months.some((month: object) => 'byOthers' in month)).toBe(false);
});

test('months follow each other', () => {
  const { months, forfeited } = documentOf().outlook;
  expect(months.map(({ month }: { month: string }) => month)).toEqual([
    '2026-12',
    '2027-01',
    '2027-02',
    '2027-03',
    '2027-04',
  ]);
  expect(forfeited).toBe(months[3].forfeited);
});

test('text that could steer a terminal is escaped, and an identifier stays what it is', () => {
  const report = aReport();
  const [row] = report.resources;
  const text = json(
    { ...report, resources: row === undefined ? [] : [{ ...row, urn: 'urn:\u009b2J\u202e\u061c\u{e0041}' }] },
    options,
  );
  expect(text).toContain('urn:\\u009b2J\\u202e\\u061c\\udb40\\udc41');
  expect(JSON.parse(text).resources[0].urn).toBe('urn:\u009b2J\u202e\u061c\u{e0041}');
});

test('a resource is one line, however many there are', () => {
  const lines = json(aReport({ resources: [nat, { ...nat, name: 'b' }] }), options).split('\n');
  expect(lines.filter((line) => line.startsWith('    {"urn":'))).toHaveLength(2);
});
