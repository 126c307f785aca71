import { describe, expect, test } from 'vitest';
import { blindSpots } from '../../../src/core/coverage/blind-spots';
import { notChecked } from '../../../src/core/coverage/not-checked';
import { PROGRAM_TERMS } from '../../../src/core/coverage/program-terms';
import type { Example, Rule, Source } from '../../../src/core/coverage/rule';
import { actsOnEmpty, bindingRule, ruleById, rules, rulesFor, typesOf } from '../../../src/core/coverage/rules';
import { PROGRAMS } from '../../../src/core/credits/program';
import { DEFAULT_LEVELS } from '../../../src/core/policy-names';
import { decidedLater } from '../../../src/core/properties';
import { known } from '../../../src/core/reading';
import fc from '../../support/fast-check';
import { aBalance, assessed } from '../../support/inputs';
import { LATER, SECRET } from '../../support/resources';
import { installedTypes } from '../../support/sdk';
import { match, matchOf, matchOfExample } from './judging';

const examplesOf = ({ examples: { hit, miss, unknown } }: Rule): Example[] =>
  [hit, miss, unknown].filter((one) => one !== undefined);

/** Each value at the end of a tree is changed; objects and lists stay as they are. */
function leaves(value: unknown, change: (leaf: unknown) => unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => leaves(item, change));
  if (typeof value !== 'object' || value === null) return change(value);
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, leaves(inner, change)]));
}

const changed = (example: Example, change: (leaf: unknown) => unknown): Example => ({
  ...example,
  properties: leaves(example.properties, change) as Example['properties'],
  ...(example.beside === undefined ? {} : { beside: example.beside.map((one) => changed(one, change)) }),
});

const inCase = (example: Example, write: (text: string) => string): Example =>
  changed(example, (leaf) => (typeof leaf === 'string' && leaf !== decidedLater ? write(leaf) : leaf));

/** Types of another package, which the installed one does not have. */
const isOfKubernetes = (type: string): boolean => type.startsWith('kubernetes:');

const byId = rules.map((rule) => [rule.id, rule] as const);
const certain = byId.filter(([, { examples }]) => examples.hit !== undefined);
/** A commitment is reported by what is left of it when the credits end. */
const told = certain.filter(([id]) => id !== 'bedrock-provisioned-throughput');
const uncertain = byId.filter(([, { examples }]) => examples.unknown !== undefined);
const later = uncertain.filter(([, { examples }]) => JSON.stringify(examples.unknown).includes(decidedLater));

