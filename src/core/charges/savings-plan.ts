import { type Offering, yearsOf } from '../coverage/offerings';
import type { Metering } from './service';

/**
 * The term is an output: it is known of a plan that exists, and of a new one only AWS's offering knows it, which an owner
 * may have looked up.
 */
export function savingsPlanYears(metering: Metering): 1 | 3 | undefined {
  const told = metering.properties.quantity('termDurationInSeconds');
  return yearsOf(told.state === 'known' ? told.value : offeringOf(metering, OFFERING)?.seconds);
}

/** The payment option in lower case: an output too, undefined as long as only the offering knows it. */
export function savingsPlanOption(metering: Metering): string | undefined {
  const option = metering.properties.text('paymentOption');
  return option.state === 'known' ? option.value.toLowerCase() : offeringOf(metering, OFFERING)?.paymentOption;
}

const OFFERING = 'savingsPlanOfferingId';

/** What an owner has looked up of the offering that a property names. */
export function offeringOf({ properties, confirmed }: Metering, property: string): Offering | undefined {
  const id = properties.text(property);
  return id.state === 'known' ? confirmed.offerings.get(id.value.toLowerCase()) : undefined;
}
