import { describe, expect, test } from 'vitest';
import { chartLines } from '../../src/reports/terminal/chart';
import { Page } from '../../src/reports/terminal/page';
import { text } from '../../src/reports/text';
import { aReport, credit, options } from './assessments';
import { nat, savingsPlan } from './situations';

const render = (sketch: Parameters<typeof aReport>[0] = {}, more = {}) =>
  text(aReport(sketch), { ...options, ...more });
const linesOf = (report: string) => report.trimEnd().split('\n');

/** From a title to the next blank line. */
function part(report: string, title: string): string[] {
  const lines = linesOf(report);
  const from = lines.findIndex((line) => line.startsWith(title));
  if (from < 0) return [];
  const to = lines.indexOf('', from);
  return lines.slice(from + 1, to < 0 ? undefined : to);
}

describe('when all is well', () => {
  test('the verdict, and nothing else', () => {
    expect(render({}, { width: 200 })).toMatch(
      /^✓ shop\/dev: .*within credits until 2027-03-31.*\$32\.85–\$37\.35 a month\.\n$/i,
    );
  });

  test('a mistake under burn: is told all the same', () => {
    const config = {
      credits: { manual: [credit('9000', '2027-03-31')] },
      burn: { monthly: { 'Amazom EC2': '40.00' } },
    };
    expect(render({ config })).toContain('Amazom EC2 is not a known product name; did you mean Amazon EC2?');
  });

  test('what was not looked at is one line each', () => {
    const report = render({ outside: { gcp: 2 }, external: { 'aws:ec2/vpc:Vpc': 3 } }, { width: 110 });
    expect(linesOf(report).slice(-2)).toEqual([
      '- 3 resources are read but not managed by this stack; they are not counted.',
      '- 2 resources of gcp are outside AWS; AWS credits do not apply.',
    ]);
  });

  test('--verbose and --all tell the rest', () => {
    expect(render({}, { all: true })).toContain('Where the money goes');
    expect(render({}, { verbose: true })).toContain('Good to know');
  });

  test('nothing is planned', () => {
    expect(render({ resources: [] })).toMatch(/^● shop\/dev: no AWS resource is planned\.\n$/i);
  });
});

describe('the verdict', () => {
  test('stands at the top and at the very end', () => {
    const lines = linesOf(render({ resources: [savingsPlan('100.00')] }));
    const blank = lines.lastIndexOf('');
    const end = lines.slice(blank + 1);
    expect(end.length).toBeLessThanOrEqual(3);
    expect(lines.slice(0, end.length)).toEqual(end);
  });

  test('"no cash" never stands next to cash', () => {
    const report = render({ resources: [savingsPlan('100.00')] });
    expect(report).toContain('You pay $100.00 once');
    expect(report).not.toMatch(/no cash/i);
  });

  test('nothing priced is "not known", never $0.00', () => {
    const report = render({ resources: [{ type: 'aws:a/b:C' }] });
    expect(report).toMatch(/cost is not known/);
    expect(report.replace(/Usable today.*|Last expiry.*/g, '')).not.toContain('$0.00');
  });
});

test('a plan without AWS resources says of credit use what is not known', () => {
  const report = render({ resources: [], outside: { kubernetes: 2 } }, { all: true });
  expect(report).toMatch(/Credit use +none by this plan; other spending is not known/);
});

test('what expires unused is an upper bound where something is in no figure', () => {
  const report = render({ resources: [nat, { type: 'aws:a/b:C' }] });
  expect(report).toMatch(/; up to \$[\d,.]+ expires unused/);
});

describe('where the money goes', () => {
  const database = {
    type: 'aws:rds/instance:Instance',
    name: 'db',
    properties: { instanceClass: 'db.t3.medium', engine: 'postgres', allocatedStorage: 100 },
  };

  test('the dearest first, each with its charges', () => {
    const lines = part(render({ resources: [nat, database] }, { all: true, width: 110 }), 'Where the money goes');
    expect(lines[0]).toMatch(/^ +\$\d+\.\d\d +credits +aws:rds:Instance db$/);
    expect(lines[1]).toMatch(/^ +\$\d+\.\d\d +credits {4}Database instance$/);
    expect(lines.find((line) => line.includes('aws:ec2:NatGateway it'))).toMatch(/\$32\.85–\$37\.35/);
  });

  test('folded to what fits, and said so', () => {
    const many = Array.from({ length: 41 }, (_, i) => ({ ...nat, name: `nat-${i}` }));
    const folded = render({ resources: [...many, { type: 'aws:a/b:C' }] });
    expect(folded).toMatch(/Where the money goes, a month \(\d+ of 42 resources; --all shows each\)/);
    expect(part(render({ resources: many }, { all: true }), 'Where the money goes')).toHaveLength(41 * 3);
  });

  test('one time amounts are told as such', () => {
    const lines = part(render({ resources: [savingsPlan('100.00')] }, { all: true }), 'Where the money goes');
    expect(lines.find((line) => line.includes('upfront'))).toMatch(/\$100\.00 +once +cash/);
  });
});

