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
  'us-east-1.tsv',
  'us-east-1\n',
  'us-east-1\0',
  'US-EAST-1',
];

describe('regions', () => {
  test('are the ones with a file, sorted', () => {
    const files = readdirSync(data).filter((file) => /-\d\.tsv$/.test(file));
    expect(book.regions()).toEqual(files.map((file) => file.replace('.tsv', '')).sort());
    expect(book.regions()).toHaveLength(36);
  });

  test('have prices, each under its own name', () => {
    for (const region of everyList()) {
      const [first] = book.rows(region);
      expect(first?.region, region).toBe(region);
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
    ['eu-west-1', 'ec2-dedicated', 'm5.large.hour', '0.114'],
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
    expect(usdOf('us-east-1', 'ec2-os', 'windows/m5.large.hour')).toBe('0.092');
    expect(usdOf('us-east-1', 'ec2-os', 'windows/m6i.large.hour')).toBe('0.092');
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

describe('an estimate', () => {
  test('of a type that only us-east-1 lists lies between the ratios of what both regions list', () => {
    expect(book.find('eu-west-1', 'ec2', 'm8i.large.hour')).toEqual({
      service: 'ec2',
      key: 'm8i.large.hour',
      region: 'eu-west-1',
      // 0.10584 × 1.1150
      usd: '0.1180116',
      range: { min: '0.10584', max: '0.132310584' },
      source: { ...book.find('us-east-1', 'ec2', 'm8i.large.hour')?.source, confidence: 'C' },
      estimate:
        'us-east-1 price × 1.115, from × 1 to × 1.2501: the ratio of eu-west-1 over 799 ec2 prices that both have',
    });
  });

  test('comes from the nearest region that lists the price', () => {
    expect(book.find('eu-west-3', 'rds', 'db.m7i.large/mysql/single-az.hour')).not.toHaveProperty('estimate');
    expect(book.find('eu-south-1', 'rds', 'db.m7i.large/mysql/single-az.hour')).toMatchObject({
      region: 'eu-south-1',
      estimate: expect.stringMatching(/^eu-west-1 price × /),
    });
    expect(book.find('us-gov-east-1', 'backup', 'timestream-warm.gb-month')?.estimate).toMatch(/^us-gov-west-1 /);
    expect(book.find('ap-east-2', 'amplify', 'build.minute')?.estimate).toMatch(/^ap-southeast-1 /);
  });

  test('of a service that the region lists nothing of takes the ratio of EC2, or the same price', () => {
    const [host, mine] = [
      book.find('us-east-1', 'ec2-host', 'mac1.hour'),
      book.find('sa-east-1', 'ec2-host', 'mac1.hour'),
    ];
    expect(mine?.range).toEqual({ min: host?.usd, max: expect.any(String) });
    expect(mine?.estimate).toMatch(/ ec2 prices that both have$/);
  });

  test('of a type in a Local Zone comes from its region and what else the zone lists', () => {
    const base = book.find('us-west-2', 'ec2', 'm7i.large.hour');
    expect(book.find('us-east-1', 'ec2-zone', 'us-west-2-lax-1/m7i.large.hour')).toBeUndefined();
    const zone = book.find('us-west-2', 'ec2-zone', 'us-west-2-lax-1/m7i.large.hour');
    expect(zone).toMatchObject({ service: 'ec2-zone', region: 'us-west-2', source: { confidence: 'C' } });
    expect(Number(zone?.usd) / Number(base?.usd)).toBeCloseTo(1.2, 1);
    expect(zone?.estimate).toMatch(/ prices of us-west-2-lax-1$/);
    expect(book.find('us-west-2', 'ec2-zone', 'us-west-2-xyz-1/m5.large.hour')).toBeUndefined();
    expect(book.find('us-west-2', 'ec2-zone', 'no-slash')).toBeUndefined();
  });

  test('is between its bounds, without an exponent and with at most ten places, for every row of us-east-1', () => {
    const known = [...book.rows('us-east-1')].filter(({ service }) => !service.endsWith('-zone'));
    const estimates = ['eu-west-3', 'sa-east-1', 'ap-southeast-6', 'us-gov-east-1']
      .flatMap((region) => known.flatMap(({ service, key }) => book.find(region, service, key) ?? []))
      .filter(({ estimate }) => estimate !== undefined);
    expect(estimates.length).toBeGreaterThan(15_000);
    for (const { usd, range, source } of estimates) {
      for (const amount of [usd, range?.min, range?.max]) expect(amount).toMatch(/^\d+(\.\d{1,10})?$/);
      expect(Number(range?.min)).toBeLessThanOrEqual(Number(usd));
      expect(Number(range?.max)).toBeGreaterThanOrEqual(Number(usd));
      expect(source.confidence).toMatch(/^[CD]$/);
    }
  });

  test('leaves no price that us-east-1 has unknown in any other region', () => {
    const known = [...book.rows('us-east-1')].filter(
      ({ service }, index) => !service.endsWith('-zone') && (index % 5 === 0 || service !== 'rds'),
    );
    const unknown = book
      .regions()
      .flatMap((region) => known.filter(({ service, key }) => book.find(region, service, key) === undefined));
    expect(unknown).toEqual([]);
  });

  test('of what few regions list comes from one of them, however far away', () => {
    expect(book.find('us-east-2', 'ec2', 'trn2.48xlarge.hour')).not.toHaveProperty('estimate');
    expect(book.find('eu-west-1', 'ec2', 'trn2.48xlarge.hour')?.estimate).toMatch(/^us-east-2 price × /);
    const keys = everyList().flatMap((region) =>
      [...book.rows(region)].filter(({ service }) => !service.endsWith('-zone')),
    );
    const rare = new Map(keys.map((row) => [`${row.service}/${row.key}`, row]));
    for (const region of ['us-east-1', 'eu-west-1', 'ap-south-1', 'us-gov-east-1']) {
      const unknown = [...rare.values()].filter(({ service, key }) => book.find(region, service, key) === undefined);
      expect(unknown).toEqual([]);
    }
  });

  test('there is none for what no region lists', () => {
    expect(book.find('eu-west-1', 'ec2', 'm99.large.hour')).toBeUndefined();
    expect(book.find('us-east-1', 'ec2', 'm8i.large.hour')).not.toHaveProperty('estimate');
    expect(usdOf('us-east-1', 'ec2', 'windows-licence-t3.micro.hour')).toBe('0.0092');
    expect(book.find('eu-west-1', 'ec2', 'windows-licence-t3.micro.hour')).not.toHaveProperty('estimate');
  });
});

describe('a domain', () => {
  test('has its price of this year', () => {
    expect(book.find('global', 'route53domains', 'register-com.year')).toMatchObject({ usd: '16' });
    expect(book.find('global', 'route53domains', 'register-com.year')).not.toHaveProperty('range');
  });

  test('begins at its price of earlier years', () => {
    expect(book.find('eu-west-1', 'route53domains', 'register-academy.year')).toMatchObject({
      usd: '12',
      range: { min: '12', max: '19.2' },
      source: { asOf: '2022-09-28' },
      estimate: 'from the price of 2022-09-28 to × 1.6, the most that an ending has risen since',
    });
    expect(book.find('eu-west-1', 'route53domains', 'renew-academy.year')?.source.asOf).toBe('2023-02-17');
  });
});

describe('a factor', () => {
  test('is a share of another price, and no price', () => {
    expect(book.factor('eks', 'auto-mode.fraction-of-ec2')).toMatchObject({
      times: '0.12',
      source: { confidence: 'B' },
    });
    expect(book.factor('eks', '__proto__')).toBeUndefined();
    expect(book.find('us-east-1', 'eks', 'auto-mode.fraction-of-ec2')).toBeUndefined();
    for (const region of everyList()) for (const { key } of book.rows(region)) expect(key).not.toContain('fraction');
  });
});

describe('extended support', () => {
  test('is known by service and engine, with its days', () => {
    expect(book.extendedSupport('elasticache', 'redis')).toMatchObject([
      { version: '4', chargedFrom: '2026-02-01', thirdYearFrom: '2028-02-01', firstYears: '0.8', thirdYear: '1.6' },
      { version: '5', chargedFrom: '2026-02-01', ends: '2029-01-31', unit: 'fraction-of-node-price' },
      { version: '6', chargedFrom: '2027-02-01', source: { confidence: 'B' } },
    ]);
    expect(book.extendedSupport('opensearch', 'opensearch')).toHaveLength(7);
    expect(book.extendedSupport('docdb', 'docdb')[0]).not.toHaveProperty('firstYears');
    expect(book.extendedSupport('elasticache', 'valkey')).toEqual([]);
  });
});

test('the age of the book is that of its newest row', () => {
  expect(book.ageOf(Date.UTC(2026, 10, 25))).toEqual({ asOf: '2026-11-25', days: 0 });
  expect(book.ageOf(Date.UTC(2027, 4, 25))).toEqual({ asOf: '2026-11-25', days: 181 });
});

describe('every row', () => {
  const described = readJson('sources.json') as Record<string, { confidence: string; asOf: string }>;
  const rows = everyList().flatMap((region) => [...book.rows(region)]);

  test('is there: as many as the files hold', () => {
    expect(rows).toHaveLength(124_967);
    const page = readFileSync(join(__dirname, '../../docs/prices.md'), 'utf8');
    expect(page).toContain('124,967 rows for 36 regions');
    for (const grade of ['A', 'B', 'C', 'D']) {
      const count = rows.filter(({ source }) => source.confidence === grade).length;
      expect(page).toMatch(new RegExp(`^\\| ${grade} \\|.*\\| ${count.toLocaleString('en-US')} \\|$`, 'm'));
    }
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

test('the free tier is known by the rows that it is of', () => {
  expect(book.freeTier()).toContainEqual({
    name: 'lambda/duration',
    keys: ['lambda/duration-arm.gb-second', 'lambda/duration-x86.gb-second'],
    amount: '400000',
    unit: 'GB-seconds',
    source: expect.objectContaining({ asOf: '2026-09-20', confidence: 'A' }),
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
