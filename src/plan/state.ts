import { type Notice, notice } from '../core/notice';
import { type Entries, type Entry, isRecord, readEntry, uniqueByUrn } from './resource';

/**
 * `pulumi stack export`, or a checkpoint file of a local backend. Everything in it exists, and nothing says what a
 * deployment would change. Undefined when the document is something else.
 */
export function readState(document: unknown): Entries | { problem: string } | undefined {
  const resources = resourcesOf(document);
  if (resources === undefined) return undefined;
  if (!Array.isArray(resources)) return { problem: 'its list of resources is no list' };
  const problems: Notice[] = [];
  const entries: Entry[] = [];
  resources.forEach((raw: unknown, i) => {
    const entry = isRecord(raw) ? readEntry(raw, { existing: true, change: undefined }) : undefined;
    if (entry === undefined) problems.push(notice('resource-unread', 'warn', { resource: i + 1 }));
    // A replaced resource that still waits for its deletion shares the URN of its successor.
    else if (!isRecord(raw) || raw['delete'] !== true) entries.push(entry);
  });
  return { after: uniqueByUrn(entries, problems), before: undefined, configuration: {}, problems };
}

function resourcesOf(document: unknown): unknown {
  if (!isRecord(document)) return undefined;
  const { deployment, checkpoint } = document;
  if (isRecord(deployment)) return deployment['resources'] ?? [];
  if (!isRecord(checkpoint)) return undefined;
  const latest = checkpoint['latest'];
  return isRecord(latest) ? (latest['resources'] ?? []) : [];
}
