import { type Instant, isoInstant, parseInstant } from './instant';
import { larger, parseUsd, plain, type Usd, zero } from './money';

/** USD that a deployment has set aside of the credits for its stack. Once it has ended it counts for nothing. */
export interface Reservation {
  /** `project/stack` or `organization/project/stack`. */
  readonly stack: string;
  /** Which deployment of the stack: a later call for the same one takes its place. */
  readonly deployment: string;
  readonly usd: Usd;
  readonly since: Instant;
  readonly until: Instant;
}

/** What many stacks have reserved of the credits that they share. */
export type Pool = readonly Reservation[];

/** What of a document is not as a pool file has it. `reservation`: its place in the list, from 1. */
export type PoolFault =
  | { readonly because: 'no-list' | 'newer' }
  | { readonly because: 'no-stack' | 'no-deployment' | 'no-usd' | 'no-dates'; readonly reservation: number };

const SCHEMA_VERSION = 1;

/** Reads all of a pool file or nothing: what is left out would be spent twice. */
export function readPool(document: unknown): { readonly pool: Pool } | { readonly fault: PoolFault } {
  const { schemaVersion, reservations } = fieldsOf(document);
  if (typeof schemaVersion === 'number' && schemaVersion > SCHEMA_VERSION) return { fault: { because: 'newer' } };
  if (schemaVersion !== SCHEMA_VERSION || !Array.isArray(reservations)) return { fault: { because: 'no-list' } };
  const pool: Reservation[] = [];
  for (const [i, one] of reservations.entries()) {
    const read = readReservation(one);
    if (typeof read === 'string') return { fault: { because: read, reservation: i + 1 } };
    pool.push(read);
  }
  return { pool };
}

function readReservation(document: unknown) {
  const { stack, deployment, usd, since, until } = fieldsOf(document);
  const amount = typeof usd === 'string' ? parseUsd(usd) : undefined;
  const [from, to] = [since, until].map((date) => (typeof date === 'string' ? parseInstant(date) : undefined));
  if (typeof stack !== 'string' || stack === '') return 'no-stack';
  if (typeof deployment !== 'string') return 'no-deployment';
  if (amount === undefined || amount.lt(zero)) return 'no-usd';
  return from === undefined || to === undefined
    ? 'no-dates'
    : { stack, deployment, usd: amount, since: from, until: to };
}

const fieldsOf = (document: unknown): Readonly<Record<string, unknown>> =>
  typeof document === 'object' && document !== null ? { ...document } : {};

/** As it is written: the same reservations are the same text. */
export function poolText(pool: Pool): string {
  const reservations = [...pool].sort(byStackAndDeployment).map(({ stack, deployment, usd, since, until }) => ({
    stack,
    deployment,
    usd: plain(usd),
    since: isoInstant(since),
    until: isoInstant(until),
  }));
  return `${JSON.stringify({ schemaVersion: SCHEMA_VERSION, reservations }, null, 2)}\n`;
}

const byStackAndDeployment = (a: Reservation, b: Reservation): number => {
  const [x, y] = [a, b].map(({ stack, deployment }) => `${stack}\n${deployment}`) as [string, string];
  return x === y ? 0 : x < y ? -1 : 1;
};

/** In place of an earlier one of the same deployment. What has ended is left out. */
export const withReservation = (pool: Pool, reservation: Reservation, now: Instant): Pool => [
  ...withoutReservations(pool, reservation, now),
  ...(reservation.usd.gt(zero) ? [reservation] : []),
];

/** Without what a stack has reserved: for one deployment, or for all. What has ended is left out. */
export const withoutReservations = (
  pool: Pool,
  { stack, deployment }: { readonly stack: string; readonly deployment: string | undefined },
  now: Instant,
): Pool =>
  running(pool, now).filter(
    (one) => !(one.stack === stack && (deployment === undefined || one.deployment === deployment)),
  );

/** Without what has ended. */
export const running = (pool: Pool, now: Instant): Pool => pool.filter(({ until }) => until > now);

/**
 * What each stack has reserved now. Every reservation is for the whole stack, so of several deployments of one the largest
 * counts.
 */
export function reservedNow(pool: Pool, now: Instant): ReadonlyMap<string, Usd> {
  const reserved = new Map<string, Usd>();
  for (const { stack, usd } of running(pool, now)) reserved.set(stack, larger(usd, reserved.get(stack) ?? zero));
  return reserved;
}

/** The same of two lists: a stack that stands in both has one claim. */
export function joinReserved(a: ReadonlyMap<string, Usd>, b: ReadonlyMap<string, Usd>): ReadonlyMap<string, Usd> {
  const joined = new Map(a);
  for (const [stack, usd] of b) joined.set(stack, larger(usd, joined.get(stack) ?? zero));
  return joined;
}

/** Where a pool file lies, as its owner wrote it. */
export type PoolPlace =
  | { readonly kind: 'path'; readonly path: string }
  | { readonly kind: 'web'; readonly url: string }
  | { readonly kind: 'object'; readonly bucket: string; readonly key: string };

/** Undefined: an address of another kind, or one that is not whole. */
export function poolPlace(written: string): PoolPlace | undefined {
  const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(written)?.[1]?.toLowerCase();
  if (scheme === undefined) return { kind: 'path', path: written };
  if (scheme === 'https') return URL.canParse(written) ? { kind: 'web', url: written } : undefined;
  // https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html
  const object = /^s3:\/\/([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])\/([^?#]*[^/?#])$/.exec(written);
  return object === null ? undefined : { kind: 'object', bucket: object[1] ?? '', key: object[2] ?? '' };
}
