import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Ajv2020 from 'ajv/dist/2020';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { run } from './run';

/** The draw-down of one or many stacks, by the real command. */

const NAT = 'aws:ec2/natGateway:NatGateway';
const VOLUME = 'aws:ebs/volume:Volume';
const QUEUE = 'aws:kendra/index:Index';

const preview = (stack: string, types: readonly string[]) => ({
  config: { 'aws:region': 'us-east-1' },
  steps: types.map((type, i) => {
    const urn = `urn:pulumi:${stack}::shop::${type}::r${i}`;
    const inputs =
      type === VOLUME ? { availabilityZone: 'us-east-1a', size: 100, type: 'gp3' } : { edition: 'DEVELOPER_EDITION' };
    return { op: 'create', urn, newState: { urn, custom: true, type, inputs } };
  }),
  changeSummary: { create: types.length },
});

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'credit-guard-'));
  save('a.json', preview('dev', [VOLUME]));
  save('b.json', preview('prod', [VOLUME, VOLUME, VOLUME]));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function save(name: string, content: string | object): void {
  writeFileSync(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content));
}

const credit = (remaining: string, ends: string, description = 'All') =>
  `{ description: ${description}, remaining: "${remaining}", starts: 2026-01-01, ends: ${ends}, products: all, asOf: 2026-12-01 }`;
const configure = (credits: readonly string[], more = '') =>
  save('credit-guard.yaml', `credits: { manual: [${credits.join(', ')}] }\n${more}`);

const forecast = (...args: string[]) => run(['forecast', ...args], { cwd: folder, now: '2026-12-01T00:00:00Z' });

interface Split {
  covered: string;
  cash: string;
  unknown: string;
}
interface Told {
  outlook: { months: (Split & { month: string; left: string; forfeited: string })[] };
  stacks: (Split & { stack: string | null; months: (Split & { month: string })[] })[];
}

async function told(...args: string[]): Promise<Told> {
  const { stdout, stderr } = await forecast(...args, '--json');
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout);
}

const cents = (text: string): number => Math.round(Number(text) * 100);

describe('who draws what', () => {
  test('a volume of 100 GB is $8.00 a month, so three are three times one', async () => {
    configure([credit('1000', '2030-01-01')]);
    const { outlook, stacks } = await told('a.json', 'b.json', '--months', '3');
    expect(outlook.months.map(({ month, covered }) => [month, covered])).toEqual([
      ['2026-12', '32.00'],
      ['2027-01', '32.00'],
      ['2027-02', '32.00'],
    ]);
    expect(stacks.map(({ stack, covered, months }) => [stack, covered, months.map((one) => one.covered)])).toEqual([
      ['shop/prod', '72.00', ['24.00', '24.00', '24.00']],
      ['shop/dev', '24.00', ['8.00', '8.00', '8.00']],
    ]);
  });

  test('when credits run out within a month, each pays by its share', async () => {
    configure([credit('40', '2030-01-01')]);
    const { outlook, stacks } = await told('a.json', 'b.json', '--months', '3');
    expect(outlook.months.map(({ covered, cash, left }) => [covered, cash, left])).toEqual([
      ['32.00', '0.00', '8.00'],
      ['8.00', '24.00', '0.00'],
      ['0.00', '32.00', '0.00'],
    ]);
    expect(stacks.map(({ stack, months }) => [stack, months.map(({ covered, cash }) => [covered, cash])])).toEqual([
      [
        'shop/prod',
        [
          ['24.00', '0.00'],
          ['6.00', '18.00'],
          ['0.00', '24.00'],
        ],
      ],
      [
        'shop/dev',
        [
          ['8.00', '0.00'],
          ['2.00', '6.00'],
          ['0.00', '8.00'],
        ],
      ],
    ]);
  });

  test('what the account spends besides is the rest', async () => {
    configure([credit('1000', '2030-01-01')], 'burn: { monthly: { Amazon RDS: "100.00", Tax: "5.00" } }\n');
    const { outlook, stacks } = await told('a.json', '--months', '2');
    expect(stacks.map(({ stack, covered, cash }) => [stack, covered, cash])).toEqual([
      ['shop/dev', '16.00', '0.00'],
      [null, '200.00', '10.00'],
    ]);
    expect(outlook.months[0]).toMatchObject({ covered: '108.00', cash: '5.00' });
  });

  test('months and stacks add up to the cent, whatever the amounts', async () => {
    configure([credit('100', '2027-03-15', 'One'), credit('333.33', '2028-01-01', 'Two')]);
    for (const [i, types] of [[NAT], [NAT, VOLUME], [QUEUE], [NAT, NAT, QUEUE]].entries())
      save(`s${i}.json`, preview(`s${i}`, types));
    const { outlook, stacks } = await told('a.json', 's0.json', 's1.json', 's2.json', 's3.json', '--months', '18');
    expect([outlook.months.length, stacks.length]).toEqual([18, 5]);
    for (const [i, month] of outlook.months.entries()) {
      for (const part of ['covered', 'cash', 'unknown'] as const) {
        const sum = stacks.reduce((total, { months }) => total + cents(months[i]?.[part] ?? ''), 0);
        expect([month.month, part, sum]).toEqual([month.month, part, cents(month[part])]);
      }
    }
    const total = stacks.reduce((all, { covered }) => all + cents(covered), 0);
    expect(total).toBe(outlook.months.reduce((all, { covered }) => all + cents(covered), 0));
  });
});

