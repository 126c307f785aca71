import type { Source } from '../core/coverage/rule';
import { type BalanceProblem, problemOf } from '../core/credits/credit';
import type { Advice } from '../core/findings/advice';
import type { Finding, FindingArgs, FindingCharge, FindingCode, Refused } from '../core/findings/finding';
import type { PlannedUse } from '../core/findings/planned-uses';
import { isOfficial } from '../core/findings/resource-findings';
import { type Instant, isoDay } from '../core/instant';
import { cents, dollarRange, dollars, type Range, sum, usd, zero } from '../core/money';
import type { Notice } from '../core/notice';
import type { EndBecause, Runway } from '../core/outlook/ledger';
import { adviceWords } from './advice';
import { wordsOf } from './notices';
import { amountWords, are, clean, counted, moreWords, plusOthers, someOf } from './text';

/** A finding in words. Names in it are as they were read: whoever shows it cleans it. */
export interface FindingWords {
  /** What and how much: a clause with a capital and without a full stop. */
  readonly headline: string;
  /** Why, in sentences. */
  readonly reason: string;
  /** What to do, in the imperative; empty where nothing can be done. */
  readonly remedy: string;
}

type Charge = FindingCharge | null;

const UPGRADE =
  'Upgrade to the Paid plan before that day: unused credits stay. Within the 90 days an upgrade restores the account.';

