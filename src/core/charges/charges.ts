import type { PlannedResource } from '../plan';
import type { Charge } from './charge';
import type { UnpricedClass } from './classes';
import { type ChargeContext, Metering } from './service';
import { classOf } from './services';

/**
 * What is known of the ordinary charges of one resource. `through` is billed with another resource, and so leaves nothing
 * out; `unpriced` does, and says how AWS bills it.
 */
export type Pricing =
  | { readonly status: 'priced'; readonly charges: readonly Charge[] }
  | { readonly status: 'free' }
  | { readonly status: 'through'; readonly because: string }
  | {
      readonly status: 'unpriced';
      readonly class: Exclude<UnpricedClass, 'free' | 'through'>;
      readonly because: string;
    };

/** The ordinary charges that AWS bills for a resource, before anyone asks who pays them. */
export function priceResource(resource: PlannedResource, context: ChargeContext): Pricing {
  const found = classOf(resource.type);
  if (found === undefined) {
    return { status: 'unpriced', class: 'not-found', because: 'the price list does not know this type' };
  }
  const { service, entry } = found;
  switch (entry.class) {
    case 'priced':
      return {
        status: 'priced',
        charges: entry.charges(new Metering(resource, service.product, entry.usage, context)),
      };
    case 'free':
      return { status: 'free' };
    case 'through':
      return { status: 'through', because: entry.because };
    default:
      return { status: 'unpriced', class: entry.class, because: entry.because };
  }
}

/** The bill of a resource whose type has no pricing of its own: rules state their charges on it. */
export const blankMetering = (resource: PlannedResource, product: string, context: ChargeContext): Metering =>
  new Metering(resource, product, {}, context);
