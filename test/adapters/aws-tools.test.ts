// The real AWS CLI against our strict server, and the real SDK against moto: what scripts/aws-tools.mjs installs.
import { execFile, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { readAccount } from '../../src/adapters/account';
import { settingsOf } from '../../src/config/read-settings';
import { addMonths, isoDay, isoMonth, startOfMonth } from '../../src/core/instant';
import { dollars } from '../../src/core/money';
import { ACCOUNT_PLAN_COMMAND, creditsCommand } from '../../src/words/aws-commands';
import { wordsOf } from '../../src/words/notices';
import { run } from '../cli/run';
import { PROFILE_CASES } from '../support/aws-profiles';
import { AwsServer, type Fault, KEYS, type Script } from '../support/aws-server';
import { PACK } from '../support/pack-server';

const found = spawnSync(process.execPath, [join(PACK, 'scripts/aws-tools.mjs'), '--find'], { encoding: 'utf8' });
const python = found.status === 0 ? found.stdout.trim() : undefined;
const isRequired = process.env['CREDIT_GUARD_REQUIRE_AWS_TOOLS'] === '1';
if (python === undefined && !isRequired) process.stderr.write(`\n!! NOT RUN: ${found.stderr.trim()}\n\n`);

const NOW = new Date().toISOString().replace(/\.\d+Z$/, 'Z');
const MONTH = addMonths(startOfMonth(Date.parse(NOW)), -1);
const CREDIT = {
  creditId: '123',
  accountId: '111122223333',
  creditType: 'Promotion',
  description: 'AWS Activate',
  initialAmount: { currencyCode: 'USD', currencyAmount: '10000.00' },
  remainingAmount: { currencyCode: 'USD', currencyAmount: '8500.00' },
  estimatedAmount: { currencyCode: 'USD', currencyAmount: '8400.50' },
  startDate: 1_772_323_200,
  endDate: 1_900_000_000,
  applicableProductNames: ['Amazon EC2', 'Amazon RDS'],
};
const allocation = (service: string) => ({
  accountId: '111122223333',
  appliedServiceName: service,
  billingMonth: isoMonth(MONTH),
  creditId: '123',
  creditAmount: { currencyCode: 'USD', currencyAmount: '-12.50' },
  isEstimatedBill: false,
});
const ANSWERS: NonNullable<Script['answers']> = {
  GetCredits: () => ({ credits: [CREDIT] }),
  GetAccountPlanState: () => ({
    accountId: '111122223333',
    accountPlanType: 'FREE',
    accountPlanStatus: 'ACTIVE',
    accountPlanRemainingCredits: { amount: 80.5, unit: 'USD' },
    accountPlanExpirationDate: '2027-12-01T00:00:00Z',
  }),
  GetCreditAllocationHistory: ({ nextToken }) =>
    nextToken === undefined
      ? { creditAllocationHistoryList: [allocation('Amazon EC2')], nextToken: '1' }
      : { creditAllocationHistoryList: [allocation('Amazon RDS')] },
};

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'credit-guard-aws-tools-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
beforeEach(() => {
  for (const name of Object.keys(process.env)) if (/^AWS_|_proxy$/i.test(name)) vi.stubEnv(name, undefined);
});
afterEach(() => {
  vi.unstubAllEnvs();
});

const guard = async (...argv: string[]) => {
  const { code, stdout, stderr } = await run(argv, { cwd: folder, now: NOW });
  return { code, stdout, text: `${stdout}${stderr}`.replace(/\s+/g, ' ') };
};

const CREDITS_LINE = `aws billing get-credits --account-id 111122223333 --start-date ${isoDay(addMonths(MONTH, -6))}`;
const RANGE = `--start-date ${isoDay(MONTH)} --end-date ${isoDay(addMonths(MONTH, 1))}`;

/** What somebody types. */
const LINES = [
  // As the product prints them.
  creditsCommand(Date.parse(NOW), '111122223333').replace('\\\n', ''),
  ACCOUNT_PLAN_COMMAND,
  `aws billing get-credit-allocation-history --account-id 111122223333 ${RANGE} --output json > history.json`,
  `${CREDITS_LINE} --output text > text.json`,
  `${CREDITS_LINE} --output table > table.json`,
  `${CREDITS_LINE} --query credits > list.json`,
  `${CREDITS_LINE} --query credits[0] > one.json`,
];
/** The same where AWS, or something before it, fails. */
const FAILING: readonly (readonly [string, Fault])[] = [
  [
    `${CREDITS_LINE} > refused.json 2>&1`,
    { status: 400, type: 'AccessDeniedException', message: 'not authorized to perform: billing:GetCredits' },
  ],
  [`${CREDITS_LINE} > expired.json 2>&1`, { status: 400, type: 'ExpiredTokenException', message: 'It has expired' }],
  [`${CREDITS_LINE} --output json > empty.json`, { body: '<html>Sign in</html>', contentType: 'text/html' }],
];

/** All lines in one process, as the CLI takes seconds to start: the arguments and the output of each as a shell has them. */
const DRIVER = `
import os, shlex, sys
from awscli.clidriver import create_clidriver
for line in sys.argv[1:]:
    words, _, place = line.partition(' > ')
    name, _, both = place.partition(' ')
    os.dup2(os.open(name, os.O_WRONLY | os.O_CREAT | os.O_TRUNC), 1)
    os.dup2(1 if both else os.open(os.devnull, os.O_WRONLY), 2)
    create_clidriver().main(shlex.split(words)[1:])
    sys.stdout.flush()
    sys.stderr.flush()
`;

async function typed(lines: readonly string[], script: Script): Promise<void> {
  const server = await AwsServer.start({ answers: ANSWERS, ...script });
  // The CLI signs for the region of its user where an endpoint is stated, and these services are in one.
  const region = { AWS_REGION: 'us-east-1', AWS_DEFAULT_REGION: 'us-east-1' };
  const env = { ...process.env, ...server.environment, ...region };
  await promisify(execFile)(python ?? '', ['-W', 'ignore', '-c', DRIVER, ...lines], { cwd: folder, env });
  await server.stop();
}

describe.skipIf(python === undefined && !isRequired)('the real AWS CLI', () => {
  beforeAll(async () => {
    await typed(LINES, {});
    const faults = { GetCredits: FAILING.map(([, fault]) => fault) };
    await typed(
      FAILING.map(([line]) => line),
      { faults },
    );
  });

  test('is there where it has to be', () => expect(found.stderr).toBe(''));

  test('the commands that the product prints save what the next command reads', async () => {
    const files = ['--credits', 'credits.json', '--account-plan', 'account-plan.json'];
    const { code, stdout } = await guard('credits', ...files, '--json');
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ usable: '8400.50', accountPlan: 'FREE', credits: [{ id: '123' }] });
  });

  test.each([
    ['text', 'text.json', /it is the text output of the AWS CLI, not JSON; save it with `aws billing get-credits/],
    ['a table', 'table.json', /it is the table output of the AWS CLI, not JSON; save it with `aws billing get-credits/],
    ['a part of the answer', 'list.json', /it is the list alone, as `--query credits` prints/],
    ['one credit', 'one.json', /it is one credit and not the answer/],
    ['a refusal', 'refused.json', /the permission billing:GetCredits\. AWS says: "not authorized/],
    ['an expired token', 'expired.json', /The login has expired: run `aws sso login`/],
    ['nothing, where a web page came', 'empty.json', /it is empty: .* or a proxy answered in place of AWS/],
  ])('%s in place of the answer is one line with the way out', async (_, file, says) => {
    const { code, text } = await guard('credits', '--credits', file);
    expect(code).toBe(2);
    expect(text).toMatch(says);
  });

  test('the allocation history is joined over its pages, and replayed', async () => {
    const { text } = await guard('forecast', '--backtest', '--credits', 'credits.json', '--history', 'history.json');
    expect(text).toContain(isoMonth(MONTH));
    expect(text).toContain('$25.00');
  });
});

