import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type AccountRequest, readAccount } from '../../src/adapters/account';
import { readPlansFile } from '../../src/adapters/plan-file';
import { settingsOf } from '../../src/config/read-settings';
import { parseInstant } from '../../src/core/instant';
import { wordsOf } from '../../src/words/notices';
import { wordsOfFirst } from '../support/inputs';

const INSTANCE = 'aws:ec2/instance:Instance';
const plan = JSON.stringify(
  { steps: [{ op: 'create', urn: `urn:pulumi:s::p::${INSTANCE}::web`, type: INSTANCE, inputs: {} }] },
  null,
  2,
);

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'credit-guard-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const write = (name: string, content: string | Buffer): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

/** The one plan of a file. */
function readPlanFile(path: string) {
  const [reading, ...more] = readPlansFile(path);
  if (reading === undefined || more.length > 0) throw new Error(`${more.length} more plans`);
  return reading;
}

describe('a plan file', () => {
  const read = (content: string | Buffer) => readPlanFile(write('plan.json', content));
  const problemOf = (content: string | Buffer): string => {
    const reading = read(content);
    return 'problem' in reading ? wordsOf(reading.problem) : '';
  };

  it.each([
    ['as it is', plan],
    ['with a byte order mark', `\ufeff${plan}`],
    ['after lines of the CLI', `warning: a new version is available\n\n${plan}`],
    [
      'before lines of the CLI',
      `${plan}\nwarning: a new version is available, "{" and all:\n  $ brew upgrade pulumi\n`,
    ],
    ['as PowerShell writes it', Buffer.from(`\ufeff${plan}`, 'utf16le')],
    ['in colours, as `jq -C` writes', plan.replaceAll('{', '\u001b[1;39m{\u001b[0m')],
    ['in UTF-16 without a mark', Buffer.from(plan, 'utf16le')],
    ['in the other UTF-16', Buffer.from(`\ufeff${plan}`, 'utf16le').swap16()],
    ['as a list of one', `[${plan}]`],
  ])('is read %s', (_, content) => {
    expect(read(content)).toMatchObject({ plan: { resources: [{ name: 'web' }] } });
  });

  it.each([
    ['empty', '', 'it is empty'],
    ['blank, with a byte order mark', '\ufeff\r\n\n', 'it is empty'],
    ['cut in a text', plan.slice(0, 40), 'it ends in the middle, after 40 characters'],
    ['cut behind a bracket', '{"steps":[{"op":"same"}', 'it ends in the middle'],
    ['cut after lines of the CLI', `warning: x\n${plan.slice(0, 60)}`, 'it ends in the middle'],
    ['a slip', '{\n"steps": [],,\n"config": {}\n}', 'it is not JSON from line 2 on'],
    ['a slip after lines of the CLI', 'warning: x\n{"a": 1}\n{\n"steps": [],,\n}\n', 'it is not JSON from line 4 on'],
    ['another document', '{"a": 1}', 'neither'],
    ['words in place of a document', 'error: no stack selected\n', 'it is not JSON'],
  ])('%s: one line with the file, the fault and the fix', (_, content, fault) => {
    const problem = problemOf(content);
    expect(problem).toContain(join(folder, 'plan.json'));
    expect(problem).toContain(fault);
    expect(problem).toContain('pulumi preview --json');
    expect(problem).not.toContain('\n');
  });

  it.each([
    ['missing', () => join(folder, 'none.json'), 'there is no such file'],
    ['a folder', () => folder, 'it is a folder'],
    [
      'a loop of links',
      () => {
        const path = join(folder, 'loop.json');
        symlinkSync(path, path);
        return path;
      },
      'cannot be read',
    ],
    ['a device without an end', () => '/dev/zero', 'it is not a file'],
    [
      'a pipe that nobody writes to',
      () => {
        const path = join(folder, 'pipe.json');
        execFileSync('mkfifo', [path]);
        return path;
      },
      'it is not a file',
    ],
  ])('%s', (_, make, fault) => {
    const reading = readPlanFile(make());
    expect('problem' in reading && wordsOf(reading.problem)).toContain(fault);
  });

  it('cut at any character, it is never a plan', () => {
    const event = (payload: object) => JSON.stringify({ sequence: 0, timestamp: 1, ...payload });
    const metadata = { op: 'create', urn: `urn:pulumi:s::p::${INSTANCE}::web`, type: INSTANCE, new: { inputs: {} } };
    const events = [
      { preludeEvent: {} },
      { resourcePreEvent: { metadata } },
      { summaryEvent: { result: 'succeeded' } },
    ];
    const stream = events.map(event).join('\n');
    expect(read(stream)).toMatchObject({ plan: { resources: [{ name: 'web' }] } });
    for (const whole of [plan, stream, `warning: x\n${plan}`])
      for (let end = 0; end < whole.length; end++) expect(read(whole.slice(0, end))).toHaveProperty('problem');
  });

  it('100,000 levels are no crash', () => {
    const levels = '['.repeat(100_000) + ']'.repeat(100_000);
    expect(read(levels)).toHaveProperty('problem');
    expect(read(`{"steps": ${levels}}`)).toMatchObject({ plan: { problems: [{ code: 'step-unread' }] } });
  });
});

