import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { ReportFormatName } from '../../config/report-formats';
import { type Assessment, assess } from '../../core/assess';
import { clean } from '../../core/findings/words';
import { formats } from '../../reports';
import { type ExitCode, exitCodeFor, type FailOn } from '../exit-codes';
import { type Gathered, gather, type Sources } from '../gather';
import { InputError, type Io, write } from '../io';
import { wantsColour, widthOf } from '../terminal';

export interface ReportFile {
  readonly format: ReportFormatName;
  readonly file: string;
}

export interface CheckOptions extends Sources {
  readonly format: ReportFormatName;
  readonly report?: readonly ReportFile[];
  readonly failOn: FailOn;
}

/** Gather, assess, tell. */
export async function check(plan: string | undefined, options: CheckOptions, io: Io): Promise<ExitCode> {
  const gathered = await gather(plan, options, io);
  const assessment = assess(gathered.input);
  await writeFiles(assessment, filesOf(options, gathered, io), io);
  await write(io.stdout, render(assessment, options.format, io));
  return exitCodeFor(assessment.findings, options.failOn);
}

/** A report for the reader at hand. */
export const render = (assessment: Assessment, format: ReportFormatName, io: Io): string =>
  formats[format].render(assessment, { tool: io.tool, width: widthOf(io), colour: wantsColour(io) });

/** Files named on the command line lie beside the user, those of the configuration beside it. */
function filesOf({ report = [] }: CheckOptions, { workspace }: Gathered, { cwd }: Io): ReportFile[] {
  const base = workspace.file === undefined ? cwd : dirname(workspace.file);
  const configured = Object.entries(workspace.config.reports ?? {}) as [ReportFormatName, string][];
  return [
    ...configured.map(([format, file]) => ({ format, file: resolve(base, file) })),
    ...report.map(({ format, file }) => ({ format, file: resolve(cwd, file) })),
  ];
}

async function writeFiles(assessment: Assessment, files: readonly ReportFile[], io: Io): Promise<void> {
  for (const { format, file } of files) {
    try {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, formats[format].render(assessment, { tool: io.tool, width: 80, colour: false }));
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason';
      throw new InputError([`${file}: the ${format} report cannot be written there (${code})`]);
    }
    await write(io.stderr, `Wrote ${clean(file)}\n`);
  }
}
