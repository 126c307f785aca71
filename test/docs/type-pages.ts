import { pricedTypes } from '../../src/core/charges/services';
import { isoDay } from '../../src/core/instant';
import { moduleOf, nativeNames } from '../../src/pulumi/called-types';
import { priceWords } from '../../src/reports/arithmetic';
import { type ExampleCharge, type TypeSheet, typeSheet } from '../../src/reports/model/type-sheet';
import { defaultWords } from '../../src/reports/terminal/type-sheet';
import { amountWords } from '../../src/words/text';
import { prices } from '../support/resources';
import { exampleOf } from '../support/type-examples';
import { code, table } from './rule-pages';

const REGION = 'us-east-1';
/** The day of the examples: extended support begins on days. */
const NOW = Date.UTC(2026, 10, 25);

/** Modules with a page: those with a priced type. */
export const pageModules = (): readonly string[] => [...new Set(pricedTypes().map(moduleOf))].sort();

/** docs/resources/<module>.md: what `credit-guard prices show` says of each priced type of a module. */
export function typePage(module: string): string {
  const types = pricedTypes().filter((type) => moduleOf(type) === module);
  return [
    `# Prices of ${code(`aws:${module}`)}`,
    '',
    `What is counted, by an example of each type in ${REGION}. \`credit-guard prices show TYPE --region REGION\` shows the same for`,
    'any region, with the source of each price. [All types](../resources.md)',
    '',
    ...types.flatMap(section),
  ].join('\n');
}

function section(type: string): string[] {
  const example = exampleOf(type);
  const sheet = typeSheet(type, { native: nativeNames(type), region: REGION, prices, now: NOW, example });
  return [
    `## ${type}`,
    '',
    `Billed as ${sheet.billedAs} ([price page](${sheet.page.url}), read ${sheet.page.readOn}).${alsoWords(sheet)}`,
    '',
    ...exampleWords(sheet),
    ...(sheet.charges.length === 0 ? [] : [chargeTable(sheet.charges), '']),
    ...(example.reads.length === 0 ? [] : [`Decided by ${example.reads.map(code).join(', ')}.`, '']),
    ...(sheet.usage.length === 0 ? [] : [usageTable(sheet), '']),
  ];
}

const alsoWords = ({ native, rules }: TypeSheet): string =>
  [
    ...(native.length === 0 ? [] : [` Also ${native.map(code).join(', ')}.`]),
    ...(rules.length === 0 ? [] : [` Rules: ${rules.map((id) => `[${id}](../rules/${id}.md)`).join(', ')}.`]),
  ].join('');

function exampleWords({ example }: TypeSheet): string[] {
  if (example === undefined) return [];
  const written = [
    ...(Object.keys(example.properties).length === 0 ? [] : [code(JSON.stringify(example.properties))]),
    ...example.links.map(
      ([property, type, properties]) => `${code(property)} is ${code(type)} ${code(JSON.stringify(properties))}`,
    ),
  ];
  return written.length === 0 ? [] : [`Example: ${written.join(', ')}`, ''];
}

const chargeTable = (charges: readonly ExampleCharge[]): string =>
  table(
    ['charge', 'quantity', 'price', 'amount'],
    charges.map(({ what, kind, per, quantity, usage, usd, begins, price, steps }) => [
      `${what}${begins === undefined ? '' : ` from ${isoDay(begins)}`}`,
      `${quantity}${usage.length === 0 ? '' : `: ${usage.map(code).join(', ')}`}`,
      [...(price === undefined ? [] : [price]), ...steps.slice(1).map((step) => step.price)]
        .map(priceWords)
        .join('<br>'),
      usd.state === 'known' ? amountWords(usd.value, kind, per) : `not known: ${usd.because}`,
    ]),
  );

const usageTable = ({ usage }: TypeSheet): string =>
  table(
    ['usage', 'counts until you set it', 'unit'],
    usage.map(({ field, byDefault, unit }) => [code(field), defaultWords(byDefault), unit]),
  );