describe('what is printed', () => {
  beforeEach(() => configure([credit('40', '2027-06-30', 'First'), credit('1000', '2026-12-31T23:59:59Z', 'Soon')]));

  test('months, credits and stacks', async () => {
    const { code, stdout } = await forecast('a.json', 'b.json', '--months', '4');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^2 stacks: draw-down of the credits as of 2026-12-01\n/);
    expect(stdout).toMatch(/^ {2}2026-12 .*\$32\.00 +– +\$40\.00 +\$968\.00$/m);
    expect(stdout).toMatch(/^ {2}2027-02 .*\$8\.00 +\$24\.00 +– +–$/m);
    expect(stdout).toMatch(/^ {2}month +First +Soon\n {2}2026-12 +– +\$32\.00\n {2}2027-01 +\$32\.00 +–\n/m);
    expect(stdout).toMatch(/^ {2}shop\/prod .* 75 % +\$54\.00 +\$42\.00\n {2}shop\/dev .* 25 % +\$18\.00 +\$14\.00$/m);
    expect(stdout).toMatch(/^ {2}2027-03 +\$24\.00 +\$8\.00$/m);
  });

  test('no line is wider than the terminal', async () => {
    for (let i = 0; i < 30; i++) save(`s${i}.json`, preview(`a-stack-with-a-long-name-${i}`, [VOLUME]));
    const all = Array.from({ length: 30 }, (_, i) => `s${i}.json`);
    const { stdout } = await run(['forecast', ...all], { cwd: folder, env: { COLUMNS: '80' } });
    expect(stdout.split('\n').filter((line) => line.length > 80)).toEqual([]);
    expect(stdout).toContain('15 more (--all shows each)');
    expect(stdout).toMatch(/month .* \d\d more$/m);
  });

  test('--json is as the published schemas say', async () => {
    const { stdout } = await forecast('a.json', 'b.json', '--json');
    const schema = (name: string) =>
      JSON.parse(readFileSync(join(__dirname, `../../docs/schemas/${name}.schema.json`), 'utf8'));
    const ajv = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true });
    ajv.addSchema(schema('report'), 'report.schema.json');
    const validate = ajv.compile(schema('forecast'));
    validate(JSON.parse(stdout));
    expect(validate.errors).toBeNull();
    expect(Object.keys(JSON.parse(stdout)).sort()).toEqual(Object.keys(schema('forecast').properties).sort());
  });

  test('one plan from a pipe, and the same bytes twice', async () => {
    const stdin = readFileSync(join(folder, 'a.json'));
    const [one, two] = [
      await run(['forecast'], { cwd: folder, stdin }),
      await run(['forecast'], { cwd: folder, stdin }),
    ];
    expect([one.code, one.stdout]).toEqual([0, two.stdout]);
    expect(one.stdout).toMatch(/^shop\/dev: draw-down/);
    expect(one.stdout).not.toContain('Stacks by month');
  });
});

describe('what is refused', () => {
  test.each(['0', '61', '1.5', 'many'])('--months %s', async (months) => {
    configure([credit('40', '2027-06-30')]);
    const { code, stderr } = await forecast('a.json', '--months', months);
    expect([code, stderr]).toEqual([2, expect.stringContaining('Write a whole number from 1 to 60.')]);
  });

  test('without a balance there is no draw-down', async () => {
    const { code, stdout, stderr } = await forecast('a.json');
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^credit-guard: .*credit/);
  });
});
