import { type Notice, notice } from '../core/notice';
import type { Plan, PlannedResource, Stack } from '../core/plan';
import { isNative, isReadNative } from './aws-native';
import { isProvider, isRead } from './canonical-type';
import { readPreview } from './preview';
import { type Entries, type Entry, providersOf, readResource } from './resource';
import { readState } from './state';

/** A plan, or one line that says what the document is not. */
export type PlanReading = { readonly plan: Plan } | { readonly problem: string };

/** Reads `pulumi preview --json`, `pulumi stack export` or a checkpoint file: told apart by their content. */
export function readPlan(document: unknown): PlanReading {
  const entries = readPreview(document) ?? readState(document);
  if (entries === undefined) {
    return {
      problem: 'it is neither a `pulumi preview --json` (steps) nor a `pulumi stack export` (deployment.resources)',
    };
  }
  if ('problem' in entries) return entries;
  return { plan: planOf(entries) };
}

function planOf({ after, before, configuration, problems }: Entries): Plan {
  const regionFor = ({ type }: Entry) => configuration[isNative(type) ? 'aws-native:region' : 'aws:region'];
  const providers = providersOf([...(before ?? []), ...after]);
  const toPlanned = (entries: readonly Entry[]): PlannedResource[] =>
    entries
      .filter((entry) => isRead(entry.type) && !entry.isComponent && !entry.isExternal)
      .map((entry) => readResource(entry, providers, regionFor(entry)))
      .sort((a, b) => (a.urn < b.urn ? -1 : 1));
  return {
    stack: stackOf(after.length > 0 ? after : (before ?? [])),
    resources: toPlanned(after),
    before: before === undefined ? undefined : toPlanned(before),
    external: countBy(after.filter((entry) => isRead(entry.type) && entry.isExternal).map((entry) => entry.type)),
    outside: countBy(after.filter(isOutside).map((entry) => entry.type.split(':')[0] ?? '')),
    stackConfiguration: guardConfiguration(configuration),
    problems: [
      ...problems,
      ...unreadAws(after.filter(({ isComponent, isExternal }) => !isComponent && !isExternal).map(({ type }) => type)),
    ],
  };
}

const PREFIX = 'credit-guard:';

/** What `pulumi config set credit-guard:…` said, by key. */
export function guardConfiguration(configuration: Readonly<Record<string, unknown>>): Record<string, string> {
  const own = Object.entries(configuration).filter(
    (entry): entry is [string, string] => entry[0].startsWith(PREFIX) && typeof entry[1] === 'string',
  );
  return Object.fromEntries(own.map(([key, value]) => [key.slice(PREFIX.length), value]));
}

/** Other providers create AWS resources too: AWS bills them, and no figure here holds those that are not read. */
export function unreadAws(types: readonly string[]): Notice[] {
  const unread = types.filter((type) => /^(aws-native|awscc):/.test(type) && !isReadNative(type));
  const counts = countBy(unread.map((type) => type.split(':')[0] ?? ''));
  return [...counts].map(([name, count]) => {
    const own = [...new Set(unread.filter((type) => type.startsWith(`${name}:`)))].sort();
    return notice('aws-unread', 'warn', { package: name, count, types: own });
  });
}

const isOutside = ({ type, isComponent }: Entry): boolean =>
  !isRead(type) &&
  !isComponent &&
  !isProvider(type) &&
  !type.startsWith('pulumi:') &&
  type.split(':').length === 3 &&
  !/^(aws|awsx|eks|cloud):/.test(type);

function countBy(names: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const name of [...names].sort()) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

/** `urn:pulumi:<stack>::<project>::<type>::<name>`; an organization is not part of it. */
function stackOf([first]: readonly Entry[]): Stack {
  const match = first === undefined ? null : /^urn:pulumi:(.+?)::(.+?)::/.exec(first.urn);
  return { organization: null, project: match?.[2] ?? null, name: match?.[1] ?? null };
}
