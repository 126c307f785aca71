import type { ReportFormatName } from '../config/report-formats';
import { json } from './json';
import type { ReportFormat } from './report';
import { text } from './text';

/** Every format: --format, --help, the configuration and the tests read this list. */
export const formats: Readonly<Record<ReportFormatName, ReportFormat>> = { text, json };

export type { RenderOptions, ReportFormat } from './report';
