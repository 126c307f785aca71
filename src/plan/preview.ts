import { type Notice, notice } from '../core/notice';
import type { Change } from '../core/plan';
import { type Entries, type Entry, isRecord, readEntry, uniqueByUrn, untargeted } from './resource';

/** What each operation of the engine does to a resource, and on which side of the change it shows. */
const OPERATIONS: Readonly<Record<string, { change: Change; before: boolean; after: boolean }>> = {
  same: { change: 'same', before: true, after: true },
  refresh: { change: 'same', before: true, after: true },
  update: { change: 'update', before: true, after: true },
  create: { change: 'create', before: false, after: true },
  import: { change: 'same', before: true, after: true },
  replace: { change: 'replace', before: true, after: true },
  'import-replacement': { change: 'replace', before: true, after: true },
  'create-replacement': { change: 'replace', before: true, after: true },
  'delete-replaced': { change: 'replace', before: true, after: false },
  delete: { change: 'delete', before: true, after: false },
  read: { change: 'same', before: false, after: true },
  'read-replacement': { change: 'same', before: false, after: true },
  'read-discard': { change: 'delete', before: false, after: false },
  discard: { change: 'delete', before: true, after: false },
  'discard-replaced': { change: 'replace', before: true, after: false },
  'remove-pending-replace': { change: 'replace', before: false, after: false },
};

/** `pulumi preview --json`: what was there, what will be there, and so what changes. Undefined for other documents. */
export function readPreview(document: unknown): Entries | { problem: string } | undefined {
  if (!isRecord(document)) return undefined;
  // The CLI leaves out `steps` when a preview ended before its first step.
  if (!('steps' in document) && !('changeSummary' in document) && !('diagnostics' in document)) return undefined;
  const { steps = [], config } = document;
  if (!Array.isArray(steps)) return { problem: 'its steps are no list' };
  const leftOut = new Set(steps.filter((step: unknown) => isRecord(step) && isLeftOut(step)));
  const problems: Notice[] = [...failureOf(document), ...unlisted(document, steps), ...untargeted(leftOut.size)];
  const seen = new Map<string, unknown>();
  const after: Entry[] = [];
  const before: Entry[] = [];
  steps.forEach((raw: unknown, i) => {
    if (leftOut.has(raw)) return;
    const step = isRecord(raw) ? readStep(raw) : undefined;
    if (step === undefined) problems.push(notice('step-unread', 'warn', { step: i + 1 }));
    // Steps of one replacement share a URN, and a tool may repeat a step; two that differ are a fault of the document.
    if (step?.after !== undefined && step.after.change !== 'replace') {
      const { urn } = step.after;
      if (seen.has(urn) && !isSame(seen.get(urn), raw)) problems.push(notice('listed-twice', 'warn', { urn }));
      seen.set(urn, raw);
    }
    if (step?.after !== undefined) after.push(step.after);
    if (step?.before !== undefined) before.push(step.before);
  });
  return {
    after: lastOfReplacement(after),
    before: uniqueByUrn(lastOfReplacement(before), []),
    configuration: textsOf(config),
    problems,
  };
}

/** A preview that failed stops half way: what comes after is in no figure. */
function failureOf({ diagnostics }: Record<string, unknown>): Notice[] {
  const errors = Array.isArray(diagnostics)
    ? diagnostics.filter((one) => isRecord(one) && one['severity'] === 'error')
    : [];
  return errors.length === 0
    ? []
    : [
        notice('plan-unread', 'warn', {
          text: `The preview reports ${errors.length === 1 ? 'an error' : `${errors.length} errors`}, so the plan is not whole; run it again once \`pulumi preview\` succeeds.`,
        }),
      ];
}

/** `pulumi preview --json` counts unchanged resources but lists them only on request. */
function unlisted({ changeSummary }: Record<string, unknown>, steps: unknown): Notice[] {
  const counted = isRecord(changeSummary) ? changeSummary['same'] : undefined;
  const listed = Array.isArray(steps) ? steps.filter((step) => isRecord(step) && step['op'] === 'same').length : 0;
  const missing = typeof counted === 'number' ? counted - listed : 0;
  return missing > 0 ? [notice('unchanged-unlisted', 'warn', { count: missing })] : [];
}

/**
 * A new resource that `--target` leaves out is told as an unchanged one that has no id and no input: nothing is known of
 * it, and this deployment does not create it.
 */
function isLeftOut({ op, oldState }: Record<string, unknown>): boolean {
  if (op !== 'same' || !isRecord(oldState) || oldState['custom'] !== true) return false;
  return !('id' in oldState) && !('inputs' in oldState);
}

function isSame(a: unknown, b: unknown): boolean {
  try {
    return JSON.stringify(a) === JSON.stringify(b);
  } catch {
    return false; // nested too deeply to compare
  }
}

/** Secrets of the configuration are no text here, and are left out. */
function textsOf(config: unknown): Record<string, string> {
  if (!isRecord(config)) return {};
  return Object.fromEntries(
    Object.entries(config).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}

/** A replacement is told in several steps with one URN: they are one resource. */
function lastOfReplacement(entries: readonly Entry[]): Entry[] {
  return [...new Map(entries.map((entry) => [entry.urn, entry])).values()];
}

function readStep(step: Record<string, unknown>): { before: Entry | undefined; after: Entry | undefined } | undefined {
  const operation =
    typeof step['op'] === 'string' && Object.hasOwn(OPERATIONS, step['op']) ? OPERATIONS[step['op']] : undefined;
  if (operation === undefined) return undefined;
  // Some tools write a step flat, with inputs and outputs of its own in place of two states.
  const flat = 'oldState' in step || 'newState' in step ? {} : step;
  const oldState = isRecord(step['oldState']) ? step['oldState'] : flat;
  const newState = isRecord(step['newState']) ? step['newState'] : flat;
  const situation = { existing: operation.before, change: operation.change };
  const isExternal = step['op'] === 'read' || step['op'] === 'read-replacement';
  const after = operation.after
    ? readEntry(withAnswers(newState, oldState, operation.change), situation, step)
    : undefined;
  // What an earlier deployment replaced and has still to delete shares the URN of its successor.
  const isLeftover = oldState['delete'] === true;
  const before = operation.before && !isLeftover ? readEntry(oldState, situation, step) : undefined;
  if (operation.after && after === undefined) return undefined;
  return { before, after: after === undefined ? undefined : { ...after, isExternal: after.isExternal || isExternal } };
}

/**
 * A preview leaves the new outputs empty where nothing changes: then what the provider answered before still holds. A
 * replacement is a new resource with answers of its own.
 */
function withAnswers(newState: Record<string, unknown>, oldState: Record<string, unknown>, change: Change) {
  const hasAnswers = isRecord(newState['outputs']) && Object.keys(newState['outputs']).length > 0;
  return hasAnswers || change === 'replace' ? newState : { ...newState, outputs: oldState['outputs'] };
}
