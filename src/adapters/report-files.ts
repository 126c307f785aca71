import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { ReportFormatName } from '../config/report-formats';
import type { Assessment } from '../core/assess';
import { clean } from '../words/text';
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

/** The report files that a configuration names; they lie beside it. */
export function configuredReports(
  config: { readonly reports?: Partial<Record<ReportFormatName, string>> | undefined },
  configFile: string | undefined,
): ReportFile[] {
  const base = configFile === undefined ? process.cwd() : dirname(configFile);
  const reports = Object.entries(config.reports ?? {}) as [ReportFormatName, string][];
  return reports.map(([format, file]) => ({ format, file: resolve(base, file) }));
}

/** Writes the report files. The formats are loaded only when there is something to write. */
export async function writeReports(assessment: Assessment, files: readonly ReportFile[]): Promise<WrittenReports> {
  if (files.length === 0) return { written: [], problems: [] };
  const { FOR_FILES, formats, reportOf } = await import('../reports/index.js');
  const report = reportOf(assessment);
  const written: string[] = [];
  const problems: string[] = [];
  for (const { format, file } of files) {
    try {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, formats[format].render(report, { tool: tool(), ...FOR_FILES }));
      written.push(file);
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason';
      problems.push(`${clean(file)}: the ${format} report cannot be written there (${code})`);
    }
  }
  return { written, problems };
}
