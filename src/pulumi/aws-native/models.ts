import { absent, known, type Reading, unknown } from '../../core/reading';
import { made, parts, type Shape } from './native-properties';
import { type Rows, without } from './row';

/** What the models of an agent, a profile and a knowledge base are read from. */
const MODELS =
  'foundationModel modelSource.copyFrom modelId modelArn baseModelIdentifier ' +
  'knowledgeBaseConfiguration.vectorKnowledgeBaseConfiguration.embeddingModelArn ' +
  'knowledgeBaseConfiguration.managedKnowledgeBaseConfiguration.embeddingModelArn';

const modelsAt = (...names: string[]): Shape => ({ same: names.join(' '), lacking: without(MODELS, ...names) });

/** The trees in which a model may be named. */
const MODEL_TREES =
  'variants definition evaluationConfig inferenceConfig vectorIngestionConfiguration evaluatorConfig ' +
  'model.bedrockModelConfig configuration';

const modelTreesAt = (...names: string[]): Shape => ({
  same: names.join(' '),
  lacking: without(MODEL_TREES, ...names),
});

/** A flow may be written elsewhere, or as one text. */
const flowDefinition = made(['definition', 'definitionString', 'definitionS3Location'], (native) => {
  const definition = native.any('definition');
  if (definition.state !== 'absent') return definition;
  const elsewhere = ['definitionString', 'definitionS3Location'].some((path) => native.any(path).state !== 'absent');
  return elsewhere ? unknown('its definition is not part of the plan as an object') : absent;
});

/** Only a strategy of one's own names models. */
const memoryModels = made(['memoryStrategies'], (native) => {
  const strategies = native.items('memoryStrategies');
  if (strategies.state !== 'known') return strategies;
  const found = strategies.value.map((one) =>
    one.state === 'known' ? one.value.any('customMemoryStrategy.configuration') : one,
  );
  return found.find(({ state }) => state === 'unknown') ?? known(found.flatMap(valuesOf));
});

const valuesOf = (reading: Reading<unknown>): unknown[] => (reading.state === 'known' ? [reading.value] : []);

const VARIANT = `
  variantName instanceType initialInstanceCount serverlessConfig volumeSizeInGb managedInstanceScaling
  managedInstanceScaling.minInstanceCount managedInstanceScaling.maxInstanceCount
`;

/** Models and what is built with them. */
export const models = (): Rows => ({
  'bedrock:Agent': { type: 'aws:bedrock/agentAgent:AgentAgent', ...modelsAt('foundationModel') },
  'bedrock:ApplicationInferenceProfile': {
    type: 'aws:bedrock/inferenceProfile:InferenceProfile',
    ...modelsAt('modelSource.copyFrom'),
    renamed: { arn: 'inferenceProfileArn' },
  },
  'bedrock:DataSource': {
    type: 'aws:bedrock/agentDataSource:AgentDataSource',
    ...modelTreesAt('vectorIngestionConfiguration'),
  },
  'bedrock:Flow': {
    type: 'aws:bedrock/agentFlow:AgentFlow',
    renamed: { definition: flowDefinition },
    lacking: without(MODEL_TREES, 'definition'),
  },
  'bedrock:KnowledgeBase': {
    type: 'aws:bedrock/agentKnowledgeBase:AgentKnowledgeBase',
    ...modelsAt(
      'knowledgeBaseConfiguration.vectorKnowledgeBaseConfiguration.embeddingModelArn',
      'knowledgeBaseConfiguration.managedKnowledgeBaseConfiguration.embeddingModelArn',
    ),
  },
  'bedrock:Prompt': { type: 'aws:bedrock/agentPrompt:AgentPrompt', ...modelTreesAt('variants') },
  'bedrockagentcore:Evaluator': {
    type: 'aws:bedrock/agentcoreEvaluator:AgentcoreEvaluator',
    ...modelTreesAt('evaluatorConfig'),
  },
  'bedrockagentcore:Harness': {
    type: 'aws:bedrock/agentcoreHarness:AgentcoreHarness',
    ...modelTreesAt('model.bedrockModelConfig'),
  },
  'bedrockagentcore:Memory': {
    type: 'aws:bedrock/agentcoreMemoryStrategy:AgentcoreMemoryStrategy',
    renamed: { configuration: memoryModels },
    lacking: without(MODEL_TREES, 'configuration'),
  },
  'bedrockagentcore:Runtime': {
    type: 'aws:bedrock/agentcoreAgentRuntime:AgentcoreAgentRuntime',
    same: 'agentRuntimeArtifact.containerConfiguration.containerUri',
  },
  'kendra:Index': {
    type: 'aws:kendra/index:Index',
    same: 'edition capacityUnits.queryCapacityUnits capacityUnits.storageCapacityUnits',
  },
  'sagemaker:Endpoint': { type: 'aws:sagemaker/endpoint:Endpoint', same: 'endpointConfigName' },
  'sagemaker:EndpointConfig': {
    type: 'aws:sagemaker/endpointConfiguration:EndpointConfiguration',
    renamed: {
      arn: 'endpointConfigArn',
      name: 'endpointConfigName',
      productionVariants: parts('productionVariants', { same: VARIANT }),
      shadowProductionVariants: parts('shadowProductionVariants', { same: VARIANT }),
    },
  },
  'sagemaker:Model': { type: 'aws:sagemaker/model:Model', same: 'primaryContainer containers' },
  'sagemaker:NotebookInstance': {
    type: 'aws:sagemaker/notebookInstance:NotebookInstance',
    same: 'instanceType',
    renamed: { volumeSize: 'volumeSizeInGb' },
  },
  'sagemaker:Project': 'aws:sagemaker/project:Project',
});