/** The words of each code. `charge` is what the finding is about, where that is money. */
const WORDS: { readonly [C in FindingCode]: (args: FindingArgs[C], charge: Charge) => FindingWords } = {
  'not-covered': ({ rule, isCertain, isOfficial: isSure, because, lookUp, priceLookUp }, charge) => ({
    headline: notCovered(rule.what, charge, isCertain ? (isSure ? 'is not' : 'is probably not') : 'may not be'),
    reason: because === undefined ? rule.why : `${rule.why} Whether it applies is not known: ${because}.`,
    remedy: [
      rule.remedy,
      ...savedAs('To settle it', lookUp),
      ...savedAs('What it costs without an upfront fee', priceLookUp),
    ].join(' '),
  }),
  'paid-before': ({ rule }, charge) => ({
    headline: `${capital(amountOf(charge, rule.what))} was paid in cash when it was bought`,
    reason: rule.why,
    remedy: '',
  }),
  'coverage-not-known': ({ rule, because }, charge) => ({
    headline: `${capital(rule.what)}${inBrackets(charge)}: AWS's terms don't say whether credits cover it`,
    reason: because === undefined ? rule.why : `${rule.why} Whether it applies is not known: ${because}.`,
    remedy: rule.remedy,
  }),
  'ends-credits': ({ rule, isCertain, planEnds }) => ({
    headline: `Creating ${rule.what} ${isCertain ? 'forfeits' : 'may forfeit'} all Free Tier credits immediately`,
    reason: isCertain
      ? `${rule.why}${planEnds === undefined ? '' : ` Without it the plan ends on ${isoDay(planEnds)}.`}`
      : `${rule.why} The plan of this account (Free or Paid) is not known.`,
    remedy: rule.remedy,
  }),
  'shares-credits': ({ rule, from }) => ({
    headline: `Creating ${rule.what} shares this account's credits, from ${isoDay(from)} on`,
    reason: rule.why,
    remedy: rule.remedy,
  }),
  'hides-credits': ({ rule, because }) => ({
    headline: `This budget ${because === undefined ? 'stays' : 'may stay'} near $0 while credits last`,
    reason: because === undefined ? rule.why : `${rule.why} Whether it applies is not known: ${because}.`,
    remedy: rule.remedy,
  }),
  'goes-on': ({ rule, because }) => ({
    headline: `${capital(rule.what)} ${because === undefined ? 'goes' : 'may go'} on until you turn it off`,
    reason: because === undefined ? rule.why : `${rule.why} Whether it applies is not known: ${because}.`,
    remedy: rule.remedy,
  }),
  'commitment-outlives-credits': ({ monthly, termMonths, creditsEnd, isBalanceKnown }, charge) => {
    const cost = monthly === undefined ? 'Its price is not known.' : `It costs ${dollarRange(monthly)} a month.`;
    const term =
      termMonths === undefined
        ? 'Its term (one or three years) is not in the plan.'
        : `Its term is ${counted(termMonths, 'month')}.`;
    const paid = charge?.usd
      ? `: you pay ${isBalanceKnown ? dollarRange(charge.usd) : `up to ${dollars(charge.usd.max)}`}`
      : '';
    const when = creditsEnd === undefined ? '' : ` after ${isoDay(creditsEnd)}`;
    return {
      headline: isBalanceKnown
        ? creditsEnd === undefined
          ? `No credit covers this commitment${paid}`
          : `This commitment outlasts your credits${paid}${when}`
        : `This commitment may outlast your credits${paid}`,
      reason: `${cost} ${term}${isBalanceKnown ? '' : ' The credit balance is not known.'}`,
      remedy: 'Commit to no more than you will run after the credits, or wait until they end.',
    };
  },

  'credits-run-out': ({
    earliest,
    latest,
    lastEnd,
    coverable,
    drawnByOthers,
    moreFrom,
    days,
    isPartial,
    isFreePlan,
    setting,
  }) => ({
    headline: `At ${rateWords(coverable, isPartial)}${moreWords(moreFrom)}${plusOthers(drawnByOthers)}, your credits ${runOut(isoDay(earliest), latest === undefined ? undefined : isoDay(latest), isPartial)}`,
    reason: [
      `The earliest date is ${counted(days, 'day')} away${lastEnd === undefined ? '' : `; your last credit expires on ${isoDay(lastEnd)}`}.`,
      isFreePlan
        ? 'On the Free plan AWS closes the account when the credits run out.'
        : 'After the credits run out, you pay every charge.',
      settingWords(setting),
    ]
      .join(' ')
      .trim(),
    remedy: 'Make the plan smaller, set the real usage under usage:, or budget cash from that day.',
  }),
  'coverage-stops': ({ at, because, backAt, coverable, days, isPartial, setting }) => ({
    headline:
      days === 0
        ? `Credits cover nothing of this plan now: ${stopsBecause(because)}`
        : `Credits stop covering this plan on ${isoDay(at)}${latest(isPartial)}, in ${counted(days, 'day')}: ${stopsBecause(because)}`,
    reason: [
      backAt === undefined ? '' : `Coverage comes back on ${isoDay(backAt)}.`,
      because === 'account-closes'
        ? 'From then on nothing runs, and nothing is charged.'
        : coverable.max.eq(zero)
          ? ''
          : `${backAt === undefined ? 'From then on' : 'Until then'} you pay ${rateWords(coverable, isPartial)}.`,
      settingWords(setting),
    ]
      .filter(Boolean)
      .join(' '),
    remedy:
      because === 'account-closes'
        ? UPGRADE
        : 'Budget cash from that day, or deploy only what can be removed before it.',
  }),
  'product-coverage-ends': ({ product, at, because, backAt, isPartial }, charge) => ({
    headline: `Credits stop covering ${product} on ${isoDay(at)}${latest(isPartial)}: ${stopsBecause(because)}`,
    reason: [
      `From then on you pay ${charge?.usd ? `${dollarRange(charge.usd)} a month` : 'its charges'}.`,
      backAt === undefined ? '' : `Coverage comes back on ${isoDay(backAt)}.`,
    ]
      .filter(Boolean)
      .join(' '),
    remedy: 'Budget cash from that day, or remove these resources before it.',
  }),
  'product-not-covered': ({ product, because, resources }, charge) => ({
    headline: `${capital(productAmount(charge))} for ${product} is not covered by your credits`,
    reason: `${NOT_COVERED[because](product)} ${usedBy(resources)}`,
    remedy:
      'Budget it as cash, or choose a service that your credits list. `credit-guard credits` shows what each covers.',
  }),
  'product-coverage-not-known': ({ product, resources, credits, creditsEnd }, charge) => ({
    headline: `Whether credits cover ${product}${inBrackets(charge)} is not known`,
    reason: [
      credits.length === 0
        ? 'Neither the terms nor your credits say.'
        : `AWS names no products, or no account, for ${someOf(
            credits.map((name) => `"${name}"`),
            3,
          )}.`,
      creditsEnd === undefined ? '' : `After ${isoDay(creditsEnd)} you pay it in any case.`,
      usedBy(resources),
    ]
      .filter(Boolean)
      .join(' '),
    remedy:
      'Look in the Billing console what the credit applies to. If it is everything, set credits: unlistedProducts: covered.',
  }),
  'cash-over-limit': ({ per, limit, isCertain, from, setting }, charge) => ({
    headline: `${amountWords(charge?.usd ?? ZERO, per === 'once' ? 'once' : 'hourly', per)} ${isCertain ? 'is' : 'may be'} cash${from === undefined ? '' : `, as early as ${isoDay(from)}`}; ${setting} is ${dollars(limit)}`,
    reason: `Credits do not cover these charges${from === undefined ? '' : ' from then on'}. Tax comes on top.`,
    remedy: `Remove what credits do not cover, accept it by name, or raise ${setting}.`,
  }),
  'credit-expires-unused': ({
    usd: lost,
    from,
    credits,
    paused,
    endsWithPlan,
    isPartial,
    isBurnKnown,
    uses,
    rest,
  }) => ({
    headline: `${lossWords(lost, isPartial)} of credit expires unused, from ${isoDay(from)} on`,
    reason: [
      `At this rate ${counted(credits, 'credit')} ${credits === 1 ? 'ends' : 'end'} with money left.`,
      endsWithPlan
        ? 'The Free plan of the account ends that day: an upgrade to the Paid plan before it keeps unused credits.'
        : 'AWS does not extend credits.',
      paused === 0
        ? ''
        : `${counted(paused, 'credit')} of them ${are(paused)} paused: nothing is drawn from ${paused === 1 ? 'it' : 'them'}.`,
      isBurnKnown || paused === credits
        ? ''
        : 'Only this plan is counted; set burn: to add what else the account spends.',
    ]
      .filter(Boolean)
      .join(' '),
    remedy:
      paused === credits
        ? 'Ask AWS Support to resume the credit.'
        : uses.length === 0
          ? 'Use these credits before they expire: move eligible work forward.'
          : usesWords(uses, rest, isPartial),
  }),
  'map-tag-missing': ({ missing, notKnown, taggable }) => ({
    headline:
      missing.length > 0
        ? `${missing.length} of ${counted(taggable, 'resource')} that ${taggable === 1 ? 'costs' : 'cost'} money ${missing.length === 1 ? 'lacks' : 'lack'} the tag map-migrated`
        : `Whether ${counted(notKnown, 'resource')} that ${notKnown === 1 ? 'costs' : 'cost'} money ${notKnown === 1 ? 'carries' : 'carry'} the tag map-migrated is not known`,
    reason: [
      'MAP credits are earned by tagged resources only.',
      missing.length === 0 ? '' : `Without it: ${someOf(missing)}.`,
      missing.length === 0 || notKnown === 0 ? '' : `Of ${notKnown} more it is not known.`,
    ]
      .filter(Boolean)
      .join(' '),
    remedy:
      "Tag what you migrate with map-migrated and your agreement's value: for all at once under defaultTags of the provider. If nothing here is migrated, set policies: credit-outlook: terms: off.",
  }),
  'credits-at-risk': ({ credits, usd, isMore, all, others, isPartial, now }) => ({
    headline: `${isMore && usd.eq(0) ? 'An unknown amount' : `${dollars(usd)}${isMore ? ' or more' : ''}`} of credit is at risk: AWS may cancel what was bought from a third party`,
    reason: [
      "AWS's terms forbid selling, licensing, renting and transferring promotional credits.",
      `With ${someOf(
        credits.map((name) => `"${name}"`),
        3,
      )}, ${lastingWords(all, now, isPartial)}; without, ${lastingWords(others, now, isPartial)}.`,
    ].join(' '),
    remedy:
      'Look under Credits in the Billing console whether AWS shows the credit in your own account, and plan with the earlier day.',
  }),
  'free-plan-ends': ({ closes, planEnds, isByUse, isPartial, isOver }) => ({
    headline: isOver
      ? 'The Free plan of this account is over: AWS closes the account'
      : `AWS closes this account ${isByUse ? `as early as ${isoDay(closes)}${isPartial ? ' or sooner' : ''}: its credits run out` : `on ${isoDay(closes)}: its Free plan ends`}`,
    reason: [
      'On the Free plan nothing is charged: AWS closes the account when the plan ends or its credits are used up, and keeps its contents for 90 days.',
      isByUse && planEnds !== undefined ? `The plan ends on ${isoDay(planEnds)}.` : '',
    ]
      .filter(Boolean)
      .join(' '),
    remedy: UPGRADE,
  }),
  'not-priced': ({ unpriced, total, first, minimumShare }) => ({
    headline: `${unpriced} of ${counted(total, 'AWS resource')} ${are(unpriced)} not priced in full`,
    reason:
      first === undefined
        ? 'No figure includes what is missing.'
        : `No figure includes what is missing. First: ${first.name} (${shortType(first.type)}): ${first.reason}.`,
    remedy:
      minimumShare === undefined
        ? 'Read every total as "or more".'
        : `Set what is missing, or lower minimumPricedShare (now ${minimumShare}).`,
  }),
  balance: ({ problem, isUnknown }) => ({
    headline:
      problem.code === 'balance-burn-not-read'
        ? 'What the account already spends is not known'
        : problem.code === 'balance-pool-not-read'
          ? 'What other stacks have reserved is not known, so what is left for this one is not either'
          : problem.code === 'balance-burn-older'
            ? 'What the account already spends is an older figure'
            : isUnknown
              ? 'The credit balance is not known'
              : 'The credit balance needs a look',
    reason: wordsOf(problem),
    remedy: isFileMissing(problem) ? FILE_MISSING : BALANCE_REMEDIES[problemOf(problem)],
  }),
  'covered-against-rules': ({ product, usd, credit, from, to, because }) => ({
    headline: `AWS applied ${dollars(usd)} of "${credit}" to ${product} (${from === to ? from : `${from} to ${to}`}), and the rules call it not covered`,
    reason:
      because === 'not-eligible'
        ? "AWS's terms say that credits do not cover it, so the figures count it as cash."
        : 'The credit does not list it among its products, so the figures count it as cash.',
    remedy:
      because === 'not-eligible'
        ? 'Please report it, with the rule: https://aws.amazon.com/awscredits/ may have changed.'
        : 'AWS may use another name for it: please report both names. Until then, write the credit under credits: manual: with this product.',
  }),
  'not-covered-against-rules': ({ product, monthly, credit, month }) => ({
    headline: `AWS applied no credit to ${product} in ${month}, and the rules call it covered by "${credit}" (burn: ${dollars(monthly)} a month)`,
    reason: 'The figures count it as covered. A free tier, a refund or another name on the bill may explain it.',
    remedy: 'Look in the Billing console what the credit was applied to in that month.',
  }),
  'no-usable-credit': ({ credits }) => ({
    headline: 'No credit is usable today: you pay every charge',
    reason:
      credits === 1
        ? 'The one credit is used up, expired, not started, paused, reserved or not for this account.'
        : `Each of the ${credits} credits is used up, expired, not started, paused, reserved or not for this account.`,
    remedy: '`credit-guard credits` shows the state of each.',
  }),
  'exception-ended': ({ policy, resource, reason, until }) => ({
    headline: `The exception of ${policy} for ${resource} ("${reason}") ended on ${isoDay(until)}`,
    reason: 'Its finding counts again.',
    remedy: 'Renew it or remove it from credit-guard.yaml.',
  }),
};

