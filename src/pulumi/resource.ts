import { type Notice, notice } from '../core/notice';
import type { Change, PlannedResource } from '../core/plan';
import { Properties } from '../core/properties';
import { absent, known, type Reading } from '../core/reading';
import { inAwsTerms, isJudged } from './aws-terms';
import { isProvider } from './canonical-type';
import { Places, profileOf, regionOf } from './region';
import { sourcePositionOf } from './source-position';

/** One resource as a document holds it: the few fields that matter, still raw. */
export interface Entry {
  readonly urn: string;
  readonly type: string;
  readonly inputs: unknown;
  readonly outputs: unknown;
  readonly id: string | undefined;
  /** `urn::id` of its provider. */
  readonly provider: string | undefined;
  readonly propertyDependencies: Readonly<Record<string, readonly string[]>>;
  /** Where the program declares it, as the engine writes it. */
  readonly sourcePosition: unknown;
  /** Groups other resources and costs nothing itself. */
  readonly isComponent: boolean;
  /** Only read by this stack: somebody else pays for it. */
  readonly isExternal: boolean;
  readonly existing: boolean | undefined;
  readonly change: Change | undefined;
}

/** What a document holds, before it is sorted into what AWS bills this stack for and what it does not. */
export interface Entries {
  readonly after: readonly Entry[];
  /** Undefined when the document does not say what was there before. */
  readonly before: readonly Entry[] | undefined;
  /** Any URN of the document: it names the stack. */
  readonly urn: string | undefined;
  /** What leaves the stack and stays in AWS. */
  readonly kept: readonly Entry[];
  /** Replaced, and not deleted yet. */
  readonly waiting: readonly Entry[];
  /** Deleted for a replacement that did not come. */
  readonly deleted: readonly Entry[];
  /** What the engine was doing when it was stopped, by its own words: `creating`, `deleting` … */
  readonly interrupted: readonly { readonly operation: string; readonly entry: Entry }[];
  /** The stack's configuration, `namespace:key` to text; empty where the document does not show it. */
  readonly configuration: Readonly<Record<string, string>>;
  readonly problems: readonly Notice[];
}

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/**
 * Reads the state of one resource. `fallback` fills in urn and type where a preview keeps them beside the state.
 * Undefined when it has no URN or no type: the caller says where.
 */
export function readEntry(
  state: Record<string, unknown>,
  situation: Pick<Entry, 'existing' | 'change'>,
  fallback: Record<string, unknown> = {},
): Entry | undefined {
  const urn = text(state['urn']) ?? text(fallback['urn']);
  const type = text(state['type']) ?? text(fallback['type']) ?? (urn === undefined ? undefined : typeOf(urn));
  if (urn === undefined || type === undefined) return undefined;
  return {
    urn,
    type,
    inputs: state['inputs'],
    outputs: state['outputs'],
    id: text(state['id']) || undefined,
    provider: text(state['provider']) ?? text(fallback['provider']),
    propertyDependencies: dependenciesOf(state['propertyDependencies']),
    sourcePosition: state['sourcePosition'],
    isComponent: state['custom'] === false,
    isExternal: state['external'] === true,
    ...situation,
  };
}

/** The last type in the chain of parents that a URN carries. */
const typeOf = (urn: string): string | undefined => urn.split('::')[2]?.split('$').at(-1);

function dependenciesOf(raw: unknown): Record<string, string[]> {
  if (!isRecord(raw)) return {};
  return Object.fromEntries(
    Object.entries(raw).map(([property, urns]) => [
      property,
      Array.isArray(urns) ? urns.filter((urn) => typeof urn === 'string') : [],
    ]),
  );
}

/** What a plan says about its providers. */
export interface Providers {
  /** Their properties, by `urn::id` and by URN alone: a preview does not know the id of a new one. */
  readonly properties: ReadonlyMap<string, Properties>;
  /** By the provider's reference; '' for none, as in old states. */
  readonly regions: ReadonlyMap<string, string>;
}

export function providersOf(entries: readonly Entry[]): Providers {
  const properties = new Map<string, Properties>();
  const places = new Places();
  for (const entry of entries) {
    if (isProvider(entry.type)) {
      const own = new Properties(entry.inputs, entry.outputs);
      properties.set(entry.urn, own);
      if (entry.id !== undefined) properties.set(`${entry.urn}::${entry.id}`, own);
    } else if (isJudged(entry.type)) {
      const { properties: told } = inAwsTerms(entry.type, new Properties(entry.inputs, entry.outputs), {});
      places.add(entry.provider ?? '', told);
    }
  }
  return { properties, regions: places.agreed };
}

/** What the program asks for comes first; what the provider answered fills the gaps. The id is an answer like others. */
export function propertiesOf({ inputs, outputs, id }: Entry): Properties {
  const answered = isRecord(outputs) ? { ...outputs, ...(id === undefined ? {} : { id }) } : outputs;
  return new Properties(isRecord(inputs) ? inputs : {}, answered ?? {});
}

/** What the stack's configuration says to the provider of a resource. */
export interface ConfiguredAws {
  readonly region: string | undefined;
  readonly profile: string | undefined;
}

export function readResource(entry: Entry, providers: Providers, configured: ConfiguredAws): PlannedResource {
  const provider = providerOf(entry, providers.properties);
  const told = inAwsTerms(entry.type, propertiesOf(entry), entry.propertyDependencies);
  return {
    ...told,
    name: entry.urn.split('::').slice(3).join('::'),
    urn: entry.urn,
    region: regionOf(told.properties, provider, otherwise(entry, providers, configured)),
    profile: profileOf(provider, configured.profile),
    existing: entry.existing,
    change: entry.change,
    source: sourcePositionOf(entry.sourcePosition),
  };
}

function otherwise({ provider }: Entry, { regions }: Providers, configured: ConfiguredAws): Reading<string> {
  const region = configured.region ?? regions.get(provider ?? '');
  return region === undefined ? absent : known(region);
}

function providerOf({ provider }: Entry, providers: ReadonlyMap<string, Properties>): Properties | undefined {
  if (provider === undefined) return undefined;
  return providers.get(provider) ?? providers.get(provider.slice(0, provider.lastIndexOf('::')));
}

/** One line for the resources that are in the program and not in this deployment. */
export const untargeted = (count: number): Notice[] => (count === 0 ? [] : [notice('not-targeted', 'info', { count })]);
