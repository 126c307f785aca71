import type { JudgedCharge } from '../coverage/coverage';
import type { Eligible } from '../coverage/rule';
import type { Balance } from '../credits/credit';
import { addMonths, type Instant, wholeDays } from '../instant';
import { larger, type Range, sum, type Usd, zero } from '../money';
import type { Settings } from '../settings';
import { checkLedger, type Grant, HORIZON_MONTHS, type Ledger, type Stream, simulate } from './ledger';
import { poolOf } from './pool';

/** A charge as the outlook takes it: what it costs a month and once, and whether the account's burn contains it. */
export interface OutlookCharge {
  readonly judged: JudgedCharge;
  /** Where it counts: in both bounds, only in the upper one, or against what the account spends already. */
  readonly counts: 'yes' | 'perhaps' | 'no' | 'removed';
  /** Money that was paid before this deployment is no new cash. */
  readonly paidAlready: boolean;
}

/** The month-by-month draw-down, at the slowest and at the fastest pace that the ranges allow. */
export interface Outlook {
  /** USD a month of charges that credits may pay. */
  readonly burn: Range;
  /** Earliest: at the dearest end of every range. */
  readonly fast: Ledger;
  /** Latest: at the cheapest end. */
  readonly slow: Ledger;
  /** The last instant at which any credit still pays, by its end date; undefined when one has no end. */
  readonly expiresAt: Instant | undefined;
  /** Days until the credits are used up (at the fast pace) or ended; undefined beyond the horizon. */
  readonly runwayDays: number | undefined;
  readonly assumptions: readonly string[];
}

/**
 * Draws the pool down under the planned charges and what the account spends already.
 * `faults` is not empty when a ledger does not add up: then no figure of it may be told.
 */
export function drawDown(
  charges: readonly OutlookCharge[],
  balance: Balance,
  settings: Pick<Settings, 'pool' | 'unlistedProducts' | 'burn'>,
  now: Instant,
): { outlook: Outlook; faults: readonly string[] } {
  const grants = poolOf(balance, settings, now);
  const slowStreams = streamsOf(charges, settings.burn, 'min', now);
  const fastStreams = streamsOf(charges, settings.burn, 'max', now);
  const slow = simulate(slowStreams, grants, now);
  const fast = simulate(fastStreams, grants, now);
  const expiresAt = lastEnd(grants);
  return {
    faults: [...new Set([...checkLedger(slow.months), ...checkLedger(fast.months)])],
    outlook: {
      burn: { min: burnOf(slowStreams, grants), max: burnOf(fastStreams, grants) },
      fast,
      slow,
      expiresAt,
      runwayDays: runwayOf(fast, expiresAt, grants, now),
      assumptions: assumptionsOf(charges, settings, fast),
    },
  };
}

function streamsOf(
  charges: readonly OutlookCharge[],
  burn: ReadonlyMap<string, Usd> | undefined,
  bound: 'min' | 'max',
  now: Instant,
): Stream[] {
  const streams = new Map<
    string,
    { product: string; eligible: Eligible; monthly: Usd; once: Usd; endsAt: Instant | undefined }
  >();
  const streamFor = (product: string, eligible: Eligible, endsAt: Instant | undefined) => {
    const key = `${product}\n${eligible}\n${endsAt ?? ''}`;
    const stream = streams.get(key) ?? { product, eligible, endsAt, monthly: zero, once: zero };
    streams.set(key, stream);
    return stream;
  };
  for (const [product, monthly] of burn ?? []) {
    const stream = streamFor(product, 'yes', undefined);
    stream.monthly = stream.monthly.plus(monthly);
  }
  for (const { judged, counts, paidAlready } of charges) {
    const { charge, eligible } = judged;
    if (charge.usd.state === 'unknown' || counts === 'no' || (counts === 'perhaps' && bound === 'min')) continue;
    const stream = streamFor(charge.product, eligible, endOf(judged, now));
    if (charge.per === 'once') {
      if (counts !== 'removed' && !paidAlready) stream.once = stream.once.plus(charge.usd.value[bound]);
    } else if (counts === 'removed') {
      // What goes away is subtracted from what the account spends: the opposite bound keeps the range honest.
      const gone = charge.usd.value[bound === 'min' ? 'max' : 'min'];
      stream.monthly = stream.monthly.minus(gone);
    } else stream.monthly = stream.monthly.plus(charge.usd.value[bound]);
  }
  return [...streams.values()].map((stream) => ({ ...stream, monthly: larger(stream.monthly, zero) }));
}

const endOf = ({ charge }: JudgedCharge, now: Instant): Instant | undefined =>
  charge.termMonths === undefined ? undefined : addMonths(now, charge.termMonths);

const burnOf = (streams: readonly Stream[], grants: readonly Grant[]): Usd =>
  sum(
    streams
      .filter(
        ({ eligible, product }) => eligible === 'yes' && grants.some((grant) => grant.listed && grant.pays(product)),
      )
      .map((stream) => stream.monthly),
  );

function lastEnd(grants: readonly Grant[]): Instant | undefined {
  const ends = grants.map((grant) => grant.ends ?? Number.POSITIVE_INFINITY);
  const last = Math.max(...ends, Number.NEGATIVE_INFINITY);
  return Number.isFinite(last) ? last : undefined;
}

function runwayOf(ledger: Ledger, expiresAt: Instant | undefined, grants: readonly Grant[], now: Instant) {
  if (grants.every((grant) => grant.amount.eq(zero))) return 0;
  const end = Math.min(ledger.exhaustedAt ?? Number.POSITIVE_INFINITY, expiresAt ?? Number.POSITIVE_INFINITY);
  return Number.isFinite(end) ? wholeDays(now, end) : undefined;
}

function assumptionsOf(
  charges: readonly OutlookCharge[],
  settings: Pick<Settings, 'pool' | 'unlistedProducts' | 'burn'>,
  fast: Ledger,
): string[] {
  const lines: string[] = [];
  const unknownAmounts = charges.filter(
    ({ judged, counts }) => counts !== 'no' && judged.charge.usd.state === 'unknown',
  );
  const assumed = charges.filter(({ judged }) => judged.charge.assumed);
  if (settings.burn === undefined) lines.push('Other spending in the account is not known; credits may end sooner.');
  if (unknownAmounts.length > 0) {
    lines.push(`${unknownAmounts.length} charge(s) of unknown amount are not in it; credits may end sooner.`);
  }
  if (assumed.length > 0) lines.push(`The usage behind ${assumed.length} charge(s) is assumed; set it under usage:.`);
  if (settings.pool.share !== 1) lines.push(`This stack draws on ${settings.pool.share * 100} % of the pool.`);
  const reserved = sum(settings.pool.reserved.values());
  if (reserved.gt(zero)) lines.push(`Other stacks have reserved $${reserved.toFixed(2)} of the pool.`);
  if (settings.unlistedProducts === 'covered')
    lines.push('Credits without a product list are taken to pay everything.');
  if (fast.months.length >= HORIZON_MONTHS) lines.push(`The outlook ends after ${HORIZON_MONTHS} months.`);
  return lines;
}
