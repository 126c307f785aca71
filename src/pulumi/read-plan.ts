import { type Notice, notice } from '../core/notice';
import type { Plan, PlannedResource, Stack } from '../core/plan';
import { isNative } from './aws-native';
import { isJudged, terraformName } from './aws-terms';
import { besideAws, countBy, isOwn, type Listed } from './beside-aws';
import { isEngineEvent, runsOf } from './engine-events';
import { readPreview } from './preview';
import { type ConfiguredAws, type Entries, type Entry, propertiesOf, providersOf, readResource } from './resource';
import { readState } from './state';

/** A plan, or what is wrong with the document: it is none, it is cut, or the run that it is about failed. */
export type PlanReading = { readonly plan: Plan } | { readonly problem: Notice };

/**
 * Reads `pulumi preview --json`, the engine's events, `pulumi stack export` or a checkpoint file: told apart by their
 * content. A list holds the documents of one input, such as one event a line; of one that holds several plans,
 * `readPlans` gives each.
 */
export function readPlan(document: unknown): PlanReading {
  const [reading, ...more] = entriesIn(document);
  if (reading === undefined) return { problem: notice('not-a-plan', 'block', {}) };
  if (more.length > 0) return { problem: severalPlans([reading, ...more]) };
  return readingOf(reading);
}

/** Every plan of one input; one problem where there is none. */
export function readPlans(document: unknown): readonly PlanReading[] {
  const all = entriesIn(document);
  return all.length === 0 ? [{ problem: notice('not-a-plan', 'block', {}) }] : all.map(readingOf);
}

const readingOf = (entries: Reading): PlanReading => ('problem' in entries ? entries : { plan: planOf(entries) });

type Reading = Entries | { readonly problem: Notice };

function entriesIn(document: unknown): readonly Reading[] {
  const documents: readonly unknown[] = Array.isArray(document) ? document : [document];
  let plans: readonly Found[] = documents
    .filter((one) => !isEngineEvent(one))
    .flatMap((one) => readPreview(one) ?? readState(one) ?? [])
    .map((reading) => ({ reading, urn: 'problem' in reading ? undefined : reading.urn }));
  for (const { preview, ending, urn } of runsOf(documents.filter(isEngineEvent))) {
    const reading = readPreview(preview, ending);
    if (reading === undefined) continue;
    const run = { reading, urn };
    const others = plans.filter((one) => !isPreviewOf(run, one, plans.length));
    plans = [...others, run];
  }
  return plans.map(({ reading }) => reading);
}

/** A reading with any URN of its document: it names the stack. */
interface Found {
  readonly reading: Reading;
  readonly urn: string | undefined;
}

/**
 * `pulumi up --json` writes its preview, as a document or as events, and then the events of the update: they are one plan.
 * Where a run failed before its first step, nothing says whose it was.
 */
function isPreviewOf(run: Found, earlier: Found, count: number): boolean {
  if ('problem' in run.reading && run.urn === undefined) return count === 1;
  if ('problem' in earlier.reading ? earlier.urn === undefined : earlier.reading.before === undefined) return false;
  const [one, other] = [stackOf(earlier), stackOf(run)];
  return one.name === other.name && one.project === other.project;
}

function severalPlans(readings: readonly Reading[]): Notice {
  const stacks = readings.map((reading) => ('problem' in reading ? undefined : stackOf(reading)));
  const names = stacks.flatMap((stack) => (stack?.name == null ? [] : [`${stack.project}/${stack.name}`]));
  return notice('several-plans', 'block', { count: readings.length, stacks: names });
}

function planOf(entries: Entries): Plan {
  const { after, before, configuration, problems } = entries;
  // Neither the provider of a Terraform module nor one that a program makes reads the stack's configuration.
  const configuredFor = ({ type, provider }: Entry): ConfiguredAws => {
    if (terraformName(type) !== undefined || !isDefault(provider)) return { region: undefined, profile: undefined };
    const name = isNative(type) ? 'aws-native' : 'aws';
    return { region: configuration[`${name}:region`], profile: configuration[`${name}:profile`] };
  };
  const providers = providersOf([...(before ?? []), ...after]);
  const toPlanned = (entries: readonly Entry[]): PlannedResource[] =>
    entries
      .filter((entry) => !entry.isExternal && isOwn(listed(entry)))
      .map((entry) => readResource(entry, providers, configuredFor(entry)))
      .sort((a, b) => (a.urn < b.urn ? -1 : 1));
  const beside = besideAws(after.filter(({ isExternal }) => !isExternal).map(listed));
  return {
    stack: stackOf(entries),
    resources: toPlanned(after),
    before: before === undefined ? undefined : toPlanned(before),
    external: countBy(after.filter((entry) => isJudged(entry.type) && entry.isExternal).map((entry) => entry.type)),
    outside: beside.outside,
    stackConfiguration: guardConfiguration(configuration),
    problems: [...problems, ...asideNotices(entries), ...interruptedNotices(entries), ...beside.problems],
  };
}

/** What the document names and no figure holds, with reason. */
function asideNotices({ kept, waiting, deleted }: Entries): Notice[] {
  return [
    ...aboutUrns(kept, (urns) => notice('kept-in-aws', 'info', { urns })),
    ...aboutUrns(waiting, (urns) => notice('waits-for-deletion', 'info', { urns })),
    ...aboutUrns(deleted, (urns) => notice('deleted-already', 'info', { urns })),
  ];
}

function aboutUrns(entries: readonly Entry[], tell: (urns: readonly string[]) => Notice): Notice[] {
  const urns = [...new Set(entries.filter(({ type }) => isJudged(type)).map(({ urn }) => urn))].sort();
  return urns.length === 0 ? [] : [tell(urns)];
}

const OPERATIONS = ['creating', 'updating', 'deleting'] as const;

function interruptedNotices({ interrupted }: Entries): Notice[] {
  return OPERATIONS.flatMap((operation) => {
    const own = interrupted.filter((one) => one.operation === operation).map(({ entry }) => entry);
    return aboutUrns(own, (urns) => notice('interrupted', 'warn', { operation, urns }));
  });
}

const PREFIX = 'credit-guard:';

/** What `pulumi config set credit-guard:…` said, by key. */
export function guardConfiguration(configuration: Readonly<Record<string, unknown>>): Record<string, string> {
  const own = Object.entries(configuration).filter(
    (entry): entry is [string, string] => entry[0].startsWith(PREFIX) && typeof entry[1] === 'string',
  );
  return Object.fromEntries(own.map(([key, value]) => [key.slice(PREFIX.length), value]));
}

/** `urn:pulumi:…::default_7_48_0::id`; documents of other tools name none. */
const isDefault = (provider: string | undefined): boolean =>
  provider === undefined || /::default(_[\w.-]+)?(::|$)/.test(provider);

const listed = (entry: Entry): Listed => ({
  type: entry.type,
  isComponent: entry.isComponent,
  properties: () => propertiesOf(entry),
});

/** `urn:pulumi:<stack>::<project>::<type>::<name>`; an organization is not part of it. */
function stackOf({ urn }: Pick<Found, 'urn'>): Stack {
  const match = urn === undefined ? null : /^urn:pulumi:(.+?)::(.+?)::/.exec(urn);
  return { organization: null, project: match?.[2] ?? null, name: match?.[1] ?? null };
}
