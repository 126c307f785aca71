import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { allTypes, classOf, isFree, pricedTypes, services } from '../../../../src/core/charges/services';
import { withoutPrices } from '../../../../src/core/charges/services/without-prices';
import { canonicalType } from '../../../../src/pulumi/canonical-type';

const FOLDER = join(__dirname, '../../../../src/core/charges/services');
const FILES = readdirSync(FOLDER).filter((file) => file !== 'index.ts' && file !== 'without-prices.ts');
const SDK = dirname(require.resolve('@pulumi/aws/package.json'));

/** Every resource token of the installed provider SDK, read from its text: loading the SDK takes long. */
function tokensOfSdk(): readonly string[] {
  const files = readdirSync(SDK, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.js') && !file.includes('node_modules'),
  );
  return files.flatMap((file) => {
    const found = /__pulumiType = ['"]([^'"]+)['"]/.exec(readFileSync(join(SDK, file), 'utf8'))?.[1];
    return found?.includes('/') ? [found] : []; // not the provider itself
  });
}

const moduleOf = (type: string): string => type.slice('aws:'.length, type.indexOf('/'));

describe('every type has one entry', () => {
  const tokens = tokensOfSdk();
  const claims = services.flatMap((service) => Object.keys(service.resources));

  test('no type of the provider is forgotten, and none is invented', () => {
    expect(tokens.length).toBeGreaterThan(1700);
    expect(allTypes()).toEqual([...new Set(tokens.map(canonicalType))].sort());
  });

  test('and no type has two', () => {
    expect(claims.filter((type, at) => claims.indexOf(type) !== at)).toEqual([]);
  });

  test('in the file of its module', async () => {
    for (const file of FILES) {
      const exported: Record<string, unknown> = await import(join(FOLDER, file));
      const here = services.filter((service) => Object.values(exported).includes(service));
      expect(here, `${file} exports no service that the index lists`).not.toEqual([]);
      const modules = new Set(here.flatMap((service) => Object.keys(service.resources)).map(moduleOf));
      expect([...modules]).toEqual([file.replace('.ts', '')]);
    }
  });

  test('or with the modules in which nothing is priced', () => {
    for (const { resources } of withoutPrices) {
      const [module = '', ...others] = new Set(Object.keys(resources).map(moduleOf));
      expect(others).toEqual([]);
      expect(FILES).not.toContain(`${module}.ts`);
      expect(Object.values(resources).map((entry) => entry.class)).not.toContain('priced');
    }
  });

  test('what is billed through another type names one that is billed', () => {
    for (const type of allTypes()) {
      const entry = classOf(type)?.entry;
      if (entry?.class === 'through')
        expect(classOf(entry.of ?? '')?.entry.class, type).not.toMatch(/^(free|undefined)$/);
    }
  });

  test('at most three in a hundred wait for a price', () => {
    const waiting = allTypes().filter((type) => ['hourly', 'not-found'].includes(classOf(type)?.entry.class ?? ''));
    expect(waiting.length / allTypes().length).toBeLessThanOrEqual(0.03);
  });

  test('the priced ones have a test', () => {
    const files = readdirSync(__dirname).map((file) => join(__dirname, file));
    const tests = [...files, join(__dirname, '../../../support/happy-paths.ts')].map((file) =>
      readFileSync(file, 'utf8'),
    );
    expect(pricedTypes().filter((type) => !tests.some((text) => text.includes(`'${type}'`)))).toEqual([]);
  });
});

test('a service names its pages and the day they were read', () => {
  for (const { pricingPage, readOn, product } of services) {
    expect(pricingPage).toMatch(/^https:\/\/[a-z0-9.]*aws\.(amazon\.com|com)\//);
    expect(readOn).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect(product).not.toBe('');
  }
});

test('identity and access management is free as a whole', () => {
  expect(allTypes().filter((type) => type.startsWith('aws:iam/') && !isFree(type))).toEqual([]);
  expect(isFree('aws:ec2/vpc:Vpc')).toBe(true);
  expect(isFree('aws:ec2/instance:Instance')).toBe(false);
});
