import { AWS_PERMISSIONS } from '../core/credits/aws-calls';
import type { BalanceNotice } from '../core/credits/credit';
import type {
  AwsCall,
  AwsError,
  CreditFault,
  Doubt,
  MalformedBalance,
  PlanFault,
  Refusal,
} from '../core/credits/problem';
import { isoDay, isoInstant } from '../core/instant';
import { dollars } from '../core/money';
import type { NoticeArgs } from '../core/notice';
import { faultWords } from './json-faults';

/** What another notice explains stands where all of them do. */
type Explained = 'balance-not-read' | 'balance-burn-not-read' | 'balance-burn-older' | 'balance-pool-not-read';

type Words = { readonly [C in Exclude<BalanceNotice['code'], Explained>]: (args: NoticeArgs[C]) => string };

/** What has to be said about a balance. */
export const BALANCE_WORDS: Words = {
  'balance-missing': () => 'No balance was given, so nothing can be said about how long credits last.',
  'balance-unreadable': ({ source, call, fault }) =>
    fault.because === 'other-form'
      ? `${source}: it is the ${fault.form} output of the AWS CLI, not JSON; save it with \`${COMMANDS[call]}\`.`
      : `${source}: ${faultWords(fault, COMMANDS[call])}.`,
  'balance-refused': ({ source, call, refusal }) => `${source}: ${refusalWords(refusal, call)}`,
  'balance-plan-of-other': ({ source, of, account }) =>
    `${source}: it is the plan of account ${of}, and the credits are for ${account}: it does not count.`,
  'balance-malformed': ({ source, because }) => `${source}: ${MALFORMED[because]}`,
  'balance-history-malformed': ({ source, what }) =>
    `${source}: it is not the whole output of \`aws billing get-credit-allocation-history\`: ${what}.`,
  'balance-own-only': ({ source, account }) =>
    `${source}: account ${account} is a member of an organization and sees its own credits alone; those that others share with it are not counted. Set AWS_PROFILE to a login of the management account.`,
  'balance-stale': ({ source, age, allowed, isFileTime }) =>
    `${source}: ${isFileTime ? 'its file' : 'it'} is ${age} days old, and ${allowed} are allowed; its figures are used.`,
  'balance-undated': ({ source, because }) => {
    if (because === 'not-said') return `${source}: it does not say when it was read, so its age is not known.`;
    if (because === 'checkout')
      return `${source}: it does not say when it was read, and its file is as old as the checkout, so its age is not known.`;
    return because === 'no-date'
      ? `${source}: readAt is no date (write 2027-03-31T23:59:59Z), so its age is not known.`
      : `${source}${because.isFileTime ? ': its file' : ''} is dated ${isoInstant(because.future)}, in the future. Check the clock or --date.`;
  },
  'balance-empty': ({ source, by }) => `${source}: ${EMPTY_LIST[by]}, so every charge is cash.`,
  'balance-partial': ({ source, part }) => {
    if (part.because === 'credit-left-out')
      return `${source}: credit ${part.credit} is left out: ${CREDIT_FAULTS[part.fault]}.`;
    if (part.because === 'no-estimate')
      return `${source}: credit ${part.credit}: estimatedAmount is no amount in USD, so remainingAmount is used.`;
    if (part.because !== 'listed-twice') return `${source}: ${PLAN_FAULTS[part.because]}`;
    const balances = new Set(part.balances.map((usd) => (usd === undefined ? 'not in USD' : dollars(usd))));
    return balances.size === 1
      ? `${source}: credit ${part.id} is listed more than once; it is counted once.`
      : `${source}: credit ${part.id} is listed with different balances (${[...balances].join(', ')}); the smallest is used.`;
  },
  'balance-foreign-currency': ({ source, description, currency }) =>
    `${source}: "${description}" cannot be counted: it is in ${currency.slice(0, 8) || 'no named currency'}, not in USD.`,
  'balance-other-kind': ({ source, credit, description, kind }) =>
    `${source}: credit ${credit} ("${description || 'no description'}") is a ${kind === 'refund' ? 'refund' : 'correction (TrueUp)'}, not a promotional credit; it is not counted.`,
  'balance-doubtful': ({ source, credit, description, doubt }) =>
    `${source}: credit ${credit} ("${description}") ${doubtWords(doubt)}.`,
};

const COMMANDS: Readonly<Record<AwsCall, string>> = {
  GetCredits: 'aws billing get-credits --account-id ID --start-date DAY --output json > credits.json',
  GetAccountPlanState: 'aws freetier get-account-plan-state --output json > account-plan.json',
  GetCreditAllocationHistory:
    'aws billing get-credit-allocation-history --account-id ID --start-date DAY --end-date DAY --page-size 1000 --output json > history.json',
};

/** What an error in place of an answer means, AWS's own sentence with it. */
export function refusalWords(refusal: Refusal, call: AwsCall | 'LookUp'): string {
  if (!('sentence' in refusal)) return refusal.because === 'empty' ? EMPTY[call] : WEB_PAGE;
  const {
    because,
    permission = call === 'LookUp' ? 'that this look-up needs' : AWS_PERMISSIONS[call],
    sentence,
  } = refusal;
  const meaning = meaningOf(because, call, permission);
  return sentence === '' ? meaning : `${meaning} AWS says: "${sentence}"`;
}

function meaningOf(error: AwsError, call: AwsCall | 'LookUp', permission: string): string {
  if (call === 'LookUp' && Object.hasOwn(OF_LOOK_UP, error)) return OF_LOOK_UP[error] ?? '';
  if (error === 'forbidden') return `AWS refused: the caller needs the permission ${permission}.`;
  return error === 'old-cli' || error === 'bad-call' ? OF_CALL[error][call] : ERRORS[error];
}

