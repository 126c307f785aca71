import { isoDay } from '../../core/instant';
import type { Usd } from '../../core/money';
import { dollarRange, dollars, zero } from '../../core/money';
import { pageOf } from '../../words/pages';
import { counted } from '../../words/text';
import { amount, besideAmount, dearestFirst, isTold, orMore, PAYERS, payersOf } from '../amounts';
import { chargePayer, priceWords, productPayer, sumWords } from '../arithmetic';
import type { RenderOptions } from '../format';
import { type Child, element, fragment, type Markup } from '../markup';
import type { CreditRow } from '../model/credit-rows';
import { type Figures, PARTS } from '../model/figures';
import type { FindingRow } from '../model/finding-rows';
import type { Topic } from '../model/note-rows';
import type { Report } from '../model/report';
import type { ChargeRow, ResourceRow } from '../model/resource-rows';
import { acceptedText, resourceLabel, subjectOf } from '../sentences';
import { stackTable } from '../stacks';

/** A part of the page, under its own heading; undefined where there is nothing to report. */
export function section(id: string, title: string, ...children: readonly Child[]): Markup {
  return element(
    'section',
    { id, 'aria-labelledby': `${id}-title` },
    element('h2', { id: `${id}-title` }, title),
    ...children,
  );
}

/** Titles with what is said of them. */
export const facts = (rows: readonly (readonly [string, Child])[]): Markup =>
  element(
    'dl',
    { class: 'facts' },
    ...rows.flatMap(([title, words]) => [element('dt', {}, title), element('dd', {}, words)]),
  );

/** A wide table scrolls in a box of its own, which a keyboard reaches. */
export const scrolled = (label: string, table: Markup): Markup =>
  element('div', { class: 'scroll', role: 'region', 'aria-label': label, tabindex: 0 }, table);

/** Who draws what, where several stacks share the credits. */
export function stacks(report: Report): Markup | undefined {
  const { caption, columns, rows } = stackTable(report);
  if (rows.length === 0) return undefined;
  const look = (align: 'left' | 'right') => (align === 'right' ? { class: 'usd' } : {});
  const [, ...others] = columns;
  return section(
    'stacks',
    'Stacks',
    scrolled(
      'Table of stacks',
      element(
        'table',
        {},
        element('caption', {}, `USD ${caption}.`),
        element(
          'thead',
          {},
          element(
            'tr',
            {},
            ...columns.map(({ title, align }) => element('th', { scope: 'col', ...look(align) }, title)),
          ),
        ),
        element(
          'tbody',
          {},
          ...rows.map((row) =>
            element(
              'tr',
              {},
              element('th', { scope: 'row' }, row.name),
              ...others.map(({ cell, align }) => element('td', look(align), cell(row))),
            ),
          ),
        ),
      ),
    ),
  );
}

const LEVELS = { block: '✗ Blocks', warn: '! Warning', info: 'i For information' } as const;

/** A page with more is slow to open; JSON has them all. */
const MOST_ROWS = 1000;

/** What is left out of a page, counted. */
const more = (count: number, what: string): Markup | undefined =>
  count > MOST_ROWS
    ? element('p', {}, `… and ${counted(count - MOST_ROWS, `more ${what}`)}; --report json=FILE lists each.`)
    : undefined;

export function findings({ findings: all }: Report, { homepage }: RenderOptions): Markup | undefined {
  if (all.length === 0) return undefined;
  return section(
    'findings',
    'Findings',
    all.slice(0, MOST_ROWS).map((one, i) => findingCard(one, i, homepage)),
    more(all.length, 'finding'),
  );
}

function findingCard(finding: FindingRow, i: number, homepage: string | undefined): Markup {
  const { level, headline, reason, remedy, policy, rule, source, accept } = finding;
  const accepted = acceptedText(finding);
  const page = pageOf(finding, homepage);
  const command = `accept-${i}`;
  const doubt = source !== undefined && source.confidence > 'B' ? ', not confirmed by AWS' : '';
  return element(
    'article',
    { class: `finding ${level}` },
    element('p', { class: 'small' }, element('span', { class: 'level' }, LEVELS[level]), ' · ', subjectOf(finding)),
    element('h3', {}, `${headline}.`),
    reason === '' ? undefined : element('p', {}, reason),
    accepted === undefined ? undefined : element('p', {}, accepted),
    remedy === '' || accepted !== undefined ? undefined : element('p', {}, element('strong', {}, 'Fix: '), remedy),
    element(
      'p',
      { class: 'small soft' },
      `Policy ${policy}, rule ${rule}`,
      source === undefined ? undefined : fragment('. ', link(source.url), ` (${source.asOf}${doubt})`),
      page === undefined ? undefined : fragment('. ', link(page)),
    ),
    accept.length === 0
      ? undefined
      : element(
          'details',
          {},
          element('summary', {}, 'Accept it'),
          element('pre', { id: command }, accept.join('\n')),
          element('button', { type: 'button', 'data-copy': command, hidden: '' }, 'Copy'),
        ),
  );
}

