import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { run } from '../cli/run';

const root = join(__dirname, '../..');
const OURS = 'github-actions[bot]';
const MARKER = '<!-- pulumi-credit-guard: acme-shop/prod -->';

let home: string;
let server: Server;
let calls: { call: string; sent: Record<string, unknown> | undefined }[];
let issues: object[];
let fault: number | undefined;

beforeEach(async () => {
  home = mkdtempSync(join(tmpdir(), 'credit-guard-issue-'));
  [calls, issues, fault] = [[], [], undefined];
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      calls.push({ call: `${request.method} ${request.url}`, sent: body === '' ? undefined : JSON.parse(body) });
      if (fault !== undefined) return response.writeHead(fault).end('{}');
      return response.end(JSON.stringify(request.method === 'GET' ? issues : {}));
    });
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
});
afterEach(() => {
  server.close();
  rmSync(home, { recursive: true, force: true });
});

/** The reports of the demo, as the job before writes them. */
async function reports(...more: string[]): Promise<void> {
  const demo = join(root, 'src/data/demo');
  const [json, md] = ['guard.json', 'guard.md'].map((name) => join(home, name));
  const config = more.length > 0 ? more : ['--config', join(demo, 'credit-guard.yaml')];
  await run(
    [
      'check',
      join(demo, 'plan.json'),
      '--date',
      '2026-12-01T09:00:00Z',
      ...config,
      '--report',
      `json=${json}`,
      '--report',
      `markdown=${md}`,
    ],
    { cwd: home },
  );
}

async function issue(days: string): Promise<{ code: number | null; log: string }> {
  const child = spawn(process.execPath, [join(root, 'action/issue.mjs'), 'guard.json', 'guard.md', days], {
    cwd: home,
    env: {
      PATH: dirname(process.execPath),
      GITHUB_API_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      GITHUB_REPOSITORY: 'acme/shop',
      GITHUB_TOKEN: 'secret-token',
    },
  });
  let log = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      log += chunk;
    });
  }
  return { code: await new Promise((done) => child.on('close', done)), log };
}

const LIST = 'GET /repos/acme/shop/issues?state=open&creator=github-actions%5Bbot%5D&per_page=100&page=1';

describe('an issue near the end of the credits', { timeout: 30_000 }, () => {
  test('is opened, with the day in its title and the report in its body', async () => {
    await reports();
    const { code, log } = await issue('200');
    expect([code, log]).toEqual([0, 'AWS credits of acme-shop/prod cover little from 2027-05-25 on\n']);
    expect(calls.map(({ call }) => call)).toEqual([LIST, 'POST /repos/acme/shop/issues']);
    expect(calls[1]?.sent?.['title']).toBe(log.trim());
    expect(String(calls[1]?.sent?.['body'])).toMatch(new RegExp(`^${MARKER}\n`));
  });

  test('is not opened before, at the very day', async () => {
    await reports();
    await issue('175');
    expect(calls.map(({ call }) => call)).toEqual([LIST]);
    await issue('176');
    expect(calls.at(-1)?.call).toBe('POST /repos/acme/shop/issues');
  });

  test('is brought up to date: ours, and nobody else’s', async () => {
    await reports();
    issues = [
      { number: 1, body: `${MARKER}\nx`, user: { login: 'mallory' } },
      { number: 2, body: `${MARKER}\nx`, user: { login: OURS }, pull_request: {} },
      { number: 3, body: null, user: { login: OURS } },
      { number: 4, body: `${MARKER}\r\nx`, user: { login: OURS } },
    ];
    await issue('200');
    expect(calls.at(-1)?.call).toBe('PATCH /repos/acme/shop/issues/4');
  });

  test('is closed with the reason when credits last again', async () => {
    await reports();
    issues = [{ number: 4, body: `${MARKER}\nx`, user: { login: OURS } }];
    expect((await issue('30')).code).toBe(0);
    expect(calls.slice(1).map(({ call }) => call)).toEqual([
      'POST /repos/acme/shop/issues/4/comments',
      'PATCH /repos/acme/shop/issues/4',
    ]);
    expect(calls.at(-1)?.sent).toEqual({ state: 'closed' });
  });

  test('a balance that is not known is no "all is well"', async () => {
    writeFileSync(join(home, 'credit-guard.yaml'), '');
    await reports('--config', join(home, 'credit-guard.yaml'));
    const { code, log } = await issue('30');
    expect([code, log]).toEqual([2, expect.stringContaining('The credit balance is not known')]);
    expect(calls).toEqual([]);
  });

  test('what cannot be written fails the job, and says which permission', async () => {
    await reports();
    fault = 403;
    const { code, log } = await issue('200');
    expect([code, log]).toEqual([1, expect.stringContaining('permissions: issues: write')]);
    expect(log).not.toContain('secret-token');
  });

  test('a slip is one line', async () => {
    expect(await issue('soon')).toEqual({ code: 2, log: 'usage: node issue.mjs guard.json guard.md DAYS\n' });
    expect((await issue('30')).log).toMatch(/^error: ENOENT.*\n$/);
  });
});
