import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { blankMetering, priceResource } from '../../src/core/charges/charges';
import { pricedTypes } from '../../src/core/charges/services';
import { rules, rulesFor } from '../../src/core/coverage/rules';
import { POLICIES, STACK_POLICY } from '../../src/core/policy-names';
import { Properties } from '../../src/core/properties';
import { absent, type Reading } from '../../src/core/reading';
import { canonicalType } from '../../src/pulumi/canonical-type';
import fc from '../support/fast-check';
import { PackServer, type SentResource, type Violation } from '../support/pack-server';
import { aResource, contextFor } from '../support/resources';

/** What the engine sends in place of a text, a boolean, a number, a list, an asset, an archive and an object. */
const SENTINELS = [
  '04da6b54-80e4-46f7-96ec-b56ff0331ba9',
  '1c4a061d-8072-4f0a-a4cb-0ff528b18fe7',
  '3eeb2bf0-c639-47a8-9e75-3b44932eb421',
  '6a19a0b0-7e62-4c92-b797-7f8e31da9cc2',
  '030794c1-ac77-496b-92df-f27374a8bd58',
  'e48ece36-62e2-4504-bad9-02848725956a',
  'dd056dcd-154b-4c76-9bd3-c8f88648b5ff',
];
const SIGNATURE = '4dabf18193072939515e22adb298388d';
const SECRET_SIGNATURE = '1b47061264138c4ac30d75fd1eb44270';
const ASSET_SIGNATURE = 'c44067f5952c0a294b673a41bacd8c17';

/** Stands in every secret text, so that one that gets out is recognised. */
const MARK = 'hunter2';

const REAL_TYPES = [...new Set([...pricedTypes(), ...rules.flatMap((rule) => rule.types)])].sort();

/** Everything but the characters that move a cursor, end a line, turn text around or start a sequence. */
const PLAIN = /^[^\p{Cc}\p{Zl}\p{Zp}\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]*$/u;

/** Properties that hold nothing and remember what was looked for. */
class Watched extends Properties {
  readonly names = new Set<string>();

  override any(path: string): Reading<unknown> {
    this.names.add(path.split('.')[0] ?? path);
    return absent;
  }
}

/** What rules and prices read of each type, found out by letting them read. */
const namesRead = new Map(
  REAL_TYPES.map((type) => {
    const properties = new Watched({});
    const sketch = { ...aResource({ type }), properties };
    const context = contextFor(sketch);
    priceResource(sketch, context);
    for (const rule of rulesFor(type)) rule.find(blankMetering(sketch, 'AWS', context));
    return [type, [...properties.names]];
  }),
);

const hostile = fc.constantFrom(
  '\u001b[2J\u001b[31mred',
  '\u001b]8;;https://evil.example\u0007click\u001b]8;;\u0007',
  '\u0000\u0008\u007f\u009b1m',
  'one\r\ntwo\u2028three',
  '\u202egnp.exe',
  '<script>alert(1)</script>',
  '[link](javascript:alert(1)) | cell | `code`',
  '::error file=a.ts::told\n::set-output name=x::y',
  '%s %d %n $HOME $(id) {{ x }}',
  '../../etc/passwd',
  'x'.repeat(20_000),
);
const text = fc.oneof(
  fc.constantFrom(...SENTINELS),
  hostile,
  fc.constantFrom('', ' ', '0', '-1', '1e400', '0x10', 'true', 'NaN', '0.30', '1314.00', '[secret]', 'us-east-1'),
  fc.constantFrom('m5.large', 'db.t3.micro', 'gp3', 'PARTIAL_UPFRONT', 'No Upfront', 'aurora-postgresql', 'COST'),
  fc.string({ unit: 'binary', maxLength: 20 }),
);
const number = fc.oneof(
  fc.constantFrom(0, -0, -1, 1, 3, 1e15, 1e21, 1e308, -1e308, 5e-324, Number.NaN, Infinity, -Infinity),
  fc.double(),
  fc.integer(),
);
const hostileKey = fc.oneof(
  fc.constantFrom('__proto__', 'constructor', 'prototype', 'toString', 'length', 'then', 'valueOf', '', 'a.b', '0'),
  hostile,
  fc.string({ unit: 'binary', maxLength: 8 }),
);

