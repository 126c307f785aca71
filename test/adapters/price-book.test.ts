import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { BundledPrices } from '../../src/adapters/price-book';
import { parseUsd } from '../../src/core/money';

const data = join(__dirname, '../../src/data/prices');
const readJson = (name: string) => JSON.parse(readFileSync(join(data, name), 'utf8'));
const book = new BundledPrices();
const usdOf = (region: string, service: string, key: string) => book.find(region, service, key)?.usd;
const everyList = () => [...book.regions(), 'global'];

/** Names that must never reach the file system or an object's prototype. */
const HOSTILE = [
  '',
  '__proto__',
  'constructor',
  'toString',
  'sources',
  'regions',
  '../prices/us-east-1',
  'us-east-1/../eu-west-1',
  'us-east-1.json',
  'us-east-1\n',
  'us-east-1\0',
  'US-EAST-1',
];

describe('regions', () => {
  test('are the ones with a file, sorted', () => {
    const files = readdirSync(data).filter((file) => /-\d\.json$/.test(file));
    expect(book.regions()).toEqual(files.map((file) => file.replace('.json', '')).sort());
    expect(book.regions()).toHaveLength(36);
  });

  test('have prices, each under its own name', () => {
    for (const region of everyList()) {
      const [first] = book.rows(region);
      expect(first?.region, region).toBe(region);
      expect(readJson(`${region}.json`).region).toBe(region);
    }
  });

  test('are known by their exact code only', () => {
    expect(book.knowsRegion('eu-west-1')).toBe(true);
    expect(book.knowsRegion('us-gov-west-1')).toBe(true);
    for (const name of ['global', 'eu-west-9', 'cn-north-1', ...HOSTILE])
      expect(book.knowsRegion(name), name).toBe(false);
  });
});

describe('find', () => {
  test.each([
    ['us-east-1', 'natgateway', 'nat.hour', '0.045'],
    ['eu-west-1', 'natgateway', 'nat.hour', '0.048'],
    ['us-east-1', 'ec2', 't3.micro.hour', '0.0104'],
    ['eu-west-1', 'ec2', 't3.micro.hour', '0.0114'],
    ['eu-west-1', 'ec2', 'm5.large.hour', '0.107'],
    ['us-gov-west-1', 'ec2', 'm5.large.hour', '0.121'],
    ['us-east-1', 'ec2', 'c5.metal.hour', '4.08'],
    ['us-east-1', 'rds', 'db.t3.large/mysql/single-az.hour', '0.136'],
    ['eu-west-1', 'rds', 'db.m5.large/postgres/multi-az.hour', '0.394'],
    ['us-east-1', 'elasticache', 'cache.m6g.12xlarge/redis.hour', '3.557'],
    ['us-east-1', 'opensearch', 'c4.2xlarge.search.hour', '0.587'],
    ['us-east-1', 'opensearch', 'storage-gp3.gb-month', '0.122'],
    ['us-east-1', 'redshift', 'ra3.16xlarge.hour', '13.04'],
    ['us-east-1', 'msk', 'kafka.t3.small.hour', '0.0456'],
    ['us-east-1', 'mq', 'mq.m5.xlarge/rabbitmq/cluster-3-nodes.hour', '1.728'],
    ['us-east-1', 'dms', 'dms.t2.micro/single-az.hour', '0.018'],
    ['us-east-1', 'sagemaker', 'ml.m5.xlarge/hosting.hour', '0.23'],
    ['us-east-1', 'emr', 'c1.medium.hour', '0.03'],
    ['eu-west-1', 'emr', 'm5.xlarge.hour', '0.048'],
    ['eu-west-1', 'opensearch', 'storage-gp3.gb-month', '0.1342'],
    ['eu-central-1', 'fsx', 'windows-ssd-multi-az.gb-month', '0.274'],
    ['us-west-2', 'ec2-zone', 'us-west-2-lax-1/c5.2xlarge.hour', '0.408'],
    ['us-west-2', 'ebs-zone', 'us-west-2-lax-1/gp2.gb-month', '0.12'],
    ['us-east-1', 'bedrock', 'amazon.nova-pro-v1:0/input.million-tokens', '0.8'],
    ['eu-west-1', 'eks', 'cluster.hour', '0.1'],
  ])('%s %s %s is %s', (region, service, key, amount) => {
    expect(book.find(region, service, key)).toMatchObject({ region, service, key, usd: amount });
    expect(book.find(region, service, key)).not.toHaveProperty('estimate');
  });

  test('names the source, the day and the confidence', () => {
    expect(book.find('eu-west-1', 'natgateway', 'nat.hour')?.source).toEqual({
      name: 'AWS price list feed (copy in GitHub lamngockhuong/aws-price)',
      url: 'https://github.com/lamngockhuong/aws-price',
      asOf: '2025-11-04',
      confidence: 'A',
    });
    expect(book.find('us-east-1', 'ec2', 't3.micro.hour')?.source).toMatchObject({
      asOf: '2026-07-20',
      confidence: 'B',
    });
    expect(book.find('eu-west-1', 'ec2', 't3.micro.hour')?.source).toMatchObject({
      asOf: '2025-04-05',
      confidence: 'A',
    });
    expect(book.find('us-east-1', 'ec2', 'c5.metal.hour')?.source).toMatchObject({
      asOf: '2025-04-05',
      confidence: 'B',
    });
    expect(book.find('us-east-1', 'msk', 'express.m7g.large.hour')?.source.asOf).toBe('2025-06-18');
  });

  test('falls back to the global list, and says so', () => {
    expect(book.find('eu-west-1', 'route53', 'hosted-zone-first25.month')).toMatchObject({
      region: 'global',
      usd: '0.5',
    });
    expect(usdOf('global', 'route53', 'hosted-zone-first25.month')).toBe('0.5');
    expect([...book.rows('global', 'route53domains')]).toHaveLength(620);
  });

  test('has nothing for a region, a service or a key it does not know', () => {
    expect(book.find('eu-west-9', 'natgateway', 'nat.hour')).toBeUndefined();
    expect(book.find('cn-north-1', 'route53', 'hosted-zone-first25.month')).toBeUndefined();
    expect(book.find('us-east-1', 'no-such-service', 'nat.hour')).toBeUndefined();
    expect(book.find('us-east-1', 'natgateway', 'no-such.hour')).toBeUndefined();
  });

  test.each(HOSTILE)('is not misled by %j', (name) => {
    expect(book.find(name, 'natgateway', 'nat.hour')).toBeUndefined();
    expect(book.find('us-east-1', name, 'nat.hour')).toBeUndefined();
    expect(book.find('us-east-1', 'natgateway', name)).toBeUndefined();
    expect(book.find('eu-west-1', 'ec2', `${name}.hour`)).toBeUndefined();
    expect([...book.rows(name), ...book.rows('us-east-1', name)]).toEqual([]);
  });
});

