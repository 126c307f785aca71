import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { REPORT_FORMATS } from '../../src/reports/formats';
import { run } from './run';

/** Several plans, one for each stack, on one pool of credits. */

const NAT = 'aws:ec2/natGateway:NatGateway';
const BUCKET = 'aws:s3/bucket:Bucket';
const PLAN = 'aws:savingsplans/savingsPlan:SavingsPlan';

interface Sketch {
  type: string;
  name: string;
  inputs?: object;
}

const nat = (name: string): Sketch => ({ type: NAT, name, inputs: { subnetId: 's-1' } });
const upfront = (name: string, usd: string): Sketch => ({
  type: PLAN,
  name,
  inputs: { commitment: '0.01', savingsPlanOfferingId: 'o-1', upfrontPaymentAmount: usd },
});

const stateOf = (stack: string, { type, name, inputs = {} }: Sketch) => {
  const [name_, project = 'shop'] = stack.split('.');
  return { urn: `urn:pulumi:${name_}::${project}::${type}::${name}`, custom: true, type, inputs };
};
const preview = (stack: string, sketches: readonly Sketch[], config: object = {}) => ({
  config: { 'aws:region': 'us-east-1', ...config },
  steps: sketches.map((one) => {
    const newState = stateOf(stack, one);
    return { op: 'create', urn: newState.urn, newState };
  }),
  changeSummary: { create: sketches.length },
});
const exported = (stack: string, sketches: readonly Sketch[]) => ({
  version: 3,
  deployment: {
    manifest: {},
    resources: sketches.map((one) => ({
      ...stateOf(stack, one),
      id: `id-${one.name}`,
      outputs: { region: 'us-east-1' },
    })),
  },
});
const events = (stack: string, sketches: readonly Sketch[]) => {
  const event = (payload: object) => `${JSON.stringify({ sequence: 0, timestamp: 1_796_083_200, ...payload })}\n`;
  const begin = (one: Sketch) => {
    const next = stateOf(stack, one);
    return event({ resourcePreEvent: { planning: true, metadata: { op: 'create', ...next, old: null, new: next } } });
  };
  return [
    event({ preludeEvent: { config: { 'aws:region': 'us-east-1' } } }),
    ...sketches.map(begin),
    event({ summaryEvent: { resourceChanges: { create: sketches.length } } }),
  ].join('');
};

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'credit-guard-'));
  configure();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function configure(more = '', remaining = '500', ends = '2030-01-01'): void {
  const credit = `{ description: All, remaining: "${remaining}", starts: 2026-01-01, ends: ${ends}, products: all }`;
  save('credit-guard.yaml', `credits: { manual: [${credit}] }\n${more}`);
}

function save(name: string, content: string | object): string {
  mkdirSync(join(folder, name, '..'), { recursive: true });
  writeFileSync(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content));
  return name;
}

const check = (args: readonly string[], stdin = '') =>
  run(['check', ...args], { cwd: folder, stdin, env: {}, now: '2026-12-01T00:00:00Z' });

interface Amount {
  min: string;
  max: string;
}
interface Told {
  stack: object;
  summary: { status: string; sentence: string; findings: { block: number } };
  stacks?: {
    stack: string;
    resources: number;
    monthly: { total: Amount; covered: Amount; cash: Amount };
    once: { cash: Amount };
    coveredUntil: string | null;
    findings: { block: number };
    change: object | null;
  }[];
  estimate: {
    monthly: { total: Amount; covered: Amount };
    once: { cash: Amount };
    change: { total: Amount } | null;
    resources: { total: number };
  };
  resources: { urn: string; stack?: string; monthly: { total: Amount } }[];
  findings: { rule: string; stack?: string | null; level: string; message: string; accepted: object | null }[];
  outlook: { exhaustedAt: string | null };
  credits: { usable: string };
  notes: { code: string; text: string }[];
}

