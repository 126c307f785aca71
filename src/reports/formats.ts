import type { Render } from './format';

/**
 * Every format: the one list. --format and --report, the configuration and its schema, the tests and docs/reports.md read
 * it. It loads nothing: a run pays for the formats that it writes.
 */
export const FORMATS = {
  text: {
    extension: 'txt',
    summary: 'for people, as wide as the terminal',
    load: async (): Promise<Render> => (await import('./text.js')).text,
  },
  json: {
    extension: 'json',
    summary: 'for programs; docs/schemas/report.schema.json describes it',
    load: async (): Promise<Render> => (await import('./json.js')).json,
  },
} as const satisfies Record<string, ReportFormat>;

/** One way to tell a report, before it is loaded. */
export interface ReportFormat {
  /** File extension, without the dot. */
  readonly extension: string;
  /** One line for --help. */
  readonly summary: string;
  readonly load: () => Promise<Render>;
}

export type ReportFormatName = keyof typeof FORMATS;

/** What people write after --format. */
export const REPORT_FORMATS = Object.keys(FORMATS) as readonly ReportFormatName[];
