import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { baseNames, openConfiguration } from '../../src/adapters/workspace';
import { parseConfig } from '../../src/parse-config';
import { wordsOf } from '../../src/words/notices';
import { run } from '../cli/run';
import { quietAfter, runsEnd } from '../support/deadline';

const BASE = 'policies: { credit-outlook: { maxMonthlyCash: "50.00" } }\n';
const checksum = (text: string) => createHash('sha256').update(text).digest('hex');

let home: string;
let server: Server | undefined;
beforeEach(() => {
  home = realpathSync(mkdtempSync(join(tmpdir(), 'credit-guard-base-')));
});
afterEach(async () => {
  vi.restoreAllMocks();
  server?.closeAllConnections();
  await new Promise((done) => (server === undefined ? done(undefined) : server.close(done)));
  server = undefined;
  rmSync(home, { recursive: true, force: true });
});

const write = (name: string, text: string): string => {
  mkdirSync(dirname(join(home, name)), { recursive: true });
  writeFileSync(join(home, name), text);
  return join(home, name);
};

const environment = () => ({ XDG_CACHE_HOME: join(home, 'cache') });

/** What applies in `repo`, and where its base is. */
async function open(own: string) {
  write('repo/credit-guard.yaml', own);
  const request = { named: undefined, policy: {}, stack: {}, from: join(home, 'repo'), environment: environment() };
  const { settings, config, problems, bases, refusal } = await openConfiguration(request);
  return {
    cash: String(settings.outlook.maxMonthlyCash ?? ''),
    config,
    bases: baseNames(bases),
    lines: problems.map(wordsOf).map((line) => line.replaceAll(home, '')),
    isRefused: refusal?.level === 'block',
  };
}

/** An address that answers each request as it is told to. */
async function serve(answer: (path: string) => { status?: number; body?: string } | 'silent'): Promise<string> {
  const started = createServer((request, response) => {
    const said = answer(request.url ?? '');
    if (said === 'silent') return;
    response.writeHead(said.status ?? 200);
    response.end(said.body ?? '');
  });
  server = started;
  await new Promise<void>((done) => started.listen(0, '127.0.0.1', done));
  return `http://127.0.0.1:${(started.address() as AddressInfo).port}`;
}

