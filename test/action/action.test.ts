import { spawn } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import Ajv from 'ajv';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { PINS } from '../../src/pipelines/github';

const root = join(__dirname, '../..');
const demo = join(root, 'src/data/demo');
const text = readFileSync(join(root, 'action.yml'), 'utf8');
const action = parse(text);

interface Call {
  method: string;
  path: string;
  token: string | undefined;
  body: string | undefined;
}
interface Comment {
  id: number;
  body: string;
  user: { login: string };
}

const OURS = 'github-actions[bot]';
const MARKER = '<!-- pulumi-credit-guard: acme-shop/prod -->';

let home: string;
let server: Server;
let calls: Call[];
let comments: Comment[];
/** What the server answers in place of a result, one after the other. */
let faults: number[];

beforeEach(async () => {
  home = realpathSync(mkdtempSync(join(tmpdir(), 'credit-guard-action-')));
  [calls, comments, faults] = [[], [], []];
  mkdirSync(join(home, 'bin'));
  mkdirSync(join(home, 'work/infra'), { recursive: true });
  for (const file of ['credits.json', 'account-plan.json', 'credit-guard.yaml', 'plan.json']) {
    cpSync(join(demo, file), join(home, 'work/infra', file));
  }
  writeFileSync(join(home, 'work/infra/Pulumi.yaml'), 'name: acme-shop\nruntime: nodejs\n');
  writeFileSync(
    join(home, 'event.json'),
    JSON.stringify({ pull_request: { number: 7, head: { sha: 'a'.repeat(40) } } }),
  );
  server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk) => chunks.push(chunk));
    request.on('end', () => {
      const sent = Buffer.concat(chunks).toString();
      const { method = '', url: path = '' } = request;
      calls.push({
        method,
        path,
        token: request.headers.authorization,
        body: sent === '' ? undefined : JSON.parse(sent).body,
      });
      const fault = faults.shift();
      if (fault !== undefined) return response.writeHead(fault).end('{}');
      const url = new URL(path, 'http://x');
      const [page, size] = ['page', 'per_page'].map((name) => Number(url.searchParams.get(name)));
      const list = comments.slice(((page ?? 1) - 1) * (size ?? 0), (page ?? 1) * (size ?? 0));
      return response
        .setHeader('content-type', 'application/json')
        .end(JSON.stringify(method === 'GET' ? list : { id: 1 }));
    });
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
});
afterEach(() => {
  server.close();
  rmSync(home, { recursive: true, force: true });
});

/** A `pulumi` that prints a plan and notes how it was called, and whether it was given the token. */
function pulumi(script = `cat ${join(demo, 'plan.json')}`): void {
  const file = join(home, 'bin/pulumi');
  writeFileSync(file, `#!/bin/sh\nprintf '%s|%s' "$*" "$GUARD_TOKEN" > ${home}/called\n${script}\n`);
  chmodSync(file, 0o755);
}

interface Ended {
  code: number | null;
  log: string;
  outputs: Record<string, string>;
  summary: string;
}

/** Runs the script as the step of action.yml does, with the inputs' defaults and those that are given. */
async function act(inputs: Record<string, string> = {}, script = join(root, 'action/run.mjs')): Promise<Ended> {
  const [guard] = action.runs.steps;
  const given = Object.fromEntries(
    Object.entries(guard.env as Record<string, string>).map(([name, written]) => {
      const input = /inputs\.([\w-]+)/.exec(written)?.[1] ?? '';
      return [name, inputs[input] ?? action.inputs[input].default ?? ''];
    }),
  );
  const [output, summary] = [join(home, 'output'), join(home, 'summary')];
  for (const file of [output, summary]) rmSync(file, { force: true });
  const child = spawn(process.execPath, [script], {
    env: {
      PATH: [join(home, 'bin'), dirname(process.execPath), '/usr/bin', '/bin'].join(delimiter),
      ...given,
      GUARD_TOKEN: 'token-of-the-job',
      GITHUB_WORKSPACE: join(home, 'work'),
      GITHUB_API_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      GITHUB_REPOSITORY: 'acme/shop',
      GITHUB_EVENT_PATH: join(home, 'event.json'),
      GITHUB_OUTPUT: output,
      GITHUB_STEP_SUMMARY: summary,
      RUNNER_TEMP: home,
      CREDIT_GUARD_DATE: '2026-12-01T09:00:00Z',
    },
  });
  let log = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      log += chunk;
    });
  }
  const code = await new Promise<number | null>((done) => child.on('close', done));
  const read = (file: string) => (existsSync(file) ? readFileSync(file, 'utf8') : '');
  const outputs = Object.fromEntries(
    [...read(output).matchAll(/^([\w-]+)<<(end-\S+)\n([\s\S]*?)\n\2$/gm)].map(([, name, , value]) => [name, value]),
  );
  return { code, log, outputs, summary: read(summary) };
}

const GIVEN = { 'working-directory': 'infra', plan: 'plan.json' };