/** A finding in words. An exception that does not hold is part of the reason. */
export function findingWords(finding: Finding): FindingWords {
  const { code, args } = finding.says;
  const said = (WORDS[code] as (args: unknown, charge: Charge) => FindingWords)(args, finding.charge);
  const words = finding.advice === undefined ? said : withAdvice(said, finding.advice);
  if (finding.refused === null) return words;
  const why = refusalWords(finding.refused, finding.charge);
  return { ...words, reason: `${words.reason} ${why}`.trim() };
}

/** Only what is bought later in any case, with what is left. */
function usesWords(uses: readonly PlannedUse[], rest: Range, isPartial: boolean): string {
  const covered = sum(uses.map((use) => use.covered));
  const named = uses.map(
    ({ what, product, usd: cost, from }) => `"${what}" (${product}, ${dollars(cost)}, planned for ${isoDay(from)})`,
  );
  const expires = rest.max.eq(zero) ? 'nothing expires' : `${uncapitalized(lossWords(rest, isPartial))} still expires`;
  return `Buy before they expire what you planned for later anyway: ${someOf(named, 3)}. Credits then cover ${isPartial ? 'up to ' : ''}${dollars(covered)} of it, and ${expires}.`;
}

/** What it comes to in dollars is read first. */
const withAdvice = (words: FindingWords, advice: Advice): FindingWords => ({
  ...words,
  remedy: `${adviceWords(advice)} ${words.remedy}`,
});

