import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import toSvg from 'ansi-to-svg';
import { describe, expect, test } from 'vitest';
import { freeTypes } from '../../src/core/charges/free';
import { services } from '../../src/core/charges/services';
import { rules } from '../../src/core/coverage/rules';
import { POLICIES } from '../../src/core/policies';
import { code, rulePage, rulesPage, table } from './rule-pages';

const root = dirname(dirname(__dirname));
const read = (path: string) => readFileSync(join(root, path), 'utf8');

describe('pages made from the code are fresh (npm run update)', () => {
  test('docs/rules.md', async () => {
    await expect(rulesPage()).toMatchFileSnapshot(join(root, 'docs/rules.md'));
  });

  test.each(rules.map((rule) => [rule.id, rule] as const))('docs/rules/%s.md', async (id, rule) => {
    await expect(rulePage(rule)).toMatchFileSnapshot(join(root, `docs/rules/${id}.md`));
  });

  test('no rule that is gone has a page left', () => {
    const fresh = new Set(rules.map(({ id }) => `${id}.md`));
    expect(readdirSync(join(root, 'docs/rules')).filter((name) => !fresh.has(name))).toEqual([]);
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
