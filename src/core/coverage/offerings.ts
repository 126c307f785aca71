import { HOURS_PER_YEAR } from '../instant';

/** What an offering of a Savings Plan or a reservation sells, which a plan that names its id does not say. */
export interface Offering {
  /** `no upfront`, `partial upfront`, `all upfront`: in lower case. */
  readonly paymentOption: string;
  /** USD at once for each instance or node of a reservation. */
  readonly fixedPrice: number | undefined;
  readonly seconds: number | undefined;
  /** USD for each hour of the term; undefined where the answer does not say it. */
  readonly hourly?: number | undefined;
  /** What is reserved; undefined for a Savings Plan, which is for no one thing. */
  readonly reserves?: Reserved | undefined;
  /**
   * USD an hour of the offering that is the same without an upfront fee. One answer is of one Region, so only an offering
   * beside this one is the same. Undefined where nothing like it is in the answer: it may be sold all the same.
   */
  readonly hourlyWithoutUpfront?: number | 'not-sold' | undefined;
}

/** Instances or nodes, in AWS's own names. */
export interface Reserved {
  /** Such as `db.m5.large`. */
  readonly of: string;
  /** Such as `postgresql` or `oracle-se2(byol)`. */
  readonly engine: string;
  readonly isMultiAz: boolean;
}

/** The lists of offerings in AWS's answers. */
export type OfferingList = 'searchResults' | 'ReservedDBInstancesOfferings' | 'ReservedCacheNodesOfferings';

export type Row = Readonly<Record<string, unknown>>;

interface OfferingKeys {
  readonly id: string;
  readonly option: string;
  readonly seconds: string;
  readonly price?: string;
  readonly of?: string;
}

const RESERVED = { option: 'OfferingType', price: 'FixedPrice', seconds: 'Duration' };

/** How each service names the parts of its offerings. */
export const OFFERINGS: readonly (readonly [OfferingList, OfferingKeys])[] = [
  ['searchResults', { id: 'offeringId', option: 'paymentOption', seconds: 'durationSeconds' }],
  ['ReservedDBInstancesOfferings', { id: 'ReservedDBInstancesOfferingId', of: 'DBInstanceClass', ...RESERVED }],
  ['ReservedCacheNodesOfferings', { id: 'ReservedCacheNodesOfferingId', of: 'CacheNodeType', ...RESERVED }],
];

const PAYMENT_OPTIONS: readonly unknown[] = ['no upfront', 'partial upfront', 'all upfront'];

/** Old reservations are of kinds that are sold no more, such as Heavy Utilization: those are not read. */
export function offeringAnswer({ id, option, price, seconds, of }: OfferingKeys) {
  return (row: Row): readonly [string, Offering] | undefined => {
    const { [id]: key, [option]: written, CurrencyCode: currency = 'USD' } = row;
    const paymentOption = textOf(written);
    if (typeof key !== 'string' || !PAYMENT_OPTIONS.includes(paymentOption)) return undefined;
    const inUsd = (amount: number | undefined) => (currency === 'USD' ? amount : undefined);
    return [
      key,
      {
        paymentOption,
        fixedPrice: price === undefined ? undefined : inUsd(quantityOf(row[price])),
        seconds: quantityOf(row[seconds]),
        hourly: of === undefined ? undefined : inUsd(hourlyOf(row)),
        reserves: of === undefined ? undefined : reservedIn(row, of),
      },
    ];
  };
}

/** What the use of an hour costs and what recurs with each hour are both paid for every hour of the term. */
function hourlyOf({ UsagePrice = 0, RecurringCharges }: Row): number | undefined {
  if (!Array.isArray(RecurringCharges)) return undefined;
  const parts = RecurringCharges.map((charge: unknown) =>
    isRecord(charge) && textOf(charge['RecurringChargeFrequency']) === 'hourly'
      ? quantityOf(charge['RecurringChargeAmount'])
      : undefined,
  );
  return [quantityOf(UsagePrice), ...parts].reduce<number | undefined>(
    (sum, part) => (sum === undefined || part === undefined ? undefined : sum + part),
    0,
  );
}

function reservedIn(row: Row, key: string): Reserved | undefined {
  const [of, engine] = [textOf(row[key]), textOf(row['ProductDescription'])];
  return of === '' || engine === '' ? undefined : { of, engine, isMultiAz: row['MultiAZ'] === true };
}

/** Offerings of one answer, each with what it costs without an upfront fee where that is beside it. */
export function withTheirLikes(offerings: ReadonlyMap<string, Offering>): ReadonlyMap<string, Offering> {
  const likes = new Map<string, Offering[]>();
  for (const one of offerings.values()) likes.set(sameAs(one), [...(likes.get(sameAs(one)) ?? []), one]);
  return new Map(
    [...offerings].map(([id, one]) => {
      const alike = one.reserves === undefined ? [] : (likes.get(sameAs(one)) ?? []);
      return [id, { ...one, hourlyWithoutUpfront: withoutUpfront(alike) }] as const;
    }),
  );
}

function withoutUpfront(alike: readonly Offering[]): Offering['hourlyWithoutUpfront'] {
  const found = alike.find(({ paymentOption }) => paymentOption === 'no upfront');
  if (found === undefined) return alike.length > 1 ? 'not-sold' : undefined;
  return found.hourly === 0 ? undefined : found.hourly; // nothing is reserved for nothing
}

const sameAs = ({ reserves, seconds }: Offering): string => JSON.stringify([reserves, seconds]);

const SECONDS_PER_YEAR = HOURS_PER_YEAR * 3600;

/** AWS sells one year or three; any other figure is no term, and dates must not be computed from it. */
export function yearsOf(seconds: number | undefined): 1 | 3 | undefined {
  const years = seconds === undefined ? undefined : Math.round(seconds / SECONDS_PER_YEAR);
  return years === 1 || years === 3 ? years : undefined;
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value.toLowerCase() : '');

const quantityOf = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isFinite(value) && value >= 0 ? value : undefined;

export const isRecord = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
