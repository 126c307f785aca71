import { EVERY_PRODUCT, SPOT } from './charges/discounts';
import type { PriceBook } from './charges/prices';
import { SUPPORT_PLANS } from './charges/support-plans';
import { type Size, unusedFigures } from './charges/usage';
import type { Confirmed } from './coverage/confirmed';
import type { Terms } from './coverage/coverage';
import { countNotChecked } from './coverage/not-checked';
import { type Balance, closingOf, isAlive, mayBeAlive } from './credits/credit';
import { entitlement, isShared } from './credits/entitlement';
import type { Program } from './credits/program';
import { speaksOf } from './credits/program-of';
import { type Estimate, taxOn } from './estimate';
import { addMonths, type Instant, MS_PER_DAY } from './instant';
import type { JudgedResource } from './judge';
import { isKnownProduct, nearestProduct } from './known-products';
import { addRanges, cents, exactly, nothing, type Range, sum, type Usd, zero } from './money';
import { type Notice, type NoticeArgs, notice } from './notice';
import { type Burn, reckonedRows } from './outlook/burn';
import { HORIZON_MONTHS } from './outlook/draw';
import { claimsOfOthers, isClosed } from './outlook/grants';
import type { Outlook } from './outlook/outlook';
import { burnBelowPlan, type Sum } from './outlook/streams';
import type { Trend } from './outlook/trend';
import type { Plan, Stack } from './plan';
import type { Maybe } from './reading';
import type { Settings } from './settings';

interface NotesInput {
  readonly plan: Plan;
  readonly stacks: readonly Stack[];
  readonly balance: Balance;
  readonly terms: Terms;
  readonly resources: readonly JudgedResource[];
  readonly sums: readonly Sum[];
  readonly estimate: Estimate;
  readonly outlook: Outlook;
  readonly isPartial: boolean;
  readonly settings: Settings;
  readonly prices: PriceBook;
  readonly confirmed?: Confirmed | undefined;
}

/** What the figures rest on, what they leave out, and what was not looked at. */
export const notesOf = (input: NotesInput): readonly Notice[] => [
  ...burnNotes(input),
  ...discountNotes(input),
  ...plannedNotes(input),
  ...creditNotes(input),
  ...unknownNames(input),
  ...figureNotes(input),
  ...priceNotes(input),
  ...notLookedAt(input),
];

/** What an owner has written under `burn:` that cannot be all, or that nobody bills. */
function burnNotes({ settings, terms, outlook: { burn, burnOfOthers, trend }, sums, stacks }: NotesInput): Notice[] {
  const isKnown = isKnownProduct();
  const reckoned = reckonedRows(settings);
  return [
    ...[...new Set([burn ?? nothingSpent, ...burnOfOthers.values()].flatMap((one) => [...one.keys()]))]
      .filter((product) => !isKnown(product))
      .map((product) => notice('burn-product-unknown', 'info', { product, nearest: nearestProduct(product) })),
    ...(['tax', 'support'] as const).flatMap((setting) => {
      const rows = reckoned.filter((row) => row.setting === setting).map(({ name }) => name);
      return rows.length === 0 ? [] : [notice('burn-row-reckoned', 'info', { rows, setting })];
    }),
    ...(burn === undefined ? [] : futureNotes(burn, trend, settings)),
    ...(burn !== undefined && isQuestionable(settings.burn ?? burn, burnOfOthers)
      ? [notice('burn-zero', 'info', {})]
      : []),
    ...(burn === undefined ? [] : burnBelowPlan(sums, burn)).map((below) =>
      notice('burn-below-plan', 'info', { ...below, stacks: stacks.length }),
    ),
    ...othersNotes(burnOfOthers, settings, terms),
  ];
}

const nothingSpent: Burn = new Map();

/** Nothing at all is spent: that is more often a wrong figure. An account without a row among others has none. */
const isQuestionable = (burn: Burn, others: ReadonlyMap<string, Burn>): boolean =>
  sum(burn.values()).eq(zero) && (burn.size > 0 || others.size === 0);

