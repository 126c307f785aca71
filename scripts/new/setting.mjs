import { change, fail } from './files.mjs';

export const usage = 'setting place.name   (place: general, credits, burn, pool or credit-outlook)';
export const next = 'its type, default, order and words in the row, its use as `settings.…`, a test of that use';

const OF_FILE = 'src/core/file-settings.ts';

/** Where each table of rows stands. */
const TABLES = new Map([
  ['general', [OF_FILE, 'GENERAL']],
  ['credits', [OF_FILE, 'CREDITS']],
  ['burn', [OF_FILE, 'BURN']],
  ['pool', [OF_FILE, 'POOL']],
  ['credit-outlook', ['src/core/policy-settings.ts', 'OUTLOOK']],
]);

/** Puts a row at the end of its table. Nothing uses it yet: a test says so. */
export function add(written) {
  const [, place, name] =
    /^([a-z-]+)\.([a-z][A-Za-z0-9]*)$/.exec(written) ?? fail(`${written}: write place.name, such as pool.share.`);
  const [path, table] =
    TABLES.get(place) ?? fail(`${place} is no place for a setting: ${[...TABLES.keys()].join(', ')}.`);
  change(path, (text) => {
    const [, before, rows, after] =
      new RegExp(`^([\\s\\S]*?const ${table} = \\{\\n)([\\s\\S]*?)(^\\} as const;[\\s\\S]*)$`, 'm').exec(text) ??
      fail(`${path} has no ${table}.`);
    if (rows.includes(`  ${name}: `)) fail(`${written} is there already.`);
    return `${before}${rows}${rowOf(name, place === 'credit-outlook')}${after}`;
  });
}

const rowOf = (name, isOfPolicy) => `  ${name}: ${isOfPolicy ? 'policyRow' : 'row'}({
    type: 'days',
    default: undefined,
    stricter: 'none',${isOfPolicy ? '\n    places: EVERYWHERE,' : ''}
    description: 'TODO: one sentence.',
    example: 1,
  }),
`;
