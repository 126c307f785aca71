import type { AwsError, CliForm, Refusal } from './problem';

/** The first that fits explains it. Error codes are those of the AWS API models and of the AWS CLI (botocore 1.44). */
const ERRORS: readonly (readonly [pattern: RegExp, means: AwsError])[] = [
  [/iam user access|not activated/i, 'root-only'],
  [/AccessDenied|UnauthorizedOperation|not authorized to perform/i, 'forbidden'],
  [/Throttl|TooManyRequests/i, 'throttled'],
  [/ResourceNotFound/i, 'no-account-plan'],
  [/InvalidAMIID/i, 'not-found'],
  [/ExpiredToken|RequestExpired|token.{0,40}has expired|SSO session|reauthenticate/i, 'login-expired'],
  [
    /Unable to locate credentials|NoCredentials|MissingAuthenticationToken|could not be found.{0,20}profile|config profile/i,
    'no-credentials',
  ],
  [
    /UnrecognizedClient|InvalidClientTokenId|InvalidSignature|SignatureDoesNotMatch|security token.{0,30}invalid/i,
    'unknown-credentials',
  ],
  [/argument (command|operation|subcommand): .{0,20}invalid choice/i, 'old-cli'],
  [/You must specify a region|Invalid endpoint: https?:\/\/\w+\.\./i, 'no-region'],
  [/Could not connect|endpoint URL|Connection was closed|timed? ?out|SSL validation failed/i, 'not-reached'],
  [/following arguments are required|Unknown options|invalid choice|usage: aws /i, 'bad-command'],
  [/Validation|InvalidParameter/i, 'bad-call'],
];

/** What the AWS CLI prints in place of an answer. */
const IS_ERROR =
  /An error occurred \([\w.]+\)|^\s*aws: |^usage: aws |Unable to locate credentials|iam user access|SSO session|token.{0,40}has expired|Could not connect to the endpoint|Invalid endpoint: |You must specify a region|config profile|\[ERROR\]/im;

/** An error that the AWS CLI printed as text: what it means, with AWS's own sentence. */
export const printedError = (text: string): Refusal | undefined => (IS_ERROR.test(text) ? meaningOf(text) : undefined);

/** What an error of AWS means for somebody who wants to read credits. */
export const meaningOf = (text: string): Refusal => ({
  because: ERRORS.find(([pattern]) => pattern.test(text))?.[1] ?? 'other',
  permission: /perform:? (\w[\w-]*:\w+)/.exec(text)?.[1],
  sentence: sentenceOf(text),
});

const LONGEST = 240;

/** The CLI prints how it is used before it says what is wrong. */
const IS_USAGE = /^usage: aws /;
const SAYS_WHAT = /^(aws: |Unknown options)/;

/** AWS's own words, in one line: what follows the name of the operation, or the line that speaks of the error. */
function sentenceOf(text: string): string {
  const lines = text.split(/\r?\n/);
  const first = lines.find((one) => IS_ERROR.test(one)) ?? text;
  const line = (IS_USAGE.test(first) ? lines.find((one) => SAYS_WHAT.test(one)) : undefined) ?? first;
  const own = line
    .replace(/^.*?when calling the \w+ operation(?: \([^)]*\))?:\s*/, '')
    .replace(/^aws: \[ERROR\]: (?:An error occurred \(\w+\): )?/, '')
    .replace(/\s+/g, ' ')
    .trim();
  return own.length > LONGEST ? `${own.slice(0, LONGEST - 1)}…` : own;
}

/** By the names that stand first in an answer, in one of its pages, or in what `--query` leaves of it. */
const IS_YAML =
  /^(- )*["']?(credits|accountHasCreditSharingEnabled|accountId|accountPlan\w+|creditId|creditAllocationHistoryList|Images|addons|offers|modelId)["']?:/im;
/** Each record in its line, with the name of its list before it, except in what `--query` leaves. */
const IS_TEXT =
  /^((CREDITS|CREDITALLOCATIONHISTORYLIST|ACCOUNTPLAN\w*|IMAGES|ADDONS|OFFERS)\t|((True|False)\t)?\d{12}\t)/m;

/** The form of an answer of the AWS CLI that is not JSON; undefined when it is none of its own. */
export function otherOutput(text: string): CliForm | 'HTML' | undefined {
  const start = text.trimStart();
  if (/^<(!doctype|html|\?xml)/i.test(start)) return 'HTML';
  if (/^-{5,}\s*\r?\n?\|/.test(start)) return 'table';
  if (IS_YAML.test(start)) return 'YAML';
  if (IS_TEXT.test(start)) return 'text';
  return undefined;
}
