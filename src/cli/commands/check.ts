import { resolve } from 'node:path';
import { configuredReports, type ReportFile, writeReports } from '../../adapters/report-files';
import type { ReportFormatName } from '../../config/report-formats';
import { type Assessment, assess } from '../../core/assess';
import { formats, reportOf } from '../../reports';
import { clean } from '../../words/text';
import { type ExitCode, exitCodeFor, type FailOn } from '../exit-codes';
import { type Gathered, gather, type Sources } from '../gather';
import { InputError, type Io, write } from '../io';
import { progress, wantsColour, widthOf } from '../terminal';

/** How a report is printed. */
export interface PrintOptions {
  readonly format: ReportFormatName;
  readonly verbose: boolean;
  readonly all: boolean;
}

export interface CheckOptions extends Sources, PrintOptions {
  readonly report?: readonly ReportFile[];
  readonly failOn: FailOn;
}

/** Gather, assess, tell. */
export async function check(plan: string | undefined, options: CheckOptions, io: Io): Promise<ExitCode> {
  const gathered = await gather(plan, options, io);
  const done = progress(io, `Judging ${gathered.input.plan.resources.length} resources …`);
  const assessment = assess(gathered.input);
  done();
  const { written, problems } = await writeReports(assessment, filesOf(options, gathered, io));
  for (const file of written) await write(io.stderr, `Wrote ${clean(file)}\n`);
  if (problems.length > 0) throw new InputError(problems);
  await write(io.stdout, render(assessment, options, io));
  return exitCodeFor(assessment.findings, options.failOn);
}

/** A report for the reader at hand. */
export const render = (assessment: Assessment, { format, verbose, all }: PrintOptions, io: Io): string =>
  formats[format].render(reportOf(assessment), {
    tool: io.tool,
    width: widthOf(io),
    colour: wantsColour(io),
    verbose,
    all,
  });

/** Files named on the command line lie beside the user, those of the configuration beside it. */
function filesOf({ report = [] }: CheckOptions, { workspace }: Gathered, { cwd }: Io): ReportFile[] {
  const named = report.map(({ format, file }) => ({ format, file: resolve(cwd, file) }));
  return [...configuredReports(workspace.config, workspace.file), ...named];
}
