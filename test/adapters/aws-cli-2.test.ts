// What version 2 of the AWS CLI prints, in each of its forms: recorded from 2.9.19 (Debian 12's `awscli`, with the service
// models of botocore 1.44.8, as it is older than these calls) against our strict server, with invented figures. Where that
// CLI is installed it prints them again: `--update` records them, and another version is held against the same table.
import { execFile, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { run } from '../cli/run';
import { AwsServer, type Fault, KEYS, type Script } from '../support/aws-server';
import { PACK } from '../support/pack-server';

const RECORDED = join(PACK, 'test/support/aws-cli-2.json');
const { cli: RECORDED_CLI, printed: RECORDED_FORMS } = JSON.parse(readFileSync(RECORDED, 'utf8')) as {
  cli: string;
  printed: Record<string, string>;
};

const SYSTEM_PYTHON = '/usr/bin/python3';
const version = spawnSync(SYSTEM_PYTHON, ['-c', 'import awscli; print(awscli.__version__)'], { encoding: 'utf8' });
const installed = /^2\.\d+\.\d+$/m.exec(version.stdout ?? '')?.[0];
const tools = spawnSync(process.execPath, [join(PACK, 'scripts/aws-tools.mjs'), '--find'], { encoding: 'utf8' });
const canRun = installed !== undefined && tools.status === 0;
const isRequired = process.env['CREDIT_GUARD_REQUIRE_AWS_CLI_2'] === '1';
if (!canRun && !isRequired) process.stderr.write('\n!! NOT RUN: version 2 of the AWS CLI is not installed\n\n');

const NOW = '2026-11-28T12:00:00Z';
const CREDIT = {
  creditId: '123',
  accountId: '111122223333',
  creditType: 'Promotion',
  description: 'AWS Activate – "Zuschuß"',
  initialAmount: { currencyCode: 'USD', currencyAmount: '10000.00' },
  remainingAmount: { currencyCode: 'USD', currencyAmount: '8500.00' },
  estimatedAmount: { currencyCode: 'USD', currencyAmount: '8400.50' },
  startDate: 1_772_323_200,
  endDate: 1_900_000_000,
  applicableProductNames: ['Amazon EC2', 'Amazon RDS'],
  creditStatus: 'ENABLED',
  accountHasCreditSharingEnabled: true,
};
const allocation = (appliedServiceName: string) => ({
  accountId: '111122223333',
  appliedServiceName,
  billingMonth: '2026-10',
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

const DAY = new Date(Date.now() - 90 * 86_400_000).toISOString().slice(0, 10);
const CREDITS = 'billing get-credits --account-id 111122223333 --start-date DAY';
const PLAN = 'freetier get-account-plan-state';
const HISTORY =
  'billing get-credit-allocation-history --account-id 111122223333 --start-date 2026-10-01 --end-date 2026-11-01';

const otherForm = (form: string) => new RegExp(`it is the ${form} output of the AWS CLI, not JSON; save it with`);
const READ = 'read';

/** What somebody types, and what the product says of the file. `read`: its figures. */
const CREDIT_FORMS: readonly (readonly [line: string, says: RegExp | typeof READ])[] = [
  [CREDITS, READ],
  [`${CREDITS} --output json --color on`, READ],
  // The setting `cli_timestamp_format = wire`: seconds instead of ISO 8601.
  [`${CREDITS} --profile wire`, READ],
  [`${CREDITS} --no-cli-pager --no-paginate`, READ],
  [`${CREDITS} --output yaml`, otherForm('YAML')],
  [`${CREDITS} --output yaml-stream`, otherForm('YAML')],
  [`${CREDITS} --output text`, otherForm('text')],
  [`${CREDITS} --output table`, otherForm('table')],
  [`${CREDITS} --query credits`, /it is the list alone, as `--query credits` prints/],
  [`${CREDITS} --query credits[0]`, /it is one credit and not the answer/],
  [`${CREDITS} --query nothing`, /it is not the output of `aws billing get-credits`/],
  [`${CREDITS} --query credits --output yaml`, otherForm('YAML')],
  [`${CREDITS} --query credits --output yaml-stream`, otherForm('YAML')],
  [`${CREDITS} --query credits --output text`, otherForm('text')],
  [`${CREDITS} --query credits --output table`, otherForm('table')],
  [`${CREDITS} --output xml`, /The AWS CLI refused the command line: .* argument --output: .*invalid choice/i],
  [`${CREDITS} --colour`, /The AWS CLI refused the command line: .* AWS says: "Unknown options: --colour"/],
  [CREDITS.replace(' --start-date DAY', ''), /AWS says: "aws: .*the following arguments .*: --start-date"/],
  [CREDITS.replace('get-credits', 'get-credit-notes'), /This AWS CLI is too old for get-credits: update it to 2\./],
  [`${CREDITS} --profile none`, /No credentials were found: .* AWS says: "The config profile \(none\)/],
  [`${CREDITS} --profile no-region`, /No region is set for the AWS CLI: add `--region us-east-1`/],
];
const PLAN_FORMS: typeof CREDIT_FORMS = [
  [PLAN, READ],
  [`${PLAN} --profile wire`, READ],
  [`${PLAN} --output yaml`, otherForm('YAML')],
  [`${PLAN} --output yaml-stream`, otherForm('YAML')],
  [`${PLAN} --output text`, otherForm('text')],
  [`${PLAN} --output table`, otherForm('table')],
  [`${PLAN} --query accountPlanType`, /it is not the output of `aws freetier get-account-plan-state`/],
];
const HISTORY_FORMS: typeof CREDIT_FORMS = [
  // All pages in one document.
  [HISTORY, READ],
  [`${HISTORY} --page-size 1000`, READ],
  [`${HISTORY} --no-paginate`, /it has more pages; save it without --max-items and --no-paginate/],
  [`${HISTORY} --max-items 1`, /it has more pages; save it without --max-items and --no-paginate/],
  [`${HISTORY} --output yaml`, otherForm('YAML')],
  [`${HISTORY} --output yaml-stream`, otherForm('YAML')],
  [`${HISTORY} --output text`, otherForm('text')],
  [`${HISTORY} --output table`, otherForm('table')],
  [`${HISTORY} --query creditAllocationHistoryList`, /it is the list alone, as `--query` prints/],
];
/** The CLI keeps colours for all that follows in one process. */
const COLOURED: typeof CREDIT_FORMS = [
  [`${CREDITS} --output table --color on`, otherForm('table')],
  [`${CREDITS} --query credits --output table --color on`, otherForm('table')],
];
/** The same where AWS refuses. */
const REFUSED: readonly (readonly [line: string, says: RegExp, fault: Fault])[] = [
  [
    `${CREDITS} --cli-read-timeout 61`,
    /needs the permission billing:GetCredits/,
    { status: 400, type: 'AccessDeniedException', message: 'not authorized to perform: billing:GetCredits' },
  ],
  [
    `${CREDITS} --cli-read-timeout 62`,
    /The login has expired/,
    { status: 400, type: 'ExpiredTokenException', message: 'It has expired' },
  ],
  [
    `${CREDITS} --cli-read-timeout 63`,
    /it is empty: .* or a proxy answered in place of AWS/,
    { body: '<html>Sign in</html>', contentType: 'text/html' },
  ],
];

/** All lines in one process, as the CLI takes a second to start; each as a shell has it, with its errors in the file. */
const DRIVER = `
import os, shlex, sys
from awscli.clidriver import create_clidriver
url, *lines = sys.argv[1:]
sys.argv = ['aws']
for name, line in enumerate(lines):
    os.dup2(os.open(str(name), os.O_WRONLY | os.O_CREAT | os.O_TRUNC), 1)
    os.dup2(1, 2)
    create_clidriver().main(['--endpoint-url', url, *shlex.split(line)])
    sys.stdout.flush()
    sys.stderr.flush()
`;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'credit-guard-aws-cli-2-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The models of the calls, which the CLI may be too old to have: unpacked, as it may be too old to read them packed. */
function modelsIn(place: string): void {
  const data = join(tools.stdout.trim(), '../../lib');
  const [python = ''] = readdirSync(data).filter((name) => name.startsWith('python'));
  for (const service of ['billing', 'freetier']) {
    const from = join(data, python, 'site-packages/botocore/data', service);
    const [dated = ''] = readdirSync(from);
    mkdirSync(join(place, service, dated), { recursive: true });
    for (const name of readdirSync(join(from, dated))) {
      const content = readFileSync(join(from, dated, name));
      const plain = name.endsWith('.gz') ? gunzipSync(content) : content;
      writeFileSync(join(place, service, dated, name.replace(/\.gz$/, '')), plain);
    }
  }
}

async function typed(): Promise<Record<string, string>> {
  const forms = [...CREDIT_FORMS, ...PLAN_FORMS, ...HISTORY_FORMS, ...COLOURED].map(([line]) => line);
  const lines = [...REFUSED.map(([line]) => line), ...forms];
  const server = await AwsServer.start({
    answers: ANSWERS,
    faults: { GetCredits: REFUSED.map(([, , fault]) => fault) },
  });
  modelsIn(join(folder, 'models'));
  const keys = `aws_access_key_id = ${KEYS.AWS_ACCESS_KEY_ID}\naws_secret_access_key = ${KEYS.AWS_SECRET_ACCESS_KEY}\n`;
  writeFileSync(
    join(folder, 'config'),
    `[default]\n${keys}region = us-east-1\n[profile wire]\n${keys}region = us-east-1\ncli_timestamp_format = wire\n[profile no-region]\n${keys}`,
  );
  const env = {
    PATH: process.env['PATH'],
    PYTHONPATH: process.env['PYTHONPATH'],
    LC_ALL: 'C.UTF-8',
    HOME: folder,
    AWS_CONFIG_FILE: join(folder, 'config'),
    AWS_DATA_PATH: join(folder, 'models'),
    AWS_EC2_METADATA_DISABLED: 'true',
  };
  const arguments_ = ['-W', 'ignore', '-c', DRIVER, server.environment['AWS_ENDPOINT_URL'] ?? ''];
  const dated = lines.map((line) => line.replace('DAY', DAY));
  await promisify(execFile)(SYSTEM_PYTHON, [...arguments_, ...dated], { cwd: folder, env });
  await server.stop();
  return Object.fromEntries(lines.map((line, i) => [line, readFileSync(join(folder, String(i)), 'utf8')]));
}

/** What the product says of an answer in a file, in one line. */
async function sayingOf(content: string | undefined, ...argv: string[]): Promise<{ code: number; text: string }> {
  if (content === undefined) throw new Error('it is not recorded: install the AWS CLI 2 and update');
  writeFileSync(join(folder, 'answer'), content);
  writeFileSync(join(folder, 'credits.json'), JSON.stringify({ readAt: NOW, credits: [CREDIT] }));
  const { code, stdout, stderr } = await run(argv, { cwd: folder, now: NOW });
  return { code, text: `${stdout}${stderr}`.replace(/\s+/g, ' ') };
}

const KINDS = [
  {
    forms: [...CREDIT_FORMS, ...COLOURED, ...REFUSED],
    argv: ['credits', '--credits', 'answer'],
    figures: /\$8,400\.50.*2030-03-17.*AWS Activate – "Zuschuß"/,
  },
  {
    forms: PLAN_FORMS,
    argv: ['credits', '--credits', 'credits.json', '--account-plan', 'answer'],
    figures: /on the FREE plan, which ends on 2027-12-01/,
  },
  {
    forms: HISTORY_FORMS,
    argv: ['forecast', '--backtest', '--credits', 'credits.json', '--history', 'answer'],
    figures: /2026-10 \$25\.00 \$25\.00/,
  },
];

function holdsFor(printed: () => Record<string, string>): void {
  for (const { forms, argv, figures } of KINDS)
    test.each(forms.map(([line, says]) => [line, says] as const))('%s', async (line, says) => {
      const { code, text } = await sayingOf(printed()[line], ...argv);
      expect(text).toMatch(says === READ ? figures : says);
      expect(code).toBe(says === READ ? 0 : 2);
      if (says !== READ) expect(text.match(/credit-guard: /g)).toHaveLength(1);
    });
}

describe('each form of AWS CLI 2 is read, or refused with the way out', () => {
  holdsFor(() => RECORDED_FORMS);
});

describe.skipIf(!canRun && !isRequired)('the installed AWS CLI 2', () => {
  let printed: Record<string, string> = {};
  beforeAll(async () => {
    printed = await typed();
  });

  test('is there where it has to be', () => expect([installed, tools.stderr]).toEqual([expect.any(String), '']));

  test.skipIf(installed !== RECORDED_CLI)('prints what is recorded of that version', async () => {
    const record = `${JSON.stringify({ cli: installed, printed }, null, 2)}\n`;
    await expect(record).toMatchFileSnapshot(RECORDED);
  });

  holdsFor(() => printed);
});
