import { displayProduct } from '../coverage/products';
import { type Range, timesRange, usd } from '../money';
import { WorkedOut } from './recurring';

/** What stands for every product that has no line of its own. */
export const EVERY_PRODUCT = 'all';

/** Spot instances have a price of their own, which no list tells. */
export const SPOT = 'EC2 Spot';

/** What AWS gives an account off its list prices: shares from 0 to 1, by billed product. */
export class Discounts {
  private readonly byProduct: ReadonlyMap<string, number>;

  constructor(written: ReadonlyMap<string, number>) {
    this.byProduct = new Map([...written].map(([name, share]) => [displayProduct(name), share]));
  }

  /** 0 where the owner states none. */
  of(product: string): number {
    return this.byProduct.get(product) ?? this.byProduct.get(EVERY_PRODUCT) ?? 0;
  }

  /** What is taken off across services: a product with a line of its own has none. */
  acrossServices(product: string): number {
    return this.byProduct.has(product) ? 0 : (this.byProduct.get(EVERY_PRODUCT) ?? 0);
  }

  /** That of Spot, for every product. Undefined where the owner states none: it then costs anything up to the list price. */
  get atSpot(): Discounts | undefined {
    const spot = this.byProduct.get(SPOT);
    return spot === undefined ? undefined : new Discounts(new Map([[EVERY_PRODUCT, spot]]));
  }
}

const discounted = new WorkedOut<number, Range>();

/** A list price less a discount. */
export const less = (list: Range, discount: number): Range =>
  discounted.of(list, discount, () => timesRange(list, usd(1).minus(discount)));