describe('by product', () => {
  test('who covers it and until when; a day that most share is told once', () => {
    const narrow = { ...credit('9000', '2028-06-30'), products: ['Amazon RDS'] };
    const wide = { ...credit('9000', '2027-03-31'), products: ['Amazon EC2'] };
    const report = render(
      { resources: [nat, savingsPlan('0')], config: { credits: { manual: [wide, narrow] } } },
      { all: true, width: 110 },
    );
    const lines = part(report, 'By product');
    expect(lines.find((line) => line.includes('Amazon EC2'))).toMatch(/credits$/);
    expect(lines.find((line) => line.includes('AWS Savings Plans'))).toMatch(/cash: no usable credit lists it$/);
    expect(lines.at(-1)).toBe(
      '  Credits cover these until 2027-03-31 (the credit expires), unless a row says otherwise.',
    );
  });

  test('the total is the sum of the rows', () => {
    const lines = part(render({ resources: [nat, savingsPlan('0')] }, { all: true }), 'By product');
    const inCents = (line: string) => Number((/–?\$([\d.]+)(?!.*\$)/.exec(line)?.[1] ?? '0').replace('.', ''));
    const total = lines.find((line) => line.includes('Total')) ?? '';
    const rows = lines.slice(0, lines.indexOf(total));
    expect(rows.length).toBeGreaterThan(1);
    expect(rows.map(inCents).reduce((a, b) => a + b)).toBe(inCents(total));
  });
});

describe('what a deployment changes', () => {
  const changeIn = (sketch: Parameters<typeof aReport>[0]) =>
    linesOf(render(sketch, { all: true })).find((line) => line.includes('Change'));

  test('more, less, nothing', () => {
    expect(changeIn({ before: [] })).toMatch(/^ +\+\$32\.85–\$37\.35 +Change/);
    expect(changeIn({ resources: [], before: [{ ...nat, change: 'delete' }] })).toMatch(
      /-\$37\.35 to -\$32\.85 +Change/,
    );
    expect(changeIn({ before: [nat] })).toMatch(/no change +Change/);
  });

  test('of what nothing is known, no change is not told as none', () => {
    expect(changeIn({ resources: [{ type: 'aws:a/b:C' }], before: [] })).toBeUndefined();
  });
});

describe('one screen', () => {
  /** Images that nobody checked, usage that is assumed, a type without prices, another cloud: what a real plan has. */
  const plan = {
    resources: [
      ...Array.from({ length: 10 }, (_, i) => ({ ...nat, name: `nat-${i}` })),
      { type: 'aws:ec2/instance:Instance', name: 'web', properties: { instanceType: 't3.large', ami: 'ami-1' } },
      { type: 'aws:a/b:C', name: 'strange' },
      ...Array.from({ length: 29 }, (_, i) => ({ type: 'aws:ec2/subnet:Subnet', name: `subnet-${i}` })),
    ],
    outside: { kubernetes: 3 },
    config: {
      credits: { manual: [credit('3000', '2027-11-30'), { ...credit('300', '2026-12-20'), products: ['Amazon SQS'] }] },
    },
  };

  test('41 resources fit 40 lines', () => {
    const report = render(plan);
    expect(aReport(plan).resources).toHaveLength(41);
    expect(linesOf(report).length).toBeLessThanOrEqual(40);
    expect(linesOf(report).length).toBeGreaterThan(30);
  });

  test('warnings are one line each, and in full with --verbose', () => {
    const { findings } = aReport(plan);
    expect(findings.length).toBeGreaterThan(1);
    const folded = part(render(plan), 'Findings');
    expect(folded).toHaveLength(findings.length);
    for (const line of folded) expect(line).toMatch(/^! .{1,78}$/);
    const full = render(plan, { verbose: true }).replace(/\s+/g, ' ');
    for (const { reason, remedy } of findings) expect(full).toContain(`${reason} → ${remedy}`);
  });

  test('what blocks is in full, whatever else is folded', () => {
    const domain = (i: number) => ({
      type: 'aws:route53domains/domain:Domain',
      name: `d${i}`,
      properties: { domainName: 'a.com' },
    });
    const report = render({ resources: Array.from({ length: 60 }, (_, i) => domain(i)) });
    expect(report.match(/✗ block/g)).toHaveLength(60);
    expect(report.match(/→/g)?.length).toBeGreaterThanOrEqual(60);
    const many = render({ resources: Array.from({ length: 120 }, (_, i) => domain(i)) });
    expect(many.match(/✗ block/g)).toHaveLength(100);
    expect(many).toContain('120 findings block');
    expect(many).toContain('… and 20 more blocking findings; --verbose shows all.');
  });

  test('many warnings are counted', () => {
    const budget = (i: number) => ({
      type: 'aws:budgets/budget:Budget',
      name: `b${i}`,
      properties: { budgetType: 'COST' },
    });
    expect(render({ resources: Array.from({ length: 60 }, (_, i) => budget(i)) })).toContain('… and 50 more findings');
  });
});

