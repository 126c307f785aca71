import { execFileSync, spawn } from 'node:child_process';
import {
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { run } from './run';

const binary = join(__dirname, '../../dist/src/cli/main.js');
const DOMAIN = readFileSync(join(__dirname, '../cases/adv-09-state-domain.json'), 'utf8');

let cwd: string;
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'credit-guard-files-'));
});
afterEach(() => rmSync(cwd, { recursive: true, force: true }));

const file = (name: string, content: string): string => {
  writeFileSync(join(cwd, name), content);
  return join(cwd, name);
};

/** A process of its own, as a shell starts it. */
function shell(command: string, folder = cwd): Promise<{ code: number | null; stderr: string }> {
  const line = command.replaceAll('credit-guard ', `'${process.execPath}' '${binary}' `);
  const child = spawn('sh', ['-c', line], { cwd: folder, env: { PATH: process.env['PATH'] } });
  let stderr = '';
  child.stderr.on('data', (chunk) => {
    stderr += chunk;
  });
  return new Promise((done) => {
    child.on('close', (code) => done({ code, stderr }));
  });
}

// A build may not be there yet; the whole test run makes one first.
describe.runIf(existsSync(binary))('what cannot be written is one line, and never an exit code of a finding', () => {
  test.each([
    ['rules > /dev/full', 3, 'credit-guard: the output cannot be written: the disk is full\n'],
    ['--help > /dev/full', 3, 'credit-guard: the output cannot be written: the disk is full\n'],
    ['check domain.json > /dev/full', 3, 'credit-guard: the output cannot be written: the disk is full\n'],
    ['baseline domain.json --write > /dev/full', 3, 'credit-guard: the output cannot be written: the disk is full\n'],
  ])('%s', async (argv, code, line) => {
    file('domain.json', DOMAIN);
    expect(await shell(`credit-guard ${argv}`)).toEqual({ code, stderr: line });
    expect(readdirSync(cwd)).toEqual(['domain.json']);
  });

  test('a folder that is gone', async () => {
    const gone = join(cwd, 'gone');
    mkdirSync(gone);
    expect(await shell(`rmdir '${gone}' && credit-guard rules`, gone)).toEqual({
      code: 2,
      stderr: 'credit-guard: the folder you are in no longer exists; go to another one\n',
    });
  });

  test('six writers at once lose nothing', async () => {
    file('credit-guard.yaml', '# ours\nprogram: activate\n');
    const writers = Array.from({ length: 6 }, (_, i) =>
      shell(`credit-guard accept coverage-known shop${i} --max 1 --reason "Our ${i}"`),
    );
    for (const { code } of await Promise.all(writers)) expect(code).toBe(0);
    const text = readFileSync(join(cwd, 'credit-guard.yaml'), 'utf8');
    const names = parse(text).accept.map(({ resource }: { resource: string }) => resource);
    expect(names.sort()).toEqual([0, 1, 2, 3, 4, 5].map((i) => `urn:pulumi:*::shop${i}`));
    expect(text).toMatch(/^# ours\nprogram: activate\n/);
    expect(readdirSync(cwd)).toEqual(['credit-guard.yaml']);
  });

  test('a full disk loses nothing', async ({ skip }) => {
    const disk = join(cwd, 'disk');
    mkdirSync(disk);
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=16k', 'tmpfs', disk], { stdio: 'ignore' });
    } catch {
      return skip(); // only the superuser has a disk to fill
    }
    try {
      const before = `# ${'x'.repeat(3000)}\nprogram: activate\n`;
      writeFileSync(join(disk, 'credit-guard.yaml'), before);
      writeFileSync(join(disk, 'domain.json'), DOMAIN);
      writeFileSync(join(disk, 'report.txt'), 'of yesterday');
      execFileSync('sh', ['-c', 'cat /dev/zero > filler || true'], { cwd: disk, stdio: 'ignore' });
      const accepted = await shell('credit-guard accept coverage-known shop --max 1 --reason Ours', disk);
      expect(accepted).toEqual({ code: 2, stderr: `credit-guard: ${disk}/credit-guard.yaml: the disk is full.\n` });
      expect(readFileSync(join(disk, 'credit-guard.yaml'), 'utf8')).toBe(before);
      const checked = await shell('credit-guard check domain.json --report text=report.txt', disk);
      expect(checked).toEqual({
        code: 2,
        stderr: `credit-guard: ${disk}/report.txt: the text report cannot be written: the disk is full.\n`,
      });
      expect(readdirSync(disk).sort()).toEqual(['credit-guard.yaml', 'domain.json', 'filler']);
    } finally {
      execFileSync('umount', [disk]);
      rmdirSync(disk);
    }
  });

  test('a lock that somebody left behind counts for nothing after a while', { timeout: 60_000 }, async () => {
    mkdirSync(join(cwd, 'credit-guard.yaml.lock'));
    expect((await shell('credit-guard accept coverage-known shop --max 1 --reason Ours')).code).toBe(0);
  });
});

