import { amount, besideAmount, dearestFirst, isTold, PAYERS, payersOf, shownOf } from '../amounts';
import type { Figures } from '../model/figures';
import type { Report } from '../model/report';
import type { ChargeRow, ResourceRow } from '../model/resource-rows';
import { resourceLabel } from '../sentences';
import type { Page } from './page';

/** The dearest resources, each with its charges, in at most so many lines and a title. */
export function resourceSection({ resources }: Report, page: Page, room: number, wrap: boolean): string[] {
  const dearest = dearestFirst(resources);
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

/** A resource with one charge is one line; with more, each has its own under it. */
function rowsOf(resource: ResourceRow, page: Page): string[][] {
  const { monthly, once, because } = resource;
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
    `${resourceLabel(resource)}${what}`,
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
  return payersOf(figures)
    .map((part) => paint[part](PAYERS[part]))
    .join(' + ');
}
