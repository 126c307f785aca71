import { type Notice, notice } from '../core/notice';
import { type Ending, failureOf } from './failure';
import { type Entries, isRecord, untargeted } from './resource';
import { areAtOdds, joinSteps, readStep, type Step } from './steps';

const UNSAID: Ending = { of: 'preview', result: undefined };

/**
 * `pulumi preview --json`: what was there, what will be there, and so what changes. A problem when the preview failed or
 * the document is not whole; undefined for other documents.
 */
export function readPreview(document: unknown, ending = UNSAID): Entries | { problem: Notice } | undefined {
  if (!isRecord(document)) return undefined;
  // The CLI leaves out `steps` when a preview ended before its first step.
  if (!('steps' in document) && !('changeSummary' in document) && !('diagnostics' in document)) return undefined;
  const { steps = [], config, diagnostics, changeSummary, maybeCorrupt } = document;
  if (!Array.isArray(steps)) return { problem: notice('no-list', 'block', { what: 'steps' }) };
  const summary = heldAgainst(changeSummary, steps);
  const problem = failureOf(diagnostics, ending) ?? summary.problem;
  if (problem !== undefined) return { problem };
  const leftOut = new Set(steps.filter((step: unknown) => isRecord(step) && isLeftOut(step)));
  const read = readSteps(steps, leftOut);
  return {
    ...joinSteps(read.steps),
    urn: read.steps[0]?.urn,
    waiting: [],
    deleted: [],
    interrupted: [],
    configuration: textsOf(config),
    problems: [
      ...(maybeCorrupt === true ? [notice('maybe-corrupt', 'warn', {})] : []),
      ...summary.notes,
      ...untargeted(leftOut.size),
      ...read.problems,
    ],
  };
}

function readSteps(raw: readonly unknown[], leftOut: ReadonlySet<unknown>): { steps: Step[]; problems: Notice[] } {
  const steps: Step[] = [];
  const problems: Notice[] = [];
  const seen = new Map<string, Record<string, unknown>>();
  raw.forEach((one, i) => {
    if (leftOut.has(one)) return;
    const step = isRecord(one) ? readStep(one) : undefined;
    if (!isRecord(one) || step === undefined) {
      problems.push(notice('step-unread', 'warn', { step: i + 1 }));
      return;
    }
    const earlier = seen.get(step.urn);
    if (earlier !== undefined && areAtOdds(earlier, one))
      problems.push(notice('listed-twice', 'warn', { urn: step.urn }));
    seen.set(step.urn, one);
    steps.push(step);
  });
  return { steps, problems };
}

/**
 * The engine counts what it does by operation. A document that lists less is cut, but for what is unchanged: that is
 * listed on request only.
 */
function heldAgainst(summary: unknown, steps: readonly unknown[]): { problem?: Notice; notes: Notice[] } {
  const listed = steps.filter(isRecord);
  const found = new Map<unknown, number>();
  for (const { op } of listed) found.set(op, (found.get(op) ?? 0) + 1);
  const lacking = (isRecord(summary) ? Object.entries(summary) : [])
    .map(([op, count]) => ({ op, missing: countOf(count) - (found.get(op) ?? 0) }))
    .filter(({ missing }) => missing > 0);
  const missing = sumOf(lacking) - refreshedOnly(listed);
  if (missing <= 0) return { notes: [] };
  const changes = lacking.filter(({ op }) => op !== 'same');
  if (changes.length === 0) return { notes: [notice('unchanged-unlisted', 'warn', { count: missing })] };
  return { problem: notice('preview-cut', 'block', { missing: sumOf(changes) }), notes: [] };
}

/** A count that is no number counts nothing. */
const countOf = (count: unknown): number => (typeof count === 'number' ? count : 0);

const sumOf = (counts: readonly { readonly missing: number }[]): number =>
  counts.reduce((total, { missing }) => total + missing, 0);

/** Resources with no step but a refresh: the engine counts them under what the refresh or the program made of them. */
function refreshedOnly(steps: readonly Record<string, unknown>[]): number {
  const refreshed = new Set(steps.filter(({ op }) => op === 'refresh').map(({ urn }) => urn));
  for (const { op, urn } of steps) if (op !== 'refresh') refreshed.delete(urn);
  return refreshed.size;
}

/**
 * A new resource that `--target` leaves out is reported as an unchanged one that has no id and no input: nothing is known of
 * it, and this deployment does not create it.
 */
function isLeftOut({ op, oldState }: Record<string, unknown>): boolean {
  if (op !== 'same' || !isRecord(oldState) || oldState['custom'] !== true) return false;
  return !('id' in oldState) && !('inputs' in oldState);
}

/** Secrets of the configuration are no text here, and are left out. */
function textsOf(config: unknown): Record<string, string> {
  if (!isRecord(config)) return {};
  return Object.fromEntries(
    Object.entries(config).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}
