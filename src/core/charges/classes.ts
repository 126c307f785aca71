/**
 * How AWS bills for a type that has no charges of its own here. `free` and `through` leave nothing out of an estimate;
 * every other class does, and its reason says what.
 */
export type UnpricedClass =
  | 'free'
  | 'through'
  | 'usage'
  | 'hourly'
  | 'once'
  | 'subscription'
  | 'third-party'
  | 'contents'
  | 'account-setting'
  | 'not-found';

/** A type without charges of its own, and why. */
export interface Unpriced {
  readonly class: UnpricedClass;
  /** In words, after "not priced: ". */
  readonly because: string;
  /** Type token of the resource whose bill it is part of; only for `through`. */
  readonly of?: string;
  /** A official text · B a maintained project's word, or clear from the price page · C third party · D no text was found. */
  readonly confidence: Confidence;
}

type Confidence = 'A' | 'B' | 'C' | 'D';

/**
 * Types that cost nothing in any setting: permissions, networks, links between other resources. By the names in their
 * tokens: `free('iam', 'role')` is `aws:iam/role:Role`.
 */
export function free(module: string, names: string, confidence: Confidence = 'B'): Record<string, Unpriced> {
  const entry: Unpriced = { class: 'free', because: 'AWS does not bill for it', confidence };
  return Object.fromEntries(
    names
      .trim()
      .split(/\s+/)
      .map((name) => [`aws:${module}/${name}:${name.charAt(0).toUpperCase()}${name.slice(1)}`, entry]),
  );
}

/** Costs nothing by itself: it is part of the bill of another resource. */
export const through = (of: string, why: string, confidence: Confidence = 'B'): Unpriced => ({
  class: 'through',
  because: `billed through ${of}: ${why}`,
  of,
  confidence,
});

const entry =
  (unpriced: UnpricedClass, words: string) =>
  (why: string, confidence: Confidence = 'B'): Unpriced => ({
    class: unpriced,
    because: `${words}: ${why}`,
    confidence,
  });

/** Billed by what it is used for. */
export const byUse = entry('usage', 'billed by use, no price in the book');
/** Billed for as long as it exists. */
export const byTime = entry('hourly', 'billed while it exists, no price in the book');
/** Billed when it is made. */
export const once = entry('once', 'billed once, no price in the book');
/** Billed by the user or the term. */
export const subscription = entry('subscription', 'a subscription, no price in the book');
/** Sold by somebody else than AWS. */
export const thirdParty = entry('third-party', 'sold by another company, no price in the book');
/** Makes resources that no plan shows. */
export const contents = entry('contents', 'what it creates is not in the plan');
/** Switches something on for the whole account. */
export const accountSetting = entry('account-setting', 'a setting of the whole account, billed by use');
/** Nobody found out yet. */
export const notFound = entry('not-found', 'no price was found');
