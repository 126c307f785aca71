import { AWS_PERMISSIONS, type LiveCall, POOL_PERMISSIONS } from './credits/aws-calls';
import type { Balance } from './credits/credit';
import { type Instant, isoDay, wholeDays } from './instant';
import { dollars, sum, type Usd } from './money';
import { OLD_BOOK_DAYS } from './notes';
import type { Notice, NoticeCode } from './notice';
import { poolPlace } from './pool';

/** `look`: works, and something should be looked at. `absent`: not there, and perhaps not needed. */
export type CheckState = 'ok' | 'look' | 'wrong' | 'absent' | 'not-asked';

export type CheckSubject =
  | 'package'
  | 'node'
  | 'pulumi'
  | 'aws-cli'
  | 'configuration'
  | 'prices'
  | 'credits'
  | 'pool'
  | 'identity'
  | LiveCall;

/** What to do about it; the words stand in `src/words/doctor.ts`. */
export type NextStep =
  | 'update-node'
  | 'update-node-for-aws'
  | 'install-pulumi'
  | 'mend-pulumi'
  | 'mend-aws-cli'
  | 'update-aws-cli'
  | 'write-configuration'
  | 'mend-configuration'
  | 'update-package'
  | 'give-balance'
  | 'mend-balance'
  | 'renew-balance'
  | 'begin-pool'
  | 'mend-pool'
  | 'mend-login'
  | 'attach-policy'
  | 'mend-call';

/** One thing that was looked at. */
export interface Check {
  readonly about: CheckSubject;
  readonly state: CheckState;
  /** A version, a path, an account: as it was found; empty where nothing was. */
  readonly found: string;
  /** What is wrong, one for each line. */
  readonly problems: readonly Notice[];
  readonly next?: NextStep | undefined;
  /** Who asks, and who answered in place of AWS. */
  readonly profile?: string | undefined;
  readonly host?: string | undefined;
}

/** What was found of one installation. */
export interface Survey {
  readonly now: Instant;
  readonly package: string;
  /** `22.11.0` */
  readonly node: string;
  /** Empty where the program is there and does not say; undefined where it is not there. */
  readonly pulumi: string | undefined;
  readonly awsCli: string | undefined;
  readonly configuration: {
    readonly file: string | undefined;
    /** What it extends. */
    readonly bases: readonly string[];
    readonly problems: readonly Notice[];
  };
  readonly prices: { readonly asOf: string; readonly days: number };
  /** Undefined where it is read from AWS in each run, and AWS was not asked. */
  readonly balance: Balance | undefined;
  /** The shared pool file with what stacks have reserved in it, or why that is not known; undefined where none is named. */
  readonly pool: { readonly file: string; readonly reserved: ReadonlyMap<string, Usd> | Notice } | undefined;
  /** Who AWS says the caller is; undefined where it was not asked. */
  readonly identity: { readonly account: string; readonly arn: string } | Notice | undefined;
  /** As AWS_PROFILE names it, where the login is its own. */
  readonly profile: string | undefined;
  /** Each call that was made, with what went wrong. */
  readonly calls: ReadonlyMap<LiveCall, Notice | 'allowed'>;
  /** Who answered in place of AWS. */
  readonly hosts: ReadonlyMap<LiveCall, string>;
}

/** Everything that can keep a run from a good answer, in the order in which to mend it. */
export function diagnose(survey: Survey): Check[] {
  const { configuration, prices } = survey;
  return [
    check('package', 'ok', survey.package),
    node(survey),
    program('pulumi', survey.pulumi),
    awsCli(survey.awsCli),
    configuration.problems.length > 0
      ? {
          ...check('configuration', 'wrong', configuration.file ?? '', 'mend-configuration'),
          problems: configuration.problems,
        }
      : configuration.file === undefined
        ? check('configuration', 'absent', '', 'write-configuration')
        : check('configuration', 'ok', [configuration.file, ...configuration.bases].join(' + ')),
    prices.days > OLD_BOOK_DAYS
      ? check('prices', 'look', prices.asOf, 'update-package')
      : check('prices', 'ok', prices.asOf),
    balance(survey),
    ...(survey.pool === undefined ? [] : [pool(survey.pool)]),
    { ...identity(survey.identity), profile: survey.profile, host: survey.hosts.get('GetCallerIdentity') },
    ...CALLS.map((call) => ({ ...permission(call, survey.calls.get(call)), host: survey.hosts.get(call) })),
  ];
}

const check = (about: CheckSubject, state: CheckState, found: string, next?: NextStep): Check => ({
  about,
  state,
  found,
  problems: [],
  next,
});

function node({ node: version, identity }: Survey): Check {
  if (!isSupportedNode(version)) return check('node', 'wrong', version, 'update-node');
  // Of interest only to whom asks AWS. https://github.com/aws/aws-sdk-js-v3/issues/7983 (2026-05-01)
  const isEnding = identity !== undefined && Number.parseInt(version, 10) < 22;
  return isEnding ? check('node', 'look', version, 'update-node-for-aws') : check('node', 'ok', version);
}

