import type { Charge } from './charge';
import { type Metering, priced, type ResourcePricing } from './service';
import type { Assumption } from './usage';

/** One line of a bill that follows use: its name, the key of its price, and what is assumed of a month. */
export interface Meter {
  readonly what: string;
  readonly key: string;
  readonly assumed: Assumption;
}

/** `meter('Build minutes', 'amplify/build.minute', assume(0, 100, 'minutes a month'))` */
export const meter = (what: string, key: string, assumed: Assumption): Meter => ({ what, key, assumed });

type Meters<Field extends string = string> = Readonly<Record<Field, Meter>>;

/** The usage fields of some meters, for a type that has other charges besides. */
export const usageOfMeters = <Field extends string>(meters: Meters<Field>): Readonly<Record<Field, Assumption>> =>
  Object.fromEntries(Object.entries<Meter>(meters).map(([field, { assumed }]) => [field, assumed])) as Record<
    Field,
    Assumption
  >;

/** A line for each meter. */
export const readMeters = (metering: Metering, meters: Meters): Charge[] =>
  Object.entries(meters).map(([field, { what, key }]) => metering.usage(what, key, field));

/** A type that is billed by use alone, whatever its properties say. */
export const metered = <Field extends string>(meters: Meters<Field>): ResourcePricing =>
  priced(usageOfMeters(meters), (metering) => readMeters(metering, meters));

/** A type that costs the same for every hour in which it exists. */
export const perHour = (what: string, key: string): ResourcePricing =>
  priced({}, (metering) => [metering.hourly(what, key)]);

/** A type that costs the same every month. `unit` names what is counted: "workflows". */
export const perMonth = (what: string, key: string, unit: string): ResourcePricing =>
  priced({}, (metering) => [metering.monthly(what, key, 1, unit)]);
