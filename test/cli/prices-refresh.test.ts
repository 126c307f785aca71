import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { OwnPrices, readOwnBook } from '../../src/adapters/own-prices';
import { BundledPrices } from '../../src/adapters/price-book';
import { AwsServer, type Script } from '../support/aws-server';
import { answerOf, BulkFiles, bulkOf, type Line, linesOf } from '../support/price-list';
import { run } from './run';

let cwd: string;
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'credit-guard-prices-'));
  for (const name of Object.keys(process.env)) if (/^AWS_|_proxy$/i.test(name)) vi.stubEnv(name, undefined);
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(cwd, { recursive: true, force: true });
});

const NOW = '2026-12-01T09:00:00Z';
const REGION = ['--region', 'eu-west-1'];
const EXPECTED_ROWS = 17;

/** A server whose clock is that of the machine: signatures are of today. */
async function withAws<T>(script: Script, use: (aws: AwsServer) => Promise<T>): Promise<T> {
  const aws = await AwsServer.start(script);
  try {
    return await use(aws);
  } finally {
    await aws.stop();
  }
}

const priceScript = (lines: readonly Line[], perPage = 100): Script => ({
  answers: { GetProducts: answerOf(lines, perPage) },
});
function refresh(aws: AwsServer, ...argv: string[]) {
  // The SDK looks for credentials in the environment of the process.
  for (const [name, value] of Object.entries(aws.environment)) vi.stubEnv(name, value);
  return run(['prices', 'refresh', ...argv], { cwd, env: process.env, now: NOW });
}

const refreshFrom = (place: string, ...argv: string[]) =>
  run(['prices', 'refresh', '--from', place, ...argv], { cwd, now: NOW });

/** AWS's bulk files of some regions in a folder. */
function writeLists(lines: readonly Line[], published = '2026-12-01T08:00:00Z'): void {
  for (const { service, attributes } of lines) {
    const { regionCode: region = '' } = attributes;
    const folder = join(cwd, 'lists/offers/v1.0/aws', service, 'current', region);
    const own = lines.filter((one) => one.service === service && one.attributes['regionCode'] === region);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'index.json'), bulkOf(own, service, published));
  }
}

function book(file = 'prices.tsv') {
  const read = readOwnBook(join(cwd, file));
  if (!('book' in read)) throw new Error(JSON.stringify(read));
  return read.book;
}

const usdOf = (service: string, key: string, region = 'eu-west-1') => book().find(region, service, key)?.usd;