describe.runIf(process.platform !== 'win32')('the action', { timeout: 30_000 }, () => {
  test('previews, checks, comments, and tells the result', async () => {
    pulumi();
    const { code, log, outputs, summary } = await act({ 'working-directory': 'infra', stack: 'prod' });
    expect(code).toBe(0);
    const [called, token] = readFileSync(join(home, 'called'), 'utf8').split('|');
    expect([called, token]).toEqual(['preview --json --show-sames --non-interactive --stack prod', '']);
    expect(log).toContain('acme-shop/prod: 2 findings block');
    expect(log).not.toContain('token-of-the-job');
    expect(outputs).toMatchObject({ 'exit-code': '1', status: 'blocked', 'monthly-cash': '0.00' });
    expect(outputs['sentence']).toMatch(/^acme-shop\/prod: 2 findings block/);
    for (const file of ['json', 'sarif', 'html']) expect(existsSync(outputs[file] ?? '')).toBe(true);
    expect(Object.keys(outputs).sort()).toEqual([...Object.keys(action.outputs), 'sarif'].sort());
    expect(calls.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'GET /repos/acme/shop/issues/7/comments?per_page=100&page=1',
      'POST /repos/acme/shop/issues/7/comments',
    ]);
    expect(calls.every(({ token: sent }) => sent === 'Bearer token-of-the-job')).toBe(true);
    expect(calls[1]?.body).toMatch(new RegExp(`^${MARKER}\n`));
    expect(summary.trim()).toBe(calls[1]?.body?.trim());
  });

  test('brings its own comment up to date, also one on a later page', async () => {
    const others = Array.from({ length: 100 }, (_, id) => ({ id, body: 'Nice!', user: { login: 'ann' } }));
    comments = [...others, { id: 501, body: `${MARKER}\r\nof yesterday`, user: { login: OURS } }];
    await act(GIVEN);
    expect(calls.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'GET /repos/acme/shop/issues/7/comments?per_page=100&page=1',
      'GET /repos/acme/shop/issues/7/comments?per_page=100&page=2',
      'PATCH /repos/acme/shop/issues/comments/501',
    ]);
  });

  test('never touches what somebody else wrote, or the comment of another stack', async () => {
    comments = [
      { id: 1, body: `${MARKER}\nmine`, user: { login: 'mallory' } },
      { id: 2, body: '<!-- pulumi-credit-guard: acme-shop/dev -->\nof dev', user: { login: OURS } },
      { id: 3, body: `> quoted\n${MARKER}`, user: { login: OURS } },
    ];
    await act(GIVEN);
    expect(calls.map(({ method }) => method)).toEqual(['GET', 'POST']);
  });

  test('a plan that is given needs no Pulumi', async () => {
    const { outputs } = await act(GIVEN);
    expect([outputs['exit-code'], existsSync(join(home, 'called'))]).toEqual(['1', false]);
  });

  test('fail-on and the threshold decide the exit code', async () => {
    expect((await act({ ...GIVEN, 'fail-on': 'never' })).outputs['exit-code']).toBe('0');
    const { log, outputs } = await act({ ...GIVEN, 'fail-on': 'never', 'max-cash-change': '1000' });
    expect(outputs['exit-code']).toBe('1');
    expect(log).toContain(
      '::error title=credit-guard::The change adds up to $1330.00 of cash; max-cash-change is $1000.00.',
    );
    expect((await act({ ...GIVEN, 'fail-on': 'never', 'max-cash-change': '1330' })).outputs['exit-code']).toBe('0');
  });

  test.each([
    [{ 'max-cash-change': 'ten' }, /max-cash-change is no amount/],
    [{ 'working-directory': 'nowhere' }, /There is no folder .*nowhere/],
    [{ 'fail-on': 'bloc' }, /Did you mean block\?/],
    [{ plan: 'missing.json' }, /missing\.json/],
  ])('a slip is 2 and one error: %j', async (slip, words) => {
    const { code, log, outputs } = await act({ ...GIVEN, ...slip });
    expect([code, outputs['exit-code']]).toEqual([0, '2']);
    expect(log).toMatch(words);
    expect(log).toContain('::error title=credit-guard::');
    expect(log).not.toMatch(/\n\s+at /);
  });

  test('without pulumi, what to do', async () => {
    const { log, outputs } = await act({ 'working-directory': 'infra' });
    expect(outputs['exit-code']).toBe('3');
    expect(log).toContain('pulumi is not on the PATH: install it in a step before');
  });

  test('a preview that fails is never passed, and the comment does not stay as if it were of this commit', async () => {
    comments = [
      { id: 9, body: `${MARKER}\nwithin credits`, user: { login: OURS } },
      { id: 10, body: '<!-- pulumi-credit-guard: acme-shop/dev -->\nx', user: { login: OURS } },
    ];
    pulumi(`echo '{"diagnostics":[{"severity":"error","message":"no credentials"}],"steps":[]}'; exit 255`);
    const { outputs, summary, log } = await act({ 'working-directory': 'infra', stack: 'prod' });
    expect(outputs).toMatchObject({ 'exit-code': '2', status: '', sarif: '' });
    expect(summary).toContain('**AWS credits: not judged.**');
    expect(summary).toContain('no credentials');
    expect(log).toMatch(/::error title=credit-guard::credit-guard: .*no credentials/);
    expect(calls.at(-1)).toMatchObject({ method: 'PATCH', path: '/repos/acme/shop/issues/comments/9' });
    expect(calls.at(-1)?.body).toMatch(
      new RegExp(`^${MARKER}\n\\*\\*AWS credits: not judged\\.\\*\\* The run for commit a{12} `),
    );
    expect(calls).toHaveLength(2);
  });

  test('a preview that says by its exit code alone that it failed is not passed', async () => {
    pulumi(`cat ${join(demo, 'plan.json')}; exit 1`);
    expect((await act({ 'working-directory': 'infra', 'fail-on': 'never' })).outputs['exit-code']).toBe('2');
  });

  test('a token that may not write is a warning', async () => {
    faults = [200, 403].slice(1);
    const { log, outputs } = await act({ ...GIVEN, 'fail-on': 'never' });
    expect(outputs['exit-code']).toBe('0');
    expect(log).toMatch(
      /::warning title=credit-guard::The comment could not be written: GitHub answered 403; the job needs permissions: pull-requests: write/,
    );
    expect(calls).toHaveLength(1);
  });

  test('a passing fault is tried again; a comment that may have been written is not written twice', async () => {
    faults = [502, 429];
    await act(GIVEN);
    expect(calls.map(({ method }) => method)).toEqual(['GET', 'GET', 'GET', 'POST']);
    calls = [];
    faults = [];
    comments = [{ id: 5, body: `${MARKER}\nx`, user: { login: OURS } }];
    await act({ ...GIVEN, comment: 'false' });
    expect(calls).toEqual([]);
  });

  test('without a pull request there is a summary and no comment', async () => {
    writeFileSync(join(home, 'event.json'), JSON.stringify({ ref: 'refs/heads/main' }));
    const { summary } = await act(GIVEN);
    expect([calls, summary.startsWith(MARKER)]).toEqual([[], true]);
  });

  test('from a repository without a build, the guard that the project has installed', async () => {
    cpSync(join(root, 'action'), join(home, 'elsewhere/action'), { recursive: true });
    const script = join(home, 'elsewhere/action/run.mjs');
    const without = await act(GIVEN, script);
    expect([without.outputs['exit-code'], without.log]).toEqual(['2', expect.stringContaining('is not installed')]);
    const main = join(home, 'work/node_modules/pulumi-credit-guard/dist/src/cli/main.js');
    mkdirSync(dirname(main), { recursive: true });
    writeFileSync(main, `require(${JSON.stringify(join(root, 'dist/src/cli/main.js'))})`);
    expect((await act(GIVEN, script)).outputs['exit-code']).toBe('1');
  });
});

