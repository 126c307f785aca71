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
  html: {
    extension: 'html',
    summary: 'one page that needs no network: verdict, chart, arithmetic, sources',
    load: async (): Promise<Render> => (await import('./html/index.js')).loadHtml(),
  },
  sarif: {
    extension: 'sarif',
    summary: 'SARIF 2.1.0 for code scanning in GitHub, Azure DevOps and editors',
    load: async (): Promise<Render> => (await import('./sarif.js')).sarif,
  },
  junit: {
    extension: 'xml',
    summary: 'JUnit XML for CI test pages: a case for each resource and policy',
    load: async (): Promise<Render> => (await import('./junit.js')).junit,
  },
  gitlab: {
    extension: 'json',
    summary: 'GitLab Code Quality, for the merge request',
    load: async (): Promise<Render> => (await import('./gitlab.js')).gitlab,
  },
  markdown: {
    extension: 'md',
    summary: 'a comment for a pull or merge request, which a job can find again',
    load: async (): Promise<Render> => (await import('./markdown.js')).markdown,
  },
  github: {
    extension: 'txt',
    summary: 'GitHub annotations: print them in a step of a workflow',
    load: async (): Promise<Render> => (await import('./github.js')).github,
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
