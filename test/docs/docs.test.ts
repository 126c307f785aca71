import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import toSvg from 'ansi-to-svg';
import { describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { parseConfig } from '../../src/config/load';
import { freeTypes } from '../../src/core/charges/free';
import { services } from '../../src/core/charges/services';
import { blindSpots } from '../../src/core/coverage/blind-spots';
import { notChecked } from '../../src/core/coverage/not-checked';
import { rules } from '../../src/core/coverage/rules';
import { POLICIES, RESOURCE_POLICIES, STACK_POLICY } from '../../src/core/policies';
import {
  ACCEPTANCE,
  type Fields,
  GENERAL,
  type Kind,
  MANUAL_CREDIT,
  POLICY_SETTINGS,
  type PolicyRows,
  type Row,
  type Rows,
  SECTIONS,
} from '../../src/core/settings-table';

const root = dirname(dirname(__dirname));
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const table = (head: string[], rows: string[][]) =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
const code = (text: string) => `\`${text}\``;

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
  usage: 'list',
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

describe('pages made from the code are fresh (npm run update)', () => {
  test('docs/rules.md', async () => {
    const rows = rules.map((rule) => [
      code(rule.id),
      code(rule.policy),
      rule.verdict,
      rule.confidence,
      `[${rule.asOf}](${rule.url})`,
      `${rule.why} ${rule.remedy}`,
      rule.types.map(code).join('<br>'),
    ]);
    const page = [
      '# What credits do not pay',
      '',
      'One row for each rule. Confidence: A official AWS text · B official text quoted elsewhere · C third-party report ·',
      'D inference. A and B may block; C and D warn until you set `uncertain: block`.',
      '',
      table(['rule', 'policy', 'says', 'confidence', 'source', 'why and what to do', 'types'], rows),
      '',
      '## Not checked',
      '',
      'What a plan alone cannot prove; reported as one line.',
      '',
      table(
        ['what', 'how to check', 'source'],
        notChecked.map((row) => [row.what, row.check, `[${row.asOf}](${row.url})`]),
      ),
      '',
      '## Blind spots',
      '',
      'What no planned resource shows.',
      '',
      table(
        ['what', 'why', 'where to look'],
        blindSpots.map((spot) => [spot.what, spot.why, spot.look]),
      ),
      '',
    ];
    await expect(page.join('\n')).toMatchFileSnapshot(join(root, 'docs/rules.md'));
  });

  test('docs/resources.md', async () => {
    const rows = services.flatMap((service) =>
      Object.entries(service.resources).map(([type, { usage }]) => [
        code(type),
        service.product,
        Object.entries(usage)
          .map(([field, { min, max, unit }]) => `${code(field)} ${min}–${max} ${unit}`)
          .join('<br>'),
        `[${service.readOn}](${service.pricingPage})`,
      ]),
    );
    const page = [
      '# Priced resources',
      '',
      `${rows.length} types are priced, ${freeTypes().length} are free (and all of \`aws:iam\`). Every other type is counted as "not priced".`,
      'The usage fields are what you may set under `usage:`; the figures are what is assumed when you do not.',
      '',
      table(
        ['type', 'billed as', 'usage', 'price page'],
        rows.sort((a, b) => ((a[0] ?? '') < (b[0] ?? '') ? -1 : 1)),
      ),
      '',
      '## Free',
      '',
      freeTypes().map(code).join(', '),
      '',
    ];
    await expect(page.join('\n')).toMatchFileSnapshot(join(root, 'docs/resources.md'));
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
      'The fields of `usage` are in [the list of priced types](resources.md).',
      '',
      'Policy configuration wins over the file, setting by setting. A stack (`pulumi config set credit-guard:NAME VALUE`)',
      'may only tighten, and only what names a stricter value below.',
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
    ];
    await expect(page.join('\n')).toMatchFileSnapshot(join(root, 'docs/settings.md'));
  });

  test('docs/demo.svg', async () => {
    await expect(picture(read('test/golden/demo.colour.txt'))).toMatchFileSnapshot(join(root, 'docs/demo.svg'));
  });
});

/** The README's picture: the first findings of the demo, the money and the outlook. */
function picture(ansi: string): string {
  const lines = ansi.split('\n');
  const at = (words: string) => lines.findIndex((line) => line.includes(words));
  const shown = [...lines.slice(0, 26), '  …', '', ...lines.slice(at('Money'), at('Not priced in full'))];
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

describe('the pages by hand', () => {
  const pages = [
    'README.md',
    'CONTRIBUTING.md',
    'SECURITY.md',
    ...readdirSync(join(root, 'docs'))
      .filter((name) => name.endsWith('.md'))
      .map((name) => `docs/${name}`),
  ];

  test.each(pages)('%s: every link within the repository leads somewhere', (page) => {
    const links = [...read(page).matchAll(/\]\((?!https?:)([^)#]+)(#[^)]*)?\)/g)].map(([, target]) => target ?? '');
    expect(links.filter((target) => !existsSync(join(root, dirname(page), target)))).toEqual([]);
  });

  test('the configuration of the README is valid', () => {
    const [, text = ''] = /```yaml\n(program:[\s\S]*?)```/.exec(read('README.md')) ?? [];
    expect([Object.keys(parse(text)).length > 5, parseConfig(text, 'README.md').errors]).toEqual([true, []]);
  });

  test('the README names every policy', () => {
    const readme = read('README.md');
    expect(POLICIES.filter((name) => !readme.includes(name))).toEqual([]);
  });

  test('every npm command that a page names exists', () => {
    const { scripts } = JSON.parse(read('package.json'));
    const named = pages.flatMap((page) => [...read(page).matchAll(/npm run ([\w:]+)/g)].map(([, name]) => name ?? ''));
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });
});