describe('where a report goes', () => {
  const check = (...argv: string[]) => run(['check', 'plan.json', ...argv], { cwd });

  beforeEach(() => {
    file('plan.json', DOMAIN);
    file('credits.json', '{"credits":[]}');
    symlinkSync('plan.json', join(cwd, 'link.json'));
    linkSync(join(cwd, 'plan.json'), join(cwd, 'same.json'));
    execFileSync('mkfifo', [join(cwd, 'pipe')]);
    mkdirSync(join(cwd, 'folder'));
  });

  test.each([
    ['json=plan.json', 'it is an input of this run; name another file'],
    ['json=folder/../plan.json', 'it is an input of this run; name another file'],
    ['json=link.json', 'it is an input of this run; name another file'],
    ['json=same.json', 'it is an input of this run; name another file'],
    ['json=credits.json', 'it is an input of this run; name another file'],
    ['json=credit-guard.yaml', 'it would be read as the configuration; name another file'],
    ['json=pipe', 'it is a pipe or a device; name a file'],
    ['json=/dev/full', 'it is a pipe or a device; name a file'],
    ['json=folder', 'it is a folder; name a file'],
    ['json=plan.json/x', 'a part of its path is no folder'],
  ])('%s is refused, at once', async (report, reason) => {
    const before = readFileSync(join(cwd, 'plan.json'), 'utf8');
    const { code, stdout, stderr } = await check('--credits', 'credits.json', '--report', report);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(new RegExp(`^credit-guard: [^\\n]*: the json report cannot be written: ${reason}\\.\\n$`));
    expect([readFileSync(join(cwd, 'plan.json'), 'utf8'), existsSync(join(cwd, 'credit-guard.yaml'))]).toEqual([
      before,
      false,
    ]);
  });

  test('two reports are two files', async () => {
    const { code, stderr } = await check('--report', 'json=a', '--report', 'text=./a');
    expect([code, stderr]).toEqual([2, expect.stringContaining('another report is written there')]);
  });

  test.each(['plan.json', 'credits.json', 'credit-guard.yaml'])(
    'a configuration that names its own input: %s',
    async (input) => {
      const config = `credits: { snapshot: credits.json }\nreports: { json: ${input} }\n`;
      file('credit-guard.yaml', config);
      const { code, stderr } = await check();
      expect([code, stderr]).toEqual([2, expect.stringContaining('the json report cannot be written')]);
      expect(readFileSync(join(cwd, 'credit-guard.yaml'), 'utf8')).toBe(config);
      expect(JSON.parse(readFileSync(join(cwd, 'plan.json'), 'utf8'))).toHaveProperty('deployment');
      expect(JSON.parse(readFileSync(join(cwd, 'credits.json'), 'utf8'))).toEqual({ credits: [] });
    },
  );
});

describe('after a run that judged nothing, no report of an earlier one is left', () => {
  beforeEach(() => {
    file('plan.json', DOMAIN);
    file('named.txt', 'yesterday');
    file('written.json', 'yesterday');
    file('other.txt', 'not ours');
  });
  const CONFIG = 'reports: { json: written.json }\n';

  test.each([
    ['no plan', CONFIG, ['nope.json']],
    ['a plan that is cut', CONFIG, ['cut.json']],
    ['a mistake in the configuration', `${CONFIG}programme: activate\n`, ['plan.json']],
    ['credits that cannot be read', CONFIG, ['plan.json', '--credits', 'nope.json']],
    ['a day that is none', CONFIG, ['plan.json', '--date', 'tomorrow']],
  ])('%s', async (_, config, argv) => {
    file('credit-guard.yaml', config);
    file('cut.json', '{"steps": [');
    const { code, stderr } = await run(['check', ...argv, '--report', 'text=named.txt'], { cwd });
    expect(code).toBe(2);
    expect(['named.txt', 'written.json', 'other.txt'].filter((name) => existsSync(join(cwd, name)))).toEqual([
      'other.txt',
    ]);
    expect(stderr).toContain(`Removed ${join(cwd, 'named.txt')}: it was of an earlier run.\n`);
  });

  test('and an input that is named as a report stays', async () => {
    await run(['check', 'nope.json', '--credits', 'other.txt', '--report', 'text=other.txt'], { cwd });
    expect(readFileSync(join(cwd, 'other.txt'), 'utf8')).toBe('not ours');
  });
});

