import type { Metering } from '../../charges/service';
import { decidedLater } from '../../properties';
import { known, type Reading, unknown } from '../../reading';
import { modelIdIn, modelSeller } from '../bedrock-models';
import { isModelId, modelsLookUp } from '../look-ups';
import { findNested } from '../nested';
import { type Match, no, type Rule, settled, unsure, withLookUp, yes } from '../rule';

const AGREEMENT_OR_MODEL = {
  policy: 'no-uncovered-marketplace',
  verdict: 'not-covered',
  judges: 'own',
  coveredUnder: ['activate'],
  creditCanPay: 'marketplace',
  remedy: 'Use a model that AWS bills itself, or set program: activate if your credits come from AWS Activate.',
  url: 'https://aws.amazon.com/startups/faq',
  asOf: '2026-11-23',
} as const;

const SOLD_BY_MARKETPLACE =
  "AWS Marketplace bills third-party models, and only Activate's terms let credits cover them.";

/** Third-party models on Bedrock are sold through Marketplace: Activate credits cover them, others do not. */
export const bedrockRules: readonly Rule[] = [
  {
    ...AGREEMENT_OR_MODEL,
    id: 'bedrock-model-agreement',
    types: ['aws:bedrockfoundation/modelAgreement:ModelAgreement'],
    what: 'a Bedrock model agreement',
    why: "A model agreement is a Marketplace subscription, and only Activate's terms let credits cover it.",
    confidence: 'A',
    examples: {
      hit: {
        type: 'aws:bedrockfoundation/modelAgreement:ModelAgreement',
        properties: { modelId: 'anthropic.claude-sonnet-4-6' },
      },
      miss: {
        type: 'aws:bedrockfoundation/modelAgreement:ModelAgreement',
        properties: { modelId: 'amazon.nova-lite-v1:0' },
      },
    },
    find(metering) {
      const seller = sellerOf(metering.properties.any('modelId'));
      // An agreement is one with a seller, whatever model it is for; AWS's own models need none.
      return seller.state === 'known' && seller.value === 'aws' ? no : yes(usage(metering));
    },
  },
  {
    ...AGREEMENT_OR_MODEL,
    id: 'bedrock-third-party-model',
    types: [
      'aws:bedrock/agentAgent:AgentAgent',
      'aws:bedrock/inferenceProfile:InferenceProfile',
      'aws:bedrockmodel/invocationJob:InvocationJob',
      'aws:bedrock/provisionedModelThroughput:ProvisionedModelThroughput',
      'aws:bedrock/agentKnowledgeBase:AgentKnowledgeBase',
      'aws:bedrock/customModel:CustomModel',
    ],
    what: 'a third-party model on Bedrock',
    why: SOLD_BY_MARKETPLACE,
    confidence: 'C',
    examples: {
      hit: {
        type: 'aws:bedrock/agentAgent:AgentAgent',
        properties: { agentName: 'shop', foundationModel: 'us.anthropic.claude-sonnet-4-6' },
      },
      miss: {
        type: 'aws:bedrock/agentAgent:AgentAgent',
        properties: { agentName: 'shop', foundationModel: 'us.amazon.nova-pro-v1:0' },
      },
      unknown: {
        type: 'aws:bedrock/agentAgent:AgentAgent',
        properties: { agentName: 'shop', foundationModel: decidedLater },
      },
    },
    find: (metering) =>
      byModels(
        metering,
        MODEL_PROPERTIES.map((path) => throughProfile(metering, path)),
      ),
  },
  {
    ...AGREEMENT_OR_MODEL,
    id: 'bedrock-third-party-model-nested',
    types: [
      'aws:bedrock/agentPrompt:AgentPrompt',
      'aws:bedrock/agentFlow:AgentFlow',
      'aws:bedrock/evaluationJob:EvaluationJob',
      'aws:bedrock/agentDataSource:AgentDataSource',
      'aws:bedrock/agentcoreEvaluator:AgentcoreEvaluator',
      'aws:bedrock/agentcoreHarness:AgentcoreHarness',
      'aws:bedrock/agentcoreMemoryStrategy:AgentcoreMemoryStrategy',
    ],
    what: 'a third-party model on Bedrock',
    why: SOLD_BY_MARKETPLACE,
    confidence: 'C',
    examples: {
      hit: {
        type: 'aws:bedrock/agentPrompt:AgentPrompt',
        properties: { variants: [{ name: 'a', modelId: 'cohere.command-r-v1:0' }] },
      },
      miss: {
        type: 'aws:bedrock/agentPrompt:AgentPrompt',
        properties: { variants: [{ name: 'a', modelId: 'meta.llama3-70b-instruct-v1:0' }] },
      },
      unknown: {
        type: 'aws:bedrock/agentPrompt:AgentPrompt',
        properties: { variants: [{ name: 'a', modelId: decidedLater }] },
      },
    },
    find(metering) {
      const nested = MODEL_ROOTS.map((root) => findNested(metering.properties.any(root), MODEL_KEYS, BRANCHES));
      const hidden = nested.map((one) => one.hidden).find((because) => because !== undefined);
      const match = byModels(
        metering,
        nested.flatMap((one) => one.found),
      );
      return match.match === 'no' && hidden !== undefined ? unsure(hidden, usage(metering)) : match;
    },
  },
];

