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
  /** By the id of the foundation model, without its geography. `false`: AWS lists no offer, whatever that means. */
  readonly models: ReadonlyMap<string, boolean>;
  /** By the id of the offering of a Savings Plan or a reservation. */
  readonly offerings: ReadonlyMap<string, Offering>;
}

/** What an offering sells, which a plan that names its id does not say. */
export interface Offering {
  /** `no upfront`, `partial upfront`, `all upfront`: in lower case. */
  readonly paymentOption: string;
  /** USD at once for each instance or node of a reservation. */
  readonly fixedPrice: number | undefined;
  readonly seconds: number | undefined;
}

export const nothingConfirmed: Confirmed = {
  images: new Map(),
  addons: new Map(),
  models: new Map(),
  offerings: new Map(),
};

/** The lists of the answers that are read. */
type List =
  | 'Images'
  | 'addons'
  | 'offers'
  | 'searchResults'
  | 'ReservedDBInstancesOfferings'
  | 'ReservedCacheNodesOfferings';

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

type Kind = Exclude<keyof Confirmed, 'offerings'>;
type Row = Record<string, unknown>;
type Answered = Confirmed | { readonly problem: Unconfirmed };

/**
 * Reads the answer of `aws ec2 describe-images`, `aws eks describe-addon-versions`,
 * `aws bedrock list-foundation-model-agreement-offers` or of a look-up of offerings: told apart by its content. Never throws.
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Image.html ·
 * https://docs.aws.amazon.com/eks/latest/APIReference/API_AddonInfo.html ·
 * https://docs.aws.amazon.com/bedrock/latest/APIReference/API_ListFoundationModelAgreementOffers.html ·
 * https://docs.aws.amazon.com/savingsplans/latest/APIReference/API_SavingsPlanOffering.html ·
 * https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_ReservedDBInstancesOffering.html ·
 * https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_ReservedCacheNodesOffering.html (read 2026-11-30)
 */
export function readConfirmed(document: unknown): Answered {
  if (Array.isArray(document)) return { problem: { because: 'part' } };
  if (!isRecord(document)) return { problem: { because: 'other' } };
  const { Images, addons, offers, modelId } = document;
  if (Array.isArray(Images)) return listed('Images', Images, imageAnswer, (found) => only('images', found));
  if (Array.isArray(addons)) return listed('addons', addons, addonAnswer, (found) => only('addons', found));
  if (Array.isArray(offers) && typeof modelId === 'string') return offered(modelId, offers);
  for (const [list, keys] of OFFERINGS) {
    const rows = document[list];
    if (Array.isArray(rows)) return listed(list, rows, offeringAnswer(keys), offerings);
  }
  const isPart = PARTS.some((key) => key in document);
  return { problem: { because: isPart || Array.isArray(offers) ? 'part' : 'other' } };
}

interface OfferingKeys {
  readonly id: string;
  readonly option: string;
  readonly price?: string;
  readonly seconds: string;
}

const RESERVED = { option: 'OfferingType', price: 'FixedPrice', seconds: 'Duration' };

/** How each service names the parts of its offerings. */
const OFFERINGS: readonly (readonly [List, OfferingKeys])[] = [
  ['searchResults', { id: 'offeringId', option: 'paymentOption', seconds: 'durationSeconds' }],
  ['ReservedDBInstancesOfferings', { id: 'ReservedDBInstancesOfferingId', ...RESERVED }],
  ['ReservedCacheNodesOfferings', { id: 'ReservedCacheNodesOfferingId', ...RESERVED }],
];

/** What stands in one row of an answer. */
const PARTS = ['ImageId', 'addonName', 'offerToken', 'ProductCodes', ...OFFERINGS.map(([, { id }]) => id)];

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
    if (all.get(key) === undefined || offering.paymentOption !== 'no upfront') all.set(key, offering);
  }
  return { images: of('images'), addons: of('addons'), models: of('models'), offerings: all };
}

const only = (kind: Kind, answers: ReadonlyMap<string, boolean>): Confirmed => ({
  ...nothingConfirmed,
  [kind]: answers,
});

const offerings = (found: ReadonlyMap<string, Offering>): Confirmed => ({ ...nothingConfirmed, offerings: found });

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

const PAYMENT_OPTIONS: readonly unknown[] = ['no upfront', 'partial upfront', 'all upfront'];

/** Old reservations are of kinds that are sold no more, such as Heavy Utilization: those are not read. */
function offeringAnswer({ id, option, price, seconds }: OfferingKeys) {
  return (row: Row): readonly [string, Offering] | undefined => {
    const { [id]: key, [option]: written } = row;
    const paymentOption = typeof written === 'string' ? written.toLowerCase() : '';
    if (typeof key !== 'string' || !PAYMENT_OPTIONS.includes(paymentOption)) return undefined;
    const fixedPrice = price === undefined ? undefined : quantityOf(row[price]);
    return [key, { paymentOption, fixedPrice, seconds: quantityOf(row[seconds]) }];
  };
}

const quantityOf = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isFinite(value) && value >= 0 ? value : undefined;

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

const isRecord = (value: unknown): value is Row => typeof value === 'object' && value !== null && !Array.isArray(value);
