import { readFileSync, statSync } from 'node:fs';

/** A document that was read, or one line that names what is wrong and the fix. */
export type JsonReading =
  | { readonly document: unknown; readonly writtenAt: number | undefined }
  /** `found`: the start of a text that is no JSON, for a reader that knows what else it may be. */
  | { readonly problem: string; readonly found?: string };

const LARGEST_FILE = 512 * 1024 * 1024;

/** Reads a JSON file. `redo` is the command that writes it anew, for the message. Never throws. */
export function readJsonFile(path: string, redo: string): JsonReading {
  try {
    const stat = statSync(path);
    if (stat.isDirectory()) return { problem: `${path}: it is a folder; name the file` };
    // A shell's `<(…)` is a pipe that somebody writes to. Any other pipe or device may keep a reader waiting for ever.
    if (!stat.isFile() && !(stat.isFIFO() && /^\/(dev|proc)\//.test(path)))
      return { problem: `${path}: it is no file; save the document in one` };
    if (stat.size > LARGEST_FILE) return { problem: `${path}: it is larger than 512 MB` };
    const parsed = parseJson(readFileSync(path), path, redo);
    return 'problem' in parsed
      ? parsed
      : { ...parsed, writtenAt: stat.isFile() ? Math.floor(stat.mtimeMs) : undefined };
  } catch (error) {
    return { problem: `${path}: ${reasonOf(error)}` };
  }
}

/** Parses the bytes of a JSON document, and says what is wrong with them in words that lead to the fix. */
export function parseJson(bytes: Buffer, name: string, redo: string): JsonReading {
  if (bytes.length === 0) return { problem: `${name}: it is empty; write it anew with \`${redo}\`` };
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    return {
      problem: `${name}: it is UTF-16, as PowerShell writes with ">"; use \`${redo} | Out-File -Encoding utf8\``,
    };
  }
  const text = bytes.toString('utf8').replace(/^\ufeff/, '');
  const document = tryParse(text);
  if ('document' in document) return document;
  // Pulumi may print warnings before the document. They are no part of it, so long as the document itself is whole.
  const start = text.search(/^\{/m);
  const body = start > 0 ? text.slice(start) : text;
  const retry = start > 0 ? tryParse(body) : document;
  if ('document' in retry) return retry;
  const problem = `${name}: ${explainJson(retry.error, body)}; write it anew with \`${redo}\``;
  return { problem, found: text.slice(0, 2000) };
}

function tryParse(text: string): { document: unknown; writtenAt: undefined } | { error: unknown } {
  try {
    return { document: JSON.parse(text), writtenAt: undefined };
  } catch (error) {
    return { error };
  }
}

function explainJson(error: unknown, text: string): string {
  if (error instanceof RangeError) return 'it is nested too deeply to be read';
  const message = error instanceof Error ? error.message : '';
  const position = /position (\d+)/.exec(message)?.[1];
  // Node names the place where it stopped: at the very end the document is cut, elsewhere it is wrong.
  const isCut = /Unexpected end|Unterminated/.test(message) || Number(position) >= text.trimEnd().length;
  if (isCut) return `it ends in the middle, after ${text.length.toLocaleString('en')} characters`;
  const line = position === undefined ? undefined : text.slice(0, Number(position)).split('\n').length;
  return line === undefined ? 'it is no JSON' : `it is no JSON from line ${line} on`;
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') return 'there is no such file';
  if (code === 'EACCES' || code === 'EPERM') return 'it may not be read; check its permissions';
  if (code === 'EISDIR') return 'it is a folder; name the file';
  return `it cannot be read (${String(code ?? 'unknown reason')})`;
}
