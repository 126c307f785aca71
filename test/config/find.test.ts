import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type ConfigPlace, findConfig } from '../../src/config/find';
import { loadConfig } from '../../src/config/load';
import { wordsOf } from '../../src/words/notices';

const load = (place: ConfigPlace) => loadConfig(findConfig(place));

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'credit-guard-'));
  mkdirSync(join(root, 'repo/.git'), { recursive: true });
  mkdirSync(join(root, 'repo/infra/prod'), { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true, force: true }));
const write = (path: string, text = 'program: map') => writeFileSync(join(root, path), text);

it('is found upward, as far as the repository', () => {
  write('credit-guard.yaml');
  const from = join(root, 'repo/infra/prod');
  expect(load({ named: undefined, from })).toEqual({ file: undefined, config: {}, errors: [], notes: [] });
  write('repo/credit-guard.yaml', 'program: activate');
  const file = join(root, 'repo/credit-guard.yaml');
  expect(load({ named: undefined, from })).toEqual({ file, config: { program: 'activate' }, errors: [], notes: [] });
});

it('credit-guard.yml counts too', () => {
  write('repo/credit-guard.yml', 'program: research');
  const file = join(root, 'repo/credit-guard.yml');
  const found = load({ named: undefined, from: join(root, 'repo/infra') });
  expect(found).toEqual({ file, config: { program: 'research' }, errors: [], notes: [] });
});

it('of two in one folder the first is used, and the other is named', () => {
  write('repo/credit-guard.yaml');
  write('repo/credit-guard.yml', 'program: research');
  const { file, config, notes } = load({ named: undefined, from: join(root, 'repo') });
  expect([file, config]).toEqual([join(root, 'repo/credit-guard.yaml'), { program: 'map' }]);
  expect(notes.map(wordsOf)).toEqual([`${file} is used. Remove credit-guard.yml beside it, which is ignored.`]);
});

it('a named one counts, from the folder where the search starts', () => {
  write('repo/other.yaml', '\ufeffprogram: research');
  const found = load({ named: '../other.yaml', from: join(root, 'repo/infra') });
  expect(found).toMatchObject({ config: { program: 'research' }, errors: [] });
});

it.each([
  ['missing', () => undefined, 'there is no such file.'],
  ['a folder', (path: string) => mkdirSync(path), 'it is not a file.'],
  ['too large', (path: string) => writeFileSync(path, ' '.repeat(1_000_001)), 'it is larger than 1 MB'],
  ['a loop of links', (path: string) => symlinkSync(path, path), 'it cannot be read; check its permissions.'],
])('%s', (_, make, words) => {
  const path = join(root, 'x.yaml');
  make(path);
  const errors = load({ named: path, from: root }).errors.map(wordsOf);
  expect(errors).toEqual([expect.stringContaining(`${path}: ${words}`)]);
});
