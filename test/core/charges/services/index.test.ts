import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { freeTypes, isFree } from '../../../../src/core/charges/free';
import { pricedTypes, services } from '../../../../src/core/charges/services';

const FOLDER = join(__dirname, '../../../../src/core/charges/services');
const SDK = dirname(require.resolve('@pulumi/aws/package.json'));

/** Every resource token of the installed provider SDK, read from its text: loading the SDK takes long. */
function tokensOfSdk(): ReadonlySet<string> {
  const files = readdirSync(SDK, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.js') && !file.includes('node_modules'),
  );
  const tokens = files.flatMap((file) => {
    const found = /__pulumiType = ['"]([^'"]+)['"]/.exec(readFileSync(join(SDK, file), 'utf8'))?.[1];
    return found === undefined ? [] : [found];
  });
  return new Set(tokens);
}

describe('the list of services', () => {
  const claims = services.flatMap((service) => Object.keys(service.resources));

  test('has every file of the folder, and a test for each', () => {
    const files = readdirSync(FOLDER).filter((file) => file !== 'index.ts');
    expect(services).toHaveLength(files.length);
    const index = readFileSync(join(FOLDER, 'index.ts'), 'utf8');
    expect(files.filter((file) => !index.includes(`'./${file.replace('.ts', '')}'`))).toEqual([]);
    const tests = new Set(readdirSync(__dirname));
    expect(files.filter((file) => !tests.has(file.replace('.ts', '.test.ts')))).toEqual([]);
  });

  test('claims no type twice', () => {
    expect(claims.filter((type, at) => claims.indexOf(type) !== at)).toEqual([]);
    expect(pricedTypes()).toEqual([...claims].sort());
  });

  test('calls no priced type free', () => {
    expect(claims.filter(isFree)).toEqual([]);
  });

  test('names a price page and the day it was read', () => {
    for (const { pricingPage, readOn, product } of services) {
      expect(pricingPage).toMatch(/^https:\/\/aws\.amazon\.com\/.+\/$/);
      expect(readOn).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      expect(product).not.toBe('');
    }
  });

  test('names types of the provider only', () => {
    const tokens = tokensOfSdk();
    expect(tokens.size).toBeGreaterThan(1000);
    expect([...claims, ...freeTypes()].filter((type) => !tokens.has(type))).toEqual([]);
  });
});

test('identity and access management is free as a whole', () => {
  expect(isFree('aws:iam/role:Role')).toBe(true);
  expect(isFree('aws:ec2/vpc:Vpc')).toBe(true);
  expect(isFree('aws:ec2/instance:Instance')).toBe(false);
});
