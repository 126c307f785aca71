import { regionOfEnvironment } from '../../adapters/aws-region';
import { readExamples } from '../../adapters/type-examples';
import { readPrices } from '../../adapters/workspace';
import { allTypes } from '../../core/charges/services';
import { nearest } from '../../core/nearest';
import { moduleOf, nameOf, nativeNames, typesCalled } from '../../pulumi/called-types';
import { documentText } from '../../reports/json-text';
import { sheetDocument, typeSheet } from '../../reports/model/type-sheet';
import { Page } from '../../reports/terminal/page';
import { sheetLines } from '../../reports/terminal/type-sheet';
import { wordsOf } from '../../words/notices';
import { clean } from '../../words/text';
import { EXIT, type ExitCode } from '../exit-codes';
import { nowOf, openWritten } from '../gather';
import { InputError, type Io, write } from '../io';
import { wantsColour, widthOf } from '../terminal';

export interface ShowOptions {
  readonly region?: string;
  readonly date?: string;
  readonly config?: string;
  readonly json: boolean;
}

/** Where prices are shown when nothing names a region: the one with most of them. */
const REGION = 'us-east-1';

/** What is counted of a type, at which prices, and what decides it; of one without prices, why. */
export async function showPrices(written: string, options: ShowOptions, io: Io): Promise<ExitCode> {
  const { now } = nowOf(options, io);
  const { file, settings } = await openWritten(options, io);
  const { prices, problems } = await readPrices(settings.prices, file);
  if (problems.length > 0) throw new InputError(problems.map(wordsOf));
  const region = options.region ?? regionOfEnvironment(io.env)?.region ?? REGION;
  if (!prices.knowsRegion(region)) throw new InputError([noRegion(region, prices.regions())]);
  const type = typeNamed(written);
  const sheet = typeSheet(type, { native: nativeNames(type), region, prices, now, example: readExamples()[type] });
  const page = new Page(widthOf(io), wantsColour(io));
  const text = options.json ? documentText(sheetDocument(sheet)) : sheetLines(sheet, page).join('\n');
  await write(io.stdout, `${text}\n`);
  return EXIT.fine;
}

/** @throws InputError which names what was meant */
function typeNamed(written: string): string {
  const [type, ...others] = typesCalled(written);
  if (type === undefined)
    throw new InputError([`${clean(written, 100)}: no type of AWS is called so${meant(written)}`]);
  if (others.length === 0) return type;
  throw new InputError(
    [`${clean(written, 100)}: several types are called so; write one of these:`],
    [...[type, ...others].map((one) => `  ${one}`)],
  );
}

function meant(written: string): string {
  const types = allTypes();
  const near = nearest(written, types) ?? nearestName(written, types);
  return near === undefined ? '. `credit-guard prices list` lists all.' : `; did you mean ${near}?`;
}

/** By module and name without what divides them: `aws_nat_gatway` and `ec2.NatGatway` mean the same. */
function nearestName(written: string, types: readonly string[]): string | undefined {
  const squashed = (text: string) =>
    text
      .replace(/^(aws-native|aws)/i, '')
      .replaceAll(/[^a-z0-9]/gi, '')
      .toLowerCase();
  const names = new Map(
    types.flatMap((type) => [
      [squashed(nameOf(type)), type],
      [squashed(`${moduleOf(type)}${nameOf(type)}`), type],
    ]),
  );
  const near = nearest(squashed(written), [...names.keys()]);
  return near === undefined ? undefined : names.get(near);
}

function noRegion(written: string, regions: readonly string[]): string {
  const near = nearest(written, regions, 2);
  return `${clean(written, 100)}: no prices for this region${near === undefined ? `; use one of ${regions.join(', ')}` : `; did you mean ${near}?`}`;
}
