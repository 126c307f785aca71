import { basename } from 'node:path';
import { LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import { explain } from './errors';
import type { FoundConfig } from './find';
import { type Config, configSchema, unwrapped } from './schema';

/** A configuration file that was read, or what is wrong with it. `file` is undefined when there is none to read. */
export interface LoadedConfig {
  readonly file: string | undefined;
  readonly config: Config;
  readonly errors: readonly string[];
  /** One line for what is odd and ignored nothing. */
  readonly notes: readonly string[];
}

/** Reads a configuration file that was found. Never throws: what is wrong comes back as lines. */
export function loadConfig(found: FoundConfig | undefined): LoadedConfig {
  if (found === undefined) return { file: undefined, config: {}, errors: [], notes: [] };
  const { file, rival } = found;
  const notes = rival === undefined ? [] : [`${file} is used. Remove ${basename(rival)} beside it, which is ignored.`];
  if ('problem' in found) return { file, config: {}, errors: [`${file}: ${found.problem}`], notes };
  return { file, ...parseConfig(found.text, file), notes };
}

/** Parses the text of a configuration file; `file` is only its name in messages. */
export function parseConfig(text: string, file: string): { config: Config; errors: string[] } {
  if (isTooDeep(text)) return { config: {}, errors: [`${file}: it is nested too deeply to be a configuration`] };
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true, prettyErrors: false, merge: false });
  const [first] = document.errors;
  if (first !== undefined) {
    return {
      config: {},
      errors: [`${file}:${lines.linePos(first.pos[0]).line}: this is not valid YAML: ${first.message}`],
    };
  }
  let raw: unknown;
  try {
    raw = document.toJS({ maxAliasCount: 50 }) ?? {};
  } catch {
    return { config: {}, errors: [`${file}: it repeats itself through too many aliases; write the values out`] };
  }
  const parsed = configSchema.safeParse(withoutEmpty(raw, configSchema), { reportInput: true });
  if (parsed.success) return { config: parsed.data, errors: [] };
  return { config: {}, errors: explain(parsed.error, configSchema, file, { file, document, lines }) };
}

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
  schema instanceof z.ZodArray || schema instanceof z.ZodObject || schema instanceof z.ZodRecord;

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
