import { addMonths, HOURS_PER_MONTH, type Instant, isoDay } from '../instant';
import {
  addRanges,
  between,
  exactly,
  keep,
  larger,
  nothing,
  type Range,
  smaller,
  timesRange,
  type Usd,
  usd,
} from '../money';
import type { PlannedResource } from '../plan';
import type { PlanIndex } from '../plan-index';
import type { Properties } from '../properties';
import { type Known, known, type Maybe, mapReading, notSet, type Reading, type Unknown, unknown } from '../reading';
import type { Charge, ChargeKind } from './charge';
import type { Unpriced } from './classes';
import type { ExtendedSupport, Price, PriceBook } from './prices';
import { type Assumption, type UsageFigure, type UsageOverride, usageOf } from './usage';

/** How one AWS service bills, for the types of one module of the provider. It holds no price. */
export interface Service {
  /** AWS's name for the billed product, as credits list it. */
  readonly product: string;
  readonly pricingPage: string;
  /** Day on which the page was read, `YYYY-MM-DD`. */
  readonly readOn: string;
  /** Every type of the module, by its token. */
  readonly resources: Readonly<Record<string, ResourcePricing | Unpriced>>;
}

export interface ResourcePricing {
  readonly class: 'priced';
  /** Usage fields that an owner may set in `usage:`, with what is assumed when they do not. */
  readonly usage: Readonly<Record<string, Assumption>>;
  /** An empty list means: this one costs nothing, for a reason in the properties. */
  charges(metering: Metering): Charge[];
}

/** States the pricing of one resource type; the usage fields are checked by the compiler. */
export function priced<U extends Record<string, Assumption>>(
  usage: U,
  charges: (metering: Metering<keyof U & string>) => Charge[],
): ResourcePricing {
  return { class: 'priced', usage, charges: charges as (metering: Metering) => Charge[] };
}

/** What pricing needs besides the resource. */
export interface ChargeContext {
  readonly prices: PriceBook;
  readonly overrides: readonly UsageOverride[];
  readonly index: PlanIndex;
  /** The moment of the assessment: some prices start on a day that AWS has named. */
  readonly now: Instant;
}

/** A count or a size: known exactly, known between bounds, or not known. */
export type Quantity = number | Range | Maybe<number> | Maybe<Range> | Reading<number>;

/**
 * One resource on its way to a bill. A service file asks it for properties and states charges with `hourly`, `monthly`,
 * `usage` and `once`; prices, regions, assumptions and unknowns are taken care of here.
 *
 * A price key is `<price list service>/<key>`, such as `natgateway/nat.hour`.
 */
export class Metering<Field extends string = string> {
  constructor(
    readonly resource: PlannedResource,
    private readonly product: string,
    private readonly assumptions: Readonly<Record<string, Assumption>>,
    private readonly context: ChargeContext,
  ) {}

  get properties(): Properties {
    return this.resource.properties;
  }

  /** Runs with the clock: price per hour × 730 × how many. */
  hourly(what: string, key: string | Maybe<string>, count: Quantity = 1): Charge {
    const units = asRange(count);
    const hours = units.state === 'known' ? known(timesRange(units.value, HOURS_PER_MONTH)) : units;
    return this.charge('hourly', what, key, hours, words(units, '× 730 hours'), false, 'hour');
  }

  /** Billed by the month for something of a known size: price per unit and month × how many. */
  monthly(what: string, key: string | Maybe<string>, size: Quantity, unit: string): Charge {
    const units = asRange(size);
    return this.charge('hourly', what, key, units, words(units, unit), false);
  }

  /** Billed by what the resource will be used for: price per unit × the owner's figure or the assumption. */
  usage(what: string, key: string | Maybe<string>, field: Field, perUnit: Quantity = 1): Charge {
    const figure = this.figure(field);
    const units = perUnit === 1 ? known(figure.range) : times(figure.range, perUnit);
    const charge = this.charge('usage', what, key, units, words(known(figure.range), figure.unit), figure.assumed);
    return { ...charge, usage: [field] };
  }

  /** Bought one time. Amounts in USD come from the plan itself, or from a price row. */
  once(
    kind: 'upfront' | 'once',
    what: string,
    amount: Maybe<Range> | { key: string | Maybe<string>; count: Quantity },
  ) {
    if ('key' in amount) {
      const units = asRange(amount.count);
      return this.charge(kind, what, amount.key, units, words(units, ''), false);
    }
    return this.stated(kind, what, amount);
  }

  /** Bought one time, as much as the owner's figure or the assumption says. */
  onceByUse(what: string, key: string | Maybe<string>, field: Field, perUnit: Quantity = 1): Charge {
    return { ...this.usage(what, key, field, perUnit), kind: 'once', per: 'once' };
  }

