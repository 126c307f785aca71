import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { addAcceptances } from '../../src/adapters/config-file';
import { parseConfig } from '../../src/config/load';
import { settingsOf } from '../../src/config/read-settings';
import { GENERAL, SECTIONS } from '../../src/core/file-settings';
import { usd } from '../../src/core/money';
import { POLICIES } from '../../src/core/policy-names';
import { POLICY_SETTINGS } from '../../src/core/policy-settings';
import type { PolicyRows, Rows } from '../../src/core/setting-row';
import type { Acceptance } from '../../src/core/settings';
import { wordsOf } from '../../src/words/notices';
import fc from '../support/fast-check';
import { assessed } from '../support/inputs';

/** What somebody might write in place of a value. */
const slip = fc.oneof(
  fc.constantFrom<unknown>(null, '', '~', 0, -1, 1e300, Number.NaN, true, [], {}, [null], '2027-02-30', '$5', 'true'),
  fc.constantFrom<unknown>('__proto__', 'toString', { toString: 1 }, '\u202e', 'a\nb', '::error::x', 'mandatory'),
  fc.jsonValue({ maxDepth: 2 }),
);

/** Each setting with its example, or with a slip in its place. */
const table = (rows: Rows | PolicyRows) =>
  fc.record(
    Object.fromEntries(
      Object.entries(rows).map(([name, row]) => [
        name,
        fc.oneof({ weight: 6, arbitrary: fc.constant<unknown>(row.example) }, { weight: 1, arbitrary: slip }),
      ]),
    ),
    { requiredKeys: [] },
  );

const configuration = fc
  .record(
    {
      general: table(GENERAL),
      sections: fc.record(Object.fromEntries(Object.entries(SECTIONS).map(([name, rows]) => [name, table(rows)])), {
        requiredKeys: [],
      }),
      policies: fc.record(Object.fromEntries(POLICIES.map((name) => [name, table(POLICY_SETTINGS[name])])), {
        requiredKeys: [],
      }),
    },
    { requiredKeys: ['general'] },
  )
  .map(({ general, sections = {}, policies }) => ({
    ...general,
    ...sections,
    ...(policies === undefined ? {} : { policies }),
  }));

/** A line cut out, doubled, or indented otherwise. */
const damage = fc.tuple(fc.nat(200), fc.constantFrom('none', 'cut', 'twice', 'indent', 'tab', 'stop'));

function damaged(text: string, [at, how]: readonly [number, string]): string {
  const lines = text.split('\n');
  const i = at % lines.length;
  const line = lines[i] ?? '';
  const put: Record<string, string[]> = {
    none: [line],
    cut: [],
    twice: [line, line],
    indent: [` ${line}`],
    tab: [`\t${line}`],
    stop: [line, '...'],
  };
  lines.splice(i, 1, ...(put[how] ?? []));
  return lines.join('\n');
}

/** Words of the libraries that read a file, which mean nothing to its owner. */
const FOREIGN = /Invalid input|expected|received|undefined|\[object|ZodError|unrecognized_keys|NaN\b.*NaN/;

describe('random configurations', () => {
  test('are settings that can be judged by, or lines that name the file', () => {
    fc.assert(
      fc.property(configuration, damage, (written, how) => {
        const text = damaged(stringify(written), how);
        const { config, errors } = parseConfig(text, 'credit-guard.yaml');
        if (errors.length === 0) {
          expect(settingsOf(config).policies).toBeDefined();
          expect(
            assessed({ resources: [{ type: 'aws:ec2/natGateway:NatGateway' }], config }).verdict.status,
          ).toBeDefined();
          return;
        }
        expect(config).toEqual({});
        for (const error of errors) {
          const line = wordsOf(error);
          expect(line).toMatch(/^credit-guard\.yaml(:\d+)?: \S/);
          if (error.code !== 'config-no-yaml') expect(line).not.toMatch(FOREIGN);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('two writers of one file', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'credit-guard-writers-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const one = (name: string): Acceptance => ({
    policy: 'no-uncovered-services',
    resource: `*::${name}`,
    reason: name,
    until: undefined,
    maxUsd: usd('1'),
    only: undefined,
  });

  const START = [
    '',
    'program: activate # ours\n',
    'accept:\n',
    '\ufeffprogram: activate\r\naccept: []\r\n',
    '# none\n...\n',
  ];
  const steps = (writer: string) =>
    fc
      .array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 4 })
      .map((counts) => counts.map((count, i) => Array.from({ length: count }, (_, k) => one(`${writer}-${i}-${k}`))));

  let files = 0;
  test('lose nothing, in whatever order they write', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...START),
        steps('a'),
        steps('b'),
        fc.scheduler(),
        async (start, a, b, order) => {
          const file = join(folder, `credit-guard-${files++}.yaml`);
          if (start !== '') writeFileSync(file, start);
          const write = async (writer: readonly (readonly Acceptance[])[]): Promise<void> => {
            for (const lines of writer) {
              await order.schedule(Promise.resolve());
              expect(await addAcceptances(file, lines)).toBeUndefined();
            }
          };
          const both = Promise.all([write(a), write(b)]);
          await order.waitFor(both);
          const text = readFileSync(file, 'utf8').replace(/^\ufeff/, '');
          const { accept, ...others } = parse(text.split('\n...')[0] ?? '');
          const { accept: _, ...before } = parse(start.replace(/^\ufeff/, '').split('\n...')[0] ?? '') ?? {};
          expect(others).toEqual(before);
          const wanted = [...a.flat(), ...b.flat()].map(({ resource }) => resource).sort();
          expect(accept.map(({ resource }: Acceptance) => resource).sort()).toEqual(wanted);
          expect(parseConfig(text, file).errors).toEqual([]);
        },
      ),
      { numRuns: 25 },
    );
  });
});
