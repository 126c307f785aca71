import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Ajv from 'ajv';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { PIPELINES } from '../../src/pipelines';
import { PINS } from '../../src/pipelines/github';
import { between, PLATFORMS, type PlatformName, type Project, slugsOf } from '../../src/pipelines/pipeline';
import fc from '../support/fast-check';

const root = join(__dirname, '../..');
const schemaOf = (name: string) => JSON.parse(readFileSync(join(root, 'test/support/schemas', `${name}.json`), 'utf8'));
const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false, unicodeRegExp: false });

/** The official schema of each; Jenkins has none: its file is a program. */
const SCHEMAS: Readonly<Record<Exclude<PlatformName, 'jenkins'>, ReturnType<typeof ajv.compile>>> = {
  github: ajv.compile(schemaOf('github-workflows')),
  gitlab: ajv.compile(schemaOf('gitlab-ci')),
  azure: ajv.compile(schemaOf('azure-pipelines')),
  bitbucket: ajv.compile(schemaOf('bitbucket-pipelines')),
  circleci: ajv.compile(schemaOf('circle-ci')),
  buildkite: ajv.compile(schemaOf('buildkite')),
};
const WITH_SCHEMA = Object.keys(SCHEMAS) as (keyof typeof SCHEMAS)[];

const node = (folder: string, ...stacks: string[]): Project => ({
  folder,
  runtime: 'nodejs',
  stacks: stacks.map((name) => ({ name, region: 'eu-west-1' })),
  home: folder,
  install: 'npm ci',
});
const python = (folder: string, ...stacks: string[]): Project => ({
  ...node(folder, ...stacks),
  runtime: 'python',
  home: 'credit-guard',
});
/** What the examples show. */
const SHOWN = [node('infra', 'dev', 'prod'), python('network', 'prod')];

