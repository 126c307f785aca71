import { isDeepStrictEqual } from 'node:util';
import { GENERAL, SECTIONS } from '../core/file-settings';
import { type Notice, notice, type SettingPlace } from '../core/notice';
import { POLICIES } from '../core/policy-names';
import { POLICY_SETTINGS } from '../core/policy-settings';
import type { PolicyRows, Row, Rows, Written } from '../core/setting-row';
import { byLine } from './errors';
import { isLooser } from './layers';
import { usageLines } from './read-settings';
import type { Config } from './schema';

/** A configuration that another one extends. */
export interface Base {
  /** As its owner would find it: a path, or an address without what comes after the path. */
  readonly name: string;
  readonly config: Config;
}

export interface Extended {
  readonly config: Config;
  /** Each setting that is looser than the base allows: with any of them, nothing applies. */
  readonly errors: readonly Notice[];
  /** The settings that come from the base, as `section.setting`: all of it, or what the file adds to. */
  readonly fromBase: ReadonlyMap<string, 'alone' | 'joined'>;
}

interface Setting {
  /** Where it stands in a file. */
  readonly path: readonly string[];
  /** As `credit-guard config` names it. */
  readonly name: string;
  readonly row: Row;
}

const settingsIn = (path: readonly string[], rows: Rows): Setting[] =>
  Object.entries(rows).map(([key, row]) => ({
    path: [...path, key],
    name: [...path.slice(-1), key].join('.'),
    row,
  }));

/** Everything that may stand in a file. */
const SETTINGS: readonly Setting[] = [
  ...settingsIn([], GENERAL),
  ...Object.entries(SECTIONS).flatMap(([section, rows]) => settingsIn([section], rows)),
  ...POLICIES.flatMap((policy) => settingsIn(['policies', policy], POLICY_SETTINGS[policy] as PolicyRows)),
];

/**
 * A file on top of the base that it extends. It may say what the base does not, add to its lists, and tighten what has an
 * order of strictness: there the base's value, or the default where it has none, is the loosest that applies.
 */
export function extended(base: Base, own: Config, placeOf: (path: readonly string[]) => SettingPlace): Extended {
  const errors: Notice[] = [];
  const fromBase = new Map<string, 'alone' | 'joined'>();
  const config: Record<string, unknown> = {};
  for (const setting of SETTINGS) {
    const { path, name } = setting;
    const [above, here] = [valueAt(base.config, path), valueAt(own, path)];
    const at = placeOf(path);
    if (isKept(setting.row, base) && asEntries(here).length > 0)
      errors.push(notice('extends-exceptions', 'warn', { at, base: base.name }));
    const isOwn = setting.row.onBase === 'own';
    const joined = isOwn ? { value: here } : together(setting, above, here, base);
    if ('value' in joined) {
      put(config, path, joined.value);
      if (above === undefined || isOwn) continue;
      if (isDeepStrictEqual(joined.value, above)) fromBase.set(name, 'alone');
      else if (setting.row.stricter === 'none') fromBase.set(name, 'joined');
    } else if ('allowed' in joined)
      errors.push(notice('extends-looser', 'warn', { at, setting: path.join('.'), base: base.name, ...joined }));
    else errors.push(notice('extends-fixed', 'warn', { at, setting: path.join('.'), base: base.name, by: joined.by }));
  }
  return { config: config as Config, errors: errors.sort(byLine), fromBase };
}

/** What applies; or what is the loosest that would; or which setting of the base says it already. */
type Joined =
  | { readonly value: unknown }
  | { readonly written: string; readonly allowed: string; readonly isDefault: boolean }
  | { readonly by: string };

function together({ name, row }: Setting, above: unknown, here: unknown, { config }: Base): Joined {
  if (here === undefined || isDeepStrictEqual(above, here)) return { value: here ?? above };
  if (row.stricter !== 'none') {
    const allowed = above ?? row.default;
    return allowed === undefined || !isLooser(row, here, allowed)
      ? { value: here }
      : { written: String(here), allowed: String(allowed), isDefault: above === undefined };
  }
  if (above === undefined) {
    const other = SETTINGS.find((one) => row.oneOf !== undefined && one.row.oneOf === row.oneOf && isSaid(one, config));
    return other === undefined ? { value: here } : { by: other.name };
  }
  if (row.onBase !== 'adds') return { by: name };
  return isMap(above) && isMap(here)
    ? joinedMaps(name, above, here)
    : // Of several lines of usage the last one counts: those of the base stand at the end.
      { value: [...asEntries(here), ...asEntries(above)] };
}

const isSaid = ({ path }: Setting, config: Config): boolean => valueAt(config, path) !== undefined;

const isKept = ({ keptBy }: Row, { config }: Base): boolean =>
  keptBy !== undefined && valueAt(config, [keptBy.setting]) === keptBy.value;

type Names = Readonly<Record<string, unknown>>;

const isMap = (value: unknown): value is Names => typeof value === 'object' && value !== null && !Array.isArray(value);

/** One word of usage is a line for everything. */
const asEntries = (value: unknown): readonly unknown[] =>
  typeof value === 'string' ? usageLines(value as Written<'usage'>) : ((value ?? []) as readonly unknown[]);

/** Of several patterns for a credit's programme the first one counts: those of the base stand at the front. */
function joinedMaps(name: string, theirs: Names, ours: Names): Joined {
  const changed = Object.keys(ours).find(
    (key) => Object.hasOwn(theirs, key) && !isDeepStrictEqual(ours[key], theirs[key]),
  );
  return changed === undefined ? { value: { ...theirs, ...ours } } : { by: `${name}.${changed}` };
}

function valueAt(config: Config, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined),
    config,
  );
}

function put(config: Record<string, unknown>, path: readonly string[], value: unknown): void {
  const [key = '', ...rest] = path;
  if (value === undefined) return;
  if (rest.length === 0) {
    config[key] = value;
    return;
  }
  config[key] ??= {};
  put(config[key] as Record<string, unknown>, rest, value);
}

/** The same configuration with the files that it reads found from the folder that it lies in, wherever it is used. */
export function withPathsFrom(config: Config, absolute: (path: string) => string): Config {
  const found: Record<string, unknown> = {};
  for (const { path, row } of SETTINGS) {
    const value = valueAt(config, path);
    if (row.isPath === true && typeof value === 'string') put(found, path, absolute(value));
    else if (row.type === 'files') put(found, path, Array.isArray(value) ? value.map(absolute) : value);
    else put(found, path, value);
  }
  return found as Config;
}
