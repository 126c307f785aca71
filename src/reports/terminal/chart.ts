import { cents, dollars, larger, ratio, sum, type Usd, zero } from '../../core/money';
import type { MonthRow } from '../model/forecast';
import { PAYERS } from './money';
import type { Page } from './page';

const WIDEST_BAR = 30;
const NARROWEST_BAR = 6;
const GLYPHS = { covered: '█', cash: '░', unknown: '▒' } as const;

/** A month, or some that are left out. */
type Row = MonthRow | undefined;

/** Months as bars, in at most so many lines: who pays, and what is left, at the dear end of every range. */
export function chartLines(months: readonly MonthRow[], page: Page, room: number): string[] {
  if (months.length === 0) return [];
  const rows = condense(months, room - 1);
  const columns = columnsOf(months);
  const figures = rows.map((month) => columns.map(({ value }) => (month === undefined ? '' : orDash(value(month)))));
  const taken = columns.reduce(
    (width, { title }, i) => width + 2 + Math.max(title.length, ...figures.map((row) => row[i]?.length ?? 0)),
    2 + '2027-03'.length + 2,
  );
  const barWidth = Math.min(WIDEST_BAR, page.width - taken);
  const top = months.reduce((most, month) => larger(most, total(month)), zero);
  const barOf = (month: Row): string =>
    month === undefined ? page.dim(leftOut(barWidth)) : bar(month, top, barWidth, page);
  const hasBars = barWidth >= NARROWEST_BAR;
  const head = [
    page.dim('month'),
    ...(hasBars ? [page.dim('at the dear end')] : []),
    ...columns.map(({ title }) => page.dim(title)),
  ];
  const body = rows.map((month, i) => [month?.month ?? '…', ...(hasBars ? [barOf(month)] : []), ...(figures[i] ?? [])]);
  const align = ['left', ...(hasBars ? ['left'] : []), ...columns.map(() => 'right')] as ('left' | 'right')[];
  return page.table([head, ...body], { align });
}

interface Column {
  readonly title: string;
  readonly value: (month: MonthRow) => Usd;
}

/** What is nothing in every month needs no column. */
function columnsOf(months: readonly MonthRow[]): Column[] {
  const isSome = (value: Column['value']) => months.some((month) => cents(value(month)).gt(zero));
  const all: Column[] = [
    { title: `${GLYPHS.covered} ${PAYERS.covered}`, value: ({ covered }) => covered },
    { title: `${GLYPHS.cash} ${PAYERS.cash}`, value: ({ cash }) => cash },
    { title: `${GLYPHS.unknown} ${PAYERS.unknown}`, value: ({ unknown }) => unknown },
    { title: 'left', value: ({ left }) => left },
    { title: 'expires', value: ({ forfeited }) => forfeited },
  ];
  return all.filter(({ title, value }) => title.endsWith(PAYERS.covered) || title === 'left' || isSome(value));
}

const leftOut = (width: number): string => (width >= 22 ? '--all tells each month' : '');

/** Nothing is a dash: what there is stands out. */
const orDash = (amount: Usd): string => (cents(amount).eq(zero) ? '–' : dollars(amount));

const total = ({ covered, cash, unknown }: MonthRow): Usd => sum([covered, cash, unknown]);

/** The parts of a bar are cut from one running total, so that they never add up to more than the whole. */
function bar(month: MonthRow, top: Usd, width: number, { colours }: Page): string {
  const at = (amount: Usd): number => Math.round(ratio(amount, top) * width);
  const covered = at(month.covered);
  const withCash = at(month.covered.plus(month.cash));
  const all = at(total(month));
  return [
    colours.green(GLYPHS.covered.repeat(covered)),
    colours.red(GLYPHS.cash.repeat(withCash - covered)),
    colours.yellow(GLYPHS.unknown.repeat(all - withCash)),
  ].join('');
}

const FEWEST = 3;

/** The first and the last month, those in which something turns, then the next ones; a gap takes a line of its own. */
function condense(months: readonly MonthRow[], room: number): Row[] {
  const most = Math.max(FEWEST, room);
  if (months.length <= most) return [...months];
  const byWeight = months.map((_, i) => i).sort((a, b) => weightOf(b, months) - weightOf(a, months) || a - b);
  let shown: Row[] = [];
  const chosen = new Set<number>();
  for (const i of byWeight) {
    chosen.add(i);
    const rows = withGaps(months, chosen);
    if (rows.length > most) chosen.delete(i);
    else shown = rows;
  }
  return shown;
}

function withGaps(months: readonly MonthRow[], chosen: ReadonlySet<number>): Row[] {
  const rows: Row[] = [];
  for (const [i, month] of months.entries()) {
    if (chosen.has(i)) rows.push(month);
    else if (rows.at(-1) !== undefined) rows.push(undefined);
  }
  return rows;
}

function weightOf(i: number, months: readonly MonthRow[]): number {
  const [month, before] = [months[i], months[i - 1]];
  if (i === 0 || i === months.length - 1) return 3;
  if (month === undefined || before === undefined) return 0;
  if (payersOf(month) !== payersOf(before)) return 2;
  return month.forfeited.gt(zero) ? 1 : 0;
}

const payersOf = ({ covered, cash, unknown }: MonthRow): string =>
  [covered, cash, unknown].map((amount) => amount.gt(zero)).join(' ');
