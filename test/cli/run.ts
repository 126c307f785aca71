import { Readable, Writable } from 'node:stream';
import { main } from '../../src/cli/command-line';
import type { Io } from '../../src/cli/io';

export interface Surroundings {
  stdin?: string | Buffer;
  env?: NodeJS.ProcessEnv;
  cwd?: string;
  /** Is standard input, output and error a terminal? */
  tty?: { stdin?: boolean; stdout?: boolean; stderr?: boolean };
  now?: string;
}

export interface Ran {
  code: number;
  stdout: string;
  stderr: string;
}

/** Runs one command line in this process, in a world of the test's own making. */
export async function run(argv: string[], surroundings: Surroundings = {}): Promise<Ran> {
  const { stdin = '', env = {}, cwd = __dirname, tty = {}, now = '2026-12-01T09:00:00Z' } = surroundings;
  const [stdout, stderr] = [collector(tty.stdout), collector(tty.stderr)];
  const io: Io = {
    stdin: Object.assign(Readable.from([Buffer.from(stdin)]), { isTTY: tty.stdin ?? false }),
    stdout: stdout.stream,
    stderr: stderr.stream,
    env,
    cwd,
    tool: { name: 'pulumi-credit-guard', version: '0.0.0-test' },
    homepage: undefined,
    now: () => Date.parse(now),
  };
  const code = await main(argv, io);
  return { code, stdout: stdout.text(), stderr: stderr.text() };
}

function collector(isTTY = false) {
  const chunks: Buffer[] = [];
  const stream = new Writable({
    write(chunk, _, done) {
      chunks.push(Buffer.from(chunk));
      done();
    },
  });
  return { stream: Object.assign(stream, { isTTY }), text: () => Buffer.concat(chunks).toString('utf8') };
}