/** `engines` of package.json, which a test compares. */
function isSupportedNode(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major === 20 ? minor >= 20 : major === 22 || major >= 24;
}

/** The first known to have `get-credits`, by major version. */
const FIRST_AWS_CLI: ReadonlyMap<number, readonly [number, number]> = new Map([
  [1, [46, 3]],
  [2, [35, 23]],
]);

function program(about: 'pulumi' | 'aws-cli', version: string | undefined): Check {
  if (version === undefined) return check(about, 'absent', '', about === 'pulumi' ? 'install-pulumi' : undefined);
  return version === '' ? check(about, 'look', '', `mend-${about}`) : check(about, 'ok', version);
}

function awsCli(version: string | undefined): Check {
  const isOld = version !== undefined && version !== '' && isOldAwsCli(version);
  return isOld ? check('aws-cli', 'look', version, 'update-aws-cli') : program('aws-cli', version);
}

function isOldAwsCli(version: string): boolean {
  const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number);
  const [firstMinor, firstPatch] = FIRST_AWS_CLI.get(major) ?? [0, 0];
  return minor < firstMinor || (minor === firstMinor && patch < firstPatch);
}

function balance({ balance: read, now, calls }: Survey): Check {
  if (read === undefined) return check('credits', calls.has('GetCredits') ? 'wrong' : 'not-asked', '');
  const { source, readAt, credits, problems } = read;
  const age = readAt === undefined ? '' : `, ${isoDay(readAt)}, ${wholeDays(readAt, now)} days old`;
  const found = `${source}${age}`;
  if (problems.some(({ code }) => code === 'balance-missing'))
    return { ...check('credits', 'wrong', '', 'give-balance'), problems };
  if (credits.state === 'unknown') return { ...check('credits', 'wrong', found, 'mend-balance'), problems };
  if (problems.some(({ code }) => code === 'balance-stale'))
    return { ...check('credits', 'look', found, 'renew-balance'), problems };
  return { ...check('credits', problems.length > 0 ? 'look' : 'ok', found), problems };
}

function pool({ file, reserved }: NonNullable<Survey['pool']>): Check {
  if (!('code' in reserved)) {
    const stacks = reserved.size === 1 ? '1 stack' : `${reserved.size} stacks`;
    return check('pool', 'ok', `${file}, ${dollars(sum(reserved.values()))} reserved by ${stacks}`);
  }
  const [state, next] = NEXT_OF_POOL.get(reserved.code) ?? (['wrong', 'mend-pool'] as const);
  return { ...check('pool', state, file, next), problems: [reserved] };
}

const NEXT_OF_POOL: ReadonlyMap<NoticeCode, readonly [CheckState, NextStep]> = new Map([
  ['pool-missing', ['look', 'begin-pool']],
  ['pool-hidden', ['wrong', 'attach-policy']],
  ['aws-permission', ['wrong', 'attach-policy']],
]);

function identity(found: Survey['identity']): Check {
  if (found === undefined) return check('identity', 'not-asked', '');
  if ('account' in found) return check('identity', 'ok', `${found.account} ${found.arn}`);
  return { ...check('identity', 'wrong', '', 'mend-login'), problems: [found] };
}

/** Those that a run may make: prices are read when their owner refreshes them. */
const CALLS = (Object.keys(AWS_PERMISSIONS) as LiveCall[]).filter(
  (call) => AWS_PERMISSIONS[call] !== undefined && call !== 'GetProducts',
);

function permission(call: LiveCall, answer: Notice | 'allowed' | undefined): Check {
  const name = AWS_PERMISSIONS[call] ?? call;
  if (answer === undefined) return check(call, 'not-asked', name);
  if (answer === 'allowed') return check(call, 'ok', name);
  const next = answer.code === 'aws-permission' ? 'attach-policy' : 'mend-call';
  return { ...check(call, 'wrong', name, next), problems: [answer] };
}

interface Statement {
  readonly Effect: 'Allow';
  readonly Action: readonly string[];
  readonly Resource: string;
}

/** The IAM policy for everything that this package can ask: it reads, but for a shared pool file, which it also writes. */
export function iamPolicy(poolFile: string | undefined) {
  const readsAll: Statement = {
    Effect: 'Allow',
    Action: Object.values(AWS_PERMISSIONS).filter((action) => action !== undefined),
    Resource: '*',
  };
  const place = poolFile === undefined ? undefined : poolPlace(poolFile);
  return { Version: '2012-10-17', Statement: [readsAll, ...(place?.kind === 'object' ? inBucket(place) : [])] };
}

/** Who may list a bucket is told that a file is missing; anybody else that access is denied. */
const inBucket = ({ bucket, key }: { readonly bucket: string; readonly key: string }): Statement[] => [
  { Effect: 'Allow', Action: Object.values(POOL_PERMISSIONS), Resource: `arn:aws:s3:::${bucket}/${key}` },
  { Effect: 'Allow', Action: ['s3:ListBucket'], Resource: `arn:aws:s3:::${bucket}` },
];
