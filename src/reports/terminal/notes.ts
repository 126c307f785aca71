import { shortType } from '../../words/findings';
import { atMost } from '../../words/text';
import type { RenderOptions } from '../format';
import type { NoteRow } from '../model/note-rows';
import type { Report } from '../model/report';
import type { Page } from './page';

const MOST_NOTES = 20;

/** What has no price, most frequent first. */
export const unpricedLines = ({ estimate: { unpriced } }: Report, page: Page): string[] =>
  page.table(
    unpriced.map(({ count, type, reason }) => [`${count} ×`, shortType(type), reason]),
    { align: ['right'], last: 'wrap' },
  );

/** One line each; in full where that is asked for. */
export function noteLines(notes: readonly NoteRow[], page: Page, { verbose }: RenderOptions): string[] {
  if (verbose) return notes.flatMap(({ text }) => page.hang('-', text));
  return atMost(
    notes.map(({ text }) => page.line('-', text)),
    MOST_NOTES,
  ) as string[];
}
