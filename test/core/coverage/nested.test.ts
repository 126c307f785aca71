import { describe, expect, test } from 'vitest';
import { findNested, parseJson, textsIn } from '../../../src/core/coverage/nested';
import { known, type Reading, unknown } from '../../../src/core/reading';
import { LATER, SECRET } from '../../support/resources';

const find = (tree: unknown, root: Reading<unknown> = known(tree)) => {
  const { found, hidden } = findNested(root, ['Image'], ['containers', 'Template']);
  return { found: found.map((one) => (one.state === 'known' ? one.value : one.state)), hidden };
};
const NOT_A_TREE = 'part of it is neither an object nor a list';

describe('keys anywhere in a tree', () => {
  test('at any depth, in any case, in lists and objects', () => {
    const tree = { image: 'a', containers: [{ IMAGE: 'b' }, { other: { deeper: [[{ image: 'c' }]] } }] };
    const { found, hidden } = find(tree);
    expect([[...found].sort(), hidden]).toEqual([['a', 'b', 'c'], undefined]);
  });

  test('what stands below a key is its value, and not looked through', () => {
    expect(find({ image: { image: 'inner' } }).found).toEqual([{ image: 'inner' }]);
  });

  test('nothing there is nothing hidden', () => {
    expect(find({ containers: [{ name: 'a' }], count: 3, none: null, list: [] })).toEqual({
      found: [],
      hidden: undefined,
    });
  });

  test('a value that is decided later is found as unknown', () => {
    expect(find({ containers: [{ image: LATER }] })).toEqual({ found: ['unknown'], hidden: undefined });
  });

  test.each([
    ['a branch', { template: LATER }],
    ['a branch in any case', { CONTAINERS: LATER }],
    ['an item of a list', { names: [LATER] }],
    ['a secret branch', { containers: SECRET }],
  ])('%s that is not known hides something', (_, tree) => {
    expect(find(tree).hidden).toBeDefined();
  });

  test('another property that is not known hides nothing', () => {
    expect(find({ name: LATER, port: SECRET })).toEqual({ found: [], hidden: undefined });
  });

  test.each([
    ['a text', { template: 'x' }, NOT_A_TREE],
    ['a figure', { template: 7 }, NOT_A_TREE],
    ['nothing', { template: null }, undefined],
    ['an object', { template: {} }, undefined],
  ])('a branch that is %s', (_, tree, hidden) => {
    expect(find(tree).hidden).toBe(hidden);
  });

  test.each([
    ['not known', unknown('it is decided later'), 'it is decided later'],
    ['a text', known('x'), NOT_A_TREE],
    ['absent', { state: 'absent' } as const, undefined],
  ])('a root that is %s', (_, root, hidden) => {
    expect(find(undefined, root)).toEqual({ found: [], hidden });
  });

  test('the first reason stands', () => {
    expect(find({ template: 'x' }, undefined).hidden).toBe(NOT_A_TREE);
    expect(find({ containers: { template: LATER }, template: 'x' }).hidden).toBe(NOT_A_TREE);
  });

  test('a getter is not run', () => {
    const tree = {
      get image(): string {
        throw new Error('run');
      },
    };
    expect(() => find(tree)).not.toThrow();
  });

  test('a tree without an end is one that cannot be looked through', () => {
    const wide = { items: Array.from({ length: 100_001 }, () => ({})) };
    expect(find(wide).hidden).toBe('it is too large to look through');
    expect(find({ items: Array.from({ length: 99_990 }, () => ({})) }).hidden).toBeUndefined();
  });
});

describe('every text in a tree', () => {
  const texts = (tree: unknown) => [...textsIn(known(tree))].sort();

  test('under whatever key, at any depth', () => {
    expect(texts({ a: 'x', b: [{ c: 'y' }, ['z', 7, null, true]] })).toEqual(['x', 'y', 'z']);
    expect(texts('alone')).toEqual(['alone']);
    expect(texts(undefined)).toEqual([]);
  });

  test('what is not known is no text', () => {
    expect(texts({ a: LATER, b: SECRET, c: 'x' })).toEqual(['x']);
    expect(textsIn(unknown('later'))).toEqual([]);
    expect(textsIn({ state: 'absent' })).toEqual([]);
  });

  test('a large tree hides none', () => {
    expect(texts(Array.from({ length: 100_005 }, () => 'x')).length).toBe(100_005);
  });
});

describe('a tree in a JSON text', () => {
  test.each([
    ['JSON', known('{"a":1}'), { state: 'known', value: { a: 1 } }],
    ['no JSON', known('{'), { state: 'unknown', because: 'policy cannot be read as JSON' }],
    ['no text', known(7), { state: 'unknown', because: 'policy is no text' }],
    ['absent', { state: 'absent' } as const, { state: 'absent' }],
    ['not known', unknown('later'), { state: 'unknown', because: 'later' }],
  ])('%s', (_, text, expected) => {
    expect(parseJson(text as Reading<unknown>, 'policy')).toEqual(expected);
  });
});
