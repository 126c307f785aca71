// The package as a release makes it: it says where it comes from, and its messages link there.
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import markdown from 'markdown-it';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { repositoryAddress, webAddress, withAbsoluteLinks } from '../../scripts/address.mjs';
import { assessed, NOW } from '../support/inputs';

const root = join(__dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'credit-guard-packed-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A checkout of this package with a remote, packed and unpacked beside the dependencies. */
function packed(name: string, remote: string): string {
  const checkout = join(folder, name);
  for (const path of [
    'package.json',
    'README.md',
    'LICENSE',
    'PulumiPolicy.yaml',
    'action.yml',
    'action',
    'dist',
    'scripts',
    'docs/schemas',
  ])
    cpSync(join(root, path), join(checkout, path), { recursive: true });
  const git = (...args: string[]) => execFileSync('git', args, { cwd: checkout });
  git('init', '--quiet');
  git('remote', 'add', 'origin', remote);
  const { GITHUB_SERVER_URL: _, GITHUB_REPOSITORY: __, ...outside } = process.env;
  execFileSync(process.execPath, ['scripts/pack.mjs'], { cwd: checkout, env: outside, stdio: 'ignore' });
  execFileSync('tar', ['xzf', 'pulumi-credit-guard-0.1.0.tgz'], { cwd: checkout });
  symlinkSync(join(root, 'node_modules'), join(checkout, 'package/node_modules'), 'junction');
  return join(checkout, 'package');
}

const read = (installed: string, name: string) => readFileSync(join(installed, name), 'utf8');

/** What `check` writes of the demo as SARIF: the help of each rule. */
function helpUris(installed: string): Map<string, string> {
  const demo = join(installed, 'dist/src/data/demo');
  const args = ['dist/src/cli/main.js', 'check', join(demo, 'plan.json'), '--config', join(demo, 'credit-guard.yaml')];
  const { stdout } = spawnSync(process.execPath, [...args, '--format', 'sarif'], { cwd: installed, encoding: 'utf8' });
  const { rules } = JSON.parse(stdout).runs[0].tool.driver;
  return new Map(rules.map(({ id, helpUri }: { id: string; helpUri: string }) => [id, helpUri]));
}

/** What `pulumi preview` prints of a domain, by the code that was packed. */
function violationFor(installed: string): string {
  const { findings } = assessed({ resources: [{ type: 'aws:route53domains/domain:Domain' }] });
  const found = findings.filter(({ rule }) => rule === 'domain-registration').map((one) => ({ ...one, charge: null }));
  const script = `require('./dist/policy-pack/violation.js').reportFindings(
    ({ message }) => console.log(message), ${JSON.stringify(found)}, ${NOW})`;
  return execFileSync(process.execPath, ['-e', script], { cwd: installed, encoding: 'utf8' }).trimEnd();
}

describe('from a checkout with a remote', () => {
  let installed: string;
  beforeAll(() => {
    installed = packed('remote', 'git@github.com:acme/guard.git');
  });

  test('package.json names the repository, the page and where to report', () => {
    const manifest = JSON.parse(read(installed, 'package.json'));
    const own = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    const { homepage, repository, bugs, ...others } = manifest;
    expect({ homepage, repository, bugs }).toEqual({
      homepage: 'https://github.com/acme/guard/blob/HEAD/README.md',
      repository: { type: 'git', url: 'git+https://github.com/acme/guard.git' },
      bugs: { url: 'https://github.com/acme/guard/issues' },
    });
    expect(others).toEqual(own);
  });

  test('every link and picture of the README leads somewhere from anywhere', () => {
    const tokens = markdown({ html: true })
      .parse(read(installed, 'README.md'), {})
      .flatMap(({ children }) => children ?? []);
    const links = tokens.flatMap((token) => String(token.attrGet('href') ?? token.attrGet('src') ?? '') || []);
    expect(links.length).toBeGreaterThan(30);
    expect(links.filter((link) => !/^(https:|#)/.test(link))).toEqual([]);
    expect(links).toContain('https://github.com/acme/guard/raw/HEAD/docs/demo.svg');
    expect(links).toContain('https://github.com/acme/guard/blob/HEAD/docs/start.md');
  });

  test('a rule, a check and a policy have their page', () => {
    const uris = helpUris(installed);
    const docs = 'https://github.com/acme/guard/blob/HEAD/docs';
    expect(uris.get('domain-registration')).toBe(`${docs}/rules/domain-registration.md`);
    expect(uris.get('runway')).toBe(`${docs}/policies/credit-outlook.md#runway`);
    expect([...uris.values()].filter((uri) => !uri.startsWith(docs))).toEqual([]);
  });

  test('a violation links to it', () => {
    expect(violationFor(installed)).toMatch(
      /\nMore {4}https:\/\/github\.com\/acme\/guard\/blob\/HEAD\/docs\/rules\/domain-registration\.md$/,
    );
  });
});

test('in a workflow of GitHub, the repository that it runs for', () => {
  const env = { GITHUB_SERVER_URL: 'https://github.acme.example', GITHUB_REPOSITORY: 'platform/guard' };
  expect(repositoryAddress(folder, env)).toBe('https://github.acme.example/platform/guard');
  expect(repositoryAddress(folder, {})).toBeUndefined();
});

test('from a checkout of nowhere: no address, and a command in its place', () => {
  const installed = packed('nowhere', '/srv/git/guard.git');
  expect(read(installed, 'README.md')).toBe(readFileSync(join(root, 'README.md'), 'utf8'));
  expect(Object.keys(JSON.parse(read(installed, 'package.json')))).not.toContain('homepage');
  expect(helpUris(installed).get('domain-registration')).toBe('https://aws.amazon.com/awscredits/');
  expect(violationFor(installed)).toMatch(/\nMore {4}credit-guard explain domain-registration$/);
});

test.each([
  ['git@github.com:acme/guard.git', 'https://github.com/acme/guard'],
  ['https://user:secret@git.acme.example:8443/a/b/guard.git', 'https://git.acme.example/a/b/guard'],
  ['ssh://git@gitlab.com/acme/platform/guard', 'https://gitlab.com/acme/platform/guard'],
  ['https://github.com/acme/guard/', 'https://github.com/acme/guard'],
  ['/srv/git/guard.git', undefined],
  ['file:///srv/git/guard.git', undefined],
  ['../guard.git', undefined],
  ['C:\\git\\guard', undefined],
  ['', undefined],
])('%s: %s', (remote, address) => {
  expect(webAddress(remote)).toBe(address);
});

test('what is shown as code keeps its links', () => {
  const text = 'See [a](docs/a.md#b), [c](#c).\n\n```md\n[a](docs/a.md)\n```\n![p](docs/p.png)\n';
  expect(withAbsoluteLinks(text, 'https://gitlab.com/a/b')).toBe(
    'See [a](https://gitlab.com/a/b/-/blob/HEAD/docs/a.md#b), [c](#c).\n\n```md\n[a](docs/a.md)\n```\n![p](https://gitlab.com/a/b/-/raw/HEAD/docs/p.png)\n',
  );
});

test('the checkout itself stays as it is', () => {
  expect(readFileSync(join(root, 'package.json'), 'utf8')).not.toContain('"homepage"');
});
