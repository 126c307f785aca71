import { pricingOf } from '../../core/charges/services';
import { type UsageOverride, usageOf } from '../../core/charges/usage';
import { ruleIdOf } from '../../core/findings/checks';
import { isoDay } from '../../core/instant';
import type { JudgedResource } from '../../core/judge';
import { dollarRange, dollars, zero } from '../../core/money';
import { shortType } from '../../words/findings';
import { clean, counted } from '../../words/text';
import { aMonth, amount, besideAmount, orMore } from '../amounts';
import { chargePayer, freeTierWords, priceWords, productPayer, sumWords } from '../arithmetic';
import { isSome } from '../model/figures';
import type { ProductRow } from '../model/product-rows';
import type { Report } from '../model/report';
import type { ChargeRow, LaterRow, ResourceRow } from '../model/resource-rows';
import type { Page } from './page';

interface Context {
  readonly report: Report;
  /** The owner's own usage figures. */
  readonly usage: readonly UsageOverride[];
}

/** Every charge of a resource, and what each figure is made of. */
export function resourceExplained(
  row: ResourceRow,
  { resource }: JudgedResource,
  context: Context,
  page: Page,
): string[] {
  const { report, usage } = context;
  const sums = sumsOf(row);
  const state =
    row.state === 'free' ? 'It costs nothing.' : row.because === undefined ? '' : `Not priced in full: ${row.because}.`;
  return [
    page.heading(`${shortType(row.type)} ${row.name}`),
    ...page.wrap(page.dim(clean(row.urn)), 2),
    ...(sums.length === 0 ? [] : page.wrap(`${sums.join(', ')}.`, 2)),
    ...(state === '' ? [] : page.wrap(state, 2)),
    ...row.charges.flatMap((charge) => chargeLines(charge, report, page)),
    ...row.later.flatMap((later) => laterLines(later, page)),
    ...usageLines(resource, new Set(row.charges.flatMap((charge) => charge.usageFields)), usage, page),
  ];
}

/** `$12.00 a month`, `$3.00 once`; nothing where nothing is known. */
const sumsOf = ({ monthly, once }: Pick<ResourceRow, 'monthly' | 'once'>): string[] => [
  ...(isSome(monthly.total) ? [aMonth(monthly.total)] : []),
  ...(isSome(once.total) ? [`${amount(once.total)} once${orMore(once.total)}`] : []),
];

function chargeLines(row: ChargeRow, report: Report, page: Page): string[] {
  const { price, quantity, because, rule, isAssumed, usdAtMost, allowance } = row;
  const facts: (readonly [string, string])[] = [
    ['product', row.product],
    ...(quantity === '' ? [] : [['quantity', `${quantity}${isAssumed ? ' (assumed; see usage below)' : ''}`] as const]),
    ...(price === undefined
      ? []
      : [
          ['price', priceWords(price)] as const,
          [
            'source',
            `${price.source.name}, ${price.source.url} (${price.source.asOf}, confidence ${price.source.confidence})`,
          ] as const,
          ...(price.estimate === undefined ? [] : [['estimate', price.estimate] as const]),
        ]),
    ...(allowance?.free === undefined ? [] : [['free tier', freeTierWords(allowance.of)] as const]),
    ['amount', because === undefined ? sumWords(row) : `not known: ${because}`],
    ...(usdAtMost === undefined ? [] : [['at its maximum', `${dollars(usdAtMost)} a month`] as const]),
    ...(rule === undefined ? [] : [['rule', `${rule}; \`credit-guard explain ${rule}\` shows it`] as const]),
    ['who pays', chargePayer(row, report)],
  ];
  return ['', ...page.wrap(page.colours.bold(row.what), 2), ...factTable(facts, page)];
}

function laterLines({ what, product, begins, monthly, because, quantity, price }: LaterRow, page: Page): string[] {
  const facts: (readonly [string, string])[] = [
    ['begins', `${isoDay(begins)}; in the forecast from then on, and in no monthly figure`],
    ['product', product],
    ...(quantity === '' ? [] : [['quantity', quantity] as const]),
    ...(price === undefined ? [] : [['price', priceWords(price)] as const]),
    ['amount', monthly === undefined ? `not known: ${because}` : `${dollarRange(monthly)} a month`],
  ];
  return ['', ...page.wrap(page.colours.bold(what), 2), ...factTable(facts, page)];
}

const factTable = (facts: readonly (readonly [string, string])[], page: Page): string[] =>
  page.table(
    facts.map(([title, text]) => [page.dim(title), text]),
    { last: 'wrap', indent: 4 },
  );

/** What is assumed of its use where its charges are reckoned by it, and the lines that set it. */
function usageLines(
  resource: JudgedResource['resource'],
  used: ReadonlySet<string>,
  overrides: readonly UsageOverride[],
  page: Page,
): string[] {
  const fields = Object.entries(pricingOf(resource.type)?.usage ?? {}).filter(([field]) => used.has(field));
  if (fields.length === 0) return [];
  const rows = fields.map(([field, assumption]) => {
    const { range, unit, assumed, size } = usageOf(resource, field, assumption, overrides);
    if (assumed && assumption.planned !== undefined) return [field, assumption.planned, page.dim('from the plan')];
    const figures = range.min.eq(range.max) ? range.min.toFixed() : `${range.min.toFixed()} to ${range.max.toFixed()}`;
    return [
      field,
      `${figures} ${unit}`,
      page.dim(size === undefined ? (assumed ? 'assumed' : 'set under usage:') : `a ${size} load`),
    ];
  });
  const set = fields.map(([field, { max, planned }]) => `${field}: ${planned === undefined ? max : 1}`).join(', ');
  const type = clean(resource.writtenType ?? resource.type);
  return [
    '',
    ...page.wrap(page.colours.bold('Usage'), 2),
    ...page.table(rows, { indent: 4, last: 'wrap' }),
    ...page.wrap('To set it, in credit-guard.yaml:', 4),
    '    usage:',
    `      - { type: ${JSON.stringify(type)}, name: ${JSON.stringify(clean(resource.name))}, ${set} }`,
  ];
}

