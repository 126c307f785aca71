import { execFile } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { readAccount } from '../../src/adapters/account';
import { settingsOf } from '../../src/config/read-settings';
import type { Config } from '../../src/config/schema';
import { dollars } from '../../src/core/money';
import { wordsOf } from '../../src/words/notices';
import { run } from '../cli/run';
import { AwsServer, type Fault, type Script } from '../support/aws-server';
import { costAndUsage, monthsAgo } from '../support/cost-explorer';
import { quietAfter, runsEnd } from '../support/deadline';
import { PACK } from '../support/pack-server';

const cost = (usd: string) => costAndUsage([{ service: 'Amazon EC2', usd }]);
const URN = 'urn:pulumi:dev::shop::aws:ec2/instance:Instance::web';
const NEW = { urn: URN, type: 'aws:ec2/instance:Instance', custom: true, inputs: { instanceType: 'm5.large' } };
const CREDITS = 'credits: { manual: [{ description: Activate, remaining: "900.00", products: all }] }\n';
const THROTTLED: Fault = { status: 400, type: 'LimitExceededException', message: 'Rate exceeded' };

let server: AwsServer;
beforeEach(() => {
  for (const name of Object.keys(process.env)) if (/^AWS_|_proxy$/i.test(name)) vi.stubEnv(name, undefined);
});
afterEach(async () => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  await server.stop();
});

async function start(script: Script = {}): Promise<void> {
  server = await AwsServer.start({ answers: { GetCostAndUsage: cost('400.25') }, ...script });
  for (const [name, value] of Object.entries(server.environment)) vi.stubEnv(name, value);
}

/** What a run reads of the burn, and says of it. It has all the time that it needs, but where its end is what is tested. */
async function burn(settings: NonNullable<Config['burn']> = {}, isPatient = true) {
  if (isPatient) runsEnd();
  else runsEnd(() => quietAfter(() => server.asked.length));
  const request = { configFile: undefined, now: Date.now(), environment: process.env };
  const config = settingsOf({ burn: { source: 'cost-explorer', ...settings } });
  const account = await readAccount({ ...request, settings: config });
  const usd = account.burn?.get('Amazon EC2');
  return {
    usd: usd && dollars(usd),
    bill: account.burnBill,
    others: [...account.burnOfOthers.keys()],
    months: account.burnMonths.map(({ month }) => month),
    lines: account.balance.problems.flatMap((one) => (one.code === 'balance-missing' ? [] : [wordsOf(one)])),
  };
}

const calls = () => server.calls().filter((call) => call === 'GetCostAndUsage').length;
const folder = () => join(server.cache, 'pulumi-credit-guard/cost-explorer');
const file = () => join(folder(), readdirSync(folder()).find((name) => name.endsWith('.json')) ?? '');
const kept = () => JSON.parse(readFileSync(file(), 'utf8'));
const change = (more: object) => writeFileSync(file(), JSON.stringify({ ...kept(), ...more }));
const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000).toISOString();