async function told(args: readonly string[], stdin = ''): Promise<Told> {
  const { stdout, stderr } = await check([...args, '--format', 'json'], stdin);
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout) as Told;
}

const cents = (text: string): number => Math.round(Number(text) * 100);

describe('one draw-down for all', () => {
  test('each stack alone lasts longer, and the stacks add up to the estimate', async () => {
    save('a.json', preview('dev', [nat('a')]));
    save('b.json', preview('prod', [nat('b1'), nat('b2')]));
    const [a, b, both] = [await told(['a.json']), await told(['b.json']), await told(['a.json', 'b.json'])];
    const day = (of: Told) => Date.parse(of.outlook.exhaustedAt ?? '2100-01-01');
    expect(day(both)).toBeLessThan(Math.min(day(a), day(b)));
    expect(both.stacks?.map((one) => [one.stack, one.resources, one.monthly.covered.min])).toEqual([
      ['shop/dev', 1, a.estimate.monthly.covered.min],
      ['shop/prod', 2, b.estimate.monthly.covered.min],
    ]);
    const sum = (both.stacks ?? []).reduce((total, { monthly }) => total + cents(monthly.total.max), 0);
    expect(sum).toBe(cents(both.estimate.monthly.total.max));
    expect(both.stacks?.map(({ coveredUntil }) => coveredUntil)).toEqual([
      both.outlook.exhaustedAt,
      both.outlook.exhaustedAt,
    ]);
    expect(both.resources.map(({ stack }) => stack)).toEqual(['shop/dev', 'shop/prod', 'shop/prod']);
  });

  test('one plan says nothing of stacks', async () => {
    save('a.json', preview('dev', [nat('a'), upfront('sp', '10')]));
    const one = await told(['a.json']);
    expect([one.stacks, one.resources[0]?.stack, one.findings[0]?.stack]).toEqual([undefined, undefined, undefined]);
    expect((await check(['a.json'])).stdout).not.toContain('Stacks');
  });

  test('one report and one exit code; a finding and a resource name their stack in every format', async () => {
    save('a.json', preview('dev', [nat('a')]));
    save('b.json', preview('prod', [upfront('sp', '10.00')]));
    for (const format of REPORT_FORMATS) {
      const { code, stdout } = await check(['a.json', 'b.json', '--format', format]);
      expect([format, code]).toEqual([format, 1]);
      expect(stdout.replaceAll('\\/', '/'), format).toMatch(/shop\/prod/);
    }
    const { stdout } = await check(['a.json', 'b.json']);
    expect(stdout).toMatch(/^✗ 2 stacks: 1 finding blocks/);
    expect(stdout).toMatch(/^ {2}shop\/prod +\$6\.47–\$7\.02 +\$10\.00 once +2027-11-08$/m);
    expect(stdout).toContain('aws:savingsplans:SavingsPlan sp (shop/prod)');
  });

  test('what is accepted in one stack is not in another', async () => {
    save('a.json', preview('dev', [upfront('sp', '10.00')]));
    save('b.json', preview('prod', [upfront('sp', '10.00')]));
    const line = (stack: string) =>
      `  - { policy: no-uncovered-upfront-fees, resource: "urn:pulumi:${stack}::shop::*::sp", reason: Ours, maxUsd: "10.00" }\n`;
    configure(`accept:\n${line('dev')}${line('other')}`);
    const both = await told(['a.json', 'b.json']);
    const fees = both.findings.filter(({ rule }) => rule === 'savings-plan-upfront');
    expect(fees.map(({ stack, level }) => [stack, level])).toEqual([
      ['shop/prod', 'block'],
      ['shop/dev', 'info'],
    ]);
    // The line of a stack that is not in this run is none of its business.
    expect(both.notes.filter(({ code }) => code === 'exceptions-unused')).toEqual([]);
    const { stdout } = await check(['a.json', 'b.json', '--format', 'markdown']);
    expect(stdout).toContain("credit-guard accept no-uncovered-upfront-fees 'urn:pulumi:prod::shop::*::sp'");
  });

  test('a reservation of a stack in this run is replaced by what it draws', async () => {
    save('a.json', preview('dev', [nat('a')]));
    save('b.json', preview('prod', [nat('b')]));
    configure('pool: { reserved: { shop/prod: "300.00", shop/other: "50.00" } }\n');
    const [one, both] = [await told(['a.json']), await told(['a.json', 'b.json'])];
    expect([one.credits.usable, both.credits.usable]).toEqual(['150.00', '450.00']);
  });
});