/** What other accounts draw, and in which order. */
function othersNotes(others: ReadonlyMap<string, Burn>, settings: Settings, { account }: Terms): Notice[] {
  const usd = sum([...others.values()].flatMap((burn) => [...burn.values()]));
  const isTwice = settings.burn !== undefined && account !== undefined && settings.burnOfOthers.has(account);
  return [
    ...(others.size === 0 ? [] : [notice('burn-of-others', 'info', { accounts: others.size, usd })]),
    ...(isTwice ? [notice('burn-own-account', 'info', { account })] : []),
  ];
}

/** How the burn goes on. */
function futureNotes(burn: Burn, trend: Trend | undefined, { burnForecast }: Settings): Notice[] {
  if (burn.size === 0) return [];
  if (trend === undefined) return [notice('burn-flat', 'info', { isAsked: burnForecast === 'trend' })];
  const { from, to, months } = trend;
  const steps = [...burn.keys()].map((product) => ({ product, usd: trend.steps.get(product) ?? zero }));
  const changing = steps.filter((step) => !cents(step.usd).eq(zero)).sort((a, b) => b.usd.abs().cmp(a.usd.abs()));
  return [notice('burn-trend', 'info', { from, to, months, steps: changing })];
}

/** A discount on something that nobody bills takes nothing off. */
function discountNotes({ settings: { discounts } }: NotesInput): Notice[] {
  if (discounts.size === 0) return [];
  const others = [EVERY_PRODUCT, SPOT];
  const isKnown = isKnownProduct(others);
  return [...discounts.keys()]
    .filter((name) => !isKnown(name))
    .map((name) => notice('discount-product-unknown', 'info', { name, nearest: nearestProduct(name, others) }));
}

/** What an owner has planned and no credit is counted on for. */
function plannedNotes({ settings: { planned }, terms: { now } }: NotesInput): Notice[] {
  if (planned.length === 0) return [];
  const isKnown = isKnownProduct();
  return planned.flatMap(({ what, product, from }) => {
    const name = isKnown(product) ? undefined : { product, nearest: nearestProduct(product) };
    if (name === undefined && from > now) return [];
    return [notice('planned-left-out', 'info', { what, from, name })];
  });
}

/** AWS's names for products are not documented: what a credit lists under one that is not known here may be what it seems not to list. */
function unknownNames({ terms, outlook }: NotesInput): Notice[] {
  const products = outlook.dear.coverageEnds
    .filter(({ because }) => because === 'not-listed')
    .map(({ eligibility }) => eligibility.product);
  if (products.length === 0) return [];
  const isKnown = isKnownProduct();
  const listed = (terms.credits ?? [])
    .filter((credit) => isAlive(credit, terms.now))
    .flatMap((credit) => (typeof credit.products === 'string' ? [] : credit.products));
  const names = [...new Set(listed)].filter((name) => !isKnown(name)).sort();
  if (names.length === 0) return [];
  return [notice('credit-products-unknown', 'info', { names, products: [...new Set(products)] })];
}

