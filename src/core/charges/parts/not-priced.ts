import type { Properties } from '../../properties';
import { unknown } from '../../reading';
import type { Charge } from '../charge';
import type { Metering } from '../service';

/**
 * A line without an amount for each of these properties that is set: it changes the bill, and the price book has no figure
 * for it. A flag that is off, and a mode that costs nothing, change nothing.
 */
export function notPriced(
  metering: Metering,
  what: string,
  paths: readonly string[],
  free: readonly string[] = [],
  properties: Properties = metering.properties,
): Charge[] {
  return paths.flatMap((path) => {
    const value = properties.any(path);
    if (value.state === 'absent' || (value.state === 'known' && isOff(value.value, free))) return [];
    return [metering.stated('usage', what, unknown(`the book has no price for ${path}`))];
  });
}

const isOff = (value: unknown, free: readonly string[]): boolean =>
  value === false || (typeof value === 'string' && free.includes(value));
