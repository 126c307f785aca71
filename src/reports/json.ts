import type { Price } from '../core/charges/prices';
import { type Instant, isoInstant } from '../core/instant';
import { plain, type Range, type Usd, zero } from '../core/money';
import type { Render, RenderOptions } from './format';
import { documentText } from './json-text';
import type { CreditRow, CreditsPart } from './model/credit-rows';
import type { Figure, Figures } from './model/figures';
import type { AdviceRow, FindingRow } from './model/finding-rows';
import type { Forecast, MonthRow } from './model/forecast';
import type { NoteRow } from './model/note-rows';
import type { ProductRow } from './model/product-rows';
import type { EstimatePart, Report } from './model/report';
import type { ChargeRow, LaterRow, ResourceRow } from './model/resource-rows';
import type { StackMark, StackRow } from './model/stack-rows';

/** The contract for programs: docs/schemas/report.schema.json describes it. A key is never renamed within a version. */
const SCHEMA_VERSION = 1;

export const json: Render = (report, options) => `${documentText(documentOf(report, options), ['resources'])}\n`;

function documentOf(report: Report, { tool }: RenderOptions) {
  const { date, stack, stacks, verdict, findings, estimate, resources, products, credits, forecast, notes } = report;
  return {
    schemaVersion: SCHEMA_VERSION,
    tool,
    date: isoInstant(date),
    stack: { organization: stack.organization, project: stack.project, name: stack.name },
    summary: {
      status: verdict.status,
      sentence: verdict.sentence,
      findings: verdict.findings,
      partial: report.isPartial,
    },
    findings: findings.map(findingOf),
    estimate: estimateOf(estimate),
    ...(stacks.length === 0 ? {} : { stacks: stacks.map(stackOf) }),
    products: products.map(productOf),
    credits: creditsOf(credits),
    outlook: forecast === undefined ? null : outlookOf(forecast, notes),
    notes: notes.map(({ code, level, text, about }) => ({ code, level, text, about: about ?? null })),
    problems: notes.filter(({ topic }) => topic === 'input').map(({ text }) => text),
    resources: resources.map(resourceOf),
  };
}

export function findingOf(finding: FindingRow) {
  const { code, policy, rule, level, urn, type, name, existing, charge, coverage, source, accepted } = finding;
  return {
    policy,
    rule,
    code,
    level,
    urn: urn ?? null,
    type: type ?? null,
    name: name ?? null,
    existing: existing ?? null,
    charge: charge === undefined ? null : { ...charge, usd: charge.usd === undefined ? null : range(charge.usd) },
    coverage,
    message: finding.headline,
    reason: finding.reason,
    remedy: finding.remedy,
    ...(finding.advice === undefined ? {} : { advice: adviceOf(finding.advice) }),
    source: source === undefined ? null : { url: source.url, asOf: source.asOf, confidence: source.confidence },
    accepted: accepted === undefined ? null : { reason: accepted.reason, until: when(accepted.until) },
    ...ofStack(finding),
  };
}

const adviceOf = ({ text, way, monthly, lasts, cashNow, more, termMonths, ...rest }: AdviceRow) => ({
  text,
  way,
  monthly: range(monthly),
  ...(lasts === undefined ? {} : { hours: lasts.hours, total: range(lasts.usd) }),
  cashNow: range(cashNow),
  more: range(more),
  termMonths: termMonths ?? null,
  coveredBy: rest.coveredBy,
  coveredUntil: when(rest.coveredUntil),
  price: rest.price === undefined ? null : priceOf(rest.price),
});

/** Only where there are several. */
const ofStack = ({ stack }: { readonly stack: StackMark }) => (stack === undefined ? {} : { stack });

const stackOf = ({ stack, name, monthly, once, change, end, resources, findings }: StackRow) => ({
  stack: name,
  organization: stack.organization,
  project: stack.project,
  name: stack.name,
  resources,
  findings,
  monthly: buckets(monthly),
  once: buckets(once),
  change: change === undefined ? null : buckets(change),
  coveredUntil: when(end?.earliest),
  coveredUntilAtLatest: when(end?.latest),
});

function estimateOf({ monthly, once, change, tax, counts, isComplete, unpriced, external, outside }: EstimatePart) {
  return {
    monthly: buckets(monthly),
    once: buckets(once),
    change: change === undefined ? null : buckets(change),
    ...(tax === undefined ? {} : { tax: { rate: tax.rate, monthly: range(tax.monthly), once: range(tax.once) } }),
    resources: { ...counts, external: Object.fromEntries(external), outside: Object.fromEntries(outside) },
    complete: isComplete,
    unpriced,
  };
}

const resourceOf = ({
  urn,
  type,
  name,
  change,
  state,
  because,
  monthly,
  once,
  charges,
  later,
  stack,
}: ResourceRow) => ({
  urn,
  type,
  name,
  change: change ?? null,
  status: state,
  because: because ?? null,
  monthly: buckets(monthly),
  once: buckets(once),
  charges: charges.map(chargeOf),
  later: later.map(laterOf),
  ...ofStack({ stack }),
});

const laterOf = ({ what, product, begins, monthly, because }: LaterRow) => ({
  what,
  product,
  begins: when(begins),
  monthly: monthly === undefined ? null : range(monthly),
  because: because ?? null,
});

