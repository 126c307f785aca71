import { statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { Aws } from '../../adapters/aws/aws';
import { AwsSettings } from '../../adapters/aws/aws-settings';
import { whyNotRead } from '../../adapters/aws/failure';
import { httpHandler } from '../../adapters/aws/http';
import { regionOfEnvironment } from '../../adapters/aws-region';
import { bookIn, bookText, type OwnBook, type OwnList, OwnPrices, readOwnBook } from '../../adapters/own-prices';
import { BundledPrices } from '../../adapters/price-book';
import {
  apiParts,
  folderParts,
  Journal,
  type Part,
  type RegionRead,
  readParts,
  webParts,
} from '../../adapters/price-list/refresh';
import { replaceFile, writeFault } from '../../adapters/replace-file';
import { assess } from '../../core/assess';
import type { Input } from '../../core/assessment';
import type { PriceBook, PriceSource } from '../../core/charges/prices';
import { isoDay } from '../../core/instant';
import { notice } from '../../core/notice';
import { type Compared, compare } from '../../core/price-list/compare';
import { documentText } from '../../reports/json-text';
import { comparisonOf } from '../../reports/model/what-if';
import { type Refreshed, refreshDocument, refreshLines } from '../../reports/refresh';
import { Page } from '../../reports/terminal/page';
import { wordsOf } from '../../words/notices';
import { suggestion } from '../../words/suggestion';
import { clean } from '../../words/text';
import { writeFaultWords } from '../../words/write-faults';
import { EXIT, type ExitCode } from '../exit-codes';
import { gather, openWritten, type Sources } from '../gather';
import { InputError, type Io, write } from '../io';
import { progress, wantsColour, widthOf } from '../terminal';

export interface RefreshOptions extends Sources {
  readonly region?: readonly string[];
  /** A folder or an address with AWS's bulk files; default: the Query API. */
  readonly from?: string;
  readonly output?: string;
  readonly dryRun: boolean;
  readonly json: boolean;
}

/** As long as somebody may wait for all regions. */
const SECONDS = 3600;

/** Reads today's prices from AWS into the owner's own book, and says what changed, also for a plan. */
export async function refreshPrices(plan: string | undefined, options: RefreshOptions, io: Io): Promise<ExitCode> {
  const workspace = await openWritten(options, io);
  // The day of the prices is that of the clock, whatever day a plan is judged for.
  const today = isoDay(io.now());
  const file = resolve(io.cwd, options.output ?? namedBook(workspace.file, workspace.settings.prices) ?? 'prices.tsv');
  const before = bookBefore(file);
  const shipped = new BundledPrices();
  const inputOf = plan === undefined ? undefined : (await gather(plan, { ...options, withoutBook: true }, io)).input;
  const regions = regionsFor(options, inputOf, before, shipped, io);
  const journal = journalBeside(file, JSON.stringify({ day: today, from: options.from ?? 'aws', regions }));
  const read = await readAll(regions, journal, options, io);
  const source = sourceOf(options, today);
  const current: PriceBook = before === undefined ? shipped : new OwnPrices(before, shipped);
  const compared = read.map((one) => ({ ...one, compared: compareRegion(one, source, current) }));
  const text = bookText(listsOf(compared, source, before));
  const problem = options.dryRun ? undefined : replaceFile(file, text);
  if (problem !== undefined) throw new InputError([`${file} could not be written: ${writeFaultWords(problem)}.`]);
  journal.remove();
  const effect = inputOf && effectOn(inputOf, current, text);
  const refreshed: Refreshed = {
    file: options.dryRun ? undefined : file,
    isNamed: workspace.settings.prices !== undefined && options.output === undefined,
    regions: compared,
    effect,
  };
  const page = new Page(widthOf(io), wantsColour(io));
  const shown = options.json ? documentText(refreshDocument(refreshed)) : refreshLines(refreshed, page).join('\n');
  await write(io.stdout, `${shown}\n`);
  return EXIT.fine;
}

const namedBook = (configFile: string | undefined, named: string | undefined): string | undefined =>
  named === undefined ? undefined : resolve(configFile === undefined ? '.' : dirname(configFile), named);

/** What an earlier refresh has written. @throws InputError where something else stands in its place */
function bookBefore(file: string): OwnBook | undefined {
  if (statSync(file, { throwIfNoEntry: false }) === undefined) return undefined;
  const read = readOwnBook(file);
  if ('book' in read) return read.book;
  throw new InputError([wordsOf(notice('price-book-unread', 'warn', { file, fault: read.fault }))]);
}

/** What is read goes beside the book at once. @throws InputError where nothing can be written there */
function journalBeside(file: string, of: string): Journal {
  try {
    return new Journal(`${file}.part`, of);
  } catch (error) {
    throw new InputError([`${file}.part could not be written: ${writeFaultWords(writeFault(error))}.`]);
  }
}

/** Those that are named, else those of the plan, of the book, of the environment. */
function regionsFor(
  { region }: RefreshOptions,
  input: Input | undefined,
  before: OwnBook | undefined,
  shipped: PriceBook,
  io: Io,
): readonly string[] {
  const valid = shipped.regions();
  const wrong = (region ?? []).find((one) => !valid.includes(one));
  if (wrong !== undefined)
    throw new InputError([`--region ${clean(wrong, 100)}: no such region${suggestion(wrong, valid)}`]);
  const ofPlan = input?.plan.resources.flatMap((one) => (one.region.state === 'known' ? [one.region.value] : [])) ?? [];
  const ofEnvironment = regionOfEnvironment(io.env)?.region;
  const choices = [region ?? [], ofPlan, before?.regions ?? [], ofEnvironment === undefined ? [] : [ofEnvironment]];
  const chosen = choices.map((one) => one.filter((name) => valid.includes(name))).find((one) => one.length > 0);
  if (chosen === undefined) throw new InputError(['Name a region: --region eu-west-1; it may be repeated.']);
  return [...new Set(chosen)].sort();
}

/** @throws InputError with what went wrong; what is read until then is kept for the next run. */
async function readAll(
  regions: readonly string[],
  journal: Journal,
  options: RefreshOptions,
  io: Io,
): Promise<readonly RegionRead[]> {
  let parts: readonly Part[] = [];
  let done = () => {};
  try {
    parts = await partsFor(regions, options, io);
    return await readParts(parts, journal, ({ region, service }, at) => {
      done();
      done = progress(io, `${at + 1} of ${parts.length}: ${service} in ${region} …`);
    });
  } catch (error) {
    const kept =
      journal.size === 0 ? [] : [`${journal.size} of ${parts.length} parts are read and kept: run it again to go on.`];
    throw new InputError([wordsOf(whyNotRead(error)), ...kept]);
  } finally {
    done();
  }
}

async function partsFor(regions: readonly string[], { from }: RefreshOptions, io: Io): Promise<readonly Part[]> {
  const signal = AbortSignal.timeout(SECONDS * 1000);
  if (from === undefined) return apiParts(await Aws.open(io.env, { signal, seconds: SECONDS }), regions);
  if (!isAddress(from)) return folderParts(folderOf(from, io), regions);
  const handler = await httpHandler(AwsSettings.ofEnvironment(io.env));
  return webParts({ root: new URL(from), handler, signal }, regions);
}

const isAddress = (from: string): boolean => /^https?:\/\//i.test(from) && URL.canParse(from);

function folderOf(from: string, io: Io): string {
  const folder = resolve(io.cwd, from);
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true) return folder;
  throw new InputError([
    `--from ${clean(from, 200)}: name a folder, or an address such as https://pricing.us-east-1.amazonaws.com`,
  ]);
}

