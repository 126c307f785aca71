import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { services } from '../../src/core/charges/services';

const ROOT = join(__dirname, '../..');
const PARTS = ['scripts', 'src', 'policy-pack', 'test', 'docs', 'package.json', 'tsconfig.base.json'];

/** What is made, and the test of the set that asks for the rest of it. */
const MADE = [
  { args: ['rule', 'excluded-services/new-thing'], asks: 'new-thing finds its hit, in any case' },
  { args: ['type', 'aws:kendra/faq:Faq'], asks: 'at a glance aws:kendra/faq:Faq' },
  { args: ['type', 'aws:qldb/stream:Stream'], asks: 'at a glance aws:qldb/stream:Stream' },
  { args: ['type', 'aws:appconfig/configurationProfile:ConfigurationProfile'], asks: 'at a glance aws:appconfig/' },
  { args: ['setting', 'pool.newLimit'], asks: 'pool.newLimit is used' },
  { args: ['setting', 'credit-outlook.newDays'], asks: 'credit-outlook.newDays is used' },
  { args: ['format', 'csv'], asks: 'csv cash: each finding is told' },
];
const SETS = [
  'test/core/coverage/rules.test.ts',
  'test/core/charges/services/at-a-glance.test.ts',
  'test/config/setting-rows.test.ts',
  'test/reports/formats.test.ts',
];

describe('`npm run new` in a copy of the repository', () => {
  let copy = '';
  const make = (...args: string[]) =>
    spawnSync(process.execPath, ['scripts/new.mjs', ...args], { cwd: copy, encoding: 'utf8' });

  beforeAll(() => {
    copy = mkdtempSync(join(tmpdir(), 'credit-guard-new-'));
    for (const part of PARTS) cpSync(join(ROOT, part), join(copy, part), { recursive: true });
    symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'), 'junction');
  });
  afterAll(() => rmSync(copy, { recursive: true, force: true }));

  test.each(MADE)('$args names each file that it has touched, and what is next', ({ args }) => {
    const { status, stdout, stderr } = make(...args);
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^(touched \S+\n)+Next: .*npm run update`\.\n$/);
  });

  test('every type that has no price yet can be started', async () => {
    const { withEntry } = await import(pathToFileURL(join(ROOT, 'scripts/new/type.mjs')).href);
    const folder = join(ROOT, 'src/core/charges/services');
    const textOf = (module: string) =>
      readFileSync(join(folder, `${existsSync(join(folder, `${module}.ts`)) ? module : 'without-prices'}.ts`), 'utf8');
    const unpriced = services.flatMap(({ resources }) =>
      Object.entries(resources).flatMap(([type, entry]) => (entry.class === 'priced' ? [] : [type])),
    );
    expect(unpriced.length).toBeGreaterThan(500);
    // Both modules of the classic firewall are made from one table.
    for (const type of unpriced.filter((one) => !/^aws:waf(regional)?\//.test(one))) {
      const [, module = ''] = /^aws:(\w+)\//.exec(type) ?? [];
      expect(withEntry(textOf(module), type), type).toContain(`'${type}': perHour('TODO`);
    }
  });

  test('what it makes compiles', () => {
    const tsc = join(ROOT, 'node_modules/typescript/bin/tsc');
    execFileSync(
      process.execPath,
      [tsc, '-p', 'src', '--noEmit', '--composite', 'false', '--incremental', 'false', '--declaration', 'false'],
      {
        cwd: copy,
      },
    );
  });

  test('the tests of the sets say what is still to be done', () => {
    writeFileSync(join(copy, 'sets.config.mjs'), `export default { test: { include: ${JSON.stringify(SETS)} } };\n`);
    const vitest = join(ROOT, 'node_modules/vitest/vitest.mjs');
    const args = [vitest, 'run', '--config', 'sets.config.mjs', '--reporter=json', '--outputFile=sets.json'];
    spawnSync(process.execPath, args, { cwd: copy, encoding: 'utf8', env: { ...process.env, CI: '1' } });
    const failures: string[] = [];
    const { testResults } = JSON.parse(readFileSync(join(copy, 'sets.json'), 'utf8'));
    for (const { assertionResults } of testResults) {
      for (const { fullName, status } of assertionResults) if (status === 'failed') failures.push(fullName);
    }
    for (const { asks } of MADE) expect(failures).toContainEqual(expect.stringContaining(asks));
  });

  test.each([
    [[], 'Usage:'],
    [['colour', 'red'], 'npm run new -- format name'],
    [['rule', 'excluded-services/domain-renewal'], 'domain-renewal is there already'],
    [['rule', 'nothing/here'], 'src/core/coverage/rules/nothing.ts is no table of rules'],
    [['type', 'aws:kendra/index:Index'], 'aws:kendra/index:Index is priced already'],
    [['type', 'kendra'], 'kendra is no type token'],
    [['setting', 'pool.share'], 'pool.share is there already'],
    [['setting', 'here.there'], 'here is no place for a setting'],
    [['format', 'json'], 'src/reports/json.ts is there already'],
  ])('%j is refused in a line', (args, line) => {
    const { status, stderr } = make(...args);
    expect(status).toBe(1);
    expect(stderr).toContain(line);
  });
});
