import type { Price, PriceBook } from '../charges/prices';

/** A price that was read, and the day for which it is right. */
export interface Dated {
  readonly usd: string;
  readonly asOf: string;
}

/** A price that was read beside the one that counted before; undefined where no list had one. */
export interface ReadPrice {
  readonly region: string;
  /** `service/key` */
  readonly key: string;
  readonly before: Price | undefined;
  readonly usd: string;
}

export interface Compared {
  readonly same: number;
  /** What counts now is of a later day than the list that was read. */
  readonly older: number;
  readonly changed: readonly ReadPrice[];
  /** No list had them for the region: they were estimates, or unknown. */
  readonly added: readonly ReadPrice[];
  /** So far from what counted that it is rather another line of AWS's list: they are not taken. */
  readonly doubtful: readonly ReadPrice[];
  /** What is taken. */
  readonly rows: ReadonlyMap<string, Dated>;
}

/** AWS's largest cut of an instance price was 45 % (p5, June 2025); a price that doubles or halves was never seen. */
const LEAP = 2;

/** What was read of a region beside what counts now. */
export function compare(rows: ReadonlyMap<string, Dated>, region: string, book: PriceBook): Compared {
  let [same, older] = [0, 0];
  const [changed, added, doubtful]: ReadPrice[][] = [[], [], []];
  const taken = new Map(rows);
  for (const [key, { usd, asOf }] of rows) {
    const slash = key.indexOf('/');
    const before = book.find(region, key.slice(0, slash), key.slice(slash + 1));
    const read = { region, key, before, usd };
    if (
      before !== undefined &&
      before.estimate === undefined &&
      before.region === region &&
      before.source.asOf > asOf
    ) {
      older++;
      taken.delete(key);
    } else if (before === undefined || before.estimate !== undefined || before.region !== region) added?.push(read);
    else if (Number(before.usd) === Number(usd)) same++;
    else if (isLeap(Number(usd) / Number(before.usd))) {
      doubtful?.push(read);
      taken.delete(key);
    } else changed?.push(read);
  }
  return { same, older, changed: changed ?? [], added: added ?? [], doubtful: doubtful ?? [], rows: taken };
}

const isLeap = (ratio: number): boolean => ratio >= LEAP || ratio <= 1 / LEAP;
