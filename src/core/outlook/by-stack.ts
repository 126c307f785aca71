import { addMonths, isoMonth, MS_PER_HOUR, startOfMonth } from '../instant';
import { fromUnits, toUnits, type Units, type Usd } from '../money';
import type { Piece, Row, Stream } from './draw';
import type { Ledger } from './ledger';
import { OwnStreams } from './own-streams';
import type { End, Sum } from './streams';

/** What a stack costs in a month, by who pays. */
export interface Drawn {
  readonly covered: Usd;
  readonly cash: Usd;
  readonly unknown: Usd;
}

/** A month of a ledger by stack. */
export interface StackMonth {
  /** `2027-03` */
  readonly month: string;
  /** In the order of the stacks. */
  readonly stacks: readonly Drawn[];
  /** What the account spends beside them. */
  readonly account: Drawn;
}

/**
 * Which stack has what of the months of a ledger; all parts of a month add up to it. Within a kind of charge credits cover
 * all alike, so each stack has as much of what is covered as it has of what is charged, piece by piece.
 */
export function byStack(ledger: Ledger, stacks: readonly (readonly Sum[])[], end: End): readonly StackMonth[] {
  const owners = ownersOf(ledger, stacks, end);
  const account = stacks.length;
  const months = new Map<string, Tally[]>();
  for (const piece of ledger.pieces) {
    const month = isoMonth(piece.from);
    let tallies = months.get(month);
    if (tallies === undefined) {
      tallies = Array.from({ length: account + 1 }, () => ({ covered: 0n, cash: 0n, unknown: 0n }));
      months.set(month, tallies);
    }
    for (const row of piece.rows) {
      if (row.charged === 0n) continue;
      const own = claimsOf(owners.get(row.stream) ?? [], piece);
      // What no stack has is the account's.
      const claims = own.length > 0 ? own : [{ stack: account, charged: row.charged }];
      for (const part of PARTS) divide(row, part, claims, tallies);
    }
  }
  return [...months].map(([month, tallies]) => {
    const drawn = tallies.map(toDrawn);
    return { month, stacks: drawn.slice(0, account), account: drawn[account] ?? toDrawn(NOTHING) };
  });
}

const PARTS = ['covered', 'cash', 'unknown'] as const;
type Tally = Record<(typeof PARTS)[number], Units>;

const NOTHING: Tally = { covered: 0n, cash: 0n, unknown: 0n };

const toDrawn = ({ covered, cash, unknown }: Tally): Drawn => ({
  covered: fromUnits(covered),
  cash: fromUnits(cash),
  unknown: fromUnits(unknown),
});

/** A stack with what it has of a stream, in units. */
interface Owner {
  readonly stack: number;
  readonly perHour: Units;
  readonly perMonth: Units;
  readonly once: Units;
}

function ownersOf(ledger: Ledger, stacks: readonly (readonly Sum[])[], end: End): ReadonlyMap<Stream, Owner[]> {
  const streams = new Set(ledger.pieces.flatMap(({ rows }) => rows.map(({ stream }) => stream)));
  const owners = new Map([...streams].map((stream): [Stream, Owner[]] => [stream, []]));
  for (const [stack, sums] of stacks.entries()) {
    const own = new OwnStreams(sums, end);
    for (const [stream, list] of owners) {
      const part = own.of(stream);
      if (part === undefined) continue;
      const [perHour, perMonth, once] = [part.perHour, part.perMonth, part.once].map(toUnits) as [Units, Units, Units];
      list.push({ stack, perHour, perMonth, once });
    }
  }
  return owners;
}

interface Claim {
  readonly stack: number;
  readonly charged: Units;
}

/** What accrues to each owner of a stream within a piece. */
function claimsOf(owners: readonly Owner[], { from, to }: Piece): readonly Claim[] {
  const begins = startOfMonth(from);
  const [passed, month] = [BigInt(to - from), BigInt(addMonths(begins, 1) - begins)];
  return owners
    .map(({ stack, perHour, perMonth, once }) => ({
      stack,
      charged: from === to ? once : (perHour * passed) / BigInt(MS_PER_HOUR) + (perMonth * passed) / month,
    }))
    .filter(({ charged }) => charged > 0n);
}

/** Divides a part of a row among those who have it, to the last unit. */
function divide(row: Row, part: (typeof PARTS)[number], claims: readonly Claim[], tallies: readonly Tally[]): void {
  const all = row[part];
  if (all === 0n) return;
  const whole = claims.reduce((total, { charged }) => total + charged, 0n);
  let rest = all;
  for (const [i, { stack, charged }] of claims.entries()) {
    const taken = i === claims.length - 1 ? rest : (all * charged) / whole;
    rest -= taken;
    const tally = tallies[stack];
    if (tally !== undefined) tally[part] += taken;
  }
}
