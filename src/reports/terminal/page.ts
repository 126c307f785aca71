import Table from 'cli-table3';
import picocolors from 'picocolors';
import wrapAnsi from 'wrap-ansi';
import type { Level } from '../../core/policies';

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

  heading(text: string): string {
    return this.colours.bold(text);
  }

  dim(text: string): string {
    return this.colours.dim(text);
  }

  /** A marker and a word, so that nothing hangs on colour alone. */
  level(level: Level): string {
    const { red, yellow, blue, bold } = this.colours;
    if (level === 'block') return bold(red('✗ block'));
    return level === 'warn' ? bold(yellow('! warn')) : bold(blue('● info'));
  }

  /** Columns without borders. `wrapLast` gives the last column what room is left and breaks its text there. */
  table(rows: readonly (readonly string[])[], { align = [], indent = 2, wrapLast = false }: TableShape = {}): string[] {
    const table = new Table({
      chars: BORDERLESS,
      style: { 'padding-left': 0, 'padding-right': 2, head: [], border: [], compact: true },
      colAligns: [...align],
      ...(wrapLast ? { colWidths: this.columnWidths(rows, indent), wordWrap: true } : {}),
    });
    table.push(...rows.map((row) => [...row]));
    return table
      .toString()
      .split('\n')
      .map((line) => `${' '.repeat(indent)}${line}`.trimEnd());
  }

  private columnWidths(rows: readonly (readonly string[])[], indent: number): (number | null)[] {
    const count = Math.max(...rows.map((row) => row.length));
    const widths = Array.from(
      { length: count - 1 },
      (_, i) => Math.max(...rows.map((row) => shownWidth(row[i] ?? ''))) + 2,
    );
    const used = widths.reduce((total, width) => total + width, indent);
    return [...widths.map(() => null), Math.max(20, this.width - used)];
  }
}

export interface TableShape {
  readonly align?: readonly Align[];
  readonly indent?: number;
  readonly wrapLast?: boolean;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: our own colour codes take no room on the screen
const COLOUR_CODE = /\u001b\[\d+m/g;
export const shownWidth = (text: string): number => text.replace(COLOUR_CODE, '').length;

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