describe('the examples of every rule', () => {
  test.each(byId)('%s has one that it finds', (_, { examples }) => {
    expect(examples.hit ?? examples.unknown).toBeDefined();
  });

  test.each(certain)('%s finds its hit, in any case', (_, rule) => {
    const hit = rule.examples.hit as Example;
    const written = [hit, inCase(hit, (text) => text.toUpperCase()), inCase(hit, (text) => text.toLowerCase())];
    expect(written.map((one) => matchOfExample(rule, one).match)).toEqual(['yes', 'yes', 'yes']);
  });

  test.each(byId)('%s leaves its miss alone, in any case', (_, rule) => {
    const { miss } = rule.examples;
    const written = [miss, inCase(miss, (text) => text.toUpperCase()), inCase(miss, (text) => text.toLowerCase())];
    expect(written.map((one) => matchOfExample(rule, one).match)).toEqual(['no', 'no', 'no']);
  });

  test.each(uncertain)('%s may find its unknown', (_, rule) => {
    const found = matchOfExample(rule, rule.examples.unknown as Example);
    expect(found).toMatchObject({ match: 'unknown', because: expect.stringMatching(/\w/) });
  });

  test.each(later)(
    '%s: a secret in its place is as unknown, and a value of a wrong type finds nothing certain',
    (_, rule) => {
      const unknown = rule.examples.unknown as Example;
      const put = (value: unknown) => changed(unknown, (leaf) => (leaf === decidedLater ? value : leaf));
      expect(matchOfExample(rule, put(SECRET)).match).toBe('unknown');
      expect(matchOfExample(rule, put([1, 2])).match).not.toBe('yes');
    },
  );

  test.each(told)('%s: what it finds is told by its policy, at the level of its confidence', (_, rule) => {
    const { type, properties } = rule.examples.hit as Example;
    const plan = rule.verdict === 'ends-credits' ? 'FREE' : 'PAID';
    const { findings } = assessed({ resources: [{ type, properties }], balance: aBalance(undefined, known(plan)) });
    const found = findings.find((one) => one.rule === rule.id);
    expect(found?.policy).toBe(rule.policy);
    if (rule.verdict === 'shares-credits') return expect(found?.level).toBe('warn'); // nothing is lost
    const isCertain = rule.verdict !== 'unknown' && rule.confidence < 'C' && rule.coveredUnder === undefined;
    expect(found?.level).toBe(isCertain ? DEFAULT_LEVELS[rule.policy] : 'warn');
  });

  test.each(byId)('%s states the charges that its row says', (_, rule) => {
    for (const example of [rule.examples.hit, rule.examples.unknown]) {
      if (example === undefined) continue;
      const found = matchOfExample(rule, example);
      const charges = found.match === 'no' ? [] : found.charges;
      expect(charges.length > 0).toBe(rule.judges === 'own');
    }
  });

  test('name types and properties that the installed AWS package has', () => {
    const sdk = installedTypes();
    const wrong = rules.flatMap((rule) =>
      examplesOf(rule)
        .flatMap((example) => [example, ...(example.beside ?? [])])
        .flatMap(({ type, properties }) => {
          if (isOfKubernetes(type)) return [];
          const known = sdk.get(type);
          if (known === undefined) return [`${rule.id}: ${type}`];
          return Object.keys(properties)
            .filter((name) => !known.has(name))
            .map((name) => `${rule.id}: ${type} has no ${name}`);
        }),
    );
    expect(wrong).toEqual([]);
  });
});

