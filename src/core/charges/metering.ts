import { type Confirmed, nothingConfirmed } from '../coverage/confirmed';
import { HOURS_PER_MONTH, type Instant, midnight } from '../instant';
import { larger, type Range, smaller, timesRange, type Usd, usd } from '../money';
import { nearest } from '../nearest';
import type { PlannedResource } from '../plan';
import type { PlanIndex } from '../plan-index';
import type { Properties } from '../properties';
import { type Known, known, type Maybe, notSet, type Reading, type Unknown, unknown } from '../reading';
import type { Charge, ChargeKind } from './charge';
import { type Discounts, less } from './discounts';
import type { PriceKey } from './price-key';
import type { Allowance, ExtendedSupport, Price, PriceBook } from './prices';
import { asRange, product, type Quantity, quantityWords, times } from './quantity';
import { asRecurring, isRecurring, WorkedOut } from './recurring';
import { costInSteps, type InSteps, type PricedStep, stepsOf } from './steps';
import { type Assumption, type UsageFigure, type UsageOverride, usageOf } from './usage';

/** What pricing needs besides the resource. */
export interface ChargeContext {
  readonly prices: PriceBook;
  readonly overrides: readonly UsageOverride[];
  /** What AWS gives off its list prices; nothing where it is left out. */
  readonly discounts?: Discounts | undefined;
  /** What is always free, by the row that it is of; undefined where the owner does not say that it is there. */
  readonly freeTier?: ReadonlyMap<string, Allowance> | undefined;
  readonly index: PlanIndex;
  /** The moment of the assessment: some prices start on a day that AWS has named. */
  readonly now: Instant;
  /** What the owner has looked up; nothing where it is left out. */
  readonly confirmed?: Confirmed | undefined;
}

const NO_REGION = 'the plan names no region for it; set one with `pulumi config set aws:region`, or AWS_REGION';

/** A value that looks like no region is not repeated: it may be a secret that somebody put in the wrong place. */
function noSuchRegion(written: string, regions: readonly string[]): string {
  const near = nearest(written, regions, 2);
  const name = /^[a-z]{2,4}(-[a-z]+)+-?\d?$/i.test(written) ? ` ${written}` : ' that it names';
  return `no prices for the region${name}${near === undefined ? '' : `; did you mean ${near}?`}`;
}

