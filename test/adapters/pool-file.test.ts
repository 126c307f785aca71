import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { ReadFailure } from '../../src/adapters/aws/failure';
import { openPool, type PoolFile } from '../../src/adapters/pool/pool-file';
import { usd } from '../../src/core/money';
import { type Pool, poolText, type Reservation, withReservation } from '../../src/core/pool';
import { wordsOf } from '../../src/words/notices';
import { at, NOW } from '../support/inputs';
import { describeWithS3, type Fault, S3Server } from '../support/s3-server';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'credit-guard-pool-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

beforeEach(() => {
  for (const name of Object.keys(process.env)) if (/^AWS_|_proxy$/i.test(name)) vi.stubEnv(name, undefined);
});
afterEach(() => {
  vi.unstubAllEnvs();
});

const reservation = (stack: string, amount = '10.00'): Reservation => ({
  stack,
  deployment: '1',
  usd: usd(amount),
  since: NOW,
  until: at('2027-01-01'),
});
const adding = (stack: string) => (before: Pool) => withReservation(before, reservation(stack), NOW);
const stacksIn = (pool: Pool | undefined) => pool?.map(({ stack }) => stack);

const open = (written: string, environment: NodeJS.ProcessEnv = {}, seconds = 20): Promise<PoolFile> =>
  openPool({
    written,
    configFile: join(folder, 'credit-guard.yaml'),
    environment,
    deadline: { signal: AbortSignal.timeout(seconds * 1000), seconds },
  });

/** What is said where it cannot be had. */
const lineOf = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'nothing',
    (error: unknown) => (error instanceof ReadFailure ? wordsOf(error.notice) : Promise.reject(error)),
  );

/** A kind of place: where a pool of this name lies, and what is in it, byte for byte. */
interface Kind {
  open(name: string, seconds?: number): Promise<PoolFile>;
  textOf(name: string): string;
  put(name: string, text: string): void;
}

function contract(kind: Kind): void {
  test('what is not there yet is told apart from what is empty', async () => {
    const pool = await kind.open('new.json');
    expect(await pool.read()).toBeUndefined();
    await pool.edit(() => []);
    expect(await pool.read()).toEqual([]);
  });

  test('what is written is read back, and a second time changes nothing', async () => {
    const pool = await kind.open('back.json');
    await pool.edit(adding('shop/prod'));
    const text = kind.textOf('back.json');
    expect(await (await kind.open('back.json')).read()).toEqual([reservation('shop/prod')]);
    await (await kind.open('back.json')).edit(adding('shop/prod'));
    expect(kind.textOf('back.json')).toBe(text);
    await pool.edit(() => undefined);
    expect(kind.textOf('back.json')).toBe(text);
  });

  test('of eight writers at once, none loses what another has written', async () => {
    const stacks = Array.from({ length: 8 }, (_, i) => `shop/${i}`);
    await Promise.all(stacks.map(async (stack) => (await kind.open('many.json')).edit(adding(stack))));
    expect(stacksIn(await (await kind.open('many.json')).read())).toEqual(stacks);
  });

  test.each([
    ['no JSON', 'reserved: 100', /^It is no pool file: it is not JSON\. Restore an earlier version/],
    ['the half of one', '{"schemaVersion": 1, "reser', /^It is no pool file: it ends in the middle\./],
    ['another document', '{"credits": []}', /^It is no pool file: it has no schemaVersion 1 with a list/],
    ['a later form', '{"schemaVersion": 2, "reservations": []}', /A later version of pulumi-credit-guard wrote it/],
    [
      'an amount that is none',
      '{"schemaVersion":1,"reservations":[{"stack":"a/b","deployment":"1","usd":12,"since":"2026-11-30","until":"2026-12-30"}]}',
      /^It is no pool file: usd of reservation 1 is no amount/,
    ],
  ])('%s is neither read nor written over', async (what, text, line) => {
    const name = `${what.replaceAll(' ', '-')}.json`;
    await (await kind.open(name)).edit(() => []);
    kind.put(name, text);
    expect(await lineOf((await kind.open(name)).read())).toMatch(line);
    expect(await lineOf((await kind.open(name)).edit(adding('shop/prod')))).toMatch(line);
    expect(kind.textOf(name)).toBe(text);
  });
}

