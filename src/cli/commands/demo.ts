import { join } from 'node:path';
import { assess } from '../../core/assess';
import { EXIT, type ExitCode } from '../exit-codes';
import { gather } from '../gather';
import { type Io, write } from '../io';
import { widthOf } from '../terminal';
import { type PrintOptions, render } from './check';

/** The same relative path holds in the sources and in the build, which copies the data. */
export const DEMO_FOLDER = join(__dirname, '../../data/demo');
/** Fixed, so that the demo says the same every day. */
export const DEMO_DATE = '2026-12-01T09:00:00Z';

/** The main job on built-in samples. Never fails: it is there to be looked at. */
export async function demo(options: PrintOptions, io: Io): Promise<ExitCode> {
  const { input } = await gather(
    join(DEMO_FOLDER, 'plan.json'),
    { config: join(DEMO_FOLDER, 'credit-guard.yaml'), date: DEMO_DATE },
    { ...io, env: {}, cwd: DEMO_FOLDER },
  );
  await write(io.stdout, await render(assess(input), options, io, 'Pulumi.yaml'));
  if (options.format === 'text') await write(io.stderr, hint(widthOf(io)));
  return EXIT.fine;
}

const hint = (width: number): string =>
  [
    '',
    '─'.repeat(Math.min(width, 80)),
    'This was a built-in sample on a fixed date. Your own stack:',
    '  credit-guard init',
    '  pulumi preview --json --show-sames | credit-guard check',
    '',
  ].join('\n');
