import { type Notice, notice } from '../core/notice';
import type { Plan } from '../core/plan';
import { readPlan } from '../pulumi/read-plan';
import { parseJson, readBytes } from './json-file';

/** A plan, or what is wrong with where it should stand. */
export type PlanFileReading = { readonly plan: Plan } | { readonly problem: Notice };

/** Reads a plan from a file. */
export function readPlanFile(path: string): PlanFileReading {
  const read = readBytes(path);
  return 'fault' in read
    ? { problem: notice('plan-unread', 'block', { file: path, fault: read.fault }) }
    : parsePlan(read.bytes, path);
}

/** Reads a plan that was piped in. */
export const readPipedPlan = (bytes: Buffer): PlanFileReading => parsePlan(bytes, undefined);

function parsePlan(bytes: Buffer, file: string | undefined): PlanFileReading {
  const parsed = parseJson(bytes);
  if ('fault' in parsed) return { problem: notice('plan-unread', 'block', { file, fault: parsed.fault }) };
  const [document, ...more] = parsed.documents;
  const reading = readPlan(more.length === 0 ? document : parsed.documents);
  if ('plan' in reading) return reading;
  return { problem: notice('plan-refused', 'block', { file, problem: reading.problem }) };
}
