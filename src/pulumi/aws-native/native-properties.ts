import { Properties, readRaw } from '../../core/properties';
import { absent, known, mapReading, type Reading, unknown, withDefault } from '../../core/reading';

/** Where a property of the aws provider is found in a resource of aws-native: at a path, or made from a few of them. */
export type Source = string | Made;

export interface Made {
  /** The paths that go into it. */
  readonly from: readonly string[];
  /** What is read of each part, where it is an object or a list of objects. */
  readonly inner?: Sources;
  read(native: Properties): Reading<unknown>;
}

/** Every property path that a price or a rule reads, and where it is. Names are separated by spaces. */
export interface Shape {
  /** Found under the same path. */
  readonly same?: string;
  readonly renamed?: Readonly<Record<string, Source>>;
  /** The native schema has nothing of the kind. */
  readonly lacking?: string;
}

/** By the path of the aws provider; undefined for what aws-native lacks. */
export type Sources = ReadonlyMap<string, Source | undefined>;

const words = (text: string | undefined): string[] => text?.trim().split(/\s+/).filter(Boolean) ?? [];

export const sourcesOf = ({ same, renamed = {}, lacking }: Shape): Sources =>
  new Map<string, Source | undefined>([
    ...words(same).map((path) => [path, path] as const),
    ...Object.entries(renamed),
    ...words(lacking).map((path) => [path, undefined] as const),
  ]);

/** Nobody has said where it is: it must not look as if it had never been set. */
const NOT_LISTED = unknown('it is not read from resources of aws-native');

/** A resource of aws-native, or a part of one, read by the names of the aws provider. */
export class NativeProperties extends Properties {
  constructor(
    private readonly native: Properties,
    readonly sources: Sources,
  ) {
    super(undefined);
  }

  override any(path: string): Reading<unknown> {
    const source = this.sources.get(path);
    if (typeof source === 'string') return this.native.any(source);
    if (source !== undefined) return source.read(this.native);
    if (this.sources.has(path)) return absent;
    return this.below(path);
  }

  /** A path that is not listed: its parent may answer for it. */
  private below(path: string): Reading<unknown> {
    const dot = path.lastIndexOf('.');
    if (dot < 0) return NOT_LISTED;
    const parent = this.any(path.slice(0, dot));
    if (parent.state !== 'known') return parent;
    if (parent.value instanceof Properties) return parent.value.any(path.slice(dot + 1));
    return typeof parent.value === 'object' ? NOT_LISTED : unknown(`${path} should be in an object`);
  }
}

export const made = (from: readonly string[], read: Made['read']): Made => ({ from, read });

/** The first of several paths that is set. */
export const firstOf = (...paths: [string, ...string[]]): Source =>
  made(paths, (native) => paths.map((path) => native.any(path)).find(isSet) ?? absent);

const isSet = (reading: Reading<unknown>): boolean => reading.state !== 'absent';

/** What CloudFormation takes where nothing is said, and the aws provider does not. */
export const byDefault = (path: string, value: unknown): Source =>
  made([path], (native) => withDefault(native.any(path), value));

/** Always the same: the native type is only one kind of the other. */
export const always = (value: unknown): Source => made([], () => known(value));

/** True for one word, false for any other. */
export const isText = (path: string, wanted: string): Source =>
  made([path], (native) => mapReading(native.text(path), (text) => text === wanted));

/** A part whose own properties have other names. */
export function part(path: string, shape: Shape): Source {
  const sources = sourcesOf(shape);
  const read: Made['read'] = (native) =>
    mapReading(native.object(path), (inner) => new NativeProperties(inner, sources));
  return { ...made([path], read), inner: sources };
}

/** A list of such parts. An item that is unknown, or no object, is passed on as it is. */
export function parts(path: string, shape: Shape, keep: (item: Properties) => boolean = () => true): Source {
  const sources = sourcesOf(shape);
  const read = (item: unknown): unknown[] => {
    const { state, value } = { value: undefined, ...readRaw(item) };
    if (state !== 'known' || typeof value !== 'object' || Array.isArray(value)) return [item];
    const native = new Properties(value);
    return keep(native) ? [new NativeProperties(native, sources)] : [];
  };
  const readAll: Made['read'] = (native) =>
    mapReading(native.any(path), (list) => (Array.isArray(list) ? Array.from(list).flatMap(read) : list));
  return { ...made([path], readAll), inner: sources };
}