describe('from the Query API', () => {
  test('page by page, into a book with its source and day; what is same, changed, new and not taken, and why', async () => {
    await withAws(priceScript(linesOf('eu-west-1'), 2), async (aws) => {
      const { code, stdout } = await refresh(aws, ...REGION);
      expect(code).toBe(0);
      expect(stdout).toContain(`${EXPECTED_ROWS} prices of 1 region`);
      expect(book().find('eu-west-1', 'natgateway', 'nat.hour')).toEqual({
        service: 'natgateway',
        key: 'nat.hour',
        region: 'eu-west-1',
        usd: '0.05',
        source: {
          name: 'AWS price list, Query API',
          url: 'https://pricing.us-east-1.amazonaws.com',
          asOf: '2026-12-01',
          confidence: 'A',
        },
      });
      expect(usdOf('s3', 'standard-over500tb.gb-month')).toBe('0.021');
      expect(stdout).toMatch(/eu-west-1 +\d+ +1 +1 +4\n/);
      expect(stdout).toMatch(/natgateway\/nat\.hour +eu-west-1 +0\.048 → 0\.05 +\+4\.2 %/);
      const words = stdout.replace(/\s+/g, ' ');
      expect(words).toContain('AWS lists two prices for one row: elb/nlb.hour (0.0252, 0.026).');
      expect(words).toContain('AWS sells it in another unit than the row counts in: natgateway/nat.gb (Quarter-GB).');
      expect(words).toContain('AWS has other steps than the row: cloudwatch/metric-first10k.metric-month (0, 20000).');
      expect(words).toContain(
        'elasticache/cache.m5.large/redis.hour at 1.172 is more than twice or less than half of $0.172',
      );
      expect(words).toContain('nothing was found of AmazonEKS, AmazonECS');
      expect(stdout).toContain(`  prices: ${join(cwd, 'prices.tsv')}`);
      expect(usdOf('elasticache', 'cache.m5.large/redis.hour')).toBeUndefined();
      const tokens = aws.asked
        .filter(({ input }) => input['ServiceCode'] === 'AmazonRDS')
        .map(({ input }) => input['NextToken']);
      expect(tokens).toContain('2');
      expect(readdirSync(cwd)).toEqual(['prices.tsv']);
    });
  });

  test('an answer that is throttled, cut or reset is asked for again', async () => {
    const throttled = { status: 400, type: 'ThrottlingException' };
    const script = {
      ...priceScript(linesOf('eu-west-1'), 100),
      faults: { GetProducts: [throttled, throttled, 'cut', 'reset'] as const },
    };
    await withAws(script, async (aws) => {
      expect((await refresh(aws, ...REGION)).code).toBe(0);
      expect(usdOf('ec2', 'm5.large.hour')).toBe('0.107');
    });
  });

  test('a missing permission is one line, and the book stays as it was', async () => {
    writeFileSync(join(cwd, 'credit-guard.yaml'), 'prices: book.tsv\n');
    writeLists(linesOf('eu-west-1'));
    await refreshFrom('lists', ...REGION);
    const before = readFileSync(join(cwd, 'book.tsv'), 'utf8');
    const refusal = {
      status: 400,
      type: 'AccessDeniedException',
      message: 'User: x is not authorized to perform: pricing:GetProducts',
    };
    await withAws({ faults: { GetProducts: refusal } }, async (aws) => {
      const { code, stdout, stderr } = await refresh(aws, ...REGION);
      expect([code, stdout]).toEqual([2, '']);
      expect(stderr).toContain('pricing:GetProducts');
    });
    expect(readFileSync(join(cwd, 'book.tsv'), 'utf8')).toBe(before);
  });

  test('a region that AWS answers nothing for keeps its rows', async () => {
    await withAws(priceScript([]), async (aws) => {
      const { code, stdout } = await refresh(aws, '--region', 'ap-southeast-6');
      expect([code, stdout.includes('0 prices of 1 region')]).toEqual([0, true]);
      expect(stdout).toContain('ap-southeast-6: nothing was found of AmazonEC2');
      expect(new OwnPrices(book(), new BundledPrices()).find('ap-southeast-6', 'natgateway', 'nat.hour')?.usd).toBe(
        '0.06195',
      );
    });
  });

  test('an interrupted run goes on where it ended', async () => {
    const broken = { status: 400, type: 'ValidationException', message: 'broken' };
    let asked = 0;
    const answer = answerOf(linesOf('eu-west-1'), 100);
    await withAws({ answers: { GetProducts: (input) => (++asked > 5 ? undefined : answer(input)) } }, async (aws) => {
      aws.failNext('GetCallerIdentity', broken); // is not asked: prices are the same for every account
      const { code, stderr } = await refresh(aws, ...REGION);
      expect([code, stderr]).toEqual([
        2,
        expect.stringMatching(/5 of \d+ parts are read and kept: run it again to go on/),
      ]);
      expect(readdirSync(cwd)).toEqual(['prices.tsv.part']);
      // The last line was cut when the machine went down.
      writeFileSync(join(cwd, 'prices.tsv.part'), '{"id":"eu-we', { flag: 'a' });
    });
    await withAws(priceScript(linesOf('eu-west-1'), 100), async (aws) => {
      expect((await refresh(aws, ...REGION)).code).toBe(0);
      expect(aws.asked.map(({ input }) => input['Filters'])[0]).not.toEqual(
        expect.arrayContaining([expect.objectContaining({ Value: 'Shared' })]),
      );
      expect(usdOf('ec2', 'm5.large.hour')).toBe('0.107');
      expect(readdirSync(cwd)).toEqual(['prices.tsv']);
    });
  });

  test('what another day or place has left is read anew', async () => {
    writeFileSync(
      join(cwd, 'prices.tsv.part'),
      '{"day":"2026-11-30","from":"aws","regions":["eu-west-1"]}\n{"id":"eu-west-1 AmazonEC2 0"}\n',
    );
    await withAws(priceScript(linesOf('eu-west-1')), async (aws) => {
      await refresh(aws, ...REGION);
      expect(usdOf('ec2', 'm5.large.hour')).toBe('0.107');
    });
  });

  test.each([
    [['--region', 'eu-wst-1'], /--region eu-wst-1: no such region; did you mean eu-west-1\?/],
    [['--from', 'nowhere'], /--from nowhere: name a folder, or an address/],
  ])('%j is a slip', async (argv, words) => {
    const { code, stderr } = await run(['prices', 'refresh', ...REGION, ...argv], { cwd, now: NOW });
    expect([code, stderr]).toEqual([2, expect.stringMatching(words)]);
  });

  test('without any region it asks for one', async () => {
    const { code, stderr } = await run(['prices', 'refresh'], { cwd, env: { AWS_CONFIG_FILE: '/dev/null' }, now: NOW });
    expect([code, stderr]).toEqual([2, expect.stringContaining('Name a region: --region eu-west-1')]);
  });

  test('a folder that is not there is one line', async () => {
    const { code, stderr } = await run(['prices', 'refresh', ...REGION, '--output', 'none/prices.tsv'], {
      cwd,
      now: NOW,
    });
    expect([code, stderr]).toEqual([
      2,
      expect.stringMatching(/none\/prices\.tsv\.part could not be written: .*folder/),
    ]);
  });

  test('another file is not overwritten', async () => {
    writeFileSync(join(cwd, 'notes.txt'), 'mine\n');
    const { code, stderr } = await run(['prices', 'refresh', ...REGION, '--output', 'notes.txt'], { cwd, now: NOW });
    expect([code, stderr]).toEqual([2, expect.stringContaining('it is no price book')]);
    expect(readFileSync(join(cwd, 'notes.txt'), 'utf8')).toBe('mine\n');
  });
});

