import { type Notice, notice } from '../core/notice';
import { type Entries, type Entry, isRecord, readEntry } from './resource';

/** The latest form of a state: `DeploymentSchemaVersionLatest` of Pulumi's apitype (sdk 3.206.0). */
const LATEST_VERSION = 4;

const EXISTS = { existing: true, change: undefined } as const;

/**
 * `pulumi stack export`, or a checkpoint file of a local backend. Everything in it exists, and nothing says what a
 * deployment would change. Undefined when the document is something else.
 */
export function readState(document: unknown): Entries | { problem: Notice } | undefined {
  const deployment = deploymentOf(document);
  if (deployment === undefined) return undefined;
  const { resources = [], pending_operations: operations } = deployment;
  if (!Array.isArray(resources)) return { problem: notice('no-list', 'block', { what: 'resources' }) };
  const problems: Notice[] = laterVersion(document);
  const entries = new Map<string, Entry>();
  const waiting: Entry[] = [];
  const deleted: Entry[] = [];
  let first: string | undefined;
  resources.forEach((raw: unknown, i) => {
    const entry = isRecord(raw) ? readEntry(raw, EXISTS) : undefined;
    if (!isRecord(raw) || entry === undefined) {
      problems.push(notice('resource-unread', 'warn', { resource: i + 1 }));
      return;
    }
    first ??= entry.urn;
    // It shares the URN of its successor.
    if (raw['delete'] === true) waiting.push(entry);
    else if (raw['pendingReplacement'] === true) deleted.push(entry);
    else {
      if (entries.has(entry.urn)) problems.push(notice('listed-twice', 'warn', { urn: entry.urn }));
      entries.set(entry.urn, entry);
    }
  });
  return {
    after: [...entries.values()],
    before: undefined,
    urn: first,
    kept: [],
    waiting,
    deleted,
    interrupted: interruptedIn(operations),
    configuration: {},
    problems,
  };
}

function laterVersion(document: unknown): Notice[] {
  const version = isRecord(document) ? document['version'] : undefined;
  return typeof version === 'number' && version > LATEST_VERSION
    ? [notice('state-version', 'warn', { version, latest: LATEST_VERSION })]
    : [];
}

/** What the engine was doing when it was stopped: nobody knows whether AWS did it. */
function interruptedIn(operations: unknown): Entries['interrupted'] {
  return (Array.isArray(operations) ? operations : []).filter(isRecord).flatMap(({ type, resource }) => {
    const entry = isRecord(resource) ? readEntry(resource, EXISTS) : undefined;
    return entry === undefined || typeof type !== 'string' ? [] : [{ operation: type, entry }];
  });
}

function deploymentOf(document: unknown): Record<string, unknown> | undefined {
  if (!isRecord(document)) return undefined;
  const { deployment, checkpoint } = document;
  if (isRecord(deployment)) return deployment;
  if (!isRecord(checkpoint)) return undefined;
  return isRecord(checkpoint['latest']) ? checkpoint['latest'] : {};
}
