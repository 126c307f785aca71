import { allTypes, classOf } from '../../core/charges/services';
import { typesCalled } from '../../pulumi/called-types';
import { Page } from '../../reports/terminal/page';
import { becauseWords, CLASS_WORDS, TYPE_CLASSES, type TypeClass } from '../../words/classes';
import { clean, counted } from '../../words/text';
import { EXIT, type ExitCode } from '../exit-codes';
import { InputError, type Io, write } from '../io';
import { wantsColour, widthOf } from '../terminal';

export interface ListOptions {
  readonly class?: TypeClass;
  readonly json: boolean;
}

interface Row {
  readonly type: string;
  readonly class: TypeClass;
  readonly billedAs: string;
  /** Why it has no price. */
  readonly because: string | null;
}

/** Every type by how AWS bills for it; with words, those whose token or product has one of them. */
export async function listTypes(words: readonly string[], options: ListOptions, io: Io): Promise<ExitCode> {
  const rows = rowsOf(words).filter((row) => options.class === undefined || row.class === options.class);
  if (rows.length === 0) throw new InputError([nothingFound(words, options.class)]);
  const page = new Page(widthOf(io), wantsColour(io));
  const lines = options.json ? [JSON.stringify(rows, null, 2)] : listLines(rows, page);
  await write(io.stdout, `${lines.join('\n')}\n`);
  return EXIT.fine;
}

function rowsOf(words: readonly string[]): readonly Row[] {
  const named = new Set(words.flatMap(typesCalled));
  const wanted = words.map((word) => word.toLowerCase());
  const isWanted = ({ type, billedAs }: Row) =>
    words.length === 0 ||
    named.has(type) ||
    wanted.some((word) => type.toLowerCase().includes(word) || billedAs.toLowerCase().includes(word));
  return allTypes()
    .flatMap((type) => rowOf(type) ?? [])
    .filter(isWanted);
}

function rowOf(type: string): Row | undefined {
  const found = classOf(type);
  if (found === undefined) return undefined;
  const { service, entry } = found;
  const because = entry.class === 'priced' ? null : becauseWords(entry.because);
  return { type, class: entry.class, billedAs: service.product, because };
}

const nothingFound = (words: readonly string[], of: TypeClass | undefined): string =>
  `no type${of === undefined ? '' : ` of class ${of}`}${words.length === 0 ? '' : ` is called like ${words.map((word) => clean(word, 100)).join(', ')}`}; \`credit-guard prices list\` lists all`;

function listLines(rows: readonly Row[], page: Page): string[] {
  const classes = TYPE_CLASSES.flatMap((name) => {
    const found = rows.filter((row) => row.class === name);
    return found.length === 0 ? [] : [{ name, found }];
  });
  return [
    ...classes.flatMap(({ name, found }) => [
      `${page.heading(CLASS_WORDS[name].title)}${page.dim(` · ${found.length}`)}`,
      // The names are too long for a column beside them.
      ...found.flatMap(({ type, billedAs, because }) => [
        ...page.wrap(type, 2),
        ...page.wrap(page.dim(because === null || name === 'free' ? billedAs : because), 4),
      ]),
      '',
    ]),
    ...page.wrap(
      `${counted(rows.length, 'type')}: ${classes.map(({ name, found }) => `${name} ${found.length}`).join(', ')}. \`credit-guard prices show TYPE\` explains one.`,
    ),
  ];
}
