import { amount, besideAmount, dayWords, isNothingKnown, isTold, orMore, PAYERS, shownOf, signed } from '../amounts';
import { type Figures, isSome, PARTS } from '../model/figures';
import type { ProductRow } from '../model/product-rows';
import type { Report } from '../model/report';
import type { Page } from './page';

/** What each product costs, who covers it and until when; then the sums. In at most so many lines and a title. */
export function productSection(report: Report, page: Page, room: number, wrap: boolean): string[] {
  const told = report.products.flatMap(linesOf).sort(byNeed);
  const common = commonEnd(report);
  const totals = totalRows(report, page, wrap);
  if (told.length === 0 && totals.length === 0) return [];
  const shown = told.slice(0, Math.max(1, room - totals.length));
  const rows = [...shown.map((line) => productLine(line, report, common, page)), ...totals];
  return [
    '',
    ...page.title('By product, a month', shownOf(shown.length, told.length, 'row')),
    ...page.table(rows, { align: ['right'], last: wrap ? 'wrap' : 'cut' }),
    ...(common === undefined || room < SPACIOUS ? [] : page.wrap(page.dim(endWords(common, report)), 2)),
  ];
}

/** What credits do not cover stands first: it is what a reader looks for, however small. The order of dollars stays. */
const byNeed = (a: Line, b: Line): number => Number(isCovered(a)) - Number(isCovered(b));

const isCovered = ({ row }: Line): boolean => row.coverage === 'covered';

/** With less room than this, the end of the credits stands in their own part alone. */
const SPACIOUS = 8;

/** `Credits cover these until 2027-05-12 at the earliest (the credit runs out), unless a row says otherwise.` */
const endWords = (row: ProductRow, report: Report): string =>
  `Credits cover these ${dayOf(row, report)} (${row.reason}), unless a row says otherwise.`;

/** The end that most products share: it is said once, under the table. */
function commonEnd({ products, isPartial }: Report): ProductRow | undefined {
  const counts = new Map<string, { row: ProductRow; count: number }>();
  for (const row of products) {
    if (row.end === undefined) continue;
    const words = dayOf(row, { isPartial });
    counts.set(words, { row, count: (counts.get(words)?.count ?? 0) + 1 });
  }
  return [...counts.values()].sort((a, b) => b.count - a.count)[0]?.row;
}

/** `until 2027-05-12 at the earliest` */
const dayOf = ({ end }: ProductRow, { isPartial }: Pick<Report, 'isPartial'>): string =>
  end === undefined ? '' : `until ${dayWords(end.earliest, end.latest, isPartial)}`;

/** A product that is billed by the month and once has a line for each. */
interface Line {
  readonly row: ProductRow;
  readonly per: 'month' | 'once';
  readonly figures: Figures;
}

const linesOf = (row: ProductRow): Line[] =>
  [
    { row, per: 'month' as const, figures: row.monthly },
    { row, per: 'once' as const, figures: row.once },
  ].filter(({ figures }) => isTold(figures));

function productLine(line: Line, report: Report, common: ProductRow | undefined, page: Page): string[] {
  const { row, per, figures } = line;
  return [amount(figures.total), besideAmount(figures.total, per), row.product, coverWords(line, report, common, page)];
}

/** `credits until 2027-02-14 (the credit expires)`, `cash: no usable credit lists it` */
function coverWords(line: Line, report: Report, common: ProductRow | undefined, page: Page): string {
  const { row, per, figures } = line;
  const { coverage, end, reason } = row;
  const { green, red, yellow } = page.colours;
  const why = reason === '' ? '' : `: ${reason}`;
  if (coverage === 'not-covered') return `${red(PAYERS.cash)}${why}`;
  if (coverage === 'unknown') return `${yellow(PAYERS.unknown)}${why}`;
  const who = coverage === 'partly' ? partWords(figures) : green(PAYERS.covered);
  const until = dayOf(row, report);
  const isTaken = end === undefined || per === 'once' || (common !== undefined && until === dayOf(common, report));
  return isTaken ? who : `${who} ${until} (${reason})`;
}

/** Who pays how much of it: `credits $10.00, cash $3.00`. Where one pays all that is known, its name is enough. */
function partWords(figures: Figures): string {
  const known = PARTS.filter((part) => isSome(figures[part]));
  // Where both may grow, the total says so: that what is missing may be cash is worth a word.
  const open = (['covered', 'cash'] as const).filter((part) => isNothingKnown(figures[part]));
  const told = known.map((part) =>
    known.length === 1 ? PAYERS[part] : `${PAYERS[part]} ${amount(figures[part])}${orMore(figures[part])}`,
  );
  return [...told, ...(open.length === 1 ? open : []).map((part) => `${PAYERS[part]} not known`)].join(', ');
}

function totalRows(report: Report, page: Page, isAll: boolean): string[][] {
  const { monthly, once, change } = report.estimate;
  const { bold } = page.colours;
  const total = (figures: Figures, per: 'month' | 'once'): string[][] =>
    isTold(figures) && report.products.length > 0
      ? [[bold(amount(figures.total)), bold(besideAmount(figures.total, per)), bold('Total'), partWords(figures)]]
      : [];
  // Of what nothing is known, nobody can say that it does not change; and that nothing does is no news on one screen.
  const isKnown = change !== undefined && (isSome(change.total) || (isAll && isSome(monthly.total)));
  const changes = isKnown ? [[signed(change.total), '', 'Change', report.isPartial ? 'of what is priced' : '']] : [];
  return [...total(monthly, 'month'), ...total(once, 'once'), ...changes];
}