describe('the chart', () => {
  const chart = (sketch: Parameters<typeof aReport>[0], more = {}) =>
    linesOf(render({ resources: [nat, { type: 'aws:a/b:C' }], ...sketch }, more)).filter((line) =>
      /^ {2}20\d\d-\d\d /.test(line),
    );

  test('a long outlook leaves months out, and says how many', () => {
    const config = { credits: { manual: [credit('9000', '2029-03-31')] } };
    const months = chart({ config });
    expect(months.length).toBeLessThan(15);
    expect(months[0]).toContain('2026-12');
    expect(months.at(-1)).toContain('2029-04');
    expect(render({ resources: [nat, { type: 'aws:a/b:C' }], config })).toMatch(/\d+ of 29/);
    expect(chart({ config }, { all: true })).toHaveLength(29);
  });

  test('the month in which credits run out is among those that are shown', () => {
    const months = chart({ config: { credits: { manual: [credit('500', '2029-03-31')] } } });
    expect(months.some((line) => line.includes('█') && line.includes('░'))).toBe(true);
  });

  test('it stays where there is room for two lines alone', () => {
    const { forecast } = aReport({ config: { credits: { manual: [credit('50', '2027-03-31')] } } });
    const lines = forecast === undefined ? [] : chartLines(forecast, new Page(100, false), 2);
    expect(lines.map((line) => line.trim().slice(0, 7).trim())).toEqual(['month', '2026-12', '2027-01']);
    expect(lines[0]).toContain('2 of 3');
  });
});

describe('the last expiry', () => {
  const burn = { monthly: { 'Amazon EC2': '400.00' } };
  const lastExpiry = (...manual: ReturnType<typeof credit>[]) =>
    part(render({ config: { burn, credits: { manual } } }, { all: true }), 'Credits').find((line) =>
      /Last expiry/.test(line),
    );

  test('is a day', () => expect(lastExpiry(credit('9000', '2027-03-31'))).toContain('2027-03-31'));

  test.each([
    ['no credit has an end date', [credit('9000')]],
    ['none: one credit or more has no end date', [credit('9000'), credit('9000', '2027-03-31')]],
    // Used up since its balance was struck: it has an end date all the same.
    ['no credit is left', [{ ...credit('1', '2027-03-31'), asOf: '2026-11-01' }]],
  ])('%s', (words, manual) => expect(lastExpiry(...manual)).toContain(words));
});

describe('a plan that adds no cost', () => {
  const role = { type: 'aws:iam/role:Role' };
  const credits = { manual: [credit('9000', '2027-03-31')] };
  const sentence = (config: object) =>
    linesOf(render({ resources: [role], config: { credits, ...config } }, { width: 300 }))[0];
  const burn = { monthly: { 'Amazon EC2': '73.00' } };

  test('has nothing more to say where credits cover the account', () => {
    expect(sentence({ burn })).toMatch(/It adds no cost\.$/);
  });

  // 30 of the 31 days of December.
  test('tells what the account pays, and does not call it unknown', () => {
    expect(sentence({ burn, support: 'developer' })).toMatch(
      /It adds no cost\. The account spends \$98\.71 in the next 30 days: credits cover \$70\.65, you pay \$28\.06\.$/,
    );
  });

  test('and what nobody knows of it', () => {
    expect(sentence({ burn, support: 'business-plus' })).toMatch(/Whether credits cover \$28\.06 is not known\.$/);
  });
});

describe('what may be covered', () => {
  test('is not called nothing', () => {
    const sentence = render({
      config: { credits: { manual: [{ description: 'Which products?', remaining: '100' }] } },
    });
    expect(sentence).toContain('is not known');
    expect(sentence).not.toContain('Credits cover nothing');
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
    for (const more of [{}, { verbose: true }, ...(width < 60 ? [] : [{ all: true }])]) {
      for (const line of render(busy, { width, ...more }).split('\n')) {
        if (line.length > width) expect(line.trim()).not.toMatch(/^\S+ \S+ \S+/);
      }
    }
  });

  test('colour changes nothing but colour', () => {
    const coloured = render(busy, { colour: true });
    // biome-ignore lint/suspicious/noControlCharactersInRegex: taking the colours away is the point
    expect(coloured.replace(/\u001b\[\d+m/g, '')).toBe(render(busy));
    expect(coloured).not.toBe(render(busy));
  });

  test('huge amounts are never cut', () => {
    const plan = {
      type: 'aws:savingsplans/savingsPlan:SavingsPlan',
      properties: { commitment: '99999999999', upfrontPaymentAmount: '1' },
    };
    const report = render({ resources: [plan], before: [plan] });
    expect(report).toMatch(/\$\d{2},\d{3},\d{3},\d{3},\d{3}\.\d\d/);
    expect(report).not.toMatch(/\$[\d,.]*…/);
  });
});
