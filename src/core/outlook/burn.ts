import { isSupport } from '../coverage/billed-rows';
import { displayProduct, sameProduct } from '../coverage/products';
import { type Usd, zero } from '../money';
import type { Settings } from '../settings';

/** What the account spends already, USD a month by billed product; names are those that charges use. */
export type Burn = ReadonlyMap<string, Usd>;

type Written = Pick<Settings, 'burn' | 'tax' | 'support'>;

/** One name for each product: an owner may write any that AWS uses. Undefined where nothing is known of it. */
export function burnOf({ burn: written, ...settings }: Written): Burn | undefined {
  if (written === undefined) return undefined;
  const burn = new Map<string, Usd>();
  for (const [name, usd] of written) {
    if (reckonedBy(name, settings) !== undefined) continue;
    const product = displayProduct(name);
    burn.set(product, (burn.get(product) ?? zero).plus(usd));
  }
  return burn;
}

/** Rows of the bill that another setting reckons: they would count twice. */
export const reckonedRows = ({ burn, ...settings }: Written): readonly { name: string; setting: Reckoning }[] =>
  [...(burn ?? new Map<string, Usd>()).keys()].flatMap((name) => {
    const setting = reckonedBy(name, settings);
    return setting === undefined ? [] : [{ name, setting }];
  });

export type Reckoning = 'tax' | 'support';

function reckonedBy(name: string, { tax, support }: Omit<Written, 'burn'>): Reckoning | undefined {
  if (tax !== undefined && sameProduct(name, 'Tax')) return 'tax';
  return support !== undefined && isSupport(name) ? 'support' : undefined;
}