/** How the credits were counted. */
function creditNotes({ terms, balance, outlook, settings, stacks }: NotesInput): Notice[] {
  if (balance.credits.state === 'unknown') return [];
  const { drawnSince } = outlook.holdings;
  const { share, reserved, file } = settings.pool;
  const others = claimsOfOthers(reserved, stacks);
  const usd = sum(others.map((one) => one.usd));
  const foreign = balance.credits.value.filter((credit) => entitlement(credit, terms.account) !== 'yes');
  const discount = settings.discounts.get(EVERY_PRODUCT);
  const early = balance.credits.value.filter(
    (credit) => credit.isBeforeDiscounts === true && isAlive(credit, terms.now),
  );
  const shared = balance.credits.value.filter(
    (credit) =>
      isAlive(credit, terms.now) && entitlement(credit, terms.account) === 'yes' && isShared(credit, terms.account),
  );
  return [
    ...(balance.isFileTime === true && balance.readAt !== undefined
      ? [notice('file-time-used', 'info', { source: balance.source, at: balance.readAt })]
      : []),
    ...datedAhead(balance, terms.now),
    ...(drawnSince === undefined
      ? []
      : drawnSince.max.eq(zero)
        ? [notice('open-month-not-counted', 'info', {})]
        : [notice('open-month-drawn', 'info', { usd: drawnSince })]),
    ...(share === 1 ? [] : [notice('pool-share', 'info', { share })]),
    ...(usd.gt(zero) ? [notice('pool-reserved', 'info', { usd, by: others, file })] : []),
    ...(foreign.length === 0
      ? []
      : [
          notice('credits-of-other-accounts', 'info', {
            account: terms.account,
            credits: foreign.map(({ owner = '', remaining }) => ({
              owner,
              usd: remaining.state === 'known' ? exactly(remaining.value) : undefined,
            })),
          }),
        ]),
    ...closingNotes(terms, outlook),
    ...(shared.length === 0 || outlook.burnOfOthers.size > 0
      ? []
      : [notice('credits-shared', 'info', { credits: shared.length })]),
    ...(early.length === 0 || discount === undefined || discount === 0
      ? []
      : [notice('credits-before-discounts', 'info', { credits: early.length, discount })]),
    ...(settings.unlistedProducts === 'covered' && balance.credits.value.some(({ products }) => products === 'unlisted')
      ? [notice('unlisted-taken-as-covered', 'info', {})]
      : []),
    ...programNotes(terms),
    ...(outlook.dear.months.length >= HORIZON_MONTHS ? [notice('horizon', 'info', { months: HORIZON_MONTHS })] : []),
  ];
}

/** A snapshot says its own day; what is written by hand has one for each credit. A bare day begins elsewhere earlier. */
function datedAhead({ credits, readAt }: Balance, now: Instant): Notice[] {
  if (credits.state === 'unknown' || readAt !== undefined) return [];
  return credits.value.flatMap(({ description, asOf }) =>
    typeof asOf === 'number' && asOf > now + MS_PER_DAY
      ? [notice('credit-dated-ahead', 'warn', { description, asOf })]
      : [],
  );
}

/** Without a word, months that are missing would read as a forecast that goes on. */
function closingNotes(terms: Terms, { cheap, dear }: NotesInput['outlook']): Notice[] {
  const at = closingOf(terms.balance);
  const isOver = isClosed(terms);
  const isReached = isOver || cheap.closedAt !== undefined || dear.closedAt !== undefined;
  return at === undefined || !isReached ? [] : [notice('account-closes', 'info', { at, isOver })];
}

/** Whose terms apply to which credit. */
function programNotes({ credits = [], settings, now }: Terms): Notice[] {
  const left = new Map<Program, { usd: Usd; isMore: boolean }>();
  for (const credit of credits) {
    if (!mayBeAlive(credit, now)) continue;
    const program = credit.program ?? settings.program;
    const { usd, isMore } = left.get(program) ?? { usd: zero, isMore: false };
    const { remaining } = credit;
    const isKnown = remaining.state === 'known';
    left.set(program, { usd: isKnown ? usd.plus(remaining.value) : usd, isMore: isMore || !isKnown });
  }
  const unused = [...(settings.programs?.keys() ?? [])].filter(
    (name) => !credits.some((credit) => speaksOf(name, credit)),
  );
  const programs = [...left].map(([program, held]) => ({ program, ...held })).sort((a, b) => b.usd.cmp(a.usd));
  return [
    ...(programs.length > 1 ? [notice('programs-several', 'info', { programs })] : []),
    ...(unused.length > 0 ? [notice('programs-unused', 'info', { names: unused })] : []),
  ];
}

