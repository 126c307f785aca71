import { type Notice, notice, type PlanPlace } from '../core/notice';
import type { Plan } from '../core/plan';
import { readPlans } from '../pulumi/read-plan';
import { parseJson, readBytes } from './json-file';

/** A plan, or what is wrong with where it should stand; and where that is. */
export type PlacedReading = ({ readonly plan: Plan } | { readonly problem: Notice }) & { readonly place: PlanPlace };

/** Reads every plan of a file: one at least, or what is wrong. */
export function readPlansFile(path: string): readonly PlacedReading[] {
  const read = readBytes(path);
  return 'fault' in read
    ? [{ problem: notice('plan-unread', 'block', { file: path, fault: read.fault }), place: { file: path } }]
    : parsePlans(read.bytes, path);
}

/** Reads every plan that was piped in. */
export const readPipedPlans = (bytes: Buffer): readonly PlacedReading[] => parsePlans(bytes, undefined);

function parsePlans(bytes: Buffer, file: string | undefined): readonly PlacedReading[] {
  const parsed = parseJson(bytes);
  if ('fault' in parsed)
    return [{ problem: notice('plan-unread', 'block', { file, fault: parsed.fault }), place: { file } }];
  const [document, ...more] = parsed.documents;
  const readings = readPlans(more.length === 0 ? document : parsed.documents);
  return readings.map((reading, i) => {
    const place = readings.length === 1 ? { file } : { file, document: i + 1 };
    return 'plan' in reading
      ? { ...reading, place }
      : { problem: notice('plan-refused', 'block', { ...place, problem: reading.problem }), place };
  });
}
