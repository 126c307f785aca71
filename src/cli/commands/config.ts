import { basename } from 'node:path';
import type { Workspace } from '../../adapters/workspace';
import { POLICIES, STACK_POLICY } from '../../core/policies';
import { printable } from '../../reports/json';
import { Page } from '../../reports/terminal/page';
import { clean, counted } from '../../words/text';
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

/** The settings that hold, and where each comes from. */
export async function config(options: Sources & { readonly json: boolean }, io: Io): Promise<ExitCode> {
  const workspace = await openFor(options, io);
  const settings = settingsOf(workspace);
  const page = new Page(widthOf(io), wantsColour(io));
  const lines = options.json
    ? [printable({ file: workspace.file ?? null, settings })]
    : [
        ...page.wrap(
          workspace.file === undefined
            ? 'There is no credit-guard.yaml from here upward: all defaults.'
            : `Configuration: ${clean(workspace.file)}`,
        ),
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

function settingsOf({ file, config: written, settings, balance, origins }: Workspace): Setting[] {
  // The file is named in full once, at the top.
  const short = file === undefined ? DEFAULT : clean(basename(file), 40);
  const row = (name: string, value: unknown, isWritten: boolean): Setting => ({
    name,
    value: words(value),
    from: isWritten ? short : DEFAULT,
  });
  const originOf = (name: string): string => {
    const origin = origins.get(name) ?? DEFAULT;
    return origin === file ? short : origin;
  };
  const { credits, pool } = written;
  return [
    row('program', settings.program, written.program !== undefined),
    row('credits', balance.source, credits?.snapshot !== undefined || credits?.manual !== undefined),
    row('credits.accountPlan', credits?.accountPlan ?? 'none', credits?.accountPlan !== undefined),
    row('credits.maxAgeDays', settings.maxAgeDays, credits?.maxAgeDays !== undefined),
    row('credits.unlistedProducts', settings.unlistedProducts, credits?.unlistedProducts !== undefined),
    row(
      'burn',
      settings.burn === undefined ? 'not stated' : counted(settings.burn.size, 'product'),
      written.burn !== undefined,
    ),
    row('usage', counted(settings.usage.length, 'line'), written.usage !== undefined),
    row('pool.share', settings.pool.share, pool?.share !== undefined),
    row('pool.reserved', counted(settings.pool.reserved.size, 'stack'), pool?.reserved !== undefined),
    row('accept', counted(settings.accept.length, 'acceptance'), written.accept !== undefined),
    row('reports', Object.keys(written.reports ?? {}).join(', ') || 'none', written.reports !== undefined),
    ...POLICIES.flatMap((policy) => {
      const values = policy === STACK_POLICY ? settings.outlook : settings.policies[policy];
      return Object.entries(values).map(([key, value]) => ({
        name: `${policy}.${key}`,
        value: words(value),
        from: originOf(`${policy}.${key}`),
      }));
    }),
  ];
}

const words = (value: unknown): string => (value === undefined ? 'not set' : clean(String(value), 80));