/** Where the library below the AWS CLI sends four calls for each case of a list, without sending them. */
const ENDPOINTS = `
import json, os, sys
import botocore.session
from botocore.awsrequest import AWSResponse
CALLS = [
    ('sts', 'get_caller_identity', {}),
    ('billing', 'get_credits', {'accountId': '111122223333', 'startDate': 1780000000}),
    ('ce', 'get_cost_and_usage', {'TimePeriod': {'Start': '2026-01-01', 'End': '2026-02-01'}, 'Granularity': 'MONTHLY', 'Metrics': ['UnblendedCost']}),
    ('s3', 'list_buckets', {}),
]
inherited = dict(os.environ)
found = []
for case in json.load(sys.stdin):
    os.environ.clear()
    os.environ.update(inherited)
    os.environ.update(case)
    urls = []
    session = botocore.session.Session()
    region = session.get_config_variable('region') or 'us-east-1'
    for service, call, arguments in CALLS:
        client = session.create_client(service, region_name=region, aws_access_key_id='a', aws_secret_access_key='b')
        def answered(request, **_):
            urls.append(request.url)
            return AWSResponse(request.url, 400, {}, None)
        client.meta.events.register('before-send', answered)
        try:
            getattr(client, call)(**arguments)
        except Exception:
            pass
    found.append(urls)
print(json.dumps(found))
`;

