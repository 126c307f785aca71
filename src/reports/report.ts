import type { Assessment } from '../core/assess';

/** One way to tell an assessment. Formats hold no logic of their own: the same assessment, other words. */
export interface ReportFormat {
  /** What people write after --format. */
  readonly id: string;
  /** File extension, without the dot. */
  readonly extension: string;
  /** One line for --help. */
  readonly summary: string;
  /** Same assessment and options, same bytes. Ends with a line break. */
  render(assessment: Assessment, options: RenderOptions): string;
}

/** What a format may depend on besides the assessment: never the clock or the process. */
export interface RenderOptions {
  readonly tool: { readonly name: string; readonly version: string };
  /** Columns of the reader's terminal. */
  readonly width: number;
  readonly colour: boolean;
}
