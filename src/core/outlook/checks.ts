import { type Balance, isUsable } from '../credits/credit';
import type { Estimate } from '../estimate';
import { type Finding, stackFinding } from '../findings/finding';
import { ceilingOf, lower } from '../findings/level';
import { amountWords, counted } from '../findings/words';
import { type Instant, isoDay, MS_PER_DAY, wholeDays } from '../instant';
import { dollarRange, dollars, type Range, sum, type Usd, usd, zero } from '../money';
import type { Level } from '../policies';
import type { Settings } from '../settings';
import type { Outlook } from './outlook';

/** What the five checks of `credit-outlook` look at. */
export interface OutlookInput {
  readonly balance: Balance;
  readonly estimate: Estimate;
  /** Undefined when the balance is not known: then there is nothing to draw down. */
  readonly outlook: Outlook | undefined;
  readonly settings: Settings;
  readonly now: Instant;
}

/** Runs the five checks. The level of each check is what it may do at most, and so is the level of the policy. */
export function outlookFindings(input: OutlookInput): Finding[] {
  if (input.settings.outlook.level === 'off') return [];
  const ceiling = ceilingOf(input.settings.outlook);
  return [balance, runway, cash, expiring, estimate]
    .flatMap((check) => check(input))
    .map((found) => ({ ...found, level: lower(found.level, ceiling) }));
}

/** The credits are used up before they end, or end so soon that the owner wants to be stopped. */
function runway({ outlook, settings, now, estimate }: OutlookInput): Finding[] {
  const { runway: level, blockWithinDays } = settings.outlook;
  if (level === 'off' || outlook === undefined) return [];
  const earliest = outlook.fast.exhaustedAt;
  const latest = outlook.slow.exhaustedAt;
  const isWithin = (end: Instant | undefined) =>
    blockWithinDays !== undefined && end !== undefined && end - now < blockWithinDays * MS_PER_DAY;
  const ends = isWithin(outlook.expiresAt);
  // The cheap end of the ranges decides what blocks: what is only possible is a warning.
  const found = ends || isWithin(latest) ? lower('block', level) : 'warn';
  const pace = `${estimate.complete ? '' : 'at least '}${dollarRange(outlook.burn)} a month`;
  if (earliest !== undefined) return [usedUp(found, { earliest, latest, expiresAt: outlook.expiresAt, now, pace })];
  if (outlook.expiresAt === undefined || !ends) return [];
  return [
    stackFinding('runway', found, {
      coverage: 'not-covered',
      headline: `The last credit ends on ${isoDay(outlook.expiresAt)}, in ${counted(wholeDays(now, outlook.expiresAt), 'day')}`,
      reason: `Coverage stops at that instant, and ${pace} is cash from then on.`,
      remedy: 'Budget cash from that day, or deploy only what can be removed before it.',
    }),
  ];
}

interface UsedUp {
  readonly earliest: Instant;
  readonly latest: Instant | undefined;
  readonly expiresAt: Instant | undefined;
  readonly now: Instant;
  readonly pace: string;
}

function usedUp(level: Level, { earliest, latest, expiresAt, now, pace }: UsedUp): Finding {
  const when =
    latest === undefined
      ? `may be used up as early as ${isoDay(earliest)}`
      : isoDay(latest) === isoDay(earliest)
        ? `will be used up on ${isoDay(earliest)}`
        : `will be used up between ${isoDay(earliest)} and ${isoDay(latest)}`;
  const lapse = expiresAt === undefined ? '' : `, before the last one ends on ${isoDay(expiresAt)}`;
  return stackFinding('runway', level, {
    coverage: latest === undefined ? 'unknown' : 'not-covered',
    headline: `Credits ${when}, burning ${pace}`,
    reason: `That is ${counted(wholeDays(now, earliest), 'day')} from now at the earliest${lapse}; after it every charge is cash.`,
    remedy: 'Make the plan smaller, set the real usage under usage:, or budget cash from that day.',
  });
}

/** What has to be paid in cash, against the owner's limits. */
function cash({ estimate, settings }: OutlookInput): Finding[] {
  const { cash: level, maxMonthlyCash, maxOneTimeCash } = settings.outlook;
  if (level === 'off') return [];
  return [
    ...overLimit('month', estimate.monthly.cash, maxMonthlyCash, level),
    ...overLimit('once', estimate.once.cash, maxOneTimeCash, level),
  ];
}

function overLimit(per: 'month' | 'once', usd: Range, limit: Usd | undefined, level: Level): Finding[] {
  if (limit === undefined || usd.max.lte(limit)) return [];
  const isCertain = usd.min.gt(limit);
  const kind = per === 'once' ? 'once' : 'hourly';
  const words = isCertain ? 'is cash, and' : 'may have to be paid in cash, where';
  const setting = per === 'month' ? 'maxMonthlyCash' : 'maxOneTimeCash';
  return [
    stackFinding(
      per === 'month' ? 'monthly-cash' : 'one-time-cash',
      isCertain ? lower('block', level) : 'warn',
      {
        coverage: 'not-covered',
        headline: `${amountWords(usd, kind, per)} ${words} ${dollars(limit)} is allowed`,
        reason: 'Credits do not pay these charges.',
        remedy: `Remove what credits do not pay, or raise ${setting}.`,
      },
      { product: 'AWS', kind, usd, per },
    ),
  ];
}