describe('the table as a whole', () => {
  const sdk = installedTypes();

  test('ids are unique and in kebab-case, and a rule is found by its id', () => {
    const ids = rules.map((rule) => rule.id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const rule of rules) {
      expect(rule.id).toMatch(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/);
      expect(ruleById(rule.id)).toBe(rule);
    }
    expect(ruleById('nothing')).toBeUndefined();
  });

  test.each(byId)('%s is complete', (_, rule) => {
    expectSource(rule);
    if (rule.bindsForTerm !== undefined) expectSource(rule.bindsForTerm);
    expect(rule.why).toMatch(/^[A-Z].*\.$/);
    expect(rule.remedy).toMatch(/^[A-Z].*\.$/);
    expect(rule.what).toMatch(/^[^.]+$/);
    expect(rule.types.length).toBeGreaterThan(0);
  });

  test.each(byId)('%s speaks of credits as AWS does: they cover, and pay nothing', (_, { what, why, remedy }) => {
    expect(`${what} ${why} ${remedy}`).not.toMatch(
      /credits? (do not |don't |never |do )?pay|nobody can tell|for ever/i,
    );
  });

  test('every type exists in the installed AWS package, and leads to its rules', () => {
    const types = [...rules, ...notChecked].flatMap((row) => row.types);
    expect(types.filter((type) => !sdk.has(type) && !isOfKubernetes(type))).toEqual([]);
    for (const rule of rules) for (const type of rule.types) expect(rulesFor(type)).toContain(rule);
    expect(rulesFor('aws:ec2/vpc:Vpc')).toEqual([]);
  });

  test('a rule that judges ordinary charges by their product names it', () => {
    const nameless = rules.filter((rule) => rule.creditCanPay === 'product' && rule.product === undefined);
    expect(nameless.map((rule) => rule.id)).toEqual([]);
  });

  test('what binds for a term is read by the policy on commitments, with a source of its own', () => {
    expect([...typesOf('commitments-end-with-credits')]).toEqual(
      expect.arrayContaining(['aws:savingsplans/savingsPlan:SavingsPlan', 'aws:shield/subscription:Subscription']),
    );
    expect(bindingRule('aws:shield/subscription:Subscription')?.bindsForTerm?.url).toContain('API_CreateSubscription');
    expect(bindingRule('aws:savingsplans/savingsPlan:SavingsPlan')?.bindsForTerm?.url).toContain('credits-ri');
    expect(bindingRule('aws:ec2/vpc:Vpc')).toBeUndefined();
  });

  test('only the rules of the Free plan find something in a resource without a property', () => {
    expect(actsOnEmpty('keep-free-plan-credits', 'aws:organizations/organization:Organization')).toBe(true);
    expect(actsOnEmpty('coverage-known', 'aws:connect/instance:Instance')).toBe(false);
    for (const rule of rules.filter((one) => one.actsOnEmpty)) {
      expect(matchOf(rule, { type: rule.types[0] ?? '' }).match).toBe('yes');
    }
  });

  test('ids, policies and verdicts are pinned: they stand in configurations and reports', () => {
    expect(
      rules.map(({ id, policy, verdict, confidence }) => [id, policy, verdict, confidence].join(' ')),
    ).toMatchInlineSnapshot(`
      [
        "savings-plan-upfront no-uncovered-upfront-fees not-covered A",
        "rds-reserved-instance no-uncovered-upfront-fees not-covered A",
        "elasticache-reserved-node no-uncovered-upfront-fees not-covered A",
        "ec2-capacity-block no-uncovered-upfront-fees not-covered B",
        "rds-db2-marketplace-license no-uncovered-marketplace not-covered A",
        "influxdb-read-replica-license no-uncovered-marketplace not-covered A",
        "marketplace-ami-alias no-uncovered-marketplace not-covered C",
        "imagebuilder-marketplace-product no-uncovered-marketplace not-covered C",
        "waf-vendor-rule-group no-uncovered-marketplace not-covered A",
        "waf-classic-rule-group no-uncovered-marketplace not-covered A",
        "network-firewall-partner-rules no-uncovered-marketplace not-covered A",
        "eks-marketplace-addon no-uncovered-marketplace not-covered C",
        "grafana-enterprise-license no-uncovered-marketplace unknown A",
        "glue-marketplace-connector no-uncovered-marketplace not-covered A",
        "ecs-marketplace-image no-uncovered-marketplace not-covered C",
        "marketplace-container-image no-uncovered-marketplace not-covered C",
        "kubernetes-marketplace-image no-uncovered-marketplace not-covered C",
        "sagemaker-marketplace-model no-uncovered-marketplace not-covered B",
        "sagemaker-marketplace-algorithm no-uncovered-marketplace not-covered B",
        "sagemaker-vendor-workforce no-uncovered-marketplace not-covered A",
        "fms-third-party-firewall no-uncovered-marketplace not-covered A",
        "fms-vendor-rule-group no-uncovered-marketplace not-covered A",
        "oracle-database-at-aws no-uncovered-marketplace not-covered A",
        "license-grant no-uncovered-marketplace unknown C",
        "securityhub-partner-product no-uncovered-marketplace unknown A",
        "bedrock-model-agreement no-uncovered-marketplace not-covered A",
        "bedrock-third-party-model no-uncovered-marketplace not-covered C",
        "bedrock-third-party-model-nested no-uncovered-marketplace not-covered C",
        "domain-registration no-uncovered-services not-covered A",
        "domain-renewal no-uncovered-services not-covered A",
        "mechanical-turk no-uncovered-services not-covered A",
        "organization-ends-free-plan keep-free-plan-credits ends-credits B",
        "landing-zone-ends-free-plan keep-free-plan-credits ends-credits B",
        "organization-shares-credits keep-free-plan-credits shares-credits A",
        "budget-includes-credits budgets-see-credits hides-credits A",
        "budget-filter-includes-credits budgets-see-credits hides-credits A",
        "bedrock-provisioned-throughput commitments-end-with-credits binds A",
        "kinesis-minimum-throughput commitments-end-with-credits binds A",
        "shield-advanced coverage-known unknown A",
        "connect-phone-number coverage-known unknown C",
        "connect-instance coverage-known unknown C",
        "chime-voice-connector coverage-known unknown C",
        "chime-sip-application coverage-known unknown C",
        "sms-phone-number coverage-known unknown C",
        "sns-sms coverage-known unknown B",
        "sns-sms-subscription coverage-known unknown B",
        "cognito-sms coverage-known unknown B",
        "incident-contact-by-phone coverage-known unknown C",
        "workspaces-user-fee coverage-known unknown D",
        "workspaces-pool-user-fee coverage-known unknown B",
        "workspaces-web-user-fee coverage-known unknown B",
        "workmail-user-fee coverage-known unknown B",
        "appstream-user-fee coverage-known unknown A",
        "quicksight-user-fee coverage-known unknown B",
        "grafana-user-fee coverage-known unknown B",
        "codecommit-user-fee coverage-known unknown B",
        "codecatalyst-user-fee coverage-known unknown C",
        "appfabric-user-fee coverage-known unknown C",
        "datazone-user-fee coverage-known unknown C",
        "qbusiness-user-fee coverage-known unknown B",
        "mediaconvert-reserved-queue coverage-known unknown D",
        "exportable-certificate coverage-known unknown D",
        "direct-connect coverage-known unknown D",
        "direct-connect-partner-line coverage-known unknown D",
        "outposts-capacity coverage-known unknown B",
      ]
    `);
  });
});

describe('texts about what no plan shows', () => {
  test('each row that is not checked says how to check, with a source', () => {
    for (const row of notChecked) {
      expectSource(row);
      expect(row.check).toMatch(/^[a-z]/);
    }
  });

  test('each blind spot says where to look instead', () => {
    for (const spot of blindSpots) {
      expectSource(spot);
      expect(spot.why).toMatch(/^[A-Z].*\.$/);
      expect(spot.look).not.toBe('');
    }
  });

  test('each programme is explained', () => {
    expect(Object.keys(PROGRAM_TERMS)).toEqual([...PROGRAMS]);
    for (const program of Object.values(PROGRAM_TERMS)) {
      expectSource(program);
      expect(program.facts).toMatch(/^[A-Z$].*\.$/);
      expect(program.effect).toMatch(/^[A-Z].*\.$/);
    }
  });
});

describe('hostile properties', () => {
  const byRule = rules.flatMap((rule) => rule.types.map((type) => [rule, type] as const));
  const examples = rules.flatMap((rule) => examplesOf(rule).map((example) => [rule, example] as const));

  test('no rule throws on any JSON value', () => {
    fc.assert(
      fc.property(fc.constantFrom(...byRule), fc.jsonValue(), ([rule, type], value) => {
        const properties = value as Record<string, unknown>;
        expect(['yes', 'no', 'unknown']).toContain(match(rule.id, { type, properties }).match);
      }),
      { numRuns: 500 },
    );
  });

  test('no rule throws on any JSON value where it looks', () => {
    const odd = fc.oneof(fc.jsonValue(), fc.constantFrom<unknown>(LATER, SECRET, Number.NaN, ''));
    fc.assert(
      fc.property(fc.constantFrom(...examples), odd, ([rule, example], value) => {
        const found = matchOfExample(
          rule,
          changed(example, () => value),
        );
        expect(['yes', 'no', 'unknown']).toContain(found.match);
      }),
      { numRuns: 1000 },
    );
  });

  test('a reason never repeats a value', () => {
    for (const [rule, example] of examples) {
      const found = matchOfExample(
        rule,
        changed(example, () => 'hush-hush'),
      );
      expect(JSON.stringify(found)).not.toContain('hush');
    }
  });
});

function expectSource({ url, asOf, confidence }: Source): void {
  expect(url).toMatch(/^https:\/\/\S+$/);
  expect(asOf).toMatch(/^20\d\d-[01]\d-[0-3]\d$/);
  expect(confidence).toMatch(/^[ABCD]$/);
}
