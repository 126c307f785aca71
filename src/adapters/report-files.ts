import { mkdirSync, realpathSync, type Stats, statSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { CONFIG_FILE } from '../config/find';
import type { Assessment } from '../core/assessment';
import { isRecord } from '../core/credits/snapshot';
import type { WriteFault } from '../core/file-fault';
import { GENERAL, SECTIONS } from '../core/file-settings';
import { type Notice, type NoticeArgs, notice } from '../core/notice';
import type { Rows } from '../core/setting-row';
import type { ReportFormatName } from '../reports/formats';
import { projectFile } from './project-file';
import { removeFile, replaceFile, whyNotReplace } from './replace-file';
import { homepage, tool } from './tool';

export interface ReportFile {
  readonly format: ReportFormatName;
  /** Absolute, or from the current folder. */
  readonly file: string;
}

/** What was written, and one notice for each file that could not be. */
export interface WrittenReports {
  readonly written: readonly string[];
  readonly problems: readonly Notice[];
}

/** What of a configuration names files; they lie beside it. */
interface FileNames {
  readonly extends?: string | undefined;
  readonly reports?: Partial<Record<ReportFormatName, string>> | undefined;
}

/** The report files that a configuration names. */
export function configuredReports({ reports = {} }: FileNames, configFile: string | undefined): ReportFile[] {
  const base = configFile === undefined ? process.cwd() : dirname(configFile);
  const named = Object.entries(reports) as [ReportFormatName, string][];
  return named.map(([format, file]) => ({ format, file: resolve(base, file) }));
}

/** The files that a configuration is read from, itself among them. */
export function configuredInputs(names: FileNames, configFile: string | undefined): string[] {
  if (configFile === undefined) return [];
  const written: Readonly<Record<string, unknown>> = { ...names };
  const named = [
    ...(names.extends === undefined ? [] : [names.extends]),
    ...filesIn(GENERAL, written),
    ...Object.entries(SECTIONS).flatMap(([section, rows]) => filesIn(rows, written[section])),
  ];
  return [configFile, ...named.map((file) => resolve(dirname(configFile), file))];
}

const filesIn = (rows: Rows, written: unknown): string[] =>
  Object.entries(isRecord(written) ? written : {}).flatMap(([name, value]) => {
    const row = Object.hasOwn(rows, name) ? rows[name] : undefined;
    const files = row?.isPath === true ? [value] : row?.type === 'files' ? listOf(value) : [];
    return files.filter((file) => typeof file === 'string');
  });

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** One notice for each report file that may not be written: no plain file, or one that something else needs. Waits for nothing. */
export const reportProblems = (files: readonly ReportFile[], inputs: readonly string[]): Notice[] =>
  files.flatMap((report, i) => {
    const fault = faultOf(report, files.slice(0, i), inputs);
    return fault === undefined ? [] : [notWritten(report, fault, false)];
  });

type Fault = NoticeArgs['report-not-written']['fault'];

const notWritten = ({ file, format }: ReportFile, fault: Fault, isOldLeft: boolean): Notice =>
  notice('report-not-written', 'warn', { file, format, fault, isOldLeft }, file);

function faultOf({ file }: ReportFile, others: readonly ReportFile[], inputs: readonly string[]): Fault | undefined {
  if (others.some((other) => isSameFile(other.file, file))) return { because: 'is-other-report' };
  return whyNotWritten(file, inputs);
}

/** Why a file may not be written over; undefined when it may. */
export function whyNotWritten(file: string, inputs: readonly string[]): WriteFault | Needed | undefined {
  if (inputs.some((input) => isSameFile(input, file))) return { because: 'is-input' };
  if (basename(file) === CONFIG_FILE) return { because: 'is-configuration' };
  return whyNotReplace(file);
}

/** Something reads it. */
interface Needed {
  readonly because: 'is-input' | 'is-configuration';
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
  const options = { tool: tool(), homepage: homepage(), projectFile: projectFile(project), ...FOR_FILES };
  const report = reportOf(assessment);
  const written: string[] = [];
  const problems: Notice[] = [];
  for (const one of files) {
    const render = await FORMATS[one.format].load();
    const fault = writeInto(one.file, render(report, options));
    if (fault === undefined) written.push(one.file);
    // One of an earlier run reads as today's.
    else problems.push(notWritten(one, fault, !removeFile(one.file)));
  }
  return { written, problems };
}

function writeInto(file: string, content: string): WriteFault | undefined {
  try {
    mkdirSync(dirname(file), { recursive: true });
  } catch {
    return { because: 'folder-not-made' };
  }
  return replaceFile(file, content);
}