const MOST_RESOURCES = 20;

/** What a product costs, who covers it until when, and the resources behind it. */
export function productExplained(row: ProductRow, report: Report, page: Page): string[] {
  const { product, rule, end, paidBy, key } = row;
  const sums = sumsOf(row);
  const credits = report.credits.rows.filter(({ id }) => paidBy.includes(id));
  const facts: (readonly [string, string])[] = [
    ['costs', sums.length > 0 ? sums.join(', ') : row.monthly.total.isPartial ? 'not known' : '$0.00 a month'],
    ['who pays', productPayer(row, report)],
    ...(end === undefined || row.because === 'account-closes'
      ? []
      : [['then cash', `${dollars(end.cash)} a month at the dear end`] as const]),
    ...credits.map(
      ({ description, usable, ends }) =>
        [
          'covered by',
          `${description}: ${usable === undefined ? 'amount not known' : `${dollarRange(usable)} usable`}, ${ends === undefined ? 'no end date' : `expires ${isoDay(ends)}`}`,
        ] as const,
    ),
    ...(rule === undefined ? [] : [['rule', `${rule}; \`credit-guard explain ${rule}\` shows it`] as const]),
  ];
  const behind = report.resources.flatMap((resource) =>
    resource.charges.filter((charge) => charge.key === key).map((charge) => ({ resource, charge })),
  );
  return [
    page.heading(product),
    ...factTable(facts, page),
    ...chargeTable(behind, page),
    ...monthLines(product, report, page),
  ];
}

/** What some rules and checks find in this plan. */
export function rulesInPlan(ids: readonly string[], report: Report, page: Page): string[] {
  const isOne = (rule: string) => ids.includes(ruleIdOf({ rule }));
  const behind = report.resources.flatMap((resource) =>
    resource.charges
      .filter((charge) => charge.rule !== undefined && isOne(charge.rule))
      .map((charge) => ({ resource, charge })),
  );
  const findings = report.findings.filter(({ rule }) => isOne(rule));
  if (behind.length === 0 && findings.length === 0) return ['', ...page.wrap('It finds nothing in this plan.', 2)];
  return [
    ...chargeTable(behind, page),
    ...findings.flatMap(({ level, name, headline }) =>
      page.hang(page.mark(level), `${name ?? 'the whole stack'}: ${headline}.`, 2),
    ),
  ];
}

interface Behind {
  readonly resource: ResourceRow;
  readonly charge: ChargeRow;
}

function chargeTable(behind: readonly Behind[], page: Page): string[] {
  if (behind.length === 0) return [];
  const dearest = [...behind].sort((a, b) => b.charge.usd.total.max.cmp(a.charge.usd.total.max));
  const more = dearest.length - MOST_RESOURCES;
  const rows = dearest
    .slice(0, MOST_RESOURCES)
    .map(({ resource, charge: { usd, per, what } }) => [
      amount(usd.total),
      besideAmount(usd.total, per),
      `${shortType(resource.type)} ${resource.name}${page.dim(` · ${what}`)}`,
    ]);
  return [
    '',
    ...page.wrap(page.colours.bold(`${counted(dearest.length, 'charge')}, a month`), 2),
    ...page.table(rows, { align: ['right'], last: 'cut', indent: 4 }),
    ...(more > 0 ? page.wrap(`… and ${counted(more, 'more charge')}.`, 4) : []),
  ];
}

const MOST_MONTHS = 12;

/** What each month of it costs, with what the account spends besides. */
function monthLines(product: string, { forecast }: Report, page: Page): string[] {
  const months = (forecast?.months ?? []).flatMap(({ month, products }) => {
    const split = products.find((one) => one.product === product);
    return split === undefined ? [] : [{ month, ...split }];
  });
  // Of what has no known amount, a table of zeros would say that it costs nothing.
  if (!months.some(({ covered, cash, unknown }) => [covered, cash, unknown].some((part) => !part.eq(zero)))) return [];
  const rows = months.map(({ month, covered, cash, unknown }) => [month, ...[covered, cash, unknown].map(dollars)]);
  const head = ['month', 'credits', 'cash', 'unknown'].map((title) => page.dim(title));
  return [
    '',
    ...page.wrap(page.colours.bold(`By month, at the dear end${forecast?.isPartial === true ? ', or more' : ''}`), 2),
    ...page.table([head, ...rows.slice(0, MOST_MONTHS)], { align: ['left', 'right', 'right', 'right'], indent: 4 }),
    ...(months.length > MOST_MONTHS
      ? page.wrap(`… and ${counted(months.length - MOST_MONTHS, 'more month')}.`, 4)
      : []),
  ];
}
