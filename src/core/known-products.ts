import { services } from './charges/services';
import { uncoveredRow, uncoveredRows } from './coverage/billed-rows';
import { canonical, displayProduct, productNames } from './coverage/products';
import { nearest } from './nearest';

/** Every name under which something is charged here, or stands on a bill. */
const knownNames = (): string[] => [
  ...services.map(({ product }) => product),
  ...productNames,
  ...uncoveredRows.flatMap(({ names }) => names),
];

/** Is this a name that AWS bills under, or one of these? */
export function isKnownProduct(others: readonly string[] = []): (name: string) => boolean {
  const known = new Set([...knownNames(), ...others].map(canonical));
  return (name) => known.has(canonical(name)) || uncoveredRow(name) !== undefined;
}

/** What somebody may have meant. */
export const nearestProduct = (name: string, others: readonly string[] = []): string | undefined =>
  nearest(name, [...knownNames(), ...others].map(displayProduct));
