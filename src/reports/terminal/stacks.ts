import { shownOf } from '../amounts';
import type { Report } from '../model/report';
import type { StackRow } from '../model/stack-rows';
import { type StackColumn, stackTable } from '../stacks';
import { type Page, shownWidth } from './page';

const MOST_STACKS = 12;

/** Who draws what, where several stacks share the credits. */
export function stackSection(report: Report, page: Page, isAll: boolean): string[] {
  const { caption, columns, rows } = stackTable(report);
  if (rows.length === 0) return [];
  const shown = isAll ? rows : rows.slice(0, MOST_STACKS);
  const hidden = shownOf(shown.length, rows.length, 'stack');
  const kept = [columns, without(columns, 'findings'), without(columns, 'findings', 'total')].find(
    (some, i) => i === 2 || widthOf(cellsOf(some, shown)) <= page.width,
  );
  const [head = [], ...body] = cellsOf(kept ?? columns, shown);
  return [
    '',
    ...page.title('Stacks', hidden === '' ? caption : `${caption}; ${hidden}`),
    ...page.table([head.map((title) => page.dim(title)), ...body], {
      align: (kept ?? columns).map(({ align }) => align),
    }),
  ];
}

/** What there is no room for stands elsewhere: each finding has its own lines, and the total is the sum of who pays. */
const without = (columns: readonly StackColumn[], ...titles: readonly string[]): readonly StackColumn[] =>
  columns.filter(({ title }) => !titles.includes(title));

const cellsOf = (columns: readonly StackColumn[], rows: readonly StackRow[]): readonly (readonly string[])[] => [
  columns.map(({ title }) => title),
  ...rows.map((row) => columns.map(({ cell }) => cell(row))),
];

/** Columns with two blanks before each. */
const widthOf = (rows: readonly (readonly string[])[]): number =>
  (rows[0] ?? []).reduce((width, _, i) => width + 2 + Math.max(...rows.map((row) => shownWidth(row[i] ?? ''))), 0);
