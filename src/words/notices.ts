import { counted } from '../core/findings/words';
import type { Notice, NoticeArgs, NoticeCode } from '../core/notice';

/** The sentence for each notice. Names in the arguments are as they were read: `wordsOf` answers text that is not cleaned yet. */
const WORDS: { readonly [C in NoticeCode]: (args: NoticeArgs[C]) => string } = {
  // The plan
  'plan-unread': ({ text }) => text,
  'not-a-plan': () =>
    'This is neither a `pulumi preview --json` (steps) nor a `pulumi stack export` (deployment.resources).',
  'no-list': ({ what }) => `Its \`${what}\` should be a list.`,
  'several-plans': ({ count, stacks }) =>
    `It holds ${counted(count, 'plan')}${stacks.length > 0 ? ` (${someOf(stacks)})` : ''}. Save each in a file of its own and run \`credit-guard check FILE\` for each.`,
  'run-failed': ({ of, errors, first }) =>
    `The ${of} failed${first === undefined ? '' : `: ${first.replace(/[.:]$/, '')}`}${errors > 1 ? ` (and ${counted(errors - 1, 'more error')})` : ''}. The plan is incomplete and was not judged.`,
  'preview-cut': ({ missing }) =>
    `The plan is cut: its summary counts ${counted(missing, 'change')} that it does not list. Write it again with \`pulumi preview --json\`.`,
  'events-cut': () => 'The events end before their summary: Pulumi is still running, or was stopped.',
  'maybe-corrupt': () =>
    'Pulumi marked this plan as maybe corrupt: a resource may be in an invalid state, so no figure is certain.',
  'step-unread': ({ step }) => `Step ${step} has no urn or an unknown operation; it was left out.`,
  'resource-unread': ({ resource }) => `Resource ${resource} has no urn or no type; it was left out.`,
  'listed-twice': ({ urn }) => `The plan lists ${urn} more than once; the last entry is used.`,
  'unchanged-unlisted': ({ count }) =>
    `${counted(count, 'unchanged resource')} ${are(count)} not in the plan; only the change is judged. Use \`pulumi preview --json --show-sames\`.`,
  'not-targeted': ({ count }) =>
    `${counted(count, 'new resource')} ${are(count)} not part of this deployment (--target or --exclude); no figure includes ${count === 1 ? 'it' : 'them'}.`,
  'kept-in-aws': ({ urns }) =>
    `${counted(urns.length, 'resource')} ${urns.length === 1 ? 'leaves' : 'leave'} the stack but ${urns.length === 1 ? 'stays' : 'stay'} in AWS (retainOnDelete): AWS goes on billing ${urns.length === 1 ? 'it' : 'them'}, outside every figure here. ${someOf(urns)}.`,
  'waits-for-deletion': ({ urns }) =>
    `${counted(urns.length, 'replaced resource')} ${urns.length === 1 ? 'is' : 'are'} not deleted yet: AWS bills ${urns.length === 1 ? 'it' : 'them'} until the next \`pulumi up\`, outside every figure here. ${someOf(urns)}.`,
  'deleted-already': ({ urns }) =>
    `${counted(urns.length, 'resource')} ${urns.length === 1 ? 'does' : 'do'} not exist now, so ${urns.length === 1 ? 'it costs' : 'they cost'} nothing: ${urns.length === 1 ? 'its replacement is' : 'their replacements are'} pending. ${someOf(urns)}.`,
  interrupted: ({ operation, urns }) =>
    `${INTERRUPTED[operation](urns.length)} Run \`pulumi refresh\` to find out: ${someOf(urns)}.`,
  'code-unseen': ({ count, types }) =>
    `${counted(count, 'resource')} ${count === 1 ? 'runs' : 'run'} code of your own; AWS resources that it creates are not seen: ${someOf(types)}.`,
  'aws-unread': ({ package: name, count, types }) =>
    `${counted(count, 'AWS resource')} of the ${name} package ${are(count)} not judged: ${someOf(types)}.`,
};

/** One sentence or two, with a capital and a full stop. */
export const wordsOf = ({ code, args }: Notice): string => (WORDS[code] as (args: unknown) => string)(args);

const are = (count: number): string => (count === 1 ? 'is' : 'are');

/** What an interrupted operation leaves open. */
const INTERRUPTED: Readonly<Record<NoticeArgs['interrupted']['operation'], (count: number) => string>> = {
  creating: (count) =>
    `${counted(count, 'resource')} may exist, in no total: ${count === 1 ? 'its' : 'their'} creation was interrupted.`,
  updating: (count) =>
    `${counted(count, 'resource')} may have changed: ${count === 1 ? 'its' : 'their'} update was interrupted.`,
  deleting: (count) =>
    `${counted(count, 'resource')} may be gone but ${count === 1 ? 'is' : 'are'} counted: ${count === 1 ? 'its' : 'their'} deletion was interrupted.`,
};

const MOST_NAMED = 5;

/** The first few names, and how many there are besides. */
function someOf(names: readonly string[]): string {
  const more = names.length - MOST_NAMED;
  return more > 0 ? `${names.slice(0, MOST_NAMED).join(', ')} and ${more} more` : names.join(', ');
}