describe("from AWS's bulk files", () => {
  let web: BulkFiles;
  beforeEach(async () => {
    web = await BulkFiles.start(['eu-west-1', 'eu-central-1']);
  });
  afterEach(() => web.stop());

  test('on the web: the same book as from the Query API', async () => {
    const { code, stdout } = await refreshFrom(web.address, ...REGION);
    expect([code, stdout.includes(`${EXPECTED_ROWS} prices of 1 region`)]).toEqual([0, true]);
    expect(book().find('eu-west-1', 'ec2', 'm5.large.hour')).toMatchObject({
      usd: '0.107',
      source: { name: 'AWS price list, bulk file', asOf: '2026-12-01' },
    });
    expect(web.asked).toContain('/offers/v1.0/aws/AmazonEC2/20261120211536/eu-west-1/index.json');
  });

  test('a download that breaks off is taken up where it ended', async () => {
    web.cuts = 3;
    expect((await refreshFrom(web.address, ...REGION)).code).toBe(0);
    expect(usdOf('ec2', 'm5.large.hour')).toBe('0.107');
    const ranges = web.asked.flatMap((one) => / bytes=(\d+)-$/.exec(one)?.[1] ?? []);
    expect(ranges).toEqual(['1000', '2000', '3000']);
  });

  test('one that another version has replaced is begun again, and given up where that does not end', async () => {
    web.cuts = 1;
    web.changes = true;
    expect((await refreshFrom(web.address, ...REGION)).code).toBe(2);
    expect((await refreshFrom(web.address, ...REGION)).code).toBe(0);
    expect(usdOf('ec2', 'm5.large.hour')).toBe('0.107');
  });

  test('one that always breaks off is an error, and nothing is written', async () => {
    web.cuts = 1000;
    web.cutAfter = 0;
    const { code, stderr } = await refreshFrom(web.address, ...REGION);
    expect([code, stderr]).toEqual([2, expect.stringContaining('it ends in the middle')]);
    expect(readdirSync(cwd)).not.toContain('prices.tsv');
  });

  test('a region without a list keeps its rows; a server that is wrong is said', async () => {
    expect((await refreshFrom(web.address, '--region', 'sa-east-1')).stdout).toContain(
      'sa-east-1: nothing was found of AmazonEC2',
    );
    web.status = 500;
    const { code, stderr } = await refreshFrom(web.address, ...REGION);
    expect([code, stderr]).toEqual([2, expect.stringContaining('the server answered with HTTP 500')]);
    const gone = await refreshFrom('http://localhost:1', ...REGION);
    expect([gone.code, gone.stderr]).toEqual([2, expect.stringContaining('it was not reached (ECONNREFUSED)')]);
  });

  test('as JSON', async () => {
    writeLists(linesOf('eu-west-1'));
    const { file, regions, plan } = JSON.parse((await refreshFrom('lists', ...REGION, '--json')).stdout);
    expect([file, plan]).toEqual([join(cwd, 'prices.tsv'), null]);
    const changed = [{ key: 'natgateway/nat.hour', before: '0.048', usd: '0.05' }];
    expect(regions).toMatchObject([{ region: 'eu-west-1', prices: EXPECTED_ROWS, same: 15, changed }]);
    expect(regions[0].doubtful).toHaveLength(1);
  });

  test('--dry-run writes nothing', async () => {
    writeLists(linesOf('eu-west-1'));
    const { code, stdout } = await refreshFrom('lists', ...REGION, '--dry-run');
    expect([code, stdout.includes('Nothing was written: 17 prices')]).toEqual([0, true]);
    expect(readdirSync(cwd)).toEqual(['lists']);
  });

  test('a second region joins the book, and the first one stays', async () => {
    writeLists(linesOf('eu-west-1'));
    await refreshFrom('lists', ...REGION);
    writeLists(linesOf('eu-central-1'));
    await refreshFrom('lists', '--region', 'eu-central-1');
    expect([usdOf('ec2', 'm5.large.hour'), usdOf('natgateway', 'nat.hour', 'eu-central-1')]).toEqual(['0.107', '0.05']);
    // Without a region: those of the book. The same prices give the same bytes.
    const before = readFileSync(join(cwd, 'prices.tsv'), 'utf8');
    expect((await refreshFrom('lists')).stdout).toContain('34 prices of 2 regions');
    expect(readFileSync(join(cwd, 'prices.tsv'), 'utf8')).toBe(before);
  });

  const folderOf = (file: string, text: string) => {
    const folder = join(cwd, 'lists/offers/v1.0/aws', file);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'index.json'), text);
  };
  const ec2 = linesOf('eu-west-1').filter(({ service }) => service === 'AmazonEC2');

  test('in a folder: what is there, with the day on which AWS published it', async () => {
    folderOf('AmazonEC2/current/eu-west-1', bulkOf(ec2, 'AmazonEC2', '2026-11-28T00:00:00Z'));
    const { code, stdout } = await refreshFrom('lists', ...REGION);
    expect([code, stdout.includes('nothing was found of AWSELB')]).toEqual([0, true]);
    expect(book().find('eu-west-1', 'ec2', 'm5.large.hour')?.source.asOf).toBe('2026-11-28');
  });

  test('an old file does not take the place of newer rows', async () => {
    folderOf('AmazonEC2/current/eu-west-1', bulkOf(ec2, 'AmazonEC2', '2020-10-19T20:48:02Z'));
    const { stdout } = await refreshFrom('lists', ...REGION);
    expect(stdout).toMatch(/prices of the list are older than what counts already/);
    expect(usdOf('natgateway', 'nat.hour')).toBeUndefined();
  });

  test.each([
    ['{"offerCode": "AmazonEC2", "products": ', /it ends in the middle/],
    ['"FormatVersion","v1.0"\n"SKU","OfferTermCode"\n', /it is no price list of AWS/],
    ['{"offerCode": "AmazonEC2"]}', /it is not JSON/],
    ['{}', /it is no price list of AWS/],
  ])('%j is said', async (text, words) => {
    folderOf('AmazonEC2/current/eu-west-1', text);
    const { code, stderr } = await refreshFrom('lists', ...REGION);
    expect([code, stderr]).toEqual([2, expect.stringMatching(words)]);
  });
});

