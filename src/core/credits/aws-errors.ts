/** The calls whose answers are read from files. */
export type AwsCall = 'GetCredits' | 'GetAccountPlanState';

interface KnownError {
  readonly pattern: RegExp;
  /** What is wrong and what mends it. */
  readonly fix: (call: AwsCall, text: string) => string;
}

const ACTIONS: Readonly<Record<AwsCall, string>> = {
  GetCredits: 'billing:GetCredits',
  GetAccountPlanState: 'freetier:GetAccountPlanState',
};

/** The first that fits explains it. Error codes are those of the AWS API models and of the AWS CLI (botocore 1.44). */
const ERRORS: readonly KnownError[] = [
  {
    pattern: /iam user access|not activated/i,
    fix: () =>
      'AWS refused: the root user has not activated IAM access to billing. Only the root user can, under Account.',
  },
  {
    pattern: /AccessDenied|not authorized to perform/i,
    fix: (call, text) =>
      `AWS refused: the caller needs the permission ${/perform:? (\w[\w-]*:\w+)/.exec(text)?.[1] ?? ACTIONS[call]}.`,
  },
  { pattern: /Throttl|TooManyRequests/i, fix: () => 'AWS was asked too often: try again in a minute.' },
  {
    pattern: /ResourceNotFound/i,
    fix: () =>
      'AWS knows no plan of this account: it is older than the Free and Paid plans (2025-07-15). Leave credits: accountPlan: out.',
  },
  {
    pattern: /ExpiredToken|RequestExpired|token.{0,40}has expired|SSO session|reauthenticate/i,
    fix: () => 'The login has expired: run `aws sso login` (or renew the credentials), then ask again.',
  },
  {
    pattern:
      /Unable to locate credentials|NoCredentials|MissingAuthenticationToken|could not be found.{0,20}profile|config profile/i,
    fix: () => 'No credentials were found: run `aws configure`, or set AWS_PROFILE to a profile that exists.',
  },
  {
    pattern:
      /UnrecognizedClient|InvalidClientTokenId|InvalidSignature|SignatureDoesNotMatch|security token.{0,30}invalid/i,
    fix: () => 'AWS does not know these credentials: check the profile and the clock of this machine.',
  },
  {
    pattern: /invalid choice/i,
    fix: (call) =>
      call === 'GetCredits'
        ? 'This AWS CLI is too old for get-credits: update it to 2.35.23 or later.'
        : 'This AWS CLI is too old for get-account-plan-state: update it.',
  },
  {
    pattern: /Could not connect|endpoint URL|Connection was closed|timed? ?out|SSL validation failed/i,
    fix: () => 'AWS was not reached: check the network and the proxy. These calls go to us-east-1.',
  },
  {
    pattern: /Validation/i,
    fix: (call) =>
      call === 'GetCredits'
        ? 'AWS refused the call: --account-id takes 12 digits, --start-date a day at most one year back and not in the future.'
        : 'AWS refused the call: it takes no arguments.',
  },
  {
    pattern: /following arguments are required|Unknown options|usage: aws /i,
    fix: () => 'The AWS CLI refused the command line: check its options.',
  },
];

/** What the AWS CLI prints in place of an answer. */
const IS_ERROR =
  /An error occurred \(\w+\)|^\s*aws: |^usage: aws |Unable to locate credentials|iam user access|SSO session|token.{0,40}has expired|Could not connect to the endpoint|config profile|\[ERROR\]/im;

/** An error that the AWS CLI printed as text: what it means, the way out, and AWS's own sentence. */
export const awsErrorText = (text: string, call: AwsCall): string | undefined =>
  IS_ERROR.test(text) ? explainAwsError(text, call) : undefined;

/** What an error of AWS means for somebody who wants to read credits, and the way out. */
export function explainAwsError(text: string, call: AwsCall): string {
  const known = ERRORS.find(({ pattern }) => pattern.test(text));
  const meaning = known?.fix(call, text) ?? 'It is an error of AWS and no answer.';
  const sentence = sentenceOf(text);
  return sentence === '' ? meaning : `${meaning} AWS says: "${sentence}"`;
}

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
export function otherOutput(text: string): 'YAML' | 'table' | 'text' | 'HTML' | undefined {
  const start = text.trimStart();
  if (/^<(!doctype|html|\?xml)/i.test(start)) return 'HTML';
  if (/^-{5,}\s*\r?\n?\|/.test(start)) return 'table';
  if (/^(- )?["']?(credits|accountId|accountPlanType|accountPlanStatus)["']?:/im.test(start)) return 'YAML';
  if (/^(CREDITS\t|\d{12}\t|ACCOUNTPLAN\w*\t)/m.test(start)) return 'text';
  return undefined;
}