describe('what AWS bills for the account', () => {
  test('what it bills once counts once over all stacks, at the one that has it already', async () => {
    const protection = { type: 'aws:shield/protection:Protection', name: 'p', inputs: { resourceArn: 'arn:x' } };
    save('a.json', preview('dev', [protection]));
    save('b.json', exported('prod', [protection]));
    const [one, both] = [await told(['a.json']), await told(['a.json', 'b.json'])];
    expect(one.estimate.monthly.total.min).toBe('3000.00');
    expect(both.estimate.monthly.total.min).toBe('3000.00');
    expect(both.stacks?.map((row) => [row.stack, row.monthly.total.min])).toEqual([
      ['shop/dev', '0.00'],
      ['shop/prod', '3000.00'],
    ]);
    expect(both.estimate.change?.total.max).toBe('0.00');
  });

  test('the steps of a price are filled by all stacks together', async () => {
    const bucket = (name: string): Sketch => ({ type: BUCKET, name });
    configure(`usage:\n  - { type: "${BUCKET}", storageGb: 40000 }\n`, '90000');
    save('a.json', preview('dev', [bucket('a')]));
    save('b.json', preview('prod', [bucket('b')]));
    save('ab.json', preview('dev', [bucket('a'), bucket('b')]));
    const [one, both, asOne] = [await told(['a.json']), await told(['a.json', 'b.json']), await told(['ab.json'])];
    expect(both.estimate.monthly.total).toEqual(asOne.estimate.monthly.total);
    expect(cents(both.estimate.monthly.total.min)).toBeLessThan(2 * cents(one.estimate.monthly.total.min));
  });
});

describe('settings of a stack', () => {
  test('the run has the strictest of each, in either order', async () => {
    configure('', '100', '2027-03-01');
    save('a.json', preview('dev', [nat('a')], { 'credit-guard:blockWithinDays': '10' }));
    save('b.json', preview('prod', [nat('b')], { 'credit-guard:blockWithinDays': '60' }));
    const blocking = async (...args: string[]) =>
      (await told(args)).findings.filter(({ level }) => level === 'block').map(({ rule, stack }) => [rule, stack]);
    expect(await blocking('a.json')).toEqual([]);
    expect(await blocking('b.json', 'a.json')).toEqual([['runway', null]]);
    expect(await blocking('a.json', 'b.json')).toEqual([['runway', null]]);
  });

  test('a limit on cash that a stack sets is for its own cash', async () => {
    configure('policies: { credit-outlook: { maxOneTimeCash: "100.00" } }\n');
    save('a.json', preview('dev', [upfront('sp', '60.00')], { 'credit-guard:maxOneTimeCash': '50.00' }));
    save('b.json', preview('prod', [upfront('sp', '30.00')], { 'credit-guard:maxOneTimeCash': '40.00' }));
    const cash = async (...args: string[]) =>
      (await told(args)).findings
        .filter(({ rule }) => rule === 'one-time-cash')
        .map(({ level, stack }) => [level, stack]);
    expect(await cash('a.json', 'b.json')).toEqual([['block', 'shop/dev']]);
    save('c.json', preview('test', [upfront('sp', '30.00')]));
    // The limit of the file is for all of them: 120 is more than 100.
    expect(await cash('a.json', 'b.json', 'c.json')).toEqual([
      ['block', null],
      ['block', 'shop/dev'],
    ]);
  });

  test('a monthly limit of a stack counts its own share of a product', async () => {
    configure('', '1');
    save('a.json', preview('dev', [nat('a')], { 'credit-guard:maxMonthlyCash': '40.00' }));
    save('b.json', preview('prod', [nat('b')], { 'credit-guard:maxMonthlyCash': '20.00' }));
    const both = await told(['a.json', 'b.json']);
    expect(both.findings.filter(({ rule }) => rule === 'monthly-cash').map(({ stack }) => stack)).toEqual([
      'shop/prod',
    ]);
  });
});

