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
  [/invalid choice/i, 'old-cli'],
  [/Could not connect|endpoint URL|Connection was closed|timed? ?out|SSL validation failed/i, 'not-reached'],
  [/Validation|InvalidParameter/i, 'bad-call'],
  [/following arguments are required|Unknown options|usage: aws /i, 'bad-command'],
];

/** What the AWS CLI prints in place of an answer. */
const IS_ERROR =
  /An error occurred \([\w.]+\)|^\s*aws: |^usage: aws |Unable to locate credentials|iam user access|SSO session|token.{0,40}has expired|Could not connect to the endpoint|config profile|\[ERROR\]/im;

/** An error that the AWS CLI printed as text: what it means, with AWS's own sentence. */
export const printedError = (text: string): Refusal | undefined => (IS_ERROR.test(text) ? meaningOf(text) : undefined);

/** What an error of AWS means for somebody who wants to read credits. */
export const meaningOf = (text: string): Refusal => ({
  because: ERRORS.find(([pattern]) => pattern.test(text))?.[1] ?? 'other',
  permission: /perform:? (\w[\w-]*:\w+)/.exec(text)?.[1],
  sentence: sentenceOf(text),
});

const LONGEST = 240;

/** AWS's own words, in one line: what follows the name of the operation, or the line that speaks of the error. */
function sentenceOf(text: string): string {
  const line = text.split(/\r?\n/).find((one) => IS_ERROR.test(one)) ?? text;
  const own = line
    .replace(/^.*?when calling the \w+ operation(?: \([^)]*\))?:\s*/, '')
    .replace(/\s+/g, ' ')
    .trim();
  return own.length > LONGEST ? `${own.slice(0, LONGEST - 1)}…` : own;
}

/** The form of an answer of the AWS CLI that is not JSON; undefined when it is none of its own. */
export function otherOutput(text: string): CliForm | 'HTML' | undefined {
  const start = text.trimStart();
  if (/^<(!doctype|html|\?xml)/i.test(start)) return 'HTML';
  if (/^-{5,}\s*\r?\n?\|/.test(start)) return 'table';
  if (
    /^(- )?["']?(credits|accountId|accountPlanType|accountPlanStatus|Images|addons|offers|modelId)["']?:/im.test(start)
  )
    return 'YAML';
  if (/^(CREDITS\t|\d{12}\t|ACCOUNTPLAN\w*\t|IMAGES\t|ADDONS\t|OFFERS\t)/m.test(start)) return 'text';
  return undefined;
}
