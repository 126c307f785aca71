import { displayProduct, sameProduct } from '../coverage/products';
import { type Usd, zero } from '../money';
import type { Settings } from '../settings';

/** What the account spends already, USD a month by billed product; names are those that charges use. */
export type Burn = ReadonlyMap<string, Usd>;

type Written = Pick<Settings, 'burn' | 'tax'>;

/** One name for each product: an owner may write any that AWS uses. Undefined where nothing is known of it. */
export function burnOf({ burn: written, ...settings }: Written): Burn | undefined {
  if (written === undefined) return undefined;
  const burn = new Map<string, Usd>();
  for (const [name, usd] of written) {
    if (isReckoned(name, settings)) continue;
    const product = displayProduct(name);
    burn.set(product, (burn.get(product) ?? zero).plus(usd));
  }
  return burn;
}

/** Rows of the bill that another setting reckons: they would count twice. */
export const reckonedRows = ({ burn, ...settings }: Written): readonly string[] =>
  [...(burn ?? new Map<string, Usd>()).keys()].filter((name) => isReckoned(name, settings));

const isReckoned = (name: string, { tax }: Omit<Written, 'burn'>): boolean =>
  tax !== undefined && sameProduct(name, 'Tax');
