import type { Plan } from '../core/plan';
import { readPlan } from '../pulumi/read-plan';
import { faultWords } from '../words/json-faults';
import { wordsOf } from '../words/notices';
import { type JsonFault, parseJson, readBytes } from './json-file';

const PREVIEW = 'pulumi preview --json --show-sames';

/** A plan, or one line that names its source and the fix. */
export type PlanFileReading = { readonly plan: Plan } | { readonly problem: string };

/** Reads a plan from a file. */
export function readPlanFile(path: string): PlanFileReading {
  const redo = `${PREVIEW} > plan.json`;
  const read = readBytes(path);
  return 'fault' in read ? faulty(path, read.fault, redo) : parsePlan(read.bytes, path, redo);
}

/** Reads a plan that was piped in. */
export const readPipedPlan = (bytes: Buffer): PlanFileReading =>
  parsePlan(bytes, 'standard input', `${PREVIEW} | credit-guard check`);

function parsePlan(bytes: Buffer, name: string, redo: string): PlanFileReading {
  const parsed = parseJson(bytes);
  if ('fault' in parsed) return faulty(name, parsed.fault, redo);
  const [document, ...more] = parsed.documents;
  const reading = readPlan(more.length === 0 ? document : parsed.documents);
  return 'plan' in reading ? reading : { problem: `${name}: ${wordsOf(reading.problem)}` };
}

const faulty = (name: string, fault: JsonFault, redo: string): PlanFileReading => ({
  problem: `${name}: ${faultWords(fault, redo)}.`,
});
