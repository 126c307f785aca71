import { mapReading } from '../../reading';
import { byUse, free, notFound, through } from '../classes';
import { isOfAmazon, modelOfArn, tokens } from '../parts/model-tokens';
import { priced, priceKey, type Service } from '../service';

/** Amazon Bedrock: tokens of the model that a resource names, and provisioned throughput without a commitment. */
export const bedrock: Service = {
  product: 'Amazon Bedrock',
  pricingPage: 'https://aws.amazon.com/bedrock/pricing/',
  readOn: '2026-11-25',
  resources: {
    'aws:bedrock/agentAgent:AgentAgent': tokens((metering) => metering.properties.text('foundationModel')),
    'aws:bedrock/agentDataSource:AgentDataSource': byUse('embedding, parsing and a vector store that is billed apart'),
    'aws:bedrock/agentFlow:AgentFlow': byUse(
      'model tokens of the model it names, a third-party model may be billed through Marketplace',
    ),
    'aws:bedrock/agentKnowledgeBase:AgentKnowledgeBase': byUse(
      'embedding, parsing and a vector store that is billed apart',
    ),
    'aws:bedrock/agentPrompt:AgentPrompt': byUse(
      'model tokens of the model it names, a third-party model may be billed through Marketplace',
    ),
    'aws:bedrock/agentcoreAgentRuntime:AgentcoreAgentRuntime': byUse('vCPU and memory while sessions run'),
    'aws:bedrock/agentcoreAgentRuntimeEndpoint:AgentcoreAgentRuntimeEndpoint': through(
      'aws:bedrock/agentcoreAgentRuntime:AgentcoreAgentRuntime',
      'an address of the runtime',
    ),
    'aws:bedrock/agentcoreApiKeyCredentialProvider:AgentcoreApiKeyCredentialProvider': byUse(
      'tokens issued, the secret is kept in Secrets Manager',
      'C',
    ),
    'aws:bedrock/agentcoreBrowser:AgentcoreBrowser': byUse('vCPU and memory while sessions run'),
    'aws:bedrock/agentcoreBrowserProfile:AgentcoreBrowserProfile': byUse(
      'profile data of browsers, no price seen',
      'D',
    ),
    'aws:bedrock/agentcoreCodeInterpreter:AgentcoreCodeInterpreter': byUse('vCPU and memory while sessions run'),
    'aws:bedrock/agentcoreEvaluator:AgentcoreEvaluator': byUse('model tokens of evaluations', 'C'),
    'aws:bedrock/agentcoreGateway:AgentcoreGateway': byUse('calls, tools indexed'),
    'aws:bedrock/agentcoreGatewayRule:AgentcoreGatewayRule': through(
      'aws:bedrock/agentcoreGateway:AgentcoreGateway',
      'part of the gateway',
      'C',
    ),
    'aws:bedrock/agentcoreGatewayTarget:AgentcoreGatewayTarget': through(
      'aws:bedrock/agentcoreGateway:AgentcoreGateway',
      'part of the gateway',
      'C',
    ),
    'aws:bedrock/agentcoreHarness:AgentcoreHarness': byUse('vCPU and memory while sessions run'),
    'aws:bedrock/agentcoreMemory:AgentcoreMemory': byUse('events and records stored and retrieved'),
    'aws:bedrock/agentcoreMemoryStrategy:AgentcoreMemoryStrategy': through(
      'aws:bedrock/agentcoreMemory:AgentcoreMemory',
      'part of the memory, a model of its own is billed too',
      'C',
    ),
    'aws:bedrock/agentcoreOauth2CredentialProvider:AgentcoreOauth2CredentialProvider': byUse(
      'tokens issued, the secret is kept in Secrets Manager',
      'C',
    ),
    'aws:bedrock/agentcoreOnlineEvaluationConfig:AgentcoreOnlineEvaluationConfig': byUse(
      'model tokens of evaluations',
      'C',
    ),
    'aws:bedrock/agentcorePolicy:AgentcorePolicy': through(
      'aws:bedrock/agentcorePolicyEngine:AgentcorePolicyEngine',
      'part of the engine',
      'C',
    ),
    'aws:bedrock/agentcorePolicyEngine:AgentcorePolicyEngine': byUse('authorization requests', 'C'),
    'aws:bedrock/agentcoreRegistry:AgentcoreRegistry': notFound(
      'preview, replaced by agentregistry, no price seen',
      'D',
    ),
    'aws:bedrock/agentcoreWorkloadIdentity:AgentcoreWorkloadIdentity': byUse(
      'tokens issued, the secret is kept in Secrets Manager',
      'C',
    ),
    'aws:bedrock/customModel:CustomModel': byUse('training once, then monthly storage of the model'),
    'aws:bedrock/evaluationJob:EvaluationJob': byUse(
      'model tokens of the model it names, a third-party model may be billed through Marketplace',
    ),
    'aws:bedrock/guardrail:Guardrail': byUse('text units checked'),
    'aws:bedrock/inferenceProfile:InferenceProfile': tokens((metering) =>
      modelOfArn(metering.properties.text('modelSource.copyFrom')),
    ),
    'aws:bedrock/provisionedModelThroughput:ProvisionedModelThroughput': priced({}, (metering) => {
      // With a commitment it is a contract, which the rule on commitments states.
      const duration = metering.properties.text('commitmentDuration');
      if (duration.state === 'known') return [];
      if (duration.state === 'unknown') return [metering.hourly('Model units', duration)];
      const id = modelOfArn(metering.properties.text('modelArn'));
      if (id.state === 'known' && !isOfAmazon(id.value)) return []; // the rule on models of other companies states it
      const model = mapReading(id, (name) => PROVISIONED.get(name) ?? name);
      const units = metering.properties.quantity('modelUnits');
      return [metering.hourly('Model units', priceKey`bedrock/provisioned-${model}-no-commit.mu-hour`, units)];
    }),
    ...free(
      'bedrock',
      `
      agentAgentActionGroup agentAgentAlias agentAgentCollaborator agentAgentKnowledgeBaseAssociation
      guardrailVersion useCaseForModelAccess
    `,
    ),
    ...free('bedrock', 'agentcoreResourcePolicy agentcoreTokenVaultCmk', 'C'),
  },
};

/** The price list names the models of provisioned throughput in its own way. */
const PROVISIONED = new Map([
  ['amazon.titan-text-express-v1', 'amazon-titan-text-express'],
  ['amazon.titan-text-lite-v1', 'amazon-titan-text-lite'],
  ['amazon.titan-embed-image-v1', 'amazon-titan-multimodal-embeddings'],
]);
