import type { ReportFormatName } from '../config/report-formats';
import type { ReportFormat } from './format';
import { json } from './json';
import { text } from './text';

/** Every format: --format, --help, the configuration and the tests read this list. */
export const formats: Readonly<Record<ReportFormatName, ReportFormat>> = { text, json };

export { FOR_FILES, type RenderOptions, type ReportFormat } from './format';
export { type Report, reportOf } from './model/report';
