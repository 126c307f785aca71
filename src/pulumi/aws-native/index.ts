import type { PlannedResource } from '../../core/plan';
import { Properties } from '../../core/properties';
import { analytics } from './analytics';
import { application } from './application';
import { containers } from './containers';
import { databases } from './databases';
import { freeTypes } from './free-types';
import { machines } from './machines';
import { management } from './management';
import { models } from './models';
import { NativeProperties, type Shape, type Sources, sourcesOf } from './native-properties';
import { networking } from './networking';
import { type Row, type Rows, tagsAt } from './row';
import { security } from './security';
import { storage } from './storage';

const PREFIX = 'aws-native:';

/** The tables, by kind of service. Functions, as most plans never need them. */
const rooms: readonly (() => Rows)[] = [
  analytics,
  application,
  containers,
  databases,
  machines,
  management,
  models,
  networking,
  security,
  storage,
];

/** Every resource may be looked up by these, and selected by a tag. */
const COMMON: Shape = {
  same: 'id arn name availabilityZone',
  renamed: { tags: tagsAt('tags') },
  lacking: 'region', // resources of this provider never name one: their provider does
};

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const small = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

const readable = new Map<string, Row>();

/** Rows by native token, free types included: only made for a plan that has a resource of aws-native. */
function rows(): ReadonlyMap<string, Row> {
  if (readable.size > 0) return readable;
  for (const [modules, names] of Object.entries(freeTypes())) {
    const [module = '', classic = module] = modules.split(' ');
    for (const name of names.trim().split(/\s+/)) {
      const [native = '', other = small(native)] = name.split('=');
      readable.set(`${PREFIX}${module}:${native}`, { type: `aws:${classic}/${other}:${capital(other)}` });
    }
  }
  for (const [token, row] of rooms.flatMap((rows) => Object.entries(rows()))) {
    readable.set(PREFIX + token, typeof row === 'string' ? { type: row } : row);
  }
  return readable;
}

/** Is this a resource of the provider `aws-native`? */
export const isNative = (type: string): boolean => type.startsWith(PREFIX);

/** Is it one that is priced, judged or known to cost nothing? */
export const isJudgedNative = (type: string): boolean => isNative(type) && rows().has(type);

/** Every native type that is read. */
export const nativeTypes = (): readonly string[] => [...rows().keys()].sort();

/** The type of the aws provider that a native resource is; the native one where there is none. */
export function classicType(type: string, native: Properties = new Properties({})): string {
  const row = rows().get(type);
  if (row?.where !== undefined && native.any(row.where.isSet).state !== 'absent') return row.where.type;
  return row?.type ?? type;
}

type InClassicTerms = Pick<PlannedResource, 'type' | 'properties' | 'propertyDependencies'>;

const sourcesByType = new Map<string, Sources>();

/** A native resource with the type, the properties and the references that it would have in the aws provider. */
export function readNative(
  type: string,
  native: Properties,
  dependencies: PlannedResource['propertyDependencies'],
): InClassicTerms {
  const sources = sourcesByType.get(type) ?? new Map([...sourcesOf(COMMON), ...sourcesOf(rows().get(type) ?? {})]);
  sourcesByType.set(type, sources);
  return {
    type: classicType(type, native),
    properties: new NativeProperties(native, sources),
    propertyDependencies: renamed(dependencies, sources),
  };
}

/** The engine tells references by the names of top-level properties. */
function renamed(dependencies: PlannedResource['propertyDependencies'], sources: Sources) {
  const found: Record<string, readonly string[]> = {};
  for (const [path, source] of sources) {
    const paths = typeof source === 'string' ? [source] : (source?.from ?? []);
    const urns = paths.flatMap((native) => referencesOf(dependencies, native.split('.')[0] ?? native));
    if (urns.length > 0 && !path.includes('.')) found[path] = urns;
  }
  return found;
}

const referencesOf = (dependencies: PlannedResource['propertyDependencies'], property: string): readonly string[] =>
  Object.hasOwn(dependencies, property) ? (dependencies[property] ?? []) : [];
