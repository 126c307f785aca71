import { isoDay } from '../../core/instant';
import { cents, dollars, ratio, sum, type Usd, zero } from '../../core/money';
import { counted } from '../../words/text';
import { PAYERS } from '../amounts';
import type { DrawDownReport } from '../model/draw-down-report';
import type { MonthRow, SplitRow } from '../model/forecast';
import { type StackMonths, wholeOf } from '../model/stack-months';
import { NO_BALANCE, outlookFacts } from '../outlook';
import { bar, chartLines } from './chart';
import { type Page, shownWidth } from './page';

/** The draw-down in a terminal: who pays by month, what each credit covers, and which stack draws it. */
export function drawDownLines(report: DrawDownReport, page: Page, isAll: boolean): string[] {
  const { title, date, forecast, stacks, notes } = report;
  const head = page.wrap(`${page.heading(`${title}: draw-down of the credits`)} as of ${isoDay(date)}`);
  if (forecast === undefined) return [...head, ...page.wrap(NO_BALANCE, 2)];
  const { months } = forecast;
  const byMonth = months.map(({ month }) => month);
  const facts = outlookFacts(report, page.colours.yellow).map((fact) => [...fact]);
  return [
    ...head,
    ...page.table(facts, { last: 'wrap' }),
    ...section('By month', chartLines(forecast, page, months.length + 1), page),
    ...section(
      'What each credit covers',
      matrix(
        byMonth,
        creditSeries(report, months),
        months.map(({ covered }) => covered),
        page,
      ),
      page,
    ),
    ...section(`What each stack draws, ${counted(months.length, 'month')}`, stackLines(stacks, page, isAll), page),
    ...section(
      'Stacks by month',
      stacks.length > 1 ? matrix(byMonth, stacks.map(seriesOf), months.map(wholeOf), page) : [],
      page,
    ),
    ...section(
      'Good to know',
      notes.map(({ text }) => page.line('-', text)),
      page,
    ),
  ];
}

const section = (title: string, lines: readonly string[], page: Page): string[] =>
  lines.length === 0 ? [] : ['', ...page.title(title), ...lines];

/** A column of a table of months. */
interface Series {
  readonly name: string;
  readonly total: Usd;
  values(): readonly Usd[];
}

const seriesOf = (stack: StackMonths): Series => ({
  name: stack.name,
  total: wholeOf(stack.total),
  values: () => stack.months.map(wholeOf),
});

/** Two credits of one description are told apart by their ids. */
function creditSeries({ credits }: DrawDownReport, months: readonly MonthRow[]): Series[] {
  const isTaken = (description: string) => credits.rows.filter((row) => row.description === description).length > 1;
  return credits.rows.map(({ id, description }) => {
    const values = months.map((month) => month.credits.find((one) => one.id === id)?.covered ?? zero);
    return { name: isTaken(description) ? id : description, total: sum(values), values: () => values };
  });
}

const LONGEST_NAME = 16;

const cut = (name: string, longest: number): string =>
  name.length > longest ? `${name.slice(0, longest - 1)}…` : name;

/** Months beside the series with the largest sums, as many as there is room for; the others are one. `whole`: of all. */
function matrix(months: readonly string[], all: readonly Series[], whole: readonly Usd[], page: Page): string[] {
  const used = all.filter(({ total }) => total.gt(zero)).sort((a, b) => b.total.cmp(a.total));
  if (used.length === 0) return [];
  const columns = used.slice(0, Math.ceil(page.width / GAP)).map((one) => columnOf(one.name, one.values()));
  const others = (count: number, values: readonly Usd[]) => columnOf(`${count} more`, values);
  const room = page.width - widthOf(months);
  const count = fitting(columns, used.length, widthOf(others(used.length, whole)), room);
  const rest = whole.map((amount, i) => amount.minus(sum(used.slice(0, count).map((one) => one.values()[i] ?? zero))));
  const shown = [...columns.slice(0, count), ...(count < used.length ? [others(used.length - count, rest)] : [])];
  const rows = ['month', ...months].map((month, i) => [month, ...shown.map((column) => column[i] ?? '')]);
  const [head = [], ...body] = rows;
  const align = ['left' as const, ...shown.map(() => 'right' as const)];
  return page.table([head.map((title) => page.dim(title)), ...body], { align });
}

