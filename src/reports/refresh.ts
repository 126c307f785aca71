import type { Compared, ReadPrice } from '../core/price-list/compare';
import type { Refused } from '../core/price-list/read-offers';
import { counted, someOf } from '../words/text';
import { aMonth, signed } from './amounts';
import { priceWords } from './arithmetic';
import { buckets } from './json';
import type { Comparison } from './model/what-if';
import type { Page } from './terminal/page';

/** What a refresh of the owner's price book has read and changed. */
export interface Refreshed {
  /** The book that was written; undefined where none was. */
  readonly file: string | undefined;
  /** Does the configuration name it already? */
  readonly isNamed: boolean;
  readonly regions: readonly RefreshedRegion[];
  /** The plan at the old prices and at the new ones. */
  readonly effect: Comparison | undefined;
}

interface RefreshedRegion {
  readonly region: string;
  readonly refused: readonly Refused[];
  /** AWS's codes of services. */
  readonly notListed: readonly string[];
  readonly compared: Compared;
}

const MOST_CHANGES = 10;

export function refreshLines({ file, isNamed, regions, effect }: Refreshed, page: Page): string[] {
  const count = regions.reduce((sum, { compared }) => sum + compared.rows.size, 0);
  const done = file === undefined ? 'Nothing was written' : `Wrote ${file}`;
  return [
    ...page.wrap(page.heading(`${done}: ${counted(count, 'price')} of ${counted(regions.length, 'region')}`)),
    ...page.table(
      [
        ['region', 'same', 'changed', 'new', 'not taken'].map((title) => page.dim(title)),
        ...regions.map(({ region, refused, compared }) => [
          region,
          String(compared.same),
          String(compared.changed.length),
          String(compared.added.length),
          String(refused.length + compared.doubtful.length + compared.older),
        ]),
      ],
      { align: ['left', 'right', 'right', 'right', 'right'] },
    ),
    ...changeLines(regions, page),
    ...notTakenLines(regions, page),
    '',
    ...page.wrap(
      'All other prices keep the row of the package. `credit-guard prices show TYPE` shows the source and the day of each.',
    ),
    ...(effect === undefined ? [] : effectLines(effect, page)),
    ...(file === undefined || isNamed ? [] : ['', 'In credit-guard.yaml:', `  prices: ${file}`]),
  ];
}

function changeLines(regions: readonly RefreshedRegion[], page: Page): string[] {
  const changes = regions.flatMap(({ compared }) => compared.changed).sort((a, b) => moveOf(b) - moveOf(a));
  if (changes.length === 0) return [];
  return [
    '',
    ...page.wrap(page.colours.bold('Changed most')),
    ...page.table(changes.slice(0, MOST_CHANGES).map(changeCells), { last: 'wrap' }),
    ...(changes.length > MOST_CHANGES
      ? page.wrap(`… and ${changes.length - MOST_CHANGES} more; --json lists all.`, 2)
      : []),
  ];
}

const changeCells = (change: ReadPrice): string[] => [
  change.key,
  change.region,
  `${change.before?.usd ?? '?'} → ${change.usd}`,
  percentOf(change),
];

/** By how much of itself a price moves, in whichever direction. */
const moveOf = ({ before, usd }: ReadPrice): number => Math.abs(Math.log(Number(usd) / Number(before?.usd ?? usd)));

function percentOf({ before, usd }: ReadPrice): string {
  const percent = (Number(usd) / Number(before?.usd ?? usd) - 1) * 100;
  return `${percent > 0 ? '+' : ''}${percent.toFixed(1)} %`;
}

const REFUSALS: Readonly<Record<Refused['because'], string>> = {
  'two-prices': 'AWS lists two prices for one row',
  unit: 'AWS sells it in another unit than the row counts in',
  steps: 'AWS has other steps than the row',
  zero: 'AWS lists no price above zero',
};

function notTakenLines(regions: readonly RefreshedRegion[], page: Page): string[] {
  const lines = regions.flatMap(({ region, refused, notListed, compared: { doubtful, older } }) => {
    const by = grouped(refused);
    return [
      ...[...by].map(
        ([because, of]) =>
          `${region}: ${REFUSALS[because]}: ${someOf(
            of.map(({ key, found }) => `${key} (${found})`),
            3,
          )}.`,
      ),
      ...doubtful.map(
        ({ key, usd, before }) =>
          `${region}: ${key} at ${usd} is more than twice or less than half of ${before === undefined ? '?' : priceWords(before)}: look at it on AWS's page.`,
      ),
      ...(older === 0
        ? []
        : [
            `${region}: ${counted(older, 'price')} of the list ${older === 1 ? 'is' : 'are'} older than what counts already.`,
          ]),
      ...(notListed.length === 0 ? [] : [`${region}: nothing was found of ${notListed.join(', ')}.`]),
    ];
  });
  if (lines.length === 0) return [];
  return [
    '',
    ...page.wrap(page.colours.bold('Not taken: the row that counted until now stays')),
    ...lines.flatMap((line) => page.hang('-', line, 2)),
  ];
}

function grouped(refused: readonly Refused[]): Map<Refused['because'], Refused[]> {
  const groups = new Map<Refused['because'], Refused[]>();
  for (const one of refused) groups.set(one.because, [...(groups.get(one.because) ?? []), one]);
  return groups;
}

function effectLines({ planned, supposed, monthly }: Comparison, page: Page): string[] {
  const [before, after] = [planned.estimate.monthly.total, supposed.estimate.monthly.total];
  return [
    '',
    ...page.wrap(page.colours.bold('What it does to this plan')),
    ...page.table([
      ['before', aMonth(before)],
      ['now', aMonth(after)],
      ['change', signed(monthly.total)],
    ]),
  ];
}

/** The same for a program to read. */
export const refreshDocument = ({ file, regions, effect }: Refreshed): object => ({
  file: file ?? null,
  regions: regions.map(({ region, refused, notListed, compared: { same, older, changed, added, doubtful, rows } }) => ({
    region,
    prices: rows.size,
    same,
    older,
    changed: changed.map(readDocument),
    new: added.map(readDocument),
    doubtful: doubtful.map(readDocument),
    refused,
    notListed,
  })),
  plan:
    effect === undefined
      ? null
      : {
          before: buckets(effect.planned.estimate.monthly),
          after: buckets(effect.supposed.estimate.monthly),
          change: buckets(effect.monthly),
        },
});

const readDocument = ({ key, before, usd }: ReadPrice) => ({
  key,
  before: before?.usd ?? null,
  beforeAsOf: before?.source.asOf ?? null,
  estimate: before?.estimate ?? null,
  usd,
});