  /** An amount that the plan itself states, in USD per month (or once), with no price row behind it. */
  stated(kind: ChargeKind, what: string, amount: Maybe<Range>, termMonths?: number, quantity = ''): Charge {
    // A commitment is one by the hour.
    const basis = kind === 'commitment' ? 'hour' : 'month';
    return this.line(kind, what, amount, quantity, false, undefined, termMonths, basis);
  }

  /** The same charge, billed under another product than the service's own. */
  under(product: string): Metering<Field> {
    return new Metering(this.resource, product, this.assumptions, this.context);
  }

  /** The owner's usage figure, or the assumption. */
  figure(field: Field): UsageFigure {
    const assumption = this.assumptions[field];
    if (assumption === undefined) throw new Error(`no assumption is stated for usage field ${field}`);
    return usageOf(this.resource, field, assumption, this.context.overrides);
  }

  /** The planned resource that a property points to, when it is part of the same stack. */
  linked(property: string): PlannedResource | undefined {
    return this.context.index.linked(this.resource, property);
  }

  /** What else the plan holds: a rule or a price may depend on it. */
  get plan(): PlanIndex {
    return this.context.index;
  }

  /** Every resource of a type in the same stack. */
  others(type: string): readonly PlannedResource[] {
    return this.context.index.ofType(type);
  }

  /** Resources of a type that point to this one, or to another one. */
  pointingTo(type: string, target = this.resource): readonly PlannedResource[] {
    return this.context.index.pointingTo(type, target.urn);
  }

  /** The same resource as it would be billed in another region. */
  inRegion(region: Reading<string>): Metering<Field> {
    return new Metering({ ...this.resource, region }, this.product, this.assumptions, this.context);
  }

  /** How AWS charges for an old version of an engine; undefined when it does not, or not yet. */
  oldVersion(service: string, engine: string, version: string): ExtendedSupport | undefined {
    return this.context.prices
      .extendedSupport(service, engine)
      .find((row) => `${version}.`.startsWith(`${row.version}.`) && this.reached(row.chargedFrom) !== 'no');
  }

  /** Why the resource that a property points to cannot be read, where `linked` finds none. */
  missing(property: string): Unknown {
    const value = this.properties.any(property);
    if (value.state === 'absent') return notSet(value);
    return unknown(
      value.state === 'unknown'
        ? `${property}: which one is not known before deployment`
        : `${property} names something that is not in this plan`,
    );
  }

  /** Has a day, `YYYY-MM-DD` in UTC, come? 'soon' within the month ahead, of which a monthly amount speaks. */
  reached(day: string): 'yes' | 'soon' | 'no' {
    const { now } = this.context;
    if (day <= isoDay(now)) return 'yes';
    return day <= isoDay(addMonths(now, 1)) ? 'soon' : 'no';
  }

  /** Does the price book have this row itself for the resource's region, and not an estimate? */
  hasPrice(key: string): boolean {
    const price = this.price(key);
    return price.state === 'known' && price.value.estimate === undefined;
  }

  /**
   * Looks up `<service>/<key>` in the region of the resource's own provider; some prices hold everywhere. `name` is what a
   * message may say of the key: the key itself only where no property went into it, for a property may be a secret.
   */
  price(key: string, name = 'its type or size'): Maybe<Price> {
    const { region } = this.resource;
    const { prices } = this.context;
    const slash = key.indexOf('/');
    const price = prices.find(
      region.state === 'known' ? region.value : 'global',
      key.slice(0, slash),
      key.slice(slash + 1),
    );
    if (price !== undefined) return known(price);
    if (region.state === 'unknown') return unknown(`the region is not known: ${region.because}`);
    if (region.state === 'absent') return unknown('no provider of this resource names a region');
    if (region.value.startsWith('cn-'))
      return unknown('AWS China bills in CNY, and credits of other accounts do not cover it');
    if (!prices.knowsRegion(region.value)) return unknown('no prices for its region');
    return unknown(`no price for ${name} in ${region.value}`);
  }

  private charge(
    kind: ChargeKind,
    what: string,
    key: string | Maybe<string>,
    units: Maybe<Range>,
    quantity: string,
    assumed: boolean,
    basis: Charge['basis'] = 'month',
  ): Charge {
    const name = typeof key === 'string' ? key : key.state === 'known' ? key.value : undefined;
    if (name === undefined)
      return this.line(kind, what, key as Unknown, quantity, assumed, undefined, undefined, basis);
    const price = typeof key === 'string' ? this.price(key, key) : this.price(name);
    if (price.state !== 'known') return this.line(kind, what, price, quantity, assumed, undefined, undefined, basis);
    const usd = units.state === 'known' ? known(timesPrice(units.value, price.value)) : units;
    return this.line(kind, what, usd, quantity, assumed, price.value, undefined, basis);
  }

