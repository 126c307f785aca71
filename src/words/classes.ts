import type { UnpricedClass } from '../core/charges/classes';

/** How AWS bills for a type, or `priced`. */
export type TypeClass = 'priced' | UnpricedClass;

interface ClassWords {
  readonly title: string;
  /** What it means for an estimate. */
  readonly about: string;
}

/** In the order in which they are listed: what is left out of an estimate first, what costs nothing last. */
export const CLASS_WORDS: Readonly<Record<TypeClass, ClassWords>> = {
  priced: { title: 'Priced', about: 'Their charges are in the estimate.' },
  usage: {
    title: 'Billed by use, without a price',
    about: 'AWS bills what they are used for. The price book has no price for it.',
  },
  hourly: {
    title: 'Not priced yet',
    about: 'AWS bills them for as long as they exist. The price book has no price for it.',
  },
  once: { title: 'Billed once, without a price', about: 'AWS bills them when they are made.' },
  subscription: { title: 'Subscriptions', about: 'AWS bills them by the user or for a term.' },
  'third-party': { title: 'Sold by other companies', about: 'What they cost is the price of another company.' },
  contents: { title: 'Contents that are not in the plan', about: 'They create resources that no plan shows.' },
  'account-setting': {
    title: 'Settings of the whole account',
    about: 'They switch something on that AWS bills by use.',
  },
  'not-found': { title: 'No price found', about: 'New types of which no price was found.' },
  through: { title: 'Part of another bill', about: 'AWS bills them with another resource.' },
  free: { title: 'Free', about: 'AWS does not bill for them.' },
};

export const TYPE_CLASSES = Object.keys(CLASS_WORDS) as readonly TypeClass[];

/** `Billed while it exists`, without the prefix that a report puts before it. */
export const becauseWords = (because: string): string => because.replace(/^.*?: /, '');
