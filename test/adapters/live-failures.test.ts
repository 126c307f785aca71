import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { run } from '../cli/run';
import { table } from '../docs/rule-pages';
import { AwsServer, type Call, type Fault, type Script } from '../support/aws-server';
import { costAndUsage } from '../support/cost-explorer';
import { quietAfter, runsEnd } from '../support/deadline';

/** Something that goes wrong while AWS is read, and the line by which a user knows. */
interface Failure {
  readonly what: string;
  /** The call that meets it; that of the burn costs money, and is of nothing else. */
  readonly call?: Call;
  readonly fault?: Fault;
  readonly script?: Script;
  readonly environment?: (home: string) => Record<string, string | undefined>;
  /** At the top of credit-guard.yaml. */
  readonly settings?: string;
  readonly line: RegExp;
}

const ANSWERS: NonNullable<Script['answers']> = {
  GetCredits: () => ({
    credits: [
      {
        creditId: '1',
        accountId: '111122223333',
        description: 'AWS Activate',
        remainingAmount: { currencyCode: 'USD', currencyAmount: '8500.00' },
        estimatedAmount: { currencyCode: 'USD', currencyAmount: '8400.50' },
        startDate: 1_772_323_200,
        endDate: 1_900_000_000,
        applicableProductNames: ['Amazon EC2'],
      },
    ],
  }),
  GetAccountPlanState: () => ({ accountPlanType: 'PAID', accountPlanRemainingCredits: { amount: 0, unit: 'USD' } }),
  GetCostAndUsage: costAndUsage([{ service: 'Amazon EC2', usd: '31.5' }]),
};
const denied = (message: string): Fault => ({ status: 400, type: 'AccessDeniedException', message });
const CREDITS: readonly Failure[] = [
  {
    what: 'the root user has not let IAM users see the billing',
    fault: denied('IAM user access to billing is not activated'),
    line: /^AWS refused GetCredits: the root user has not activated IAM access to billing\. Only the root user can, under Account/,
  },
  {
    what: 'a permission is missing',
    fault: denied('User: arn:aws:iam::111122223333:user/ci is not authorized to perform: billing:GetCredits'),
    line: /^AWS refused GetCredits: the permission billing:GetCredits is missing\. `credit-guard doctor` prints the policy to attach\. AWS says: "User: arn:/,
  },
  {
    what: 'AWS throttles',
    fault: { status: 400, type: 'ThrottlingException', message: 'Rate exceeded' },
    line: /^AWS throttled GetCredits, and a later try too\. Run it again in a minute\.$/,
  },
  {
    what: 'the token of the login has expired',
    fault: {
      status: 400,
      type: 'ExpiredTokenException',
      message: 'The security token included in the request is expired',
    },
    line: /^The AWS login has expired\. Run `aws sso login`, or renew the credentials\./,
  },
  {
    what: 'the SSO login of the profile has expired',
    environment: (home) => {
      const url = 'https://acme.awsapps.com/start';
      const cache = join(home, '.aws/sso/cache');
      mkdirSync(cache, { recursive: true });
      const token = { accessToken: 'x', expiresAt: '2026-01-01T00:00:00Z', region: 'us-east-1', startUrl: url };
      writeFileSync(join(cache, `${createHash('sha1').update(url).digest('hex')}.json`), JSON.stringify(token));
      const profile = `[profile sso]\nsso_start_url = ${url}\nsso_region = us-east-1\nsso_account_id = 111122223333\nsso_role_name = Billing\n`;
      writeFileSync(join(home, 'config'), profile);
      return { ...NO_KEYS, HOME: home, AWS_CONFIG_FILE: join(home, 'config'), AWS_PROFILE: 'sso' };
    },
    line: /^The AWS login has expired\. Run `aws sso login`, or renew the credentials\. AWS says: /,
  },
  {
    what: 'there are no credentials',
    environment: () => NO_KEYS,
    line: /^No AWS credentials were found\. Run `aws configure`, or set AWS_PROFILE to a profile that exists\./,
  },
  {
    what: 'AWS does not know the credentials',
    environment: () => ({ AWS_ACCESS_KEY_ID: 'AKIDOTHER' }),
    line: /^AWS refused GetCallerIdentity: it does not accept these credentials\. Check AWS_PROFILE and the keys\./,
  },
  {
    what: 'the login is of another account than the one that is billed',
    settings: 'account: "999988887777"',
    line: /^The credentials are of account 111122223333, and it sees no credit for 999988887777 \(account:\)\. Set AWS_PROFILE/,
  },
  {
    what: 'a member of an organization asks for the whole family',
    script: { isMember: true },
    line: /^account 111122223333 is a member of an organization and sees its own credits alone; those that others share/,
  },
  {
    what: 'the clock of this machine is wrong',
    script: { ahead: 3_600_000 },
    line: /^AWS refused GetCallerIdentity because of the clock of this machine: .* here, .* at AWS\. Set the clock\.$/,
  },
  {
    what: 'a proxy answers with a web page',
    fault: { body: '<!DOCTYPE html><html>Sign in</html>', contentType: 'text/html' },
    line: /^\S+ answered GetCredits with a web page \(HTTP 200\), as a proxy or a login page does\. Check HTTPS_PROXY/,
  },
  { what: 'the body is empty', fault: { body: '' }, line: /^The answer of \S+ to GetCredits was empty or cut\. Check/ },
  {
    what: 'the body is cut',
    fault: 'cut',
    line: /^The answer of \S+ to GetCredits was empty or cut\. Check the proxy/,
  },
  {
    what: 'the connection is reset',
    fault: 'reset',
    line: /^\S+ was not reached for GetCredits \(ECONNRESET\)\. Check the network and HTTPS_PROXY\.$/,
  },
  {
    what: 'nothing listens there',
    environment: () => ({ AWS_ENDPOINT_URL_BILLING: 'http://localhost:9' }),
    line: /^\S+ was not reached for GetCredits \(ECONNREFUSED\)\. Check the network and HTTPS_PROXY\.$/,
  },
  {
    what: 'the endpoint never answers',
    fault: 'silent',
    line: /^\S+ did not answer GetCredits within (?:5|30) seconds\. Check the network and HTTPS_PROXY\.$/,
  },
  {
    what: 'AWS has a fault of its own',
    fault: { status: 500, type: 'InternalServerException', message: 'sorry' },
    line: /^AWS answered GetCredits with InternalServerException \(HTTP 500\)\. Try again later\. AWS says: "sorry"$/,
  },
  {
    what: 'the answer is another document',
    fault: { body: '{"a": 1}' },
    line: /^The answer to GetCredits is not as AWS documents it: it has no list "credits"\.$/,
  },
  {
    what: '`AWS_ENDPOINT_URL` is no address',
    environment: () => ({ AWS_ENDPOINT_URL: 'localhost:4566' }),
    line: /^AWS_ENDPOINT_URL is no http:\/\/ or https:\/\/ address\. Correct it, or unset it to ask AWS itself\.$/,
  },
  {
    what: '`AWS_CA_BUNDLE` is no file',
    environment: () => ({ AWS_CA_BUNDLE: '/none/ca.pem' }),
    line: /^AWS_CA_BUNDLE: \/none\/ca\.pem cannot be read\. Correct the path, or unset it\.$/,
  },
  {
    what: '`AWS_PROFILE` names no profile',
    environment: (home) => ({ ...configured(home, '[profile billing]\nregion = eu-west-1\n'), AWS_PROFILE: 'biling' }),
    line: /^AWS_PROFILE names a profile of which nothing is written: biling\. It belongs under .*; did you mean billing\?$/,
  },
  {
    what: 'a line of `~/.aws/config` has a slip',
    environment: (home) => configured(home, '[default]\nregion = eu-west-1\n[profile billing\n'),
    line: /config, line 3, is neither \[a header\] nor a setting below one \(name = value\), so nothing in this file counts/,
  },
  {
    what: '`AWS_CONFIG_FILE` is no file',
    environment: (home) => ({ AWS_CONFIG_FILE: home }),
    line: /^\S+, where AWS's tools look for profiles, was not read: it is a folder; .*, or name another file with AWS_CONFIG_FILE\.$/,
  },
  {
    what: '`endpoint_url` of a profile is no address',
    environment: (home) => ({ ...configured(home, '[default]\nendpoint_url = here\n'), AWS_ENDPOINT_URL: undefined }),
    line: /^endpoint_url under \[default\] in \S+ is no http:\/\/ or https:\/\/ address\. Correct it, or remove it to ask AWS/,
  },
  {
    what: 'the services section of a profile is missing',
    environment: (home) => ({ ...configured(home, '[default]\nservices = local\n'), AWS_ENDPOINT_URL: undefined }),
    line: /^services under \[default\] in \S+ names \[services local\], of which nothing is written there\. Add it, or remove/,
  },
  {
    what: '`ca_bundle` of a profile is no file',
    environment: (home) => configured(home, '[default]\nca_bundle = /none/ca.pem\n'),
    line: /^ca_bundle under \[default\] in \S+: \/none\/ca\.pem cannot be read\. Correct the path, or remove it\.$/,
  },
  {
    what: '`AWS_USE_FIPS_ENDPOINT` is true',
    environment: () => {
      const { AWS_ENDPOINT_URL } = server.environment;
      const others = { AWS_ENDPOINT_URL_STS: AWS_ENDPOINT_URL, AWS_ENDPOINT_URL_FREETIER: AWS_ENDPOINT_URL };
      return { ...others, AWS_ENDPOINT_URL: undefined, AWS_USE_FIPS_ENDPOINT: 'true' };
    },
    line: /^AWS_USE_FIPS_ENDPOINT is true, and AWS lists no FIPS endpoint in place of .* set AWS_ENDPOINT_URL_BILLING to it\.$/,
  },
  {
    what: '`HTTPS_PROXY` is no proxy of HTTP',
    environment: () => ({ AWS_ENDPOINT_URL: 'https://aws.test', HTTPS_PROXY: 'socks5://ci:secret@localhost:1080' }),
    line: /^HTTPS_PROXY is no http:\/\/ or https:\/\/ address of a proxy\. Correct it, or unset it; NO_PROXY names hosts/,
  },
];

