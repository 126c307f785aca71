import { cents, dollars, larger, plain, ratio, sum, type Usd, zero } from '../../core/money';
import type { Month } from '../../core/outlook/ledger';
import type { Page } from './page';

const MOST_ROWS = 14;
const WIDEST_BAR = 30;
const NARROWEST_BAR = 6;

/** One line of the chart: a month, or a run of months that are alike. */
interface Row {
  readonly label: string;
  readonly month: Month;
}

/** Months as bars: what credits pay and what is cash, at the dearest end of every range. */
export function chartLines(months: readonly Month[], page: Page): string[] {
  const { rows, left } = condense(months);
  const hasUnknown = months.some((month) => cents(month.unknown).gt(zero));
  const hasForfeits = months.some((month) => cents(month.forfeited).gt(zero));
  const columns: [string, (month: Month) => Usd][] = [
    ['credits pay', (month) => month.covered],
    ['cash', (month) => month.cash],
  ];
  if (hasUnknown) columns.push(['not known', (month) => month.unknown]);
  columns.push(['left', (month) => month.left]);
  if (hasForfeits) columns.push(['lost', (month) => month.forfeited]);

  const figures = rows.map(({ month }) => columns.map(([, value]) => dollarsOrNone(value(month))));
  const taken = columns.reduce(
    (width, [title], i) => width + 2 + Math.max(title.length, ...figures.map((row) => row[i]?.length ?? 0)),
    2 + Math.max(...rows.map(({ label }) => label.length)) + 2,
  );
  const barWidth = Math.min(WIDEST_BAR, page.width - taken);
  const top = rows.reduce((most, { month }) => larger(most, total(month)), zero);
  const bars = barWidth < NARROWEST_BAR ? undefined : rows.map(({ month }) => bar(month, top, barWidth, page));

  const head = ['', ...(bars === undefined ? [] : ['']), ...columns.map(([title]) => title)].map((title) =>
    page.dim(title),
  );
  const body = rows.map(({ label }, i) => [
    label,
    ...(bars === undefined ? [] : [bars[i] ?? '']),
    ...(figures[i] ?? []),
  ]);
  const align = ['left', ...(bars === undefined ? [] : ['left']), ...columns.map(() => 'right')] as (
    | 'left'
    | 'right'
  )[];
  const lines = page.table([head, ...body], { align });
  const { green, red, yellow } = page.colours;
  const legend = [
    `${green('█')} credits pay`,
    `${red('░')} cash`,
    ...(hasUnknown ? [`${yellow('▒')} not known who pays`] : []),
  ];
  return [
    ...lines,
    ...(left === undefined ? [] : page.wrap(page.dim(left), 2)),
    ...page.wrap(
      `${bars === undefined ? '' : `${legend.join('   ')}   `}${page.dim('at the dearest end of the ranges')}`,
      2,
    ),
  ];
}

/** Nothing is a dash: what there is stands out. */
const dollarsOrNone = (amount: Usd): string => (cents(amount).eq(zero) ? '–' : dollars(amount));

const total = ({ covered, cash, unknown }: Month): Usd => sum([covered, cash, unknown]);

/** The parts of a bar are cut from one running total, so that they never add up to more than the whole. */
function bar(month: Month, top: Usd, width: number, { colours }: Page): string {
  const at = (amount: Usd): number => Math.round(ratio(amount, top) * width);
  const paid = at(month.covered);
  const withCash = at(month.covered.plus(month.cash));
  const all = at(total(month));
  return [
    colours.green('█'.repeat(paid)),
    colours.red('░'.repeat(withCash - paid)),
    colours.yellow('▒'.repeat(all - withCash)),
  ].join('');
}

/** A long outlook: months alike share a row; if that is not enough, the middle is left out, and the chart says so. */
function condense(months: readonly Month[]): { rows: Row[]; left: string | undefined } {
  if (months.length <= MOST_ROWS)
    return { rows: months.map((month) => ({ label: month.month, month })), left: undefined };
  const runs = runsOf(months);
  const rows = runs.map(rowOf);
  const alike = 'A row with two months stands for each month between them.';
  if (rows.length <= MOST_ROWS) return { rows, left: alike };
  const head = runs.slice(0, MOST_ROWS - 4);
  const tail = runs.slice(-3);
  const leftOut = runs.slice(head.length, -3).flat();
  const span = `${leftOut[0]?.month ?? ''} to ${leftOut.at(-1)?.month ?? ''}`;
  return {
    rows: [...head, ...tail].map(rowOf),
    left: `${alike} ${span} are left out; --format json lists every month.`,
  };
}

function runsOf(months: readonly Month[]): Month[][] {
  const runs: Month[][] = [];
  for (const month of months) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run !== undefined && last !== undefined && look(last) === look(month)) run.push(month);
    else runs.push([month]);
  }
  return runs;
}

const look = ({ covered, cash, unknown, forfeited }: Month): string =>
  [covered, cash, unknown, forfeited].map(plain).join(' ');

function rowOf(run: readonly Month[]): Row {
  const [first] = run;
  const last = run.at(-1);
  if (first === undefined || last === undefined) throw new Error('a run of months is never empty');
  return { label: run.length === 1 ? first.month : `${first.month} to ${last.month}`, month: last };
}
