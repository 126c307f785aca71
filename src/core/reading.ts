/**
 * The three states of anything a plan or a balance may say. An unknown value is decided later (or is a secret that was
 * not sent); an absent one was never set. The two are never confused, and neither is ever read as zero.
 */
export type Reading<T> = Known<T> | Unknown | Absent;

/** A figure that is either known or not: for amounts, where "absent" has no meaning. */
export type Maybe<T> = Known<T> | Unknown;

/** A value that could be read. */
export interface Known<T> {
  readonly state: 'known';
  readonly value: T;
}

/** A value that could not: it is taken for no other. */
export interface Unknown {
  readonly state: 'unknown';
  /** Plain words that finish the sentence "not known: …". Never holds a property's value. */
  readonly because: string;
}

export interface Absent {
  readonly state: 'absent';
  /** The property that was not set, where one was read. */
  readonly path?: string;
}

/** A question that may have no answer: `unknown` is never taken for one of the others. */
export type Answer = 'yes' | 'no' | 'unknown';

export const absent: Absent = { state: 'absent' };

const unset = new Map<string, Absent>();

/** A property that was not set. Plans leave the same few hundred out again and again. */
export function absentAt(path: string): Absent {
  let found = unset.get(path);
  if (found === undefined) {
    found = { state: 'absent', path };
    unset.set(path, found);
  }
  return found;
}

/** "instanceType is not set", for an amount that is not known without it. */
export const notSet = ({ path }: Absent): Unknown =>
  unknown(path === undefined ? 'a property that decides its price is not set' : `${path} is not set`);

export const known = <T>(value: T): Known<T> => ({ state: 'known', value });

export const unknown = (because: string): Unknown => ({ state: 'unknown', because });

/** The value when it is known, else the fallback. Only for places where a documented default is the provider's own. */
export function valueOr<T, F>(reading: Reading<T>, fallback: F): T | F {
  return reading.state === 'known' ? reading.value : fallback;
}

/** An absent property takes the provider's documented default; an unknown one stays unknown. */
export function withDefault<T>(reading: Reading<T>, fallback: T): Maybe<T> {
  return reading.state === 'absent' ? known(fallback) : reading;
}

/** Applies a function to a known value and leaves the other two states alone. */
export function mapReading<T, R>(reading: Maybe<T>, change: (value: T) => R): Maybe<R>;
export function mapReading<T, R>(reading: Reading<T>, change: (value: T) => R): Reading<R>;
export function mapReading<T, R>(reading: Reading<T>, change: (value: T) => R): Reading<R> {
  return reading.state === 'known' ? known(change(reading.value)) : reading;
}

/** Enumerated values are compared in any case, as AWS and its provider take many of them. */
export const sameText = (text: string, wanted: string): boolean => text.toLowerCase() === wanted.toLowerCase();
