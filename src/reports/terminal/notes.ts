import { shortType } from '../../words/findings';
import { atMost } from '../../words/text';
import type { RenderOptions } from '../format';
import type { NoteRow } from '../model/note-rows';
import type { Report } from '../model/report';
import type { Page } from './page';

/** What has no price, most frequent first. */
export const unpricedLines = ({ estimate: { unpriced } }: Report, page: Page): string[] =>
  page.table(
    unpriced.map(({ count, type, reason }) => [`${count} ×`, shortType(type), reason]),
    { align: ['right'], last: 'wrap' },
  );

const MOST_OF_INPUT = 20;

/** What is wrong with the input in full; the rest one line each, or in full where that is asked for. */
export function noteLines(notes: readonly NoteRow[], page: Page, { verbose }: RenderOptions): string[] {
  const ofInput = notes.filter(({ topic }) => topic === 'input').map(({ text }) => text);
  const others = notes.filter(({ topic }) => topic !== 'input').map(({ text }) => text);
  const inFull = (texts: readonly string[]) => texts.flatMap((text) => page.hang('-', text));
  if (verbose) return inFull([...ofInput, ...others]);
  return [...inFull(atMost(ofInput, MOST_OF_INPUT)), ...others.map((text) => page.line('-', text))];
}