/** What is left out of the figures, and what they assume. */
function figureNotes({ resources, estimate, outlook, isPartial, settings }: NotesInput): Notice[] {
  const counts = { charges: 0, missing: 0, assumed: 0, hourly: 0 };
  const sizes = new Map<Size, number>();
  let free = nothing;
  for (const { judged } of resources) {
    for (const { charge } of judged) {
      counts.charges++;
      if (charge.usd.state === 'unknown') counts.missing++;
      if (charge.size !== undefined) sizes.set(charge.size, (sizes.get(charge.size) ?? 0) + 1);
      else if (charge.assumed) counts.assumed++;
      if (charge.basis === 'hour') counts.hourly++;
      if (charge.allowance?.saves !== undefined) free = addRanges(free, charge.allowance.saves);
    }
  }
  const growing = resources.flatMap(mayGrow).sort((a, b) => b.atMost.cmp(a.atMost));
  const months = outlook.dear.months;
  const hasCash = months.some(({ cash }) => cash.gt(zero));
  return [
    ...(outlook.burn === undefined && counts.charges > 0 ? [notice('other-spending-unknown', 'info', {})] : []),
    ...(outlook.burn !== undefined && settings.burnBill !== undefined
      ? [notice('burn-of-bill', 'info', settings.burnBill)]
      : []),
    ...(outlook.burn !== undefined && settings.isBurnCoveredOnly ? [notice('burn-covered-only', 'info', {})] : []),
    ...(counts.missing > 0 ? [notice('amounts-left-out', 'info', { count: counts.missing })] : []),
    ...unusedUsage(resources, settings),
    ...(growing.length > 0 ? [notice('groups-may-grow', 'info', { groups: growing })] : []),
    ...comingCharges(resources, Math.max(outlook.dear.end, addMonths(outlook.now, LOOK_AHEAD_MONTHS))),
    ...(counts.assumed > 0 ? [notice('usage-assumed', 'info', { count: counts.assumed })] : []),
    ...(sizes.size > 0 ? [notice('usage-by-size', 'info', { sizes })] : []),
    ...(free.max.gt(zero) ? [notice('free-tier-counted', 'info', { usd: free })] : []),
    ...(counts.hourly > 0 ? [notice('month-has-its-hours', 'info', {})] : []),
    ...supportNote(outlook, isPartial),
    ...(hasCash ? [taxNote(estimate, isPartial, settings)] : []),
  ];
}

const taxNote = (estimate: Estimate, isPartial: boolean, { tax: rate }: Settings): Notice =>
  notice('tax-on-cash', 'info', rate === undefined ? { rate } : { rate, isPartial, ...taxOn(estimate, rate) });

/** What the support plan costs, on what, and who pays it. */
function supportNote({ support, dear, burn }: Outlook, isPartial: boolean): Notice[] {
  if (support === undefined) return [];
  const { plan, usage, fee } = support;
  const because = dear.becauseNow(plan.product);
  return [
    notice('support-reckoned', 'info', {
      product: plan.product,
      usage,
      fee,
      isPartial: isPartial || burn === undefined,
      covered: because === undefined ? 'yes' : because === 'unknown' ? 'unknown' : 'no',
      ends: plan.until && { day: plan.until.day, next: SUPPORT_PLANS[plan.until.next].product },
    }),
  ];
}

const LOOK_AHEAD_MONTHS = 12;

/** What begins on a day ahead, by day and kind. */
function comingCharges(resources: readonly JudgedResource[], until: Instant): Notice[] {
  const kinds = new Map<string, Coming>();
  for (const { resource, judged, later } of resources) {
    for (const { charge } of later) {
      const { what, begins: at = 0, usd } = charge;
      if (at > until) continue;
      const key = `${at}\n${what}`;
      const kind = kinds.get(key) ?? { what, at, usd: undefined, instead: undefined, names: [] };
      kinds.set(key, kind);
      kind.names.push(resource.name);
      kind.usd = added(kind.usd, usd);
      const ended = [...judged, ...later].find((one) => one.charge.what === what && one.charge.stops === at);
      if (ended !== undefined) kind.instead = added(kind.instead, ended.charge.usd);
    }
  }
  return [...kinds.values()].sort((a, b) => a.at - b.at).map((coming) => notice('charges-begin', 'info', coming));
}

