import { AWS_PERMISSIONS } from '../core/credits/aws-calls';
import type { Check, CheckState, CheckSubject, NextStep } from '../core/diagnosis';

const SUBJECTS: Readonly<Record<Exclude<CheckSubject, keyof typeof AWS_PERMISSIONS>, string>> = {
  package: 'pulumi-credit-guard',
  node: 'Node',
  pulumi: 'Pulumi',
  'aws-cli': 'AWS CLI',
  configuration: 'Configuration',
  prices: 'Price book',
  credits: 'Credits',
  pool: 'Shared pool file',
  identity: 'AWS login',
};

/** A call by the permission that it needs, which is what was found of it. */
export const subjectWords = ({ about, found }: Check): string =>
  about in AWS_PERMISSIONS ? found : SUBJECTS[about as keyof typeof SUBJECTS];

export const STATES: Readonly<Record<CheckState, string>> = {
  ok: 'ok',
  look: 'look',
  wrong: 'wrong',
  absent: 'none',
  'not-asked': 'not asked',
};

/** What stands beside a subject. `isLoginWrong`: AWS was asked for the login, and then for nothing else. */
export function foundWords({ about, state, found, profile, host }: Check, isLoginWrong: boolean): string {
  if (state === 'not-asked' && isLoginWrong) return 'once the login is right';
  if (state === 'not-asked' && about === 'credits') return 'read from AWS in each run';
  if (state === 'not-asked' && about === 'GetCostAndUsage') return COSTS_MONEY;
  if (state === 'not-asked') return '--online asks AWS';
  const by = host === undefined ? '' : `answered by ${host}`;
  if (about in AWS_PERMISSIONS) return by;
  if (about === 'identity') return [caller(found), profile && `profile ${profile}`, by].filter(Boolean).join(', ');
  if (found === '' && state === 'look') return 'does not say its version';
  return found === '' ? (NOTHING_FOUND[about] ?? '') : found;
}

/** The account stands in the ARN a second time, and the end of it is what somebody knows. */
const caller = (found: string): string => found.replace(/^(\d{12}) arn:\S*?:\1:/, '$1 ');

/** AWS charges for this call, so `--online` alone does not make it. */
const COSTS_MONEY = 'burn: source: cost-explorer asks; AWS charges $0.01 a call';

const NOTHING_FOUND: Readonly<Partial<Record<CheckSubject, string>>> = {
  pulumi: 'not on the PATH',
  'aws-cli': 'not on the PATH; needed only to save credits by hand',
  configuration: 'no credit-guard.yaml from here upward',
  credits: 'no balance',
};

export const NEXT_STEPS: Readonly<Record<NextStep, string>> = {
  'update-node': 'Install Node 24 or 22; 20 from 20.20 on works too.',
  'update-node-for-aws':
    "Install Node 24 or 22: AWS's packages for live reads need it from January 2027 on (https://github.com/aws/aws-sdk-js-v3/issues/7983).",
  'install-pulumi': 'Install Pulumi, or put it on the PATH: https://www.pulumi.com/docs/install/',
  'mend-pulumi': 'Run `pulumi version`: it fails, or takes more than 10 seconds.',
  'mend-aws-cli': 'Run `aws --version`: it fails, or takes more than 10 seconds.',
  'update-aws-cli':
    'Update the AWS CLI to 2.35.23 (1.46.3) or later: an older one may have no `aws billing get-credits`.',
  'write-configuration': '`credit-guard init` writes a credit-guard.yaml; without one every setting has its default.',
  'mend-configuration': 'Correct credit-guard.yaml: until then nothing in it applies.',
  'update-package':
    'The prices are older than 180 days: run `credit-guard prices refresh`, or update pulumi-credit-guard.',
  'give-balance':
    'Run `credit-guard credits fetch`, or what `credit-guard credits` prints, and name the file under credits: snapshot:. Or set credits: source: aws.',
  'mend-balance':
    '`credit-guard credits` says what is wrong with the balance, and which command writes it: until then no credit counts.',
  'renew-balance': 'Run `credit-guard credits fetch` again.',
  'begin-pool':
    '`credit-guard reserve --stack project/stack --usd 0` makes an empty shared pool file, where its address is right.',
  'mend-pool': 'Correct the shared pool file (pool: file:): until then no credit counts as left for certain.',
  'mend-login': 'Correct what is said of the AWS login.',
  'attach-policy': 'Attach the policy below to the user or role that asks.',
  'mend-call': 'Correct what is said of the call.',
};
