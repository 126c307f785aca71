import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv2020 from 'ajv/dist/2020';
import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { z } from 'zod';
import { policySchemas } from '../../policy-pack/config-schemas';
import { layer } from '../../src/config/layers';
import { parseConfig } from '../../src/config/load';
import { configSchema, policySchema } from '../../src/config/schema';
import { GENERAL, SECTIONS } from '../../src/core/file-settings';
import { POLICIES } from '../../src/core/policy-names';
import { POLICY_SETTINGS } from '../../src/core/policy-settings';
import type { PolicyRows, Row, Rows } from '../../src/core/setting-row';
import { DOCUMENTED } from './documented';

const SRC = join(__dirname, '../../src');

const editorSchema = z.toJSONSchema(configSchema, {
  io: 'input',
  override: ({ jsonSchema, path }) => {
    // A list or a map with nothing below it is null in YAML, and no mistake.
    const isEmptiable = jsonSchema.type === 'array' || jsonSchema.type === 'object';
    if (path.at(-2) === 'properties' && isEmptiable) Object.assign(jsonSchema, { type: [jsonSchema.type, 'null'] });
    const alternatives = path.at(-2) === 'properties' ? jsonSchema.anyOf : undefined;
    if (alternatives?.some(({ type }) => type === 'array')) alternatives.push({ type: 'null' });
  },
});

const policyRows = POLICIES.flatMap((policy) => {
  const rows: PolicyRows = POLICY_SETTINGS[policy];
  return Object.entries(rows).map(([setting, row]) => ({ policy, setting, row }));
});

/** What a stack may tighten. */
const tightened = policyRows.filter(({ row }) => row.places.includes('policy'));

/** Each row of the file with the document that sets it alone. */
const inFile = [
  ...Object.entries(GENERAL as Rows).map(([name, row]) => ({
    name,
    row,
    around: (value: unknown) => ({ [name]: value }),
  })),
  ...Object.entries(SECTIONS).flatMap(([section, rows]) =>
    Object.entries(rows as Rows).map(([name, row]) => ({
      name: `${section}.${name}`,
      row,
      around: (value: unknown) => ({ [section]: { [name]: value } }),
    })),
  ),
  ...policyRows
    .filter(({ row }) => row.places.includes('file'))
    .map(({ policy, setting, row }) => ({
      name: `${policy}.${setting}`,
      row,
      around: (value: unknown) => ({ policies: { [policy]: { [setting]: value } } }),
    })),
];

describe('every row', () => {
  it('says which value is the stricter one, or does not compile', () => {
    // @ts-expect-error stricter is missing
    const row: Row<'days', 7> = { type: 'days', default: 7, description: 'A limit.', example: 5 };
    // @ts-expect-error texts have no order
    const text: Row<'text'> = { ...row, type: 'text', stricter: 'larger', example: 'x' };
    expect(text.stricter).toBe('larger');
  });

  it.each(inFile)('$name: its example and its default are valid', ({ row, around }) => {
    for (const value of [row.example, row.default]) {
      if (value !== undefined) expect(parseConfig(stringify(around(value)), 'f').errors).toEqual([]);
    }
  });

  it.each(tightened.filter(({ row }) => typeof row.type === 'object' && row.stricter === 'later'))(
    '$policy.$setting: of its values each one is stricter than those before it',
    ({ policy, setting, row }) => {
      const values = typeof row.type === 'object' ? row.type.choice : [];
      for (const [i, now] of values.entries()) {
        for (const [j, wanted] of values.entries()) {
          const file = { policies: { [policy]: { [setting]: now } } };
          const { config } = layer({ file, policy: {}, stack: { [setting]: wanted } });
          expect({ ...config.policies?.[policy] }).toMatchObject({ [setting]: j > i ? wanted : now });
        }
      }
    },
  );
});

describe('the set', () => {
  // Everything but the rows: what reads a setting names it.
  const code = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !/(?:file|policy)-settings\.ts$/.test(file))
    .map((file) => readFileSync(join(SRC, file), 'utf8').replace(/\/\*\*[\s\S]*?\*\//g, ''))
    .join('\n');
  const names = [...inFile.map(({ name }) => name), ...policyRows.map(({ policy, setting }) => `${policy}.${setting}`)];

  it.each([...new Set(names)])('%s is used', (name) => {
    expect(code).toMatch(new RegExp(`\\b${name.split('.').at(-1)}\\b`));
  });

  it.each([...inFile, ...policyRows.map(({ setting, row }) => ({ name: setting, row }))])(
    '$name says what it is in a sentence',
    ({ row }) => {
      expect(row.description).toMatch(/^(?!TODO).+\.$/);
    },
  );
});

describe('the schemas', () => {
  it('the one for editors takes what the command takes', () => {
    const validate = new Ajv2020({ strict: false }).compile(editorSchema);
    for (const text of [DOCUMENTED, 'accept:\nusage:\ncredits:\n  manual:\npolicies:\n  coverage-known:\n']) {
      expect([validate(parse(text)), parseConfig(text, 'f').errors]).toEqual([true, []]);
    }
    for (const text of ['accept: 5', 'program: activte', 'polices: {}', 'pool: { share: 2 }', 'accept: [null]']) {
      expect([validate(parse(text)), parseConfig(text, 'f').errors.length]).toEqual([false, 1]);
    }
  });

  it.each(POLICIES)('Pulumi may set of %s what the table says, with the same bounds', (policy) => {
    const { properties } = z.toJSONSchema(policySchema(policy, 'policy'), { io: 'input' });
    const bare = Object.entries(properties ?? {}).map(([name, property]) => {
      const { default: _, examples: __, ...rest } = Object(property);
      return [name, rest];
    });
    expect(policySchemas[policy].properties).toEqual(Object.fromEntries(bare));
  });

  it('none has a default for Pulumi, which would overrule the file', () => {
    expect(JSON.stringify(policySchemas)).not.toContain('"default"');
  });

  it('the one for editors is fresh', async () => {
    await expect(`${JSON.stringify(editorSchema, null, 2)}\n`).toMatchFileSnapshot(
      '../../docs/schemas/credit-guard.schema.json',
    );
  });
});
