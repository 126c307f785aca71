import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { projectFile } from '../../src/adapters/project-file';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'credit-guard-project-'));
  mkdirSync(join(root, 'infra/lib'), { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

test('the project of a repository, from its folder and from one inside it', () => {
  mkdirSync(join(root, '.git'));
  writeFileSync(join(root, 'infra/Pulumi.yml'), '');
  expect(projectFile(join(root, 'infra'))).toBe('infra/Pulumi.yml');
  expect(projectFile(join(root, 'infra/lib'))).toBe('infra/Pulumi.yml');
});

test('a project at the root, and a worktree, whose .git is a file', () => {
  writeFileSync(join(root, '.git'), 'gitdir: elsewhere');
  writeFileSync(join(root, 'Pulumi.yaml'), '');
  expect(projectFile(root)).toBe('Pulumi.yaml');
});

test('a folder without a project is taken for its own; outside a repository, paths start there', () => {
  mkdirSync(join(root, '.git'));
  expect(projectFile(join(root, 'infra'))).toBe('infra/Pulumi.yaml');
  rmSync(join(root, '.git'), { recursive: true });
  writeFileSync(join(root, 'infra/Pulumi.yaml'), '');
  expect(projectFile(join(root, 'infra'))).toBe('Pulumi.yaml');
});
