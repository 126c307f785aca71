/** Names of the report formats, for the configuration and the command. A test holds them against the formats themselves. */
export const REPORT_FORMATS = ['text', 'json'] as const;

export type ReportFormatName = (typeof REPORT_FORMATS)[number];