const MODEL_PROPERTIES = [
  'foundationModel',
  'modelSource.copyFrom',
  'modelId',
  'modelArn',
  'baseModelIdentifier',
  'knowledgeBaseConfiguration.vectorKnowledgeBaseConfiguration.embeddingModelArn',
  'knowledgeBaseConfiguration.managedKnowledgeBaseConfiguration.embeddingModelArn',
];
const MODEL_ROOTS = [
  'variants',
  'definition',
  'evaluationConfig',
  'inferenceConfig',
  'vectorIngestionConfiguration',
  'evaluatorConfig',
  'model.bedrockModelConfig', // other providers' models are called at their own address
  'configuration',
];
const MODEL_KEYS = ['modelId', 'modelArn', 'modelIdentifier', 'foundationModel'];
const BRANCHES = [
  'variants',
  'nodes',
  'configuration',
  'prompt',
  'sourceConfiguration',
  'inline',
  'automated',
  'human',
  'models',
  'bedrockModel',
  'evaluatorModelConfig',
  'bedrockEvaluatorModels',
  'bedrockEvaluatorModel',
  'customMetricConfig',
];

const usage = (metering: Metering) =>
  metering.under('Amazon Bedrock').stated('usage', 'Third-party model usage', unknown('it depends on the tokens used'));

/** A model that is named by an inference profile of the same stack is the one that the profile copies. */
function throughProfile(metering: Metering, path: string): Reading<unknown> {
  const model = metering.properties.any(path);
  if (model.state !== 'unknown') return model;
  const profile = metering.linked(path, 'aws:bedrock/inferenceProfile:InferenceProfile');
  return profile === undefined ? model : profile.properties.any('modelSource.copyFrom');
}

/** The first that is certain decides; what saved answers say of a model counts more than its name. */
function byModels(metering: Metering, models: readonly Reading<unknown>[]): Match {
  const named = models.filter(({ state }) => state !== 'absent');
  if (named.some((model) => confirmedSale(metering, model) === true)) return settled(true, usage(metering));
  const open = named.filter((model) => confirmedSale(metering, model) === undefined);
  const match = bySellers(
    metering,
    named.map((model) => (confirmedSale(metering, model) === false ? sellerWithoutOffer(model) : sellerOf(model))),
  );
  return withLookUpOf(metering, open, match);
}

/** AWS does not document what an empty list of offers says: a seller stays one, and a doubt stays a doubt. */
function sellerWithoutOffer(model: Reading<unknown>): ReturnType<typeof sellerOf> {
  const seller = sellerOf(model);
  return seller.state === 'known'
    ? seller
    : unknown('AWS lists no offer for the model, which does not say who bills it');
}

function bySellers(metering: Metering, sellers: readonly ReturnType<typeof sellerOf>[]): Match {
  if (sellers.some((seller) => seller.state === 'known' && seller.value === 'marketplace')) return yes(usage(metering));
  const open = sellers.find((seller) => seller.state === 'unknown');
  return open?.state === 'unknown' ? unsure(open.because, usage(metering)) : no;
}

/** What a saved answer says; not of the models that AWS bills itself, some of which have an agreement all the same. */
function confirmedSale({ confirmed }: Metering, model: Reading<unknown>): boolean | undefined {
  if (model.state !== 'known' || typeof model.value !== 'string' || modelSeller(model.value) === 'aws')
    return undefined;
  return confirmed.models.get(modelIdIn(model.value));
}

function withLookUpOf({ resource }: Metering, models: readonly Reading<unknown>[], match: Match): Match {
  const ids = models.flatMap((model) =>
    model.state === 'known' && typeof model.value === 'string' && modelSeller(model.value) !== 'aws'
      ? [modelIdIn(model.value)].filter(isModelId)
      : [],
  );
  return ids.length === 0 ? match : withLookUp(match, modelsLookUp(ids.map((id) => ({ id, region: resource.region }))));
}

function sellerOf(model: Reading<unknown>): Reading<'aws' | 'marketplace'> {
  if (model.state !== 'known') return model;
  if (typeof model.value !== 'string') return unknown('the model id is no text');
  const seller = modelSeller(model.value);
  return seller === 'unknown' ? unknown('the model id names no provider that is known here') : known(seller);
}
