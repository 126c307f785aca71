import { FORMATS, type RenderOptions, type Report, type ReportFormatName } from '../../src/reports';

export const render = async (format: ReportFormatName, report: Report, options: RenderOptions): Promise<string> =>
  (await FORMATS[format].load())(report, options);

const asIs = (written: string): string => written;

/** Every text of a JSON document, as a program reads it. */
function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsOf);
}

const json = (written: string): string => textsOf(JSON.parse(written)).join('\n');

/** What whoever a format is for reads in it: texts, without the escapes of the format. */
export const readers: Readonly<Record<ReportFormatName, (written: string) => string>> = {
  text: asIs,
  json: (written) => `${json(written)}\n${written}`,
};