describe('action.yml', () => {
  const schema = JSON.parse(readFileSync(join(root, 'test/support/schemas/github-actions.json'), 'utf8'));
  const validate = new Ajv({ strict: false, allErrors: true, validateFormats: false }).compile(schema);

  test('is what the official schema allows', () => {
    validate(action);
    expect(validate.errors ?? []).toEqual([]);
    expect(validate({ name: 'x' })).toBe(false);
  });

  test('names other actions by their commit', () => {
    const used = [...text.matchAll(/uses: (.+)/g)].map(([, what]) => what);
    expect(used).toHaveLength(1);
    expect(used.filter((what) => !(Object.values(PINS) as unknown[]).includes(what))).toEqual([]);
  });

  test('puts no input into a line of a shell', () => {
    const lines = action.runs.steps.flatMap(({ run }: { run?: string }) => run ?? []);
    expect(lines).toHaveLength(2);
    for (const line of lines) expect(line).not.toContain('${{');
  });

  test('its page names every input and output, with the defaults', () => {
    const page = readFileSync(join(root, 'docs/ci.md'), 'utf8');
    const names = [...Object.keys(action.inputs), ...Object.keys(action.outputs)];
    expect(names.filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
    const defaults = Object.entries<{ default?: string }>(action.inputs).flatMap(([name, one]) =>
      one.default === undefined || one.default.startsWith('$') ? [] : [[name, one.default]],
    );
    expect(defaults.filter(([name, value]) => !page.includes(`\`${name}\` | \`${value}\``))).toEqual([]);
  });

  test('hands every input to its script or to a step, and each output comes from a step', () => {
    const unused = Object.keys(action.inputs).filter((name) => !text.split('runs:')[1]?.includes(`inputs.${name}`));
    expect(unused).toEqual([]);
    const script = readFileSync(join(root, 'action/run.mjs'), 'utf8');
    const names = Object.keys(action.runs.steps[0].env);
    expect(names.filter((name) => !script.includes(name))).toEqual([]);
    const read = [...script.matchAll(/GUARD_\w+/g)].map(([name]) => name);
    expect(read.filter((name) => !names.includes(name))).toEqual([]);
  });
});