/** Any value that the engine can send, nested. Every text under a secret holds the mark. */
const { value } = fc.letrec<{ value: unknown; list: unknown[]; record: Record<string, unknown>; secret: unknown }>(
  (tie) => ({
    value: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      { weight: 4, arbitrary: text },
      { weight: 3, arbitrary: number },
      { weight: 2, arbitrary: fc.constantFrom(true, false, null) },
      { weight: 1, arbitrary: fc.constant({ [SIGNATURE]: ASSET_SIGNATURE, text: 'an asset' }) },
      { weight: 2, arbitrary: tie('secret') },
      { weight: 2, arbitrary: tie('list') },
      { weight: 3, arbitrary: tie('record') },
    ),
    list: fc.array(tie('value'), { maxLength: 4 }),
    record: fc.dictionary(
      fc.oneof(hostileKey, fc.constantFrom(...new Set([...namesRead.values()].flat()))),
      tie('value'),
      { maxKeys: 5 },
    ),
    secret: fc
      .oneof(
        fc.constant(MARK),
        text.map((inner) => `${MARK}${inner}`),
        tie('record').map(marked),
      )
      .map((inner) => ({
        [SIGNATURE]: SECRET_SIGNATURE,
        value: inner,
      })),
  }),
);

/** Puts the mark into every text of a value; what names a signature or an unknown stays what it is. */
function marked(inner: unknown): unknown {
  if (typeof inner === 'string') return SENTINELS.includes(inner) ? inner : `${MARK}${inner}`;
  if (Array.isArray(inner)) return inner.map(marked);
  if (typeof inner !== 'object' || inner === null || Object.hasOwn(inner, SIGNATURE)) return inner;
  return Object.fromEntries(Object.entries(inner).map(([key, one]) => [key, marked(one)]));
}

const garbageType = fc.oneof(
  hostile,
  fc.constantFrom(
    '',
    'aws:',
    'aws:/',
    'aws:x/y:Z',
    'aws:alb/',
    'aws-native:s3:Bucket',
    '__proto__',
    'pulumi:providers:aws',
  ),
  hostile.map((odd) => `aws:${odd}/x:X`),
  fc.string({ unit: 'binary', maxLength: 20 }),
);

const ofType = (type: string): fc.Arbitrary<SentResource> => {
  const names = namesRead.get(type) ?? [];
  const own =
    names.length === 0 ? hostileKey : fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...names) }, hostileKey);
  return fc.record({
    type: fc.constant(type),
    name: fc.oneof(fc.constant('it'), hostile, fc.string({ unit: 'binary', maxLength: 10 })),
    properties: fc.dictionary(own, value, { maxKeys: 8 }),
    provider: fc.oneof(
      fc.constantFrom(null, {}, { region: 'us-east-1' }, { region: 'mars-north-1' }),
      fc.dictionary(fc.oneof(fc.constantFrom('region', 'endpoints', 'accessKey'), hostileKey), value, { maxKeys: 4 }),
    ),
  });
};
const resource = fc
  .oneof(
    { weight: 6, arbitrary: fc.constantFrom(...REAL_TYPES) },
    // Most rules read few types: without this they would hardly ever be met.
    { weight: 6, arbitrary: fc.constantFrom(...rules.flatMap((rule) => rule.types)) },
    { weight: 1, arbitrary: garbageType },
  )
  .chain(ofType);

const CONFIG = `
program: other
credits:
  manual:
    - { description: Start-up credit, remaining: "85.00", starts: 2026-04-01, ends: 2027-03-31T23:59:59Z, products: all }
`;

let server: PackServer;
beforeAll(async () => {
  server = await PackServer.configured(CONFIG);
});
afterAll(() => server.stop());

let pid: number;
beforeEach(() => {
  pid = server.pid;
});

/** Signal 0 asks whether a process is there. */
afterEach(() => {
  expect(process.kill(pid, 0)).toBe(true);
  expect(server.stderr()).toBe('');
});

