import { Properties, readNamed } from './properties';
import type { Reading } from './reading';

/** A property and what it is set to: `rootBlockDevice.volumeSize`, `ebsBlockDevices[0].volumeSize`. null takes it away. */
export interface PropertyChange {
  readonly path: string;
  readonly value: unknown;
}

/**
 * Properties with some of them set to something else, as if the program had written that. `asked` notes which properties
 * whoever prices or judges the resource has looked at.
 */
export class ChangedProperties extends Properties {
  private readonly changed: ReadonlyMap<string, unknown>;

  constructor(
    private readonly base: Properties,
    changes: readonly PropertyChange[],
    private readonly asked: Set<string> = new Set(),
  ) {
    super({});
    this.changed = changedRoots(
      base,
      changes.map(({ path, value }) => ({ steps: stepsOf(path), value })),
    );
  }

  override any(path: string): Reading<unknown> {
    const [root = '', ...rest] = path.split('.');
    this.asked.add(root);
    if (!this.changed.has(root)) return this.base.any(path);
    const value = this.changed.get(root);
    if (rest.length === 0) return readNamed(value, root);
    return value instanceof Properties ? value.any(rest.join('.')) : new Properties({ [root]: value }).any(path);
  }
}

interface Change {
  readonly steps: readonly (string | number)[];
  readonly value: unknown;
}

const stepsOf = (path: string): (string | number)[] =>
  [...path.matchAll(/\[(\d+)\]|([^.[\]]+)/g)].map(([, index, name]) =>
    index === undefined ? (name ?? '') : Number(index),
  );

function changedRoots(base: Properties, changes: readonly Change[]): ReadonlyMap<string, unknown> {
  const roots = new Map<string, Change[]>();
  for (const { steps, value } of changes) {
    const [root, ...rest] = steps;
    roots.set(String(root), [...(roots.get(String(root)) ?? []), { steps: rest, value }]);
  }
  return new Map([...roots].map(([root, inside]) => [root, changedValue(base, root, inside)]));
}

/** The last word on the whole of it, or what it holds with some of that set to something else. */
function changedValue(base: Properties, root: string, inside: readonly Change[]): unknown {
  const whole = inside.findLast(({ steps }) => steps.length === 0);
  if (whole !== undefined) return whole.value;
  return typeof inside[0]?.steps[0] === 'number' ? changedList(base, root, inside) : changedObject(base, root, inside);
}

function changedObject(base: Properties, root: string, inside: readonly Change[]): Properties {
  const object = base.object(root);
  return within(object.state === 'known' ? object.value : new Properties({}), inside);
}

function changedList(base: Properties, root: string, inside: readonly Change[]): readonly unknown[] {
  const items = base.items(root);
  const known = items.state === 'known' ? items.value : [];
  const last = Math.max(known.length - 1, ...inside.map(({ steps: [index] }) => Number(index)));
  return Array.from({ length: last + 1 }, (_, i) => {
    const item = known[i];
    const own = inside
      .filter(({ steps: [index] }) => index === i)
      .map(({ steps, value }) => ({ steps: steps.slice(1), value }));
    const whole = own.findLast(({ steps }) => steps.length === 0);
    if (whole !== undefined) return whole.value;
    const before = item?.state === 'known' ? item.value : new Properties({});
    return own.length === 0 ? before : within(before, own);
  });
}

const within = (base: Properties, inside: readonly Change[]): Properties =>
  new ChangedProperties(
    base,
    inside.map(({ steps, value }) => ({
      path: steps
        .map((step) => (typeof step === 'number' ? `[${step}]` : step))
        .join('.')
        .replaceAll('.[', '['),
      value,
    })),
  );
