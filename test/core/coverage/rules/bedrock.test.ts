import { describe, expect, test } from 'vitest';
import { LATER, urnOf } from '../../../support/resources';
import { type Answer, answer, match, type Values } from '../judging';

const CLAUDE = { modelId: 'anthropic.claude-v2' };

describe('Bedrock models', () => {
  const profile = {
    type: 'aws:bedrock/inferenceProfile:InferenceProfile',
    name: 'profile',
    properties: { modelSource: { copyFrom: 'arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-pro-v1:0' } },
  };

  test.each<[string, Values, Answer]>([
    ['aws:bedrock/inferenceProfile:InferenceProfile', { modelSource: { copyFrom: 'anthropic.claude-v2' } }, 'yes'],
    ['aws:bedrockmodel/invocationJob:InvocationJob', { modelId: 'mistral.mistral-large-2402-v1:0' }, 'no'],
    ['aws:bedrock/provisionedModelThroughput:ProvisionedModelThroughput', { modelArn: 'minimax.m2' }, 'unknown'],
    ['aws:bedrock/customModel:CustomModel', { baseModelIdentifier: 'cohere.command-light-text-v14' }, 'yes'],
    [
      'aws:bedrock/agentKnowledgeBase:AgentKnowledgeBase',
      { knowledgeBaseConfiguration: { vectorKnowledgeBaseConfiguration: { embeddingModelArn: 'cohere.embed-v4:0' } } },
      'yes',
    ],
  ])('%s names its model', (type, properties, expected) => {
    expect(answer('bedrock-third-party-model', type, properties)).toBe(expected);
  });

  test.each<[string, Values]>([
    ['aws:bedrock/agentPrompt:AgentPrompt', { variants: [{ name: 'a' }, { modelId: 'anthropic.claude-v2' }] }],
    [
      'aws:bedrock/agentFlow:AgentFlow',
      { definition: { nodes: [{ configuration: { prompt: { sourceConfiguration: { inline: CLAUDE } } } }] } },
    ],
    ['aws:bedrock/agentFlow:AgentFlow', { definition: { nodes: [{ configuration: { knowledgeBase: CLAUDE } }] } }],
    [
      'aws:bedrock/evaluationJob:EvaluationJob',
      { inferenceConfig: { models: [{ bedrockModel: { modelIdentifier: 'anthropic.claude-v2' } }] } },
    ],
    ['aws:bedrock/agentcoreHarness:AgentcoreHarness', { model: { bedrockModelConfig: CLAUDE } }],
  ])('%s holds its model deep inside', (type, properties) => {
    expect(answer('bedrock-third-party-model-nested', type, properties)).toBe('yes');
  });

  test("a model of another provider's own address is not billed by Bedrock", () => {
    const model = { geminiModelConfig: { modelId: 'gemini-3' } };
    expect(answer('bedrock-third-party-model-nested', 'aws:bedrock/agentcoreHarness:AgentcoreHarness', { model })).toBe(
      'no',
    );
  });

  test('a profile of the same stack tells its model', () => {
    const agent = {
      type: 'aws:bedrock/agentAgent:AgentAgent',
      properties: { foundationModel: LATER },
      dependencies: { foundationModel: [urnOf(profile.type, 'profile')] },
    };
    expect(match('bedrock-third-party-model', agent, [profile]).match).toBe('no');
    expect(match('bedrock-third-party-model', agent).match).toBe('unknown');
  });
});

test('an agreement is one with a seller, whatever the model', () => {
  const type = 'aws:bedrockfoundation/modelAgreement:ModelAgreement';
  for (const modelId of [LATER, undefined, {}, 'anthropic.claude-v2']) {
    expect(answer('bedrock-model-agreement', type, { modelId })).toBe('yes');
  }
});