const WEB_PAGE = 'it is a web page, as a proxy or a login page answers, and not from AWS.';

/** The CLI prints its errors elsewhere, and for some answers nothing at all: the same command again would not help. */
const EMPTY: Readonly<Record<AwsCall | 'LookUp', string>> = {
  LookUp: 'it is empty: `aws` printed an error on the screen. Mend that first.',
  GetCredits:
    'it is empty: `aws` printed an error on the screen, or a proxy answered in place of AWS. Mend that first.',
  GetAccountPlanState:
    'it is empty: `aws` printed an error on the screen. With ResourceNotFoundException the account is older than the Free and Paid plans: leave credits: accountPlan: out.',
  GetCreditAllocationHistory:
    'it is empty: `aws` printed an error on the screen, or a proxy answered in place of AWS. Mend that first.',
};

const ERRORS: Readonly<Record<Exclude<AwsError, 'forbidden' | OfCall>, string>> = {
  'root-only':
    'AWS refused: the root user has not activated IAM access to billing. Only the root user can, under Account.',
  throttled: 'AWS was asked too often: try again in a minute.',
  'no-account-plan':
    'AWS knows no plan of this account: it is older than the Free and Paid plans (2025-07-15). Leave credits: accountPlan: out.',
  'not-found': 'AWS knows no such thing: check the ids of the call.',
  'login-expired': 'The login has expired: run `aws sso login` (or renew the credentials), then ask again.',
  'no-credentials': 'No credentials were found: run `aws configure`, or set AWS_PROFILE to a profile that exists.',
  'unknown-credentials': 'AWS does not know these credentials: check the profile and the clock of this machine.',
  'not-reached': 'AWS was not reached: check the network and the proxy. These calls go to us-east-1.',
  'no-region': 'No region is set for the AWS CLI: add `--region us-east-1`, where these calls go.',
  'bad-command': 'The AWS CLI refused the command line: check its options.',
  other: 'It is an error of AWS and no answer.',
};

/** The way out is another one for each call. */
type OfCall = 'old-cli' | 'bad-call';

/** What an error means for a call that settles a doubt, where that is something else. */
const OF_LOOK_UP: Readonly<Partial<Record<AwsError, string>>> = {
  'no-region': 'No region is set for the AWS CLI: add `--region` with the region of the image, add-on or model.',
  'no-account-plan': 'AWS knows no such image, add-on or model there: check the id and --region.',
  'not-found': 'AWS knows no such image, add-on or model there: check the id and --region.',
  'not-reached': 'AWS was not reached: check the network and the proxy.',
};

const OF_CALL: Readonly<Record<OfCall, Readonly<Record<AwsCall | 'LookUp', string>>>> = {
  'old-cli': {
    LookUp: 'This AWS CLI is too old for this look-up: update it.',
    GetCredits: 'This AWS CLI is too old for get-credits: update it to 2.35.23 or later.',
    GetAccountPlanState: 'This AWS CLI is too old for get-account-plan-state: update it.',
    GetCreditAllocationHistory: 'This AWS CLI is too old for get-credit-allocation-history: update it.',
  },
  'bad-call': {
    LookUp: 'AWS refused the call: check the id.',
    GetCredits:
      'AWS refused the call: --account-id takes 12 digits, --start-date a day at most one year back and not in the future.',
    GetAccountPlanState: 'AWS refused the call: it takes no arguments.',
    GetCreditAllocationHistory:
      'AWS refused the call: --account-id takes 12 digits, --start-date and --end-date at most 24 months.',
  },
};

const MALFORMED: Readonly<Record<MalformedBalance, string>> = {
  'not-credits': 'it is not the output of `aws billing get-credits`.',
  'no-list': 'it has no list "credits".',
  'one-credit': 'it is one credit and not the answer; save all that `aws billing get-credits` prints, without --query.',
  'list-of-answers': 'it is a list of answers, as `jq -s` makes; save the answer itself, without -s.',
  'list-alone': 'it is the list alone, as `--query credits` prints; save the whole answer, without --query.',
  'no-readable-credit': 'none of its credits can be read.',
  'not-account-plan': 'it is not the output of `aws freetier get-account-plan-state`.',
  'no-plan-type': 'accountPlanType is neither FREE nor PAID.',
};

const EMPTY_LIST: Readonly<Record<NoticeArgs['balance-empty']['by'], string>> = {
  answer: 'it lists no credit',
  others: 'it lists no promotional credit',
  hand: 'the list is empty',
};

const CREDIT_FAULTS: Readonly<Record<CreditFault, string>> = {
  'no-object': 'it is no object',
  'no-start': 'startDate is missing or is no date',
  'no-end-date': 'endDate is no date',
  'no-remaining': 'remainingAmount is missing or is no amount',
  'no-names': 'applicableProductNames is no list of names',
};

const PLAN_FAULTS: Readonly<Record<PlanFault, string>> = {
  'no-plan-credits': 'accountPlanRemainingCredits is missing.',
  'no-plan-amount': 'accountPlanRemainingCredits.amount is no amount.',
  'plan-not-in-usd': 'its credits are not in USD.',
  'no-plan-end-date': 'accountPlanExpirationDate is no date.',
};

function doubtWords(doubt: Doubt): string {
  switch (doubt.because) {
    case 'kind-unknown':
      return 'has a creditType that is not known here; it is counted like a promotional credit';
    case 'negative':
      return `has a negative ${doubt.fields.join(' and ')}; its size is used`;
    case 'ends-before-it-starts':
      return `ends on ${isoDay(doubt.ends)}, before it starts on ${isoDay(doubt.starts)}`;
    case 'more-left-than-at-first':
      return `has more left (${dollars(doubt.left)}) than it began with (${dollars(doubt.atFirst)})`;
  }
}
