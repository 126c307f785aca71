import { describe, expect, test } from 'vitest';
import { stepsOf } from '../../../src/core/charges/steps';
import { FAMILIES, UNITS, USAGE_PREFIXES } from '../../../src/core/price-list/families';
import { prices } from '../../support/resources';

const rows = FAMILIES.flatMap(({ rows: own }) => own);
const BOOK = new Set(
  [...prices.regions(), 'global'].flatMap((region) =>
    [...prices.rows(region)].map(({ service, key }) => `${service}/${key}`),
  ),
);
const keys = [...BOOK];

describe('every row of the table', () => {
  test.each([...new Set(rows.map(({ key }) => key))])('%s is a key of the book', (key) => {
    const pattern = key
      .split(/\{\w+\}/)
      .map((part) => part.replace(/[.*+?^()|[\]\\]/g, '\\$&'))
      .join('[\\w.-]+');
    const wanted = new RegExp(`^${pattern}$`);
    expect(keys.some((one) => wanted.test(one))).toBe(true);
  });

  test('ends in a unit that AWS writes in a way that is known', () => {
    const ends = new Set(rows.map(({ key }) => key.slice(key.lastIndexOf('.') + 1)));
    const unknown = [...ends].filter((end) => UNITS[end] === undefined && end !== 'lambda/request');
    expect(unknown).toEqual([]);
    for (const end of Object.keys(UNITS)) expect([...ends], end).toContain(end);
  });

  test('names only what its usage type or an attribute says', () => {
    const made = rows.filter(({ usage, key }) =>
      [...key.matchAll(/\{(\w+)\}/g)].some(([, name]) => name !== 'instanceType' && !usage.includes(`{${name}}`)),
    );
    expect(made).toEqual([]);
  });

  test('stands once for each service and filter', () => {
    const lines = FAMILIES.flatMap(({ service, ask, rows: own }) =>
      own.map(({ usage, key, where }) => JSON.stringify([service, ask, usage, key, where])),
    );
    expect(lines.length).toBe(new Set(lines).size);
  });

  test('begins at the first step of a price that has steps', () => {
    const later = rows.filter(({ key }) => /next|over|tier[23]/.test(key) && !key.includes('io2-iops'));
    expect(later).toEqual([]);
    expect(rows.filter(({ key }) => stepsOf(key) !== undefined).length).toBeGreaterThan(5);
  });
});

test('every prefix is of a region of the book, and of one alone', () => {
  expect(Object.keys(USAGE_PREFIXES).filter((region) => !prices.knowsRegion(region))).toEqual([]);
  const all = Object.values(USAGE_PREFIXES).flat();
  expect(all.length).toBe(new Set(all).size);
});
