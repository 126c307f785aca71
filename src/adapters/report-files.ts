import { mkdirSync, realpathSync, type Stats, statSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { CONFIG_FILE } from '../config/find';
import type { Assessment } from '../core/assess';
import type { ReportFormatName } from '../reports/formats';
import { clean } from '../words/text';
import { projectFile } from './project-file';
import { removeFile, replaceFile, whyNotReplace } from './replace-file';
import { tool } from './tool';

export interface ReportFile {
  readonly format: ReportFormatName;
  /** Absolute, or from the current folder. */
  readonly file: string;
}

/** What was written, and one line for each file that could not be. */
export interface WrittenReports {
  readonly written: readonly string[];
  readonly problems: readonly string[];
}

/** What of a configuration names files; they lie beside it. */
interface FileNames {
  readonly reports?: Partial<Record<ReportFormatName, string>> | undefined;
  readonly credits?: { readonly snapshot?: string | undefined; readonly accountPlan?: string | undefined } | undefined;
}

/** The report files that a configuration names. */
export function configuredReports({ reports = {} }: FileNames, configFile: string | undefined): ReportFile[] {
  const base = configFile === undefined ? process.cwd() : dirname(configFile);
  const named = Object.entries(reports) as [ReportFormatName, string][];
  return named.map(([format, file]) => ({ format, file: resolve(base, file) }));
}

/** The files that a configuration is read from, itself among them. */
export function configuredInputs({ credits }: FileNames, configFile: string | undefined): string[] {
  if (configFile === undefined) return [];
  const named = [credits?.snapshot, credits?.accountPlan].filter((file) => file !== undefined);
  return [configFile, ...named.map((file) => resolve(dirname(configFile), file))];
}

/** One line for each report file that may not be written: no plain file, or one that something else needs. Waits for nothing. */
export const reportProblems = (files: readonly ReportFile[], inputs: readonly string[]): string[] =>
  files.flatMap((report, i) => {
    const problem = problemOf(report, files.slice(0, i), inputs);
    return problem === undefined
      ? []
      : [`${clean(report.file)}: the ${report.format} report cannot be written: ${problem}.`];
  });

function problemOf({ file }: ReportFile, others: readonly ReportFile[], inputs: readonly string[]): string | undefined {
  if (inputs.some((input) => isSameFile(input, file))) return 'it is an input of this run; name another file';
  if (others.some((other) => isSameFile(other.file, file))) return 'another report is written there; name another file';
  if (basename(file) === CONFIG_FILE) return 'it would be read as the configuration; name another file';
  return whyNotReplace(file);
}

/** By path, through links, and under other names of one file. */
function isSameFile(a: string, b: string): boolean {
  if (resolve(a) === resolve(b) || placeOf(a) === placeOf(b)) return true;
  const [x, y] = [statOf(a), statOf(b)];
  return x !== undefined && y !== undefined && x.ino === y.ino && x.dev === y.dev;
}

function statOf(file: string): Stats | undefined {
  try {
    return statSync(file);
  } catch {
    return undefined;
  }
}

/** Where a path leads to, by links of its folders too; a file that is not there yet lies in a folder that may be. */
function placeOf(file: string): string {
  try {
    return realpathSync(file);
  } catch {
    const folder = dirname(resolve(file));
    return folder === resolve(file) ? folder : resolve(placeOf(folder), resolve(file).slice(folder.length + 1));
  }
}

/**
 * Writes the report files, each whole. The formats are loaded only when there is something to write. `project`: the folder
 * of the project or one inside it.
 */
export async function writeReports(
  assessment: Assessment,
  files: readonly ReportFile[],
  inputs: readonly string[],
  project: string,
): Promise<WrittenReports> {
  if (files.length === 0) return { written: [], problems: [] };
  const refused = reportProblems(files, inputs);
  if (refused.length > 0) return { written: [], problems: refused };
  const { FOR_FILES, FORMATS, reportOf } = await import('../reports/index.js');
  const options = { tool: tool(), projectFile: projectFile(project), ...FOR_FILES };
  const report = reportOf(assessment);
  const written: string[] = [];
  const problems: string[] = [];
  for (const { format, file } of files) {
    const render = await FORMATS[format].load();
    const problem = writeInto(file, render(report, options));
    if (problem === undefined) written.push(file);
    else {
      // One of an earlier run reads as today's.
      const left = removeFile(file) ? '' : '; the one that is there is of an earlier run';
      problems.push(`${clean(file)}: the ${format} report cannot be written: ${problem}${left}.`);
    }
  }
  return { written, problems };
}

function writeInto(file: string, content: string): string | undefined {
  try {
    mkdirSync(dirname(file), { recursive: true });
  } catch {
    return 'its folder cannot be made';
  }
  return replaceFile(file, content);
}
