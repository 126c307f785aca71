import { modelIdIn } from './bedrock-models';
import { type CapacityBlock, capacityBlockAnswer } from './capacity-blocks';
import {
  isRecord,
  OFFERINGS,
  type Offering,
  type OfferingList,
  offeringAnswer,
  type Row,
  withTheirLikes,
} from './offerings';

/**
 * What saved answers of AWS say of things that a plan only names: `true` where AWS Marketplace sells one, `false` where it
 * does not. What is in no answer stays as doubtful as it was. Keys are in lower case.
 */
export interface Confirmed {
  /** By image id. */
  readonly images: ReadonlyMap<string, boolean>;
  /** By the name of the EKS add-on. */
  readonly addons: ReadonlyMap<string, boolean>;
  /** By the id of the foundation model, without its geography. `false`: AWS lists no offer, whatever that means. */
  readonly models: ReadonlyMap<string, boolean>;
  /** By the id of the offering of a Savings Plan or a reservation. */
  readonly offerings: ReadonlyMap<string, Offering>;
  /** By the id of the offering of an EC2 Capacity Block. */
  readonly blocks: ReadonlyMap<string, CapacityBlock>;
}

export const nothingConfirmed: Confirmed = {
  images: new Map(),
  addons: new Map(),
  models: new Map(),
  offerings: new Map(),
  blocks: new Map(),
};

/** The lists of the answers that are read. */
type List = 'Images' | 'addons' | 'offers' | 'CapacityBlockOfferings' | OfferingList;

/** Why a document settles nothing. */
export type Unconfirmed =
  /** None of these answers. */
  | { readonly because: 'other' }
  /** What `--query` has left of one. */
  | { readonly because: 'part' }
  /** An answer, and about nothing. */
  | { readonly because: 'empty'; readonly list: List }
  /** `row` is counted from 1. */
  | { readonly because: 'row'; readonly list: List; readonly row: number };

type Kind = 'images' | 'addons' | 'models';
type Answered = Confirmed | { readonly problem: Unconfirmed };

/**
 * Reads the answer of `aws ec2 describe-images`, `aws eks describe-addon-versions`,
 * `aws bedrock list-foundation-model-agreement-offers` or of a look-up of offerings: told apart by its content. Never throws.
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Image.html ·
 * https://docs.aws.amazon.com/eks/latest/APIReference/API_AddonInfo.html ·
 * https://docs.aws.amazon.com/bedrock/latest/APIReference/API_ListFoundationModelAgreementOffers.html ·
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CapacityBlockOffering.html ·
 * https://docs.aws.amazon.com/savingsplans/latest/APIReference/API_SavingsPlanOffering.html ·
 * https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_ReservedDBInstancesOffering.html ·
 * https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_ReservedCacheNodesOffering.html (read 2026-11-30)
 */
export function readConfirmed(document: unknown): Answered {
  if (Array.isArray(document)) return { problem: { because: 'part' } };
  if (!isRecord(document)) return { problem: { because: 'other' } };
  const { Images, addons, offers, modelId, CapacityBlockOfferings: blocks } = document;
  if (Array.isArray(Images)) return listed('Images', Images, imageAnswer, (found) => only('images', found));
  if (Array.isArray(addons)) return listed('addons', addons, addonAnswer, (found) => only('addons', found));
  if (Array.isArray(blocks)) return listed('CapacityBlockOfferings', blocks, capacityBlockAnswer, capacityBlocks);
  if (Array.isArray(offers) && typeof modelId === 'string') return offered(modelId, offers);
  for (const [list, keys] of OFFERINGS) {
    const rows = document[list];
    if (Array.isArray(rows)) return listed(list, rows, offeringAnswer(keys), offerings);
  }
  const isPart = PARTS.some((key) => key in document);
  return { problem: { because: isPart || Array.isArray(offers) ? 'part' : 'other' } };
}

/** What stands in one row of an answer. */
const PARTS = [
  'ImageId',
  'addonName',
  'offerToken',
  'ProductCodes',
  'CapacityBlockOfferingId',
  ...OFFERINGS.map(([, { id }]) => id),
];

/** Several answers as one. Where two differ, the one that costs counts. */
export function allConfirmed(answers: readonly Confirmed[]): Confirmed {
  const of = (kind: Kind): Map<string, boolean> => {
    const found = new Map<string, boolean>();
    for (const [key, isSold] of answers.flatMap((one) => [...one[kind]])) {
      found.set(key, isSold || found.get(key) === true);
    }
    return found;
  };
  const all = new Map<string, Offering>();
  for (const [key, offering] of answers.flatMap((one) => [...one.offerings])) {
    const before = all.get(key);
    if (before !== undefined && offering.paymentOption === 'no upfront') continue;
    const { hourlyWithoutUpfront = before?.hourlyWithoutUpfront } = offering;
    all.set(key, { ...offering, hourlyWithoutUpfront });
  }
  const blocks = new Map(answers.flatMap((one) => [...one.blocks]));
  return { images: of('images'), addons: of('addons'), models: of('models'), offerings: all, blocks };
}

const only = (kind: Kind, answers: ReadonlyMap<string, boolean>): Confirmed => ({
  ...nothingConfirmed,
  [kind]: answers,
});

const offerings = (found: ReadonlyMap<string, Offering>): Confirmed => ({
  ...nothingConfirmed,
  offerings: withTheirLikes(found),
});

const capacityBlocks = (blocks: ReadonlyMap<string, CapacityBlock>): Confirmed => ({ ...nothingConfirmed, blocks });

function listed<T>(
  list: List,
  rows: readonly unknown[],
  answerOf: (row: Row) => readonly [string, T] | undefined,
  confirmed: (answers: ReadonlyMap<string, T>) => Confirmed,
): Answered {
  if (rows.length === 0) return { problem: { because: 'empty', list } };
  const answers = new Map<string, T>();
  for (const [index, row] of rows.entries()) {
    const answer = isRecord(row) ? answerOf(row) : undefined;
    if (answer === undefined) return { problem: { because: 'row', list, row: index + 1 } };
    answers.set(answer[0].toLowerCase(), answer[1]);
  }
  return confirmed(answers);
}

/** An image without a product code has no list of them. */
function imageAnswer({ ImageId, ProductCodes = [] }: Row): readonly [string, boolean] | undefined {
  if (typeof ImageId !== 'string' || !Array.isArray(ProductCodes)) return undefined;
  const isSold = ProductCodes.some((code) => isRecord(code) && isText(code['ProductCodeType'], 'marketplace'));
  return [ImageId, isSold];
}

/** The owner is `aws`, `community` or `aws-marketplace`. */
function addonAnswer({ addonName, owner }: Row): readonly [string, boolean] | undefined {
  if (typeof addonName !== 'string' || typeof owner !== 'string') return undefined;
  return [addonName, isText(owner, 'aws-marketplace')];
}

/** An offer is one of a seller, with the seller's prices. What an empty list says of a model, AWS does not document. */
function offered(modelId: string, offers: readonly unknown[]): Answered {
  const wrong = offers.findIndex((offer) => !isRecord(offer) || !('offerToken' in offer || 'offerId' in offer));
  if (wrong >= 0) return { problem: { because: 'row', list: 'offers', row: wrong + 1 } };
  return only('models', new Map([[modelIdIn(modelId), offers.length > 0]]));
}

const isText = (value: unknown, wanted: string): boolean => typeof value === 'string' && value.toLowerCase() === wanted;
