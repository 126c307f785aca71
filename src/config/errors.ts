import { type Document, isMap, isNode, isScalar, type LineCounter } from 'yaml';
import { z } from 'zod';
import { clean } from '../words/text';
import { suggestion } from './nearest';
import { unwrapped } from './schema';

type Path = readonly PropertyKey[];

/** Where in a file a field stands; undefined for settings that come from no file. */
export interface Place {
  readonly file: string;
  readonly document: Document;
  readonly lines: LineCounter;
}

/** One line for each thing that is wrong: file, line, field, what, and the fix. All at once, in the order of the file. */
export function explain(error: z.ZodError, schema: z.ZodType, origin: string, place?: Place): string[] {
  return error.issues.flatMap((issue) =>
    sentences(issue, schema).map(({ path, text }) => `${where(origin, path, place)}${text}`),
  );
}

function sentences(issue: z.core.$ZodIssue, schema: z.ZodType): { path: Path; text: string }[] {
  const field = fieldName(issue.path);
  if (issue.code === 'unrecognized_keys') {
    const valid = keysAt(schema, issue.path);
    return issue.keys.map((key) => {
      const path = [...issue.path, key];
      return { path, text: `${clean(fieldName(path), 80)}: no such setting${suggestion(key, valid)}` };
    });
  }
  if (issue.code === 'invalid_value') {
    const options = issue.values.map(String);
    // Only plain values have a text: an object may hold a `toString` of its own.
    const { input } = issue;
    const written = typeof input === 'string' || typeof input === 'number' ? String(input) : '';
    const hint = written === '' ? `; valid are ${options.join(', ')}` : suggestion(written, options);
    return [
      {
        path: issue.path,
        text: `${field}: ${written === '' ? 'not a valid value' : `"${clean(written, 40)}" is not valid`}${hint}`,
      },
    ];
  }
  return [{ path: issue.path, text: `${field || 'the file'}: ${issue.message}` }];
}

/** `credits.manual[1].ends` */
export const fieldName = (path: Path): string =>
  path.reduce<string>((name, step) => {
    if (typeof step === 'number') return `${name}[${step}]`;
    return name === '' ? String(step) : `${name}.${String(step)}`;
  }, '');

function where(origin: string, path: Path, place: Place | undefined): string {
  if (place === undefined) return `${origin}: `;
  // A field that is missing has no place of its own: the nearest thing around it has.
  for (let length = path.length; length >= 0; length--) {
    const at = offsetOf(path.slice(0, length), place.document);
    if (at !== undefined) return `${place.file}:${place.lines.linePos(at).line}: `;
  }
  return `${place.file}: `;
}

/** Where a field begins: at its name where it has one, as its value may start lines further down. */
function offsetOf(path: Path, document: Document): number | undefined {
  const holder = path.length < 2 ? document.contents : document.getIn(path.slice(0, -1) as string[], true);
  const name =
    path.length > 0 && isMap(holder)
      ? holder.items.find(({ key }) => isScalar(key) && String(key.value) === String(path.at(-1)))?.key
      : undefined;
  const node = name ?? document.getIn(path as string[], true);
  return isNode(node) ? node.range?.[0] : undefined;
}

/** The names that are valid at a place of the schema. */
function keysAt(schema: z.ZodType, path: Path): string[] {
  let current: unknown = unwrapped(schema);
  for (const step of path) {
    if (current instanceof z.ZodObject) current = unwrapped(current.shape[String(step)]);
    else if (current instanceof z.ZodArray) current = unwrapped(current.element);
    else return [];
  }
  return current instanceof z.ZodObject ? Object.keys(current.shape) : [];
}