const BURN: readonly Failure[] = [
  {
    what: 'Cost Explorer is not enabled',
    fault: denied('User not enabled for cost explorer access'),
    line: /^Cost Explorer is not enabled in this account, or has no data yet\. Open it once .* within 24 hours\.$/,
  },
  {
    what: 'a permission is missing',
    fault: denied('User: x is not authorized to perform: ce:GetCostAndUsage'),
    line: /^AWS refused GetCostAndUsage: the permission ce:GetCostAndUsage is missing\. `credit-guard doctor` prints/,
  },
  {
    what: 'AWS throttles',
    fault: { status: 400, type: 'LimitExceededException', message: 'Rate exceeded' },
    line: /^AWS throttled GetCostAndUsage, and a later try too\. Run it again in a minute\.$/,
  },
  {
    what: 'a proxy answers with a web page',
    fault: { body: '<html></html>', contentType: 'text/html' },
    line: /^\S+ answered GetCostAndUsage with a web page \(HTTP 200\)/,
  },
  { what: 'the body is cut', fault: 'cut', line: /^The answer of \S+ to GetCostAndUsage was empty or cut\./ },
  {
    what: 'the connection is reset',
    fault: 'reset',
    line: /^\S+ was not reached for GetCostAndUsage \(ECONNRESET\)\./,
  },
  {
    what: 'the endpoint never answers',
    fault: 'silent',
    line: /^\S+ did not answer GetCostAndUsage within (?:5|30) seconds\./,
  },
  {
    what: 'the month is empty',
    fault: { body: '{"ResultsByTime": []}', contentType: 'application/x-amz-json-1.1' },
    line: /^GetCostAndUsage lists nothing for \d{4}-\d{2}, so what the account spends is not known\. Write it under burn:/,
  },
  {
    what: 'the day has cost its limit',
    settings: 'burn: { source: cost-explorer, maxDailyCost: 0 }',
    line: /^Cost Explorer was not asked: 0 calls today have cost \$0\.00, and burn: maxDailyCost: is \$0\.00\. Raise it/,
  },
  {
    what: 'the answer has more pages than the limit of the day pays for',
    settings: 'burn: { source: cost-explorer, maxDailyCost: 0.02 }',
    script: {
      answers: {
        ...ANSWERS,
        GetCostAndUsage: costAndUsage(
          ['A', 'B', 'C', 'D'].map((service) => ({ service, usd: '1' })),
          { size: 1 },
        ),
      },
    },
    line: /^The answer of Cost Explorer has more than 2 pages of \$0\.01, as for many accounts and months, and burn: maxDailyCost: is/,
  },
  {
    what: 'calls cannot be counted, as the cache cannot be written',
    environment: () => ({ XDG_CACHE_HOME: '/dev/null' }),
    line: /^Cost Explorer was not asked: what it costs is counted in \S+, and .*\. Set XDG_CACHE_HOME to a folder that can/,
  },
];