describe('a file', () => {
  test('beside the repository, by its path; what it reads is found from its own folder', async () => {
    write(
      'platform/guard.yaml',
      `${BASE}credits: { snapshot: state/credits.json }\nreports: { json: guard.json }\npool: { file: s3://acme/pool.json }\n`,
    );
    const found = await open('extends: ../platform/guard.yaml\nprogram: map\n');
    expect(found).toMatchObject({ cash: '50', lines: [], bases: [join(home, 'platform/guard.yaml')] });
    expect(found.config).toMatchObject({
      program: 'map',
      credits: { snapshot: join(home, 'platform/state/credits.json') },
      pool: { file: 's3://acme/pool.json' },
      // Each repository has its own report.
      reports: { json: 'guard.json' },
    });
  });

  test('a file of a package, whatever the package exports', async () => {
    write('node_modules/@acme/guard/package.json', '{"name": "@acme/guard", "exports": {}}');
    write('node_modules/@acme/guard/credit-guard.yaml', BASE);
    write('node_modules/@acme/guard/strict.yaml', BASE.replace('50', '5'));
    expect(await open('extends: "@acme/guard"\n')).toMatchObject({ cash: '50', lines: [] });
    expect(await open('extends: "@acme/guard/strict.yaml"\n')).toMatchObject({ cash: '5', lines: [] });
  });

  test('that extends another one: the strictest of all, each setting with its own origin', async () => {
    write('a/guard.yaml', `${BASE}account: "111122223333"\n`);
    write(
      'b/guard.yaml',
      'extends: ../a/guard.yaml\npolicies: { credit-outlook: { maxMonthlyCash: 40, blockWithinDays: 9 } }\n',
    );
    const found = await open('extends: ../b/guard.yaml\n');
    expect(found).toMatchObject({ cash: '40', lines: [] });
    expect(found.bases.sort()).toEqual([join(home, 'a/guard.yaml'), join(home, 'b/guard.yaml')]);
    expect((await open('extends: ../b/guard.yaml\naccount: "999988887777"\n')).lines).toEqual([
      expect.stringContaining('account: /b/guard.yaml says otherwise'),
    ]);
  });

  test.each([
    [
      '../none.yaml',
      '/repo/credit-guard.yaml:1: extends: ../none.yaml cannot be used: there is no such file. Nothing of this file applies.',
    ],
    [
      '../repo',
      '/repo/credit-guard.yaml:1: extends: ../repo cannot be used: it is not a file. Nothing of this file applies.',
    ],
    [
      '@acme/none',
      '/repo/credit-guard.yaml:1: extends: @acme/none cannot be used: no such package is installed here or in a folder above; install it, or write a path that begins with ./ or ../. Nothing of this file applies.',
    ],
    [
      './credit-guard.yaml',
      '/repo/credit-guard.yaml:1: extends: ./credit-guard.yaml cannot be used: more than 4 files extend each other, or one extends itself. Nothing of this file applies.',
    ],
  ])('%s: nothing applies, and that blocks', async (written, line) => {
    expect(await open(`extends: "${written}"\naccount: "111122223333"\n`)).toEqual({
      cash: '',
      config: { policies: {} },
      bases: [],
      lines: [line],
      isRefused: true,
    });
  });

  test('a mistake in the base, or a loosening of it, is a mistake like any other', async () => {
    write('base.yaml', 'policies: { credit-outlook: { maxMonthlyCsh: 1 } }\n');
    const wrong = await open('extends: ../base.yaml\n');
    expect(wrong).toMatchObject({
      isRefused: true,
      lines: [expect.stringMatching(/^\/base\.yaml:1: .*maxMonthlyCsh: no such setting/)],
    });
    write('base.yaml', BASE);
    const looser = await open('extends: ../base.yaml\npolicies: { credit-outlook: { maxMonthlyCash: 51 } }\n');
    expect(looser).toMatchObject({ isRefused: true, cash: '' });
    expect(looser.lines).toEqual([
      '/repo/credit-guard.yaml:2: policies.credit-outlook.maxMonthlyCash: 51 is looser than 50.00 of /base.yaml, which this file may only tighten. Remove the line, or have /base.yaml changed.',
    ]);
  });
});

describe('an address', () => {
  test('is asked once, then known by its checksum: offline too', async () => {
    let asked = 0;
    const url = await serve(() => {
      asked++;
      return { body: BASE };
    });
    const own = `extends: ${url}/guard.yaml?token=secret#sha256=${checksum(BASE)}\n`;
    expect(await open(own)).toMatchObject({ cash: '50', lines: [], bases: [`${url}/guard.yaml`] });
    server?.closeAllConnections();
    await new Promise((done) => server?.close(done));
    server = undefined;
    expect(await open(own)).toMatchObject({ cash: '50', lines: [] });
    expect(asked).toBe(1);
    // What somebody has changed there is not what the checksum says: it is asked for again.
    const [kept = ''] = readdirSync(join(home, 'cache/pulumi-credit-guard/extends'));
    expect(kept).toBe(`${checksum(BASE)}.yaml`);
    writeFileSync(join(home, 'cache/pulumi-credit-guard/extends', kept), 'program: map\n');
    expect((await open(own)).lines).toEqual([
      expect.stringMatching(/guard\.yaml cannot be used: it was not reached \(ECONNREFUSED\)\. Nothing/),
    ]);
  });

  test('without a checksum it is refused before it is asked', async () => {
    let asked = 0;
    const url = await serve(() => {
      asked++;
      return { body: BASE };
    });
    expect((await open(`extends: ${url}/guard.yaml\n`)).lines).toEqual([
      `/repo/credit-guard.yaml:1: extends: ${url}/guard.yaml cannot be used: an address needs the checksum of its content; \`curl -sSL ADDRESS | sha256sum\` prints it, write ADDRESS#sha256=CHECKSUM. Nothing of this file applies.`,
    ]);
    expect(asked).toBe(0);
  });

  test.each([
    [
      'another content',
      { body: 'program: map\n' },
      `its checksum is another one; where you have read what it is now, write #sha256=${checksum('program: map\n')}`,
    ],
    ['nothing there', { status: 404 }, 'it answered with HTTP 404'],
    ['a megabyte and more', { body: ' '.repeat(1_000_001) }, 'it is larger than 1 MB, too large for a configuration'],
  ])('%s: nothing applies, and nothing is kept', async (_, answer, says) => {
    const url = await serve(() => answer);
    const found = await open(`extends: ${url}/guard.yaml#sha256=${checksum(BASE)}\n`);
    expect(found).toMatchObject({ cash: '', isRefused: true });
    expect(found.lines[0]).toContain(`guard.yaml cannot be used: ${says}. Nothing of this file applies.`);
    expect(() => readdirSync(join(home, 'cache'))).toThrow();
  });

  test('one that never answers holds nothing up for long', async () => {
    let asked = 0;
    const url = await serve(() => {
      asked++;
      return 'silent';
    });
    runsEnd(() => quietAfter(() => asked));
    const { lines } = await open(`extends: ${url}/guard.yaml#sha256=${checksum(BASE)}\n`);
    expect(lines[0]).toContain('it did not answer within 5 seconds');
    expect(vi.mocked(AbortSignal.timeout).mock.calls).toEqual([[5000]]);
  });

  test('may extend an address alone, as it has no folder', async () => {
    const text = `extends: ../other.yaml\n${BASE}`;
    const url = await serve(() => ({ body: text }));
    const { lines } = await open(`extends: ${url}/guard.yaml#sha256=${checksum(text)}\n`);
    expect(lines[0]).toContain('extends: ../other.yaml cannot be used: an address can extend an address alone');
  });
});

