/** Who bills the use of a Bedrock model: AWS itself, or a seller through Marketplace. */
export type ModelSeller = 'aws' | 'marketplace' | 'unknown';

/**
 * Model providers by the first part of a model id. AWS names the six that it bills itself, and gives Marketplace product
 * ids for models of Anthropic, Cohere, AI21 and Stability (https://docs.aws.amazon.com/bedrock/latest/userguide/model-access-product-ids.html,
 * read 2026-11-24); the last three are inferred. Newer providers (Google, MiniMax, Moonshot, NVIDIA, Z.ai) are in no
 * list of AWS's: unknown.
 */
const SELLERS: Readonly<Record<string, 'aws' | 'marketplace'>> = {
  amazon: 'aws',
  meta: 'aws',
  mistral: 'aws',
  deepseek: 'aws',
  qwen: 'aws',
  openai: 'aws',
  anthropic: 'marketplace',
  cohere: 'marketplace',
  ai21: 'marketplace',
  stability: 'marketplace',
  writer: 'marketplace',
  luma: 'marketplace',
  twelvelabs: 'marketplace',
};

const GEOGRAPHIES = new Set(['us', 'us-gov', 'ca', 'eu', 'apac', 'jp', 'au', 'global']);

/** ARNs that hold a model id. A custom model's names the model that it was made from. */
const ARN_WITH_MODEL =
  /^arn:[^:]*:bedrock:[^:]*:[^:]*:(?:foundation-model|inference-profile|custom-model|default-prompt-router)\/(.+)$/;

/**
 * The provider in a model id, an inference profile id or the ARN of either: `us.anthropic.claude-…` → `anthropic`.
 * Undefined for any other ARN, which names none.
 */
export function modelProvider(id: string): string | undefined {
  const name = modelIdIn(id);
  return name.startsWith('arn:') ? undefined : name.split('.')[0] || undefined;
}

/** The id of the model itself, in lower case: `us.anthropic.claude-…` → `anthropic.claude-…`. */
export function modelIdIn(id: string): string {
  const text = id.toLowerCase();
  const name = ARN_WITH_MODEL.exec(text)?.[1] ?? text;
  const [first = '', ...rest] = name.split('.');
  return GEOGRAPHIES.has(first) ? rest.join('.') : name;
}

export function modelSeller(id: string): ModelSeller {
  const provider = modelProvider(id);
  return provider !== undefined && Object.hasOwn(SELLERS, provider) ? (SELLERS[provider] ?? 'unknown') : 'unknown';
}