describe('a file on a disk', () => {
  const path = (name: string) => join(folder, name);
  contract({
    open: (name) => open(name),
    textOf: (name) => readFileSync(path(name), 'utf8'),
    put: (name, text) => writeFileSync(path(name), text),
  });

  test('the lock of a writer that was killed counts for nothing after a while', async () => {
    const pool = await open('stale.json');
    await pool.edit(adding('shop/prod'));
    mkdirSync(`${path('stale.json')}.lock`);
    utimesSync(`${path('stale.json')}.lock`, 0, 0);
    await pool.edit(adding('web/prod'));
    expect(stacksIn(await pool.read())).toEqual(['shop/prod', 'web/prod']);
  });

  test.each([
    ['a folder', '.', /^It is a folder; name the file\.$/, /^It is a folder; name a file\.$/],
    ['a folder that is not there', 'none/pool.json', /^nothing$/, /^Its folder does not exist\.$/],
  ])('%s', async (_, name, read, write) => {
    expect(await lineOf((await open(name)).read())).toMatch(read);
    expect(await lineOf((await open(name)).edit(adding('shop/prod')))).toMatch(write);
  });

  test('a link is read, and not replaced by a file', async () => {
    await (await open('real.json')).edit(() => []);
    symlinkSync(path('real.json'), path('link.json'));
    expect(await (await open('link.json')).read()).toEqual([]);
    expect(await lineOf((await open('link.json')).edit(adding('a/b')))).toBe('It is a link; name the file itself.');
  });
});

test.each(['http://acme.test/pool.json', 'gs://acme/pool.json', 's3://acme', 's3://acme/pools/', 's3://A_b/c'])(
  '%s is no place for a pool',
  async (written) => {
    expect(await lineOf(open(written))).toMatch(/^It is no address of a pool file\. Write a path, s3:/);
  },
);

