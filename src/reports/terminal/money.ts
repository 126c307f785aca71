import type { Assessment } from '../../core/assess';
import type { Buckets } from '../../core/estimate';
import { cents, dollarRange, dollars, type Range, zero } from '../../core/money';
import { rounded } from '../rounded';
import { isComplete } from '../verdict';
import { type Page, shownWidth } from './page';

type Part = 'total' | 'covered' | 'cash' | 'unknown';

const LABELS: Readonly<Record<Part, string>> = {
  covered: 'Credits pay',
  cash: 'Cash',
  unknown: 'Not known who pays',
  total: 'Total',
};

interface Column {
  readonly title: string;
  readonly buckets: Buckets;
  readonly show: (range: Range) => string;
}

/** Who pays what: a month, once, and what this deployment changes. */
export function moneyLines(assessment: Assessment, page: Page): string[] {
  const { monthly, once, change } = assessment.estimate;
  const columns: Column[] = [{ title: 'a month', buckets: rounded(monthly), show: dollarRange }];
  if (isSome(once)) columns.push({ title: 'once', buckets: rounded(once), show: dollarRange });
  if (change !== undefined) columns.push({ title: 'change a month', buckets: rounded(change), show: signed });
  const parts: Part[] = ['covered', 'cash', ...(columns.some(hasUnknown) ? (['unknown'] as const) : []), 'total'];
  const table = toTable(columns, parts, page);
  const lines = table.every((line) => shownWidth(line) <= page.width)
    ? table
    : columns.flatMap((column) => toTable([column], parts, page));
  if (isComplete(assessment)) return lines;
  const changeWords = change === undefined ? '' : ', and the change as that of what is priced';
  return [...lines, ...page.wrap(`Not everything is priced: read each figure as "at least"${changeWords}.`, 2)];
}

function toTable(columns: readonly Column[], parts: readonly Part[], page: Page): string[] {
  const rows = parts.map((part) => {
    const cells = columns.map(({ buckets, show }) => paint(part, buckets[part], show(buckets[part]), page));
    return part === 'total' ? [LABELS[part], ...cells].map(page.colours.bold) : [LABELS[part], ...cells];
  });
  const head = ['', ...columns.map(({ title }) => page.dim(title))];
  return page.table([head, ...rows], { align: ['left', ...columns.map(() => 'right' as const)] });
}

function paint(part: Part, { max }: Range, text: string, { colours }: Page): string {
  if (cents(max).lte(zero)) return text;
  if (part === 'covered') return colours.green(text);
  if (part === 'cash') return colours.red(text);
  return part === 'unknown' ? colours.yellow(text) : text;
}

const isSome = ({ total }: Buckets): boolean => cents(total.max).gt(zero);

const hasUnknown = ({ buckets: { unknown } }: Column): boolean =>
  !cents(unknown.max).eq(zero) || !cents(unknown.min).eq(zero);

/** `+$12.00–$15.00`, `-$3.00`, `-$3.00 to +$4.00`, `no change`. */
function signed(range: Range): string {
  const [min, max] = [cents(range.min), cents(range.max)];
  if (min.eq(zero) && max.eq(zero)) return 'no change';
  if (min.gte(zero)) return `+${dollarRange(range)}`;
  if (min.eq(max)) return dollars(min);
  return max.lte(zero) ? `-${dollars(max.abs())} to -${dollars(min.abs())}` : `${dollars(min)} to +${dollars(max)}`;
}