describe('the command', () => {
  const command = (argv: string[], stdin = '') => run(argv, { cwd: join(home, 'repo'), env: environment(), stdin });

  test('config shows what comes from the base', async () => {
    write('base.yaml', `${BASE}usage: [{ name: a, monthlyRequests: 1 }]\n`);
    await open(
      'extends: ../base.yaml\nusage: [{ name: b, monthlyRequests: 1 }]\npolicies: { credit-outlook: { blockWithinDays: 3 } }\n',
    );
    const { stdout } = await command(['config', '--json']);
    const shown = JSON.parse(stdout);
    expect(shown.extends).toEqual([join(home, 'base.yaml')]);
    const from = new Map(shown.settings.map(({ name, from: origin }: Record<string, string>) => [name, origin]));
    expect(from.get('credit-outlook.maxMonthlyCash')).toBe('base.yaml');
    expect(from.get('credit-outlook.blockWithinDays')).toBe('credit-guard.yaml');
    expect(from.get('usage')).toBe('base.yaml and credit-guard.yaml');
    expect(from.get('credit-outlook.runway')).toBe('default');
    expect((await command(['config'])).stdout.replace(/\s+/g, '')).toContain(`Itextends:${join(home, 'base.yaml')}`);
    const doctor = JSON.parse((await command(['doctor', '--json'])).stdout);
    expect(doctor.checks.find(({ about }: { about: string }) => about === 'configuration').found).toBe(
      'credit-guard.yaml + ../base.yaml',
    );
  });

  test('check does not judge by a file that loosens, and ends with 2', async () => {
    write('base.yaml', BASE);
    await open('extends: ../base.yaml\npolicies: { credit-outlook: { cash: off } }\n');
    const { code, stderr } = await command(['check'], '{"steps": []}');
    expect(code).toBe(2);
    expect(stderr).toMatch(
      /policies\.credit-outlook\.cash: off is looser than block, the default that \S+base\.yaml keeps/,
    );
  });

  test('accept writes no exception where the base keeps them to itself', async () => {
    write('base.yaml', 'exceptions: base\n');
    const file = 'extends: ../base.yaml\n';
    await open(file);
    const { code, stderr } = await command(['accept', 'no-uncovered-services', 'shop', '--reason', 'Ours']);
    expect([code, stderr]).toEqual([2, expect.stringMatching(/base\.yaml keeps exceptions to itself/)]);
    expect(readFileSync(join(home, 'repo/credit-guard.yaml'), 'utf8')).toBe(file);
  });
});

test('the library, which reads one text, says that it cannot', async () => {
  const { settings, errors } = await parseConfig('program: map\nextends: ../base.yaml\n');
  expect(settings.program).toBe('unknown');
  expect(errors.map(wordsOf)).toEqual([
    'credit-guard.yaml:2: extends: ../base.yaml cannot be used: only the policy pack and the command read what a file extends. Nothing of this file applies.',
  ]);
});
