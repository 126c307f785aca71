import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { pricedTypes } from '../../../src/core/charges/services';
import { inputsOfTypes } from '../../support/sdk';
import { ACCEPTED, MAY_BILL, NEVER_BILLS } from '../../support/unread-properties';

/**
 * Every property that changes a bill is read, or its type says that it is not: those whose names promise so are compared with
 * the text of the code. A path may only be read in some settings, so that what one run asks for does not show it; a name that
 * the code of a service has in one place counts as read in all of it.
 */
const SERVICES = join(__dirname, '../../../src/core/charges/services');
const texts = new Map<string, string>();

/** A file with what it takes from `parts/` and from other services. */
function textOf(file: string, seen = new Set<string>()): string {
  if (seen.has(file) || !existsSync(file)) return '';
  seen.add(file);
  const own = texts.get(file) ?? readFileSync(file, 'utf8');
  texts.set(file, own);
  const imported = [...own.matchAll(/from '(\.{1,2}\/[^']+)'/g)]
    .map(([, path = '']) => `${join(dirname(file), path)}.ts`)
    .filter((path) => /charges\/(parts|services)\//.test(path));
  return [own, ...imported.map((path) => textOf(path, seen))].join('\n');
}

const files = readdirSync(SERVICES).map((name) => join(SERVICES, name));

/** A type stands in the file of its module, or in another one that names it. */
function codeOf(type: string): string {
  const named = files.find((file) => readFileSync(file, 'utf8').includes(`'${type}':`));
  return textOf(named ?? join(SERVICES, `${moduleOf(type)}.ts`));
}

const moduleOf = (type: string): string => type.split(/[:/]/)[1] ?? '';
const lastOf = (path: string): string => path.slice(path.lastIndexOf('.') + 1);

/** `[type, path]` of every property that promises to change a bill, and that the code of its type does not name. */
const inputs = inputsOfTypes(pricedTypes());
const unread = pricedTypes().flatMap((type) => {
  const code = codeOf(type);
  return (inputs.get(type) ?? [])
    .filter((path) => MAY_BILL.test(lastOf(path)) && !NEVER_BILLS.test(path))
    .filter((path) => !new RegExp(`\\b${lastOf(path)}\\b`).test(code))
    .map((path) => ({ type, path }));
});

const accepted = ACCEPTED.map(([module, names, why]) => ({ module, names: new Set(names.split(/\s+/)), why }));
const isAccepted = ({ type, path }: (typeof unread)[number]) =>
  accepted.some(({ module, names }) => module === moduleOf(type) && names.has(lastOf(path)));

describe('properties that promise to change a bill', () => {
  test('are found in the declarations of the SDK', () => {
    expect(inputs.get('aws:ecs/service:Service')).toContain('volumeConfiguration.managedEbsVolume.sizeInGb');
    expect([...inputs.values()].filter((paths) => paths.length > 0).length).toBeGreaterThan(
      pricedTypes().length * 0.98,
    );
    expect(unread.length).toBeGreaterThan(100);
  });

  test('are read, or accepted for a reason', () => {
    expect(unread.filter((one) => !isAccepted(one)).map(({ type, path }) => `${type} ${path}`)).toEqual([]);
  });

  test('are accepted only where nothing reads them', () => {
    const names = new Set(unread.map(({ type, path }) => `${moduleOf(type)} ${lastOf(path)}`));
    const stale = accepted.flatMap(({ module, names: list }) => [...list].map((name) => `${module} ${name}`));
    expect(stale.filter((name) => !names.has(name))).toEqual([]);
  });
});
