import type { Allowance, Price } from '../core/charges/prices';
import type { InSteps } from '../core/charges/steps';
import { isoDay } from '../core/instant';
import { dollarRange, dollars, type Range, ratio, timesRange, usd as toUsd } from '../core/money';
import { amount, dayWords } from './amounts';
import type { ProductRow } from './model/product-rows';
import type { Report } from './model/report';
import type { ChargeRow } from './model/resource-rows';

/** `$0.045 for one hour in us-east-1 (natgateway/nat.hour)` */
export const priceWords = ({ usd, key, region, service }: Price): string =>
  `${unitPrice(usd)} for one ${unitOf(key)} in ${region} (${service}/${key})`;

/** `1000000 requests a month, once for the account (lambda/requests; https://…, 2026-09-20, confidence A)` */
export const freeTierWords = ({ name, amount: units, unit, source: { url, asOf, confidence } }: Allowance): string =>
  `${units} ${unit} a month, once for the account (${name}; ${url}, ${asOf}, confidence ${confidence})`;

/** `$0.10`, `$0.0000167`: as it stands in the list, with two places at least. */
const unitPrice = (price: string): string => (/\.\d{2,}$/.test(price) ? `$${price}` : dollars(toUsd(price)));

/** `natgateway/nat.hour` is sold by the hour. */
const unitOf = (key: string): string => key.slice(key.lastIndexOf('.') + 1).replace(/^gb\b/, 'GB');

/** `730 × $0.045 = $32.85 a month`, `(3000000 − 1000000 free) × $0.0000002 = $0.40 a month`: what the amount is of the price, so that the line is right whatever made it. */
export function sumWords({ per, usd: { total }, exact, price, steps, discount, allowance }: ChargeRow): string {
  const when = per === 'month' ? 'a month' : 'once';
  const off = discount === 0 ? '' : `, less your discount of ${Number((discount * 100).toPrecision(10))} %`;
  const free = allowance?.free;
  if (exact !== undefined && steps !== undefined) {
    const less = free === undefined ? '' : `, less ${rangeWords(free)} free`;
    return `${stepWords(steps)}${less}${off} = ${dollarRange(exact)} ${when}`;
  }
  if (exact === undefined) return `${amount(total)} ${when}`;
  if (price === undefined) return `${dollarRange(exact)} ${when}, as the plan states it`;
  if (allowance?.units !== undefined && free !== undefined) {
    const units = `(${rangeWords(allowance.units)} − ${rangeWords(free)} free)`;
    return `${units} × ${unitPrice(price.usd)}${off} = ${dollarRange(exact)} ${when}`;
  }
  const listed = discount === 1 ? undefined : timesRange(exact, toUsd(1).div(toUsd(1).minus(discount)));
  const units = listed === undefined ? '' : `${unitsOf(listed, price.usd)} × `;
  return `${units}${unitPrice(price.usd)}${off} = ${dollarRange(exact)} ${when}`;
}

/** `60000 × $0.023 to $0.021, less with the quantity; 3 charges fill the steps together` */
function stepWords({ units, steps, together }: InSteps): string {
  const [first, last] = [steps[0], steps.at(-1)].map((step) => (step === undefined ? '' : unitPrice(step.price.usd)));
  const others = together > 1 ? `; ${together} charges fill the steps together` : '';
  return `${rangeWords(units)} × ${first} to ${last}, less with the quantity${others}`;
}

function rangeWords({ min, max }: Range): string {
  const [least, most] = [min, max].map((bound) => String(Number(Number(bound).toPrecision(10))));
  return least === most ? `${least}` : `${least} to ${most}`;
}

function unitsOf({ min, max }: Range, price: string): string {
  const [least, most] = [min, max].map((bound) => String(Number(ratio(bound, toUsd(price)).toPrecision(10))));
  return least === most ? `${least}` : `${least} to ${most}`;
}

/** `credits until 2027-05-12 at the earliest (the credit runs out); from Start-up credit` */
export function chargePayer({ coverage, paidBy, usd, key, isPaidBefore }: ChargeRow, report: Report): string {
  if (isPaidBefore) return 'paid before this deployment; it is in no total';
  const product = report.products.find((row) => row.key === key);
  const reason = product?.reason ?? '';
  if (coverage === 'not-covered') return `cash: ${reason}`;
  if (coverage === 'unknown') return reason === '' ? 'not known' : reason;
  const who = coverage === 'partly' ? `credits ${amount(usd.covered)}, cash ${amount(usd.cash)}` : 'credits';
  return `${who}${product === undefined ? '' : endWords(product, report)}${byWords(paidBy, report)}`;
}

/** `credits until 2027-05-12 at the earliest (the credit runs out)`, `cash: no usable credit lists it` */
export function productPayer(row: ProductRow, report: Report): string {
  if (row.coverage === 'not-covered') return `cash: ${row.reason}`;
  if (row.coverage === 'unknown') return row.reason;
  return `${row.coverage === 'partly' ? 'credits in part' : 'credits'}${endWords(row, report)}`;
}

function endWords({ end, reason }: ProductRow, { isPartial }: Report): string {
  if (end === undefined) return '';
  const back = end.backAt === undefined ? '' : `, again from ${isoDay(end.backAt)}`;
  return ` until ${dayWords(end.earliest, end.latest, isPartial)} (${reason})${back}`;
}

function byWords(ids: readonly string[], { credits: { rows } }: Report): string {
  const names = ids.map((id) => rows.find((credit) => credit.id === id)?.description ?? id);
  return names.length === 0 ? '' : `; from ${names.join(', then ')}`;
}
