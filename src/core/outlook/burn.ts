import { isSupport } from '../coverage/billed-rows';
import { displayProduct, sameProduct } from '../coverage/products';
import { type Usd, zero } from '../money';
import type { Settings } from '../settings';

/** What the account spends already, USD a month by billed product; names are those that charges use. */
export type Burn = ReadonlyMap<string, Usd>;

type Written = Pick<Settings, 'burn' | 'burnOfOthers' | Reckoning>;

/** The burn of the account that is billed. Undefined where nothing is known of it. */
export function burnOf(
  { burn, burnOfOthers: all, ...reckoned }: Written,
  account: string | undefined,
): Burn | undefined {
  const own = burn ?? all.get(account ?? '');
  return own && byProduct(own, reckoned);
}

/** What each other account spends on the same credits. */
export const burnOfOthers = (
  { burnOfOthers: all, ...reckoned }: Written,
  account: string | undefined,
): ReadonlyMap<string, Burn> =>
  new Map([...all].filter(([one]) => one !== account).map(([one, burn]) => [one, byProduct(burn, reckoned)]));

/** One name for each product: an owner may write any that AWS uses. */
function byProduct(written: Burn, reckoned: Pick<Settings, Reckoning>): Burn {
  const burn = new Map<string, Usd>();
  for (const [name, usd] of written) {
    if (reckonedBy(name, reckoned) !== undefined) continue;
    const product = displayProduct(name);
    burn.set(product, (burn.get(product) ?? zero).plus(usd));
  }
  return burn;
}

/** Rows of the bill that another setting reckons: they would count twice. */
export const reckonedRows = ({
  burn,
  burnOfOthers: all,
  ...reckoned
}: Written): readonly { name: string; setting: Reckoning }[] => {
  const names = new Set([burn ?? new Map<string, Usd>(), ...all.values()].flatMap((one) => [...one.keys()]));
  return [...names].flatMap((name) => {
    const setting = reckonedBy(name, reckoned);
    return setting === undefined ? [] : [{ name, setting }];
  });
};

export type Reckoning = 'tax' | 'support';

function reckonedBy(name: string, { tax, support }: Pick<Settings, Reckoning>): Reckoning | undefined {
  if (tax !== undefined && sameProduct(name, 'Tax')) return 'tax';
  return support !== undefined && isSupport(name) ? 'support' : undefined;
}