const link = (url: string): Markup => element('a', { href: url, rel: 'noreferrer' }, url);

/** Amount, what stands behind it, and the figure to sort by. */
const usdCell = (figures: Figures, per: 'month' | 'once'): Markup =>
  element(
    'td',
    { class: 'usd', 'data-value': figures.total.max.toFixed(2) },
    `${amount(figures.total)} ${besideAmount(figures.total, per)}`.trim(),
  );

interface Table {
  readonly id: string;
  readonly caption: string;
  readonly heads: readonly string[];
  readonly foot?: Markup;
}

const sortable = ({ id, caption, heads, foot }: Table, rows: readonly Markup[]): Markup =>
  element(
    'table',
    { id, 'data-sortable': '' },
    element('caption', {}, caption),
    element(
      'thead',
      {},
      element(
        'tr',
        {},
        ...heads.map((head) => element('th', { scope: 'col', class: head === 'USD' ? 'usd' : undefined }, head)),
      ),
    ),
    element('tbody', {}, rows),
    foot,
  );

const filter = (table: string, label: string): Markup =>
  element(
    'p',
    { class: 'filter', hidden: '' },
    element('label', { for: `${table}-filter` }, `${label} `),
    element('input', { type: 'search', id: `${table}-filter`, 'data-table': table, autocomplete: 'off' }),
    ' ',
    element('output', { for: `${table}-filter`, class: 'soft small' }),
  );

export function products(report: Report): Markup | undefined {
  const rows = report.products.flatMap((row) =>
    (['monthly', 'once'] as const)
      .filter((per) => isTold(row[per]))
      .map((per) =>
        element(
          'tr',
          {},
          usdCell(row[per], per === 'once' ? 'once' : 'month'),
          element('td', {}, row.product),
          element('td', {}, productPayer(row, report)),
        ),
      ),
  );
  if (rows.length === 0) return undefined;
  const { monthly, once } = report.estimate;
  const totals = ([monthly, once] as const)
    .map((figures, i) => [figures, i === 0 ? 'month' : 'once'] as const)
    .filter(([figures]) => isTold(figures))
    .map(([figures, per]) =>
      element(
        'tr',
        {},
        usdCell(figures, per),
        element('th', { scope: 'row' }, 'Total'),
        element('td', {}, partWords(figures)),
      ),
    );
  return section(
    'products',
    'By product',
    scrolled(
      'Table by product',
      sortable(
        {
          id: 'by-product',
          caption: 'USD a month of 730 hours, or once.',
          heads: ['USD', 'Product', 'Who pays'],
          foot: element('tfoot', {}, ...totals),
        },
        rows,
      ),
    ),
  );
}

const partWords = (figures: Figures): string =>
  PARTS.filter((part) => figures[part].max.gt(zero) || figures[part].isPartial)
    .map((part) => `${PAYERS[part]} ${amount(figures[part])}${orMore(figures[part])}`)
    .join(', ');

export function resources(report: Report): Markup | undefined {
  const dearest = dearestFirst(report.resources);
  if (dearest.length === 0) return undefined;
  const rows = dearest.slice(0, MOST_ROWS).map((row) => resourceRow(row, report));
  return section(
    'resources',
    'By resource',
    filter('by-resource', 'Filter by name, type or payer'),
    scrolled(
      'Table by resource',
      sortable(
        {
          id: 'by-resource',
          caption: 'USD a month of 730 hours, or once; open a row for its arithmetic.',
          heads: ['USD', 'Who pays', 'Resource'],
        },
        rows,
      ),
    ),
    more(dearest.length, 'resource'),
  );
}

function resourceRow(row: ResourceRow, report: Report): Markup {
  const per = isTold(row.monthly) ? 'month' : 'once';
  const figures = per === 'month' ? row.monthly : row.once;
  const also = per === 'month' && isTold(row.once) ? row.once : undefined;
  const who = PARTS.filter((part) => [figures, also].some((one) => one !== undefined && payersOf(one).includes(part)));
  return element(
    'tr',
    {},
    element(
      'td',
      { class: 'usd', 'data-value': figures.total.max.toFixed(2) },
      `${amount(figures.total)} ${besideAmount(figures.total, per)}`.trim(),
      also === undefined
        ? undefined
        : fragment(element('br'), `${amount(also.total)} ${besideAmount(also.total, 'once')}`),
    ),
    element('td', {}, who.map((part) => PAYERS[part]).join(' + ')),
    element(
      'td',
      {},
      element(
        'details',
        {},
        element('summary', {}, resourceLabel(row)),
        row.because === undefined ? undefined : element('p', {}, `Not priced in full: ${row.because}.`),
        ...row.charges.map((charge) => chargeBlock(charge, report)),
      ),
    ),
  );
}

