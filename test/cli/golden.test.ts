import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { DEMO_DATE, DEMO_FOLDER } from '../../src/cli/commands/demo';
import { FORMATS } from '../../src/reports';
import { run } from './run';

// After a change on purpose: npm run update, then read the difference.
const golden = join(__dirname, '../golden');
const scenarios = join(__dirname, '../scenarios');
const stories = readdirSync(scenarios).filter((story) => existsSync(join(scenarios, story, 'plan.json')));

const DEMO = [join(DEMO_FOLDER, 'plan.json'), '--config', join(DEMO_FOLDER, 'credit-guard.yaml'), '--date', DEMO_DATE];

const SMALLER = 'aws:rds/instance:Instance shop instanceClass=db.t4g.small multiAz=false';

const demos: Record<string, { argv: string[]; env?: NodeJS.ProcessEnv }> = {
  'demo.txt': { argv: ['demo'] },
  'demo.colour.txt': { argv: ['demo'], env: { FORCE_COLOR: '1' } },
  'demo.all.txt': { argv: ['demo', '--all', '--verbose'] },
  'demo.json': { argv: ['demo', '--format', 'json'] },
  'forecast.txt': { argv: ['forecast', ...DEMO] },
  'explain-resource.txt': { argv: ['explain', 'jobs', ...DEMO] },
  'explain-product.txt': { argv: ['explain', 'Amazon EC2', ...DEMO] },
  'explain-rule.txt': { argv: ['explain', 'savings-plan-upfront', ...DEMO] },
  'explain-help.txt': { argv: ['explain', '--help'] },
  'credits.txt': { argv: ['credits', '--config', join(DEMO_FOLDER, 'credit-guard.yaml'), '--date', DEMO_DATE] },
  'help.txt': { argv: ['--help'] },
  'check-help.txt': { argv: ['check', '--help'] },
  'rules.txt': { argv: ['rules'] },
  'blind-spots.txt': { argv: ['rules', '--blind-spots'] },
  'programs.txt': { argv: ['programs'] },
  'prices-usage.txt': { argv: ['prices', 'usage', ...DEMO] },
  'prices-show.txt': { argv: ['prices', 'show', 'aws_db_instance', '--region', 'eu-west-3', '--date', DEMO_DATE] },
  'prices-list.txt': { argv: ['prices', 'list', 'kinesis'] },
  'what-if.txt': {
    argv: ['check', ...DEMO, '--what-if', SMALLER, '--without', 'acme', '--fail-on', 'never'],
    env: { COLUMNS: '100' },
  },
};

describe('what people read', () => {
  test.each(Object.entries(demos))('%s', async (file, { argv, env = {} }) => {
    const { code, stdout } = await run(argv, { env });
    expect(code).toBe(0);
    await expect(stdout).toMatchFileSnapshot(join(golden, file));
  });

  test('no golden file is left over', () => {
    expect(readdirSync(golden).sort()).toEqual(Object.keys(demos).sort());
  });
});

describe.each(stories)('%s', (story) => {
  const folder = join(scenarios, story);
  const expected = Object.entries(FORMATS).map(([id, { extension }]) => [id, `${id}.${extension}`] as const);

  test.each(expected)('%s', async (format, file) => {
    const { stdout, stderr } = await run(['check', 'plan.json', '--format', format], { cwd: folder });
    expect(stderr).toBe('');
    await expect(stdout).toMatchFileSnapshot(join(folder, 'expected', file));
  });

  test('no golden file is left over', () => {
    const files: readonly string[] = expected.map(([, file]) => file);
    expect(readdirSync(join(folder, 'expected')).filter((file) => !files.includes(file))).toEqual([]);
  });
});

test('a scenario is more than an expectation', () => {
  expect(readdirSync(scenarios).sort()).toEqual(stories);
});
