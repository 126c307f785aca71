import { readlinkSync } from 'node:fs';
import { getOrganization, getProject, getStack } from '@pulumi/pulumi/metadata';
import { isDryRun } from '@pulumi/pulumi/runtime/settings';
import { regionOfEnvironment } from '../src/adapters/aws-region';
import { BundledPrices } from '../src/adapters/price-book';
import { type Workspace, Workspaces } from '../src/adapters/workspace';
import { type Instant, isJudgeable, parseInstant } from '../src/core/instant';
import { type Notice, notice } from '../src/core/notice';
import type { Stack } from '../src/core/plan';
import type { PolicyName } from '../src/core/policy-names';
import { guardConfiguration } from '../src/pulumi/read-plan';
import type { AssumedRegion, AssumeRegion } from '../src/pulumi/region';
import { isRecord } from '../src/pulumi/resource';

/** What the engine says where a backend has no organizations: a folder, a bucket. */
const OF_NO_ONE = 'organization';

/**
 * What stays the same while one pack serves one deployment: the date, the price book, the files. The engine starts a
 * fresh process for each deployment, so everything is read once and kept.
 */
export class Session {
  /** Those of the package; an owner's own are over them in a workspace. */
  readonly prices = new BundledPrices();
  readonly now: Instant;
  readonly clock: 'now' | 'fixed';
  readonly problems: Notice[] = [];
  /** URNs of the resources that are not part of this deployment: the engine says so of inputs, and never of outputs. */
  readonly leftOut = new Set<string>();
  private readonly opener: Workspaces;
  private readonly configuration: Record<string, string> | undefined;
  private readonly regions = new Map<string | undefined, AssumedRegion | undefined>();
  private readonly workspaces = new Map<string, Promise<Workspace>>();

  constructor(private readonly environment: NodeJS.ProcessEnv) {
    const date = environment['CREDIT_GUARD_DATE'];
    const stated = date === undefined ? undefined : parseInstant(date);
    const fixed = stated !== undefined && isJudgeable(stated) ? stated : undefined;
    if (date !== undefined && fixed === undefined) {
      this.problems.push(notice('clock-not-set', 'warn', { written: date }));
    }
    this.configuration = stackConfiguration(environment);
    this.now = fixed ?? Date.now();
    this.clock = fixed === undefined ? 'now' : 'fixed';
    this.opener = new Workspaces({ environment, from: this.folder, now: this.now }, this.prices);
  }

  /** The owner's settings as one policy sees them: Pulumi hands each policy only its own configuration. */
  workspaceFor(policy: PolicyName, configuration: Record<string, unknown>): Promise<Workspace> {
    const key = `${policy}\n${JSON.stringify(configuration)}`;
    let workspace = this.workspaces.get(key);
    if (workspace === undefined) {
      const { configFile } = configuration;
      workspace = this.opener.open({
        named: typeof configFile === 'string' ? configFile : undefined,
        policy: { [policy]: configuration },
        stack: this.configuration ?? {},
      });
      this.workspaces.set(key, workspace);
    }
    return workspace;
  }

  /** The folder of the project, or one inside it. */
  get folder(): string {
    return userFolder(this.environment);
  }

  /** What `pulumi config` says to the guard may tighten it: what cannot be read has switched that off. */
  get isConfigurationRead(): boolean {
    return this.configuration !== undefined;
  }

  /** Where the provider looks when its configuration names no region: it runs in the same environment. */
  readonly assumeRegion: AssumeRegion = (profile) => {
    if (!this.regions.has(profile)) this.regions.set(profile, regionOfEnvironment(this.environment, profile));
    return this.regions.get(profile);
  };

  get isPreview(): boolean {
    return isDryRun();
  }

  get stack(): Stack {
    const organization = told(getOrganization);
    return {
      organization: organization === OF_NO_ONE ? null : organization,
      project: told(getProject),
      name: told(getStack),
    };
  }
}

/**
 * The engine runs a pack in the pack's own folder, and the host that starts it in the project's: Linux shows where, also
 * under `-C` and the Automation API. The shell's folder counts where it lies within the project, or nothing else is known.
 */
function userFolder(environment: NodeJS.ProcessEnv): string {
  const shell = environment['PWD'] ?? environment['INIT_CWD'];
  try {
    const project = readlinkSync(`/proc/${process.ppid}/cwd`);
    return shell?.startsWith(`${project}/`) ? shell : project;
  } catch {
    return shell ?? process.cwd();
  }
}

/** `pulumi config set credit-guard:key value`, as the engine passes it on; undefined where that cannot be read. */
function stackConfiguration(environment: NodeJS.ProcessEnv): Record<string, string> | undefined {
  try {
    const all: unknown = JSON.parse(environment['PULUMI_CONFIG'] || '{}');
    return isRecord(all) ? guardConfiguration(all) : undefined;
  } catch {
    return undefined;
  }
}

/** Outside a deployment, as in `pulumi policy analyze`, the SDK throws instead of answering. */
function told(ask: () => string): string | null {
  try {
    return ask();
  } catch {
    return null;
  }
}
