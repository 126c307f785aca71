import type { Change } from '../core/plan';
import { type Entry, isRecord, readEntry } from './resource';

/** What one side of a change is read from; `silent` leaves what other steps of the resource say. */
interface Operation {
  readonly change: Change;
  readonly before: 'old' | 'new' | 'none' | 'silent';
  readonly after: 'new' | 'none' | 'silent';
}

const replaced: Operation = { change: 'replace', before: 'old', after: 'new' };
const silent: Operation = { change: 'same', before: 'silent', after: 'silent' };

/** The operations of the engine (`deploy.StepOps`). */
const OPERATIONS: Readonly<Record<string, Operation>> = {
  same: { change: 'same', before: 'old', after: 'new' },
  refresh: { change: 'same', before: 'old', after: 'new' },
  update: { change: 'update', before: 'old', after: 'new' },
  create: { change: 'create', before: 'none', after: 'new' },
  // What is imported exists, and somebody pays for it already.
  import: { change: 'same', before: 'new', after: 'new' },
  replace: replaced,
  'create-replacement': replaced,
  'import-replacement': replaced,
  'delete-replaced': { change: 'replace', before: 'old', after: 'silent' },
  delete: { change: 'delete', before: 'old', after: 'none' },
  read: { change: 'same', before: 'none', after: 'new' },
  'read-replacement': { change: 'same', before: 'none', after: 'new' },
  discard: { change: 'delete', before: 'old', after: 'none' },
  'discard-replaced': silent,
  'remove-pending-replace': silent,
  diff: silent,
  'extend-parameterize': silent,
};

/** The operations that a deployment does at most one of to a resource. */
const ALONE: ReadonlySet<unknown> = new Set(['same', 'update', 'create', 'import']);

/** One step of a preview. A side that is absent is one that it says nothing of; undefined: there is none. */
export interface Step {
  readonly urn: string;
  readonly before?: Entry | undefined;
  readonly after?: Entry | undefined;
  /** What leaves the stack and stays in AWS. */
  readonly kept?: Entry | undefined;
}

/** Undefined when it names no URN, or an operation that is not known. */
export function readStep(step: Record<string, unknown>): Step | undefined {
  const { op } = step;
  const operation = typeof op === 'string' && Object.hasOwn(OPERATIONS, op) ? OPERATIONS[op] : undefined;
  if (operation === undefined) return undefined;
  // Some tools write a step flat, with inputs and outputs of its own in place of two states.
  const flat = 'oldState' in step || 'newState' in step ? {} : step;
  const oldState = isRecord(step['oldState']) ? step['oldState'] : flat;
  const newState = isRecord(step['newState']) ? step['newState'] : flat;
  const { change } = operation;
  const existing = operation.before !== 'none';
  const old = readEntry(oldState, { existing, change }, step);
  const next = readEntry(withAnswers(newState, oldState, change), { existing, change }, step);
  const urn = (next ?? old)?.urn;
  if (urn === undefined) return undefined;
  // What an earlier deployment replaced and has still to delete shares the URN of its successor. A replacement of this
  // one marks its old state alike: its own step is about that.
  const isLeftover = oldState['delete'] === true && (op === 'delete' || op === 'delete-replaced');
  if (isLeftover) return { urn };
  const isExternal = op === 'read' || op === 'read-replacement';
  return {
    urn,
    ...beforeOf(operation, oldState, old, next),
    ...(operation.after === 'silent'
      ? {}
      : { after: operation.after === 'none' ? undefined : asRead(next, isExternal) }),
  };
}

const asRead = (entry: Entry | undefined, isExternal: boolean): Entry | undefined =>
  entry === undefined || !isExternal ? entry : { ...entry, isExternal };

function beforeOf(
  { before, change }: Operation,
  oldState: Record<string, unknown>,
  old: Entry | undefined,
  next: Entry | undefined,
): Pick<Step, 'before' | 'kept'> {
  if (before === 'silent') return {};
  if (before !== 'old') return { before: before === 'new' ? next : undefined };
  const isRemoved = change === 'delete' || change === 'replace';
  // The engine lets go of it and asks no provider to delete it: what it costs does not end.
  if (isRemoved && oldState['retainOnDelete'] === true) return { before: undefined, kept: old };
  return { before: old };
}

/**
 * A preview leaves the new outputs empty where nothing changes: then what the provider answered before still holds. A
 * replacement is a new resource with answers of its own.
 */
function withAnswers(newState: Record<string, unknown>, oldState: Record<string, unknown>, change: Change) {
  const hasAnswers = isRecord(newState['outputs']) && Object.keys(newState['outputs']).length > 0;
  return hasAnswers || change === 'replace' ? newState : { ...newState, outputs: oldState['outputs'] };
}

/** May two steps of one URN both stand in a preview? Steps of a replacement may, and a refresh before another one. */
export const areAtOdds = (one: Record<string, unknown>, other: Record<string, unknown>): boolean =>
  ALONE.has(one['op']) && ALONE.has(other['op']) && !isSame(one, other);

function isSame(one: unknown, other: unknown): boolean {
  try {
    return JSON.stringify(one) === JSON.stringify(other);
  } catch {
    return false; // nested too deeply to compare
  }
}

/** All steps together: each resource once on each side, as the last step that speaks of it says. */
export function joinSteps(steps: readonly Step[]): { before: Entry[]; after: Entry[]; kept: Entry[] } {
  const before = new Map<string, Entry | undefined>();
  const after = new Map<string, Entry | undefined>();
  const kept = new Map<string, Entry | undefined>();
  for (const step of steps) {
    if ('before' in step) before.set(step.urn, step.before);
    if ('after' in step) after.set(step.urn, step.after);
    if ('kept' in step) kept.set(step.urn, step.kept);
  }
  return { before: present(before), after: present(after), kept: present(kept) };
}

const present = (entries: ReadonlyMap<string, Entry | undefined>): Entry[] =>
  [...entries.values()].filter((entry) => entry !== undefined);
