import { existsSync } from 'node:fs';
import { parse } from 'yaml';
import { type ConfigPlace, findConfig } from '../config/find';
import { removeFile } from './replace-file';
import { configuredInputs, configuredReports, type ReportFile, reportProblems } from './report-files';

/**
 * Takes away the reports of an earlier run: after one that judged nothing they would read as today's. The configuration
 * may be what is wrong, so only its `reports:` is read. Answers with what is gone.
 */
export function removeReports(named: readonly ReportFile[], inputs: readonly string[], place: ConfigPlace): string[] {
  const { reports, files } = asWritten(place);
  const sound = [...named, ...reports].filter((report) => reportProblems([report], [...inputs, ...files]).length === 0);
  return sound.flatMap(({ file }) => (existsSync(file) && removeFile(file) ? [file] : []));
}

/** What a configuration names, whatever else is wrong with it. */
function asWritten(place: ConfigPlace): { reports: ReportFile[]; files: string[] } {
  const found = findConfig(place);
  if (found === undefined || !('text' in found)) return { reports: [], files: [] };
  try {
    const written = parse(found.text, { logLevel: 'silent' }) ?? {};
    const { extends: base, reports } = written;
    const names = { ...written, extends: typeof base === 'string' ? base : undefined, reports: textsOf(reports) };
    return { reports: configuredReports(names, found.file), files: configuredInputs(names, found.file) };
  } catch {
    return { reports: [], files: [found.file] };
  }
}

const textsOf = (value: unknown): Record<string, string> =>
  Object.fromEntries(Object.entries(value ?? {}).filter(([, text]) => typeof text === 'string'));
