import { createHash, createHmac } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The calls that the server knows, by the service that each is signed for. */
const SERVICES = {
  GetCredits: { service: 'billing', target: 'AWSBilling.GetCredits', version: '1.0' },
  GetCreditAllocationHistory: { service: 'billing', target: 'AWSBilling.GetCreditAllocationHistory', version: '1.0' },
  GetAccountPlanState: { service: 'freetier', target: 'AWSFreeTierService.GetAccountPlanState', version: '1.0' },
  GetCostAndUsage: { service: 'ce', target: 'AWSInsightsIndexService.GetCostAndUsage', version: '1.1' },
  GetProducts: { service: 'pricing', target: 'AWSPriceListService.GetProducts', version: '1.1' },
  GetCallerIdentity: { service: 'sts', target: undefined, version: undefined },
} as const;

export type Call = keyof typeof SERVICES;

/** What a call gets in place of an answer; a list is used up one by one, then the answer comes. */
export type Fault =
  | { readonly status: number; readonly type: string; readonly message?: string }
  | { readonly body: string; readonly status?: number; readonly contentType?: string }
  | 'reset'
  | 'cut'
  | 'silent';

export interface Script {
  readonly account?: string;
  /** The account is a member of an organization, which may not ask for the whole family. */
  readonly isMember?: boolean;
  /** Who asks; default: a user of the account. */
  readonly arn?: () => string;
  readonly answers?: Partial<Record<Exclude<Call, 'GetCallerIdentity'>, (input: Record<string, unknown>) => unknown>>;
  readonly faults?: Partial<Record<Call, Fault | readonly Fault[]>>;
  /** How far the clock of the server is ahead, in milliseconds. */
  readonly ahead?: number;
  readonly tls?: { readonly key: string; readonly cert: string };
}

export interface Asked {
  readonly call: Call;
  readonly input: Record<string, unknown>;
}

export const KEYS = {
  AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE',
  AWS_SECRET_ACCESS_KEY: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY',
};
const FIVE_MINUTES = 5 * 60_000;

/**
 * AWS as its services behave on the wire, for the calls of this package: real HTTP, and no request passes whose signature,
 * date, target, content type or body is not as the service wants it.
 */
export class AwsServer {
  readonly asked: Asked[] = [];
  private readonly left = new Map<Call, Fault[]>();
  /** What a run keeps of this server's answers. */
  readonly cache = mkdtempSync(join(tmpdir(), 'credit-guard-cache-'));

  private constructor(
    private readonly script: Script,
    private readonly server: Server,
  ) {}

