// The documentation as a site: built from the repository as it is, every link followed, and looked at in a browser.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, posix } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browserFile, opened, overflowOf, startBrowser, violationsIn } from '../support/browser';

const root = join(__dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'credit-guard-site-'));
const site = join(folder, 'site');

const build = (script: string, into: string) => spawnSync(process.execPath, [script, into], { encoding: 'utf8' });

beforeAll(() => {
  const { status, stderr } = build(join(root, 'scripts/site.mjs'), site);
  expect([status, stderr]).toEqual([0, '']);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const filesIn = (path: string): string[] =>
  readdirSync(path, { recursive: true, encoding: 'utf8' }).map((name) => name.replaceAll('\\', '/'));
const pages = () => filesIn(site).filter((name) => name.endsWith('.html'));
const read = (page: string) => readFileSync(join(site, page), 'utf8');
const idsOf = (page: string) => new Set([...read(page).matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));

test('every page of the documentation is in it, and can be reached from the first', () => {
  const written = [...filesIn(join(root, 'docs')), 'contributing.md', 'security.md', 'changelog.md']
    .filter((name) => name.endsWith('.md'))
    .map((name) => name.replace(/\.md$/, '.html'));
  expect(written.filter((name) => !pages().includes(name))).toEqual([]);
  const seen = new Set(['index.html']);
  for (const page of seen) {
    for (const [, href = ''] of read(page).matchAll(/<a [^>]*href="([^":#]+\.html)/g))
      seen.add(posix.join(posix.dirname(page), href));
  }
  expect(pages().filter((page) => !seen.has(page))).toEqual([]);
});

test('every link leads to a file and a heading of the site, or to another host', () => {
  const names = new Set(filesIn(site));
  const lost: string[] = [];
  for (const page of pages()) {
    for (const [, href = ''] of read(page).matchAll(/ (?:href|src|srcset)="([^"]*)"/g)) {
      if (/^https?:/.test(href)) continue;
      const [path = '', anchor] = decodeURI(href).split('#');
      const target = path === '' ? page : posix.join(posix.dirname(page), path);
      const isThere = names.has(target) && (anchor === undefined || idsOf(target).has(anchor));
      if (!isThere) lost.push(`${page}: ${href}`);
    }
  }
  expect(lost).toEqual([]);
});

test('no page loads anything from another host, and no identifier stands twice', () => {
  for (const page of pages()) {
    const html = read(page);
    expect(html).toContain("default-src 'none'");
    expect(html.match(/<(?:script|link|img|iframe)[^>]+(?:src|href)="(?:https?:)?\/\//g)).toBeNull();
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(ids).toHaveLength(new Set(ids).size);
  }
});

test.each([
  ['[a](docs/gone.md)', 'README.md: docs/gone.md: no such page'],
  ['[a](docs/here.md#gone)', 'README.md: docs/here.md#gone: no such heading'],
  ['![a](docs/gone.png)', 'README.md: docs/gone.png: no such file'],
  ['<img src="docs/gone.png">', 'README.md: docs/gone.png: no such file'],
  ['[a](src/gone.ts)', 'README.md: src/gone.ts: no such file'],
])('%s stops it, with what was there left alone', (link, problem) => {
  const copy = mkdtempSync(join(folder, 'copy-'));
  mkdirSync(join(copy, 'docs/schemas'), { recursive: true });
  for (const name of ['scripts/site.mjs', 'scripts/site'])
    cpSync(join(root, name), join(copy, name), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'junction');
  writeFileSync(join(copy, 'docs/here.md'), '# Here\n');
  const into = join(copy, 'site');
  const run = (text: string) => {
    writeFileSync(join(copy, 'README.md'), `# Title\n\n[here](docs/here.md#here)\n\n${text}\n`);
    return build(join(copy, 'scripts/site.mjs'), into);
  };
  expect(run('').status).toBe(0);
  const { status, stderr } = run(link);
  expect([status, stderr.split('\n')[0]]).toEqual([1, problem]);
  expect(readFileSync(join(into, 'index.html'), 'utf8')).toContain('href="here.html#here"');
});

describe.runIf(browserFile !== undefined)('in a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await startBrowser();
  });
  afterAll(() => browser.close());

  test.each([
    ['light', { colorScheme: 'light' as const }, ['index', 'settings']],
    ['dark', { colorScheme: 'dark' as const }, ['ci', 'rules/savings-plan-upfront']],
    ['narrow', { viewport: { width: 360, height: 740 } }, ['rules', 'files/examples/ci/github.yml']],
  ] as const)('%s: no violation, no complaint, no overflow', async (_, look, shown) => {
    for (const name of shown) {
      const { tab, complaints } = await opened(browser, join(site, `${name}.html`), look);
      expect(await violationsIn(tab)).toEqual([]);
      expect(complaints).toEqual([]);
      expect(await overflowOf(tab)).toBe(0);
      await tab.close();
    }
  });

  test('the search finds sections, by keyboard alone', async () => {
    const { tab, complaints } = await opened(browser, join(site, 'rules/savings-plan-upfront.html'));
    await tab.keyboard.press('/');
    await tab.keyboard.type('scheduled job credits');
    const status = tab.locator('#site-found [role=status]');
    await tab.locator('#site-found a').first().waitFor();
    expect(await status.textContent()).toMatch(/^\d+ sections/);
    expect(await violationsIn(tab)).toEqual([]);
    await tab.keyboard.press('ArrowDown');
    await tab.keyboard.press('Enter');
    await tab.waitForURL(/#/);
    expect(tab.url().split('/').at(-1)).toBe('ci.html#a-scheduled-job-for-the-credits');
    expect(complaints).toEqual([]);
    await tab.close();
  });

  test.each([
    ['a setting', 'blockWithin', 'settings.html#policies-credit-outlook'],
    ['a rule', 'domain-registration', 'rules/domain-registration.html#domain-registration'],
    ['a slip', 'troubelshooting', 'troubleshooting.html#troubleshooting'],
  ])('%s: %s', async (_, words, address) => {
    const { tab } = await opened(browser, join(site, 'index.html'));
    await tab.locator('#site-search').fill(words);
    await tab.locator('#site-search').focus();
    await tab.locator('#site-found a').first().waitFor();
    const found = await tab
      .locator('#site-found a')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href')));
    expect(found.slice(0, 3)).toContain(`./${address}`);
    await tab.close();
  });

  test('nothing found is said, and Escape closes it', async () => {
    const { tab } = await opened(browser, join(site, 'index.html'));
    await tab.locator('#site-search').focus();
    await tab.locator('#site-search').fill('xyzzyplugh');
    await tab.getByText('Nothing was found for “xyzzyplugh”.').waitFor();
    await tab.keyboard.press('Escape');
    expect(await tab.locator('#site-found').isVisible()).toBe(false);
    await tab.close();
  });
});
