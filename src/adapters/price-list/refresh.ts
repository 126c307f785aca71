import { appendFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { FAMILIES, type PriceFamily } from '../../core/price-list/families';
import type { Offer, Product } from '../../core/price-list/offer';
import { isAsked, type ReadOffers, type Refused, readOffers } from '../../core/price-list/read-offers';
import type { Aws } from '../aws/aws';
import { ReadFailure } from '../aws/failure';
import { type BulkServer, bulkAddress, bulkFileIn, offersOfAddress, offersOfFile } from './bulk-files';
import { askOffers } from './query-api';

/** A piece of a refresh that is read whole or not at all. */
export interface Part {
  /** The same in every run. */
  readonly id: string;
  readonly service: string;
  readonly region: string;
  /** What is read; undefined where AWS has no list of the service for the region. @throws ReadFailure */
  readonly read: () => Promise<ReadOffers | undefined>;
}

/** What was read of a region: a part without a list has left nothing in it. */
export interface RegionRead {
  readonly region: string;
  /** Each with the day on which AWS published its list. */
  readonly rows: ReadonlyMap<string, { readonly usd: string; readonly published: string }>;
  readonly refused: readonly Refused[];
  /** Services that AWS lists nothing of there. */
  readonly notListed: readonly string[];
}

const SERVICES = [...new Set(FAMILIES.map(({ service }) => service))];

const familiesOf = (service: string): readonly PriceFamily[] => FAMILIES.filter((family) => family.service === service);

/** A question to the Query API for each family. */
export const apiParts = (aws: Pick<Aws, 'ask'>, regions: readonly string[]): Part[] =>
  regions.flatMap((region) =>
    FAMILIES.map((family, at) => ({
      id: `${region} ${family.service} ${at}`,
      service: family.service,
      region,
      read: async () => {
        const offers = await all(askOffers(aws, family, region));
        return offers.length === 0 ? undefined : readOffers(offers, [family], region);
      },
    })),
  );

/** A bulk file for each service, from a web server. */
export const webParts = (server: BulkServer, regions: readonly string[]): Part[] =>
  listParts(regions, async (service, region, wants) => {
    const address = await bulkAddress(server, service, region);
    return address && offersOfAddress(server, address, wants);
  });

/** The same from a folder; it need not have all of them. */
export const folderParts = (folder: string, regions: readonly string[]): Part[] =>
  listParts(regions, async (service, region, wants) => {
    const file = bulkFileIn(folder, service, region);
    return file === undefined ? undefined : offersOfFile(file, wants);
  });

type Open = (
  service: string,
  region: string,
  wants: (product: Product) => boolean,
) => Promise<AsyncIterable<Offer> | undefined>;

const listParts = (regions: readonly string[], open: Open): Part[] =>
  regions.flatMap((region) =>
    SERVICES.map((service) => ({
      id: `${region} ${service}`,
      service,
      region,
      read: async () => {
        const families = familiesOf(service);
        const offers = await open(service, region, (product) => families.some((one) => isAsked(one, product, region)));
        return offers && readOffers(await all(offers), families, region);
      },
    })),
  );

async function all<T>(values: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const value of values) found.push(value);
  return found;
}

/** A line of the file that keeps what is read already. */
interface Kept {
  readonly id: string;
  readonly rows?: readonly (readonly [key: string, usd: string])[];
  readonly refused?: readonly Refused[];
  readonly published?: string;
}

/**
 * What an interrupted refresh has read already, in a file beside the book. It counts for the same day and the same place
 * only; a line that was cut is read again.
 */
export class Journal {
  private readonly kept = new Map<string, Kept>();

  constructor(
    private readonly file: string,
    /** The day and the place. */
    of: string,
  ) {
    const [head, ...lines] = readLines(file);
    if (head === of) for (const line of lines) this.keep(line);
    writeFileSync(file, [of, ...[...this.kept.values()].map((kept) => JSON.stringify(kept)), ''].join('\n'));
  }

  get size(): number {
    return this.kept.size;
  }

  find(id: string): Kept | undefined {
    return this.kept.get(id);
  }

  add(id: string, read: ReadOffers | undefined): void {
    const kept: Kept = read === undefined ? { id } : { ...read, id, rows: [...read.rows] };
    appendFileSync(this.file, `${JSON.stringify(kept)}\n`);
    this.kept.set(id, kept);
  }

  remove(): void {
    rmSync(this.file, { force: true });
  }

  private keep(line: string): void {
    try {
      const kept: Kept = JSON.parse(line);
      this.kept.set(kept.id, kept);
    } catch {
      // It was cut when the last run ended.
    }
  }
}

function readLines(file: string): string[] {
  try {
    return readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => line !== '');
  } catch {
    return [];
  }
}

const TRIES = 3;

/** Reads all parts, each once: those that the journal has are not read again. @throws ReadFailure of the first that fails */
export async function readParts(
  parts: readonly Part[],
  journal: Journal,
  begin: (part: Part, done: number) => void,
): Promise<readonly RegionRead[]> {
  for (const [done, part] of parts.entries()) {
    if (journal.find(part.id) !== undefined) continue;
    begin(part, done);
    journal.add(part.id, await again(part.read));
  }
  return [...new Set(parts.map(({ region }) => region))].map((region) =>
    together(
      region,
      parts.filter((part) => part.region === region),
      journal,
    ),
  );
}

/** Again after what may pass. */
async function again<T>(once: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await once();
    } catch (error) {
      if (!(error instanceof ReadFailure) || !error.isPassing || tries === TRIES) throw error;
      await pause(Math.random() * 200 * 2 ** tries);
    }
  }
}

function together(region: string, parts: readonly Part[], journal: Journal): RegionRead {
  const rows = new Map<string, { usd: string; published: string }>();
  const refused: Refused[] = [];
  const listed = new Set<string>();
  for (const { id, service } of parts) {
    const kept = journal.find(id);
    if (kept?.rows !== undefined) listed.add(service);
    refused.push(...(kept?.refused ?? []));
    for (const [key, usd] of kept?.rows ?? []) {
      const other = rows.get(key)?.usd ?? usd;
      if (other !== usd) refused.push({ key, because: 'two-prices', found: [other, usd].sort().join(', ') });
      rows.set(key, { usd, published: kept?.published ?? '' });
    }
  }
  for (const { key, because } of refused) if (because === 'two-prices') rows.delete(key);
  const notListed = [...new Set(parts.map(({ service }) => service))].filter((service) => !listed.has(service));
  return { region, rows, refused: refused.filter(({ key }) => !rows.has(key)), notListed };
}
