import { notice } from '../../core/notice';
import { type Pool, poolText } from '../../core/pool';
import { ReadFailure } from '../aws/failure';
import { readBytes } from '../json-file';
import { editLocked } from '../locked-file';
import { type Change, type PoolFile, poolIn, unreadable } from './pool-file';

/** A file on a disk that all its writers share: locked while it is edited, and replaced whole. */
export class LocalPool implements PoolFile {
  constructor(
    readonly name: string,
    private readonly path: string,
  ) {}

  async read(): Promise<Pool | undefined> {
    const read = readBytes(this.path);
    if (!('fault' in read)) return poolIn(read.bytes);
    if (read.fault.because === 'missing') return undefined;
    throw unreadable(read.fault);
  }

  async edit(change: Change): Promise<void> {
    // A file of nothing is one that somebody has begun by hand: it has no reservation.
    const fault = await editLocked(this.path, (before) => {
      const after = change(before === '' ? [] : poolIn(Buffer.from(before)));
      return after === undefined ? before : poolText(after);
    });
    if (fault !== undefined) throw new ReadFailure(notice('pool-not-written', 'warn', { fault }));
  }
}