/**
 * One resource on its way to a bill. A service file asks it for properties and states charges with `hourly`, `monthly`,
 * `usage`, `once` and `commitment`; prices, regions, assumptions and unknowns are taken care of here.
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
  hourly(what: string, key: PriceKey, count: Quantity = 1): Charge {
    const units = asRange(count);
    const hours = times(units, HOURS_PER_MONTH);
    const quantity = quantityWords(units, '× 730 hours');
    return this.charge({ kind: 'hourly', what, quantity, basis: 'hour', ...this.cost(key, hours) });
  }

  /** Billed by the month for something of a known size: price per unit and month × how many. */
  monthly(what: string, key: PriceKey, size: Quantity, unit: string): Charge {
    const units = asRange(size);
    return this.charge({ kind: 'hourly', what, quantity: quantityWords(units, unit), ...this.cost(key, units) });
  }

  /** Billed by what the resource will be used for: price per unit × the owner's figure or the assumption. */
  usage(what: string, key: PriceKey, field: Field, perUnit: Quantity = 1): Charge {
    const { range, unit, assumed, size } = this.figure(field);
    const uses = known(range);
    const units = perUnit === 1 ? uses : times(uses, perUnit);
    const quantity = quantityWords(uses, unit);
    return this.charge({ kind: 'usage', what, quantity, assumed, size, usage: [field], ...this.cost(key, units) });
  }

  /** Bought one time. Amounts in USD come from the plan itself, or from a price row. */
  once(kind: 'upfront' | 'once', what: string, amount: Maybe<Range> | { key: PriceKey; count: Quantity }): Charge {
    if (!('key' in amount)) return this.stated(kind, what, amount);
    const units = asRange(amount.count);
    return this.charge({ kind, what, quantity: quantityWords(units, ''), ...this.cost(amount.key, units) });
  }

  /** Bought one time, as much as the owner's figure or the assumption says. */
  onceByUse(what: string, key: PriceKey, field: Field, perUnit: Quantity = 1): Charge {
    return { ...this.usage(what, key, field, perUnit), kind: 'once', per: 'once' };
  }

  /** An amount that the plan itself states, in USD per month (or once), with no price row behind it. */
  stated(kind: Exclude<ChargeKind, 'commitment'>, what: string, usd: Maybe<Range>, quantity = ''): Charge {
    return this.charge({ kind, what, usd, quantity });
  }

  /**
   * What a contract binds to by the hour, in USD per month of 730 hours: no use or deletion ends it. `termMonths`: how
   * long from its start, where the plan says so.
   */
  commitment(what: string, usd: Maybe<Range>, termMonths: number | undefined, quantity = ''): Charge {
    return this.charge({ kind: 'commitment', what, usd, quantity, termMonths, basis: 'hour' });
  }

  /** The same charge, billed under another product than the service's own. */
  under(product: string): Metering<Field> {
    return new Metering(this.resource, product, this.assumptions, this.context);
  }

  /** The same at what the owner pays for Spot instances; undefined where nobody has said it. */
  atSpotPrice(): Metering<Field> | undefined {
    const discounts = this.context.discounts?.atSpot;
    if (discounts === undefined) return undefined;
    return new Metering(this.resource, this.product, this.assumptions, { ...this.context, discounts });
  }

  /** The owner's usage figure, or the assumption. */
  figure(field: Field): UsageFigure {
    const assumption = this.assumptions[field];
    if (assumption === undefined) throw new Error(`no assumption is stated for usage field ${field}`);
    return usageOf(this.resource, field, assumption, this.context.overrides);
  }

  /** The planned resource of one of these types that a property points to, when it is part of the same stack. */
  linked(property: string, ...types: readonly [string, ...string[]]): PlannedResource | undefined {
    return this.context.index.linked(this.resource, property, types);
  }

  /** What else the plan holds: a rule or a price may depend on it. */
  get plan(): PlanIndex {
    return this.context.index;
  }

  /** What saved answers of AWS say of the things that a plan only names. */
  get confirmed(): Confirmed {
    return this.context.confirmed ?? nothingConfirmed;
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

  /** From when AWS charges how for an old version of an engine; undefined where it names no day. */
  oldVersion(service: string, engine: string, version: string): ExtendedSupport | undefined {
    return this.context.prices
      .extendedSupport(service, engine)
      .find((row) => `${version}.`.startsWith(`${row.version}.`));
  }

  /** A charge that AWS bills from one day on and until another, `YYYY-MM-DD` in UTC: nothing once that has come. */
  within(charge: Charge, from: string, until?: string): Charge[] {
    const { now } = this.context;
    const [begins, stops] = [midnight(from), until === undefined ? undefined : midnight(until)];
    if (stops !== undefined && stops <= now) return [];
    return [{ ...charge, ...(begins > now ? { begins } : {}), ...(stops === undefined ? {} : { stops }) }];
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
    if (region.state === 'absent') return unknown(NO_REGION);
    if (region.value.startsWith('cn-'))
      return unknown('AWS China bills in CNY, and credits of other accounts do not cover it');
    if (!prices.knowsRegion(region.value)) return unknown(noSuchRegion(region.value, prices.regions()));
    return unknown(`no price for ${name} in ${region.value}`);
  }

  /** What so many units cost, with the price behind it. */
  private cost(key: PriceKey, units: Maybe<Range>): Cost {
    if (typeof key !== 'string' && key.state !== 'known') return { usd: key, price: undefined };
    const name = typeof key === 'string' ? key : key.value;
    const price = typeof key === 'string' ? this.price(key, key) : this.price(name);
    if (price.state !== 'known') return { usd: price, price: undefined };
    const of = this.freeOf(name);
    if (units.state !== 'known') {
      return { usd: units, price: price.value, ...(of && { allowance: { of, units: undefined } }) };
    }
    const cost = this.costOf(name, price.value, units.value);
    return of === undefined ? cost : { ...cost, allowance: { of, units: units.value } };
  }

  /** AWS GovCloud has no free tier of its own. */
  private freeOf(key: string): Allowance | undefined {
    const { region } = this.resource;
    if (region.state === 'known' && region.value.startsWith('us-gov-')) return undefined;
    return this.context.freeTier?.get(key);
  }

  private costOf(name: string, price: Price, units: Range): Cost {
    return costs.of(units, price, () => {
      const inSteps = this.inSteps(name, price, units);
      const usd = inSteps === undefined ? timesPrice(units, price) : costInSteps(units, inSteps.steps);
      return { usd: known(isRecurring(units) ? asRecurring(usd) : usd), price, inSteps };
    });
  }

  /** The steps of a price, as far as the region has them: the last one that is known stands for the rest. */
  private inSteps(key: string, first: Price, units: Range): InSteps | undefined {
    const listed = stepsOf(key);
    if (listed === undefined) return undefined;
    let steps = pricedSteps.get(first);
    if (steps === undefined) {
      const found = listed.flatMap(({ key: step, upTo }, at): PricedStep[] => {
        const price = at === 0 ? known(first) : this.price(step);
        return price.state === 'known' ? [{ upTo, price: price.value }] : [];
      });
      steps = lastForTheRest(found);
      pricedSteps.set(first, steps);
    }
    const { region } = this.resource;
    const counted = first.region === 'global' || region.state !== 'known' ? 'global' : region.value;
    return { fills: `${counted}\n${first.service}/${first.key}`, units, steps, together: 1 };
  }

  private charge(line: Line): Charge {
    const charge = this.atListPrice(line);
    const { discounts } = this.context;
    // What is bought one time, a domain or a licence, is in no discount on usage.
    if (discounts === undefined || charge.price === undefined || charge.per === 'once') return charge;
    if (charge.usd.state === 'unknown') return charge;
    const discount = discounts.of(this.product);
    return discount === 0 ? charge : { ...charge, discount, usd: known(less(charge.usd.value, discount)) };
  }

  /** One literal for every charge: a plan of thousands makes tens of thousands of them. */
  private atListPrice({
    kind,
    what,
    usd,
    quantity,
    assumed = false,
    size,
    usage = NO_FIELDS,
    price,
    inSteps,
    allowance,
    termMonths,
    basis = 'month',
  }: Line): Charge {
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
      size,
      usage,
      price,
      inSteps,
      allowance,
      termMonths,
    };
  }
}

