import { expect, test } from 'vitest';
import { modelProvider, modelSeller } from '../../../src/core/coverage/bedrock-models';
import fc from '../../support/fast-check';

const ARN = 'arn:aws:bedrock:us-east-1';

test.each([
  ['amazon.nova-lite-v1:0', 'amazon'],
  ['us.amazon.nova-pro-v1:0', 'amazon'],
  ['eu.anthropic.claude-sonnet-4-6', 'anthropic'],
  ['apac.anthropic.claude-sonnet-4-6', 'anthropic'],
  ['jp.anthropic.claude-haiku-4-5-20251001-v1:0', 'anthropic'],
  ['au.anthropic.claude-sonnet-4-6', 'anthropic'],
  ['ca.amazon.nova-lite-v1:0', 'amazon'],
  ['us-gov.anthropic.claude-sonnet-4-6', 'anthropic'],
  ['global.cohere.embed-v4:0', 'cohere'],
  ['Anthropic.claude-v2', 'anthropic'],
  [`${ARN}::foundation-model/meta.llama3-70b-instruct-v1:0`, 'meta'],
  [`${ARN}:123456789012:inference-profile/us.deepseek.r1-v1:0`, 'deepseek'],
  [`${ARN}:123456789012:custom-model/cohere.command-light-text-v14:7:4k/abc123`, 'cohere'],
  [`arn:aws-us-gov:bedrock:us-gov-west-1::foundation-model/amazon.titan-text-lite-v1`, 'amazon'],
])('%s is of %s', (id, provider) => expect(modelProvider(id)).toBe(provider));

test.each([
  `${ARN}:123456789012:application-inference-profile/abc`,
  `${ARN}:123456789012:provisioned-model/abc`,
  `${ARN}:123456789012:imported-model/abc`,
  'arn:aws:sagemaker:us-east-1:123456789012:endpoint/abc',
  'us',
  'us.',
  '',
])('"%s" names no provider', (id) => expect(modelProvider(id)).toBeUndefined());

test.each(['amazon', 'meta', 'mistral', 'deepseek', 'qwen', 'openai'])('AWS bills %s itself', (provider) =>
  expect(modelSeller(`${provider}.some-model-v1:0`)).toBe('aws'),
);

test.each(['anthropic', 'cohere', 'ai21', 'stability', 'writer', 'luma', 'twelvelabs'])(
  'Marketplace bills %s',
  (provider) => expect(modelSeller(`us.${provider}.some-model-v1:0`)).toBe('marketplace'),
);

test.each(['google.gemma-3-27b-it', 'moonshotai.kimi-k2.5', 'constructor.x', '__proto__.x', 'plain', ''])(
  'nobody can tell who bills "%s"',
  (id) => expect(modelSeller(id)).toBe('unknown'),
);

test('any text has an answer', () => {
  fc.assert(fc.property(fc.string(), (id) => ['aws', 'marketplace', 'unknown'].includes(modelSeller(id))));
});
