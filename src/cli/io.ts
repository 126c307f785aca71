import { writeFault } from '../adapters/replace-file';
import { writeFaultWords } from '../words/write-faults';

/** The world as the command sees it: tests put their own in its place. */
export interface Io {
  readonly stdin: NodeJS.ReadableStream & { readonly isTTY?: boolean };
  readonly stdout: Output;
  readonly stderr: Output;
  readonly env: NodeJS.ProcessEnv;
  readonly cwd: string;
  readonly tool: { readonly name: string; readonly version: string };
  /** Where the documentation is, where somebody has said. */
  readonly homepage: string | undefined;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

export type Output = NodeJS.WritableStream & { readonly isTTY?: boolean; readonly columns?: number };

/** Something in what the user gave us is wrong. One line each, with the fix; exit code 2. */
export class InputError extends Error {
  constructor(
    readonly lines: readonly string[],
    /** Our own words on how to go on, laid out as they should stand. */
    readonly hints: readonly string[] = [],
  ) {
    super(lines.join('\n'));
  }
}

/** What we print cannot be written: a full disk, a closed terminal. One line; exit code 3. */
export class OutputError extends Error {}

/** Writes all of it. A reader that has seen enough (`| head`) is no error. */
export function write(stream: Output, text: string): Promise<void> {
  return new Promise((done, fail) => {
    stream.write(text, (error) => {
      if (error && !isClosedPipe(error))
        fail(new OutputError(`the output cannot be written: ${writeFaultWords(writeFault(error))}`));
      else done();
    });
  });
}

const isClosedPipe = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'EPIPE' || error.code === 'ERR_STREAM_DESTROYED');