function chargeOf({ what, product, kind, per, usd, because, quantity, isAssumed, price, ...rest }: ChargeRow) {
  return {
    what,
    product,
    kind,
    per,
    usd: because === undefined ? range(usd.total) : null,
    because: because ?? null,
    quantity,
    assumed: isAssumed,
    price: price === undefined ? null : priceOf(price),
    discount: rest.discount,
    freeTier: freeTierOf(rest.allowance),
    coverage: rest.coverage,
    rule: rest.rule ?? null,
    paidBy: rest.paidBy,
    paidBefore: rest.isPaidBefore,
  };
}

/** The units of the price that are free; null where none are. */
function freeTierOf(allowance: ChargeRow['allowance']) {
  if (allowance?.free === undefined) return null;
  const { of, free } = allowance;
  const { url, asOf, confidence } = of.source;
  const units = { min: Number(free.min), max: Number(free.max) };
  return { name: of.name, units, unit: of.unit, source: url, asOf, confidence };
}

const priceOf = ({ service, key, region, usd, source, estimate }: Price) => ({
  key: `${service}/${key}`,
  region,
  usd,
  source: source.url,
  asOf: source.asOf,
  confidence: source.confidence,
  estimate: estimate ?? null,
});

const productOf = ({
  product,
  rule,
  monthly,
  once,
  coverage,
  resources,
  paidBy,
  end,
  because,
  reason,
}: ProductRow) => ({
  product,
  rule: rule ?? null,
  monthly: buckets(monthly),
  once: buckets(once),
  coverage,
  coveredUntil: when(end?.earliest),
  coveredUntilAtLatest: when(end?.latest),
  coveredAgainFrom: when(end?.backAt),
  because: because ?? null,
  reason,
  resources,
  paidBy,
});

/** The balance, as reports and `credit-guard credits --json` tell it. */
export const creditsOf = ({
  source,
  readAt,
  usable,
  accountPlan,
  accountPlanEnds,
  rows: credits,
  problems,
}: CreditsPart) => ({
  source,
  readAt: when(readAt),
  usable: money(usable?.min),
  usableAtMost: money(usable?.max),
  accountPlan: accountPlan ?? null,
  ...(accountPlanEnds === undefined ? {} : { accountPlanEnds: when(accountPlanEnds) }),
  credits: credits.map(creditOf),
  problems,
});

const creditOf = (credit: CreditRow) => ({
  id: credit.id,
  description: credit.description,
  remaining: money(credit.remaining),
  usable: money(credit.usable?.min),
  usableAtMost: money(credit.usable?.max),
  starts: isoInstant(credit.starts),
  ends: when(credit.ends),
  products: credit.products,
  status: credit.status,
  state: credit.state,
  owner: credit.owner ?? null,
  entitled: credit.isEntitled,
  program: credit.program ?? null,
});

/** Months are reported at the dear end of every range: what has to be reckoned with. */
export function outlookOf(forecast: Forecast, notes: readonly NoteRow[]) {
  const { coverable, drawnByOthers, exhausted, exhaustedAtLatest, lastEnd, runway, forfeited, months, isPartial } =
    forecast;
  return {
    burn: range(coverable),
    ...(drawnByOthers.max.eq(zero) ? {} : { burnOfOthers: range(drawnByOthers) }),
    partial: isPartial,
    exhaustedAt: when(exhausted?.earliest),
    exhaustedAtLatest: when(exhaustedAtLatest),
    expiresAt: when(lastEnd),
    runwayDays: runway.days ?? null,
    runway: { state: runway.state, at: when(runway.at), because: runway.because ?? null },
    forfeited: plain(forfeited.min),
    forfeitedAtMost: plain(forfeited.max),
    months: months.map(monthOf),
    assumptions: notes.filter(({ topic }) => topic === 'figures' || topic === 'basis').map(({ text }) => text),
  };
}

const monthOf = ({ month, covered, cash, unknown, tax, byOthers, left, forfeited, products, credits }: MonthRow) => ({
  month,
  covered: plain(covered),
  cash: plain(cash),
  unknown: plain(unknown),
  ...(tax === undefined ? {} : { tax: plain(tax) }),
  ...othersPart(byOthers),
  left: plain(left),
  forfeited: plain(forfeited),
  products: products.map((one) => ({
    product: one.product,
    covered: plain(one.covered),
    cash: plain(one.cash),
    unknown: plain(one.unknown),
  })),
  credits: credits.map((one) => ({
    id: one.id,
    covered: plain(one.covered),
    ...othersPart(one.byOthers),
    forfeited: plain(one.forfeited),
    left: plain(one.left),
  })),
});

const othersPart = (usd: Usd) => (usd.eq(zero) ? {} : { byOthers: plain(usd) });

/** `partial`: something is in none of these figures, and each means "or more". */
export const buckets = ({ total, covered, cash, unknown }: Figures) => ({
  total: range(total),
  covered: range(covered),
  cash: range(cash),
  unknown: range(unknown),
  partial: total.isPartial,
});

const range = ({ min, max }: Range | Figure): { min: string; max: string } => ({ min: amount(min), max: amount(max) });

/** A change of less than half a cent downwards is no "-0.00". */
const amount = (value: Usd): string => plain(value).replace(/^-(0\.00)$/, '$1');

const money = (value: Usd | undefined): string | null => (value === undefined ? null : plain(value));

const when = (instant: Instant | undefined): string | null => (instant === undefined ? null : isoInstant(instant));
