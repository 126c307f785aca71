import type { Usd } from '../../core/money';
import { shortType } from '../../words/findings';
import { counted } from '../../words/text';
import { type Figures, isSome, PARTS, type Part } from '../model/figures';
import type { ProductRow } from '../model/product-rows';
import type { Report } from '../model/report';
import type { ChargeRow, ResourceRow } from '../model/resource-rows';
import { amount, besideAmount, dayWords, isNothingKnown, isTold, orMore, signed } from './amounts';
import type { Page } from './page';

/** How each part of an amount is called in a column. */
export const PAYERS: Readonly<Record<Part, string>> = { covered: 'credits', cash: 'cash', unknown: 'unknown' };

/** The dearest resources, each with its charges, in at most so many lines and a title. */
export function resourceSection({ resources }: Report, page: Page, room: number, wrap: boolean): string[] {
  const dearest = resources.filter((row) => isTold(row.monthly) || isTold(row.once)).sort(byDollars);
  if (dearest.length === 0) return [];
  const rows: string[][] = [];
  let told = 0;
  for (const resource of dearest) {
    const own = rowsOf(resource, page);
    if (told > 0 && rows.length + own.length > room) break;
    rows.push(...own);
    told++;
  }
  const title = page.title('Where the money goes, a month', shownOf(told, dearest.length, 'resource'));
  return ['', ...title, ...page.table(rows, { align: ['right'], last: wrap ? 'wrap' : 'cut' })];
}

/** `3 of 8 resources; --all tells each`; nothing when all are shown. */
const shownOf = (shown: number, all: number, noun: string): string =>
  shown === all ? '' : `${shown} of ${counted(all, noun)}; --all tells each`;

/** Dearest in a month first, then dearest at once, then those of which less is known. */
function byDollars(a: ResourceRow, b: ResourceRow): number {
  return (
    dearer(a.monthly.total.max, b.monthly.total.max) ||
    dearer(a.once.total.max, b.once.total.max) ||
    (a.urn < b.urn ? -1 : 1)
  );
}

const dearer = (a: Usd, b: Usd): number => b.cmp(a);

/** A resource with one charge is one line; with more, each has its own under it. */
function rowsOf(resource: ResourceRow, page: Page): string[][] {
  const { type, name, monthly, once, because } = resource;
  const charges = resource.charges.filter(({ usd, isPaidBefore }) => isTold(usd) && !isPaidBefore);
  const per = isTold(monthly) ? 'month' : 'once';
  const figures = per === 'month' ? monthly : once;
  const [only] = charges;
  const isSingle = charges.length <= 1;
  const reason = only === undefined ? because : chargeWords(only);
  const what = isSingle && reason !== undefined ? page.dim(` · ${reason}`) : '';
  const head = [
    amount(figures.total),
    besideAmount(figures.total, per),
    payer(figures, page),
    `${shortType(type)} ${name}${what}`,
  ];
  return isSingle ? [head] : [head, ...charges.map((charge) => chargeRow(charge, per, page))];
}

function chargeRow(charge: ChargeRow, per: ChargeRow['per'], page: Page): string[] {
  const { usd } = charge;
  const when = charge.per === per ? '' : besideAmount(usd.total, charge.per);
  return [page.dim(amount(usd.total)), page.dim(when), payer(usd, page), page.dim(`  ${chargeWords(charge)}`)];
}

const chargeWords = ({ what, because }: ChargeRow): string => (because === undefined ? what : `${what}: ${because}`);

/** `credits`, `cash`, `credits + cash`; empty where nobody knows how much. */
function payer(figures: Figures, { colours }: Page): string {
  const paint = { covered: colours.green, cash: colours.red, unknown: colours.yellow };
  const parts = PARTS.filter((part) => isSome(figures[part]));
  const shown = parts.length > 0 ? parts : PARTS.filter((part) => figures[part].isPartial);
  return shown.length === PARTS.length
    ? paint.unknown(PAYERS.unknown)
    : shown.map((part) => paint[part](PAYERS[part])).join(' + ');
}

/** What each product costs, who covers it and until when; then the sums. In at most so many lines and a title. */
export function productSection(report: Report, page: Page, room: number, wrap: boolean): string[] {
  const told = report.products.filter((row) => isTold(row.monthly) || isTold(row.once));
  const common = commonEnd(report);
  const totals = totalRows(report, page);
  if (told.length === 0) return [];
  const shown = told.slice(0, Math.max(1, room - totals.length));
  const rows = [...shown.map((row) => productRow(row, report, common, page)), ...totals];
  return [
    '',
    ...page.title('By product', shownOf(shown.length, told.length, 'row')),
    ...page.table(rows, { align: ['right'], last: wrap ? 'wrap' : 'cut' }),
    ...(common === undefined || room < SPACIOUS ? [] : page.wrap(page.dim(endWords(common, report)), 2)),
  ];
}

/** With less room than this, the end of the credits stands in their own part alone. */
const SPACIOUS = 8;

/** `Credits cover these until 2027-05-12 at the earliest (the credit runs out), unless a row says otherwise.` */
const endWords = (row: ProductRow, report: Report): string =>
  `Credits cover these ${dayOf(row, report)} (${row.reason}), unless a row says otherwise.`;

/** The end that most products share: it is told once, under the table. */
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

function productRow(row: ProductRow, report: Report, common: ProductRow | undefined, page: Page): string[] {
  const per = isTold(row.monthly) ? 'month' : 'once';
  const { total } = per === 'month' ? row.monthly : row.once;
  return [amount(total), besideAmount(total, per), row.product, coverWords(row, report, common, page)];
}

/** `credits until 2027-02-14 (the credit expires)`, `cash: no usable credit lists it` */
function coverWords(row: ProductRow, report: Report, common: ProductRow | undefined, page: Page): string {
  const { coverage, end, reason, monthly, once } = row;
  const { green, red, yellow } = page.colours;
  const why = reason === '' ? '' : `: ${reason}`;
  if (coverage === 'not-covered') return `${red(PAYERS.cash)}${why}`;
  if (coverage === 'unknown') return `${yellow(PAYERS.unknown)}${why}`;
  const until = dayOf(row, report);
  const isCommon = common !== undefined && until === dayOf(common, report);
  const who = coverage === 'partly' ? partWords(isTold(monthly) ? monthly : once) : green(PAYERS.covered);
  return end === undefined ? who : `${who}${isCommon ? '' : ` ${until} (${reason})`}`;
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

function totalRows(report: Report, page: Page): string[][] {
  const { monthly, once, change } = report.estimate;
  const { bold } = page.colours;
  const total = (figures: Figures, per: 'month' | 'once'): string[][] =>
    isTold(figures)
      ? [[bold(amount(figures.total)), bold(besideAmount(figures.total, per)), bold('Total'), partWords(figures)]]
      : [];
  const changes =
    change === undefined ? [] : [[signed(change.total), '', 'Change', report.isPartial ? 'of what is priced' : '']];
  return [...total(monthly, 'month'), ...total(once, 'once'), ...changes];
}