describe.skipIf(python === undefined && !isRequired)("where the AWS CLI goes, by an owner's files", () => {
  let found: string[][];
  beforeAll(() => {
    const cases = PROFILE_CASES.map(({ config, credentials = '', environment = {} }, at) => {
      const files = {
        AWS_CONFIG_FILE: join(folder, `config-${at}`),
        AWS_SHARED_CREDENTIALS_FILE: join(folder, `keys-${at}`),
      };
      writeFileSync(files.AWS_CONFIG_FILE, config);
      writeFileSync(files.AWS_SHARED_CREDENTIALS_FILE, credentials);
      return { ...files, ...environment };
    });
    const asked = { input: JSON.stringify(cases), encoding: 'utf8' } as const;
    found = JSON.parse(spawnSync(python ?? '', ['-W', 'ignore', '-c', ENDPOINTS], asked).stdout);
  });

  test.each(PROFILE_CASES.map((one, at) => ({ ...one, at })))('$what', ({ goesTo, at }) => {
    const urls = found[at]?.map((url) => url.replace(/\/$/, '')) ?? [];
    // Of S3 only where somebody states one.
    expect(urls.slice(0, goesTo.length)).toEqual(goesTo);
    expect(urls).toHaveLength(4);
  });

  test('keys in the environment count before those of AWS_PROFILE', () => {
    const file = join(folder, 'two-logins');
    writeFileSync(file, '[profile p]\naws_access_key_id = PROFILE\naws_secret_access_key = x\n');
    const env = { ...process.env, ...KEYS, AWS_CONFIG_FILE: file, AWS_PROFILE: 'p' };
    const line = 'import botocore.session; print(botocore.session.Session().get_credentials().access_key)';
    const { stdout } = spawnSync(python ?? '', ['-W', 'ignore', '-c', line], { env, encoding: 'utf8' });
    expect(stdout.trim()).toBe(KEYS.AWS_ACCESS_KEY_ID);
  });
});

