import type { Level } from '../core/policy-names';
import { counted } from '../words/text';
import type { Render, RenderOptions } from './format';
import type { Report } from './model/report';
import { type Place, placeOf } from './place';
import { acceptedText, findingText, subjectOf } from './sentences';

/**
 * Workflow commands: printed in a step, GitHub shows them beside the code. It takes ten of each kind from a step and cuts a
 * message at 4,096 characters, so the tenth holds what is left.
 */
export const github: Render = (report, options) => `${annotationsOf(report, options).join('\n')}\n`;

const MOST = 10;
const LONGEST = 4096;
const LONGEST_TITLE = 255;

const COMMANDS: Readonly<Record<Level, string>> = { block: 'error', warn: 'warning', info: 'notice' };

interface Annotation {
  readonly level: Level;
  readonly title: string;
  readonly text: string;
  readonly place: Place | undefined;
}

function annotationsOf(report: Report, options: RenderOptions): string[] {
  const all: Annotation[] = [
    { level: 'info', title: 'Credit Guard', text: report.verdict.sentence, place: undefined },
    ...report.findings.map((finding) => ({
      level: finding.level,
      title: `${subjectOf(finding)} (${finding.policy})`,
      text: [findingText(finding), acceptedText(finding)].filter(Boolean).join('\n'),
      place: placeOf(finding.at, options),
    })),
    ...report.notes.map(({ level, text }) => ({ level, title: 'Good to know', text, place: undefined })),
  ];
  return (['block', 'warn', 'info'] as const).flatMap((level) =>
    atMostTen(all.filter((one) => one.level === level)).map(commandOf),
  );
}

/** The first nine, and the rest in one; GitHub would drop it. */
function atMostTen(all: readonly Annotation[]): readonly Annotation[] {
  const [first, ...others] = all.slice(MOST - 1);
  if (first === undefined || others.length === 0) return all;
  const rest = [first, ...others];
  const title = `${counted(rest.length, 'more message')}`;
  const lines = rest.map((one) => `${one.title}: ${one.text}`);
  return [...all.slice(0, MOST - 1), { level: first.level, title, text: fitting(lines), place: undefined }];
}

/** As many lines as one message takes, and how many there are besides. */
function fitting(lines: readonly string[]): string {
  const room = LONGEST - 60;
  let length = 0;
  const shown = lines.filter((line) => {
    length += line.length + 1;
    return length <= room;
  });
  const more = lines.length - shown.length;
  return [...shown, ...(more > 0 ? [`… and ${more} more: see the report.`] : [])].join('\n');
}

function commandOf({ level, title, text, place }: Annotation): string {
  const where = place === undefined ? [] : [['file', place.path] as const, ['line', String(place.line)] as const];
  const properties = [...where, ['title', title.slice(0, LONGEST_TITLE)] as const]
    .map(([key, value]) => `${key}=${escapeProperty(value)}`)
    .join(',');
  return `::${COMMANDS[level]} ${properties}::${escapeData(text)}`;
}

/** As GitHub's own toolkit writes them. */
const escapeData = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

const escapeProperty = (text: string): string => escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
