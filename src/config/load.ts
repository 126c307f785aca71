import { basename } from 'node:path';
import { LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import { type Notice, notice, type SettingPlace } from '../core/notice';
import { explain, type Path, placeIn } from './errors';
import type { FoundConfig } from './find';
import { type Config, checked, configSchema, unwrapped } from './schema';

/** A configuration file that was read, or what is wrong with it. `file` is undefined when there is none to read. */
export interface LoadedConfig {
  readonly file: string | undefined;
  readonly config: Config;
  /** What is wrong: with any of it, the whole file counts as if it were not there. */
  readonly errors: readonly Notice[];
  /** What is odd and takes nothing away. */
  readonly notes: readonly Notice[];
}

/** Reads a configuration file that was found. Never throws: what is wrong comes back as notices. */
export function loadConfig(found: FoundConfig | undefined): LoadedConfig {
  if (found === undefined) return { file: undefined, config: {}, errors: [], notes: [] };
  const { file, rival } = found;
  const notes = rival === undefined ? [] : [notice('config-rival', 'warn', { file, rival: basename(rival) }, file)];
  if ('because' in found) {
    return { file, config: {}, errors: [notice('config-unreadable', 'warn', { file, because: found.because })], notes };
  }
  return { file, ...parseConfig(found.text, file), notes };
}

/** Parses the text of a configuration file; `file` is only its name in notices. */
export function parseConfig(text: string, file: string): { config: Config; errors: Notice[] } {
  const refused = (error: Notice) => ({ config: {}, errors: [error] });
  if (isTooDeep(text)) return refused(notice('config-unreadable', 'warn', { file, because: 'too-deep' }));
  const { document, lines } = documentOf(text);
  const [first] = document.errors;
  if (first !== undefined) {
    const at = { file, line: lines.linePos(first.pos[0]).line };
    return refused(notice('config-no-yaml', 'warn', { at, parser: first.message }));
  }
  let raw: unknown;
  try {
    raw = document.toJS({ maxAliasCount: 50 }) ?? {};
  } catch {
    return refused(notice('config-unreadable', 'warn', { file, because: 'too-many-aliases' }));
  }
  const parsed = checked(withoutEmpty(raw, configSchema), configSchema);
  // The schema and the type are made from the same table.
  if (parsed.success) return { config: parsed.data as Config, errors: [] };
  return { config: {}, errors: explain(parsed.error, configSchema, placeIn({ file, document, lines })) };
}

function documentOf(text: string) {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true, prettyErrors: false, merge: false });
  return { document, lines };
}

/** Where each setting stands in a text that `parseConfig` has read without an error. */
export const placesIn = (text: string, file: string): ((path: Path) => SettingPlace) =>
  placeIn({ file, ...documentOf(text) });

/** `accept:` with nothing below it is null in YAML. Where a list or a map belongs, that is as if it were not written. */
function withoutEmpty(value: unknown, schema: unknown): unknown {
  if (Array.isArray(value))
    return schema instanceof z.ZodArray ? value.map((item) => withoutEmpty(item, schema.element)) : value;
  if (!(schema instanceof z.ZodObject) || typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).flatMap(([key, item]) => {
    const field = unwrapped(Object.hasOwn(schema.shape, key) ? schema.shape[key] : undefined);
    return item === null && isListOrMap(field) ? [] : [[key, withoutEmpty(item, field)] as const];
  });
  return Object.fromEntries(entries);
}

const isListOrMap = (schema: unknown): boolean =>
  schema instanceof z.ZodArray ||
  schema instanceof z.ZodObject ||
  schema instanceof z.ZodRecord ||
  (schema instanceof z.ZodUnion && schema.options.some(isListOrMap));

const DEEPEST = 100;

/**
 * The YAML library calls itself once per level, and running out of stack inside it can end the whole process. So depth
 * is judged on the text, roughly: brackets that stay open, columns of indentation, markers in a row.
 */
function isTooDeep(text: string): boolean {
  let open = 0;
  for (const character of text) {
    if (character === '[' || character === '{') open++;
    else if ((character === ']' || character === '}') && open > 0) open--;
    if (open > DEEPEST) return true;
  }
  return /^ {400}|^[ \t]*(?:[-?:][ \t]+){50}/m.test(text);
}
