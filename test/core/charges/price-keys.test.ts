import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { prices } from '../../support/resources';

const CORE = join(__dirname, '../../../src/core');
const TEXTS = ['charges/services', 'charges/parts', 'coverage/rules'].flatMap((folder) =>
  readdirSync(join(CORE, folder))
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(join(CORE, folder, file), 'utf8')),
);

/** Every key of the book, `service/key`, whatever its region. */
const BOOK = new Set(
  ['global', ...prices.regions()].flatMap((region) =>
    [...prices.rows(region)].map(({ service, key }) => `${service}/${key}`),
  ),
);
const SERVICES = new Set([...BOOK].map((key) => key.slice(0, key.indexOf('/'))));

const isOfBook = (key: string): boolean => SERVICES.has(key.slice(0, key.indexOf('/')));
const found = (pattern: RegExp): string[] =>
  TEXTS.flatMap((text) => [...text.matchAll(pattern)].map(([, key = '']) => key)).filter(isOfBook);

/** Keys that stand in the code as they are. */
const literals = [...new Set(found(/'([a-z0-9-]+\/[a-z0-9][\w.-]*)'/g))];
/** Keys with properties in them: each `${…}` stands for any text. */
const templates = [...new Set(found(/`([a-z0-9-]+\/(?:[^`$]|\$\{(?:[^{}`]|\{[^{}]*\})*\})*)`/g))].filter((key) =>
  key.includes('${'),
);

/** Services of the book that no code reads, and why they are kept. */
const SPARE = new Map([
  ['acm', 'public certificates are free'],
  ['autoscaling', 'costs nothing'],
  ['batch', 'costs nothing'],
  ['datatransfer', 'data transfer belongs to no resource; read by the outlook of traffic, when there is one'],
  ['ecs', 'fees on instances that AWS chooses'],
  ['pcs', 'the provider has no such type yet'],
  ['qdeveloper', 'the provider has no such type yet'],
  ['support', 'no resource buys a support plan'],
]);

describe('keys of the price book', () => {
  test('that the code names are in it', () => {
    expect(literals.length).toBeGreaterThan(200);
    expect(literals.filter((key) => !BOOK.has(key))).toEqual([]);
  });

  test('that the code makes of properties can be in it', () => {
    expect(templates.length).toBeGreaterThan(40);
    const keys = [...BOOK];
    const impossible = templates.filter((template) => {
      const pattern = template
        .split(/\$\{(?:[^{}]|\{[^{}]*\})*\}/)
        .map((part) => part.replace(/[.*+?^()|[\]\\]/g, '\\$&'))
        .join('.*');
      const wanted = new RegExp(`^${pattern}$`);
      return !keys.some((key) => wanted.test(key));
    });
    expect(impossible).toEqual([]);
  });

  test('belong to services that the code reads, or that are spare for a reason', () => {
    const read = new Set([...literals, ...templates].map((key) => key.slice(0, key.indexOf('/'))));
    expect([...SERVICES].filter((service) => !read.has(service)).sort()).toEqual([...SPARE.keys()].sort());
  });
});