  /** One literal for every charge: a plan of thousands makes tens of thousands of them. */
  private line(
    kind: ChargeKind,
    what: string,
    usd: Maybe<Range>,
    quantity: string,
    assumed: boolean,
    price: Price | undefined,
    termMonths: number | undefined,
    basis: Charge['basis'],
  ): Charge {
    const per = kind === 'upfront' || kind === 'once' ? 'once' : 'month';
    return {
      urn: this.resource.urn,
      product: this.product,
      what,
      kind,
      per,
      usd,
      basis,
      quantity,
      assumed,
      usage: NO_FIELDS,
      price,
      termMonths,
    };
  }
}

/** What so many units cost: between the bounds of the price, where no list says it. */
function timesPrice(units: Range, { usd, range }: Price): Range {
  if (range === undefined) return timesRange(units, parsed(usd));
  return product(units, { min: parsed(range.min), max: parsed(range.max) });
}

const amounts = new Map<string, Usd>();

/** A plan asks for the same few prices again and again: each text is parsed once. */
function parsed(text: string): Usd {
  const known = amounts.get(text);
  if (known !== undefined) return known;
  const amount = usd(text);
  amounts.set(text, amount);
  return amount;
}

const NO_FIELDS: readonly string[] = [];
const ONE = known(exactly(usd(1)));

/** Brings every way of stating a quantity to one form. An absent count is not known: defaults are the caller's word. */
export function asRange(quantity: Quantity): Maybe<Range> {
  if (quantity === 1) return ONE;
  if (typeof quantity === 'number') return known(exactly(usd(quantity)));
  if ('min' in quantity) return known(quantity);
  if (quantity.state === 'absent') return notSet(quantity);
  if (quantity.state === 'unknown') return quantity;
  const { value } = quantity as Known<number | Range>;
  return known(typeof value === 'number' ? exactly(usd(value)) : value);
}

export const product = (a: Range, b: Range): Range => ({
  min: keep(a.min.times(b.min)),
  max: keep(a.max.times(b.max)),
});

/**
 * A price key with properties in it: priceKey`dax/${nodeType}.hour`. Known when every part is; else it says which
 * part is not.
 */
export function priceKey(texts: TemplateStringsArray, ...parts: (string | Reading<string>)[]): Maybe<string> {
  let key = texts[0] ?? '';
  for (const [index, part] of parts.entries()) {
    const reading = typeof part === 'string' ? known(part) : part;
    if (reading.state === 'absent') return notSet(reading);
    if (reading.state === 'unknown') return reading;
    key += reading.value + (texts[index + 1] ?? '');
  }
  return known(key);
}

/** So many of so many: known when both are. */
export function times(a: Quantity, b: Quantity): Maybe<Range> {
  const [first, second] = [asRange(a), asRange(b)];
  if (first.state !== 'known') return first;
  return second.state === 'known' ? known(product(first.value, second.value)) : second;
}

/** All of them together: known when each is. */
export function total(quantities: readonly Quantity[]): Maybe<Range> {
  let sum: Range = nothing;
  for (const quantity of quantities) {
    const range = asRange(quantity);
    if (range.state !== 'known') return range;
    sum = addRanges(sum, range.value);
  }
  return known(sum);
}

/** Something that scales by itself between two sizes. */
export function fromTo(least: Quantity, most: Quantity): Maybe<Range> {
  const [low, high] = [asRange(least), asRange(most)];
  if (low.state !== 'known') return low;
  return high.state === 'known' ? known(between(low.value.min, high.value.max)) : high;
}

/** How many stand in a list; an absent list is not known: defaults are the caller's word. */
export const countOf = (list: Reading<readonly unknown[]>): Reading<number> =>
  mapReading(list, (items) => items.length);

/** What goes beyond the part that is included. */
export const beyond = (size: Reading<number>, included: number): Reading<number> =>
  mapReading(size, (value) => Math.max(0, value - included));

/**
 * One charge of which it is decided later which of several it will be: from the cheapest of them to the dearest. Not
 * known as soon as one of them is not.
 */
export function anyOf(charges: readonly [Charge, ...Charge[]]): Charge {
  let [widest] = charges;
  for (const charge of charges) {
    if (charge.usd.state !== 'known') return charge;
    if (widest.usd.state !== 'known') return widest;
    const { min, max } = widest.usd.value;
    const dearer = charge.usd.value.max.gt(max) ? charge : widest;
    const usd = known({ min: smaller(min, charge.usd.value.min), max: larger(max, charge.usd.value.max) });
    widest = { ...dearer, usd };
  }
  return widest;
}

function words(units: Maybe<Range>, unit: string): string {
  if (units.state !== 'known') return '';
  const { min, max } = units.value;
  const figures = min.eq(max) ? min.toFixed() : `${min.toFixed()} to ${max.toFixed()}`;
  return `${figures} ${unit}`.trim();
}
