import type { Charge } from '../../core/charges/charge';
import { type Example, exampleCharges } from '../../core/charges/example';
import type { Price, PriceBook } from '../../core/charges/prices';
import { classOf } from '../../core/charges/services';
import { stepsOf } from '../../core/charges/steps';
import { type Assumption, boundsOf, SIZES, type Size } from '../../core/charges/usage';
import { rules } from '../../core/coverage/rules';
import { type Instant, isoDay } from '../../core/instant';
import { plain } from '../../core/money';
import { becauseWords, type TypeClass } from '../../words/classes';

/** All that is known of how AWS bills for a type. */
export interface TypeSheet {
  readonly type: string;
  readonly class: TypeClass;
  /** Why it has no price; undefined for one that is priced. */
  readonly because: string | undefined;
  /** The type that it is billed with. */
  readonly of: string | undefined;
  /** How sure the class is; undefined for one that is priced: its prices have their own. */
  readonly confidence: string | undefined;
  readonly billedAs: string;
  readonly page: { readonly url: string; readonly readOn: string };
  /** Tokens of aws-native that are read as this type. */
  readonly native: readonly string[];
  readonly rules: readonly string[];
  readonly usage: readonly UsageField[];
  readonly region: string;
  readonly example: Example | undefined;
  readonly charges: readonly ExampleCharge[];
}

export interface UsageField {
  readonly field: string;
  readonly unit: string;
  /** What counts until the owner says it: two figures, or words for what the plan says. */
  readonly byDefault: Bounds | string;
  /** What the sizes stand for; null where the figure is the same for every load. */
  readonly sizes: Readonly<Record<Size, Bounds>> | null;
}

interface Bounds {
  readonly min: number;
  readonly max: number;
}

export interface ExampleCharge
  extends Pick<Charge, 'what' | 'kind' | 'per' | 'product' | 'quantity' | 'usage' | 'usd'> {
  readonly begins: Instant | undefined;
  readonly stops: Instant | undefined;
  readonly price: Price | undefined;
  /** The rows of a price that goes down with the quantity, and the sum up to which each counts. */
  readonly steps: readonly { readonly upTo: number; readonly price: Price }[];
}

interface Asked {
  readonly native: readonly string[];
  readonly region: string;
  readonly prices: PriceBook;
  readonly now: Instant;
  readonly example: Example | undefined;
}

export function typeSheet(type: string, { native, region, prices, now, example }: Asked): TypeSheet {
  const found = classOf(type);
  if (found === undefined) throw new Error(`no entry of ${type}`);
  const { service, entry } = found;
  const isPriced = entry.class === 'priced';
  return {
    type,
    class: entry.class,
    because: isPriced ? undefined : becauseWords(entry.because),
    of: isPriced ? undefined : entry.of,
    confidence: isPriced ? undefined : entry.confidence,
    billedAs: service.product,
    page: { url: service.pricingPage, readOn: service.readOn },
    native,
    rules: rules.filter((rule) => rule.types.includes(type)).map(({ id }) => id),
    usage: isPriced ? usageFields(entry.usage) : [],
    region,
    example: isPriced ? example : undefined,
    charges: isPriced && example !== undefined ? exampleCharges(type, example, region, prices, now).map(shown) : [],
  };
}

export const usageFields = (usage: Readonly<Record<string, Assumption>>): readonly UsageField[] =>
  Object.entries(usage).map(([field, assumption]) => {
    const { unit, min, max, planned } = assumption;
    return { field, unit, byDefault: planned ?? { min, max }, sizes: sizesOf(assumption) };
  });

function sizesOf(assumption: Assumption): UsageField['sizes'] {
  const [small, medium, large] = SIZES.map((size) => boundsOf(assumption, size));
  return small === undefined || medium === undefined || large === undefined ? null : { small, medium, large };
}

function shown(charge: Charge): ExampleCharge {
  const { what, kind, per, product, quantity, usage, usd, begins, stops, price, inSteps } = charge;
  const isStepped = price !== undefined && stepsOf(`${price.service}/${price.key}`) !== undefined;
  const steps = isStepped ? (inSteps?.steps ?? []) : [];
  return { what, kind, per, product, quantity, usage, usd, begins, stops, price, steps };
}

/** The same for a program to read: money as text with two places, what is not known as null. */
export const sheetDocument = ({ page, charges, example, because, of, confidence, ...sheet }: TypeSheet): object => ({
  ...sheet,
  because: because ?? null,
  of: of ?? null,
  confidence: confidence ?? null,
  pricingPage: page.url,
  readOn: page.readOn,
  example: example ?? null,
  charges: charges.map(({ usd, begins, stops, price, steps, ...charge }) => ({
    ...charge,
    begins: begins === undefined ? null : isoDay(begins),
    stops: stops === undefined ? null : isoDay(stops),
    usd: usd.state === 'known' ? { min: plain(usd.value.min), max: plain(usd.value.max) } : null,
    because: usd.state === 'known' ? null : usd.because,
    price: price === undefined ? null : priceDocument(price),
    steps: steps.map(({ upTo, price: step }) => ({
      upTo: Number.isFinite(upTo) ? upTo : null,
      price: priceDocument(step),
    })),
  })),
});

const priceDocument = ({ service, key, region, usd, range, estimate, source }: Price) => ({
  key: `${service}/${key}`,
  region,
  usd,
  range: range ?? null,
  source: source.name,
  url: source.url,
  asOf: source.asOf,
  confidence: source.confidence,
  estimate: estimate ?? null,
});
