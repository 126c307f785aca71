import { resolve } from 'node:path';
import { projectFile } from '../../adapters/project-file';
import {
  configuredInputs,
  configuredReports,
  type ReportFile,
  reportProblems,
  writeReports,
} from '../../adapters/report-files';
import { removeReports } from '../../adapters/stale-reports';
import { assessTogether } from '../../core/assess';
import type { Assessment } from '../../core/assessment';
import type { Notice } from '../../core/notice';
import { FORMATS, type ReportFormatName, reportOf } from '../../reports';
import { wordsOf } from '../../words/notices';
import { clean } from '../../words/text';
import { type ExitCode, exitCodeFor, type FailOn } from '../exit-codes';
import { configPlace, gatherAll, plansNamed, type Sources } from '../gather';
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

/** Gather, assess, tell. `paths`: plans as they were named. */
export async function check(paths: readonly string[], options: CheckOptions, io: Io): Promise<ExitCode> {
  const named = (options.report ?? []).map(({ format, file }) => ({ format, file: resolve(io.cwd, file) }));
  const beside = [...otherInputs(options, io), ...named.map(({ file }) => file)];
  const stated = [...paths.map((path) => resolve(io.cwd, path)), ...otherInputs(options, io)];
  refuse(reportProblems(named, stated)); // at once, and not after the plan has been waited for
  const withoutOld = (given: readonly string[]) => async (error: unknown) => {
    for (const file of removeReports(named, given, configPlace(options, io)))
      await write(io.stderr, `Removed ${clean(file)}: it was of an earlier run.\n`);
    throw error;
  };
  const plans = await plansNamed(paths, io, beside).catch(withoutOld(stated));
  const given = [...stated, ...plans.map((file) => resolve(io.cwd, file))];
  const { assessment, reports, inputs } = await judge(plans, options, { named, given }, io).catch(withoutOld(given));
  const { written, problems } = await writeReports(assessment, reports, inputs, io.cwd);
  for (const file of written) await write(io.stderr, `Wrote ${clean(file)}\n`);
  refuse(problems);
  await write(io.stdout, await render(assessment, options, io, projectFile(io.cwd)));
  return exitCodeFor(assessment.findings, options.failOn);
}

/** A report for the reader at hand. `place`: where the file of the project lies. */
export async function render(
  assessment: Assessment,
  { format, verbose, all }: PrintOptions,
  io: Io,
  place: string,
): Promise<string> {
  const print = await FORMATS[format].load();
  return print(reportOf(assessment), {
    tool: io.tool,
    homepage: io.homepage,
    projectFile: place,
    width: widthOf(io),
    colour: wantsColour(io),
    verbose,
    all,
  });
}

/** What the command line names: reports to write, files to read. */
interface NamedFiles {
  readonly named: readonly ReportFile[];
  readonly given: readonly string[];
}

/** Everything up to the judgement. Files named on the command line lie beside the user, those of the configuration beside it. */
async function judge(plans: readonly string[], options: CheckOptions, { named, given }: NamedFiles, io: Io) {
  const { input, workspace } = await gatherAll(plans, options, io);
  const reports = [...configuredReports(workspace.config, workspace.file), ...named];
  const inputs = [...given, ...configuredInputs(workspace.config, workspace.file)];
  refuse(reportProblems(reports, inputs));
  const count = input.plans.reduce((total, { plan }) => total + plan.resources.length, 0);
  const done = progress(io, `Judging ${count} resources …`);
  const assessment = assessTogether(input);
  done();
  return { assessment, reports, inputs };
}

/** Files that the command line says to read, beside plans. */
const otherInputs = ({ config, credits, accountPlan }: CheckOptions, { cwd }: Io): string[] =>
  [config, credits, accountPlan].filter((file) => file !== undefined).map((file) => resolve(cwd, file));

function refuse(problems: readonly Notice[]): void {
  if (problems.length > 0) throw new InputError(problems.map(wordsOf));
}
