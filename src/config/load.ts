import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, isAbsolute, join, resolve } from 'node:path';
import { LineCounter, parseDocument } from 'yaml';
import { explain } from './errors';
import { type Config, configSchema } from './schema';

export const CONFIG_FILE = 'credit-guard.yaml';
const LARGEST_FILE = 1_000_000;

/** A configuration file that was read, or what is wrong with it. `file` is undefined when there is none to read. */
export interface LoadedConfig {
  readonly file: string | undefined;
  readonly config: Config;
  readonly errors: readonly string[];
}

/** Where to look, in this order: a path that somebody named, else upward from a folder. */
export interface ConfigPlace {
  /** From the policy configuration or the command line, then from CREDIT_GUARD_CONFIG. */
  readonly named: string | undefined;
  /** The folder that relative paths and the search start from. */
  readonly from: string;
}

/** Finds and reads credit-guard.yaml. Never throws: what is wrong comes back as lines. */
export function loadConfig({ named, from }: ConfigPlace): LoadedConfig {
  const file = named === undefined ? findUpward(from) : resolve(from, named);
  if (file === undefined) return { file, config: {}, errors: [] };
  const text = readText(file);
  if ('problem' in text) return { file, config: {}, errors: [`${file}: ${text.problem}`] };
  return { file, ...parseConfig(text.text, file) };
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
  const parsed = configSchema.safeParse(raw, { reportInput: true });
  if (parsed.success) return { config: parsed.data, errors: [] };
  return { config: {}, errors: explain(parsed.error, configSchema, file, { file, document, lines }) };
}

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

/** From a folder up to the root of the repository or of the disk. */
function findUpward(from: string): string | undefined {
  if (!isAbsolute(from)) return undefined;
  for (let folder = from; ; folder = dirname(folder)) {
    const file = join(folder, CONFIG_FILE);
    if (existsSync(file)) return file;
    if (existsSync(join(folder, '.git')) || dirname(folder) === folder) return undefined;
  }
}

function readText(file: string): { text: string } | { problem: string } {
  try {
    const stat = statSync(file);
    if (!stat.isFile()) return { problem: 'it is no file' };
    if (stat.size > LARGEST_FILE) return { problem: 'it is larger than 1 MB, which no configuration is' };
    return { text: readFileSync(file, 'utf8').replace(/^\ufeff/, '') };
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    return { problem: isMissing ? 'there is no such file' : 'it cannot be read; check its permissions' };
  }
}
