import { describe, expect, test } from 'vitest';
import { Properties, readRaw } from '../../src/core/properties';
import { known, unknown } from '../../src/core/reading';
import fc from '../support/fast-check';
import { LATER, SECRET } from '../support/resources';

const SIGNATURE = '4dabf18193072939515e22adb298388d';
const PLAIN_SECRET = { [SIGNATURE]: '1b47061264138c4ac30d75fd1eb44270', value: 'visible' };

describe('the three states', () => {
  const properties = new Properties({
    size: 20,
    later: LATER,
    secret: SECRET,
    plain: PLAIN_SECRET,
    hidden: '[secret]',
    nothing: null,
  });

  test.each([
    ['a value', 'size', known(20)],
    ['a secret whose value was sent', 'plain', known('visible')],
    ['null', 'nothing', { state: 'absent', path: 'nothing' }],
    ['nothing at all', 'missing', { state: 'absent', path: 'missing' }],
  ])('%s', (_, key, expected) => expect(properties.any(key)).toEqual(expected));

  test.each([
    ['a value that another resource decides', 'later', 'later is set by another resource, after deployment'],
    ['an encrypted secret', 'secret', 'secret is a secret that was not sent'],
    ['a secret that a preview hides', 'hidden', 'hidden is a secret that was not sent'],
  ])('%s is unknown', (_, key, because) => expect(properties.any(key)).toEqual({ state: 'unknown', because }));

  test('the reason names what was asked for, where an outer object or an item is unknown too', () => {
    const nested = new Properties({ outer: LATER, one: [SECRET], inner: { size: LATER }, list: [1, LATER, SECRET] });
    const isLater = (name: string) => unknown(`${name} is set by another resource, after deployment`);
    const isSecret = (name: string) => unknown(`${name} is a secret that was not sent`);
    expect(nested.number('inner.size')).toEqual(isLater('inner.size'));
    expect(nested.text('outer.id')).toEqual(isLater('outer.id'));
    expect(nested.object('one')).toEqual(isSecret('one'));
    expect(nested.list('list')).toEqual(known([known(1), isLater('list[]'), isSecret('list[]')]));
    expect(nested.items('one')).toEqual(known([isSecret('one[]')]));
  });

  test('each of the seven markers of the engine is unknown', () => {
    const markers = [
      '04da6b54-80e4-46f7-96ec-b56ff0331ba9',
      '1c4a061d-8072-4f0a-a4cb-0ff528b18fe7',
      '3eeb2bf0-c639-47a8-9e75-3b44932eb421',
      '6a19a0b0-7e62-4c92-b797-7f8e31da9cc2',
      '030794c1-ac77-496b-92df-f27374a8bd58',
      'e48ece36-62e2-4504-bad9-02848725956a',
      'dd056dcd-154b-4c76-9bd3-c8f88648b5ff',
    ];
    expect(markers.map((marker) => readRaw(marker).state)).toEqual(markers.map(() => 'unknown'));
  });
});

describe('types', () => {
  const properties = new Properties({
    text: 'a',
    decimal: '20.5',
    count: 3,
    yes: 'true',
    list: [1, LATER],
    negative: -1,
    huge: Number.MAX_SAFE_INTEGER,
    object: { a: 1 },
  });

  test('a decimal written as text is a number, as state files hold both', () => {
    expect(properties.number('decimal')).toEqual(known(20.5));
  });

  test('"true" is a flag', () => expect(properties.flag('yes')).toEqual(known(true)));

  test('a number is text where text is wanted', () => expect(properties.text('count')).toEqual(known('3')));

  test('one unknown item does not hide the others', () => {
    expect(properties.list('list')).toEqual(known([known(1), { state: 'unknown', because: expect.any(String) }]));
  });

  test.each([
    ['number', () => properties.number('text'), 'text should be a number and is text'],
    ['flag', () => properties.flag('count'), 'count should be true or false and is a value of type number'],
    ['list', () => properties.list('text'), 'text should be a list and is text'],
    ['object', () => properties.object('text'), 'text should be an object and is text'],
    ['quantity', () => properties.quantity('negative'), 'negative is negative'],
    ['no quantity', () => properties.quantity('huge'), 'huge is larger than anything that AWS bills'],
    ['path into text', () => properties.any('text.inner'), 'text.inner should be an object and is text'],
  ])('a wrong type is unknown and never shows the value: %s', (_, read, because) => {
    expect(read()).toEqual({ state: 'unknown', because });
  });
});

describe('two layers', () => {
  test('what the program asks for comes first', () => {
    expect(new Properties({ a: 1 }, { a: 2 }).any('a')).toEqual(known(1));
  });
  test('what the provider answered fills what is absent or unknown', () => {
    const properties = new Properties({ a: LATER }, { a: 2, b: 3 });
    expect([properties.any('a'), properties.any('b')]).toEqual([known(2), known(3)]);
  });
  test('unknown stays unknown when nobody answered', () => {
    expect(new Properties({ a: LATER }, {}).any('a')).toEqual(
      unknown('a is set by another resource, after deployment'),
    );
  });
});

describe('hostile input', () => {
  test('a prototype has no say', () => {
    const properties = new Properties(JSON.parse('{"__proto__": {"a": 1}, "constructor": {"b": 2}}'));
    expect([
      properties.any('a').state,
      properties.any('toString').state,
      properties.any('constructor.name').state,
    ]).toEqual(['absent', 'absent', 'absent']);
  });

  test('a getter is never run', () => {
    const trap = {
      get size(): number {
        throw new Error('ran');
      },
    };
    expect(new Properties(trap).any('size').state).toBe('absent');
  });

  test('nothing that JSON can hold makes a read throw', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.array(fc.string(), { minLength: 1, maxLength: 3 }), (value, steps) => {
        const path = steps.join('.');
        for (const properties of [new Properties(value), new Properties({ a: 1 }, value)]) {
          for (const read of ['any', 'text', 'number', 'quantity', 'flag', 'list', 'items', 'object'] as const) {
            expect(['known', 'unknown', 'absent']).toContain(properties[read](path).state);
          }
        }
      }),
    );
  });
});
