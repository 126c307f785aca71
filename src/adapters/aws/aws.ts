import { createHash, createHmac, type Hash, type Hmac } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { LiveCall } from '../../core/credits/aws-calls';
import { notice } from '../../core/notice';
import { type Endpoint, endpointOf } from './endpoints';
import { ReadFailure, refused, unreached, withoutCredentials } from './failure';
import { type Handler, httpHandler } from './http';
import { LIVE_PACKAGES, loaded } from './packages';

type SignerPackage = typeof import('@smithy/signature-v4');
type Credentials = Awaited<ReturnType<ReturnType<typeof import('@aws-sdk/credential-provider-node').defaultProvider>>>;

/** What is loaded for the first question. */
interface Parts {
  readonly handler: Handler;
  readonly SignatureV4: SignerPackage['SignatureV4'];
  readonly provider: () => Promise<Credentials>;
}

/** Who asks. */
export interface Identity {
  readonly account: string;
  readonly arn: string;
}

const TRIES = 4;
const LONGEST_PAUSE = 2_000;
/** More than any account's list of credits. */
const LARGEST_ANSWER = 64 * 1024 * 1024;

/**
 * Asks AWS, signed, with the credentials of AWS's default chain. Opened once per run; the first question looks for the
 * credentials. Everything ends with the run's `signal`.
 */
export class Aws {
  private who: Promise<Identity> | undefined;

  private constructor(
    readonly environment: NodeJS.ProcessEnv,
    private readonly deadline: Deadline,
    private readonly parts: Parts,
  ) {}

  /** @throws ReadFailure when packages are missing or AWS_CA_BUNDLE cannot be read. */
  static async open(environment: NodeJS.ProcessEnv, deadline: Deadline): Promise<Aws> {
    const [{ SignatureV4 }, { defaultProvider }] = await loaded(
      () => Promise.all([import('@smithy/signature-v4'), import('@aws-sdk/credential-provider-node')]),
      LIVE_PACKAGES,
    );
    const handler = await httpHandler(environment);
    const profile = environment['AWS_PROFILE'];
    const provider = defaultProvider({ ...(profile ? { profile } : {}), clientConfig: { requestHandler: handler } });
    return new Aws(environment, deadline, { handler, SignatureV4, provider });
  }

  /** The account of the credentials. @throws ReadFailure */
  identity(): Promise<Identity> {
    this.who ??= this.askIdentity();
    return this.who;
  }

  /** Asks a JSON service for one answer. @throws ReadFailure */
  async ask(call: LiveCall, input: object): Promise<Readonly<Record<string, unknown>>> {
    const endpoint = endpointOf(call, this.environment);
    const headers = {
      'content-type': 'application/x-amz-json-1.0',
      'x-amz-target': `${endpoint.target}.${call}`,
    };
    const body = JSON.stringify(input);
    return this.retried(async () => jsonOf(await this.send(call, endpoint, headers, body), call, endpoint.url.host));
  }

  /** Where a call goes. */
  urlOf(call: LiveCall): string {
    return endpointOf(call, this.environment).url.href;
  }

  /** What a client of AWS's SDK needs to go the same way. */
  async clientOptions(call: LiveCall) {
    const { url, region } = endpointOf(call, this.environment);
    const credentials = await this.credentials(call);
    return { host: url.host, config: { region, endpoint: url.href, credentials, requestHandler: this.parts.handler } };
  }

  /** Waits no longer than the run does. @throws ReadFailure when it ends first. */
  async inTime<T>(promise: Promise<T>, call: LiveCall, host: string | undefined): Promise<T> {
    const { signal } = this.deadline;
    if (signal.aborted) throw this.late(call, host);
    let stop = () => {};
    const end = new Promise<never>((_, reject) => {
      stop = () => reject(this.late(call, host));
      signal.addEventListener('abort', stop, { once: true });
    });
    try {
      return await Promise.race([promise, end]);
    } finally {
      signal.removeEventListener('abort', stop);
    }
  }

  get abortSignal(): AbortSignal {
    return this.deadline.signal;
  }

  /** The run ends before the answer is there. */
  late(call: LiveCall, host: string | undefined): ReadFailure {
    return new ReadFailure(notice('aws-no-answer', 'warn', { call, host, seconds: this.deadline.seconds }));
  }