describe('the files of a balance', () => {
  const now = parseInstant('2026-11-20T12:00:00Z') ?? 0;
  const balanceOf = async (request: Partial<AccountRequest>) =>
    (await readAccount({ settings: settingsOf({}), configFile: undefined, now, environment: {}, ...request })).balance;
  const read = (snapshot: string | undefined, accountPlan?: string) => balanceOf({ snapshot, accountPlan });
  const today = (path: string): string => {
    utimesSync(path, now / 1000, now / 1000);
    return path;
  };
  const credits = JSON.stringify({
    credits: [
      { creditId: '1', startDate: 1_760_000_000, remainingAmount: { currencyCode: 'USD', currencyAmount: '5' } },
    ],
  });

  it('are read, with the age of the file', async () => {
    const path = today(write('credits.json', credits));
    expect(await read(path)).toMatchObject({
      readAt: now,
      credits: { state: 'known', value: [{ id: '1' }] },
      problems: [],
    });
    utimesSync(path, now / 1000 - 30 * 86_400, now / 1000 - 30 * 86_400);
    expect((await read(path)).problems).toMatchObject([{ code: 'balance-stale' }]);
  });

  it('have an age in a fresh clone only where they state it', async () => {
    const origin = mkdtempSync(join(folder, 'origin-'));
    writeFileSync(join(origin, 'credit-guard.yaml'), 'credits: { snapshot: credits.json }\n');
    writeFileSync(join(origin, 'credits.json'), credits);
    const git = (...argv: string[]) => execFileSync('git', ['-c', 'user.name=x', '-c', 'user.email=x@x', ...argv]);
    git('-C', origin, 'init', '--quiet');
    git('-C', origin, 'add', '.');
    git('-C', origin, 'commit', '--quiet', '--message', 'x');
    const clone = `${origin}-clone`;
    git('clone', '--quiet', origin, clone);

    const path = join(clone, 'credits.json');
    const later = Math.ceil(Date.now() / 1000) * 1000 + 60_000; // file systems keep whole seconds exactly
    const ask = () => balanceOf({ snapshot: path, now: later });
    const undated = await ask();
    expect(undated).toMatchObject({ readAt: undefined, problems: [{ code: 'balance-undated' }] });
    expect(undated.problems.map(wordsOf)).toEqual([
      `${path}: it does not say when it was read, and its file is as old as the checkout, so its age is not known.`,
    ]);
    writeFileSync(path, JSON.stringify({ readAt: new Date(later).toISOString(), ...JSON.parse(credits) }));
    expect(await ask()).toMatchObject({ readAt: later, isFileTime: false, problems: [] });
    writeFileSync(path, credits);
    utimesSync(path, later / 1000 - 5, later / 1000 - 5); // asked for after the checkout
    expect(await ask()).toMatchObject({ readAt: later - 5_000, isFileTime: true, problems: [] });
  });

  it('are found beside the configuration that names them', async () => {
    today(write('credits.json', credits));
    const settings = settingsOf({ credits: { snapshot: 'credits.json' } });
    const balance = await balanceOf({ settings, configFile: join(folder, 'credit-guard.yaml') });
    expect(balance).toMatchObject({ source: 'credits.json', problems: [] });
  });

  const NO_CREDITS = 'An error occurred (AccessDeniedException) when calling the GetCredits operation: ';
  it.each([
    ['cut', '{"credits": [', 'unreadable', 'it ends in the middle'],
    [
      'a refusal',
      `${NO_CREDITS}User: arn:aws:iam::1:user/x is not authorized to perform: billing:GetCredits`,
      'refused',
      'the caller needs the permission billing:GetCredits. AWS says: "User: arn:aws:iam::1:user/x is not',
    ],
    [
      'a refusal in JSON',
      '{"__type":"AccessDeniedException","message":"no"}',
      'refused',
      'permission billing:GetCredits. AWS says: "AccessDeniedException: no"',
    ],
    ['IAM access', 'An error occurred (AccessDeniedException): IAM user access not activated', 'refused', 'root user'],
    [
      'a start date too far back',
      `An error occurred (ValidationException) when calling the GetCredits operation: startDate must be within one year`,
      'refused',
      'a day at most one year back and not in the future. AWS says: "startDate must be within one year"',
    ],
    [
      'an expired login',
      'aws: [ERROR]: Error when retrieving token from sso: Token has expired and refresh failed',
      'refused',
      'run `aws sso login`',
    ],
    [
      'an expired token',
      'An error occurred (ExpiredTokenException) when calling the GetCredits operation: The security token included in the request is expired',
      'refused',
      'The login has expired',
    ],
    [
      'no credentials',
      'Unable to locate credentials. You can configure credentials by running "aws configure".',
      'refused',
      'run `aws configure`, or set AWS_PROFILE',
    ],
    [
      'a CLI too old',
      'aws: error: argument operation: Invalid choice, valid choices are:\n\nlist-bills',
      'refused',
      'update it to 2.35.23 or later',
    ],
    [
      'no network',
      'Could not connect to the endpoint URL: "https://billing.us-east-1.api.aws/"',
      'refused',
      'check the network and the proxy',
    ],
    ['empty', '', 'refused', '`aws` printed an error on the screen'],
    [
      'empty, as PowerShell leaves it',
      Buffer.from('\ufeff', 'utf16le'),
      'refused',
      '`aws` printed an error on the screen',
    ],
    ['a web page', '<!DOCTYPE html><html></html>', 'refused', 'it is a web page'],
    [
      'YAML',
      'credits:\n- accountId: "1"\n',
      'unreadable',
      'it is the YAML output of the AWS CLI, not JSON; save it with `aws billing get-credits --account-id ID --start-date DAY --output json',
    ],
    [
      'a table',
      '------------------\n|   GetCredits   |\n+----------------+\n',
      'unreadable',
      'it is the table output of the AWS CLI',
    ],
    ['text', 'CREDITS\t111122223333\t1\n', 'unreadable', 'it is the text output of the AWS CLI'],
    ['two answers', '{"credits":[]}\n{"credits":[]}\n', 'unreadable', 'it contains 2 documents, as `>>` leaves them'],
    ['jq -s', '[{"credits":[]}]', 'malformed', 'as `jq -s` makes; save the answer itself, without -s'],
    [
      '--query credits',
      '[{"creditId":"1","remainingAmount":{}}]',
      'malformed',
      'as `--query credits` prints; save the whole answer',
    ],
    ['one credit of it', '{"creditId":"1","remainingAmount":{}}', 'malformed', 'it is one credit and not the answer'],
  ])('%s: unknown, in one line that names the file and the fix', async (_, content, code, line) => {
    const balance = await read(write('credits.json', content));
    expect(balance.credits.state).toBe('unknown');
    expect(balance.problems).toHaveLength(1);
    expect(balance.problems[0]?.code).toBe(`balance-${code}`);
    expect(wordsOfFirst(balance)).toContain(line);
    expect(wordsOfFirst(balance)).toMatch(/^[^\n]*credits\.json: [^\n]*$/);
  });

  it.each([
    [
      'a refusal',
      'An error occurred (AccessDeniedException) when calling the GetAccountPlanState operation: no',
      'permission freetier:GetAccountPlanState',
    ],
    ['an account older than the scheme', '{"__type":"ResourceNotFoundException"}', 'Leave credits: accountPlan: out'],
    ['its empty answer', '', 'With ResourceNotFoundException the account is older'],
  ])('an account plan that is %s', async (_, content, line) => {
    const balance = await read(today(write('credits.json', credits)), write('account-plan.json', content));
    expect(balance.credits.state).toBe('known');
    expect(wordsOfFirst(balance)).toContain(line);
  });

  it('UTF-16, as PowerShell writes, is read', async () => {
    const path = today(write('credits.json', Buffer.from(`\ufeff${credits}`, 'utf16le')));
    expect(await read(path)).toMatchObject({ credits: { state: 'known' }, problems: [] });
  });

  it('a missing file is unknown, and no other source takes its place in silence', async () => {
    const balance = await read(join(folder, 'none.json'));
    expect(balance.credits.state).toBe('unknown');
    expect(wordsOfFirst(balance)).toContain('there is no such file');
  });

  it('an account plan that cannot be read is said beside the credits', async () => {
    const balance = await read(today(write('credits.json', credits)), write('account-plan.json', '{'));
    expect(balance.credits.state).toBe('known');
    expect(balance.accountPlan.state).toBe('unknown');
    expect(balance.problems).toMatchObject([{ code: 'balance-unreadable' }]);
  });

  it('nothing named: missing', async () => {
    expect((await read(undefined)).problems).toMatchObject([{ code: 'balance-missing' }]);
  });
});
