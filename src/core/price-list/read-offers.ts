import { stepsOf } from '../charges/steps';
import { keep, usd } from '../money';
import { type FamilyRow, type PriceFamily, UNITS, USAGE_PREFIXES } from './families';
import type { Offer } from './offer';

/** Prices by the key of the book, `service/key`, as plain decimals. */
export type Rows = ReadonlyMap<string, string>;

/**
 * Why a line of AWS's list was not taken for a row: sold in a unit that the row does not count in, with steps at other
 * quantities than the book has, without a price above zero, or with two prices for one row.
 */
export interface Refused {
  readonly key: string;
  readonly because: 'unit' | 'steps' | 'zero' | 'two-prices';
  /** The unit, the quantities or the prices that were found. */
  readonly found: string;
}

export interface ReadOffers {
  readonly rows: Rows;
  /** The oldest day on which AWS published one of the offers; empty where one names none. */
  readonly published: string;
  readonly refused: readonly Refused[];
}

/** Does a family mean such a product of a region? */
export function isAsked(
  { ask, service: wanted }: PriceFamily,
  { service, family, attributes }: Omit<Offer, 'steps'>,
  region: string,
): boolean {
  const { regionCode, locationType } = attributes;
  if (service !== wanted) return false;
  if (regionCode !== undefined && regionCode !== region) return false;
  if (locationType !== undefined && locationType !== 'AWS Region') return false;
  return Object.entries(ask).every(([name, value]) => (name === 'productFamily' ? family : attributes[name]) === value);
}

/** The rows of the book in offers of one region. */
export function readOffers(offers: Iterable<Offer>, families: readonly PriceFamily[], region: string): ReadOffers {
  const found = new Map<string, Set<string>>();
  const refused = new Map<string, Refused>();
  let published: string | undefined;
  const add = (key: string, amount: string) => {
    const amounts = found.get(key) ?? new Set();
    found.set(key, amounts.add(amount));
  };
  for (const offer of offers) {
    if (published === undefined || offer.published < published) published = offer.published;
    for (const family of families) {
      if (!isAsked(family, offer, region)) continue;
      for (const row of family.rows) {
        const key = keyOf(row, offer, region);
        if (key === undefined) continue;
        const read = amountsOf(key, row, offer);
        if ('because' in read) refused.set(key, { key, ...read });
        else for (const [name, amount] of read.amounts) add(name, amount);
      }
    }
  }
  const rows = new Map<string, string>();
  for (const [key, [amount = '', ...others]] of [...found].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (others.length === 0) rows.set(key, amount);
    else refused.set(key, { key, because: 'two-prices', found: [amount, ...others].sort().join(', ') });
  }
  // A key that one line refuses and another one states is stated: lines of racks and zones have the same names.
  return { rows, published: published ?? '', refused: [...refused.values()].filter(({ key }) => !rows.has(key)) };
}

/** The key of the book that an offer has the price of; undefined when it is no such line. */
function keyOf({ usage, key, where = {} }: FamilyRow, { attributes }: Offer, region: string): string | undefined {
  // An attribute that a product does not have may stand there empty.
  for (const [name, value] of Object.entries(where)) if ((attributes[name] || undefined) !== value) return undefined;
  const names = matched(usage, withoutPrefix(attributes['usagetype'] ?? '', region), attributes);
  return names && filled(key, { ...names, ...attributes });
}

/** Usage types begin with the region's short name, but for some of us-east-1. */
function withoutPrefix(usage: string, region: string): string {
  const hyphen = usage.indexOf('-');
  const prefix = usage.slice(0, hyphen);
  const known = USAGE_PREFIXES[region];
  const isPrefix = known === undefined ? /^[A-Z]{3}\d$/.test(prefix) : known.includes(prefix);
  return isPrefix ? usage.slice(hyphen + 1) : usage;
}

/** What stands in the places of the names; undefined when the text is another one. */
function matched(
  template: string,
  text: string,
  attributes: Offer['attributes'],
): Readonly<Record<string, string>> | undefined {
  const [, before = '', name, after = ''] = /^(.*?)(?:\{(\w+)\}(.*))?$/.exec(template) ?? [];
  if (name === undefined) return text === template ? {} : undefined;
  if (!text.startsWith(before) || !text.endsWith(after)) return undefined;
  const value = text.slice(before.length, text.length - after.length);
  const wanted = attributes[name];
  return value !== '' && (wanted === undefined || wanted === value) ? { [name]: value } : undefined;
}

function filled(key: string, names: Readonly<Record<string, string>>): string | undefined {
  const whole = key.replace(/\{(\w+)\}/g, (_, name: string) => names[name] ?? '');
  return /^[a-z0-9-]+\/[\w./-]+$/.test(whole) ? whole : undefined;
}

type Amounts = { readonly amounts: readonly (readonly [key: string, amount: string])[] };

/** The amounts of the steps of a price; a first step that is free is an allowance, which the book does not count. */
function amountsOf(key: string, { units = 1 }: FamilyRow, { steps }: Offer): Amounts | Omit<Refused, 'key'> {
  const paid = Number(steps[0]?.usd) === 0 ? steps.slice(1) : steps;
  const [first] = paid;
  if (first === undefined || paid.some(({ usd: amount }) => Number(amount) === 0))
    return { because: 'zero', found: '0' };
  const unit = paid.find((step) => !isUnitOf(key, step.unit))?.unit;
  if (unit !== undefined) return { because: 'unit', found: unit };
  const amountOf = (amount: string) => keep(usd(amount).div(units)).toFixed();
  const ours = stepsOf(key);
  if (ours === undefined || paid.length === 1) {
    if (paid.length === 1) return { amounts: [[key, amountOf(first.usd)]] };
    return { because: 'steps', found: paid.map(({ from }) => from).join(', ') };
  }
  const begins = ours.map((_, at) => (at === 0 ? 0 : (ours[at - 1]?.upTo ?? 0)));
  const isSame = begins.length === paid.length && begins.every((from, at) => at === 0 || paid[at]?.from === from);
  if (!isSame) return { because: 'steps', found: paid.map(({ from }) => from).join(', ') };
  return { amounts: ours.map((step, at) => [step.key, amountOf(paid[at]?.usd ?? '')] as const) };
}

const isUnitOf = (key: string, unit: string): boolean =>
  (UNITS[key.slice(key.lastIndexOf('.') + 1)] ?? ['requests', 'request']).includes(unit.toLowerCase());
