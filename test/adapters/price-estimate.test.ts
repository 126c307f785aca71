import { describe, expect, test } from 'vitest';
import { BundledPrices } from '../../src/adapters/price-book';
import { orTheSame, Ratios } from '../../src/adapters/price-estimate';

const list = (prices: Record<string, string>) => new Map(Object.entries(prices));
const sizes = (ending: string, ...amounts: string[]) =>
  Object.fromEntries(amounts.map((amount, index) => [`db.${index}${ending}`, amount]));

describe('the ratio of two lists', () => {
  const [mysql, oracle] = ['/mysql/single-az.hour', '/oracle-li/single-az.hour'];
  const reference = list({ ...sizes(mysql, '1', '2', '4', '8', '16'), ...sizes(oracle, '3', '6'), 'free.hour': '0' });
  const dearer = list({ ...sizes(mysql, '1.1', '2.2', '4.8', '9.6', '20'), ...sizes(oracle, '3', '6') });
  const ratios = new Ratios(dearer, reference);

  test('is that of prices of one kind', () => {
    expect(ratios.for(`db.9${mysql}`)).toEqual({ median: 1.2, min: 1.1, max: 1.26, count: 5 });
  });

  test('is that of all prices where too few are of one kind', () => {
    expect(ratios.for(`db.9${oracle}`)).toEqual({ median: 1.1, min: 1, max: 1.25, count: 7 });
  });

  test('is not known from a few prices', () => {
    expect(new Ratios(list(sizes(mysql, '1', '2', '3', '4')), reference).for(`db.9${mysql}`)).toBeUndefined();
  });

  test('leaves some room where all agree', () => {
    expect(new Ratios(reference, reference).for(`db.9${mysql}`)).toEqual({ median: 1, min: 0.95, max: 1.05, count: 5 });
  });

  test('may be widened to the same price', () => {
    expect(orTheSame({ median: 1.2, min: 1.1, max: 1.3, count: 9 })).toEqual({
      median: 1.2,
      min: 1,
      max: 1.3,
      count: 9,
    });
    expect(orTheSame({ median: 0.8, min: 0.7, max: 0.9, count: 9 })).toEqual({
      median: 0.8,
      min: 0.7,
      max: 1,
      count: 9,
    });
  });
});

// The claim that a range makes: a price that is hidden from the estimate lies in it.
test.each([
  ['eu-west-3', 'eu-west-1'],
  ['ap-southeast-2', 'ap-southeast-1'],
  ['ap-south-1', 'ap-southeast-1'],
  ['sa-east-1', 'us-east-1'],
  ['ca-central-1', 'us-east-1'],
])('97 of 100 hidden prices of %s lie between the bounds reckoned from %s', (region, neighbour) => {
  const book = new BundledPrices();
  let [hidden, inside] = [0, 0];
  for (const service of ['ec2', 'elasticache', 'opensearch', 'sagemaker', 'docdb', 's3', 'vpc', 'fsx']) {
    const amounts = (from: string) => new Map([...book.rows(from, service)].map(({ key, usd }) => [key, usd]));
    const [mine, theirs] = [amounts(region), amounts(neighbour)];
    for (const [index, [key, usd]] of [...mine].entries()) {
      const other = Number(theirs.get(key));
      if (!(other > 0) || (mine.size > 100 && index % 5 !== 0)) continue;
      const rest = new Map(mine);
      rest.delete(key);
      const ratio = new Ratios(rest, theirs).for(key);
      if (ratio === undefined) continue;
      hidden++;
      const actual = Number(usd) / other;
      if (actual >= ratio.min - 1e-4 && actual <= ratio.max + 1e-4) inside++;
    }
  }
  expect(hidden).toBeGreaterThan(100);
  expect(inside / hidden).toBeGreaterThan(0.97);
});