describe('an EC2 type that only us-east-1 lists', () => {
  test('is scaled by the median ratio of the region, and marked', () => {
    expect(book.find('eu-west-1', 'ec2', 'm8i.large.hour')).toEqual({
      service: 'ec2',
      key: 'm8i.large.hour',
      region: 'eu-west-1',
      // 0.10584 × 1.1150
      usd: '0.1180116',
      source: { ...book.find('us-east-1', 'ec2', 'm8i.large.hour')?.source, confidence: 'C' },
      estimate: 'us-east-1 price × 1.115, the median ratio of eu-west-1 over 799 instance types',
    });
  });

  test('has no exponent and at most ten places in any region', () => {
    const keys = [...book.rows('us-east-1', 'ec2')].map(({ key }) => key);
    const prices = book.regions().flatMap((region) => keys.flatMap((key) => book.find(region, 'ec2', key) ?? []));
    const estimates = prices.filter(({ estimate }) => estimate !== undefined);
    expect(estimates.length).toBeGreaterThan(10_000);
    expect(estimates.filter(({ usd, source }) => !/^\d+(\.\d{1,10})?$/.test(usd) || source.confidence !== 'C')).toEqual(
      [],
    );
  });

  test('is no estimate in us-east-1, and there is none for what is not an instance', () => {
    expect(book.find('us-east-1', 'ec2', 'm8i.large.hour')).not.toHaveProperty('estimate');
    expect(book.find('eu-west-1', 'ec2', 'm99.large.hour')).toBeUndefined();
    expect(usdOf('us-east-1', 'ec2', 'windows-licence-t3.micro.hour')).toBe('0.0092');
    expect(book.find('eu-west-1', 'ec2-host', 'mac1.hour')).toBeUndefined();
  });
});

describe('every row', () => {
  const described = readJson('sources.json') as Record<string, { confidence: string; asOf: string }>;
  const rows = everyList().flatMap((region) => [...book.rows(region)]);

  test('is there: as many as the files hold', () => {
    expect(rows).toHaveLength(121_609);
  });

  test('is a decimal amount, never negative', () => {
    expect(rows.filter(({ usd }) => !/^\d/.test(usd) || parseUsd(usd) === undefined)).toEqual([]);
  });

  test('costs something, unless AWS gives the service away', () => {
    const free = rows.filter(({ usd }) => Number(usd) === 0);
    expect(free.map(({ service }) => service)).toEqual(['acm', 'autoscaling', 'batch']);
    expect(free.filter(({ source }) => source.confidence === 'A')).toEqual([]);
  });

  test('has a source with a name, a link, a day and a confidence', () => {
    const used = [...new Set(rows.map(({ source }) => source))];
    for (const source of used) {
      expect(Object.values(described)).toContainEqual(source);
      expect(source.name).not.toBe('');
      expect(source.url).toMatch(/^https:\/\//);
      expect(source.asOf).toMatch(/^20\d\d-\d\d-\d\d$/);
      expect(source.confidence).toMatch(/^[ABCD]$/);
    }
  });

  test('is the one that a look-up finds', () => {
    const sample = rows.filter((_, index) => index % 97 === 0);
    for (const row of sample) expect(book.find(row.region, row.service, row.key)).toEqual(row);
  });
});

describe('the free tier', () => {
  test('names a described source on every row', () => {
    const sources = readJson('sources.json');
    const rows = readJson('free-tier.json') as { service: string; amount: string; source: string }[];
    expect(rows).toHaveLength(41);
    for (const { amount, source } of rows) {
      expect(sources).toHaveProperty([source]);
      expect(amount === 'unlimited' || parseUsd(amount) !== undefined).toBe(true);
    }
  });
});

test('the files are read when they are needed, and once', () => {
  const empty = new BundledPrices('/nowhere');
  expect(empty.knowsRegion('../etc')).toBe(false);
  expect(() => empty.knowsRegion('us-east-1')).toThrow('ENOENT');
  const fresh = new BundledPrices();
  expect(fresh.find('eu-west-1', 'natgateway', 'nat.hour')?.source).toBe(
    fresh.find('eu-west-1', 'vpc', 'public-ipv4.hour')?.source,
  );
});
