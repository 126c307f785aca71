import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, it } from 'vitest';

const KEYS = { AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE', AWS_SECRET_ACCESS_KEY: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY' };
export const REGION = 'eu-west-1';

/** What a request gets, in the order of the requests; without one it is passed on. */
export type Fault =
  /** Passed on after all. */
  | 'none'
  /** The connection breaks before the request arrives. */
  | 'reset'
  /** It arrives, and the connection breaks before the answer. */
  | 'lost'
  /** It neither arrives nor is answered. */
  | 'silent'
  /** It arrives, and is not answered. */
  | 'mute'
  | {
      readonly status: number;
      readonly code?: string;
      readonly body?: string;
      readonly headers?: Readonly<Record<string, string>>;
    };

/**
 * A real S3 server, with signatures, regions and conditional writes, and a door before it at which requests can be met with
 * faults. `bucket`: a folder, whose files are the objects.
 */
export class S3Server {
  /** `GET /acme/pool.json`, as they came. */
  readonly asked: string[] = [];
  private faults: Fault[] = [];
  private last: Promise<unknown> = Promise.resolve();

  private constructor(
    private readonly folder: string,
    private readonly port: number,
    private readonly process: ChildProcess,
    private readonly door: Server,
  ) {}

  static async start(): Promise<S3Server> {
    const folder = mkdtempSync(join(tmpdir(), 'credit-guard-s3-'));
    for (const name of ['data', 'about']) mkdirSync(join(folder, name));
    const port = await freePort();
    // biome-ignore format: one command
    const args = ['--port', `127.0.0.1:${port}`, '--region', REGION, '--access', KEYS.AWS_ACCESS_KEY_ID, '--secret', KEYS.AWS_SECRET_ACCESS_KEY, '--quiet', 'posix', '--sidecar', join(folder, 'about'), join(folder, 'data')];
    const server = spawn(join(found().folder ?? '', 'versitygw'), args, { stdio: 'ignore' });
    let started: S3Server | undefined;
    const door = createServer((asked, answer) => started?.serve(asked, answer));
    started = new S3Server(folder, port, server, door);
    await new Promise<void>((done) => door.listen(0, '127.0.0.1', done));
    await isListening(port);
    return started;
  }

  /** What a run needs to find this server, and nothing else of the machine's own AWS settings. */
  get environment(): Record<string, string> {
    return {
      ...KEYS,
      AWS_ENDPOINT_URL_S3: `http://127.0.0.1:${(this.door.address() as AddressInfo).port}`,
      AWS_REGION: REGION,
      AWS_CONFIG_FILE: '/dev/null',
      AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
      AWS_EC2_METADATA_DISABLED: 'true',
    };
  }

  /** For the next requests, one after the other. */
  meet(...faults: readonly Fault[]): void {
    this.faults = [...faults];
    this.asked.length = 0;
  }

  makeBucket(name: string): void {
    mkdirSync(join(this.folder, 'data', name));
  }

  textOf(bucket: string, key: string): string {
    return readFileSync(join(this.folder, 'data', bucket, key), 'utf8');
  }

  has(bucket: string, key: string): boolean {
    return existsSync(join(this.folder, 'data', bucket, key));
  }

  put(bucket: string, key: string, text: string): void {
    writeFileSync(join(this.folder, 'data', bucket, key), text);
  }

  async stop(): Promise<void> {
    this.door.closeAllConnections();
    this.door.close();
    this.process.kill();
    await new Promise((done) => this.process.once('exit', done));
    rmSync(this.folder, { recursive: true, force: true });
  }

  private serve(asked: IncomingMessage, answer: ServerResponse): void {
    this.asked.push(`${asked.method} ${asked.url}`);
    const fault = this.faults.shift() ?? 'none';
    if (typeof fault === 'object') {
      const { status, code = 'Error', body, headers } = fault;
      asked.resume();
      answer.writeHead(status, { 'content-type': 'application/xml', ...headers });
      answer.end(body ?? `<?xml version="1.0"?><Error><Code>${code}</Code><Message>Not now.</Message></Error>`);
    } else if (fault === 'reset') asked.socket.resetAndDestroy();
    else if (fault !== 'silent') this.pass(asked, answer, fault);
  }

  /**
   * One after the other: S3 answers each request as if it were alone, and this server keeps an object and its ETag in two
   * files. What interleaves is the reads and the writes of several clients.
   */
  private pass(asked: IncomingMessage, answer: ServerResponse, fault: 'none' | 'lost' | 'mute'): void {
    this.last = this.last.then(
      () =>
        new Promise((done) => {
          const { method, url, headers } = asked;
          const passed = request({ host: '127.0.0.1', port: this.port, method, path: url, headers }, (response) => {
            response.once('close', done);
            if (fault === 'none') {
              answer.writeHead(response.statusCode ?? 500, response.headers);
              response.pipe(answer);
            } else {
              response.resume();
              response.once('end', () => fault === 'lost' && asked.socket.resetAndDestroy());
            }
          });
          passed.once('error', done);
          asked.pipe(passed);
        }),
    );
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}

async function isListening(port: number): Promise<void> {
  for (const deadline = Date.now() + 30_000; Date.now() < deadline; await sleep(20)) {
    const isOpen = await new Promise<boolean>((done) => {
      const socket = connect(port, '127.0.0.1', () => done(true));
      socket.once('error', () => done(false));
      socket.once('connect', () => socket.destroy());
    });
    if (isOpen) return;
  }
  throw new Error('the S3 server does not listen');
}

interface Found {
  readonly folder: string | undefined;
  readonly why: string;
}

let looked: Found | undefined;

/** Never builds it: that takes minutes. */
function found(): Found {
  if (looked === undefined) {
    const script = join(dirname(dirname(__dirname)), 'scripts/s3-server.mjs');
    const { status, stdout, stderr } = spawnSync(process.execPath, [script, '--find'], { encoding: 'utf8' });
    looked = { folder: status === 0 ? stdout.trim() : undefined, why: stderr.trim() };
  }
  return looked;
}

/** `describe` for tests that need the server: without it they say so and do not run, or fail where it is a must. */
export function describeWithS3(name: string, body: () => void): void {
  const { folder, why } = found();
  if (folder !== undefined) describe(name, body);
  else if (process.env['CREDIT_GUARD_REQUIRE_S3'] === '1')
    describe(name, () => {
      it('has an S3 server', () => {
        throw new Error(why);
      });
    });
  else {
    process.stderr.write(`\n!! NOT RUN: ${name}: ${why}\n\n`);
    describe.skip(name, body);
  }
}
