import { describe, expect, test } from 'vitest';
import { type Entry, JsonEntries } from '../../src/adapters/price-list/json-entries';
import fc from '../support/fast-check';

const WANTED = [['products'], ['terms', 'OnDemand']];

function read(text: string, length: number): Entry[] {
  const entries = new JsonEntries(WANTED);
  const found: Entry[] = [];
  for (let at = 0; at < text.length; at += length) found.push(...entries.push(text.slice(at, at + length)));
  expect(entries.isWhole).toBe(true);
  return found;
}

const DOCUMENT = {
  offerCode: 'AmazonEC2',
  'a "name"': ['products', { products: { no: { a: 1 } } }],
  products: { A: { sku: 'A', attributes: { text: 'with } and ] and \\ and "quotes"', empty: {} } }, B: { sku: 'B' } },
  terms: { OnDemand: { A: { 'A.1': { priceDimensions: { x: { beginRange: '0' } } } } }, Reserved: { A: { no: 1 } } },
  publicationDate: '2026-11-01',
};
const EXPECTED = [
  { path: ['offerCode'], value: 'AmazonEC2' },
  { path: ['products', 'A'], value: DOCUMENT.products.A },
  { path: ['products', 'B'], value: DOCUMENT.products.B },
  { path: ['terms', 'OnDemand', 'A'], value: DOCUMENT.terms.OnDemand.A },
  { path: ['publicationDate'], value: '2026-11-01' },
];

describe('values of a long document', () => {
  test.each([1, 2, 3, 7, 64, 100_000])('in pieces of %i characters', (length) => {
    expect(read(JSON.stringify(DOCUMENT), length)).toEqual(EXPECTED);
    expect(read(JSON.stringify(DOCUMENT, null, 2), length)).toEqual(EXPECTED);
  });

  test('of any document, as JSON.parse reads it', () => {
    const member = fc.dictionary(fc.string(), fc.jsonValue());
    fc.assert(
      fc.property(fc.dictionary(fc.string(), member), fc.integer({ min: 1, max: 40 }), (products, length) => {
        const found = read(JSON.stringify({ before: [1, { products: 2 }], products, after: null }), length);
        const wanted = Object.entries(JSON.parse(JSON.stringify(products)));
        expect(found).toEqual(wanted.map(([name, value]) => ({ path: ['products', name], value })));
      }),
    );
  });

  test('of one that is cut: what came before, and that it is not whole', () => {
    const text = JSON.stringify(DOCUMENT);
    const entries = new JsonEntries(WANTED);
    expect([...entries.push(text.slice(0, -30))].length).toBeLessThan(EXPECTED.length);
    expect(entries.isWhole).toBe(false);
  });

  test('of one that is none', () => {
    expect(() => [...new JsonEntries(WANTED).push('{"products": ]')]).toThrow(SyntaxError);
  });
});
