import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';

const root = join(__dirname, '../..');
const read = (file: string): string => readFileSync(join(root, file), 'utf8');
const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false, unicodeRegExp: false });
const schema = (name: string) => ajv.compile(JSON.parse(read(`test/support/schemas/${name}.json`)));

const workflows = readdirSync(join(root, '.github/workflows')).map((name) => `.github/workflows/${name}`);
const forms = readdirSync(join(root, '.github/ISSUE_TEMPLATE')).filter((name) => name !== 'config.yml');

describe('workflows', () => {
  const isWorkflow = schema('github-workflows');

  test.each(workflows)('%s: what the official schema allows, actions by their commit', (file) => {
    isWorkflow(parse(read(file)));
    expect(isWorkflow.errors ?? []).toEqual([]);
    const used = [...read(file).matchAll(/uses: (.+)/g)].map(([, what]) => what);
    expect(used.length).toBeGreaterThan(0);
    for (const what of used) expect(what).toMatch(/^[\w/-]+@[0-9a-f]{40} # v\d+(\.\d+)*$/);
  });

  test('an action is of one commit wherever it is used', () => {
    const files = [...workflows, 'action.yml', 'src/pipelines/github.ts', 'examples/ci/github-credits.yml'];
    const pins = files.flatMap((file) => [...read(file).matchAll(/([\w-]+\/[\w-]+)[\w/-]*@([0-9a-f]{40} # v[\d.]+)/g)]);
    const byAction = new Map(pins.map(([, action, pin]) => [action, pin]));
    expect(byAction.size).toBeGreaterThan(8);
    expect(pins.filter(([, action, pin]) => byAction.get(action) !== pin).map(([pin]) => pin)).toEqual([]);
  });

  test('what is published was built from nothing that another run has left', () => {
    const text = read('.github/workflows/release.yml');
    expect(text).not.toContain('actions/cache');
    const caches = [...text.matchAll(/\bcache[\w-]*: *([^\s,}]+)/g)].map(([, value]) => value);
    expect(caches.filter((value) => value !== 'false')).toEqual([]);
    const { publish } = parse(text).jobs;
    expect(publish.needs).toBe('test');
    expect(JSON.stringify(publish)).not.toMatch(/NODE_AUTH_TOKEN|NPM_TOKEN/);
  });
});

describe('issue forms', () => {
  const isForm = schema('github-issue-forms');
  const isConfig = schema('github-issue-config');

  test.each(forms)('%s', (name) => {
    isForm(parse(read(`.github/ISSUE_TEMPLATE/${name}`)));
    expect(isForm.errors ?? []).toEqual([]);
  });

  test('config.yml', () => {
    isConfig(parse(read('.github/ISSUE_TEMPLATE/config.yml')));
    expect(isConfig.errors ?? []).toEqual([]);
    expect(isForm({ name: 'x' })).toBe(false);
  });
});

test('the changelog has the version of the package on top', () => {
  const { version } = JSON.parse(read('package.json'));
  const [, title = ''] = /^## (.+)$/m.exec(read('CHANGELOG.md')) ?? [];
  expect(title).toMatch(
    new RegExp(
      `^(Unreleased \\(${version.replaceAll('.', '\\.')}\\)|${version.replaceAll('.', '\\.')} \\(\\d{4}-\\d\\d-\\d\\d\\))$`,
    ),
  );
});

test('the page on versions names every schema', () => {
  const page = read('docs/versioning.md');
  const schemas = readdirSync(join(root, 'docs/schemas')).filter((name) => name !== 'credit-guard.schema.json');
  expect(schemas.filter((name) => !page.includes(name))).toEqual([]);
});
