import { modelIdIn } from './bedrock-models';

/**
 * What saved answers of AWS say of things that a plan only names: `true` where AWS Marketplace sells one, `false` where it
 * does not. What is in no answer stays as doubtful as it was. Keys are in lower case.
 */
export interface Confirmed {
  /** By image id. */
  readonly images: ReadonlyMap<string, boolean>;
  /** By the name of the EKS add-on. */
  readonly addons: ReadonlyMap<string, boolean>;
  /** By the id of the foundation model, without its geography. */
  readonly models: ReadonlyMap<string, boolean>;
}

export const nothingConfirmed: Confirmed = { images: new Map(), addons: new Map(), models: new Map() };

/** Why a document settles nothing. */
export type Unconfirmed =
  /** None of the three answers. */
  | { readonly because: 'other' }
  /** What `--query` has left of one. */
  | { readonly because: 'part' }
  /** An answer, and about nothing. */
  | { readonly because: 'empty'; readonly list: 'Images' | 'addons' }
  /** `row` is counted from 1. */
  | { readonly because: 'row'; readonly list: 'Images' | 'addons' | 'offers'; readonly row: number };

type Kind = keyof Confirmed;
type Answers = readonly (readonly [string, boolean])[];

/**
 * Reads the answer of `aws ec2 describe-images`, `aws eks describe-addon-versions` or
 * `aws bedrock list-foundation-model-agreement-offers`: told apart by its content. Never throws.
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Image.html ·
 * https://docs.aws.amazon.com/eks/latest/APIReference/API_AddonInfo.html ·
 * https://docs.aws.amazon.com/bedrock/latest/APIReference/API_ListFoundationModelAgreementOffers.html (read 2026-11-30)
 */
export function readConfirmed(document: unknown): Confirmed | { readonly problem: Unconfirmed } {
  if (Array.isArray(document)) return { problem: { because: 'part' } };
  if (!isRecord(document)) return { problem: { because: 'other' } };
  const { Images, addons, offers, modelId } = document;
  if (Array.isArray(Images)) return listed('images', 'Images', Images, imageAnswer);
  if (Array.isArray(addons)) return listed('addons', 'addons', addons, addonAnswer);
  if (Array.isArray(offers) && typeof modelId === 'string') return offered(modelId, offers);
  const isPart = ['ImageId', 'addonName', 'offerToken', 'ProductCodes'].some((key) => key in document);
  return { problem: { because: isPart || Array.isArray(offers) ? 'part' : 'other' } };
}

/** Several answers as one. Where two differ, the one that costs counts. */
export function allConfirmed(answers: readonly Confirmed[]): Confirmed {
  const of = (kind: Kind): Map<string, boolean> => {
    const found = new Map<string, boolean>();
    for (const [key, isSold] of answers.flatMap((one) => [...one[kind]])) {
      found.set(key, isSold || found.get(key) === true);
    }
    return found;
  };
  return { images: of('images'), addons: of('addons'), models: of('models') };
}

const only = (kind: Kind, answers: Answers): Confirmed => ({ ...nothingConfirmed, [kind]: new Map(answers) });

function listed(
  kind: Kind,
  list: 'Images' | 'addons',
  rows: readonly unknown[],
  answerOf: (row: Record<string, unknown>) => readonly [string, boolean] | undefined,
): Confirmed | { readonly problem: Unconfirmed } {
  if (rows.length === 0) return { problem: { because: 'empty', list } };
  const answers: (readonly [string, boolean])[] = [];
  for (const [index, row] of rows.entries()) {
    const answer = isRecord(row) ? answerOf(row) : undefined;
    if (answer === undefined) return { problem: { because: 'row', list, row: index + 1 } };
    answers.push(answer);
  }
  return only(kind, answers);
}

/** An image without a product code has no list of them. */
function imageAnswer({ ImageId, ProductCodes = [] }: Record<string, unknown>): readonly [string, boolean] | undefined {
  if (typeof ImageId !== 'string' || !Array.isArray(ProductCodes)) return undefined;
  const isSold = ProductCodes.some((code) => isRecord(code) && isText(code['ProductCodeType'], 'marketplace'));
  return [ImageId.toLowerCase(), isSold];
}

/** The owner is `aws`, `community` or `aws-marketplace`. */
function addonAnswer({ addonName, owner }: Record<string, unknown>): readonly [string, boolean] | undefined {
  if (typeof addonName !== 'string' || typeof owner !== 'string') return undefined;
  return [addonName.toLowerCase(), isText(owner, 'aws-marketplace')];
}

/** An offer is one of a seller, with the seller's prices: a model without one is not bought by an agreement. */
function offered(modelId: string, offers: readonly unknown[]): Confirmed | { readonly problem: Unconfirmed } {
  const wrong = offers.findIndex((offer) => !isRecord(offer) || !('offerToken' in offer || 'offerId' in offer));
  if (wrong >= 0) return { problem: { because: 'row', list: 'offers', row: wrong + 1 } };
  return only('models', [[modelIdIn(modelId), offers.length > 0]]);
}

const isText = (value: unknown, wanted: string): boolean => typeof value === 'string' && value.toLowerCase() === wanted;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
