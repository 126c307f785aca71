import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import toSvg from 'ansi-to-svg';
import { describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import * as library from '../../policy-pack/library';
import { parseConfig } from '../../src/config/load';
import { allTypes, classOf, pricedTypes } from '../../src/core/charges/services';
import { rules } from '../../src/core/coverage/rules';
import { ACCEPTANCE, GENERAL, MANUAL_CREDIT, PLANNED_PURCHASE, SECTIONS } from '../../src/core/file-settings';
import { POLICIES, RESOURCE_POLICIES, STACK_POLICY } from '../../src/core/policy-names';
import { POLICY_SETTINGS } from '../../src/core/policy-settings';
import type { Fields, Kind, PolicyRows, Row, Rows } from '../../src/core/setting-row';
import { moduleOf } from '../../src/pulumi/called-types';
import { REPORT_FORMATS } from '../../src/reports';
import { ruleRows } from '../../src/reports/model/rule-rows';
import { becauseWords, CLASS_WORDS, TYPE_CLASSES } from '../../src/words/classes';
import { pageOf } from '../../src/words/pages';
import { prices } from '../support/resources';
import { examplesDocument } from '../support/type-examples';
import { commandsPage } from './commands-page';
import { refreshPage } from './refresh-page';
import { regionsPage } from './regions-page';
import { reportsPage } from './report-page';
import { blindSpotsPage, code, policyPage, programsPage, rulePage, rulesPage, table } from './rule-pages';
import { pageModules, typePage } from './type-pages';

const root = dirname(dirname(__dirname));
const read = (path: string) => readFileSync(join(root, path), 'utf8');

const KINDS: Readonly<Record<Kind, string>> = {
  text: 'text',
  account: '12 digits in quotes',
  amount: 'USD',
  days: 'days',
  share: '0 to 1',
  start: 'date',
  end: 'date',
  policy: 'name of a policy',
  products: '`all`, or names',
  amounts: 'USD by name',
  accounts: 'USD by name, by account',
  shares: '0 to 1 by name',
  programs: 'programme by credit',
  usage: 'list',
  files: 'list of files',
  reports: 'files by format',
};

const flow = (value: unknown) => stringify(value, { collectionStyle: 'flow', lineWidth: 0 }).trim();
const written = (value: unknown) => (value === undefined ? '' : code(flow(value)));
const kindOf = (type: Row['type']) =>
  typeof type === 'string' ? KINDS[type] : 'choice' in type ? type.choice.map(code).join(', ') : 'list';
const settingsTable = (rows: Rows) =>
  table(
    ['setting', 'value', 'default', 'what it is', 'example'],
    Object.entries(rows).map(([name, row]) => [
      code(name),
      kindOf(row.type),
      written(row.default),
      row.description,
      code(`${name}: ${flow(row.example)}`),
    ]),
  );

const PLACES = { file: 'file', policy: 'policy configuration' };
const STRICTER = { larger: 'larger', smaller: 'smaller', later: 'later in the list', none: '' };
const policyTable = (rows: [string, PolicyRows[string]][]) =>
  table(
    ['setting', 'value', 'default', 'stricter', 'where', 'what it is', 'example'],
    rows.map(([name, row]) => [
      code(name),
      kindOf(row.type),
      name === 'level' ? 'by policy' : written(row.default),
      STRICTER[row.stricter],
      row.places.map((place) => PLACES[place]).join(', '),
      row.description,
      code(`${name}: ${flow(row.example)}`),
    ]),
  );
const fieldTable = (fields: Fields) =>
  table(
    ['field', 'value', 'required', 'what it is'],
    Object.entries(fields).map(([name, { type, required, description }]) => [
      code(name),
      kindOf(type),
      required ? 'yes' : '',
      description,
    ]),
  );

/** As GitHub makes it of a heading. */
const anchorOf = (heading: string): string =>
  heading
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');

/** Classes whose types leave something out of an estimate. */
const LEFT_OUT = TYPE_CLASSES.filter((name) => !['priced', 'free', 'through'].includes(name));

const throughOf = (cell = ''): string => {
  const entry = classOf(cell.replaceAll('`', ''))?.entry;
  return entry?.class === 'through' ? (entry.of ?? '') : '';
};

describe('pages made from the code are fresh (npm run update)', () => {
  test('docs/rules.md', async () => {
    await expect(rulesPage()).toMatchFileSnapshot(join(root, 'docs/rules.md'));
  });

  test('docs/blind-spots.md', async () => {
    await expect(blindSpotsPage()).toMatchFileSnapshot(join(root, 'docs/blind-spots.md'));
  });

  test('docs/programs.md', async () => {
    await expect(programsPage()).toMatchFileSnapshot(join(root, 'docs/programs.md'));
  });

  test.each(rules.map((rule) => [rule.id, rule] as const))('docs/rules/%s.md', async (id, rule) => {
    await expect(rulePage(rule)).toMatchFileSnapshot(join(root, `docs/rules/${id}.md`));
  });

  test.each(POLICIES)('docs/policies/%s.md', async (policy) => {
    await expect(policyPage(policy)).toMatchFileSnapshot(join(root, `docs/policies/${policy}.md`));
  });

  test.each([
    ['rules', rules.map(({ id }) => id)],
    ['policies', POLICIES],
  ] as const)('no page is left of %s that are gone', (folder, names) => {
    const fresh = new Set(names.map((name) => `${name}.md`));
    expect(readdirSync(join(root, 'docs', folder)).filter((name) => !fresh.has(name))).toEqual([]);
  });

  test('what a finding may be about has its page and its place on it', () => {
    const home = 'https://host.example/blob/HEAD/README.md';
    for (const { policy, id } of ruleRows()) {
      const [path = '', anchor] =
        pageOf({ policy, rule: id }, home)?.replace('https://host.example/blob/HEAD/', '').split('#') ?? [];
      expect(read(path)).toContain(anchor === undefined ? `# ${id}\n` : `\n## ${anchor}\n`);
    }
    for (const site of ['https://docs.example/guard', 'https://docs.example/guard/'])
      expect(pageOf({ policy: 'coverage-known', rule: 'sns-sms' }, site)).toBe(
        'https://docs.example/guard/rules/sns-sms.html',
      );
  });

  test('docs/resources.md', async () => {
    const rows: string[][] = [];
    const classes = new Map<string, string[][]>();
    for (const type of allTypes()) {
      const found = classOf(type);
      if (found === undefined) continue;
      const { service, entry } = found;
      if (entry.class !== 'priced') {
        const group = classes.get(entry.class) ?? [];
        classes.set(entry.class, group);
        group.push([code(type), becauseWords(entry.because), entry.confidence]);
        continue;
      }
      const usage = Object.entries(entry.usage).map(([field, { min, max, unit, planned, most }]) => {
        if (planned !== undefined) return `${code(field)} ${unit}: ${planned}`;
        const growth = most === undefined ? ' *' : most === Number.POSITIVE_INFINITY ? '' : `, ${most} at most`;
        return `${code(field)} ${min}–${max} ${unit}${growth}`;
      });
      rows.push([
        `[${code(type)}](resources/${moduleOf(type)}.md#${anchorOf(type)})`,
        service.product,
        usage.join('<br>'),
        `[${service.readOn}](${service.pricingPage})`,
      ]);
    }
    const of = (name: string) => classes.get(name) ?? [];
    const page = [
      '# Resource types',
      '',
      `Every type of the provider has an answer: ${pricedTypes().length} are priced, ${of('free').length + of('through').length} cost nothing by themselves, and`,
      'the others are counted as "not priced", with the reason that stands here.',
      '',
      '## Priced',
      '',
      'Each type has an example with its charges and prices on the page of its module. The usage fields are what you may set under',
      '`usage:`; the figures are what is assumed when you do not. A size (`usage: medium`) multiplies them, up to what is named as the',
      'most; those with * are the same for every load.',
      '',
      table(['type', 'billed as', 'usage', 'price page'], rows),
      '',
      '## Part of another bill',
      '',
      table(
        ['type', 'billed through'],
        of('through').map(([type, why]) => [type ?? '', `${code(throughOf(type))}: ${why}`]),
      ),
      '',
      ...LEFT_OUT.flatMap((name) => [
        `## ${CLASS_WORDS[name].title}`,
        '',
        CLASS_WORDS[name].about,
        '',
        table(['type', 'what AWS bills', 'confidence'], of(name)),
        '',
      ]),
      '## Free',
      '',
      of('free')
        .map(([type]) => type)
        .join(', '),
      '',
    ];
    await expect(page.join('\n')).toMatchFileSnapshot(join(root, 'docs/resources.md'));
  });

  test.each(pageModules())('docs/resources/%s.md', async (module) => {
    await expect(typePage(module)).toMatchFileSnapshot(join(root, `docs/resources/${module}.md`));
  });

  test('no module that is gone has a page left', () => {
    const fresh = new Set(pageModules().map((module) => `${module}.md`));
    expect(readdirSync(join(root, 'docs/resources')).filter((name) => !fresh.has(name))).toEqual([]);
  });

  test('docs/refresh.md', async () => {
    await expect(refreshPage()).toMatchFileSnapshot(join(root, 'docs/refresh.md'));
  });

  test('docs/regions.md', async () => {
    await expect(regionsPage()).toMatchFileSnapshot(join(root, 'docs/regions.md'));
  });

  test('src/data/type-examples.json', async () => {
    await expect(examplesDocument()).toMatchFileSnapshot(join(root, 'src/data/type-examples.json'));
  });

  test('docs/free-tier.md', async () => {
    const rows = prices
      .freeTier()
      .map(({ name, keys, amount, unit, source: { url, asOf, confidence } }) => [
        name,
        `${Number(amount).toLocaleString('en-US')} ${unit}`,
        keys.map(code).join(', '),
        `[${asOf}](${url})`,
        confidence,
      ]);
    const page = [
      '# The free tier',
      '',
      'AWS never bills the first units of some services, whatever the age of the account. No figure counts that unless you say that',
      'it is there for this stack, in `credit-guard.yaml`:',
      '',
      '```yaml',
      'freeTier: always-free',
      '```',
      '',
      'Then each row below is taken off once for the account, over all its regions and all plans of a run, before discounts and',
      'credits, as AWS does. What exists already uses it first. Charges that stand alike share it by what they use. A usage that',
      'is not known may use it up, so nothing of it is then counted at the dear end. `credit-guard explain` shows what is free in',
      'the arithmetic: `(3000000 − 1000000 free) × $0.0000002 = $0.40 a month`.',
      '',
      '- Say so only where nothing else uses it: AWS grants it once for an account, and once for an organization. Where AWS grants',
      '  it in each region (DynamoDB), it is still counted once.',
      '- In AWS GovCloud nothing is counted.',
      '- The free tier of the first 12 months is not counted: it was for accounts created before 2025-07-15, and has ended for all of',
      '  them. Later accounts have credits in its place, see [credits](credits.md).',
      '- Data to the internet (100 GB), requests to the API of CloudWatch, retrieval from S3 Glacier and public ECR repositories are',
      '  free too, and no charge of a resource counts them. Public certificates, standard parameters, the first trail and the objects',
      '  of the Glue catalog cost nothing here either way.',
      '',
      table(['allowance', 'free each month', 'rows of the price book', 'source', 'confidence'], rows),
      '',
    ];
    await expect(page.join('\n')).toMatchFileSnapshot(join(root, 'docs/free-tier.md'));
  });

  test('docs/settings.md', async () => {
    const common: PolicyRows = POLICY_SETTINGS[RESOURCE_POLICIES[0]];
    const outlook = Object.entries(POLICY_SETTINGS[STACK_POLICY] as PolicyRows).filter(([name]) => !(name in common));
    const page = [
      '# Settings',
      '',
      'Everything that `credit-guard.yaml` may hold. Each setting may be left out. `credit-guard config` shows which value',
      'applies and where it comes from; an editor checks the file with [the schema](schemas/credit-guard.schema.json).',
      '',
      'The fields of `usage` are in [the list of priced types](resources.md). A line sets figures, or names a size: `small` is a',
      'tenth of the larger figure of the default up to it, `medium` one to ten times as much, `large` ten to a hundred times. A',
      'figure counts before a size, and a later line before an earlier one.',
      '',
      "A level may be written in Pulumi's words too: `mandatory` is `block`, `advisory` is `warn`, `disabled` is `off`.",
      '',
      'Policy configuration wins over the file, setting by setting. A stack (`pulumi config set credit-guard:NAME VALUE`)',
      'may only tighten, and only what names a stricter value and the policy configuration below. A file that `extends`',
      'another may tighten whatever names a stricter value: [For the platform owner](rollout.md#one-base-for-many-repositories).',
      '',
      settingsTable(GENERAL),
      ...Object.entries(SECTIONS).flatMap(([name, rows]) => ['', `## ${name}`, '', settingsTable(rows)]),
      '',
      '## policies: every policy',
      '',
      'Below the name of a policy, as in `policies: { coverage-known: { level: block } }`.',
      '',
      policyTable(Object.entries(common)),
      '',
      `## policies: ${STACK_POLICY}`,
      '',
      'Its checks have a level each. They block only past a limit.',
      '',
      policyTable(outlook),
      '',
      '## A line of accept',
      '',
      fieldTable(ACCEPTANCE),
      '',
      '## A line of credits.manual',
      '',
      fieldTable(MANUAL_CREDIT),
      '',
      '## A line of planned',
      '',
      fieldTable(PLANNED_PURCHASE),
      '',
    ];
    await expect(page.join('\n')).toMatchFileSnapshot(join(root, 'docs/settings.md'));
  });

  test('docs/commands.md', async () => {
    await expect(await commandsPage()).toMatchFileSnapshot(join(root, 'docs/commands.md'));
  });

  test('docs/reports.md', async () => {
    await expect(reportsPage()).toMatchFileSnapshot(join(root, 'docs/reports.md'));
  });

  test('docs/demo.svg', async () => {
    await expect(picture(read('test/golden/demo.colour.txt'))).toMatchFileSnapshot(join(root, 'docs/demo.svg'));
  });
});

/** The README's picture: the first findings of the demo, the money and the outlook. */
function picture(ansi: string): string {
  const lines = ansi.split('\n');
  const at = (words: string) => lines.findIndex((line) => line.includes(words));
  const shown = [...lines.slice(0, 26), '  …', '', ...lines.slice(at('Where the money goes'), at('Good to know'))];
  const svg = toSvg(shown.join('\n'), {
    paddingTop: 8,
    paddingLeft: 12,
    paddingBottom: 8,
    paddingRight: 12,
    fontFamily: 'ui-monospace, Menlo, Consolas, monospace',
    colors: { backgroundColor: '#0d1117', foregroundColor: '#e6edf3' },
  });
  // Each piece already stands where its text begins: blanks inside are kept, those before it would count twice.
  const titled = svg.replace('><g ', '><title>The demo in a terminal</title><g ');
  return `${titled.replaceAll('<text ', '<text xml:space="preserve" ').replace(/(<text [^>]*>) +/g, '$1')}\n`;
}

/** What may stand at the top of credit-guard.yaml. */
const SETTINGS_AT_TOP = { ...GENERAL, ...SECTIONS, policies: true };

describe('the pages by hand', () => {
  const pages = [
    'README.md',
    'CONTRIBUTING.md',
    'SECURITY.md',
    'CHANGELOG.md',
    ...['docs', 'docs/resources'].flatMap((folder) =>
      readdirSync(join(root, folder))
        .filter((name) => name.endsWith('.md'))
        .map((name) => `${folder}/${name}`),
    ),
  ];

  test.each(pages)('%s: each piece of configuration that it shows is valid', async (page) => {
    const blocks = [...read(page).matchAll(/^( *)```yaml\n([\s\S]*?)^\1```/gm)].map(([, indent = '', text = '']) =>
      text.replaceAll(new RegExp(`^${indent}`, 'gm'), ''),
    );
    const ours = blocks.filter((text) => Object.keys(parse(text) ?? {}).every((key) => key in SETTINGS_AT_TOP));
    for (const text of ours) expect((await parseConfig(text, page)).errors).toEqual([]);
  });

  test('the configuration of the README is valid', () => {
    const [, text = ''] = /```yaml\n(program:[\s\S]*?)```/.exec(read('README.md')) ?? [];
    expect([Object.keys(parse(text)).length > 5, parseConfig(text, 'README.md').errors]).toEqual([true, []]);
  });

  test('what the page on figures shows is what the command prints', () => {
    const golden = ['explain-resource', 'explain-product'].map((name) => read(`test/golden/${name}.txt`)).join('\n');
    const shown = [...read('docs/figures.md').matchAll(/```text\n([\s\S]*?)```/g)].map(([, text = '']) => text);
    expect(shown.length).toBeGreaterThan(1);
    expect(shown.filter((text) => !golden.includes(text))).toEqual([]);
  });

  test('the library example of the README is the one that is run', () => {
    const [, shown = ''] = /```ts\n(const \{ settings[\s\S]*?)```/.exec(read('README.md')) ?? [];
    const lines = (text: string) => text.split('\n').flatMap((line) => line.trim() || []);
    const run = lines(read('examples/library/index.ts'));
    expect(shown).toContain('assess(');
    expect(lines(shown).filter((line) => !run.includes(line))).toEqual([]);
  });

  test('the page of the library names everything that it exports', () => {
    const page = read('docs/library.md');
    expect(Object.keys(library).filter((name) => !page.includes(name))).toEqual([]);
  });

  test('the examples of reports are YAML, and name formats that exist', async () => {
    const blocks = [...reportsPage().matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, text]) => text ?? '');
    for (const block of blocks) expect(parse(block)).toBeTypeOf('object');
    const named = [...reportsPage().matchAll(/--(?:report|format) ([a-z]+)/g)].map(([, name]) => name);
    expect([...new Set(named)].filter((name) => !(REPORT_FORMATS as readonly unknown[]).includes(name))).toEqual([]);
    expect(REPORT_FORMATS.filter((name) => name !== 'text' && !named.includes(name))).toEqual([]);
    for (const block of blocks.filter((text) => text.startsWith('reports:'))) {
      expect((await parseConfig(block, 'credit-guard.yaml')).errors).toEqual([]);
    }
  });

  test('its pictures are small', () => {
    for (const name of ['report-light.png', 'report-dark.png'])
      expect(statSync(join(root, 'docs', name)).size).toBeLessThan(150_000);
  });

  test('the README names every policy', () => {
    const readme = read('README.md');
    expect(POLICIES.filter((name) => !readme.includes(name))).toEqual([]);
  });

  test('the README shows every command and every check of the outlook', () => {
    const readme = read('README.md');
    const files = readdirSync(join(root, 'src/cli/commands'));
    const commands = files.map((name) => name.replace('.ts', '').replace('-', ' '));
    const checks = Object.entries(POLICY_SETTINGS[STACK_POLICY] as PolicyRows)
      .filter(
        ([, { type, stricter, places }]) =>
          typeof type === 'object' && type.choice[0] === 'off' && stricter !== 'none' && places.includes('policy'),
      )
      .map(([name]) => name);
    expect([commands.length, checks.length]).not.toContain(0);
    expect(
      commands.filter((name) => !new RegExp(`\\| \`${name}\` \\| .*credit-guard ${name}\\b`).test(readme)),
    ).toEqual([]);
    expect(checks.filter((name) => !readme.includes(`| \`${name}\` | `))).toEqual([]);
  });

  test('every npm command that a page names exists', () => {
    const { scripts } = JSON.parse(read('package.json'));
    const named = pages.flatMap((page) => [...read(page).matchAll(/npm run ([\w:]+)/g)].map(([, name]) => name ?? ''));
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });
});
