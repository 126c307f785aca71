import { readFileSync, statSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';
import type { JsonFault } from '../core/file-fault';

/** `found`: the start of a text that is no JSON, for a reader that knows what else it may be. */
interface Faulty {
  readonly fault: JsonFault;
  readonly found?: string;
}

export type JsonReading = { readonly document: unknown; readonly writtenAt: number | undefined } | Faulty;

/** As above, for texts that may hold several documents. There is at least one. */
type JsonTextReading = { readonly documents: readonly unknown[] } | Faulty;

type Bytes = { readonly bytes: Buffer; readonly writtenAt: number | undefined } | Faulty;

const LARGEST_FILE = 512 * 1024 * 1024;

/** Reads a JSON file. Never throws. */
export function readJsonFile(path: string): JsonReading {
  const read = readBytes(path);
  if ('fault' in read) return read;
  const parsed = parseJson(read.bytes);
  if ('fault' in parsed) return parsed;
  const [document, ...more] = parsed.documents;
  if (more.length > 0) return { fault: { because: 'several', documents: parsed.documents.length } };
  return { document, writtenAt: read.writtenAt };
}

/** The bytes of a file. Never throws, and never waits for a device that has no end. */
export function readBytes(path: string): Bytes {
  try {
    const stat = statSync(path);
    if (stat.isDirectory()) return { fault: { because: 'folder' } };
    // A shell's `<(…)` is a pipe that somebody writes to. Any other pipe or device may keep a reader waiting without end.
    if (!stat.isFile() && !(stat.isFIFO() && /^\/(dev|proc)\//.test(path))) return { fault: { because: 'no-file' } };
    if (stat.size > LARGEST_FILE) return { fault: { because: 'too-large' } };
    return { bytes: readFileSync(path), writtenAt: stat.isFile() ? Math.floor(stat.mtimeMs) : undefined };
  } catch (error) {
    return { fault: unreadable(error) };
  }
}

/**
 * Parses one JSON document or several, such as one a line. Text before, between and after them is no part of them: the
 * CLI prints warnings there.
 */
export function parseJson(bytes: Buffer): JsonTextReading {
  const text = decode(bytes);
  // PowerShell leaves a mark of its encoding, and a program that failed perhaps an end of line.
  if (text.trim() === '') return { fault: { because: 'empty' } };
  const whole = tryParse(text);
  if ('document' in whole) return { documents: [whole.document] };
  const faulty = (fault: JsonFault): Faulty => ({ fault, found: text.slice(0, 2000) });
  const documents: unknown[] = [];
  for (const { start, end } of objectsIn(text)) {
    const part = tryParse(text.slice(start, end));
    if (!('document' in part)) return faulty(faultIn(part.error, text.slice(0, end), start));
    documents.push(part.document);
  }
  return documents.length > 0 ? { documents } : faulty(faultIn(whole.error, text, 0));
}

/** The text without the colours that a program may have written for a terminal: JSON has no place for them. */
function decode(bytes: Buffer): string {
  const text = textOf(bytes);
  return text.includes('\u001b[') ? stripVTControlCharacters(text) : text;
}

/** UTF-8, or UTF-16 as PowerShell writes with ">". */
function textOf(bytes: Buffer): string {
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

/**
 * Where each object stands that begins a line, or follows another one at once, as `cat` joins files. The last one reaches to
 * the end of the text when nothing closes it.
 */
function* objectsIn(text: string): Generator<{ start: number; end: number }> {
  const beginning = /^\{/gm;
  const atOnce = /[ \t]*\{/y;
  let found = beginning.exec(text);
  while (found !== null) {
    const start = found.index + found[0].length - 1;
    const end = endOfObject(text, start);
    yield { start, end };
    atOnce.lastIndex = end;
    beginning.lastIndex = end;
    found = atOnce.exec(text) ?? beginning.exec(text);
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
function faultIn(error: unknown, text: string, start: number): JsonFault {
  if (error instanceof RangeError) return { because: 'too-deep' };
  const message = error instanceof Error ? error.message : '';
  const position = /position (\d+)/.exec(message)?.[1];
  const place = position === undefined ? undefined : start + Number(position);
  // Node names the place where it stopped: at the very end the document is cut, elsewhere it is wrong.
  const isCut = /Unexpected end|Unterminated/.test(message) || (place !== undefined && place >= text.trimEnd().length);
  if (isCut) return { because: 'cut', characters: text.length - start };
  return { because: 'no-json', line: place === undefined ? undefined : text.slice(0, place).split('\n').length };
}

function unreadable(error: unknown): JsonFault {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') return { because: 'missing' };
  if (code === 'EACCES' || code === 'EPERM') return { because: 'forbidden' };
  if (code === 'EISDIR') return { because: 'folder' };
  return { because: 'unreadable', code: String(code ?? 'unknown reason') };
}
