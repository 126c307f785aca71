import { HOURS_PER_YEAR } from '../instant';
import type { Properties } from '../properties';

const SECONDS_PER_YEAR = HOURS_PER_YEAR * 3600;

/**
 * The term is an output: it is known of a plan that exists, and of a new one only AWS's offering knows it. AWS sells one
 * year or three; any other figure is no term, and dates must not be computed from it.
 */
export function savingsPlanYears(properties: Properties): 1 | 3 | undefined {
  const seconds = properties.quantity('termDurationInSeconds');
  const years = seconds.state === 'known' ? Math.round(seconds.value / SECONDS_PER_YEAR) : undefined;
  return years === 1 || years === 3 ? years : undefined;
}

/** The payment option in lower case: an output too, undefined as long as only the offering knows it. */
export function savingsPlanOption(properties: Properties): string | undefined {
  const option = properties.text('paymentOption');
  return option.state === 'known' ? option.value.toLowerCase() : undefined;
}
