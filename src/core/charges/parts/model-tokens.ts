import { mapReading, type Reading } from '../../reading';
import { type Metering, priced, priceKey, type ResourcePricing } from '../service';
import { assume } from '../usage';

const TOKENS = {
  inputMillionTokens: assume(0, 10, 'million tokens a month'),
  outputMillionTokens: assume(0, 2, 'million tokens a month'),
};

/**
 * Tokens that a foundation model of Amazon reads and writes, on demand. Models of other companies are sold through AWS
 * Marketplace: the rule on them states their charge.
 */
export const tokens = (modelOf: (metering: Metering) => Reading<string>): ResourcePricing =>
  priced(TOKENS, (metering) => {
    const model = modelOf(metering);
    if (model.state === 'known' && !isOfAmazon(model.value)) return [];
    return [
      metering.usage('Tokens read', priceKey`bedrock/${model}/input.million-tokens`, 'inputMillionTokens'),
      metering.usage('Tokens written', priceKey`bedrock/${model}/output.million-tokens`, 'outputMillionTokens'),
    ];
  });

/** `amazon.nova-lite-v1:0`, with or without the region of an inference profile before it. */
export const isOfAmazon = (model: string): boolean => /^(?:[a-z]+\.)?amazon\./i.test(model);

/** `arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-lite-v1:0` names its model at the end, or is the model. */
export const modelOfArn = (arn: Reading<string>): Reading<string> =>
  mapReading(arn, (text) => text.slice(text.indexOf('/') + 1));
