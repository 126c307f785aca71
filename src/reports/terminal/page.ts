import Table from 'cli-table3';
import picocolors from 'picocolors';
import wrapAnsi from 'wrap-ansi';
import type { Level } from '../../core/policy-names';

type Colours = ReturnType<typeof picocolors.createColors>;
type Align = 'left' | 'right';

/** Width and colour of what is written, and the few shapes that every part of a report is made of. */
export class Page {
  readonly colours: Colours;

  constructor(
    readonly width: number,
    colour: boolean,
  ) {
    this.colours = picocolors.createColors(colour);
  }

  /** Text that breaks between words. Words longer than a line stay whole: a cut URL is no URL. */
  wrap(text: string, indent = 0): string[] {
    const lines = wrapAnsi(text, Math.max(20, this.width - indent), { hard: false, trim: true }).split('\n');
    return lines.map((line) => ' '.repeat(indent) + line);
  }

  /** The same after a marker: later lines stand under the text, not under the marker. */
  hang(marker: string, text: string, indent = 0): string[] {
    const room = shownWidth(marker) + 1;
    const [first = '', ...later] = this.wrap(text, indent + room);
    return [`${' '.repeat(indent)}${marker} ${first.trimStart()}`, ...later];
  }

  /** One line after a marker, cut where the page ends. */
  line(marker: string, text: string): string {
    return `${marker} ${cut(text, Math.max(NARROWEST, this.width - shownWidth(marker) - 1))}`;
  }

  /** A title, and what is said beside it. */
  title(text: string, beside = ''): string[] {
    return this.wrap(`${this.heading(text)}${beside === '' ? '' : this.dim(` (${beside})`)}`);
  }

  heading(text: string): string {
    return this.colours.bold(text);
  }

  dim(text: string): string {
    return this.colours.dim(text);
  }

  mark(level: Level): string {
    const { red, yellow, blue, bold } = this.colours;
    if (level === 'block') return bold(red('✗'));
    return level === 'warn' ? bold(yellow('!')) : bold(blue('●'));
  }

  /** A marker and a word, so that nothing hangs on colour alone. */
  markAndWord(level: Level): string {
    return `${this.mark(level)} ${this.colours.bold(level)}`;
  }

  /**
   * Columns without borders; one that is empty in every row is left out. `last` says what becomes of a last column that is
   * too long: its text is broken, or cut.
   */
  table(all: readonly (readonly string[])[], shape: TableShape = {}): string[] {
    if (all.length === 0) return [];
    const { indent = 2, last } = shape;
    const isUsed = (column: number): boolean => all.some((row) => (row[column] ?? '') !== '');
    const used = Array.from({ length: largest(all.map((row) => row.length)) }, (_, i) => i).filter(isUsed);
    const cells = all.map((row) => used.map((column) => row[column] ?? ''));
    const widths = used.map((_, i) => largest(cells.map((row) => shownWidth(row[i] ?? ''))));
    const room = Math.max(
      NARROWEST,
      this.width - indent - widths.slice(0, -1).reduce((sum, width) => sum + width + GAP, 0),
    );
    const fitted = (cell: string): string => {
      if (last === 'cut') return cut(cell, room);
      // The table itself breaks between words, and would cut one that is longer than the column.
      const isTooLong = last === 'wrap' && cell.split(' ').some((word) => shownWidth(word) > room);
      return isTooLong ? wrapAnsi(cell, room, { hard: true }) : cell;
    };
    const rows = cells.map((row) => row.map((cell, i) => (i === row.length - 1 ? fitted(cell) : cell)));
    const table = new Table({
      chars: BORDERLESS,
      style: { 'padding-left': 0, 'padding-right': GAP, head: [], border: [], compact: true },
      colAligns: used.map((column) => shape.align?.[column] ?? 'left'),
      ...(last === 'wrap' ? { colWidths: [...widths.slice(0, -1).map(() => null), room + GAP], wordWrap: true } : {}),
    });
    for (const row of rows) table.push(row);
    return table
      .toString()
      .split('\n')
      .map((line) => `${' '.repeat(indent)}${line}`.trimEnd());
  }
}

/** Of any number of them: each is no argument of a call. */
const largest = (numbers: readonly number[]): number => numbers.reduce((most, one) => Math.max(most, one), 0);

/** Blanks between two columns. */
const GAP = 2;
/** Less than this is no column that anybody can read. */
const NARROWEST = 12;

export interface TableShape {
  readonly align?: readonly Align[];
  readonly indent?: number;
  readonly last?: 'wrap' | 'cut';
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: our own colour codes take no room on the screen
const COLOUR_CODE = /\u001b\[\d+m/g;
export const shownWidth = (text: string): number => text.replace(COLOUR_CODE, '').length;

/** As much as there is room for, up to the end of a word: half a number would be another number. */
function cut(text: string, room: number): string {
  if (shownWidth(text) <= room) return text;
  const plain = text.replace(COLOUR_CODE, '');
  const end = plain.lastIndexOf(' ', room - 1);
  return `${plain.slice(0, end > 0 ? end : room - 1).replace(/[\s·:,]+$/, '')}…`;
}

const BORDERLESS = {
  top: '',
  'top-mid': '',
  'top-left': '',
  'top-right': '',
  bottom: '',
  'bottom-mid': '',
  'bottom-left': '',
  'bottom-right': '',
  left: '',
  'left-mid': '',
  mid: '',
  'mid-mid': '',
  right: '',
  'right-mid': '',
  middle: '',
};
