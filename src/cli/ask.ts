import { createInterface } from 'node:readline/promises';
import { Page } from '../reports/terminal/page';
import type { Io } from './io';
import { widthOf } from './terminal';

/** Somebody has closed the questions: Ctrl-C, Ctrl-D. */
export class Cancelled extends Error {}

export interface Question<T> {
  readonly text: string;
  /** What may be answered, where that is a list. */
  readonly choices?: readonly string[];
  /** What an empty answer means, as it is shown. */
  readonly byDefault: string;
  /** The answer in its form; undefined where it is none, and then it is asked again. */
  read(answer: string): T | undefined;
  /** What to write instead. */
  hint(answer: string): string;
}

/** Asks on standard error, so that standard output stays a result. */
export class Asking {
  private readonly lines;
  private readonly closed: Promise<never>;

  constructor(private readonly io: Io) {
    const lines = createInterface({ input: io.stdin, output: io.stderr, terminal: true });
    lines.on('SIGINT', () => lines.close());
    this.lines = lines;
    this.closed = new Promise((_, fail) => lines.once('close', () => fail(new Cancelled())));
    this.closed.catch(() => {}); // closing after the last answer is no loss
  }

  /** @throws Cancelled */
  async ask<T>({ text, choices, byDefault, read, hint }: Question<T>): Promise<T> {
    const page = new Page(widthOf(this.io), false);
    const list = choices === undefined ? [] : [...page.wrap(choices.join(', '), 2), ''];
    const asked = `${[...page.wrap(text), ...list].join('\n')} [${byDefault}] `;
    for (;;) {
      const written = await Promise.race([this.lines.question(asked), this.closed]);
      const found = read(written.trim() === '' ? byDefault : written.trim());
      if (found !== undefined) return found;
      this.io.stderr.write(`  ${hint(written.trim())}\n`);
    }
  }

  close(): void {
    this.lines.close();
  }
}