/** A configuration file of AWS's tools, and no credentials file. */
function configured(home: string, text: string): Record<string, string> {
  writeFileSync(join(home, 'config'), text);
  return { AWS_CONFIG_FILE: join(home, 'config'), AWS_SHARED_CREDENTIALS_FILE: join(home, 'credentials') };
}

const NO_KEYS = { AWS_ACCESS_KEY_ID: undefined, AWS_SECRET_ACCESS_KEY: undefined };
const URN = 'urn:pulumi:dev::shop::aws:ec2/instance:Instance::web';
const NEW = { urn: URN, type: 'aws:ec2/instance:Instance', custom: true, inputs: { instanceType: 'm5.large' } };
const PLAN = JSON.stringify({ steps: [{ op: 'create', urn: URN, newState: NEW }] });

let home: string;
let server: AwsServer;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'credit-guard-failures-'));
  for (const name of Object.keys(process.env)) if (/^AWS_|_proxy$/i.test(name)) vi.stubEnv(name, undefined);
  // No pause between tries: how often, and not how long, is of interest.
  vi.spyOn(Math, 'random').mockReturnValue(0);
});
afterEach(async () => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  await server.stop();
  rmSync(home, { recursive: true, force: true });
});

/** What a failure comes to, in the command and in the job that writes the snapshot. */
async function happened({ call, fault, script, environment, settings }: Failure, reads: Call) {
  const met = call ?? reads;
  server = await AwsServer.start({ answers: ANSWERS, ...(fault && { faults: { [met]: fault } }), ...script });
  for (const [name, value] of Object.entries({ ...server.environment, ...environment?.(home) }))
    vi.stubEnv(name, value);
  // Nobody waits for what never answers; all else has all the time that it needs.
  const times = () => server.calls().filter((one) => one === met).length;
  if (fault === 'silent') runsEnd(() => quietAfter(() => server.asked.length, times));
  else runsEnd();
  const burn = reads === 'GetCostAndUsage';
  const source = `credits: { source: aws }\n${burn && settings === undefined ? 'burn: { source: cost-explorer }\n' : ''}`;
  const check = async (policies = '') => {
    writeFileSync(join(home, 'credit-guard.yaml'), `${source}${settings ?? ''}\n${policies}`);
    return run(['check', '--format', 'json'], { ...world(), stdin: PLAN });
  };
  const world = () => ({ cwd: home, env: process.env, now: new Date().toISOString() });
  const checked = await check();
  // Each try after the first one comes after a pause of random length; where nothing listens nobody else sees it.
  const isTriedAgain =
    server.calls().filter((one) => one === met).length > 1 || vi.mocked(Math.random).mock.calls.length > 0;
  const strict = await check('policies: { credit-outlook: { onUnknownBalance: block } }\n');
  const fetched = await run(['credits', 'fetch', ...(burn ? ['--burn'] : [])], world());
  const report: Report = JSON.parse(checked.stdout);
  const told = report.findings.filter(({ rule }) => /^balance-(?:not-read|own-only|burn)/.test(rule ?? ''));
  return { codes: [checked.code, strict.code, fetched.code], report, told, fetched: fetched.stderr, isTriedAgain };
}