/** A look-up whose answer is saved for the next run. */
const savedAs = (what: string, lookUp: string | undefined): readonly string[] =>
  lookUp === undefined ? [] : [`${what}: \`${lookUp}\`, and name that file under confirmed:.`];

function refusalWords({ maxUsd, reason }: Refused, charge: Charge): string {
  if (maxUsd === undefined)
    return `The exception for what existed ("${reason}") does not apply to what is created or replaced.`;
  return charge?.usd
    ? `It exceeds the ${dollars(maxUsd)} accepted for "${reason}".`
    : `An exception up to ${dollars(maxUsd)} ("${reason}") does not apply: the amount is not known.`;
}

const ZERO: Range = { min: zero, max: zero };

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

/** `aws:ec2/natGateway:NatGateway` as Pulumi's own output names it: `aws:ec2:NatGateway`. A version of an API stays. */
export const shortType = (type: string): string => clean(type.replace(/\/(?!v\d)[^:]*:/, ':'), 100);

/** "$1,314.00 upfront is not covered by your credits"; without an amount it names the thing. */
function notCovered(what: string, charge: Charge, verb: string): string {
  if (charge?.usd) return `${amountWords(charge.usd, charge.kind, charge.per)} ${verb} covered by your credits`;
  const cost = charge?.per === 'once' ? 'cost' : 'monthly cost';
  return `${capital(what)} ${verb} covered by your credits; the ${cost} is not known`;
}

