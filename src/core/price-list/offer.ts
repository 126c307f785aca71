/** A product of AWS's price list with its on-demand price. */
export interface Offer {
  /** AWS's code of the service, such as `AmazonEC2`. */
  readonly service: string;
  /** Day on which AWS published the list, `YYYY-MM-DD`; empty where it names none. */
  readonly published: string;
  readonly family: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** By the quantity from which each counts, smallest first. */
  readonly steps: readonly OfferStep[];
}

interface OfferStep {
  readonly unit: string;
  readonly from: number;
  /** USD for one unit, as AWS writes it. */
  readonly usd: string;
}

export interface Product {
  readonly sku: string;
  readonly service: string;
  readonly published: string;
  readonly family: string;
  readonly attributes: Readonly<Record<string, string>>;
}

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const dayIn = (instant: string): string => /^\d{4}-\d\d-\d\d/.exec(instant)?.[0] ?? '';

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** What a list says of itself: AWS's code of the service, and an instant. */
export interface List {
  readonly service: string;
  readonly published: string;
}

/** `products.<sku>` of a bulk file, or `product` of an answer of the Query API; undefined for what is neither. */
export function productOf(value: unknown, { service, published }: List): Product | undefined {
  if (!isFields(value) || !isFields(value['attributes'])) return undefined;
  const { sku, productFamily, attributes } = value;
  if (typeof sku !== 'string') return undefined;
  const texts = Object.entries(attributes as Fields).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  return {
    sku,
    service,
    published: dayIn(published),
    family: textOf(productFamily),
    attributes: Object.fromEntries(texts),
  };
}

/**
 * A product with `terms.OnDemand.<sku>`: the offer that took effect last, where there are several. Undefined where it has no
 * readable price in USD: that is never a price of 0.
 */
export function offerOf({ service, published, family, attributes }: Product, onDemand: unknown): Offer | undefined {
  if (!isFields(onDemand)) return undefined;
  const offers = Object.values(onDemand).filter(isFields);
  const [latest] = offers.sort((a, b) => (textOf(a['effectiveDate']) < textOf(b['effectiveDate']) ? 1 : -1));
  if (latest === undefined || !isFields(latest['priceDimensions'])) return undefined;
  const steps = Object.values(latest['priceDimensions']).map(stepOf);
  if (steps.length === 0 || steps.includes(undefined)) return undefined;
  return { service, published, family, attributes, steps: (steps as OfferStep[]).sort((a, b) => a.from - b.from) };
}

function stepOf(dimension: unknown): OfferStep | undefined {
  if (!isFields(dimension) || !isFields(dimension['pricePerUnit'])) return undefined;
  const usd = dimension['pricePerUnit']['USD'];
  const from = Number(dimension['beginRange'] ?? 0);
  if (typeof usd !== 'string' || !/^\d+(\.\d+)?$/.test(usd) || !(from >= 0)) return undefined;
  return { unit: textOf(dimension['unit']), from, usd };
}

/** One item of `PriceList`: a JSON text, or what it stands for. */
export function offerOfItem(item: unknown): Offer | undefined {
  const value: unknown = typeof item === 'string' ? parsed(item) : item;
  if (!isFields(value) || !isFields(value['terms'])) return undefined;
  const list = { service: textOf(value['serviceCode']), published: textOf(value['publicationDate']) };
  const product = productOf(value['product'], list);
  return product && offerOf(product, value['terms']['OnDemand']);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