describe('the file for each platform', () => {
  test.each(PLATFORMS)('%s: is the example', async (name) => {
    const file = name === 'jenkins' ? 'Jenkinsfile' : `${name}.yml`;
    await expect(PIPELINES[name].text(SHOWN)).toMatchFileSnapshot(join(root, 'examples/ci', file));
  });

  test.each(WITH_SCHEMA)('%s: is what its official schema allows', (name) => {
    for (const projects of [SHOWN, [node('.')], [python('.', 'prod')]]) {
      const document = parse(PIPELINES[name].text(projects));
      SCHEMAS[name](document);
      expect(SCHEMAS[name].errors ?? []).toEqual([]);
    }
  });

  test.each(WITH_SCHEMA)('%s: the schema would notice a slip', (name) => {
    const slip = { github: { jobs: 1 }, gitlab: { script: 1 }, azure: { jobs: 1 }, bitbucket: { pipelines: 1 } };
    const wrong = { circleci: { version: 2.1, jobs: 1 }, buildkite: { steps: 1 }, ...slip }[name];
    expect(SCHEMAS[name](wrong)).toBe(false);
  });

  test.each(WITH_SCHEMA)('%s: however a folder is called', (name) => {
    fc.assert(
      fc.property(fc.stringMatching(/^[ -~]{1,20}$/), fc.boolean(), (written, isNode) => {
        const folder = written.replace(/[\\/]/g, '-');
        const document = parse(PIPELINES[name].text([(isNode ? node : python)(folder, 'prod')]));
        SCHEMAS[name](document);
        expect(SCHEMAS[name].errors ?? []).toEqual([]);
        expect(JSON.stringify(document)).toContain(JSON.stringify(folder).slice(1, -1));
      }),
      { numRuns: 60 },
    );
  });

  test('an action is named by its commit', () => {
    const used = [...PIPELINES.github.text(SHOWN).matchAll(/uses: (.+)/g)].map(([, what]) => what ?? '');
    const others = used.filter((what) => !what.includes('./'));
    expect(others.length).toBeGreaterThan(4);
    for (const what of others) expect(what).toMatch(/^[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  test('nothing fetches a package by the name of the command', () => {
    for (const name of PLATFORMS) {
      const text = PIPELINES[name].text(SHOWN);
      expect(text).not.toMatch(/npx (?!--no-install)/);
    }
  });
});

test('no two jobs have one name', () => {
  expect(slugsOf([['a b', 'x'], ['a/b', 'x'], ['9'], ['é'], ['']])).toEqual([
    'a-b-x',
    'a-b-x-no-2',
    'check',
    'check-no-2',
    'check-no-3',
  ]);
});

test.each([
  ['.', '.', '.'],
  ['.', 'a/b', 'a/b'],
  ['a/b', '.', '../..'],
  ['a/b', 'a/c', '../c'],
  ['infra', 'credit-guard', '../credit-guard'],
])('from %s to %s: %s', (from, to, way) => {
  expect(between(from, to)).toBe(way);
});

describe('by hand', () => {
  const scheduled = readFileSync(join(root, 'examples/ci/github-credits.yml'), 'utf8');

  test('the scheduled job is what the official schema allows, with the pins of the others', () => {
    SCHEMAS.github(parse(scheduled));
    expect(SCHEMAS.github.errors ?? []).toEqual([]);
    const used = [...scheduled.matchAll(/uses: (.+)/g)].map(([, what]) => what);
    expect(used.length).toBeGreaterThan(3);
    expect(used.filter((what) => !(Object.values(PINS) as unknown[]).includes(what))).toEqual([]);
    expect(existsSync(join(root, scheduled.match(/pulumi-credit-guard\/(\S+\.mjs)/)?.[1] ?? 'none'))).toBe(true);
  });

  /** As GitLab fills in the inputs. */
  function component(inputs: Record<string, string>): Record<string, { script: string[] }> {
    const [head = '', body = ''] = readFileSync(join(root, 'templates/credit-guard.yml'), 'utf8').split('\n---\n');
    const spec = parse(head).spec.inputs as Record<string, { default?: string }>;
    return parse(
      body.replace(/\$\[\[ inputs\.([\w-]+) \]\]/g, (_, name) => inputs[name] ?? spec[name]?.default ?? `no ${name}`),
    );
  }

  test('the GitLab component is what the official schema allows, and has each input that it uses', () => {
    const document = component({ stack: 'prod' });
    SCHEMAS.gitlab(document);
    expect(SCHEMAS.gitlab.errors ?? []).toEqual([]);
    expect(JSON.stringify(document)).not.toMatch(/\$\[\[|"no /);
    expect(Object.keys(component({ stack: 'prod', job: 'guard of prod' }))).toEqual(['guard of prod']);
  });
});

describe.runIf(process.platform !== 'win32')('the lines in a real shell', () => {
  let home: string;
  beforeEach(() => {
    home = realpathSync(mkdtempSync(join(tmpdir(), 'credit-guard-pipeline-')));
    mkdirSync(join(home, 'bin'));
    // Each tool writes down where it was called, and how.
    for (const name of ['pulumi', 'npm', 'npx', 'curl']) stub(join(home, 'bin', name), name);
  });
  afterEach(() => rmSync(home, { recursive: true, force: true }));

  function stub(file: string, name: string): void {
    writeFileSync(file, `#!/bin/sh\nprintf '%s\\n' "\${PWD#${home}/repository}|${name} $*" >> ${home}/calls\n`);
    chmodSync(file, 0o755);
  }

  /** What a job of the platform gives its shell. */
  function scriptOf(name: PlatformName, project: Project): string {
    const text = PIPELINES[name].text([project]);
    if (name === 'jenkins') return (/'''\n([\s\S]*?)'''/.exec(text)?.[1] ?? '').replaceAll('\\\\', '\\');
    const document = parse(text);
    const of: Record<Exclude<PlatformName, 'jenkins' | 'github'>, () => unknown> = {
      gitlab: () => [
        ...document['.credit-guard'].before_script,
        ...(Object.values(document).at(-1) as { script: string[] }).script,
      ],
      azure: () => document.jobs[0].steps[1].script,
      bitbucket: () => document.pipelines['pull-requests']['**'][0].parallel[0].step.script,
      circleci: () =>
        (Object.values(document.jobs)[0] as { steps: { run: { command: string } }[] }).steps[1]?.run.command,
      buildkite: () => document.steps[0].command.replaceAll('$$', '$'),
    };
    const lines = of[name as keyof typeof of]();
    return Array.isArray(lines) ? lines.join('\n') : String(lines);
  }

  const SHELLS = PLATFORMS.filter((name) => name !== 'github');
  test.each(SHELLS.flatMap((name) => ['infra', "it's $HOME `id` & co"].map((folder) => [name, folder] as const)))(
    '%s, in a folder called %s',
    (name, folder) => {
      const projects = [node(folder, 'prod'), python(folder, 'prod')];
      for (const project of projects) {
        rmSync(join(home, 'calls'), { force: true });
        mkdirSync(join(home, 'repository', folder), { recursive: true });
        const bin = join(home, 'repository', project.home, 'node_modules/.bin');
        mkdirSync(bin, { recursive: true });
        stub(join(bin, 'credit-guard'), 'credit-guard');
        execFileSync('bash', ['-c', scriptOf(name, project)], {
          cwd: join(home, 'repository'),
          env: { PATH: `${join(home, 'bin')}:${process.env['PATH']}`, HOME: home },
        });
        const calls = readFileSync(join(home, 'calls'), 'utf8').split('\n');
        const command = project.runtime === 'nodejs' ? 'npx --no-install credit-guard' : 'credit-guard';
        expect(calls).toContain(`/${project.home}|npm ci`);
        expect(calls).toContain(`/${folder}|pulumi preview --json --show-sames --stack prod`);
        expect(calls.find((call) => call.startsWith(`/${folder}|${command} check plan.json --report `))).toBeDefined();
      }
    },
  );
});