describe('where plans are', () => {
  const bytes = async (args: readonly string[], stdin = '') =>
    (await check([...args, '--format', 'json'], stdin)).stdout;

  test('files, a folder, a pattern and one input of several documents are the same plans', async () => {
    const [a, b, c] = [preview('dev', [nat('a')]), exported('prod', [nat('b')]), events('test', [nat('c')])] as const;
    save('stacks/a.json', a);
    save('stacks/b.json', b);
    save('stacks/c.json', c);
    save('stacks/README.md', 'no plan');
    const files = await bytes(['stacks/c.json', 'stacks/a.json', 'stacks/b.json']);
    expect(JSON.parse(files).stacks.map(({ stack }: { stack: string }) => stack)).toEqual([
      'shop/dev',
      'shop/prod',
      'shop/test',
    ]);
    expect(await bytes(['stacks'])).toBe(files);
    expect(await bytes(['stacks/*.json'])).toBe(files);
    expect(await bytes(['stacks/{a,b}.json', 'stacks', 'stacks/c.json'])).toBe(files);
    expect(await bytes([], `${JSON.stringify(a)}\n${JSON.stringify(b)}\n${c}`)).toBe(files);
    expect(await bytes(['stacks/b.json', 'stacks/c.json', '-'], JSON.stringify(a))).toBe(files);
    // Files without a line break at their end, as `cat` joins them.
    expect(await bytes([], JSON.stringify(a) + JSON.stringify(b) + c)).toBe(files);
  });

  test('the events of two stacks in one stream are two plans; two runs of one stack are one', async () => {
    const both = await told([], events('dev', [nat('a')]) + events('prod', [nat('b')]));
    expect(both.stacks?.map(({ stack }) => stack)).toEqual(['shop/dev', 'shop/prod']);
    const again = await told([], events('dev', [nat('a')]) + events('dev', [nat('a'), nat('b')]));
    expect([again.stacks, again.resources.length]).toEqual([undefined, 2]);
  });

  test('a file whose name is a pattern is itself', async () => {
    save('a[1].json', preview('dev', [nat('a')]));
    expect((await told(['a[1].json'])).resources).toHaveLength(1);
  });

  test('a folder may hold the credits and the reports of this run', async () => {
    save('stacks/a.json', preview('dev', [nat('a')]));
    save('stacks/b.json', preview('prod', [nat('b')]));
    const again = ['stacks', '--report', 'json=stacks/report.json'];
    expect((await check(again)).code).toBe(0);
    expect((await check(again)).code).toBe(0);
    expect(JSON.parse(readFileSync(join(folder, 'stacks/report.json'), 'utf8')).stacks).toHaveLength(2);
    const { code, stderr } = await check(['stacks/a.json', 'stacks/b.json', '--report', 'json=stacks/b.json']);
    expect([code, stderr]).toEqual([2, expect.stringContaining('b.json')]);
  });

  test.each([
    ['nothing-*.json', 'nothing-*.json: no file matches.'],
    ['empty', 'empty: the folder has no *.json file.'],
  ])('%s names no plan', async (path, line) => {
    mkdirSync(join(folder, 'empty'));
    save('old.json', 'of an earlier run');
    save('a.json', preview('dev', [nat('a')]));
    const { code, stdout, stderr } = await check(['a.json', path, '--report', 'json=old.json']);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(`credit-guard: ${line}\n`);
    expect(existsSync(join(folder, 'old.json'))).toBe(false);
  });
});

