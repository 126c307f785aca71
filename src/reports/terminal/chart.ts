import { cents, dollars, larger, ratio, sum, type Usd, zero } from '../../core/money';
import { PAYERS } from '../amounts';
import type { Forecast, MonthRow, SplitRow } from '../model/forecast';
import type { Page } from './page';

const WIDEST_BAR = 30;
const NARROWEST_BAR = 6;
const GLYPHS = { covered: '█', cash: '░', unknown: '▒' } as const;

/** Months as bars, in at most so many lines: who pays, and what is left, at the dear end of every range. */
export function chartLines({ months, isPartial }: Forecast, page: Page, room: number): string[] {
  if (months.every((month) => total(month).eq(zero))) return [];
  const rows = condense(months, room - 1);
  const columns = columnsOf(months);
  const figures = rows.map((month) => columns.map(({ value }) => orDash(value(month))));
  const taken = columns.reduce(
    (width, { title }, i) => width + 2 + Math.max(title.length, ...figures.map((row) => row[i]?.length ?? 0)),
    2 + '2027-03'.length + 2,
  );
  const barWidth = Math.min(WIDEST_BAR, page.width - taken);
  const top = months.reduce((most, month) => larger(most, total(month)), zero);
  const hasBars = barWidth >= NARROWEST_BAR;
  const head = [
    isPartial ? 'or more' : 'month',
    ...(hasBars ? [about(rows.length, months.length, barWidth)] : []),
    ...columns.map(({ title }) => title),
  ];
  const body = rows.map((month, i) => [
    month.month,
    ...(hasBars ? [bar(month, top, barWidth, page)] : []),
    ...(figures[i] ?? []),
  ]);
  const align = ['left', ...(hasBars ? ['left'] : []), ...columns.map(() => 'right')] as ('left' | 'right')[];
  return page.table([head.map((title) => page.dim(title)), ...body], { align });
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
    { title: 'tax', value: ({ tax = zero }) => tax },
    { title: 'other accounts', value: ({ byOthers }) => byOthers },
    { title: 'left', value: ({ left }) => left },
    { title: 'expires', value: ({ forfeited }) => forfeited },
  ];
  return all.filter(({ title, value }) => title.endsWith(PAYERS.covered) || title === 'left' || isSome(value));
}

/** What the bars are, and how many months are left out: as much as there is room for. */
function about(shown: number, all: number, width: number): string {
  const words = shown === all ? ['at the dear end'] : [`at the dear end, ${shown} of ${all}`, `${shown} of ${all}`];
  return words.find((text) => text.length <= width) ?? '';
}

/** Nothing is a dash: what there is stands out. */
const orDash = (amount: Usd): string => (cents(amount).eq(zero) ? '–' : dollars(amount));

const total = ({ covered, cash, unknown }: SplitRow): Usd => sum([covered, cash, unknown]);

/** The parts of a bar are cut from one running total, so that they never add up to more than the whole. */
export function bar(month: SplitRow, top: Usd, width: number, { colours }: Page): string {
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

const FEWEST = 2;

/** The month in which who pays first turns, the first and the last one, the other turns, then the next ones. */
function condense(months: readonly MonthRow[], room: number): readonly MonthRow[] {
  const turn = months.findIndex((month, i) => i > 0 && turns(month, months[i - 1]));
  const weight = (i: number) => (i === turn ? 4 : weightOf(i, months));
  const byWeight = months.map((_, i) => i).sort((a, b) => weight(b) - weight(a) || a - b);
  const chosen = new Set(byWeight.slice(0, Math.max(FEWEST, room)));
  return months.filter((_, i) => chosen.has(i));
}

function weightOf(i: number, months: readonly MonthRow[]): number {
  const [month, before] = [months[i], months[i - 1]];
  if (i === 0 || i === months.length - 1) return 3;
  if (month === undefined || before === undefined) return 0;
  if (turns(month, before)) return 2;
  return month.forfeited.gt(zero) ? 1 : 0;
}

const turns = (month: MonthRow, before: MonthRow | undefined): boolean =>
  before !== undefined && payersOf(month) !== payersOf(before);

const payersOf = ({ covered, cash, unknown }: MonthRow): string =>
  [covered, cash, unknown].map((amount) => amount.gt(zero)).join(' ');