describe('the burn of Cost Explorer is bought once a day', () => {
  test('the second run takes the answer of the first, and has its date', async () => {
    await start();
    const first = await burn();
    expect([first.usd, first.bill?.calls, first.lines]).toEqual(['$400.25', 1, []]);
    const second = await burn();
    expect(second).toEqual({ ...first, bill: { ...first.bill, calls: 0 } });
    expect(calls()).toBe(1);
  });

  test('a report says of which month it is, when it was read and what it cost', async () => {
    await start();
    const plan = JSON.stringify({ steps: [{ op: 'create', urn: URN, newState: NEW }] });
    writeFileSync(join(server.cache, 'credit-guard.yaml'), `${CREDITS}burn: { source: cost-explorer }\n`);
    const notes = async (): Promise<string> => {
      const { stdout } = await run(['check', '--format', 'json'], { cwd: server.cache, env: process.env, stdin: plan });
      const report: { notes: { code: string; text: string }[] } = JSON.parse(stdout);
      return report.notes.flatMap(({ code, text }) => (code === 'burn-of-bill' ? [text] : [])).join('\n');
    };
    const first = await notes();
    expect(first).toMatch(
      /^The burn is that of \d{4}-\d{2}, read on \d{4}-\S+Z\. AWS charges \$0\.01 for it \(1 call to Cost Explorer\)\.$/,
    );
    expect(await notes()).toBe(first.replace(/ AWS charges.*/, ''));
  });

  test.each([
    ['23 hours', 23, 0],
    ['25 hours', 25, 1],
    ['an hour that is still to come', -1, 1],
  ])('an answer of %s', async (_, hours, more) => {
    await start();
    await burn();
    change({ readAt: hoursAgo(hours) });
    expect((await burn()).usd).toBe('$400.25');
    expect(calls()).toBe(1 + more);
  });

  test('that of another month is another answer', async () => {
    await start();
    await burn();
    change({ burn: { ...kept().burn, month: '2020-01', months: { '2020-01': {} } } });
    expect((await burn()).bill?.month).not.toBe('2020-01');
    expect(calls()).toBe(2);
  });

  test('six months serve both a flat burn and a trend; one month does not serve a trend', async () => {
    await start();
    await burn();
    const trend = await burn({ forecast: 'trend' });
    expect([trend.bill?.calls, calls(), kept().since]).toEqual([1, 2, monthsAgo(6)]);
    expect((await burn()).bill?.calls).toBe(0);
    expect((await burn({ forecast: 'trend' })).bill?.calls).toBe(0);
    expect(calls()).toBe(2);
  });

  test('accounts and months are kept, also which bill is open', async () => {
    const rows = [1, 2, 3, 4].flatMap((ago) => [
      { service: 'Amazon EC2', month: monthsAgo(ago), usd: String(10 * ago) },
      { service: 'Amazon EC2', account: '444455556666', month: monthsAgo(ago), usd: '5' },
    ]);
    await start({ answers: { GetCostAndUsage: costAndUsage(rows, { estimated: [monthsAgo(1)] }) } });
    const first = await burn({ forecast: 'trend' });
    expect([first.usd, first.others, first.months]).toEqual(['$10.00', ['444455556666'], [4, 3, 2].map(monthsAgo)]);
    const second = await burn({ forecast: 'trend' });
    expect([second.usd, second.others, second.months]).toEqual([first.usd, first.others, first.months]);
    expect(calls()).toBe(1);
  });

  test('a file of an earlier version, which does not tell accounts apart, is asked anew', async () => {
    await start();
    await burn();
    const { month, from, monthly } = kept().burn;
    change({ burn: { month, from, monthly } });
    expect(await burn()).toMatchObject({ usd: '$400.25', lines: [] });
    expect(calls()).toBe(2);
  });

  test('each caller has its own; the name of a session makes no other caller', async () => {
    let arn = 'arn:aws:sts::111122223333:assumed-role/Billing/one';
    await start({ arn: () => arn });
    await burn();
    arn = 'arn:aws:sts::111122223333:assumed-role/Billing/two';
    await burn();
    expect(calls()).toBe(1);
    arn = 'arn:aws:sts::111122223333:assumed-role/Other/two';
    await burn();
    expect(calls()).toBe(2);
  });

  test('nobody else on the machine can read it', async () => {
    await start();
    await burn();
    chmodSync(file(), 0o644);
    change({ readAt: hoursAgo(25) });
    await burn();
    expect([statSync(file()).mode & 0o777, statSync(folder()).mode & 0o777]).toEqual([0o600, 0o700]);
    expect(readdirSync(folder())).toHaveLength(1);
  });

  test.each(['', '{"day":', '[]', '{"readAt": 5, "burn": {"month": "x"}, "calls": -3, "failed": {"at": 1}}'])(
    'what cannot be read of it is not there: %s',
    async (content) => {
      await start();
      await burn();
      writeFileSync(file(), content);
      expect(await burn()).toMatchObject({ usd: '$400.25', lines: [] });
      expect(calls()).toBe(2);
    },
  );
});

describe('several runs at once', () => {
  test('of ten one asks, and all have the answer', async () => {
    await start();
    const script = `
      const { Aws } = require('./dist/src/adapters/aws/aws.js');
      const { askBurn } = require('./dist/src/adapters/sources/aws-burn.js');
      const { usd } = require('./dist/src/core/money.js');
      (async () => {
        const aws = await Aws.open(process.env, { signal: AbortSignal.timeout(100000), seconds: 100 });
        const question = { asked: Date.now(), maxDailyCost: usd('0.10'), months: 1 };
        const { month, months } = await askBurn(aws, 'cost-explorer', question);
        console.log(String(months.get(month).byAccount.get('111122223333').get('Amazon EC2')));
        process.exit();
      })();`;
    const inProcess = () => promisify(execFile)(process.execPath, ['-e', script], { cwd: PACK, encoding: 'utf8' });
    const printed = await Promise.all(Array.from({ length: 10 }, inProcess));
    expect(printed.map(({ stdout }) => stdout.trim())).toEqual(new Array(10).fill('400.25'));
    expect(calls()).toBe(1);
    expect(kept().calls).toBe(1);
  });

  test('who waited for one that failed has its failure, and asks at no cost', async () => {
    await start({ faults: { GetCostAndUsage: { status: 400, type: 'AccessDeniedException', message: 'no' } } });
    const runs = await Promise.all([burn(), burn(), burn()]);
    for (const { usd, lines } of runs) {
      expect(usd).toBeUndefined();
      expect(lines).toEqual([expect.stringMatching(/^AWS: AWS refused GetCostAndUsage: the permission ce:/)]);
    }
    expect(calls()).toBe(1);
    // Who comes later asks anew.
    await burn();
    expect(calls()).toBe(2);
  });

  test('a run that died while it asked holds nobody up for long', async () => {
    await start();
    await burn();
    change({ readAt: hoursAgo(25) });
    mkdirSync(`${file()}.lock`);
    const long = Date.now() / 1000 - 60;
    utimesSync(`${file()}.lock`, long, long);
    expect((await burn()).lines).toEqual([]);
    expect(calls()).toBe(2);
  });

  test('one that goes on asking is waited for until the run ends, and the older answer is used', async () => {
    await start();
    await burn();
    change({ readAt: hoursAgo(25) });
    mkdirSync(`${file()}.lock`);
    const still = setInterval(() => utimesSync(`${file()}.lock`, Date.now() / 1000, Date.now() / 1000), 200);
    const { usd, lines } = await burn({}, false);
    clearInterval(still);
    expect(usd).toBe('$400.25');
    expect(lines).toEqual([expect.stringMatching(/older one, .* did not answer GetCostAndUsage within 5 seconds/)]);
    expect(calls()).toBe(1);
  });
});

