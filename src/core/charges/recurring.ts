import { exactly, type Range, usd } from '../money';
import { type Known, known } from '../reading';

/**
 * Quantities that a plan states again and again: one instance, 8 GB, what is assumed of requests. Each is one object, so that
 * what it costs at a price is worked out once, and not for each of thousands of resources.
 */
const recurring = new WeakSet<Range>();

/** Enough for the sizes of any plan; an owner's figures for each of thousands of resources need no place. */
const MOST_NUMBERS = 10_000;
const numbers = new Map<number, Known<Range>>();

/** A count or a size that is known exactly. */
export function exactNumber(value: number): Known<Range> {
  const found = numbers.get(value);
  if (found !== undefined) return found;
  const reading = known(exactly(usd(value)));
  if (numbers.size < MOST_NUMBERS) {
    recurring.add(reading.value);
    numbers.set(value, reading);
  }
  return reading;
}

export const isRecurring = (range: Range): boolean => recurring.has(range);

export function asRecurring(range: Range): Range {
  recurring.add(range);
  return range;
}

interface Results<By, Result> {
  get(by: By): Result | undefined;
  set(by: By, result: Result): unknown;
}

/**
 * What has been worked out of recurring quantities, by what else it depends on: a price, a unit, another quantity. A price
 * book that nobody uses any more takes its results with it.
 */
export class WorkedOut<By, Result> {
  private readonly found = new WeakMap<Range, Results<By, Result>>();

  of(range: Range, by: By, workOut: () => Result): Result {
    if (!recurring.has(range)) return workOut();
    let results = this.found.get(range);
    if (results === undefined) {
      results = (typeof by === 'object' ? new WeakMap<object, Result>() : new Map()) as Results<By, Result>;
      this.found.set(range, results);
    }
    let result = results.get(by);
    if (result === undefined) {
      result = workOut();
      results.set(by, result);
    }
    return result;
  }
}
