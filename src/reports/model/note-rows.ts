import type { Notice, NoticeCode } from '../../core/notice';
import { wordsOf } from '../../words/notices';
import { clean, someOf } from '../../words/text';
import { stackName } from '../../words/verdict';

/**
 * What a note is about: the input, what the figures assume, the date and the prices behind all of them, what nobody looked
 * at, or the exceptions.
 */
export type Topic = 'input' | 'figures' | 'basis' | 'not-looked-at' | 'exceptions';

export interface NoteRow extends Pick<Notice, 'code' | 'level'> {
  readonly text: string;
  readonly about: string | undefined;
  readonly topic: Topic;
}

/** Everything else is about the input: a plan or a file that could not be read in full. */
const TOPICS: Readonly<Partial<Record<NoticeCode, Topic>>> = {
  'credit-dated-ahead': 'figures',
  'open-month-drawn': 'figures',
  'open-month-not-counted': 'figures',
  'pool-share': 'figures',
  'pool-reserved': 'figures',
  'credits-of-other-accounts': 'figures',
  'credits-shared': 'figures',
  'account-closes': 'figures',
  'credits-before-discounts': 'figures',
  'unlisted-taken-as-covered': 'figures',
  'programs-several': 'figures',
  'programs-unused': 'figures',
  'credit-products-unknown': 'figures',
  horizon: 'figures',
  'other-spending-unknown': 'figures',
  'burn-of-bill': 'figures',
  'burn-covered-only': 'figures',
  'burn-flat': 'figures',
  'burn-of-others': 'figures',
  'burn-trend': 'figures',
  'burn-row-reckoned': 'figures',
  'amounts-left-out': 'figures',
  'usage-unused': 'figures',
  'groups-may-grow': 'figures',
  'charges-begin': 'figures',
  'planned-left-out': 'figures',
  'discount-product-unknown': 'figures',
  'free-tier-counted': 'figures',
  'usage-assumed': 'figures',
  'usage-by-size': 'figures',
  'month-has-its-hours': 'figures',
  'support-reckoned': 'figures',
  'tax-on-cash': 'figures',
  'date-fixed': 'basis',
  'price-book-old': 'basis',
  'other-partition': 'basis',
  'code-unseen': 'not-looked-at',
  'images-unseen': 'not-looked-at',
  'not-checked': 'not-looked-at',
  'only-read': 'not-looked-at',
  'outside-aws': 'not-looked-at',
  'exceptions-used': 'exceptions',
  'exceptions-unused': 'exceptions',
};

export function noteRow(note: Notice): NoteRow {
  const { code, level, about, stacks = [] } = note;
  const whose = stacks.length === 0 ? '' : `${someOf(stacks.map(stackName))}: `;
  return {
    code,
    level,
    text: clean(`${whose}${wordsOf(note)}`, 1000),
    about: about === undefined ? undefined : clean(about),
    topic: TOPICS[code] ?? 'input',
  };
}