interface Report {
  readonly findings: readonly { rule: string | null; level: string; reason: string }[];
  readonly credits: { readonly usable: string | null };
  readonly notes: readonly { readonly code: string }[];
  readonly summary: { readonly status: string };
}

/** What is another one in each run. */
const plain = (line: string): string =>
  line
    .replaceAll(home, '~/.aws')
    .replace(/localhost:(?!9\b)\d+/g, 'HOST')
    .replace(/localhost:9\b/g, 'HOST')
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'TIME')
    .replace(/\/\S*?\/pulumi-credit-guard/g, '~/.cache/pulumi-credit-guard')
    .replace(/(nothing for )\d{4}-\d{2}/, '$1MONTH')
    .replace(/The SSO session .*?"/, 'The SSO session …"');

const rows = { credits: [] as string[][], burn: [] as string[][] };

describe.each([
  ['credits', 'GetCredits', CREDITS],
  ['burn', 'GetCostAndUsage', BURN],
] as const)('%s that cannot be read', (part, reads, failures) => {
  test.each(failures)('$what: one line with the way out, and nothing counts as 0', async (failure) => {
    const { codes, told, report, fetched, isTriedAgain } = await happened(failure, reads);
    expect(told).toHaveLength(1);
    const line = told[0]?.reason.replace(/^AWS: /, '') ?? '';
    expect(line).toMatch(failure.line);
    expect(line).not.toContain('\n');
    // The job says the same, but for how long it waits.
    const job = line.replace('within 5 seconds', 'within 30 seconds').replace(/\d\d:\d\d:[\d.]+Z/g, '');
    expect(fetched.replace(/\d\d:\d\d:[\d.]+Z/g, '')).toContain(job);
    const isKnown = failure.what.startsWith('a member');
    if (part === 'burn') {
      expect(report.notes.map(({ code }) => code)).toContain('other-spending-unknown');
      expect(report.credits.usable).toBe('8400.50');
    }
    if (part === 'credits') expect(report.credits.usable).toBe(isKnown ? '8400.50' : null);
    expect(report.summary.status).not.toBe('within-credits');
    expect(codes).toEqual(part === 'burn' ? [0, 0, 2] : isKnown ? [0, 0, 0] : [0, 1, 2]);
    rows[part].push([failure.what, plain(line), isTriedAgain ? 'yes' : 'no', ...codes.map(String)]);
  });
});

test('docs/live-reads.md (npm run update)', async (context) => {
  // Of a run that leaves some out there is no page to make.
  if (rows.credits.length < CREDITS.length || rows.burn.length < BURN.length) return context.skip();
  const head = ['what is wrong', 'what you see', 'tried again', '`check`', 'strict', '`credits fetch`'];
  const page = readFileSync(join(__dirname, 'live-reads.md'), 'utf8')
    .replace('CREDITS_TABLE', table(head, rows.credits))
    .replace('BURN_TABLE', table(head, rows.burn));
  await expect(page).toMatchFileSnapshot(join(__dirname, '../../docs/live-reads.md'));
});
