import { dirname, resolve } from 'node:path';
import type { JsonFault } from '../../core/file-fault';
import { notice } from '../../core/notice';
import { type Pool, type PoolPlace, poolPlace, readPool } from '../../core/pool';
import type { Deadline } from '../aws/exchange';
import { ReadFailure } from '../aws/failure';
import { parseJson } from '../json-file';

/** What many stacks have reserved, where they all find it. `test/adapters/pool-file.test.ts` holds every kind to it. */
export interface PoolFile {
  /** As its owner wrote it. */
  readonly name: string;
  /** Undefined: there is none yet. @throws ReadFailure where that is not known, or what is there is no pool file. */
  read(): Promise<Pool | undefined>;
  /**
   * Puts what `change` makes of the newest pool in its place, if nobody has written in between; otherwise asks again.
   * Undefined leaves it as it is. All of it is written or nothing. @throws ReadFailure where it was not, or where that is not known.
   */
  edit(change: Change): Promise<void>;
}

export type Change = (before: Pool) => Pool | undefined;

/** What the owner has named, and what a run has at hand. */
export interface PoolRequest {
  readonly written: string;
  /** The configuration file, which a relative path starts from. */
  readonly configFile: string | undefined;
  readonly environment: NodeJS.ProcessEnv;
  readonly deadline: Deadline;
}

/** Loads what its kind needs and nothing else. Asks nobody. @throws ReadFailure when it is an address of another kind. */
export async function openPool({ written, configFile, environment, deadline }: PoolRequest): Promise<PoolFile> {
  const place: PoolPlace | undefined = poolPlace(written);
  switch (place?.kind) {
    case undefined:
      throw new ReadFailure(notice('pool-no-address', 'warn', {}));
    case 'path': {
      const { LocalPool } = await import('./local-pool.js');
      return new LocalPool(written, resolve(configFile === undefined ? '.' : dirname(configFile), place.path));
    }
    case 'web': {
      const { WebPool } = await import('./web-pool.js');
      return new WebPool(written, new URL(place.url), environment, deadline);
    }
    case 'object': {
      const { ObjectPool } = await import('./object-pool.js');
      return new ObjectPool(written, place, environment, deadline);
    }
  }
}

/** The pool in the text of a file. @throws ReadFailure */
export function poolIn(bytes: Buffer): Pool {
  const parsed = parseJson(bytes);
  if ('fault' in parsed) throw unreadable(parsed.fault);
  const [document, ...others] = parsed.documents;
  if (others.length > 0) throw unreadable({ because: 'several', documents: others.length + 1 });
  const read = readPool(document);
  if ('fault' in read) throw new ReadFailure(notice('pool-malformed', 'warn', read.fault));
  return read.pool;
}

/** Why a file is not there to be read as a pool. */
export const unreadable = (fault: JsonFault): ReadFailure =>
  new ReadFailure(notice('pool-unreadable', 'warn', { fault }));
