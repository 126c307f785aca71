import type { Notice, NoticeArgs, NoticeCode } from '../core/notice';

/** The sentence for each notice. Names in the arguments are as they were read: `wordsOf` answers text that is not cleaned yet. */
const WORDS: { readonly [C in NoticeCode]: (args: NoticeArgs[C]) => string } = {
  'plan-unread': ({ text }) => text,
};

/** One sentence or two, with a capital and a full stop. */
export const wordsOf = ({ code, args }: Notice): string => (WORDS[code] as (args: unknown) => string)(args);
