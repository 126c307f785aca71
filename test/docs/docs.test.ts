import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import toSvg from 'ansi-to-svg';
import { describe, expect, test } from 'vitest';
import { allTypes, classOf, pricedTypes } from '../../src/core/charges/services';
import { blindSpots } from '../../src/core/coverage/blind-spots';
import { notChecked } from '../../src/core/coverage/not-checked';
import { rules } from '../../src/core/coverage/rules';
import { POLICIES } from '../../src/core/policies';

const root = dirname(dirname(__dirname));
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const table = (head: string[], rows: string[][]) =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
const code = (text: string) => `\`${text}\``;

/** Classes without a price, in the order in which the page tells them. */
const CLASSES = [
  ['usage', 'Billed by use, without a price', 'AWS bills what they are used for. The price book has no price for it.'],
  ['hourly', 'Not priced yet', 'AWS bills them for as long as they exist. The price book has no price for it.'],
  ['once', 'Billed once, without a price', 'AWS bills them when they are made.'],
  ['subscription', 'Subscriptions', 'AWS bills them by the user or for a term.'],
  ['third-party', 'Sold by other companies', 'What they cost is the price of another company.'],
  ['contents', 'Contents that are not in the plan', 'They create resources that no plan shows.'],
  ['account-setting', 'Settings of the whole account', 'They switch something on that AWS bills by use.'],
  ['not-found', 'No price found', 'New types of which no price was found.'],
] as const;

const throughOf = (cell = ''): string => {
  const entry = classOf(cell.replaceAll('`', ''))?.entry;
  return entry?.class === 'through' ? (entry.of ?? '') : '';
};

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
    const rows: string[][] = [];
    const classes = new Map<string, string[][]>();
    for (const type of allTypes()) {
      const found = classOf(type);
      if (found === undefined) continue;
      const { service, entry } = found;
      if (entry.class !== 'priced') {
        const group = classes.get(entry.class) ?? [];
        classes.set(entry.class, group);
        group.push([code(type), entry.because.replace(/^.*?: /, ''), entry.confidence]);
        continue;
      }
      const usage = Object.entries(entry.usage).map(
        ([field, { min, max, unit }]) => `${code(field)} ${min}–${max} ${unit}`,
      );
      rows.push([code(type), service.product, usage.join('<br>'), `[${service.readOn}](${service.pricingPage})`]);
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
      'The usage fields are what you may set under `usage:`; the figures are what is assumed when you do not.',
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
      ...CLASSES.flatMap(([name, title, words]) => [
        `## ${title}`,
        '',
        words,
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
