import { basename } from 'node:path';
import { baseNames, type Workspace } from '../../adapters/workspace';
import { GENERAL, SECTIONS } from '../../core/file-settings';
import { POLICIES } from '../../core/policy-names';
import { POLICY_SETTINGS } from '../../core/policy-settings';
import type { PolicyRows, Rows } from '../../core/setting-row';
import { documentText } from '../../reports/json-text';
import { Page } from '../../reports/terminal/page';
import { clean } from '../../words/text';
import { EXIT, type ExitCode } from '../exit-codes';
import { openFor, type Sources } from '../gather';
import { type Io, write } from '../io';
import { wantsColour, widthOf } from '../terminal';

interface Setting {
  readonly name: string;
  readonly value: string;
  /** File, policy configuration, stack configuration, or default. */
  readonly from: string;
}

/** The settings that apply, and where each comes from. */
export async function config(options: Sources & { readonly json: boolean }, io: Io): Promise<ExitCode> {
  const workspace = await openFor(options, io);
  const { file, balance, bases } = workspace;
  const extended = baseNames(bases);
  const settings = settingsOf(workspace);
  const page = new Page(widthOf(io), wantsColour(io));
  const lines = options.json
    ? [documentText({ file: file ?? null, extends: extended, credits: balance.source, settings })]
    : [
        ...page.wrap(
          file === undefined
            ? 'No credit-guard.yaml from here upward: every setting has its default.'
            : `Configuration: ${clean(file)}`,
        ),
        ...extended.flatMap((base) => page.wrap(`It extends: ${clean(base)}`)),
        ...page.wrap(`Credits: ${clean(balance.source)}`),
        '',
        ...page.table(
          settings.map(({ name, value, from }) => [name, value, from === DEFAULT ? page.dim(from) : from]),
          { indent: 0 },
        ),
      ];
  await write(io.stdout, `${lines.join('\n')}\n`);
  return EXIT.fine;
}

const DEFAULT = 'default';

function settingsOf({ file, config: written, bases, origins }: Workspace): Setting[] {
  // The file is named in full once, at the top.
  const places = {
    file: clean(basename(file ?? ''), 40),
    policy: 'policy configuration',
    stack: 'stack configuration',
  };
  const inFiles = (name: string): string => {
    const { base, isJoined } = bases.get(name) ?? {};
    if (base === undefined) return places.file;
    const its = clean(basename(base), 40);
    return isJoined ? `${its} and ${places.file}` : its;
  };
  const inSection = (section: string, rows: Rows, values: object = {}): Setting[] =>
    Object.entries(rows).map(([key, row]) => {
      const name = section === '' ? key : `${section}.${key}`;
      const value: unknown = (values as Readonly<Record<string, unknown>>)[key];
      if (value === undefined) return { name, value: words(row.default), from: DEFAULT };
      const origin = origins.get(name);
      return { name, value: words(value), from: origin === undefined ? inFiles(name) : places[origin] };
    });
  return [
    ...inSection('', GENERAL, written),
    ...Object.entries(SECTIONS).flatMap(([name, rows]) =>
      inSection(name, rows, written[name as keyof typeof SECTIONS]),
    ),
    ...POLICIES.flatMap((name) => inSection(name, inFile(POLICY_SETTINGS[name]), written.policies?.[name])),
  ];
}

const inFile = (rows: PolicyRows): Rows =>
  Object.fromEntries(Object.entries(rows).filter(([, { places }]) => places.includes('file')));

function words(value: unknown): string {
  if (value === undefined) return 'not set';
  if (typeof value !== 'object' || value === null) return clean(String(value), 80);
  const count = Array.isArray(value) ? value.length : Object.keys(value).length;
  return count === 0 ? 'none' : count === 1 ? '1 entry' : `${count} entries`;
}
