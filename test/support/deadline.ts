import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { vi } from 'vitest';

/*
 * Runs end after so many seconds. A test that waits for them fails on a busy machine: here they end when the test has seen
 * what it wants to see, however long that took. `vi.restoreAllMocks()` gives the clock back.
 */

/** Runs of this test never end by themselves, but as `ends` says of each. */
export function runsEnd(ends: () => Promise<unknown> = () => new Promise(() => {})): void {
  vi.spyOn(AbortSignal, 'timeout').mockImplementation(() => {
    const run = new AbortController();
    void ends().then(() => run.abort(new DOMException('The operation was aborted due to timeout', 'TimeoutError')));
    return run.signal;
  });
}

/** When this has grown and all is quiet: whatever else was to come has come. */
export async function quietAfter(count: () => number, grownBy: () => number = count): Promise<void> {
  const before = grownBy();
  while (grownBy() === before) await turn();
  let seen = count();
  for (let quiet = 0; quiet < TURNS; quiet++) {
    await turn();
    if (count() === seen) continue;
    seen = count();
    quiet = 0;
  }
}

const TURNS = 50;

/** Everybody in this process has had a turn. */
const turn = (): Promise<void> => pause(2, undefined, { ref: false });

/** A command that goes on until it is stopped, and tells that it has begun. */
export class Endless {
  readonly command: string;
  private readonly file: string;

  constructor(folder: string) {
    this.file = join(folder, 'endless.pid');
    const script = join(folder, 'endless.sh');
    writeFileSync(script, `echo $$ > '${this.file}'\nexec sleep 600\n`);
    this.command = `sh ${script}`;
  }

  async begun(): Promise<void> {
    while (!existsSync(this.file) || readFileSync(this.file, 'utf8').trim() === '') await pause(5);
  }

  stop(): void {
    process.kill(Number(readFileSync(this.file, 'utf8')));
  }
}
