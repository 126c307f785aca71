import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { type ClientUnaryCall, credentials, type ServiceError } from '@grpc/grpc-js';
import { AnalyzerClient } from '@pulumi/pulumi/proto/analyzer_grpc_pb';
import * as messages from '@pulumi/pulumi/proto/analyzer_pb';
import { Empty } from 'google-protobuf/google/protobuf/empty_pb';
import { type JavaScriptValue, Struct } from 'google-protobuf/google/protobuf/struct_pb';

/** The package's own folder: what `--policy-pack .` names. */
export const PACK = dirname(dirname(__dirname));

/** A resource as the engine sends it. */
export interface SentResource {
  type: string;
  name?: string;
  urn?: string;
  properties?: Record<string, unknown>;
  /** Inputs of its provider; a default provider in us-east-1 unless said otherwise. */
  provider?: Record<string, unknown> | null;
  /** URNs that each property depends on. */
  dependencies?: Record<string, string[]>;
}

export interface Violation {
  policy: string;
  level: 'advisory' | 'mandatory' | 'remediate' | 'disabled';
  message: string;
  urn: string;
  severity: number;
}

const LEVELS = ['advisory', 'mandatory', 'disabled', 'remediate'] as const;

export interface BootOptions {
  pack?: string;
  /** Added to the environment of the pack; `undefined` takes a variable away. */
  env?: Record<string, string | undefined>;
  /** The Node binary that runs the pack. */
  node?: string;
  stack?: { organization?: string; project?: string; name?: string };
  isPreview?: boolean;
}

/** A pack in a process of its own, booted and driven as the engine does it: over gRPC, call by call. */
export class PackServer {
  /** Holds the configuration that was written for it. */
  private folder: string | undefined;

  private constructor(
    private readonly process: ChildProcess,
    private readonly client: AnalyzerClient,
    /** What the pack wrote to standard error so far. */
    readonly stderr: () => string,
  ) {}

  static async boot({ pack = PACK, env = {}, node = process.execPath, stack, isPreview = true }: BootOptions = {}) {
    const runner = createRequire(join(pack, 'package.json')).resolve('@pulumi/pulumi/cmd/run-policy-pack');
    const child = spawn(node, [runner, '127.0.0.1:1', pack], {
      cwd: pack,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        CREDIT_GUARD_CONFIG: undefined,
        CREDIT_GUARD_DATE: '2026-11-24T12:00:00Z',
        PWD: pack,
        PULUMI_NODEJS_ORGANIZATION: stack?.organization ?? 'acme',
        PULUMI_NODEJS_PROJECT: stack?.project ?? 'shop',
        PULUMI_NODEJS_STACK: stack?.name ?? 'dev',
        PULUMI_NODEJS_DRY_RUN: String(isPreview),
        ...env,
      },
    });
    let errors = '';
    child.stderr?.on('data', (chunk) => {
      errors += chunk;
    });
    const port = await firstLine(child, () => errors);
    const client = new AnalyzerClient(`127.0.0.1:${port}`, credentials.createInsecure(), {
      'grpc.max_receive_message_length': 64 * 1024 * 1024,
      'grpc.max_send_message_length': 400 * 1024 * 1024,
    });
    return new PackServer(child, client, () => errors);
  }

  /** Boots the pack with this text as its configuration file. */
  static async configured(text: string): Promise<PackServer> {
    const folder = mkdtempSync(join(tmpdir(), 'credit-guard-pack-'));
    const file = join(folder, 'credit-guard.yaml');
    writeFileSync(file, text);
    const server = await PackServer.boot({ env: { CREDIT_GUARD_CONFIG: file } });
    server.folder = folder;
    return server;
  }

  get pid(): number {
    return this.process.pid ?? 0;
  }

  /** Names, levels and metadata of the policies, as the engine asks for them. */
  async info(): Promise<messages.AnalyzerInfo.AsObject> {
    const info = await this.call<messages.AnalyzerInfo>((done) => this.client.getAnalyzerInfo(new Empty(), done));
    return info.toObject();
  }

  async configure(config: Record<string, { level?: Violation['level']; properties?: Record<string, unknown> }>) {
    const request = new messages.ConfigureAnalyzerRequest();
    for (const [policy, { level, properties = {} }] of Object.entries(config)) {
      const one = new messages.PolicyConfig();
      if (level !== undefined) one.setEnforcementlevel(LEVELS.indexOf(level) as messages.EnforcementLevel);
      one.setProperties(struct(properties));
      request.getPolicyconfigMap().set(policy, one);
    }
    await this.call<Empty>((done) => this.client.configure(request, done));
  }

  async analyze(resource: SentResource): Promise<Violation[]> {
    const request = new messages.AnalyzeRequest();
    fill(request, resource);
    const response = await this.call<messages.AnalyzeResponse>((done) => this.client.analyze(request, done));
    return violations(response);
  }

  /** The properties that remediations made of a resource, or undefined when they left it alone. */
  async remediate(resource: SentResource): Promise<Record<string, unknown> | undefined> {
    const request = new messages.AnalyzeRequest();
    fill(request, resource);
    const response = await this.call<messages.RemediateResponse>((done) => this.client.remediate(request, done));
    return response.getRemediationsList().at(-1)?.getProperties()?.toJavaScript();
  }

  async analyzeStack(resources: SentResource[]): Promise<Violation[]> {
    const request = new messages.AnalyzeStackRequest();
    request.setResourcesList(
      resources.map((resource) => {
        const message = new messages.AnalyzerResource();
        fill(message, resource);
        for (const [property, urns] of Object.entries(resource.dependencies ?? {})) {
          const list = new messages.AnalyzerPropertyDependencies();
          list.setUrnsList(urns);
          message.getPropertydependenciesMap().set(property, list);
        }
        return message;
      }),
    );
    const response = await this.call<messages.AnalyzeResponse>((done) => this.client.analyzeStack(request, done));
    return violations(response);
  }

  stop(): void {
    this.client.close();
    this.process.kill('SIGKILL');
    if (this.folder !== undefined) rmSync(this.folder, { recursive: true, force: true });
  }

  private call<T>(send: (done: (error: ServiceError | null, response: T) => void) => ClientUnaryCall): Promise<T> {
    return new Promise((resolve, reject) => {
      send((error, response) => (error === null ? resolve(response) : reject(error)));
    });
  }
}

