import type { Plan } from '../core/plan';
import { readPlan } from '../plan/read-plan';
import { wordsOf } from '../words/notices';
import { parseJson, readBytes } from './json-file';

const PREVIEW = 'pulumi preview --json --show-sames';

/** A plan, or one line that names its source and the fix. */
export type PlanFileReading = { readonly plan: Plan } | { readonly problem: string };

/** Reads a plan from a file. */
export function readPlanFile(path: string): PlanFileReading {
  const read = readBytes(path);
  return 'problem' in read ? read : parsePlan(read.bytes, path, `${PREVIEW} > plan.json`);
}

/** Reads a plan that was piped in. */
export const readPipedPlan = (bytes: Buffer): PlanFileReading =>
  parsePlan(bytes, 'standard input', `${PREVIEW} | credit-guard check`);

function parsePlan(bytes: Buffer, name: string, redo: string): PlanFileReading {
  const parsed = parseJson(bytes, name, redo);
  if ('problem' in parsed) return parsed;
  const [document, ...more] = parsed.documents;
  const reading = readPlan(more.length === 0 ? document : parsed.documents);
  return 'plan' in reading ? reading : { problem: `${name}: ${wordsOf(reading.problem)}` };
}
