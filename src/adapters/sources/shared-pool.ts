import type { Instant } from '../../core/instant';
import { notice } from '../../core/notice';
import { reservedNow } from '../../core/pool';
import { known, unknown } from '../../core/reading';
import { ReadFailure, whyNotRead } from '../aws/failure';
import { openPool, type PoolRequest } from '../pool/pool-file';
import type { PoolReading, Source } from './source';

/** What deployments of all stacks have reserved, in the file that they share. */
export const sharedPool = (request: PoolRequest, now: Instant): Source => ({
  name: request.written,
  read: async () => ({ pool: await readingOf(request, now) }),
});

async function readingOf(request: PoolRequest, now: Instant): Promise<PoolReading> {
  try {
    const pool = await (await openPool(request)).read();
    // Nobody has reserved anything yet, or its address has a slip: one looks like the other.
    if (pool === undefined) throw new ReadFailure(notice('pool-missing', 'warn', {}));
    return { reserved: known(reservedNow(pool, now)), problems: [] };
  } catch (error) {
    const problem = notice('balance-pool-not-read', 'warn', { source: request.written, why: whyNotRead(error) });
    return { reserved: unknown('the shared pool file could not be read'), problems: [problem] };
  }
}
