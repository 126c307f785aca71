import { createHash, createHmac, type Hash, type Hmac } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { AnyCall, LiveCall, PoolCall } from '../../core/credits/aws-calls';
import { notice } from '../../core/notice';
import { AwsSettings } from './aws-settings';
import { type Endpoint, endpointOf } from './endpoints';
import { type Answer, type Deadline, exchange, inTime, late } from './exchange';
import { ReadFailure, refused } from './failure';
import { type Handler, httpHandler } from './http';
import { type Credentials, loginOf } from './login';
import { LIVE_PACKAGES, loaded } from './packages';

type SignerPackage = typeof import('@smithy/signature-v4');

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

/**
 * AWS's own switch for what its clients print on Node 20, in every run: that their versions of 2027 need Node 22. It is not
 * about credits; `doctor` says it. https://github.com/aws/aws-sdk-js-v3/issues/7983 (2026-05-01)
 */
const NO_NODE_NOTICE = 'AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED';

const TRIES = 4;
const LONGEST_PAUSE = 2_000;

/**
 * Asks AWS, signed, with the credentials of AWS's default chain. Opened once per run; the first question looks for the
 * credentials. Everything ends with the run's `signal`.
 */
export class Aws {
  private who: Promise<Identity> | undefined;

  private constructor(
    readonly settings: AwsSettings,
    private readonly deadline: Deadline,
    private readonly parts: Parts,
  ) {}

  /** @throws ReadFailure when packages are missing, or a file of AWS's tools or of certificates cannot be read. */
  static async open(environment: NodeJS.ProcessEnv, deadline: Deadline): Promise<Aws> {
    const [{ SignatureV4 }, { defaultProvider }] = await loaded(
      () => Promise.all([import('@smithy/signature-v4'), import('@aws-sdk/credential-provider-node')]),
      LIVE_PACKAGES,
    );
    process.env[NO_NODE_NOTICE] ??= 'true';
    const settings = await AwsSettings.read(environment);
    const handler = await httpHandler(settings);
    const provider = loginOf(settings, handler, defaultProvider);
    return new Aws(settings, deadline, { handler, SignatureV4, provider });
  }

  /** The account of the credentials. @throws ReadFailure */
  identity(): Promise<Identity> {
    this.who ??= this.askIdentity();
    return this.who;
  }

  /** Asks a JSON service for one answer. @throws ReadFailure */
  async ask(call: LiveCall, input: object): Promise<Readonly<Record<string, unknown>>> {
    const endpoint = endpointOf(call, this.settings);
    const headers = {
      'content-type': `application/x-amz-json-${endpoint.version}`,
      'x-amz-target': `${endpoint.target}.${call}`,
    };
    const body = JSON.stringify(input);
    return this.retried(async () => jsonOf(await this.send(call, endpoint, headers, body), call, endpoint.url.host));
  }

  /** Asks S3 for an object, or to write one: whatever it answers, its caller has to judge. @throws ReadFailure */
  object(call: PoolCall, endpoint: Endpoint, headers: Readonly<Record<string, string>>, body = ''): Promise<Answer> {
    return this.signed(call, endpoint, { method: call === 'GetObject' ? 'GET' : 'PUT', headers, body });
  }

  /** Where a call goes. */
  urlOf(call: LiveCall): string {
    return endpointOf(call, this.settings).url.href;
  }

  /** What a client of AWS's SDK needs to go the same way. */
  async clientOptions(call: LiveCall) {
    const { url, region } = endpointOf(call, this.settings);
    const credentials = await this.credentials(call);
    const requestHandler = this.parts.handler;
    // Left to itself, the client looks for these two, and refuses them beside an endpoint.
    const ordinary = { useFipsEndpoint: false, useDualstackEndpoint: false };
    return { host: url.host, config: { region, endpoint: url.href, ...ordinary, credentials, requestHandler } };
  }

  /** Waits no longer than the run does. @throws ReadFailure when it ends first. */
  inTime<T>(promise: Promise<T>, call: LiveCall, host: string | undefined): Promise<T> {
    return inTime(promise, { call, host }, this.deadline);
  }

  get abortSignal(): AbortSignal {
    return this.deadline.signal;
  }

  /** The run ends before the answer is there. */
  late(call: LiveCall, host: string | undefined): ReadFailure {
    return late({ call, host }, this.deadline);
  }

  private async askIdentity(): Promise<Identity> {
    const call = 'GetCallerIdentity';
    const endpoint = endpointOf(call, this.settings);
    const headers = { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' };
    const body = `Action=${call}&Version=2011-06-15`;
    const text = await this.retried(() => this.send(call, endpoint, headers, body));
    const account = /<Account>(\d{12})<\/Account>/.exec(text)?.[1];
    const arn = /<Arn>([^<]+)<\/Arn>/.exec(text)?.[1];
    if (account === undefined || arn === undefined)
      throw new ReadFailure(notice('aws-answer-malformed', 'warn', { call, what: 'it names no account' }));
    return { account, arn };
  }

  private async credentials(call: AnyCall): Promise<Credentials> {
    // A chain that is still looking when the run ends is left alone; what it then says is no longer of interest.
    const found = this.parts.provider();
    found.catch(() => {});
    return inTime(found, { call, host: undefined }, this.deadline);
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
    endpoint: Endpoint,
    headers: Record<string, string>,
    body: string,
  ): Promise<string> {
    const answer = await this.signed(call, endpoint, { method: 'POST', headers, body });
    if (answer.status >= 300) throw failureIn(call, answer);
    if (answer.text.trim() !== '') return answer.text;
    throw new ReadFailure(notice('aws-answer-cut', 'warn', { call, host: endpoint.url.host }), true);
  }

  private async signed(
    call: AnyCall,
    { url, region, signedAs }: Endpoint,
    { method, headers, body }: Sent,
  ): Promise<Answer> {
    const credentials = await this.credentials(call);
    // The path of an object is escaped once, that of every other service twice.
    const uriEscapePath = signedAs !== 's3';
    const options = { service: signedAs, region, credentials, sha256: Sha256, uriEscapePath };
    const signed = await new this.parts.SignatureV4(options).sign({
      method,
      protocol: url.protocol,
      hostname: url.hostname,
      ...(url.port === '' ? {} : { port: Number(url.port) }),
      path: url.pathname,
      query: {},
      headers: { ...headers, host: url.host, 'content-length': String(Buffer.byteLength(body)) },
      body,
    });
    return exchange(this.parts.handler, signed, { call, host: url.host }, this.deadline);
  }
}

interface Sent {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** An answer that is an error, as a failure. */
export function failureIn(call: AnyCall, { status, headers, text }: Answer): ReadFailure {
  const answeredAt = Date.parse(headers['date'] ?? '');
  return refused({
    call,
    status,
    ...errorIn(text, headers['x-amzn-errortype']),
    answeredAt: Number.isNaN(answeredAt) ? undefined : answeredAt,
    now: Date.now(),
  });
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
