import type { Assessment } from '../core/assess';
import type { Credit } from '../core/credits/credit';
import { isUsable } from '../core/credits/credit';
import type { Buckets } from '../core/estimate';
import type { Finding } from '../core/findings/finding';
import { type Instant, isoInstant } from '../core/instant';
import { cents, plain, type Range, sum, type Usd } from '../core/money';
import type { Month } from '../core/outlook/ledger';
import type { Outlook } from '../core/outlook/outlook';
import { usableNow } from '../core/outlook/pool';
import { wordsOf } from '../words/notices';
import { clean } from '../words/text';
import type { RenderOptions, ReportFormat } from './report';
import { rounded } from './rounded';
import { verdictOf } from './verdict';

/** The contract for programs: docs/schemas/report.schema.json describes it. A key is never renamed within a version. */
const SCHEMA_VERSION = 1;

export const json: ReportFormat = {
  id: 'json',
  extension: 'json',
  summary: 'for programs; docs/schemas/report.schema.json describes it',
  render: (assessment, options) => `${printable(reportOf(assessment, options))}\n`,
};

/**
 * JSON leaves some control and direction characters as they are, and what a CI platform takes for a command in its log
 * (`##vso[…]`). Written as escapes they are the same data; whoever prints a report should not have to care.
 */
const HIDDEN = /[\u007f-\u009f\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]|#(?=#\w*\[)/g;

export const printable = (document: unknown): string =>
  JSON.stringify(document, null, 2).replace(
    HIDDEN,
    (hidden) => `\\u${hidden.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

function reportOf(assessment: Assessment, { tool }: RenderOptions) {
  const { stack, now, findings, outlook, problems } = assessment;
  return {
    schemaVersion: SCHEMA_VERSION,
    tool,
    date: isoInstant(now),
    stack: { organization: stack.organization, project: stack.project, name: stack.name },
    summary: verdictOf(assessment),
    findings: findings.map(findingOf),
    estimate: estimateOf(assessment),
    credits: creditsOf(assessment),
    outlook: outlook === undefined ? null : outlookOf(outlook),
    problems: problems.map(wordsOf),
  };
}

function findingOf(finding: Finding) {
  const { policy, rule, level, urn, type, name, existing, charge, coverage, accepted, source } = finding;
  return {
    policy,
    rule,
    level,
    urn,
    type,
    name,
    existing,
    charge: charge === null ? null : { ...charge, usd: charge.usd === null ? null : range(charge.usd) },
    coverage,
    message: finding.headline,
    reason: finding.reason,
    remedy: finding.remedy,
    source: source === null ? null : { url: source.url, asOf: source.asOf, confidence: source.confidence },
    accepted: accepted === null ? null : { reason: accepted.reason, until: when(accepted.until ?? undefined) },
  };
}

function estimateOf({ estimate, plan }: Assessment) {
  const { monthly, once, change, resources, complete, unpriced } = estimate;
  return {
    monthly: buckets(monthly),
    once: buckets(once),
    change: change === undefined ? null : buckets(change),
    resources: { ...resources, external: counts(plan.external), outside: counts(plan.outside) },
    complete,
    unpriced,
  };
}

function buckets(exact: Buckets) {
  const { total, covered, cash, unknown } = rounded(exact);
  return { total: range(total), covered: range(covered), cash: range(cash), unknown: range(unknown) };
}

/** The balance, as reports and `credit-guard credits --json` tell it. */
export function creditsOf({ balance, now }: Pick<Assessment, 'balance' | 'now'>) {
  const usable = usableNow(balance, now);
  return {
    source: clean(balance.source),
    readAt: when(balance.readAt),
    usable: usable.state === 'known' ? plain(usable.value) : null,
    accountPlan: balance.accountPlan.state === 'known' ? balance.accountPlan.value : null,
    credits: balance.credits.state === 'known' ? balance.credits.value.map((credit) => creditOf(credit, now)) : [],
    problems: balance.problems,
  };
}

function creditOf(credit: Credit, now: Instant) {
  const { id, description, remaining, starts, ends, products, status } = credit;
  return {
    id: clean(id),
    description: clean(description),
    remaining: remaining.state === 'known' ? plain(remaining.value) : null,
    usable: remaining.state === 'unknown' ? null : isUsable(credit, now) ? plain(remaining.value) : '0.00',
    starts: isoInstant(starts),
    ends: when(ends),
    products: typeof products === 'string' ? products : products.map((name) => clean(name)),
    status,
  };
}

/** Months are told at the dearest end of every range: what has to be reckoned with. */
function outlookOf({ burn, fast, slow, expiresAt, runwayDays, assumptions }: Outlook) {
  return {
    burn: range(burn),
    exhaustedAt: when(fast.exhaustedAt),
    exhaustedAtLatest: when(slow.exhaustedAt),
    expiresAt: when(expiresAt),
    runwayDays: runwayDays ?? null,
    forfeited: plain(sum(fast.months.map((month) => cents(month.forfeited)))),
    forfeitedAtMost: plain(sum(slow.months.map((month) => cents(month.forfeited)))),
    months: fast.months.map(monthOf),
    assumptions,
  };
}

const monthOf = ({ month, covered, cash, unknown, left, forfeited }: Month) => ({
  month,
  covered: plain(covered),
  cash: plain(cash),
  unknown: plain(unknown),
  left: plain(left),
  forfeited: plain(forfeited),
});

const range = ({ min, max }: Range): { min: string; max: string } => ({ min: amount(min), max: amount(max) });

/** A change of less than half a cent downwards is no "-0.00". */
const amount = (value: Usd): string => plain(value).replace(/^-(0\.00)$/, '$1');

const when = (instant: Instant | undefined): string | null => (instant === undefined ? null : isoInstant(instant));

/** No object literal: a package may be called `__proto__`. */
const counts = (map: ReadonlyMap<string, number>) => Object.fromEntries(map);
