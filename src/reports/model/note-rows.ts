import type { Notice, NoticeCode } from '../../core/notice';
import { wordsOf } from '../../words/notices';
import { clean } from '../../words/text';

/** What a note is about: the input, what the figures rest on, what nobody looked at, or the exceptions. */
export type Topic = 'plan' | 'figures' | 'not-looked-at' | 'exceptions';

export interface NoteRow extends Pick<Notice, 'code' | 'level'> {
  readonly text: string;
  readonly about: string | undefined;
  readonly topic: Topic;
}

const TOPICS: Readonly<Record<NoticeCode, Topic>> = {
  'plan-unread': 'plan',
  'not-a-plan': 'plan',
  'no-list': 'plan',
  'several-plans': 'plan',
  'run-failed': 'plan',
  'preview-cut': 'plan',
  'events-cut': 'plan',
  'maybe-corrupt': 'plan',
  'kept-in-aws': 'plan',
  'waits-for-deletion': 'plan',
  'deleted-already': 'plan',
  interrupted: 'plan',
  'step-unread': 'plan',
  'resource-unread': 'plan',
  'listed-twice': 'plan',
  'unchanged-unlisted': 'plan',
  'not-targeted': 'plan',
  'aws-unread': 'plan',
  'burn-product-unknown': 'figures',
  'burn-zero': 'figures',
  'burn-below-plan': 'figures',
  'open-month-drawn': 'figures',
  'open-month-not-counted': 'figures',
  'pool-share': 'figures',
  'pool-reserved': 'figures',
  'credits-of-other-accounts': 'figures',
  'unlisted-taken-as-covered': 'figures',
  horizon: 'figures',
  'other-spending-unknown': 'figures',
  'amounts-left-out': 'figures',
  'usage-assumed': 'figures',
  'month-has-its-hours': 'figures',
  'tax-on-cash': 'figures',
  'ledger-fault': 'plan',
  'not-checked': 'not-looked-at',
  'only-read': 'not-looked-at',
  'outside-aws': 'not-looked-at',
  'code-unseen': 'not-looked-at',
  'other-partition': 'plan',
  'price-book-old': 'figures',
  'date-fixed': 'figures',
  'clock-not-set': 'figures',
  'config-ignored': 'figures',
  'config-unreadable': 'figures',
  'config-no-yaml': 'figures',
  'config-rival': 'figures',
  'setting-unknown': 'figures',
  'setting-missing': 'figures',
  'setting-no-choice': 'figures',
  'setting-malformed': 'figures',
  'setting-looser': 'figures',
  'usage-without-effect': 'figures',
  'usage-unknown': 'figures',
  'exceptions-used': 'exceptions',
  'exceptions-unused': 'exceptions',
};

export function noteRow(note: Notice): NoteRow {
  const { code, level, about } = note;
  return {
    code,
    level,
    text: clean(wordsOf(note), 1000),
    about: about === undefined ? undefined : clean(about),
    topic: TOPICS[code],
  };
}
