import { readNamed, readRaw } from '../properties';
import { type Reading, unknown } from '../reading';

export interface Nested {
  /** Every value found under one of the wanted keys, at any depth. */
  readonly found: readonly Reading<unknown>[];
  /** Set when part of the tree that could hold one is not known, in the words of an unknown reading. */
  readonly hidden: string | undefined;
}

/** A plan may be hostile: no more nodes than this are looked at, and what is beyond counts as hidden. */
const MOST_NODES = 100_000;

/**
 * Looks for keys anywhere in a tree, in any case, as AWS's services read JSON. `branches` are the keys under which the
 * tree goes on: only an unknown value there hides something. It iterates, so that no depth can exhaust the stack.
 */
export function findNested(root: Reading<unknown>, keys: readonly string[], branches: readonly string[]): Nested {
  const [wanted, goesOn] = [lower(keys), lower(branches)];
  const found: Reading<unknown>[] = [];
  let hidden = whyHidden(root);
  const open: unknown[] = root.state === 'known' ? [root.value] : [];
  for (let seen = 0; open.length > 0; seen++) {
    if (seen > MOST_NODES) return { found, hidden: hidden ?? 'it is too large to look through' };
    const node = open.pop();
    if (typeof node !== 'object' || node === null) continue;
    for (const [written, { value: raw }] of Object.entries(Object.getOwnPropertyDescriptors(node))) {
      const reading = readNamed(raw, Array.isArray(node) ? 'an item' : written);
      const key = written.toLowerCase();
      if (wanted.has(key)) {
        found.push(reading);
        continue;
      }
      if (reading.state === 'known') open.push(reading.value);
      if (goesOn.has(key) || (Array.isArray(node) && reading.state === 'unknown')) hidden ??= whyHidden(reading);
    }
  }
  return { found, hidden };
}

/** Every text in a tree, under whatever key. */
export function textsIn(root: Reading<unknown>): readonly string[] {
  const texts: string[] = [];
  const open: unknown[] = root.state === 'known' ? [root.value] : [];
  while (open.length > 0) {
    const node = open.pop();
    if (typeof node === 'string') texts.push(node);
    if (typeof node !== 'object' || node === null) continue;
    for (const { value: raw } of Object.values(Object.getOwnPropertyDescriptors(node))) {
      const reading = readRaw(raw);
      if (reading.state === 'known') open.push(reading.value);
    }
  }
  return texts;
}

const lower = (names: readonly string[]): ReadonlySet<string> => new Set(names.map((name) => name.toLowerCase()));

/** A branch that is unknown, or no branch at all, may hide what is looked for. */
function whyHidden(branch: Reading<unknown>): string | undefined {
  if (branch.state === 'unknown') return branch.because;
  const isLeaf = branch.state === 'known' && typeof branch.value !== 'object';
  return isLeaf ? 'part of it is neither an object nor a list' : undefined;
}

/** A tree that is written as one JSON text. `name` is the property, for the reason why it cannot be read. */
export function parseJson(text: Reading<unknown>, name: string): Reading<unknown> {
  if (text.state !== 'known') return text;
  if (typeof text.value !== 'string') return unknown(`${name} is no text`);
  try {
    return readRaw(JSON.parse(text.value));
  } catch {
    return unknown(`${name} cannot be read as JSON`);
  }
}
