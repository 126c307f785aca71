import { readFileSync, statSync } from 'node:fs';

/** What was read, or one line that names what is wrong and the fix. */
export type JsonReading =
  | { readonly document: unknown; readonly writtenAt: number | undefined }
  /** `found`: the start of a text that is no JSON, for a reader that knows what else it may be. */
  | { readonly problem: string; readonly found?: string };

/** As above, for texts that may hold several documents. There is at least one. */
export type JsonTextReading = { readonly documents: readonly unknown[] } | { problem: string; found?: string };

type Bytes = { readonly bytes: Buffer; readonly writtenAt: number | undefined } | { readonly problem: string };

const LARGEST_FILE = 512 * 1024 * 1024;

/** Reads a JSON file. `redo` is the command that writes it anew, for the message. Never throws. */
export function readJsonFile(path: string, redo: string): JsonReading {
  const read = readBytes(path);
  if ('problem' in read) return read;
  const parsed = parseJson(read.bytes, path, redo);
  if ('problem' in parsed) return parsed;
  const [document, ...more] = parsed.documents;
  return more.length === 0
    ? { document, writtenAt: read.writtenAt }
    : { problem: `${path}: it holds ${parsed.documents.length} documents; write it anew with \`${redo}\`` };
}

/** The bytes of a file. Never throws, and never waits for a device that has no end. */
export function readBytes(path: string): Bytes {
  try {
    const stat = statSync(path);
    if (stat.isDirectory()) return { problem: `${path}: it is a folder; name the file` };
    // A shell's `<(…)` is a pipe that somebody writes to. Any other pipe or device may keep a reader waiting for ever.
    if (!stat.isFile() && !(stat.isFIFO() && /^\/(dev|proc)\//.test(path)))
      return { problem: `${path}: it is no file; save the document in one` };
    if (stat.size > LARGEST_FILE) return { problem: `${path}: it is larger than 512 MB` };
    return { bytes: readFileSync(path), writtenAt: stat.isFile() ? Math.floor(stat.mtimeMs) : undefined };
  } catch (error) {
    return { problem: `${path}: ${reasonOf(error)}` };
  }
}

/**
 * Parses one JSON document or several, such as one a line. Text before, between and after them is no part of them: the
 * CLI prints warnings there. What is wrong is said in words that lead to the fix.
 */
export function parseJson(bytes: Buffer, name: string, redo: string): JsonTextReading {
  if (bytes.length === 0) return { problem: `${name}: it is empty; write it anew with \`${redo}\`` };
  const text = decode(bytes);
  const whole = tryParse(text);
  if ('document' in whole) return { documents: [whole.document] };
  const documents: unknown[] = [];
  for (const { start, end } of objectsIn(text)) {
    const part = tryParse(text.slice(start, end));
    if (!('document' in part)) {
      const fault = explainJson(part.error, text.slice(0, end), start);
      return { problem: `${name}: ${fault}; write it anew with \`${redo}\``, found: text.slice(0, 2000) };
    }
    documents.push(part.document);
  }
  return documents.length > 0
    ? { documents }
    : {
        problem: `${name}: ${explainJson(whole.error, text, 0)}; write it anew with \`${redo}\``,
        found: text.slice(0, 2000),
      };
}

/** UTF-8, or UTF-16 as PowerShell writes with ">". */
function decode(bytes: Buffer): string {
  const [first, second] = bytes;
  const isLittle = (first === 0xff && second === 0xfe) || (first === OPEN && second === 0);
  const isBig = (first === 0xfe && second === 0xff) || (first === 0 && second === OPEN);
  if (isBig) return new TextDecoder('utf-16be').decode(bytes);
  return bytes.toString(isLittle ? 'utf16le' : 'utf8').replace(/^\ufeff/, '');
}

function tryParse(text: string): { document: unknown } | { error: unknown } {
  try {
    return { document: JSON.parse(text) };
  } catch (error) {
    return { error };
  }
}

const [OPEN, CLOSE, QUOTE, BACKSLASH] = ['{', '}', '"', '\\'].map((mark) => mark.charCodeAt(0)) as [
  number,
  number,
  number,
  number,
];

/** Where each object stands that begins a line. The last one reaches to the end of the text when nothing closes it. */
function* objectsIn(text: string): Generator<{ start: number; end: number }> {
  const beginning = /^\{/gm;
  for (let found = beginning.exec(text); found !== null; found = beginning.exec(text)) {
    const end = endOfObject(text, found.index);
    yield { start: found.index, end };
    beginning.lastIndex = end;
  }
}

function endOfObject(text: string, start: number): number {
  let depth = 0;
  let isText = false;
  for (let i = start; i < text.length; i++) {
    const mark = text.charCodeAt(i);
    if (isText) {
      if (mark === BACKSLASH) i++;
      else if (mark === QUOTE) isText = false;
    } else if (mark === QUOTE) isText = true;
    else if (mark === OPEN) depth++;
    else if (mark === CLOSE && --depth === 0) return i + 1;
  }
  return text.length;
}

/** `start`: where the document begins that was parsed, and that ends with the text. */
function explainJson(error: unknown, text: string, start: number): string {
  if (error instanceof RangeError) return 'it is nested too deeply to be read';
  const message = error instanceof Error ? error.message : '';
  const position = /position (\d+)/.exec(message)?.[1];
  const place = position === undefined ? undefined : start + Number(position);
  // Node names the place where it stopped: at the very end the document is cut, elsewhere it is wrong.
  const isCut = /Unexpected end|Unterminated/.test(message) || (place !== undefined && place >= text.trimEnd().length);
  if (isCut) return `it ends in the middle, after ${(text.length - start).toLocaleString('en')} characters`;
  const line = place === undefined ? undefined : text.slice(0, place).split('\n').length;
  return line === undefined ? 'it is no JSON' : `it is no JSON from line ${line} on`;
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') return 'there is no such file';
  if (code === 'EACCES' || code === 'EPERM') return 'it may not be read; check its permissions';
  if (code === 'EISDIR') return 'it is a folder; name the file';
  return `it cannot be read (${String(code ?? 'unknown reason')})`;
}