/** What must be true of every message, whatever was sent. */
function wellTold(violations: readonly Violation[]): void {
  for (const { policy, message } of violations) {
    expect(POLICIES).toContain(policy);
    expect(message).not.toBe('');
    for (const line of message.split('\n')) expect(line).toMatch(PLAIN);
    expect(message).not.toContain('Internal error');
    expect(message).not.toContain("can't run policy");
    expect(message).not.toContain(MARK);
    expect(message).not.toMatch(/undefined|\bNaN\b|\[object /);
    expect(message.length).toBeLessThanOrEqual(2_000);
  }
}

/** Only what AWS itself says may stop a deployment. */
function blocksOnlyForGoodReasons(type: string, violations: readonly Violation[]): void {
  const official = rulesFor(canonicalType(type)).filter(({ confidence }) => confidence === 'A' || confidence === 'B');
  for (const { policy, level } of violations) {
    if (level === 'mandatory') expect(official.map((rule) => rule.policy as string)).toContain(policy);
  }
}

const told = (runs: number): fc.Parameters<unknown> => ({ numRuns: runs, endOnFailure: false });

describe('one resource', () => {
  test('whatever it holds, the answer is plain, the same twice and never blocks without a reason', async () => {
    await fc.assert(
      fc.asyncProperty(resource, async (sent) => {
        const violations = await server.analyze(sent);
        wellTold(violations);
        blocksOnlyForGoodReasons(sent.type, violations);
        expect(await server.analyze(sent)).toEqual(violations);
      }),
      told(1_000),
    );
  });

  test.each(rules.flatMap(({ id, types }) => types.map((type) => [id, type] as const)))('%s, %s', async (_, type) => {
    await fc.assert(
      fc.asyncProperty(ofType(type), async (sent) => {
        const violations = await server.analyze(sent);
        wellTold(violations);
        blocksOnlyForGoodReasons(type, violations);
      }),
      told(25),
    );
  });

  test('a value nested hundreds of levels deep', async () => {
    let deep: unknown = 'end';
    for (let i = 0; i < 200; i++) deep = [{ inner: deep }];
    for (const type of ['aws:savingsplans/savingsPlan:SavingsPlan', 'aws:ec2/instance:Instance'])
      for (const name of (namesRead.get(type) ?? []).slice(0, 3))
        wellTold(await server.analyze({ type, properties: { [name]: deep } }));
  });

  test('remediation answers too, and changes budgets alone', async () => {
    await server.configure({ 'budgets-see-credits': { level: 'remediate' } });
    await fc.assert(
      fc.asyncProperty(fc.oneof(resource, ofType('aws:budgets/budget:Budget')), async (sent) => {
        const changed = await server.remediate(sent);
        if (changed !== undefined) expect(sent.type).toBe('aws:budgets/budget:Budget');
      }),
      told(200),
    );
    await server.configure({});
  });
});

describe('a whole stack', () => {
  test('whatever it holds, the answer is plain, the same twice and never blocks', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(resource, { maxLength: 20 }), async (sent) => {
        const resources = sent.map((one, index) => ({ ...one, name: `${one.name}${index}` }));
        const violations = await server.analyzeStack(resources);
        wellTold(violations);
        expect(violations.filter(({ level }) => level === 'mandatory')).toEqual([]);
        expect(await server.analyzeStack([...resources].reverse())).toEqual(violations);
      }),
      told(150),
    );
  });

  test('whatever the configuration holds', async () => {
    const resources = REAL_TYPES.slice(0, 20).map((type) => ({ type }));
    const settings = ['maxMonthlyCash', 'blockWithinDays', 'onUnknown', 'configFile', 'reports', 'accept', 'usage'];
    const properties = fc.dictionary(fc.oneof(fc.constantFrom(...settings), hostileKey), value, { maxKeys: 4 });
    await fc.assert(
      fc.asyncProperty(properties, async (sent) => {
        await server.configure({ [STACK_POLICY]: { level: 'mandatory', properties: sent } });
        const violations = await server.analyzeStack(resources);
        for (const { message } of violations) {
          for (const line of message.split('\n')) expect(line).toMatch(PLAIN);
          expect(message).not.toContain('Internal error');
        }
      }),
      told(60),
    );
    await server.configure({});
  });

  // Chance hardly ever puts a secret where it decides a price: here each property that is read holds one in turn.
  test('a secret in any property that is read stays one', async () => {
    const secret = { [SIGNATURE]: SECRET_SIGNATURE, value: MARK };
    for (const type of REAL_TYPES) {
      for (const name of new Set([...(namesRead.get(type) ?? []), 'region', 'availabilityZone', 'arn'])) {
        const sent = { type, properties: { [name]: secret } };
        wellTold(await server.analyzeStack([sent]));
        if (rulesFor(type).length > 0) wellTold(await server.analyze(sent));
      }
      const all = Object.fromEntries((namesRead.get(type) ?? []).map((name) => [name, secret]));
      wellTold(await server.analyzeStack([{ type, properties: all }]));
      wellTold(await server.analyzeStack([{ type, provider: { region: secret } }]));
    }
  });

  test('50,000 resources are answered', async () => {
    const resources = Array.from({ length: 50_000 }, (_, index) => ({
      type: REAL_TYPES[index % REAL_TYPES.length] as string,
      name: `r${index}`,
      properties: { tags: { team: 'shop' } },
    }));
    const violations = await server.analyzeStack(resources);
    expect(violations.length).toBeGreaterThan(0);
    wellTold(violations);
  });
});
