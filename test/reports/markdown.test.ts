import { describe, expect, test } from 'vitest';
import { markdown } from '../../src/reports/markdown';
import { type AssessmentSketch, aReport, options } from './assessments';
import { commonMark, shown } from './readers';
import { MARKUP, nat, savingsPlan, situations } from './situations';

const render = (sketch?: AssessmentSketch) => markdown(aReport(sketch), options);

interface Token {
  type: string;
  content: string;
  attrs?: [string, string][] | null;
  children?: Token[] | null;
}

const tokensOf = (written: string): Token[] => {
  const flat = (tokens: Token[]): Token[] => tokens.flatMap((token) => [token, ...flat(token.children ?? [])]);
  return flat(commonMark.parse(written, {}) as Token[]);
};

/** Texts that a platform searches for mentions and addresses: not code, and broken where HTML stands. */
const textsOf = (written: string) => tokensOf(written).filter(({ type }) => type === 'text');

describe.each(['markup', 'hostile'])('%s: names are data', (situation) => {
  const written = render(situations[situation]);

  test('no markup of theirs', () => {
    const html = tokensOf(written).filter(({ type }) => type === 'html_inline' || type === 'html_block');
    for (const { content } of html) {
      expect(content.replace(/^<!-- pulumi-credit-guard: [^<>]*? -->$/m, '').trim()).toMatch(
        /^(<!-- -->|<\/?span>|<\/?sub>|<br>|<\/details>|<details><summary>[\w ,()]+<\/summary>)?$/,
      );
    }
    const kinds = new Set(tokensOf(written).map(({ type }) => type));
    for (const kind of ['image', 's_open']) expect(kinds).not.toContain(kind);
  });

  test('no link but our own sources', () => {
    for (const { attrs } of tokensOf(written).filter(({ type }) => type === 'link_open')) {
      expect(Object.fromEntries(attrs ?? [])['href']).toMatch(/^https:\/\/(aws|docs\.aws|repost)\.(amazon\.com|aws)/);
    }
  });

  test('no mention, reference, emoji or formula', () => {
    for (const { content } of textsOf(written)) {
      expect(content).not.toMatch(/@\w|#\d|https?:\/\/|www\.|:tada:/);
      if (content !== '$') expect(content).not.toMatch(/\$(?!\d)/);
    }
  });

  test('each table keeps its columns', () => {
    const tokens = tokensOf(written);
    let columns = 0;
    let cells = 0;
    for (const { type } of tokens) {
      if (type === 'thead_open') columns = 0;
      if (type === 'th_open') columns++;
      if (type === 'tr_open') cells = 0;
      if (type === 'td_open') cells++;
      if (type === 'tr_close' && cells > 0) expect(cells).toBe(columns);
    }
  });

  test('and still can be read', () => {
    const name = situation === 'markup' ? MARKUP : 'fake: line';
    expect(shown(commonMark.render(written))).toContain(name);
  });
});

test('the marker is that of the stack, whatever it is called', () => {
  const marker = (stack: string) => render({ stack }).split('\n')[0];
  expect(marker('prod')).toBe('<!-- pulumi-credit-guard: shop/prod -->');
  expect(marker('a-->b--c')).toBe('<!-- pulumi-credit-guard: shop/a%2D%2D%3Eb%2D%2Dc -->');
  expect(marker('prod')).not.toBe(marker('dev'));
});

test('what the change costs in cash comes first', () => {
  const [, title, , first] = render({ before: [], resources: [nat, savingsPlan('100.00')] }).split('\n');
  expect(title).toBe('### ❌ AWS credits: `shop/dev`');
  expect(first).toBe('**This change costs cash: $100.00 once.**');
});

test('before, after and the change add up', () => {
  const written = render({ before: [nat], resources: [nat, { ...nat, name: 'second' }] });
  expect(written).toContain('| **Cash** | $0.00 | $0.00 | no change |');
  expect(written).toContain('| Total | $32.85–$37.35 | $65.70–$74.70 | +$32.85–$37.35 |');
});

describe('too much for a comment', () => {
  const resources = Array.from({ length: 900 }, (_, i) => ({
    ...savingsPlan('100.00'),
    name: `plan-${i}-${'x'.repeat(60)}`,
  }));
  const written = render({ resources, problems: ['Step 2 names no urn.'] });

  test('it fits, by whole parts, and says what it left out', () => {
    expect(written.length).toBeLessThanOrEqual(65_536);
    expect(written.length).toBeGreaterThan(60_000);
    expect(written).toMatch(/Left out to fit a comment: \d+ blocking findings, \d+ warnings/);
    for (const tag of ['details', 'sub', 'summary']) {
      expect(written.split(`<${tag}>`)).toHaveLength(written.split(`</${tag}>`).length);
    }
    expect(written.split('```').length % 2).toBe(1);
  });

  test('and every finding is counted, shown or left out', () => {
    const left = Number(/comment: (\d+) blocking/.exec(written)?.[1]);
    expect(written.split('- ❌ **block**').length - 1 + left).toBe(900);
  });
});
