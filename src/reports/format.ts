import type { Report } from './model/report';

/** One way to tell a report. Formats are layout: the same report, the same facts. */
export interface ReportFormat {
  /** What people write after --format. */
  readonly id: string;
  /** File extension, without the dot. */
  readonly extension: string;
  /** One line for --help. */
  readonly summary: string;
  /** Same report and options, same bytes. Ends with a line break. */
  render(report: Report, options: RenderOptions): string;
}

/** What a format may depend on besides the report: never the clock or the process. */
export interface RenderOptions {
  readonly tool: { readonly name: string; readonly version: string };
  /** Columns of the reader's terminal. */
  readonly width: number;
  readonly colour: boolean;
  /** Tell every finding and note in full. */
  readonly verbose: boolean;
  /** Tell every resource, product and month. */
  readonly all: boolean;
}

/** For a file: plain, 80 columns. */
export const FOR_FILES: Omit<RenderOptions, 'tool'> = { width: 80, colour: false, verbose: true, all: false };
