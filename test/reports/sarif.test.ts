import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { expect, test } from 'vitest';
import { rules } from '../../src/core/coverage/rules';
import { sarif } from '../../src/reports/sarif';
import { type AssessmentSketch, aReport, credit, options } from './assessments';
import { nat, savingsPlan, situations } from './situations';

// https://github.com/oasis-tcs/sarif-spec, sarif-2.1/schema/sarif-schema-2.1.0.json at e058381.
const schema = JSON.parse(readFileSync(join(__dirname, '../support/schemas/sarif-2.1.0.json'), 'utf8'));
const ajv = new Ajv({ strict: false, allErrors: true });
addFormats(ajv);
const validate = ajv.compile(schema);

// biome-ignore lint/suspicious/noExplicitAny: the schema above says what it is
const logOf = (sketch?: AssessmentSketch, more = {}): any =>
  JSON.parse(sarif(aReport(sketch), { ...options, ...more }));
const runOf = (sketch?: AssessmentSketch, more = {}) => logOf(sketch, more).runs[0];
const resultsOf = (sketch?: AssessmentSketch, more = {}) => runOf(sketch, more).results;

test.each(Object.keys(situations))('%s: it is SARIF 2.1.0', (situation) => {
  validate(logOf(situations[situation]));
  expect(validate.errors).toBeNull();
});

test.each(readdirSync(join(__dirname, '../scenarios')))('%s: it is SARIF 2.1.0', (story) => {
  validate(JSON.parse(readFileSync(join(__dirname, '../scenarios', story, 'expected/sarif.sarif'), 'utf8')));
  expect(validate.errors).toBeNull();
});

// "SARIF support for code scanning" in GitHub's documentation: what it calls required, and its limits.
test.each(Object.keys(situations))('%s: GitHub takes it', (situation) => {
  const { $schema, version, runs } = logOf(situations[situation]);
  expect([typeof $schema, version, runs.length]).toEqual(['string', '2.1.0', 1]);
  const { tool, results, automationDetails } = runs[0];
  expect(tool.driver.name).toBe('pulumi-credit-guard');
  expect(automationDetails.id).toMatch(/^pulumi-credit-guard\/.+\/$/);
  expect(results.length).toBeLessThanOrEqual(25_000);
  for (const rule of tool.driver.rules) {
    expect(rule.name.length).toBeLessThanOrEqual(255);
    for (const { text } of [rule.shortDescription, rule.fullDescription]) {
      expect(text).not.toBe('');
      expect(text.length).toBeLessThanOrEqual(1024);
    }
    expect(rule.help.text).toContain('https://');
    expect(rule.helpUri).toMatch(/^https:\/\//);
    expect(rule.properties.tags.length).toBeLessThanOrEqual(10);
  }
  for (const { ruleId, ruleIndex, message, locations, partialFingerprints } of results) {
    expect(tool.driver.rules[ruleIndex].id).toBe(ruleId);
    expect(message.text).toMatch(/\S/);
    expect(partialFingerprints.primaryLocationLineHash).toMatch(/^[0-9a-f]{32}:1$/);
    expect(locations).toHaveLength(1);
    const { artifactLocation, region } = locations[0].physicalLocation;
    expect(artifactLocation.uri).toMatch(/^[^/:][^:]*$/);
    for (const at of ['startLine', 'startColumn', 'endLine', 'endColumn']) expect(region[at]).toBeGreaterThan(0);
  }
});

test('one rule for each rule, once', () => {
  const ids: string[] = runOf().tool.driver.rules.map(({ id }: { id: string }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const { id } of rules) expect(ids).toContain(id);
});

const plan = (upfront: string, line = 3) => ({
  ...savingsPlan(upfront),
  source: { file: 'lib/web.ts', line, column: 5 },
});

test('a result stands where the program declares its resource, else at the project', () => {
  const [first] = resultsOf({ resources: [plan('100.00')] });
  expect(first.locations[0].physicalLocation).toEqual({
    artifactLocation: { uri: 'infra/lib/web.ts' },
    region: { startLine: 3, startColumn: 5, endLine: 3, endColumn: 6 },
  });
  expect(first.locations[0].logicalLocations[0].fullyQualifiedName).toMatch(/^urn:pulumi:dev::shop::/);
  const [other] = resultsOf({ resources: [savingsPlan('100.00')] });
  expect(other.locations[0].physicalLocation.artifactLocation.uri).toBe('infra/Pulumi.yaml');
});

test('a fingerprint stays when a line moves or an amount changes, and differs by resource and stack', () => {
  const marks = (sketch: AssessmentSketch) =>
    resultsOf(sketch).map(
      ({ partialFingerprints }: { partialFingerprints: Record<string, string> }) =>
        partialFingerprints['primaryLocationLineHash'],
    );
  const before = marks({ resources: [plan('100.00')] });
  expect(marks({ resources: [plan('250.00', 90)] })).toEqual(before);
  expect(marks({ resources: [{ ...plan('100.00'), name: 'other' }] })[0]).not.toBe(before[0]);
  const alike = marks({ config: { credits: { manual: [credit('50.00', '2027-06-30')] } } });
  expect(marks({ stack: 'prod', config: { credits: { manual: [credit('50.00', '2027-06-30')] } } })).not.toEqual(alike);
  const many = marks({ resources: [plan('100.00'), { ...plan('100.00'), name: 'b' }, nat], config: {} });
  expect(new Set(many).size).toBe(many.length);
});

test('an exception is a suppression with its reason', () => {
  const accepted = resultsOf(situations['accepted cash']).find((one: { suppressions?: unknown }) => one.suppressions);
  expect(accepted.level).toBe('note');
  expect(accepted.suppressions).toEqual([{ kind: 'external', status: 'accepted', justification: 'Accepted: Agreed' }]);
});

test('a name makes no link and no placeholder', () => {
  const name = 'x [click](https://evil.example) {0}';
  const text = JSON.stringify(
    runOf({ resources: [{ type: 'aws:kendra/unknown:X', name }], config: {} }).invocations.concat(
      resultsOf({ resources: [{ type: 'aws:kendra/unknown:X', name }], config: {} }),
    ),
  );
  expect(text).toContain('[click] (https://evil.example) {{0}}');
});
