import { describe, expect, test } from 'vitest';
import { amounts, chargesOf, LATER } from '../../../support/resources';

describe('web ACL', () => {
  const base = { type: 'aws:wafv2/webAcl:WebAcl', properties: { rules: [{ name: 'a' }, { name: 'b' }] } };

  test('with its rules', () => {
    expect(amounts(chargesOf(base))).toEqual([
      ['Web ACL', '5.00', '5.00'],
      ['Web ACL rules', '2.00', '2.00'],
      ['Requests inspected', '0.00', '0.60'],
    ]);
  });

  test('without rules', () => {
    expect(amounts(chargesOf({ ...base, properties: { ...base.properties, rules: undefined } }))).toEqual([
      ['Web ACL', '5.00', '5.00'],
      ['Web ACL rules', '0.00', '0.00'],
      ['Requests inspected', '0.00', '0.60'],
    ]);
  });

  test('rules as JSON', () => {
    expect(
      amounts(chargesOf({ ...base, properties: { ...base.properties, rules: undefined, ruleJson: '[{"Name":"a"}]' } })),
    ).toEqual([
      ['Web ACL', '5.00', '5.00'],
      ['Web ACL rules', '1.00', '1.00'],
      ['Requests inspected', '0.00', '0.60'],
    ]);
  });

  test('JSON that cannot be read', () => {
    expect(
      amounts(chargesOf({ ...base, properties: { ...base.properties, rules: undefined, ruleJson: '[{' } })),
    ).toEqual([
      ['Web ACL', '5.00', '5.00'],
      ['Web ACL rules', 'ruleJson cannot be read'],
      ['Requests inspected', '0.00', '0.60'],
    ]);
  });

  test('JSON that is no list', () => {
    expect(
      amounts(chargesOf({ ...base, properties: { ...base.properties, rules: undefined, ruleJson: '{}' } })),
    ).toEqual([
      ['Web ACL', '5.00', '5.00'],
      ['Web ACL rules', 'ruleJson is not a list of rules'],
      ['Requests inspected', '0.00', '0.60'],
    ]);
  });

  test('JSON decided later', () => {
    expect(
      amounts(chargesOf({ ...base, properties: { ...base.properties, rules: undefined, ruleJson: LATER } })),
    ).toEqual([
      ['Web ACL', '5.00', '5.00'],
      ['Web ACL rules', 'ruleJson is set by another resource, after deployment'],
      ['Requests inspected', '0.00', '0.60'],
    ]);
  });

  test('a rule of its own', () => {
    expect(amounts(chargesOf({ type: 'aws:wafv2/webAclRule:WebAclRule' }))).toEqual([['Web ACL rule', '1.00', '1.00']]);
  });
});