describe('the clock', () => {
  const date = async (argv: string[], env: NodeJS.ProcessEnv = {}) => {
    const { code, stdout, stderr } = await run(['check', '--format', 'json', ...argv], { cwd, env, stdin: DOMAIN });
    return code === 2 ? stderr : JSON.parse(stdout);
  };

  test('CREDIT_GUARD_DATE counts as --date does, which wins, and the report says that it is fixed', async () => {
    const env = { CREDIT_GUARD_DATE: '2027-03-31' };
    expect((await date([], env)).date).toBe('2027-03-31T00:00:00Z');
    expect((await date(['--date', '2027-04-01'], env)).date).toBe('2027-04-01T00:00:00Z');
    const said = (report: { notes: { code: string; text: string }[] }) =>
      report.notes.filter(({ code }) => code === 'date-fixed').map(({ text }) => text);
    expect(said(await date([], env))).toEqual([
      'Judged as of 2027-03-31T00:00:00Z (--date or CREDIT_GUARD_DATE), not now.',
    ]);
    expect(said(await date([]))).toEqual([]);
  });

  test.each([
    '+275760-09-12T00:00:00Z',
    '-000001-01-01T00:00:00Z',
    '1999-12-31',
    '2200-01-01',
    '9999-12-31',
    '99999999999',
  ])('a day far from all bills: %s', async (day) => {
    expect(await date([`--date=${day}`])).toBe(
      `credit-guard: --date ${day}: it is too far away; write a day from 2000 to 2199.\n`,
    );
    expect(await date([], { CREDIT_GUARD_DATE: day })).toContain(`CREDIT_GUARD_DATE ${day}: it is too far away`);
  });
});

describe('the files that `confirmed:` names', () => {
  const ADDON = JSON.stringify({
    steps: [
      {
        op: 'create',
        urn: 'urn:pulumi:dev::shop::aws:eks/addon:Addon::cost',
        newState: { type: 'aws:eks/addon:Addon', custom: true, inputs: { addonName: 'kubecost_kubecost' } },
      },
    ],
    changeSummary: { create: 1 },
  });
  const check = (...more: string[]) => run(['check', '--config', 'credit-guard.yaml', ...more], { cwd, stdin: ADDON });

  test('settle a doubt, from the folder of the configuration', async () => {
    file('credit-guard.yaml', 'confirmed: [addons.json]\n');
    file('addons.json', '{"addons": [{"addonName": "kubecost_kubecost", "owner": "aws-marketplace"}]}');
    const { code, stdout } = await check();
    expect([code, stdout]).toEqual([1, expect.stringContaining('An EKS add-on from Marketplace is not covered')]);
    file('addons.json', '{"addons": [{"addonName": "kubecost_kubecost", "owner": "community"}]}');
    expect((await check()).stdout).not.toContain('Marketplace');
  });

  test('are one line each where they cannot be read', async () => {
    file('credit-guard.yaml', 'confirmed: [addons.json, missing.json]\n');
    file('addons.json', '{"addons": []}');
    expect(await check()).toEqual({
      code: 2,
      stdout: '',
      stderr: [
        'credit-guard: addons.json (confirmed:): its list "addons" is empty: AWS knows none of these there. Check the ids and --region.',
        'missing.json (confirmed:): there is no such file.',
        '',
      ].join('\n'),
    });
  });

  test('are never overwritten by a report', async () => {
    file('credit-guard.yaml', 'confirmed: [addons.json]\n');
    file('addons.json', '{"addons": [{"addonName": "a_b", "owner": "aws"}]}');
    const { code, stderr } = await check('--report', 'json=addons.json');
    expect([code, stderr]).toEqual([2, expect.stringContaining('it is an input of this run; name another file')]);
  });
});
