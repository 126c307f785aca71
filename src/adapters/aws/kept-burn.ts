import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { COST_OF_PAID_CALL } from '../../core/credits/aws-calls';
import { type BilledBurn, readBilledBurn, writtenBurn } from '../../core/credits/burn-reading';
import { isRecord } from '../../core/credits/snapshot';
import type { WriteFault } from '../../core/file-fault';
import { type Instant, isoDay, isoInstant, MS_PER_DAY, parseInstant } from '../../core/instant';
import type { Usd } from '../../core/money';
import { type Notice, notice } from '../../core/notice';
import { cacheFolder } from '../cache-folder';
import { readJsonFile } from '../json-file';
import { replaceFile, writeFault } from '../replace-file';
import type { Aws } from './aws';
import { ReadFailure, whyNotRead } from './failure';

/** The one call that AWS charges for. */
const CALL = 'GetCostAndUsage';

export interface PaidQuestion {
  /** The month that is asked for, `2026-10`. */
  readonly month: string;
  /** The first of the months that are asked for with it. */
  readonly since: string;
  readonly asked: Instant;
  readonly maxDailyCost: Usd;
  /** AWS has to answer now, whatever is kept. */
  readonly renew?: boolean | undefined;
}

export interface KeptBurn extends BilledBurn {
  readonly caller: string;
  readonly readAt: Instant;
  /** So many were made for it in this run. */
  readonly calls: number;
  /** It is an older one, and this is why there is no newer one. */
  readonly instead?: Notice;
}

/** Cost Explorer's own figures are up to 24 hours behind: asking more often brings nothing new. */
const KEPT_FOR = MS_PER_DAY;

/**
 * The burn of Cost Explorer, asked for once a day and caller, and never for more than its owner allows. Of several runs at
 * once one asks, and the others take its answer or its failure. `ask` calls `spend` before each request that it sends,
 * with the number of pages that it has.
 *
 * @throws ReadFailure when there is no burn, and no older one either.
 */
export async function keptBurn(
  aws: Aws,
  question: PaidQuestion,
  ask: (spend: (pagesRead: number) => void) => Promise<BilledBurn>,
): Promise<KeptBurn> {
  const { file, caller } = await fileOf(aws);
  const begun = Date.now();
  const newIn = (record: Kept): KeptBurn | undefined => {
    const { readAt = 0, since } = record;
    const age = Date.now() - readAt;
    const isNew = question.renew !== true && age >= 0 && age < KEPT_FOR;
    const kept = isNew && since !== undefined && since <= question.since ? burnIn(record, caller) : undefined;
    return kept?.month === question.month ? kept : undefined;
  };
  const before = recordIn(file);
  const still = newIn(before);
  if (still !== undefined) return still;
  try {
    return await whileLocked(file, aws, async () => {
      const record = recordIn(file);
      const meanwhile = newIn(record);
      if (meanwhile !== undefined) return meanwhile;
      const { failed } = record;
      if (failed !== undefined && failed.at >= begun && question.renew !== true) throw new ReadFailure(failed.why);
      return { ...(await bought(file, aws, question, ask)), caller };
    });
  } catch (error) {
    const kept = burnIn(before, caller);
    if (kept === undefined || question.renew === true) throw error;
    return { ...kept, instead: whyNotRead(error) };
  }
}

/** Asks, and writes down what came of it for the next run and for those that wait. */
async function bought(
  file: string,
  aws: Aws,
  { asked: readAt, since, maxDailyCost }: PaidQuestion,
  ask: (spend: (pagesRead: number) => void) => Promise<BilledBurn>,
): Promise<Omit<KeptBurn, 'caller'>> {
  let calls = 0;
  const mayCost = (requests: number) => COST_OF_PAID_CALL.times(requests).lte(maxDailyCost);
  const tooManyPages = (pages: number) =>
    new ReadFailure(notice('cost-explorer-pages', 'warn', { pages, allowed: maxDailyCost }));
  const spend = (pagesRead: number) => {
    if (aws.abortSignal.aborted) throw late(aws);
    const record = recordIn(file);
    const day = isoDay(Date.now());
    const today = record.day === day ? record.calls : 0;
    const { unfinished } = record;
    // An answer that will not be whole is not begun again.
    if (pagesRead === 0 && unfinished?.since === since && !mayCost(today + unfinished.pages + 1))
      throw tooManyPages(unfinished.pages);
    if (!mayCost(today + 1)) {
      if (pagesRead === 0)
        throw new ReadFailure(notice('cost-explorer-cap', 'warn', { calls: today, allowed: maxDailyCost }));
      write(file, { ...record, unfinished: { since, pages: pagesRead } });
      throw tooManyPages(pagesRead);
    }
    const fault = write(file, { ...record, day, calls: today + 1 });
    // What cannot be counted is not bought: the owner's limit would not hold.
    if (fault !== undefined) throw uncounted(file, fault);
    calls++;
  };
  try {
    const burn = await ask(spend);
    const { day, calls: today } = recordIn(file);
    write(file, { day, calls: today, readAt, since, burn: writtenBurn(burn, 'cost-explorer') });
    return { ...burn, readAt, calls };
  } catch (error) {
    const why = whyNotRead(error);
    // What the limit of its own owner means, each run finds by itself.
    if (isOfAws(why)) write(file, { ...recordIn(file), failed: { at: Date.now(), why } });
    throw error;
  }
}

