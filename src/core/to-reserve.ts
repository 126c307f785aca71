import { assessTogether } from './assess';
import type { Assessment, Input } from './assessment';
import { type Instant, monthsUntil } from './instant';
import { cents, fromUnits, larger, smaller, type Units, type Usd, zero } from './money';
import { type Claim, claimsOfOthers } from './outlook/grants';
import type { Outlook } from './outlook/outlook';
import { joinReserved } from './pool';

/** What a deployment would set aside of the credits, held against what other stacks have. Whole cents. */
export interface ToReserve {
  readonly usd: Usd;
  /** What of it the others have left; undefined where the amount of a credit is not known. */
  readonly free: Usd | undefined;
  /** What no stack would then have reserved; undefined where the balance is not known in full. */
  readonly rest: Usd | undefined;
  readonly others: readonly Claim[];
  /** Something of the plan is in no figure. */
  readonly isPartial: boolean;
}

/** `usd`: a stated amount; else it is what the plan draws until that instant. */
export interface Wish {
  readonly until: Instant;
  readonly usd: Usd | undefined;
}

/**
 * What credits would cover of a plan if nobody else had reserved any, and what they do beside the others: what is missing
 * would be spent twice. Both at the dear end of the ranges, with what they only may cover: nobody else can count on that.
 * `reserved`: what the pool file says now.
 */
export function toReserve(input: Input, reserved: ReadonlyMap<string, Usd>, { until, usd }: Wish): ToReserve {
  const { settings, plan, now } = input;
  const all = joinReserved(settings.pool.reserved, reserved);
  const months = monthsUntil(now, until);
  const assessedWith = (held: ReadonlyMap<string, Usd>): Assessment => {
    const own = { ...settings, pool: { ...settings.pool, reserved: held } };
    return assessTogether({ ...input, plans: [{ plan, settings: own }], settings: own, months });
  };
  const { outlook: beside, isPartial } = assessedWith(all);
  const { usable } = beside;
  const others = claimsOfOthers(all, [plan.stack]);
  if (usd !== undefined) {
    const wanted = cents(usd);
    const free = usable && smaller(cents(usable.min), wanted);
    return { usd: wanted, free, rest: restOf(usable?.min, wanted), others, isPartial: false };
  }
  const alone = cents(drawnUntil(assessedWith(new Map()).outlook, until));
  const free = smaller(cents(drawnUntil(beside, until)), alone);
  return { usd: alone, free, rest: restOf(usable?.min, alone), others, isPartial };
}

const restOf = (usable: Usd | undefined, taken: Usd): Usd | undefined =>
  usable === undefined ? undefined : larger(zero, cents(usable).minus(taken));

/** USD that a plan draws, or may draw, at the dear end: no more than there is. Within a piece all accrues evenly. */
function drawnUntil({ dear: { pieces }, usable }: Outlook, until: Instant): Usd {
  let [covered, perhaps]: [Units, Units] = [0n, 0n];
  for (const { from, to, rows } of pieces) {
    if (from >= until) break;
    const [length, passed] = [BigInt(to - from), BigInt(Math.min(to, until) - from)];
    const within = (amount: Units): Units => (length === 0n ? amount : (amount * passed) / length);
    for (const row of rows) {
      if (row.stream.origin !== 'plan') continue;
      covered += within(row.covered);
      perhaps += within(row.unknown);
    }
  }
  const most = fromUnits(covered + perhaps);
  return usable === undefined ? most : larger(fromUnits(covered), smaller(most, usable.max));
}
