import { addMonths, isoMonth, MS_PER_HOUR, startOfMonth } from '../instant';
import { fromUnits, toUnits, type Units, type Usd } from '../money';
import type { Piece, Row } from './draw';
import type { Ledger } from './ledger';
import { OwnStreams } from './own-streams';
import type { Stream } from './stream';
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
  return [...unitsByStack(ledger, stacks, end)].map(([month, all]) => {
    const drawn = all.map(toDrawn);
    return { month, stacks: drawn.slice(0, -1), account: drawn[stacks.length] ?? toDrawn(NOTHING) };
  });
}

/** The same in units, month by month: what the account spends beside the stacks stands last. Many months of many stacks are many amounts. */
export function unitsByStack(
  ledger: Ledger,
  stacks: readonly (readonly Sum[])[],
  end: End,
): ReadonlyMap<string, readonly DrawnUnits[]> {
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
    for (const row of piece.rows) if (row.charged > 0n) divide(row, owners.get(row.stream) ?? [], piece, tallies);
  }
  return months;
}

const PARTS = ['covered', 'cash', 'unknown'] as const;
type Tally = Record<(typeof PARTS)[number], Units>;
export type DrawnUnits = Readonly<Tally>;

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

/** Divides a row among those who have its stream, to the last unit; what no stack has is the account's, the last tally. */
function divide(row: Row, owners: readonly Owner[], piece: Piece, tallies: readonly Tally[]): void {
  const charged = chargedTo(owners, piece);
  const whole = charged.reduce((total, amount) => total + amount, 0n);
  const last = charged.findLastIndex((amount) => amount > 0n);
  for (const part of PARTS) {
    let rest = row[part];
    if (rest === 0n) continue;
    for (const [i, { stack }] of owners.entries()) {
      if (i > last) break;
      const own = charged[i] ?? 0n;
      const taken = i === last ? rest : row[part] === whole ? own : (row[part] * own) / whole;
      rest -= taken;
      add(taken, part, tallies[stack]);
    }
    add(rest, part, tallies.at(-1));
  }
}

function add(amount: Units, part: keyof Tally, to: Tally | undefined): void {
  if (to !== undefined) to[part] += amount;
}

/** What accrues to each owner of a stream within a piece. */
function chargedTo(owners: readonly Owner[], { from, to }: Piece): readonly Units[] {
  if (from === to) return owners.map(({ once }) => once);
  const begins = startOfMonth(from);
  const [passed, month] = [BigInt(to - from), BigInt(addMonths(begins, 1) - begins)];
  // Most charges are either by the hour or by the month.
  return owners.map(
    ({ perHour, perMonth }) =>
      (perHour === 0n ? 0n : (perHour * passed) / HOUR) + (perMonth === 0n ? 0n : (perMonth * passed) / month),
  );
}

const HOUR = BigInt(MS_PER_HOUR);
