import { describe, expect, test } from 'vitest';
import { compare } from '../../../src/core/price-list/compare';
import { FAMILIES } from '../../../src/core/price-list/families';
import { offerOfItem } from '../../../src/core/price-list/offer';
import { readOffers } from '../../../src/core/price-list/read-offers';
import { itemOf, type Line, linesOf } from '../../support/price-list';
import { prices } from '../../support/resources';

const read = (lines: readonly Line[], region: string) =>
  readOffers(
    lines.flatMap((line) => offerOfItem(itemOf(line)) ?? []),
    FAMILIES,
    region,
  );

describe('the lines of a region', () => {
  test.each(['eu-west-1', 'us-east-1', 'eu-central-1'])('become rows of the book: %s', (region) => {
    const { rows, refused, published } = read(linesOf(region), region);
    expect(Object.fromEntries(rows)).toEqual({
      'ec2/m5.large.hour': '0.107',
      'ec2/m99.large.hour': '0.2',
      'ec2/t3.micro.hour': '0.0114',
      'ebs/gp3.gb-month': '0.088',
      'ebs/io2.gb-month': '0.138',
      'ebs/gp3-extra-throughput.gibps-month': '45.056',
      'ebs/gp3-extra-throughput.mibps-month': '0.044',
      'natgateway/nat.hour': '0.05',
      'elb/alb.hour': '0.0252',
      'vpc/public-ipv4.hour': '0.005',
      'rds/db.m5.large/postgres/single-az.hour': '0.197',
      'rds/db.m5.large/postgres/multi-az.hour': '0.394',
      'rds/db.m5.large/oracle-ee-byol/single-az.hour': '0.189',
      'elasticache/cache.m5.large/redis.hour': '1.172',
      's3/standard-first50tb.gb-month': '0.023',
      's3/standard-next450tb.gb-month': '0.022',
      's3/standard-over500tb.gb-month': '0.021',
      'dynamodb/storage-standard.gb-month': '0.283',
    });
    expect(refused).toEqual([
      { key: 'natgateway/nat.gb', because: 'unit', found: 'Quarter-GB' },
      { key: 'cloudwatch/metric-first10k.metric-month', because: 'steps', found: '0, 20000' },
      { key: 'elb/nlb.hour', because: 'two-prices', found: '0.0252, 0.026' },
    ]);
    expect(published).toBe('2026-11-20');
  });

  test('of another region are none of this one', () => {
    expect(read(linesOf('eu-central-1'), 'eu-west-1').rows.size).toBe(0);
  });
});

describe('an offer', () => {
  const [line] = linesOf('eu-west-1') as [Line];
  const item = JSON.parse(itemOf(line));
  const term = item.terms.OnDemand[`${line.sku}.JRTCKXETXF`];
  const withTerms = (terms: unknown) => offerOfItem({ ...item, terms });
  const dimension = (more: object) => ({
    ...term,
    priceDimensions: { x: { ...(Object.values(term.priceDimensions)[0] as object), ...more } },
  });

  test.each([
    ['without on-demand terms', { Reserved: {} }],
    ['with no offer in them', { OnDemand: {} }],
    ['with an offer without dimensions', { OnDemand: { a: { ...term, priceDimensions: {} } } }],
    ['in another currency', { OnDemand: { a: dimension({ pricePerUnit: { CNY: '1.0' } }) } }],
    ['with a price that is none', { OnDemand: { a: dimension({ pricePerUnit: { USD: 'free' } }) } }],
    ['with a negative price', { OnDemand: { a: dimension({ pricePerUnit: { USD: '-1.00' } }) } }],
    ['that begins nowhere', { OnDemand: { a: dimension({ beginRange: 'a' }) } }],
  ])('%s is none, and never a price of 0', (_, terms) => {
    expect(withTerms(terms)).toBeUndefined();
  });

  test('of several, the one that took effect last', () => {
    const later = { ...dimension({ pricePerUnit: { USD: '0.2000000000' } }), effectiveDate: '2026-11-10T00:00:00Z' };
    expect(withTerms({ OnDemand: { b: later, a: term } })?.steps).toEqual([
      { unit: 'Hrs', from: 0, usd: '0.2000000000' },
    ]);
    expect(withTerms({ OnDemand: { a: term, b: later } })?.steps).toEqual([
      { unit: 'Hrs', from: 0, usd: '0.2000000000' },
    ]);
  });

  test.each([['{"product": '], ['null'], [7], [undefined], [{ product: { sku: 'A' } }]])('%j is none', (broken) => {
    expect(offerOfItem(broken)).toBeUndefined();
  });

  test('a step of 0 among others, or alone, is refused', () => {
    const nat = linesOf('eu-west-1').find(
      ({ attributes }) => attributes['usagetype'] === 'EU-NatGateway-Hours',
    ) as Line;
    const withSteps = (steps: Line['steps']) => read([{ ...nat, steps }], 'eu-west-1');
    expect(withSteps([[0, '0.0000000000', 'Hrs']]).refused[0]?.because).toBe('zero');
    expect(
      withSteps([
        [0, '0.1', 'Hrs'],
        [10, '0.0', 'Hrs'],
      ]).refused[0]?.because,
    ).toBe('zero');
    expect(
      withSteps([
        [0, '0.1', 'Hrs'],
        [10, '0.05', 'Hrs'],
      ]).refused[0]?.because,
    ).toBe('steps');
    expect([
      ...withSteps([
        [0, '0.0', 'Hrs'],
        [10, '0.05', 'Hrs'],
      ]).rows,
    ]).toEqual([['natgateway/nat.hour', '0.05']]);
  });
});

describe('beside the book', () => {
  const compared = compare(
    new Map(
      Object.entries({
        'ec2/m5.large.hour': '0.107',
        'natgateway/nat.hour': '0.05',
        'elasticache/cache.m5.large/redis.hour': '1.172',
        'ec2/m99.large.hour': '0.2',
      }).map(([key, usd]) => [key, { usd, asOf: '2026-11-30' }]),
    ),
    'eu-west-1',
    prices,
  );

  test('what is the same, changed, new and doubtful', () => {
    expect(compared.same).toBe(1);
    expect(compared.changed).toMatchObject([{ key: 'natgateway/nat.hour', usd: '0.05', before: { usd: '0.048' } }]);
    expect(compared.added.map(({ key }) => key)).toEqual(['ec2/m99.large.hour']);
    expect(compared.doubtful).toMatchObject([
      { key: 'elasticache/cache.m5.large/redis.hour', before: { usd: '0.172' } },
    ]);
    expect([...compared.rows.keys()]).not.toContain('elasticache/cache.m5.large/redis.hour');
  });

  test('a list that is older than the row does not count', () => {
    const old = compare(new Map([['natgateway/nat.hour', { usd: '0.04', asOf: '2023-02-23' }]]), 'eu-west-1', prices);
    expect([old.older, old.changed, old.rows.size]).toEqual([1, [], 0]);
  });
});
