import { LineCounter, parseDocument } from 'yaml';
import { explain } from './errors';
import type { FoundConfig } from './find';
import { type Config, configSchema } from './schema';

/** A configuration file that was read, or what is wrong with it. `file` is undefined when there is none to read. */
export interface LoadedConfig {
  readonly file: string | undefined;
  readonly config: Config;
  readonly errors: readonly string[];
}

/** Reads a configuration file that was found. Never throws: what is wrong comes back as lines. */
export function loadConfig(found: FoundConfig | undefined): LoadedConfig {
  if (found === undefined) return { file: undefined, config: {}, errors: [] };
  const { file } = found;
  if ('problem' in found) return { file, config: {}, errors: [`${file}: ${found.problem}`] };
  return { file, ...parseConfig(found.text, file) };
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