describe('an address', () => {
  let server: Server;
  let asked: string[];
  beforeAll(async () => {
    // biome-ignore format: one command
    const args = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2', '-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost', '-keyout', join(folder, 'key.pem'), '-out', join(folder, 'cert.pem')];
    execFileSync('openssl', args, { stdio: 'ignore' });
    const tls = { key: readFileSync(join(folder, 'key.pem')), cert: readFileSync(join(folder, 'cert.pem')) };
    server = createServer(tls, ({ url = '', headers }, response) => {
      asked.push(`${url} ${headers.authorization ?? 'nobody'}`);
      if (url === '/pool.json?a=1') response.end(poolText([reservation('shop/prod')]));
      else response.writeHead(Number(url.slice(1)) || 404, { location: '/pool.json' }).end('no');
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  });
  afterAll(() => server.close());
  beforeEach(() => {
    asked = [];
  });

  const host = () => `localhost:${(server.address() as AddressInfo).port}`;
  const trusting = () => ({ AWS_CA_BUNDLE: join(folder, 'cert.pem') });
  const web = (path: string) => open(`https://${host()}${path}`, trusting());

  test('is read, and no login is sent', async () => {
    expect(stacksIn(await (await web('/pool.json?a=1')).read())).toEqual(['shop/prod']);
    expect(asked).toEqual(['/pool.json?a=1 nobody']);
  });

  test('what is not there is told apart from what is refused', async () => {
    expect(await (await web('/none.json')).read()).toBeUndefined();
    for (const status of [302, 403, 500]) {
      expect(await lineOf((await web(`/${status}`)).read())).toBe(
        `${host()} answered with HTTP ${status} and not with the file. Check the address: no login is sent, and no redirect followed.`,
      );
    }
  });

  test('nobody can reserve there', async () => {
    expect(await lineOf((await web('/pool.json?a=1')).edit(adding('a/b')))).toMatch(
      /^A file behind https:\/\/ can only/,
    );
    expect(asked).toEqual([]);
  });

  test('a server that is not trusted is not asked', async () => {
    const line = await lineOf((await open(`https://${host()}/pool.json`)).read());
    expect(line).toMatch(/^The certificate of localhost:\d+ is not trusted .*AWS_CA_BUNDLE/);
    expect(asked).toEqual([]);
  });
});

describeWithS3('an object of an S3 server', () => {
  let server: S3Server;
  beforeAll(async () => {
    server = await S3Server.start();
    server.makeBucket('acme');
  });
  afterAll(() => server?.stop());
  beforeEach(() => {
    server.meet();
    for (const [name, value] of Object.entries(server.environment)) vi.stubEnv(name, value);
  });

  const object = (name: string, seconds?: number) => open(`s3://acme/${name}`, process.env, seconds);
  contract({
    open: object,
    textOf: (name) => server.textOf('acme', name),
    put: (name, text) => server.put('acme', name, text),
  });

  test('a key may have any characters', async () => {
    const pool = await object("teams/a b/(it's)+*!~é%20.json");
    await pool.edit(adding('shop/prod'));
    expect(stacksIn(await pool.read())).toEqual(['shop/prod']);
    expect(server.asked[0]).toBe('GET /acme/teams/a%20b/%28it%27s%29%2B%2A%21~%C3%A9%2520.json');
  });

  test('the bucket is asked in its own region, which the server names', async () => {
    vi.stubEnv('AWS_REGION', 'us-east-1');
    const pool = await object('region.json');
    await pool.edit(adding('shop/prod'));
    expect(stacksIn(await pool.read())).toEqual(['shop/prod']);
  });

  const XML = 'application/xml';
  const MOVED: Fault = { status: 301, code: 'PermanentRedirect', headers: { 'x-amz-bucket-region': 'eu-central-1' } };
  test.each<[string, readonly Fault[], RegExp]>([
    [
      'no permission',
      [{ status: 403, code: 'AccessDenied' }],
      /^AWS refused GetObject: the permission s3:GetObject is missing\. .* AWS says: "Not now\." Where the file does not exist yet, S3 says so only to whom has s3:ListBucket on acme\.$/,
    ],
    [
      'no permission to write',
      ['none', { status: 403, code: 'AccessDenied' }],
      /^AWS refused PutObject: the permission s3:PutObject is missing\. `credit-guard doctor`/,
    ],
    [
      'no bucket',
      [{ status: 404, code: 'NoSuchBucket' }],
      /^There is no bucket acme\. Correct its name, or create it\.$/,
    ],
    [
      'another region, and another one',
      [MOVED, MOVED],
      /^The bucket acme is in eu-central-1: set AWS_REGION=eu-central-1\.$/,
    ],
    [
      'keys that are not known',
      [{ status: 403, code: 'InvalidAccessKeyId' }],
      /^AWS refused GetObject: it does not accept these credentials/,
    ],
    ['an expired login', [{ status: 400, code: 'ExpiredToken' }], /^The AWS login has expired\. Run `aws sso login`/],
    [
      'a clock that is wrong',
      [{ status: 403, code: 'RequestTimeTooSkewed' }],
      /^AWS refused GetObject because of the clock of this machine/,
    ],
    [
      'a login page',
      [{ status: 200, body: '<html>Sign in</html>', headers: { 'content-type': 'text/html' } }],
      /^127\.0\.0\.1:\d+ answered GetObject with a web page \(HTTP 200\), as a proxy/,
    ],
    [
      'an answer without an ETag',
      [{ status: 200, body: '{}', headers: { 'content-type': XML } }],
      /^The answer to GetObject is not as AWS documents it: it has no ETag\.$/,
    ],
    [
      'an error that nobody foresaw',
      [{ status: 405, code: 'MethodNotAllowed' }],
      /^AWS answered GetObject with MethodNotAllowed \(HTTP 405\)/,
    ],
  ])('%s: one line, and nothing is written', async (_, faults, line) => {
    await (await object('faults.json')).edit(() => [reservation('shop/prod')]);
    const before = server.textOf('acme', 'faults.json');
    server.meet(...faults);
    const said = await lineOf((await object('faults.json')).edit(adding('web/prod')));
    expect(said).toMatch(line);
    expect(said).not.toContain('\n');
    expect(server.textOf('acme', 'faults.json')).toBe(before);
  });

  test.each<[string, readonly Fault[]]>([
    ['a connection that breaks', ['reset', 'none', 'reset']],
    ['an answer that gets lost after the write', ['none', 'lost']],
    ['a server that is busy', [{ status: 503, code: 'SlowDown' }, 'none', { status: 500, code: 'InternalError' }]],
    ['a writer that comes first', ['none', { status: 412, code: 'PreconditionFailed' }]],
    ['a writer at the same moment', ['none', { status: 409, code: 'ConditionalRequestConflict' }]],
    ['somebody who takes the file away', ['none', { status: 404, code: 'NoSuchKey' }]],
  ])('%s: tried again, and written once', async (_, faults) => {
    await (await object('again.json')).edit(() => [reservation('shop/prod')]);
    server.meet(...faults);
    await (await object('again.json')).edit(adding('web/prod'));
    expect(stacksIn(await (await object('again.json')).read())).toEqual(['shop/prod', 'web/prod']);
  });

  test.each<[string, Fault, RegExp]>([
    ['that never answers', 'silent', /^127\.0\.0\.1:\d+ did not answer GetObject within 1 second\./],
    ['that others write without end', { status: 412 }, /^Others wrote it first, each time\. Run it again\.$/],
  ])('one %s ends with the run', async (_, fault, line) => {
    await (await object('late.json')).edit(() => []);
    const isWrite = typeof fault === 'object';
    server.meet(...Array.from({ length: 200 }, (__, i): Fault => (isWrite && i % 2 === 0 ? 'none' : fault)));
    expect(await lineOf((await object('late.json', 1)).edit(adding('web/prod')))).toMatch(line);
    server.meet();
    expect(await (await object('late.json')).read()).toEqual([]);
  });

  test('a bucket that cannot be reached, and keys that do not fit', async () => {
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'another');
    expect(await lineOf((await object('keys.json')).read())).toMatch(
      /^AWS refused GetObject: it does not accept these/,
    );
    vi.stubEnv('AWS_ENDPOINT_URL_S3', 'http://127.0.0.1:1');
    expect(await lineOf((await object('keys.json')).read())).toMatch(
      /^127\.0\.0\.1:1 was not reached for GetObject \(ECONNREFUSED\)/,
    );
  });
});