describe('what it may cost', () => {
  test('each request counts, those that are tried again too', async () => {
    await start({ faults: { GetCostAndUsage: [THROTTLED, THROTTLED] } });
    expect((await burn()).bill?.calls).toBe(3);
    expect([calls(), kept().calls]).toEqual([3, 3]);
  });

  test('the limit of a day stops what would cost more, in the middle too', async () => {
    await start({ faults: { GetCostAndUsage: THROTTLED } });
    const { usd, lines } = await burn({ maxDailyCost: '0.02' });
    expect([usd, calls()]).toEqual([undefined, 2]);
    expect(lines).toEqual([
      'AWS: Cost Explorer was not asked: 2 calls today have cost $0.02, and burn: maxDailyCost: is $0.02. Raise it, or ask again tomorrow (UTC).',
    ]);
    await burn({ maxDailyCost: '0.02' });
    expect(calls()).toBe(2);
  });

  test('with an older answer at hand that one is used, with its date and the reason', async () => {
    await start();
    await burn();
    const readAt = hoursAgo(30);
    change({ readAt });
    const { usd, bill, lines } = await burn({ maxDailyCost: '0.01' });
    expect([usd, bill?.calls, calls()]).toEqual(['$400.25', 0, 1]);
    expect(lines).toEqual([
      `AWS: the burn is an older one, of ${bill?.month}, read on ${readAt.replace(/\.?0*Z$/, 'Z')}. Cost Explorer was not asked: 1 call today has cost $0.01, and burn: maxDailyCost: is $0.01. Raise it, or ask again tomorrow (UTC).`,
    ]);
  });

  test('an answer of more pages than it may cost is one clear line, and is not bought in part again', async () => {
    const rows = Array.from({ length: 25 }, (_, i) => ({ service: `Service ${i}`, usd: '1' }));
    await start({ answers: { GetCostAndUsage: costAndUsage(rows, { size: 2 }) } });
    const line =
      'AWS: The answer of Cost Explorer has more than 10 pages of $0.01, as for many accounts and months, and burn: maxDailyCost: is $0.10. Raise it, or ask with a login of one account.';
    expect((await burn()).lines).toEqual([line]);
    expect(calls()).toBe(10);
    change({ day: hoursAgo(24).slice(0, 10) });
    expect((await burn()).lines).toEqual([line]);
    expect(calls()).toBe(10);
    const whole = await burn({ maxDailyCost: '0.13' });
    expect([whole.lines, whole.bill?.calls, calls()]).toEqual([[], 13, 23]);
    expect(kept()).not.toHaveProperty('unfinished');
  });

  test('yesterday does not count', async () => {
    await start();
    await burn();
    change({ readAt: hoursAgo(30), day: hoursAgo(24).slice(0, 10), calls: 10 });
    expect((await burn()).lines).toEqual([]);
    expect([calls(), kept().calls]).toEqual([2, 1]);
  });

  test('0 asks never', async () => {
    await start();
    expect((await burn({ maxDailyCost: 0 })).lines).toEqual([
      expect.stringMatching(/0 calls today have cost \$0\.00, and burn: maxDailyCost: is \$0\.00/),
    ]);
    expect(calls()).toBe(0);
  });

  test('where nothing can be counted nothing is bought, and other reads are not touched', async () => {
    await start();
    vi.stubEnv('XDG_CACHE_HOME', '/dev/null');
    const { usd, lines } = await burn();
    expect([usd, calls()]).toEqual([undefined, 0]);
    expect(lines).toEqual([
      expect.stringMatching(/counted in \/dev\/null\/pulumi-credit-guard\/cost-explorer, and .*\. Set XDG_CACHE_HOME/),
    ]);
  });

  test('a failure of AWS is no reason to forget the older answer', async () => {
    await start();
    await burn();
    change({ readAt: hoursAgo(30) });
    server.failNext('GetCostAndUsage', { status: 400, type: 'AccessDeniedException', message: 'no' });
    const { usd, lines } = await burn();
    expect(usd).toBe('$400.25');
    expect(lines).toEqual([expect.stringMatching(/older one, .*ce:GetCostAndUsage is missing/)]);
  });
});