  static async start(script: Script = {}): Promise<AwsServer> {
    let started: AwsServer | undefined;
    const listen = (request: IncomingMessage, response: ServerResponse) => void started?.serve(request, response);
    const server = script.tls === undefined ? createServer(listen) : createTlsServer(script.tls, listen);
    started = new AwsServer(script, server as Server);
    for (const [call, faults] of Object.entries(script.faults ?? {}))
      started.left.set(call as Call, Array.isArray(faults) ? [...faults] : new Array(100).fill(faults));
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    return started;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  /** What a run needs to find this server, and nothing else of the machine's own AWS settings. */
  get environment(): Record<string, string> {
    return {
      ...KEYS,
      AWS_ENDPOINT_URL: `${this.script.tls === undefined ? 'http' : 'https'}://localhost:${this.port}`,
      AWS_REGION: 'eu-west-1',
      AWS_CONFIG_FILE: '/dev/null',
      AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
      AWS_EC2_METADATA_DISABLED: 'true',
      XDG_CACHE_HOME: this.cache,
    };
  }

  /** Beside what the script says. */
  failNext(call: Call, fault: Fault): void {
    this.left.set(call, [fault, ...(this.left.get(call) ?? [])]);
  }

  calls(): Call[] {
    return this.asked.map(({ call }) => call);
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((done) => this.server.close(done));
    rmSync(this.cache, { recursive: true, force: true });
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = Buffer.concat(chunks).toString('utf8');
    const now = Date.now() + (this.script.ahead ?? 0);
    response.setHeader('Date', new Date(now).toUTCString());
    const call = callOf(request, body);
    if (call === undefined)
      return refuse(response, { status: 400, type: 'UnknownOperationException', message: 'no such call' });
    const wrong = whatIsWrong(request, body, call, now);
    if (wrong !== undefined) return refuse(response, { status: 403, ...wrong }, call);
    const input = call === 'GetCallerIdentity' ? {} : JSON.parse(body);
    this.asked.push({ call, input });
    if (this.script.isMember === true && input['payerAccountFlag'] === true) {
      const message = 'payerAccountFlag is for the management account';
      return refuse(response, { status: 400, type: 'ValidationException', message }, call);
    }
    const fault = this.left.get(call)?.shift();
    if (fault !== undefined) return this.fail(request, response, call, fault);
    if (call === 'GetCallerIdentity') {
      const { account = '111122223333', arn = () => `arn:aws:iam::${account}:user/ci` } = this.script;
      response.setHeader('content-type', 'text/xml');
      response.end(
        `<GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult><Arn>${arn()}</Arn><UserId>AIDA</UserId><Account>${account}</Account></GetCallerIdentityResult></GetCallerIdentityResponse>`,
      );
      return;
    }
    const answer = this.script.answers?.[call]?.(input);
    if (answer === undefined) {
      const refusal = { status: 500, type: 'InternalServerException', message: 'the script has no answer' };
      return refuse(response, refusal, call);
    }
    response.setHeader('content-type', `application/x-amz-json-${SERVICES[call].version}`);
    response.end(JSON.stringify(answer));
  }

  private fail(request: IncomingMessage, response: ServerResponse, call: Call, fault: Fault): void {
    if (fault === 'silent') return;
    if (fault === 'reset') {
      request.socket.resetAndDestroy();
      return;
    }
    if (fault === 'cut') {
      response.writeHead(200, { 'content-length': '1000', 'content-type': 'application/x-amz-json-1.0' });
      response.write('{"credits": [');
      setTimeout(() => request.socket.destroy(), 20);
      return;
    }
    if ('type' in fault) {
      refuse(response, { message: 'no', ...fault }, call);
      return;
    }
    response.writeHead(fault.status ?? 200, { 'content-type': fault.contentType ?? 'application/x-amz-json-1.0' });
    response.end(fault.body);
  }
}

interface Refusal {
  readonly status: number;
  readonly type: string;
  readonly message: string;
}

function refuse(response: ServerResponse, { status, type, message }: Refusal, call?: Call): void {
  response.statusCode = status;
  if (call === 'GetCallerIdentity') {
    response.setHeader('content-type', 'text/xml');
    response.end(`<ErrorResponse><Error><Code>${type}</Code><Message>${message}</Message></Error></ErrorResponse>`);
    return;
  }
  response.setHeader('content-type', 'application/x-amz-json-1.0');
  // Billing writes `message`, others `Message`; the type may stand behind a prefix.
  const text = call === 'GetCredits' ? { message } : { Message: message };
  response.end(JSON.stringify({ __type: `com.amazonaws.service#${type}`, ...text }));
}

function callOf({ headers }: IncomingMessage, body: string): Call | undefined {
  const target = headers['x-amz-target'];
  if (target === undefined)
    return body === 'Action=GetCallerIdentity&Version=2011-06-15' ? 'GetCallerIdentity' : undefined;
  return (Object.keys(SERVICES) as Call[]).find((call) => SERVICES[call].target === target);
}

interface Wrong {
  readonly type: string;
  readonly message: string;
}

/** As AWS checks it: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html */
function whatIsWrong(
  { method, url, headers }: IncomingMessage,
  body: string,
  call: Call,
  now: number,
): Wrong | undefined {
  const invalid = (message: string): Wrong => ({ type: 'InvalidSignatureException', message });
  const { service, version } = SERVICES[call];
  if (method !== 'POST' || url !== '/') return invalid(`${method} ${url}`);
  const type =
    version === undefined ? /^application\/x-www-form-urlencoded/ : new RegExp(`^application/x-amz-json-${version}$`);
  if (!type.test(headers['content-type'] ?? '')) return invalid(`content type ${headers['content-type']}`);
  const parsed =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/([^/]+)\/aws4_request, SignedHeaders=([^,]+), Signature=([0-9a-f]{64})$/.exec(
      headers.authorization ?? '',
    );
  if (parsed === null) return { type: 'MissingAuthenticationTokenException', message: 'no signature' };
  const [, key, day = '', region = '', signedFor = '', signedHeaders = '', signature] = parsed;
  if (key !== KEYS.AWS_ACCESS_KEY_ID)
    return { type: 'UnrecognizedClientException', message: 'The security token included in the request is invalid.' };
  const wanted = service === 'sts' ? 'eu-west-1' : 'us-east-1';
  if (signedFor !== service || region !== wanted)
    return invalid(`Credential should be scoped to ${service}, ${wanted}.`);
  const date = String(headers['x-amz-date']);
  const at = Date.parse(date.replace(/^(....)(..)(..)T(..)(..)(..)Z$/, '$1-$2-$3T$4:$5:$6Z'));
  if (!(Math.abs(at - now) <= FIVE_MINUTES))
    return invalid(`Signature expired: ${date} is now earlier than the server allows.`);
  const names = signedHeaders.split(';');
  for (const name of ['host', 'x-amz-date', ...(version === undefined ? [] : ['x-amz-target'])])
    if (!names.includes(name)) return invalid(`${name} is not signed`);
  const sha = (text: string) => createHash('sha256').update(text).digest('hex');
  const canonical = [
    'POST',
    '/',
    '',
    ...names.map((name) => `${name}:${String(headers[name]).trim().replace(/ +/g, ' ')}`),
    '',
    signedHeaders,
    sha(body),
  ].join('\n');
  const toSign = ['AWS4-HMAC-SHA256', date, `${day}/${region}/${service}/aws4_request`, sha(canonical)].join('\n');
  const mac = (secret: string | Buffer, text: string) => createHmac('sha256', secret).update(text).digest();
  const signing = [day, region, service, 'aws4_request'].reduce<string | Buffer>(
    mac,
    `AWS4${KEYS.AWS_SECRET_ACCESS_KEY}`,
  );
  if (createHmac('sha256', signing).update(toSign).digest('hex') !== signature)
    return invalid('The request signature we calculated does not match.');
  return bodyFault(body, call);
}

/** The service takes what its model names, and nothing else. */
function bodyFault(body: string, call: Call): Wrong | undefined {
  const invalid = (message: string): Wrong => ({ type: 'ValidationException', message });
  if (call === 'GetCallerIdentity') return undefined;
  const input = JSON.parse(body);
  const has = (...allowed: string[]) => Object.keys(input).every((name) => allowed.includes(name));
  const day = Date.now() / 1000;
  if (call === 'GetAccountPlanState') return has() ? undefined : invalid('it takes nothing');
  if (call === 'GetCredits') {
    const { accountId, startDate } = input;
    const isRight = has('accountId', 'startDate', 'endDate', 'payerAccountFlag') && /^\d{12}$/.test(accountId);
    const isInTime = Number.isInteger(startDate) && startDate > day - 366 * 86_400 && startDate < day;
    return isRight && isInTime ? undefined : invalid('startDate must be within one year');
  }
  if (call === 'GetCreditAllocationHistory') {
    const { accountId, startDate, endDate } = input;
    const isRight = has('accountId', 'startDate', 'endDate', 'maxResults', 'nextToken') && /^\d{12}$/.test(accountId);
    return isRight && Number.isInteger(startDate) && endDate > startDate ? undefined : invalid('a range of months');
  }
  if (call === 'GetProducts') {
    const { ServiceCode, Filters, FormatVersion, MaxResults } = input;
    const isFilter = (one: Record<string, unknown>) =>
      one['Type'] === 'TERM_MATCH' && typeof one['Field'] === 'string' && typeof one['Value'] === 'string';
    const isRight =
      has('ServiceCode', 'Filters', 'FormatVersion', 'MaxResults', 'NextToken') && FormatVersion === 'aws_v1';
    const isInBounds =
      typeof ServiceCode === 'string' && Filters?.every(isFilter) && MaxResults >= 1 && MaxResults <= 100;
    return isRight && isInBounds ? undefined : invalid('a service, filters, at most 100 results');
  }
  const { TimePeriod, Granularity, Metrics, GroupBy, Filter } = input;
  const isMonths = [TimePeriod?.Start, TimePeriod?.End].every((one) => /^\d{4}-\d\d-01$/.test(one));
  const isRight =
    has('TimePeriod', 'Granularity', 'Metrics', 'GroupBy', 'Filter', 'NextPageToken') &&
    isMonths &&
    TimePeriod.End > TimePeriod.Start &&
    Date.parse(TimePeriod.Start) > Date.now() - 400 * 86_400_000 &&
    Granularity === 'MONTHLY' &&
    Metrics?.[0] === 'UnblendedCost' &&
    GroupBy?.length <= 2 &&
    GroupBy.every(({ Type, Key }: Record<string, string>) => Type === 'DIMENSION' && COST_GROUPS.includes(Key ?? ''));
  const { Key, Values } = Filter?.Not?.Dimensions ?? {};
  const isFilter = Filter === undefined || (Key === 'RECORD_TYPE' && Array.isArray(Values) && Values.length > 0);
  return isRight && isFilter ? undefined : invalid('months, a metric, two groups, a filter');
}

const COST_GROUPS = ['LINKED_ACCOUNT', 'SERVICE', 'RECORD_TYPE'];
