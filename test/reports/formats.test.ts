import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv2020 from 'ajv/dist/2020';
import { describe, expect, test } from 'vitest';
import { REPORT_FORMATS } from '../../src/config/report-formats';
import { formats } from '../../src/reports';
import { anAssessment, credit, options } from './assessments';

const sp = (upfront: string) => ({
  type: 'aws:savingsplans/savingsPlan:SavingsPlan',
  properties: { commitment: '0.10', upfrontPaymentAmount: upfront },
});
const unpriced = { type: 'aws:nothing/known:Known', name: 'x' };

const situations = {
  fine: anAssessment(),
  'no balance': anAssessment({ config: {} }),
  partial: anAssessment({ resources: [{ type: 'aws:ec2/natGateway:NatGateway' }, unpriced] }),
  'partly read': anAssessment({ problems: ['Step 2 names no urn, so it was left out.'] }),
  cash: anAssessment({ resources: [sp('100.00')] }),
  'used up': anAssessment({ config: { credits: { manual: [credit('50.00', '2027-06-30')] } } }),
  'no end': anAssessment({ config: { credits: { manual: [credit('50.00')] } } }),
  'no credits': anAssessment({ config: { credits: { manual: [] } } }),
  'unlisted products': anAssessment({
    config: { credits: { manual: [{ description: 'Which products?', remaining: '100' }] } },
  }),
  change: anAssessment({ before: [{ type: 'aws:ec2/natGateway:NatGateway', name: 'a' }, sp('0')] }),
  empty: anAssessment({ resources: [] }),
  'other clouds': anAssessment({ outside: { gcp: 2, ['__proto__']: 1 } }),
};

test('the list of formats is the one of the configuration', () => {
  expect(Object.keys(formats)).toEqual([...REPORT_FORMATS]);
  for (const [id, format] of Object.entries(formats)) expect(format.id).toBe(id);
});

describe.each(Object.values(formats))('$id', (format) => {
  test.each(Object.entries(situations))('%s: same input, same bytes, one line break at the end', (_, assessment) => {
    const report = format.render(assessment, options);
    expect(format.render(assessment, { ...options })).toBe(report);
    expect(report).toMatch(/[^\n]\n$/);
  });

  test.each(['no balance', 'partial', 'partly read', 'cash', 'used up', 'no credits', 'unlisted products'] as const)(
    '%s is never "within credits"',
    (situation) => {
      expect(format.render(situations[situation], options)).not.toMatch(/within.credits/);
    },
  );

  test('a partial total never reads as a whole one', () => {
    expect(format.render(situations.partial, options)).toMatch(/at least \$32\.85/i);
  });
});

describe('the published schema', () => {
  const schema = JSON.parse(readFileSync(join(__dirname, '../../docs/schemas/report.schema.json'), 'utf8'));
  const validate = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true }).compile(schema);
  const scenarios = join(__dirname, '../scenarios');

  test.each(Object.entries(situations))('%s', (_, assessment) => {
    validate(JSON.parse(formats.json.render(assessment, options)));
    expect(validate.errors).toBeNull();
  });

  test.each(['../golden/demo.json', ...readdirSync(scenarios).map((story) => `${story}/expected/json.json`)])(
    '%s',
    (file) => {
      validate(JSON.parse(readFileSync(join(scenarios, file), 'utf8')));
      expect(validate.errors).toBeNull();
    },
  );
});
