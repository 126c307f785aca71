import type { Assessment } from '../../core/assess';
import { countNotChecked } from '../../core/coverage/not-checked';
import { wordsOf } from '../../words/notices';
import { atMost, clean, counted } from '../../words/text';
import { shortType } from './findings';
import type { Page } from './page';

const MOST_TYPES = 10;

/** What has no price, most frequent first. */
export function unpricedLines({ estimate }: Assessment, page: Page): string[] {
  const { unpriced } = estimate;
  const rows = unpriced
    .slice(0, MOST_TYPES)
    .map(({ count, type, reason }) => [`${count} ×`, shortType(type), clean(reason, 200)]);
  if (rows.length === 0) return [];
  const more = unpriced.length - MOST_TYPES;
  return [
    ...page.table(rows, { align: ['right'], wrapLast: true }),
    ...(more > 0 ? page.wrap(`… and ${counted(more, 'more line')}; --format json lists all.`, 2) : []),
  ];
}

const MOST_PROBLEMS = 20;

/** What the figures rest on and what they leave out, one line each. */
export function noteLines(assessment: Assessment, page: Page): string[] {
  const { plan, outlook, problems } = assessment;
  const external = sumOf(plan.external);
  const notes = [
    ...atMost(
      problems.map((problem) => clean(wordsOf(problem))),
      MOST_PROBLEMS,
    ),
    ...countNotChecked(plan.resources).map(
      ({ row, count }) => `Not checked: ${row.what}, in ${counted(count, 'resource')}. To check: ${row.check}.`,
    ),
    ...(external > 0 ? [`Only read by this stack, so somebody else pays: ${counted(external, 'resource')}.`] : []),
    ...[...plan.outside].map(
      ([name, count]) => `Outside AWS credits: ${counted(count, 'resource')} of ${clean(name, 60)}.`,
    ),
    ...(outlook?.assumptions ?? []),
  ];
  return notes.flatMap((note) => page.hang('-', note, 2));
}

const sumOf = (counts: ReadonlyMap<string, number>): number =>
  [...counts.values()].reduce((total, count) => total + count, 0);