const amountOf = (charge: Charge, what: string): string =>
  charge?.usd ? amountWords(charge.usd, charge.kind, charge.per) : what;

const inBrackets = (charge: Charge): string =>
  charge?.usd ? ` (${uncapitalized(amountWords(charge.usd, charge.kind, charge.per))})` : '';

const uncapitalized = (text: string): string => text.replace(/^Up/, 'up');

const productAmount = (charge: Charge): string =>
  charge?.usd ? amountWords(charge.usd, charge.kind, charge.per) : 'an amount that is not known';

/** `$463.31–$1,003.01 a month or more` */
const rateWords = (rate: Range, isPartial: boolean): string =>
  `${dollarRange(rate)} a month${isPartial ? ' or more' : ''}`;

const latest = (isPartial: boolean): string => (isPartial ? ' at the latest' : '');

function runOut(earliest: string, last: string | undefined, isPartial: boolean): string {
  if (last === undefined) return `may run out as early as ${earliest}${isPartial ? ' or sooner' : ''}`;
  return `run out ${earliest === last ? `on ${last}` : `between ${earliest} and ${last}`}${latest(isPartial)}`;
}

/** How long credits last, fit to follow "With …,". */
function lastingWords(runway: Runway, now: Instant, isPartial: boolean): string {
  switch (runway.state) {
    case 'ends':
      return runway.at <= now
        ? 'credits cover nothing of this plan today'
        : `credits cover it until ${isoDay(runway.at)}${latest(isPartial)}`;
    case 'lasts':
      return 'credits last as long as the forecast looks';
    case 'no-charges':
      return 'nothing is charged by the month';
    case 'unknown':
      return 'whether credits cover it is not known';
  }
}

const settingWords = (setting: { name: string; days: number } | undefined): string =>
  setting === undefined ? '' : `${setting.name} is ${setting.days}.`;

