import { isoDay } from '../core/instant';
import { amount, isNothingKnown, isTold, PAYERS } from './amounts';
import { isSome, type Part } from './model/figures';
import type { Report } from './model/report';
import type { StackRow } from './model/stack-rows';

/** Several stacks beside each other, dearest first: what each costs a month, who pays, and until when. No row for one stack. */
export interface StackTable {
  /** What the figures are, to stand beside a title. */
  readonly caption: string;
  readonly columns: readonly StackColumn[];
  readonly rows: readonly StackRow[];
}

export interface StackColumn {
  readonly title: string;
  readonly cell: (row: StackRow) => string;
  readonly align: 'left' | 'right';
}

export function stackTable({ stacks, isPartial }: Report): StackTable {
  const isUnknown = stacks.some(({ monthly, once }) => isSome(monthly.unknown) || isSome(once.unknown));
  const part = (title: string, of: Part | 'total'): StackColumn => ({
    title,
    cell: (row) => cellOf(row, of),
    align: 'right',
  });
  return {
    caption: `a month${isPartial ? ', or more' : ''}; covered until: at the dear end`,
    columns: [
      { title: 'stack', cell: ({ name }) => name, align: 'left' },
      part('total', 'total'),
      part(PAYERS.covered, 'covered'),
      part(PAYERS.cash, 'cash'),
      ...(isUnknown ? [part(PAYERS.unknown, 'unknown')] : []),
      { title: 'covered until', cell: untilOf, align: 'left' },
      ...(stacks.some(({ findings }) => findings.block + findings.warn > 0)
        ? [{ title: 'findings', cell: findingsOf, align: 'left' as const }]
        : []),
    ],
    rows: [...stacks].sort(byDollars),
  };
}

/** Dearest in a month first, then dearest at once, then by name. */
export const byDollars = (a: StackRow, b: StackRow): number =>
  b.monthly.total.max.cmp(a.monthly.total.max) ||
  b.once.total.max.cmp(a.once.total.max) ||
  (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);

/** `$20.00`, `$1,314.00 once`, `$20.00 + $1,314.00 once`. */
function cellOf({ monthly, once }: StackRow, of: Part | 'total'): string {
  const [each, single] = [monthly[of], once[of]];
  const parts = [
    ...(isSome(each) || (isTold(monthly) && isNothingKnown(each) && !isSome(single)) ? [amount(each)] : []),
    ...(isSome(single) ? [`${amount(single)} once`] : []),
  ];
  return parts.join(' + ') || '–';
}

function untilOf({ end, monthly }: StackRow): string {
  if (end !== undefined) return isoDay(end.earliest);
  return isSome(monthly.covered) ? 'no end' : '–';
}

const findingsOf = ({ findings: { block, warn } }: StackRow): string =>
  [...(block > 0 ? [`${block} block`] : []), ...(warn > 0 ? [`${warn} warn`] : [])].join(', ') || '–';
