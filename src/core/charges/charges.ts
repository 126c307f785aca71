import type { PlannedResource } from '../plan';
import type { Charge } from './charge';
import { isFree } from './free';
import { Bill, type ChargeContext } from './service';
import { pricingOf } from './services';

/** What is known of the ordinary charges of one resource. */
export type Pricing =
  | { readonly status: 'priced'; readonly charges: readonly Charge[] }
  | { readonly status: 'free' }
  | { readonly status: 'unpriced'; readonly because: string };

/** The ordinary charges that AWS bills for a resource, before anyone asks who pays them. */
export function priceResource(resource: PlannedResource, context: ChargeContext): Pricing {
  const found = pricingOf(resource.type);
  if (found !== undefined) {
    const bill = new Bill(resource, found.service.product, found.pricing.usage, context);
    return { status: 'priced', charges: found.pricing.charges(bill) };
  }
  if (isFree(resource.type)) return { status: 'free' };
  return { status: 'unpriced', because: 'no price is kept for this type' };
}

/** The bill of a resource whose type has no pricing of its own: rules state their charges on it. */
export const blankBill = (resource: PlannedResource, product: string, context: ChargeContext): Bill =>
  new Bill(resource, product, {}, context);
