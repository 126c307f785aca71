import { between, type Range, usd } from '../money';
import type { PlannedResource } from '../plan';
import { asRecurring, exactNumber } from './recurring';

/** What a resource is assumed to use in a month when its owner has not said. */
export interface Assumption {
  readonly min: number;
  readonly max: number;
  /** Unit in words: "GB a month". */
  readonly unit: string;
  /** What stands in its place until the owner says it: "its desired size". Then the figures mean nothing. */
  readonly planned?: string;
  /** The most that any load uses, where it grows with the load; left out where it is the same for every load. */
  readonly most?: number;
}

/** `assume(0, 100, 'GB a month')`: grows with the load, without end or up to the hours of a month. */
export const assume = (min: number, max: number, unit: string, most = Number.POSITIVE_INFINITY): Assumption => ({
  min,
  max,
  unit,
  most,
});

/** `fixed(100, 500, 'ms on average')`: a larger load has more of them, and not larger ones. */
export const fixed = (min: number, max: number, unit: string): Assumption => ({ min, max, unit });

/** A figure that the plan itself states in another way: `asPlanned('machines on average', 'its desired size')`. */
export const asPlanned = (unit: string, planned: string): Assumption => ({ min: 0, max: 0, unit, planned });

/** What an owner may say of a load in place of figures. */
export const SIZES = ['small', 'medium', 'large'] as const;
export type Size = (typeof SIZES)[number];

/** The default goes up to a small production load; each size is ten times the one before. */
const TIMES: Readonly<Record<Size, number>> = { small: 1, medium: 10, large: 100 };

/** What a size stands for: a tenth of its upper bound, up to it. Undefined where the figure is the same for every load. */
export function boundsOf({ min, max, most }: Assumption, size: Size): { min: number; max: number } | undefined {
  if (most === undefined) return undefined;
  const upTo = max * TIMES[size];
  return { min: Math.min(Math.max(min, upTo / 10), most), max: Math.min(upTo, most) };
}

/** One line of the owner's `usage:` list, by type, name pattern or tag. All given selectors must match. */
export interface UsageOverride {
  /** A canonical type token. */
  readonly type: string | undefined;
  /** A resource name; `*` stands for any characters. */
  readonly name: string | undefined;
  /** `key` or `key=value`. */
  readonly tag: string | undefined;
  /** How large the load is, where no line says it in figures. */
  readonly size?: Size | undefined;
  /** What the owner says of a month, by field, in the field's own unit: `credit-guard prices usage` lists them. */
  readonly figures: Readonly<Record<string, number | { readonly min: number; readonly max: number }>>;
}

export interface UsageFigure {
  readonly range: Range;
  readonly unit: string;
  /** False where the owner has set the figure. */
  readonly assumed: boolean;
  /** What the owner has said of the load, where the figure follows from it. */
  readonly size?: Size;
}

/** The owner's figure for a field, else what the owner's size stands for, else the assumption: the last matching line first. */
export function usageOf(
  resource: PlannedResource,
  field: string,
  assumption: Assumption,
  overrides: readonly UsageOverride[],
): UsageFigure {
  if (overrides.length === 0) return assumedFigure(assumption);
  const index = indexOf(overrides);
  const figure = index.figure(resource, field);
  if (figure === undefined) return sizedFigure(assumption, index.size(resource)) ?? assumedFigure(assumption);
  const { min, max } = typeof figure === 'number' ? { min: figure, max: figure } : figure;
  return { range: between(usd(min), usd(max)), unit: assumption.unit, assumed: false };
}

const indexes = new WeakMap<readonly UsageOverride[], UsageIndex>();

function indexOf(overrides: readonly UsageOverride[]): UsageIndex {
  const found = indexes.get(overrides) ?? new UsageIndex(overrides);
  indexes.set(overrides, found);
  return found;
}

type Line = readonly [position: number, line: UsageOverride];

/** Lines of `usage:`, found by the names that they spell out: a plan of thousands may have a line for each resource. */
class UsageIndex {
  private readonly byName = new Map<string, Line[]>();
  private readonly others: Line[] = [];

  constructor(overrides: readonly UsageOverride[]) {
    for (const [position, line] of overrides.entries()) {
      const { name } = line;
      const isNamed = name !== undefined && !name.includes('*');
      const lines = isNamed ? (this.byName.get(name) ?? []) : this.others;
      lines.push([position, line]);
      if (isNamed) this.byName.set(name, lines);
    }
  }

  linesFor(resource: PlannedResource): UsageOverride[] {
    const named = this.byName.get(resource.name) ?? [];
    return [...named, ...this.others].flatMap(([, line]) => (selects(line, resource) ? [line] : []));
  }

  figure(resource: PlannedResource, field: string): UsageOverride['figures'][string] | undefined {
    return this.last(resource, ({ figures }) => Object.hasOwn(figures, field))?.figures[field];
  }

