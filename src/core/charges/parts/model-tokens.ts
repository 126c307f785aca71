import { mapReading, type Reading } from '../../reading';
import { type Bill, priced, priceKey, type ResourcePricing } from '../service';
import { assume } from '../usage';

const TOKENS = {
  inputMillionTokens: assume(0, 10, 'million tokens a month'),
  outputMillionTokens: assume(0, 2, 'million tokens a month'),
};

/** Tokens that a foundation model reads and writes, on demand. */
export const tokens = (modelOf: (bill: Bill) => Reading<string>): ResourcePricing =>
  priced(TOKENS, (bill) => {
    const model = modelOf(bill);
    return [
      bill.usage('Tokens read', priceKey`bedrock/${model}/input.million-tokens`, 'inputMillionTokens'),
      bill.usage('Tokens written', priceKey`bedrock/${model}/output.million-tokens`, 'outputMillionTokens'),
    ];
  });

/** `arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-lite-v1:0` names its model at the end, or is the model. */
export const modelOfArn = (arn: Reading<string>): Reading<string> =>
  mapReading(arn, (text) => text.slice(text.indexOf('/') + 1));