/** Fit to follow "credits stop covering …:". */
function stopsBecause(because: EndBecause): string {
  const words: Readonly<Record<EndBecause, string>> = {
    'used-up': 'the credit for it runs out',
    ended: 'the credit for it expires',
    'not-yet': 'the next credit has not started',
    'not-listed': 'no credit lists it',
    'not-eligible': 'credits do not cover it',
    'not-entitled': 'the credit for it belongs to another account',
    reserved: 'no credit for it is left for this stack',
    'account-closes': 'AWS closes the account with its Free plan',
    unknown: 'whether a credit covers it is not known',
  };
  return words[because];
}

const NOT_COVERED: Readonly<Record<EndBecause, (product: string) => string>> = {
  'used-up': () => 'The credit for it is used up.',
  ended: () => 'The credit for it has expired.',
  'not-yet': () => 'The credit for it has not started.',
  'not-listed': (product) => `No usable credit lists ${product}.`,
  'not-eligible': () => 'Credits do not cover it.',
  'not-entitled': () => 'The credit for it belongs to another account and is not shared with this one.',
  'account-closes': () => 'AWS closes the account with its Free plan.',
  reserved: () => 'Other stacks have reserved all of the credit for it, or this stack has no share of it.',
  unknown: () => 'Whether a credit covers it is not known.',
};

/** Names of the resources behind it: the last part of each URN. */
function usedBy(urns: readonly string[]): string {
  if (urns.length === 0) return '';
  return `Used by ${someOf(
    urns.map((urn) => urn.slice(urn.lastIndexOf('::') + 2)),
    4,
  )}.`;
}

function lossWords(lost: Range, isPartial: boolean): string {
  return isPartial || cents(lost.min).lt(usd(1)) ? `Up to ${dollars(lost.max)}` : dollarRange(lost);
}

/** The settings name a file that nobody has written yet: the way of whoever has just begun. */
const isFileMissing = (problem: Notice): boolean =>
  problem.code === 'balance-unreadable' && problem.args.fault.because === 'missing';

const FILE_MISSING =
  'Write it: `credit-guard credits` prints the AWS command; or write the credits by hand under credits: manual:. If it is elsewhere, correct the path.';

const BALANCE_REMEDIES: Readonly<Record<BalanceProblem, string>> = {
  missing:
    'Save one with `aws billing get-credits` and name it under credits: snapshot:, or write the credits by hand under credits: manual:.',
  unreadable: 'Check the path and that the file can be read.',
  refused: 'Mend that, then save the answer again.',
  'not-read': '`credit-guard doctor --online` shows what is missing.',
  'pool-not-read': 'Correct what is said of it: until then no credit counts as left for this stack for certain.',
  'burn-not-read': '`credit-guard doctor --online` shows what is missing. Or write it under burn: monthly:.',
  'burn-older': 'Mend that; until then the older figure counts.',
  'plan-of-other': 'Save it with a login of the account that is billed for this stack, or correct account:.',
  malformed: 'Save the snapshot again with `aws billing get-credits --account-id ID --start-date DAY`.',
  'history-malformed': 'Save it again with `aws billing get-credit-allocation-history`, all pages and without --query.',
  'own-only': 'Or run `credit-guard credits fetch` there, and name its file under credits: snapshot:.',
  stale: 'Save a new snapshot.',
  empty: 'If that is wrong, ask in the account that owns the credits.',
  partial: 'Save the snapshot again; the credits that could be read are used.',
  'other-kind':
    'Look in the Billing console what it applies to. Where it covers this stack, write it under credits: manual:.',
  doubtful: 'Compare it with the Billing console. Where it is wrong, write the credit under credits: manual:.',
  'foreign-currency': 'Write the credit by hand, in USD, under credits: manual:.',
  undated:
    "Save it with `credit-guard credits fetch`, which writes the time into it, or add that: `aws … --output json | jq '. + {readAt: (now | todate)}' > FILE`.",
};

/** `https://aws.amazon.com/awscredits/ (2024-12-16)`, with a word of warning for what is not official. */
export const sourceWords = (source: Source): string =>
  `${source.url} (${source.asOf}${isOfficial(source) ? '' : ', not confirmed by AWS'})`;