  size(resource: PlannedResource): Size | undefined {
    return this.last(resource, ({ size }) => size !== undefined)?.size;
  }

  private last(resource: PlannedResource, says: (line: UsageOverride) => boolean): UsageOverride | undefined {
    let [last, found]: [number, UsageOverride | undefined] = [-1, undefined];
    for (const lines of [this.byName.get(resource.name) ?? [], this.others]) {
      for (const [position, line] of lines) {
        if (position < last || !says(line) || !selects(line, resource)) continue;
        [last, found] = [position, line];
      }
    }
    return found;
  }
}

/** Fields of `usage:` that a resource is reckoned by. */
export interface UsedFields {
  readonly resource: PlannedResource;
  readonly fields: ReadonlySet<string>;
  /** Is a field among them that follows from a size? */
  readonly isSized: boolean;
}

/** Lines of `usage:` with the fields of them that nothing in the plan is reckoned by; `size` is one of them. */
export function unusedFigures(
  overrides: readonly UsageOverride[],
  plan: Iterable<UsedFields>,
): { readonly line: UsageOverride; readonly fields: readonly string[] }[] {
  if (overrides.length === 0) return [];
  const left = new Map(overrides.map((line) => [line, new Set(written(line))]));
  for (const { resource, fields, isSized } of plan) {
    if (fields.size === 0) continue;
    for (const line of indexOf(overrides).linesFor(resource)) {
      for (const field of fields) left.get(line)?.delete(field);
      if (isSized) left.get(line)?.delete('size');
    }
  }
  return [...left].filter(([, fields]) => fields.size > 0).map(([line, fields]) => ({ line, fields: [...fields] }));
}

const written = ({ size, figures }: UsageOverride): string[] => [
  ...Object.keys(figures),
  ...(size === undefined ? [] : ['size']),
];

const assumedFigures = new WeakMap<Assumption, UsageFigure>();

/** A plan of thousands asks for the same few assumptions. */
function assumedFigure(assumption: Assumption): UsageFigure {
  let found = assumedFigures.get(assumption);
  if (found === undefined) {
    found = { range: rangeOf(assumption), unit: assumption.unit, assumed: true };
    assumedFigures.set(assumption, found);
  }
  return found;
}

const sizedFigures = new WeakMap<Assumption, Map<Size, UsageFigure>>();

/** Undefined where the owner names no size, or the figure is the same for every load. */
function sizedFigure(assumption: Assumption, size: Size | undefined): UsageFigure | undefined {
  const bounds = size === undefined ? undefined : boundsOf(assumption, size);
  if (size === undefined || bounds === undefined) return undefined;
  const figures = sizedFigures.get(assumption) ?? new Map<Size, UsageFigure>();
  sizedFigures.set(assumption, figures);
  const figure = figures.get(size) ?? { range: rangeOf(bounds), unit: assumption.unit, assumed: true, size };
  figures.set(size, figure);
  return figure;
}

const rangeOf = ({ min, max }: { readonly min: number; readonly max: number }): Range =>
  min === max ? exactNumber(min).value : asRecurring(between(usd(min), usd(max)));

function selects(override: UsageOverride, resource: PlannedResource): boolean {
  const { type } = override;
  if (type !== undefined && type !== resource.type && type !== resource.writtenType) return false;
  if (override.name !== undefined && !matchesPattern(override.name, resource.name)) return false;
  return override.tag === undefined || hasTag(resource, override.tag);
}

/** `*` stands for any run of characters. Linear in the text: a hostile pattern cannot stall it. */
export function matchesPattern(pattern: string, text: string): boolean {
  const [first = '', ...rest] = pattern.split('*');
  if (rest.length === 0) return pattern === text;
  const last = rest.pop() ?? '';
  if (!text.startsWith(first) || !text.endsWith(last) || text.length < first.length + last.length) return false;
  const end = text.length - last.length;
  let at = first.length;
  for (const part of rest) {
    const found = text.indexOf(part, at);
    if (found < 0 || found + part.length > end) return false;
    at = found + part.length;
  }
  return true;
}

function hasTag(resource: PlannedResource, tag: string): boolean {
  const [key = '', value] = tag.split('=', 2);
  const found = tagValue(resource, key);
  return found !== undefined && (value === undefined || found === value);
}

/** A tag key may hold dots, so it is looked up in the tags object and not by path. */
function tagValue(resource: PlannedResource, key: string): string | undefined {
  const tags = resource.properties.any('tags');
  if (tags.state !== 'known' || typeof tags.value !== 'object' || tags.value === null) return undefined;
  const value: unknown = Object.getOwnPropertyDescriptor(tags.value, key)?.value;
  return typeof value === 'string' ? value : undefined;
}
