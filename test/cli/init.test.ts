import { mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { main } from '../../src/cli/command-line';
import { parseConfig } from '../../src/config/load';
import { creditsSince } from '../../src/core/credits/aws-calls';
import { isoDay } from '../../src/core/instant';
import { run } from './run';

let cwd: string;
beforeEach(() => {
  cwd = realpathSync(mkdtempSync(join(tmpdir(), 'credit-guard-init-')));
  mkdirSync(join(cwd, '.git'));
});
afterEach(() => rmSync(cwd, { recursive: true, force: true }));

function file(path: string, content: string): void {
  mkdirSync(dirname(join(cwd, path)), { recursive: true });
  writeFileSync(join(cwd, path), content);
}
const read = (path: string) => readFileSync(join(cwd, path), 'utf8');
const init = (...argv: string[]) => run(['init', ...argv], { cwd });

/** A program of Node.js with two stacks. */
function infra(folder = ''): void {
  file(`${folder}Pulumi.yaml`, 'name: infra\nruntime: { name: nodejs }\n');
  file(`${folder}Pulumi.prod.yaml`, 'config: { aws:region: eu-west-1 }\n');
  file(`${folder}Pulumi.dev.yaml`, 'config:\n  aws-native:region: us-east-1\n  x:secret: { secure: abc }\n');
  file(`${folder}package-lock.json`, '{}');
}

describe('what is found', () => {
  test('projects, stacks, regions and the platform; nothing of it is run', async () => {
    infra('infra/');
    file('net/Pulumi.yaml', 'name: net\nruntime: python\nstackConfigDir: stacks\n');
    file('net/stacks/Pulumi.prod.yaml', 'config: {}\n');
    file('node_modules/other/Pulumi.yaml', 'name: other\nruntime: nodejs\n');
    file('.git/config', '[remote "origin"]\n\turl = git@gitlab.com:acme/shop.git\n');
    const { code, stderr } = await init('--yes');
    expect(code).toBe(0);
    expect(stderr).toBe(`Found 2 Pulumi projects:
  infra, nodejs: dev (us-east-1), prod (eu-west-1)
  net, python: prod
Wrote credit-guard.yaml
Wrote .gitlab/credit-guard.yml
`);
    expect(Object.keys(parse(read('.gitlab/credit-guard.yml')))).toEqual([
      '.credit-guard',
      'credit-guard-infra-dev',
      'credit-guard-infra-prod',
      'credit-guard-net-prod',
    ]);
  });

  test.each([
    ['.github/CODEOWNERS', '', '.github/workflows/credit-guard.yml'],
    ['.gitlab-ci.yml', '', '.gitlab/credit-guard.yml'],
    ['azure-pipelines.yml', '', 'azure-pipelines.credit-guard.yml'],
    ['.buildkite/pipeline.yml', '', '.buildkite/pipeline.credit-guard.yml'],
    ['Jenkinsfile', '', 'Jenkinsfile.credit-guard'],
    ['README.md', 'https://github.com/acme/shop.git', '.github/workflows/credit-guard.yml'],
    ['README.md', 'git@bitbucket.org:acme/shop.git', 'bitbucket-pipelines.yml'],
    // A repository on GitHub that CircleCI builds.
    ['.circleci/other.yml', 'https://github.com/acme/shop.git', '.circleci/config.yml'],
  ])('the platform, by %s and %j', async (sign, remote, written) => {
    infra();
    file(sign, 'x');
    file('.git/config', remote === '' ? '' : `[remote "origin"]\n  url = ${remote}\n`);
    const { stderr } = await init('--yes');
    expect(stderr).toContain(`Wrote ${written}\n`);
  });

  test('from a folder inside a project it is that project', async () => {
    infra('infra/');
    file('infra/src/index.ts', '');
    const { stderr } = await run(['init', '--yes'], { cwd: join(cwd, 'infra/src') });
    expect(stderr).toContain('Found 1 Pulumi project:\n  infra, nodejs: dev');
  });

  test('a region of the environment where a stack names none', async () => {
    file('Pulumi.yaml', 'name: a\nruntime: go\n');
    file('Pulumi.prod.yaml', '');
    const { stderr } = await run(['init', '--yes'], { cwd, env: { AWS_REGION: 'eu-north-1' } });
    expect(stderr).toContain('this repository, go: prod (eu-north-1)');
  });

  test('files that cannot be read say nothing', async () => {
    file('Pulumi.yaml', '{{{');
    file('Pulumi.prod.yaml', '- - [');
    const { code, stderr } = await init('--yes');
    expect([code, stderr]).toEqual([0, expect.stringContaining('this repository, unknown: prod\n')]);
  });

  test('without a project it says how to get one, and writes nothing', async () => {
    const { code, stdout, stderr } = await init('--yes');
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain('There is no Pulumi project here');
    expect(stderr).toContain('pulumi new aws-typescript');
    expect(readdirSync(cwd)).toEqual(['.git']);
  });
});

describe('what is written', () => {
  test('a configuration that is valid, and the commands that fit it', async () => {
    infra();
    const { stdout } = await init('--yes', '--program', 'free-tier', '--account', '111122223333', '--ci', 'none');
    const { config, errors } = parseConfig(read('credit-guard.yaml'), 'credit-guard.yaml');
    expect(errors).toEqual([]);
    expect(config).toEqual({
      program: 'free-tier',
      account: '111122223333',
      credits: { snapshot: 'credits.json', accountPlan: 'account-plan.json' },
      policies: { 'credit-outlook': { blockWithinDays: 30 } },
    });
    expect(stdout).toContain('aws billing get-credits --account-id 111122223333 \\\n');
    expect(stdout).toContain('--start-date 2025-12-02 --output json > credits.json');
    expect(stdout).toContain('aws freetier get-account-plan-state --output json > account-plan.json');
    expect(stdout).toContain('pulumi preview --json --show-sames --stack dev > plan.json');
    expect(stdout).toContain('pulumi preview --policy-pack node_modules/pulumi-credit-guard');
    expect(readdirSync(cwd).sort()).toEqual(
      ['.git', 'Pulumi.dev.yaml', 'Pulumi.prod.yaml', 'Pulumi.yaml', 'credit-guard.yaml', 'package-lock.json'].sort(),
    );
  });

  test('what its comments propose is valid too', async () => {
    infra();
    await init('--yes', '--ci', 'none');
    const proposed = read('credit-guard.yaml')
      .replace(/^(\s*)# (account:|maxMonthlyCash:|coverage:|usage:| {2}- )/gm, '$1$2')
      .replace(/^# /gm, '');
    const { config, errors } = parseConfig(proposed.replace(/^(yaml-language|Every|Whose).*$/gm, ''), 'x');
    expect(errors).toEqual([]);
    expect(Object.keys(config).sort()).toEqual(['account', 'credits', 'policies', 'program', 'usage']);
    expect(config.policies?.['credit-outlook']).toEqual({
      blockWithinDays: 30,
      maxMonthlyCash: expect.anything(),
      coverage: 'block',
    });
  });

  test('the schema that an editor reads lies where the guard is installed', async () => {
    infra('infra/');
    await init('--yes', '--ci', 'none');
    expect(read('credit-guard.yaml')).toMatch(
      /^# yaml-language-server: \$schema=infra\/node_modules\/pulumi-credit-guard\/docs\/schemas\/credit-guard\.schema\.json\n/,
    );
  });

  test('the start date is one that AWS takes, on any day', () => {
    for (const day of ['2028-02-29T23:59:59Z', '2027-01-01T00:00:00Z', '2026-12-01T09:00:00Z']) {
      const now = Date.parse(day);
      const back = (now - creditsSince(now)) / 86_400_000;
      expect(back).toBeGreaterThan(363);
      expect(back).toBeLessThanOrEqual(365);
    }
    expect(isoDay(creditsSince(Date.parse('2028-02-29T12:00:00Z')))).toBe('2027-03-02');
  });

  test('what is there stays as it is', async () => {
    infra();
    file('credit-guard.yaml', 'program: activate\n');
    file('.circleci/config.yml', 'version: 2.1\n');
    const { code, stderr } = await init('--yes');
    expect(code).toBe(0);
    expect(stderr).toContain('Kept credit-guard.yaml: it was there.');
    expect(stderr).toContain('Kept .circleci/config.yml: it was there. --dry-run prints what would be in it.');
    expect([read('credit-guard.yaml'), read('.circleci/config.yml')]).toEqual([
      'program: activate\n',
      'version: 2.1\n',
    ]);
  });

  test('a configuration of another ending, or in a folder above, is the one in use', async () => {
    infra('infra/');
    file('credit-guard.yml', 'program: activate\n');
    const { stderr } = await run(['init', '--yes', '--ci', 'none'], { cwd: join(cwd, 'infra') });
    expect(stderr).toContain('Kept ../credit-guard.yml');
    expect(readdirSync(join(cwd, 'infra'))).not.toContain('credit-guard.yaml');
  });

  test('--dry-run prints both files and writes nothing', async () => {
    infra();
    const before = readdirSync(cwd);
    const { stdout, stderr } = await init('--dry-run', '--ci', 'github');
    expect(stdout).toContain('# credit-guard.yaml\n# yaml-language-server');
    expect(stdout).toContain('# .github/workflows/credit-guard.yml\n');
    expect(stderr).toContain('Nothing was written');
    expect(readdirSync(cwd)).toEqual(before);
  });

  test('a step that is done is no step: the guard is there, and so is a snapshot', async () => {
    infra();
    file('node_modules/pulumi-credit-guard/package.json', '{}');
    file('credits.json', '{}');
    const { stdout } = await init('--yes', '--ci', 'none');
    expect(stdout).not.toContain('npm install');
    expect(stdout).not.toContain('aws billing');
    expect(stdout).toMatch(/1\. See what your credits cover:/);
  });

  test('the guard is installed by a file, and not by a name that anybody may take on npm', async () => {
    infra();
    const { stdout } = await init('--yes', '--ci', 'none');
    expect(stdout).toContain('npm install --save-dev ./vendor/pulumi-credit-guard-0.0.0-test.tgz\n');
    expect(stdout).not.toMatch(/npm install[^\n]* pulumi-credit-guard\n/);
  });

  test('right after it a check says how the credits get there', async () => {
    infra();
    await init('--yes', '--ci', 'none');
    const plan = join(__dirname, '../../src/data/demo/plan.json');
    const { stdout } = await run(['check', plan, '--verbose'], { cwd });
    expect(stdout.replace(/\s+/g, ' ')).toContain('Write it: `credit-guard credits` prints the AWS command');
    const { code, stderr } = await run(['credits'], { cwd });
    expect([code, stderr]).toEqual([2, expect.stringContaining('--start-date 2025-12-02')]);
  });

  test('a folder that may not be written is one line', async () => {
    infra();
    file('.github', 'a file where a folder should be');
    const { code, stderr } = await init('--yes', '--ci', 'github');
    expect(code).toBe(2);
    expect(stderr).toContain('.github/workflows/credit-guard.yml: ');
  });
});

describe('on a terminal it asks', () => {
  /** Types each answer once its question is shown. */
  async function typed(answers: readonly string[], argv: readonly string[] = []) {
    const [stdin, stdout, stderr] = [new PassThrough(), new PassThrough(), new PassThrough()];
    const shown = { stdout: '', stderr: '' };
    const left = [...answers];
    stdout.on('data', (chunk) => {
      shown.stdout += chunk;
    });
    stderr.on('data', (chunk) => {
      shown.stderr += chunk;
      if (String(chunk).includes('] ')) {
        const answer = left.shift();
        if (answer !== undefined) setImmediate(() => stdin.write(answer));
      }
    });
    const code = await main(['init', ...argv], {
      stdin: Object.assign(stdin, { isTTY: true }),
      stdout,
      stderr: Object.assign(stderr, { isTTY: true }),
      env: {},
      cwd,
      tool: { name: 'pulumi-credit-guard', version: '0.0.0-test' },
      homepage: undefined,
      now: () => Date.parse('2026-12-01T09:00:00Z'),
    });
    return { code, ...shown };
  }

  test('and takes the answers', async () => {
    infra();
    const { code, stdout } = await typed(['activate\n', '111122223333\n', 'gitlab\n']);
    expect(code).toBe(0);
    expect(read('credit-guard.yaml')).toContain('program: activate\naccount: "111122223333"\n');
    expect(read('.gitlab/credit-guard.yml')).toContain('credit-guard-prod:');
    expect(stdout).toContain('Next\n');
  });

  test('an empty answer is the default, and a slip is asked again', async () => {
    infra();
    const { code, stderr } = await typed(['activat\n', '\n', '1234\n', '\n', '\n']);
    expect(code).toBe(0);
    expect(stderr).toContain('Did you mean activate?');
    expect(stderr.split('\n').filter((line) => line.startsWith('  ') && line.length > 80)).toEqual([]);
    expect(stderr).toContain('write the 12 digits of the account');
    expect(read('credit-guard.yaml')).toContain('program: unknown\n');
    expect(readdirSync(cwd)).not.toContain('.github');
  });

  test('not what an option has said, and nothing with --yes', async () => {
    infra();
    expect((await typed(['\n'], ['--program', 'map', '--account', '111122223333'])).code).toBe(0);
    expect(read('credit-guard.yaml')).toContain('program: map\n');
    rmSync(join(cwd, 'credit-guard.yaml'));
    expect((await typed([], ['--yes'])).stderr).not.toContain('?');
  });

  test.each([
    ['Ctrl-C', '\u0003'],
    ['Ctrl-D', '\u0004'],
  ])('%s writes nothing', async (_, key) => {
    infra();
    const before = readdirSync(cwd);
    const { code, stdout, stderr } = await typed(['activate\n', key]);
    expect([code, stdout]).toEqual([130, '']);
    expect(stderr).toMatch(/\nNothing was written\.\n$/);
    expect(readdirSync(cwd)).toEqual(before);
  });
});

describe('a slip on the command line', () => {
  test.each([
    [['--ci', 'githb'], /'githb' is invalid\. Did you mean github\?/],
    [['--program', 'activat'], /Did you mean activate\?/],
    [['--account', '1234'], /Write its 12 digits/],
  ])('%j', async (argv, words) => {
    infra();
    const { code, stderr } = await init('--yes', ...argv);
    expect([code, stderr]).toEqual([2, expect.stringMatching(words)]);
    expect(readdirSync(cwd)).not.toContain('credit-guard.yaml');
  });
});