/** What AWS itself answers is right today; a file of it may be old, and is right for the day on which it was published. */
function sourceOf({ from }: RefreshOptions, today: string): (published: string) => PriceSource {
  const isFolder = from !== undefined && !isAddress(from);
  const name = from === undefined ? 'AWS price list, Query API' : 'AWS price list, bulk file';
  const url = from !== undefined && isAddress(from) ? from : 'https://pricing.us-east-1.amazonaws.com';
  return (published) => ({ name, url, asOf: isFolder ? published || FIRST_DAY : today, confidence: 'A' });
}

/** Of a file that names no day: anything else is newer. */
const FIRST_DAY = '2000-01-01';

const compareRegion = ({ region, rows }: RegionRead, source: (published: string) => PriceSource, book: PriceBook) =>
  compare(
    new Map([...rows].map(([key, { usd, published }]) => [key, { usd, asOf: source(published).asOf }])),
    region,
    book,
  );

/** The new prices of the regions that were read, what the book had besides, and its other regions. */
function listsOf(
  read: readonly { readonly region: string; readonly compared: Compared }[],
  source: (published: string) => PriceSource,
  before: OwnBook | undefined,
): readonly OwnList[] {
  const fresh = new Map(read.map(({ region, compared }) => [region, compared.rows]));
  const old = (before?.regions ?? []).flatMap((region) =>
    (before?.listsOf(region) ?? []).map((list) => withoutKeys(list, fresh.get(region) ?? new Map())),
  );
  const made = [...fresh].flatMap(([region, rows]) => {
    const days = [...new Set([...rows.values()].map(({ asOf }) => asOf))];
    return days.map((day): OwnList => {
      const services = new Map<string, Map<string, string>>();
      for (const [key, { usd, asOf }] of rows) {
        if (asOf !== day) continue;
        const slash = key.indexOf('/');
        const prices = services.get(key.slice(0, slash)) ?? new Map();
        services.set(key.slice(0, slash), prices.set(key.slice(slash + 1), usd));
      }
      return { region, source: source(day), services };
    });
  });
  return [...old, ...made];
}

const withoutKeys = (list: OwnList, gone: ReadonlyMap<string, unknown>): OwnList => ({
  ...list,
  services: new Map(
    [...list.services]
      .map(
        ([service, prices]) =>
          [service, new Map([...prices].filter(([key]) => !gone.has(`${service}/${key}`)))] as const,
      )
      .filter(([, prices]) => prices.size > 0),
  ),
});

/** The plan at the prices that counted until now, and at the new ones. */
function effectOn(input: Input, current: PriceBook, text: string) {
  const own = bookIn(text);
  const prices = 'book' in own ? new OwnPrices(own.book, new BundledPrices()) : current;
  return comparisonOf(assess({ ...input, prices: current }), assess({ ...input, prices }));
}