const urnOf = ({ type, name = 'it', urn }: SentResource): string => urn ?? `urn:pulumi:dev::shop::${type}::${name}`;

function fill(message: messages.AnalyzeRequest | messages.AnalyzerResource, resource: SentResource): void {
  const { type, name = 'it', properties = {}, provider = { region: 'us-east-1' } } = resource;
  message.setType(type);
  message.setName(name);
  message.setUrn(urnOf(resource));
  message.setProperties(struct(properties));
  message.setOptions(new messages.AnalyzerResourceOptions());
  if (provider === null) return;
  const sent = new messages.AnalyzerProviderResource();
  sent.setType('pulumi:providers:aws');
  sent.setName('default');
  sent.setUrn('urn:pulumi:dev::shop::pulumi:providers:aws::default');
  sent.setProperties(struct(provider));
  message.setProvider(sent);
}

const struct = (value: Record<string, unknown>): Struct =>
  Struct.fromJavaScript(value as Record<string, JavaScriptValue>);

const violations = (response: messages.AnalyzeResponse): Violation[] =>
  response.getDiagnosticsList().map((diagnostic) => ({
    policy: diagnostic.getPolicyname(),
    level: LEVELS[diagnostic.getEnforcementlevel()] ?? 'disabled',
    message: diagnostic.getMessage(),
    urn: diagnostic.getUrn(),
    severity: diagnostic.getSeverity(),
  }));

/** The engine takes the first line of standard output for the port; anything else there breaks the boot. */
function firstLine(child: ChildProcess, errors: () => string): Promise<number> {
  return new Promise((resolve, reject) => {
    if (child.stdout === null) return reject(new Error('the pack has no standard output'));
    createInterface({ input: child.stdout }).once('line', (line) => {
      const port = Number(line);
      if (Number.isInteger(port)) resolve(port);
      else reject(new Error(`the pack printed "${line}" where its port should be`));
    });
    child.once('exit', (code) => reject(new Error(`the pack ended with ${code} before it served:\n${errors()}`)));
  });
}
