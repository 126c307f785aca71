import { readFileSync } from 'node:fs';
import { type PlanReading, readPlan } from '../plan/read-plan';
import { parseJson, readJsonFile } from './json-file';

const REDO = 'pulumi preview --json --show-sames > plan.json';

/** Reads a plan from a file, or from standard input for `-`. A problem names the file and the fix. */
export function readPlanFile(path: string): PlanReading {
  const name = path === '-' ? 'standard input' : path;
  const read = path === '-' ? readStandardInput(name) : readJsonFile(path, REDO);
  if ('problem' in read) return read;
  const plan = readPlan(read.document);
  return 'problem' in plan ? { problem: `${name}: ${plan.problem}; write one with \`${REDO}\`` } : plan;
}

function readStandardInput(name: string) {
  try {
    return parseJson(readFileSync(0), name, 'pulumi preview --json --show-sames | credit-guard check');
  } catch {
    return { problem: `${name}: nothing could be read from it` };
  }
}
