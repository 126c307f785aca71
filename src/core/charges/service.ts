import type { Charge } from './charge';
import type { Unpriced } from './classes';
import type { Metering } from './metering';
import type { Assumption } from './usage';

// All that the file of a service states charges with.
export { anyOf, type ChargeContext, Metering } from './metering';
export { type PriceKey, priceKey } from './price-key';
export { asRange, beyond, countOf, fromTo, product, type Quantity, times, total } from './quantity';

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
