import { FAMILIES } from '../../src/core/price-list/families';
import { prices } from '../support/resources';
import { code, table } from './rule-pages';

const regions = [...prices.regions(), 'global'];
const rows = regions.flatMap((region) => [...prices.rows(region)]);

/** Services of the book, by whether a refresh reads something of them. */
function services(): { read: string[]; kept: string[] } {
  const all = [...new Set(rows.map(({ service }) => service))].sort();
  const named = new Set(FAMILIES.flatMap(({ rows: own }) => own.map(({ key }) => key.slice(0, key.indexOf('/')))));
  return { read: all.filter((one) => named.has(one)), kept: all.filter((one) => !named.has(one)) };
}

/** Rows of the book that a refresh of all regions reads again. */
function share(): number {
  const patterns = FAMILIES.flatMap(({ rows: own }) =>
    own.map(({ key }) => {
      const parts = key.split(/\{\w+\}/).map((part) => part.replace(/[.*+?^()|[\]\\]/g, '\\$&'));
      return new RegExp(`^${parts.join('[\\w.-]+')}$`);
    }),
  );
  const keys = new Map<string, number>();
  for (const { service, key, region } of rows)
    if (region !== 'global') keys.set(`${service}/${key}`, (keys.get(`${service}/${key}`) ?? 0) + 1);
  return [...keys].reduce((sum, [key, count]) => sum + (patterns.some((one) => one.test(key)) ? count : 0), 0);
}

const askWords = (ask: Readonly<Record<string, string>>): string =>
  Object.entries(ask)
    .map(([name, value]) => `${name} ${value}`)
    .join(', ');

/** docs/refresh.md: what `credit-guard prices refresh` reads, and from where. */
export function refreshPage(): string {
  const { read, kept } = services();
  const again = share();
  return [
    '# Refreshing prices',
    '',
    'The package brings a price book. `credit-guard prices refresh` reads newer prices from AWS into a book of your own:',
    '',
    '```sh',
    'credit-guard prices refresh --region eu-west-1 --region us-east-1   # the Query API, with your AWS login',
    'credit-guard prices refresh --region eu-west-1 --from https://pricing.us-east-1.amazonaws.com   # the public files',
    'credit-guard prices refresh --region eu-west-1 --from lists   # the same files in a folder',
    'credit-guard prices refresh plan.json --dry-run   # the regions of a plan, and what it would change there',
    '```',
    '',
    'Name the book in `credit-guard.yaml`, and every run reads it:',
    '',
    '```yaml',
    'prices: prices.tsv',
    '```',
    '',
    '- The Query API needs the permission `pricing:GetProducts` and [the packages for live reads](../README.md#credits-from-aws). AWS does',
    '  not charge for it. The public files need no login; that of EC2 has some hundred MB for each region.',
    '- A folder has the files where AWS has them: `offers/v1.0/aws/AmazonEC2/current/eu-west-1/index.json`, or',
    '  `AmazonEC2/eu-west-1/index.json`. The .csv files are not read.',
    '- What was read of an interrupted run is kept in `prices.tsv.part` and goes on when you run the command again on the same day.',
    '  A download that breaks off is taken up where it ended.',
    '- The book is replaced whole, and only when everything was read. Its first line has a checksum: a book that was changed or cut',
    '  stops a run with one line.',
    '- Of one price the newer row counts: your own, or that of a package that you updated since. What is read from AWS has the day of',
    '  the refresh; what is read from a folder, the day on which AWS published the file.',
    '- A line in another unit, with other steps, without a price above zero, with two prices for one row, or at more than twice or less',
    '  than half of what counted, is not taken: the row that counted until now stays, and the command says so.',
    '',
    `## What is read`,
    '',
    `${again.toLocaleString('en')} of ${rows.length.toLocaleString('en')} rows of the book are of these lines of AWS's list. The names of EC2, EBS, load balancers, NAT gateways, RDS, ElastiCache`,
    "and CloudWatch were held against AWS's list of Ireland of 2023-02-23: of 2,022 rows that both have, 2,021 are equal to the book's,",
    'and AWS has cut the other one since (p4d). The other names are documented by AWS and public programs that read the list; what',
    'does not match is reported as not found.',
    '',
    table(
      ['service', 'filters', 'usage type', 'row'],
      FAMILIES.flatMap(({ service, ask, rows: own }) =>
        own.map(({ usage, key, where = {} }) => {
          const further = Object.entries(where).flatMap(([name, value]) =>
            value === undefined ? [] : [`${name} ${value}`],
          );
          return [service, [askWords(ask), ...further].filter((one) => one !== '').join(', '), code(usage), code(key)];
        }),
      ),
    ),
    '',
    '## What keeps the row of the package',
    '',
    `Of ${read.map(code).join(', ')}: what is not in the table above, such as data that is read back, requests of other kinds, and extended support.`,
    '',
    `All of ${kept.map(code).join(', ')}.`,
    '',
    "Domain prices are not in AWS's price list.",
    '',
  ].join('\n');
}
