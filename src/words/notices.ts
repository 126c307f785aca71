import type { Notice, NoticeArgs, NoticeCode } from '../core/notice';

const PARTITIONS = {
  'aws-cn': 'AWS China, which bills separate accounts in CNY. Credits of other accounts do not cover it.',
  // https://docs.aws.amazon.com/govcloud-us/latest/UserGuide/usage-and-payment.html
  'aws-us-gov':
    "AWS GovCloud (US), billed through its standard account. AWS's terms don't say whether credits cover it.",
} as const;

/** The sentence for each notice. Names in the arguments are as they were read: `wordsOf` answers text that is not cleaned yet. */
const WORDS: { readonly [C in NoticeCode]: (args: NoticeArgs[C]) => string } = {
  'plan-unread': ({ text }) => text,
  'price-book-old': ({ asOf, days }) => `The price book is ${days} days old (${asOf}). Prices may have changed since.`,
  'other-partition': ({ partition, resources }) =>
    `${resources === 1 ? '1 resource is' : `${resources} resources are`} in ${PARTITIONS[partition]}`,
};

/** One sentence or two, with a capital and a full stop. */
export const wordsOf = ({ code, args }: Notice): string => (WORDS[code] as (args: unknown) => string)(args);