/** What stands in a file. */
interface Kept {
  /** The UTC day of which `calls` are counted. */
  readonly day: string | undefined;
  readonly calls: number;
  readonly readAt?: Instant | undefined;
  /** The first month that was asked for: there may be fewer, where the account is younger. */
  readonly since?: string | undefined;
  /** As it stands there: of many accounts it is large, and each call that is counted writes the file anew. */
  readonly burn?: unknown;
  /** An answer from `since` on that had more pages than these when the limit of the day was reached. */
  readonly unfinished?: { readonly since: string; readonly pages: number } | undefined;
  /** The last try, where it brought nothing. */
  readonly failed?: { readonly at: Instant; readonly why: Notice } | undefined;
}

/** A part that cannot be read is as if it were not there: the file is ours, and written whole. */
function recordIn(file: string): Kept {
  const read = readJsonFile(file);
  const document = 'fault' in read || !isRecord(read.document) ? {} : read.document;
  const { day, calls, readAt, since, burn, unfinished, failed } = document;
  const { at, why } = isRecord(failed) ? failed : {};
  const { since: from, pages } = isRecord(unfinished) ? unfinished : {};
  return {
    day: typeof day === 'string' ? day : undefined,
    calls: typeof calls === 'number' && calls >= 0 ? calls : 0,
    readAt: typeof readAt === 'string' ? parseInstant(readAt) : undefined,
    since: typeof since === 'string' ? since : undefined,
    burn,
    unfinished: typeof from === 'string' && typeof pages === 'number' ? { since: from, pages } : undefined,
    failed: typeof at === 'number' && isRecord(why) && isOfAws(why) ? { at, why } : undefined,
  };
}

/** Such a notice holds texts and numbers alone, and is read back as it was written. */
const isOfAws = (why: Readonly<Record<string, unknown>> | Notice): why is Notice =>
  typeof why['code'] === 'string' && /^(?:aws|burn)-/.test(why['code']);

function burnIn({ burn, readAt }: Kept, caller: string): KeptBurn | undefined {
  const billed = readBilledBurn(burn);
  return billed === undefined || readAt === undefined ? undefined : { ...billed, readAt, calls: 0, caller };
}

function write(file: string, { readAt, ...kept }: Kept): WriteFault | undefined {
  const document = {
    ...kept,
    ...(readAt === undefined ? {} : { readAt: isoInstant(readAt) }),
  };
  return replaceFile(file, `${JSON.stringify(document)}\n`, FOR_ITS_USER);
}

/** What an account spends is for nobody else on the machine. */
const [FOR_ITS_USER, FOLDER_FOR_ITS_USER] = [0o600, 0o700];

const late = (aws: Aws): ReadFailure => aws.late(CALL, new URL(aws.urlOf(CALL)).host);

const uncounted = (file: string, fault: WriteFault): ReadFailure =>
  new ReadFailure(notice('cost-explorer-uncounted', 'warn', { folder: dirname(file), fault }));

/** One file for each account, caller and endpoint. A role is one caller, whatever its session is called. */
async function fileOf(aws: Aws): Promise<{ readonly file: string; readonly caller: string }> {
  const { account, arn } = await aws.identity();
  const caller = arn.replace(/(:assumed-role\/[^/]+)\/.*$/, '$1');
  const name = createHash('sha256').update(JSON.stringify([account, caller, aws.urlOf(CALL)]));
  const file = join(cacheFolder(aws.settings.environment, 'cost-explorer'), `${name.digest('hex').slice(0, 32)}.json`);
  return { file, caller: account };
}

/** Who died with it holds up the others for so long. */
const STALE = 3_000;
const [SHORTEST_WAIT, LONGEST_WAIT] = [50, 150];

/** Only one run on this machine does it at a time; the others wait, as long as they wait for AWS. */
async function whileLocked<T>(file: string, aws: Aws, once: () => Promise<T>): Promise<T> {
  const { lock } = await import('proper-lockfile');
  // A run that was held up for too long has lost its lock. It then counts on, and writes whole files, as the other does.
  const options = { realpath: false, stale: STALE, update: STALE / 3, onCompromised: () => {} };
  let release: (() => Promise<void>) | undefined;
  try {
    mkdirSync(dirname(file), { recursive: true, mode: FOLDER_FOR_ITS_USER });
    while (release === undefined) {
      release = await lock(file, options).catch(async (error: unknown) => {
        if (!(error instanceof Error && 'code' in error && error.code === 'ELOCKED')) throw error;
        await pause(SHORTEST_WAIT + Math.random() * (LONGEST_WAIT - SHORTEST_WAIT));
        if (aws.abortSignal.aborted) throw late(aws);
        return undefined;
      });
    }
  } catch (error) {
    throw error instanceof ReadFailure ? error : uncounted(file, writeFault(error));
  }
  try {
    return await once();
  } finally {
    // What could not be taken away counts for nothing after a while.
    await release().catch(() => {});
  }
}