const NO_FIELDS: readonly string[] = [];

interface Cost {
  readonly usd: Maybe<Range>;
  readonly price: Price | undefined;
  readonly inSteps?: InSteps | undefined;
  readonly allowance?: Charge['allowance'];
}

const costs = new WorkedOut<Price, Cost>();

/** By the price of the first step: a plan asks for the same few. */
const pricedSteps = new WeakMap<Price, readonly PricedStep[]>();

const lastForTheRest = (steps: readonly PricedStep[]): readonly PricedStep[] =>
  steps.map((step, at) => (at === steps.length - 1 ? { ...step, upTo: Number.POSITIVE_INFINITY } : step));

/** What a verb says of a charge; the rest is the resource's. */
interface Line extends Pick<Charge, 'kind' | 'what' | 'usd' | 'quantity' | 'inSteps' | 'size'> {
  readonly assumed?: boolean;
  readonly usage?: readonly string[];
  readonly price?: Price | undefined;
  readonly allowance?: Charge['allowance'];
  readonly termMonths?: number | undefined;
  readonly basis?: Charge['basis'];
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

const widths = new WorkedOut<Range, Known<Range>>();

function bothOf(a: Range, b: Range): Known<Range> {
  const widen = () => known({ min: smaller(a.min, b.min), max: larger(a.max, b.max) });
  return isRecurring(b) ? widths.of(a, b, widen) : widen();
}

/**
 * One charge of which it is decided later which of several it will be: from the cheapest of them to the dearest. Not
 * known as soon as one of them is not.
 */
export function anyOf(charges: readonly [Charge, ...Charge[]]): Charge {
  let [widest] = charges;
  for (const charge of charges) {
    if (charge.usd.state !== 'known') return charge;
    if (widest.usd.state !== 'known') return widest;
    const [wide, other] = [widest.usd.value, charge.usd.value];
    const dearer = other.max.gt(wide.max) ? charge : widest;
    const allowance = eitherAllowance(widest.allowance, charge.allowance);
    widest = { ...dearer, usd: bothOf(wide, other), inSteps: undefined, allowance };
  }
  return widest;
}

/** Units of either; where only one of them has free units, none are counted. */
function eitherAllowance(a: Charge['allowance'], b: Charge['allowance']): Charge['allowance'] {
  if (a?.units === undefined || b?.units === undefined || a.of !== b.of) return undefined;
  return { of: a.of, units: { min: smaller(a.units.min, b.units.min), max: larger(a.units.max, b.units.max) } };
}
