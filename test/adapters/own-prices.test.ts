import { describe, expect, test } from 'vitest';
import { bookIn, bookText, OwnPrices } from '../../src/adapters/own-prices';
import { BundledPrices } from '../../src/adapters/price-book';
import { settingsOf } from '../../src/config/read-settings';
import { assess } from '../../src/core/assess';
import { aBalance, aPlan, at } from '../support/inputs';

/** Two regions that were refreshed on two days, and nothing else. */
const list = (region: string, asOf: string) => ({
  region,
  source: { name: 'AWS', url: 'https://aws.amazon.com', asOf, confidence: 'A' as const },
  services: new Map([['natgateway', new Map([['nat.hour', '0.05']])]]),
});
function bookOf(...lists: ReturnType<typeof list>[]): OwnPrices {
  const read = bookIn(bookText(lists));
  if ('fault' in read) throw new Error(read.fault.because);
  return new OwnPrices(read.book, new BundledPrices());
}
const book = bookOf(list('eu-west-1', '2027-11-01'), list('eu-central-1', '2027-10-01'));
const NOW = at('2027-11-30T00:00:00Z');
/** The newest row of the package. */
const SHIPPED = new BundledPrices().ageOf(NOW).asOf;

describe('the age of a book that was refreshed for some regions', () => {
  test.each<[string, readonly string[] | undefined, string]>([
    ['no region in particular', undefined, '2027-11-01'],
    ['nothing with a price', [], '2027-11-01'],
    ['a refreshed one', ['eu-west-1'], '2027-11-01'],
    ['both', ['eu-west-1', 'eu-central-1'], '2027-10-01'],
    ['another one', ['us-east-1'], SHIPPED],
    ['another one too', ['eu-west-1', 'us-east-1'], SHIPPED],
  ])('%s', (_, regions, asOf) => {
    expect(book.ageOf(NOW, regions).asOf).toBe(asOf);
  });

  test('of an older book than that of the package, the latter counts', () => {
    expect(bookOf(list('eu-west-1', '2020-01-01')).ageOf(NOW, ['eu-west-1']).asOf).toBe(SHIPPED);
  });

  const told = (...resources: Parameters<typeof aPlan>[0]) =>
    assess({
      plan: aPlan(resources),
      balance: aBalance(),
      settings: settingsOf({}),
      prices: book,
      now: NOW,
    }).notes.filter(({ code }) => code === 'price-book-old');
  const nat = (region: string) => ({ type: 'aws:ec2/natGateway:NatGateway', name: region, region });

  test('a plan is told of it where it has prices of a region that was left out', () => {
    expect(told(nat('eu-west-1'), nat('eu-central-1'))).toEqual([]);
    expect(told(nat('eu-west-1'), nat('us-east-1'))).toMatchObject([{ args: { asOf: SHIPPED } }]);
  });

  test('what costs nothing there, or the same everywhere, does not count', () => {
    const free = { type: 'aws:iam/role:Role', name: 'role', region: 'us-east-1' };
    const zone = { type: 'aws:route53/zone:Zone', name: 'zone', region: 'us-east-1' };
    expect(told(nat('eu-west-1'), free, zone)).toEqual([]);
  });
});