function chargeBlock(charge: ChargeRow, report: Report): Markup {
  const { what, product, quantity, isAssumed, price, because, rule } = charge;
  return element(
    'div',
    { class: 'charge small' },
    element('strong', {}, what),
    facts([
      ['Amount', because === undefined ? sumWords(charge) : `not known: ${because}`],
      ['Product', product],
      ...(quantity === '' ? [] : [['Quantity', `${quantity}${isAssumed ? ' (assumed)' : ''}`] as const]),
      ...(price === undefined
        ? []
        : [['Price', `${priceWords(price)}, ${price.source.asOf}, confidence ${price.source.confidence}`] as const]),
      ...(price?.estimate === undefined ? [] : [['Estimate', price.estimate] as const]),
      ...(rule === undefined ? [] : [['Rule', rule] as const]),
      ['Who pays', chargePayer(charge, report)],
    ]),
  );
}

const STATES: Readonly<Record<CreditRow['state'], string>> = {
  usable: 'usable',
  'not-started': 'has not started',
  paused: 'paused',
  disabled: 'disabled',
  ended: 'expired',
  'used-up': 'used up',
  'not-in-usd': 'amount not in USD',
};

export function credits({ credits: { rows } }: Report): Markup | undefined {
  if (rows.length === 0) return undefined;
  const body = rows.map(({ description, usable, remaining, ends, products: covers, state, isEntitled }) =>
    element(
      'tr',
      {},
      element('td', {}, description),
      element('td', { class: 'usd' }, usable === undefined ? 'not known' : dollarRange(usable)),
      element('td', { class: 'usd' }, usdOr(remaining)),
      element('td', {}, ends === undefined ? 'no end date' : isoDay(ends)),
      element('td', {}, [STATES[state], ENTITLED[isEntitled]].filter(Boolean).join('; ')),
      element('td', {}, coversOf(covers)),
    ),
  );
  const heads = ['Credit', 'Usable today', 'Remaining', 'Expires', 'State', 'Covers'];
  return scrolled(
    'Table of credits',
    element(
      'table',
      {},
      element('caption', {}, 'The credits that this plan is held against.'),
      element(
        'thead',
        {},
        element(
          'tr',
          {},
          ...heads.map((head) => element('th', { scope: 'col', class: USD_HEADS.has(head) ? 'usd' : undefined }, head)),
        ),
      ),
      element('tbody', {}, body),
    ),
  );
}

function coversOf(covers: CreditRow['products']): Child {
  if (typeof covers === 'string') return PRODUCTS[covers];
  const list = covers.join(', ');
  if (covers.length <= MOST_NAMES) return list;
  return element('details', {}, element('summary', {}, counted(covers.length, 'product')), list);
}

/** More names than these are folded. */
const MOST_NAMES = 4;

const USD_HEADS: ReadonlySet<string> = new Set(['Usable today', 'Remaining']);
const PRODUCTS = { all: 'all products', unlisted: 'products not listed' } as const;
const ENTITLED = { yes: '', no: 'of another account', unknown: 'perhaps of another account' } as const;

const usdOr = (usd: Usd | undefined): string => (usd === undefined ? 'not known' : dollars(usd));

const TOPICS: Readonly<Record<Topic, string>> = {
  input: 'What was read',
  figures: 'What the figures assume',
  basis: 'Date and prices',
  'not-looked-at': 'What was not looked at',
  exceptions: 'Exceptions',
};

export function notes(report: Report): Markup | undefined {
  const { unpriced } = report.estimate;
  const groups = (Object.keys(TOPICS) as Topic[]).flatMap((topic) => {
    const own = report.notes.filter((note) => note.topic === topic);
    if (own.length === 0) return [];
    return [
      element('h3', {}, TOPICS[topic]),
      element(
        'ul',
        {},
        own.map(({ text }) => element('li', {}, text)),
      ),
    ];
  });
  const missing = unpriced.map(({ count, type, reason }) => element('li', {}, `${count} × ${type}: ${reason}`));
  if (groups.length === 0 && missing.length === 0) return undefined;
  return section(
    'assumptions',
    'Assumptions and limits',
    ...(missing.length === 0 ? [] : [element('h3', {}, 'Not priced in full'), element('ul', {}, missing)]),
    ...groups,
  );
}

/** Where the prices and the rules of this page come from, each once. */
export function sources({ resources: rows, findings: found }: Report): Markup | undefined {
  const seen = new Map<string, Markup>();
  for (const { charges } of rows) {
    for (const { price } of charges) {
      if (price === undefined) continue;
      const { name, url, asOf, confidence } = price.source;
      seen.set(`${url} ${asOf}`, fragment(`${name}: `, link(url), ` (${asOf}, confidence ${confidence})`));
    }
  }
  for (const { source } of found) {
    if (source === undefined) continue;
    const { url, asOf, confidence } = source;
    if (!seen.has(`${url} ${asOf}`))
      seen.set(`${url} ${asOf}`, fragment('AWS terms: ', link(url), ` (${asOf}, confidence ${confidence})`));
  }
  if (seen.size === 0) return undefined;
  const ordered = [...seen].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, markup]) => element('li', {}, markup));
  return section(
    'sources',
    'Sources',
    element(
      'p',
      { class: 'small soft' },
      'Confidence: A official AWS text, B quoted elsewhere, C third-party report, D inference.',
    ),
    element('ul', { class: 'small' }, ordered),
  );
}
