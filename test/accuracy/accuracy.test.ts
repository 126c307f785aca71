import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Charge } from '../../src/core/charges/charge';
import { cents, sum, type Usd, usd, zero } from '../../src/core/money';
import { aResource, chargesOf, LATER, urnOf } from '../support/resources';
import { type Configuration, type Publication, publications } from './configurations';

interface Comparison extends Configuration {
  readonly publication: Publication;
  readonly counted: readonly Charge[];
  readonly ours: number;
  /** As a share of the published figure; both in whole cents, as they were published. */
  readonly error: number;
}

const compared = publications.flatMap((publication) =>
  publication.configurations.map((configuration) => compare(publication, configuration)),
);
const errors = compared.map(({ error }) => error).sort((a, b) => a - b);
const quantile = (share: number) => errors[Math.ceil(share * errors.length) - 1] as number;

function compare(publication: Publication, configuration: Configuration): Comparison {
  const counted = charges(configuration).filter(
    ({ price }) => price !== undefined && `${price.service}/${price.key}`.startsWith(configuration.rows),
  );
  // What is not one known figure fails a test of its own below.
  const ours = inCents(sum(counted.map(({ usd }) => (usd.state === 'known' ? usd.value.max : zero))));
  const published = inCents(configuration.published);
  return { ...configuration, publication, counted, ours, error: Math.abs(ours - published) / published };
}

function charges({ type, properties, region = 'us-east-1', usage = {}, beside }: Configuration): readonly Charge[] {
  const figures = { type: undefined, name: undefined, tag: undefined, figures: usage };
  if (beside === undefined) return chargesOf({ type, properties, region }, { usage: [figures] });
  const { property, ...other } = beside;
  return chargesOf(
    {
      type,
      properties: { ...properties, [property]: LATER },
      region,
      dependencies: { [property]: [urnOf(other.type, 'beside')] },
    },
    { usage: [figures], others: [aResource({ ...other, name: 'beside', region })] },
  );
}

function inCents(amount: number | Usd): number {
  return Number(cents(usd(amount)).toFixed());
}
const dollars = (amount: number): string =>
  amount.toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const percent = (share: number): string => `${(100 * share).toFixed(2)} %`;

describe('our figures beside published ones', () => {
  test('are many, of many services', () => {
    expect(compared.length).toBeGreaterThanOrEqual(400);
    expect(new Set(compared.flatMap(({ counted }) => counted.map(({ price }) => price?.service))).size).toBeGreaterThan(
      40,
    );
  });

  test.each(compared)('$publication.source: $name is one figure, from a price row', ({ counted }) => {
    expect(counted).not.toEqual([]);
    for (const { usd } of counted) expect(usd.state === 'known' && usd.value.min.eq(usd.value.max)).toBe(true);
  });

  test('do not repeat what they are compared with', () => {
    const circular = compared.filter(
      ({ publication, counted }) =>
        publication.source.startsWith('Infracost') &&
        counted.some(({ price }) => price?.source.name.includes('Infracost')),
    );
    expect(circular.map(({ name }) => name)).toEqual([]);
  });

  test('have a median error of 1 % at most', () => {
    expect(quantile(0.5)).toBeLessThanOrEqual(0.01);
  });

  test('are explained where they differ by more than 10 %, and only there', () => {
    expect(compared.filter(({ error, because }) => error > 0.1 !== (because !== undefined))).toEqual([]);
  });
});

test('docs/accuracy.md (npm run update)', async () => {
  const exact = errors.filter((error) => error === 0).length;
  const rows = compared.map(({ name, region = 'us-east-1', ours, published, error, publication, because }) =>
    [
      name,
      region,
      dollars(ours),
      dollars(published),
      percent(error) + (because === undefined ? '' : ` ${because}`),
      `[${publications.indexOf(publication) + 1}]`,
    ].join(' | '),
  );
  const page = [
    '# Our figures beside published ones',
    '',
    `${compared.length} configurations from ${publications.length} publications: AWS's pricing pages and price list, and the expected outputs that Infracost publishes.`,
    'Only figures were taken. USD a month, on demand, 730 hours, before tax, free tier and credits.',
    '',
    `- Equal to the cent: ${exact} of ${compared.length}`,
    `- Median error: ${percent(quantile(0.5))}`,
    `- 95 of 100 are within ${percent(quantile(0.95))}`,
    `- More than 10 %: ${compared.filter(({ error }) => error > 0.1).length}, each explained in its row`,
    '',
    'A row compares the charges that both sides count. Public IPv4 addresses and default volumes, which others leave out, are',
    'not part of it. Reserved and Spot prices are not compared, nor a charge for which we give a range or no amount. No row',
    'compares a price with the place that it was taken from. Where both figures come from AWS, in copies of different years, a',
    'row shows that the price was read rightly and has not moved.',
    '',
    '| configuration | region | ours | published | error | source |',
    '| --- | --- | ---: | ---: | --- | --- |',
    ...rows.map((row) => `| ${row} |`),
    '',
    '## Sources',
    '',
    ...publications.map(({ source, url, asOf }, index) => `${index + 1}. [${source}](${url}), ${asOf}`),
    '',
  ];
  await expect(page.join('\n')).toMatchFileSnapshot(join(__dirname, '../../docs/accuracy.md'));
});
