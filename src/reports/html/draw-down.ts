import { dollars, type Usd, zero } from '../../core/money';
import { element, type Markup } from '../markup';
import type { Forecast, MonthRow } from '../model/forecast';
import type { Report } from '../model/report';
import { NO_BALANCE, outlookFacts } from '../outlook';
import { chart, type Drawing, expiryMarks, type Series, seriesOf, swatch } from './chart';
import { credits, facts, scrolled, section } from './sections';

/** What credits cover and until when: facts, the chart, the same in a table, and the credits themselves. */
export function drawDown(report: Report, drawing: Drawing): Markup {
  const { forecast } = report;
  if (forecast === undefined) return section('draw-down', 'Credits', element('p', {}, NO_BALANCE), credits(report));
  const series = seriesOf(forecast, report);
  return section(
    'draw-down',
    'Credits',
    facts(outlookFacts(report)),
    ...(series.length === 0 ? [] : pictures(forecast, series, report, drawing)),
    credits(report),
  );
}

const pictures = (forecast: Forecast, series: readonly Series[], report: Report, drawing: Drawing): Markup[] => [
  element(
    'figure',
    {},
    scrolled('Chart of the draw-down', chart(forecast, report, drawing)),
    element(
      'figcaption',
      {},
      element('ul', { class: 'legend' }, ...series.map(({ name, look }) => element('li', {}, swatch(look), name))),
      element('p', { class: 'small soft' }, explained(forecast)),
      element(
        'ul',
        { class: 'legend' },
        ...expiryMarks(report).map(({ number, text }) => element('li', {}, `${number}: ${text}`)),
      ),
    ),
  ),
  element('details', {}, element('summary', {}, 'The same values in a table'), monthTable(forecast, series)),
];

const explained = ({ isPartial, months }: Forecast): string =>
  [
    'Bars use the dear end of every range. Below them: the credits left after each month, from the dear end (solid line) to the cheap end (dashed).',
    drawnByOthers(months) ? 'Other accounts draw on them too: the table says how much.' : '',
    isPartial ? 'Some amounts are not known: read each bar as "or more", and what is left as "or less".' : '',
  ]
    .filter(Boolean)
    .join(' ');

const drawnByOthers = (months: readonly MonthRow[]): boolean => months.some(({ byOthers }) => byOthers.gt(zero));

function monthTable({ months, leftAtMost, isPartial }: Forecast, series: readonly Series[]): Markup {
  const columns: { title: string; value: (month: MonthRow, i: number) => Usd }[] = [
    ...series.map(({ name, usd }) => ({ title: name, value: (_: MonthRow, i: number) => usd[i] ?? zero })),
    ...(months.some(({ tax }) => tax !== undefined)
      ? [{ title: 'tax', value: ({ tax = zero }: MonthRow) => tax }]
      : []),
    ...(drawnByOthers(months) ? [{ title: 'other accounts', value: ({ byOthers }: MonthRow) => byOthers }] : []),
    { title: 'expires unused', value: ({ forfeited }) => forfeited },
    { title: 'left', value: ({ left }) => left },
    { title: 'left at most', value: (_, i) => leftAtMost[i] ?? zero },
  ];
  const mark = isPartial ? 'USD at the dear end, or more.' : 'USD at the dear end.';
  return scrolled(
    'Table of months',
    element(
      'table',
      {},
      element('caption', {}, mark),
      element(
        'thead',
        {},
        element(
          'tr',
          {},
          element('th', { scope: 'col' }, 'Month'),
          ...columns.map(({ title }) => element('th', { scope: 'col', class: 'usd' }, title)),
        ),
      ),
      element(
        'tbody',
        {},
        ...months.map((month, i) =>
          element(
            'tr',
            {},
            element('th', { scope: 'row' }, month.month),
            ...columns.map(({ value }) => element('td', { class: 'usd' }, dollars(value(month, i)))),
          ),
        ),
      ),
    ),
  );
}
