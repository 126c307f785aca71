import { createHash } from 'node:crypto';
import { isoDay } from '../../core/instant';
import type { Status } from '../../core/verdict';
import { counted } from '../../words/text';
import { aMonth, amount, isNothingKnown, isTold, orMore, signed } from '../amounts';
import type { Render, RenderOptions } from '../format';
import { element, fragment, type Markup } from '../markup';
import { type Figure, type Figures, isSome } from '../model/figures';
import type { Report } from '../model/report';
import type { Drawing } from './chart';
import { drawDown } from './draw-down';
import { SCRIPT } from './script';
import { findings, notes, products, resources, sources, stacks } from './sections';
import { STYLE } from './style';

/** One file that needs nothing else: no network, and a policy that allows its own style and script alone. */
export async function loadHtml(): Promise<Render> {
  const [shape, scale] = await Promise.all([import('d3-shape'), import('d3-scale')]);
  return (report, options) => `<!doctype html>\n${pageOf(report, options, { shape, scale }).markup}\n`;
}

function pageOf(report: Report, options: RenderOptions, drawing: Drawing): Markup {
  const title = `AWS credits: ${report.title}`;
  return element(
    'html',
    { lang: 'en' },
    element(
      'head',
      {},
      element('meta', { charset: 'utf-8' }),
      element('meta', { 'http-equiv': 'Content-Security-Policy', content: POLICY }),
      element('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
      element('meta', { name: 'referrer', content: 'no-referrer' }),
      element('title', {}, title),
      element('style', {}, { markup: STYLE }),
    ),
    element(
      'body',
      {},
      element('a', { class: 'skip', href: '#report' }, 'Skip to the report'),
      element('header', {}, element('h1', {}, title), verdict(report), tiles(report)),
      element(
        'main',
        { id: 'report' },
        stacks(report),
        drawDown(report, drawing),
        findings(report, options),
        products(report),
        resources(report),
        notes(report),
        sources(report),
      ),
      footer(report, options),
      element('script', {}, { markup: SCRIPT }),
    ),
  );
}

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

const POLICY = [
  "default-src 'none'",
  `style-src ${hashOf(STYLE)}`,
  `script-src ${hashOf(SCRIPT)}`,
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

const STATUS: Readonly<Record<Status, readonly [look: 'good' | 'bad' | 'unsure', words: string]>> = {
  blocked: ['bad', '✗ Blocked'],
  cash: ['unsure', '! You pay cash'],
  unknown: ['unsure', '? Not everything is known'],
  'within-credits': ['good', '✓ Within credits'],
  'nothing-planned': ['good', 'No AWS resource is planned'],
};

function verdict({ verdict: { status, sentence }, estimate: { cashOfChange } }: Report): Markup {
  const [look, words] = STATUS[status];
  return element(
    'div',
    { class: `verdict ${look}` },
    element('strong', { class: 'status' }, words),
    cashOfChange === undefined ? undefined : element('p', {}, element('strong', {}, cashOfChange)),
    element('p', {}, sentence),
  );
}

/** Cash, what credits cover, and what changes. */
function tiles({ estimate: { monthly, once, change }, isPartial }: Report): Markup | undefined {
  const sums = (part: 'cash' | 'covered' | 'unknown'): string => {
    const [one, each] = [once[part], monthly[part]];
    const parts = [
      ...(isSome(one) || one.isPartial ? [onceWords(one)] : []),
      ...(isSome(each) || each.isPartial ? [monthWords(each)] : []),
    ];
    return parts.length === 0 ? 'nothing' : parts.join(', ');
  };
  if (!isTold(once) && !isTold(monthly)) return undefined;
  const isUnknown = [once, monthly].some(({ unknown }) => unknown.max.gt(0) || unknown.isPartial);
  const rows: (readonly [string, string])[] = [
    ['You pay', sums('cash')],
    ['Credits cover', sums('covered')],
    ...(isUnknown ? [['Not known who pays', sums('unknown')] as const] : []),
    ...(change === undefined ? [] : [['Change a month', changeWords(change, isPartial)] as const]),
  ];
  return element(
    'dl',
    { class: 'tiles' },
    ...rows.map(([title, words]) =>
      element('div', { class: 'tile' }, element('dt', {}, title), element('dd', {}, words)),
    ),
  );
}

const onceWords = (figure: Figure): string =>
  isNothingKnown(figure) ? 'a one-time amount that is not known' : `${amount(figure)} once${orMore(figure)}`;

const monthWords = (figure: Figure): string =>
  isNothingKnown(figure) ? 'a monthly amount that is not known' : aMonth(figure);

function changeWords({ total }: Figures, isPartial: boolean): string {
  if (!isPartial) return signed(total);
  return total.max.eq(0) && total.min.eq(0) ? 'not known' : `${signed(total)} or more`;
}

function footer({ date, estimate: { counts } }: Report, { tool }: RenderOptions): Markup {
  const { priced, free, unpriced, total } = counts;
  const parts = [`${priced} priced`, `${free} free`, ...(unpriced > 0 ? [`${unpriced} not priced in full`] : [])];
  return element(
    'footer',
    {},
    fragment(
      `As of ${isoDay(date)}: ${counted(total, 'AWS resource')}; ${parts.join(', ')}. By ${tool.name} ${tool.version}.`,
    ),
  );
}