/** While it is added up. */
type Coming = { -readonly [K in keyof NoticeArgs['charges-begin']]: NoticeArgs['charges-begin'][K] } & {
  readonly names: string[];
};

const added = (sum: Range | undefined, usd: Maybe<Range>): Range | undefined =>
  usd.state === 'unknown' ? sum : addRanges(sum ?? nothing, usd.value);

/** An owner who writes a figure expects it to count. */
function unusedUsage(resources: readonly JudgedResource[], { usage }: Settings): Notice[] {
  if (usage.length === 0) return [];
  return unusedFigures(
    usage,
    resources.map(({ resource, judged }) => ({
      resource,
      fields: new Set(judged.flatMap(({ charge }) => charge.usage)),
      isSized: judged.some(({ charge }) => charge.size !== undefined),
    })),
  ).map(({ line: { type, name, tag }, fields }) => {
    const selects = [type, name, tag === undefined ? undefined : `tag ${tag}`].filter((part) => part !== undefined);
    return notice('usage-unused', 'info', { selects, fields });
  });
}

const NO_GROUPS: NoticeArgs['groups-may-grow']['groups'] = [];

/** A group that is counted at its desired size, with what it costs a month at its largest. */
function mayGrow({ resource, judged }: JudgedResource): NoticeArgs['groups-may-grow']['groups'] {
  if (!judged.some(({ charge }) => charge.usdAtMost !== undefined)) return NO_GROUPS;
  let [usd, atMost, grows] = [nothing, zero, false];
  for (const { charge } of judged) {
    if (charge.per !== 'month' || charge.usd.state === 'unknown') continue;
    usd = addRanges(usd, charge.usd.value);
    atMost = atMost.plus(charge.usdAtMost ?? charge.usd.value.max);
    if (charge.usdAtMost?.gt(charge.usd.value.max)) grows = true;
  }
  return grows ? [{ name: resource.name, usd, atMost }] : [];
}

/** An older book may be wrong by now. */
export const OLD_BOOK_DAYS = 180;

/** What is to be said of the prices, and of resources whose bill is another one. */
function priceNotes({ prices, terms, resources }: NotesInput): Notice[] {
  const age = prices.ageOf(terms.now, pricedRegions(resources));
  const counts = new Map<Partition, number>();
  for (const { resource } of resources) {
    const partition = resource.region.state === 'known' ? partitionOf(resource.region.value) : undefined;
    if (partition !== undefined) counts.set(partition, (counts.get(partition) ?? 0) + 1);
  }
  return [
    ...(age.days > OLD_BOOK_DAYS ? [notice('price-book-old', 'info', age)] : []),
    ...[...counts].map(([partition, count]) => notice('other-partition', 'warn', { partition, resources: count })),
  ];
}

/** Where something has a price of its region: a book may have been refreshed for others alone. */
function pricedRegions(resources: readonly JudgedResource[]): readonly string[] {
  const regions = new Set<string>();
  for (const { resource, judged } of resources) {
    if (resource.region.state !== 'known' || regions.has(resource.region.value)) continue;
    if (judged.some(({ charge: { price } }) => price !== undefined && price.region !== 'global'))
      regions.add(resource.region.value);
  }
  return [...regions];
}

type Partition = NoticeArgs['other-partition']['partition'];

function partitionOf(region: string): Partition | undefined {
  if (region.startsWith('cn-')) return 'aws-cn';
  return region.startsWith('us-gov-') ? 'aws-us-gov' : undefined;
}

/** What nobody has looked at: images, other clouds, what this stack only reads. */
function notLookedAt({ plan, stacks, confirmed }: NotesInput): Notice[] {
  const external = [...plan.external.values()].reduce((total, count) => total + count, 0);
  return [
    ...countNotChecked(plan.resources, confirmed).map(({ row, count }) =>
      notice('not-checked', 'info', { row, count }),
    ),
    ...(external > 0 ? [notice('only-read', 'info', { count: external, stacks: stacks.length })] : []),
    ...[...plan.outside].map(([name, count]) => notice('outside-aws', 'info', { package: name, count })),
  ];
}