describe.skipIf(python === undefined && !isRequired)('the real SDK against moto', () => {
  let moto: ReturnType<typeof spawn>;
  let url: string;
  let server: AwsServer;
  beforeAll(async () => {
    // Port 0: the system chooses one that is free, and moto says which.
    const env = { ...process.env, MOTO_ACCOUNT_ID: '111122223333', PYTHONUNBUFFERED: '1' };
    moto = spawn(python ?? '', ['-W', 'ignore', '-m', 'moto.server', '-p', '0'], { env });
    let said = '';
    moto.stderr?.on('data', (chunk) => {
      said += chunk;
    });
    for (const end = Date.now() + 60_000; !/127\.0\.0\.1:\d+/.test(said); await sleep(50))
      if (Date.now() > end) throw new Error(`moto does not start: ${said}`);
    url = `http://${/127\.0\.0\.1:\d+/.exec(said)?.[0]}`;
  });
  afterAll(() => moto?.kill());
  beforeEach(async () => {
    server = await AwsServer.start({ answers: ANSWERS });
  });
  afterEach(() => server.stop());

  /** Billing and Free Tier are not known to moto: they stay with our own server. */
  const environment = () => ({
    ...server.environment,
    AWS_ENDPOINT_URL_STS: url,
    AWS_ENDPOINT_URL_COST_EXPLORER: url,
  });

  async function read(more: Record<string, string | undefined> = {}) {
    for (const [name, value] of Object.entries({ ...environment(), ...more })) vi.stubEnv(name, value);
    const settings = settingsOf({ credits: { source: 'aws' }, burn: { source: 'cost-explorer' } });
    return readAccount({ settings, configFile: undefined, now: Date.now(), environment: process.env });
  }

  const group = (account: string, service: string, usd: string) => ({
    Keys: [account, service],
    Metrics: { UnblendedCost: { Amount: usd, Unit: 'USD' } },
  });

  test('who asks is told by STS, and Cost Explorer answers account by account', async () => {
    const Groups = [group('111122223333', 'Amazon EC2', '400.25'), group('444455556666', 'Amazon EC2', '7')];
    const TimePeriod = { Start: isoDay(MONTH), End: isoDay(addMonths(MONTH, 1)) };
    const answer = {
      ResultsByTime: [{ TimePeriod, Total: {}, Groups, Estimated: false }],
      DimensionValueAttributes: [],
    };
    const queue = await fetch(`${url}/moto-api/static/ce/cost-and-usage-results`, {
      method: 'POST',
      body: JSON.stringify({ account_id: '111122223333', results: [answer] }),
    });
    expect(queue.status).toBe(201);
    const { balance, burn, burnOfOthers, burnBill } = await read();
    expect(balance.problems.map(wordsOf)).toEqual([]);
    expect(balance.credits.state).toBe('known');
    expect([...(burn ?? [])].map(([product, usd]) => [product, dollars(usd)])).toEqual([['Amazon EC2', '$400.25']]);
    expect([...burnOfOthers.keys()]).toEqual(['444455556666']);
    expect(burnBill).toMatchObject({ month: isoMonth(MONTH), calls: 1 });
  });

  test('a profile that assumes a role asks as that role', async () => {
    writeFileSync(
      join(folder, 'config'),
      '[profile billing]\nrole_arn = arn:aws:iam::999988887777:role/Billing\nsource_profile = base\nregion = eu-west-1\n',
    );
    const keys = `aws_access_key_id = ${KEYS.AWS_ACCESS_KEY_ID}\naws_secret_access_key = ${KEYS.AWS_SECRET_ACCESS_KEY}\n`;
    writeFileSync(join(folder, 'credentials'), `[base]\n${keys}`);
    const { balance } = await read({
      AWS_ACCESS_KEY_ID: undefined,
      AWS_SECRET_ACCESS_KEY: undefined,
      AWS_CONFIG_FILE: join(folder, 'config'),
      AWS_SHARED_CREDENTIALS_FILE: join(folder, 'credentials'),
      AWS_PROFILE: 'billing',
    });
    // Our own server does not know the keys that STS gave: it was asked with these, for the account of the role.
    expect(balance.problems.map(wordsOf)[0]).toMatch(/AWS refused GetCredits: it does not accept these credentials/);
  });
});
