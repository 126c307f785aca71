import { decidedLater } from '../../src/core/properties';
import type { SentResource } from './pack-server';

type State = Record<string, unknown>;
const isRecord = (value: unknown): value is State => typeof value === 'object' && value !== null;
const recordOf = (value: unknown): State => (isRecord(value) ? value : {});
const isEmpty = (value: unknown): boolean => Object.keys(recordOf(value)).length === 0;

/** What the engine sends to a pack of the run that a document is about. */
export interface SentPlan {
  /** To the resource policies: inputs. */
  readonly inputs: readonly SentResource[];
  /** To the stack policy: outputs. */
  readonly outputs: readonly SentResource[];
}

/**
 * Reads `pulumi preview --json` or `pulumi stack export`, the latter as a run in which nothing changes. What is only read,
 * deleted or waits for its deletion is sent to no policy (pkg/resource/deploy of Pulumi 3.274: a read is recorded apart).
 */
export function sentPlan(document: unknown): SentPlan {
  const states = statesOf(recordOf(document)).filter(
    (state) => state['external'] !== true && state['delete'] !== true && state['pendingReplacement'] !== true,
  );
  const region = recordOf(recordOf(document)['config'])['aws:region'];
  const ofDefaultProvider = region === undefined ? {} : { region };
  const providers = new Map(states.map((state) => [String(state['urn']), recordOf(state['inputs'])]));
  const sent = (state: State, properties: unknown): SentResource => {
    const urn = String(state['urn']);
    const provider = String(state['provider'] ?? '').replace(/::[^:]*$/, '');
    return {
      urn,
      type: String(state['type']),
      name: urn.split('::').slice(3).join('::'),
      properties: recordOf(asSent(properties)),
      provider: state['custom'] === false ? null : (providers.get(provider) ?? ofDefaultProvider),
      dependencies: recordOf(state['propertyDependencies']) as Record<string, string[]>,
    };
  };
  return {
    inputs: states.map((state) => sent(state, state['inputs'])),
    outputs: states.map((state) => sent(state, outputsOf(state))),
  };
}

const SIGNATURE = '4dabf18193072939515e22adb298388d';
const RESOURCE = '5cf8f73096256a8f31e491e813e4eb8e';

/** Assets and archives, of which a saved state may keep no more than the hash. */
const FILES = new Set<unknown>(['c44067f5952c0a294b673a41bacd8c17', '0def7320c3a5731c473e5ecbe6d01bc7']);
const SECRET = '1b47061264138c4ac30d75fd1eb44270';

/** A pack is sent secrets in the clear, and the id of a resource that a property holds. */
function asSent(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(asSent);
  if (!isRecord(value)) return value;
  if (value[SIGNATURE] === SECRET) return 'value' in value ? asSent(value['value']) : decidedLater;
  if (FILES.has(value[SIGNATURE])) return 'a file';
  if (value[SIGNATURE] === RESOURCE) return value['id'] ?? value['urn'] ?? null;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, asSent(one)]));
}

/** The provider answers what it was asked for, and more; a resource that is new has no id yet. */
function outputsOf({ outputs, inputs, id, custom, isNew, isUpdate }: State): State {
  const [asked, told] = [recordOf(inputs), recordOf(outputs)];
  const answered = isUpdate === true ? { ...told, ...asked } : { ...asked, ...told };
  return custom === false ? answered : { ...answered, id: isNew === true ? decidedLater : (id ?? 'id') };
}

function statesOf({ deployment, checkpoint, steps }: State): State[] {
  const latest = recordOf(recordOf(checkpoint)['latest'] ?? deployment);
  if (!Array.isArray(steps)) return (latest['resources'] as State[] | undefined) ?? [];
  const states = new Map<unknown, State | undefined>();
  for (const { op, oldState, newState, ...step } of steps as State[]) {
    const isGone = op === 'delete' || op === 'discard';
    const isRead = op === 'read' || op === 'read-replacement';
    const [old, next] = [recordOf(oldState), recordOf(newState ?? oldState ?? step)];
    if (op === 'delete-replaced' || op === 'remove-pending-replace') continue;
    // Where nothing changes, a document leaves the answers of the provider to the old state.
    const answers = isEmpty(next['outputs']) && !String(op).includes('replace') ? old : next;
    const isNew = /^create|replace/.test(String(op));
    const state = { ...step, ...next, outputs: answers['outputs'], isNew, isUpdate: op === 'update' };
    states.set(step['urn'], isGone ? undefined : { ...state, ...(isRead ? { external: true } : {}) });
  }
  return [...states.values()].filter((state) => state !== undefined);
}