/** Credit that will be lost at its end at today's pace. */
function expiring({ outlook, balance, settings, now }: OutlookInput): Finding[] {
  if (settings.outlook.expiring === 'off' || outlook === undefined || balance.credits.state === 'unknown') return [];
  const horizon = now + settings.outlook.expiringWithinDays * MS_PER_DAY;
  const losing = balance.credits.value.filter(
    (credit) => credit.ends !== undefined && credit.ends <= horizon && outlook.slow.forfeits.has(credit.id),
  );
  const lost: Range = {
    min: sum(losing.map((credit) => outlook.fast.forfeits.get(credit.id) ?? zero)),
    max: sum(losing.map((credit) => outlook.slow.forfeits.get(credit.id) ?? zero)),
  };
  if (losing.length === 0 || lost.max.lt(usd('1'))) return [];
  const ends = Math.min(...losing.map((credit) => credit.ends ?? now));
  return [
    stackFinding('expiring', 'warn', {
      coverage: 'unknown',
      headline: `${lost.min.lt(usd('1')) ? `Up to ${dollars(lost.max)}` : dollarRange(lost)} of credit will be lost from ${isoDay(ends)} on`,
      reason: `${counted(losing.length, 'credit')} will end with money left at this pace, and AWS gives no extension.`,
      remedy: 'Bring work forward that these credits pay.',
    }),
  ];
}

/** What could not be priced: an incomplete estimate never passes in silence. */
function estimate({ estimate, settings }: OutlookInput): Finding[] {
  const { estimate: level, minimumPricedShare } = settings.outlook;
  if (level === 'off' || estimate.resources.unpriced === 0) return [];
  const { priced, free, unpriced, total } = estimate.resources;
  const priceShare = (priced + free) / total;
  const tooFew = minimumPricedShare !== undefined && priceShare < minimumPricedShare;
  const [first] = estimate.unpriced;
  const example = first === undefined ? '' : `, such as ${first.type}: ${first.reason}`;
  return [
    stackFinding('estimate', tooFew ? lower('block', level) : 'warn', {
      coverage: 'unknown',
      headline: `${unpriced} of ${counted(total, 'AWS resource')} could not be priced in full`,
      reason: `The figures leave them out${example}.`,
      remedy: tooFew
        ? `Set their usage, or lower minimumPricedShare (now ${minimumPricedShare}).`
        : 'Read every total as "at least".',
    }),
  ];
}

/** What is wrong with the balance, one finding for each thing. */
function balance({ balance, settings, now }: OutlookInput): Finding[] {
  const { balance: level, onUnknownBalance } = settings.outlook;
  if (level === 'off') return [];
  const unknownBalance = balance.credits.state === 'unknown';
  const stale = balance.problems.some((problem) => problem.code === 'stale');
  const blocks = onUnknownBalance === 'block' && (unknownBalance || stale);
  const problems = balance.problems.map(({ code, text }) =>
    stackFinding(`balance-${code}`, blocks ? lower('block', level) : 'warn', {
      coverage: 'unknown',
      headline: unknownBalance ? 'How much credit is left is not known' : 'The credit balance needs a look',
      reason: text,
      remedy: REMEDIES[code],
    }),
  );
  if (unknownBalance || balance.problems.length > 0) return problems;
  const usable = balance.credits.value.some((credit) => isUsable(credit, now));
  return usable ? [] : [noneUsable()];
}

const REMEDIES: Readonly<Record<Balance['problems'][number]['code'], string>> = {
  missing:
    'Save one with `aws billing get-credits` and name it under credits: snapshot:, or write the credits by hand under credits: manual:.',
  unreadable: 'Check the path and that the file can be read.',
  malformed: 'Save the snapshot again with `aws billing get-credits --account-id ID --start-date DAY`.',
  stale: 'Save a new snapshot.',
  empty: 'If that is wrong, ask in the account that owns the credits.',
  partial: 'Save the snapshot again; the credits that could be read are used.',
  'foreign-currency': 'Write the credit by hand, in USD, under credits: manual:.',
  undated: 'Save a new snapshot.',
};

const noneUsable = (): Finding =>
  stackFinding('balance-none-usable', 'warn', {
    coverage: 'not-covered',
    headline: 'No credit is usable today, so every charge is cash',
    reason: 'Each credit in the balance is used up, ended, not started or switched off.',
    remedy: 'See `credit-guard credits` for the state of each.',
  });