const columnOf = (name: string, values: readonly Usd[]): string[] => [
  cut(name, LONGEST_NAME),
  ...values.map((value) => (cents(value).eq(zero) ? '–' : dollars(value))),
];

/** How many columns there is room for, beside one for all the others: at least one. */
function fitting(columns: readonly string[][], all: number, others: number, room: number): number {
  const widths = columns.map(widthOf);
  const upTo = (count: number) => widths.slice(0, count).reduce((total, width) => total + width, 0);
  if (widths.length === all && upTo(all) <= room) return all;
  let count = widths.length;
  while (count > 1 && upTo(count) + others > room) count--;
  return count;
}

const GAP = 2;
const widthOf = (column: readonly string[]): number => GAP + Math.max(...column.map(shownWidth));

const MOST_STACKS = 15;
const WIDEST_BAR = 24;
const LONGEST_STACK = 36;

/** The dearest stacks with who pays over all months, as bars of one scale. */
function stackLines(stacks: readonly StackMonths[], page: Page, isAll: boolean): string[] {
  const shown = isAll ? stacks : stacks.slice(0, MOST_STACKS);
  const rest = stacks.slice(shown.length);
  const totals: { name: string; total: SplitRow }[] = [
    ...shown,
    ...(rest.length === 0 ? [] : [{ name: `${rest.length} more (--all shows each)`, total: together(rest) }]),
  ];
  const whole = sum(totals.map(({ total }) => wholeOf(total)));
  // One that draws alone draws what the months say.
  if (totals.length === 1 || whole.eq(zero)) return [];
  const top = shown.reduce((most, { total }) => (wholeOf(total).gt(most) ? wholeOf(total) : most), zero);
  const isSome = (part: keyof SplitRow) => totals.some(({ total }) => total[part].gt(zero));
  const parts = (['covered', 'cash', 'unknown'] as const).filter((part) => part === 'covered' || isSome(part));
  const cell = (amount: Usd): string => (cents(amount).eq(zero) ? '–' : dollars(amount));
  const figures = [
    ['share', ...parts.map((part) => PAYERS[part])],
    ...totals.map(({ total }) => [percent(ratio(wholeOf(total), whole)), ...parts.map((part) => cell(total[part]))]),
  ];
  const names = ['stack', ...totals.map(({ name }) => cut(name, LONGEST_STACK))];
  const columns = [names, ...(figures[0] ?? []).map((_, i) => figures.map((row) => row[i] ?? ''))];
  const room = page.width - GAP - columns.reduce((width, column) => width + widthOf(column), 0);
  // What stands for many has no bar of the same scale.
  const bars = ['', ...shown.map(({ total }) => (room < 1 ? '' : bar(total, top, Math.min(room, WIDEST_BAR), page)))];
  const rows = names.map((name, i) => [name, bars[i] ?? '', ...(figures[i] ?? [])]);
  const [head = [], ...body] = rows;
  const align = ['left', 'left', 'right', 'right', 'right', 'right'] as const;
  return page.table([head.map((title) => page.dim(title)), ...body], { align });
}

/** `33 %`, `0.4 %` */
const percent = (share: number): string => {
  const whole = share * 100;
  return `${whole > 0 && whole < 1 ? whole.toFixed(1) : Math.round(whole)} %`;
};

const together = (stacks: readonly StackMonths[]): SplitRow => ({
  covered: sum(stacks.map(({ total }) => total.covered)),
  cash: sum(stacks.map(({ total }) => total.cash)),
  unknown: sum(stacks.map(({ total }) => total.unknown)),
});
