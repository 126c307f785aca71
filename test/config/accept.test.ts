import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { acceptanceText, withAcceptances } from '../../src/config/accept';
import { usd } from '../../src/core/money';
import type { Acceptance } from '../../src/core/settings';
import fc from '../support/fast-check';

const shop: Acceptance = {
  policy: 'no-uncovered-services',
  resource: 'urn:pulumi:*::shop',
  reason: 'Our domain',
  until: undefined,
  maxUsd: usd('15'),
  only: undefined,
};
const SHOP = { policy: 'no-uncovered-services', resource: 'urn:pulumi:*::shop', reason: 'Our domain', maxUsd: '15.00' };
const OLD = { policy: 'coverage-known', resource: 'urn:x', reason: 'Old' };

const DOCUMENT_END = readFileSync(join(__dirname, '../cases/adv-09a-document-end.yaml'), 'utf8');

describe('an exception is added, and nothing else changes', () => {
  test.each([
    ['nothing', '', []],
    ['comments only', '# ours\n', []],
    ['a document end', DOCUMENT_END, []],
    ['a start and an end', '%YAML 1.2\n---\nprogram: activate\n...\n# after\n', []],
    ['an indented root', '  program: activate\n  usage: []\n', []],
    [
      'an indented root with a list',
      '  accept:\n    - { policy: coverage-known, resource: "urn:x", reason: Old }\n',
      [OLD],
    ],
    ['no line break at the end', 'program: activate', []],
    [
      'CRLF',
      'program: activate\r\n# ours\r\naccept:\r\n  - policy: coverage-known\r\n    resource: urn:x\r\n    reason: Old\r\n',
      [OLD],
    ],
    ['a byte order mark', '\ufeffprogram: activate\n', []],
    ['a mark, CRLF and a document end', '\ufeffprogram: activate\r\n...\r\n', []],
    [
      'an anchor and its alias',
      'usage:\n  - &one { name: a, x: 1 }\n  - *one\naccept:\n- policy: coverage-known\n  resource: urn:x\n  reason: Old\n',
      [OLD],
    ],
    [
      'a list in the column of its key',
      'accept:\n- policy: coverage-known\n  resource: urn:x\n  reason: Old # why\n# the end\nprogram: activate\n',
      [OLD],
    ],
    [
      'comments around each line',
      '# a\naccept: # b\n  # c\n  - policy: coverage-known # d\n    resource: urn:x\n    # e\n    reason: Old\n  # f\n# g\nprogram: activate # h\n',
      [OLD],
    ],
    [
      'a long text that is folded',
      'accept:\n  - policy: coverage-known\n    resource: urn:x\n    reason: >-\n      Old\nprogram: activate\n',
      [OLD],
    ],
    ['one line', '{ program: activate, accept: [] }\n', []],
    ['a list in one line', 'accept: [{ policy: coverage-known, resource: "urn:x", reason: Old }] # ours\n', [OLD]],
    ['an empty key with a comment', 'accept: # none yet\nprogram: activate\n', []],
    ['a text that keeps its line breaks', 'burn: {}\npool:\n  reserved: {}\nprogram: activate\n\n\n', []],
  ])('%s', (_, before, old) => {
    const after = withAcceptances(before, [shop]) ?? '';
    const { accept, ...others } = parse(after.replace(/^\ufeff/, ''));
    const { accept: __, ...same } = parse(before.replace(/^\ufeff/, '')) ?? {};
    expect([accept, others]).toEqual([[...old, SHOP], same]);
    for (const comment of before.match(/#.*/g) ?? []) expect(after).toContain(comment.trim());
    expect(after.startsWith('\ufeff')).toBe(before.startsWith('\ufeff'));
    if (before.includes('\r\n')) expect(after.replaceAll('\r\n', '')).not.toContain('\n');
  });

  test('below a list, no other byte changes', () => {
    const before =
      '# a\naccept:\n    -   policy:   coverage-known\n        resource: urn:x\n        reason:   Old # b\n\nprogram:   activate # c\n';
    const after = withAcceptances(before, [shop]) ?? '';
    const lines = before.split('\n');
    expect(after.split('\n').filter((line) => lines.includes(line))).toEqual(lines);
  });

  test('a line that stands there is not repeated', () => {
    const once = withAcceptances('', [shop]) ?? '';
    expect(withAcceptances(once, [shop])).toBe(once);
  });

  test.each([
    ['an alias', 'usage: &a []\naccept: *a\n'],
    ['a text', 'accept: yes\n'],
    ['two documents', 'program: activate\n---\nprogram: none\n'],
    ['no YAML', 'program: [\n'],
  ])('%s: nothing is written', (_, before) => {
    expect(withAcceptances(before, [shop])).toBeUndefined();
  });
});

describe('what is printed is data', () => {
  const texts = fc.string({
    unit: fc.constantFrom(
      'a',
      ' ',
      '\n',
      '\r',
      ':',
      '#',
      '##vso[x]',
      '::error::',
      '\u001b[31m',
      '\u061c',
      '\u202e',
      '"',
      '\\',
      '- ',
      '\u0085',
      '\u2028',
      '%',
      '🙂',
    ),
  });

  test('no line of it is a command, and it reads back as it was', () => {
    fc.assert(
      fc.property(texts, texts, (resource, reason) => {
        const text = acceptanceText([{ ...shop, resource, reason }]);
        // biome-ignore lint/suspicious/noControlCharactersInRegex: it looks for them
        expect(text.replaceAll('\n', '')).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u061c\u2028-\u202e]/);
        expect(text).not.toMatch(/^\s*(::|##)|##\w*\[|\s::/m);
        expect(text.split('\n')).toHaveLength(6);
        expect(parse(text).accept[0]).toMatchObject({ resource, reason });
        const added = withAcceptances('accept: [] # x\n', [{ ...shop, resource, reason }]) ?? '';
        expect(parse(added).accept[0]).toMatchObject({ resource, reason });
      }),
    );
  });

  test('the case of a URN with line breaks', () => {
    const state = JSON.parse(readFileSync(join(__dirname, '../cases/adv-14-baseline-injection.json'), 'utf8'));
    const { urn } = state.deployment.resources[0];
    const text = acceptanceText([{ ...shop, resource: urn }]);
    expect(text).toContain('\\n::error file=a.js');
    expect(text).toContain('\\u0023#vso[');
    expect(parse(text).accept[0].resource).toBe(urn);
  });
});