describe('a book of your own', () => {
  const plan = {
    version: 3,
    deployment: {
      resources: [
        { urn: 'urn:pulumi:dev::shop::pulumi:pulumi:Stack::shop-dev', type: 'pulumi:pulumi:Stack' },
        {
          urn: 'urn:pulumi:dev::shop::aws:ec2/natGateway:NatGateway::nat',
          type: 'aws:ec2/natGateway:NatGateway',
          custom: true,
          id: 'nat-1',
          inputs: { region: 'eu-west-1', subnetId: 'subnet-1' },
          outputs: { region: 'eu-west-1' },
        },
      ],
    },
  };
  const withBook = async (settings = 'prices: prices.tsv\n') => {
    writeFileSync(join(cwd, 'plan.json'), JSON.stringify(plan));
    writeFileSync(join(cwd, 'credit-guard.yaml'), settings);
    writeLists(linesOf('eu-west-1'));
    return refreshFrom('lists', 'plan.json', '--output', 'prices.tsv');
  };
  const report = async () =>
    JSON.parse((await run(['check', 'plan.json', '--format', 'json', '--fail-on', 'never'], { cwd, now: NOW })).stdout);

  test('what it does to a plan: the regions are those of the plan', async () => {
    const { code, stdout } = await withBook('{}\n');
    expect(code).toBe(0);
    expect(stdout).toMatch(
      /What it does to this plan\n {2}before +\$35\.04–\$39\.84 a month\n {2}now +\$36\.50–\$41\.30 a month\n {2}change +\+\$1\.46\n/,
    );
  });

  test('counts in every run that names it', async () => {
    await withBook('{}\n');
    expect((await report()).estimate.monthly.total.min).toBe('35.04');
    writeFileSync(join(cwd, 'credit-guard.yaml'), 'prices: prices.tsv\n');
    const { resources } = await report();
    expect(resources[0].charges[0]).toMatchObject({
      usd: { min: '36.50', max: '36.50' },
      price: { usd: '0.05', source: 'https://pricing.us-east-1.amazonaws.com', asOf: '2026-12-01' },
    });
    const shown = await run(['prices', 'show', 'aws_nat_gateway', '--region', 'eu-west-1'], { cwd, now: NOW });
    expect(shown.stdout).toContain('$0.05 for one hour in eu-west-1');
  });

  test('one that is damaged, gone or something else stops a run', async () => {
    await withBook();
    const file = join(cwd, 'prices.tsv');
    const stopped = async () => (await run(['check', 'plan.json'], { cwd, now: NOW })).stderr;
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, text.replace('"0.05"', '"0.04"'));
    expect(await stopped()).toMatch(/prices\.tsv \(prices:\): its checksum does not match: it was changed or cut/);
    writeFileSync(file, text.slice(0, -20));
    expect(await stopped()).toMatch(/its checksum does not match/);
    copyFileSync(join(cwd, 'plan.json'), file);
    expect(await stopped()).toMatch(/it is no price book\. Name the file that `credit-guard prices refresh` wrote/);
    rmSync(file);
    expect(await stopped()).toMatch(/there is no such file/);
  });

  test('is as old as its newest row, and the doctor says so', async () => {
    await withBook();
    const { stdout } = await run(['doctor', '--json'], { cwd, now: '2027-05-28T00:00:00Z' });
    const { checks } = JSON.parse(stdout);
    expect(checks.find(({ about }: { about: string }) => about === 'prices').found).toContain('2026-12-01');
    const old = await run(['check', 'plan.json', '--fail-on', 'never'], { cwd, now: '2027-06-01T00:00:00Z' });
    expect(old.stdout.replace(/\s+/g, ' ')).toContain('The price book is 182 days old (2026-12-01)');
  });

  test('gives way to a newer row of the package, and leaves estimates and other regions to it', async () => {
    await withBook();
    const [own, shipped] = [book(), new BundledPrices()];
    const both = new OwnPrices(own, shipped);
    const newer = {
      ...shipped.find('eu-west-1', 'natgateway', 'nat.hour'),
      usd: '0.06',
      source: { asOf: '2027-01-01' },
    };
    const updated = new OwnPrices(own, Object.assign(Object.create(shipped), { find: () => newer }));
    expect(both.find('eu-west-1', 'natgateway', 'nat.hour')?.usd).toBe('0.05');
    expect(updated.find('eu-west-1', 'natgateway', 'nat.hour')?.usd).toBe('0.06');
    expect(both.find('us-east-1', 'natgateway', 'nat.hour')?.usd).toBe('0.045');
    expect(both.find('eu-west-1', 'ec2', 'm99.large.hour')?.usd).toBe('0.2');
    expect(both.find('eu-west-1', 'ec2', '__proto__')).toBeUndefined();
    const rows = [...both.rows('eu-west-1', 'natgateway')].map(({ key, usd }) => [key, usd]);
    expect(rows).toContainEqual(['nat.hour', '0.05']);
    expect([...both.rows('eu-west-1', 'ec2')].map(({ key }) => key)).toContain('m99.large.hour');
  });
});
