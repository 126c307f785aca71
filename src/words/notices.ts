import { counted } from '../core/findings/words';
import type { Notice, NoticeArgs, NoticeCode } from '../core/notice';

/** The sentence for each notice. Names in the arguments are as they were read: `wordsOf` answers text that is not cleaned yet. */
const WORDS: { readonly [C in NoticeCode]: (args: NoticeArgs[C]) => string } = {
  // The plan
  'plan-unread': ({ text }) => text,
  'step-unread': ({ step }) => `Step ${step} has no urn or an unknown operation; it was left out.`,
  'resource-unread': ({ resource }) => `Resource ${resource} has no urn or no type; it was left out.`,
  'listed-twice': ({ urn }) => `The plan lists ${urn} more than once; the last entry is used.`,
  'unchanged-unlisted': ({ count }) =>
    `${counted(count, 'unchanged resource')} ${are(count)} not in the plan; only the change is judged. Use \`pulumi preview --json --show-sames\`.`,
  'not-targeted': ({ count }) =>
    `${counted(count, 'new resource')} ${are(count)} not part of this deployment (--target or --exclude); no figure includes ${count === 1 ? 'it' : 'them'}.`,
  'aws-unread': ({ package: name, count, types }) =>
    `${counted(count, 'AWS resource')} of the ${name} provider ${are(count)} not judged: ${someOf(types)}.`,
};

/** One sentence or two, with a capital and a full stop. */
export const wordsOf = ({ code, args }: Notice): string => (WORDS[code] as (args: unknown) => string)(args);

const are = (count: number): string => (count === 1 ? 'is' : 'are');

const MOST_NAMED = 5;

/** The first few names, and how many there are besides. */
function someOf(names: readonly string[]): string {
  const more = names.length - MOST_NAMED;
  return more > 0 ? `${names.slice(0, MOST_NAMED).join(', ')} and ${more} more` : names.join(', ');
}
