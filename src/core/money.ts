import Big from 'big.js';

/** US dollars, exact decimal. Only this file imports the decimal library. */
export type Usd = Big;

/** An amount between two bounds, both in USD. `min` never exceeds `max`. */
export interface Range {
  readonly min: Usd;
  readonly max: Usd;
}

/** One thousandth of a cent is the finest step the ledger keeps; AWS's own unit prices need ten places. */
const LEDGER_PLACES = 10;

/** USD 0. */
export const zero: Usd = new Big(0);

/** @throws on text that is no decimal number: callers parse foreign text with `parseUsd`. */
/** Exact. Throws on text that is no decimal: `parseUsd` does not. */
export const usd = (amount: string | number | Usd): Usd => new Big(amount);

/** Reads a decimal amount from foreign text; undefined when it is none. Exponents and thousands marks are no amounts. */
export function parseUsd(text: string): Usd | undefined {
  const found = /^\+?(-?\d{1,15}(?:\.\d{1,15})?)$/.exec(text.trim())?.[1];
  return found === undefined ? undefined : new Big(found);
}

/** A range of one amount. */
export const exactly = (amount: Usd): Range => ({ min: amount, max: amount });
/** A range of two amounts; the smaller one comes first. */
export const between = (a: Usd, b: Usd): Range => (a.lte(b) ? { min: a, max: b } : { min: b, max: a });
/** A range of nothing. */
export const nothing: Range = exactly(zero);

/** Both ends added up. */
export function addRanges(a: Range, b: Range): Range {
  const min = a.min.plus(b.min);
  return a.min === a.max && b.min === b.max ? exactly(min) : { min, max: a.max.plus(b.max) };
}
/** What a change adds: the bounds may be negative, and stay in order. */
export const subtractRanges = (a: Range, b: Range): Range => between(a.min.minus(b.min), a.max.minus(b.max));
/** A range of one figure stays one figure, and is computed once. */
export function timesRange({ min, max }: Range, factor: Usd | number): Range {
  const low = keep(min.times(factor));
  return min === max ? exactly(low) : { min: low, max: keep(max.times(factor)) };
}

export const sum = (amounts: Iterable<Usd>): Usd => [...amounts].reduce((total, amount) => total.plus(amount), zero);
export const smaller = (a: Usd, b: Usd): Usd => (a.lte(b) ? a : b);
export const larger = (a: Usd, b: Usd): Usd => (a.gte(b) ? a : b);

/** Drops digits beyond the ledger's, half up, so that long products stay small. */
export const keep = (amount: Usd): Usd => amount.round(LEDGER_PLACES, Big.roundHalfUp);

/** `amount × part / whole`, to the ledger's precision. @throws when whole is zero. */
export const share = (amount: Usd, part: number, whole: number): Usd => keep(amount.times(part).div(whole));

/** The quotient as a plain number, for shares and time, never for money. */
export const ratio = (part: Usd, whole: Usd): number => (whole.eq(0) ? 0 : Number(part.div(whole).toFixed(12)));

/** Whole steps of the ledger's precision, 1e-10 USD: a draw-down adds and splits them a hundred thousand times. */
export type Units = bigint;

export const toUnits = (amount: Usd): Units => BigInt(amount.times(UNITS_PER_USD).toFixed(0));
export const fromUnits = (units: Units): Usd => new Big(`${units}e-${LEDGER_PLACES}`);

const UNITS_PER_USD = new Big(10).pow(LEDGER_PLACES);

/** Whole cents, half up: the only rounding a reader ever sees. */
export const cents = (amount: Usd): Usd => amount.round(2, Big.roundHalfUp);

const CENT = usd('0.01');

/**
 * A split that loses no cent: the amounts in whole cents, whose sum is that of the exact amounts in whole cents, or the
 * total that is given (in whole cents). Each is rounded half up, and those that rounding wronged most take the cents that
 * are over or short.
 */
export function allocate(amounts: readonly Usd[], total: Usd = cents(sum(amounts))): readonly Usd[] {
  const shown = amounts.map(cents);
  const rest = total.minus(sum(shown));
  if (rest.eq(zero)) return shown;
  const step = rest.gt(zero) ? CENT : CENT.times(-1);
  const wronged = amounts
    .map((amount, i) => ({ i, error: amount.minus(shown[i] ?? zero).times(step) }))
    .sort((a, b) => b.error.cmp(a.error) || a.i - b.i);
  for (const { i } of wronged.slice(0, Number(rest.div(step).toFixed(0)))) shown[i] = (shown[i] ?? zero).plus(step);
  return shown;
}

/** Whole cents, for tables of very many amounts. */
export type Cents = bigint;

const UNITS_PER_CENT = 10n ** BigInt(LEDGER_PLACES - 2);

export const fromCents = (amount: Cents): Usd => (amount === 0n ? zero : new Big(`${amount}e-2`));

/** `allocate`, of amounts that are not negative. */
export function allocateUnits(amounts: readonly Units[]): readonly Cents[] {
  const half = UNITS_PER_CENT / 2n;
  const shown = amounts.map((amount) => (amount === 0n ? 0n : (amount + half) / UNITS_PER_CENT));
  const all = amounts.reduce((total, amount) => total + amount, 0n);
  const rest = (all + half) / UNITS_PER_CENT - shown.reduce((total, amount) => total + amount, 0n);
  if (rest === 0n) return shown;
  const step = rest > 0n ? 1n : -1n;
  const wronged = amounts
    .map((amount, i) => ({ i, error: (amount - (shown[i] ?? 0n) * UNITS_PER_CENT) * step }))
    .sort((a, b) => (a.error === b.error ? a.i - b.i : a.error > b.error ? -1 : 1));
  for (const { i } of wronged.slice(0, Number(rest * step))) shown[i] = (shown[i] ?? 0n) + step;
  return shown;
}

/** `1234.50`: the form of every amount in a report. */
export const plain = (amount: Usd): string => cents(amount).toFixed(2);

/** `$1,234.50`, or `-$3.20`. */
export function dollars(amount: Usd): string {
  const [whole = '0', fraction = '00'] = plain(amount.abs()).split('.');
  const sign = amount.lt(0) && !cents(amount).eq(0) ? '-' : '';
  return `${sign}$${whole.replace(/\B(?=(\d{3})+$)/g, ',')}.${fraction}`;
}

/** `$3.20`, or `$3.20–$9.80` when the bounds differ by a cent or more. */
export function dollarRange({ min, max }: Range): string {
  return cents(min).eq(cents(max)) ? dollars(min) : `${dollars(min)}–${dollars(max)}`;
}
