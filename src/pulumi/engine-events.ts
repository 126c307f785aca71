import type { Ending } from './failure';
import { isRecord } from './resource';

/**
 * The engine's events as lines, as `--event-log`, `pulumi up --json` and PULUMI_ENABLE_STREAMING_JSON_PREVIEW write them:
 * https://github.com/pulumi/pulumi/blob/v3.274.1/sdk/go/common/apitype/events.go
 */
export const isEngineEvent = (document: unknown): document is Record<string, unknown> =>
  isRecord(document) && typeof document['sequence'] === 'number' && typeof document['timestamp'] === 'number';

/** What `pulumi preview --json` would have written of the same run, and how it ended. */
export interface Run {
  readonly preview: Record<string, unknown>;
  readonly ending: Ending;
  /** Of any step: it names the stack. */
  readonly urn: string | undefined;
}

/** Every run of a stream, in its order: each begins with a prelude. */
export function runsOf(events: readonly Record<string, unknown>[]): readonly Run[] {
  const starts = events.flatMap((event, i) => (isRecord(event['preludeEvent']) ? [i] : []));
  if (starts.length <= 1) return events.length === 0 ? [] : [runOf(events.slice(starts[0] ?? 0))];
  return starts.map((from, i) => runOf(events.slice(from, starts[i + 1])));
}

function runOf(run: readonly Record<string, unknown>[]): Run {
  const payloads = (kind: string): Record<string, unknown>[] => run.map((event) => event[kind]).filter(isRecord);
  const [prelude] = payloads('preludeEvent');
  const summary = payloads('summaryEvent').at(-1);
  const steps = stepsOf(run);
  const urn = steps.find((step) => typeof step['urn'] === 'string')?.['urn'];
  return {
    urn: typeof urn === 'string' ? urn : undefined,
    preview: {
      config: prelude?.['config'],
      steps,
      diagnostics: payloads('diagnosticEvent'),
      changeSummary: summary?.['resourceChanges'],
      maybeCorrupt: summary?.['maybeCorrupt'],
    },
    ending: endingOf(run, summary),
  };
}

function endingOf(run: readonly Record<string, unknown>[], summary: Record<string, unknown> | undefined): Ending {
  const of = run.some(({ resourcePreEvent: event }) => isRecord(event) && event['planning'] !== true)
    ? 'update'
    : 'preview';
  if (summary === undefined) return { of, result: 'cut' };
  // Older engines say no result: then their diagnostics have to tell.
  const { result } = summary;
  if (typeof result !== 'string' || result === '') return { of, result: undefined };
  return { of, result: result === 'succeeded' ? 'succeeded' : 'failed' };
}

type RawStep = Record<string, unknown>;

/** One step for each that begins, with what its end says of the new state. */
function stepsOf(run: readonly Record<string, unknown>[]): RawStep[] {
  const steps: RawStep[] = [];
  const open = new Map<unknown, RawStep>();
  for (const { resourcePreEvent: begins, resOutputsEvent: ends } of run) {
    const { metadata } = (isRecord(begins) && begins) || (isRecord(ends) && ends) || {};
    if (!isRecord(metadata)) continue;
    const step: RawStep = {
      op: metadata['op'],
      urn: metadata['urn'],
      type: metadata['type'],
      provider: metadata['provider'],
      oldState: metadata['old'],
      newState: metadata['new'],
    };
    const key = step['urn'];
    const begun = open.get(key);
    if (isRecord(begins)) {
      steps.push(step);
      open.set(key, step);
    } else if (begun !== undefined && begun['op'] === 'refresh') {
      // A refresh says at its end what it found: nothing, where somebody deleted the resource.
      if (isRecord(step['newState'])) begun['newState'] = step['newState'];
      else begun['op'] = 'delete';
    } else if (begun !== undefined && begun['op'] === step['op'] && isRecord(step['newState'])) {
      begun['newState'] = step['newState'];
    }
  }
  return steps;
}
