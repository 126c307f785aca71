import MarkdownIt from 'markdown-it';
import { SaxesParser } from 'saxes';
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

/** Attributes and texts, by a parser that takes nothing but well-formed XML. */
export function xml(written: string): string {
  const texts: string[] = [];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ attributes }) => texts.push(...Object.values(attributes)));
  parser.on('text', (text) => texts.push(text));
  parser.write(written).close();
  return texts.join('\n');
}

/** As platforms read it: HTML is taken, and what looks like an address becomes a link. */
export const commonMark = new MarkdownIt({ html: true, linkify: true });

/** What a browser shows of HTML without styles. */
export const shown = (html: string): string =>
  html
    .replace(/<!--.*?-->|<[a-z/!][^>]*>/gis, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');

/** What the runner of GitHub makes of a line. */
export const unescapeCommand = (text: string): string =>
  text
    .replaceAll('%0D', '\r')
    .replaceAll('%0A', '\n')
    .replaceAll('%3A', ':')
    .replaceAll('%2C', ',')
    .replaceAll('%25', '%');

/** What whoever a format is for reads in it: texts, without the escapes of the format. */
export const readers: Readonly<Record<ReportFormatName, (written: string) => string>> = {
  text: asIs,
  json: (written) => `${json(written)}\n${written}`,
  html: (written) => shown(written.replace(/<(style|script)>.*?<\/\1>/gs, '')),
  sarif: (written) => json(written).replaceAll('] (', '](').replaceAll('{{', '{').replaceAll('}}', '}'),
  junit: xml,
  gitlab: json,
  markdown: (written) => shown(commonMark.render(written)),
  github: unescapeCommand,
};