describe('what is refused', () => {
  const failed = { ...preview('prod', [nat('b')]), diagnostics: [{ severity: 'error', message: 'error: no login\n' }] };

  test('one stack in two documents: it would count twice', async () => {
    save('a.json', preview('dev', [nat('a')]));
    save('b.json', exported('dev', [nat('b')]));
    const { code, stdout, stderr } = await check(['a.json', 'b.json']);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(
      /^credit-guard: shop\/dev is in .*a\.json and in .*b\.json: give one plan for each stack\.\n$/,
    );
    const one = JSON.stringify(preview('dev', [nat('a')]));
    expect((await check([], `${one}\n${one}`)).stderr).toContain(
      'shop/dev is in standard input, plan 1 and in standard input, plan 2',
    );
  });

  test('one that failed is named, and no report is left that reads as today’s', async () => {
    save('a.json', preview('dev', [nat('a')]));
    save('b.json', failed);
    save('old.json', 'of an earlier run');
    const { code, stdout, stderr } = await check([
      'a.json',
      'b.json',
      '--report',
      'json=old.json',
      '--fail-on',
      'never',
    ]);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^credit-guard: .*b\.json: The preview failed: no login\./m);
    expect(existsSync(join(folder, 'old.json'))).toBe(false);
  });

  test('the same in one input', async () => {
    const { code, stderr } = await check(
      [],
      `${JSON.stringify(preview('dev', [nat('a')]))}\n${JSON.stringify(failed)}\n`,
    );
    expect([code, stderr]).toEqual([
      2,
      expect.stringMatching(/^credit-guard: standard input, plan 2: The preview failed/),
    ]);
  });
});

describe('the other commands', () => {
  test('explain finds what it is asked for in all plans', async () => {
    save('a.json', preview('dev', [nat('x')]));
    save('b.json', preview('prod', [nat('x')]));
    const { code, stdout } = await run(['explain', 'x', 'a.json', 'b.json'], { cwd: folder });
    expect(code).toBe(0);
    expect(stdout).toMatch(/urn:pulumi:dev::[\s\S]*urn:pulumi:prod::/);
  });

  test('baseline accepts what exists in each', async () => {
    save('a.json', exported('dev', [upfront('sp', '10.00')]));
    save('b.json', exported('prod', [upfront('sp', '10.00')]));
    const { code, stdout } = await run(['baseline', 'a.json', 'b.json'], { cwd: folder });
    expect(code).toBe(0);
    expect(stdout.match(/urn:pulumi:\w+/g)).toEqual(['urn:pulumi:dev', 'urn:pulumi:prod']);
  });

  test('prices wants one plan', async () => {
    const two = `${JSON.stringify(preview('dev', [nat('a')]))}\n${JSON.stringify(preview('prod', [nat('b')]))}`;
    const { code, stderr } = await run(['prices', 'usage', '-'], { cwd: folder, stdin: two });
    expect([code, stderr]).toEqual([
      2,
      expect.stringContaining('It contains 2 plans (shop/dev, shop/prod), and this needs one.'),
    ]);
  });
});

test('the open sums of one stack are not those of another', async () => {
  save('a.json', preview('dev', [nat('a')]));
  save(
    'b.json',
    preview('prod', [
      { type: 'aws:eks/addon:Addon', name: 'k', inputs: { addonName: 'kubecost_kubecost', clusterName: 'c' } },
    ]),
  );
  const { stdout } = await check(['a.json', 'b.json', '--format', 'json']);
  const { stacks } = JSON.parse(stdout);
  expect(stacks.map((one: { monthly: { partial: boolean } }) => one.monthly.partial)).toEqual([false, true]);
});
