import type { Stream } from './stream';
import { type End, planStream, type Sum } from './streams';

/** What one stack has of the streams of a ledger that adds several up. */
export class OwnStreams {
  private readonly own: ReadonlyMap<string, Stream>;

  constructor(sums: readonly Sum[], end: End) {
    this.own = new Map(
      sums
        .filter(({ part }) => part !== 'removed')
        .map((sum) => [keyOf(sum.eligibility.key, sum), planStream(sum, end)]),
    );
  }

  /** Undefined: nothing of it, as of what the account spends: that is of no part. */
  of(stream: Stream): Stream | undefined {
    return this.own.get(keyOf(stream.eligibility.key, stream));
  }
}

type Kind = Pick<Stream, 'startsAt' | 'endsAt'> & { readonly part?: Stream['part'] };

const keyOf = (kind: string, { part, startsAt, endsAt }: Kind): string => `${part} ${startsAt} ${endsAt} ${kind}`;
