import { isoDay } from '../../core/instant';
import { CLASS_WORDS } from '../../words/classes';
import { amountWords } from '../../words/text';
import { priceWords } from '../arithmetic';
import type { ExampleCharge, TypeSheet, UsageField } from '../model/type-sheet';
import type { Page } from './page';

/** What is counted of a type, with which prices and by what it is decided. */
export function sheetLines(sheet: TypeSheet, page: Page): string[] {
  const { type, billedAs, native, rules, page: source } = sheet;
  const facts: (readonly [string, string])[] = [
    ['class', CLASS_WORDS[sheet.class].title],
    ...(sheet.because === undefined ? [] : [['why', `${sheet.because}.`] as const]),
    ...(sheet.of === undefined ? [] : [['billed with', sheet.of] as const]),
    ...(sheet.confidence === undefined ? [] : [['confidence', CONFIDENCE[sheet.confidence] ?? ''] as const]),
    ['billed as', billedAs],
    ...(native.length === 0 ? [] : [['aws-native', native.join(', ')] as const]),
    ...(rules.length === 0 ? [] : [['rules', `${rules.join(', ')}; \`credit-guard rules ID\` explains one`] as const]),
    ['price page', `${source.url} (read ${source.readOn})`],
  ];
  return [
    page.heading(type),
    ...factTable(facts, page, 2),
    ...(sheet.example === undefined ? [] : exampleLines(sheet, page)),
    ...usageLines(sheet, page),
  ];
}

const CONFIDENCE: Readonly<Record<string, string>> = {
  A: "A: AWS's own words",
  B: "B: a maintained project's word, or clear from the price page",
  C: 'C: a third party',
  D: 'D: no text was found',
};

function exampleLines({ example, charges, region, class: of }: TypeSheet, page: Page): string[] {
  if (example === undefined || of !== 'priced') return [];
  const written = [
    ...(Object.keys(example.properties).length === 0 ? [] : [JSON.stringify(example.properties)]),
    ...example.links.map(([property, type, properties]) => `${property} → ${type} ${JSON.stringify(properties)}`),
  ];
  return [
    '',
    ...page.wrap(page.colours.bold(`What is counted, in ${region}`)),
    ...(written.length === 0 ? [] : page.wrap(page.dim(`Example: ${written.join(', ')}`), 2)),
    ...charges.flatMap((charge) => chargeLines(charge, page)),
    ...(charges.length === 0 ? page.wrap('Nothing: such a resource costs nothing.', 2) : []),
    ...(example.reads.length === 0
      ? []
      : ['', ...page.wrap(page.colours.bold('Properties that decide')), ...page.wrap(example.reads.join(', '), 2)]),
  ];
}

function chargeLines(charge: ExampleCharge, page: Page): string[] {
  const { what, kind, per, quantity, usage, usd, begins, stops, price, steps } = charge;
  const facts: (readonly [string, string])[] = [
    ...(quantity === ''
      ? []
      : [['quantity', `${quantity}${usage.length === 0 ? '' : `, set by ${usage.join(', ')}`}`] as const]),
    ...(price === undefined ? [] : [['price', priceWords(price)] as const]),
    ...steps
      .slice(1)
      .map(({ price: step }, at) => [`beyond ${steps[at]?.upTo.toLocaleString('en-US')}`, priceWords(step)] as const),
    ...(price === undefined
      ? []
      : [['source', `${price.source.name} (${price.source.asOf}, confidence ${price.source.confidence})`] as const]),
    ...(price?.estimate === undefined ? [] : [['estimate', price.estimate] as const]),
    ...(begins === undefined ? [] : [['begins', isoDay(begins)] as const]),
    ...(stops === undefined ? [] : [['ends', isoDay(stops)] as const]),
    ['amount', usd.state === 'known' ? amountWords(usd.value, kind, per) : `not known: ${usd.because}`],
  ];
  return ['', ...page.wrap(page.colours.bold(what), 2), ...factTable(facts, page, 4)];
}

const factTable = (facts: readonly (readonly [string, string])[], page: Page, indent: number): string[] =>
  page.table(
    facts.map(([title, text]) => [page.dim(title), text]),
    { last: 'wrap', indent },
  );

function usageLines({ type, usage }: TypeSheet, page: Page): string[] {
  const [first] = usage;
  if (first === undefined) return [];
  return [
    '',
    ...page.wrap(page.colours.bold('Usage that you may set')),
    ...fieldTable(usage, page),
    '  usage:',
    `    - { type: ${JSON.stringify(type)}, ${first.field}: ${exampleOf(first)} }`,
  ];
}

/** Each field with what counts without it, how much more a larger load uses, and its unit. */
export const fieldTable = (fields: readonly UsageField[], page: Page): string[] =>
  page.table(
    fields.map((one) => [one.field, defaultWords(one.byDefault), growthWords(one), one.unit]),
    { indent: 2, last: 'wrap' },
  );

function growthWords({ byDefault, sizes }: UsageField): string {
  if (sizes === null || typeof byDefault === 'string') return '';
  return sizes.large.max < byDefault.max * 100 ? `× 10, to ${sizes.large.max}` : '× 10';
}

export const defaultWords = (byDefault: UsageField['byDefault']): string =>
  typeof byDefault === 'string'
    ? byDefault
    : byDefault.min === byDefault.max
      ? String(byDefault.min)
      : `${byDefault.min} to ${byDefault.max}`;

/** A figure that somebody may write. */
export const exampleOf = ({ byDefault }: UsageField): number => (typeof byDefault === 'string' ? 1 : byDefault.max);