  private async askIdentity(): Promise<Identity> {
    const call = 'GetCallerIdentity';
    const endpoint = endpointOf(call, this.environment);
    const headers = { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' };
    const body = `Action=${call}&Version=2011-06-15`;
    const text = await this.retried(() => this.send(call, endpoint, headers, body));
    const account = /<Account>(\d{12})<\/Account>/.exec(text)?.[1];
    const arn = /<Arn>([^<]+)<\/Arn>/.exec(text)?.[1];
    if (account === undefined || arn === undefined)
      throw new ReadFailure(notice('aws-answer-malformed', 'warn', { call, what: 'it names no account' }));
    return { account, arn };
  }

  private async credentials(call: LiveCall): Promise<Credentials> {
    // A chain that is still looking when the run ends is left alone; what it then says is no longer of interest.
    const found = this.parts.provider().catch((error: unknown) => Promise.reject(withoutCredentials(error)));
    found.catch(() => {});
    return this.inTime(found, call, undefined);
  }

  /** Again after what may pass, with full jitter, while the run still waits. */
  private async retried<T>(once: () => Promise<T>): Promise<T> {
    for (let tries = 1; ; tries++) {
      try {
        return await once();
      } catch (error) {
        if (!(error instanceof ReadFailure) || !error.isPassing || tries === TRIES) throw error;
        const longest = Math.min(LONGEST_PAUSE, 100 * 2 ** tries);
        // The run's end while it waits: what was wrong says more than that time is up.
        await pause(Math.random() * longest, undefined, { signal: this.deadline.signal }).catch(() =>
          Promise.reject(error),
        );
      }
    }
  }

  private async send(
    call: LiveCall,
    { url, region, signedAs }: Endpoint,
    headers: Record<string, string>,
    body: string,
  ): Promise<string> {
    const credentials = await this.credentials(call);
    const signer = new this.parts.SignatureV4({ service: signedAs, region, credentials, sha256: Sha256 });
    const signed = await signer.sign({
      method: 'POST',
      protocol: url.protocol,
      hostname: url.hostname,
      ...(url.port === '' ? {} : { port: Number(url.port) }),
      path: url.pathname,
      query: {},
      headers: { ...headers, host: url.host, 'content-length': String(Buffer.byteLength(body)) },
      body,
    });
    const { host } = url;
    const sent = this.parts.handler.handle(signed as Parameters<Handler['handle']>[0], {
      abortSignal: this.deadline.signal,
    });
    sent.catch(() => {});
    try {
      const { response } = await this.inTime(sent, call, host);
      const text = await this.inTime(textOf(response.body), call, host);
      const { statusCode: status, headers: answered } = response;
      if (isWebPage(text)) throw new ReadFailure(notice('aws-web-page', 'warn', { call, host, status }), status >= 500);
      if (status < 300 && text.trim() !== '') return text;
      if (status < 300) throw new ReadFailure(notice('aws-answer-cut', 'warn', { call, host }), true);
      const answeredAt = Date.parse(answered['date'] ?? '');
      throw refused({
        call,
        status,
        ...errorIn(text, answered['x-amzn-errortype']),
        answeredAt: Number.isNaN(answeredAt) ? undefined : answeredAt,
        now: Date.now(),
      });
    } catch (error) {
      if (error instanceof ReadFailure) throw error;
      if (this.deadline.signal.aborted) throw this.late(call, host);
      if (error instanceof Error && error.message === 'aborted')
        throw new ReadFailure(notice('aws-answer-cut', 'warn', { call, host }), true);
      throw unreached(error, call, host);
    }
  }
}

/** What the signer hashes with. */
class Sha256 {
  private readonly hash: Hash | Hmac;

  constructor(secret?: string | ArrayBuffer | ArrayBufferView) {
    this.hash = secret === undefined ? createHash('sha256') : createHmac('sha256', bytesOf(secret));
  }

  update(data: string | ArrayBuffer | ArrayBufferView): void {
    this.hash.update(bytesOf(data));
  }

  async digest(): Promise<Uint8Array> {
    return this.hash.digest();
  }
}

const bytesOf = (data: string | ArrayBuffer | ArrayBufferView): Uint8Array =>
  typeof data === 'string'
    ? Buffer.from(data)
    : ArrayBuffer.isView(data)
      ? new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
      : new Uint8Array(data);

/** When a run ends, and how long that is. */
export interface Deadline {
  readonly signal: AbortSignal;
  /** What the signal waits for, to be said when it has passed. */
  readonly seconds: number;
}

async function textOf(body: AsyncIterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > LARGEST_ANSWER) break;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

const isWebPage = (text: string): boolean => /^\s*<(?:!doctype html|html)/i.test(text);

function jsonOf(text: string, call: LiveCall, host: string): Readonly<Record<string, unknown>> {
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch {
    throw new ReadFailure(notice('aws-answer-cut', 'warn', { call, host }), true);
  }
  if (typeof document === 'object' && document !== null && !Array.isArray(document)) return { ...document };
  throw new ReadFailure(notice('aws-answer-malformed', 'warn', { call, what: 'it is no object' }));
}

/** JSON services name the error in a header or in the body, sts in XML. */
function errorIn(text: string, header: string | undefined): { type: string; message: string } {
  const inXml = (name: string) => new RegExp(`<${name}>([^<]*)</${name}>`).exec(text)?.[1];
  let body: Record<string, unknown> = {};
  try {
    body = { ...JSON.parse(text) };
  } catch {
    // XML, or nothing that can be read.
  }
  const first = (...values: unknown[]) => values.find((value): value is string => typeof value === 'string') ?? '';
  const type = first(body['__type'], header, body['code'], inXml('Code'));
  return {
    type: type.replace(/^.*#/, '').replace(/:.*$/, '') || 'an error without a name',
    message: first(body['message'], body['Message'], inXml('Message')),
  };
}
