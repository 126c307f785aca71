import { isDeepStrictEqual } from 'node:util';
import {
  Alias,
  type Document,
  isMap,
  isNode,
  isScalar,
  isSeq,
  parseDocument,
  Scalar,
  stringify,
  visit,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { isoDay, isoInstant } from '../core/instant';
import { plain } from '../core/money';
import type { Acceptance } from '../core/settings';
import { clean, escaped } from '../words/text';

/** Nothing is wrapped, and what has to be quoted is quoted on one line: no line of it begins with somebody else's text. */
const STYLE = { lineWidth: 0, blockQuote: false, doubleQuotedAsJSON: true } as const;

/** Acceptances as they stand in credit-guard.yaml. Safe to print: what a terminal or a CI would obey is escaped. */
export const acceptanceText = (acceptances: readonly Acceptance[]): string =>
  printed({ accept: acceptances.map(written) });

const printed = (value: unknown): string =>
  stringify(value, STYLE)
    .split('\n')
    .map((line) => escaped(line, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`))
    .join('\n');

/**
 * The text of a valid configuration with acceptances added to it, and nothing else changed: no value, no comment, no
 * anchor. Undefined where that cannot be done; then a person has to. Lines that stand in it already are not repeated.
 */
export function withAcceptances(text: string, acceptances: readonly Acceptance[]): string | undefined {
  const [mark, body] = text.startsWith('\ufeff') ? ['\ufeff', text.slice(1)] : ['', text];
  const before = read(body);
  if (before === undefined) return undefined;
  const missing = acceptances.filter((one) => !before.accept.some((line) => isDeepStrictEqual(line, plainly(one))));
  if (missing.length === 0) return text;
  for (const edit of [appended, inserted, rewritten]) {
    const after = edit(body, missing);
    if (after === undefined) continue;
    const whole = /\r\n/.test(body) ? after.replace(/\r?\n/g, '\r\n') : after;
    if (isOnlyMore(before, read(whole), missing)) return `${mark}${whole}`;
  }
  return undefined;
}

/** What a text holds, for comparison. */
interface Held {
  readonly accept: readonly unknown[];
  readonly others: unknown;
  readonly remarks: readonly string[];
}

function read(text: string): Held | undefined {
  const document = parse(text);
  if (document.errors.length > 0) return undefined;
  const { accept, ...others } = (document.toJS({ maxAliasCount: 50 }) ?? {}) as Record<string, unknown>;
  if (accept !== undefined && accept !== null && !Array.isArray(accept)) return undefined;
  return { accept: accept ?? [], others, remarks: remarksOf(document) };
}

/** As the configuration is read: https://yaml.org/type/merge.html does not apply. */
const parse = (text: string): Document => parseDocument(text, { uniqueKeys: true, prettyErrors: false, merge: false });

/** Comments, anchors and aliases, in no order. */
function remarksOf(document: Document): string[] {
  const comments: (string | null | undefined)[] = [document.commentBefore, document.comment];
  visit(document, (_, node) => {
    if (!isNode(node)) return;
    comments.push(node.commentBefore, node.comment);
    if (node instanceof Alias) comments.push(`*${node.source}`);
    else if (node.anchor !== undefined) comments.push(`&${node.anchor}`);
  });
  return comments
    .flatMap((comment) => comment?.split('\n') ?? [])
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .sort();
}

const isOnlyMore = (before: Held, after: Held | undefined, more: readonly Acceptance[]): boolean =>
  after !== undefined &&
  isDeepStrictEqual(after.others, before.others) &&
  isDeepStrictEqual(after.accept, [...before.accept, ...more.map(plainly)]) &&
  isDeepStrictEqual(after.remarks, before.remarks);

/** A first list, at the end of the document and in its column. */
function appended(text: string, acceptances: readonly Acceptance[]): string | undefined {
  const document = parse(text);
  // Comments and a document's end alone are a null.
  const contents = isScalar(document.contents) && document.contents.value === null ? null : document.contents;
  if (contents !== null && (!isBlockMap(contents) || contents.has('accept'))) return undefined;
  const column = contents === null ? 0 : columnOf(text, contents);
  // What comes after a document's end marker is another document.
  const marker = /^\.\.\.(?=\s|$)/m.exec(text.slice(contents?.range?.[1] ?? 0));
  const at = marker === null ? text.length : (contents?.range?.[1] ?? 0) + marker.index;
  return spliced(text, at, indented(acceptanceText(acceptances), column));
}

/** More items of a list that is written one line below the other. */
function inserted(text: string, acceptances: readonly Acceptance[]): string | undefined {
  const list = listOf(text);
  const [first] = list?.items ?? [];
  const last = list?.items.at(-1);
  if (list === undefined || list.flow === true || !isNode(first) || !isNode(last)) return undefined;
  const dash = text.lastIndexOf('-', (first.range?.[0] ?? 0) - 1);
  const end = text.slice(0, last.range?.[1]).trimEnd().length;
  const lineEnd = text.indexOf('\n', end);
  return spliced(
    text,
    lineEnd < 0 ? text.length : lineEnd + 1,
    indented(printed(acceptances.map(written)), columnAt(text, dash)),
  );
}

/** Any other list: written anew as a whole, which keeps the values and the comments and not each blank. */
function rewritten(text: string, acceptances: readonly Acceptance[]): string | undefined {
  const document = parse(text);
  if (!isMap(document.contents)) return undefined;
  const items = acceptances.map((acceptance) => document.createNode(written(acceptance)));
  const list = document.get('accept', true);
  if (isSeq(list)) list.items = [...list.items, ...items];
  else if (list === undefined) document.set('accept', document.createNode(items));
  else if (isScalar(list) && list.value === null) {
    const fresh = document.createNode(items);
    fresh.commentBefore = [list.commentBefore, list.comment].filter((line) => typeof line === 'string').join('\n');
    document.set('accept', fresh);
  } else return undefined;
  return document.toString(STYLE);
}

function listOf(text: string): YAMLSeq | undefined {
  const list = parse(text).get('accept', true);
  return isSeq(list) ? list : undefined;
}

const isBlockMap = (node: unknown): node is YAMLMap => isMap(node) && node.flow !== true;

function columnOf(text: string, map: YAMLMap): number {
  const key = map.items[0]?.key;
  return isNode(key) ? columnAt(text, key.range?.[0] ?? 0) : 0;
}

const columnAt = (text: string, at: number): number => at - (text.lastIndexOf('\n', at - 1) + 1);

const indented = (text: string, column: number): string => text.replace(/^(?=.)/gm, ' '.repeat(column));

/** Whole lines put in front of a place that begins a line, or at the end of a text. */
function spliced(text: string, at: number, lines: string): string {
  const [head, tail] = [text.slice(0, at), text.slice(at)];
  return `${head}${head === '' || head.endsWith('\n') ? '' : '\n'}${lines}${tail}`;
}

type Written = Readonly<Record<string, string | Scalar<string>>>;

function written({ policy, resource, reason, until, maxUsd, only }: Acceptance): Written {
  return {
    policy,
    resource: quotedIfOdd(resource),
    reason: quotedIfOdd(reason),
    ...(until === undefined ? {} : { until: isEndOfDay(until) ? isoDay(until) : isoInstant(until) }),
    ...(maxUsd === undefined ? {} : { maxUsd: plain(maxUsd) }),
    ...(only === undefined ? {} : { only }),
  };
}

/** As it is read back. */
const plainly = (acceptance: Acceptance): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(written(acceptance)).map(([key, value]) => [key, value instanceof Scalar ? value.value : value]),
  );

/** Only quotes have escapes. */
function quotedIfOdd(text: string): string | Scalar<string> {
  if (clean(text) === text) return text;
  const scalar = new Scalar(text);
  scalar.type = Scalar.QUOTE_DOUBLE;
  return scalar;
}

/** A bare day in a configuration means all of that day. */
const isEndOfDay = (instant: number): boolean => isoInstant(instant).endsWith('T23:59:59Z');
