import type { Report } from './model/report';

/**
 * Tells a report in one format. Formats are layout: the same report, the same facts. Same report and options, same bytes;
 * it ends with a line break.
 */
export type Render = (report: Report, options: RenderOptions) => string;

/** What a format may depend on besides the report: never the clock or the process. */
export interface RenderOptions {
  readonly tool: { readonly name: string; readonly version: string };
  /** Where the pages of the rules are; undefined where nobody has said. */
  readonly homepage: string | undefined;
  /** Path of the project's Pulumi.yaml from the root of the repository, with slashes: `infra/Pulumi.yaml`. */
  readonly projectFile: string;
  /** Columns of the reader's terminal. */
  readonly width: number;
  readonly colour: boolean;
  /** Tell every finding and note in full. */
  readonly verbose: boolean;
  /** Tell every resource, product and month. */
  readonly all: boolean;
}

/** For a file: plain, 80 columns. */
export const FOR_FILES = { width: 80, colour: false, verbose: true, all: false } as const;
