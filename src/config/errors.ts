import { type Document, isMap, isNode, isScalar, type LineCounter } from 'yaml';
import { z } from 'zod';
import { type Needed, type Notice, notice, type SettingPlace } from '../core/notice';
import { pulumiWords } from '../core/pulumi-levels';
import { unwrapped } from './schema';

export type Path = readonly PropertyKey[];

/** The text in which a field stands, for its line. */
export interface Source {
  readonly file: string;
  readonly document: Document;
  readonly lines: LineCounter;
}

/** One notice for each thing that is wrong, all at once, in the order of the lines. */
export const explain = (error: z.ZodError, schema: z.ZodType, placeOf: (path: Path) => SettingPlace): Notice[] =>
  error.issues.flatMap((issue) => noticesOf(issue, schema, placeOf)).sort(byLine);

export const byLine = (a: Notice, b: Notice): number => lineOf(a) - lineOf(b);

const lineOf = ({ args }: Notice): number =>
  'at' in args && typeof args.at === 'object' && 'line' in args.at ? (args.at.line ?? 0) : 0;

function noticesOf(issue: z.core.$ZodIssue, schema: z.ZodType, placeOf: (path: Path) => SettingPlace): Notice[] {
  const { path, input } = issue;
  const [at, setting] = [placeOf(path), fieldName(path)];
  if (issue.code === 'unrecognized_keys') {
    const valid = keysAt(schema, path);
    return issue.keys.map((written) => {
      const inside = [...path, written];
      return notice('setting-unknown', 'warn', { at: placeOf(inside), setting: fieldName(inside), written, valid });
    });
  }
  if (issue.code === 'invalid_union') {
    // A list where a list is one way to write it: what is wrong lies inside.
    const inside = issue.errors.find((issues) => issues.length > 0 && issues.every((one) => one.path.length > 0));
    if (inside !== undefined)
      return inside.flatMap((one) => noticesOf({ ...one, path: [...path, ...one.path] }, schema, placeOf));
  }
  if (input === undefined) return [notice('setting-missing', 'warn', { at, setting })];
  if (issue.code === 'invalid_value') {
    // Only plain values have a text: an object may hold a `toString` of its own.
    const written = typeof input === 'string' || typeof input === 'number' ? String(input) : undefined;
    const choices = issue.values.map(String);
    const valid = choices.filter((choice) => !pulumiWords(choices).includes(choice));
    return [notice('setting-no-choice', 'warn', { at, setting, written, valid })];
  }
  // Each schema answers with the code of what it needs.
  return [notice('setting-malformed', 'warn', { at, setting, needs: issue.message as Needed })];
}

/** `credits.manual[1].ends` */
const fieldName = (path: Path): string =>
  path.reduce<string>((name, step) => {
    if (typeof step === 'number') return `${name}[${step}]`;
    return name === '' ? String(step) : `${name}.${String(step)}`;
  }, '');

/** A field that is missing has no line of its own: the nearest thing around it has. */
export function placeIn({ file, document, lines }: Source): (path: Path) => SettingPlace {
  return (path) => {
    for (let length = path.length; length >= 0; length--) {
      const offset = offsetOf(path.slice(0, length), document);
      if (offset !== undefined) return { file, line: lines.linePos(offset).line };
    }
    return { file };
  };
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
