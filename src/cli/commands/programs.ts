import { PROGRAM_TERMS, type ProgramTerms, REDEEMING } from '../../core/coverage/program-terms';
import { PROGRAMS, type Program } from '../../core/credits/program';
import { Page } from '../../reports/terminal/page';
import { suggestion } from '../../words/suggestion';
import { sourceNote } from '../../words/text';
import { EXIT, type ExitCode } from '../exit-codes';
import { InputError, type Io, write } from '../io';
import { wantsColour, widthOf } from '../terminal';

/** Where credits come from, and what that changes: what to write as `program:`. */
export async function programs(name: string | undefined, { json }: { json: boolean }, io: Io): Promise<ExitCode> {
  const page = new Page(widthOf(io), wantsColour(io));
  const shown: readonly Program[] = name === undefined ? PROGRAMS : [programNamed(name)];
  const lines = json
    ? [JSON.stringify(name === undefined ? PROGRAM_TERMS : PROGRAM_TERMS[programNamed(name)], null, 2)]
    : name === undefined
      ? listLines(page)
      : shown.flatMap((program) => detailLines(program, PROGRAM_TERMS[program], page));
  await write(io.stdout, `${lines.join('\n')}\n`);
  return EXIT.fine;
}

function programNamed(name: string): Program {
  const found = PROGRAMS.find((program) => program === name);
  if (found === undefined) throw new InputError([`${name}: no such programme${suggestion(name, PROGRAMS)}`]);
  return found;
}

function listLines(page: Page): string[] {
  const rows = PROGRAMS.map((program) => [
    program,
    `${PROGRAM_TERMS[program].name}. ${page.dim(PROGRAM_TERMS[program].effect)}`,
  ]);
  return [
    ...page.table(rows, { last: 'wrap', indent: 0 }),
    '',
    ...page.wrap(REDEEMING),
    ...page.wrap('`credit-guard programs NAME` explains one.'),
  ];
}

const detailLines = (
  program: Program,
  { name, facts: text, effect, ...source }: ProgramTerms,
  page: Page,
): string[] => [
  page.heading(name),
  ...page.wrap(text, 2),
  ...page.hang(page.colours.cyan('→'), effect, 2),
  ...page.wrap(page.dim(sourceNote(source)), 2),
  ...page.wrap(`In credit-guard.yaml: program: ${program}`, 2),
];
